/* One HTML text as blocks, spans, links and pictures: the only file that knows libxml2. Markdown and raw HTML meet here.
 * It knows which elements are read and which are not; it knows no Markdown and no front matter. */
#ifndef PARVIS_CONTENT_HTML_H
#define PARVIS_CONTENT_HTML_H

#include <stddef.h>

struct blocks;

/* Levels of elements that are followed; what lies deeper is left out with a warning. */
enum { HTML_DEPTH_MOST = 256 };

/* Reads `html` (clean UTF-8, its first byte on line `first_line` of the file) and adds what a reader sees to `blocks`. Broken HTML is
 * repaired as a browser would. Nothing is fetched. Linear. */
void html_read(struct blocks *blocks, const char *html, size_t length, int first_line);

#endif
