#include "support/fake_fonts.h"

#include "base/utf8.h"

static bool is_emoji(uint32_t codepoint)
{
    return codepoint >= 0x1F000 || codepoint == 0x23F0 || codepoint == 0x2714;
}

static bool has_no_width(uint32_t codepoint)
{
    return (codepoint >= 0x300 && codepoint < 0x370) || codepoint == 0x200C || codepoint == 0x200D || codepoint == 0xFE0F || codepoint == 0x20E3;
}

static int advance(void *self, int face, int size_px, const char *text, size_t length)
{
    (void)self;
    int halves = 0;
    const char *end = text + length;
    bool joined = false;
    while (text < end) {
        uint32_t codepoint = utf8_next(&text, end);
        if (!joined && !has_no_width(codepoint))
            halves += face == FACE_EMOJI && is_emoji(codepoint) ? 5 : 2;
        joined = codepoint == 0x200D;
    }
    return halves * size_px / 4;
}

static struct font_metrics metrics(void *self, int face, int size_px)
{
    (void)self;
    (void)face;
    return (struct font_metrics){.ascent_px = size_px * 97 / 100, .descent_px = size_px * 24 / 100, .cap_px = size_px * 73 / 100,
                                 .x_px = size_px * 55 / 100};
}

static int face_for(void *self, int wanted, uint32_t codepoint)
{
    (void)self;
    if (codepoint >= 0xE000 && codepoint <= 0xF8FF)
        return -1;
    if (is_emoji(codepoint))
        return FACE_EMOJI;
    if (codepoint >= 0x590 && codepoint < 0x700)
        return FACE_FALLBACK;
    if (wanted == FACE_EMOJI)
        return codepoint < 0x80 ? FACE_EMOJI : -1;
    return wanted;
}

const struct fonts *fake_fonts(void)
{
    static const struct fonts fonts = {.self = NULL, .advance = advance, .metrics = metrics, .face_for = face_for};
    return &fonts;
}
