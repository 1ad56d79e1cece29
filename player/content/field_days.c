#include "content/field_days.h"

#include "base/arena.h"

#include <stddef.h>
#include <string.h>

/* The number of at most `most` digits at the text, which moves behind it; -1: none. */
static int read_number(const char **text, size_t most)
{
    size_t digits = strspn(*text, "0123456789");
    int value = 0;
    if (digits == 0 || digits > most)
        return -1;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + ((*text)[i] - '0');
    *text += digits;
    return value;
}

const char *field_days_plain(struct arena *arena, const char *value, bool month_first)
{
    enum { DAY_MOST = 31, MONTH_MOST = 12, YEAR_LEAST = 1000 };
    const char *at = value;
    int day = read_number(&at, 2);
    char sign = day > 0 ? *at : '\0';
    if (sign != '/' && sign != '.')
        return value;
    at++;
    int month = read_number(&at, 2);
    if (month < 1 || month > MONTH_MOST || day > DAY_MOST || *at != sign)
        return value;
    at++;
    int year = read_number(&at, 4);
    if (year < YEAR_LEAST || (month_first && day <= MONTH_MOST) || (*at && *at != ' '))
        return value;
    return arena_format(arena, "%04d-%02d-%02d%s", year, month, day, at);
}
