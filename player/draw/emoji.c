#include "draw/emoji.h"

#include "base/memory.h"
#include "draw/blend.h"
#include "draw/faces.h"
#include "draw/frame.h"
#include "draw/scale.h"
#include "draw/shapes.h"

#include <string.h>

/* A line of emoji is 9/8 em high and stands 2/9 of that under the baseline: its middle is then the middle of a capital of Inter. */
enum { HEIGHT_EIGHTHS = 9, BELOW_NINTHS = 2, KEPT = 16, KEY_BYTES = 48 };

/* A scaled run, premultiplied. Longer runs than KEY_BYTES are drawn and forgotten. */
struct kept {
    char text[KEY_BYTES];
    size_t length;
    int size_px;
    unsigned long used;
    struct frame *pixels;
};

struct emoji {
    struct faces *faces;
    struct kept kept[KEPT];
    unsigned long turn;
};

struct emoji *emoji_create(struct faces *faces)
{
    struct emoji *emoji = memory_alloc(sizeof *emoji);
    emoji->faces = faces;
    return emoji;
}

void emoji_destroy(struct emoji *emoji)
{
    if (!emoji)
        return;
    for (size_t i = 0; i < KEPT; i++)
        frame_destroy(emoji->kept[i].pixels);
    memory_free(emoji);
}

static int line_px(int size_px)
{
    int height = size_px * HEIGHT_EIGHTHS / 8;
    return height > 0 ? height : 1;
}

int emoji_scaled(const struct emoji *emoji, int strike_px, int size_px)
{
    int strike_line = faces_heights(emoji->faces, FACE_EMOJI).line;
    return strike_line > 0 ? (int)(((int64_t)strike_px * line_px(size_px) * 2 + strike_line) / (2 * (int64_t)strike_line)) : 0;
}

struct font_metrics emoji_metrics(int size_px)
{
    int below = line_px(size_px) * BELOW_NINTHS / 9;
    return (struct font_metrics){.ascent_px = line_px(size_px) - below, .descent_px = below, .cap_px = line_px(size_px) - below, .x_px = line_px(size_px) - below};
}

/* FreeType premultiplies the colours of a strike, and SDL_ttf 2.20.1 hands them on as they are although its surfaces are said to be straight:
 * multiplied once more, emoji get dark rims. No premultiplied colour is above its alpha, so a picture tells which kind it is. */
static bool is_premultiplied(const struct ink *ink)
{
    for (int y = 0; y < ink->height_px; y++) {
        const uint32_t *row = ink->colours + (size_t)y * (ink->pitch_bytes / sizeof *row);
        for (int x = 0; x < ink->width_px; x++) {
            uint32_t alpha = row[x] >> 24;
            if ((row[x] >> 16 & 255) > alpha || (row[x] >> 8 & 255) > alpha || (row[x] & 255) > alpha)
                return false;
        }
    }
    return true;
}

static uint32_t premultiply(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    uint32_t red = blend_times(pixel >> 16 & 255, alpha), green = blend_times(pixel >> 8 & 255, alpha);
    return alpha << 24 | red << 16 | green << 8 | blend_times(pixel & 255, alpha);
}

/* The strike as a frame of our own, premultiplied so that scaling does not bleed what is hidden. */
static struct frame *premultiplied(const struct ink *ink)
{
    struct frame *frame = frame_create(ink->width_px, ink->height_px);
    bool already = is_premultiplied(ink);
    for (int y = 0; y < ink->height_px; y++) {
        const uint32_t *source = ink->colours + (size_t)y * (ink->pitch_bytes / sizeof *source);
        uint32_t *row = frame->pixels + (size_t)y * (size_t)frame->stride_px;
        for (int x = 0; x < ink->width_px; x++)
            row[x] = already ? source[x] : premultiply(source[x]);
    }
    return frame;
}

/* The run drawn from the strike and scaled; NULL when the font draws nothing. */
static struct frame *make(struct emoji *emoji, const struct scene_text *text)
{
    struct ink ink;
    if (!faces_ink(emoji->faces, FACE_EMOJI, text->size_px, text->text, strlen(text->text), text->right_to_left, &ink))
        return NULL;
    int width = emoji_scaled(emoji, ink.width_px, text->size_px), height = emoji_scaled(emoji, ink.height_px, text->size_px);
    struct frame *result = NULL;
    if (width > 0 && height > 0) {
        struct frame *strike = premultiplied(&ink);
        result = frame_create(width, height);
        scale_picture(result, strike, scale_whole(strike));
        frame_destroy(strike);
    }
    faces_ink_free(&ink);
    return result;
}

/* A kept run, made when it is new; the longest unused one makes room. */
static const struct frame *find(struct emoji *emoji, const struct scene_text *text, size_t length)
{
    struct kept *oldest = &emoji->kept[0];
    for (size_t i = 0; i < KEPT; i++) {
        struct kept *kept = &emoji->kept[i];
        if (kept->pixels && kept->size_px == text->size_px && kept->length == length && memcmp(kept->text, text->text, length) == 0) {
            kept->used = ++emoji->turn;
            return kept->pixels;
        }
        if (kept->used < oldest->used)
            oldest = kept;
    }
    frame_destroy(oldest->pixels);
    *oldest = (struct kept){.length = length, .size_px = text->size_px, .used = ++emoji->turn, .pixels = make(emoji, text)};
    memcpy(oldest->text, text->text, length);
    return oldest->pixels;
}

/* Colours that are premultiplied already: what lies under only loses what they cover. */
static void lay(uint32_t *pixel, uint32_t over, uint32_t opacity)
{
    uint32_t rest = 255 - blend_times(over >> 24, opacity), result = 0xFF000000u;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t sum = blend_times(over >> shift & 255, opacity) + blend_times(*pixel >> shift & 255, rest);
        result |= (sum < 255 ? sum : 255) << shift;
    }
    *pixel = result;
}

void emoji_draw(struct emoji *emoji, struct frame *frame, const struct scene_text *text, int opacity, struct box clip)
{
    size_t length = strlen(text->text);
    struct frame *once = length > KEY_BYTES ? make(emoji, text) : NULL;
    const struct frame *run = length > KEY_BYTES ? once : find(emoji, text, length);
    if (run) {
        struct box box = {text->x, text->baseline_y - emoji_metrics(text->size_px).ascent_px, run->width_px, run->height_px};
        struct box part = shapes_clip(frame, box, clip);
        for (int y = part.y; y < part.y + part.height; y++) {
            uint32_t *row = frame->pixels + (size_t)y * (size_t)frame->stride_px;
            const uint32_t *source = run->pixels + (size_t)(y - box.y) * (size_t)run->stride_px;
            for (int x = part.x; x < part.x + part.width; x++)
                if (source[x - box.x] >> 24)
                    lay(&row[x], source[x - box.x], (uint32_t)opacity);
        }
    }
    frame_destroy(once);
}
