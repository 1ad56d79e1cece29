/* The inside of the kramdown pass: its state, and the parts that have a file of their own (inline marks, tables).
 * Nobody but kramdown*.c includes this. */
#ifndef PARVIS_CONTENT_KRAMDOWN_PASS_H
#define PARVIS_CONTENT_KRAMDOWN_PASS_H

#include "base/buffer.h"
#include "content/kramdown.h"

#include <stdbool.h>
#include <stddef.h>

/* Runs of more backticks than this open no code. */
enum { KRAMDOWN_TICKS_MOST = 63 };

/* A line of the input: [start, end) without its line feed; `content` is behind quotation marks and blanks, `depth` counts the marks. */
struct kramdown_line {
    size_t start;
    size_t prefix_end; /* behind the quotation marks */
    size_t content;
    size_t end;
    int depth;
};

struct kramdown_pass {
    struct arena *arena;
    const char *text;
    size_t length;
    const struct kramdown_line *in;
    size_t in_count;
    size_t at; /* index of the line that is being read */

    const int *file_lines; /* or NULL */
    int first_line;
    const char *file;
    struct diags *diags;

    struct buffer out;
    int *lines;
    size_t line_count, line_capacity;
    struct kramdown_mark *marks;
    size_t mark_count, mark_capacity;

    size_t skip_until; /* input up to here was read already (a comment, an attribute over two lines) */
    size_t code_run;   /* inside `code` that was opened by so many backticks; 0 = outside */
    size_t no_closer[KRAMDOWN_TICKS_MOST + 1]; /* up to here no run of that length closes anything */
    size_t brackets; /* "[" in this paragraph */

    char fence; /* '`' or '~' inside a fenced block, else 0 */
    size_t fence_length;
    int fence_depth;
    int open_html; /* divisions of raw HTML that are open */
    bool in_footnote;
    size_t previous_content; /* where the content of the previous line begins in `out` */
    bool previous_blank;
    int previous_depth; /* quotation marks of the previous line */
    bool previous_starts; /* the previous line began a paragraph */
    int attribute_run;    /* lines of attributes just above */
    bool attribute_before; /* they belong to the block below */
};

/* The line of the file that input line `index` comes from. */
int kramdown_pass_file_line(const struct kramdown_pass *pass, size_t index);

/* Ends the line in `out`; it comes from the current input line. */
void kramdown_pass_end_line(struct kramdown_pass *pass);

/* Adds the quotation marks and the indent of `line` to `out`. */
void kramdown_pass_prefix(struct kramdown_pass *pass, const struct kramdown_line *line);

/* Copies input [start, end), a part of the current line, without attributes, footnote marks and comments. In a row, "|" becomes
 * KRAMDOWN_CELL. */
void kramdown_inline(struct kramdown_pass *pass, size_t start, size_t end, bool row);

/* At "{": the offset behind the closing brace when this is an attribute list, else 0. The line begins at `line_start`. */
size_t kramdown_inline_attribute(const struct kramdown_pass *pass, size_t at, size_t line_start);

/* True when kramdown's own comment, {::comment}, begins at `at`. */
bool kramdown_inline_is_comment(const struct kramdown_pass *pass, size_t at);

/* The class names with a meaning in attributes [start, end), as enum html_class. */
unsigned kramdown_inline_classes(const struct kramdown_pass *pass, size_t start, size_t end);

/* Reads the table that begins on the current line, if one does: its rows go to `out`, pass->at moves to the line behind it. */
bool kramdown_table(struct kramdown_pass *pass);

/* True when a tag of an inline element stands at `at`. cmark takes a line with one such tag for a block of raw HTML and reads no
 * Markdown below it; kramdown does. */
bool kramdown_html_is_inline(const struct kramdown_pass *pass, size_t at, size_t end);

/* Counts the divisions of raw HTML that the line opens and closes into pass->open_html. */
void kramdown_html_count(struct kramdown_pass *pass, const struct kramdown_line *line);

/* <div markdown="1"> at `start`: writes it with an empty line behind, so that cmark reads what follows as Markdown. Returns the offset
 * behind the tag, or `start` when it is none. */
size_t kramdown_html_open_markdown(struct kramdown_pass *pass, const struct kramdown_line *line, size_t start);

/* For kramdown raw HTML ends with its closing tag, for cmark with an empty line: one is put in when text follows at once. */
void kramdown_html_end(struct kramdown_pass *pass, const struct kramdown_line *line);

#endif
