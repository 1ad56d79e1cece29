/* Signatures in minisign's format (https://jedisct1.github.io/minisign/): keys, signing, checking. The stock tool verifies what is signed
 * here and signs what is accepted here. It knows texts and keys; it opens no file and asks for no password. */
#ifndef PARVIS_STORE_SIGNATURE_H
#define PARVIS_STORE_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum {
    SIGNATURE_MOST_BYTES = 16 * 1024, /* of a signature or key file: minisign's own comments are at most 8 KiB and 1 KiB */
    SIGNATURE_COMMENT_MOST_BYTES = 8192,
    SIGNATURE_KEYS_MOST = 8
};

/* A public key that is trusted. */
struct signature_key {
    unsigned char id[8];
    unsigned char public_key[32];
};

/* A key that signs. Wipe it with signature_forget. */
struct signature_secret {
    unsigned char id[8];
    unsigned char secret[64];
};

/* Reads a public key: the text of a .pub file, or its base64 line alone ("RWQ…"). False: it is none. */
bool signature_read_key(const char *text, size_t length, struct signature_key *key);

/* The base64 line, and the text of a .pub file, in the arena. */
char *signature_key_line(struct arena *arena, const struct signature_key *key);
char *signature_write_key(struct arena *arena, const struct signature_key *key);

enum signature_result {
    SIGNATURE_GOOD,
    SIGNATURE_MALFORMED, /* no signature, or one cut short */
    SIGNATURE_OTHER_KEY, /* made with a key that is not trusted */
    SIGNATURE_WRONG      /* made with a trusted key, but not of these bytes (or its trusted comment was changed) */
};

/* Checks the text of a .minisig file against bytes and trusted keys; both of minisign's ways are understood: of the bytes themselves ("Ed")
 * and of their BLAKE2b-512 ("ED"). `comment` (may be NULL) gets the trusted comment, in the arena. */
enum signature_result signature_check(struct arena *arena, const struct signature_key *keys, size_t key_count, const char *bytes,
                                      size_t length, const char *signature, size_t signature_length, const char **comment);

/* The text of a .minisig file for those bytes, of their BLAKE2b-512, in the arena. The comment has no line break. */
char *signature_make(struct arena *arena, const struct signature_secret *secret, const char *bytes, size_t length, const char *comment);

/* A new pair of keys. False: the system gives no random numbers. */
bool signature_create(struct signature_key *key, struct signature_secret *secret);

/* The public half of a secret key. */
void signature_public_of(const struct signature_secret *secret, struct signature_key *key);

/* The text of a .key file; with a password it is locked with scrypt. NULL: memory for scrypt was refused. */
char *signature_write_secret(struct arena *arena, const struct signature_secret *secret, const char *password);

enum signature_secret_result {
    SIGNATURE_SECRET_READ,
    SIGNATURE_SECRET_MALFORMED,
    SIGNATURE_SECRET_LOCKED,        /* a password is needed and none was given */
    SIGNATURE_SECRET_WRONG_PASSWORD /* or a damaged file: they look the same */
};
enum signature_secret_result signature_read_secret(const char *text, size_t length, const char *password, struct signature_secret *secret);

void signature_forget(struct signature_secret *secret);

#endif
