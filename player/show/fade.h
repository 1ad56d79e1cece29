/* One frame turning into another, in place: each step goes a share of the way that is left, so that a fade needs one frame more than
 * standing still, not two. It knows pixels and lengths of time; it presents nothing. */
#ifndef PARVIS_SHOW_FADE_H
#define PARVIS_SHOW_FADE_H

#include "draw/frame.h"

#include <stdbool.h>
#include <stdint.h>

/* `to` is owned; NULL when no fade is under way. */
struct fade {
    struct frame *to;
    int64_t length_us;
    int64_t period_us;
    int64_t step;
    int alpha;
    int frames; /* so far */
};

/* Begins a fade towards `to`, which it takes. */
void fade_begin(struct fade *fade, struct frame *to, int64_t length_us, int refresh_hz);

/* Moves `front` to where it is after `gone_us`. True when it changed and is to be presented. */
bool fade_step(struct fade *fade, struct frame *front, int64_t gone_us);

/* When the next step is due, counted from the beginning of the fade: on a grid, so that late wake-ups do not add up. */
int64_t fade_next_us(const struct fade *fade);

/* Ends: gives back the frame that it led to. The caller owns it. */
struct frame *fade_end(struct fade *fade);

#endif
