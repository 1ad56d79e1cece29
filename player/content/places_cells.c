#include "content/places_cells.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

enum { CELLS_MOST = 16 };

/* The bytes of cell `index` of a row; its length, 0 when it has none. */
static size_t cell_at(const char *row, size_t index, const char **cell)
{
    static const char parting[] = " — ";
    for (; index > 0 && row; index--) {
        row = strstr(row, parting);
        row = row ? row + sizeof parting - 1 : NULL;
    }
    *cell = row;
    const char *end = row ? strstr(row, parting) : NULL;
    return !row ? 0 : end ? (size_t)(end - row) : strlen(row);
}

const char *places_cells_named(struct arena *arena, const struct block *block, const char *const *names)
{
    const char *name = NULL, *cell = NULL;
    for (size_t i = 0; i < CELLS_MOST; i++) {
        size_t length = cell_at(block->columns, i, &name);
        if (!name)
            break; /* but the first cell may be empty */
        char *folded = lexis_fold(arena, arena_copy_bytes(arena, name, length));
        size_t size = grammar_lists(names, folded) ? cell_at(block->text, i, &cell) : 0;
        if (size)
            return arena_copy_bytes(arena, cell, size);
    }
    return "";
}

/* The place in the cell under one of these names; "" when there is none. */
static const char *cell_named(const struct places *places, const struct block *block, const char *const *names)
{
    struct lexis lexis = lexis_read(places->arena, places_cells_named(places->arena, block, names));
    return venue_text(places->arena, &lexis, 0, lexis.count);
}

const char *places_cells_place(const struct places *places, const struct passage *passage)
{
    static const char *const towns[] = {"ville", "villes", "commune", "campus", "site", "sites", "etablissement", "etape", "city", "town", NULL};
    const struct block *block = passage->block;
    if (!block || block->kind != BLOCK_ROW || !block->columns)
        return "";
    const char *place = cell_named(places, block, venue_words_labels), *town = cell_named(places, block, towns);
    if (place[0] && town[0] && !strstr(place, town))
        return arena_format(places->arena, "%s, %s", place, town);
    return place[0] ? place : town;
}
