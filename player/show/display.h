/* The screen as the stage sees it: hands frames to the renderer, and when the display goes away (a television that is switched off) tries
 * again until it is back. It knows no slides. */
#ifndef PARVIS_SHOW_DISPLAY_H
#define PARVIS_SHOW_DISPLAY_H

#include "base/instant.h"
#include "draw/renderer.h"

#include <stdbool.h>

struct display {
    struct renderer *renderer; /* borrowed */
    bool lost;
    struct mono retry; /* when lost */
    unsigned long frames;
};

/* Shows the frame, of which `dirty` changed (width 0: all of it). While the display is lost it is asked once a second only, and then for
 * the whole frame. */
void display_show(struct display *display, const struct frame *frame, struct box dirty, struct now now);

/* Tries again when that is due. Returns when to come back: `due`, or earlier. */
struct mono display_retry(struct display *display, const struct frame *frame, struct now now, struct mono due);

#endif
