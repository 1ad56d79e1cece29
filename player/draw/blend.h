/* Mixing of two colours in whole numbers, the same on every machine. It knows pixels 0xAARRGGBB, nothing else. */
#ifndef PARVIS_DRAW_BLEND_H
#define PARVIS_DRAW_BLEND_H

#include <stdint.h>

/* a × b / 255, rounded: exact for 0 to 255 each. */
static inline uint32_t blend_times(uint32_t a, uint32_t b)
{
    uint32_t product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

/* `over` laid on `under` with weight `alpha` (0-255), rounded. The result is opaque: what lies under is a frame. */
static inline uint32_t blend_over(uint32_t under, uint32_t over, uint32_t alpha)
{
    uint32_t rest = 255 - alpha;
    /* Red and blue share one multiplication: 255 × 255 + 128 fits into 16 bits each. */
    uint32_t red_blue = (over & 0xFF00FFu) * alpha + (under & 0xFF00FFu) * rest + 0x800080u;
    uint32_t green = (over >> 8 & 0xFFu) * alpha + (under >> 8 & 0xFFu) * rest + 128;
    red_blue = (red_blue + (red_blue >> 8 & 0xFF00FFu)) >> 8 & 0xFF00FFu;
    green = (green + (green >> 8)) & 0xFF00u;
    return 0xFF000000u | red_blue | green;
}

#endif
