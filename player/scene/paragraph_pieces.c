#include "scene/paragraph_pieces.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "scene/paragraph_breaks.h"

#include <string.h>

enum { SOFT_HYPHEN = 0xAD };

/* Raised suffixes: six tenths of the size, raised by a third of the em. */
enum { RAISED_SIZE_PERCENT = 60, RAISED_BY_PERCENT = 33 };

/* A piece is measured whole: an endless word is measured in parts. */
enum { PIECE_MOST_CODEPOINTS = 200 };

/* All that splitting carries along. */
struct splitter {
    struct arena *arena;
    const struct fonts *fonts;
    const struct paragraph_style *style;
    struct paragraph_breaks breaks;
    const char *flat;             /* all stretches, one after the other */
    const unsigned char *stretch; /* style of each byte of it */
    struct buffer text, cluster;
    struct pieces *pieces;
    bool may, must; /* what was pending before a cluster that is not drawn */
};

static bool is_blank(uint32_t codepoint)
{
    return codepoint == ' ' || codepoint == '\t' || codepoint == '\n' || codepoint == 0x3000 ||
           (codepoint >= 0x2000 && codepoint <= 0x200A && codepoint != 0x2007);
}

/* Signs that another sign can stand for where a font lacks them: a space is a space. 0 when there is none. */
static uint32_t stand_in(uint32_t codepoint)
{
    if (codepoint == 0x202F || codepoint == 0x2007 || codepoint == 0xA0 || is_blank(codepoint))
        return ' ';
    return codepoint == 0x2011 || codepoint == 0x2010 ? '-' : 0;
}

static int measure(const struct fonts *fonts, const struct piece *piece, const char *text)
{
    return piece->length ? fonts->advance(fonts->self, piece->face, piece->size_px, text + piece->start, piece->length) : 0;
}

/* Adds a cluster's code points that its face can draw to the text; returns how many. */
static int add_cluster_text(struct splitter *splitter, int face, const char *at, const char *end, bool emoji)
{
    const struct fonts *fonts = splitter->fonts;
    int added = 0;
    while (at < end) {
        uint32_t codepoint = utf8_next(&at, end);
        if (!emoji && added > 0 && paragraph_breaks_is_invisible(codepoint) && codepoint != 0x200C && codepoint != 0x200D)
            continue;
        bool free_of_face = emoji || paragraph_breaks_is_invisible(codepoint);
        if (!free_of_face && fonts->face_for(fonts->self, face, codepoint) != face) {
            if (!splitter->pieces->missing)
                splitter->pieces->missing = codepoint;
            continue;
        }
        size_t length = splitter->text.length;
        buffer_add_codepoint(&splitter->text, codepoint);
        for (size_t i = length; i < splitter->text.length; i++)
            buffer_add_char(&splitter->cluster, i == length && added == 0 ? 1 : 2);
        added++;
    }
    return added;
}

/* Where a new piece would differ from the last one. */
static bool continues(const struct splitter *splitter, const struct piece *next, size_t start)
{
    if (splitter->pieces->count == 0 || splitter->may || splitter->must || next->soft)
        return false;
    const struct piece *last = &splitter->pieces->items[splitter->pieces->count - 1];
    return last->start + last->length == start && last->face == next->face && last->size_px == next->size_px &&
           last->rise_px == next->rise_px && last->colour == next->colour && last->level == next->level &&
           last->blank == next->blank && !last->soft && last->codepoints < PIECE_MOST_CODEPOINTS;
}

static void add_piece(struct splitter *splitter, struct piece piece, size_t start, int codepoints)
{
    struct pieces *pieces = splitter->pieces;
    size_t length = splitter->text.length - start;
    if (continues(splitter, &piece, start)) {
        pieces->items[pieces->count - 1].length += length;
        pieces->items[pieces->count - 1].codepoints += codepoints;
        return;
    }
    pieces->items = arena_grow(splitter->arena, pieces->items, pieces->count, &pieces->capacity, sizeof *pieces->items);
    piece.start = start;
    piece.length = length;
    piece.codepoints = codepoints;
    piece.break_may = splitter->may || splitter->must;
    piece.break_must = splitter->must;
    splitter->may = splitter->must = false;
    pieces->items[pieces->count++] = piece;
}

