/* Texts of which nothing is to be lost (messages, urgent notices): paragraphs into lines, long ones at the ends of sentences, then onto as
 * many slides as they need. It cuts nothing away. */
#ifndef PARVIS_SLIDES_PROSE_H
#define PARVIS_SLIDES_PROSE_H

#include "slides/slide.h"

#include <stddef.h>

struct maker;

/* Lines while they are gathered; begin with {.maker = ...}. */
struct prose {
    struct maker *maker;
    struct text_line *lines;
    size_t count, capacity;
};

/* Adds a text: each of its lines is a paragraph, one that begins with "- ", "* " or "•" a list item. */
void prose_add(struct prose *prose, const char *text);

void prose_add_line(struct prose *prose, struct text_line line);

/* Adds the slide with what was gathered as its body, or several pages of it; the slide alone when nothing was. */
void prose_finish(struct prose *prose, const struct slide *slide);

#endif
