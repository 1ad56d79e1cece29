/* What is shown now and what comes next: walks the playlist round and round, asks the library for articles and builds their slides as
 * they come up. It knows time as a parameter and no pixels; it never waits. */
#ifndef PARVIS_SHOW_PROGRAMME_H
#define PARVIS_SHOW_PROGRAMME_H

#include "base/instant.h"
#include "slides/build.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct library;
struct programme;

/* `fits` and its context as in struct build; both are borrowed. The library is borrowed and outlives the programme. */
struct programme *programme_create(struct library *library, bool (*fits)(void *, const struct slide *), void *fits_context);
void programme_destroy(struct programme *programme);

/* The slide that follows in the round at `now` (the first one on the first call), never NULL: the holding slide when nothing is on.
 * Urgent items come alone while there are any. Borrowed until two further calls (the slide before and this one stay valid). */
const struct slide *programme_next(struct programme *programme, struct now now);
const struct slide *programme_back(struct programme *programme, struct now now);

/* The current slide with the words of `now` (countdown, badge). NULL when it may no longer be shown: take the next. */
const struct slide *programme_current(struct programme *programme, struct now now);

/* Forgets built slides after library_refresh; the place in the round is found again by slide id, or the slide that followed. */
void programme_reload(struct programme *programme);

/* True when something urgent begins or ends at `now`: the current slide must give way at once. */
bool programme_must_leave(struct programme *programme, struct now now);

/* The next instant at which the programme itself changes without a slide ending (an urgent item begins, holding ends); WALL_NEVER. */
struct wall programme_next_change(struct programme *programme, struct now now);

/* Every slide of one whole round at `now`, in order, in an arena (headless rendering; contact sheets). */
struct slide *programme_round(struct programme *programme, struct arena *arena, struct now now, size_t *count);

#endif
