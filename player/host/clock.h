/* The only reader of the machine's clocks. It knows whether the wall clock can be trusted; it knows nothing of what time is used for. */
#ifndef PARVIS_HOST_CLOCK_H
#define PARVIS_HOST_CLOCK_H

#include "base/instant.h"

#include <stdbool.h>

/* Where time comes from: the kernel, or a test that can be 1970, jump, and lose its network. */
struct clock_kernel {
    void *self;
    struct mono (*mono)(void *self);
    struct wall (*wall)(void *self);
    bool (*is_synchronised)(void *self); /* the wall clock was set over the network since this machine started */
};

/* When the machine's wall clock is believed. One that lies before this program was built never is. */
enum clock_trust {
    CLOCK_TRUST_MACHINE, /* at any other time: a desk, or a machine whose clock has a battery */
    CLOCK_TRUST_NETWORK  /* once it was set over the network: a Raspberry Pi wakes up at its last shutdown */
};

/* A clock: the machine's own, or one that starts at a given instant and runs `speed_permille` as fast. */
struct clock_source {
    const struct clock_kernel *kernel; /* NULL: the real one */
    enum clock_trust trust;
    bool shifted;
    struct wall start;
    struct mono started;
    int64_t speed_permille;
};

/* The machine's clock, believed as CLOCK_TRUST_MACHINE says. */
void clock_init(struct clock_source *clock);

/* The machine's clock as `kernel` tells it (NULL: the real one), believed by that rule. The real kernel is synchronised when adjtimex says
 * so, or when systemd-timesyncd has left its mark since the machine started: the kernel forgets after some nine hours without network,
 * in which a quartz goes wrong by a second. */
void clock_init_trust(struct clock_source *clock, enum clock_trust trust, const struct clock_kernel *kernel);

/* A clock that shows `start` now and runs at speed_permille / 1000 (both mono and wall run faster). Always trusted. */
void clock_init_at(struct clock_source *clock, struct wall start, int64_t speed_permille);

/* Reads both clocks, and says whether the wall clock is believed. */
struct now clock_now(const struct clock_source *clock);

/* Real microseconds to sleep until `due` of this clock's mono time (0 when past). */
int64_t clock_sleep_us(const struct clock_source *clock, struct mono due);

#endif
