/* Pictures made smaller by area and larger by a cubic, in whole numbers. It knows frames only. */
#ifndef PARVIS_DRAW_SCALE_H
#define PARVIS_DRAW_SCALE_H

#include "draw/frame.h"

#include <stdint.h>

/* A part of a picture in 1/65536 px. */
struct scale_part {
    int64_t x, y, width, height;
};

/* The whole of a frame as a part. */
struct scale_part scale_whole(const struct frame *frame);

/* Fills `out` with `part` of `from`, all four channels alike (colours that are translucent must be premultiplied). An axis that shrinks
 * takes the mean of what each pixel covers; one that grows is drawn through the points (Catmull-Rom). At 1:1 pixels are copied. */
void scale_picture(struct frame *out, const struct frame *from, struct scale_part part);

/* The same for a picture that is not needed afterwards: now and then, `passed` is told how many rows from the top will not be read
 * again, so that their memory can go while the other picture's comes. NULL is allowed. */
void scale_picture_away(struct frame *out, const struct frame *from, struct scale_part part,
                        void (*passed)(const struct frame *from, int rows));

#endif
