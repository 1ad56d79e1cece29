#include "draw/fit.h"

#include <stddef.h>
#include <stdint.h>

enum { POINT = 16, PERMILLE = 1000 };

/* Where a part of `span` begins so that the focus is in its middle, as far as the picture goes. */
static int64_t around(int64_t length, int64_t span, int focus)
{
    int64_t start = length * focus / PERMILLE - span / 2;
    int64_t last = length - span;
    return start < 0 ? 0 : start > last ? last : start;
}

/* EXIF 2.32, 4.6.2: 2 mirrored, 3 upside down, 4 both, 5-8 the same with rows and columns exchanged. */
static void set_orientation(struct fit *fit, int orientation)
{
    static const bool transposed[] = {false, false, false, false, false, true, true, true, true};
    static const bool flipped_x[] = {false, false, true, true, false, false, false, true, true};
    static const bool flipped_y[] = {false, false, false, true, true, false, true, true, false};
    int known = orientation >= 1 && orientation <= 8 ? orientation : 1;
    fit->transposed = transposed[known];
    fit->flipped_x = flipped_x[known];
    fit->flipped_y = flipped_y[known];
}

struct fit fit_plan(const struct picture_header *header, int width_px, int height_px, int focus_x, int focus_y)
{
    struct fit fit = {.width_px = header->width_px, .height_px = header->height_px};
    set_orientation(&fit, header->orientation);
    /* All upright, in 1/65536 px. */
    int64_t width = (int64_t)(fit.transposed ? fit.height_px : fit.width_px) << POINT;
    int64_t height = (int64_t)(fit.transposed ? fit.width_px : fit.height_px) << POINT;
    int64_t part_width = width, part_height = height;
    if (width * height_px > height * width_px)
        part_width = height * width_px / height_px;
    else
        part_height = width * height_px / width_px;
    part_width = part_width > 0 ? part_width : 1;
    part_height = part_height > 0 ? part_height : 1;
    int64_t left = around(width, part_width, focus_x), top = around(height, part_height, focus_y);
    fit.part = fit.transposed ? (struct scale_part){top, left, part_height, part_width} : (struct scale_part){left, top, part_width, part_height};
    if (fit.flipped_x)
        fit.part.x = ((int64_t)fit.width_px << POINT) - fit.part.x - fit.part.width;
    if (fit.flipped_y)
        fit.part.y = ((int64_t)fit.height_px << POINT) - fit.part.y - fit.part.height;
    /* One scale for both axes: box over part. Rounded up. */
    int64_t box = (int64_t)width_px << POINT;
    int64_t needed_width = (fit.width_px * box + part_width - 1) / part_width, needed_height = (fit.height_px * box + part_width - 1) / part_width;
    fit.needed_width_px = needed_width < fit.width_px ? (int)needed_width : fit.width_px;
    fit.needed_height_px = needed_height < fit.height_px ? (int)needed_height : fit.height_px;
    return fit;
}

bool fit_is_whole(const struct fit *fit)
{
    return !fit->transposed && !fit->flipped_x && !fit->flipped_y && fit->part.width == (int64_t)fit->width_px << POINT &&
           fit->part.height == (int64_t)fit->height_px << POINT;
}

/* The same stretch of an axis in a picture that came `decoded` px long instead of `planned`; it begins at a whole pixel, so that at
 * 1:1 pixels are copied and not blurred. */
static void stretch(int64_t *start, int64_t *span, int planned, int decoded)
{
    int64_t length = (int64_t)decoded << POINT;
    *span = *span * decoded / planned;
    *span = *span > 0 ? *span : 1;
    *start = ((*start * decoded / planned + (1 << (POINT - 1))) >> POINT) << POINT;
    if (*start + *span > length)
        *start = length - *span;
}

static void turn_upright(const struct fit *fit, struct frame *out, const struct frame *stored)
{
    for (int y = 0; y < out->height_px; y++) {
        uint32_t *row = out->pixels + (size_t)y * (size_t)out->stride_px;
        for (int x = 0; x < out->width_px; x++) {
            int u = fit->transposed ? y : x, v = fit->transposed ? x : y;
            u = fit->flipped_x ? stored->width_px - 1 - u : u;
            v = fit->flipped_y ? stored->height_px - 1 - v : v;
            row[x] = stored->pixels[(size_t)v * (size_t)stored->stride_px + (size_t)u];
        }
    }
}

void fit_apply(const struct fit *fit, struct frame *out, const struct frame *stored, void (*passed)(const struct frame *stored, int rows))
{
    struct scale_part part = fit->part;
    stretch(&part.x, &part.width, fit->width_px, stored->width_px);
    stretch(&part.y, &part.height, fit->height_px, stored->height_px);
    if (!fit->transposed && !fit->flipped_x && !fit->flipped_y) {
        scale_picture_away(out, stored, part, passed);
        return;
    }
    struct frame *lying = fit->transposed ? frame_create(out->height_px, out->width_px) : frame_create(out->width_px, out->height_px);
    scale_picture_away(lying, stored, part, passed);
    turn_upright(fit, out, lying);
    frame_destroy(lying);
}
