/* What shows frames: a window (fullscreen or not) or nothing at all (tests). It knows pixels and input; no slides, no time. */
#ifndef PARVIS_DRAW_RENDERER_H
#define PARVIS_DRAW_RENDERER_H

#include "draw/frame.h"

#include <stdbool.h>

enum renderer_event {
    EVENT_NONE,
    EVENT_QUIT,   /* q, Esc, or the window's close button */
    EVENT_PAUSE,  /* space */
    EVENT_NEXT,   /* right, down */
    EVENT_BACK,   /* left, up */
    EVENT_INFO,   /* i */
    EVENT_RESIZED /* ask size_px again */
};

struct renderer {
    void *self;
    /* Size that scenes should have, turned already (90 and 270 swap). */
    void (*size_px)(void *self, int *width_px, int *height_px);
    /* Shows `frame`; only `dirty` changed since the last call (width 0: all of it). Returns after it was handed to the screen (vsync where
     * there is one). False: the display is gone; try again later. */
    bool (*present)(void *self, const struct frame *frame, struct box dirty);
    /* The next input event, EVENT_NONE when there is none. Never blocks. */
    enum renderer_event (*event)(void *self);
    /* A descriptor that becomes readable on input (X11, Wayland), or -1 when input must be looked for now and then. */
    int (*descriptor)(void *self);
    bool fullscreen;
    /* Switches the display's output off or on. NULL or false: it cannot. */
    bool (*light)(void *self, bool on);
    void (*destroy)(void *self);
};

struct window_settings {
    bool windowed;
    int width_px, height_px; /* windowed: its size, 0: 1280×720; fullscreen: ignored */
    int turn_degrees;        /* 0, 90, 180, 270 clockwise */
    bool full_hd_most;       /* draw 1920×1080 at most and let the screen enlarge it (KMS/DRM) */
    int card;                /* KMS/DRM: of /dev/dri/cardN; -1: SDL chooses */
    const char *title;
};

/* Opens a window on whatever SDL offers (KMS/DRM, X11, Wayland). False: `reason` (a static or SDL string) says why. */
bool window_open(struct renderer *renderer, const struct window_settings *settings, const char **reason);

/* A renderer that shows nothing and counts frames: for tests and benchmarks. */
void null_renderer_open(struct renderer *renderer, int width_px, int height_px);

#endif
