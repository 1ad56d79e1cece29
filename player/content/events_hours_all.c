#include "content/events_hours_all.h"

#include "content/article.h"
#include "content/events_hours.h"
#include "content/grammar.h"
#include "content/passages.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, SESSION_DAYS = 4, HEADING_MOST = 6, ABOVE_REACH = 3 };

/* The line stands further up in the same section, or in one around it, outside of boxes. */
static bool stands_under(const struct passage *passage, const struct passage *line)
{
    if (passage->index <= line->index || passage->role != line->role || (passage->block && passage->block->box))
        return false;
    for (const struct passage *above = passage;; above = above->above) {
        if (above->above == line->above)
            return true;
        if (!above->above)
            return false;
    }
}

static bool is_other_weekday(const struct occurrence *occurrence, const struct hours *hours)
{
    return hours->weekday >= 0 && (occurrence->first_day + 4) % 7 != hours->weekday; /* day 0 was a Thursday */
}

/* The hours of all days that stand below a line. */
static void apply_general(struct occurrences *occurrences, const struct hours *hours)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        const struct passage *passage = occurrence->reading ? occurrence->reading->passage : NULL;
        bool below = passage && (passage->intro == hours->passage || stands_under(passage, hours->passage));
        bool longer = occurrence->last_day - occurrence->first_day > (hours->named ? SESSION_DAYS : 1);
        if (occurrence->dropped || !below || is_other_weekday(occurrence, hours) || occurrence->start_minutes >= 0 || longer)
            continue;
        events_hours_give(occurrence, hours);
    }
}

/* The day stands in a list further down in the section of a passage, at most a paragraph between them. */
static bool in_list_below(const struct occurrence *occurrence, const struct passage *line)
{
    const struct passage *passage = occurrence->reading ? occurrence->reading->passage : NULL;
    bool section = passage && (passage->above == line->above || !line->above); /* what stands before all headings is of the whole page */
    return section && passage->block && passage->block->list && passage->index > line->index;
}

/* "Un jeudi par mois, de 13h à 14h, en visioconférence." right above a list of days: the hours of each day of the list, when none has its own. */
static void apply_to_list(struct occurrences *occurrences, const struct hours *hours)
{
    int list = 0;
    size_t days = 0, bare = 0;
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *occurrence = &occurrences->items[i];
        if (!in_list_below(occurrence, hours->passage) || (list && occurrence->reading->passage->block->list != list))
            continue;
        list = occurrence->reading->passage->block->list;
        if (occurrence->dropped)
            continue;
        if (occurrence->first_day != occurrence->last_day || is_other_weekday(occurrence, hours))
            return;
        days++;
        bare += occurrence->start_minutes < 0;
    }
    for (size_t i = 0; days > 1 && bare && i < occurrences->count; i++)
        if (occurrences->items[i].start_minutes < 0 && in_list_below(&occurrences->items[i], hours->passage) && occurrences->items[i].reading->passage->block->list == list)
            events_hours_give(&occurrences->items[i], hours);
}

/* The last passage above a line, in its section and a few paragraphs up at most, that tells a day; NULL: none. */
static const struct passage *last_above(const struct occurrences *occurrences, const struct passage *line)
{
    const struct passage *last = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *occurrence = &occurrences->items[i];
        const struct passage *passage = occurrence->reading && !occurrence->dropped ? occurrence->reading->passage : NULL;
        bool above = passage && passage->role == line->role && passage->above == line->above && passage->index < line->index && passage->index + ABOVE_REACH >= line->index;
        if (above && (!last || passage->index > last->index))
            last = passage;
    }
    return last;
}

/* The rows of one table. */
static bool are_rows(const struct passage *one, const struct passage *other)
{
    return one->columns && one->columns == other->columns;
}

