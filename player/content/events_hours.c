#include "content/events_hours.h"

#include "content/article.h"
#include "content/events_hours_alike.h"
#include "content/events_hours_all.h"
#include "content/events_hours_days.h"
#include "content/events_hours_parts.h"
#include "content/events_hours_told.h"
#include "content/events_hours_weekdays.h"
#include "content/grammar.h"
#include "content/passages.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, HOURS_REACH = 3, BELOW_REACH = 4, RUN_DAYS = 4, LINE_MOST = 8 };

void events_hours_give(struct occurrence *occurrence, const struct hours *hours)
{
    occurrence->start_minutes = hours->start_minutes;
    occurrence->end_minutes = hours->end_minutes;
    occurrence->time_line = hours->row;
    occurrence->hours_of = hours->passage;
    occurrence->returns = hours->returns;
}

/* The hours below a heading that may be those of its day, and how many there are. */
struct below_heading {
    const struct hours *slot; /* a line of a programme, or the only stretch of a sentence */
    size_t slots;
    const struct hours *opening; /* begins a line, or stands behind "à partir de" */
    size_t hours;
};

static struct below_heading find_below_heading(const struct readings *readings, const struct passage *heading)
{
    struct below_heading below = {0};
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        bool told = hours->slot || (hours->sole && !hours->habit);
        if (hours->passage->above != heading)
            continue;
        below.opening = hours->opens && !below.opening ? hours : below.opening;
        below.hours += hours->start_minutes >= 0;
        below.slot = told && !below.slot ? hours : below.slot;
        below.slots += told;
    }
    return below;
}

/* The only one of some hours that a passage tells; NULL: none, or more. */
static const struct hours *sole_of(const struct hours *hours, size_t count, const struct passage *passage)
{
    const struct hours *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (hours[i].passage != passage)
            continue;
        if (found)
            return NULL;
        found = &hours[i];
    }
    return found;
}

/* "Vendredi 7 décembre" is all of a paragraph or a heading, and the paragraph right below names one hour: "Soirée contes, 19h30". */
static void take_right_below(struct occurrence *occurrence, const struct readings *readings)
{
    const struct passage *below = occurrence->reading->passage->next;
    const struct hours *lone = sole_of(readings->lone, readings->lone_count, below), *told = lone ? NULL : sole_of(readings->hours, readings->hours_count, below);
    const struct hours *found = lone ? lone : told && (told->opens || told->slot) && !told->closes ? told : NULL;
    if (found && found->passage->block->kind == BLOCK_PARAGRAPH)
        events_hours_give(occurrence, found);
}

/* The day is all of a heading or of a paragraph. */
static bool fills_block(const struct occurrence *occurrence)
{
    const struct passage *passage = occurrence->reading->passage;
    bool block = passage->block && (passage->block->kind == BLOCK_PARAGRAPH || passage->block->kind == BLOCK_HEADING);
    return block && occurrence->alone && passage->lexis.count <= LINE_MOST;
}

/* Hours of a heading that is a day: those of a programme of one line below it ("14 h 30 : thé dansant"), the only stretch of a sentence
 * there ("Ouverture libre de la chapelle, de 14 h à 18 h"), or the only hour at all ("à partir de 14 h, pharmacie"). */
void events_hours_of_heading(struct occurrence *occurrence, const struct readings *readings)
{
    const struct passage *heading = occurrence->reading->passage;
    bool open = heading->role == PASSAGE_BODY && occurrence->start_minutes < 0 && occurrence->first_day == occurrence->last_day;
    if (open && fills_block(occurrence))
        take_right_below(occurrence, readings);
    if (!open || !events_is_heading(occurrence) || occurrence->start_minutes >= 0)
        return;
    struct below_heading below = find_below_heading(readings, heading);
    if (below.slots == 1)
        events_hours_give(occurrence, below.slot);
    else if (below.slots == 0 && below.hours == 1 && below.opening)
        events_hours_give(occurrence, below.opening);
}

static bool repeats_hours(const struct occurrences *occurrences, const struct occurrence *occurrence)
{
    return events_says_same(occurrence, occurrences->grammar, occurrences->grammar->hour_nouns);
}

