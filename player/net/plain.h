/* A plain folder behind https, without a manifest: the playlist and what it names, file by file, each by its ETag, made into a manifest of
 * our own. It knows names and validators; what a playlist names is answered by a function that is handed in. */
#ifndef PARVIS_NET_PLAIN_H
#define PARVIS_NET_PLAIN_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct intake;
struct manifest;
struct recall;
struct recall_file;
struct refusal;

/* Says which files of `folder` its playlist.yaml uses (paths relative to it, in the arena), also those that are not there yet: it is asked
 * again when they have come, since articles name pictures. False: the playlist cannot be read, `refusal` says why. */
struct plain_names {
    bool (*list)(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal);
    void *self;
};

struct plain;

/* Begins a round. `before` (borrowed) is what is remembered of the last one; its files are not asked for whole when `use_before`. */
struct plain *plain_create(const struct plain_names *names, const struct recall *before, bool use_before);
void plain_destroy(struct plain *plain);

enum plain_result {
    PLAIN_GOES_ON,
    PLAIN_UNCHANGED, /* nothing is new since `before` */
    PLAIN_READY,     /* all is in the store */
    PLAIN_FAILED     /* intake->refusal */
};

/* One step: at most one file is fetched. */
enum plain_result plain_step(struct plain *plain, struct intake *intake);

/* After PLAIN_READY or PLAIN_UNCHANGED: the files, sorted by path, those that the origin does not have without a hash. They live as long as
 * `plain`. */
const struct recall_file *plain_files(const struct plain *plain, size_t *count);

/* After PLAIN_READY: the manifest of what is there, in the arena. */
struct manifest *plain_manifest(const struct plain *plain, struct arena *arena, int64_t generation, struct wall issued);

#endif
