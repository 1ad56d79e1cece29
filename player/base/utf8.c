#include "base/utf8.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <string.h>

static bool utf8_is_scalar(uint32_t codepoint)
{
    return codepoint <= 0x10FFFF && !(codepoint >= 0xD800 && codepoint <= 0xDFFF);
}

/* Length of a sequence and the bits of its first byte, or 0 for a byte that can begin none. */
static size_t utf8_sequence(unsigned char first, uint32_t *bits)
{
    if (first < 0x80) {
        *bits = first;
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
        *bits = first & 0x1Fu;
        return 2;
    }
    if (first >= 0xE0 && first < 0xF0) {
        *bits = first & 0x0Fu;
        return 3;
    }
    if (first >= 0xF0 && first < 0xF5) {
        *bits = first & 0x07u;
        return 4;
    }
    return 0;
}

uint32_t utf8_next(const char **text, const char *end)
{
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    if (*text >= end)
        return 0;
    const unsigned char *bytes = (const unsigned char *)*text;
    uint32_t codepoint = 0;
    size_t length = utf8_sequence(bytes[0], &codepoint);
    if (length == 0 || (size_t)(end - *text) < length) {
        *text += 1;
        return UTF8_REPLACEMENT;
    }
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            *text += 1;
            return UTF8_REPLACEMENT;
        }
        codepoint = codepoint << 6 | (bytes[i] & 0x3Fu);
    }
    if (codepoint < smallest[length] || !utf8_is_scalar(codepoint)) {
        *text += 1;
        return UTF8_REPLACEMENT;
    }
    *text += length;
    return codepoint;
}

size_t utf8_encode(uint32_t codepoint, char bytes[4])
{
    if (!utf8_is_scalar(codepoint))
        codepoint = UTF8_REPLACEMENT;
    if (codepoint < 0x80) {
        bytes[0] = (char)codepoint;
        return 1;
    }
    if (codepoint < 0x800) {
        bytes[0] = (char)(0xC0 | codepoint >> 6);
        bytes[1] = (char)(0x80 | (codepoint & 0x3F));
        return 2;
    }
    if (codepoint < 0x10000) {
        bytes[0] = (char)(0xE0 | codepoint >> 12);
        bytes[1] = (char)(0x80 | (codepoint >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (codepoint & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | codepoint >> 18);
    bytes[1] = (char)(0x80 | (codepoint >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (codepoint >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (codepoint & 0x3F));
    return 4;
}

size_t utf8_count(const char *text)
{
    size_t count = 0;
    const char *end = text + strlen(text);
    while (text < end) {
        utf8_next(&text, end);
        count++;
    }
    return count;
}

char *utf8_clean(struct arena *arena, const char *bytes, size_t length, size_t *clean_length, size_t *bad_offset)
{
    const char *end = bytes + length, *at = bytes;
    struct buffer clean;
    buffer_init(&clean, arena);
    *bad_offset = length;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    while (at < end) {
        const char *start = at;
        uint32_t codepoint = utf8_next(&at, end);
        if (codepoint == '\r') {
            if (at == end || *at != '\n')
                buffer_add_char(&clean, '\n');
            continue;
        }
        bool control = (codepoint < 0x20 && codepoint != '\t' && codepoint != '\n') || codepoint == 0x7F;
        bool bad = control || (codepoint == UTF8_REPLACEMENT && at - start == 1);
        if (bad && *bad_offset == length)
            *bad_offset = (size_t)(start - bytes);
        buffer_add_codepoint(&clean, control ? UTF8_REPLACEMENT : codepoint);
    }
    *clean_length = clean.length;
    return clean.data;
}
