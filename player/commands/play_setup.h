/* What a screen without content says of itself: gathered from its settings, its network and the status of sync. It knows where these facts lie;
 * the words are slides/setup.h. */
#ifndef PARVIS_COMMANDS_PLAY_SETUP_H
#define PARVIS_COMMANDS_PLAY_SETUP_H

#include "base/instant.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct diags;
struct play_setup;
struct settings;
struct setup;
struct stage;

/* What the settings alone say; texts in the arena, or borrowed. Neither name nor addresses are filled in. */
void play_setup_read(struct setup *setup, const struct settings *settings, const struct diags *problems, bool english, struct arena *arena);

/* `settings` and `problems` are borrowed; RUN/sync.json lies in `run`. The caller owns it. */
struct play_setup *play_setup_create(const struct settings *settings, const struct diags *problems, const char *run, bool english);
void play_setup_destroy(struct play_setup *setup);

/* On each turn of the loop, with the machine's own time: while there is no content looks every two seconds, and tells the stage when
 * something is new. `setup` may be NULL here and below. */
void play_setup_step(struct play_setup *setup, struct stage *stage, struct mono mono);

/* The same at once, for a stage that is new. */
void play_setup_begin(struct play_setup *setup, struct stage *stage, struct mono mono);

/* Real microseconds until the next look, or -1. */
int64_t play_setup_due_us(const struct play_setup *setup, const struct stage *stage, struct mono mono);

#endif
