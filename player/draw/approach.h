/* One frame going a share of the way towards another, in place: a fade then needs one frame beside the one on screen, where
 * frame_mix needs two. It knows pixels; how far and when is the show's. */
#ifndef PARVIS_DRAW_APPROACH_H
#define PARVIS_DRAW_APPROACH_H

#include "draw/frame.h"

/* Mixes `to` over `frame` (both of one size, not the same): alpha 0-256, where 256 makes it equal. */
void approach_frame(struct frame *frame, const struct frame *to, int alpha);

#endif
