/* All that layout knows of fonts: how wide a text is, how high a line, and which face has a glyph. Two implementations exist:
 * SDL_ttf (draw/ttf) and a fake for tests (tests/fake_fonts). */
#ifndef PARVIS_SCENE_FONTS_H
#define PARVIS_SCENE_FONTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Faces that every style has; fallbacks follow from FACE_FALLBACK on. FACE_EMOJI has colour glyphs. In FACE_FIGURE all digits have the
 * same advance, whatever the font: what counts down in it does not tremble. */
enum face { FACE_TEXT, FACE_STRONG, FACE_TITLE, FACE_FIGURE, FACE_EMOJI, FACE_FALLBACK };

/* Pixels at a size. */
struct font_metrics {
    int ascent_px;  /* baseline to top of line */
    int descent_px; /* baseline to bottom, positive */
    int cap_px;     /* height of a capital H */
    int x_px;       /* height of x */
};

struct fonts {
    void *self;
    /* Advance in pixels of `length` bytes of UTF-8 in one face; 0 for an empty text. */
    int (*advance)(void *self, int face, int size_px, const char *text, size_t length);
    struct font_metrics (*metrics)(void *self, int face, int size_px);
    /* The face that can draw `codepoint`: `wanted` itself, else a fallback, else -1. Emoji presentation is asked with FACE_EMOJI. */
    int (*face_for)(void *self, int wanted, uint32_t codepoint);
};

#endif
