#include "commands/command.h"
#include "commands/play_changes.h"
#include "commands/play_display.h"
#include "commands/play_look.h"
#include "commands/play_machine.h"
#include "commands/play_source.h"
#include "commands/play_store.h"
#include "commands/play_sync.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/pictures.h"
#include "draw/renderer.h"
#include "host/clock.h"
#include "host/poller.h"
#include "show/screen.h"
#include "show/stage.h"

enum { FADE_MS = 500, REFRESH_HZ = 60 };

/* KMS/DRM has no descriptor for keys: they are looked for so often. */
enum { INPUT_US = 250000 };

/* All of one show, opened in this order and closed in reverse. */
struct play {
    const struct command *command; /* with the settings in it */
    struct play_machine machine;
    struct poller *poller;
    struct studio studio;
    struct clock_source clock;   /* of the slides: --at, --speed */
    struct clock_source real; /* of the keyboard, the disk, the supervisor */
    struct play_display display;
    struct play_store *store;     /* one of these two: a store plays, or a folder as it lies */
    struct play_changes *changes;
    struct play_sync *sync;
    struct stage *stage;
};

static bool start_clocks(struct play *play)
{
    const struct command *command = play->command;
    clock_init_trust(&play->real, play_machine_trust(&play->machine), NULL);
    play->clock = play->real;
    if (!command->at && command->speed_permille == 1000)
        return true;
    struct wall start = clock_now(&play->real).wall;
    if (!command_time(command, command->at, library_playlist(play->studio.library)->zone, &start))
        return false;
    clock_init_at(&play->clock, start, command->speed_permille);
    return true;
}

static void take_changes(struct play *play)
{
    struct mono now = clock_now(&play->real).mono;
    switch (play->store ? play_store_take(play->store, play->studio.library, now) : play_changes_take(play->changes, now)) {
    case PLAY_UNCHANGED:
        return;
    case PLAY_SETTINGS:
        play->machine.generation = play->store ? play_store_generation(play->store) : 0;
        play_look_renew(&play->studio, play->command, play->stage);
        break;
    case PLAY_CONTENT:
        break;
    }
    stage_content_changed(play->stage);
}

/* Sleeps until something is due or happens. False: asked to leave. */
static bool sleep_until(struct play *play, struct mono due)
{
    struct renderer *renderer = screen_renderer(play->display.screen);
    const int descriptors[] = {renderer->descriptor(renderer->self), pictures_descriptor(play->studio.pictures),
                               play->store ? play_store_descriptor(play->store) : play_changes_descriptor(play->changes),
                               play_sync_descriptor(play->sync)};
    int64_t sleep_us = clock_sleep_us(&play->clock, due);
    struct mono now = clock_now(&play->real).mono;
    const int64_t others_us[] = {play->store ? play_store_due_us(play->store, now) : play_changes_due_us(play->changes, now),
                                 play_machine_due_us(&play->machine, play->stage, now), play_display_due_us(&play->display, now),
                                 play_sync_due_us(play->sync, now)};
    for (size_t i = 0; i < sizeof others_us / sizeof *others_us; i++)
        if (others_us[i] >= 0 && others_us[i] < sleep_us)
            sleep_us = others_us[i];
    if (descriptors[0] < 0 && sleep_us > INPUT_US)
        sleep_us = INPUT_US;
    return poller_wait(play->poller, descriptors, sizeof descriptors / sizeof *descriptors, sleep_us);
}

/* True: to be opened anew. */
static bool loop(struct play *play)
{
    while (!stage_wants_to_leave(play->stage)) {
        struct mono due = stage_step(play->stage, clock_now(&play->clock));
        play_display_step(&play->display, play->stage, library_playlist(play->studio.library)->zone, clock_now(&play->clock),
                          clock_now(&play->real).mono);
        play_machine_step(&play->machine, play->stage, &play->display, clock_now(&play->clock), clock_now(&play->real).mono);
        play_sync_step(play->sync, clock_now(&play->real).mono, stage_frames(play->stage) > 0);
        if (stage_wants_to_leave(play->stage) || !sleep_until(play, due))
            return false;
        if (play_machine_is_safe_over(&play->machine, clock_now(&play->real).mono))
            return true;
        if (pictures_descriptor(play->studio.pictures) >= 0)
            pictures_collect(play->studio.pictures);
        take_changes(play);
    }
    return false;
}

