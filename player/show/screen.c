#include "show/screen.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdio.h>
#include <string.h>

enum {
    DEFAULT_WIDTH_PX = 1920,
    DEFAULT_HEIGHT_PX = 1080,
    LOOK_US = 1000000,          /* between two looks at the connectors */
    RETRY_FIRST_US = 1000000,   /* a display that is there and cannot be opened: after 1, 2, 4 ... seconds */
    RETRY_LONGEST_US = 30000000,
    REFUSED_MOST_US = 5000000   /* an open display that takes no frames for so long is opened anew */
};

struct screen {
    struct screen_driver driver;
    struct renderer outer, inner;
    enum screen_state state;
    bool wanted;
    uint64_t mark;       /* of the display that is open, or was tried last */
    struct mono due;     /* of the next look */
    bool begun;
    int64_t retry_us;
    struct mono retry;   /* not opened before */
    bool told;           /* that there is none */
    bool fresh;          /* the next frame must be whole */
    bool resized;        /* not yet told to whoever draws */
    bool refuses;        /* the last frame was not taken */
    struct mono refused; /* since when, seen at a step */
    char reason[128];
};

static bool is_open(const struct screen *screen)
{
    return screen->state != SCREEN_CLOSED;
}

static void say_away(const struct screen *screen, bool away)
{
    if (screen->driver.away)
        screen->driver.away(screen->driver.self, away);
}

/* --- as a renderer --------------------------------------------------------------------------------------------------------------- */

static void outer_size(void *self, int *width_px, int *height_px)
{
    struct screen *screen = self;
    *width_px = DEFAULT_WIDTH_PX;
    *height_px = DEFAULT_HEIGHT_PX;
    if (is_open(screen))
        screen->inner.size_px(screen->inner.self, width_px, height_px);
}

static bool outer_present(void *self, const struct frame *frame, struct box dirty)
{
    struct screen *screen = self;
    if (screen->state == SCREEN_DARK)
        return true;
    if (screen->state == SCREEN_CLOSED)
        return false;
    if (screen->fresh)
        dirty = (struct box){0};
    say_away(screen, true);
    bool shown = screen->inner.present(screen->inner.self, frame, dirty);
    say_away(screen, false);
    screen->fresh = !shown;
    screen->refuses = !shown;
    return shown;
}

static enum renderer_event outer_event(void *self)
{
    struct screen *screen = self;
    if (screen->resized) {
        screen->resized = false;
        return EVENT_RESIZED;
    }
    return is_open(screen) ? screen->inner.event(screen->inner.self) : EVENT_NONE;
}

static int outer_descriptor(void *self)
{
    struct screen *screen = self;
    return is_open(screen) ? screen->inner.descriptor(screen->inner.self) : -1;
}

static void outer_destroy(void *self)
{
    (void)self;
}

struct screen *screen_create(const struct screen_driver *driver, bool fullscreen)
{
    struct screen *screen = memory_alloc(sizeof *screen);
    screen->driver = *driver;
    screen->wanted = true;
    screen->retry_us = RETRY_FIRST_US;
    screen->outer = (struct renderer){.self = screen,
                                      .size_px = outer_size,
                                      .present = outer_present,
                                      .event = outer_event,
                                      .descriptor = outer_descriptor,
                                      .fullscreen = fullscreen,
                                      .destroy = outer_destroy};
    return screen;
}

struct renderer *screen_renderer(struct screen *screen)
{
    return &screen->outer;
}

/* --- off and on ------------------------------------------------------------------------------------------------------------------ */

/* Black first: where the output cannot be switched off it stays so. */
static void darken(struct screen *screen)
{
    int width = 0, height = 0;
    screen->inner.size_px(screen->inner.self, &width, &height);
    struct frame *black = frame_create(width, height);
    screen->inner.present(screen->inner.self, black, (struct box){0});
    frame_destroy(black);
    screen->driver.ask(screen->driver.self, false);
    bool off = screen->inner.light && screen->inner.light(screen->inner.self, false);
    screen->state = SCREEN_DARK;
    log_line(LOG_NOTICE, off ? "the screen is off: its hours are over" : "the screen is black: its hours are over, and its output cannot be switched off");
}

static void lighten(struct screen *screen)
{
    screen->driver.ask(screen->driver.self, true);
    if (screen->inner.light)
        screen->inner.light(screen->inner.self, true);
    screen->state = SCREEN_LIT;
    screen->fresh = true;
    log_line(LOG_NOTICE, "the screen is on");
}

