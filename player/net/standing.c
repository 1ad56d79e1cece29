#include "net/standing.h"

#include "base/arena.h"
#include "base/log.h"
#include "net/recall.h"
#include "store/accept.h"
#include "store/crypto.h"
#include "store/generations.h"
#include "store/manifest.h"
#include "store/refusal.h"
#include "store/signature.h"
#include "store/store.h"

#include <string.h>

_Static_assert(sizeof ((struct standing *)0)->sha256 == CRYPTO_SHA256_HEX + 1, "room for a hash");

void standing_read(struct standing *standing, const struct store *store)
{
    struct arena *arena = arena_create();
    struct generation generation;
    struct refusal refusal = {0};
    int64_t number = store_current(store);
    *standing = (struct standing){0};
    if (number > 0 && generations_load(store, arena, number, &generation, &refusal)) {
        standing->number = number;
        crypto_sha256_of(generation.text, generation.text_length, standing->sha256);
        standing->has_expires = generation.manifest->has_expires;
        standing->expires = generation.manifest->expires;
    } else if (number > 0) {
        log_line(LOG_WARNING, "generation %lld is damaged and will be fetched again: %s", (long long)number, refusal.english);
    }
    arena_destroy(arena);
}

static int64_t newest_of(const struct store *store, const struct standing_rules *rules)
{
    const struct recall *recall = rules->recall;
    if (rules->key_count == 0)
        return recall->source && strcmp(recall->source, rules->source) == 0 ? recall->newest : 0;
    int64_t newest = recall->keys && strcmp(recall->keys, rules->fingerprint) == 0 ? recall->newest : 0;
    int64_t numbers[GENERATIONS_LISTED_MOST];
    size_t count = generations_list(store, numbers);
    struct arena *arena = arena_create();
    for (size_t i = 0; i < count && numbers[i] > newest; i++) {
        struct generation generation;
        if (generations_load(store, arena, numbers[i], &generation, NULL) && generation.signature &&
            signature_check(arena, rules->keys, rules->key_count, generation.text, generation.text_length, generation.signature,
                            generation.signature_length, NULL) == SIGNATURE_GOOD)
            newest = numbers[i];
    }
    arena_destroy(arena);
    return newest;
}

struct manifest *standing_decide(const struct store *store, struct arena *arena, const struct standing_rules *rules,
                                 const struct accept_offer *offer, struct refusal *refusal)
{
    struct generation newest;
    struct manifest *manifest = NULL;
    struct accept accept = {.keys = rules->keys, .key_count = rules->key_count, .newest = newest_of(store, rules), .now = rules->now};
    if (accept.newest > 0 && generations_load(store, arena, accept.newest, &newest, NULL)) {
        accept.newest_text = newest.text;
        accept.newest_length = newest.text_length;
    }
    return accept_decide(arena, &accept, offer, &manifest, refusal) == ACCEPT_REFUSED ? NULL : manifest;
}

int64_t standing_highest(const struct store *store)
{
    int64_t numbers[GENERATIONS_LISTED_MOST], highest = store_current(store);
    return generations_list(store, numbers) > 0 && numbers[0] > highest ? numbers[0] : highest;
}

bool standing_has_files(const struct standing *standing, const struct store *store, const struct manifest *manifest)
{
    struct arena *arena = arena_create();
    struct generation current;
    bool same = standing->number > 0 && generations_load(store, arena, standing->number, &current, NULL) &&
                manifest->count == current.manifest->count;
    for (size_t i = 0; same && i < manifest->count; i++)
        same = strcmp(manifest->files[i].path, current.manifest->files[i].path) == 0 &&
               strcmp(manifest->files[i].sha256, current.manifest->files[i].sha256) == 0;
    arena_destroy(arena);
    return same;
}
