#include "commands/play_display.h"

#include "base/log.h"
#include "commands/command.h"
#include "commands/play_crashes.h"
#include "content/schedule.h"
#include "content/settings.h"
#include "draw/renderer.h"
#include "host/board.h"
#include "host/cec.h"
#include "host/connectors.h"
#include "show/screen.h"
#include "show/stage.h"

#include <stddef.h>
#include <stdlib.h>
#include <strings.h>

enum { ASKS_MOST = 8, ASK_US = 1000000 };

/* --- what the screen is made of -------------------------------------------------------------------------------------------------- */

static enum screen_presence look(void *self, uint64_t *mark)
{
    struct play_display *display = self;
    *mark = 0;
    display->card = -1;
    if (!display->watches)
        return SCREEN_UNKNOWN;
    struct connectors found = connectors_look("");
    *mark = found.mark;
    display->card = found.card;
    switch (found.presence) {
    case CONNECTORS_ABSENT:
        return SCREEN_ABSENT;
    case CONNECTORS_PRESENT:
        return SCREEN_PRESENT;
    case CONNECTORS_UNKNOWN:
        break;
    }
    return SCREEN_UNKNOWN;
}

static bool open_window(void *self, struct renderer *renderer, const char **reason)
{
    const struct play_display *display = self;
    const struct command *command = display->command;
    const struct window_settings settings = {.windowed = command->window,
                                             .width_px = command->window_width_px,
                                             .height_px = command->window_height_px,
                                             .turn_degrees = command->rotate_degrees,
                                             .full_hd_most = display->full_hd_most,
                                             .card = display->card,
                                             .title = "Parvis"};
    return window_open(renderer, &settings, reason);
}

/* True when each device took the question. */
static bool ask_each(const struct play_display *display)
{
    bool asked = true;
    for (size_t i = 0; i < PLAY_DISPLAY_CECS; i++)
        asked = (!display->cecs[i] || cec_light(display->cecs[i], display->wanted_on)) && asked;
    return asked;
}

static void ask(void *self, bool on)
{
    struct play_display *display = self;
    display->wanted_on = on;
    display->asks = ask_each(display) ? 0 : ASKS_MOST;
    display->next_ask = (struct mono){0};
}

/* A few times more: behind a socket without a television nobody ever takes it. */
static void ask_again(struct play_display *display, struct mono mono)
{
    if (display->asks == 0 || mono.us < display->next_ask.us)
        return;
    bool asked = ask_each(display);
    display->asks = asked ? 0 : display->asks - 1;
    display->next_ask.us = mono.us + ASK_US;
    if (!asked && display->asks == 0)
        log_line(LOG_INFO, "not every television could be asked to %s", display->wanted_on ? "wake" : "stand by");
}

static void away(void *self, bool is_away)
{
    const struct play_display *display = self;
    play_crashes_lend(display->crashes, is_away);
}

/* --- opening and closing --------------------------------------------------------------------------------------------------------- */

/* On a desktop its display server knows what is plugged in; only on the bare console it is for us to look. */
static bool is_bare_console(const struct command *command)
{
    const char *driver = getenv("SDL_VIDEODRIVER");
    if (command->window || (driver && *driver && strcasecmp(driver, "kmsdrm") != 0))
        return false;
    return !getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY");
}

static bool wants_full_hd(enum settings_choice choice)
{
    char model[128];
    if (choice != SETTINGS_AUTO)
        return choice == SETTINGS_YES;
    board_model("", model, sizeof model);
    return board_is_weak(model);
}

/* Unsaid, the television is switched where the screen has hours. */
static void find_televisions(struct play_display *display, enum settings_choice choice)
{
    static const char *const devices[PLAY_DISPLAY_CECS] = {"/dev/cec0", "/dev/cec1"};
    if (!display->watches || choice == SETTINGS_NO || (choice == SETTINGS_AUTO && !display->has_hours))
        return;
    for (size_t i = 0; i < PLAY_DISPLAY_CECS; i++)
        display->cecs[i] = cec_create(devices[i]);
    if (choice == SETTINGS_YES && !display->cecs[0] && !display->cecs[1])
        log_line(LOG_WARNING, "display.cec is wanted, and there is no HDMI-CEC device here");
}

bool play_display_open(struct play_display *display, const struct command *command, const struct settings *settings,
                       struct play_crashes *crashes, struct mono now)
{
    *display = (struct play_display){.command = command, .crashes = crashes, .card = -1};
    display->watches = is_bare_console(command);
    display->full_hd_most = wants_full_hd(settings->display.scale_1080);
    display->has_hours = settings_display_hours(settings, &display->hours);
    find_televisions(display, settings->display.cec);
    const struct screen_driver driver = {display, look, open_window, ask, away};
    display->screen = screen_create(&driver, !command->window);
    screen_step(display->screen, now);
    if (!command->window || screen_state(display->screen) != SCREEN_CLOSED)
        return true;
    command_say(command, "aucune fenêtre ne peut être ouverte (%s) ; sans écran, essayez parvis render",
                "no window can be opened (%s); without a display try parvis render", screen_reason(display->screen));
    return false;
}

void play_display_close(struct play_display *display)
{
    screen_destroy(display->screen);
    display->screen = NULL;
    for (size_t i = 0; i < PLAY_DISPLAY_CECS; i++) {
        cec_destroy(display->cecs[i]);
        display->cecs[i] = NULL;
    }
}

/* --- while it runs --------------------------------------------------------------------------------------------------------------- */

static bool is_wanted(const struct play_display *display, const struct stage *stage, const struct zone *zone, struct now now)
{
    return !display->has_hours || !now.wall_trusted || stage_is_urgent(stage) || schedule_is_open(&display->hours, zone, now.wall);
}

void play_display_step(struct play_display *display, struct stage *stage, const struct zone *zone, struct now now, struct mono mono)
{
    bool wanted = is_wanted(display, stage, zone, now);
    if (wanted && !display->asked && display->has_hours)
        ask(display, true);
    display->asked = true;
    screen_want(display->screen, wanted);
    if (screen_step(display->screen, mono))
        stage_present_again(stage, now);
    ask_again(display, mono);
    stage_sleep(stage, screen_state(display->screen) == SCREEN_DARK);
}

int64_t play_display_due_us(const struct play_display *display, struct mono mono)
{
    return display->watches || display->has_hours ? screen_due_us(display->screen, mono) : -1;
}

const char *play_display_word(const struct play_display *display)
{
    switch (screen_state(display->screen)) {
    case SCREEN_LIT:
        return "on";
    case SCREEN_DARK:
        return "off";
    case SCREEN_CLOSED:
        break;
    }
    return "absent";
}
