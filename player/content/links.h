/* One link: what its words and those around it say of its use. It knows sentences; it refuses to know whether its address can be
 * opened (link_address.h) and which fact it serves (actions.h). */
#ifndef PARVIS_CONTENT_LINKS_H
#define PARVIS_CONTENT_LINKS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct article;
struct link;
struct link_spot;
struct passages;
struct passage;

/* How clearly a link is meant to be followed. */
enum link_voice {
    LINK_SILENT, /* a name in a sentence: a person, an organisation, a subject */
    LINK_TELLS,  /* leads to the whole story */
    LINK_SHOWS,  /* a stream to watch */
    LINK_ASKS    /* asks the reader to act: in its own words, or because its sentence does */
};

/* What was found in the label, in its sentence, in the heading above. `apply`: for something that ends (postuler, déposer); `enrol`:
 * for something that takes place (s'inscrire, participer); `watch`: a stream. */
struct link_words {
    enum link_voice voice;
    bool own;            /* the voice is the label's */
    bool sentence_asks;
    bool heading_asks;
    bool site_asks;      /* a site of forms or tickets */
    bool apply;
    bool enrol;
    bool watch;
    bool loose;          /* tells of something, perhaps not of the fact */
    bool home;           /* the address is a site, not a page */
    bool document;
    bool named_document; /* ... and the label says which: the rules, the call */
    bool where;          /* a building, a way to it */
    bool here;           /* the label means nothing without its sentence: "ce lien" */
    bool mail;           /* the address is one to write to */
    bool all;            /* the label counts what it is for: "s'inscrire aux deux ateliers" */
    bool yours;          /* its sentence asks for the reader's own questions */
    bool shortener;
    bool idle;           /* a newsletter, a network, a footnote: never shown */
    bool aside;          /* what is over, whom to ask: serves no fact */
    bool led_to;         /* "sur", "via", ":" stands before it */
    const char *button;  /* what a button would say when the label says nothing; or NULL */
};

/* `passage` NULL: the link of a field. */
struct link_words links_words(struct arena *arena, const struct article *article, const struct link *link, const struct passages *passages,
                              const struct passage *passage, const struct link_spot *spots);

#endif
