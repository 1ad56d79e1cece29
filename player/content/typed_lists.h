/* Lists that were typed without the marks of one: lines of a paragraph that begin with a bullet, or, behind a line that ends with a colon, with a day and its
 * month. It knows bytes and lines of a paragraph; which days these are is for dates.h. */
#ifndef PARVIS_CONTENT_TYPED_LISTS_H
#define PARVIS_CONTENT_TYPED_LISTS_H

#include <stddef.h>

struct arena;
struct block_cell;

/* Lines of a list: cells `begins[i]` to before `ends[i]`, bullets and blanks left out. `first` to before `end` is what all its lines take up. */
struct typed_list {
    size_t first;
    size_t end;
    size_t *begins;
    size_t *ends;
    size_t count;
};

/* All lists of a paragraph in reading order; NULL and a count of 0 when there are none. They live in the arena. Linear. */
struct typed_list *typed_lists_find(struct arena *arena, const struct block_cell *cells, size_t count, size_t *list_count);

#endif
