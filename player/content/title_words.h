/* The words by which headings, badges and sentences are told from the name of an event, as tables. It knows words only; which of a page's
 * texts is a name is for titles.c. */
#ifndef PARVIS_CONTENT_TITLE_WORDS_H
#define PARVIS_CONTENT_TITLE_WORDS_H

/* All words are folded (see lexis.h); a list ends with NULL. */
extern const char *const title_words_rubrics[];   /* whole headings that name a part of the page: "programme" */
extern const char *const title_words_questions[]; /* first words of a heading that asks: "comment" */
extern const char *const title_words_parts[];     /* ... or that names a part of the page: "horaires et autres informations" */
extern const char *const title_words_teasers[];   /* within a heading that only entices: "a ne pas manquer" */
extern const char *const title_words_badges[];    /* at the ends of a name, between signs: "nouveau" */
extern const char *const title_words_noise[];     /* what a name does not begin with: "tarif" */
extern const char *const title_words_speech[];    /* words of a sentence: "vous" */

extern const char *const title_words_verbs[];     /* what makes a title of the page a sentence: "retrouve" */

#endif
