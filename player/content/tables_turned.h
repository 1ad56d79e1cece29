/* Tables that stand on their side: "| | Promotion A | Promotion B |", "| Dates | … | … |", "| Lieu | … | … |". It knows rows and their cells;
 * it knows of words only those that name a day. */
#ifndef PARVIS_CONTENT_TABLES_TURNED_H
#define PARVIS_CONTENT_TABLES_TURNED_H

#include "content/article.h"

#include <stddef.h>

struct arena;
struct grammar;

/* Puts the columns of such tables in the place of their rows, so that each row is one thing with its day and place. `blocks` are replaced,
 * `links` follow them. The results live in the arena. Linear. */
const struct block *tables_turned(struct arena *arena, const struct block *blocks, size_t *count, struct link *links, size_t link_count,
                                  const struct grammar *grammar);

#endif
