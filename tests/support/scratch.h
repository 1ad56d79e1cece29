/* A folder of its own for a test: made on setup, filled by the test, removed on teardown. For tests only. */
#ifndef PARVIS_TESTS_SCRATCH_H
#define PARVIS_TESTS_SCRATCH_H

#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
    char path[64];
};

static inline void scratch_init(struct scratch *scratch)
{
    snprintf(scratch->path, sizeof scratch->path, "/tmp/parvis-test-XXXXXX");
    char *made = mkdtemp(scratch->path);
    assert(made);
    (void)made;
}

static inline void scratch_remove(const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry = folder ? readdir(folder) : NULL; entry; entry = readdir(folder)) {
        char below[1024];
        struct stat status;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        int length = snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (length < 0 || (size_t)length >= sizeof below)
            continue;
        if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode))
            scratch_remove(below);
        else
            unlink(below);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

static inline void scratch_finish(struct scratch *scratch)
{
    scratch_remove(scratch->path);
}

/* "folder/name" in one of a few buffers: good for a few calls in one expression. */
static inline const char *scratch_path(const struct scratch *scratch, const char *name)
{
    static char paths[8][1024];
    static unsigned turn;
    char *path = paths[turn++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", scratch->path, name);
    return path;
}

static inline void scratch_folder(const struct scratch *scratch, const char *name)
{
    mkdir(scratch_path(scratch, name), 0755);
}

static inline void scratch_bytes(const struct scratch *scratch, const char *name, const void *bytes, size_t length)
{
    FILE *file = fopen(scratch_path(scratch, name), "wb");
    assert(file);
    size_t written = fwrite(bytes, 1, length, file);
    assert(written == length);
    (void)written;
    fclose(file);
}

static inline void scratch_write(const struct scratch *scratch, const char *name, const char *text)
{
    scratch_bytes(scratch, name, text, strlen(text));
}

#endif
