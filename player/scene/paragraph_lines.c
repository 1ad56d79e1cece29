#include "scene/paragraph_lines.h"

#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

/* More words than this are set line by line as they come: nobody reads so much on a wall. */
enum { ATOMS_MOST = 240 };

/* The end of an address is not parted from its host: ".org", ".info". */
enum { TAIL_MOST = 5 };

/* A little word is one of at most so many letters. */
enum { LITTLE_WORD_MOST = 3 };

/* What stands between two line opportunities: pieces [first, end), `blank_px` of it spaces at its end. */
struct atom {
    size_t first, end;
    int width_px, blank_px, hyphen_px;
    bool must;
    bool little, compound; /* a little word, the first part of a compound one: they had better not end a line */
};

struct breaker {
    struct arena *arena;
    const struct fonts *fonts;
    struct pieces *pieces;
    int width_px;
    bool balanced;
    struct atom *atoms;
    size_t count, capacity;
    bool too_wide;
};

/* "de", "les", "12", "2e": words that wait for the next one. Names and ends of sentences do not. */
static bool may_be_little(const struct pieces *pieces, const struct piece *piece)
{
    for (size_t i = 0; i < piece->length; i++) {
        unsigned char byte = (unsigned char)pieces->text[piece->start + i];
        if (byte < 0x80 && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9'))
            return false;
    }
    return true;
}

static bool ends_in_hyphen(const struct pieces *pieces, const struct atom *atom)
{
    const struct piece *last = &pieces->items[atom->end - 1];
    return last->length > 0 && !last->soft && pieces->text[last->start + last->length - 1] == '-';
}

static void measure_atom(const struct pieces *pieces, struct atom *atom)
{
    atom->width_px = atom->blank_px = atom->hyphen_px = 0;
    int signs = 0;
    atom->little = true;
    for (size_t i = atom->first; i < atom->end; i++) {
        const struct piece *piece = &pieces->items[i];
        atom->hyphen_px = piece->soft ? piece->width_px : 0;
        if (piece->soft)
            continue;
        atom->width_px += piece->width_px;
        atom->blank_px = piece->blank ? atom->blank_px + piece->width_px : 0;
        if (piece->blank)
            continue;
        signs += piece->codepoints;
        atom->little = atom->little && may_be_little(pieces, piece);
    }
    atom->little = atom->little && signs > 0 && signs <= LITTLE_WORD_MOST;
    atom->compound = ends_in_hyphen(pieces, atom);
}

static bool ends_in_hyphen_before(const char *text, size_t length)
{
    static const char no_break_hyphen[] = "\u2011";
    size_t own = sizeof no_break_hyphen - 1;
    return (length > 0 && text[length - 1] == '-') || (length > own && memcmp(text + length - own, no_break_hyphen, own) == 0);
}

/* Where a word too wide is best broken inside its piece so that its head is at most `room_px`: behind a slash or "@", or before a point when there
 * is one far enough behind its start (addresses), else behind a hyphen, else between any two clusters. Returns a byte of the text, or the piece's start: nothing fits. */
static size_t cut_inside(const struct breaker *breaker, const struct piece *piece, int room_px)
{
    const struct pieces *pieces = breaker->pieces;
    size_t low = piece->start, high = piece->start + piece->length;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        int width = breaker->fonts->advance(breaker->fonts->self, piece->face, piece->size_px, pieces->text + piece->start,
                                            middle - piece->start);
        if (pieces->cluster[middle] == 1 ? width <= room_px : width < room_px)
            low = middle;
        else
            high = middle;
    }
    while (low > piece->start && pieces->cluster[low] != 1)
        low--;
    size_t least = piece->start + (low - piece->start) / 4;
    size_t end = piece->start + piece->length;
    for (size_t at = low; at > least; at--) {
        bool tail = pieces->text[at] == '.' && end - at <= TAIL_MOST; /* ".org" is no line of its own */
        if (pieces->text[at - 1] == '/' || pieces->text[at - 1] == '@' || (pieces->text[at] == '.' && !tail))
            return at;
    }
    for (size_t at = low; at > least; at--)
        if (ends_in_hyphen_before(pieces->text + piece->start, at - piece->start))
            return at;
    return low;
}

