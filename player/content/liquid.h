/* Liquid, the template language of Jekyll sites: here its tags are taken out, never run. It knows {{ }} and {% %}, nothing of Markdown. */
#ifndef PARVIS_CONTENT_LIQUID_H
#define PARVIS_CONTENT_LIQUID_H

#include <stddef.h>

struct arena;
struct diags;

/* Copies `text` without {% tags %}, {{ values }} and {% comment %}...{% endcomment %}; line feeds stay, so that lines keep their
 * numbers. A tag that names a picture first ({% figure "a.png", "words" %}) becomes that picture in Markdown. A value leaves a hole
 * in the sentence, and a tag that never ends is a slip: both are reported, once each, at the line that lines[i] gives (NULL:
 * first_line + i). Returns `text` itself when there is nothing to do. */
const char *liquid_remove(struct arena *arena, const char *text, size_t length, const int *lines, int first_line, const char *file,
                          struct diags *diags, size_t *clean_length);

#endif
