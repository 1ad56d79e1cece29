#include "content/events_hours_weekdays.h"

#include "base/civil.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/likeness_hours.h"
#include "content/readings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DAYS_MOST = 4, BELOW_MOST = 8 };

static bool is_run(const struct occurrence *event)
{
    int64_t days = event->last_day - event->first_day + 1;
    return event->reading && !event->dropped && days > 1 && days <= DAYS_MOST;
}

/* The only one of the page; the number of all when there is none, or more. */
static size_t find_run(const struct occurrences *occurrences)
{
    size_t found = occurrences->count;
    for (size_t i = 0; i < occurrences->count; i++) {
        if (!is_run(&occurrences->items[i]))
            continue;
        if (found < occurrences->count)
            return occurrences->count;
        found = i;
    }
    return found;
}

/* It is told in the sentence of the event, or in one of no date behind it, as far as what a page tells of one thing mostly goes. What comes back each
 * week ("samedi : 9h-18h") may well be it: how likely that is, the numbers say. */
static bool is_near(const struct occurrence *event, const struct spoken_hour *hour)
{
    const struct passage *home = event->reading->passage;
    int sentence = home->lexis.items[event->reading->mention].sentence;
    if (hour->passage == home)
        return hour->sentence == sentence || (hour->sentence > sentence && !hour->dated);
    return !hour->dated && hour->passage->role == home->role && hour->passage->index > home->index && hour->passage->index <= home->index + BELOW_MOST;
}

/* The hour of a weekday: its only beginning, when events begin so; NULL: none, or several. */
static const struct spoken_hour *hour_of(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *event, int64_t day)
{
    const struct spoken_hour *found = NULL;
    struct occurrence single = *event;
    single.first_day = single.last_day = day;
    for (size_t i = 0; i < readings->spoken_count; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        if (hour->weekday != civil_weekday_of_days(day) || !is_near(event, hour))
            continue;
        if (hour->closes || hour->slot || (found && found->start != hour->start) || likeness_hours_of(occurrences, readings, &single, i).begins < 0)
            return NULL;
        found = hour;
    }
    return found;
}

/* It has no hours, or only the beginning of its first day. */
static bool is_open(const struct occurrence *event, const struct spoken_hour *first)
{
    return event->start_minutes < 0 || (event->start_minutes == first->start && (event->end_minutes < 0 || event->end_minutes == first->end));
}

static void give(struct occurrence *event, int64_t day, const struct spoken_hour *hour)
{
    event->first_day = event->last_day = day;
    event->start_minutes = hour->start;
    event->end_minutes = hour->end;
    event->time_line = hour->row;
    event->hours_of = hour->passage;
}

void events_hours_weekdays_apply(struct occurrences *occurrences, const struct readings *readings)
{
    size_t run = find_run(occurrences);
    if (run == occurrences->count || !occurrences->grammar->likeness->hours)
        return;
    const struct occurrence event = occurrences->items[run];
    const struct spoken_hour *hours[DAYS_MOST] = {NULL};
    bool differ = false; /* days in a row with the same hours are one event */
    for (int64_t day = event.first_day; day <= event.last_day; day++) {
        const struct spoken_hour *hour = hour_of(occurrences, readings, &event, day);
        if (!hour)
            return;
        hours[day - event.first_day] = hour;
        differ = differ || hour->start != hours[0]->start || hour->end != hours[0]->end;
    }
    if (!differ || !is_open(&event, hours[0]) || event.reading->both)
        return;
    give(&occurrences->items[run], event.first_day, hours[0]);
    for (int64_t day = event.first_day + 1; day <= event.last_day; day++) {
        struct occurrence next = event;
        give(&next, day, hours[day - event.first_day]);
        events_add(occurrences, &next);
    }
}

/* The hour's sentence, or a heading above it which is not that of the event, tells of a day. */
static bool is_of_some_day(const struct readings *readings, const struct occurrence *event, const struct spoken_hour *hour)
{
    const struct passage *above = hour->passage->above;
    bool below = false;
    for (size_t i = 0; i < readings->count && !below; i++)
        below = above && above != event->reading->passage && readings->items[i].passage == above;
    return below || hour->dated;
}

/* Somewhere it is told of all days. */
static bool is_of_all_days(const struct readings *readings, const struct occurrence *event)
{
    bool told = false;
    for (size_t i = 0; i < readings->spoken_count; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        if (hour->start != event->start_minutes || hour->end != event->end_minutes)
            continue;
        told = true;
        if (!is_of_some_day(readings, event, hour))
            return true;
    }
    return !told; /* by a field, or by what stands further off */
}

void events_hours_weekdays_drop(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        if (event->dropped || !event->reading || event->first_day == event->last_day || event->start_minutes < 0 || event->reading->both || likeness_hours_are_own(readings, event))
            continue;
        if (event->end_minutes < 0 || !is_of_all_days(readings, event))
            event->start_minutes = event->end_minutes = -1;
    }
}
