/* What the cells of a row say under the names of their columns. It knows tables with a header; what is no table is for places_page.c. */
#ifndef PARVIS_CONTENT_PLACES_CELLS_H
#define PARVIS_CONTENT_PLACES_CELLS_H

#include "content/places.h"

struct arena;
struct block;
struct passage;

/* The cell of a row with a header that stands under one of these (folded) names; "" when there is none. */
const char *places_cells_named(struct arena *arena, const struct block *block, const char *const *names);

/* The cell of a row that its header calls the place. */
const char *places_cells_place(const struct places *places, const struct passage *passage);

#endif
