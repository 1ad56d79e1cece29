#include "draw/shapes.h"

#include "draw/blend.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

/* Each pixel row is cut into this many slices; along a slice coverage is exact to 1/256 px. */
enum { SLICES = 16, UNIT = 256, RADIUS_MOST_PX = 1 << 14 };

struct box shapes_clip(const struct frame *frame, struct box box, struct box clip)
{
    int64_t left = box.x, top = box.y, right = (int64_t)box.x + box.width, bottom = (int64_t)box.y + box.height;
    if (clip.width > 0) {
        left = clip.x > left ? clip.x : left;
        top = clip.y > top ? clip.y : top;
        right = (int64_t)clip.x + clip.width < right ? (int64_t)clip.x + clip.width : right;
        bottom = (int64_t)clip.y + clip.height < bottom ? (int64_t)clip.y + clip.height : bottom;
    }
    left = left > 0 ? left : 0;
    top = top > 0 ? top : 0;
    right = right < frame->width_px ? right : frame->width_px;
    bottom = bottom < frame->height_px ? bottom : frame->height_px;
    if (right <= left || bottom <= top)
        return (struct box){0, 0, 0, 0};
    return (struct box){(int)left, (int)top, (int)(right - left), (int)(bottom - top)};
}

/* The largest whole number whose square is not above `value`, bit by bit. */
static int64_t root(int64_t value)
{
    int64_t result = 0;
    if (value <= 0)
        return 0;
    for (int64_t bit = (int64_t)1 << (63 - __builtin_clzll((unsigned long long)value)) / 2; bit; bit >>= 1)
        if ((result | bit) * (result | bit) <= value)
            result |= bit;
    return result;
}

/* Half widths of a circle in the slices of one pixel row, 1/256 px; -1 where the slice misses it. dy = row's top less the centre. */
static void half_widths(int64_t radius, int64_t dy, int32_t halves[SLICES])
{
    for (int i = 0; i < SLICES; i++) {
        int64_t y = dy + (2 * i + 1) * UNIT / (2 * SLICES);
        int64_t rest = radius * radius - y * y;
        halves[i] = rest > 0 ? (int32_t)root(rest) : -1;
    }
}

/* How much of [from, from + UNIT) lies in [-half, half], summed over the slices: 0 to SLICES × UNIT. */
static int32_t covered(const int32_t halves[SLICES], int64_t from)
{
    int32_t sum = 0;
    for (int i = 0; i < SLICES; i++) {
        int64_t left = from > -halves[i] ? from : -halves[i];
        int64_t right = from + UNIT < halves[i] ? from + UNIT : halves[i];
        if (halves[i] >= 0 && right > left)
            sum += (int32_t)(right - left);
    }
    return sum;
}

static uint32_t coverage_of(int32_t sum)
{
    enum { FULL = SLICES * UNIT };
    return (uint32_t)((sum * 255 + FULL / 2) / FULL);
}

static void put(uint32_t *pixel, colour_argb colour, uint32_t coverage)
{
    uint32_t alpha = blend_times(colour >> 24, coverage);
    if (alpha == 255)
        *pixel = colour;
    else if (alpha)
        *pixel = blend_over(*pixel, colour, alpha);
}

static uint32_t *row_of(const struct frame *frame, int y)
{
    return frame->pixels + (size_t)y * (size_t)frame->stride_px;
}

/* --- rounded boxes --------------------------------------------------------------------------------------------------------------- */

/* One row of a rounded box: whether its corners cut it, and the slices of the corner circle there. */
struct corner_row {
    bool rounded;
    int32_t halves[SLICES];
};

static int usable_radius(struct box box, int radius_px)
{
    int shorter = box.width < box.height ? box.width : box.height;
    int radius = radius_px < shorter / 2 ? radius_px : shorter / 2;
    return radius < 0 ? 0 : radius < RADIUS_MOST_PX ? radius : RADIUS_MOST_PX;
}

static struct corner_row corner_row(struct box box, int radius, int y)
{
    struct corner_row row = {.rounded = false};
    int from_top = y - box.y, from_bottom = box.y + box.height - 1 - y;
    int near = from_top < from_bottom ? from_top : from_bottom;
    if (near >= radius)
        return row;
    row.rounded = true;
    /* The lower corners are the upper ones upside down: the same slices in another order, and sums do not care. */
    half_widths((int64_t)radius * UNIT, ((int64_t)near - radius) * UNIT, row.halves);
    return row;
}