/* The face of a stretch with this style; strong text has a face of its own. */
static int stretch_face(const struct paragraph_style *style, unsigned char stretch)
{
    return style->face == FACE_TEXT && (stretch & TEXT_STRONG) ? FACE_STRONG : style->face;
}

/* The face that draws a cluster, -1 when none can. A space within words of a fallback face is that face's: their run stays whole. */
static int cluster_face(const struct splitter *splitter, int wanted, uint32_t first, bool emoji, unsigned char level)
{
    const struct fonts *fonts = splitter->fonts;
    if (first == ' ' && splitter->pieces->count > 0) {
        const struct piece *last = &splitter->pieces->items[splitter->pieces->count - 1];
        if (last->face >= FACE_FALLBACK && last->level == level)
            wanted = last->face;
    }
    if (emoji) {
        int face = fonts->face_for(fonts->self, FACE_EMOJI, first);
        if (face >= 0)
            return face;
    }
    int face = fonts->face_for(fonts->self, wanted, first);
    /* Private signs mean something in the theme's own font only; elsewhere they are somebody else's drawing. */
    bool is_private = (first >= 0xE000 && first <= 0xF8FF) || first >= 0xF0000;
    return is_private && face != wanted ? -1 : face;
}

/* A hyphen that shows only at a line's end: a piece of its own whose text is "-". */
static void add_soft_hyphen(struct splitter *splitter, struct piece piece)
{
    size_t start = splitter->text.length;
    buffer_add_char(&splitter->text, '-');
    buffer_add_char(&splitter->cluster, 1);
    piece.soft = true;
    add_piece(splitter, piece, start, 1);
}

/* A piece with the looks of its stretch. */
static struct piece styled_piece(const struct splitter *splitter, size_t from)
{
    const struct paragraph_style *style = splitter->style;
    unsigned char stretch = splitter->stretch[from];
    struct piece piece = {.face = stretch_face(style, stretch),
                          .size_px = style->size_px,
                          .colour = (stretch & TEXT_QUIET) && style->quiet ? style->quiet : style->colour,
                          .level = splitter->breaks.levels ? splitter->breaks.levels[from] : 0};
    if (stretch & TEXT_SUPERSCRIPT) {
        int raised = style->size_px * RAISED_SIZE_PERCENT / 100;
        piece.rise_px = style->size_px * RAISED_BY_PERCENT / 100;
        piece.size_px = raised > 0 ? raised : 1;
    }
    return piece;
}

/* Draws a space of a kind the face lacks as a plain one, a rare hyphen as the usual one. False when the sign needs no such help. */
static bool add_stand_in(struct splitter *splitter, struct piece piece, uint32_t first, int face)
{
    const struct fonts *fonts = splitter->fonts;
    uint32_t other = first == ' ' ? 0 : stand_in(first);
    if (!other || (face == piece.face && first > ' '))
        return false;
    size_t start = splitter->text.length;
    if (fonts->face_for(fonts->self, piece.face, other) == piece.face) {
        buffer_add_codepoint(&splitter->text, other);
        buffer_add_char(&splitter->cluster, 1);
        add_piece(splitter, piece, start, 1);
    }
    return true;
}

