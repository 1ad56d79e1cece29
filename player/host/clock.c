#define _DEFAULT_SOURCE /* adjtimex: Linux */

#include "host/clock.h"

#include <stddef.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

/* 2026-01-01T00:00:00Z. A date in the source instead of __DATE__, so that two builds give the same bytes; a machine without a battery
 * clock wakes up in 1970 or at its last shutdown, which is earlier. Move it forward with releases. */
#define CLOCK_BUILT_MS INT64_C(1767225600000)

static struct mono kernel_mono(void *self)
{
    (void)self;
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (struct mono){(int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000};
}

static struct wall kernel_wall(void *self)
{
    (void)self;
    struct timespec time = {0};
    clock_gettime(CLOCK_REALTIME, &time);
    return (struct wall){(int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000};
}

/* A sandbox may forbid adjtimex (ProtectClock=): then only the mark is left. */
static bool kernel_is_synchronised(void *self)
{
    struct timex state = {.modes = 0};
    (void)self;
    int answer = adjtimex(&state);
    if (answer >= 0 && answer != TIME_ERROR && !(state.status & STA_UNSYNC))
        return true;
    return access("/run/systemd/timesync/synchronized", F_OK) == 0;
}

static const struct clock_kernel real_kernel = {NULL, kernel_mono, kernel_wall, kernel_is_synchronised};

static const struct clock_kernel *kernel_of(const struct clock_source *clock)
{
    return clock->kernel ? clock->kernel : &real_kernel;
}

void clock_init(struct clock_source *clock)
{
    clock_init_trust(clock, CLOCK_TRUST_MACHINE, NULL);
}

void clock_init_trust(struct clock_source *clock, enum clock_trust trust, const struct clock_kernel *kernel)
{
    *clock = (struct clock_source){.speed_permille = 1000, .trust = trust, .kernel = kernel};
}

void clock_init_at(struct clock_source *clock, struct wall start, int64_t speed_permille)
{
    *clock = (struct clock_source){
        .shifted = true,
        .start = start,
        .started = kernel_mono(NULL),
        .speed_permille = speed_permille > 0 ? speed_permille : 1,
    };
}

/* Elapsed time at another speed; whole seconds first, so that nothing overflows within centuries. */
static int64_t clock_scaled_us(int64_t elapsed_us, int64_t speed_permille)
{
    return elapsed_us / 1000 * speed_permille + elapsed_us % 1000 * speed_permille / 1000;
}

struct now clock_now(const struct clock_source *clock)
{
    const struct clock_kernel *kernel = kernel_of(clock);
    struct now now = {.mono = kernel->mono(kernel->self)};
    if (!clock->shifted) {
        now.wall = kernel->wall(kernel->self);
        now.wall_trusted = now.wall.ms >= CLOCK_BUILT_MS &&
                           (clock->trust == CLOCK_TRUST_MACHINE || kernel->is_synchronised(kernel->self));
        return now;
    }
    int64_t elapsed_us = clock_scaled_us(now.mono.us - clock->started.us, clock->speed_permille);
    now.mono.us = clock->started.us + elapsed_us;
    now.wall.ms = clock->start.ms + elapsed_us / 1000;
    now.wall_trusted = true;
    return now;
}

int64_t clock_sleep_us(const struct clock_source *clock, struct mono due)
{
    struct now now = clock_now(clock);
    if (due.us <= now.mono.us)
        return 0;
    int64_t left_us = due.us - now.mono.us;
    if (!clock->shifted || clock->speed_permille == 1000)
        return left_us;
    /* Up, never down: waking too early would spin. Far waits are cut before they overflow. */
    if (left_us > INT64_MAX / 1000 - 1)
        left_us = INT64_MAX / 1000 - 1;
    return (left_us * 1000 + clock->speed_permille - 1) / clock->speed_permille;
}
