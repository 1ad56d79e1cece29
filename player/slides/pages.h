/* Lines onto slides: as many as a slide holds, then the same number of slides filled evenly. It asks whether a slide fits; it knows no
 * words. */
#ifndef PARVIS_SLIDES_PAGES_H
#define PARVIS_SLIDES_PAGES_H

#include "slides/slide.h"

#include <stddef.h>

struct maker;

enum { PAGES_MOST = 4 };

/* Shares `lines` out onto copies of `first` (body, body_count, page, pages and id are set; lead on the first page only), at most PAGES_MOST:
 * what does not go on them is left out. A line that does not even fit alone is left out. `most` is how many characters a page may hold.
 * Returns how many pages there are (0: no line fits); `pages` has room for PAGES_MOST. */
size_t pages_split(const struct maker *maker, const struct slide *first, const struct text_line *lines, size_t count, size_t most,
                   struct slide pages[PAGES_MOST]);

#endif
