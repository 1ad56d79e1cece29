#include "commands/play_status.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "base/memory.h"
#include "commands/play_crashes.h"
#include "host/health.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Microseconds. */
#define HEALTH_US INT64_C(30000000)
#define CHANGED_US INT64_C(1000000)
#define FRAMES_US INT64_C(60000000)

enum { WORD_MOST = 256 };

/* What there is to say, in so far as a change of it is worth another file. */
struct digest {
    char slide[WORD_MOST];
    char display[16];
    int64_t generation;
    bool trusted, safe_mode;
    unsigned long looks; /* at the machine, that found something else */
};

struct play_status {
    struct arena *arena;
    const char *path; /* NULL: nothing is written */
    const char *state;
    bool english, failed, begun;
    struct health health;
    struct diags problems;
    struct mono looked, written;
    struct digest seen, told; /* at the last step; in the file */
    unsigned long looks;
    struct wall since; /* the slide is on screen */
    bool since_known;
};

struct play_status *play_status_create(const char *run, const char *state, bool english)
{
    struct play_status *status = memory_alloc(sizeof *status);
    status->arena = arena_create();
    status->state = arena_copy(status->arena, state);
    status->english = english;
    diag_init(&status->problems);
    if (!run)
        return status;
    file_make_directory(run);
    status->path = file_join(status->arena, run, "show.json");
    return status;
}

void play_status_destroy(struct play_status *status)
{
    if (!status)
        return;
    if (status->path)
        unlink(status->path);
    diag_finish(&status->problems);
    arena_destroy(status->arena);
    memory_free(status);
}

static bool has_problem(const struct diags *diags, const char *code)
{
    for (size_t i = 0; i < diags->count; i++)
        if (strcmp(diags->items[i].code, code) == 0)
            return true;
    return false;
}

/* The journal hears of what is new. */
static void look_at_machine(struct play_status *status)
{
    struct diags found;
    struct health health;
    diag_init(&found);
    health_read(&health, "", status->state);
    health_judge(&health, &found);
    for (size_t i = 0; i < found.count; i++)
        if (!has_problem(&status->problems, found.items[i].code))
            log_line(LOG_WARNING, "%s", status->english ? found.items[i].english : found.items[i].french);
    bool same = found.count == status->problems.count && health.temperature_c / 5 == status->health.temperature_c / 5;
    for (size_t i = 0; i < found.count && same; i++)
        same = has_problem(&status->problems, found.items[i].code);
    status->looks += !same;
    diag_finish(&status->problems);
    status->problems = found;
    status->health = health;
}

static void write_flag_or_null(struct json_writer *writer, const char *key, bool known, bool flag)
{
    if (known)
        json_write_flag(writer, key, flag);
    else
        json_write_text(writer, key, NULL);
}

static void write_number_or_null(struct json_writer *writer, const char *key, bool known, int64_t number)
{
    if (known)
        json_write_whole(writer, key, number);
    else
        json_write_text(writer, key, NULL);
}

static void write_problem(struct json_writer *writer, const char *code, const char *french, const char *english)
{
    json_write_map(writer, NULL);
    json_write_text(writer, "code", code);
    json_write_text(writer, "french", french);
    json_write_text(writer, "english", english);
    json_write_end(writer, false);
}

/* The machine's own, then those of its settings with their places. */
static void write_problems(struct json_writer *writer, const struct play_status *status, const struct diags *settings, struct arena *arena)
{
    json_write_list(writer, "problems");
    for (size_t i = 0; i < status->problems.count; i++)
        write_problem(writer, status->problems.items[i].code, status->problems.items[i].french, status->problems.items[i].english);
    for (size_t i = 0; i < settings->count; i++) {
        const struct diag *diag = &settings->items[i];
        write_problem(writer, diag->code, diag_line(arena, diag, false), diag_line(arena, diag, true));
    }
    json_write_end(writer, true);
}

