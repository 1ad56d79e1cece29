#include "store/signature.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "store/crypto.h"

#include <string.h>

/* The packed forms (minisign(1), "SIGNATURE FORMAT" and after): algorithm, key number, then what each holds. */
enum { ALGORITHM_BYTES = 2, ID_BYTES = 8, CHECKSUM_BYTES = 32, KDF_OFFSET = 6, LIMIT_BYTES = 8 };
enum { PACKED_KEY_BYTES = ALGORITHM_BYTES + ID_BYTES + CRYPTO_PUBLIC_BYTES };
enum { PACKED_SIGNATURE_BYTES = ALGORITHM_BYTES + ID_BYTES + CRYPTO_SIGNATURE_BYTES };
enum { LOCKED_BYTES = ID_BYTES + CRYPTO_SECRET_BYTES + CHECKSUM_BYTES };
enum { PACKED_SECRET_BYTES = KDF_OFFSET + CRYPTO_SALT_BYTES + 2 * LIMIT_BYTES + LOCKED_BYTES };
enum { BASE64_SIGNS_MOST = 256 };

/* A key that we lock asks for 128 MiB and about a third of a second, where stock minisign asks for 1 GiB: a desk computer beside a browser
 * has that to give. What others locked may ask for up to stock minisign's own. */
#define SCRYPT_OPERATIONS UINT64_C(4194304)
#define SCRYPT_MEMORY_BYTES (UINT64_C(128) << 20)
#define SCRYPT_OPERATIONS_MOST UINT64_C(33554432)
#define SCRYPT_MEMORY_MOST_BYTES (UINT64_C(1) << 30)

static const char untrusted_prefix[] = "untrusted comment: ";
static const char trusted_prefix[] = "trusted comment: ";

/* A text, taken line by line; "\r\n" ends a line too. */
struct lines {
    const char *at, *end;
};
struct line {
    const char *text;
    size_t length;
};

static bool next_line(struct lines *lines, struct line *line)
{
    if (lines->at == lines->end)
        return false;
    const char *stop = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
    line->text = lines->at;
    line->length = (size_t)((stop ? stop : lines->end) - lines->at);
    lines->at = stop ? stop + 1 : lines->end;
    if (line->length && line->text[line->length - 1] == '\r')
        line->length--;
    return true;
}

static bool begins_with(const struct line *line, const char *prefix)
{
    size_t length = strlen(prefix);
    return line->length >= length && memcmp(line->text, prefix, length) == 0;
}

static bool next_packed(struct lines *lines, unsigned char *packed, size_t size)
{
    struct line line;
    return next_line(lines, &line) && line.length < BASE64_SIGNS_MOST && crypto_base64_read(line.text, line.length, packed, size);
}

/* Only empty lines may follow. */
static bool nothing_left(struct lines *lines)
{
    struct line line;
    while (next_line(lines, &line))
        if (line.length)
            return false;
    return true;
}

static bool skip_comment(struct lines *lines)
{
    struct line line;
    return next_line(lines, &line) && begins_with(&line, untrusted_prefix);
}

bool signature_read_key(const char *text, size_t length, struct signature_key *key)
{
    unsigned char packed[PACKED_KEY_BYTES];
    struct lines lines = {text, text + length};
    static const char first[] = "untrusted comment:";
    if (length > SIGNATURE_MOST_BYTES)
        return false;
    if (length > sizeof first && memcmp(text, first, sizeof first - 1) == 0 && !skip_comment(&lines))
        return false;
    if (!next_packed(&lines, packed, sizeof packed) || !nothing_left(&lines) || memcmp(packed, "Ed", ALGORITHM_BYTES) != 0)
        return false;
    memcpy(key->id, packed + ALGORITHM_BYTES, ID_BYTES);
    memcpy(key->public_key, packed + ALGORITHM_BYTES + ID_BYTES, CRYPTO_PUBLIC_BYTES);
    return true;
}

