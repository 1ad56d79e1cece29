/* How long things last, told apart from their days: "Chaque rencontre dure une heure", "deux séances d'une heure chacune", "L'atelier dure deux
 * heures". It knows the sentences that say so; whose ends follow from them is for events_hours_all.c. */
#ifndef PARVIS_CONTENT_READINGS_LENGTHS_H
#define PARVIS_CONTENT_READINGS_LENGTHS_H

#include <stddef.h>

struct arena;
struct date_mention;
struct readings;
struct sheet;

/* Minutes of the first length before lexeme `to`, in the sentence of the date or, when it is the only one, in its passage, that stands by itself and is
 * of no part: "Quarante minutes de répit.", "(comptez deux heures)". -1: none, or the day has several hours. */
int readings_lengths_free(const struct sheet *sheet, const struct date_mention *date, size_t to);

/* Adds what a passage says. Each such sentence costs the length of the passage. */
void readings_lengths_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

#endif
