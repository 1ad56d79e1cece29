/* An origin that lives in a table: what it serves, how it fails, what it was asked. For tests only. */
#ifndef PARVIS_TESTS_FAKE_ORIGIN_H
#define PARVIS_TESTS_FAKE_ORIGIN_H

#include "base/arena.h"
#include "base/buffer.h"
#include "net/fetch.h"
#include "store/crypto.h"
#include "store/manifest.h"
#include "store/signature.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { FAKE_FILES_MOST = 64, FAKE_ASKED_MOST = 4000 };

struct fake_file {
    const char *path;
    const char *bytes; /* NULL: it is gone */
    size_t length;
    bool has_tag;
    int fail_times;    /* so many requests fail first ... */
    enum fetch_status fail;
    int http;
    int64_t retry_after_s;
    size_t cut;        /* ... after so many bytes */
    bool ignores_range;
};

struct fake_origin {
    struct arena *arena;
    struct fetch fetch;
    struct fake_file files[FAKE_FILES_MOST];
    size_t count;
    char asked[FAKE_ASKED_MOST]; /* "manifest.json obj/… articles/a.md@12 manifest.json=" : @ resumed, = with a validator */
};

static inline struct fake_file *fake_file(struct fake_origin *origin, const char *path)
{
    for (size_t i = 0; i < origin->count; i++)
        if (strcmp(origin->files[i].path, path) == 0)
            return &origin->files[i];
    assert(origin->count < FAKE_FILES_MOST);
    struct fake_file *file = &origin->files[origin->count++];
    *file = (struct fake_file){.path = arena_copy(origin->arena, path), .has_tag = true, .retry_after_s = -1};
    return file;
}

static inline struct fake_file *fake_serve(struct fake_origin *origin, const char *path, const char *text)
{
    struct fake_file *file = fake_file(origin, path);
    file->bytes = arena_copy(origin->arena, text);
    file->length = text ? strlen(text) : 0;
    return file;
}

static inline struct fake_file *fake_fail(struct fake_origin *origin, const char *path, enum fetch_status status, int times)
{
    struct fake_file *file = fake_file(origin, path);
    file->fail = status;
    file->fail_times = times;
    return file;
}

static inline void fake_note(struct fake_origin *origin, const struct fetch_request *request)
{
    size_t length = strlen(origin->asked);
    const char *path = strncmp(request->path, "obj/", 4) == 0 ? "obj" : request->path;
    char resumed[32] = "";
    if (request->resume_bytes > 0)
        snprintf(resumed, sizeof resumed, "@%llu", (unsigned long long)request->resume_bytes);
    snprintf(origin->asked + length, sizeof origin->asked - length, "%s%s%s%s", length ? " " : "", path, resumed,
             request->etag || request->last_modified ? "=" : "");
}

static inline void fake_get(void *self, const struct fetch_request *request, struct fetch_answer *answer)
{
    struct fake_origin *origin = self;
    struct fake_file *file = fake_file(origin, request->path);
    fake_note(origin, request);
    *answer = (struct fetch_answer){.status = FETCH_FINE, .http = 200, .retry_after_s = -1};
    bool fails = file->fail_times > 0;
    if (fails) {
        file->fail_times--;
        answer->status = file->fail;
        answer->http = file->http;
        answer->retry_after_s = file->retry_after_s;
    }
    if (!file->bytes || (fails && file->cut == 0)) {
        if (!fails)
            answer->status = FETCH_MISSING;
        return;
    }
    char tag[CRYPTO_SHA256_HEX + 1];
    crypto_sha256_of(file->bytes, file->length, tag);
    if (file->has_tag)
        snprintf(answer->etag, sizeof answer->etag, "\"%.16s\"", tag);
    if (request->etag && file->has_tag && strcmp(request->etag, answer->etag) == 0) {
        answer->status = FETCH_NOT_MODIFIED;
        return;
    }
    size_t start = file->ignores_range ? 0 : (size_t)request->resume_bytes, end = fails ? file->cut : file->length;
    if (start > file->length) {
        answer->status = FETCH_RANGE;
        return;
    }
    if (end > request->most_bytes) {
        answer->status = FETCH_TOO_LARGE;
        return;
    }
    for (size_t at = start; at < end; at++) /* byte by byte: the sinks see every border */
        if (!request->sink(request->self, at, file->bytes + at, 1)) {
            answer->status = FETCH_SINK;
            return;
        } else {
            answer->bytes++;
        }
}

static inline void fake_nothing(void *self)
{
    (void)self;
}

static inline void fake_init(struct fake_origin *origin)
{
    *origin = (struct fake_origin){.arena = arena_create()};
    origin->fetch = (struct fetch){.self = origin, .get = fake_get, .destroy = fake_nothing};
}

static inline void fake_finish(struct fake_origin *origin)
{
    arena_destroy(origin->arena);
}

/* Publishes texts: pairs of path and text, ended by NULL. `key` NULL: unsigned. `expires_ms` 0: never. */
static inline void fake_publish(struct fake_origin *origin, int64_t generation, const struct signature_secret *key, int64_t expires_ms,
                                const char *const *pairs)
{
    struct arena *arena = origin->arena;
    struct manifest_file files[16];
    struct manifest manifest = {.generation = generation,
                                .issued = {INT64_C(1764000000000)},
                                .has_expires = expires_ms != 0,
                                .expires = {expires_ms},
                                .files = files};
    for (; pairs[0]; pairs += 2) {
        char *hash = arena_alloc(arena, CRYPTO_SHA256_HEX + 1);
        crypto_sha256_of(pairs[1], strlen(pairs[1]), hash);
        files[manifest.count++] = (struct manifest_file){.path = pairs[0], .sha256 = hash, .size_bytes = (int64_t)strlen(pairs[1])};
        fake_serve(origin, arena_format(arena, "obj/%s", hash), pairs[1]);
    }
    manifest_sort(files, manifest.count);
    struct buffer text;
    buffer_init(&text, arena);
    manifest_write(&text, &manifest);
    fake_serve(origin, "manifest.json", text.data);
    fake_serve(origin, "manifest.json.minisig", key ? signature_make(arena, key, text.data, text.length, "") : NULL);
}

#endif
