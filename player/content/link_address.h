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

/* The entrance of a site, unless that is the event's own: "jpo2026.site.fr". */
bool link_address_is_home(const char *url);

/* "https://site.fr/x", "site.fr", "nom@site.fr": one word with a point inside. */
bool link_address_is_alone(const char *label);

/* The name that stands beside the link of a field: "Inscription"; "" when there is none. Borrowed from the article. */
const char *link_address_field(const struct article *article, const struct link *link);

#endif
