/* How French is set: narrow and non-breaking spaces, apostrophes, raised suffixes. It takes what staff typed and gives what is read;
 * it changes spaces and signs only, never words. English text keeps its own rules (apostrophes, no space before signs). */
#ifndef PARVIS_SLIDES_TYPOGRAPHY_H
#define PARVIS_SLIDES_TYPOGRAPHY_H

#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Sets one stretch of plain text: U+202F before ; ! ? and inside « », U+00A0 before : and between a number and its unit, a day and its
 * month, "14 h 30", after one-letter words (à, y, a, ô) and before a lone » ; ' becomes ’, "…" becomes « … », a lone - a dash; runs of blanks become one. Hard breaks
 * ('\n') stay. Emoji are kept. */
char *typography_set(struct arena *arena, const char *text, bool english);

/* Sets a text and splits it into styled stretches: 1er, 1re, 2e, 15e, XXIe get a raised suffix; **strong** marks are not read here.
 * `style` is added to every stretch. */
struct text_line typography_line(struct arena *arena, const char *text, unsigned style, bool english);

/* Joins two lines' stretches (for "…, " + strong date). */
struct text_line typography_join(struct arena *arena, struct text_line first, struct text_line second);

/* Plain text of a line, for index.json and reading time. */
const char *typography_plain(struct arena *arena, const struct text_line *line);

#endif
