#include "store/tree.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/refusal.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_MOST = 50000, PIECE_BYTES = 64 * 1024 };

const char *tree_check(struct arena *arena, const char *path, const struct manifest *manifest)
{
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        struct file_stamp stamp;
        if (!file_stat(file_join(arena, path, file->path), &stamp) || stamp.size_bytes != file->size_bytes)
            return file->path;
    }
    return NULL;
}

void tree_remove(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return;
    if (!S_ISDIR(status.st_mode)) {
        unlink(path);
        return;
    }
    struct arena *arena = arena_create();
    size_t count = 0;
    const char **names = file_list(arena, path, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++)
        tree_remove(file_join(arena, path, names[i]));
    rmdir(path);
    arena_destroy(arena);
}

static bool copy_bytes(int from, int to)
{
    char *piece = memory_alloc(PIECE_BYTES);
    ssize_t got = 0;
    bool copied = true;
    while (copied && ((got = read(from, piece, PIECE_BYTES)) > 0 || (got < 0 && errno == EINTR)))
        for (ssize_t done = 0; copied && done < got;) {
            ssize_t put = write(to, piece + done, (size_t)(got - done));
            if (put > 0)
                done += put;
            else
                copied = put < 0 && errno == EINTR;
        }
    int reason = errno;
    memory_free(piece);
    errno = reason;
    return copied && got == 0;
}

/* For a file system without links, or when one file is named more often than it can have links (65 000 on ext4). */
static bool copy_file(const char *from, const char *to)
{
    int source = open(from, O_RDONLY | O_CLOEXEC), target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    bool copied = source >= 0 && target >= 0 && copy_bytes(source, target) && fsync(target) == 0;
    int reason = errno;
    if (source >= 0)
        close(source);
    if (target >= 0 && close(target) != 0 && copied) {
        copied = false;
        reason = errno;
    }
    errno = reason;
    return copied;
}

static bool put_file(const char *object, const char *path, struct refusal *refusal)
{
    if (link(object, path) == 0)
        return true;
    bool no_links = errno == EMLINK || errno == EPERM || errno == EOPNOTSUPP || errno == EXDEV;
    if (no_links && copy_file(object, path))
        return true;
    return refusal_set_errno(refusal, errno, path);
}

/* Every folder of a tree, the lower ones first: its names to the disk. */
static bool sync_folders(const char *path, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    size_t count = 0;
    bool synced = true;
    const char **names = file_list(arena, path, NAMES_MOST, &count);
    for (size_t i = 0; names && synced && i < count; i++) {
        const char *below = file_join(arena, path, names[i]);
        if (file_is_directory(below))
            synced = sync_folders(below, refusal);
    }
    arena_destroy(arena);
    return synced && store_sync_folder(path, refusal);
}

/* Files are sorted: a folder is made when the first of its files comes. */
static bool fill(const struct store *store, struct arena *arena, const char *tree, const struct manifest *manifest, struct refusal *refusal)
{
    const char *last = "";
    if (!file_make_directory(tree))
        return refusal_set_errno(refusal, errno, tree);
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        const char *path = file_join(arena, tree, file->path), *folder = file_directory(arena, path);
        if (strcmp(folder, last) != 0 && !file_make_directory(folder))
            return refusal_set_errno(refusal, errno, folder);
        last = folder;
        if (!put_file(objects_path(store, arena, file->sha256), path, refusal))
            return false;
    }
    return sync_folders(tree, refusal);
}

bool tree_make(struct store *store, const char *path, const struct manifest *manifest, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    const char *temporary = arena_format(arena, "%s.new", path), *above = file_directory(arena, path);
    tree_remove(temporary);
    bool made = fill(store, arena, temporary, manifest, refusal);
    if (made) {
        tree_remove(path);
        made = rename(temporary, path) == 0 || refusal_set_errno(refusal, errno, path);
    }
    if (!made)
        tree_remove(temporary);
    made = made && store_sync_folder(above, refusal);
    arena_destroy(arena);
    return made;
}

static bool is_link_of(const char *path, const char *object)
{
    struct stat here, there;
    return stat(path, &here) == 0 && stat(object, &there) == 0 && here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

static bool mend_file(struct arena *arena, const char *temporary, const char *path, const char *object, struct refusal *refusal)
{
    const char *folder = file_directory(arena, path);
    unlink(temporary);
    if (!file_make_directory(folder))
        return refusal_set_errno(refusal, errno, folder);
    if (!put_file(object, temporary, refusal))
        return false;
    return (rename(temporary, path) == 0 || refusal_set_errno(refusal, errno, path)) && store_sync_folder(folder, refusal);
}

bool tree_mend(struct store *store, const char *path, const struct manifest *manifest, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    const char *temporary = arena_format(arena, "%s.new", path); /* beside the tree: nothing half-made is ever seen in it */
    bool mended = true;
    for (size_t i = 0; mended && i < manifest->count; i++) {
        const char *file = file_join(arena, path, manifest->files[i].path);
        const char *object = objects_path(store, arena, manifest->files[i].sha256);
        if (!is_link_of(file, object))
            mended = mend_file(arena, temporary, file, object, refusal);
    }
    mended = mended && store_sync_folder(file_directory(arena, path), refusal);
    arena_destroy(arena);
    return mended;
}
