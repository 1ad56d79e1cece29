/* RUN/show.json: what the show says of itself and of its machine, to status, to the staff page and to whoever watches. It knows the keys of the
 * file; the facts are handed in. */
#ifndef PARVIS_COMMANDS_PLAY_STATUS_H
#define PARVIS_COMMANDS_PLAY_STATUS_H

#include "base/instant.h"

#include <stdbool.h>
#include <stdint.h>

struct diags;
struct play_crashes;
struct play_status;

/* What is true at this moment; texts are borrowed. */
struct play_facts {
    int64_t generation; /* 0: none */
    const char *slide;  /* id, "" before the first */
    unsigned long frames;
    const char *display; /* "on", "off", "absent" */
    bool safe_mode;
    const struct play_crashes *crashes;
    const struct diags *settings; /* what is wrong in them */
};

/* Makes the run folder. `state` is on the disk whose free space counts. NULL `run`: nothing is ever written (the machine is looked at all the
 * same). The caller owns it. */
struct play_status *play_status_create(const char *run, const char *state, bool english);

/* Removes the file: what no longer runs has no status. NULL is allowed. */
void play_status_destroy(struct play_status *status);

/* Looks at the machine now and then, tells the journal when it is unwell, and writes the file, whole or not at all: within a second of a change,
 * else once a minute. `now` is the slides' time, `mono` the machine's. */
void play_status_step(struct play_status *status, const struct play_facts *facts, struct now now, struct mono mono);

#endif
