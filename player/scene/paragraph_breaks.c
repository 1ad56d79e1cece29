#include "scene/paragraph_breaks.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

enum { NBSP = 0xA0, NARROW_NBSP = 0x202F, VS15 = 0xFE0E, VS16 = 0xFE0F, KEYCAP = 0x20E3, JOINER = 0x200D };

/* Nothing below the Hebrew block runs right to left. */
enum { FIRST_RIGHT_TO_LEFT = 0x590 };

/* From this plane on, pictographs without a variation selector are meant as emoji even where Unicode's default is text (U+1F5D3):
 * that is how editors type them. */
enum { FIRST_ASTRAL_PICTOGRAPH = 0x1F000 };

/* The text as UTF-16, as ICU wants it; byte_at[i] is the byte offset of unit i (one entry more than units). */
struct wide {
    UChar *units;
    int32_t count;
    size_t *byte_at;
    bool may_run_right_to_left;
};

static struct wide widen(struct arena *arena, const char *text, size_t length)
{
    struct wide wide = {.units = arena_alloc(arena, (length + 1) * sizeof *wide.units),
                        .byte_at = arena_alloc(arena, (length + 1) * sizeof *wide.byte_at)};
    const char *at = text, *end = text + length;
    while (at < end) {
        size_t offset = (size_t)(at - text);
        uint32_t codepoint = utf8_next(&at, end);
        if (codepoint >= FIRST_RIGHT_TO_LEFT)
            wide.may_run_right_to_left = true;
        wide.byte_at[wide.count] = offset;
        if (codepoint > 0xFFFF) {
            wide.units[wide.count++] = U16_LEAD(codepoint);
            wide.byte_at[wide.count] = offset;
            wide.units[wide.count++] = U16_TRAIL(codepoint);
        } else {
            wide.units[wide.count++] = (UChar)codepoint;
        }
    }
    wide.byte_at[wide.count] = length;
    return wide;
}

static void mark_boundaries(const struct wide *wide, UBreakIteratorType type, unsigned char flag, unsigned char *flags)
{
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, "fr", wide->units, wide->count, &error);
    if (U_FAILURE(error)) {
        /* No ICU data: every code point is a cluster, no line may be broken; the paragraph then breaks inside words. */
        for (int32_t i = 0; i < wide->count; i++)
            if (type == UBRK_CHARACTER && !U16_IS_TRAIL(wide->units[i]))
                flags[wide->byte_at[i]] |= flag;
        return;
    }
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        unsigned char mark = flag;
        if (type == UBRK_LINE && at > 0 && ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD && wide->units[at - 1] == '\n')
            mark = BREAK_MAY | BREAK_MUST;
        flags[wide->byte_at[at]] |= mark;
    }
    ubrk_close(iterator);
}

static bool cluster_is_emoji(const char *start, const char *end)
{
    const char *at = start;
    uint32_t first = utf8_next(&at, end);
    uint32_t second = at < end ? utf8_next(&at, end) : 0;
    if (second == VS15)
        return false;
    if (u_hasBinaryProperty((UChar32)first, UCHAR_EMOJI_PRESENTATION))
        return true;
    if (!u_hasBinaryProperty((UChar32)first, UCHAR_EMOJI))
        return false;
    if (first >= FIRST_ASTRAL_PICTOGRAPH || second == VS16 || second == KEYCAP)
        return true;
    return second == JOINER || u_hasBinaryProperty((UChar32)second, UCHAR_EMOJI_MODIFIER);
}

static void mark_emoji(const char *text, size_t length, unsigned char *flags)
{
    for (size_t start = 0; start < length;) {
        size_t end = start + 1;
        while (end < length && !(flags[end] & BREAK_CLUSTER))
            end++;
        if (((unsigned char)text[start] >= 0x80 || end - start > 1) && cluster_is_emoji(text + start, text + end))
            flags[start] |= BREAK_EMOJI;
        start = end;
    }
}

/* The code point that ends before *at, moving *at to where it begins; 0 at the start. */
static uint32_t previous(const char *text, size_t *at)
{
    if (*at == 0)
        return 0;
    size_t start = *at - 1;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    const char *from = text + start;
    uint32_t codepoint = utf8_next(&from, text + *at);
    *at = start;
    return codepoint;
}

