#include "draw/scale.h"

#include "base/memory.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* Weights have 14 bits behind the point: with 8-bit colours and Catmull-Rom's overshoot sums stay far inside 32 bits. */
enum { POINT = 16, WEIGHT_BITS = 14, WEIGHT_ONE = 1 << WEIGHT_BITS, CUBIC_TAPS = 4, CHANNELS = 4, CHUNK = 512 };

/* One axis: out pixel i is the sum of `counts[i]` source pixels from `firsts[i]` on, weighted by weights[i * most ...]. */
struct axis {
    int *firsts, *counts;
    int16_t *weights;
    int most;
};

struct scale_part scale_whole(const struct frame *frame)
{
    return (struct scale_part){0, 0, (int64_t)frame->width_px << POINT, (int64_t)frame->height_px << POINT};
}

static int inside(int64_t index, int length)
{
    return index < 0 ? 0 : index >= length ? length - 1 : (int)index;
}

/* The pixel covers [from, to): each source pixel weighs as much as of it is covered; what rounding left goes to the heaviest. */
static int area_weights(int16_t *weights, int *first, int64_t from, int64_t to, int length)
{
    const int64_t one = (int64_t)1 << POINT;
    int start = inside(from >> POINT, length), end = inside((to - 1) >> POINT, length);
    int rest = WEIGHT_ONE, heaviest = 0;
    for (int i = start; i <= end; i++) {
        int64_t left = i * one > from ? i * one : from;
        int64_t right = (i + 1) * one < to ? (i + 1) * one : to;
        int64_t share = right > left ? right - left : 0;
        weights[i - start] = (int16_t)((share * WEIGHT_ONE + (to - from) / 2) / (to - from));
        rest -= weights[i - start];
        if (weights[i - start] > weights[heaviest])
            heaviest = i - start;
    }
    weights[heaviest] = (int16_t)(weights[heaviest] + rest);
    *first = start;
    return end - start + 1;
}

/* Catmull and Rom (1974): the curve through four points, at `place` between the middle ones. Beyond the border its pixel repeats. */
static int cubic_weights(int16_t *weights, int *first, int64_t place, int length)
{
    int64_t base = place >> POINT, t = (place & 0xFFFF) >> 2; /* t has 14 bits */
    int64_t t2 = t * t >> WEIGHT_BITS, t3 = t2 * t >> WEIGHT_BITS;
    int64_t taps[CUBIC_TAPS] = {(-t3 + 2 * t2 - t) / 2, 0, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2};
    taps[1] = WEIGHT_ONE - taps[0] - taps[2] - taps[3];
    *first = inside(base - 1, length);
    int count = inside(base + 2, length) - *first + 1;
    memset(weights, 0, CUBIC_TAPS * sizeof *weights);
    for (int k = 0; k < CUBIC_TAPS; k++) {
        int index = inside(base - 1 + k, length) - *first;
        weights[index] = (int16_t)(weights[index] + taps[k]);
    }
    return count;
}

static struct axis axis_create(int out_length, int64_t start, int64_t span, int length)
{
    bool shrinks = span >= (int64_t)out_length << POINT;
    struct axis axis = {.most = shrinks ? (int)(span / out_length >> POINT) + 3 : CUBIC_TAPS};
    axis.firsts = memory_alloc((size_t)out_length * sizeof *axis.firsts);
    axis.counts = memory_alloc((size_t)out_length * sizeof *axis.counts);
    axis.weights = memory_alloc((size_t)out_length * (size_t)axis.most * sizeof *axis.weights);
    for (int i = 0; i < out_length; i++) {
        int16_t *weights = axis.weights + (size_t)i * (size_t)axis.most;
        int64_t from = start + span * i / out_length, to = start + span * (i + 1) / out_length;
        if (shrinks)
            axis.counts[i] = area_weights(weights, &axis.firsts[i], from, to, length);
        else
            axis.counts[i] = cubic_weights(weights, &axis.firsts[i], start + span * (2 * (int64_t)i + 1) / (2 * (int64_t)out_length) - (1 << (POINT - 1)), length);
    }
    return axis;
}

