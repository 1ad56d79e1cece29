/* Font files as widths and ink: the only file that knows SDL_ttf is behind it. It knows faces by number (scene/fonts.h) and opens a
 * file at its first use; it knows no frames and no colours of ours. */
#ifndef PARVIS_DRAW_FACES_H
#define PARVIS_DRAW_FACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct faces;
struct style;

/* Widths are measured once, unhinted, at this size, and scaled: a text has one width in em whatever its size, and layout may try
 * sizes for nothing. (Checked: runs rendered at 40, 56 and 72 px are within one pixel of it.) */
enum { FACES_EM = 2048, FACES_TEXT_MOST_BYTES = 8192 };

/* NULL when SDL_ttf cannot start. The style is borrowed. */
struct faces *faces_create(const struct style *style);
void faces_destroy(struct faces *faces);

/* The face that stands in for `face` when its file is missing or broken (title for figures, strong for title, text for strong, then
 * fallbacks), itself when it is well, or -1 when no font at all can be opened. Emoji have no stand-in. */
int faces_usable(struct faces *faces, int face);

/* How many faces there are, fallbacks included. */
int faces_count(const struct faces *faces);

/* Whether a usable face has a glyph of its own for the code point. */
bool faces_has(struct faces *faces, int face, uint32_t codepoint);

/* The advance of a text in 1/FACES_EM em (of a usable text face), shaped and kerned; at most FACES_TEXT_MOST_BYTES count. For the emoji
 * face: in pixels of its strike. */
int faces_width(struct faces *faces, int face, const char *text, size_t length, bool right_to_left);

/* Heights of a usable face in 1/FACES_EM em; of the emoji face in pixels of its strike (height of a line, cap and x 0). */
struct face_heights {
    int ascent, descent, cap, x, line;
};
struct face_heights faces_heights(struct faces *faces, int face);

/* A run drawn: coverage (0-255 a pixel) or, from a font with colours, pixels 0xAARRGGBB. Its left column lies `left_px` right of where
 * the advance begins (negative: left of it), its top row `top_px` above the baseline. */
struct ink {
    int width_px, height_px, left_px, top_px;
    size_t pitch_bytes;
    const uint8_t *coverage; /* NULL when it has colours */
    const uint32_t *colours;
    void *owner;
};

/* Draws a text at a size (the emoji face has one size only). False when there is nothing to draw. Free it with faces_ink_free. */
bool faces_ink(struct faces *faces, int face, int size_px, const char *text, size_t length, bool right_to_left, struct ink *ink);
void faces_ink_free(struct ink *ink);

#endif
