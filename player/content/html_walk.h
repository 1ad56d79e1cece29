/* The walk over an HTML text, element by element, that makes blocks of it: what a heading, an item, a cell, a link means for them.
 * It knows no parser (html.c drives it) and no Markdown. */
#ifndef PARVIS_CONTENT_HTML_WALK_H
#define PARVIS_CONTENT_HTML_WALK_H

#include "content/html_tags.h"

#include <stdbool.h>
#include <stddef.h>

struct blocks;

/* What an open element says about the text in it. A child begins as a copy of its parent. Indexes point into html.frames, -1 = none. */
struct html_frame {
    const struct html_tag *tag;
    unsigned style;
    int link;
    bool link_owner; /* this element made the link */
    bool outer_read; /* then: whether the link around it had text */
    int box;
    bool quote; /* in a quotation that nobody marked as a box */
    bool important;
    bool button;
    bool dropped;
    bool pre;
    int heading;
    int list;
    int level;
    bool ordered;
    int next_number; /* of the list's next item */
    int number;      /* of this item */
    int item;        /* the frame of the nearest item */
    bool item_read;  /* on that frame: its first block was begun */
    int row;         /* the frame of the nearest row */
    bool in_head;    /* in thead */
    int cells, head_cells; /* on the row's frame */
    int table;             /* the frame of the nearest table */
    bool table_has_rows;   /* on that frame: a row that is no header was kept */
    size_t head_rows;      /* on that frame: header rows at the end of the list of blocks */
    const char *columns;   /* on that frame: the text of the last header row, once it was dropped */
};

struct html_walk {
    struct blocks *blocks;
    int line; /* of the file: where the parser stands, behind what it hands over */
    struct html_frame *frames;
    int depth;            /* frames in use */
    int open_item;        /* the item whose block is open, -1 = none */
    bool link_read;       /* the open link has text */
    const char *link_alt; /* what the picture in the open link shows */
    bool stopped;         /* too deep: nothing more is read */
};

/* Begins a walk that adds to `blocks`. Its frames live in the blocks' scratch arena. */
void html_walk_init(struct html_walk *walk, struct blocks *blocks);

/* An element begins: `attributes` is NULL, or names and values in turn, ended by NULL; a value may be NULL. Elements nested deeper than
 * HTML_DEPTH_MOST stop the walk with a warning. */
void html_walk_start(struct html_walk *walk, const char *name, const unsigned char **attributes);

/* The innermost open element ends. */
void html_walk_end(struct html_walk *walk);

/* Text, entities resolved; walk->line is the line of its last byte. */
void html_walk_text(struct html_walk *walk, const unsigned char *text, int length);

/* Everything ends: closes the block that is open. */
void html_walk_finish(struct html_walk *walk);

#endif
