#include "content/events.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/events_fields.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, EVENTS_MOST = 200, HOURS_REACH = 3 };

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

static struct occurrence occurrence_of(struct arena *arena, const struct reading *reading)
{
    return (struct occurrence){.reading = reading,
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

/* Days that follow each other in one breath are one event: "les 3, 4 et 5 juin". */
static bool continues(const struct reading *before, const struct reading *reading)
{
    return before->passage == reading->passage && before->mention == reading->mention && before->resolved && !before->off &&
           reading->first_day == before->last_day + 1 && !before->span.range && !reading->span.range;
}

static void collect(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < readings->count && occurrences->count < EVENTS_MOST; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->kind != READING_EVENT || !reading->resolved || reading->off)
            continue;
        if (i > 0 && occurrences->count && readings->items[i - 1].kind == READING_EVENT && continues(&readings->items[i - 1], reading)) {
            occurrences->items[occurrences->count - 1].last_day = reading->last_day;
            continue;
        }
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
            if (occurrence->first_day == reading->first_day && occurrence->last_day == reading->last_day && same_hour)
                occurrence->dropped = true;
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

/* Takes the hours of `from`. */
static void adopt_hours(struct occurrence *occurrence, const struct occurrence *from)
{
    occurrence->start_minutes = from->start_minutes;
    occurrence->end_minutes = from->end_minutes;
    occurrence->time_line = from->time_line;
    occurrence->text = from->text;
    occurrence->line = from->line;
    occurrence->reading = from->reading;
    occurrence->reason = from->reason;
}

/* The same beginning twice: the one that says the end is kept; two ends are none. */
static void unite_ends(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (other->end_minutes < 0 || keep->end_minutes == other->end_minutes)
        return;
    if (keep->end_minutes < 0) {
        adopt_hours(keep, other);
        return;
    }
    events_report(occurrences, "date-contradiction", other->line, other->text, keep->line, keep->text);
    keep->end_minutes = -1;
}

static bool starts_within(const struct occurrence *outer, const struct occurrence *inner)
{
    return outer->end_minutes >= 0 && inner->start_minutes >= outer->start_minutes && inner->start_minutes < outer->end_minutes;
}

/* Two different beginnings on the same days. True when they are one event, which `keep` then is. */
static bool unite_starts(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (starts_within(keep, other) && other->end_minutes <= keep->end_minutes)
        return !(other->alone && other->end_minutes >= 0); /* a part of the day, unless it is listed as one of its own */
    if (starts_within(other, keep) && !keep->alone) {
        adopt_hours(keep, other);
        return true;
    }
    bool same_passage = keep->reading && other->reading && keep->reading->passage == other->reading->passage;
    if (same_passage || (other->alone && keep->alone))
        return false; /* two sessions of one day */
    events_report(occurrences, "date-contradiction", other->line, other->text, keep->line, keep->text);
    keep->start_minutes = keep->end_minutes = -1; /* the day is certain, the hour is not */
    return true;
}

/* The body rather than the front matter is quoted. */
static bool is_more_visible(const struct occurrence *other, const struct occurrence *keep)
{
    return keep->reading && other->reading && keep->reading->passage->role != PASSAGE_BODY && other->reading->passage->role == PASSAGE_BODY;
}

static bool is_listed(const struct occurrence *occurrence)
{
    const struct block *block = occurrence->reading ? occurrence->reading->passage->block : NULL;
    return block && (block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW);
}

/* The same day in the lists of two sections: two sessions. */
static bool are_sessions(const struct occurrence *one, const struct occurrence *other)
{
    return is_listed(one) && is_listed(other) && one->alone && other->alone && one->reading->passage->above != other->reading->passage->above;
}

/* Two sayings of the same days. True when they are one event, which `keep` then is. */
static bool unite(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (are_sessions(keep, other))
        return false;
    keep->strong = keep->strong || other->strong;
    if (keep->start_minutes < 0 && (other->start_minutes >= 0 || is_more_visible(other, keep))) {
        adopt_hours(keep, other);
        return true;
    }
    if (other->start_minutes < 0)
        return true;
    if (keep->start_minutes != other->start_minutes)
        return unite_starts(occurrences, keep, other);
    unite_ends(occurrences, keep, other);
    return true;
}

/* A day that lies within a longer event is that event, unless it has hours and a line of its own. */
static bool is_part(const struct occurrence *outer, const struct occurrence *inner)
{
    bool apart = outer->start_minutes < 0 && inner->reading && outer->reading && inner->reading->passage != outer->reading->passage;
    bool own_line = inner->alone || (apart && (inner->end_minutes >= 0 || inner->first_day != outer->first_day));
    return covers(outer, inner) && !same_days(outer, inner) && !(inner->start_minutes >= 0 && own_line);
}

static void merge(struct occurrences *occurrences)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *one = &occurrences->items[i];
        for (size_t k = 0; k < occurrences->count && !one->dropped; k++) {
            struct occurrence *other = &occurrences->items[k];
            if (k == i || other->dropped)
                continue;
            if (is_part(one, other)) {
                if (one->start_minutes < 0 && other->start_minutes >= 0 && other->end_minutes < 0 && other->first_day == one->first_day)
                    one->start_minutes = other->start_minutes;
                other->dropped = true;
            } else if (k > i && same_days(one, other) && unite(occurrences, one, other)) {
                other->dropped = true;
            }
        }
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
        occurrence->start_minutes = hours->start_minutes;
        occurrence->end_minutes = hours->end_minutes;
        occurrence->time_line = hours->line;
    } else if (!hours_agree(occurrence, hours)) {
        events_report(occurrences, "date-contradiction", hours->line, hours->passage->text, occurrence->line, occurrence->text);
        bool within = hours->end_minutes >= 0 && occurrence->start_minutes >= hours->start_minutes && occurrence->start_minutes < hours->end_minutes;
        occurrence->start_minutes = within && occurrence->end_minutes < 0 ? occurrence->start_minutes : -1;
        occurrence->end_minutes = -1;
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
           strncmp(label, "heure", 5) == 0 || strncmp(label, "Time", 4) == 0 || strncmp(label, "Hours", 5) == 0 || strncmp(label, "Quand", 5) == 0;
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

/* The hours of all days that stand below a line. */
static void apply_general(struct occurrences *occurrences, const struct hours *hours)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        const struct passage *passage = occurrence->reading ? occurrence->reading->passage : NULL;
        bool below = passage && (passage->intro == hours->passage || stands_under(passage, hours->passage));
        bool other_day = hours->weekday >= 0 && (occurrence->first_day + 4) % 7 != hours->weekday; /* day 0 was a Thursday */
        if (occurrence->dropped || !below || other_day || occurrence->start_minutes >= 0 || occurrence->first_day != occurrence->last_day)
            continue;
        occurrence->start_minutes = hours->start_minutes;
        occurrence->end_minutes = hours->end_minutes;
        occurrence->time_line = hours->line;
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
    if (near) {
        near->start_minutes = hours->start_minutes;
        near->end_minutes = hours->end_minutes;
        near->time_line = hours->line;
    }
}

/* "Horaires : 8h30-10h" of a page with several days, of which none has hours of its own. */
static void apply_to_siblings(struct occurrences *occurrences, const struct occurrence *main, const struct hours *hours)
{
    for (size_t i = 0; i < occurrences->count; i++)
        if (&occurrences->items[i] != main && !occurrences->items[i].dropped && occurrences->items[i].start_minutes >= 0)
            return;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *other = &occurrences->items[i];
        if (other == main || other->dropped || !other->alone || other->first_day != other->last_day || (main && main->start_minutes != hours->start_minutes))
            continue;
        other->start_minutes = hours->start_minutes;
        other->end_minutes = hours->end_minutes;
        other->time_line = hours->line;
    }
}

