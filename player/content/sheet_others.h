/* Hours that the clause behind a day tells of something else than what takes place: "Carnaval du 17 mai : la rue sera barrée de 13h à 18h". It knows
 * one passage. */
#ifndef PARVIS_CONTENT_SHEET_OTHERS_H
#define PARVIS_CONTENT_SHEET_OTHERS_H

#include <stdbool.h>

struct date_mention;
struct sheet;
struct time_mention;

/* The hour stands behind the day and a colon, and behind a verb of the future whose subject is no event. */
bool sheet_others_has(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time);

#endif