static void axis_finish(struct axis *axis)
{
    memory_free(axis->firsts);
    memory_free(axis->counts);
    memory_free(axis->weights);
}

static unsigned char rounded(int32_t sum)
{
    int32_t value = (sum + WEIGHT_ONE / 2) >> WEIGHT_BITS;
    return (unsigned char)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static void gather(int32_t *restrict sums, const unsigned char *restrict bytes, int count, int16_t weight)
{
    for (int i = 0; i < count; i++)
        sums[i] += (int16_t)bytes[i] * weight;
}

/* One row between the rows: `out` gets `bytes` bytes, the weighted sum of `count` source rows from the byte `offset` on. */
static void mix_rows(unsigned char *out, const struct frame *from, int first, int count, const int16_t *weights, size_t offset, size_t bytes)
{
    int32_t sums[CHUNK];
    for (size_t done = 0; done < bytes; done += CHUNK) {
        int part = bytes - done < CHUNK ? (int)(bytes - done) : CHUNK;
        memset(sums, 0, sizeof sums);
        for (int k = 0; k < count; k++) {
            const unsigned char *row = (const unsigned char *)(from->pixels + (size_t)(first + k) * (size_t)from->stride_px);
            gather(sums, row + offset + done, part, weights[k]);
        }
        for (int i = 0; i < part; i++)
            out[done + (size_t)i] = rounded(sums[i]);
    }
}

static void mix_columns(uint32_t *out, const unsigned char *row, int first_column, const struct axis *axis, int width)
{
    for (int x = 0; x < width; x++) {
        const unsigned char *pixel = row + (size_t)(axis->firsts[x] - first_column) * CHANNELS;
        const int16_t *weights = axis->weights + (size_t)x * (size_t)axis->most;
        int32_t blue = 0, green = 0, red = 0, alpha = 0;
        for (int k = 0; k < axis->counts[x]; k++, pixel += CHANNELS) {
            blue += pixel[0] * weights[k];
            green += pixel[1] * weights[k];
            red += pixel[2] * weights[k];
            alpha += pixel[3] * weights[k];
        }
        out[x] = (uint32_t)rounded(alpha) << 24 | (uint32_t)rounded(red) << 16 | (uint32_t)rounded(green) << 8 | rounded(blue);
    }
}

/* Whether an axis only picks pixels, one for one. */
static bool is_plain(int64_t start, int64_t span, int out_length)
{
    return span == (int64_t)out_length << POINT && (start & 0xFFFF) == 0;
}

void scale_picture(struct frame *out, const struct frame *from, struct scale_part part)
{
    _Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "pixels are taken apart as bytes: blue first");
    assert(part.width > 0 && part.height > 0 && part.x >= 0 && part.y >= 0);
    assert(part.x + part.width <= (int64_t)from->width_px << POINT && part.y + part.height <= (int64_t)from->height_px << POINT);
    bool plain_x = is_plain(part.x, part.width, out->width_px), plain_y = is_plain(part.y, part.height, out->height_px);
    struct axis across = axis_create(out->width_px, part.x, part.width, from->width_px);
    struct axis down = axis_create(out->height_px, part.y, part.height, from->height_px);
    int last = out->width_px - 1;
    int first_column = across.firsts[0], end_column = across.firsts[last] + across.counts[last];
    size_t bytes = (size_t)(end_column - first_column) * CHANNELS;
    unsigned char *mixed = memory_alloc(bytes);
    for (int y = 0; y < out->height_px; y++) {
        const unsigned char *row =
            (const unsigned char *)(from->pixels + (size_t)down.firsts[y] * (size_t)from->stride_px) + (size_t)first_column * CHANNELS;
        if (!plain_y) {
            mix_rows(mixed, from, down.firsts[y], down.counts[y], down.weights + (size_t)y * (size_t)down.most, (size_t)first_column * CHANNELS, bytes);
            row = mixed;
        }
        uint32_t *target = out->pixels + (size_t)y * (size_t)out->stride_px;
        if (plain_x)
            memcpy(target, row, (size_t)out->width_px * CHANNELS);
        else
            mix_columns(target, row, first_column, &across, out->width_px);
    }
    memory_free(mixed);
    axis_finish(&across);
    axis_finish(&down);
}
