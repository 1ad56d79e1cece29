/* Verbs with which people are told to hand something in, to order it or to say so, a part of the grammar of a language. In which forms they ask is for
 * request.c. All lists end with NULL and hold small letters without accents. */
#ifndef PARVIS_CONTENT_REQUEST_WORDS_H
#define PARVIS_CONTENT_REQUEST_WORDS_H

struct request_words {
    const char *const *stems;       /* "depos" */
    const char *const *enrolling;   /* ... that only ever say what one does oneself: "inscri" */
    const char *const *readers;     /* who does it: "chacun", "familles" */
    const char *const *idioms;      /* behind such a verb: it says something else: "en" of "remettre en état" */
    const char *const *infinitives; /* endings, behind "à": "er" */
    const char *const *firm;        /* ... that say so behind `modals` too: "renvoy", but not "demand" of "il faut demander à la France" */
    const char *const *modals;      /* ... or near: "faut" */
    const char *const *obliging;    /* ... or near, when it is said of readers: "doivent" */
    const char *const *of_many;     /* endings of what several do: "ent" */
    const char *const *of_one;      /* ... of what one does, with a possessive behind it: "e" */
    const char *const *possessives; /* "son", "leurs" */
    const char *const *nouns;       /* endings of nouns that begin so: "ement" */
};

extern const struct request_words request_words_fr;
extern const struct request_words request_words_en;

#endif
