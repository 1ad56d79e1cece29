#include "commands/play_crashes.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "content/playlist.h"
#include "host/hand.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So long the holding slide alone: long enough to be no flicker, short enough that a fault that has passed costs a coffee break. */
#define SAFE_US (INT64_C(10) * 60 * 1000000)

/* What a file was like; of an item without a file ("playlist.yaml:12") the playlist counts. */
static struct file_stamp stamp_of(const char *path)
{
    struct file_stamp stamp = {0};
    char whole[HAND_MOST_BYTES];
    if (file_stat(path, &stamp))
        return stamp;
    snprintf(whole, sizeof whole, "%s", path);
    char *colon = strrchr(whole, ':');
    if (colon) {
        *colon = '\0';
        file_stat(whole, &stamp);
    }
    return stamp;
}

/* The part of a path that stays the same from one generation to the next. */
static const char *name_of(const struct play_crashes *crashes, const char *path)
{
    const char *folder = library_playlist(crashes->library)->folder;
    size_t length = strlen(folder);
    if (length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/')
        return path + length + 1;
    return path;
}

/* A note is "N path": the name begins N bytes into the path. The path is whole: who reads the note may stand in another folder (a show from a
 * store lives in its generation's tree). */
static void take(void *self, const char *path)
{
    struct play_crashes *crashes = self;
    char note[HAND_MOST_BYTES], folder[HAND_MOST_BYTES / 2] = "";
    if (strlen(path) > HAND_MOST_BYTES / 4)
        return;
    bool whole = path[0] == '/' || !path[0] || !getcwd(folder, sizeof folder);
    int offset = (int)(name_of(crashes, path) - path);
    if (whole)
        snprintf(note, sizeof note, "%d %s", offset, path);
    else
        snprintf(note, sizeof note, "%d %s/%s", (int)strlen(folder) + 1 + offset, folder, path);
    hand_take(crashes->hand, note);
}

static bool bars(void *self, const char *path)
{
    const struct play_crashes *crashes = self;
    return crashes->crashes.count > 0 && crashes_bars(&crashes->crashes, name_of(crashes, path), stamp_of(path));
}

static void count_end(struct play_crashes *crashes, const char *note, struct mono now)
{
    char *path = NULL;
    long offset = strtol(note, &path, 10);
    if (*path == ' ')
        path++;
    if (offset < 0 || (size_t)offset > strlen(path))
        offset = 0;
    const char *name = path + offset;
    struct file_stamp stamp = stamp_of(path);
    crashes_add(&crashes->crashes, name, stamp, now);
    log_line(LOG_ERROR, "the last run ended unasked, with %s in hand", name[0] ? name : "nothing");
    if (name[0] && crashes_bars(&crashes->crashes, name, stamp))
        log_line(LOG_ERROR, "%s: that was twice; it is left out until the file changes", name);
}

void play_crashes_init(struct play_crashes *crashes, const char *run, bool is_service, struct mono now)
{
    bool was_left = false;
    char left[HAND_MOST_BYTES];
    *crashes = (struct play_crashes){.arena = arena_create()};
    if (!is_service)
        return;
    file_make_directory(run);
    crashes_init(&crashes->crashes, file_join(crashes->arena, run, "crashes"));
    crashes->hand = hand_create(file_join(crashes->arena, run, "hand"), &was_left, left);
    if (!crashes->hand)
        log_line(LOG_WARNING, "no notes can be kept in %s: a file that ends the show cannot be found out", run);
    if (was_left)
        count_end(crashes, left, now);
    crashes->safe_mode = crashes_is_safe_mode(&crashes->crashes, now);
    if (crashes->safe_mode) {
        crashes->safe_until.us = now.us + SAFE_US;
        log_line(LOG_ERROR, "three ends within a minute: the holding slide alone for ten minutes");
    }
}

void play_crashes_finish(struct play_crashes *crashes)
{
    hand_destroy(crashes->hand);
    arena_destroy(crashes->arena);
}

void play_crashes_watch(struct play_crashes *crashes, struct library *library)
{
    if (!crashes->hand)
        return;
    crashes->library = library;
    crashes->guard = (struct library_guard){crashes, take, bars};
    hand_take(crashes->hand, "");
    library_set_guard(library, &crashes->guard);
}

int64_t play_crashes_safe_us(const struct play_crashes *crashes, struct mono now)
{
    return crashes->safe_mode && now.us < crashes->safe_until.us ? crashes->safe_until.us - now.us : -1;
}

void play_crashes_try_again(struct play_crashes *crashes)
{
    crashes->safe_mode = false;
    crashes_forgive(&crashes->crashes);
    log_line(LOG_NOTICE, "safe mode is over: everything is tried again");
}

void play_crashes_write(const struct play_crashes *crashes, struct json_writer *writer, const char *key)
{
    json_write_list(writer, key);
    for (size_t i = 0; i < crashes->crashes.count; i++) {
        const struct crash *crash = &crashes->crashes.items[i];
        if (crash->count < CRASHES_A_FILE)
            continue;
        json_write_map(writer, NULL);
        json_write_text(writer, "file", crash->key);
        json_write_whole(writer, "crashes", crash->count);
        json_write_end(writer, false);
    }
    json_write_end(writer, true);
}
