#include "commands/play_crashes.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "content/playlist.h"
#include "host/clock.h"
#include "host/hand.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/quarantine.h"

#include <inttypes.h>
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

/* A note is "SIZE MODIFIED NAME": what the file was like goes along, since paths mean nothing to the next process (the show stands in the
 * folder of its generation). */
static void take(void *self, const char *path)
{
    struct play_crashes *crashes = self;
    char note[HAND_MOST_BYTES];
    if (strlen(path) >= sizeof crashes->in_hand)
        path = "";
    if (strcmp(path, crashes->in_hand) == 0)
        return;
    memcpy(crashes->in_hand, path, strlen(path) + 1);
    if (!path[0]) {
        hand_take(crashes->hand, "");
        return;
    }
    struct file_stamp stamp = stamp_of(path);
    snprintf(note, sizeof note, "%" PRId64 " %" PRId64 " %s", stamp.size_bytes, stamp.modified_ns, name_of(crashes, path));
    hand_take(crashes->hand, note);
}

static bool bars(void *self, const char *path)
{
    const struct play_crashes *crashes = self;
    return crashes->crashes.count > 0 && crashes_bars(&crashes->crashes, name_of(crashes, path), stamp_of(path));
}

static void count_end(struct play_crashes *crashes, const char *note, struct mono now)
{
    char *end = NULL;
    struct file_stamp stamp = {.size_bytes = strtoll(note, &end, 10)};
    stamp.modified_ns = strtoll(end, &end, 10);
    const char *name = *end == ' ' ? end + 1 : "";
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
    crashes->quarantine = quarantine_open(file_join(crashes->arena, run, "quarantine"));
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
    quarantine_close(crashes->quarantine);
    hand_destroy(crashes->hand);
    arena_destroy(crashes->arena);
}

/* Pictures go by their bytes: the same ones under another name, or in another generation, would crash again. */
static bool bars_picture(void *self, const char *path)
{
    const struct play_crashes *crashes = self;
    char hash[65];
    int64_t size = 0;
    return quarantine_count(crashes->quarantine) > 0 && objects_hash_file(path, MANIFEST_MOST_FILE_BYTES, hash, &size) &&
           quarantine_has(crashes->quarantine, hash);
}

static void picture_broke(void *self, const char *path)
{
    struct play_crashes *crashes = self;
    struct clock_source clock;
    char hash[65], reason[QUARANTINE_REASON_MOST];
    int64_t size = 0;
    clock_init(&clock);
    snprintf(reason, sizeof reason, "decoder-crashed %s", name_of(crashes, path));
    if (!objects_hash_file(path, MANIFEST_MOST_FILE_BYTES, hash, &size) ||
        !quarantine_add(crashes->quarantine, hash, reason, clock_now(&clock).wall))
        log_line(LOG_WARNING, "%s cannot be noted: the next start tries it again", path);
    log_line(LOG_ERROR, "%s: its decoder crashed twice; it is left out", path);
}

void play_crashes_watch(struct play_crashes *crashes, struct library *library, struct pictures *pictures)
{
    if (!crashes->hand)
        return;
    crashes->library = library;
    crashes->guard = (struct library_guard){crashes, take, bars};
    crashes->in_hand[0] = '\0';
    hand_take(crashes->hand, "");
    library_set_guard(library, &crashes->guard);
    crashes->pictures_guard = (struct pictures_guard){crashes, bars_picture, picture_broke};
    pictures_set_guard(pictures, &crashes->pictures_guard);
}

void play_crashes_lend(struct play_crashes *crashes, bool lent)
{
    if (crashes->hand)
        hand_lend(crashes->hand, lent);
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
    for (size_t i = 0; crashes->quarantine && i < quarantine_count(crashes->quarantine); i++) {
        const struct quarantine_entry *entry = quarantine_item(crashes->quarantine, i);
        const char *name = strchr(entry->reason, ' ');
        json_write_map(writer, NULL);
        json_write_text(writer, "file", name ? name + 1 : "");
        json_write_text(writer, "sha256", entry->sha256);
        json_write_end(writer, false);
    }
    json_write_end(writer, true);
}
