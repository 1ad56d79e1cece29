/* The contents that a screen has had, the one on screen and the ones before: added whole or not at all, opened at start with a fall back to
 * older ones, cleaned up. It knows manifests and objects; what the files mean is content's. */
#ifndef PARVIS_STORE_GENERATIONS_H
#define PARVIS_STORE_GENERATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct manifest;
struct refusal;
struct store;

enum { GENERATIONS_KEPT = 3, GENERATIONS_LISTED_MOST = 64 };

/* A generation as it lies on disk. Everything is in the arena it was loaded into. */
struct generation {
    int64_t number;
    struct manifest *manifest;
    const char *text; /* the manifest as it came */
    size_t text_length;
    const char *signature; /* NULL: it has none */
    size_t signature_length;
    const char *tree; /* the folder with its files under their names */
};

/* Numbers of the generations that are there, the highest first; how many. */
size_t generations_list(const struct store *store, int64_t numbers[GENERATIONS_LISTED_MOST]);

/* Reads generation `number` and looks at every file of its tree: there, with the right size (a hard link of the object: no second look at
 * obj/). False: "generation-missing" or "generation-damaged", or a code of manifest_parse. */
bool generations_load(const struct store *store, struct arena *arena, int64_t number, struct generation *generation, struct refusal *refusal);

/* What a start shows: `current`, else the newest older one that loads and whose texts are whole, else the newest of all that is. Texts
 * (playlist, articles, themes) are read and hashed up to GENERATIONS_TEXT_MOST_BYTES: one wrong bit there is a wrong date on the wall.
 * Pictures are not: two gigabytes would take a Raspberry Pi half a minute, their decoder refuses what is damaged, and the writer reads
 * them all in its own time (generations_scrub). False: there is none. */
#define GENERATIONS_TEXT_MOST_BYTES (INT64_C(8) << 20)
bool generations_open(const struct store *store, struct arena *arena, struct generation *generation, struct refusal *refusal);

/* The files of a manifest whose objects are missing: indices into manifest->files, in the arena, each object once; *bytes: how much is to
 * be fetched. */
size_t *generations_missing(const struct store *store, struct arena *arena, const struct manifest *manifest, size_t *count, int64_t *bytes);

/* Puts a generation on screen: its objects are there; manifest and signature (NULL: none) as they came, then its tree, then `current`.
 * Whatever stops it, the store holds the old generation whole. A generation of that number that is already there is replaced only when it
 * is not the current one, its bytes are the same, or what lies there is no manifest any more. False: "generation-incomplete" (an object is missing), or the disk refuses. */
bool generations_add(struct store *store, const struct manifest *manifest, const char *text, size_t length, const char *signature,
                     size_t signature_length, struct refusal *refusal);

/* Keeps generations_clean, in whatever process, from removing a generation that is being shown: a shared lock on its tree, until
 * generations_release or the end of the process. Returns what generations_release takes; -1: it cannot be held. */
int generations_hold(const struct generation *generation);
void generations_release(int held);

/* Removes generations beyond the newest three (the current one always stays, and so does one that is held), their trees, objects that no
 * kept one names, parts that `wanted` (NULL: no manifest) does not name, and temporary files. Only names that the store gives are looked
 * at: what else lies in these folders is somebody's. What cannot be removed is left for the next time. */
void generations_clean(struct store *store, const struct manifest *wanted);

/* Reads a piece of the current generation and removes objects whose bytes are not what they were, so that the next sync fetches them again.
 * `*at` is where to go on (0 at first; back to 0 at the end). Returns how many were damaged. Call it when there is nothing else to do. */
size_t generations_scrub(struct store *store, size_t *at, int64_t most_bytes);

#endif
