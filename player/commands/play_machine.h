/* What the show has to do with its machine: settings, the supervisor, the status that others read. It knows the stage by its counters;
 * what is on screen is the stage's business. */
#ifndef PARVIS_COMMANDS_PLAY_MACHINE_H
#define PARVIS_COMMANDS_PLAY_MACHINE_H

#include "base/diag.h"
#include "base/instant.h"
#include "commands/command.h"
#include "content/settings.h"
#include "host/clock.h"
#include "show/pulse.h"

#include <stdbool.h>
#include <stdint.h>

struct notify;
struct stage;

/* `command` is the command line with what the settings say where it is silent. */
struct play_machine {
    struct command command;
    struct settings settings;
    struct diags problems; /* of the settings */
    struct notify *notify;
    struct pulse pulse;
};

/* Which wall clock is believed: as the settings say; unsaid, a service believes the network's, a program started by hand the machine's. */
enum clock_trust play_machine_trust(const struct play_machine *machine);

/* Reads the settings, tells the journal what is wrong in them, finds the supervisor. */
void play_machine_init(struct play_machine *machine, const struct command *command);
void play_machine_finish(struct play_machine *machine);

/* After each step of the stage, with the machine's own time: says "ready" after the first frame (or when there is no display to show one
 * on), and "alive" as the pulse allows. */
void play_machine_step(struct play_machine *machine, struct stage *stage, struct now now);

/* Real microseconds until the next step is wanted, or -1. */
int64_t play_machine_due_us(const struct play_machine *machine, struct mono now);

#endif
