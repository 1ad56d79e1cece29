/* Smooth shapes in whole numbers: rounded boxes, rings, discs, gradients. It knows frames and coverage; no scene items, no fonts. */
#ifndef PARVIS_DRAW_SHAPES_H
#define PARVIS_DRAW_SHAPES_H

#include "draw/frame.h"

#include <stdint.h>

/* The part of `box` that lies in the frame and in `clip` (width 0: no clip). Width or height 0 when there is none. */
struct box shapes_clip(const struct frame *frame, struct box box, struct box clip);

/* A box with corners rounded by radius_px (0: sharp; more than half a side: half a side). */
void shapes_rect(struct frame *frame, struct box box, int radius_px, colour_argb colour, struct box clip);

/* The outline of that box, stroke_px wide and inside it. */
void shapes_outline(struct frame *frame, struct box box, int radius_px, int stroke_px, colour_argb colour, struct box clip);

/* From the top left corner to the bottom right one, more down than across, through three colours, the second half way; dithered with a fixed pattern, so that
 * no bands show. Opaque. */
void shapes_gradient(struct frame *frame, struct box box, int radius_px, const colour_argb colours[3], struct box clip);

/* A picture of the size of `box`, corners rounded. */
void shapes_picture(struct frame *frame, struct box box, int radius_px, const struct frame *picture, struct box clip);

/* A circle around a centre, all in 1/16 px. A ring's stroke lies half inside, half outside its radius; stroke16 0 fills the disc. */
struct circle {
    int centre_x16, centre_y16, radius16, stroke16;
};
void shapes_circle(struct frame *frame, const struct circle *circle, colour_argb colour, struct box clip);

#endif
