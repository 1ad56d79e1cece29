/* What a deadline is for: to apply, to register, to answer. Tables of patterns and of words in French and English; it knows no dates. */
#ifndef PARVIS_SLIDES_PURPOSE_H
#define PARVIS_SLIDES_PURPOSE_H

struct arena;
struct words;

/* Static texts, in plain typing: typography comes later. */
struct purpose {
    const char *kicker; /* "Appel à projets" */
    const char *doing;  /* "pour déposer votre projet" */
    const char *closed; /* "Candidatures closes" */
};

/* The purpose that the first of `texts` names which names any (the most telling one first; NULL entries are passed over; `count` entries);
 * "pour participer" when none does. */
const struct purpose *purpose_of(const struct words *words, struct arena *arena, const char *const *texts, int count);

#endif
