#include "content/events.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/events_breath.h"
#include "content/events_fields.h"
#include "content/events_hours.h"
#include "content/events_hours_days.h"
#include "content/events_names.h"
#include "content/events_unite.h"
#include "content/grammar.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, EVENTS_MOST = 200, LONG_DAYS = 7, OVER_DAYS = 1 };

void events_add(struct occurrences *occurrences, const struct occurrence *occurrence)
{
    occurrences->items = arena_grow(occurrences->arena, occurrences->items, occurrences->count, &occurrences->capacity, sizeof *occurrences->items);
    occurrences->items[occurrences->count++] = *occurrence;
}

void events_report(struct occurrences *occurrences, const char *code, int line, const char *text, int other_line, const char *other)
{
    diag_add(occurrences->diags, DIAG_WARNING, (struct place){.file = occurrences->article->file, .line = line}, code,
             "« %s » contredit « %s » de la ligne %d ; mettez-les d’accord", "\"%s\" contradicts \"%s\" of line %d; make them agree", text, other,
             other_line);
}

/* "- **9 novembre** : journée du réseau": the item that begins with the day. */
static const struct passage *item_of(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    bool item = passage->block && passage->block->kind == BLOCK_ITEM;
    return item && lexis_at(&passage->lexis, reading->begin) <= 1 ? passage : NULL;
}

static struct occurrence occurrence_of(struct arena *arena, const struct reading *reading)
{
    return (struct occurrence){.reading = reading,
                               .item = item_of(reading),
                               .text = readings_text(arena, reading),
                               .reason = reading->reason,
                               .line = reading->line,
                               .time_line = reading->time_line,
                               .first_day = reading->first_day,
                               .last_day = reading->last_day,
                               .start_minutes = reading->start_minutes,
                               .end_minutes = reading->end_minutes,
                               .strong = reading->strong,
                               .alone = reading->alone};
}

/* One more day of the occurrence that was added last. */
static void go_on(struct occurrences *occurrences, const struct reading *before, const struct reading *reading)
{
    struct occurrence *last = &occurrences->items[occurrences->count - 1];
    last->last_day = reading->last_day;
    if (before->mention == reading->mention)
        return;
    struct reading whole = *last->reading;
    whole.end = reading->end;
    last->text = readings_text(occurrences->arena, &whole);
}

static void collect(struct occurrences *occurrences, const struct readings *readings)
{
    bool dated = events_fields_date(occurrences->article);
    for (size_t i = 0; i < readings->count && occurrences->count < EVENTS_MOST; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->kind != READING_EVENT || !reading->resolved || reading->off)
            continue;
        if (i > 0 && occurrences->count && events_breath_goes_on(&readings->items[i - 1], reading, occurrences->grammar)) {
            go_on(occurrences, &readings->items[i - 1], reading);
            continue;
        }
        if (reading->of_link && dated)
            continue; /* another page's */
        struct occurrence occurrence = occurrence_of(occurrences->arena, reading);
        events_add(occurrences, &occurrence);
    }
}

/* A day that is full or called off in one place is not announced from another. */
static void drop_off(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        for (size_t k = 0; reading->off && reading->resolved && k < occurrences->count; k++) {
            struct occurrence *occurrence = &occurrences->items[k];
            bool same_hour = reading->start_minutes < 0 || occurrence->start_minutes < 0 || reading->start_minutes == occurrence->start_minutes;
            bool anew = reading->passage->page_put_off && occurrence->reading && occurrence->reading->moved; /* "Nouvelle date : 10 octobre" */
            if (!anew && occurrence->first_day == reading->first_day && occurrence->last_day == reading->last_day && same_hour && !events_unite_lists_apart(reading, occurrence->reading))
                occurrence->dropped = true;
        }
    }
}

/* The new day in the text of an event that the title says to be put off; NULL when there is none. */
static const struct reading *find_moved(const struct readings *readings)
{
    for (size_t i = 0; readings->put_off && i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->kind == READING_EVENT && reading->moved && reading->resolved && !reading->off && reading->passage->role == PASSAGE_BODY)
            return reading;
    }
    return NULL;
}

/* "[Reporté] Salon": the fields still hold the days from which the text moves it. */
static void drop_moved(struct occurrences *occurrences)
{
    const struct reading *moved = occurrences->moved;
    for (size_t k = 0; moved && k < occurrences->count; k++) {
        struct occurrence *occurrence = &occurrences->items[k];
        bool field = occurrence->reading && occurrence->reading->passage->role == PASSAGE_FIELD;
        occurrence->dropped = occurrence->dropped || (field && occurrence->first_day != moved->first_day);
    }
}

