/* An hour further on that says when ends what another hour began: "… jusqu'à 16h", "… se terminera vers 22h30"; and not when a car park closes or
 * a price ends. It knows the hours of one passage. */
#ifndef PARVIS_CONTENT_SHEET_ENDS_H
#define PARVIS_CONTENT_SHEET_ENDS_H

#include <stdbool.h>
#include <stddef.h>

struct hour;
struct sheet;

/* Sets the end of the hour at `index` when the next one says it, which is used then. */
void sheet_ends_take(struct sheet *sheet, struct hour *hour, size_t index);

/* "commencera à 9h15 par un débat et s'achèvera à 17h": the hour behind `index` in its sentence is told as its end. */
bool sheet_ends_later(const struct sheet *sheet, size_t index);

#endif