/* The only stretch of hours that no day claims belongs to the only event, when that lasts a day and has none. */
static void apply_loose(struct occurrences *occurrences, const struct readings *readings)
{
    const struct hours *only = NULL;
    struct occurrence *event = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        bool again = only && only->start_minutes == hours->start_minutes && only->end_minutes == hours->end_minutes;
        if (again)
            continue;
        if (only || !hours->loose)
            return;
        only = hours;
    }
    for (size_t i = 0; only && i < occurrences->count; i++) {
        if (occurrences->items[i].dropped)
            continue;
        if (event)
            return;
        event = &occurrences->items[i];
    }
    if (!event || event->start_minutes >= 0 || event->first_day != event->last_day)
        return;
    event->start_minutes = only->start_minutes;
    event->end_minutes = only->end_minutes;
    event->time_line = only->line;
}

void events_apply_hours(struct occurrences *occurrences, const struct readings *readings)
{
    apply_loose(occurrences, readings);
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if (hours->loose)
            continue;
        struct occurrence *occurrence = hours->labelled && is_hours_label(hours->passage->label) ? main_event(occurrences) : NULL;
        if (hours->general)
            apply_general(occurrences, hours);
        if (occurrence) {
            apply_labelled(occurrences, occurrence, hours);
            apply_to_siblings(occurrences, occurrence, hours);
        }
        else if (hours->labelled && is_hours_label(hours->passage->label))
            apply_to_siblings(occurrences, NULL, hours);
        else if (!hours->labelled && !hours->slot)
            apply_near(occurrences, hours);
    }
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

/* A heading that is a day, with a programme of one line below it: "14 h 30 : thé dansant". */
static void apply_slots(struct occurrence *occurrence, const struct readings *readings)
{
    const struct passage *heading = occurrence->reading->passage;
    const struct hours *first = NULL;
    size_t slots = 0;
    bool day = heading->role == PASSAGE_BODY && heading->block->kind == BLOCK_HEADING && occurrence->alone;
    if (!day || occurrence->start_minutes >= 0 || occurrence->first_day != occurrence->last_day)
        return;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        if (!hours->slot || hours->passage->above != heading)
            continue;
        first = first ? first : hours;
        slots++;
    }
    if (slots != 1)
        return;
    occurrence->start_minutes = first->start_minutes;
    occurrence->end_minutes = first->end_minutes;
    occurrence->time_line = first->line;
}

struct occurrences events_merge(struct arena *arena, const struct readings *readings, const struct article *article, const struct zone *zone,
                                struct diags *diags)
{
    struct occurrences occurrences = {.arena = arena, .article = article, .zone = zone, .diags = diags};
    collect(&occurrences, readings);
    drop_off(&occurrences, readings);
    for (size_t i = 0; i < occurrences.count; i++)
        apply_slots(&occurrences.items[i], readings);
    merge(&occurrences);
    events_fields_apply(&occurrences, readings);
    sort(&occurrences);
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
