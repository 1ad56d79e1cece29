/* The names of zones behind an hour: "(heure de La Réunion)", ", heure de Paris", "UTC+4", "Paris time". It knows how they are worded; what
 * follows for the hour is for zones.h. */
#ifndef PARVIS_CONTENT_ZONE_NAMES_H
#define PARVIS_CONTENT_ZONE_NAMES_H

#include <stddef.h>

struct arena;
struct grammar;
struct lexis;

/* The zone that is named from lexeme `index` on, as the system names it ("Indian/Reunion", "UTC+4"), and *behind moves behind its name; "" when
 * a place is named whose zone is not known; NULL when there is none. */
const char *zone_names_read(struct arena *arena, const struct lexis *lexis, size_t index, const struct grammar *grammar, size_t *behind);

#endif