static void add_cluster(struct splitter *splitter, size_t from, size_t to)
{
    unsigned char flags = splitter->breaks.flags[from];
    splitter->may |= (flags & BREAK_MAY) != 0;
    splitter->must |= (flags & BREAK_MUST) != 0;
    const char *at = splitter->flat + from, *end = splitter->flat + to, *ahead = at;
    uint32_t first = utf8_next(&ahead, end);
    struct piece piece = styled_piece(splitter, from);
    piece.blank = is_blank(first);
    if (first == SOFT_HYPHEN) {
        add_soft_hyphen(splitter, piece);
        return;
    }
    if ((first < ' ' && !piece.blank) || paragraph_breaks_is_invisible(first))
        return;
    bool emoji = (flags & BREAK_EMOJI) != 0;
    int face = first == UTF8_REPLACEMENT ? -1 : cluster_face(splitter, piece.face, first, emoji, piece.level);
    if (add_stand_in(splitter, piece, first, face))
        return;
    if (face < 0) {
        if (!splitter->pieces->missing)
            splitter->pieces->missing = first;
        return;
    }
    piece.face = face;
    size_t start = splitter->text.length;
    int codepoints = add_cluster_text(splitter, face, at, end, emoji && face == FACE_EMOJI);
    if (codepoints > 0)
        add_piece(splitter, piece, start, codepoints);
}

/* Joins the stretches of a line; notes the style of each byte. Cut at a code point when there is too much. */
static size_t flatten(struct splitter *splitter, const struct text_line *line)
{
    struct buffer flat, stretch;
    buffer_init(&flat, splitter->arena);
    buffer_init(&stretch, splitter->arena);
    for (size_t i = 0; i < line->count; i++) {
        const char *text = line->texts[i].text ? line->texts[i].text : "";
        size_t length = strlen(text);
        size_t room = PARAGRAPH_MOST_BYTES - flat.length;
        if (length > room) {
            splitter->pieces->cut = true;
            for (length = room; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80; length--)
                ;
        }
        buffer_add_bytes(&flat, text, length);
        for (size_t byte = 0; byte < length; byte++)
            buffer_add_char(&stretch, (char)(line->texts[i].style & 0x7F));
        if (splitter->pieces->cut)
            break;
    }
    splitter->flat = flat.data;
    splitter->stretch = (const unsigned char *)stretch.data;
    return flat.length;
}

struct pieces paragraph_pieces_make(struct arena *arena, const struct fonts *fonts, const struct paragraph_style *style,
                                    const struct text_line *line)
{
    struct pieces pieces = {0};
    struct splitter splitter = {.arena = arena, .fonts = fonts, .style = style, .pieces = &pieces};
    buffer_init(&splitter.text, arena);
    buffer_init(&splitter.cluster, arena);
    size_t length = flatten(&splitter, line);
    splitter.breaks = paragraph_breaks_find(arena, splitter.flat, length);
    for (size_t from = 0; from < length;) {
        size_t to = from + 1;
        while (to < length && !(splitter.breaks.flags[to] & BREAK_CLUSTER))
            to++;
        add_cluster(&splitter, from, to);
        from = to;
    }
    pieces.text = splitter.text.data;
    pieces.cluster = splitter.cluster.data;
    pieces.base_level = splitter.breaks.base_level;
    pieces.right_to_left = splitter.breaks.levels != NULL;
    for (size_t i = 0; i < pieces.count; i++)
        pieces.items[i].width_px = measure(fonts, &pieces.items[i], pieces.text);
    return pieces;
}

void paragraph_pieces_split(struct arena *arena, const struct fonts *fonts, struct pieces *pieces, size_t index, size_t offset)
{
    struct piece *items = pieces->items = arena_grow(arena, pieces->items, pieces->count, &pieces->capacity, sizeof *items);
    memmove(items + index + 1, items + index, (pieces->count - index) * sizeof *items);
    struct piece *first = &items[index], *second = &items[index + 1];
    size_t kept = offset - first->start;
    first->length = kept;
    second->start = offset;
    second->length -= kept;
    const char *at = pieces->text + first->start, *end = pieces->text + offset;
    first->codepoints = 0;
    for (; at < end; utf8_next(&at, end))
        first->codepoints++;
    second->codepoints -= first->codepoints;
    second->break_may = true;
    second->break_must = false;
    first->width_px = measure(fonts, first, pieces->text);
    second->width_px = measure(fonts, second, pieces->text);
    pieces->count++;
}
