/* The head of a reStructuredText page, as Pelican and Sphinx have it: a title with a line of signs below it, perhaps above it too, and then
 * fields ":date: 2017-10-05", ":category: atelier". It knows lines; what keys mean is for article_front.c. */
#ifndef PARVIS_CONTENT_ARTICLE_DOCINFO_H
#define PARVIS_CONTENT_ARTICLE_DOCINFO_H

#include <stddef.h>

struct arena;

/* The fields as lines "date: 2017-10-05", the title before them, keys in small letters, each in the line where it stands, at most 40; "" when the text
 * begins with no such head. *body is the offset behind the head, set only then. */
char *article_docinfo(struct arena *arena, const char *text, size_t length, size_t *body);

/* The text behind such a head with its links "`texte <https://…>`_" as Markdown has them: "[texte](https://…)". Lines that
 * a link was broken into are given back behind its paragraph. Linear. */
char *article_docinfo_links(struct arena *arena, const char *text, size_t length);

#endif
