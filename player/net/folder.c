#include "net/folder.h"

#include "base/arena.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE_BYTES = 64 * 1024 };

struct folder {
    struct arena *arena;
    const char *path;
    bool (*go_on)(void *self);
    void *go_on_self;
    char piece[PIECE_BYTES];
};

static enum fetch_status status_of_errno(int reason)
{
    switch (reason) {
    case ENOENT:
    case ENAMETOOLONG:
        return FETCH_MISSING;
    case EACCES:
    case EPERM:
        return FETCH_FORBIDDEN;
    case ELOOP:   /* O_NOFOLLOW met a link */
    case ENOTDIR: /* O_DIRECTORY | O_NOFOLLOW met one */
    case ENXIO:
        return FETCH_UNSAFE;
    default:
        return FETCH_DISK;
    }
}

/* One step down. -1: *status says why. */
static int open_below(int parent, const char *name, int flags, enum fetch_status *status)
{
    int descriptor = openat(parent, name, flags | O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        *status = status_of_errno(errno);
    return descriptor;
}

/* Part by part, so that no link on the way is followed. -1: *status says why. */
static int open_path(const struct folder *folder, const char *path, enum fetch_status *status)
{
    struct arena *arena = arena_create();
    char *part = arena_copy(arena, path);
    int at = open(folder->path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (at < 0)
        *status = errno == ENOTDIR ? FETCH_MISSING : status_of_errno(errno);
    while (at >= 0) {
        char *slash = strchr(part, '/');
        if (slash)
            *slash = '\0';
        int next = -1;
        if (part[0] == '\0' || strcmp(part, ".") == 0 || strcmp(part, "..") == 0)
            *status = FETCH_UNSAFE;
        else
            next = open_below(at, part, slash ? O_DIRECTORY : 0, status);
        close(at);
        at = next;
        if (!slash)
            break;
        part = slash + 1;
    }
    arena_destroy(arena);
    return at;
}

static enum fetch_status give(struct folder *folder, int descriptor, const struct fetch_request *request, struct fetch_answer *answer)
{
    uint64_t at = request->resume_bytes;
    if (at > 0 && lseek(descriptor, (off_t)at, SEEK_SET) < 0)
        return FETCH_DISK;
    for (;;) {
        if (folder->go_on && !folder->go_on(folder->go_on_self))
            return FETCH_LEFT;
        ssize_t got = read(descriptor, folder->piece, sizeof folder->piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return FETCH_DISK;
        if (got == 0)
            return FETCH_FINE;
        if (at + (uint64_t)got > request->most_bytes)
            return FETCH_TOO_LARGE;
        if (!request->sink(request->self, at, folder->piece, (size_t)got))
            return FETCH_SINK;
        at += (uint64_t)got;
        answer->bytes += (uint64_t)got;
    }
}

static enum fetch_status look_at(struct folder *folder, int descriptor, const struct fetch_request *request, struct fetch_answer *answer)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return FETCH_DISK;
    if (!S_ISREG(status.st_mode))
        return FETCH_UNSAFE;
    if (status.st_size < 0 || (uint64_t)status.st_size > request->most_bytes)
        return FETCH_TOO_LARGE;
    if ((uint64_t)status.st_size < request->resume_bytes)
        return FETCH_RANGE;
    snprintf(answer->etag, sizeof answer->etag, "%llx-%llx-%llx-%lx", (unsigned long long)status.st_ino, (unsigned long long)status.st_size,
             (unsigned long long)status.st_mtim.tv_sec, (unsigned long)status.st_mtim.tv_nsec);
    if (request->etag && strcmp(request->etag, answer->etag) == 0)
        return FETCH_NOT_MODIFIED;
    return give(folder, descriptor, request, answer);
}

static void folder_get(void *self, const struct fetch_request *request, struct fetch_answer *answer)
{
    struct folder *folder = self;
    *answer = (struct fetch_answer){.retry_after_s = -1};
    int descriptor = open_path(folder, request->path, &answer->status);
    if (descriptor < 0)
        return;
    answer->status = look_at(folder, descriptor, request, answer);
    close(descriptor);
}

static void folder_destroy(void *self)
{
    struct folder *folder = self;
    if (!folder)
        return;
    arena_destroy(folder->arena);
    memory_free(folder);
}

void folder_create(struct fetch *fetch, const char *path, bool (*go_on)(void *self), void *go_on_self)
{
    struct folder *folder = memory_alloc(sizeof *folder);
    folder->arena = arena_create();
    folder->path = arena_copy(folder->arena, path);
    folder->go_on = go_on;
    folder->go_on_self = go_on_self;
    *fetch = (struct fetch){.self = folder, .get = folder_get, .destroy = folder_destroy};
}
