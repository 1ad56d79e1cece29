/* Markdown as sites write it (CommonMark, kramdown's marks, raw HTML) into blocks: the only file that knows cmark.
 * It knows no front matter; how HTML reads is html.h's. */
#ifndef PARVIS_CONTENT_MARKDOWN_H
#define PARVIS_CONTENT_MARKDOWN_H

#include <stddef.h>

struct arena;
struct blocks;

/* Reads clean UTF-8 of at most ARTICLE_MOST_BYTES (more is cut at a line) and adds its blocks, links and pictures to `blocks`.
 * lines[i] is the line of the file that line i of the text comes from; NULL: they count up from `first_line`.
 *
 * Memory: cmark aborts the process when an allocation fails, so it gets base/memory.h, which never returns NULL, and the ceiling is on
 * the input. Measured with cmark 0.30.2: 13 MB for 64 KiB of "*a_", the worst of ninety inputs tried; 36 KB for a usual article. */
void markdown_read(struct blocks *blocks, const char *text, size_t length, const int *lines, int first_line);

/* One line of Markdown as plain text ("Le **2** mai" is "Le 2 mai"), in `arena`. It is never a heading, list or quotation. */
const char *markdown_plain(struct arena *arena, const char *text);

#endif
