/* Which line of the file each word of a YAML scalar stands on. YAML folds lines and drops quotes, so the scalar is laid beside the
 * text it was read from. It knows no key and no Markdown beyond what may not begin a line. */
#ifndef PARVIS_CONTENT_ARTICLE_LINES_H
#define PARVIS_CONTENT_ARTICLE_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct yaml_node;

/* The scalar with its line breaks as in the file, where that does not change what Markdown makes of it; lines[i] is the file's
 * line of line i. Both in the arena. */
struct article_lines {
    const char *text;
    size_t length;
    const int *lines;
};

/* `keep_breaks` makes each line break of the scalar itself a hard one: right for an address or a picture's words, wrong for Markdown.
 * `source` is the YAML text whose first line is line `first_line` of the file. Words that cannot be found (escapes) keep the line
 * of the word before. Linear. */
void article_lines_find(struct arena *arena, const char *source, size_t length, int first_line, const struct yaml_node *node,
                        bool keep_breaks, struct article_lines *result);

#endif
