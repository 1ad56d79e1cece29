#include "content/events_names.h"

#include "content/events.h"
#include "content/grammar.h"
#include "content/readings.h"

#include <stdbool.h>
#include <stdint.h>

enum { BESIDE_DAYS = 2, MONTH_FACTOR = 100 };

static bool is_feast(const struct occurrence *occurrence, const struct grammar *grammar)
{
    const struct date_day *day = &occurrence->reading->span.first;
    bool bare = day->weekday < 0 && !occurrence->reading->span.range && occurrence->start_minutes < 0, feast = false;
    for (const struct grammar_word *row = grammar->feasts; bare && row->word && !feast; row++)
        feast = row->value == day->month * MONTH_FACTOR + day->day;
    return feast;
}

/* A day with its weekday, one or two days before or behind. */
static bool has_day_beside(const struct occurrences *occurrences, const struct occurrence *feast)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *other = &occurrences->items[i];
        int64_t off = other->first_day - feast->first_day;
        if (!other->dropped && other->reading && other->reading->span.first.weekday >= 0 && off != 0 && off >= -BESIDE_DAYS && off <= BESIDE_DAYS)
            return true;
    }
    return false;
}

void events_names_drop(struct occurrences *occurrences)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        if (!occurrence->dropped && occurrence->reading && is_feast(occurrence, occurrences->grammar) && has_day_beside(occurrences, occurrence))
            occurrence->dropped = true;
    }
}
