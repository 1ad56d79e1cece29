#include "draw/limits.h"

#include <stdint.h>

enum { LONG_PX = 1920, SHORT_PX = 1080, LEFT_ALONE_PX = 1920 * 1200 };

static int within(int64_t value, int most)
{
    if (value > most)
        return most;
    return value > 0 ? (int)value : 1;
}

bool limits_shrink(int *width_px, int *height_px, int width_most_px, int height_most_px)
{
    int64_t width = *width_px, height = *height_px;
    if (width <= width_most_px && height <= height_most_px)
        return false;
    if (width * height_most_px > height * width_most_px) {
        *width_px = width_most_px;
        *height_px = within(height * width_most_px / width, height_most_px);
    } else {
        *width_px = within(width * height_most_px / height, width_most_px);
        *height_px = height_most_px;
    }
    return true;
}

bool limits_full_hd(int *width_px, int *height_px)
{
    bool upright = *height_px > *width_px;
    if ((int64_t)*width_px * *height_px <= LEFT_ALONE_PX)
        return false;
    return limits_shrink(width_px, height_px, upright ? SHORT_PX : LONG_PX, upright ? LONG_PX : SHORT_PX);
}
