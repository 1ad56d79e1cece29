/* What a date is when no cue of its sentence says so: by where it stands in the text, its hour, the headings above, and how its passage goes on.
 * It knows frames and places, and what may be said around them; what cues make of a date is for judge.c. */
#ifndef PARVIS_CONTENT_JUDGE_PLACE_H
#define PARVIS_CONTENT_JUDGE_PLACE_H

#include "content/judge.h"

#include <stdbool.h>

struct question;
struct survey;

/* FOUND_UNKNOWN when nothing tells. */
enum finding judge_place(const struct question *question, const struct survey *survey);

/* "La plaque sera dévoilée mardi 30 avril à 11h30. Tous les habitants sont invités.": the passage goes on with whom it is for. */
bool judge_place_is_open(const struct question *question);

/* "Club de lecture le premier samedi du mois (prochain : 7 octobre)": the label of the next one, of what its sentence names. */
bool judge_place_is_next(const struct question *question);

/* "La journée mondiale des usages, c'est le jeudi 10 juin !", "Une journée pour découvrir nos métiers ? C'est le 30 janvier.": the day is said of what is
 * named before, in its sentence or in the question before it. */
bool judge_place_is_named(const struct question *question);

/* "Journée nationale de l'accessibilité, 4 décembre 2025, Cité universitaire": what is else only referred to opens its text, and a house follows. */
bool judge_place_holds_day(const struct question *question, const struct survey *survey);

#endif
