/* What stands under a code: the wording of the link when it is one that calls to act, else words of our own for what it leads to. Tables; it
 * knows no URL beyond its scheme. */
#ifndef PARVIS_SLIDES_LABEL_H
#define PARVIS_SLIDES_LABEL_H

struct arena;
struct words;

/* A label for `url`. A wording that begins in the middle of a sentence ("vous inscrire", "ce formulaire"), that is an address, too long or
 * empty is replaced. In plain typing. */
const char *label_for(const struct words *words, struct arena *arena, const char *wording, const char *url);

#endif
