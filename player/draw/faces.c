#include "draw/faces.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "draw/script.h"
#include "scene/fonts.h"
#include "scene/style.h"

#include <SDL_ttf.h>
#include <string.h>

/* At most this many fonts (one face at one size) are open at a time: about 100 KB each. Opening one again takes 0.1 ms. */
enum { OPEN_MOST = 10, STRIKE_SIZE = 128 };

/* A font file of at most this size is read once and kept for all its sizes: from a stream FreeType seeks and reads for every glyph (5 000
 * system calls a slide). What is larger, the 11 MB of the emoji, is read where it lies. */
enum { KEPT_MOST_BYTES = 1 << 20 };

struct opened {
    TTF_Font *font;
    int face, size_px;
    int space; /* advance of a space at that size */
    unsigned long used;
};

struct faces {
    const struct style *style;
    int count;
    bool *broken;
    struct face_heights *heights; /* line 0: not measured yet */
    struct arena *arena;          /* of the kept files */
    struct file_bytes *kept;      /* no data: not read yet, or too large */
    struct opened opened[OPEN_MOST];
    unsigned long turn;
};

struct faces *faces_create(const struct style *style)
{
    if (TTF_Init() != 0)
        return NULL;
    struct faces *faces = memory_alloc(sizeof *faces);
    faces->style = style;
    faces->count = FACE_FALLBACK + (int)style->fallback_count;
    faces->broken = memory_alloc((size_t)faces->count * sizeof *faces->broken);
    faces->heights = memory_alloc((size_t)faces->count * sizeof *faces->heights);
    faces->arena = arena_create();
    faces->kept = memory_alloc((size_t)faces->count * sizeof *faces->kept);
    return faces;
}

void faces_destroy(struct faces *faces)
{
    if (!faces)
        return;
    for (size_t i = 0; i < OPEN_MOST; i++)
        if (faces->opened[i].font)
            TTF_CloseFont(faces->opened[i].font);
    memory_free(faces->broken);
    memory_free(faces->heights);
    memory_free(faces->kept);
    arena_destroy(faces->arena);
    memory_free(faces);
    TTF_Quit();
}

int faces_count(const struct faces *faces)
{
    return faces->count;
}

static const char *path_of(const struct faces *faces, int face)
{
    return face < FACE_FALLBACK ? faces->style->faces[face] : faces->style->fallbacks[face - FACE_FALLBACK];
}

/* The slot to use for a new font: a free one, else the longest unused. */
static struct opened *slot(struct faces *faces)
{
    struct opened *oldest = &faces->opened[0];
    for (size_t i = 0; i < OPEN_MOST; i++) {
        if (!faces->opened[i].font)
            return &faces->opened[i];
        if (faces->opened[i].used < oldest->used)
            oldest = &faces->opened[i];
    }
    TTF_CloseFont(oldest->font);
    *oldest = (struct opened){.font = NULL};
    return oldest;
}

static TTF_Font *open_file(struct faces *faces, int face, const char *path, int size_px)
{
    struct file_bytes *kept = &faces->kept[face];
    if (!kept->data && file_read(faces->arena, path, KEPT_MOST_BYTES, kept) != FILE_READ)
        return TTF_OpenFont(path, size_px);
    return TTF_OpenFontRW(SDL_RWFromConstMem(kept->data, (int)kept->length), 1, size_px);
}

/* Opens a face at a size; NULL marks the face as broken. Hinting: none to measure; to draw only light vertical hinting with glyphs at
 * fractions of a pixel, which keeps the widths and gives even spacing (whole pixels: letters stand up to 1 px off). */
