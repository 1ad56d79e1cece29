#include "content/playlist_times.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/yaml.h"
#include "base/zone.h"
#include "content/playlist_reader.h"
#include "content/playlist_values.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

enum { DWELL_LEAST_MS = 2000, DWELL_MOST_MS = 3600 * 1000, EVERY_DAY = 127, DAY_MINUTES = 24 * 60 };

static void times_skip_blanks(const char **text)
{
    while (**text == ' ')
        (*text)++;
}

/* One to `most` digits; moves behind them. */
static bool times_number(const char **text, int most, int *number)
{
    int value = 0, digits = 0;
    for (; **text >= '0' && **text <= '9' && digits < most; (*text)++, digits++)
        value = value * 10 + (**text - '0');
    if (digits == 0 || (**text >= '0' && **text <= '9'))
        return false;
    *number = value;
    return true;
}

/* "8", "8h", "8 h 30", "08:30", "24:00": minutes of the day. The shape alone is checked; 25:70 is for the caller to refuse. */
static bool times_clock(const char **text, int *hour, int *minute, bool *marked)
{
    *minute = 0;
    *marked = false;
    if (!times_number(text, 2, hour))
        return false;
    const char *behind = *text;
    times_skip_blanks(&behind);
    if (*behind != 'h' && *behind != ':')
        return true;
    *marked = true;
    bool colon = *behind == ':';
    *text = behind + 1;
    behind = *text;
    times_skip_blanks(&behind);
    if (*behind < '0' || *behind > '9')
        return !colon;
    *text = behind;
    return times_number(text, 2, minute);
}

/* "2026-04-14" or "14/04/2026", the shape alone. */
static bool times_date(const char **text, struct civil *civil)
{
    int first = 0;
    if (!times_number(text, 4, &first))
        return false;
    char mark = **text;
    if (mark != '-' && mark != '/')
        return false;
    (*text)++;
    if (!times_number(text, 2, &civil->month) || **text != mark)
        return false;
    (*text)++;
    if (mark == '/') {
        civil->day = first;
        return times_number(text, 4, &civil->year) && civil->year >= 1000;
    }
    civil->year = first;
    return first >= 1000 && times_number(text, 2, &civil->day);
}

/* A date and perhaps an hour as people write them. *impossible: the shape is right, the day or the hour is not in the calendar. */
static bool times_local(const char *text, const struct zone *zone, struct wall *wall, bool *has_time, bool *impossible)
{
    struct civil civil = {0};
    bool marked = false;
    *has_time = false;
    if (!times_date(&text, &civil))
        return false;
    times_skip_blanks(&text);
    if (*text == 't' || *text == '-') { /* T, or "à" */
        text++;
        times_skip_blanks(&text);
    }
    if (*text != '\0') {
        if (!times_clock(&text, &civil.hour, &civil.minute, &marked) || !marked || *text != '\0')
            return false;
        *has_time = true;
    }
    struct civil check = civil;
    if (civil.hour == 24 && civil.minute == 0)
        check.hour = 0;
    if (!civil_is_valid(&check)) {
        *impossible = true;
        return false;
    }
    *wall = zone_to_wall(zone, &civil);
    return true;
}

bool playlist_times_instant(const struct playlist_reader *reader, const struct yaml_node *node, struct wall *wall, bool *has_time)
{
    static const struct playlist_expected unreadable = {"date-invalid", "une date", "2026-04-14 ou 2026-04-14 18:00", "a date",
                                                        "2026-04-14 or 2026-04-14 18:00"};
    static const struct playlist_expected unknown = {"date-impossible", "une date qui existe", "2026-04-14", "a date that exists",
                                                     "2026-04-14"};
    const struct zone *zone = reader->playlist->zone;
    bool impossible = false, time_found = false;
    assert(node);
    if (yaml_is_null(node) || node->kind != YAML_SCALAR)
        return playlist_values_refuse(reader, node, &unreadable);
    if (instant_parse(node->text, zone, wall, has_time, NULL))
        return true;
    if (!times_local(playlist_values_plain(reader, node->text), zone, wall, &time_found, &impossible))
        return playlist_values_refuse(reader, node, impossible ? &unknown : &unreadable);
    *has_time = time_found;
    return true;
}

bool playlist_times_end(const struct playlist_reader *reader, const struct yaml_node *node, const struct wall *start,
                        struct wall *wall, bool *has_time)
{
    const struct zone *zone = reader->playlist->zone;
    if (start && node && node->kind == YAML_SCALAR) {
        const char *text = playlist_values_plain(reader, node->text);
        struct civil civil = zone_to_civil(zone, *start);
        bool marked = false;
        civil.second = 0;
        if (times_clock(&text, &civil.hour, &civil.minute, &marked) && marked && *text == '\0' && civil.hour <= 24 &&
            civil.minute < 60) {
            *wall = zone_to_wall(zone, &civil);
            *has_time = true;
            return true;
        }
    }
    if (!playlist_times_instant(reader, node, wall, has_time))
        return false;
    if (!*has_time)
        *wall = zone_day_start(zone, *wall, 1);
    return true;
}

