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

/* "Metz, Bliiida-Nord (salle du Four) : jeudi 5 mars": before lexeme `date` the item is a town and a house by its name alone, which a room or an
 * address in brackets or the other items of the list show to be one. Where it ends; 0: it is none. */
size_t place_lists_head(const struct passages *passages, const struct passage *item, size_t date);

/* "**Coudre** : mardi 18 mars à 14h, Repaire de Die": behind the day and its hours, at lexeme `behind`, a name stands where the other items
 * of the list have a house. Where it begins; 0: nowhere. */
size_t place_lists_tail(const struct passages *passages, const struct passage *item, size_t behind);

#endif
