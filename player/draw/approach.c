#include "draw/approach.h"

#include <assert.h>
#include <stddef.h>

/* Bytes and 16-bit products, as in frame.c: that is what compilers turn into vectors. */
static void approach_bytes(unsigned char *restrict bytes, const unsigned char *restrict to, size_t count, int alpha)
{
    uint16_t weight = (uint16_t)alpha, rest = (uint16_t)(256 - alpha);
    for (size_t i = 0; i < count; i++) {
        uint16_t sum = (uint16_t)(bytes[i] * rest);
        sum = (uint16_t)(sum + (uint16_t)(to[i] * weight));
        sum = (uint16_t)(sum + 128); /* at most 255 × 256 + 128: fits */
        bytes[i] = (unsigned char)(sum >> 8);
    }
}

void approach_frame(struct frame *frame, const struct frame *to, int alpha)
{
    assert(frame != to && frame->width_px == to->width_px && frame->height_px == to->height_px);
    assert(alpha >= 0 && alpha <= 256);
    size_t row = (size_t)frame->width_px * sizeof *frame->pixels;
    for (int y = 0; y < frame->height_px; y++)
        approach_bytes((unsigned char *)(frame->pixels + (ptrdiff_t)y * frame->stride_px),
                       (const unsigned char *)(to->pixels + (ptrdiff_t)y * to->stride_px), row, alpha);
}
