#include "content/article_date.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/dates.h"
#include "content/grammar.h"

#include <stddef.h>
#include <string.h>

/* Longer than any date that sites write: no work is done for more. */
enum { DATE_LONGEST = 60 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "2023/4/14" and "2023-4-14 09:00" as RFC 3339 wants them; others as they are. */
static const char *with_dashes(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text);
    int year = 0, month = 0, day = 0;
    size_t at = 0;
    for (; at < 4; at++)
        if (!is_digit(copy[at]))
            return text;
        else
            year = year * 10 + (copy[at] - '0');
    char sign = copy[at++];
    if (sign != '/' && sign != '-' && sign != '.')
        return text;
    for (; is_digit(copy[at]) && month < 100; at++)
        month = month * 10 + (copy[at] - '0');
    if (copy[at++] != sign)
        return text;
    for (; is_digit(copy[at]) && day < 100; at++)
        day = day * 10 + (copy[at] - '0');
    return month < 13 && day < 32 ? arena_format(arena, "%04d-%02d-%02d%s", year, month, day, copy + at) : text;
}

/* The one day with its year that a text names in the words of a language. */
static bool read_words(struct arena *arena, const char *text, const struct grammar *grammar, const struct zone *zone, struct wall *wall)
{
    size_t count = 0;
    struct lexis lexis = lexis_read(arena, text);
    const struct date_mention *mention = dates_find(arena, &lexis, grammar, &count);
    if (count != 1 || mention->span_count != 1 || mention->spans[0].range || !mention->spans[0].first.year)
        return false;
    const struct date_day *day = &mention->spans[0].first;
    struct civil civil = {.year = day->year, .month = day->month, .day = day->day};
    if (!civil_is_valid(&civil))
        return false;
    *wall = zone_to_wall(zone, &civil);
    return true;
}

/* "08/13/14": no month has that number, so the month stands first. */
static const char *with_american_order(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    if (lexis.count < 5 || !lexis_is_sign(&lexis.items[1], '/') || !lexis_is_sign(&lexis.items[3], '/'))
        return text;
    int month = lexis.items[0].number, day = lexis.items[2].number, year = lexis.items[4].number;
    if (month < 1 || month > 12 || day <= 12 || day > 31 || year < 0)
        return text;
    return arena_format(arena, "%02d/%02d/%04d", day, month, year < 100 ? 2000 + year : year);
}

bool article_date_read(struct arena *arena, const char *text, const struct zone *zone, struct wall *wall, bool *has_time)
{
    text += strspn(text, " ");
    if (strlen(text) > DATE_LONGEST)
        return false;
    if (instant_parse(with_dashes(arena, text), zone, wall, has_time, NULL))
        return true;
    *has_time = false;
    text = with_american_order(arena, text);
    return read_words(arena, text, &dates_fr, zone, wall) || read_words(arena, text, &dates_en, zone, wall);
}

/* Length of a day that begins here, "2023-04-14" or "23-04-14" with no digit behind it; 0: none. */
static size_t day_length(const char *name)
{
    size_t year = strspn(name, "0123456789");
    if (year != 4 && year != 2)
        return 0;
    for (size_t i = 0; i < 6; i++)
        if (i % 3 == 0 ? name[year + i] != '-' : !is_digit(name[year + i]))
            return 0;
    return is_digit(name[year + 6]) ? 0 : year + 6;
}

bool article_date_of_name(struct arena *arena, const char *file, const struct zone *zone, struct wall *wall)
{
    const char *base = file_base(file);
    for (const char *at = base; *at; at++) {
        size_t length = at == base || !is_digit(at[-1]) ? day_length(at) : 0;
        bool opens = at == base || at[-1] == '_';
        if (length == 0 || (length == 8 && !opens))
            continue;
        const char *century = length == 8 ? "20" : "";
        return instant_parse(arena_format(arena, "%s%s", century, arena_copy_bytes(arena, at, length)), zone, wall, NULL, NULL);
    }
    return false;
}