/* The first cluster boundary behind a piece's start: a line holds at least one sign, whatever its width. */
static size_t first_boundary(const struct pieces *pieces, const struct piece *piece)
{
    size_t at = piece->start + 1, end = piece->start + piece->length;
    while (at < end && pieces->cluster[at] != 1)
        at++;
    return at;
}

/* Ends the atom so that it fits: before a piece, or inside one. */
static void shorten_atom(struct breaker *breaker, struct atom *atom)
{
    struct pieces *pieces = breaker->pieces;
    int used = 0;
    size_t i = atom->first;
    while (i + 1 < atom->end && used + pieces->items[i].width_px <= breaker->width_px)
        used += pieces->items[i++].width_px;
    const struct piece *piece = &pieces->items[i];
    size_t offset = cut_inside(breaker, piece, breaker->width_px - used);
    if (offset == piece->start && i > atom->first) {
        pieces->items[i].break_may = true;
        atom->end = i;
    } else {
        if (offset == piece->start)
            offset = first_boundary(pieces, piece);
        if (offset < piece->start + piece->length) {
            paragraph_pieces_split(breaker->arena, breaker->fonts, pieces, i, offset);
        }
        if (i + 1 < pieces->count)
            pieces->items[i + 1].break_may = true;
        atom->end = i + 1;
    }
    measure_atom(pieces, atom);
}

static void make_atoms(struct breaker *breaker)
{
    struct pieces *pieces = breaker->pieces;
    for (size_t first = 0; first < pieces->count;) {
        struct atom atom = {.first = first, .end = first + 1, .must = pieces->items[first].break_must};
        while (atom.end < pieces->count && !pieces->items[atom.end].break_may)
            atom.end++;
        measure_atom(pieces, &atom);
        if (atom.width_px - atom.blank_px > breaker->width_px) {
            breaker->too_wide = true;
            shorten_atom(breaker, &atom);
        }
        breaker->atoms = arena_grow(breaker->arena, breaker->atoms, breaker->count, &breaker->capacity, sizeof atom);
        breaker->atoms[breaker->count++] = atom;
        first = atom.end;
    }
}

/* How wide atoms [first, end) are on one line. */
static int line_width(const struct atom *atoms, size_t first, size_t end)
{
    int width = 0;
    for (size_t i = first; i < end; i++)
        width += atoms[i].width_px;
    return width - atoms[end - 1].blank_px + atoms[end - 1].hyphen_px;
}

/* As many atoms as fit, at least one: the end of the line that begins at `first`. */
static size_t greedy_end(const struct breaker *breaker, size_t first, size_t end)
{
    size_t at = first + 1;
    while (at < end && line_width(breaker->atoms, first, at + 1) <= breaker->width_px)
        at++;
    return at;
}

/* How much a line [first, end) displeases; the unit is a square pixel of empty space at its end. */
static int64_t line_cost(const struct breaker *breaker, size_t first, size_t end, bool last)
{
    int64_t width = breaker->width_px, used = line_width(breaker->atoms, first, end);
    int64_t slack = used < width ? width - used : 0;
    if (last && !breaker->balanced) {
        int64_t lonely = width / 3 - used;
        return lonely > 0 && first > 0 ? 4 * lonely * lonely : 0;
    }
    int64_t cost = slack * slack;
    if (!last && breaker->atoms[end - 1].little)
        cost += breaker->balanced ? width * width / 9 : width * width / 36;
    if (!last && breaker->atoms[end - 1].compound)
        cost += width * width / 9;
    return cost;
}

struct best {
    int64_t cost; /* -1: no way */
    size_t from;
};

