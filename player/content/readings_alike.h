/* A second look at a date of which no rule knows what it is: whether it stands in its sentence as last days or days of events do (likeness.h), or an
 * hour that belongs to it is told as a beginning (readings_told.h); and at a last day of which a rule knows, whether last days stand so. */
#ifndef PARVIS_CONTENT_READINGS_ALIKE_H
#define PARVIS_CONTENT_READINGS_ALIKE_H

#include "content/verdict.h"

#include <stddef.h>

struct hour;
struct sheet;

/* The verdict of the rules on the date `index`, or a better one. */
struct verdict readings_alike(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict);

#endif
