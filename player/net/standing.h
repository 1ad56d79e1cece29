/* What a screen has, and whether what an origin offers may replace it: the store's memory of generations and sync's own, put to accept. It
 * fetches nothing and changes nothing. */
#ifndef PARVIS_NET_STANDING_H
#define PARVIS_NET_STANDING_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct accept_offer;
struct arena;
struct manifest;
struct recall;
struct refusal;
struct signature_key;
struct store;

/* The generation in `current`. */
struct standing {
    int64_t number;  /* 0: none, or damaged */
    char sha256[65]; /* of its manifest; "" */
    bool has_expires;
    struct wall expires;
};

void standing_read(struct standing *standing, const struct store *store);

/* By what a manifest is measured; all borrowed. */
struct standing_rules {
    const struct signature_key *keys;
    size_t key_count;
    const char *fingerprint; /* of these keys, as recall has it */
    const struct recall *recall;
    const char *source; /* the origin of the offer, as shown */
    struct now now;
};

/* The manifest of an offer that may be shown, in the arena (new, or the same as is here); NULL: refused. What counts against a roll-back is
 * the highest generation. With keys: of whatever origin (a stick may be old), as far as a key vouches for it that is trusted today (one that
 * was stolen and taken away must not bar the way for ever). Without: of this origin only, since the numbers of two origins have nothing to do
 * with each other. */
struct manifest *standing_decide(const struct store *store, struct arena *arena, const struct standing_rules *rules,
                                 const struct accept_offer *offer, struct refusal *refusal);

/* The highest number in the store; 0: it is empty. */
int64_t standing_highest(const struct store *store);

/* True when the generation that stands has the same files under the same names. */
bool standing_has_files(const struct standing *standing, const struct store *store, const struct manifest *manifest);

#endif
