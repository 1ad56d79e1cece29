#include "commands/play_store.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "content/library.h"
#include "content/playlist.h"
#include "host/watch.h"
#include "store/generations.h"
#include "store/manifest.h"
#include "store/refusal.h"
#include "store/store.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Without inotify `current` is read so often. */
enum { POLL_US = 1000000 };

/* More changed files than that are not named: the library looks at everything. */
enum { CHANGED_MOST = 64 };

struct play_store {
    struct arena *arena; /* as old as the show */
    struct store *store;
    struct watch *watch;
    struct arena *shown_arena; /* of the generation on screen */
    struct generation shown;   /* number 0: none */
    int held;                  /* so that it is not cleaned away while it is on screen */
    const char *venue;         /* for the holding slide; "" */
    int64_t tried;             /* the number that `current` had when it was last looked at */
    struct mono polled;
};

/* Whether a tree can be played: what the library would do with it, found out beforehand, so that a tree that cannot be played never mixes
 * with the one on screen. A playlist that is empty on purpose can. */
static bool can_be_played(const struct generation *generation)
{
    struct diags diags;
    diag_init(&diags);
    struct playlist *playlist = playlist_open(generation->tree, &diags);
    bool usable = playlist->usable && (playlist->item_count > 0 || diags.errors == 0);
    struct arena *arena = arena_create();
    for (size_t i = 0; !usable && i < diags.count; i++)
        log_line(LOG_WARNING, "%s", diag_line(arena, &diags.items[i], true));
    arena_destroy(arena);
    playlist_destroy(playlist);
    diag_finish(&diags);
    return usable;
}

/* Goes to live in a tree. */
static bool enter(const struct generation *generation)
{
    if (chdir(generation->tree) == 0)
        return true;
    log_line(LOG_ERROR, "%s cannot be entered (%s)", generation->tree, strerror(errno));
    return false;
}

static void take_over(struct play_store *store, struct arena *arena, const struct generation *generation)
{
    int held = generations_hold(generation);
    generations_release(store->held);
    arena_destroy(store->shown_arena);
    store->held = held;
    store->shown_arena = arena;
    store->shown = *generation;
    log_line(LOG_INFO, "generation %lld is on screen", (long long)generation->number);
}

/* Older generations than `number`, for one that is whole but cannot be played. */
static bool find_older(const struct store *store, struct arena *arena, int64_t number, struct generation *generation)
{
    int64_t numbers[GENERATIONS_LISTED_MOST];
    size_t count = generations_list(store, numbers);
    for (size_t i = 0; i < count; i++)
        if (numbers[i] < number && generations_load(store, arena, numbers[i], generation, NULL) && can_be_played(generation))
            return true;
    return false;
}

static bool open_first(struct play_store *store)
{
    struct arena *arena = arena_create();
    struct generation generation;
    struct refusal refusal = {0};
    bool found = generations_open(store->store, arena, &generation, &refusal);
    if (!found)
        log_line(LOG_NOTICE, "nothing to show yet (%s)", refusal.english);
    else if (!can_be_played(&generation))
        found = find_older(store->store, arena, generation.number, &generation);
    if (found && generation.number != store->tried)
        log_line(LOG_WARNING, "generation %lld cannot be shown, %lld is shown instead", (long long)store->tried,
                 (long long)generation.number);
    if (found && enter(&generation)) {
        take_over(store, arena, &generation);
        return true;
    }
    arena_destroy(arena);
    return false;
}

/* What the newest playlist called the place, though its generation cannot be shown. */
static void find_venue(struct play_store *store)
{
    int64_t numbers[GENERATIONS_LISTED_MOST];
    size_t count = generations_list(store->store, numbers);
    for (size_t i = 0; i < count && !store->venue[0]; i++) {
        struct file_stamp stamp;
        const char *path = arena_format(store->arena, "%s/%lld/playlist.yaml", store_path(store->store, store->arena, "tree"), (long long)numbers[i]);
        if (!file_stat(path, &stamp))
            continue;
        struct playlist *playlist = playlist_open(path, NULL);
        store->venue = arena_copy(store->arena, playlist->venue);
        playlist_destroy(playlist);
    }
}

