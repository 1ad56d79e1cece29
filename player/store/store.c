#define _GNU_SOURCE /* syncfs */

#include "store/store.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { CURRENT_MOST_BYTES = 32, NAMES_MOST = 100000 };

struct store {
    struct arena *arena;
    const char *folder;
    int lock; /* -1: opened for reading */
    bool is_lazy;
    int64_t (*free_bytes)(const char *folder);
};

static struct store *new_store(const char *state)
{
    struct store *store = memory_alloc(sizeof *store);
    store->arena = arena_create();
    store->folder = arena_copy(store->arena, state);
    store->lock = -1;
    return store;
}

struct store *store_open(const char *state)
{
    return new_store(state);
}

bool store_sync_folder(const char *path, struct refusal *refusal)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return refusal_set_errno(refusal, errno, path);
    /* EINVAL: a file system that has no such thing (some network ones): nothing more can be done there. */
    bool synced = fsync(descriptor) == 0 || errno == EINVAL;
    int reason = errno;
    close(descriptor);
    return synced || refusal_set_errno(refusal, reason, path);
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(descriptor, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

bool store_write(const char *path, const void *bytes, size_t length, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    const char *temporary = arena_format(arena, "%s.new", path);
    int descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    bool written = descriptor >= 0 && write_all(descriptor, bytes, length) && fsync(descriptor) == 0;
    int reason = errno;
    if (descriptor >= 0 && close(descriptor) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (written && rename(temporary, path) != 0) {
        written = false;
        reason = errno;
    }
    if (!written) {
        if (descriptor >= 0)
            unlink(temporary);
        refusal_set_errno(refusal, reason, path);
    }
    written = written && store_sync_folder(file_directory(arena, path), refusal);
    arena_destroy(arena);
    return written;
}

static bool make_folders(const struct store *store, const char *const *names, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    bool made = file_make_directory(store->folder), fresh = false;
    for (; made && *names; names++) {
        const char *path = store_path(store, arena, *names);
        if (file_is_directory(path))
            continue;
        made = file_make_directory(path);
        fresh = true;
    }
    if (!made)
        refusal_set_errno(refusal, errno, store->folder);
    else if (fresh)
        made = store_sync_folder(store->folder, refusal) && store_sync_folder(file_directory(arena, store->folder), refusal);
    arena_destroy(arena);
    return made;
}

static bool take_lock(struct store *store, const char *path, int flags, struct refusal *refusal)
{
    store->lock = open(path, flags | O_CLOEXEC, 0644);
    if (store->lock < 0)
        return refusal_set_errno(refusal, errno, path);
    if (flock(store->lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno != EWOULDBLOCK)
        return refusal_set_errno(refusal, errno, path);
    return refusal_set(refusal, "store-busy", "un autre Parvis écrit déjà dans %s ; arrêtez-le, ou donnez un autre dossier avec --state",
                       "another Parvis writes into %s already; stop it, or name another folder with --state", store->folder);
}

/* "7.new" and "7.minisig.new"; another's file stays. */
static bool is_temporary(const char *name)
{
    size_t length = strspn(name, "0123456789");
    return length > 0 && (strcmp(name + length, ".new") == 0 || strcmp(name + length, ".minisig.new") == 0);
}

/* Single files that a writer was interrupted at. (Trees are removed by generations_clean.) */
static void remove_temporaries(const struct store *store)
{
    struct arena *arena = arena_create();
    size_t count = 0;
    const char *folder = store_path(store, arena, "gen");
    const char **names = file_list(arena, folder, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++)
        if (is_temporary(names[i]))
            unlink(file_join(arena, folder, names[i]));
    unlink(store_path(store, arena, "current.new"));
    arena_destroy(arena);
}

struct store *store_open_writer(const char *state, struct refusal *refusal)
{
    static const char *const names[] = {"obj", "gen", "tree", NULL};
    struct store *store = new_store(state);
    if (!make_folders(store, names, refusal) ||
        !take_lock(store, store_path(store, store->arena, "lock"), O_RDWR | O_CREAT, refusal)) {
        store_close(store);
        return NULL;
    }
    remove_temporaries(store);
    return store;
}

struct store *store_open_origin(const char *folder, struct refusal *refusal)
{
    static const char *const names[] = {"obj", "gen", NULL};
    struct store *store = new_store(folder);
    store->is_lazy = true;
    if (!make_folders(store, names, refusal) || !take_lock(store, folder, O_RDONLY | O_DIRECTORY, refusal)) {
        store_close(store);
        return NULL;
    }
    remove_temporaries(store);
    return store;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    if (store->lock >= 0)
        close(store->lock);
    arena_destroy(store->arena);
    memory_free(store);
}

bool store_is_lazy(const struct store *store)
{
    return store->is_lazy;
}

bool store_settle(const struct store *store, struct refusal *refusal)
{
    return syncfs(store->lock) == 0 || refusal_set_errno(refusal, errno, store->folder);
}

const char *store_folder(const struct store *store)
{
    return store->folder;
}

char *store_path(const struct store *store, struct arena *arena, const char *name)
{
    return file_join(arena, store->folder, name);
}

void store_measure_with(struct store *store, int64_t (*free_bytes)(const char *folder))
{
    store->free_bytes = free_bytes;
}

int64_t store_free_bytes(const struct store *store)
{
    struct statvfs status;
    if (store->free_bytes)
        return store->free_bytes(store->folder);
    if (statvfs(store->folder, &status) != 0)
        return INT64_MAX;
    uint64_t unit = status.f_frsize ? status.f_frsize : 1, blocks = status.f_bavail;
    if (blocks > (uint64_t)INT64_MAX / unit)
        return INT64_MAX;
    int64_t bytes = (int64_t)(blocks * unit) - STORE_RESERVE_BYTES;
    return bytes > 0 ? bytes : 0;
}

bool store_has_room(const struct store *store, int64_t bytes, struct refusal *refusal)
{
    int64_t free_bytes = store_free_bytes(store);
    if (bytes <= free_bytes)
        return true;
    return refusal_set(refusal, "disk-full", "il manque %lld Mio sur le disque (%s) ; libérez de la place, l’image ne change pas d’ici là",
                       "%lld MiB are missing on the disk (%s); free some space, the picture stays as it is until then",
                       (long long)((bytes - free_bytes + (1 << 20) - 1) >> 20), store->folder);
}

int64_t store_current(const struct store *store)
{
    struct arena *arena = arena_create();
    struct file_bytes bytes;
    int64_t number = 0;
    if (file_read(arena, store_path(store, arena, "current"), CURRENT_MOST_BYTES, &bytes) == FILE_READ) {
        char *end = bytes.data;
        errno = 0;
        long long read = bytes.data[0] >= '1' && bytes.data[0] <= '9' ? strtoll(bytes.data, &end, 10) : 0;
        if (errno == 0 && read > 0 && (strcmp(end, "\n") == 0 || *end == '\0'))
            number = read;
    }
    arena_destroy(arena);
    return number;
}