static bool is_day(const struct date_day *day, int64_t days)
{
    struct civil civil = civil_from_days(days);
    return civil.month == day->month && civil.day == day->day && (!day->year || civil.year == day->year);
}

/* The day lies within a stretch whose year is written or the day's own: "s'est tenu du 8 au 12 juillet 2019". */
static bool is_within(const struct date_span *span, int64_t days)
{
    int year = civil_from_days(days).year;
    int64_t first = civil_to_days(span->first.year ? span->first.year : year, span->first.month, span->first.day);
    int64_t last = civil_to_days(span->last.year ? span->last.year : year, span->last.month, span->last.day);
    return span->range && days >= first && days <= last;
}

/* Days around the publication that another sentence tells as past are over, whatever a title says: "Les 13 et 14 juin, le collectif a été
 * lancé". */
static void drop_over(struct occurrences *occurrences, const struct readings *readings)
{
    struct civil published = zone_to_civil(occurrences->zone, occurrences->article->published);
    int64_t last = civil_to_days(published.year, published.month, published.day) + OVER_DAYS;
    for (size_t i = 0; i < readings->count && occurrences->article->has_published; i++) {
        const struct reading *reading = &readings->items[i];
        for (size_t k = 0; reading->over && k < occurrences->count; k++) {
            struct occurrence *occurrence = &occurrences->items[k];
            bool told = is_day(&reading->span.first, occurrence->first_day) && occurrence->start_minutes < 0 && occurrence->first_day <= last;
            bool part = occurrence->first_day < last - OVER_DAYS && is_within(&reading->span, occurrence->first_day);
            occurrence->dropped = occurrence->dropped || told || part;
        }
    }
}

/* "Recensement : du 16 janvier au 15 février" of a title that names no event, where the text says "Vous avez jusqu'au 15 février". */
static bool is_time_left(const struct occurrence *occurrence, const struct reading *reading)
{
    const struct reading *own = occurrence->reading;
    bool titled = own && own->passage->role == PASSAGE_TITLE && own->span.range && !passages_has_cue(own->passage, CUE_EVENT) && !passages_has_cue(own->passage, CUE_MEET);
    return titled && reading->kind == READING_DEADLINE && reading->resolved && occurrence->last_day == reading->last_day;
}

/* "Inscriptions : du 9 janvier au 6 février" is no event where the same stretch is told elsewhere. */
static void drop_deadlines(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        bool stretch = reading->kind == READING_DEADLINE && reading->span.range && reading->resolved;
        for (size_t k = 0; k < occurrences->count; k++) {
            struct occurrence *occurrence = &occurrences->items[k];
            bool same = stretch && occurrence->first_day == reading->first_day && occurrence->last_day == reading->last_day && occurrence->start_minutes < 0;
            occurrence->dropped = occurrence->dropped || same || is_time_left(occurrence, reading);
        }
    }
}

static bool same_days(const struct occurrence *one, const struct occurrence *other)
{
    return one->first_day == other->first_day && one->last_day == other->last_day;
}

static bool covers(const struct occurrence *outer, const struct occurrence *inner)
{
    return outer->first_day <= inner->first_day && outer->last_day >= inner->last_day;
}

/* "Soirée d'ouverture : mercredi 16 mars, 20 h" of a list, which a name opens: a part of the days above it that is told for itself. */
static bool is_in_programme(const struct occurrence *outer, const struct occurrence *inner)
{
    const struct passage *line = inner->reading ? inner->reading->passage : NULL;
    bool item = line && outer->reading && line != outer->reading->passage && line->block && line->block->kind == BLOCK_ITEM;
    return item && inner->start_minutes >= 0 && inner->start_minutes != outer->start_minutes && lexis_at(&line->lexis, inner->reading->begin) > 1;
}

/* "Date : 16 mars", and further down "Exposition du 16 au 20 mars"; "Date : 18 novembre" of a list, in the week "du 15 au 21 novembre". */
static bool is_named_apart(const struct occurrence *outer, const struct occurrence *inner)
{
    bool named = inner->reading && outer->reading && inner->reading->labelled && !outer->reading->labelled;
    bool list = named && inner->reading->passage->block && inner->reading->passage->block->list && outer->reading->passage->role == PASSAGE_BODY;
    return named && (list || inner->reading->passage->above != outer->reading->passage->above);
}

/* "Semaine des langues du 12 au 16 mai. Au programme : mardi 13 mai à 18h, soirée galloise": a later sentence tells a weekday of these days with its
 * hour. */
