#include "base/arena.h"
#include "store/crypto.h"
#include "store/signature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Made with Debian's minisign 0.11 of the text "bonjour\n": a key without a password, a signature of each kind. */
static const char stock_key[] = "untrusted comment: minisign public key 8E4367AD5950B44F\nRWRPtFBZrWdDjil1zCXPm4D5Hv0K878CsiGbntMBCbQdcor+Ii+Q9NOs\n";
static const char stock_secret[] =
    "untrusted comment: minisign encrypted secret key\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAT7RQWa1nQ45PiD33+GCSUtQI4z"
    "8FvgbA8B17YBd1cc0cLmyy9ujS9Cl1zCXPm4D5Hv0K878CsiGbntMBCbQdcor+Ii+Q9NOsAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
static const char stock_hashed[] =
    "untrusted comment: signature from minisign secret key\n"
    "RURPtFBZrWdDjj84F7A3imiiQJ5lr4OcNOg4zzfN6TqoJnqaoLc6L0lCUuJ3hLw8GL+RfvQIY7vww2h23h/EpObApId40RHWKgc=\n"
    "trusted comment: un commentaire\nZXimXOGDJfahcQiMfe1seMPuLipWS/tuP1FG8B+vAj+mF0j19hqe7o4lXkD/TWEoCeKz1EgecqL2W5icXqSlAA==\n";
static const char stock_legacy[] =
    "untrusted comment: signature from minisign secret key\n"
    "RWRPtFBZrWdDjrbgsktATdBH0EeA4wB8HNbkaMVM/0N2IE68awJoBtZ04AUpbrrVLjLXsSqeCFhFb3NjKIJKKXk/Oha0Un4Pdww=\n"
    "trusted comment: ancien\njfelYxNUa5toTaYOIsyACirf4Fs5wWUZVP0V53TgPpsh89D5mqAOLFWvdE6pipIHKQ2wfV4vqAx8TQ1bVphTDA==\n";
static const char message[] = "bonjour\n";

struct world {
    struct arena *arena;
    struct signature_key key;
};

static int begin(void **state)
{
    static struct world world;
    world.arena = arena_create();
    *state = &world;
    return crypto_ready() && signature_read_key(stock_key, strlen(stock_key), &world.key) ? 0 : -1;
}

static int end(void **state)
{
    struct world *world = *state;
    arena_destroy(world->arena);
    return 0;
}

static enum signature_result check(struct world *world, const char *text, const char *signature)
{
    return signature_check(world->arena, &world->key, 1, text, strlen(text), signature, strlen(signature), NULL);
}

static void takes_what_the_stock_tool_signed(void **state)
{
    struct world *world = *state;
    const char *comment = NULL;
    assert_int_equal(check(world, message, stock_hashed), SIGNATURE_GOOD);
    assert_int_equal(check(world, message, stock_legacy), SIGNATURE_GOOD);
    assert_int_equal(signature_check(world->arena, &world->key, 1, message, strlen(message), stock_hashed, strlen(stock_hashed), &comment), SIGNATURE_GOOD);
    assert_string_equal(comment, "un commentaire");
    assert_int_equal(check(world, "bonsoir\n", stock_hashed), SIGNATURE_WRONG);
    assert_int_equal(check(world, "bonsoir\n", stock_legacy), SIGNATURE_WRONG);
    assert_int_equal(check(world, "", stock_legacy), SIGNATURE_WRONG);
}

static void reads_keys_in_both_forms(void **state)
{
    struct world *world = *state;
    struct signature_key key;
    const char *line = signature_key_line(world->arena, &world->key);
    assert_string_equal(line, "RWRPtFBZrWdDjil1zCXPm4D5Hv0K878CsiGbntMBCbQdcor+Ii+Q9NOs");
    assert_true(signature_read_key(line, strlen(line), &key));
    assert_memory_equal(&key, &world->key, sizeof key);
    assert_string_equal(signature_write_key(world->arena, &key), stock_key);
    assert_false(signature_read_key(line, strlen(line) - 1, &key));
    assert_false(signature_read_key("", 0, &key));
    assert_false(signature_read_key(stock_secret, strlen(stock_secret), &key));
    assert_false(signature_read_key(stock_hashed, strlen(stock_hashed), &key));
    static const char windows[] = "untrusted comment: clé\r\nRWRPtFBZrWdDjil1zCXPm4D5Hv0K878CsiGbntMBCbQdcor+Ii+Q9NOs\r\n";
    assert_true(signature_read_key(windows, strlen(windows), &key));
}

