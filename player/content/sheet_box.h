/* Lines below a day, each with a name and an hour: "Accueil : 18h", "Conférence : 18h30 – 20h", "Retour : 19h30". It knows one passage. The
 * first line that is of no welcome, meal or closing says when it begins, the last one that has an end, or names the closing, when it ends.
 * Lines that begin with hours are for sheet_lines.h. */
#ifndef PARVIS_CONTENT_SHEET_BOX_H
#define PARVIS_CONTENT_SHEET_BOX_H

#include <stdbool.h>

struct date_mention;
struct hour;
struct sheet;

/* Takes the hours of such lines below the day, two or more; false when there are none. Linear in the passage. */
bool sheet_box_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour);

#endif
