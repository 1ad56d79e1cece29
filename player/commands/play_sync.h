/* The other role on a desk: `parvis play URL` starts `parvis sync URL` as its child, so that one command is enough. It knows processes; it
 * opens no connection and no store. */
#ifndef PARVIS_COMMANDS_PLAY_SYNC_H
#define PARVIS_COMMANDS_PLAY_SYNC_H

#include "base/instant.h"

#include <stdbool.h>
#include <stdint.h>

struct command;
struct play_sync;

/* Starts the child for an address, with what the command line says of the network. It is made at once, while this process is small, but it
 * waits for the first frame (or for three seconds) before it becomes anything: two programs that start together are slower than one. It
 * ends with this process, however that ends. NULL: `source` is NULL or no address, or systemd runs sync as a service of its own. */
struct play_sync *play_sync_create(const struct command *command, const char *source);

/* Asks the child to leave, waits two seconds for it, and ends it otherwise. NULL is allowed. */
void play_sync_destroy(struct play_sync *sync);

/* After each step of the show, with the machine's time: `shown`: the first frame is on screen. A child that ended is started again after 1,
 * 2, 4 ... 60 seconds; one that refused its command line is not. `sync` may be NULL here and below. */
void play_sync_step(struct play_sync *sync, struct mono now, bool shown);

/* Readable when the child has ended; -1: none, or the kernel cannot say. */
int play_sync_descriptor(const struct play_sync *sync);

/* Real microseconds until the next step is wanted, or -1. */
int64_t play_sync_due_us(const struct play_sync *sync, struct mono now);

#endif
