/* One section of an article as slides: its lists, page by page, or its first sentences. It knows the blocks of one section; which
 * sections there are is section.c's. */
#ifndef PARVIS_SLIDES_SECTION_TEXT_H
#define PARVIS_SLIDES_SECTION_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct block;
struct maker;

/* `blocks` from `first` up to `end` under `title` ("" before the first heading). `number` names the slides; `slides` counts what was
 * made of it so far. */
struct section {
    const char *title;
    int line;
    const struct block *blocks;
    size_t first, end;
    int number;
    int slides;
};

bool section_text_is_listed(const struct block *block);

/* Adds slides of the section's lists of two items or more. */
void section_text_add_lists(struct maker *maker, struct section *section);

/* Adds one slide with the section's first sentences. */
void section_text_add_prose(struct maker *maker, struct section *section);

#endif
