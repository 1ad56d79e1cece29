/* The thin bar that shows how long a slide stays: drawn piece by piece on a frame, and taken off again. It knows pixels; how long
 * is long is the stage's. */
#ifndef PARVIS_SHOW_BAR_H
#define PARVIS_SHOW_BAR_H

#include "draw/frame.h"

struct scene;

/* `drawn_px`: how far it runs. `under`: what it hides; NULL while nothing is hidden. */
struct bar {
    int drawn_px;
    struct frame *under;
};

void bar_finish(struct bar *bar);

/* The frame was painted anew: there is no bar on it. */
void bar_forget(struct bar *bar);

/* Draws the bar up to `permille` of its way and returns what changed (width 0: nothing). It only grows; bar_erase first to go back. */
struct box bar_draw(struct bar *bar, struct frame *frame, const struct scene *scene, int permille);

/* Gives back what it hid and returns what changed. */
struct box bar_erase(struct bar *bar, struct frame *frame, const struct scene *scene);

#endif