char *signature_key_line(struct arena *arena, const struct signature_key *key)
{
    unsigned char packed[PACKED_KEY_BYTES] = "Ed";
    memcpy(packed + ALGORITHM_BYTES, key->id, ID_BYTES);
    memcpy(packed + ALGORITHM_BYTES + ID_BYTES, key->public_key, CRYPTO_PUBLIC_BYTES);
    return crypto_base64(arena, packed, sizeof packed);
}

/* The key number as minisign writes it: the eight bytes as one little-endian number, in hexadecimal. */
static char *shown_id(struct arena *arena, const unsigned char id[ID_BYTES])
{
    struct buffer shown;
    buffer_init(&shown, arena);
    for (int i = ID_BYTES - 1; i >= 0; i--)
        buffer_format(&shown, "%02X", id[i]);
    return shown.data;
}

char *signature_write_key(struct arena *arena, const struct signature_key *key)
{
    return arena_format(arena, "%sminisign public key %s\n%s\n", untrusted_prefix, shown_id(arena, key->id), signature_key_line(arena, key));
}

/* A signature file, taken apart. */
struct parsed {
    unsigned char packed[PACKED_SIGNATURE_BYTES];
    unsigned char global[CRYPTO_SIGNATURE_BYTES];
    struct line comment; /* without its prefix */
};

static bool parse_signature(const char *text, size_t length, struct parsed *parsed)
{
    struct lines lines = {text, text + length};
    if (length > SIGNATURE_MOST_BYTES || !skip_comment(&lines) || !next_packed(&lines, parsed->packed, sizeof parsed->packed))
        return false;
    if (!next_line(&lines, &parsed->comment) || !begins_with(&parsed->comment, trusted_prefix))
        return false;
    parsed->comment.text += strlen(trusted_prefix);
    parsed->comment.length -= strlen(trusted_prefix);
    return parsed->comment.length <= SIGNATURE_COMMENT_MOST_BYTES && next_packed(&lines, parsed->global, sizeof parsed->global) &&
           nothing_left(&lines);
}

static bool verify_bytes(const struct parsed *parsed, const struct signature_key *key, const char *bytes, size_t length)
{
    const unsigned char *signature = parsed->packed + ALGORITHM_BYTES + ID_BYTES;
    unsigned char digest[CRYPTO_BLAKE_BYTES];
    if (parsed->packed[1] == 'd')
        return crypto_ed25519_verify(signature, bytes, length, key->public_key);
    crypto_blake2b(digest, sizeof digest, bytes, length);
    return crypto_ed25519_verify(signature, digest, sizeof digest, key->public_key);
}

/* The global signature covers the signature and the trusted comment behind it. */
static size_t global_bytes(unsigned char *whole, const unsigned char *signature, const char *comment, size_t length)
{
    memcpy(whole, signature, CRYPTO_SIGNATURE_BYTES);
    memcpy(whole + CRYPTO_SIGNATURE_BYTES, comment, length);
    return CRYPTO_SIGNATURE_BYTES + length;
}

static bool verify_comment(struct arena *arena, const struct parsed *parsed, const struct signature_key *key)
{
    unsigned char *whole = arena_alloc(arena, CRYPTO_SIGNATURE_BYTES + SIGNATURE_COMMENT_MOST_BYTES);
    size_t length = global_bytes(whole, parsed->packed + ALGORITHM_BYTES + ID_BYTES, parsed->comment.text, parsed->comment.length);
    return crypto_ed25519_verify(parsed->global, whole, length, key->public_key);
}

enum signature_result signature_check(struct arena *arena, const struct signature_key *keys, size_t key_count, const char *bytes,
                                      size_t length, const char *signature, size_t signature_length, const char **comment)
{
    struct parsed parsed;
    if (!parse_signature(signature, signature_length, &parsed))
        return SIGNATURE_MALFORMED;
    if (memcmp(parsed.packed, "Ed", ALGORITHM_BYTES) != 0 && memcmp(parsed.packed, "ED", ALGORITHM_BYTES) != 0)
        return SIGNATURE_MALFORMED;
    enum signature_result result = SIGNATURE_OTHER_KEY;
    for (size_t i = 0; i < key_count; i++) {
        if (memcmp(keys[i].id, parsed.packed + ALGORITHM_BYTES, ID_BYTES) != 0)
            continue;
        result = SIGNATURE_WRONG;
        if (!verify_bytes(&parsed, &keys[i], bytes, length) || !verify_comment(arena, &parsed, &keys[i]))
            continue;
        if (comment)
            *comment = arena_copy_bytes(arena, parsed.comment.text, parsed.comment.length);
        return SIGNATURE_GOOD;
    }
    return result;
}

