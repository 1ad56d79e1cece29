#include "base/instant.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/zone.h"

#include <stddef.h>
#include <stdlib.h>

/* Exactly `digits` decimal digits at *text; moves behind them. */
static bool instant_number(const char **text, int digits, int *number)
{
    int value = 0;
    for (int i = 0; i < digits; i++) {
        char digit = (*text)[i];
        if (digit < '0' || digit > '9')
            return false;
        value = value * 10 + (digit - '0');
    }
    *text += digits;
    *number = value;
    return true;
}

static bool instant_mark(const char **text, char mark)
{
    if (**text != mark)
        return false;
    *text += 1;
    return true;
}

/* "Z", "+02:00" or "+0200", with spaces before; seconds east of Greenwich. Nothing left gives *found = false. */
static bool instant_offset(const char **text, int *offset_s, bool *found)
{
    while (**text == ' ')
        *text += 1;
    *found = **text != '\0';
    if (!*found)
        return true;
    *offset_s = 0;
    if (instant_mark(text, 'Z') || instant_mark(text, 'z'))
        return **text == '\0';
    int sign = **text == '-' ? -1 : 1, hours = 0, minutes = 0;
    if (!instant_mark(text, '+') && !instant_mark(text, '-'))
        return false;
    if (!instant_number(text, 2, &hours))
        return false;
    instant_mark(text, ':');
    if (!instant_number(text, 2, &minutes) || hours > 23 || minutes > 59)
        return false;
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return **text == '\0';
}

static bool instant_clock(const char **text, struct civil *civil)
{
    if (!instant_number(text, 2, &civil->hour) || !instant_mark(text, ':') || !instant_number(text, 2, &civil->minute))
        return false;
    if (instant_mark(text, ':')) {
        if (!instant_number(text, 2, &civil->second))
            return false;
        if (instant_mark(text, '.'))
            while (**text >= '0' && **text <= '9')
                *text += 1;
    }
    return true;
}

static bool instant_date(const char **text, struct civil *civil)
{
    return instant_number(text, 4, &civil->year) && instant_mark(text, '-') && instant_number(text, 2, &civil->month) &&
           instant_mark(text, '-') && instant_number(text, 2, &civil->day);
}

bool instant_parse(const char *text, const struct zone *zone, struct wall *wall, bool *has_time, bool *has_offset)
{
    struct civil civil = {0};
    int offset_s = 0;
    bool time_found = false, offset_found = false;
    if (!instant_date(&text, &civil))
        return false;
    bool clock_must_follow = instant_mark(&text, 'T') || instant_mark(&text, 't');
    if (clock_must_follow || *text == ' ') {
        while (*text == ' ')
            text += 1;
        time_found = clock_must_follow || *text != '\0';
        if (time_found && (!instant_clock(&text, &civil) || !instant_offset(&text, &offset_s, &offset_found)))
            return false;
    }
    if (*text != '\0' || !civil_is_valid(&civil))
        return false;
    *wall = zone_to_wall(offset_found ? NULL : zone, &civil);
    wall->ms -= (int64_t)offset_s * 1000;
    if (has_time)
        *has_time = time_found;
    if (has_offset)
        *has_offset = offset_found;
    return true;
}

char *instant_format(struct arena *arena, struct wall wall, const struct zone *zone)
{
    struct civil c = zone_to_civil(zone, wall);
    int offset_s = zone_offset_s(zone, wall);
    int minutes = abs(offset_s) / 60;
    return arena_format(arena, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", c.year, c.month, c.day, c.hour, c.minute,
                        c.second, offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
}
