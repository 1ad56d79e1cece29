#include "content/months.h"

#include "base/civil.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/readings.h"

#include <stdint.h>

enum { NEAR_DAYS = 31 };

/* The first day of that number on or after `from`, if it is near and of its weekday. */
static bool complete(struct reading *reading, int64_t from)
{
    struct date_day *day = &reading->span.first;
    for (int64_t at = from; at < from + NEAR_DAYS; at++) {
        struct civil civil = civil_from_days(at);
        if (civil.day != day->day)
            continue;
        if (civil_weekday(civil.year, civil.month, civil.day) != day->weekday)
            return false;
        day->month = civil.month;
        day->year = civil.year;
        reading->span.last = *day;
        reading->monthless = true;
        return true;
    }
    return false;
}

void months_complete(struct readings *readings, const struct article *article, const struct zone *zone)
{
    struct civil published = article->has_published ? zone_to_civil(zone, article->published) : (struct civil){0};
    int64_t from = article->has_published ? civil_to_days(published.year, published.month, published.day) : 0;
    size_t kept = 0;
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->span.first.month == 0 && !(article->has_published && reading->kind != READING_NONE && complete(reading, from)))
            continue;
        readings->items[kept++] = *reading;
    }
    readings->count = kept;
}