/* "prévue le 12 mars à 15h, est reportée au 26 mars, même heure": the day that was put off, in the same sentence. */
static const struct reading *put_off_before(const struct readings *readings, const struct reading *own)
{
    const struct lexeme *items = own->passage->lexis.items;
    for (size_t i = 0; i < readings->count && &readings->items[i] != own; i++) {
        const struct reading *other = &readings->items[i];
        if (other->passage == own->passage && items[other->mention].sentence == items[own->mention].sentence && other->start_minutes >= 0 &&
            (other->off || other->kind == READING_NONE))
            return other;
    }
    return NULL;
}

static void repeat_put_off(struct occurrence *occurrence, const struct readings *readings)
{
    const struct reading *before = put_off_before(readings, occurrence->reading);
    if (!before)
        return;
    occurrence->start_minutes = before->start_minutes;
    occurrence->end_minutes = before->end_minutes;
    occurrence->time_line = before->time_line;
}

/* "Le suivant est fixé au 12 décembre, mêmes heures": those of the nearest event before it. */
static void repeat_hours(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i], *model = NULL;
        if (occurrence->dropped || occurrence->start_minutes >= 0 || !repeats_hours(occurrences, occurrence))
            continue;
        repeat_put_off(occurrence, readings);
        if (occurrence->start_minutes >= 0)
            continue;
        for (size_t k = 0; k < occurrences->count; k++) {
            struct occurrence *other = &occurrences->items[k];
            if (!other->dropped && other->start_minutes >= 0 && other->first_day < occurrence->first_day && (!model || other->first_day > model->first_day))
                model = other;
        }
        if (!model)
            continue;
        occurrence->start_minutes = model->start_minutes;
        occurrence->end_minutes = model->end_minutes;
        occurrence->time_line = model->time_line;
        occurrence->returns = model->returns;
    }
}

static bool hours_agree(const struct occurrence *occurrence, const struct hours *hours)
{
    /* "de 19h à 8h" of a night that is told as two days ends on the second. */
    bool night = occurrence->last_day == occurrence->first_day + 1 && hours->end_minutes > DAY_MINUTES;
    int end = hours->end_minutes - (night ? DAY_MINUTES : 0);
    return occurrence->start_minutes == hours->start_minutes && (occurrence->end_minutes < 0 || end < 0 || occurrence->end_minutes == end);
}

/* Hours with a label of their own belong to the event of the page. */
static void apply_labelled(struct occurrences *occurrences, struct occurrence *occurrence, const struct hours *hours)
{
    if (occurrence->start_minutes < 0 || (hours_agree(occurrence, hours) && occurrence->end_minutes < 0)) {
        events_hours_give(occurrence, hours);
    } else if (!hours_agree(occurrence, hours)) {
        events_report(occurrences, "date-contradiction", hours->row, hours->passage->text, occurrence->line, occurrence->text);
        if (hours->passage->role == PASSAGE_FIELD && occurrence->end_minutes >= 0 && occurrence->reading && occurrence->reading->passage->role == PASSAGE_BODY)
            return; /* what the reader of the page sees wins */
        bool within = hours->end_minutes >= 0 && occurrence->start_minutes >= hours->start_minutes && occurrence->start_minutes < hours->end_minutes;
        occurrence->start_minutes = within && occurrence->end_minutes < 0 ? occurrence->start_minutes : -1;
        occurrence->end_minutes = -1;
        occurrence->returns.told = false;
    }
}

/* A line of hours right below a line with the day. */
static bool stands_by(const struct hours *hours, const struct occurrence *occurrence)
{
    const struct passage *passage = occurrence->reading ? occurrence->reading->passage : NULL;
    if (!passage || passage->role != hours->passage->role || hours->passage->index <= passage->index ||
        hours->passage->index > passage->index + HOURS_REACH)
        return false;
    return passage->above == hours->passage->above || passage == hours->passage->above;
}

