/* What is said once of all days of a page: "Toutes les séances ont lieu de 12h30 à 13h15". The days that stand below it in its section
 * are days on which something takes place, even where nothing else names an event. */
#ifndef PARVIS_CONTENT_PASSAGES_HABIT_H
#define PARVIS_CONTENT_PASSAGES_HABIT_H

#include "content/passages.h"

/* Sets `meets` of the passages below such a line, up to the next heading. Linear; `arena` is scratch. */
void passages_habit_mark(struct arena *arena, struct passage *items, size_t count, const struct grammar *grammar);

#endif
