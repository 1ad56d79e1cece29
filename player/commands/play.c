#include "commands/command.h"
#include "commands/play_changes.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/pictures.h"
#include "draw/renderer.h"
#include "draw/ttf.h"
#include "host/clock.h"
#include "host/poller.h"
#include "scene/style.h"
#include "show/stage.h"

#include <string.h>

enum { FADE_MS = 500, REFRESH_HZ = 60 };

/* KMS/DRM has no descriptor for keys: they are looked for so often. */
enum { INPUT_US = 250000 };

/* A display that cannot be opened (a television that is off) is tried again after 1, 2, 4 ... seconds. */
enum { RETRY_FIRST_US = 1000000, RETRY_LONGEST_US = 30000000 };

/* All of one show, opened in this order and closed in reverse. */
struct play {
    const struct command *command;
    struct poller *poller;
    struct studio studio;
    struct clock_source clock;   /* of the slides: --at, --speed */
    struct clock_source machine; /* of the keyboard and the disk */
    struct renderer renderer;
    bool has_renderer;
    struct play_changes *changes;
    struct stage *stage;
};

/* Anything to show in the folder itself? */
static bool has_content(struct arena *arena, const char *folder)
{
    static const char *const suffixes[] = {".md", ".markdown", ".jpg", ".jpeg", ".png", ".webp", NULL};
    enum { LOOK_AT_MOST = 20000 };
    size_t count = 0;
    const char **names = file_list(arena, folder, LOOK_AT_MOST, &count);
    for (size_t i = 0; names && i < count; i++)
        if (file_has_suffix(names[i], suffixes) && strcmp(names[i], "README.md") != 0)
            return true;
    return false;
}

/* Without a source: the playlist here, else what lies here, else the demo that comes with the program. */
static const char *source_of(const struct command *command, struct arena *arena)
{
    struct file_stamp stamp;
    if (command->source)
        return command->source;
    if (file_stat("playlist.yaml", &stamp))
        return "playlist.yaml";
    if (has_content(arena, "."))
        return ".";
    return file_join(arena, command->root, "playlists/lieu");
}

static void log_theme(const struct studio *studio, bool english)
{
    struct arena *arena = arena_create();
    for (size_t i = 0; i < studio->diags.count; i++)
        log_line(LOG_WARNING, "%s", diag_line(arena, &studio->diags.items[i], english));
    arena_destroy(arena);
}

/* False: asked to leave, or a window that cannot be had. */
static bool open_display(struct play *play, int *code)
{
    const struct command *command = play->command;
    const struct window_settings settings = {.windowed = command->window,
                                             .width_px = command->window_width_px,
                                             .height_px = command->window_height_px,
                                             .turn_degrees = command->rotate_degrees,
                                             .title = "Parvis"};
    const char *reason = "";
    for (int64_t wait_us = RETRY_FIRST_US; !window_open(&play->renderer, &settings, &reason);) {
        if (command->window) {
            command_say(command, "aucune fenêtre ne peut être ouverte (%s) ; sans écran, essayez parvis render",
                        "no window can be opened (%s); without a display try parvis render", reason);
            *code = EXIT_FAILED;
            return false;
        }
        if (wait_us == RETRY_FIRST_US)
            log_line(LOG_WARNING, "no display can be opened (%s); trying again until there is one", reason);
        if (!poller_wait(play->poller, NULL, 0, wait_us))
            return false;
        wait_us = wait_us * 2 < RETRY_LONGEST_US ? wait_us * 2 : RETRY_LONGEST_US;
    }
    play->has_renderer = true;
    return true;
}