static bool is_no_break(uint32_t codepoint)
{
    return codepoint == NBSP || codepoint == NARROW_NBSP;
}

static bool is_dash(uint32_t codepoint)
{
    return codepoint == 0x2013 || codepoint == 0x2014;
}

/* Whether `last` is a word of one letter: what stands before it begins it. */
static bool is_one_letter_word(uint32_t last, uint32_t before)
{
    return u_isalpha((UChar32)last) && (before == 0 || before == ' ' || before == '\n' || before == '(' || is_no_break(before));
}

/* Whether the sign that ends before `end` is an emoji with which a line of thought begins: a marker such as a pin, which goes with its
 * first word. */
static bool is_leading_emoji(size_t end, const unsigned char *flags)
{
    size_t first = end;
    while (first > 0 && !(flags[--first] & BREAK_CLUSTER))
        ;
    return first < end && (flags[first] & BREAK_EMOJI) && (first == 0 || (flags[first] & BREAK_MUST));
}

/* Whether a line must not begin at `offset` although Unicode lets it. */
static bool forbidden(const char *text, size_t length, size_t offset, const unsigned char *flags)
{
    const char *ahead = text + offset;
    uint32_t next = utf8_next(&ahead, text + length);
    size_t at = offset;
    uint32_t before = previous(text, &at);
    if (is_no_break(next) || is_no_break(before))
        return true;
    if (before != ' ')
        return false;
    size_t blank = at;
    uint32_t last = previous(text, &at);
    /* A dash between words or hours closes its line, it does not open the next; "- 5" is no dash. */
    if (last && last != '\n' && (is_dash(next) || (next == '-' && ahead < text + length && *ahead == ' ')))
        return true;
    return is_one_letter_word(last, previous(text, &at)) || is_leading_emoji(blank, flags);
}

static void apply_french_rules(const char *text, size_t length, unsigned char *flags)
{
    for (size_t offset = 1; offset < length; offset++)
        if ((flags[offset] & (BREAK_MAY | BREAK_MUST)) == BREAK_MAY && forbidden(text, length, offset, flags))
            flags[offset] &= (unsigned char)~BREAK_MAY;
}

static const unsigned char *find_levels(struct arena *arena, const struct wide *wide, size_t length, unsigned char *base_level)
{
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(wide->count, 0, &error);
    if (U_FAILURE(error))
        return NULL;
    unsigned char *levels = NULL;
    ubidi_setPara(bidi, wide->units, wide->count, UBIDI_DEFAULT_LTR, NULL, &error);
    const UBiDiLevel *of_units = U_SUCCESS(error) ? ubidi_getLevels(bidi, &error) : NULL;
    if (of_units && U_SUCCESS(error) && ubidi_getDirection(bidi) != UBIDI_LTR) {
        *base_level = ubidi_getParaLevel(bidi);
        levels = arena_alloc(arena, length + 1);
        for (int32_t i = 0; i < wide->count; i++)
            for (size_t byte = wide->byte_at[i]; byte < wide->byte_at[i + 1]; byte++)
                levels[byte] = of_units[i];
    }
    ubidi_close(bidi);
    return levels;
}

struct paragraph_breaks paragraph_breaks_find(struct arena *arena, const char *text, size_t length)
{
    unsigned char *flags = arena_alloc(arena, length + 1);
    struct paragraph_breaks breaks = {.length = length, .flags = flags};
    if (length == 0)
        return breaks;
    struct wide wide = widen(arena, text, length);
    mark_boundaries(&wide, UBRK_CHARACTER, BREAK_CLUSTER, flags);
    mark_boundaries(&wide, UBRK_LINE, BREAK_MAY, flags);
    flags[0] |= BREAK_CLUSTER;
    mark_emoji(text, length, flags);
    apply_french_rules(text, length, flags);
    if (wide.may_run_right_to_left)
        breaks.levels = find_levels(arena, &wide, length, &breaks.base_level);
    return breaks;
}

void paragraph_breaks_reorder(const unsigned char *levels, size_t count, int32_t *order)
{
    ubidi_reorderVisual(levels, (int32_t)count, order);
}

int paragraph_breaks_is_invisible(uint32_t codepoint)
{
    return codepoint >= 0x80 && u_hasBinaryProperty((UChar32)codepoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