static bool is_hours_label(const char *label)
{
    return strncmp(label, "Horaire", 7) == 0 || strncmp(label, "horaire", 7) == 0 || strncmp(label, "Heure", 5) == 0 ||
           strncmp(label, "heure", 5) == 0 || strncmp(label, "Time", 4) == 0 || strncmp(label, "Hours", 5) == 0 || strncmp(label, "hour", 4) == 0 || strncmp(label, "Quand", 5) == 0 ||
           strcmp(label, "Tous les jours") == 0 || strcmp(label, "Chaque jour") == 0;
}

static struct occurrence *main_event(struct occurrences *occurrences)
{
    struct occurrence *found = NULL, *only = NULL;
    size_t left = 0;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        if (occurrence->dropped)
            continue;
        left++;
        only = occurrence;
        if (occurrence->matched && (!found || occurrence->first_day < found->first_day))
            found = occurrence;
    }
    return found ? found : left == 1 ? only : NULL;
}

/* To all days of one breath that have none. */
static void give_in_breath(struct occurrences *occurrences, const struct reading *reading, const struct hours *hours)
{
    for (size_t k = 0; k < occurrences->count; k++) {
        struct occurrence *other = &occurrences->items[k];
        bool breath = other->reading && other->reading->passage == reading->passage && other->reading->mention == reading->mention;
        if (!other->dropped && breath && other->start_minutes < 0)
            events_hours_give(other, hours);
    }
}

/* A line of hours belongs to the nearest day above it that has none. */
static void apply_near(struct occurrences *occurrences, const struct hours *hours)
{
    struct occurrence *near = NULL;
    for (size_t k = 0; k < occurrences->count; k++) {
        struct occurrence *occurrence = &occurrences->items[k];
        bool closer = !near || (near->reading && occurrence->reading && occurrence->reading->passage->index > near->reading->passage->index);
        if (!occurrence->dropped && occurrence->start_minutes < 0 && stands_by(hours, occurrence) && closer)
            near = occurrence;
    }
    if (near)
        give_in_breath(occurrences, near->reading, hours);
}

/* The only event whose day a line of the same list tells; NULL: none, or more. */
static struct occurrence *event_of_list(struct occurrences *occurrences, const struct hours *hours)
{
    struct occurrence *own = NULL;
    for (size_t i = 0; passages_list(hours->passage) && i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        if (occurrence->dropped || !occurrence->reading || passages_list(occurrence->reading->passage) != passages_list(hours->passage))
            continue;
        if (own)
            return NULL;
        own = occurrence;
    }
    return own;
}

/* "- Le 21 novembre", "- Au Lieu", "- De 9h à 12h": the stretch in the list of one day is that day's, whatever a programme says. */
static void apply_in_list(struct occurrences *occurrences, const struct hours *hours)
{
    struct occurrence *own = hours->end_minutes >= 0 ? event_of_list(occurrences, hours) : NULL;
    if (own && own->start_minutes < 0 && own->first_day == own->last_day && own->reading->passage != hours->passage)
        events_hours_give(own, hours);
}

/* The only event, or NULL. */
static struct occurrence *sole_event(struct occurrences *occurrences)
{
    struct occurrence *event = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        if (occurrences->items[i].dropped || repeats_hours(occurrences, &occurrences->items[i]))
            continue;
        if (event)
            return NULL;
        event = &occurrences->items[i];
    }
    return event;
}

/* ... when it lasts a day and has no hours. */
static struct occurrence *only_event(struct occurrences *occurrences)
{
    struct occurrence *event = sole_event(occurrences);
    return event && event->start_minutes < 0 && event->first_day == event->last_day ? event : NULL;
}

/* A programme of which each line begins with its hour: the day begins with the first. */
static void apply_programme(struct occurrences *occurrences, const struct readings *readings)
{
    struct occurrence *event = only_event(occurrences);
    const struct hours *first = NULL, *last = NULL;
    for (size_t i = 0; event && i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if ((!hours->step && !hours->slot) || hours->closes)
            continue;
        if (last && hours->start_minutes < last->start_minutes)
            return; /* the programme of another day */
        first = first ? first : hours;
        last = hours;
    }
    if (!event || first == last)
        return;
    event->start_minutes = first->start_minutes;
    event->end_minutes = last->end_minutes;
    event->time_line = first->row;
    event->returns.told = false;
}