char *signature_make(struct arena *arena, const struct signature_secret *secret, const char *bytes, size_t length, const char *comment)
{
    unsigned char packed[PACKED_SIGNATURE_BYTES] = "ED", digest[CRYPTO_BLAKE_BYTES], global[CRYPTO_SIGNATURE_BYTES];
    unsigned char *signature = packed + ALGORITHM_BYTES + ID_BYTES;
    memcpy(packed + ALGORITHM_BYTES, secret->id, ID_BYTES);
    crypto_blake2b(digest, sizeof digest, bytes, length);
    crypto_ed25519_sign(signature, digest, sizeof digest, secret->secret);
    size_t comment_length = strcspn(comment, "\r\n");
    unsigned char *whole = arena_alloc(arena, CRYPTO_SIGNATURE_BYTES + comment_length);
    size_t whole_length = global_bytes(whole, signature, comment, comment_length);
    crypto_ed25519_sign(global, whole, whole_length, secret->secret);
    return arena_format(arena, "%ssignature from minisign secret key\n%s\n%s%.*s\n%s\n", untrusted_prefix,
                        crypto_base64(arena, packed, sizeof packed), trusted_prefix, (int)comment_length, comment,
                        crypto_base64(arena, global, sizeof global));
}

void signature_public_of(const struct signature_secret *secret, struct signature_key *key)
{
    memcpy(key->id, secret->id, ID_BYTES);
    memcpy(key->public_key, secret->secret + CRYPTO_SECRET_BYTES - CRYPTO_PUBLIC_BYTES, CRYPTO_PUBLIC_BYTES);
}

bool signature_create(struct signature_key *key, struct signature_secret *secret)
{
    if (!crypto_ready())
        return false;
    crypto_random(secret->id, sizeof secret->id);
    crypto_ed25519_pair(key->public_key, secret->secret);
    memcpy(key->id, secret->id, ID_BYTES);
    return true;
}

static void write_limit(unsigned char *at, uint64_t number)
{
    for (int i = 0; i < LIMIT_BYTES; i++)
        at[i] = (unsigned char)(number >> 8 * i & 0xFF);
}

static uint64_t read_limit(const unsigned char *at)
{
    uint64_t number = 0;
    for (int i = 0; i < LIMIT_BYTES; i++)
        number |= (uint64_t)at[i] << 8 * i;
    return number;
}

/* BLAKE2b-256 of algorithm, key number and secret key. */
static void checksum_of(const unsigned char *locked, unsigned char checksum[CHECKSUM_BYTES])
{
    unsigned char whole[ALGORITHM_BYTES + ID_BYTES + CRYPTO_SECRET_BYTES] = "Ed";
    memcpy(whole + ALGORITHM_BYTES, locked, ID_BYTES + CRYPTO_SECRET_BYTES);
    crypto_blake2b(checksum, CHECKSUM_BYTES, whole, sizeof whole);
    crypto_wipe(whole, sizeof whole);
}

/* Locks or unlocks: both are an exclusive or with what scrypt makes of the password. */
static bool turn_lock(unsigned char *packed, const char *password)
{
    const unsigned char *salt = packed + KDF_OFFSET, *limits = salt + CRYPTO_SALT_BYTES;
    unsigned char stream[LOCKED_BYTES];
    uint64_t operations = read_limit(limits), memory_bytes = read_limit(limits + LIMIT_BYTES);
    if (operations > SCRYPT_OPERATIONS_MOST || memory_bytes > SCRYPT_MEMORY_MOST_BYTES ||
        !crypto_scrypt(stream, sizeof stream, password, salt, operations, memory_bytes))
        return false;
    unsigned char *locked = packed + PACKED_SECRET_BYTES - LOCKED_BYTES;
    for (size_t i = 0; i < LOCKED_BYTES; i++)
        locked[i] ^= stream[i];
    crypto_wipe(stream, sizeof stream);
    return true;
}

