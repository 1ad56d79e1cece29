#include "draw/ttf.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "draw/blend.h"
#include "draw/emoji.h"
#include "draw/faces.h"
#include "draw/frame.h"
#include "draw/script.h"
#include "draw/shapes.h"

#include <string.h>

/* Layout measures the same words at every size it tries: widths in em are kept. A slot is simply taken over by the next text that
 * falls into it. 4096 slots, 64 KB: about forty full slides. */
enum { WIDTH_SLOTS = 4096, GLYPH_SLOTS = 1024 };

struct kept_width {
    uint64_t hash; /* of face and text; 0: empty */
    int32_t units;
};

struct kept_glyph {
    uint32_t codepoint;
    int16_t wanted, found; /* `wanted` is one more than the face asked for, 0: empty */
};

struct ttf {
    struct fonts fonts;
    struct faces *faces;
    struct emoji *emoji;
    int figure_cell; /* widest digit of the figures' face, 0: not measured yet */
    struct kept_width widths[WIDTH_SLOTS];
    struct kept_glyph glyphs[GLYPH_SLOTS];
};

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* A width in em / FACES_EM as pixels, rounded. */
static int pixels(int64_t units, int size_px)
{
    return (int)((units * size_px + FACES_EM / 2) / FACES_EM);
}

static int run_units(struct ttf *ttf, int face, const char *text, size_t length)
{
    return faces_width(ttf->faces, face, text, length, script_of(text, length).right_to_left);
}

/* --- figures: every digit in a cell of one width, so that a running countdown does not tremble (SDL_ttf cannot ask for 'tnum') -------- */

static int figure_cell(struct ttf *ttf, int face)
{
    int widest = 0;
    for (char digit = '0'; ttf->figure_cell == 0 && digit <= '9'; digit++) {
        int units = run_units(ttf, face, &digit, 1);
        widest = units > widest ? units : widest;
    }
    ttf->figure_cell = ttf->figure_cell ? ttf->figure_cell : widest;
    return ttf->figure_cell;
}

/* The first part of a text of figures: one digit, or all up to the next digit. */
static size_t figure_part(const char *text, size_t length)
{
    size_t part = 1;
    if (!is_digit(text[0]))
        while (part < length && !is_digit(text[part]))
            part++;
    return part;
}

static int figure_units(struct ttf *ttf, int face, const char *text, size_t length)
{
    int units = 0;
    for (size_t part; length > 0; text += part, length -= part) {
        part = figure_part(text, length);
        units += is_digit(text[0]) ? figure_cell(ttf, face) : run_units(ttf, face, text, part);
    }
    return units;
}

/* --- what layout asks ------------------------------------------------------------------------------------------------------------ */

/* FNV-1a, 64 bits. */
static uint64_t hash_of(int face, const char *text, size_t length)
{
    uint64_t hash = (14695981039346656037u ^ (uint64_t)(unsigned)face) * 1099511628211u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return hash ? hash : 1;
}

static int ttf_advance(void *self, int face, int size_px, const char *text, size_t length)
{
    struct ttf *ttf = self;
    int usable = length > 0 ? faces_usable(ttf->faces, face) : -1;
    if (usable < 0)
        return 0;
    uint64_t hash = hash_of(face, text, length);
    struct kept_width *kept = &ttf->widths[(hash ^ hash >> 32) % WIDTH_SLOTS];
    if (kept->hash != hash) {
        int units = face == FACE_EMOJI    ? faces_width(ttf->faces, usable, text, length, false)
                    : face == FACE_FIGURE ? figure_units(ttf, usable, text, length)
                                          : run_units(ttf, usable, text, length);
        *kept = (struct kept_width){.hash = hash, .units = units};
    }
    return face == FACE_EMOJI ? emoji_scaled(ttf->emoji, kept->units, size_px) : pixels(kept->units, size_px);
}

static struct font_metrics ttf_metrics(void *self, int face, int size_px)
{
    struct ttf *ttf = self;
    if (face == FACE_EMOJI)
        return emoji_metrics(size_px);
    int usable = faces_usable(ttf->faces, face);
    /* Without any font nothing is drawn, but layout goes on with the proportions of Inter. */
    struct face_heights heights = {.ascent = 1984, .descent = 494, .cap = 1490, .x = 1118};
    if (usable >= 0)
        heights = faces_heights(ttf->faces, usable);
    return (struct font_metrics){.ascent_px = pixels(heights.ascent, size_px), .descent_px = pixels(heights.descent, size_px), .cap_px = pixels(heights.cap, size_px), .x_px = pixels(heights.x, size_px)};
}

/* Emoji are asked of their own font first; text of the face itself, the text face, the fallbacks in order, and emoji last (their
 * font has plain signs too). */
