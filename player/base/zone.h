/* A time zone, read from the system's zone data (/usr/share/zoneinfo, TZif as RFC 8536 has it), as a value that can be handed on.
 * glibc knows one zone per process; a venue's zone is data here, so that two can be compared in one test. It reads no clock. */
#ifndef PARVIS_BASE_ZONE_H
#define PARVIS_BASE_ZONE_H

#include "base/civil.h"
#include "base/instant.h"

#include <stdbool.h>

struct zone;

/* Loads zone `name` ("Europe/Paris", "UTC"). NULL when the name is no zone of this system or its file is damaged.
 * `directory` NULL means the system's. The caller owns the zone. */
struct zone *zone_create(const char *name, const char *directory);

/* Frees; NULL is allowed. */
void zone_destroy(struct zone *zone);

/* The name it was loaded by, owned by the zone. */
const char *zone_name(const struct zone *zone);

/* Seconds to add to UTC at that instant. NULL zone is UTC in all functions below. */
int zone_offset_s(const struct zone *zone, struct wall wall);

/* The wall-clock reading at an instant. */
struct civil zone_to_civil(const struct zone *zone, struct wall wall);

/* The instant of a wall-clock reading. A reading that happens twice (autumn) is its first; one that never happens (spring) is
 * the instant at which the clocks jump over it. Fields may lie outside their ranges by a few days, as in mktime (day 32, hour 24). */
struct wall zone_to_wall(const struct zone *zone, const struct civil *civil);

/* The first instant of the civil day that is `days` after the day of `wall`. */
struct wall zone_day_start(const struct zone *zone, struct wall wall, int days);

#endif
