/* Which words cling together: a time, a date, a number and its unit, a one-letter word and what follows. Tables of French and
 * English; the inner room of typography.c. */
#ifndef PARVIS_SLIDES_GLUE_H
#define PARVIS_SLIDES_GLUE_H

#include "slides/signs.h"

#include <stdbool.h>

/* "14h30" becomes "14 h 30" and "9h-12h" becomes "9 h – 12 h" (French only); spaces that must not end a line become no-break ones. */
struct signs glue_set(const struct signs *signs, bool english);

#endif
