/* The lines of a programme that stand in one paragraph, each with its hour at its beginning. */
#ifndef PARVIS_CONTENT_READINGS_PROGRAMME_H
#define PARVIS_CONTENT_READINGS_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct readings;
struct sheet;

/* "9h15 — Accueil", "9h30 — Table ronde", "12h30 — Buffet": adds the hour of each line; false when the paragraph is no programme. */
bool readings_programme_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

/* The hour `index` begins a line, or stands behind an emoji that does. */
bool readings_programme_opens_line(const struct sheet *sheet, size_t index);

/* "17 h 30 – Fin des rencontres": behind the hour, at lexeme `index`, the line begins with a word of the end. */
bool readings_programme_says_end(const struct sheet *sheet, size_t index);

#endif
