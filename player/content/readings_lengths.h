/* How long things last, told apart from their days: "Chaque rencontre dure une heure", "deux séances d'une heure chacune", "L'atelier dure deux
 * heures". It knows the sentences that say so; whose ends follow from them is for events_hours_all.c. */
#ifndef PARVIS_CONTENT_READINGS_LENGTHS_H
#define PARVIS_CONTENT_READINGS_LENGTHS_H

struct arena;
struct date_mention;
struct reading;
struct readings;
struct sheet;

/* "à 15h (durée 1h)": the minutes at which the event ends that begins in the reading, told by a length in its sentence or the next; what the reading has
 * when it has an end, or is no event; -1: not told, or as far as the next day. */
int readings_lengths_end(const struct sheet *sheet, const struct date_mention *date, const struct reading *reading);

/* Adds what a passage says. Each such sentence costs the length of the passage. */
void readings_lengths_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

#endif