/* Names of days, French and English; bit 0 is Monday. "au" and "to" are dashes, what joins words is skipped. */
enum { DAYS_FILLER = 0, DAYS_DASH = -1, DAYS_UNKNOWN = -2 };

static int times_day_word(const char *word, size_t length)
{
    static const struct {
        const char *word;
        int bits;
    } words[] = {
        {"lundi", 1},    {"lun", 1},      {"lu", 1},    {"monday", 1},    {"mon", 1},      {"mardi", 2},     {"mar", 2},
        {"ma", 2},       {"tuesday", 2},  {"tue", 2},   {"tues", 2},      {"mercredi", 4}, {"mer", 4},       {"me", 4},
        {"wednesday", 4}, {"wed", 4},     {"jeudi", 8}, {"jeu", 8},       {"je", 8},       {"thursday", 8},  {"thu", 8},
        {"vendredi", 16}, {"ven", 16},    {"ve", 16},   {"friday", 16},   {"fri", 16},     {"samedi", 32},   {"sam", 32},
        {"sa", 32},      {"saturday", 32}, {"sat", 32}, {"dimanche", 64}, {"dim", 64},     {"di", 64},       {"sunday", 64},
        {"sun", 64},     {"weekend", 96}, {"we", 96},   {"semaine", 31},  {"weekdays", 31}, {"tous", 127},   {"all", 127},
        {"daily", 127},  {"-", DAYS_DASH}, {"au", DAYS_DASH}, {"to", DAYS_DASH}, {"du", 0}, {"de", 0},       {"le", 0},
        {"les", 0},      {"et", 0},       {"and", 0},   {"jour", 0}};
    for (int plural = 0; plural < 2 && length > 0; plural++) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strlen(words[i].word) == length && strncmp(words[i].word, word, length) == 0)
                return words[i].bits;
        if (word[length - 1] != 's')
            break;
        length--;
    }
    return DAYS_UNKNOWN;
}

static bool times_is_single(int bits)
{
    return bits > 0 && (bits & (bits - 1)) == 0;
}

/* All days from the one bit to the other, round the end of the week when it must be. */
static unsigned times_day_range(int from, int to)
{
    unsigned days = (unsigned)from;
    for (unsigned bit = (unsigned)from; bit != (unsigned)to;) {
        bit = bit == 64 ? 1 : bit << 1;
        days |= bit;
    }
    return days;
}

/* Length of the next word: a dash stands alone. */
static size_t times_day_token(const char *text)
{
    return *text == '-' ? 1 : strcspn(text, " ,;.-/");
}

static bool times_days_scalar(const struct playlist_reader *reader, const char *written, unsigned *days)
{
    char *text = playlist_values_plain(reader, written);
    char *hyphen = strstr(text, "week-end");
    if (hyphen)
        memmove(hyphen + 4, hyphen + 5, strlen(hyphen + 5) + 1);
    int last = 0;
    bool dash = false;
    while (*text) {
        size_t length = times_day_token(text);
        if (length == 0) {
            text++;
            continue;
        }
        int bits = times_day_word(text, length);
        text += length;
        if (bits == DAYS_UNKNOWN || (bits == DAYS_DASH && (dash || !times_is_single(last))))
            return false;
        if (bits == DAYS_DASH) {
            dash = true;
        } else if (bits != DAYS_FILLER) {
            if (dash && !times_is_single(bits))
                return false;
            *days |= dash ? times_day_range(last, bits) : (unsigned)bits;
            last = bits;
            dash = false;
        }
    }
    return !dash && last != 0;
}

bool playlist_times_days(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *days)
{
    static const struct playlist_expected expected = {"days-invalid", "un jour de la semaine", "[lun-ven] ou [mar, jeu]",
                                                      "a day of the week", "[mon-fri] or [tue, thu]"};
    unsigned found = 0;
    if (yaml_is_null(node))
        return true;
    if (node->kind == YAML_MAP || (node->kind == YAML_LIST && node->count == 0))
        return playlist_values_refuse(reader, node, &expected);
    size_t count = node->kind == YAML_LIST ? node->count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *part = node->kind == YAML_LIST ? node->items[i] : node;
        if (part->kind != YAML_SCALAR || !times_days_scalar(reader, part->text, &found))
            return playlist_values_refuse(reader, part, &expected);
    }
    *days = found;
    return true;
}