/* The day stands in the passage, or in one list or table with it. */
static bool stands_with(const struct occurrence *occurrence, const struct passage *last)
{
    const struct passage *passage = occurrence->reading && !occurrence->dropped ? occurrence->reading->passage : NULL;
    int list = last->block ? last->block->list : 0;
    return passage && (passage == last || are_rows(passage, last) || (list && passage->block && passage->block->list == list));
}

bool events_hours_all_above(struct occurrences *occurrences, const struct hours *hours)
{
    const struct passage *line = hours->passage, *last = last_above(occurrences, line);
    size_t days = 0, open = 0;
    for (size_t i = 0; last && i < occurrences->count; i++) {
        const struct occurrence *occurrence = &occurrences->items[i];
        days += stands_with(occurrence, last);
        open += stands_with(occurrence, last) && occurrence->start_minutes < 0 && occurrence->first_day == occurrence->last_day;
    }
    bool apart = last && line->block && !(line->block->list && last->block && line->block->list == last->block->list);
    if (days < 2 || !apart)
        return false;
    for (size_t i = 0; hours->of_above && open == days && i < occurrences->count; i++)
        if (stands_with(&occurrences->items[i], last))
            events_hours_give(&occurrences->items[i], hours);
    return true;
}

static bool is_practical(const struct passage *heading, const struct grammar *grammar)
{
    return heading && heading->lexis.count <= HEADING_MOST && lexis_names(&heading->lexis, grammar->practical);
}

/* "## Informations pratiques", "- 9h00 à 12h30" of a page whose days stand elsewhere, none with hours: those of each of them. */
void events_hours_all_practical(struct occurrences *occurrences, const struct readings *readings)
{
    const struct hours *only = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if (!hours->line || hours->labelled || hours->end_minutes < 0 || !is_practical(hours->passage->above, occurrences->grammar))
            continue;
        if (only)
            return;
        only = hours;
    }
    for (size_t i = 0; only && i < occurrences->count; i++) {
        const struct occurrence *occurrence = &occurrences->items[i];
        if (!occurrence->dropped && (occurrence->start_minutes >= 0 || occurrence->first_day != occurrence->last_day))
            return;
    }
    for (size_t i = 0; only && i < occurrences->count; i++)
        if (!occurrences->items[i].dropped)
            events_hours_give(&occurrences->items[i], only);
}

/* "Horaires : 8h30-10h" of a page with several days, of which none has hours of its own. */
void events_hours_all_siblings(struct occurrences *occurrences, const struct occurrence *main, const struct hours *hours)
{
    for (size_t i = 0; i < occurrences->count; i++)
        if (&occurrences->items[i] != main && !occurrences->items[i].dropped && occurrences->items[i].start_minutes >= 0)
            return;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *other = &occurrences->items[i];
        if (other == main || other->dropped || !other->alone || other->last_day - other->first_day > SESSION_DAYS || (main && main->start_minutes != hours->start_minutes))
            continue;
        events_hours_give(other, hours);
    }
}

/* Hours of every day of the page that has none. */
static void apply_every(struct occurrences *occurrences, const struct hours *hours)
{
    enum { DAILY_DAYS = 9 };
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        if (occurrence->dropped || occurrence->start_minutes >= 0 || occurrence->last_day - occurrence->first_day > (hours->daily ? DAILY_DAYS : 1))
            continue;
        events_hours_give(occurrence, hours);
    }
}

/* The only hours of a habit that names one weekday; NULL: none, or more. */
static const struct hours *only_habit(const struct readings *readings)
{
    const struct hours *only = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if (!hours->habit || hours->weekday < 0)
            continue;
        if (only)
            return NULL;
        only = hours;
    }
    return only;
}

static bool has_no_hours(const struct occurrence *occurrence)
{
    return !occurrence->dropped && occurrence->start_minutes < 0;
}

