/* One file of the origin brought in: a text into memory, an object into the store (and resumed there), with all that can go wrong said in
 * one refusal. It knows the store and a fetch; which files are wanted, and when, is sync's. */
#ifndef PARVIS_NET_INTAKE_H
#define PARVIS_NET_INTAKE_H

#include "net/fetch.h"

#include "store/refusal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct manifest_file;
struct store;

enum { INTAKE_SHA256_SIZE = 65 };

struct intake {
    struct store *store;
    const struct fetch *fetch;
    const char *source;    /* as it may be shown */
    bool clock_trusted;    /* set before each call */
    uint64_t received_bytes; /* since whoever counts set it to 0 */
    unsigned taken;          /* objects that came into the store since the start */
    int64_t retry_after_s;   /* of the last answer; -1 */
    bool clock_unset;        /* the last failure is the clock's */
    bool left;               /* the last one ended because the program is to leave */
    struct refusal refusal;  /* of the last failure */
    struct fetch_answer answer;
};

/* A file asked for, with the validators of what is here (NULL: none). */
struct intake_wish {
    const char *path;
    size_t most_bytes;
    const char *etag;
    const char *last_modified;
};

enum intake_result {
    INTAKE_FINE,
    INTAKE_UNCHANGED, /* 304 */
    INTAKE_MISSING,   /* 404; `refusal` is set */
    INTAKE_FAILED     /* `refusal` is set */
};

/* Bytes on the heap; free with intake_bytes_finish. */
struct intake_bytes {
    char *data;
    size_t length;
    size_t capacity;
};
void intake_bytes_finish(struct intake_bytes *bytes);

/* A whole file into memory, whatever was in `bytes` before. */
enum intake_result intake_text(struct intake *intake, const struct intake_wish *wish, struct intake_bytes *bytes);

/* The object of a file of a manifest into the store. What an earlier attempt left is gone on with. By its hash, not by an ETag, is known
 * whether the end fits the beginning: an origin that was published again has new ETags for the same bytes. When it does not fit, it is
 * fetched once more from its start. */
enum intake_result intake_object(struct intake *intake, const struct manifest_file *file);

/* A file whose hash nobody knows yet, into the store. */
enum intake_result intake_unknown(struct intake *intake, const struct intake_wish *wish, char sha256[INTAKE_SHA256_SIZE], int64_t *size_bytes);

#endif
