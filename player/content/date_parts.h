/* One day as it is spelt: "mercredi 10 mai 2023", "10/05/2023", "2023-05-10", "May 10". The inside of dates.c, which makes lists and stretches
 * of such days. */
#ifndef PARVIS_CONTENT_DATE_PARTS_H
#define PARVIS_CONTENT_DATE_PARTS_H

#include "content/dates.h"
#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct grammar;

enum date_join { DATE_JOIN_NONE, DATE_JOIN_AND, DATE_JOIN_TO };

/* A day as it is read, before months and years are shared out. */
struct date_part {
    struct date_day day; /* month 0: not written */
    enum date_join join; /* to the part before */
    size_t end;          /* the lexeme behind it */
};

/* The lexemes of a text and their language. */
struct date_reader {
    const struct lexeme *items;
    size_t count;
    const struct grammar *grammar;
};

/* The lexeme at `index`, the end sign behind the last one. */
const struct lexeme *date_parts_at(const struct date_reader *reader, size_t index);

/* The month that the word at `index` names; -1: none. */
int date_parts_month(const struct date_reader *reader, size_t index);

/* The weekday that the word at `index` names, also "ma." before a number; -1: none. */
int date_parts_weekday(const struct date_reader *reader, size_t index);

/* The word at `index` stands in the list. */
bool date_parts_lists(const struct date_reader *reader, size_t index, const char *const *list);

/* A day at `index` with what stands before it: articles and a weekday. *slashed: day and month were joined by "/" without a year. */
bool date_parts_read(const struct date_reader *reader, size_t index, struct date_part *part, bool *slashed);

#endif