struct play_store *play_store_create(const char *state)
{
    struct play_store *store = memory_alloc(sizeof *store);
    store->arena = arena_create();
    store->store = store_open(state);
    store->venue = "";
    store->held = -1;
    store->watch = watch_create();
    if (store->watch)
        watch_set(store->watch, &state, 1);
    store->tried = store_current(store->store);
    if (!open_first(store))
        find_venue(store);
    return store;
}

void play_store_destroy(struct play_store *store)
{
    if (!store)
        return;
    watch_destroy(store->watch);
    generations_release(store->held);
    store_close(store->store);
    arena_destroy(store->shown_arena);
    arena_destroy(store->arena);
    memory_free(store);
}

const char *play_store_source(const struct play_store *store)
{
    return store->shown.number ? "." : NULL;
}

int64_t play_store_generation(const struct play_store *store)
{
    return store->shown.number;
}

void play_store_name_venue(const struct play_store *store, struct library *library)
{
    library_name_venue(library, store->venue);
}

int play_store_descriptor(const struct play_store *store)
{
    return store->watch ? watch_descriptor(store->watch) : -1;
}

/* Paths that are in one of the two manifests only, or have other bytes in the other; both are sorted. False: too many. */
static bool list_changed(const struct manifest *a, const struct manifest *b, const char *changed[CHANGED_MOST], size_t *count)
{
    *count = 0;
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        int order = i == a->count ? 1 : j == b->count ? -1 : strcmp(a->files[i].path, b->files[j].path);
        bool same = order == 0 && strcmp(a->files[i].sha256, b->files[j].sha256) == 0;
        if (!same && *count == CHANGED_MOST)
            return false;
        if (!same)
            changed[(*count)++] = order <= 0 ? a->files[i].path : b->files[j].path;
        i += order <= 0;
        j += order >= 0;
    }
    return true;
}

/* The library reads by relative names: from the moment the working directory has moved, every name means the new generation's file, and
 * library_refresh_from follows at once; nothing is read in between. */
static enum play_change adopt(struct play_store *store, struct library *library, int64_t number)
{
    struct arena *arena = arena_create();
    struct generation generation;
    struct refusal refusal = {0};
    const char *changed[CHANGED_MOST];
    size_t count = 0;
    bool whole = generations_load(store->store, arena, number, &generation, &refusal);
    bool usable = whole && can_be_played(&generation);
    if (!usable)
        log_line(LOG_WARNING, "generation %lld is not adopted: %s", (long long)number,
                 whole ? "its playlist cannot be used" : refusal.english);
    if (!usable || !enter(&generation)) {
        arena_destroy(arena);
        return PLAY_UNCHANGED;
    }
    /* The same number again: something in it was mended. */
    bool known = store->shown.number && store->shown.number != number &&
                 list_changed(store->shown.manifest, generation.manifest, changed, &count);
    library_refresh_from(library, ".", known ? changed : NULL, count);
    take_over(store, arena, &generation);
    return PLAY_SETTINGS;
}

/* True when `current` was written since the last look. */
static bool has_moved(struct play_store *store, struct mono now)
{
    if (!store->watch) {
        bool due = now.us - store->polled.us >= POLL_US;
        store->polled = due ? now : store->polled;
        return due && store_current(store->store) != store->tried;
    }
    struct arena *arena = arena_create();
    size_t count = 0;
    bool all = false, moved = false;
    const char *const *paths = watch_changes(store->watch, arena, &count, &all);
    for (size_t i = 0; i < count; i++)
        moved = moved || strcmp(file_base(paths[i]), "current") == 0;
    arena_destroy(arena);
    return moved || all;
}

enum play_change play_store_take(struct play_store *store, struct library *library, struct mono now)
{
    if (!has_moved(store, now))
        return PLAY_UNCHANGED;
    store->tried = store_current(store->store);
    return store->tried ? adopt(store, library, store->tried) : PLAY_UNCHANGED;
}

int64_t play_store_due_us(const struct play_store *store, struct mono now)
{
    if (store->watch)
        return -1;
    int64_t due_us = store->polled.us + POLL_US - now.us;
    return due_us > 0 ? due_us : 0;
}
