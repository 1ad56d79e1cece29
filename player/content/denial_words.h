/* Words of denials and provisos, a part of the grammar of a language: "inutile de", "ne … pas", "en cas de pluie". What follows from them is for
 * denials.c. All lists end with NULL and hold small letters without accents. */
#ifndef PARVIS_CONTENT_DENIAL_WORDS_H
#define PARVIS_CONTENT_DENIAL_WORDS_H

struct denial_words {
    const char *const *denials;     /* behind "ne" or "n'": "pas", "plus", "rien" */
    const char *const *needless;    /* by itself: "inutile", "impossible" */
    const char *const *needed;      /* behind "pas", "aucun": "besoin", "nécessaire" */
    const char *const *nobody;      /* begins who does nothing, when "ne" follows: "aucun", "nul" */
    const char *const *early;       /* behind `urged`: too much of it is a denial: "trop tôt" */
    const char *const *serves;      /* behind a day and "ne": "sert", "apporte": a request would be no use */
    const char *const *which;       /* before "n'ont pas": those who have not yet: "qui" */
    const char *const *urging;      /* stems of denials that ask all the more: "n'oubliez pas" */
    const char *const *urged;       /* behind "pas": "trop", "encore", "que": it asks all the more, or is no denial */
    const char *const *idle;        /* stems of what is shut until a day: "indisponible" */
    const char *const *turning;     /* a joint behind which a clause begins: "mais" */
    const char *const *having;      /* before a thing that somebody has to do: "a", "ont" */
    const char *const *audience;    /* ... who it may be: "parents", "élèves": then it is asked of them */
    const char *const *wishing;     /* stems of what only sounds supposed: "aimerait vous inviter", "serait dommage" */
    const char *const *conditions;  /* before a proviso: "si", "en cas" */
    const char *const *provisos;    /* "pluie", "quorum" */
    const char *const *allowing;    /* in its place: "la météo le permet": no proviso */
    const char *const *sparing;     /* before it: "sauf en cas de pluie" */
};

extern const struct denial_words denial_words_fr;
extern const struct denial_words denial_words_en;

#endif