/* Fills the row of `best` for one more line: the cheapest way to have set atoms [0, end) in it. */
static void add_line(const struct breaker *breaker, const struct atom *atoms, size_t count, const struct best *above, struct best *row)
{
    size_t offset = (size_t)(atoms - breaker->atoms);
    for (size_t end = 1; end <= count; end++) {
        row[end].cost = -1;
        for (size_t first = end; first-- > 0;) {
            if (first + 1 < end && line_width(atoms, first, end) > breaker->width_px)
                break;
            if (above[first].cost < 0)
                continue;
            int64_t cost = above[first].cost + line_cost(breaker, offset + first, offset + end, end == count);
            if (row[end].cost < 0 || cost < row[end].cost)
                row[end] = (struct best){.cost = cost, .from = first};
        }
    }
    row[0].cost = -1;
}

/* Breaks atoms [first, end), which hold no forced break inside, into the fewest lines, the most pleasing way. */
static size_t break_stretch(const struct breaker *breaker, size_t first, size_t end, struct line_range *lines, size_t room)
{
    size_t fewest = 0;
    for (size_t at = first; at < end && fewest < room; fewest++) {
        size_t next = greedy_end(breaker, at, end);
        lines[fewest] = (struct line_range){.first = at, .end = next};
        at = next;
    }
    size_t count = end - first;
    if (fewest < 2 || count > ATOMS_MOST || lines[fewest - 1].end < end)
        return fewest;
    struct best *table = arena_alloc(breaker->arena, (fewest + 1) * (count + 1) * sizeof *table);
    for (size_t i = 1; i <= count; i++)
        table[i].cost = -1;
    for (size_t line = 1; line <= fewest; line++)
        add_line(breaker, breaker->atoms + first, count, table + (line - 1) * (count + 1), table + line * (count + 1));
    if (table[fewest * (count + 1) + count].cost < 0)
        return fewest;
    size_t at = count;
    for (size_t line = fewest; line > 0; line--) {
        size_t from = table[line * (count + 1) + at].from;
        lines[line - 1] = (struct line_range){.first = first + from, .end = first + at};
        at = from;
    }
    return fewest;
}

/* From atoms to pieces, without blanks at both ends. */
static struct line_range to_pieces(const struct breaker *breaker, struct line_range atoms)
{
    const struct piece *items = breaker->pieces->items;
    struct line_range range = {.first = breaker->atoms[atoms.first].first, .end = breaker->atoms[atoms.end - 1].end};
    while (range.end > range.first && items[range.end - 1].blank)
        range.end--;
    while (range.first < range.end && items[range.first].blank)
        range.first++;
    return range;
}

struct line_range *paragraph_lines_break(struct arena *arena, const struct fonts *fonts, struct pieces *pieces, int width_px,
                                         bool balanced, size_t *count, struct line_faults *faults)
{
    assert(width_px > 0);
    struct breaker breaker = {.arena = arena, .fonts = fonts, .pieces = pieces, .width_px = width_px, .balanced = balanced};
    make_atoms(&breaker);
    struct line_range *lines = arena_alloc(arena, PARAGRAPH_MOST_LINES * sizeof *lines);
    size_t made = 0;
    for (size_t first = 0; first < breaker.count && made < PARAGRAPH_MOST_LINES;) {
        size_t end = first + 1;
        while (end < breaker.count && !breaker.atoms[end].must)
            end++;
        made += break_stretch(&breaker, first, end, lines + made, PARAGRAPH_MOST_LINES - made);
        first = end;
    }
    *count = 0;
    *faults = (struct line_faults){0};
    for (size_t i = 0; i < made; i++) {
        struct line_range range = to_pieces(&breaker, lines[i]);
        bool last = lines[i].end >= breaker.count || breaker.atoms[lines[i].end].must;
        if (!last && (breaker.atoms[lines[i].end - 1].little || breaker.atoms[lines[i].end - 1].compound))
            faults->little_ends++;
        if (range.end > range.first)
            lines[(*count)++] = range;
    }
    faults->too_wide = breaker.too_wide;
    return lines;
}
