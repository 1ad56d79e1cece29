/* Finds the hours that a text names: "14h30 à 17h30", "dès 9 h", "midi", "2:30–5:30 pm". It knows how hours are written in a
 * language; to which day they belong is for readings.c. Lengths ("pendant 2 heures") are no hours. */
#ifndef PARVIS_CONTENT_TIMES_H
#define PARVIS_CONTENT_TIMES_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct grammar;

enum { RETURNS_MOST_MORE = 6 };

/* What one day has behind its first stretch: "7h-9h30 et 17h-19h", of which the first ends at `pause` and the second begins at `start`, or
 * "10h, 14h et 16h", where `pause` is -1. Minutes after midnight. */
struct returns {
    bool told;
    int pause;
    int start;
    int more[RETURNS_MOST_MORE];
    size_t more_count;
};

/* Minutes after midnight; -1: not said. `end` is over 1440 when it lies after midnight. */
struct time_mention {
    int start;
    int end;
    size_t first; /* lexemes `first` to before `end_index` */
    size_t end_index;
    const char *zone; /* the zone that is named behind it: "Indian/Reunion", "UTC+4"; "" one that is not known; NULL none */
    int former;      /* the hour that it replaces: "à 10h au lieu de 9h30"; -1: none */
    bool introduced; /* a word such as "à" or "de" stands before it, and is part of it */
};

/* All hours in reading order. Linear. */
struct time_mention *times_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count);

#endif
