#include "content/events_frames.h"

#include "base/civil.h"
#include "content/readings.h"

bool events_frames_is_within(const struct readings *readings, const struct occurrence *match, const struct occurrence *field)
{
    if (field->last_day == field->first_day || match->first_day == field->first_day || match->last_day == field->last_day)
        return false;
    struct civil first = civil_from_days(field->first_day), last = civil_from_days(field->last_day);
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        const struct date_span *span = &reading->span;
        if (reading->kind == READING_NONE && !reading->over && !reading->off && span->range && span->first.day == first.day &&
            span->first.month == first.month && span->last.day == last.day && span->last.month == last.month)
            return true;
    }
    return false;
}

/* The event that a passage tells of just this day; NULL when there is none, or it is off. */
static const struct reading *event_of_day(const struct readings *readings, const struct passage *passage, int64_t day)
{
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        bool own = reading->passage == passage && reading->kind == READING_EVENT && reading->resolved && !reading->off;
        if (own && reading->first_day == day && reading->last_day == day)
            return reading;
    }
    return NULL;
}

void events_frames_leave(struct occurrences *occurrences, const struct readings *readings, struct occurrence *match, const struct occurrence *field)
{
    bool frames = match->reading && match->reading->passage->role != PASSAGE_BODY && match->first_day < field->first_day && match->last_day >= field->last_day;
    const struct reading *day = frames && field->first_day == field->last_day ? event_of_day(readings, match->reading->passage, field->first_day) : NULL;
    if (!day)
        return;
    match->reading = day;
    match->line = day->line;
    match->reason = day->reason;
    match->text = readings_text(occurrences->arena, day);
    match->first_day = match->last_day = field->first_day;
}
