/* Puts an article together, byte by byte, as the HTML walk finds it: blocks with their spans and line marks, links, pictures.
 * It knows blanks, styles and lines; it refuses to know where the text came from (Markdown, HTML, front matter). */
#ifndef PARVIS_CONTENT_BLOCKS_H
#define PARVIS_CONTENT_BLOCKS_H

#include "content/article.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;

/* Pictures of one text; more are left out (each costs a few looks at the disk). */
enum { BLOCKS_IMAGES_MOST = 200 };

/* One byte of the block under construction, with all that is known of it. `link` is an index into links, or -1. */
struct block_cell {
    int line;
    int link;
    unsigned char style;
    char byte;
};

/* What waits to be written before the next visible byte; the greater wins. */
enum block_gap { BLOCK_GAP_NONE, BLOCK_GAP_SPACE, BLOCK_GAP_LINE, BLOCK_GAP_CELL };

/* Results live in `arena`; everything else in an arena of its own that ends with blocks_finish. */
struct blocks {
    struct arena *arena;
    struct arena *scratch;
    const char *file;
    struct diags *diags; /* may be NULL */

    struct block *items; /* the list that is being filled: body, or front matter while in_front */
    size_t count, capacity;
    struct link *links; /* of both lists */
    size_t link_count, link_capacity;
    struct article_image *images; /* as written; `file` is NULL */
    size_t image_count, image_capacity;
    int lists; /* numbers given so far */
    int boxes;
    bool in_front;
    const char *field; /* for blocks of the front matter */

    bool open;
    struct block head; /* kind, level, ... of the open block */
    struct block_cell *cells;
    size_t cell_count, cell_capacity;
    enum block_gap gap;
};

void blocks_init(struct blocks *blocks, struct arena *arena, const char *file, struct diags *diags);

/* Frees what was needed on the way. The results stay. */
void blocks_finish(struct blocks *blocks);

/* Begins a block like `head` (spans, text and lines are filled in later). A block that is open is closed first. */
void blocks_open(struct blocks *blocks, const struct block *head);

/* Adds one byte of visible text to the open block. The gap that waits is written first, unless the block is still empty. */
void blocks_add(struct blocks *blocks, char byte, unsigned style, int link, int line);

/* Asks for a gap before the next byte. */
void blocks_gap(struct blocks *blocks, enum block_gap gap);

/* Ends the open block: tidies its text and adds it to the list. Returns false when there was nothing to read in it. */
bool blocks_close(struct blocks *blocks);

/* Takes back the last `count` blocks of the list together with their links. */
void blocks_drop_last(struct blocks *blocks, size_t count);

/* Adds a link and returns its index. The label is taken from the text that refers to it; line is that of the tag until then. */
int blocks_link(struct blocks *blocks, const char *url, unsigned flags, int line);

/* Adds a picture of the text; the same path is kept once. */
void blocks_image(struct blocks *blocks, const char *path, const char *alt, int line);

/* Moves the finished list out and begins an empty one. */
struct block *blocks_take(struct blocks *blocks, size_t *count);

#endif
