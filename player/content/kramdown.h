/* What Jekyll's kramdown and Liquid understand and cmark would show as text: {: .class}, {#id}, footnotes, comments, Liquid tags, pipe
 * tables, definition lists. A pass over lines turns it into CommonMark plus marks of our own. It parses no Markdown itself. */
#ifndef PARVIS_CONTENT_KRAMDOWN_H
#define PARVIS_CONTENT_KRAMDOWN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;

/* Marks in the text that comes out: control characters, which clean input cannot hold. Row marks begin a paragraph. */
enum kramdown_sign {
    KRAMDOWN_ROW = 1,        /* a further row of the table */
    KRAMDOWN_FIRST_ROW = 2,  /* the first row of a table without header */
    KRAMDOWN_HEAD_ROW = 3,   /* the header row of a table: its first */
    KRAMDOWN_CELL = 4,       /* between two cells */
    KRAMDOWN_TERM = 5,       /* begins the paragraph of a term that is defined below */
    KRAMDOWN_BUTTON = 6,     /* behind a link that is a button */
    KRAMDOWN_IMPORTANT = 7,  /* behind a link that is important */
    KRAMDOWN_INLINE = 15     /* keeps a line from being taken for a block of HTML, and nothing else */
};

/* {: ...} on a line of its own. `line` is that of the output (from 1) which the block it belongs to ends on, or begins on when
 * `before`; `depth` counts the quotations it stands in. */
struct kramdown_mark {
    int line;
    int depth;
    bool before;
    bool contents;      /* {:toc}: the block is a placeholder for a table of contents */
    const char *classes; /* "encadre lien-important": only names with a meaning here */
};

/* `lines[i]` is the line of the file from which line i (from 0) of `text` comes. All borrowed from the arena. */
struct kramdown {
    const char *text;
    size_t length;
    const int *lines;
    size_t line_count;
    const struct kramdown_mark *marks;
    size_t mark_count;
};

/* Translates clean text. `lines` maps its lines to those of the file; NULL: they count up from `first_line`. What stays open (a comment,
 * a Liquid tag) is reported for `file`. Linear. */
void kramdown_translate(struct arena *arena, const char *text, size_t length, const int *lines, int first_line, const char *file,
                        struct diags *diags, struct kramdown *result);

#endif