static struct opened *open_at(struct faces *faces, int face, int size_px)
{
    for (size_t i = 0; i < OPEN_MOST; i++) {
        struct opened *opened = &faces->opened[i];
        if (opened->font && opened->face == face && opened->size_px == size_px) {
            opened->used = ++faces->turn;
            return opened;
        }
    }
    const char *path = path_of(faces, face);
    TTF_Font *font = path ? open_file(faces, face, path, size_px) : NULL;
    /* A text face must scale: one that has fixed pictures only would come at any size but the one asked. */
    if (font && face != FACE_EMOJI && TTF_FontHeight(font) < size_px / 2) {
        TTF_CloseFont(font);
        font = NULL;
    }
    if (!font) {
        if (path)
            log_line(LOG_WARNING, "%s: cannot be used as a font", path);
        faces->broken[face] = true;
        return NULL;
    }
    if (face != FACE_EMOJI)
        TTF_SetFontHinting(font, size_px == FACES_EM ? TTF_HINTING_NONE : TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(font, 1);
    struct opened *opened = slot(faces);
    *opened = (struct opened){.font = font, .face = face, .size_px = size_px, .used = ++faces->turn};
    TTF_SetFontDirection(font, TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, "Latn");
    TTF_SizeUTF8(font, " ", &opened->space, NULL);
    return opened;
}

static struct opened *open_to_measure(struct faces *faces, int face)
{
    return open_at(faces, face, face == FACE_EMOJI ? STRIKE_SIZE : FACES_EM);
}

static bool is_well(struct faces *faces, int face)
{
    return !faces->broken[face] && path_of(faces, face) && open_to_measure(faces, face);
}

int faces_usable(struct faces *faces, int face)
{
    if (face < 0 || face >= faces->count)
        face = FACE_TEXT;
    if (is_well(faces, face))
        return face;
    if (face == FACE_EMOJI)
        return -1;
    for (int other = face < FACE_EMOJI ? face - 1 : FACE_TEXT; other >= 0; other--)
        if (is_well(faces, other))
            return other;
    for (int other = 0; other < faces->count; other++)
        if (other != FACE_EMOJI && is_well(faces, other))
            return other;
    return -1;
}

bool faces_has(struct faces *faces, int face, uint32_t codepoint)
{
    struct opened *opened = is_well(faces, face) ? open_to_measure(faces, face) : NULL;
    return opened && TTF_GlyphIsProvided32(opened->font, codepoint) != 0;
}

/* A text with a space before or behind it, NUL-terminated and cut to the ceiling at a code point's border. */
static void spell(char *buffer, bool before, const char *text, size_t length, bool behind)
{
    if (length > FACES_TEXT_MOST_BYTES) {
        length = FACES_TEXT_MOST_BYTES;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    size_t used = 0;
    if (before)
        buffer[used++] = ' ';
    for (size_t i = 0; i < length; i++) /* a control character would come out as a box */
        buffer[used++] = (unsigned char)text[i] < 0x20 ? ' ' : text[i];
    if (behind)
        buffer[used++] = ' ';
    buffer[used] = '\0';
}

static void set_direction(TTF_Font *font, const char *text, size_t length, bool right_to_left)
{
    TTF_SetFontScriptName(font, script_of(text, length).code);
    TTF_SetFontDirection(font, right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

int faces_width(struct faces *faces, int face, const char *text, size_t length, bool right_to_left)
{
    struct opened *opened = length ? open_to_measure(faces, face) : NULL;
    if (!opened)
        return 0;
    /* SDL_ttf 2.20.1 gives the width of the ink where that is wider than the advance (the tail of a j at the start, an f at the end).
     * Between two spaces nothing sticks out. */
    char buffer[FACES_TEXT_MOST_BYTES + 3];
    bool spaced = face != FACE_EMOJI;
    spell(buffer, spaced, text, length, spaced);
    set_direction(opened->font, text, length, right_to_left);
    int width = 0;
    if (TTF_SizeUTF8(opened->font, buffer, &width, NULL) != 0)
        return 0;
    width -= spaced ? 2 * opened->space : 0;
    return width > 0 ? width : 0;
}

struct face_heights faces_heights(struct faces *faces, int face)
{
    struct face_heights *heights = &faces->heights[face];
    struct opened *opened = heights->line == 0 ? open_to_measure(faces, face) : NULL;
    if (!opened)
        return *heights;
    *heights = (struct face_heights){.ascent = TTF_FontAscent(opened->font), .descent = -TTF_FontDescent(opened->font), .line = TTF_FontHeight(opened->font)};
    if (face == FACE_EMOJI)
        return *heights;
    TTF_GlyphMetrics32(opened->font, 'H', NULL, NULL, NULL, &heights->cap, NULL);
    TTF_GlyphMetrics32(opened->font, 'x', NULL, NULL, NULL, &heights->x, NULL);
    return *heights;
}

/* --- ink ------------------------------------------------------------------------------------------------------------------------- */

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* By how much SDL_ttf moved the baseline down because ink passes the ascent (Lato "Éx": 5 px). It says only how much the surface grew
 * at both ends; the glyphs' own heights tell them apart, and a mark put above a letter shows in the first row. */
static int grown_above(TTF_Font *font, const SDL_Surface *surface, const char *text)
{
    int extra = surface->h - TTF_FontHeight(font);
    if (extra <= 0)
        return 0;
    int above = 0, below = 0;
    const char *end = text + strlen(text);
    while (text < end) {
        int top = 0, bottom = 0;
        if (TTF_GlyphMetrics32(font, utf8_next(&text, end), NULL, NULL, &bottom, &top, NULL) != 0)
            continue;
        above = larger(above, top - TTF_FontAscent(font));
        below = larger(below, TTF_FontAscent(font) - bottom - TTF_FontHeight(font));
    }
    if (above + below >= extra)
        return above < extra ? above : extra;
    const uint8_t *first = surface->pixels;
    bool inked = false;
    for (int x = 0; x < surface->w; x++)
        inked = inked || first[x];
    return inked ? extra - below : above;
}

/* How far ink reaches left of where the advance begins: SDL_ttf moves the run right by that much. `width` is that of the drawn run. */
static int grown_left(struct opened *opened, const char *text, size_t length, bool right_to_left, int width)
{
    int left = 0;
    if (!right_to_left) {
        const char *start = text;
        TTF_GlyphMetrics32(opened->font, utf8_next(&start, text + length), &left, NULL, NULL, NULL, NULL);
        return left < 0 ? -left : 0;
    }
    /* The leftmost glyph is the last letter in its joined form, which cannot be asked for; a space takes its overhang in. */
    char buffer[FACES_TEXT_MOST_BYTES + 3];
    int spaced = 0;
    spell(buffer, false, text, length, true);
    if (TTF_SizeUTF8(opened->font, buffer, &spaced, NULL) != 0)
        return 0;
    left = width - (spaced - opened->space);
    return left > 1 ? left : 0;
}

bool faces_ink(struct faces *faces, int face, int size_px, const char *text, size_t length, bool right_to_left, struct ink *ink)
{
    bool emoji = face == FACE_EMOJI;
    struct opened *opened = length ? open_at(faces, face, emoji ? STRIKE_SIZE : size_px) : NULL;
    if (!opened)
        return false;
    char buffer[FACES_TEXT_MOST_BYTES + 3];
    spell(buffer, false, text, length, false);
    set_direction(opened->font, text, length, right_to_left);
    SDL_Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    /* Shaded surfaces hold coverage as palette index: a quarter of the memory, and SDL blends nothing. */
    SDL_Surface *surface =
        emoji ? TTF_RenderUTF8_Blended(opened->font, buffer, white) : TTF_RenderUTF8_Shaded(opened->font, buffer, white, black);
    if (!surface)
        return false;
    *ink = (struct ink){.width_px = surface->w, .height_px = surface->h, .pitch_bytes = (size_t)surface->pitch, .owner = surface};
    if (emoji)
        ink->colours = surface->pixels;
    else
        ink->coverage = surface->pixels;
    ink->top_px = TTF_FontAscent(opened->font) + (emoji ? 0 : grown_above(opened->font, surface, buffer));
    ink->left_px = emoji ? 0 : -grown_left(opened, text, length, right_to_left, surface->w);
    return true;
}

void faces_ink_free(struct ink *ink)
{
    SDL_FreeSurface(ink->owner);
    *ink = (struct ink){.owner = NULL};
}
