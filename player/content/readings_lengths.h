/* How long things last, told apart from their days: "Chaque rencontre dure une heure", "deux séances d'une heure chacune", "L'atelier dure deux
 * heures". It knows the sentences that say so; whose ends follow from them is for events_hours_all.c. */
#ifndef PARVIS_CONTENT_READINGS_LENGTHS_H
#define PARVIS_CONTENT_READINGS_LENGTHS_H

struct arena;
struct readings;
struct sheet;

/* Adds what a passage says. Each such sentence costs the length of the passage. */
void readings_lengths_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

#endif
