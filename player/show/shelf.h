/* Built slides, item by item: the few that are needed around the present moment, each item's slides in an arena that is used again for
 * a later item, so that memory does not grow over months. It knows how an item becomes slides at an instant, and for how long these
 * slides hold; which item is wanted when is the programme's. */
#ifndef PARVIS_SHOW_SHELF_H
#define PARVIS_SHOW_SHELF_H

#include "base/instant.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct library;
struct setup;
struct shelf;

/* Slides of one item as they were at `at`. They are right until `changes_at`. */
struct shelf_entry {
    size_t item; /* index in the playlist, or SHELF_HOLDING */
    const struct slide *slides;
    size_t count;
    struct wall at;
    bool trusted;
    struct wall changes_at;
};

#define SHELF_HOLDING ((size_t)-1)

/* Reading an article costs a millisecond or two: a search may read and build only so many before it has to come back later. `spent` tells
 * that it hit the end. */
struct shelf_budget {
    int articles;
    bool spent;
};

/* `fits` and its context as in struct build; all is borrowed. */
struct shelf *shelf_create(struct library *library, bool (*fits)(void *, const struct slide *), void *fits_context);
void shelf_destroy(struct shelf *shelf);

/* The playlist was read anew, or an article changed: what was built no longer counts. Entries that were handed out keep their memory as
 * said at shelf_take. */
void shelf_forget(struct shelf *shelf);

/* True when the item's window is open at `now`. A clock that is not trusted is late, never early (1970, or the last shutdown): what it says
 * has begun has begun, what it says is over is over, and what may not have begun waits. Days and hours it cannot tell: such an item
 * waits for the clock, and so does anything urgent that has a window. */
bool shelf_is_open(const struct shelf *shelf, size_t item, struct now now);

/* The slides of an open item at `now`, from the shelf or built. NULL when it has none, is closed, or the budget was spent. */
const struct shelf_entry *shelf_take(struct shelf *shelf, size_t item, struct now now, struct shelf_budget *budget);

/* What the holding slide says when there never was any content (see struct build); borrowed, NULL: nothing. */
void shelf_set_setup(struct shelf *shelf, const struct setup *setup);

/* The holding slide at `now`: always there. */
const struct shelf_entry *shelf_holding(struct shelf *shelf, struct now now);

/* Says that this entry is what is used now: it and the two that were used before it outlive further building. */
void shelf_use(struct shelf *shelf, const struct shelf_entry *entry);

/* True when the entry's slides are still right at `now`. */
bool shelf_is_fresh(const struct shelf *shelf, const struct shelf_entry *entry, struct now now);

/* How often something was built: as long as it stays the same, a slide at the same address is the same slide. */
unsigned long shelf_builds(const struct shelf *shelf);

/* Bytes held from the heap, for the test that plays a month. */
size_t shelf_held_bytes(const struct shelf *shelf);

#endif