static bool start_clocks(struct play *play)
{
    const struct command *command = play->command;
    clock_init(&play->machine);
    play->clock = play->machine;
    if (!command->at && command->speed_permille == 1000)
        return true;
    struct wall start = clock_now(&play->machine).wall;
    if (!command_time(command, command->at, library_playlist(play->studio.library)->zone, &start))
        return false;
    clock_init_at(&play->clock, start, command->speed_permille);
    return true;
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_style(const struct style *a, const struct style *b)
{
    if (memcmp(a->colours, b->colours, sizeof a->colours) != 0 || memcmp(&a->sizes, &b->sizes, sizeof a->sizes) != 0 ||
        a->fallback_count != b->fallback_count)
        return false;
    for (size_t i = 0; i < FACE_FALLBACK; i++)
        if (!is_same_text(a->faces[i], b->faces[i]))
            return false;
    for (size_t i = 0; i < a->fallback_count; i++)
        if (!is_same_text(a->fallbacks[i], b->fallbacks[i]))
            return false;
    return true;
}

/* The theme may be another one, or have changed in its file: the look changes with the next frame. */
static void restyle(struct play *play)
{
    struct studio *studio = &play->studio;
    const struct playlist *playlist = library_playlist(studio->library);
    struct diags diags;
    diag_init(&diags);
    struct place place = {playlist->file, playlist->theme_line, 0};
    struct style *style = style_load(playlist->theme, playlist->folder, play->command->root, place, &diags);
    struct ttf *ttf = is_same_style(style, studio->style) ? NULL : ttf_create(style);
    if (!ttf) {
        style_destroy(style);
        diag_finish(&diags);
        return;
    }
    studio->layout.style = style;
    studio->layout.fonts = ttf_fonts(ttf);
    stage_use_ttf(play->stage, ttf);
    ttf_destroy(studio->ttf);
    style_destroy(studio->style);
    diag_finish(&studio->diags);
    studio->ttf = ttf;
    studio->style = style;
    studio->diags = diags;
    log_theme(studio, play->command->english);
}

static void take_changes(struct play *play)
{
    switch (play_changes_take(play->changes, clock_now(&play->machine).mono)) {
    case PLAY_UNCHANGED:
        return;
    case PLAY_SETTINGS:
        restyle(play);
        break;
    case PLAY_CONTENT:
        break;
    }
    stage_content_changed(play->stage);
}

/* Sleeps until something is due or happens. False: asked to leave. */
static bool sleep_until(struct play *play, struct mono due)
{
    const int descriptors[] = {play->renderer.descriptor(play->renderer.self), pictures_descriptor(play->studio.pictures),
                               play_changes_descriptor(play->changes)};
    int64_t sleep_us = clock_sleep_us(&play->clock, due);
    int64_t changes_us = play_changes_due_us(play->changes, clock_now(&play->machine).mono);
    if (changes_us >= 0 && changes_us < sleep_us)
        sleep_us = changes_us;
    if (descriptors[0] < 0 && sleep_us > INPUT_US)
        sleep_us = INPUT_US;
    return poller_wait(play->poller, descriptors, sizeof descriptors / sizeof *descriptors, sleep_us);
}

static void loop(struct play *play)
{
    while (!stage_wants_to_leave(play->stage)) {
        struct mono due = stage_step(play->stage, clock_now(&play->clock));
        if (stage_wants_to_leave(play->stage) || !sleep_until(play, due))
            return;
        if (pictures_descriptor(play->studio.pictures) >= 0)
            pictures_collect(play->studio.pictures);
        take_changes(play);
    }
}

static int show(struct play *play, const char *source)
{
    const struct command *command = play->command;
    int code = EXIT_FINE;
    if (!studio_init(&play->studio, command, source, command->width_px, command->height_px) || !start_clocks(play))
        return EXIT_ERRORS;
    log_theme(&play->studio, command->english);
    if (!open_display(play, &code))
        return code;
    play->changes = play_changes_create(play->studio.library);
    const struct stage_settings settings = {.library = play->studio.library,
                                            .renderer = &play->renderer,
                                            .layout = &play->studio.layout,
                                            .ttf = play->studio.ttf,
                                            .pictures = play->studio.pictures,
                                            .fade_ms = FADE_MS,
                                            .refresh_hz = REFRESH_HZ,
                                            .show_bar = true,
                                            .english = command->english};
    play->stage = stage_create(&settings);
    loop(play);
    return EXIT_FINE;
}

int play_command(const struct command *command)
{
    struct play play = {.command = command, .poller = poller_create()};
    if (!play.poller) {
        command_say(command, "le système n’a plus de descripteur à donner", "the system has no descriptor left to give");
        return EXIT_FAILED;
    }
    struct arena *arena = arena_create();
    int code = show(&play, source_of(command, arena));
    stage_destroy(play.stage);
    play_changes_destroy(play.changes);
    if (play.has_renderer)
        play.renderer.destroy(play.renderer.self);
    studio_finish(&play.studio);
    poller_destroy(play.poller);
    arena_destroy(arena);
    return code;
}
