#include "base/arena.h"
#include "base/buffer.h"
#include "store/accept.h"
#include "store/crypto.h"
#include "store/manifest.h"
#include "store/refusal.h"
#include "store/signature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

struct world {
    struct arena *arena;
    struct signature_key keys[2];
    struct signature_secret secrets[2];
};

static int begin(void **state)
{
    static struct world world;
    world.arena = arena_create();
    *state = &world;
    return signature_create(&world.keys[0], &world.secrets[0]) && signature_create(&world.keys[1], &world.secrets[1]) ? 0 : -1;
}

static int end(void **state)
{
    struct world *world = *state;
    arena_destroy(world->arena);
    return 0;
}

static const char *text_of(struct world *world, int64_t generation, const char *path, int64_t expires_ms)
{
    struct manifest_file file = {path, HASH, 0};
    struct manifest manifest = {.generation = generation, .issued = {0}, .has_expires = expires_ms != 0, .expires = {expires_ms}, .files = &file, .count = 1};
    struct buffer out;
    buffer_init(&out, world->arena);
    manifest_write(&out, &manifest);
    return out.data;
}

static struct accept_offer offer_of(struct world *world, const char *text, const struct signature_secret *secret)
{
    const char *signature = secret ? signature_make(world->arena, secret, text, strlen(text), "x") : NULL;
    return (struct accept_offer){text, strlen(text), signature, signature ? strlen(signature) : 0};
}

static const char *decide(struct world *world, const struct accept *accept, struct accept_offer offer)
{
    static struct refusal refusal;
    struct manifest *manifest = NULL;
    refusal = (struct refusal){0};
    switch (accept_decide(world->arena, accept, &offer, &manifest, &refusal)) {
    case ACCEPT_NEW:
        assert_non_null(manifest);
        return "new";
    case ACCEPT_SAME:
        assert_non_null(manifest);
        return "same";
    case ACCEPT_REFUSED:
        break;
    }
    assert_null(manifest);
    assert_true(refusal.french[0] && refusal.english[0]);
    return refusal.code;
}

static void takes_a_newer_generation(void **state)
{
    struct world *world = *state;
    const char *seven = text_of(world, 7, "a", 0);
    struct accept accept = {.keys = world->keys, .key_count = 1};
    assert_string_equal(decide(world, &accept, offer_of(world, seven, &world->secrets[0])), "new");
    accept.newest = 6;
    assert_string_equal(decide(world, &accept, offer_of(world, seven, &world->secrets[0])), "new");
    accept.newest = 7;
    accept.newest_text = seven;
    accept.newest_length = strlen(seven);
    assert_string_equal(decide(world, &accept, offer_of(world, seven, &world->secrets[0])), "same");
    /* What the screen had of it has gone: it is fetched again. */
    accept.newest_text = NULL;
    assert_string_equal(decide(world, &accept, offer_of(world, seven, &world->secrets[0])), "new");
}

static void refuses_an_older_or_another_of_the_same_number(void **state)
{
    struct world *world = *state;
    const char *seven = text_of(world, 7, "a", 0);
    struct accept accept = {.keys = world->keys, .key_count = 1, .newest = 7, .newest_text = seven, .newest_length = strlen(seven)};
    assert_string_equal(decide(world, &accept, offer_of(world, text_of(world, 6, "a", 0), &world->secrets[0])), "generation-older");
    assert_string_equal(decide(world, &accept, offer_of(world, text_of(world, 7, "b", 0), &world->secrets[0])), "generation-mixed");
    accept.key_count = 0;
    assert_string_equal(decide(world, &accept, offer_of(world, text_of(world, 6, "a", 0), NULL)), "generation-older");
}