static bool times_minutes(const char **text, int *minutes)
{
    int hour = 0, minute = 0;
    bool marked = false;
    times_skip_blanks(text);
    if (!times_clock(text, &hour, &minute, &marked) || minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        return false;
    *minutes = hour * 60 + minute;
    times_skip_blanks(text);
    return true;
}

/* "8h-20h", "de 8h à 20h", "8:00 to 20:00". Equal ends say nothing, unless they are midnight. */
static bool times_range(const char *text, int *start, int *end)
{
    if (strncmp(text, "de ", 3) == 0)
        text += 3;
    if (!times_minutes(&text, start))
        return false;
    if (*text == '-')
        text += 1;
    else if (strncmp(text, "to ", 3) == 0)
        text += 3;
    else
        return false;
    return times_minutes(&text, end) && *text == '\0' && *start < DAY_MINUTES && (*start != *end || *start == 0);
}

bool playlist_times_hours(const struct playlist_reader *reader, const struct yaml_node *node, int *start_min, int *end_min)
{
    static const struct playlist_expected expected = {"hours-invalid", "une plage horaire", "08:00-20:00", "a range of hours",
                                                      "08:00-20:00"};
    int start = 0, end = 0;
    if (yaml_is_null(node))
        return true;
    if (node->kind == YAML_LIST && node->count == 1)
        node = node->items[0];
    if (node->kind == YAML_LIST && node->count > 1) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, node), "hours-several",
                 "une seule plage horaire par élément ; répétez l’élément avec l’autre plage",
                 "one range of hours for an item; repeat the item with the other range");
        return false;
    }
    if (node->kind != YAML_SCALAR || !times_range(playlist_values_plain(reader, node->text), &start, &end))
        return playlist_values_refuse(reader, node, &expected);
    *start_min = start;
    *end_min = end == DAY_MINUTES ? 0 : end;
    return true;
}

/* Milliseconds of a unit, or 0. */
static int times_unit_ms(const char *unit, size_t length)
{
    static const struct {
        const char *word;
        int ms;
    } units[] = {{"s", 1000},         {"sec", 1000},       {"seconde", 1000},  {"secondes", 1000}, {"second", 1000},
                 {"seconds", 1000},   {"ms", 1},           {"min", 60000},     {"mn", 60000},      {"minute", 60000},
                 {"minutes", 60000},  {"m", 60000},        {"h", 3600000}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].word) == length && strncmp(units[i].word, unit, length) == 0)
            return units[i].ms;
    return 0;
}

static bool times_duration(const char *text, int64_t *ms)
{
    int64_t sum = 0;
    int unit_ms = 0;
    while (*text) {
        int number = 0, tenths = 0;
        if (!times_number(&text, 6, &number))
            return false;
        if (*text == ',' || *text == '.') {
            text++;
            if (!times_number(&text, 1, &tenths))
                return false;
        }
        times_skip_blanks(&text);
        size_t length = strcspn(text, " 0123456789");
        /* A bare number is in seconds, also behind minutes: "12", "1 min 30". */
        unit_ms = length ? times_unit_ms(text, length) : 1000;
        if (unit_ms == 0)
            return false;
        sum += (int64_t)number * unit_ms + (int64_t)tenths * unit_ms / 10;
        text += length;
        times_skip_blanks(&text);
    }
    *ms = sum;
    return unit_ms != 0;
}

bool playlist_times_span(const struct playlist_reader *reader, const struct yaml_node *node, int *ms)
{
    int64_t span = 0;
    if (node->kind != YAML_SCALAR || !times_duration(playlist_values_plain(reader, node->text), &span) || span > INT32_MAX)
        return false;
    *ms = (int)span;
    return true;
}

bool playlist_times_minute(const struct playlist_reader *reader, const struct yaml_node *node, int *minute)
{
    static const struct playlist_expected expected = {"hour-invalid", "une heure", "07:30", "a time of day", "07:30"};
    int found = 0;
    const char *text = node->kind == YAML_SCALAR ? playlist_values_plain(reader, node->text) : "";
    if (!times_minutes(&text, &found) || *text)
        return playlist_values_refuse(reader, node, &expected);
    *minute = found % DAY_MINUTES;
    return true;
}

bool playlist_times_dwell(const struct playlist_reader *reader, const struct yaml_node *node, int *dwell_ms)
{
    static const struct playlist_expected expected = {"dwell-invalid", "une durée à l’écran", "12 s, de 2 s à 1 h",
                                                      "a time on screen", "12 s, from 2 s to 1 h"};
    int64_t ms = 0;
    if (yaml_is_null(node))
        return true;
    if (node->kind != YAML_SCALAR)
        return playlist_values_refuse(reader, node, &expected);
    const char *text = playlist_values_plain(reader, node->text);
    if (strcmp(text, "auto") == 0) {
        *dwell_ms = 0;
        return true;
    }
    if (!times_duration(text, &ms) || ms < DWELL_LEAST_MS || ms > DWELL_MOST_MS)
        return playlist_values_refuse(reader, node, &expected);
    *dwell_ms = (int)ms;
    return true;
}
