/* How a screen is, gathered from what lies on disk: the status files of both roles and the store. It asks no process and no network, so that
 * it answers when nothing runs. */
#ifndef PARVIS_COMMANDS_STATUS_READ_H
#define PARVIS_COMMANDS_STATUS_READ_H

#include "base/instant.h"
#include "commands/sync_place.h"
#include "store/refusal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct command;
struct json;
struct settings;

enum { STATUS_READ_PROBLEMS_MOST = 32 };

/* Texts live in the arena that status_read is given. */
struct status_read {
    struct sync_place place;
    bool is_machine;    /* the store of a machine that is a screen: both roles should be there */
    const char *source; /* where the content comes from; NULL: not known */
    int64_t generation; /* on disk as the current one; 0: none */
    int64_t free_bytes; /* -1: not known */
    struct wall checked, changed; /* WALL_ALWAYS: never */
    bool has_sync, has_show; /* the role has left a status file that can be read */
    const struct json *sync, *show;
    const char *sync_text, *show_text; /* as they are, or "null" */
    struct refusal problems[STATUS_READ_PROBLEMS_MOST];
    size_t problem_count;
    struct json *roots[2];
};

/* Reads everything. False: it is not clear which of several stores is meant; a message was printed. End with status_read_finish when
 * true. */
bool status_read(struct status_read *read, const struct command *command, const struct settings *settings, struct wall now, struct arena *arena);
void status_read_finish(struct status_read *read);

#endif
