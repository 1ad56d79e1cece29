/* Which folders belong to a source: on a machine that is a screen there is one store, on a desk each address has its own, so that two that
 * are tried one after the other do not mix. It knows places; it makes no folder. */
#ifndef PARVIS_COMMANDS_SYNC_PLACE_H
#define PARVIS_COMMANDS_SYNC_PLACE_H

struct arena;
struct command;

/* Absolute; in the arena. */
struct sync_place {
    const char *state; /* the store */
    const char *run;   /* the status files */
};

/* With --state, or when systemd says where (STATE_DIRECTORY): those of places.h. Else sources/NAME-HASH below them, by the text of `source`
 * without password, query and the last "/". NULL source: those of places.h. sync, play and status agree by this. */
struct sync_place sync_place(const struct command *command, const char *source, struct arena *arena);

/* Where sync_place puts what a desk has of its sources, below the state folder. */
extern const char sync_place_folder[];

#endif
