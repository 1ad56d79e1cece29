#include "store/objects.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/crypto.h"
#include "store/refusal.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE_BYTES = 64 * 1024 };

struct objects_part {
    struct arena *arena;
    const struct store *store;
    const char *path; /* of the part */
    bool known;       /* hash and size are known beforehand */
    char sha256[CRYPTO_SHA256_HEX + 1];
    int64_t most_bytes; /* the size, or the ceiling of an unknown one */
    int64_t length;
    struct crypto_sha256 hash; /* of what is there */
    int descriptor;
};

char *objects_path(const struct store *store, struct arena *arena, const char *sha256)
{
    return file_join(arena, store_path(store, arena, "obj"), sha256);
}

bool objects_has(const struct store *store, const char *sha256, int64_t size_bytes)
{
    struct arena *arena = arena_create();
    struct file_stamp stamp;
    bool there = file_stat(objects_path(store, arena, sha256), &stamp) && stamp.size_bytes == size_bytes;
    arena_destroy(arena);
    return there;
}

/* Hashes what a descriptor gives from where it stands, at most `most_bytes`. -1: the disk refuses or there is more. */
static int64_t hash_rest(int descriptor, int64_t most_bytes, struct crypto_sha256 *hash)
{
    unsigned char *piece = memory_alloc(PIECE_BYTES);
    int64_t total = 0;
    ssize_t got = 0;
    do {
        got = read(descriptor, piece, PIECE_BYTES);
        if (got < 0 && errno == EINTR) {
            got = 1;
            continue;
        }
        if (got > 0) {
            crypto_sha256_add(hash, piece, (size_t)got);
            total += got;
        }
        if (total > most_bytes) {
            errno = EFBIG;
            got = -1;
        }
    } while (got > 0);
    memory_free(piece);
    return got < 0 ? -1 : total;
}

bool objects_hash_file(const char *path, int64_t most_bytes, char *sha256, int64_t *size_bytes)
{
    struct stat status;
    struct crypto_sha256 hash = {{0}};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return false;
    int64_t size = -1;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        crypto_sha256_begin(&hash);
        size = hash_rest(descriptor, most_bytes, &hash);
    } else {
        errno = EINVAL;
    }
    int reason = errno;
    close(descriptor);
    errno = reason;
    if (size < 0)
        return false;
    crypto_sha256_end(&hash, sha256);
    *size_bytes = size;
    return true;
}

bool objects_is_whole(const struct store *store, const char *sha256, int64_t size_bytes)
{
    struct arena *arena = arena_create();
    char found[CRYPTO_SHA256_HEX + 1];
    int64_t size = 0;
    bool whole = objects_hash_file(objects_path(store, arena, sha256), size_bytes, found, &size) && size == size_bytes &&
                 strcmp(found, sha256) == 0;
    arena_destroy(arena);
    return whole;
}

static struct objects_part *new_part(const struct store *store, const char *name, int64_t most_bytes)
{
    struct objects_part *part = memory_alloc(sizeof *part);
    part->arena = arena_create();
    part->store = store;
    part->path = arena_format(part->arena, "%s.part", objects_path(store, part->arena, name));
    part->most_bytes = most_bytes;
    part->descriptor = -1;
    crypto_sha256_begin(&part->hash);
    return part;
}

/* What an earlier attempt left is hashed once; more than there should be is thrown away. */
static bool open_part(struct objects_part *part, struct refusal *refusal)
{
    part->descriptor = open(part->path, O_RDWR | O_CREAT | O_CLOEXEC | (part->known ? 0 : O_TRUNC), 0644);
    if (part->descriptor < 0)
        return refusal_set_errno(refusal, errno, part->path);
    part->length = hash_rest(part->descriptor, part->most_bytes, &part->hash);
    if (part->length < 0 && !objects_part_rewind(part, refusal))
        return false;
    return store_has_room(part->store, part->most_bytes - part->length, refusal);
}

struct objects_part *objects_part_open(struct store *store, const char *sha256, int64_t size_bytes, struct refusal *refusal)
{
    if (!crypto_is_sha256(sha256)) {
        refusal_set(refusal, "manifest-invalid", "« %s » n’est pas une empreinte SHA-256 ; publiez de nouveau",
                    "\"%s\" is no SHA-256; publish again", sha256);
        return NULL;
    }
    struct objects_part *part = new_part(store, sha256, size_bytes);
    part->known = true;
    snprintf(part->sha256, sizeof part->sha256, "%s", sha256);
    if (open_part(part, refusal))
        return part;
    objects_part_close(part);
    return NULL;
}

