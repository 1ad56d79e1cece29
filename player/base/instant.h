/* Time as types: an instant of the world (struct wall), an instant of this machine (struct mono), and both together with how
 * far the wall clock can be trusted. No function here reads a clock: host/clock does, once per step. */
#ifndef PARVIS_BASE_INSTANT_H
#define PARVIS_BASE_INSTANT_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct zone;

/* Milliseconds since 1970-01-01T00:00:00Z. For dates, deadlines, the programme. */
struct wall {
    int64_t ms;
};

/* Microseconds since some start of this machine. For fades, dwell, timeouts. */
struct mono {
    int64_t us;
};

/* What a step of the program knows of time. When `wall_trusted` is false dates may be shown, countdowns and the clock not. */
struct now {
    struct mono mono;
    struct wall wall;
    bool wall_trusted;
};

/* The far ends: before and after anything that is shown. */
#define WALL_NEVER ((struct wall){INT64_MAX})
#define WALL_ALWAYS ((struct wall){INT64_MIN})

/* Reads "2023-04-20T10:24:00+02:00" (RFC 3339), also with a space for T, with "Z", without seconds, without offset (wall time
 * of `zone`), with " +02:00" after a space, or a day alone (its first instant in `zone`). False when `text` is none of these
 * or names a day that does not exist; nothing is written then. `has_time`, `has_offset` may be NULL. */
bool instant_parse(const char *text, const struct zone *zone, struct wall *wall, bool *has_time, bool *has_offset);

/* RFC 3339 with the offset that `zone` has at that instant, to the second. */
char *instant_format(struct arena *arena, struct wall wall, const struct zone *zone);

#endif
