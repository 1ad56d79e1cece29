/* Days that may be something else: "4/12" may be four of twelve. It knows what must stand around such numbers for them to be a day; what
 * the day is of is for readings.c. */
#ifndef PARVIS_CONTENT_READINGS_WEAK_H
#define PARVIS_CONTENT_READINGS_WEAK_H

#include <stdbool.h>

struct date_mention;
struct sheet;

/* The mention is a day: one that is not weak always, "4/12" where a day is expected. */
bool readings_weak_is_day(const struct sheet *sheet, const struct date_mention *date);

#endif
