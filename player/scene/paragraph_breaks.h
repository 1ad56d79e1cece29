/* Where a text may be broken and which way it runs: line opportunities, clusters that stay whole, emoji, direction.
 * The only file that knows ICU is behind it; it knows no widths and no fonts. */
#ifndef PARVIS_SCENE_PARAGRAPH_BREAKS_H
#define PARVIS_SCENE_PARAGRAPH_BREAKS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* What is true of the byte offset at which a cluster (what a reader takes for one sign) begins. */
enum break_flag {
    BREAK_CLUSTER = 1, /* a cluster begins here: nothing may be split between two of these */
    BREAK_MAY = 2,     /* a line may begin here */
    BREAK_MUST = 4,    /* a line begins here (after a line feed) */
    BREAK_EMOJI = 8    /* the cluster is shown as emoji: its own presentation, a variation selector, a flag, a keycap, a joined sequence */
};

/* `flags` has length + 1 entries, one a byte. `levels` has length entries (Unicode bidi embedding levels: odd runs right to left),
 * NULL when all of the text runs left to right. All in the arena. */
struct paragraph_breaks {
    size_t length;
    const unsigned char *flags;
    const unsigned char *levels;
    unsigned char base_level;
};

/* Analyses `length` bytes of UTF-8 (bad bytes count as U+FFFD). French rules stand on top of Unicode's: no line ends in a one-letter
 * word, none begins with the dash of a range of hours, none is broken beside U+00A0 or U+202F. */
struct paragraph_breaks paragraph_breaks_find(struct arena *arena, const char *text, size_t length);

/* Visual order of `count` runs with these levels: order[i] is the run that stands i-th from the left. */
void paragraph_breaks_reorder(const unsigned char *levels, size_t count, int32_t *order);

/* What is never drawn by itself: joiners, direction marks, variation selectors, soft hyphens. */
int paragraph_breaks_is_invisible(uint32_t codepoint);

#endif
