/* Days told by how near they are, without a number: "ce vendredi à 18h", "et le lendemain dès 9h". It knows their words; which day is meant is for
 * sheet_ranges.c, which knows the day before, and for months.c, which knows the publication. */
#ifndef PARVIS_CONTENT_DATES_NEAR_H
#define PARVIS_CONTENT_DATES_NEAR_H

#include <stdbool.h>
#include <stddef.h>

struct date_day;
struct date_mention;
struct date_reader;

/* Reads one whose noun stands at `index` and that no date follows; its span has no day and no month. */
bool dates_near_read(const struct date_reader *reader, size_t index, struct date_mention *mention);

/* The day before (`by` -1) or after (1) one whose month is known; false when nobody can tell it: around the end of February of an unwritten year. */
bool dates_near_shift(const struct date_day *from, int by, struct date_day *day);

#endif
