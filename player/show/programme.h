/* What is shown now and what comes next: walks the playlist round and round, asks the library for articles and builds their slides as
 * they come up. It knows time as a parameter and no pixels; it never waits. */
#ifndef PARVIS_SHOW_PROGRAMME_H
#define PARVIS_SHOW_PROGRAMME_H

#include "base/instant.h"
#include "slides/build.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct item;
struct library;
struct programme;
struct setup;

/* `fits` and its context as in struct build; both are borrowed. The library is borrowed and outlives the programme. */
struct programme *programme_create(struct library *library, bool (*fits)(void *, const struct slide *), void *fits_context);
void programme_destroy(struct programme *programme);

/* The slide that follows in the round at `now` (the first one on the first call), never NULL: the holding slide when nothing is on.
 * Urgent items come alone while there are any. Borrowed until two further calls (the slide before and this one stay valid).
 * A search over thousands of articles that have ended is cut into pieces: while programme_is_searching, the current slide (or
 * the holding slide) is given again and the next call goes on. */
const struct slide *programme_next(struct programme *programme, struct now now);
const struct slide *programme_back(struct programme *programme, struct now now);

/* The slide that programme_next would give, without moving; NULL when that is not known yet or nothing is on. Borrowed until the next
 * call of programme_next or programme_back. */
const struct slide *programme_peek(struct programme *programme, struct now now);

/* The current slide with the words of `now` (countdown, badge). NULL when it may no longer be shown: take the next. */
const struct slide *programme_current(struct programme *programme, struct now now);

/* True while something urgent plays. */
bool programme_is_urgent(const struct programme *programme);

/* True when the last call had to stop before it knew whether anything is on: call again soon. */
bool programme_is_searching(const struct programme *programme);

/* What stands in for the holding slide when there never was any content: see shelf_set_setup. Call again when it says something else. */
void programme_set_setup(struct programme *programme, const struct setup *setup);

/* Forgets built slides after library_refresh; the place in the round is found again by slide id, or the slide that followed. */
void programme_reload(struct programme *programme);

/* True when something urgent begins or ends at `now`: the current slide must give way at once. */
bool programme_must_leave(struct programme *programme, struct now now);

/* The next instant at which the programme itself changes without a slide ending (an urgent item begins, holding ends, the words of the
 * current slide must be made again); WALL_NEVER. */
struct wall programme_next_change(struct programme *programme, struct now now);

/* Every slide of one whole round at `now`, in order, in an arena (headless rendering; contact sheets). Reads all articles first when
 * there is an agenda. While something urgent is on, that is the whole round. */
struct slide *programme_round(struct programme *programme, struct arena *arena, struct now now, size_t *count);

/* Tells the library's guard that the current slide's item is in hand again, after others were read or built ahead of time. */
void programme_take(const struct programme *programme);

/* Where the current slide stands, for the overlay of key i. `item` is NULL on the holding slide; places count from 1. */
struct programme_place {
    const struct item *item;
    size_t turn, turns;   /* of the round */
    size_t slide, slides; /* of the item */
};
struct programme_place programme_place(const struct programme *programme);

/* Grows with each build: as long as it stays the same, a slide at the same address has the same words. */
unsigned long programme_builds(const struct programme *programme);

/* Bytes held from the heap: must not grow over months. */
size_t programme_held_bytes(const struct programme *programme);

#endif
