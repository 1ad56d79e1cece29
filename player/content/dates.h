/* Finds the days that a text names: "mercredi 10 mai", "du 28 février au 3 mars", "les 3, 4 et 5 juin", "12/03/2021".
 * It knows how days are written in a language; it knows neither what they mean nor, when none is written, their year. */
#ifndef PARVIS_CONTENT_DATES_H
#define PARVIS_CONTENT_DATES_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct grammar;

/* How a day is told that has no number: "ce vendredi", "le lendemain". */
enum date_near { DATE_NEAR_NONE, DATE_NEAR_WEEKDAY, DATE_NEAR_NEXT };

/* `year` 0: not written. `weekday` -1: not written. `near`: `day` and `month` are 0 until they are known; it stays when the
 * day before tells them. */
struct date_day {
    int year;
    int month;
    int day;
    int weekday;
    enum date_near near;
};

/* One day (`first` equals `last`) or all days from one to another. `end` is the lexeme behind its first day. */
struct date_span {
    struct date_day first;
    struct date_day last;
    size_t end;
    bool range;
};

/* Its month has that day; 29 February does where no year is written. */
bool dates_exists(const struct date_day *day);

enum { DATES_MOST_SPANS = 12 };

/* Days that are named in one breath: lexemes `first` to before `end`. */
struct date_mention {
    struct date_span spans[DATES_MOST_SPANS];
    size_t span_count;
    size_t first;
    size_t end;
    bool partial; /* "vendredi 1er", "le 14" without its month: a day beside it may have it, or the publication tells it */
    bool weak; /* only "4/12": a fraction unless something says that it is a day */
};

/* All mentions in reading order. Linear. */
struct date_mention *dates_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count);

#endif