static bool is_told_later(const struct occurrence *outer, const struct occurrence *inner)
{
    const struct reading *days = outer->reading, *day = inner->reading;
    if (!days || !day || days->passage != day->passage || outer->start_minutes >= 0 || inner->start_minutes < 0 || day->span.first.weekday < 0)
        return false;
    const struct lexeme *items = day->passage->lexis.items;
    return items[day->mention].sentence > items[days->mention].sentence && inner->first_day != outer->first_day && readings_names_event(day);
}

/* "Vernissage vendredi à 18h" of an exhibition; "les 16 et 17, de 10h à 18h", and a concert on the 16th at 20h30: an hour of its own. */
static bool is_beside(const struct occurrence *outer, const struct occurrence *inner)
{
    bool opening = outer->last_day - outer->first_day > LONG_DAYS && inner->start_minutes >= 0;
    bool evening = outer->end_minutes > 0 && inner->start_minutes >= outer->end_minutes && inner->first_day == inner->last_day;
    evening = evening && inner->reading && readings_names_event(inner->reading);
    return opening || evening || is_named_apart(outer, inner);
}

/* "Le Téléthon des 3 et 4 décembre", and below it "Vendredi 3 décembre, à 19h" and "Samedi 4 décembre, à 9h": another day of them has an hour of its own. */
static bool has_sibling(const struct occurrences *occurrences, const struct occurrence *outer, const struct occurrence *inner)
{
    enum { SIBLINGS_MOST = 40 };
    for (size_t i = 0; i < occurrences->count && i < SIBLINGS_MOST; i++) {
        const struct occurrence *other = &occurrences->items[i];
        bool day = other->first_day == other->last_day && other->first_day != inner->first_day && other->start_minutes >= 0 && other->reading;
        if (day && covers(outer, other) && other->reading->passage != outer->reading->passage)
            return true;
    }
    return false;
}

/* In another passage than the days without hours around it, and not the beginning of them. */
static bool is_apart(const struct occurrences *occurrences, const struct occurrence *outer, const struct occurrence *inner)
{
    if (outer->start_minutes >= 0 || !inner->reading || !outer->reading || inner->reading->passage == outer->reading->passage)
        return false;
    return inner->end_minutes >= 0 || inner->first_day != outer->first_day || (inner->start_minutes >= 0 && has_sibling(occurrences, outer, inner));
}

/* A day that lies within a longer event is that event, unless it has hours and a line of its own. */
static bool is_part(const struct occurrences *occurrences, const struct occurrence *outer, const struct occurrence *inner)
{
    if (is_beside(outer, inner) || !covers(outer, inner))
        return false;
    bool own_line = inner->alone || inner->programme || is_in_programme(outer, inner) || is_told_later(outer, inner) || is_apart(occurrences, outer, inner);
    return !same_days(outer, inner) && !(inner->start_minutes >= 0 && own_line);
}

/* A day within days told in one breath that is told apart: a heading of its own, an evening, or its hours from the first to the last. */
static bool is_told_apart(const struct occurrence *outer, const struct occurrence *inner)
{
    bool detailed = outer->start_minutes < 0 && inner->start_minutes >= 0 && inner->end_minutes >= 0; /* "10 octobre : 9h30-17h30" */
    bool apart = events_is_heading(inner) || inner->start_minutes >= EVENING_MINUTES || detailed;
    return apart && !inner->dropped && inner->first_day == inner->last_day && covers(outer, inner) && !same_days(outer, inner);
}

static bool are_all_told_apart(const struct occurrences *occurrences, const struct occurrence *outer)
{
    for (int64_t day = outer->first_day; day <= outer->last_day; day++) {
        bool found = false; /* days without any hour are parts of one event */
        for (size_t i = 0; i < occurrences->count && !found; i++)
            found = occurrences->items[i].first_day == day && is_told_apart(outer, &occurrences->items[i]) &&
                    (outer->start_minutes >= 0 || occurrences->items[i].start_minutes >= 0);
        if (!found)
            return false;
    }
    return true;
}

/* "Les 6, 7 et 8 avril à 18h" and below it a heading for each of them: one event a day, each at the hour that was said for all. */
static void split_days(struct occurrences *occurrences, struct occurrence *outer)
{
    int64_t days = outer->last_day - outer->first_day + 1;
    bool listed = outer->reading && (!outer->reading->span.range || outer->start_minutes < 0) && outer->end_minutes < 0;
    if (outer->dropped || !listed || days < 2 || days > LONG_DAYS || !are_all_told_apart(occurrences, outer))
        return;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *inner = &occurrences->items[i];
        if (outer->start_minutes < 0 || inner->start_minutes >= 0 || !is_told_apart(outer, inner))
            continue;
        inner->start_minutes = outer->start_minutes;
        inner->time_line = outer->time_line;
    }
    outer->dropped = true;
}

