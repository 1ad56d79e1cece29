/* A day that a later sentence makes a last day: "L'ancien espace fermera le 15 février : téléchargez vos documents avant cette date". It knows one
 * passage. */
#ifndef PARVIS_CONTENT_READINGS_THAT_DAY_H
#define PARVIS_CONTENT_READINGS_THAT_DAY_H

#include <stddef.h>

struct readings;
struct sheet;

/* Makes a deadline of the day that stands nearest before "avant cette date", when the reader is asked for something by then and the day says nothing
 * by itself; `from`: the first reading of the passage. */
void readings_that_day(struct readings *readings, const struct sheet *sheet, size_t from);

#endif
