/* Whether a text may stand on a wall as the name of an event: no sentence, no place, no part of the page, no rest of a line of days.
 * It knows texts alone; where they stand is for titles.c. */
#ifndef PARVIS_CONTENT_TITLE_NAME_H
#define PARVIS_CONTENT_TITLE_NAME_H

#include <stdbool.h>

struct arena;

/* The text may stand as the name of an event on a wall. */
bool title_name_is(struct arena *arena, const char *text);

/* A word or two that name a part of any page: "Programme", "Infos pratiques". */
bool title_name_is_generic(struct arena *arena, const char *text);

/* A heading that asks or that names a part of the page and not an event. */
bool title_name_is_rubric(struct arena *arena, const char *text);

/* It is a place, ends with one behind a sign ("Pamiers, Maison des associations"), or begins with its preposition. */
bool title_name_says_where(struct arena *arena, const char *text);

/* "thé dansant, salle Édith-Piaf, à Dole": before the places behind the last commas, if two words or more stand there that are none; in the arena,
 * or `text`. */
const char *title_name_without_place(struct arena *arena, const char *text);

#endif
