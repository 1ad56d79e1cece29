/* When the show may be called alive: its loop ran, and a frame went to the screen and came back since the last time. It knows counters and
 * a clock that is handed in; who is told is the caller's. */
#ifndef PARVIS_SHOW_PULSE_H
#define PARVIS_SHOW_PULSE_H

#include "base/instant.h"

#include <stdbool.h>
#include <stdint.h>

/* A heartbeat every `every_us`, counted from the last one that was sent; `frames` is the count of presented frames at that time. */
struct pulse {
    int64_t every_us; /* 0: nobody wants one */
    struct mono sent;
    unsigned long frames;
    bool begun;
};

enum pulse_deed {
    PULSE_NONE,  /* nothing is due */
    PULSE_PROVE, /* due, but no frame was presented since: present one again (a slide that stands still), then ask once more */
    PULSE_BEAT   /* due and proven: tell the supervisor, then pulse_sent */
};

/* A third of the supervisor's patience, so that one lost beat does no harm; 0 gives a pulse that is never due. */
void pulse_init(struct pulse *pulse, int64_t watchdog_us);

/* `frames` presented so far; `dark`: there is no display to present on (none, lost, or switched off by us), so the loop alone counts. */
enum pulse_deed pulse_look(const struct pulse *pulse, struct mono now, unsigned long frames, bool dark);

void pulse_sent(struct pulse *pulse, struct mono now, unsigned long frames);

/* Microseconds until it is due, or -1: never. */
int64_t pulse_due_us(const struct pulse *pulse, struct mono now);

#endif
