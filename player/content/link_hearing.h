/* What stands around the label of a link: how far its sentence is about it, and what leads to it ("inscrivez-vous sur [X]", "via [X]"). It knows
 * the words of the sentence; what follows from them for the link is for links.c. */
#ifndef PARVIS_CONTENT_LINK_HEARING_H
#define PARVIS_CONTENT_LINK_HEARING_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct article;
struct link;
struct link_spot;
struct passage;

/* A link among the lexemes of its passage. */
struct link_hearing {
    const struct lexis *lexis;
    size_t begin, end;     /* of the label */
    size_t left, right;    /* of its sentence, as far as it is about this link */
    size_t near, near_end; /* of its clause */
};

/* `spots`: where the labels of all links of the article stand. */
struct link_hearing link_hearing_of(const struct article *article, const struct link *link, const struct passage *passage, const struct link_spot *spots);

/* Something leads to it, whatever its name. `prepared`: a preposition stands there, whatever the verb. */
bool link_hearing_is_led(const struct link_hearing *hearing, bool *prepared);

/* "l'atelier portera sur [X]": what it is about, whatever else the sentence says. */
bool link_hearing_is_subject(const struct link_hearing *hearing);

/* "une conférence sur [le compost]": what it is about, no way to it. */
bool link_hearing_is_about(const struct link_hearing *hearing);

/* A site's name in the text is pointed at only where something leads to it: "sur x.fr", ": x.fr", "(x.fr)", or nothing else in the line. */
bool link_hearing_points(const struct link_hearing *hearing);

/* "[Sur la page du programme](…).": no word of the sentence stands outside the label. */
bool link_hearing_fills_sentence(const struct link_hearing *hearing);

/* "Une question ? Écrivez à [x]", "Journaliste ? …": what is asked right before says to whom the letter is open (LINK_..., or 0). */
int link_hearing_question(const struct link_hearing *hearing);

#endif
