/* A styled text as pieces that can be measured: one face, size, colour and direction each, none longer than what may stand between
 * two line opportunities. It knows fonts; it knows no width to fill. Private to paragraph.c and paragraph_lines.c. */
#ifndef PARVIS_SCENE_PARAGRAPH_PIECES_H
#define PARVIS_SCENE_PARAGRAPH_PIECES_H

#include "scene/paragraph.h"

struct arena;

/* A stretch of `text` (offsets into pieces.text). `break_may`: a line may begin with it. */
struct piece {
    size_t start, length;
    int face, size_px, rise_px;
    colour_argb colour;
    int width_px;
    int codepoints;
    unsigned char level;
    bool break_may, break_must;
    bool blank; /* spaces at which a line may end: not drawn there */
    bool soft;  /* an invisible hyphen, drawn only when a line ends with it */
};

/* `cluster` has a byte for each byte of `text`: 1 where a cluster begins. `text` holds only what is drawn. */
struct pieces {
    struct piece *items;
    size_t count, capacity;
    const char *text;
    const char *cluster;
    unsigned char base_level;
    bool right_to_left; /* some piece is */
    uint32_t missing;
    bool cut;
};

/* Splits and measures. */
struct pieces paragraph_pieces_make(struct arena *arena, const struct fonts *fonts, const struct paragraph_style *style,
                                    const struct text_line *line);

/* Cuts pieces[index] before the byte `offset` of the text (inside it) and measures both halves; a line may begin with the second. */
void paragraph_pieces_split(struct arena *arena, const struct fonts *fonts, struct pieces *pieces, size_t index, size_t offset);

#endif
