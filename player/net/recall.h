/* What sync remembers from one run to the next (STATE/sync.json): how the origin called what is here, so that it need not be sent again.
 * All of it may be lost: then one round asks for everything. It knows texts; the store holds the content itself. */
#ifndef PARVIS_NET_RECALL_H
#define PARVIS_NET_RECALL_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct refusal;
struct store;

/* A file of a plain folder. `sha256` NULL: the origin did not have it. */
struct recall_file {
    const char *path;
    const char *sha256;
    int64_t size_bytes;
    const char *etag; /* NULL when the origin gave none */
    const char *last_modified;
};

/* All texts live in the arena that is handed to recall_read, or are borrowed by who fills it in for recall_write. */
struct recall {
    const char *source;        /* as shown; NULL: nothing is remembered */
    const char *keys;          /* fingerprint of the trusted keys that the manifest was checked with; "" without */
    const char *manifest;      /* SHA-256 of the manifest that these validators are of */
    const char *etag;
    const char *last_modified;
    int64_t newest;            /* the highest generation ever accepted from `source` */
    struct wall changed;       /* when the content changed last; WALL_ALWAYS: never */
    const struct recall_file *files; /* of a plain folder */
    size_t count;
};

/* Reads it; whatever is missing or damaged is as if it had never been. */
void recall_read(struct recall *recall, struct arena *arena, const struct store *store);

/* Writes it when it differs from what is in the file. */
bool recall_write(const struct recall *recall, const struct store *store, struct refusal *refusal);

#endif
