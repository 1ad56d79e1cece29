/* What the show has to do with its machine: settings, the supervisor, the status that others read, the notes of what ended it. It knows the
 * stage by its counters; what is on screen is the stage's business. */
#ifndef PARVIS_COMMANDS_PLAY_MACHINE_H
#define PARVIS_COMMANDS_PLAY_MACHINE_H

#include "base/diag.h"
#include "base/instant.h"
#include "commands/command.h"
#include "commands/play_crashes.h"
#include "commands/sync_place.h"
#include "content/settings.h"
#include "host/clock.h"
#include "show/pulse.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct notify;
struct play_display;
struct play_setup;
struct play_status;
struct stage;

/* `command` is the command line with what the settings say where it is silent; `generation` is set by whoever adopts one (0: none). */
struct play_machine {
    struct arena *arena;
    struct command command;
    struct settings settings;
    struct diags problems; /* of the settings */
    struct notify *notify;
    struct pulse pulse;
    struct sync_place place; /* folders of this screen */
    struct play_crashes crashes;
    struct play_status *status;
    struct play_setup *setup; /* NULL: started by hand on a folder, an empty one is empty */
    int64_t generation;
};

/* Which wall clock is believed: as the settings say; unsaid, a service believes the network's, a program started by hand the machine's. */
enum clock_trust play_machine_trust(const struct play_machine *machine);

/* Reads the settings, tells the journal what is wrong in them, finds the supervisor and what an earlier process left. */
void play_machine_init(struct play_machine *machine, const struct command *command);
void play_machine_finish(struct play_machine *machine);

/* A stage that is new: before its first step. */
void play_machine_begin(struct play_machine *machine, struct stage *stage, struct mono mono);

/* True once, when safe mode is over: everything is to be opened anew. */
bool play_machine_is_safe_over(struct play_machine *machine, struct mono mono);

/* After each step of the stage: says "ready" after the first frame (or when there is no display to show one on), and "alive" as the pulse
 * allows; keeps the status. `now` is the slides' time, `mono` the machine's. */
void play_machine_step(struct play_machine *machine, struct stage *stage, const struct play_display *display, struct now now, struct mono mono);

/* Real microseconds until the next step is wanted, or -1. */
int64_t play_machine_due_us(const struct play_machine *machine, const struct stage *stage, struct mono now);

#endif
