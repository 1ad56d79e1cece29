/* The day by which a limit names what one enrols for: "Date limite d'inscription à la formation du 5 mars : 14 février". It is the day of the event,
 * and what stands before it speaks of the day behind it. */
#ifndef PARVIS_CONTENT_READINGS_NAMED_H
#define PARVIS_CONTENT_READINGS_NAMED_H

#include <stdbool.h>
#include <stddef.h>

struct sheet;

/* The date only names an event, and the next date of its sentence is the last day to ask for it. */
bool readings_named_day(const struct sheet *sheet, size_t index);

/* What such a date names is an event, and no call: "Date limite de réponse à l'appel du 3 février : 7 mars". */
bool readings_named_event(const struct sheet *sheet, size_t index);

#endif
