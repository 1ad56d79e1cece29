/* Where the place of one date may stand in its passage: between the dates around it. It knows dates and clauses; what a place is is for
 * venue.h. */
#ifndef PARVIS_CONTENT_PLACES_STRETCH_H
#define PARVIS_CONTENT_PLACES_STRETCH_H

#include "content/places.h"

#include <stdbool.h>
#include <stddef.h>

/* Lexemes `first` to before `date`, and `said`
 * to before `end`, from `behind` on also behind the hours; `earlier`, `later`: another date stands before, behind. */
struct stretch {
    size_t first;
    size_t date;
    size_t said; /* behind the day, before hours: "le 8 novembre en salle 252 de 9h à 18h au palais" */
    size_t behind;
    size_t end;
    bool earlier;
    bool later;
};

/* The lexeme behind the words of the day itself: "le 8 novembre" of "le 8 novembre en salle 252 de 9h à 18h". */
size_t places_stretch_behind_day(const struct reading *reading);

/* "prévue à Dole le 18 mars se tiendra finalement en ligne": behind the word that says that another place holds; 0: none. */
size_t places_stretch_anew(const struct lexis *lexis, const struct stretch *stretch);

/* Between the dates around a reading: in its sentence, or in its whole passage. */
struct stretch places_stretch_of(const struct places *places, const struct reading *reading, bool sentence);

/* Only signs and small words stand between two lexemes. */
bool places_stretch_touches(const struct lexis *lexis, size_t from, size_t to);

#endif