/* --- there and not there --------------------------------------------------------------------------------------------------------- */

static void shut(struct screen *screen)
{
    if (!is_open(screen))
        return;
    if (screen->state == SCREEN_DARK && screen->inner.light)
        screen->inner.light(screen->inner.self, true);
    screen->inner.destroy(screen->inner.self);
    screen->inner = (struct renderer){0};
    screen->state = SCREEN_CLOSED;
    screen->refuses = false;
}

void screen_destroy(struct screen *screen)
{
    if (!screen)
        return;
    shut(screen);
    memory_free(screen);
}

static void tell_once(struct screen *screen, const char *reason)
{
    snprintf(screen->reason, sizeof screen->reason, "%s", reason);
    if (!screen->told)
        log_line(LOG_WARNING, "no display can be opened (%s); trying again until there is one", reason);
    screen->told = true;
}

/* True when it is open afterwards. */
static bool try_to_open(struct screen *screen, struct mono now)
{
    const char *reason = "";
    if (!screen->driver.open(screen->driver.self, &screen->inner, &reason)) {
        tell_once(screen, reason);
        screen->retry.us = now.us + screen->retry_us;
        screen->retry_us = screen->retry_us * 2 < RETRY_LONGEST_US ? screen->retry_us * 2 : RETRY_LONGEST_US;
        return false;
    }
    screen->state = SCREEN_LIT;
    screen->retry_us = RETRY_FIRST_US;
    screen->reason[0] = '\0';
    screen->fresh = screen->resized = true;
    screen->told = false;
    return true;
}

/* An open display that was unplugged, exchanged, or takes no frames any more. */
static bool is_lost(struct screen *screen, enum screen_presence presence, uint64_t mark, struct mono now)
{
    if (!screen->refuses)
        screen->refused = now;
    if (presence == SCREEN_ABSENT || (presence == SCREEN_PRESENT && mark != screen->mark)) {
        log_line(LOG_NOTICE, presence == SCREEN_ABSENT ? "the display was unplugged or switched off" : "another display was plugged in");
        return true;
    }
    if (now.us - screen->refused.us < REFUSED_MOST_US)
        return false;
    log_line(LOG_WARNING, "the display takes no pictures: opened anew");
    return true;
}

/* One look. True when a display was opened. */
static bool look(struct screen *screen, struct mono now)
{
    uint64_t mark = 0;
    enum screen_presence presence = screen->driver.look(screen->driver.self, &mark);
    if (is_open(screen) && !is_lost(screen, presence, mark, now))
        return false;
    shut(screen);
    /* Something changed: no need to wait for the end of a long patience. */
    if (mark != screen->mark) {
        screen->retry = now;
        screen->retry_us = RETRY_FIRST_US;
    }
    screen->mark = mark;
    if (presence == SCREEN_ABSENT) {
        tell_once(screen, "nothing is plugged in, or it is switched off");
        return false;
    }
    return now.us >= screen->retry.us && try_to_open(screen, now);
}

static bool step(struct screen *screen, struct mono now)
{
    bool opened = false;
    if (!screen->begun || now.us >= screen->due.us) {
        opened = look(screen, now);
        screen->due.us = now.us + LOOK_US;
        screen->begun = true;
    }
    if (screen->state == SCREEN_LIT && !screen->wanted) {
        darken(screen);
        return false;
    }
    if (screen->state != SCREEN_DARK || !screen->wanted)
        return opened;
    lighten(screen);
    return true;
}

bool screen_step(struct screen *screen, struct mono now)
{
    say_away(screen, true);
    bool again = step(screen, now);
    say_away(screen, false);
    return again;
}

void screen_want(struct screen *screen, bool on)
{
    /* A display that sleeps may be gone from its socket: it is asked although nothing is open. */
    if (on && !screen->wanted && screen->state == SCREEN_CLOSED)
        screen->driver.ask(screen->driver.self, true);
    screen->wanted = on;
}

enum screen_state screen_state(const struct screen *screen)
{
    return screen->state;
}

const char *screen_reason(const struct screen *screen)
{
    return screen->reason;
}

int64_t screen_due_us(const struct screen *screen, struct mono now)
{
    int64_t left_us = screen->due.us - now.us;
    return screen->begun && left_us > 0 ? left_us : 0;
}
