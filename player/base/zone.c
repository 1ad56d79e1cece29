#include "base/zone.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdint.h>
#include <string.h>

enum { ZONE_FILE_MOST_BYTES = 64 * 1024, ZONE_NAME_MOST = 64 };

/* One end of a POSIX TZ rule: Mm.w.d/time, the form that all current zones use. */
struct rule {
    int month, week, weekday, time_s;
};

/* Transitions ascend. Behind the last one the rule holds (from the TZif footer): without daylight saving `has_rule` is false
 * and `standard_s` holds for ever. */
struct zone {
    struct arena *arena;
    char *name;
    size_t count;
    int64_t *transitions;
    int *offsets_s;
    int first_offset_s;
    bool has_rule;
    int standard_s, daylight_s;
    struct rule daylight_from, daylight_to;
};

static int64_t zone_big_endian(const unsigned char *bytes, int count)
{
    uint64_t value = (bytes[0] & 0x80) ? UINT64_MAX : 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return (int64_t)value;
}

/* A name in a TZ string: letters, or anything in <>. */
static bool zone_rule_name(const char **text)
{
    const char *start = *text;
    if (**text == '<') {
        while (**text && **text != '>')
            *text += 1;
        if (**text != '>')
            return false;
        *text += 1;
        return true;
    }
    while ((**text >= 'A' && **text <= 'Z') || (**text >= 'a' && **text <= 'z'))
        *text += 1;
    return *text > start;
}

/* Digits; a damaged file may have any number of them, so the value stops growing where no valid one is. */
static int zone_rule_number(const char **text)
{
    int value = 0;
    for (; **text >= '0' && **text <= '9'; *text += 1)
        if (value < 1000)
            value = value * 10 + (**text - '0');
    return value;
}

static int zone_rule_time(const char **text)
{
    int sign = 1;
    if (**text == '-' || **text == '+') {
        sign = **text == '-' ? -1 : 1;
        *text += 1;
    }
    int seconds = zone_rule_number(text) * 3600;
    for (int unit = 60; **text == ':' && unit >= 1; unit /= 60) {
        *text += 1;
        seconds += zone_rule_number(text) * unit;
    }
    return sign * seconds;
}

static bool zone_rule_date(const char **text, struct rule *rule)
{
    if (strncmp(*text, ",M", 2) != 0)
        return false;
    *text += 2;
    rule->month = zone_rule_number(text);
    if (**text != '.')
        return false;
    *text += 1;
    rule->week = zone_rule_number(text);
    if (**text != '.')
        return false;
    *text += 1;
    rule->weekday = zone_rule_number(text);
    rule->time_s = 2 * 3600;
    if (**text == '/') {
        *text += 1;
        rule->time_s = zone_rule_time(text);
    }
    return rule->month >= 1 && rule->month <= 12 && rule->week >= 1 && rule->week <= 5 && rule->weekday >= 0 &&
           rule->weekday <= 6;
}

/* The footer, "CET-1CEST,M3.5.0,M10.5.0/3". A form that is not understood leaves the last offset in force. */
static void zone_read_footer(struct zone *zone, const char *text)
{
    if (!zone_rule_name(&text))
        return;
    zone->standard_s = -zone_rule_time(&text);
    if (*text == '\0')
        return;
    if (!zone_rule_name(&text))
        return;
    zone->daylight_s = zone->standard_s + 3600;
    if (*text != ',')
        zone->daylight_s = -zone_rule_time(&text);
    zone->has_rule = zone_rule_date(&text, &zone->daylight_from) && zone_rule_date(&text, &zone->daylight_to);
}

/* Sizes of the six tables of one TZif block, in the order of the header. */
struct counts {
    size_t utc, standard, leap, times, types, characters;
};

