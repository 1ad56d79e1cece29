/* Stops of a tour: days of which each has a place of its own beside it, and nothing else says what they are: "29 nov. à Vesoul, 6 déc. à Gray".
 * It knows days and places of one passage; what words say of them is for verdict.c, and comes first. */
#ifndef PARVIS_CONTENT_READINGS_TOUR_H
#define PARVIS_CONTENT_READINGS_TOUR_H

#include <stdbool.h>
#include <stddef.h>

struct sheet;

/* The date and one beside it are such stops. */
bool readings_tour_stops(const struct sheet *sheet, size_t index);

#endif
