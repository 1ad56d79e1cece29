/* The end of an event that has a short sentence of its own: "Atelier mardi 5 décembre à 9h. Fin prévue à 12h30." It knows one passage. */
#ifndef PARVIS_CONTENT_READINGS_CLOSE_H
#define PARVIS_CONTENT_READINGS_CLOSE_H

#include <stddef.h>

struct readings;
struct sheet;

/* Gives its end to the only event of a passage that begins at an hour and has none; `from`: the first reading of the passage. Linear. */
void readings_close(struct readings *readings, struct sheet *sheet, size_t from);

#endif
