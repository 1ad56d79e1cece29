#include "content/zones.h"

#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/readings.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60 };

static const char universal[] = "UTC";

/* "UTC", "UTC+4", "UTC-3": the offset in minutes. */
static int offset_minutes(const char *name)
{
    const char *at = name + sizeof universal - 1;
    int sign = *at == '-' ? -1 : 1, hours = 0;
    for (at += *at != '\0'; *at >= '0' && *at <= '9'; at++)
        hours = hours * 10 + (*at - '0');
    return sign * hours * 60;
}

/* The instant at `minutes` of a day, there. False when the zone is unknown here. */
static bool instant_there(const char *name, int64_t day, int minutes, struct wall *wall)
{
    struct civil civil = civil_from_days(day + minutes / DAY_MINUTES);
    civil.hour = minutes % DAY_MINUTES / 60;
    civil.minute = minutes % 60;
    if (strncmp(name, universal, sizeof universal - 1) == 0) {
        *wall = zone_to_wall(NULL, &civil);
        wall->ms -= (int64_t)offset_minutes(name) * 60 * 1000;
        return true;
    }
    struct zone *there = name[0] ? zone_create(name, NULL) : NULL;
    if (!there)
        return false;
    *wall = zone_to_wall(there, &civil);
    zone_destroy(there);
    return true;
}

static bool move(const char *name, const struct zone *zone, int64_t *day, int *minutes)
{
    struct wall wall;
    bool midnight = *minutes == DAY_MINUTES; /* the end of a day stays one where it is midnight here too */
    if (*minutes < 0)
        return true;
    if (!instant_there(name, *day, *minutes, &wall))
        return false;
    struct civil here = zone_to_civil(zone, wall);
    *day = civil_to_days(here.year, here.month, here.day);
    *minutes = here.hour * 60 + here.minute;
    if (midnight && *minutes == 0) {
        *day -= 1;
        *minutes = DAY_MINUTES;
    }
    return true;
}

void zones_apply(struct readings *readings, const struct article *article, const struct zone *zone, struct diags *diags)
{
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (!reading->zone || !reading->resolved)
            continue;
        bool one_day = reading->first_day == reading->last_day;
        int64_t last = reading->last_day;
        reading->resolved = move(reading->zone, zone, &reading->first_day, &reading->start_minutes) &&
                            move(reading->zone, zone, &last, &reading->end_minutes);
        reading->last_day = reading->end_minutes < 0 && one_day ? reading->first_day : last;
        if (reading->kind == READING_EVENT && one_day && reading->last_day == reading->first_day + 1) { /* over midnight here */
            reading->end_minutes += DAY_MINUTES;
            reading->last_day = reading->first_day;
        }
        if (reading->kind == READING_DEADLINE)
            reading->first_day = reading->last_day = last;
        if (!reading->resolved)
            diag_add(diags, DIAG_WARNING, (struct place){.file = article->file, .line = reading->line}, "date-zone",
                     "heure d’un autre fuseau que Parvis ne connaît pas ; rien n’est affiché pour cette date, écrivez l’heure de Paris",
                     "an hour of a time zone that Parvis does not know; nothing is shown for it, write the local hour");
    }
}
