/* Which part of a picture covers a box, around its focus, upright. It knows sizes and EXIF's orientations; no files. */
#ifndef PARVIS_DRAW_FIT_H
#define PARVIS_DRAW_FIT_H

#include "content/picture.h"
#include "draw/frame.h"
#include "draw/scale.h"

#include <stdbool.h>

/* A plan for one picture and one box: the part as stored (before it is turned) that is shown, how to turn it, and the size as stored
 * below which it would have to be drawn larger than it is. */
struct fit {
    int width_px, height_px; /* as stored */
    int needed_width_px, needed_height_px;
    struct scale_part part;
    bool transposed, flipped_x, flipped_y; /* upright (x, y) comes from stored (x, y), swapped when transposed, then counted backwards */
};

struct fit fit_plan(const struct picture_header *header, int width_px, int height_px, int focus_x, int focus_y);

/* True when nothing is cut off and nothing turned: a picture decoded at the size of the box needs no fitting. */
bool fit_is_whole(const struct fit *fit);

/* Fills `out` by the plan from the decoded picture, which may have come smaller than planned for. `passed` as in scale_picture_away:
 * the decoded picture is used up. */
void fit_apply(const struct fit *fit, struct frame *out, const struct frame *stored, void (*passed)(const struct frame *stored, int rows));

#endif