/* "La mission y interviendra le mercredi à 17h30": a talk within it, and not its beginning. */
static bool is_talk(const struct occurrences *occurrences, const struct occurrence *occurrence)
{
    const struct lexeme *items = occurrence->reading ? occurrence->reading->passage->lexis.items : NULL;
    for (size_t i = items ? occurrence->reading->mention : 0; i-- > 0 && items[i].sentence == items[occurrence->reading->mention].sentence;)
        if (items[i].kind == LEXEME_WORD && grammar_begins(occurrences->grammar->speaking, items[i].word))
            return true;
    return false;
}

/* "Du 4 au 8 octobre, chacun à son rythme. Une visio de lancement aura lieu le lundi 4 à 10h": a later sentence names what has the hour. */
static bool is_named_later(const struct occurrence *outer, const struct occurrence *inner)
{
    const struct reading *days = outer->reading, *day = inner->reading;
    bool same = days && day && days->passage == day->passage;
    return same && day->passage->lexis.items[day->mention].sentence > day->passage->lexis.items[days->mention].sentence && readings_names_event(day);
}

/* "L'ouverture se fera le vendredi à 19h": of days told elsewhere. */
static bool is_opening(const struct occurrences *occurrences, const struct occurrence *outer, const struct occurrence *inner)
{
    enum { HEAD_MOST = 6 };
    const struct reading *days = outer->reading, *day = inner->reading;
    if (!days || !day || days->passage == day->passage)
        return false;
    const struct lexeme *items = day->passage->lexis.items;
    size_t first = day->mention;
    while (first > 0 && day->mention - first < HEAD_MOST && items[first - 1].sentence == items[day->mention].sentence)
        first--;
    for (size_t i = first; i < day->mention; i++)
        if (lexis_is_word_of(&items[i], occurrences->grammar->column_opens))
            return true;
    return false;
}

/* Its hour is that of a part, and not the beginning of the whole. */
static bool has_own_hour(const struct occurrences *occurrences, const struct occurrence *outer, const struct occurrence *inner)
{
    return is_opening(occurrences, outer, inner) || is_talk(occurrences, inner) || is_named_later(outer, inner);
}

/* "Venez les 12 et 13 juillet" of the lead, where the text says "samedi 11 et dimanche 12, de 9h à 18h": what is told with its hours holds. */
static bool is_contradicted(const struct occurrence *one, const struct occurrence *other)
{
    const struct reading *lead = one->reading, *body = other->reading;
    bool overlap = one->first_day <= other->last_day && other->first_day <= one->last_day && one->first_day != other->first_day && one->last_day != other->last_day;
    bool told = lead && body && lead->passage->role == PASSAGE_FRONT && body->passage->role == PASSAGE_BODY;
    return overlap && told && one->start_minutes < 0 && other->start_minutes >= 0 && !covers(one, other) && !covers(other, one);
}

/* "Dans le cadre de la semaine de l'emploi (du 15 au 21 novembre)", where a line says "Date : jeudi 18 novembre": the week is not what the page
 * announces. */
static bool is_frame(const struct occurrence *outer, const struct occurrence *inner)
{
    const struct reading *week = outer->reading;
    size_t begin = week ? week->begin : 0;
    while (begin > 0 && week->passage->text[begin - 1] == ' ')
        begin--;
    bool bracket = begin > 0 && week->passage->text[begin - 1] == '(';
    return bracket && outer->start_minutes < 0 && outer->last_day > outer->first_day && covers(outer, inner) && !same_days(outer, inner) && is_named_apart(outer, inner);
}

/* What is known of two of them together. */
static void compare(struct occurrences *occurrences, struct occurrence *one, struct occurrence *other)
{
    if (is_contradicted(one, other)) {
        events_report(occurrences, "date-contradiction", one->line, one->text, other->line, other->text);
        one->dropped = true;
    } else if (is_frame(one, other)) {
        one->dropped = true;
    } else if (is_part(occurrences, one, other)) {
        if (one->start_minutes < 0 && other->start_minutes >= 0 && other->end_minutes < 0 && other->first_day == one->first_day && !has_own_hour(occurrences, one, other))
            one->start_minutes = other->start_minutes;
        other->dropped = true;
    } else if (other > one && same_days(one, other) && events_unite(occurrences, one, other)) {
        other->dropped = true;
    }
}

