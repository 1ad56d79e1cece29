#include "host/watch.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* More names than that in one go are a copy of a whole folder: looking at everything is cheaper then. */
enum { WATCH_FOLDERS_MOST = 64, WATCH_MOST = 2 * WATCH_FOLDERS_MOST, WATCH_NAMES_MOST = 64, WATCH_BUFFER_BYTES = 16 * 1024, WATCH_READS_MOST = 256 };

enum {
    WATCH_EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
};

/* One watch of the kernel: an existing folder, wanted itself (`missing` is NULL) or for what lies on the way from it to a wanted one. */
struct watched {
    int id;
    const char *folder;
    const char *missing; /* the way, relative to `folder`; only its first name matters */
};

struct watch {
    int descriptor;
    struct arena *arena; /* of the wanted folders; renewed by watch_set */
    const char *wanted[WATCH_FOLDERS_MOST];
    size_t wanted_count;
    struct arena *place_arena; /* of the watched ones; renewed whenever a folder comes or goes */
    struct watched watched[WATCH_MOST];
    size_t watched_count;
};

struct watch *watch_create(void)
{
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0)
        return NULL;
    struct watch *watch = memory_alloc(sizeof *watch);
    watch->descriptor = descriptor;
    watch->arena = arena_create();
    watch->place_arena = arena_create();
    return watch;
}

void watch_destroy(struct watch *watch)
{
    if (!watch)
        return;
    close(watch->descriptor);
    arena_destroy(watch->arena);
    arena_destroy(watch->place_arena);
    memory_free(watch);
}

/* The folder itself, or its nearest parent that exists, and what is missing below that. */
static struct watched watch_find(struct watch *watch, const char *wanted)
{
    struct watched watched = {.id = -1, .folder = arena_copy(watch->place_arena, wanted)};
    while (!file_is_directory(watched.folder) && strcmp(watched.folder, ".") != 0 && strcmp(watched.folder, "/") != 0)
        watched.folder = file_directory(watch->place_arena, watched.folder);
    size_t length = strlen(watched.folder);
    if (strcmp(watched.folder, wanted) == 0)
        return watched;
    if (strcmp(watched.folder, ".") == 0)
        length = 0;
    const char *rest = wanted + length;
    rest += strspn(rest, "/");
    watched.missing = *rest ? arena_copy(watch->place_arena, rest) : NULL;
    return watched;
}

static void watch_add(struct watch *watch, struct watched watched)
{
    watched.id = inotify_add_watch(watch->descriptor, watched.folder, WATCH_EVENTS);
    if (watched.id >= 0)
        watch->watched[watch->watched_count++] = watched;
    else
        log_line(LOG_WARNING, "the folder %s cannot be watched (%s): changes in it are not seen", watched.folder, strerror(errno));
}

/* Places the watches that the wanted folders need now and takes away the others. The parent of each is watched too, for its name only:
 * a link that is turned to another folder, or a folder that is replaced, is seen nowhere else. Two ways to one folder have one id. */
static void watch_place(struct watch *watch)
{
    int before[WATCH_MOST];
    size_t before_count = watch->watched_count;
    for (size_t i = 0; i < before_count; i++)
        before[i] = watch->watched[i].id;
    arena_reset(watch->place_arena);
    watch->watched_count = 0;
    for (size_t i = 0; i < watch->wanted_count; i++) {
        struct watched watched = watch_find(watch, watch->wanted[i]);
        watch_add(watch, watched);
        const char *name = file_base(watched.folder);
        if (!watched.missing && *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            watch_add(watch, (struct watched){.folder = file_directory(watch->place_arena, watched.folder), .missing = name});
    }
    for (size_t i = 0; i < before_count; i++) {
        bool still = false;
        for (size_t j = 0; j < watch->watched_count && !still; j++)
            still = watch->watched[j].id == before[i];
        if (!still)
            inotify_rm_watch(watch->descriptor, before[i]);
    }
}

void watch_set(struct watch *watch, const char *const *folders, size_t count)
{
    struct arena *arena = arena_create();
    watch->wanted_count = count < WATCH_FOLDERS_MOST ? count : WATCH_FOLDERS_MOST;
    for (size_t i = 0; i < watch->wanted_count; i++)
        watch->wanted[i] = arena_copy(arena, folders[i]);
    arena_destroy(watch->arena);
    watch->arena = arena;
    watch_place(watch);
}

int watch_descriptor(const struct watch *watch)
{
    return watch->descriptor;
}

/* What one call of watch_changes has gathered. */
struct gathering {
    struct arena *arena;
    const char **names;
    size_t count;
    size_t capacity;
    bool all;
    bool replace; /* a folder came or went: the watches must be placed anew */
};

/* Files that editors and copies write on the way: their end is a rename, which is told by itself. */
static bool watch_is_partial(const char *name)
{
    static const char *const endings[] = {"~", ".swp", ".swx", ".swo", ".tmp", ".part", ".partial", ".crdownload", ".bak", NULL};
    return name[0] == '.' || name[0] == '#' || strstr(name, ".part-") || strcmp(name, "4913") == 0 ||
           file_has_suffix(name, endings);
}

static void watch_gather_name(struct gathering *gathering, const char *path)
{
    for (size_t i = 0; i < gathering->count; i++)
        if (strcmp(gathering->names[i], path) == 0)
            return;
    if (gathering->count == WATCH_NAMES_MOST) {
        gathering->all = true;
        return;
    }
    gathering->names = arena_grow(gathering->arena, gathering->names, gathering->count, &gathering->capacity,
                                  sizeof *gathering->names);
    gathering->names[gathering->count++] = arena_copy(gathering->arena, path);
}

/* True when `name` is the first part of the way. */
static bool watch_is_on_way(const struct watched *watched, const char *name)
{
    size_t length = strlen(name);
    return watched->missing && strncmp(watched->missing, name, length) == 0 &&
           (watched->missing[length] == '/' || watched->missing[length] == '\0');
}

/* A folder that came or went takes all that lies in it along. */
static void watch_gather(struct watch *watch, struct gathering *gathering, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW) {
        gathering->all = true;
        return;
    }
    for (size_t i = 0; i < watch->watched_count; i++) {
        const struct watched *watched = &watch->watched[i];
        if (watched->id != event->wd)
            continue;
        if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) {
            gathering->all = gathering->replace = true;
        } else if (event->len > 0 && watched->missing) {
            if (watch_is_on_way(watched, event->name))
                gathering->all = gathering->replace = true;
        } else if (event->len > 0 && !watch_is_partial(event->name)) {
            watch_gather_name(gathering, file_join(gathering->arena, watched->folder, event->name));
        }
    }
}

/* One buffer full of events. False when there are none left. */
static bool watch_read(struct watch *watch, struct gathering *gathering)
{
    _Alignas(struct inotify_event) char buffer[WATCH_BUFFER_BYTES];
    ssize_t length = read(watch->descriptor, buffer, sizeof buffer);
    if (length < 0 && errno == EINTR)
        return true;
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const void *)(buffer + at);
        watch_gather(watch, gathering, event);
        at += (ssize_t)(sizeof *event + event->len);
    }
    return length > 0;
}

const char *const *watch_changes(struct watch *watch, struct arena *arena, size_t *count, bool *all)
{
    struct gathering gathering = {.arena = arena};
    for (int reads = 0; reads < WATCH_READS_MOST && watch_read(watch, &gathering);)
        reads++;
    if (gathering.replace)
        watch_place(watch);
    *count = gathering.count;
    *all = gathering.all;
    return gathering.names;
}