void events_hours_all_weekly(struct occurrences *occurrences, const struct readings *readings)
{
    const struct hours *only = only_habit(readings);
    for (size_t i = 0; only && i < occurrences->count; i++) {
        const struct occurrence *occurrence = &occurrences->items[i];
        if (has_no_hours(occurrence) && (occurrence->first_day != occurrence->last_day || is_other_weekday(occurrence, only)))
            return;
    }
    for (size_t i = 0; only && i < occurrences->count; i++)
        if (has_no_hours(&occurrences->items[i]))
            events_hours_give(&occurrences->items[i], only);
}

/* The last words for what takes place before the day in its sentence, or NULL. */
static const struct cue *kind_of(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const struct lexeme *items = passage->lexis.items;
    const struct cue *kind = NULL;
    for (size_t i = 0; i < passage->cue_count && passage->cues[i].first < reading->mention; i++)
        if (passage->cues[i].kind == CUE_EVENT && items[passage->cues[i].first].sentence == items[reading->mention].sentence)
            kind = &passage->cues[i];
    return kind;
}

/* "L'atelier dure deux heures", and the day is told as one of it: "Prochaines sessions : le 5 juin"; or as nothing else, when it was said of one. */
static bool is_of_kind(const struct occurrence *occurrence, const struct hours *hours, const struct grammar *grammar)
{
    enum { STEM = 4 };
    const struct lexeme *items = occurrence->reading->passage->lexis.items;
    const struct cue *kind = kind_of(occurrence->reading);
    for (size_t i = kind ? kind->first : 0; kind && i < kind->end; i++)
        if (grammar_lists(grammar->rounds, items[i].word) || (hours->length_of && strncmp(items[i].word, hours->length_of, STEM) == 0))
            return true;
    return !kind && !hours->length_each;
}

/* A length of the whole page, or of its only event when it was told of a showing: "La présentation dure une heure". */
static bool is_of_page(const struct hours *hours, const struct grammar *grammar, bool only)
{
    bool shown = only && hours->length_of && !hours->length_each && grammar_begins(grammar->showings, hours->length_of);
    return !hours->length_near || shown;
}

/* A length that is told of some days only is told of this one. */
static bool takes_length(const struct occurrence *occurrence, const struct hours *hours, const struct grammar *grammar, bool only)
{
    const struct passage *passage = occurrence->reading ? occurrence->reading->passage : NULL;
    if (hours->length_own)
        return passage == hours->passage || occurrence->hours_of == hours->passage;
    if (is_of_page(hours, grammar, only))
        return true;
    bool section = passage && passage->role == PASSAGE_BODY && (!hours->passage->above || passage->above == hours->passage->above || passage->above == hours->passage);
    bool list = passage && passage->intro == hours->passage;
    return (list && hours->length_each) || ((section || list) && is_of_kind(occurrence, hours, grammar));
}

/* "Chaque rencontre dure une heure et demie": those that begin at an hour and do not end yet. */
static void apply_length(struct occurrences *occurrences, const struct hours *hours)
{
    size_t events = 0;
    for (size_t i = 0; i < occurrences->count; i++)
        events += !occurrences->items[i].dropped;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        bool open = !occurrence->dropped && occurrence->start_minutes >= 0 && occurrence->end_minutes < 0 && occurrence->first_day == occurrence->last_day;
        if (open && takes_length(occurrence, hours, occurrences->grammar, events == 1) && occurrence->start_minutes + hours->length_minutes <= DAY_MINUTES)
            occurrence->end_minutes = occurrence->start_minutes + hours->length_minutes;
    }
}

void events_hours_all_apply(struct occurrences *occurrences, const struct hours *hours)
{
    if (hours->general)
        apply_general(occurrences, hours);
    if (hours->every)
        apply_every(occurrences, hours);
    if (hours->sole)
        apply_to_list(occurrences, hours);
}

void events_hours_all_lengths(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < readings->hours_count; i++)
        if (readings->hours[i].length_minutes > 0)
            apply_length(occurrences, &readings->hours[i]);
}
