/* Which pieces stand on which line: as few lines as there can be, and among those the ones that read best (like lengths, no lonely
 * last word, no little word left at a line's end). It knows widths; it knows no fonts but to break a word that is too wide. */
#ifndef PARVIS_SCENE_PARAGRAPH_LINES_H
#define PARVIS_SCENE_PARAGRAPH_LINES_H

#include "scene/paragraph_pieces.h"

struct arena;

/* A paragraph has at most so many lines: more fit on no screen at the floor size. */
enum { PARAGRAPH_MOST_LINES = 160 };

/* Pieces [first, end) without the blanks at both ends. */
struct line_range {
    size_t first, end;
};

/* What could not be avoided: a word that had to be split, lines that end in a little word. */
struct line_faults {
    bool too_wide;
    int little_ends;
};

/* Breaks `pieces` (words too wide are split in it) into lines of at most `width_px`. `balanced`: the last line counts like the
 * others. */
struct line_range *paragraph_lines_break(struct arena *arena, const struct fonts *fonts, struct pieces *pieces, int width_px,
                                         bool balanced, size_t *count, struct line_faults *faults);

#endif
