/* The show from a store: the generation that `current` names, adopted whole when it moves, while the old one stays on screen until then. It
 * knows generations and the library; it writes nothing, and where content comes from it does not know. */
#ifndef PARVIS_COMMANDS_PLAY_STORE_H
#define PARVIS_COMMANDS_PLAY_STORE_H

#include "base/instant.h"
#include "commands/play_changes.h"

#include <stdint.h>

struct library;
struct play_store;

/* Opens the store of a state folder (absolute; it need not be there yet) at the current generation, else an older one that is whole, else
 * none: the holding slide. The working directory of the program is the generation's tree from now on, so that paths are the same in every
 * generation and messages name files as staff do. The caller owns it. */
struct play_store *play_store_create(const char *state);
void play_store_destroy(struct play_store *store);

/* What the library opens, borrowed; NULL: nothing is there yet. */
const char *play_store_source(const struct play_store *store);

/* The generation on screen; 0: none. */
int64_t play_store_generation(const struct play_store *store);

/* Tells the library what the holding slide may say of the venue, once, after it was created. */
void play_store_name_venue(const struct play_store *store, struct library *library);

/* Readable when something changed; -1: never (then call again after play_store_due_us). */
int play_store_descriptor(const struct play_store *store);

/* Call on each step with the machine's own time. When `current` moved to a generation that is whole and can be opened, the library is moved to
 * it; else everything stays as it is and the journal says why. */
enum play_change play_store_take(struct play_store *store, struct library *library, struct mono now);

/* When to call again although nothing is readable: real microseconds from `now`, or -1. */
int64_t play_store_due_us(const struct play_store *store, struct mono now);

#endif
