#include "slides/signs.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

enum { ELLIPSIS = 0x2026, GUILLEMET_OPEN = 0xAB, GUILLEMET_CLOSE = 0xBB, QUOTE_OPEN = 0x201C, QUOTE_CLOSE = 0x201D };

bool signs_is_blank(uint32_t point)
{
    return point == ' ' || point == '\t' || point == SIGNS_NBSP || point == SIGNS_NNBSP || (point >= 0x2000 && point <= 0x200A);
}

bool signs_is_digit(uint32_t point)
{
    return point >= '0' && point <= '9';
}

bool signs_is_letter(uint32_t point)
{
    if ((point | 0x20) >= 'a' && (point | 0x20) <= 'z')
        return true;
    return point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7;
}

void signs_add(struct signs *signs, uint32_t point)
{
    signs->points = arena_grow(signs->arena, signs->points, signs->count + 1, &signs->capacity, sizeof *signs->points);
    signs->points[signs->count++] = point;
    signs->points[signs->count] = 0;
}

struct signs signs_empty(struct arena *arena, size_t room)
{
    return (struct signs){.arena = arena, .points = arena_alloc(arena, (room + 2) * sizeof(uint32_t)), .capacity = room + 2};
}

/* Soft hyphens, zero-width spaces, byte order marks: no reader sees them. U+200D stays: it joins emoji. */
static bool is_invisible(uint32_t point)
{
    return point == 0xAD || point == 0x200B || point == 0xFEFF || point == 0x2060;
}

struct signs signs_from(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    struct signs signs = signs_empty(arena, length);
    const char *at = text, *end = text + length;
    uint32_t blank = 0;
    while (at < end) {
        uint32_t point = utf8_next(&at, end);
        if (is_invisible(point))
            continue;
        if (signs_is_blank(point)) {
            if (blank == 0 || blank == ' ')
                blank = point == SIGNS_NBSP || point == SIGNS_NNBSP ? point : ' ';
            continue;
        }
        bool after_break = signs.count && signs.points[signs.count - 1] == '\n';
        if (blank && point != '\n' && !after_break)
            signs_add(&signs, blank);
        blank = 0;
        signs_add(&signs, point);
    }
    if (blank)
        signs_add(&signs, blank);
    return signs;
}

char *signs_text(const struct signs *signs)
{
    struct buffer buffer;
    buffer_init(&buffer, signs->arena);
    for (size_t i = 0; i < signs->count; i++)
        buffer_add_codepoint(&buffer, signs->points[i]);
    return buffer.data;
}

bool signs_is_address(const uint32_t *points, size_t start, size_t end)
{
    for (size_t i = start + 1; i + 1 < end; i++) {
        if (points[i] == '@' || (points[i] == ':' && points[i + 1] == '/'))
            return true;
    }
    return end - start > 4 && points[start] == 'w' && points[start + 1] == 'w' && points[start + 2] == 'w' &&
           points[start + 3] == '.';
}

static bool is_end_of_word(uint32_t point)
{
    return point == 0 || point == '\n' || signs_is_blank(point);
}

/* What may follow a sign that takes a space before it: the end, a blank, a closing sign, another sign of its kind. */
static bool ends_phrase(uint32_t next)
{
    switch (next) {
    case ')':
    case ']':
    case '"':
    case '!':
    case '?':
    case '.':
    case ',':
    case ELLIPSIS:
    case GUILLEMET_CLOSE:
    case QUOTE_CLOSE:
        return true;
    default:
        return is_end_of_word(next);
    }
}

/* The space that French sets before a sign: 0 when this is none of them. */
static uint32_t space_before(uint32_t point)
{
    switch (point) {
    case ';':
    case '!':
    case '?':
    case GUILLEMET_CLOSE:
        return SIGNS_NNBSP;
    case ':':
    case '%':
    case 0x20AC: /* euro */
        return SIGNS_NBSP;
    default:
        return 0;
    }
}

/* After these no space is set: "(!)", "?!", and nothing at the start of a line. */
static bool refuses_space(uint32_t before)
{
    return before == 0 || before == '\n' || before == '(' || before == '[' || before == '!' || before == '?' ||
           before == GUILLEMET_OPEN || before == QUOTE_OPEN;
}

static bool wants_space(const struct signs *from, size_t i, uint32_t before)
{
    uint32_t point = from->points[i], next = from->points[i + 1];
    if (point == GUILLEMET_CLOSE)
        return !refuses_space(before) || before == '!' || before == '?';
    if (refuses_space(before))
        return false;
    if (point == '%' || point == 0x20AC)
        return signs_is_digit(before) && !signs_is_letter(next) && !signs_is_digit(next);
    return ends_phrase(next);
}

/* Takes away the blank at the end of `to` and says what stood before it. */
static uint32_t drop_blank(struct signs *to)
{
    if (to->count && signs_is_blank(to->points[to->count - 1]))
        to->points[--to->count] = 0;
    return to->count ? to->points[to->count - 1] : 0;
}

