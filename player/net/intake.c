#include "net/intake.h"

#include "base/memory.h"
#include "net/fault.h"
#include "store/manifest.h"
#include "store/objects.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* A slow line gets an object in half an hour; what does not, is gone on with next time. */
enum { TEXT_DEADLINE_MS = 60 * 1000, OBJECT_DEADLINE_MS = 30 * 60 * 1000, FIRST_CAPACITY = 4096 };

void intake_bytes_finish(struct intake_bytes *bytes)
{
    memory_free(bytes->data);
    *bytes = (struct intake_bytes){0};
}

static bool take_text(void *self, uint64_t at, const void *data, size_t length)
{
    struct intake_bytes *bytes = self;
    if (at == 0)
        bytes->length = 0;
    assert(at == bytes->length);
    if (bytes->length + length > bytes->capacity) {
        size_t capacity = bytes->capacity ? bytes->capacity : FIRST_CAPACITY;
        while (capacity < bytes->length + length)
            capacity *= 2;
        bytes->data = memory_resize(bytes->data, capacity);
        bytes->capacity = capacity;
    }
    memcpy(bytes->data + bytes->length, data, length);
    bytes->length += length;
    return true;
}

/* An object on its way from a fetch into the store. */
struct object_sink {
    struct intake *intake;
    struct objects_part *part;
};

static bool take_object(void *self, uint64_t at, const void *data, size_t length)
{
    struct object_sink *sink = self;
    struct refusal *refusal = &sink->intake->refusal;
    if (at == 0 && objects_part_length(sink->part) > 0 && !objects_part_rewind(sink->part, refusal))
        return false;
    assert(at == (uint64_t)objects_part_length(sink->part));
    return objects_part_add(sink->part, data, length, refusal);
}

/* Says what an answer means; the refusal of a sink is there already. */
static enum intake_result judge(struct intake *intake, const char *path)
{
    const struct fetch_answer *answer = &intake->answer;
    intake->received_bytes += answer->bytes;
    intake->retry_after_s = answer->retry_after_s;
    intake->left = answer->status == FETCH_LEFT;
    intake->clock_unset = !intake->clock_trusted && (answer->status == FETCH_TLS_EXPIRED || answer->status == FETCH_TLS_EARLY);
    if (answer->status == FETCH_FINE)
        return INTAKE_FINE;
    if (answer->status == FETCH_NOT_MODIFIED)
        return INTAKE_UNCHANGED;
    if (answer->status == FETCH_SINK)
        return INTAKE_FAILED;
    if (intake->clock_unset)
        fault_say_clock(&intake->refusal);
    else
        fault_say(&intake->refusal, answer, intake->source, path);
    return answer->status == FETCH_MISSING ? INTAKE_MISSING : INTAKE_FAILED;
}

enum intake_result intake_text(struct intake *intake, const struct intake_wish *wish, struct intake_bytes *bytes)
{
    bytes->length = 0;
    const struct fetch_request request = {.path = wish->path,
                                          .most_bytes = wish->most_bytes,
                                          .deadline_ms = TEXT_DEADLINE_MS,
                                          .etag = wish->etag,
                                          .last_modified = wish->last_modified,
                                          .fresh = true,
                                          .sink = take_text,
                                          .self = bytes};
    intake->fetch->get(intake->fetch->self, &request, &intake->answer);
    return judge(intake, wish->path);
}

/* One attempt. *again: what was here did not fit and is gone; another attempt begins at the start. */
static enum intake_result try_object(struct intake *intake, const struct manifest_file *file, bool *again)
{
    *again = false;
    struct object_sink sink = {.intake = intake, .part = objects_part_open(intake->store, file->sha256, file->size_bytes, &intake->refusal)};
    if (!sink.part)
        return INTAKE_FAILED;
    int64_t had_bytes = objects_part_length(sink.part);
    enum intake_result result = INTAKE_FINE;
    char path[sizeof "obj/" + INTAKE_SHA256_SIZE];
    snprintf(path, sizeof path, "obj/%s", file->sha256);
    /* A file without bytes needs no request; neither does one that was whole when the power went. */
    if (had_bytes < file->size_bytes) {
        const struct fetch_request request = {.path = path,
                                              .most_bytes = (uint64_t)file->size_bytes,
                                              .deadline_ms = OBJECT_DEADLINE_MS,
                                              .resume_bytes = (uint64_t)had_bytes,
                                              .sink = take_object,
                                              .self = &sink};
        intake->fetch->get(intake->fetch->self, &request, &intake->answer);
        result = judge(intake, path);
        if (intake->answer.status == FETCH_RANGE)
            *again = objects_part_rewind(sink.part, &intake->refusal);
    }
    if (result == INTAKE_FINE && !objects_part_commit(sink.part, NULL, &intake->refusal)) {
        result = INTAKE_FAILED;
        *again = had_bytes > 0 && strcmp(intake->refusal.code, "object-altered") == 0;
    }
    objects_part_close(sink.part);
    intake->taken += result == INTAKE_FINE;
    return result == INTAKE_UNCHANGED ? INTAKE_FAILED : result;
}

enum intake_result intake_object(struct intake *intake, const struct manifest_file *file)
{
    bool again = false;
    intake->clock_unset = intake->left = false;
    intake->retry_after_s = -1;
    enum intake_result result = try_object(intake, file, &again);
    return again ? try_object(intake, file, &again) : result;
}

enum intake_result intake_unknown(struct intake *intake, const struct intake_wish *wish, char sha256[INTAKE_SHA256_SIZE], int64_t *size_bytes)
{
    intake->clock_unset = intake->left = false;
    intake->retry_after_s = -1;
    struct object_sink sink = {.intake = intake, .part = objects_part_open_unknown(intake->store, (int64_t)wish->most_bytes, &intake->refusal)};
    if (!sink.part)
        return INTAKE_FAILED;
    const struct fetch_request request = {.path = wish->path,
                                          .most_bytes = wish->most_bytes,
                                          .deadline_ms = OBJECT_DEADLINE_MS,
                                          .etag = wish->etag,
                                          .last_modified = wish->last_modified,
                                          .fresh = true,
                                          .ends_told = true,
                                          .sink = take_object,
                                          .self = &sink};
    intake->fetch->get(intake->fetch->self, &request, &intake->answer);
    enum intake_result result = judge(intake, wish->path);
    *size_bytes = objects_part_length(sink.part);
    if (result == INTAKE_FINE && !objects_part_commit(sink.part, sha256, &intake->refusal))
        result = INTAKE_FAILED;
    objects_part_close(sink.part);
    intake->taken += result == INTAKE_FINE;
    return result;
}