static bool zone_header(const unsigned char *bytes, size_t length, struct counts *counts)
{
    if (length < 44 || memcmp(bytes, "TZif", 4) != 0)
        return false;
    size_t values[6];
    for (int i = 0; i < 6; i++) {
        int64_t value = zone_big_endian(bytes + 20 + 4 * i, 4);
        if (value < 0 || value > ZONE_FILE_MOST_BYTES)
            return false;
        values[i] = (size_t)value;
    }
    *counts = (struct counts){values[0], values[1], values[2], values[3], values[4], values[5]};
    return true;
}

static size_t zone_block_bytes(const struct counts *counts, size_t time_bytes)
{
    return counts->times * (time_bytes + 1) + counts->types * 6 + counts->characters + counts->leap * (time_bytes + 4) +
           counts->standard + counts->utc;
}

/* Offsets from Greenwich that RFC 8536 (3.2) allows: just over a day either way. */
static bool zone_types_are_possible(const unsigned char *types, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t offset_s = zone_big_endian(types + 6 * i, 4);
        if (offset_s < -89999 || offset_s > 93599)
            return false;
    }
    return true;
}

static bool zone_read(struct zone *zone, const unsigned char *bytes, size_t length)
{
    struct counts counts;
    if (!zone_header(bytes, length, &counts) || bytes[4] < '2')
        return false;
    size_t first = 44 + zone_block_bytes(&counts, 4);
    if (first > length || !zone_header(bytes + first, length - first, &counts))
        return false;
    const unsigned char *data = bytes + first + 44;
    size_t block = zone_block_bytes(&counts, 8);
    if (first + 44 + block > length || counts.types == 0)
        return false;
    const unsigned char *indices = data + counts.times * 8, *types = indices + counts.times;
    if (!zone_types_are_possible(types, counts.types))
        return false;
    zone->count = counts.times;
    zone->transitions = arena_alloc(zone->arena, counts.times * sizeof *zone->transitions);
    zone->offsets_s = arena_alloc(zone->arena, counts.times * sizeof *zone->offsets_s);
    zone->first_offset_s = (int)zone_big_endian(types, 4);
    for (size_t i = 0; i < counts.times; i++) {
        if (indices[i] >= counts.types)
            return false;
        zone->transitions[i] = zone_big_endian(data + 8 * i, 8);
        zone->offsets_s[i] = (int)zone_big_endian(types + 6 * indices[i], 4);
    }
    zone->standard_s = counts.times ? zone->offsets_s[counts.times - 1] : zone->first_offset_s;
    const char *footer = (const char *)data + block;
    size_t left = length - (size_t)((const unsigned char *)footer - bytes);
    if (left < 2 || footer[0] != '\n')
        return true;
    const char *newline = memchr(footer + 1, '\n', left - 1);
    if (newline)
        zone_read_footer(zone, arena_copy_bytes(zone->arena, footer + 1, (size_t)(newline - footer - 1)));
    return true;
}

static bool zone_name_is_safe(const char *name)
{
    if (!name[0] || strlen(name) > ZONE_NAME_MOST || name[0] == '/' || strstr(name, ".."))
        return false;
    return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-") == strlen(name);
}

struct zone *zone_create(const char *name, const char *directory)
{
    if (!zone_name_is_safe(name))
        return NULL;
    struct arena *arena = arena_create();
    struct zone *zone = arena_alloc(arena, sizeof *zone);
    zone->arena = arena;
    zone->name = arena_copy(arena, name);
    char *path = arena_format(arena, "%s/%s", directory ? directory : "/usr/share/zoneinfo", name);
    struct file_bytes bytes;
    if (file_read(arena, path, ZONE_FILE_MOST_BYTES, &bytes) != FILE_READ ||
        !zone_read(zone, (const unsigned char *)bytes.data, bytes.length)) {
        arena_destroy(arena);
        return NULL;
    }
    return zone;
}

void zone_destroy(struct zone *zone)
{
    if (zone)
        arena_destroy(zone->arena);
}

const char *zone_name(const struct zone *zone)
{
    return zone ? zone->name : "UTC";
}

