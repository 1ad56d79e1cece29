/* The only reader of the machine's clocks. It knows whether the wall clock can be trusted; it knows nothing of what time is used for. */
#ifndef PARVIS_HOST_CLOCK_H
#define PARVIS_HOST_CLOCK_H

#include "base/instant.h"

#include <stdbool.h>

/* A clock: the machine's own, or one that starts at a given instant and runs `speed_permille` as fast. */
struct clock_source {
    bool shifted;
    struct wall start;
    struct mono started;
    int64_t speed_permille;
};

/* The machine's clock. */
void clock_init(struct clock_source *clock);

/* A clock that shows `start` now and runs at speed_permille / 1000 (both mono and wall run faster). Always trusted. */
void clock_init_at(struct clock_source *clock, struct wall start, int64_t speed_permille);

/* Reads both clocks. A machine whose wall clock lies before this program was built, is not trusted. */
struct now clock_now(const struct clock_source *clock);

/* Real microseconds to sleep until `due` of this clock's mono time (0 when past). */
int64_t clock_sleep_us(const struct clock_source *clock, struct mono due);

#endif