/* *again: it is to be opened anew. */
static int show(struct play *play, const char *source, bool *again)
{
    const struct command *command = play->command;
    if (!studio_init(&play->studio, command, source, command->width_px, command->height_px) || !start_clocks(play))
        return EXIT_ERRORS;
    play_crashes_watch(&play->machine.crashes, play->studio.library, play->studio.pictures);
    play_look_report(&play->studio, command->english);
    if (!play_display_open(&play->display, command, &play->machine.settings, &play->machine.crashes, clock_now(&play->real).mono))
        return EXIT_FAILED;
    if (play->store)
        play_store_name_venue(play->store, play->studio.library);
    else
        play->changes = play_changes_create(play->studio.library);
    const struct stage_settings settings = {.library = play->studio.library,
                                            .renderer = screen_renderer(play->display.screen),
                                            .layout = &play->studio.layout,
                                            .ttf = play->studio.ttf,
                                            .pictures = play->studio.pictures,
                                            .fade_ms = FADE_MS,
                                            .refresh_hz = REFRESH_HZ,
                                            .show_bar = true,
                                            .english = command->english};
    play->stage = stage_create(&settings);
    play_machine_begin(&play->machine, play->stage, clock_now(&play->real).mono);
    *again = loop(play);
    return EXIT_FINE;
}

static void close_show(struct play *play)
{
    stage_destroy(play->stage);
    play->stage = NULL;
    play_changes_destroy(play->changes);
    play->changes = NULL;
    play_display_close(&play->display);
    studio_finish(&play->studio);
}

/* In safe mode nothing is opened at all: the holding slide, and then once more in earnest. Without a source it is the store that plays. */
static int run(struct play *play, const char *source)
{
    bool again = false;
    if (play->machine.crashes.safe_mode) {
        int code = show(play, NULL, &again);
        close_show(play);
        if (!again)
            return code;
    }
    if (!source) {
        play->store = play_store_create(play->machine.place.state);
        play->machine.generation = play_store_generation(play->store);
        source = play_store_source(play->store);
    }
    int code = show(play, source, &again);
    close_show(play);
    play_store_destroy(play->store);
    return code;
}

/* By hand a folder is shown as it lies, so that staff can look at what they write; who names a key expects it to be asked for. */
static bool is_unguarded(const struct command *command, const char *source)
{
    if (!source || command->trusted_key_count == 0)
        return false;
    command_say(command,
                "%s serait affiché tel quel, sans regarder les signatures ; retirez --trusted-key, ou prenez-le d’abord : parvis sync %s --once "
                "--trusted-key %s --state DOSSIER, puis parvis play --state DOSSIER",
                "%s would be shown as it lies, whatever is signed; leave --trusted-key out, or take it in first: parvis sync %s --once "
                "--trusted-key %s --state FOLDER, then parvis play --state FOLDER",
                source, source, command->trusted_keys[0]);
    return true;
}

int play_command(const struct command *command)
{
    struct play play = {.poller = poller_create()};
    if (!play.poller) {
        command_say(command, "le système n’a plus de descripteur à donner", "the system has no descriptor left to give");
        return EXIT_FAILED;
    }
    struct arena *arena = arena_create();
    play_machine_init(&play.machine, command);
    play.command = &play.machine.command;
    play.sync = play_sync_create(play.command, play.command->source ? play.command->source : play.machine.settings.source);
    const char *source = play_source(play.command, &play.machine.settings, arena);
    int code = is_unguarded(play.command, source) ? EXIT_USAGE : run(&play, source);
    play_sync_destroy(play.sync);
    play_machine_finish(&play.machine);
    poller_destroy(play.poller);
    arena_destroy(arena);
    return code;
}
