#include "store/crypto.h"

#include "base/arena.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(struct crypto_sha256) >= sizeof(crypto_hash_sha256_state), "libsodium's SHA-256 state fits into ours");
_Static_assert(CRYPTO_SECRET_BYTES == crypto_sign_SECRETKEYBYTES && CRYPTO_PUBLIC_BYTES == crypto_sign_PUBLICKEYBYTES &&
                   CRYPTO_SIGNATURE_BYTES == crypto_sign_BYTES,
               "Ed25519 as libsodium has it");

bool crypto_ready(void)
{
    return sodium_init() >= 0;
}

static crypto_hash_sha256_state *sha256_state(struct crypto_sha256 *hash)
{
    return (crypto_hash_sha256_state *)(void *)hash->state;
}

void crypto_sha256_begin(struct crypto_sha256 *hash)
{
    crypto_hash_sha256_init(sha256_state(hash));
}

void crypto_sha256_add(struct crypto_sha256 *hash, const void *bytes, size_t length)
{
    crypto_hash_sha256_update(sha256_state(hash), bytes, length);
}

void crypto_sha256_end(struct crypto_sha256 *hash, char hex[CRYPTO_SHA256_HEX + 1])
{
    unsigned char result[CRYPTO_SHA256_BYTES];
    crypto_hash_sha256_final(sha256_state(hash), result);
    sodium_bin2hex(hex, CRYPTO_SHA256_HEX + 1, result, sizeof result);
}

void crypto_sha256_of(const void *bytes, size_t length, char hex[CRYPTO_SHA256_HEX + 1])
{
    struct crypto_sha256 hash = {{0}};
    crypto_sha256_begin(&hash);
    crypto_sha256_add(&hash, bytes, length);
    crypto_sha256_end(&hash, hex);
}

bool crypto_is_sha256(const char *text)
{
    return text && strlen(text) == CRYPTO_SHA256_HEX && strspn(text, "0123456789abcdef") == CRYPTO_SHA256_HEX;
}

void crypto_blake2b(unsigned char *result, size_t size, const void *bytes, size_t length)
{
    assert(size > 0 && size <= CRYPTO_BLAKE_BYTES);
    crypto_generichash_blake2b(result, size, bytes, length, NULL, 0);
}

void crypto_ed25519_pair(unsigned char public_key[CRYPTO_PUBLIC_BYTES], unsigned char secret[CRYPTO_SECRET_BYTES])
{
    crypto_sign_keypair(public_key, secret);
}

void crypto_ed25519_sign(unsigned char signature[CRYPTO_SIGNATURE_BYTES], const void *bytes, size_t length,
                         const unsigned char secret[CRYPTO_SECRET_BYTES])
{
    crypto_sign_detached(signature, NULL, bytes, length, secret);
}

bool crypto_ed25519_verify(const unsigned char signature[CRYPTO_SIGNATURE_BYTES], const void *bytes, size_t length,
                           const unsigned char public_key[CRYPTO_PUBLIC_BYTES])
{
    return crypto_sign_verify_detached(signature, bytes, length, public_key) == 0;
}

bool crypto_ed25519_is_pair(const unsigned char secret[CRYPTO_SECRET_BYTES])
{
    unsigned char public_key[CRYPTO_PUBLIC_BYTES], again[CRYPTO_SECRET_BYTES];
    crypto_sign_seed_keypair(public_key, again, secret);
    bool same = sodium_memcmp(secret, again, sizeof again) == 0;
    sodium_memzero(again, sizeof again);
    return same;
}

bool crypto_scrypt(unsigned char *result, size_t size, const char *password, const unsigned char salt[CRYPTO_SALT_BYTES],
                   uint64_t operations, uint64_t memory_bytes)
{
    return crypto_pwhash_scryptsalsa208sha256(result, size, password, strlen(password), salt, operations, (size_t)memory_bytes) == 0;
}

void crypto_random(void *bytes, size_t length)
{
    randombytes_buf(bytes, length);
}

void crypto_wipe(void *bytes, size_t length)
{
    sodium_memzero(bytes, length);
}

bool crypto_same(const void *a, const void *b, size_t length)
{
    return sodium_memcmp(a, b, length) == 0;
}

char *crypto_base64(struct arena *arena, const unsigned char *bytes, size_t length)
{
    size_t size = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
    return sodium_bin2base64(arena_alloc(arena, size), size, bytes, length, sodium_base64_VARIANT_ORIGINAL);
}

bool crypto_base64_read(const char *text, size_t length, unsigned char *bytes, size_t size)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    size_t read = 0;
    const char *end = NULL;
    /* libsodium 1.0.18 takes 0xAB for "+" and 0xAF for "/" where char is signed (base642bin compares the low byte only, bit 7 left out). */
    for (size_t i = 0; i < length; i++)
        if (!text[i] || !strchr(alphabet, text[i]))
            return false;
    return sodium_base642bin(bytes, size, text, length, NULL, &read, &end, sodium_base64_VARIANT_ORIGINAL) == 0 && read == size &&
           end == text + length;
}
