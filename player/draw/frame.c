#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MADV_DONTFORK: Linux, not POSIX */

#include "draw/frame.h"

#include "base/memory.h"
#include "draw/blend.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

/* Address sanitizers watch the heap, not mappings: there a frame comes from the heap. */
#if defined(__SANITIZE_ADDRESS__)
#define FRAME_ON_HEAP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FRAME_ON_HEAP 1
#endif
#endif
#ifndef FRAME_ON_HEAP
#define FRAME_ON_HEAP 0
#endif

static size_t frame_bytes(const struct frame *frame)
{
    return (size_t)frame->stride_px * (size_t)frame->height_px * sizeof *frame->pixels;
}

/* Pixels are a mapping of their own that children do not inherit: else each fork of the picture decoder would make the next fade copy
 * every page of both frames (measured: 5 ms of page faults in one step), and freed frames might stay with the heap. */
static uint32_t *frame_pixels_take(size_t bytes)
{
    if (FRAME_ON_HEAP)
        return memory_alloc(bytes);
    void *pixels = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert(pixels != MAP_FAILED); /* no memory: end here, as memory_alloc does */
    madvise(pixels, bytes, MADV_DONTFORK);
    madvise(pixels, bytes, MADV_HUGEPAGE); /* 1080p: 4 page faults instead of 2025 for each fade's frame */
    return pixels;
}

struct frame *frame_create(int width_px, int height_px)
{
    assert(width_px > 0 && height_px > 0 && width_px <= 1 << 15 && height_px <= 1 << 15);
    struct frame *frame = memory_alloc(sizeof *frame);
    *frame = (struct frame){.width_px = width_px, .height_px = height_px, .stride_px = width_px};
    frame->pixels = frame_pixels_take(frame_bytes(frame));
    frame_fill(frame, (struct box){0, 0, width_px, height_px}, 0xFF000000u);
    return frame;
}

void frame_destroy(struct frame *frame)
{
    if (!frame)
        return;
    if (FRAME_ON_HEAP)
        memory_free(frame->pixels);
    else
        munmap(frame->pixels, frame_bytes(frame));
    memory_free(frame);
}

/* Bytes, not pixels: 16-bit products are what compilers turn into vectors (0.7 ms for 1080p). */
static void mix_bytes(unsigned char *restrict out, const unsigned char *restrict from, const unsigned char *restrict to, size_t count,
                      int alpha)
{
    uint16_t weight = (uint16_t)alpha, rest = (uint16_t)(256 - alpha);
    for (size_t i = 0; i < count; i++) {
        uint16_t sum = (uint16_t)(from[i] * rest);
        sum = (uint16_t)(sum + (uint16_t)(to[i] * weight));
        sum = (uint16_t)(sum + 128); /* at most 255 × 256 + 128: fits */
        out[i] = (unsigned char)(sum >> 8);
    }
}

void frame_mix(struct frame *out, const struct frame *from, const struct frame *to, int alpha)
{
    assert(out->width_px == from->width_px && out->width_px == to->width_px);
    assert(out->height_px == from->height_px && out->height_px == to->height_px);
    assert(alpha >= 0 && alpha <= 256);
    assert(out != from && out != to);
    size_t row = (size_t)out->width_px * sizeof *out->pixels;
    for (int y = 0; y < out->height_px; y++)
        mix_bytes((unsigned char *)(out->pixels + (size_t)y * (size_t)out->stride_px),
                  (const unsigned char *)(from->pixels + (size_t)y * (size_t)from->stride_px),
                  (const unsigned char *)(to->pixels + (size_t)y * (size_t)to->stride_px), row, alpha);
}

void frame_copy(struct frame *out, const struct frame *from)
{
    assert(out->width_px == from->width_px && out->height_px == from->height_px);
    for (int y = 0; y < out->height_px; y++)
        memmove(out->pixels + (size_t)y * (size_t)out->stride_px, from->pixels + (size_t)y * (size_t)from->stride_px,
                (size_t)out->width_px * sizeof *out->pixels);
}

/* One tile of a turned picture: tiles keep both sides in the cache, where whole columns would miss it at every pixel. */
static void turn_tile(struct frame *out, const struct frame *from, int degrees, struct box tile)
{
    for (int y = tile.y; y < tile.y + tile.height; y++) {
        uint32_t *row = out->pixels + (size_t)y * (size_t)out->stride_px;
        for (int x = tile.x; x < tile.x + tile.width; x++) {
            int u = degrees == 90 ? y : from->width_px - 1 - y;
            int v = degrees == 90 ? from->height_px - 1 - x : x;
            row[x] = from->pixels[(size_t)v * (size_t)from->stride_px + (size_t)u];
        }
    }
}

static void turn_around(struct frame *out, const struct frame *from)
{
    for (int y = 0; y < out->height_px; y++) {
        uint32_t *row = out->pixels + (size_t)y * (size_t)out->stride_px;
        const uint32_t *source = from->pixels + (size_t)(from->height_px - 1 - y) * (size_t)from->stride_px;
        for (int x = 0; x < out->width_px; x++)
            row[x] = source[from->width_px - 1 - x];
    }
}

void frame_turn(struct frame *out, const struct frame *from, int degrees)
{
    enum { TILE_PX = 32 };
    assert(degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270);
    if (degrees == 0) {
        frame_copy(out, from);
        return;
    }
    if (degrees == 180) {
        assert(out->width_px == from->width_px && out->height_px == from->height_px);
        turn_around(out, from);
        return;
    }
    assert(out->width_px == from->height_px && out->height_px == from->width_px);
    for (int y = 0; y < out->height_px; y += TILE_PX) {
        int height = out->height_px - y < TILE_PX ? out->height_px - y : TILE_PX;
        for (int x = 0; x < out->width_px; x += TILE_PX) {
            int width = out->width_px - x < TILE_PX ? out->width_px - x : TILE_PX;
            turn_tile(out, from, degrees, (struct box){x, y, width, height});
        }
    }
}

void frame_fill(struct frame *frame, struct box box, colour_argb colour)
{
    int64_t right = (int64_t)box.x + box.width, bottom = (int64_t)box.y + box.height;
    int left = box.x > 0 ? box.x : 0, top = box.y > 0 ? box.y : 0;
    int end_x = right < frame->width_px ? (int)right : frame->width_px;
    int end_y = bottom < frame->height_px ? (int)bottom : frame->height_px;
    uint32_t alpha = colour >> 24;
    for (int y = top; y < end_y; y++) {
        uint32_t *row = frame->pixels + (size_t)y * (size_t)frame->stride_px;
        if (alpha == 255)
            for (int x = left; x < end_x; x++)
                row[x] = colour;
        else
            for (int x = left; x < end_x; x++)
                row[x] = blend_over(row[x], colour, alpha);
    }
}
