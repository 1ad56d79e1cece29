/* Lines onto slides: as many as a slide holds, then the same number of slides filled evenly. It asks whether a slide fits; it knows no
 * words. */
#ifndef PARVIS_SLIDES_PAGES_H
#define PARVIS_SLIDES_PAGES_H

#include "slides/slide.h"

#include <stddef.h>

struct maker;

enum { PAGES_MOST = 8, PAGES_LINES_MOST = 8 };

/* How many characters a page holds and how many pages there may be (at most PAGES_MOST). */
struct pages_room {
    size_t characters;
    size_t pages;
};

/* Shares `lines` out onto copies of `first` (body, body_count, page, pages and id are set; lead on the first page only). What does not go on
 * the pages is left out and counted in *left_out (may be NULL); so is a line that does not even fit alone. Returns how many pages there
 * are (0: no line fits); `pages` has room for PAGES_MOST. */
size_t pages_split(const struct maker *maker, const struct slide *first, const struct text_line *lines, size_t count, struct pages_room room,
                   struct slide pages[PAGES_MOST], size_t *left_out);

#endif
