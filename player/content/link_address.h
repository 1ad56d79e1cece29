/* Where a link leads: the address that a telephone can open, with what the editor left out. It knows addresses; it never opens one. */
#ifndef PARVIS_CONTENT_LINK_ADDRESS_H
#define PARVIS_CONTENT_LINK_ADDRESS_H

#include <stdbool.h>

struct arena;
struct article;
struct diags;
struct link;

/* The absolute address (http, https or mailto; a path on the article's site is completed) in the arena, or NULL with a warning when there is none. */
const char *link_address(struct arena *arena, const struct article *article, const struct link *link, struct diags *diags);

/* The label as a button would show it; never "". */
const char *link_address_label(struct arena *arena, const struct link *link);

/* The same page: a slash at the end makes no difference. */
bool link_address_same(const char *one, const char *other);

#endif