struct objects_part *objects_part_open_unknown(struct store *store, int64_t most_bytes, struct refusal *refusal)
{
    struct objects_part *part = new_part(store, "unknown", most_bytes);
    /* A ceiling is no size: whether there is room is asked when the first byte comes. */
    part->descriptor = open(part->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (part->descriptor >= 0)
        return part;
    refusal_set_errno(refusal, errno, part->path);
    objects_part_close(part);
    return NULL;
}

int64_t objects_part_length(const struct objects_part *part)
{
    return part->length;
}

bool objects_part_rewind(struct objects_part *part, struct refusal *refusal)
{
    part->length = 0;
    crypto_sha256_begin(&part->hash);
    if (ftruncate(part->descriptor, 0) == 0 && lseek(part->descriptor, 0, SEEK_SET) == 0)
        return true;
    return refusal_set_errno(refusal, errno, part->path);
}

bool objects_part_add(struct objects_part *part, const void *bytes, size_t length, struct refusal *refusal)
{
    if (length > (uint64_t)(part->most_bytes - part->length))
        return refusal_set(refusal, "object-too-large",
                           "un fichier reçu est plus long qu’annoncé (%lld octets) ; copiez de nouveau le dossier publié",
                           "a file that came is longer than announced (%lld bytes); copy the published folder again",
                           (long long)part->most_bytes);
    if (!part->known && part->length == 0 && length > 0 && !store_has_room(part->store, 1, refusal))
        return false;
    const char *at = bytes;
    for (size_t left = length; left > 0;) {
        ssize_t put = write(part->descriptor, at, left);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return refusal_set_errno(refusal, put < 0 ? errno : ENOSPC, part->path);
        crypto_sha256_add(&part->hash, at, (size_t)put);
        part->length += put;
        at += put;
        left -= (size_t)put;
    }
    return true;
}

static bool check_part(struct objects_part *part, char *found, struct refusal *refusal)
{
    if (part->known && part->length < part->most_bytes)
        return refusal_set(refusal, "object-truncated", "un fichier est arrivé coupé (%lld octets sur %lld) ; il sera repris",
                           "a file came cut short (%lld bytes of %lld); it will be resumed", (long long)part->length,
                           (long long)part->most_bytes);
    struct crypto_sha256 hash = part->hash;
    crypto_sha256_end(&hash, found);
    if (!part->known || strcmp(found, part->sha256) == 0)
        return true;
    unlink(part->path);
    return refusal_set(refusal, "object-altered",
                       "un fichier reçu n’est pas celui qui a été publié (empreinte %.12s) ; copiez de nouveau le dossier publié",
                       "a file that came is not the one that was published (hash %.12s); copy the published folder again", part->sha256);
}

bool objects_part_commit(struct objects_part *part, char *sha256, struct refusal *refusal)
{
    char found[CRYPTO_SHA256_HEX + 1];
    if (!check_part(part, found, refusal))
        return false;
    /* The folder goes to the disk once for all objects, in generations_add: a name that a power cut loses before that is fetched again. */
    const char *path = objects_path(part->store, part->arena, found);
    if ((!store_is_lazy(part->store) && fsync(part->descriptor) != 0) || rename(part->path, path) != 0)
        return refusal_set_errno(refusal, errno, part->path);
    part->known = true; /* nothing is left to remove */
    if (sha256)
        memcpy(sha256, found, sizeof found);
    return true;
}

void objects_part_close(struct objects_part *part)
{
    if (!part)
        return;
    if (part->descriptor >= 0) {
        close(part->descriptor);
        if (!part->known)
            unlink(part->path);
    }
    arena_destroy(part->arena);
    memory_free(part);
}

bool objects_put(struct store *store, const void *bytes, size_t length, char *sha256, struct refusal *refusal)
{
    crypto_sha256_of(bytes, length, sha256);
    if (objects_has(store, sha256, (int64_t)length))
        return true;
    struct objects_part *part = objects_part_open(store, sha256, (int64_t)length, refusal);
    bool put = part && objects_part_rewind(part, refusal) && objects_part_add(part, bytes, length, refusal) &&
               objects_part_commit(part, NULL, refusal);
    objects_part_close(part);
    return put;
}

/* Adds what a file has; what is there of the part already is written again: a copy on the same desk is fast. */
static bool add_file(struct objects_part *part, const char *path, struct refusal *refusal)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return refusal_set_errno(refusal, errno, path);
    unsigned char *piece = memory_alloc(PIECE_BYTES);
    bool added = objects_part_rewind(part, refusal);
    while (added) {
        ssize_t got = read(descriptor, piece, PIECE_BYTES);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            added = refusal_set_errno(refusal, errno, path);
        if (got <= 0)
            break;
        added = objects_part_add(part, piece, (size_t)got, refusal);
    }
    memory_free(piece);
    close(descriptor);
    return added;
}

bool objects_put_file(struct store *store, const char *path, int64_t most_bytes, char *sha256, int64_t *size_bytes, struct refusal *refusal)
{
    if (!objects_hash_file(path, most_bytes, sha256, size_bytes)) {
        if (errno == EFBIG)
            return refusal_set(refusal, "object-too-large", "%s dépasse %lld Mio ; réduisez ce fichier",
                               "%s is over %lld MiB; make that file smaller", path, (long long)(most_bytes >> 20));
        return refusal_set_errno(refusal, errno, path);
    }
    if (objects_has(store, sha256, *size_bytes))
        return true;
    struct objects_part *part = objects_part_open(store, sha256, *size_bytes, refusal);
    bool put = part && add_file(part, path, refusal) && objects_part_commit(part, NULL, refusal);
    objects_part_close(part);
    return put;
}

void objects_remove(struct store *store, const char *sha256)
{
    struct arena *arena = arena_create();
    unlink(objects_path(store, arena, sha256));
    arena_destroy(arena);
}