static void write_machine(struct json_writer *writer, const struct play_status *status, const struct diags *settings, struct arena *arena)
{
    const struct health *health = &status->health;
    json_write_map(writer, "machine");
    json_write_text(writer, "model", health->model[0] ? health->model : NULL);
    write_flag_or_null(writer, "power_low", health->knows_power, health->power_low);
    write_flag_or_null(writer, "power_was_low", health->knows_power, health->power_was_low);
    write_flag_or_null(writer, "throttled", health->knows_power, health->throttled);
    write_number_or_null(writer, "temperature_c", health->knows_temperature, health->temperature_c);
    write_number_or_null(writer, "card_errors", health->knows_card, health->card_errors);
    write_number_or_null(writer, "free_bytes", health->total_bytes > 0, health->free_bytes);
    write_problems(writer, status, settings, arena);
    json_write_end(writer, false);
}

static const char *compose(struct arena *arena, const struct play_status *status, const struct play_facts *facts, struct now now)
{
    struct buffer text;
    struct json_writer writer;
    buffer_init(&text, arena);
    json_write_begin(&writer, &text, 2, 0);
    json_write_map(&writer, NULL);
    json_write_text(&writer, "role", "show");
    write_number_or_null(&writer, "generation", facts->generation > 0, facts->generation);
    json_write_text(&writer, "slide", facts->slide);
    json_write_text(&writer, "since", status->since_known ? instant_format(arena, status->since, NULL) : NULL);
    json_write_whole(&writer, "frames", (int64_t)facts->frames);
    json_write_text(&writer, "clock", now.wall_trusted ? "trusted" : "untrusted");
    json_write_text(&writer, "display", facts->display);
    write_machine(&writer, status, facts->settings, arena);
    play_crashes_write(facts->crashes, &writer, "quarantined");
    json_write_flag(&writer, "safe_mode", facts->safe_mode);
    json_write_end(&writer, false);
    buffer_add_char(&text, '\n');
    return text.data;
}

static void write_file(struct play_status *status, const struct play_facts *facts, struct now now)
{
    struct arena *arena = arena_create();
    const char *text = compose(arena, status, facts, now);
    bool written = file_write(status->path, text, strlen(text));
    if (!written && !status->failed)
        log_line(LOG_WARNING, "the status cannot be written to %s (%s)", status->path, strerror(errno));
    status->failed = !written;
    arena_destroy(arena);
}

static struct digest digest_of(const struct play_status *status, const struct play_facts *facts, struct now now)
{
    struct digest digest = {0};
    snprintf(digest.slide, sizeof digest.slide, "%s", facts->slide);
    snprintf(digest.display, sizeof digest.display, "%s", facts->display);
    digest.generation = facts->generation;
    digest.trusted = now.wall_trusted;
    digest.safe_mode = facts->safe_mode;
    digest.looks = status->looks;
    return digest;
}

static bool is_same(const struct digest *a, const struct digest *b)
{
    return strcmp(a->slide, b->slide) == 0 && strcmp(a->display, b->display) == 0 && a->generation == b->generation && a->trusted == b->trusted &&
           a->safe_mode == b->safe_mode && a->looks == b->looks;
}

/* What is different since the last step. */
static void notice(struct play_status *status, const struct digest *digest, struct now now)
{
    if (!status->begun || strcmp(digest->slide, status->seen.slide) != 0) {
        status->since = now.wall;
        status->since_known = now.wall_trusted;
    }
    if (status->begun ? digest->trusted != status->seen.trusted : !digest->trusted)
        log_line(LOG_NOTICE, digest->trusted ? "the clock is right: what waited for it is back"
                                             : "the clock is not known to be right: no countdown, no clock, nothing that has hours");
    status->seen = *digest;
}

void play_status_step(struct play_status *status, const struct play_facts *facts, struct now now, struct mono mono)
{
    if (!status->begun || mono.us - status->looked.us >= HEALTH_US) {
        look_at_machine(status);
        status->looked = mono;
    }
    struct digest digest = digest_of(status, facts, now);
    notice(status, &digest, now);
    bool changed = !status->begun || !is_same(&digest, &status->told);
    int64_t patience_us = changed ? CHANGED_US : FRAMES_US;
    if (status->begun && mono.us - status->written.us < patience_us)
        return;
    status->begun = true;
    status->told = digest;
    status->written = mono;
    if (status->path)
        write_file(status, facts, now);
}