char *signature_write_secret(struct arena *arena, const struct signature_secret *secret, const char *password)
{
    unsigned char packed[PACKED_SECRET_BYTES] = {'E', 'd', 0, 0, 'B', '2'};
    unsigned char *salt = packed + KDF_OFFSET, *limits = salt + CRYPTO_SALT_BYTES, *locked = limits + 2 * LIMIT_BYTES;
    memcpy(locked, secret->id, ID_BYTES);
    memcpy(locked + ID_BYTES, secret->secret, CRYPTO_SECRET_BYTES);
    checksum_of(locked, locked + ID_BYTES + CRYPTO_SECRET_BYTES);
    bool good = true;
    if (password) {
        packed[2] = 'S';
        packed[3] = 'c';
        crypto_random(salt, CRYPTO_SALT_BYTES);
        write_limit(limits, SCRYPT_OPERATIONS);
        write_limit(limits + LIMIT_BYTES, SCRYPT_MEMORY_BYTES);
        good = turn_lock(packed, password);
    }
    char *text = NULL;
    if (good)
        text = arena_format(arena, "%sminisign %s secret key\n%s\n", untrusted_prefix, password ? "encrypted" : "unencrypted",
                            crypto_base64(arena, packed, sizeof packed));
    crypto_wipe(packed, sizeof packed);
    return text;
}

static enum signature_secret_result unpack_secret(unsigned char *packed, const char *password, struct signature_secret *secret)
{
    bool is_locked = memcmp(packed + 2, "Sc", 2) == 0;
    if (memcmp(packed, "Ed", 2) != 0 || memcmp(packed + 4, "B2", 2) != 0 || (!is_locked && memcmp(packed + 2, "\0\0", 2) != 0))
        return SIGNATURE_SECRET_MALFORMED;
    if (is_locked && !password)
        return SIGNATURE_SECRET_LOCKED;
    if (is_locked && !turn_lock(packed, password))
        return SIGNATURE_SECRET_MALFORMED;
    const unsigned char *locked = packed + PACKED_SECRET_BYTES - LOCKED_BYTES;
    const unsigned char *stored = locked + ID_BYTES + CRYPTO_SECRET_BYTES;
    static const unsigned char nothing[CHECKSUM_BYTES];
    unsigned char checksum[CHECKSUM_BYTES];
    checksum_of(locked, checksum);
    /* minisign 0.11 writes zeros for the checksum of a key without a password. */
    bool unchecked = !is_locked && crypto_same(stored, nothing, CHECKSUM_BYTES);
    if ((!unchecked && !crypto_same(checksum, stored, CHECKSUM_BYTES)) || !crypto_ed25519_is_pair(locked + ID_BYTES))
        return is_locked ? SIGNATURE_SECRET_WRONG_PASSWORD : SIGNATURE_SECRET_MALFORMED;
    memcpy(secret->id, locked, ID_BYTES);
    memcpy(secret->secret, locked + ID_BYTES, CRYPTO_SECRET_BYTES);
    return SIGNATURE_SECRET_READ;
}

enum signature_secret_result signature_read_secret(const char *text, size_t length, const char *password, struct signature_secret *secret)
{
    unsigned char packed[PACKED_SECRET_BYTES];
    struct lines lines = {text, text + length};
    if (length > SIGNATURE_MOST_BYTES || !skip_comment(&lines) || !next_packed(&lines, packed, sizeof packed) || !nothing_left(&lines))
        return SIGNATURE_SECRET_MALFORMED;
    enum signature_secret_result result = unpack_secret(packed, password, secret);
    crypto_wipe(packed, sizeof packed);
    return result;
}

void signature_forget(struct signature_secret *secret)
{
    crypto_wipe(secret, sizeof *secret);
}
