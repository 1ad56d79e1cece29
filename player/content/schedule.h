/* When an item of the playlist may be on screen: from, until, days, hours, in wall time of the venue. It is pure: the instant comes in,
 * yes or no and the next change come out. */
#ifndef PARVIS_CONTENT_SCHEDULE_H
#define PARVIS_CONTENT_SCHEDULE_H

#include "base/instant.h"

#include <stdbool.h>

struct arena;
struct item;
struct zone;

/* True when the item's window is open at `at`. Hours are what the clock on the wall shows, so 02:00-03:00 is never on the spring night
 * and lasts two hours on the autumn night. An hours window over midnight belongs to the day on which it begins. */
bool schedule_is_open(const struct item *item, const struct zone *zone, struct wall at);

/* The next instant after `at` at which schedule_is_open may change; WALL_NEVER when it never does. */
struct wall schedule_next_change(const struct item *item, const struct zone *zone, struct wall at);

/* The window in words for tables: "lun-ven 08:00-20:00, jusqu’au 2 mai 2023"; "" when always open. */
const char *schedule_describe(struct arena *arena, const struct item *item, const struct zone *zone, bool english);

#endif