static int find_face(struct ttf *ttf, int wanted, uint32_t codepoint)
{
    int usable = faces_usable(ttf->faces, wanted);
    if (usable >= 0 && faces_has(ttf->faces, usable, codepoint))
        return wanted;
    if (wanted != FACE_TEXT && faces_has(ttf->faces, FACE_TEXT, codepoint))
        return FACE_TEXT;
    for (int face = FACE_FALLBACK; face < faces_count(ttf->faces); face++)
        if (faces_has(ttf->faces, face, codepoint))
            return face;
    return faces_has(ttf->faces, FACE_EMOJI, codepoint) ? FACE_EMOJI : -1;
}

static int ttf_face_for(void *self, int wanted, uint32_t codepoint)
{
    struct ttf *ttf = self;
    if (wanted < 0 || wanted >= faces_count(ttf->faces))
        wanted = FACE_TEXT;
    struct kept_glyph *kept = &ttf->glyphs[(codepoint ^ (uint32_t)wanted * 193u) % GLYPH_SLOTS];
    if (kept->wanted != wanted + 1 || kept->codepoint != codepoint)
        *kept = (struct kept_glyph){.codepoint = codepoint, .wanted = (int16_t)(wanted + 1), .found = (int16_t)find_face(ttf, wanted, codepoint)};
    return kept->found;
}

struct ttf *ttf_create(const struct style *style)
{
    struct faces *faces = faces_create(style);
    if (!faces)
        return NULL;
    struct ttf *ttf = memory_alloc(sizeof *ttf);
    ttf->fonts = (struct fonts){.self = ttf, .advance = ttf_advance, .metrics = ttf_metrics, .face_for = ttf_face_for};
    ttf->faces = faces;
    ttf->emoji = emoji_create(faces);
    return ttf;
}

void ttf_destroy(struct ttf *ttf)
{
    if (!ttf)
        return;
    emoji_destroy(ttf->emoji);
    faces_destroy(ttf->faces);
    memory_free(ttf);
}

const struct fonts *ttf_fonts(struct ttf *ttf)
{
    return &ttf->fonts;
}

/* --- drawing --------------------------------------------------------------------------------------------------------------------- */

/* Lays one run of coverage over the frame: our own whole-number blend, the same on every machine. */
static void lay_ink(struct frame *frame, const struct ink *ink, int x, int baseline_y, colour_argb colour, struct box clip)
{
    struct box box = {x + ink->left_px, baseline_y - ink->top_px, ink->width_px, ink->height_px};
    struct box part = shapes_clip(frame, box, clip);
    uint32_t opacity = colour >> 24, opaque = colour | 0xFF000000u;
    for (int y = part.y; y < part.y + part.height; y++) {
        uint32_t *row = frame->pixels + (size_t)y * (size_t)frame->stride_px;
        const uint8_t *coverage = ink->coverage + (size_t)(y - box.y) * ink->pitch_bytes;
        for (int at = part.x; at < part.x + part.width; at++) {
            uint32_t alpha = blend_times(coverage[at - box.x], opacity);
            if (alpha == 255)
                row[at] = opaque;
            else if (alpha)
                row[at] = blend_over(row[at], opaque, alpha);
        }
    }
}

static void draw_part(struct ttf *ttf, struct frame *frame, const struct scene_text *text, int face, struct box clip, colour_argb colour, int x,
                      const char *part, size_t length)
{
    struct ink ink;
    if (!faces_ink(ttf->faces, face, text->size_px, part, length, text->right_to_left, &ink))
        return;
    lay_ink(frame, &ink, x, text->baseline_y, colour, clip);
    faces_ink_free(&ink);
}

/* Digits stand in the middle of their cells; the first one of a run stands at the margin, as all other text does. */
static void draw_figures(struct ttf *ttf, struct frame *frame, const struct scene_text *text, int face, struct box clip, colour_argb colour)
{
    const char *at = text->text;
    size_t length = strlen(at);
    int64_t units = 0;
    if (length > 0 && is_digit(at[0]))
        units = -(figure_cell(ttf, face) - run_units(ttf, face, at, 1)) / 2;
    for (size_t part; length > 0; at += part, length -= part) {
        part = figure_part(at, length);
        int width = run_units(ttf, face, at, part);
        int cell = is_digit(at[0]) ? figure_cell(ttf, face) : width;
        draw_part(ttf, frame, text, face, clip, colour, text->x + pixels(units + (cell - width) / 2, text->size_px), at, part);
        units += cell;
    }
}

void ttf_draw(struct ttf *ttf, struct frame *frame, const struct scene_text *text, colour_argb colour, struct box clip)
{
    enum { SIZE_MOST_PX = 2000 };
    int face = faces_usable(ttf->faces, text->face);
    if (face < 0 || text->size_px <= 0 || text->size_px > SIZE_MOST_PX || !text->text || !text->text[0])
        return;
    if (face == FACE_EMOJI)
        emoji_draw(ttf->emoji, frame, text, (int)(colour >> 24), clip);
    else if (text->face == FACE_FIGURE && !text->right_to_left)
        draw_figures(ttf, frame, text, face, clip, colour);
    else
        draw_part(ttf, frame, text, face, clip, colour, text->x, text->text, strlen(text->text));
}