/* Seconds since 1970 of the wall-clock reading at which a rule strikes in `year`. */
static int64_t zone_rule_strikes(const struct rule *rule, int year)
{
    int first = civil_weekday(year, rule->month, 1);
    int day = 1 + (rule->weekday - first + 7) % 7 + (rule->week - 1) * 7;
    if (day > civil_days_in_month(year, rule->month))
        day -= 7;
    return civil_to_days(year, rule->month, day) * 86400 + rule->time_s;
}

static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

static int zone_offset_by_rule(const struct zone *zone, int64_t seconds)
{
    if (!zone->has_rule)
        return zone->standard_s;
    int year = civil_from_days(floor_divide(seconds + zone->standard_s, 86400)).year;
    int64_t from = zone_rule_strikes(&zone->daylight_from, year) - zone->standard_s;
    int64_t to = zone_rule_strikes(&zone->daylight_to, year) - zone->daylight_s;
    bool daylight = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
    return daylight ? zone->daylight_s : zone->standard_s;
}

static int zone_offset_at(const struct zone *zone, int64_t seconds)
{
    if (!zone)
        return 0;
    if (zone->count == 0)
        return zone->has_rule ? zone_offset_by_rule(zone, seconds) : zone->standard_s;
    if (seconds < zone->transitions[0])
        return zone->first_offset_s;
    if (seconds >= zone->transitions[zone->count - 1])
        return zone_offset_by_rule(zone, seconds);
    size_t low = 0, high = zone->count - 1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (zone->transitions[middle] <= seconds)
            low = middle;
        else
            high = middle;
    }
    return zone->offsets_s[low];
}

int zone_offset_s(const struct zone *zone, struct wall wall)
{
    return zone_offset_at(zone, floor_divide(wall.ms, 1000));
}

struct civil zone_to_civil(const struct zone *zone, struct wall wall)
{
    int64_t local = floor_divide(wall.ms, 1000);
    local += zone_offset_at(zone, local);
    int64_t days = floor_divide(local, 86400), rest = local - days * 86400;
    struct civil civil = civil_from_days(days);
    civil.hour = (int)(rest / 3600);
    civil.minute = (int)(rest / 60 % 60);
    civil.second = (int)(rest % 60);
    return civil;
}

/* Beyond the far ends there is nothing: an instant stops there. */
static struct wall zone_wall(int64_t seconds)
{
    if (seconds > INT64_MAX / 1000)
        return WALL_NEVER;
    if (seconds < INT64_MIN / 1000)
        return WALL_ALWAYS;
    return (struct wall){seconds * 1000};
}

struct wall zone_to_wall(const struct zone *zone, const struct civil *civil)
{
    int month = civil->month - 1;
    int year = civil->year + (int)floor_divide(month, 12);
    month = month - (int)floor_divide(month, 12) * 12 + 1;
    int64_t local = (civil_to_days(year, month, 1) + civil->day - 1) * 86400 + (int64_t)civil->hour * 3600 +
                    (int64_t)civil->minute * 60 + civil->second;
    int before = zone_offset_at(zone, local - 86400), after = zone_offset_at(zone, local + 86400);
    /* The larger offset gives the earlier instant: first of two. */
    int first = before > after ? before : after, second = before > after ? after : before;
    if (zone_offset_at(zone, local - first) == first)
        return zone_wall(local - first);
    if (zone_offset_at(zone, local - second) == second)
        return zone_wall(local - second);
    /* A reading that was jumped over lies between the two candidates: find the jump. */
    int64_t low = local - first, high = local - second;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (zone_offset_at(zone, middle) == before)
            low = middle;
        else
            high = middle;
    }
    return zone_wall(high);
}

struct wall zone_day_start(const struct zone *zone, struct wall wall, int days)
{
    struct civil civil = zone_to_civil(zone, wall);
    civil.day += days;
    civil.hour = civil.minute = civil.second = 0;
    return zone_to_wall(zone, &civil);
}
