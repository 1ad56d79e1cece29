/* Hours beside weekdays that are no dates: "vendredi : 16h-21h ; samedi : 10h-21h", "23-25 janvier (du vendredi 18h au dimanche 18h)". It knows one
 * passage. */
#ifndef PARVIS_CONTENT_SHEET_WEEKDAYS_H
#define PARVIS_CONTENT_SHEET_WEEKDAYS_H

#include <stdbool.h>

struct date_mention;
struct hour;
struct sheet;
struct time_mention;

/* The stretch is that of a weekday, and so is another one beside it. */
bool sheet_weekdays_have(const struct sheet *sheet, const struct time_mention *time);

/* Behind the days of a stretch, the hour of each end beside its weekday: takes both. */
bool sheet_weekdays_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour);

#endif