static void merge(struct occurrences *occurrences)
{
    for (size_t i = 0; i < occurrences->count; i++)
        for (size_t k = 0; k < occurrences->count && !occurrences->items[i].dropped; k++)
            if (k != i && !occurrences->items[k].dropped)
                compare(occurrences, &occurrences->items[i], &occurrences->items[k]);
}

static void sort(struct occurrences *occurrences)
{
    size_t kept = 0;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence occurrence = occurrences->items[i];
        if (occurrence.dropped)
            continue;
        size_t at = kept++;
        for (; at > 0; at--) {
            const struct occurrence *before = &occurrences->items[at - 1];
            if (before->first_day < occurrence.first_day ||
                (before->first_day == occurrence.first_day && before->start_minutes <= occurrence.start_minutes))
                break;
            occurrences->items[at] = *before;
        }
        occurrences->items[at] = occurrence;
    }
    occurrences->count = kept;
}

struct occurrences events_days(struct arena *arena, const struct readings *readings, const struct article *article, const struct zone *zone,
                               struct diags *diags)
{
    struct occurrences occurrences = {.arena = arena, .article = article, .grammar = grammar_for(article->language), .zone = zone, .diags = diags, .moved = find_moved(readings)};
    collect(&occurrences, readings);
    drop_off(&occurrences, readings);
    drop_over(&occurrences, readings);
    drop_moved(&occurrences);
    drop_deadlines(&occurrences, readings);
    events_names_drop(&occurrences);
    for (size_t i = 0; i < occurrences.count; i++)
        events_hours_of_heading(&occurrences.items[i], readings);
    events_hours_days_lists(&occurrences, readings);
    for (size_t i = 0; i < occurrences.count; i++)
        split_days(&occurrences, &occurrences.items[i]);
    merge(&occurrences);
    return occurrences;
}

struct occurrences events_merge(struct arena *arena, const struct readings *readings, const struct article *article, const struct zone *zone,
                                struct diags *diags)
{
    struct occurrences occurrences = events_days(arena, readings, article, zone, diags);
    events_fields_apply(&occurrences, readings);
    sort(&occurrences);
    events_breath_number_series(&occurrences);
    return occurrences;
}

static struct wall wall_of(const struct zone *zone, int64_t days, int minutes)
{
    struct civil civil = civil_from_days(days + minutes / DAY_MINUTES);
    civil.hour = minutes % DAY_MINUTES / 60;
    civil.minute = minutes % 60;
    return zone_to_wall(zone, &civil);
}

void events_set_times(const struct occurrence *occurrence, const struct zone *zone, struct event *event)
{
    int end_minutes = occurrence->end_minutes;
    if (end_minutes > DAY_MINUTES && occurrence->last_day == occurrence->first_day + 1)
        end_minutes -= DAY_MINUTES; /* "du 9 au 10 juin, de 20h à 6h" is one night */
    event->all_day = occurrence->start_minutes < 0;
    event->has_end = event->all_day || occurrence->end_minutes >= 0;
    event->start = wall_of(zone, occurrence->first_day, event->all_day ? 0 : occurrence->start_minutes);
    if (event->all_day)
        event->end = wall_of(zone, occurrence->last_day + 1, 0);
    else if (event->has_end)
        event->end = wall_of(zone, occurrence->last_day, end_minutes);
    else
        event->end = event->start;
    if (!event->all_day && !event->has_end && occurrence->last_day > occurrence->first_day) {
        /* It begins at an hour and ends on a later day: that day counts whole. */
        event->has_end = true;
        event->end = wall_of(zone, occurrence->last_day + 1, 0);
    }
}

bool events_says_same(const struct occurrence *occurrence, const struct grammar *grammar, const char *const *nouns)
{
    enum { SAME_REACH = 40 };
    const struct reading *reading = occurrence->reading;
    const struct lexis *lexis = reading ? &reading->passage->lexis : NULL;
    size_t at = lexis ? lexis_at(lexis, reading->date_begin) : 0;
    for (size_t i = at; lexis && i + 1 < lexis->count && i < at + SAME_REACH && lexis->items[i].sentence == lexis->items[at].sentence; i++)
        if (grammar_lists(grammar->same, lexis->items[i].word) && grammar_lists(nouns, lexis->items[i + 1].word))
            return true;
    return false;
}

bool events_is_heading(const struct occurrence *occurrence)
{
    const struct block *block = occurrence->reading ? occurrence->reading->passage->block : NULL;
    return occurrence->alone && block && block->kind == BLOCK_HEADING;
}
