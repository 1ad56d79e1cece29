/* A screen that comes and goes: a renderer whose display may not be there yet, may be unplugged, exchanged, or asleep. It opens, waits and
 * opens again by itself, so that nobody above ever ends because of a television. It knows states and time; how a display is opened and
 * looked for is its driver's. */
#ifndef PARVIS_SHOW_SCREEN_H
#define PARVIS_SHOW_SCREEN_H

#include "base/instant.h"
#include "draw/renderer.h"

#include <stdbool.h>
#include <stdint.h>

enum screen_presence {
    SCREEN_UNKNOWN, /* nobody can tell: opening it will show */
    SCREEN_ABSENT,  /* nothing is plugged in, or it has no modes yet */
    SCREEN_PRESENT
};

/* The real one looks at the kernel and opens a window; a test's can be set to each state. */
struct screen_driver {
    void *self;
    /* What is there now; *mark is another number whenever another display, or the same one anew, is there. Called once a second. */
    enum screen_presence (*look)(void *self, uint64_t *mark);
    /* Opens it. False: `reason` says why. */
    bool (*open)(void *self, struct renderer *renderer, const char **reason);
    /* Asks the display itself to wake or to sleep (HDMI-CEC). */
    void (*ask)(void *self, bool on);
    /* Said around each call into the display: a hang there is no fault of what is shown. NULL: nobody cares. */
    void (*away)(void *self, bool away);
};

enum screen_state {
    SCREEN_CLOSED, /* there is none, or it could not be opened: frames are refused */
    SCREEN_LIT,    /* frames are shown */
    SCREEN_DARK    /* open and switched off: frames are swallowed */
};

struct screen;

/* Nothing is opened yet: screen_step does. `fullscreen` is what the renderer says of itself. */
struct screen *screen_create(const struct screen_driver *driver, bool fullscreen);

/* Closes the display, lit as it was found; NULL is allowed. */
void screen_destroy(struct screen *screen);

/* The renderer to draw with: borrowed, valid as long as the screen. Its size is 1920×1080 until a display is open. */
struct renderer *screen_renderer(struct screen *screen);

/* Opens, closes and opens again as is due. True: what is on screen must be presented whole (it was opened or woke up). Call on each step of the
 * loop; it does nothing between two looks. */
bool screen_step(struct screen *screen, struct mono now);

/* Wanted on or off, from the next step on. Off: the display is asked to sleep, its output switched off; where that cannot be, it is black. */
void screen_want(struct screen *screen, bool on);

enum screen_state screen_state(const struct screen *screen);

/* Why it could not be opened, "" when it was. */
const char *screen_reason(const struct screen *screen);

/* Microseconds until the next step is due. */
int64_t screen_due_us(const struct screen *screen, struct mono now);

#endif
