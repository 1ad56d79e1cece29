/* Keeps a store as its origin wants it: asks, checks, fetches what is missing, puts it on screen, cleans up, sleeps. A state machine that
 * is driven from outside: time, randomness and requests are handed in, so that a week can be played again in a test. It prints nothing. */
#ifndef PARVIS_NET_SYNC_H
#define PARVIS_NET_SYNC_H

#include "base/instant.h"
#include "net/plain.h"
#include "store/refusal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fetch;
struct signature_key;
struct store;
struct sync;

/* All borrowed, all outlive it. */
struct sync_settings {
    struct store *store; /* opened for writing */
    const struct fetch *fetch;
    const char *source;  /* the origin as it may be shown */
    const struct signature_key *keys; /* one of them must have signed; none: nothing need be signed */
    size_t key_count;
    int64_t poll_ms;
    uint32_t (*random)(void *self);
    void *random_self;
    struct plain_names names; /* for a folder without a manifest */
};

/* How the machine stands. The order is that of a round. */
enum sync_state {
    SYNC_MANIFEST,  /* manifest.json is due */
    SYNC_SIGNATURE, /* its signature is due */
    SYNC_DECIDE,    /* both are here: may they replace what the screen has? */
    SYNC_MISSING,   /* accepted: which objects are missing, and is there room? */
    SYNC_OBJECTS,   /* one object after the other */
    SYNC_PLAIN,     /* there is no manifest: one file of the playlist after the other */
    SYNC_COMMIT,    /* all is here: a generation is made of it */
    SYNC_ASLEEP,    /* nothing to do until the next round is due */
    SYNC_LEFT       /* asked to leave in the middle of something */
};

enum sync_health { SYNC_WAITING, SYNC_OK, SYNC_ERROR };

struct sync_report {
    enum sync_health health; /* of the last round; waiting: none has ended yet */
    struct refusal error;    /* code NULL: none */
    struct wall checked;     /* when a round ended well last; WALL_ALWAYS: never (in this run) */
    struct wall changed;     /* when the content changed last; WALL_ALWAYS: never */
    int64_t generation;      /* on screen; 0: none */
    int64_t next_ms;         /* asleep for so long, when it is */
    unsigned rounds;         /* that ended since the start, well or not; a second look at once is part of its round */
    unsigned updates;        /* that changed the content */
    unsigned fetched;        /* objects and files that came in */
    size_t arriving, arrived; /* objects of the round that runs: how many it needs, how many of them are here; 0: none */
};

/* Reads what is remembered in the store. */
struct sync *sync_create(const struct sync_settings *settings);
void sync_destroy(struct sync *sync);

/* One step at `now`: at most one request. Returns the mono time at which the next is due (`now` when there is more to do). A step blocks as
 * long as its request. */
struct mono sync_step(struct sync *sync, struct now now);

enum sync_state sync_state(const struct sync *sync);

/* Owned by `sync`; changes with sync_step only. */
const struct sync_report *sync_report(const struct sync *sync);

/* The name of a state, for the journal and tests. */
const char *sync_state_name(enum sync_state state);

#endif