/* Coverage of pixel x in that row, 0-255: the corners' circles lie `radius` inside the box on both sides. */
static uint32_t corner_coverage(const struct corner_row *row, struct box box, int radius, int x)
{
    if (!row->rounded)
        return 255;
    int from_left = x - box.x, from_right = box.x + box.width - 1 - x;
    int near = from_left < from_right ? from_left : from_right;
    if (near >= radius)
        return 255;
    return coverage_of(covered(row->halves, ((int64_t)near - radius) * UNIT));
}

void shapes_rect(struct frame *frame, struct box box, int radius_px, colour_argb colour, struct box clip)
{
    struct box part = shapes_clip(frame, box, clip);
    int radius = usable_radius(box, radius_px);
    if (radius == 0) {
        frame_fill(frame, part, colour);
        return;
    }
    for (int y = part.y; y < part.y + part.height; y++) {
        struct corner_row corners = corner_row(box, radius, y);
        uint32_t *row = row_of(frame, y);
        for (int x = part.x; x < part.x + part.width; x++)
            put(&row[x], colour, corner_coverage(&corners, box, radius, x));
    }
}

void shapes_outline(struct frame *frame, struct box box, int radius_px, int stroke_px, colour_argb colour, struct box clip)
{
    struct box part = shapes_clip(frame, box, clip);
    int radius = usable_radius(box, radius_px);
    struct box inner = {box.x + stroke_px, box.y + stroke_px, box.width - 2 * stroke_px, box.height - 2 * stroke_px};
    if (stroke_px <= 0)
        return;
    if (inner.width <= 0 || inner.height <= 0) {
        shapes_rect(frame, box, radius_px, colour, clip);
        return;
    }
    int inner_radius = usable_radius(inner, radius - stroke_px);
    for (int y = part.y; y < part.y + part.height; y++) {
        struct corner_row outside = corner_row(box, radius, y);
        bool crosses = y >= inner.y && y < inner.y + inner.height;
        struct corner_row inside = crosses ? corner_row(inner, inner_radius, y) : (struct corner_row){.rounded = false};
        uint32_t *row = row_of(frame, y);
        for (int x = part.x; x < part.x + part.width; x++) {
            bool within = crosses && x >= inner.x && x < inner.x + inner.width;
            uint32_t hole = within ? corner_coverage(&inside, inner, inner_radius, x) : 0;
            uint32_t full = corner_coverage(&outside, box, radius, x);
            put(&row[x], colour, full > hole ? full - hole : 0);
        }
    }
}

void shapes_picture(struct frame *frame, struct box box, int radius_px, const struct frame *picture, struct box clip)
{
    assert(picture->width_px == box.width && picture->height_px == box.height);
    struct box part = shapes_clip(frame, box, clip);
    int radius = usable_radius(box, radius_px);
    for (int y = part.y; y < part.y + part.height; y++) {
        struct corner_row corners = corner_row(box, radius, y);
        uint32_t *row = row_of(frame, y);
        const uint32_t *source = row_of(picture, y - box.y);
        for (int x = part.x; !corners.rounded && x < part.x + part.width; x++)
            row[x] = source[x - box.x] | 0xFF000000u;
        for (int x = part.x; corners.rounded && x < part.x + part.width; x++)
            put(&row[x], source[x - box.x] | 0xFF000000u, corner_coverage(&corners, box, radius, x));
    }
}

/* --- gradient -------------------------------------------------------------------------------------------------------------------- */

/* Steps of the gradient; one colour each with 8 bits behind the point in 16-bit lanes, so that a pixel costs one addition. The slope is
 * the designer's: 160 degrees in CSS terms, mostly downward (sine and cosine in permille). */
enum { STEPS = 1024, SLOPE_ACROSS = 342, SLOPE_DOWN = 940 };

static uint64_t lanes(colour_argb from, colour_argb to, int weight, int whole)
{
    uint64_t result = 0;
    for (int channel = 0; channel < 3; channel++) {
        int a = (int)(from >> (8 * channel) & 255), b = (int)(to >> (8 * channel) & 255);
        int mixed = a * 256 + (b - a) * 256 * weight / whole; /* 0 to 255 × 256: the dither below never carries out of a lane */
        result |= (uint64_t)(uint32_t)mixed << (16 * channel);
    }
    return result;
}

/* The 8×8 ordered pattern of Bayer (1973), scaled to 0-252 and centred. */
static uint32_t dither(int x, int y)
{
    uint32_t value = 0;
    for (int bit = 0; bit < 3; bit++) {
        uint32_t a = (uint32_t)x >> bit & 1u, b = (uint32_t)y >> bit & 1u;
        value |= ((a ^ b) << 1 | b) << (2 * (2 - bit));
    }
    return value * 4 + 2;
}

