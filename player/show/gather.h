/* The dates of a whole playlist, for its agenda: those of every article that was read and those written in the playlist itself.
 * It knows what is announced already and what no longer is; how an agenda looks is slides/. */
#ifndef PARVIS_SHOW_GATHER_H
#define PARVIS_SHOW_GATHER_H

#include "base/instant.h"
#include "content/library.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Dates that are not over at `now`, of items whose from and until allow it (an agenda announces on Monday what is shown on Tuesdays
 * only, but nothing under embargo). The array lives in the arena, its strings belong to the library. *complete is false when articles
 * are left that were never read. */
const struct library_date *gather_dates(struct arena *arena, const struct library *library, struct now now, size_t *count,
                                        bool *complete);

#endif
