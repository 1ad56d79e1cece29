/* The words and sites by which the use of a link is told: tables, in French and in English, for a page may speak either.
 * It knows single words, short phrases and hosts; it knows neither links nor articles. */
#ifndef PARVIS_CONTENT_LINK_TERMS_H
#define PARVIS_CONTENT_LINK_TERMS_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

/* What a word says of a link. Several may hold. */
enum link_use {
    LINK_APPLY = 1,     /* for something that ends: postuler, déposer, répondre */
    LINK_ENROL = 2,     /* for something that takes place: s'inscrire, participer, réserver */
    LINK_WATCH = 4,     /* a stream: visio, en direct */
    LINK_TELL = 8,      /* leads to the whole story: en savoir plus, consulter */
    LINK_PAPER = 16,    /* names a text or page about it, which alone says little: programme, règlement, site */
    LINK_HERE = 32,     /* means nothing without its sentence: ici, ce lien, la page dédiée */
    LINK_NEWS = 64,     /* a newsletter, a community, a network: never the way to one event */
    LINK_REPLAY = 128,  /* what is over, to watch again */
    LINK_QUESTION = 256, /* whom to ask */
    LINK_WHERE = 512,   /* a building or a way to it */
    LINK_SUBJECT = 1024, /* the thing that is announced itself: l'événement, l'appel */
    LINK_CLOSED = 2048, /* nobody can enrol any more */
    LINK_OTHERWISE = 4096, /* what to do in another case: who cannot come, who wants to leave */
    LINK_OTHERS = 8192, /* for some only: the press */
    LINK_YOURS = 16384, /* what the reader asks himself: "vos questions" */
    LINK_LATER = 32768, /* nobody can enrol yet */
    LINK_SENT = 65536,  /* the way to the stream will be sent */
    LINK_AWARD = 131072, /* the end of what was competed for, or asked: "remise des prix" */
    LINK_STRONG = LINK_APPLY | LINK_ENROL
};

/* What the words of lexemes [first, end) say, LINK_... together. `label`: they are a link's own, of which more is believed. */
int link_terms_between(const struct lexis *lexis, size_t first, size_t end, bool label);

/* What the site (and path) of an address says: LINK_... together, or 0. */
int link_terms_of_address(const char *url);

/* The address belongs to a network, an encyclopaedia, a map, or is a list of films: no place to act. */
bool link_terms_is_network(const char *url);

/* A mail address of an office that has nothing to do with one event: "mailto:presse@site.fr". */
bool link_terms_is_office(const char *url);

/* The address hides another: lnkd.in, bit.ly. */
bool link_terms_is_shortener(const char *url);

/* What a button would say of a link whose own words say nothing ("ici"), from the words of its sentence; NULL when they do not tell. */
const char *link_terms_button(const struct lexis *lexis, size_t first, size_t end, bool english);

/* ... and from the uses of its site, when the sentence does not tell either. */
const char *link_terms_button_of_site(int uses, bool english);

#endif