/* Everything but the untrusted comment is covered; there a change is allowed, as in the stock tool. */
static void every_changed_byte_of_a_signature_is_refused(void **state)
{
    struct world *world = *state;
    char text[sizeof stock_hashed];
    size_t first = (size_t)(strchr(stock_hashed, '\n') - stock_hashed) + 1;
    for (size_t at = first; at + 2 < sizeof text; at++)
        for (int bit = 0; bit < 8; bit++) {
            memcpy(text, stock_hashed, sizeof text);
            text[at] = (char)(text[at] ^ 1 << bit);
            if (check(world, message, text) == SIGNATURE_GOOD)
                fail_msg("byte %zu, bit %d", at, bit);
        }
    for (size_t length = 0; length + 2 < sizeof text; length++)
        if (signature_check(world->arena, &world->key, 1, message, strlen(message), stock_hashed, length, NULL) == SIGNATURE_GOOD)
            fail_msg("cut to %zu bytes", length);
    snprintf(text, sizeof text, "%s", stock_hashed);
    memcpy(text, "untrustEd", 9);
    assert_int_equal(check(world, message, text), SIGNATURE_MALFORMED);
}

static void every_changed_bit_of_a_message_is_refused(void **state)
{
    struct world *world = *state;
    char text[sizeof message];
    for (size_t at = 0; at + 1 < sizeof text; at++)
        for (int bit = 0; bit < 8; bit++) {
            memcpy(text, message, sizeof text);
            text[at] = (char)(text[at] ^ 1 << bit);
            assert_int_equal(signature_check(world->arena, &world->key, 1, text, sizeof text - 1, stock_hashed, strlen(stock_hashed), NULL), SIGNATURE_WRONG);
        }
}

static void only_trusted_keys_count(void **state)
{
    struct world *world = *state;
    struct signature_key keys[2];
    struct signature_secret secret;
    assert_true(signature_create(&keys[0], &secret));
    char *own = signature_make(world->arena, &secret, message, strlen(message), "à nous");
    assert_int_equal(check(world, message, own), SIGNATURE_OTHER_KEY);
    assert_int_equal(signature_check(world->arena, NULL, 0, message, strlen(message), own, strlen(own), NULL), SIGNATURE_OTHER_KEY);
    keys[1] = world->key;
    assert_int_equal(signature_check(world->arena, keys, 2, message, strlen(message), own, strlen(own), NULL), SIGNATURE_GOOD);
    assert_int_equal(signature_check(world->arena, keys, 2, message, strlen(message), stock_legacy, strlen(stock_legacy), NULL), SIGNATURE_GOOD);
    /* A stranger's key under a trusted number. */
    memcpy(secret.id, world->key.id, sizeof secret.id);
    own = signature_make(world->arena, &secret, message, strlen(message), "faux");
    assert_int_equal(check(world, message, own), SIGNATURE_WRONG);
}

static void a_comment_is_covered_too(void **state)
{
    struct world *world = *state;
    struct signature_key key;
    struct signature_secret secret;
    assert_true(signature_create(&key, &secret));
    char *own = signature_make(world->arena, &secret, message, strlen(message), "ligne une\nligne deux");
    assert_null(strstr(own, "deux"));
    assert_int_equal(signature_check(world->arena, &key, 1, message, strlen(message), own, strlen(own), NULL), SIGNATURE_GOOD);
    char *comment = strstr(own, "ligne une");
    comment[0] = 'L';
    assert_int_equal(signature_check(world->arena, &key, 1, message, strlen(message), own, strlen(own), NULL), SIGNATURE_WRONG);
}

