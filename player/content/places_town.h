/* A house and the town in which it stands, when the text says them apart: "**Brest** – 28 janvier, à la Cantine". It knows how the two are put
 * together; where either is looked for is for places.c. */
#ifndef PARVIS_CONTENT_PLACES_TOWN_H
#define PARVIS_CONTENT_PLACES_TOWN_H

#include "content/places.h"
#include "content/venue.h"

#include <stdbool.h>

/* The text is the name of a town, and nothing else. */
bool places_town_is_mere(const struct places *places, const char *place);

/* ... or of what may be one: a word or two in capitals, and no house. */
bool places_town_is_name(const struct places *places, const char *place);

/* The house behind which the town is told, unless it says a town itself or both are too long for one line. In the arena, or `house`. */
const char *places_town_with(const struct places *places, const char *house, const char *town);

/* `said`, the text of the place `best` behind the day of a reading, with the town that opens the line of this day. */
const char *places_town_at_head(const struct places *places, const struct reading *reading, const struct venue *best, const char *said);

#endif
