/* Lines below a day that begin with hours: "9h30 – 12h30 Formation A", "10h30 : messe". It knows one passage. */
#ifndef PARVIS_CONTENT_SHEET_LINES_H
#define PARVIS_CONTENT_SHEET_LINES_H

#include <stdbool.h>

struct date_mention;
struct hour;
struct sheet;

/* "Mardi 21 novembre" over lines that begin with stretches, one behind the other: two with a break between them are two sessions, others the
 * programme of one day; of single hours the first is when it begins. Only signs part the day from the first, or the rest of the line that the day opens:
 * "Samedi 11 juin : tournoi". */
bool sheet_lines_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour);

#endif
