/* A link that some editors tear apart: <a href>, a blank line, its words, a blank line, </a>. Markdown would end the link at the first
 * blank line. It knows such links alone; what else is in the text stays as it is. */
#ifndef PARVIS_CONTENT_TORN_LINK_H
#define PARVIS_CONTENT_TORN_LINK_H

#include <stddef.h>

struct arena;

/* The text with the words of such links drawn together, the line ends behind them, so that lines keep their numbers; `text` itself when
 * there is none. Linear. */
const char *torn_link_mend(struct arena *arena, const char *text, size_t length, size_t *mended_length);

#endif
