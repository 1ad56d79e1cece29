/* Changes on disk, gathered for a moment: an editor that saves, or a copy of a folder, is one change and not twenty. It knows names and a
 * short wait; what a change means is the library's. */
#ifndef PARVIS_COMMANDS_PLAY_CHANGES_H
#define PARVIS_COMMANDS_PLAY_CHANGES_H

#include "base/instant.h"

#include <stdbool.h>

struct library;
struct play_changes;

/* Watches the library's folders. Where the kernel has no inotify to give, nothing is ever seen to change (and a log line says so). */
struct play_changes *play_changes_create(struct library *library);
void play_changes_destroy(struct play_changes *changes);

/* Readable when something changed; -1: never. */
int play_changes_descriptor(const struct play_changes *changes);

/* What the folder's change amounts to. */
enum play_change {
    PLAY_UNCHANGED,
    PLAY_CONTENT,      /* articles, pictures, or the playlist */
    PLAY_SETTINGS      /* also the playlist itself, or another YAML file: perhaps the theme */
};

/* Call on each step with the machine's own time: reads what the kernel says, waits until it has been quiet for a moment, then has the
 * library look again. */
enum play_change play_changes_take(struct play_changes *changes, struct mono now);

/* When to call again although nothing is readable: real microseconds from `now`, or -1. */
int64_t play_changes_due_us(const struct play_changes *changes, struct mono now);

#endif
