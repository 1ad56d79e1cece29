/* Lists in which each item is a day and a place, of something that their heading names: "## Cafés-rencontres" over "25/01 - Kiosque".
 * It knows lists and how places are worded; dates are for readings.c. */
#ifndef PARVIS_CONTENT_PLACE_LISTS_H
#define PARVIS_CONTENT_PLACE_LISTS_H

#include "content/passages.h"

#include <stdbool.h>
#include <stddef.h>

/* Two items of the list and more than a third of them name a place behind the sign that follows their day, and the heading names an
 * event. */
bool place_lists_holds(const struct passages *passages, const struct passage *item);

/* The lexeme behind the first sign that parts an item ("25/01 - Kiosque", "25/01 : Kiosque"); `count` when there is none. */
size_t place_lists_part(const struct lexis *lexis);

#endif
