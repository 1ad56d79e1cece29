/* From readings to deadlines: the same one said three times becomes one, a prolonged one replaces the old, contradictions are
 * reported and silent. */
#ifndef PARVIS_CONTENT_DEADLINES_H
#define PARVIS_CONTENT_DEADLINES_H

#include "content/facts.h"
#include "content/readings.h"

struct arena;
struct article;
struct diags;
struct zone;

/* A deadline with the passage that says it, for finding its link. */
struct dated_deadline {
    struct deadline fact;
    const struct reading *reading;
};

/* In order of time. They live in the arena; `action` is -1. */
struct dated_deadline *deadlines_merge(struct arena *arena, const struct readings *readings, const struct article *article,
                                       const struct zone *zone, struct diags *diags, size_t *count);

#endif
