/* The day before, told by its name: "Atelier mardi 2 avril à 14h. Inscription la veille au plus tard." It knows one passage. */
#ifndef PARVIS_CONTENT_READINGS_EVE_H
#define PARVIS_CONTENT_READINGS_EVE_H

#include <stddef.h>

struct arena;
struct readings;
struct sheet;

/* Adds a deadline on the eve of the only day on which the passage lets something take place, when the reader is asked for something until then;
 * `from`: the first reading of the passage. Linear in the passage. */
void readings_eve_add(struct arena *arena, struct readings *readings, const struct sheet *sheet, size_t from);

#endif
