/* Whether an origin's manifest may replace what a screen has: signed by a trusted key, whole, newer, not expired, within limits. It is
 * given bytes and what the screen knows; it reads no file, no network and no clock. */
#ifndef PARVIS_STORE_ACCEPT_H
#define PARVIS_STORE_ACCEPT_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct manifest;
struct refusal;
struct signature_key;

/* What the screen knows. Without keys nothing need be signed (and a signature that is there is not looked at). */
struct accept {
    const struct signature_key *keys;
    size_t key_count;
    int64_t newest;          /* the highest generation that the screen ever accepted; 0: none */
    const char *newest_text; /* the manifest of that one, NULL: it is not here any more */
    size_t newest_length;
    struct now now;          /* an expiry is looked at only when the wall time is trusted */
};

/* What came from outside. `signature` NULL: there is none. */
struct accept_offer {
    const char *text;
    size_t length;
    const char *signature;
    size_t signature_length;
};

enum accept_result {
    ACCEPT_NEW,    /* a newer generation */
    ACCEPT_SAME,   /* the one that the screen has, byte by byte */
    ACCEPT_REFUSED /* nothing changes; `refusal` says why */
};

/* Decides. *manifest is in the arena when not refused. Codes beside those of manifest_parse: "signature-missing", "signature-malformed",
 * "signature-key" (made with a key that is not trusted), "signature-wrong" (the bytes are not those that were signed), "generation-older"
 * (roll-back), "generation-mixed" (the same number with other content), "manifest-expired" (freeze). */
enum accept_result accept_decide(struct arena *arena, const struct accept *accept, const struct accept_offer *offer,
                                 struct manifest **manifest, struct refusal *refusal);

/* Whether a manifest has expired by now; never when the clock is not trusted. */
bool accept_has_expired(const struct manifest *manifest, struct now now);

#endif