static void set_french(struct signs *to, const struct signs *from, size_t i)
{
    uint32_t point = from->points[i];
    uint32_t space = space_before(point);
    bool blank_before = i > 0 && signs_is_blank(from->points[i - 1]);
    uint32_t before = to->count ? to->points[to->count - 1] : 0;
    if (blank_before && i > 1)
        before = from->points[i - 2];
    if (space && wants_space(from, i, before)) {
        drop_blank(to);
        signs_add(to, space);
    } else if (space && i == 1 && blank_before) {
        /* A stretch that begins with " :": the word before it is in the stretch before. */
        drop_blank(to);
        signs_add(to, space);
    }
    signs_add(to, point);
    if (point == GUILLEMET_OPEN && from->points[i + 1] && from->points[i + 1] != '\n')
        signs_add(to, SIGNS_NNBSP);
}

/* English sets no space before a sign, unless something else than a word stands there ("a : b" stays). */
static void set_english(struct signs *to, const struct signs *from, size_t i)
{
    uint32_t point = from->points[i];
    bool closing = point == ';' || point == '!' || point == '?' || point == ':' || point == ',';
    if (closing && i > 1 && signs_is_blank(from->points[i - 1]) && signs_is_letter(from->points[i - 2]) &&
        ends_phrase(from->points[i + 1]))
        drop_blank(to);
    signs_add(to, point);
}

/* A straight quote opens before a word when another closes on the same line. */
static bool quote_opens(const struct signs *from, size_t i)
{
    uint32_t before = i ? from->points[i - 1] : ' ';
    if (!(is_end_of_word(before) || before == '(' || before == SIGNS_APOSTROPHE || before == '\'') ||
        is_end_of_word(from->points[i + 1]))
        return false;
    for (size_t k = i + 1; k < from->count && from->points[k] != '\n'; k++)
        if (from->points[k] == '"')
            return !is_end_of_word(from->points[k - 1]) && (ends_phrase(from->points[k + 1]) || from->points[k + 1] == ':' || from->points[k + 1] == ';');
    return false;
}

/* The end of the web or mail address that begins at `i`; `i` itself when none does. */
static size_t address_end(const struct signs *from, size_t i)
{
    if (is_end_of_word(from->points[i]) || (i > 0 && !is_end_of_word(from->points[i - 1])))
        return i;
    size_t end = i;
    while (!is_end_of_word(from->points[end]))
        end++;
    return signs_is_address(from->points, i, end) ? end : i;
}

/* Copies an address that begins at `i` as it is; false when none does. */
static bool copy_address(struct signs *to, const struct signs *from, size_t *i)
{
    size_t end = address_end(from, *i);
    if (end == *i)
        return false;
    for (; *i < end; ++*i)
        signs_add(to, from->points[*i]);
    return true;
}

/* A hyphen between two words, with blanks on both sides. */
static bool is_dash(const struct signs *from, size_t i)
{
    return from->points[i] == '-' && i > 1 && signs_is_blank(from->points[i - 1]) && signs_is_blank(from->points[i + 1]);
}

static bool is_ellipsis(const struct signs *from, size_t i)
{
    return from->points[i] == '.' && from->points[i + 1] == '.' && from->points[i + 2] == '.';
}

/* Signs that are typed for want of a better key. */
static struct signs replace_typed(const struct signs *from, bool english)
{
    struct signs to = signs_empty(from->arena, from->count);
    bool open = false;
    for (size_t i = 0; i < from->count;) {
        if (copy_address(&to, from, &i))
            continue;
        uint32_t point = from->points[i] == '\'' ? SIGNS_APOSTROPHE : from->points[i];
        if (is_ellipsis(from, i)) {
            point = ELLIPSIS;
            i += 2;
        } else if (is_dash(from, i)) {
            point = SIGNS_EN_DASH;
        } else if (point == '"' && open) {
            point = english ? QUOTE_CLOSE : GUILLEMET_CLOSE;
            open = false;
        } else if (point == '"' && quote_opens(from, i)) {
            point = english ? QUOTE_OPEN : GUILLEMET_OPEN;
            open = true;
        }
        signs_add(&to, point);
        i++;
    }
    return to;
}

struct signs signs_set(const struct signs *signs, bool english)
{
    struct signs from = replace_typed(signs, english);
    struct signs to = signs_empty(from.arena, from.count * 2);
    for (size_t i = 0; i < from.count;) {
        if (copy_address(&to, &from, &i))
            continue;
        bool inside_open = i > 0 && from.points[i - 1] == GUILLEMET_OPEN;
        bool there_already = !english && inside_open && signs_is_blank(from.points[i]);
        if (english)
            set_english(&to, &from, i);
        else if (!there_already)
            set_french(&to, &from, i);
        i++;
    }
    return to;
}