static void asks_for_a_trusted_signature_when_a_key_is_given(void **state)
{
    struct world *world = *state;
    const char *text = text_of(world, 1, "a", 0);
    struct accept accept = {.keys = world->keys, .key_count = 1};
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "signature-missing");
    assert_string_equal(decide(world, &accept, offer_of(world, text, &world->secrets[1])), "signature-key");
    struct accept_offer offer = offer_of(world, text, &world->secrets[0]);
    offer.signature_length -= 3;
    assert_string_equal(decide(world, &accept, offer), "signature-malformed");
    offer.signature = "";
    offer.signature_length = 0;
    assert_string_equal(decide(world, &accept, offer), "signature-malformed");
    offer = offer_of(world, text, &world->secrets[0]);
    offer.text = text_of(world, 2, "a", 0);
    assert_string_equal(decide(world, &accept, offer), "signature-wrong");
    /* Change of key: both are trusted for a while. */
    accept.key_count = 2;
    assert_string_equal(decide(world, &accept, offer_of(world, text, &world->secrets[0])), "new");
    assert_string_equal(decide(world, &accept, offer_of(world, text, &world->secrets[1])), "new");
    accept.key_count = 0;
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "new");
}

static void looks_at_an_expiry_only_with_a_trusted_clock(void **state)
{
    struct world *world = *state;
    const char *text = text_of(world, 1, "a", 1000000);
    struct accept accept = {.now = {.wall = {1000000}, .wall_trusted = true}};
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "manifest-expired");
    accept.now.wall.ms--;
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "new");
    accept.now = (struct now){.wall = {INT64_C(99000000)}, .wall_trusted = false};
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "new");
    /* Freeze: the same old manifest for ever. */
    accept = (struct accept){.newest = 1, .newest_text = text, .newest_length = strlen(text), .now = {.wall = {1000000}, .wall_trusted = true}};
    assert_string_equal(decide(world, &accept, offer_of(world, text, NULL)), "manifest-expired");
}

static void every_changed_bit_of_a_signed_manifest_is_refused(void **state)
{
    struct world *world = *state;
    const char *text = text_of(world, 7, "articles/a.md", 0);
    struct accept_offer offer = offer_of(world, text, &world->secrets[0]);
    struct accept accept = {.keys = world->keys, .key_count = 2};
    char *changed = arena_copy(world->arena, text);
    offer.text = changed;
    for (size_t at = 0; at < offer.length; at++)
        for (int bit = 0; bit < 8; bit++) {
            changed[at] = (char)(changed[at] ^ 1 << bit);
            assert_string_equal(decide(world, &accept, offer), "signature-wrong");
            changed[at] = text[at];
        }
    for (size_t length = 0; length < strlen(text); length++) {
        offer.length = length;
        assert_string_equal(decide(world, &accept, offer), "signature-wrong");
    }
    offer.length = strlen(text);
    assert_string_equal(decide(world, &accept, offer), "new");
}

/* Without a key nothing is signed, but a shortened or oversized manifest is refused all the same. */
static void refuses_broken_manifests_without_a_key_too(void **state)
{
    struct world *world = *state;
    struct accept accept = {0};
    const char *text = text_of(world, 7, "a", 0);
    for (size_t length = 0; length + 2 < strlen(text); length++)
        assert_string_equal(decide(world, &accept, (struct accept_offer){.text = text, .length = length}), "manifest-broken");
    static char large[MANIFEST_MOST_BYTES + 1];
    assert_string_equal(decide(world, &accept, (struct accept_offer){.text = large, .length = sizeof large}), "manifest-too-large");
    accept.keys = world->keys;
    accept.key_count = 1;
    assert_string_equal(decide(world, &accept, (struct accept_offer){.text = large, .length = sizeof large}), "manifest-too-large");
    /* A valid signature makes no bad path good. */
    accept.newest = 1;
    struct accept_offer offer = offer_of(world, "{\"format\":1,\"generation\":9,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":[{\"path\":\"../x\",\"size\":0,\"sha256\":\"" HASH "\"}]}", &world->secrets[0]);
    assert_string_equal(decide(world, &accept, offer), "manifest-path");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_newer_generation),
        cmocka_unit_test(refuses_an_older_or_another_of_the_same_number),
        cmocka_unit_test(asks_for_a_trusted_signature_when_a_key_is_given),
        cmocka_unit_test(looks_at_an_expiry_only_with_a_trusted_clock),
        cmocka_unit_test(every_changed_bit_of_a_signed_manifest_is_refused),
        cmocka_unit_test(refuses_broken_manifests_without_a_key_too),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
