/* Where a running screen keeps its folders: its state (what lasts) and its run folder (what a restart may lose). It knows the environment
 * and one option; it makes no folder. */
#ifndef PARVIS_COMMANDS_PLACES_H
#define PARVIS_COMMANDS_PLACES_H

struct arena;

/* The state folder: `option` (--state), else $STATE_DIRECTORY, else $XDG_STATE_HOME/parvis, else ~/.local/state/parvis. Absolute. In the
 * arena. */
const char *places_state(struct arena *arena, const char *option);

/* The run folder: $RUNTIME_DIRECTORY, else $XDG_RUNTIME_DIR/parvis (not with the option), else the folder `run` in the state folder.
 * Absolute. In the arena. */
const char *places_run(struct arena *arena, const char *option);

#endif
