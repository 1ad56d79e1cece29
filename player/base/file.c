#include "base/file.h"

#include "base/arena.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static enum file_result file_result_of_errno(void)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return FILE_MISSING;
    case EACCES:
    case EPERM:
        return FILE_FORBIDDEN;
    default:
        return FILE_BROKEN;
    }
}

/* Reads until end of file or `most` bytes; -1 on error. A file may shrink or grow under us: the count read is the truth. */
static ssize_t file_read_all(int descriptor, char *data, size_t most)
{
    size_t length = 0;
    while (length < most) {
        ssize_t got = read(descriptor, data + length, most - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    return (ssize_t)length;
}

enum file_result file_read(struct arena *arena, const char *path, size_t most_bytes, struct file_bytes *bytes)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return file_result_of_errno();
    struct stat status;
    enum file_result result = FILE_READ;
    if (fstat(descriptor, &status) != 0)
        result = FILE_BROKEN;
    else if (!S_ISREG(status.st_mode))
        result = FILE_NOT_A_FILE;
    else if (status.st_size < 0 || (uintmax_t)status.st_size > most_bytes)
        result = FILE_TOO_LARGE;
    if (result == FILE_READ) {
        size_t size = (size_t)status.st_size;
        char *data = arena_alloc(arena, size + 1);
        ssize_t length = file_read_all(descriptor, data, size);
        if (length < 0)
            result = FILE_BROKEN;
        else
            *bytes = (struct file_bytes){.data = data, .length = (size_t)length};
    }
    close(descriptor);
    return result;
}

static bool file_write_all(int descriptor, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t put = write(descriptor, data, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        data += put;
        length -= (size_t)put;
    }
    return true;
}

bool file_write(const char *path, const void *data, size_t length)
{
    struct arena *arena = arena_create();
    char *temporary = arena_format(arena, "%s.part-%ld", path, (long)getpid());
    bool written = false;
    int descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor >= 0) {
        written = file_write_all(descriptor, data, length);
        written = close(descriptor) == 0 && written;
        written = written && rename(temporary, path) == 0;
        if (!written) {
            int reason = errno;
            unlink(temporary);
            errno = reason;
        }
    }
    arena_destroy(arena);
    return written;
}

bool file_stat(const char *path, struct file_stamp *stamp)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    *stamp = (struct file_stamp){
        .modified_ns = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec,
        .size_bytes = (int64_t)status.st_size,
        .inode = (uint64_t)status.st_ino,
    };
    return true;
}

bool file_is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_make_directory(const char *path)
{
    if (file_is_directory(path))
        return true;
    struct arena *arena = arena_create();
    char *parts = arena_copy(arena, path);
    bool made = true;
    for (char *slash = strchr(parts + 1, '/'); made && slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = mkdir(parts, 0755) == 0 || errno == EEXIST;
        *slash = '/';
    }
    made = made && (mkdir(path, 0755) == 0 || (errno == EEXIST && file_is_directory(path)));
    arena_destroy(arena);
    return made;
}

static int file_name_order(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

const char **file_list(struct arena *arena, const char *directory, size_t most, size_t *count)
{
    DIR *stream = opendir(directory);
    if (!stream)
        return NULL;
    const char **names = arena_alloc(arena, sizeof *names);
    size_t capacity = 0;
    *count = 0;
    for (struct dirent *entry = readdir(stream); entry && *count < most; entry = readdir(stream)) {
        if (entry->d_name[0] == '.')
            continue;
        names = arena_grow(arena, names, *count, &capacity, sizeof *names);
        names[(*count)++] = arena_copy(arena, entry->d_name);
    }
    closedir(stream);
    qsort(names, *count, sizeof *names, file_name_order);
    return names;
}

char *file_join(struct arena *arena, const char *directory, const char *name)
{
    if (name[0] == '/' || !directory[0] || strcmp(directory, ".") == 0)
        return arena_copy(arena, name);
    size_t length = strlen(directory);
    return arena_format(arena, "%s%s%s", directory, directory[length - 1] == '/' ? "" : "/", name);
}

char *file_directory(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_copy(arena, ".");
    return arena_copy_bytes(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *file_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool file_has_suffix(const char *name, const char *const *suffixes)
{
    size_t length = strlen(name);
    for (; *suffixes; suffixes++) {
        size_t suffix = strlen(*suffixes);
        if (length > suffix && strcasecmp(name + length - suffix, *suffixes) == 0)
            return true;
    }
    return false;
}
