/* Files by the SHA-256 of their bytes: looked for, taken in piece by piece (and resumed), checked, thrown away. It knows hashes and sizes;
 * what a file is called is the manifest's. */
#ifndef PARVIS_STORE_OBJECTS_H
#define PARVIS_STORE_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct manifest_file;
struct refusal;
struct store;

/* The path of an object, there or not, in the arena. */
char *objects_path(const struct store *store, struct arena *arena, const char *sha256);

/* True when the object is there with that size (its bytes were checked when they came in). */
bool objects_has(const struct store *store, const char *sha256, int64_t size_bytes);

/* True when the object is there and its bytes have that hash and size. Reads it whole. */
bool objects_is_whole(const struct store *store, const char *sha256, int64_t size_bytes);

/* An object that is coming in. */
struct objects_part;

/* Begins an object of known hash and size, or goes on with what an earlier attempt left (objects_part_length > 0: fetch from there on).
 * NULL: no room ("disk-full") or the disk refuses. One part of a hash at a time. */
struct objects_part *objects_part_open(struct store *store, const char *sha256, int64_t size_bytes, struct refusal *refusal);

/* Begins an object whose hash nobody knows before it is whole (a plain folder over https): at most that many bytes; never resumed. */
struct objects_part *objects_part_open_unknown(struct store *store, int64_t most_bytes, struct refusal *refusal);

/* Bytes that are there. */
int64_t objects_part_length(const struct objects_part *part);

/* Throws away what is there: the server began from the start again. */
bool objects_part_rewind(struct objects_part *part, struct refusal *refusal);

/* Adds bytes. False: more than the size ("object-too-large"), no room ("disk-full"; of an unknown size: nothing is left but the reserve), or
 * the disk refuses; the part can only be closed then. */
bool objects_part_add(struct objects_part *part, const void *bytes, size_t length, struct refusal *refusal);

/* Takes the object in when size and hash are right: to the disk, renamed, the folder to the disk. `sha256` (may be NULL) gets 64 signs and a
 * NUL. False: "object-truncated" (the part stays and can be resumed), "object-altered" (it is thrown away), or the disk refuses. Close the
 * part afterwards in any case. */
bool objects_part_commit(struct objects_part *part, char *sha256, struct refusal *refusal);

/* Ends the attempt; what came stays for the next one (an unknown one is removed). NULL is allowed. */
void objects_part_close(struct objects_part *part);

/* Takes in bytes, or a file of at most `most_bytes`, at once. `sha256` gets 64 signs and a NUL. What is there already is not written. */
bool objects_put(struct store *store, const void *bytes, size_t length, char *sha256, struct refusal *refusal);
bool objects_put_file(struct store *store, const char *path, int64_t most_bytes, char *sha256, int64_t *size_bytes, struct refusal *refusal);

/* SHA-256 and size of a regular file of at most `most_bytes`, read in pieces. False: errno tells (EFBIG: too large). */
bool objects_hash_file(const char *path, int64_t most_bytes, char *sha256, int64_t *size_bytes);

/* Removes an object that turned out to be damaged. */
void objects_remove(struct store *store, const char *sha256);

#endif
