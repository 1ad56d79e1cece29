/* The few primitives that content is checked and signed with: the only file that knows libsodium. It knows bytes; which bytes are to be
 * signed, and by whom, is signature's. */
#ifndef PARVIS_STORE_CRYPTO_H
#define PARVIS_STORE_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum {
    CRYPTO_SHA256_BYTES = 32,
    CRYPTO_SHA256_HEX = 64, /* signs, without the NUL */
    CRYPTO_BLAKE_BYTES = 64,
    CRYPTO_PUBLIC_BYTES = 32,
    CRYPTO_SECRET_BYTES = 64,
    CRYPTO_SIGNATURE_BYTES = 64,
    CRYPTO_SALT_BYTES = 32
};

/* Makes the library ready; any number of times. False: the system gives no random numbers (nothing else fails). */
bool crypto_ready(void);

/* SHA-256 of a stream. The state is plain memory and may be copied. `hex` gets 64 lower-case signs and a NUL. */
struct crypto_sha256 {
    uint64_t state[16];
};
void crypto_sha256_begin(struct crypto_sha256 *hash);
void crypto_sha256_add(struct crypto_sha256 *hash, const void *bytes, size_t length);
void crypto_sha256_end(struct crypto_sha256 *hash, char hex[CRYPTO_SHA256_HEX + 1]);

/* The SHA-256 of bytes at once. */
void crypto_sha256_of(const void *bytes, size_t length, char hex[CRYPTO_SHA256_HEX + 1]);

/* 64 lower-case hexadecimal signs and nothing else. */
bool crypto_is_sha256(const char *text);

/* BLAKE2b without a key, of `size` bytes (1 to 64). */
void crypto_blake2b(unsigned char *result, size_t size, const void *bytes, size_t length);

/* Ed25519. The secret key is seed and public key, as libsodium and minisign have it. */
void crypto_ed25519_pair(unsigned char public_key[CRYPTO_PUBLIC_BYTES], unsigned char secret[CRYPTO_SECRET_BYTES]);
void crypto_ed25519_sign(unsigned char signature[CRYPTO_SIGNATURE_BYTES], const void *bytes, size_t length,
                         const unsigned char secret[CRYPTO_SECRET_BYTES]);
bool crypto_ed25519_verify(const unsigned char signature[CRYPTO_SIGNATURE_BYTES], const void *bytes, size_t length,
                           const unsigned char public_key[CRYPTO_PUBLIC_BYTES]);
/* Whether a secret key's public half belongs to its seed. */
bool crypto_ed25519_is_pair(const unsigned char secret[CRYPTO_SECRET_BYTES]);

/* scrypt as libsodium parametrises it (operations, bytes of memory). False: the parameters are out of bounds or memory was refused. */
bool crypto_scrypt(unsigned char *result, size_t size, const char *password, const unsigned char salt[CRYPTO_SALT_BYTES],
                   uint64_t operations, uint64_t memory_bytes);

void crypto_random(void *bytes, size_t length);

/* Overwrites a secret so that no compiler leaves it out. */
void crypto_wipe(void *bytes, size_t length);

/* Whether two secrets are the same, in a time that does not tell where they differ. */
bool crypto_same(const void *a, const void *b, size_t length);

/* Base 64 (RFC 4648, with padding). Decoding takes exactly `size` bytes or fails. */
char *crypto_base64(struct arena *arena, const unsigned char *bytes, size_t length);
bool crypto_base64_read(const char *text, size_t length, unsigned char *bytes, size_t size);

#endif
