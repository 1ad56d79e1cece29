/* Hours that are told one by one of the first, the second ... of several days: "9h30 à 17h le premier jour, 9h à 12h30 le second". It knows
 * how they are numbered; which days these are is for events_hours_parts.c. */
#ifndef PARVIS_CONTENT_READINGS_PARTS_H
#define PARVIS_CONTENT_READINGS_PARTS_H

#include <stddef.h>

struct sheet;

/* How many days a passage tells hours of, one stretch each in their order; 0: none, or it tells other hours too. Linear. */
size_t readings_parts_count(const struct sheet *sheet);

/* "- 2e jour : 9h-12h", "Le premier jour, de 9h à 12h, ...": the first hour of a passage is that of one day among several: its number, or
 * READINGS_PARTS_LAST for "le dernier jour"; 0: it is not. */
enum { READINGS_PARTS_LAST = 99 };
int readings_parts_single(const struct sheet *sheet);

/* "Pendant deux jours, de 9h30 à 18h": how many days are told right before the hour at a lexeme; 0: none, or one. */
int readings_parts_days_before(const struct sheet *sheet, size_t index);

#endif
