/* Files from outside, read whole under a ceiling; folders, listed in name order. It knows bytes and names, never formats. */
#ifndef PARVIS_BASE_FILE_H
#define PARVIS_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum file_result {
    FILE_READ,       /* all is there */
    FILE_MISSING,    /* no such name, or a link that leads nowhere */
    FILE_FORBIDDEN,  /* it may not be read */
    FILE_NOT_A_FILE, /* a directory, a pipe, a device */
    FILE_TOO_LARGE,  /* over the ceiling: nothing was read */
    FILE_BROKEN      /* the disk said no */
};

/* `data` is NUL-terminated (the NUL is not counted) and lives in the arena. */
struct file_bytes {
    char *data;
    size_t length;
};

/* What tells one state of a file from another without reading it. */
struct file_stamp {
    int64_t modified_ns;
    int64_t size_bytes;
    uint64_t inode;
};

/* Reads a regular file of at most `most_bytes`. Never blocks on a pipe. `bytes` is untouched unless FILE_READ. */
enum file_result file_read(struct arena *arena, const char *path, size_t most_bytes, struct file_bytes *bytes);

/* Writes a file through a temporary name and a rename, so that a reader sees the old or the new one. False: errno tells. */
bool file_write(const char *path, const void *data, size_t length);

/* The stamp of a regular file; false when it is none or cannot be seen. */
bool file_stat(const char *path, struct file_stamp *stamp);

bool file_is_directory(const char *path);

/* Makes `path` and what is missing above it. False: errno tells. */
bool file_make_directory(const char *path);

/* Names in a directory (no path, no "." or ".."), sorted by bytes, hidden ones left out; at most `most`. NULL when it cannot be
 * read. Names and array live in the arena. */
const char **file_list(struct arena *arena, const char *directory, size_t most, size_t *count);

/* "directory/name", or `name` itself when it is absolute or directory is "" or ".". */
char *file_join(struct arena *arena, const char *directory, const char *name);

/* The directory part of a path ("." when there is none), and the last part. file_base borrows from `path`. */
char *file_directory(struct arena *arena, const char *path);
const char *file_base(const char *path);

/* True when the name ends in one of the suffixes, ASCII case ignored; `suffixes` ends with NULL, each like ".md". */
bool file_has_suffix(const char *name, const char *const *suffixes);

#endif
