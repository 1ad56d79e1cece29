/* A picture in memory: 32-bit pixels 0xAARRGGBB in rows, with our own integer blending (SDL's differs by up to 3 levels between x86-64 and
 * arm64). It knows no fonts, no files, no SDL. */
#ifndef PARVIS_DRAW_FRAME_H
#define PARVIS_DRAW_FRAME_H

#include "scene/scene.h"

#include <stdint.h>

/* `pixels` has height_px rows of stride_px pixels. Owned by frame_create, else borrowed. */
struct frame {
    int width_px, height_px, stride_px;
    uint32_t *pixels;
};

/* A frame on the heap, all black and opaque; frame_destroy(NULL) is allowed. */
struct frame *frame_create(int width_px, int height_px);
void frame_destroy(struct frame *frame);

/* Mixes `to` over `from` into `out` (all of one size): alpha 0-256. Plain 8-bit loops that the compiler vectorises. */
void frame_mix(struct frame *out, const struct frame *from, const struct frame *to, int alpha);

void frame_copy(struct frame *out, const struct frame *from);

/* Turns `from` clockwise by 0, 90, 180 or 270 degrees into `out`, which has the turned size. */
void frame_turn(struct frame *out, const struct frame *from, int degrees);

/* Fills, clipped to the frame; colour may be translucent. */
void frame_fill(struct frame *frame, struct box box, colour_argb colour);

#endif
