#include "commands/sync_file.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "base/memory.h"
#include "host/interfaces.h"
#include "net/sync.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

/* All is well and nothing is new: that it was looked at again is worth a file so often. (A file costs more than the question to the
 * server: 0.9 ms of CPU on ext4, where a desk may have its run folder.) */
enum { AGAIN_MS = 25 * 1000 };

struct sync_file {
    struct arena *arena;
    struct arena *scratch;     /* of one text */
    bool begun;
    struct sync_report report; /* that was written last, once begun */
    const char *path, *source;
    bool failed;
};

struct sync_file *sync_file_create(const char *run, const char *source)
{
    struct sync_file *file = memory_alloc(sizeof *file);
    file->arena = arena_create();
    file->scratch = arena_create();
    file->path = file_join(file->arena, run, "sync.json");
    file->source = arena_copy(file->arena, source);
    file_make_directory(run);
    return file;
}

void sync_file_destroy(struct sync_file *file)
{
    if (!file)
        return;
    arena_destroy(file->scratch);
    arena_destroy(file->arena);
    memory_free(file);
}

static const char *instant_text(struct arena *arena, struct wall wall)
{
    return wall.ms == INT64_MIN ? NULL : instant_format(arena, wall, NULL);
}

/* The show has no network of its own, and a screen without content shows where it can be found. */
static void write_addresses(struct json_writer *writer)
{
    char addresses[INTERFACES_MOST][INTERFACES_ADDRESS_BYTES];
    size_t count = interfaces_addresses(addresses);
    json_write_list(writer, "addresses");
    for (size_t i = 0; i < count; i++)
        json_write_text(writer, NULL, addresses[i]);
    json_write_end(writer, true);
}

static const char *compose(const struct sync_file *file, struct arena *arena, const struct sync_report *report)
{
    static const char *const states[] = {[SYNC_WAITING] = "waiting", [SYNC_OK] = "ok", [SYNC_ERROR] = "error"};
    struct buffer text;
    struct json_writer writer;
    buffer_init(&text, arena);
    json_write_begin(&writer, &text, 2, 0);
    json_write_map(&writer, NULL);
    json_write_text(&writer, "role", "sync");
    json_write_text(&writer, "source", file->source);
    json_write_text(&writer, "checked", instant_text(arena, report->checked));
    json_write_text(&writer, "changed", instant_text(arena, report->changed));
    if (report->generation > 0)
        json_write_whole(&writer, "generation", report->generation);
    else
        json_write_text(&writer, "generation", NULL);
    json_write_text(&writer, "state", states[report->health]);
    if (report->error.code) {
        json_write_map(&writer, "error");
        json_write_text(&writer, "code", report->error.code);
        json_write_text(&writer, "french", report->error.french);
        json_write_text(&writer, "english", report->error.english);
        json_write_end(&writer, false);
    } else {
        json_write_text(&writer, "error", NULL);
    }
    if (report->arriving > 0) {
        json_write_map(&writer, "progress");
        json_write_whole(&writer, "files", (int64_t)report->arrived);
        json_write_whole(&writer, "of", (int64_t)report->arriving);
        json_write_end(&writer, false);
    } else {
        json_write_text(&writer, "progress", NULL);
    }
    write_addresses(&writer);
    json_write_whole(&writer, "next_s", (report->next_ms + 999) / 1000);
    json_write_end(&writer, false);
    buffer_add_char(&text, '\n');
    return text.data;
}

/* Whoever reads it takes its age for a sign of life: what is not well, or on its way, is written each time. */
static bool is_worth_a_file(const struct sync_file *file, const struct sync_report *report)
{
    const struct sync_report *last = &file->report;
    if (!file->begun || report->arriving > 0 || report->health != SYNC_OK || last->health != SYNC_OK || report->generation != last->generation ||
        report->changed.ms != last->changed.ms)
        return true;
    int64_t since_ms = report->checked.ms - last->checked.ms; /* well, both: neither is WALL_ALWAYS */
    return since_ms < 0 || since_ms >= AGAIN_MS;
}

void sync_file_write(struct sync_file *file, const struct sync_report *report)
{
    if (!is_worth_a_file(file, report))
        return;
    arena_reset(file->scratch);
    const char *text = compose(file, file->scratch, report);
    bool written = file_write(file->path, text, strlen(text));
    if (!written && !file->failed)
        log_line(LOG_WARNING, "the status cannot be written to %s (%s)", file->path, strerror(errno));
    file->failed = !written;
    if (!written)
        return;
    file->begun = true;
    file->report = *report;
}
