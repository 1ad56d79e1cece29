/* The site that an article comes from: what its links like "/agenda/" begin with. Pages gathered from several sites carry the name of theirs
 * before "__", as in "culture.exemple.fr__agenda-de-mai.md". It knows names of files; it never asks the network whether a site is there. */
#ifndef PARVIS_CONTENT_ARTICLE_SITE_H
#define PARVIS_CONTENT_ARTICLE_SITE_H

struct arena;

/* "https://culture.exemple.fr" in the arena, by the name of the file at `path`; else `listed`, that of the playlist, which may be NULL. When both
 * mean one site (with "www." or without), the playlist's spelling is kept. */
const char *article_site(struct arena *arena, const char *path, const char *listed);

#endif
