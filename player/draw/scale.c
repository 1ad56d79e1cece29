#include "draw/scale.h"

#include "base/memory.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* Two ways. Smaller: weights have 8 bits, so that a colour times its weights fits into 16, eight of them go into a vector, and four, a
 * whole pixel, into one multiplication. Larger: Catmull-Rom overshoots and has negative weights, 14 bits and 32-bit sums. */
enum { POINT = 16, AREA_BITS = 8, CUBIC_BITS = 14, CUBIC_TAPS = 4, CHANNELS = 4, CHUNK = 512, PASS_ROWS = 32 };

/* One axis: out pixel i is the sum of `counts[i]` source pixels from `firsts[i]` on, weighted by weights[i * most ...]. `plain`: pixels are
 * only picked, one for one. */
struct axis {
    int *firsts, *counts;
    int16_t *weights;
    int most, length;
    bool plain;
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
static int area_weights(int16_t *weights, int *first, int64_t from, int64_t to, int length, int whole)
{
    const int64_t one = (int64_t)1 << POINT;
    int start = inside(from >> POINT, length), end = inside((to - 1) >> POINT, length);
    int rest = whole, heaviest = 0;
    for (int i = start; i <= end; i++) {
        int64_t left = i * one > from ? i * one : from;
        int64_t right = (i + 1) * one < to ? (i + 1) * one : to;
        int64_t share = right > left ? right - left : 0;
        weights[i - start] = (int16_t)((share * whole + (to - from) / 2) / (to - from));
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
    int64_t t2 = t * t >> CUBIC_BITS, t3 = t2 * t >> CUBIC_BITS;
    int64_t taps[CUBIC_TAPS] = {(-t3 + 2 * t2 - t) / 2, 0, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2};
    taps[1] = (1 << CUBIC_BITS) - taps[0] - taps[2] - taps[3];
    *first = inside(base - 1, length);
    int count = inside(base + 2, length) - *first + 1;
    memset(weights, 0, CUBIC_TAPS * sizeof *weights);
    for (int k = 0; k < CUBIC_TAPS; k++) {
        int index = inside(base - 1 + k, length) - *first;
        weights[index] = (int16_t)(weights[index] + taps[k]);
    }
    return count;
}

static bool shrinks(int out_length, int64_t span)
{
    return span >= (int64_t)out_length << POINT;
}

static struct axis axis_create(int out_length, int64_t start, int64_t span, int length, int bits)
{
    bool area = shrinks(out_length, span);
    struct axis axis = {.most = area ? (int)(span / out_length >> POINT) + 3 : CUBIC_TAPS, .length = out_length};
    axis.plain = span == (int64_t)out_length << POINT && (start & 0xFFFF) == 0;
    axis.firsts = memory_alloc((size_t)out_length * sizeof *axis.firsts);
    axis.counts = memory_alloc((size_t)out_length * sizeof *axis.counts);
    axis.weights = memory_alloc((size_t)out_length * (size_t)axis.most * sizeof *axis.weights);
    for (int i = 0; i < out_length; i++) {
        int16_t *weights = axis.weights + (size_t)i * (size_t)axis.most;
        int64_t from = start + span * i / out_length, to = start + span * (i + 1) / out_length;
        int64_t middle = start + span * (2 * (int64_t)i + 1) / (2 * (int64_t)out_length) - (1 << (POINT - 1));
        axis.counts[i] = area ? area_weights(weights, &axis.firsts[i], from, to > from ? to : from + 1, length, 1 << bits)
                              : cubic_weights(weights, &axis.firsts[i], middle, length);
    }
    return axis;
}

static void axis_finish(struct axis *axis)
{
    memory_free(axis->firsts);
    memory_free(axis->counts);
    memory_free(axis->weights);
}

static const unsigned char *row_bytes(const struct frame *frame, int y, size_t offset)
{
    return (const unsigned char *)(frame->pixels + (size_t)y * (size_t)frame->stride_px) + offset;
}

/* What both ways need to know. `offset` and `bytes`: the stretch of each source row that is looked at. */
struct job {
    struct frame *out;
    const struct frame *from;
    struct axis across, down;
    int first_column;
    size_t offset, bytes;
    void (*passed)(const struct frame *from, int rows);
};

/* --- smaller --------------------------------------------------------------------------------------------------------------------- */

static void gather_area(uint16_t *restrict sums, const unsigned char *restrict row, size_t count, uint16_t weight)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = (uint16_t)(sums[i] + (uint16_t)(row[i] * weight));
}

static void round_area(uint16_t *sums, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = (uint16_t)((sums[i] + 128) >> AREA_BITS); /* at most 255 × 256 + 128 */
}

/* Every so many rows is often enough: a call into the system for each would cost more than the memory is worth. */
static void pass(const struct job *job, int y)
{
    if (job->passed && y % PASS_ROWS == 0)
        job->passed(job->from, job->down.firsts[y]);
}

static void area_rows(const struct job *job, int y, uint16_t *sums)
{
    const struct axis *down = &job->down;
    for (size_t done = 0; done < job->bytes; done += CHUNK) {
        size_t part = job->bytes - done < CHUNK ? job->bytes - done : CHUNK;
        memset(sums + done, 0, part * sizeof *sums);
        for (int k = 0; k < down->counts[y]; k++)
            gather_area(sums + done, row_bytes(job->from, down->firsts[y] + k, job->offset + done), part,
                        (uint16_t)down->weights[(size_t)y * (size_t)down->most + (size_t)k]);
        round_area(sums + done, part);
    }
}

static void area_columns(const struct job *job, int y, const uint16_t *sums)
{
    const struct axis *across = &job->across;
    uint32_t *out = job->out->pixels + (size_t)y * (size_t)job->out->stride_px;
    for (int x = 0; x < across->length; x++) {
        const uint16_t *pixel = sums + (size_t)(across->firsts[x] - job->first_column) * CHANNELS;
        const int16_t *weights = across->weights + (size_t)x * (size_t)across->most;
        uint64_t sum = 0x0080008000800080u; /* one half in each lane */
        for (int k = 0; k < across->counts[x]; k++) {
            uint64_t lanes;
            memcpy(&lanes, pixel + (size_t)k * CHANNELS, sizeof lanes);
            sum += lanes * (uint64_t)weights[k];
        }
        sum = sum >> AREA_BITS & 0x00FF00FF00FF00FFu;
        sum = (sum | sum >> 8) & 0x0000FFFF0000FFFFu;
        out[x] = (uint32_t)(sum | sum >> 16);
    }
}

static void scale_area(const struct job *job)
{
    uint16_t *sums = memory_alloc(job->bytes * sizeof *sums);
    for (int y = 0; y < job->out->height_px; y++) {
        pass(job, y);
        area_rows(job, y, sums);
        area_columns(job, y, sums);
    }
    memory_free(sums);
}

/* --- larger ---------------------------------------------------------------------------------------------------------------------- */

static unsigned char rounded(int32_t sum)
{
    int32_t value = (sum + (1 << (CUBIC_BITS - 1))) >> CUBIC_BITS;
    return (unsigned char)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static void gather_cubic(int32_t *restrict sums, const unsigned char *restrict row, size_t count, int16_t weight)
{
    for (size_t i = 0; i < count; i++)
        sums[i] += (int16_t)row[i] * weight;
}

static void cubic_rows(const struct job *job, int y, unsigned char *mixed)
{
    const struct axis *down = &job->down;
    int32_t sums[CHUNK];
    for (size_t done = 0; done < job->bytes; done += CHUNK) {
        size_t part = job->bytes - done < CHUNK ? job->bytes - done : CHUNK;
        memset(sums, 0, sizeof sums);
        for (int k = 0; k < down->counts[y]; k++)
            gather_cubic(sums, row_bytes(job->from, down->firsts[y] + k, job->offset + done), part, down->weights[(size_t)y * (size_t)down->most + (size_t)k]);
        for (size_t i = 0; i < part; i++)
            mixed[done + i] = rounded(sums[i]);
    }
}

static void cubic_columns(const struct job *job, int y, const unsigned char *mixed)
{
    const struct axis *across = &job->across;
    uint32_t *out = job->out->pixels + (size_t)y * (size_t)job->out->stride_px;
    for (int x = 0; x < across->length; x++) {
        const unsigned char *pixel = mixed + (size_t)(across->firsts[x] - job->first_column) * CHANNELS;
        const int16_t *weights = across->weights + (size_t)x * (size_t)across->most;
        int32_t sums[CHANNELS] = {0, 0, 0, 0};
        for (int k = 0; k < across->counts[x]; k++, pixel += CHANNELS)
            for (int channel = 0; channel < CHANNELS; channel++)
                sums[channel] += pixel[channel] * weights[k];
        out[x] = (uint32_t)rounded(sums[3]) << 24 | (uint32_t)rounded(sums[2]) << 16 | (uint32_t)rounded(sums[1]) << 8 | rounded(sums[0]);
    }
}

static void scale_cubic(const struct job *job)
{
    unsigned char *mixed = memory_alloc(job->bytes);
    for (int y = 0; y < job->out->height_px; y++) {
        pass(job, y);
        cubic_rows(job, y, mixed);
        cubic_columns(job, y, mixed);
    }
    memory_free(mixed);
}

static void copy(const struct job *job)
{
    for (int y = 0; y < job->out->height_px; y++)
        memcpy(job->out->pixels + (size_t)y * (size_t)job->out->stride_px, row_bytes(job->from, job->down.firsts[y], job->offset), (size_t)job->out->width_px * CHANNELS);
}

void scale_picture(struct frame *out, const struct frame *from, struct scale_part part)
{
    scale_picture_away(out, from, part, NULL);
}

void scale_picture_away(struct frame *out, const struct frame *from, struct scale_part part,
                        void (*passed)(const struct frame *from, int rows))
{
    _Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "pixels are taken apart as bytes: blue first");
    assert(part.width > 0 && part.height > 0 && part.x >= 0 && part.y >= 0);
    assert(part.x + part.width <= (int64_t)from->width_px << POINT && part.y + part.height <= (int64_t)from->height_px << POINT);
    bool area = shrinks(out->width_px, part.width) && shrinks(out->height_px, part.height);
    int bits = area ? AREA_BITS : CUBIC_BITS;
    struct job job = {.out = out, .from = from, .passed = passed};
    job.across = axis_create(out->width_px, part.x, part.width, from->width_px, bits);
    job.down = axis_create(out->height_px, part.y, part.height, from->height_px, bits);
    int last = out->width_px - 1;
    job.first_column = job.across.firsts[0];
    job.offset = (size_t)job.first_column * CHANNELS;
    job.bytes = (size_t)(job.across.firsts[last] + job.across.counts[last] - job.first_column) * CHANNELS;
    if (job.across.plain && job.down.plain)
        copy(&job);
    else if (area)
        scale_area(&job);
    else
        scale_cubic(&job);
    axis_finish(&job.across);
    axis_finish(&job.down);
}
