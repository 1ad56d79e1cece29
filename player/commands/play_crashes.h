/* The ends of a service that nobody wished: what was in hand is noted in the run folder, and what ended it twice is left alone. It knows
 * where the notes lie and what a file is called in them; counting is host/crashes.h. Started by hand, nothing is noted. */
#ifndef PARVIS_COMMANDS_PLAY_CRASHES_H
#define PARVIS_COMMANDS_PLAY_CRASHES_H

#include "base/instant.h"
#include "content/library.h"
#include "draw/pictures.h"
#include "host/crashes.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct hand;
struct json_writer;
struct quarantine;

struct play_crashes {
    struct arena *arena;
    struct hand *hand; /* NULL: nothing is noted */
    struct crashes crashes;
    const struct library *library; /* borrowed: its folder is left out of names */
    struct library_guard guard;
    struct quarantine *quarantine; /* pictures whose decoder crashed, by their bytes */
    struct pictures_guard pictures_guard;
    char in_hand[512]; /* the path that the note is about */
    bool safe_mode;
    struct mono safe_until;
};

/* Reads the notes of the run folder, counts an end that left one, and decides whether to begin in safe mode. `is_service` false: does
 * nothing. */
void play_crashes_init(struct play_crashes *crashes, const char *run, bool is_service, struct mono now);

/* This end is wished. */
void play_crashes_finish(struct play_crashes *crashes);

/* From now on what this library reads and shows is noted, pictures that crash their decoder are too, and what is barred is left out. */
void play_crashes_watch(struct play_crashes *crashes, struct library *library, struct pictures *pictures);

/* Around each call into the display: what is in hand does not steer it. */
void play_crashes_lend(struct play_crashes *crashes, bool lent);

/* Microseconds of safe mode that are left; -1: it is over, or never began. */
int64_t play_crashes_safe_us(const struct play_crashes *crashes, struct mono now);

/* Safe mode is over: what is barred stays so, all else is tried again. */
void play_crashes_try_again(struct play_crashes *crashes);

/* A list under `key`: what is barred, each with its file and how often; of pictures the hash, too. */
void play_crashes_write(const struct play_crashes *crashes, struct json_writer *writer, const char *key);

#endif