static void secrets_open_with_their_password_only(void **state)
{
    struct world *world = *state;
    struct signature_secret secret, read;
    struct signature_key key, derived;
    assert_true(signature_create(&key, &secret));
    char *open = signature_write_secret(world->arena, &secret, NULL);
    assert_int_equal(signature_read_secret(open, strlen(open), NULL, &read), SIGNATURE_SECRET_READ);
    assert_memory_equal(&read, &secret, sizeof read);
    signature_public_of(&read, &derived);
    assert_memory_equal(&derived, &key, sizeof key);
    char *locked = signature_write_secret(world->arena, &secret, "été 2026");
    assert_int_equal(signature_read_secret(locked, strlen(locked), NULL, &read), SIGNATURE_SECRET_LOCKED);
    assert_int_equal(signature_read_secret(locked, strlen(locked), "ete 2026", &read), SIGNATURE_SECRET_WRONG_PASSWORD);
    assert_int_equal(signature_read_secret(locked, strlen(locked), "été 2026", &read), SIGNATURE_SECRET_READ);
    assert_memory_equal(&read, &secret, sizeof read);
    assert_int_equal(signature_read_secret(locked, strlen(locked) - 2, "été 2026", &read), SIGNATURE_SECRET_MALFORMED);
    assert_int_equal(signature_read_secret(stock_key, strlen(stock_key), NULL, &read), SIGNATURE_SECRET_MALFORMED);
    signature_forget(&read);
    static const struct signature_secret nothing;
    assert_memory_equal(&read, &nothing, sizeof read);
}

static void reads_the_stock_tools_secret(void **state)
{
    struct world *world = *state;
    struct signature_secret secret;
    assert_int_equal(signature_read_secret(stock_secret, strlen(stock_secret), NULL, &secret), SIGNATURE_SECRET_READ);
    char *own = signature_make(world->arena, &secret, message, strlen(message), "x");
    assert_int_equal(check(world, message, own), SIGNATURE_GOOD);
    /* Its checksum is zeros: that the two halves of the key belong together is checked instead. */
    char text[sizeof stock_secret];
    size_t first = (size_t)(strchr(stock_secret, '\n') - stock_secret) + 1;
    static const size_t inside[] = {0, 2, 5, 84, 100, 120, 150, 180};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
        memcpy(text, stock_secret, sizeof text);
        char *sign = &text[first + inside[i]];
        *sign = *sign == 'A' ? 'B' : 'A';
        assert_int_not_equal(signature_read_secret(text, strlen(text), NULL, &secret), SIGNATURE_SECRET_READ);
    }
}

static void takes_any_bytes(void **state)
{
    struct world *world = *state;
    char text[sizeof stock_hashed];
    struct signature_key key;
    struct signature_secret secret;
    srand(5);
    for (int round = 0; round < 20000; round++) {
        memcpy(text, stock_hashed, sizeof text);
        for (int i = rand() % 8; i >= 0; i--)
            text[(size_t)rand() % (sizeof text - 1)] = (char)rand();
        size_t length = (size_t)rand() % sizeof text;
        signature_check(world->arena, &world->key, 1, message, strlen(message), text, length, NULL);
        signature_read_key(text, length, &key);
        signature_read_secret(text, length, NULL, &secret);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_the_stock_tool_signed),
        cmocka_unit_test(reads_keys_in_both_forms),
        cmocka_unit_test(every_changed_byte_of_a_signature_is_refused),
        cmocka_unit_test(every_changed_bit_of_a_message_is_refused),
        cmocka_unit_test(only_trusted_keys_count),
        cmocka_unit_test(a_comment_is_covered_too),
        cmocka_unit_test(secrets_open_with_their_password_only),
        cmocka_unit_test(reads_the_stock_tools_secret),
        cmocka_unit_test(takes_any_bytes),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
