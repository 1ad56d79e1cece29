/* Days of a sentence that say nothing of their own and lean on the day before them: "le 3 juin à 14h et le 5 juin à 10h". It knows what may stand
 * between two such days; what the first one says is for readings.c. */
#ifndef PARVIS_CONTENT_READINGS_LEAN_H
#define PARVIS_CONTENT_READINGS_LEAN_H

#include <stdbool.h>
#include <stddef.h>

struct sheet;

/* Nothing stands between date `index` and the one before it in its sentence that could tell them apart. */
bool readings_lean(const struct sheet *sheet, size_t index);

/* ... and more names stand there when the one before is an event: "du 17 mars sur le bois et du 24 mars sur le fer", "la seconde le 25 mars". */
bool readings_lean_of_event(const struct sheet *sheet, size_t index);

/* "La première prendra fin le 14 janvier, la seconde le 14 octobre": one more of several is named right before the day. */
bool readings_lean_of_part(const struct sheet *sheet, size_t index);

/* "La suite viendra le jeudi 7 mai, aux mêmes heures": behind the day, which names its weekday, the sentence leans on the hours or the place of
 * what was told before. */
bool readings_lean_on_same(const struct sheet *sheet, size_t index);

#endif
