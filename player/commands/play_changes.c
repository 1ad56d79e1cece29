#include "commands/play_changes.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "content/library.h"
#include "host/watch.h"

#include <string.h>

/* Quiet for so long: it is done. But a folder that never rests is looked at all the same: a change is on screen within a second. */
enum { QUIET_US = 50000, LONGEST_US = 300000 };

/* More names than that: looking at everything is cheaper. */
enum { PATHS_MOST = 64 };

struct play_changes {
    struct library *library;
    struct watch *watch;
    struct arena *arena; /* names gathered so far */
    const char *paths[PATHS_MOST];
    size_t count;
    bool all, waiting;
    struct mono first, latest;
};

static void watch_folders(struct play_changes *changes)
{
    size_t count = 0;
    const char *const *folders = library_folders(changes->library, &count);
    if (changes->watch)
        watch_set(changes->watch, folders, count);
}

struct play_changes *play_changes_create(struct library *library)
{
    struct play_changes *changes = memory_alloc(sizeof *changes);
    changes->library = library;
    changes->arena = arena_create();
    changes->watch = watch_create();
    if (!changes->watch)
        log_line(LOG_WARNING, "no inotify: changes in the folder are seen at the next start only");
    watch_folders(changes);
    return changes;
}

void play_changes_destroy(struct play_changes *changes)
{
    if (!changes)
        return;
    watch_destroy(changes->watch);
    arena_destroy(changes->arena);
    memory_free(changes);
}

int play_changes_descriptor(const struct play_changes *changes)
{
    return changes->watch ? watch_descriptor(changes->watch) : -1;
}

static bool is_gathered(const struct play_changes *changes, const char *path)
{
    for (size_t i = 0; i < changes->count; i++)
        if (strcmp(changes->paths[i], path) == 0)
            return true;
    return false;
}

static void gather(struct play_changes *changes, struct mono now)
{
    if (!changes->watch)
        return;
    size_t count = 0;
    bool all = false;
    const char *const *paths = watch_changes(changes->watch, changes->arena, &count, &all);
    if (!count && !all)
        return;
    if (!changes->waiting)
        changes->first = now;
    changes->waiting = true;
    changes->latest = now;
    changes->all = changes->all || all;
    for (size_t i = 0; i < count; i++) {
        if (is_gathered(changes, paths[i]))
            continue;
        if (changes->count == PATHS_MOST)
            changes->all = true;
        else
            changes->paths[changes->count++] = paths[i];
    }
}

static bool is_due(const struct play_changes *changes, struct mono now)
{
    return changes->waiting && (now.us - changes->latest.us >= QUIET_US || now.us - changes->first.us >= LONGEST_US);
}

/* What one name means, beside what the library says of it: a picture may be the same file with other pixels. */
static enum play_change meaning_of(const char *path)
{
    static const char *const pictures[] = {".jpg", ".jpeg", ".png", ".webp", NULL};
    static const char *const settings[] = {".yaml", ".yml", ".otf", ".ttf", ".woff2", NULL};
    if (file_has_suffix(path, settings))
        return PLAY_SETTINGS;
    return file_has_suffix(path, pictures) ? PLAY_CONTENT : PLAY_UNCHANGED;
}

static enum play_change greater(enum play_change a, enum play_change b)
{
    return a > b ? a : b;
}

static enum play_change refresh(struct play_changes *changes, const char *path)
{
    enum play_change change = path ? meaning_of(path) : PLAY_SETTINGS;
    switch (library_refresh(changes->library, path)) {
    case LIBRARY_SAME:
        break;
    case LIBRARY_NEW_ARTICLES:
        change = greater(change, PLAY_CONTENT);
        break;
    case LIBRARY_NEW_PLAYLIST:
        change = PLAY_SETTINGS;
        break;
    }
    return change;
}

enum play_change play_changes_take(struct play_changes *changes, struct mono now)
{
    gather(changes, now);
    if (!is_due(changes, now))
        return PLAY_UNCHANGED;
    enum play_change change = PLAY_UNCHANGED;
    if (changes->all)
        change = refresh(changes, NULL);
    for (size_t i = 0; !changes->all && i < changes->count; i++)
        change = greater(change, refresh(changes, changes->paths[i]));
    arena_reset(changes->arena);
    changes->count = 0;
    changes->all = changes->waiting = false;
    if (change != PLAY_UNCHANGED)
        watch_folders(changes);
    return change;
}

int64_t play_changes_due_us(const struct play_changes *changes, struct mono now)
{
    if (!changes->waiting)
        return -1;
    int64_t quiet_us = changes->latest.us + QUIET_US - now.us, longest_us = changes->first.us + LONGEST_US - now.us;
    int64_t due_us = quiet_us < longest_us ? quiet_us : longest_us;
    return due_us > 0 ? due_us : 0;
}
