#include "content/events_hours_parts.h"

#include "content/events_hours.h"
#include "content/readings.h"
#include "content/readings_parts.h"

/* It has no hours, or those of the first day. */
static bool is_open(const struct occurrence *event, const struct hours *first)
{
    return !event->dropped && (event->start_minutes < 0 || event->start_minutes == first->start_minutes);
}

/* The only event that lasts as many days; NULL: none, or more. */
static struct occurrence *run_of(struct occurrences *occurrences, const struct hours *first, int parts)
{
    struct occurrence *run = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        if (!is_open(event, first) || event->last_day - event->first_day + 1 != parts)
            continue;
        if (run)
            return NULL;
        run = event;
    }
    return run;
}

/* All events are the days of one passage, as many as there are hours: "les 10 et 17 mars". */
static bool are_days_of(const struct occurrences *occurrences, const struct hours *first, int parts)
{
    const struct occurrence *before = NULL;
    int days = 0;
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *event = &occurrences->items[i];
        if (event->dropped)
            continue;
        bool own = event->reading && is_open(event, first) && event->first_day == event->last_day;
        if (!own || (before && (before->reading->passage != event->reading->passage || before->first_day >= event->first_day)))
            return false;
        before = event;
        days++;
    }
    return days == parts;
}

static void give_run(struct occurrences *occurrences, struct occurrence *run, const struct hours *first, int parts)
{
    struct occurrence day = *run;
    int64_t begin = run->first_day;
    run->last_day = begin;
    events_hours_give(run, first);
    for (int part = 1; part < parts; part++) {
        day.first_day = day.last_day = begin + part;
        events_hours_give(&day, &first[part]);
        events_add(occurrences, &day);
    }
}

/* The stretch of one weekday, told in the passage of the event or not far below it; NULL: none, or more. */
static const struct hours *of_weekday(const struct readings *readings, const struct passage *home, int64_t day)
{
    enum { BELOW_REACH = 3 };
    const struct hours *found = NULL;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *hours = &readings->hours[i];
        bool near = hours->of_weekday && hours->passage->role == home->role && hours->passage->index >= home->index && hours->passage->index <= home->index + BELOW_REACH;
        if (!near || (day + 4) % 7 != hours->weekday) /* day 0 was a Thursday */
            continue;
        if (found)
            return NULL;
        found = hours;
    }
    return found;
}

void events_hours_parts_weekdays(struct occurrences *occurrences, const struct readings *readings)
{
    enum { DAYS_MOST = 5 };
    for (size_t i = 0, count = occurrences->count; i < count; i++) {
        const struct occurrence event = occurrences->items[i];
        int64_t days = event.last_day - event.first_day + 1;
        const struct hours *of_day[DAYS_MOST] = {NULL};
        bool all = event.reading && !event.dropped && event.start_minutes < 0 && days > 1 && days <= DAYS_MOST;
        for (int64_t day = 0; all && day < days; day++) {
            of_day[day] = of_weekday(readings, event.reading->passage, event.first_day + day);
            all = of_day[day] != NULL;
        }
        for (int64_t day = 0, next = 0; all && day < days; day = next) {
            struct occurrence own = event;
            for (next = day + 1; next < days && of_day[next]->start_minutes == of_day[day]->start_minutes && of_day[next]->end_minutes == of_day[day]->end_minutes;)
                next++; /* days in a row with the same hours are one */
            own.first_day = event.first_day + day;
            own.last_day = event.first_day + next - 1;
            events_hours_give(&own, of_day[day]);
            if (day)
                events_add(occurrences, &own);
            else
                occurrences->items[i] = own;
        }
    }
}

/* How many hours from `index` on are of the first, the second ... day; 0: none. */
static int parts_from(const struct readings *readings, size_t index)
{
    const struct hours *first = &readings->hours[index];
    int parts = first->part == 1 ? 1 : 0;
    if (first->parts || !parts)
        return parts ? first->parts : 0;
    for (const struct hours *next = first + 1; next < &readings->hours[readings->hours_count]; next++, parts++)
        if (next->parts || (next->part != parts + 1 && next->part != READINGS_PARTS_LAST))
            break;
    return parts > 1 ? parts : 0;
}

void events_hours_parts_apply(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct hours *first = &readings->hours[i];
        int parts = parts_from(readings, i);
        struct occurrence *run = parts ? run_of(occurrences, first, parts) : NULL;
        if (run) {
            give_run(occurrences, run, first, parts);
            continue;
        }
        bool days = parts && are_days_of(occurrences, first, parts);
        for (size_t k = 0, part = 0; days && k < occurrences->count; k++)
            if (!occurrences->items[k].dropped)
                events_hours_give(&occurrences->items[k], &first[part++]);
    }
}

/* The passage ends with a colon and says that one comes to one of what follows. */
static bool offers_choice(const struct passage *passage, const struct grammar *grammar)
{
    const struct lexis *lexis = &passage->lexis;
    bool choice = false;
    for (size_t i = 0; i < lexis->count && !choice; i++)
        choice = lexis_is_word_of(&lexis->items[i], grammar->choices);
    return choice && lexis_is_sign(&lexis->items[lexis->count - 1], ':');
}

void events_hours_parts_choose(struct occurrences *occurrences, const struct readings *readings)
{
    enum { SESSIONS_MOST = 12 }; /* more are a timetable */
    for (size_t i = 0, count = occurrences->count; i < count; i++) {
        const struct occurrence event = occurrences->items[i];
        const struct passage *home = event.reading ? event.reading->passage : NULL;
        if (!home || event.dropped || event.start_minutes >= 0 || event.first_day != event.last_day || !offers_choice(home, occurrences->grammar))
            continue;
        size_t given = 0;
        for (size_t k = 0; k < readings->hours_count && given < SESSIONS_MOST; k++) {
            const struct hours *hours = &readings->hours[k];
            if (hours->passage->intro != home || hours->start_minutes < 0 || hours->end_minutes < 0)
                continue;
            struct occurrence session = event;
            events_hours_give(&session, hours);
            if (given)
                events_add(occurrences, &session);
            else
                occurrences->items[i] = session;
            given++;
        }
    }
}

void events_hours_parts_split(struct occurrences *occurrences)
{
    for (size_t i = 0, count = occurrences->count; i < count; i++) {
        struct occurrence *event = &occurrences->items[i], later = *event;
        bool again = event->returns.told && !event->dropped && event->start_minutes >= 0;
        struct returns returns = event->returns;
        event->returns.told = later.returns.told = false;
        if (!again)
            continue;
        if (event->last_day > event->first_day) { /* two sessions of each day are no stretch from the first to the last */
            event->start_minutes = event->end_minutes = -1;
            continue;
        }
        event->end_minutes = returns.pause;
        later.start_minutes = returns.start;
        events_add(occurrences, &later);
        for (size_t k = 0; k < returns.more_count; k++) {
            later.start_minutes = returns.more[k];
            events_add(occurrences, &later);
        }
    }
}