void shapes_gradient(struct frame *frame, struct box box, int radius_px, const colour_argb colours[3], struct box clip)
{
    struct box part = shapes_clip(frame, box, clip);
    if (part.width == 0)
        return;
    int radius = usable_radius(box, radius_px);
    uint64_t table[STEPS + 1], pattern[64];
    for (int i = 0; i <= STEPS; i++)
        table[i] = i < STEPS / 2 ? lanes(colours[0], colours[1], i, STEPS / 2) : lanes(colours[1], colours[2], i - STEPS / 2, STEPS / 2);
    for (int i = 0; i < 64; i++)
        pattern[i] = dither(i % 8, i / 8) * (uint64_t)0x000100010001u;
    /* Way from corner to corner in 1/2^20 of a step: so much for a pixel to the right, so much for one down. */
    uint64_t span = (uint64_t)SLOPE_ACROSS * (uint32_t)box.width + (uint64_t)SLOPE_DOWN * (uint32_t)box.height;
    uint32_t across = (uint32_t)(((uint64_t)STEPS << 20) * SLOPE_ACROSS / span);
    uint32_t down = (uint32_t)(((uint64_t)STEPS << 20) * SLOPE_DOWN / span);
    for (int y = part.y; y < part.y + part.height; y++) {
        struct corner_row corners = corner_row(box, radius, y);
        const uint64_t *noise = pattern + (y & 7) * 8;
        uint32_t *row = row_of(frame, y);
        uint32_t way = down / 2 + across / 2 + (uint32_t)(y - box.y) * down + (uint32_t)(part.x - box.x) * across;
        for (int x = part.x; x < part.x + part.width; x++, way += across) {
            uint64_t value = table[way >> 20] + noise[x & 7];
            colour_argb colour = 0xFF000000u | (uint32_t)(value >> 24 & 0xFF0000u) | (uint32_t)(value >> 16 & 0xFF00u) | (uint32_t)(value >> 8 & 0xFFu);
            if (corners.rounded)
                put(&row[x], colour, corner_coverage(&corners, box, radius, x));
            else
                row[x] = colour;
        }
    }
}

/* --- circles --------------------------------------------------------------------------------------------------------------------- */

static bool circle_is_sane(const struct circle *circle)
{
    enum { FAR = RADIUS_MOST_PX * 16 };
    return circle->radius16 > 0 && circle->radius16 <= FAR && circle->stroke16 >= 0 && circle->stroke16 <= FAR && circle->centre_x16 > -FAR &&
           circle->centre_x16 < FAR && circle->centre_y16 > -FAR && circle->centre_y16 < FAR;
}

/* Pixels of one row that the outer circle may touch and that lie in `part`: for a ring the inside is skipped pixel by pixel, cheaply. */
static void circle_row(struct frame *frame, struct box part, int y, const struct circle *circle, colour_argb colour)
{
    int64_t outer = ((int64_t)circle->radius16 * 2 + circle->stroke16) * (UNIT / 32);
    int64_t inner = circle->stroke16 > 0 ? ((int64_t)circle->radius16 * 2 - circle->stroke16) * (UNIT / 32) : 0;
    int64_t dy = (int64_t)y * UNIT - (int64_t)circle->centre_y16 * (UNIT / 16);
    int32_t outside[SLICES], inside[SLICES];
    half_widths(outer, dy, outside);
    half_widths(inner > 0 ? inner : 0, dy, inside);
    int32_t hole = INT32_MAX, reach = -1; /* nearer to the middle, and farther from it, nothing is drawn */
    for (int i = 0; i < SLICES; i++) {
        hole = inside[i] < hole ? inside[i] : hole;
        reach = outside[i] > reach ? outside[i] : reach;
    }
    uint32_t *row = row_of(frame, y);
    for (int x = part.x; x < part.x + part.width; x++) {
        int64_t from = (int64_t)x * UNIT - (int64_t)circle->centre_x16 * (UNIT / 16);
        if (from >= reach || from + UNIT <= -reach || (from >= -hole && from + UNIT <= hole))
            continue;
        int32_t sum = covered(outside, from);
        if (sum > 0 && inner > 0)
            sum -= covered(inside, from);
        if (sum > 0)
            put(&row[x], colour, coverage_of(sum));
    }
}

void shapes_circle(struct frame *frame, const struct circle *circle, colour_argb colour, struct box clip)
{
    if (!circle_is_sane(circle))
        return;
    int reach = (circle->radius16 + circle->stroke16) / 16 + 2;
    int x = circle->centre_x16 / 16, y = circle->centre_y16 / 16;
    struct box part = shapes_clip(frame, (struct box){x - reach, y - reach, 2 * reach + 1, 2 * reach + 1}, clip);
    for (int line = part.y; line < part.y + part.height; line++)
        circle_row(frame, part, line, circle, colour);
}
