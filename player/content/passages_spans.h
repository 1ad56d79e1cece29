/* What the spans of a passage say of its bytes: struck through, the words of a link, behind one, behind a name in bold. */
#ifndef PARVIS_CONTENT_PASSAGES_SPANS_H
#define PARVIS_CONTENT_PASSAGES_SPANS_H

#include <stdbool.h>
#include <stddef.h>

struct passage;

/* The byte at `offset` is struck through. */
bool passages_spans_are_struck(const struct passage *passage, size_t offset);

/* The byte at `offset` stands in the words of a link. */
bool passages_spans_link(const struct passage *passage, size_t offset);

/* A link ends right before byte `offset`, signs and blanks left out: "[Les Rencontres](/agenda/x) (12 mai)". */
bool passages_spans_link_before(const struct passage *passage, size_t offset);

/* What stands before byte `offset` is one name in bold or a link, and the byte is not: "**Taille des haies** 21 avril". */
bool passages_spans_name(const struct passage *passage, size_t offset);

#endif
