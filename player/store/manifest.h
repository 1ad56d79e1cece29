/* The list of files that make one generation, as JSON: read under ceilings, its shape and every path checked, or written. It knows names,
 * sizes and hashes; it opens no file, and who signed the list it does not know. */
/* {"format": 1, "generation": 7, "issued": "2026-11-25T10:00:00Z", "expires": "2026-12-25T10:00:00Z" (may be left out),
 *  "files": [{"path": "articles/a.md", "size": 123, "sha256": "…"}]}      Other keys are ignored. */
#ifndef PARVIS_STORE_MANIFEST_H
#define PARVIS_STORE_MANIFEST_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buffer;
struct refusal;

enum {
    MANIFEST_FORMAT = 1,
    MANIFEST_MOST_BYTES = 4 * 1024 * 1024,
    MANIFEST_MOST_FILES = 20000,
    MANIFEST_MOST_FILE_BYTES = 20 * 1024 * 1024,
    MANIFEST_PATH_MOST_BYTES = 1024,
    MANIFEST_PART_MOST_BYTES = 200 /* a name; file systems take 255, a temporary one needs some of them */
};
#define MANIFEST_MOST_TOTAL_BYTES (INT64_C(2) << 30)
#define MANIFEST_MOST_GENERATION (INT64_C(1) << 53)

/* `path` is relative, clean UTF-8, "/" between its parts, none of them empty or with a dot first. `sha256` is 64 lower-case hex signs. */
struct manifest_file {
    const char *path;
    const char *sha256;
    int64_t size_bytes;
};

/* Files are sorted by the bytes of their paths; no path is there twice, none is a folder of another. */
struct manifest {
    int64_t generation; /* from 1 */
    struct wall issued;
    bool has_expires;
    struct wall expires;
    const struct manifest_file *files;
    size_t count;
    int64_t total_bytes; /* of all files, each as often as it is named */
};

/* Reads a manifest into the arena. NULL: refused, with the code "manifest-too-large", "manifest-broken" (no JSON, or cut short),
 * "manifest-format" (another format than 1), "manifest-invalid" (a field is missing or of the wrong kind), "manifest-path" (a path that
 * could leave the folder, or is there twice, or is a file and a folder), "manifest-limit" (too many files, too large). */
struct manifest *manifest_parse(struct arena *arena, const char *text, size_t length, struct refusal *refusal);

/* Whether a path may stand in a manifest. */
bool manifest_is_path(const char *path);

/* The file of that path, or NULL. */
const struct manifest_file *manifest_find(const struct manifest *manifest, const char *path);

/* Sorts files by path, as manifest_write and manifest_find want them. */
void manifest_sort(struct manifest_file *files, size_t count);

/* Writes it as JSON, one line a file: the same manifest gives the same bytes. */
void manifest_write(struct buffer *out, const struct manifest *manifest);

#endif
