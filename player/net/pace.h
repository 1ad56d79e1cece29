/* When to ask an origin again: a base with jitter, longer and longer after failures, as the server wishes within limits. It knows numbers;
 * it reads no clock, and randomness is handed in. */
#ifndef PARVIS_NET_PACE_H
#define PARVIS_NET_PACE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    PACE_POLL_MS = 30 * 1000,
    PACE_CEILING_MS = 10 * 60 * 1000, /* of back-off and of Retry-After; a longer poll is its own ceiling */
    PACE_JITTER_PERCENT = 20,
    PACE_CLOCK_MS = 10 * 1000, /* time synchronisation takes seconds: no back-off while the clock is not set */
    PACE_SOON_MS = 2 * 1000    /* an origin that was copied by half is looked at once more */
};

struct pace {
    int64_t poll_ms;
    int failures; /* in a row */
    uint32_t (*random)(void *self);
    void *random_self;
};

/* Milliseconds until the next request after one that went well: poll ± 20 %. */
int64_t pace_after_success(struct pace *pace);

/* After one that failed: poll, 2 poll, 4 poll ... ± 20 %, at most the ceiling; at least `retry_after_s` (negative: the server did not
 * say) up to the ceiling. `progressed`: something came in before it failed, so that the row of failures begins anew. */
int64_t pace_after_failure(struct pace *pace, int64_t retry_after_s, bool progressed);

/* While the clock is not set, and for a second look: with jitter, without back-off. */
int64_t pace_while_clock(struct pace *pace);
int64_t pace_soon(const struct pace *pace);

#endif
