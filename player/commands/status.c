#include "commands/command.h"
#include "commands/settings_files.h"
#include "commands/status_read.h"
#include "commands/sync_place.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "content/settings.h"
#include "host/clock.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400 };

/* "il y a 12 s": what staff compare with is now, in whatever zone they are. */
static const char *ago(struct arena *arena, bool english, struct wall wall, struct wall now)
{
    static const char *const french[] = {"il y a %lld s", "il y a %lld min", "il y a %lld h", "il y a %lld jours"};
    static const char *const others[] = {"%lld s ago", "%lld min ago", "%lld h ago", "%lld days ago"};
    static const int64_t units_s[] = {1, MINUTE_S, HOUR_S, DAY_S};
    if (wall.ms == INT64_MIN)
        return english ? "never" : "jamais";
    int64_t s = (now.ms - wall.ms) / 1000;
    if (s < 0)
        return instant_format(arena, wall, NULL);
    size_t unit = s < 2 * MINUTE_S ? 0 : s < 2 * HOUR_S ? 1 : s < 2 * DAY_S ? 2 : 3;
    char text[64];
    snprintf(text, sizeof text, "%lld", (long long)(s / units_s[unit]));
    struct buffer filled;
    buffer_init(&filled, arena);
    for (const char *at = (english ? others : french)[unit]; *at; at++) {
        if (strncmp(at, "%lld", 4) == 0) {
            buffer_add(&filled, text);
            at += 3;
        } else {
            buffer_add_char(&filled, *at);
        }
    }
    return filled.data;
}

static const char *size_text(struct arena *arena, bool english, int64_t bytes)
{
    int64_t tenths = bytes / 100000;
    if (tenths >= 10000)
        return arena_format(arena, "%lld%c%lld %s", (long long)(tenths / 10000), english ? '.' : ',', (long long)(tenths / 1000 % 10),
                            english ? "GB" : "Go");
    return arena_format(arena, "%lld %s", (long long)(tenths / 10), english ? "MB" : "Mo");
}

static void print_line(const char *name, const char *value)
{
    /* Names are padded by what is seen, not by bytes. */
    int seen = 0;
    for (const char *at = name; *at; at++)
        seen += ((unsigned char)*at & 0xC0) != 0x80;
    printf("  %s%*s%s\n", name, seen < 12 ? 12 - seen : 1, "", value);
}

static void print_show(const struct status_read *read, struct arena *arena, bool english)
{
    if (!read->has_show)
        return;
    struct buffer text;
    buffer_init(&text, arena);
    const char *slide = json_get_text(read->show, "slide"), *display = json_get_text(read->show, "display");
    buffer_add(&text, slide && *slide ? slide : english ? "no slide yet" : "encore aucune vue");
    if (display && strcmp(display, "off") == 0)
        buffer_add(&text, english ? " (the screen is off at this hour)" : " (écran éteint à cette heure)");
    print_line(english ? "on screen" : "à l’écran", text.data);
}

static void print_progress(const struct status_read *read, struct arena *arena, bool english)
{
    const struct json *progress = json_get(read->sync, "progress");
    int64_t files = 0, of = 0;
    if (json_get_whole(progress, "files", 0, INT32_MAX, &files) && json_get_whole(progress, "of", 1, INT32_MAX, &of))
        print_line(english ? "receiving" : "réception",
                   arena_format(arena, english ? "%lld files of %lld" : "%lld fichiers sur %lld", (long long)files, (long long)of));
}

static void print_health(const struct status_read *read, bool english)
{
    puts(read->problem_count == 0 ? (english ? "Parvis: all is well" : "Parvis : tout va bien")
                                  : (english ? "Parvis: something is wrong" : "Parvis : quelque chose ne va pas"));
    for (size_t i = 0; i < read->problem_count; i++)
        printf("  ! %s\n", english ? read->problems[i].english : read->problems[i].french);
}

static void print_status(const struct status_read *read, struct arena *arena, bool english, struct wall now)
{
    print_health(read, english);
    if (read->source)
        print_line("source", read->source);
    if (read->generation > 0)
        print_line(english ? "content" : "contenu",
                   arena_format(arena, "%s %lld", english ? "generation" : "génération", (long long)read->generation));
    if (read->changed.ms != INT64_MIN)
        print_line(english ? "changed" : "changé", ago(arena, english, read->changed, now));
    print_progress(read, arena, english);
    if (read->has_sync)
        print_line(english ? "checked" : "vérifié", ago(arena, english, read->checked, now));
    print_show(read, arena, english);
    if (read->free_bytes >= 0)
        print_line(english ? "free space" : "espace", arena_format(arena, "%s%s", size_text(arena, english, read->free_bytes),
                                                                   english ? "" : " libres"));
    print_line(english ? "folder" : "dossier", read->place.state);
}

static void write_whole_or_null(struct json_writer *writer, const char *key, bool known, int64_t number)
{
    if (known)
        json_write_whole(writer, key, number);
    else
        json_write_text(writer, key, NULL);
}

/* The files of both roles as they are: their keys are as stable as these. */
static void print_json(const struct status_read *read, struct arena *arena)
{
    struct buffer text;
    struct json_writer writer;
    buffer_init(&text, arena);
    json_write_begin(&writer, &text, 2, 2);
    json_write_map(&writer, NULL);
    json_write_text(&writer, "state", read->problem_count ? "error" : "ok");
    json_write_text(&writer, "source", read->source);
    write_whole_or_null(&writer, "generation", read->generation > 0, read->generation);
    json_write_text(&writer, "checked", read->checked.ms == INT64_MIN ? NULL : instant_format(arena, read->checked, NULL));
    json_write_text(&writer, "changed", read->changed.ms == INT64_MIN ? NULL : instant_format(arena, read->changed, NULL));
    write_whole_or_null(&writer, "free_bytes", read->free_bytes >= 0, read->free_bytes);
    json_write_text(&writer, "store", read->place.state);
    json_write_text(&writer, "run", read->place.run);
    json_write_list(&writer, "problems");
    for (size_t i = 0; i < read->problem_count; i++) {
        json_write_map(&writer, NULL);
        json_write_text(&writer, "code", read->problems[i].code);
        json_write_text(&writer, "french", read->problems[i].french);
        json_write_text(&writer, "english", read->problems[i].english);
        json_write_end(&writer, false);
    }
    json_write_end(&writer, true);
    buffer_format(&text, ",\n  \"sync\": %s", read->sync_text);
    buffer_format(&text, ",\n  \"show\": %s", read->show_text);
    json_write_end(&writer, false);
    puts(text.data);
}

int status_command(const struct command *said)
{
    struct diags problems;
    struct settings settings;
    struct clock_source clock;
    diag_init(&problems);
    settings_files_load(&settings, said, true, &problems);
    struct command command = settings_files_apply(said, &settings);
    struct arena *arena = arena_create();
    struct status_read read;
    clock_init(&clock);
    struct wall now = clock_now(&clock).wall;
    int code = EXIT_FAILED;
    if (status_read(&read, &command, &settings, now, arena)) {
        if (command.json)
            print_json(&read, arena);
        else
            print_status(&read, arena, command.english, now);
        code = read.problem_count ? EXIT_FAILED : EXIT_FINE;
        status_read_finish(&read);
    }
    arena_destroy(arena);
    settings_finish(&settings);
    diag_finish(&problems);
    return code;
}