/* Several days of one breath, each without hours: "15 janvier / 16 mars / 17 mai : notez les dates !", and nothing else takes place. */
static struct occurrence *only_breath(struct occurrences *occurrences)
{
    struct occurrence *first = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        if (event->dropped)
            continue;
        bool breath = event->reading && event->start_minutes < 0 && event->first_day == event->last_day &&
                      (!first || (event->reading->passage == first->reading->passage && event->reading->mention == first->reading->mention));
        if (!breath)
            return NULL;
        first = first ? first : event;
    }
    return first;
}

/* The only stretch that no day claims, told once or again; NULL: none, or others beside it. */
static const struct hours *only_loose(const struct readings *readings)
{
    const struct hours *only = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        bool other = !hours->loose && !hours->line && !hours->step && !hours->general; /* heard for another purpose only */
        if (hours->closes || other)
            continue;
        bool again = only && only->start_minutes == hours->start_minutes && only->end_minutes == hours->end_minutes;
        if (again)
            continue;
        if (only || !(hours->loose || hours->named))
            return NULL;
        only = hours;
    }
    return only;
}

/* A few days, as many as the hours are told to be of. */
static bool is_run_of(const struct occurrence *run, const struct hours *hours)
{
    int64_t days = run->last_day - run->first_day + 1;
    return hours->of_days ? days == hours->of_days : days <= RUN_DAYS + 1;
}

/* It belongs to the only event, when that lasts a day and has no hours, or to the days of one breath. */
static void apply_loose(struct occurrences *occurrences, const struct readings *readings)
{
    const struct hours *only = only_loose(readings);
    struct occurrence *event = only ? only_event(occurrences) : NULL, *run = only && (only->named || only->of_days) && !event ? sole_event(occurrences) : NULL, *breath = only && !event ? only_breath(occurrences) : NULL;
    if (event)
        events_hours_give(event, only);
    else if (run && run->start_minutes < 0 && is_run_of(run, only)) /* "21 et 22 août", and further down "Horaires : 16h30-19h30" */
        events_hours_give(run, only);
    if (breath)
        give_in_breath(occurrences, breath->reading, only);
}

/* Of the loose hours behind one day and before the next there is only this one. */
static bool is_only_below(const struct readings *readings, size_t index, const struct passage *above)
{
    for (size_t i = index; i-- > 0 && events_hours_days_before(readings, readings->hours[i].passage) == above;)
        if (readings->hours[i].loose)
            return false;
    for (size_t i = index + 1; i < readings->hours_count && events_hours_days_before(readings, readings->hours[i].passage) == above; i++)
        if (readings->hours[i].loose)
            return false;
    return true;
}

/* Both stand outside of lists and in the same box, a few paragraphs apart. */
static bool is_prose_below(const struct passage *above, const struct passage *below)
{
    const struct block *one = above->block, *other = below->block;
    return one && other && !one->list && !other->list && one->box == other->box && below->index <= above->index + BELOW_REACH;
}

/* The only stretch between a day and the next is that day's: "**Plantations : samedi 8 mars**", "Le terrain est prêt.", "Retrouvons-nous dès
 * 9 h 30". */
static void apply_below(struct occurrences *occurrences, const struct readings *readings, size_t index)
{
    const struct hours *hours = &readings->hours[index];
    const struct passage *above = events_hours_days_before(readings, hours->passage), *below = hours->passage;
    if (!above || !is_prose_below(above, below) || !is_only_below(readings, index, above))
        return;
    struct occurrence *event = events_hours_days_only(occurrences, above);
    if (event && event->start_minutes < 0 && event->first_day == event->last_day)
        events_hours_give(event, hours);
}

/* "Horaires : 9h-12h": a field or a line that is named so. */
static void apply_named(struct occurrences *occurrences, const struct hours *hours)
{
    struct occurrence *own = event_of_list(occurrences, hours), *occurrence = own ? own : main_event(occurrences);
    if (occurrence)
        apply_labelled(occurrences, occurrence, hours);
    if (!own)
        events_hours_all_siblings(occurrences, occurrence, hours);
}

