/* Hours that a sentence of its own tells of what the page announces: "La rencontre commencera à 18h30.", "Rendez-vous à 19h à la mairie.", "Le
 * public est attendu de 8h à 18h." It knows who begins and at what hour; to which day that belongs is for events_hours_told.c. */
#ifndef PARVIS_CONTENT_READINGS_TOLD_H
#define PARVIS_CONTENT_READINGS_TOLD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct readings;
struct sheet;

/* Adds them. Linear in the passage. */
void readings_told_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

/* "Elle présentera son roman le 20 octobre.", "La rencontre commencera à 18h30.": on a page without any event, the day before such a sentence of which
 * nothing was known is one. Linear: at most sixteen sentences are looked at. */
void readings_told_revive(struct readings *readings);

#endif