/* The only hour of the page that closes something; NULL: none, or more. */
static const struct hours *only_closing(const struct readings *readings)
{
    const struct hours *closing = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        if (readings->hours[i].closes && closing)
            return NULL;
        closing = readings->hours[i].closes ? &readings->hours[i] : closing;
    }
    return closing;
}

/* It begins before that hour, on one day, and does not end yet. */
static bool is_closed_by(const struct occurrence *event, const struct hours *closing)
{
    return event->start_minutes >= 0 && event->end_minutes < 0 && event->first_day == event->last_day && event->start_minutes < closing->start_minutes;
}

/* "Fin du tournoi à 20h00" closes the only event, or all that begin at one hour. */
static void apply_closing(struct occurrences *occurrences, const struct readings *readings)
{
    const struct hours *closing = only_closing(readings);
    int begins = -1;
    for (size_t i = 0; closing && i < occurrences->count; i++) {
        const struct occurrence *event = &occurrences->items[i];
        if (event->dropped)
            continue;
        if (!is_closed_by(event, closing) || (begins >= 0 && begins != event->start_minutes))
            return;
        begins = event->start_minutes;
    }
    for (size_t i = 0; closing && i < occurrences->count; i++)
        occurrences->items[i].end_minutes = closing->start_minutes;
}

/* What the text corrects holds, whatever a field says. */
static void apply_corrections(struct occurrences *occurrences, const struct readings *readings)
{
    struct occurrence *event = sole_event(occurrences);
    for (size_t i = 0; event && i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if (hours->former_minutes < 0 || event->first_day != event->last_day || event->start_minutes != hours->former_minutes)
            continue;
        events_hours_give(event, hours);
    }
}

/* What is said of several days, or beside one. */
static void apply_shared(struct occurrences *occurrences, const struct hours *hours)
{
    const struct occurrence *own = hours->labelled || hours->named ? event_of_list(occurrences, hours) : NULL;
    if (own && own->start_minutes >= 0)
        return; /* "- Date : 18 novembre", "- Horaires : 9h-17h" */
    events_hours_all_apply(occurrences, hours);
    bool beside = hours->line || hours->general || hours->of_above;
    if (!hours->labelled && !hours->closes && beside && !events_hours_all_above(occurrences, hours) && (hours->line || hours->general))
        apply_near(occurrences, hours);
}

void events_hours_ruled(struct occurrences *occurrences, const struct readings *readings)
{
    events_hours_parts_apply(occurrences, readings);
    events_hours_parts_weekdays(occurrences, readings);
    events_hours_parts_choose(occurrences, readings);
    /* What is named "Horaires" before what a programme lets guess. */
    for (size_t i = 0; i < readings->hours_count; i++)
        if (readings->hours[i].labelled && is_hours_label(readings->hours[i].passage->label))
            apply_named(occurrences, &readings->hours[i]);
    for (size_t i = 0; i < readings->hours_count; i++)
        if (readings->hours[i].line && !readings->hours[i].labelled)
            apply_in_list(occurrences, &readings->hours[i]);
    events_hours_all_practical(occurrences, readings);
    events_hours_told_apply(occurrences, readings);
    apply_programme(occurrences, readings);
    events_hours_days_apply(occurrences, readings);
    apply_loose(occurrences, readings);
    for (size_t i = 0; i < readings->hours_count; i++)
        apply_shared(occurrences, &readings->hours[i]);
    for (size_t i = 0; i < readings->hours_count; i++)
        if (readings->hours[i].loose && !readings->hours[i].labelled)
            apply_below(occurrences, readings, i);
    events_hours_all_weekly(occurrences, readings);
}

void events_hours_apply(struct occurrences *occurrences, const struct readings *readings)
{
    events_hours_ruled(occurrences, readings);
    events_hours_weekdays_apply(occurrences, readings);
    events_hours_alike(occurrences, readings);
    events_hours_all_lengths(occurrences, readings);
    apply_closing(occurrences, readings);
    apply_corrections(occurrences, readings);
    repeat_hours(occurrences, readings);
    events_hours_parts_split(occurrences);
    events_hours_weekdays_drop(occurrences, readings);
}
