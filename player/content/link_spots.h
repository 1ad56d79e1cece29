/* Where the labels of links stand in their passages, and how one stands to a date there. It knows places and the words between them;
 * it refuses to know what the link is for (links.h) and which fact it serves (actions.h). */
#ifndef PARVIS_CONTENT_LINK_SPOTS_H
#define PARVIS_CONTENT_LINK_SPOTS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct article;
struct passage;

/* Where a link's label stands in its passage: bytes [begin, end). */
struct link_spot {
    size_t begin;
    size_t end;
    bool first; /* of its passage */
};

/* For each link of the article where its label stands. The array lives in the arena. */
struct link_spot *link_spots_of(struct arena *arena, const struct article *article);

/* The label is what the passage announces: it opens it, or ends what a date opens, and little stands beside it. `date`: its offset. */
bool link_spots_names_line(const struct passage *passage, const struct link_spot *spot, size_t date);

/* The label says what takes place (« le Forum des associations »), and the date follows at once. */
bool link_spots_stands_by(const struct passage *passage, const struct link_spot *spot, size_t date);

/* "jusqu'au 15 octobre sur [son site]", "sur [son site], jusqu'au 15 octobre": where one does what ends then. */
bool link_spots_leads_on(const struct passage *passage, const struct link_spot *spot, size_t date);

/* The date is in the words of the link: "[mardi 2 avril à 18h](…)". */
bool link_spots_holds(const struct link_spot *spot, size_t date);

/* Label and date stand in one sentence. */
bool link_spots_shares_sentence(const struct passage *passage, const struct link_spot *spot, size_t date);

/* Hardly a word stands between the label and the comma, colon or bracket before it: "(en suivant [ce lien])". */
bool link_spots_opens_clause(const struct passage *passage, const struct link_spot *spot);

/* In the sentence of the label the reader is asked to do something. */
bool link_spots_is_asked(const struct passage *passage, const struct link_spot *spot);

/* Hardly a word of the line stands outside the label. */
bool link_spots_fills(const struct passage *passage, const struct link_spot *spot);

/* Whose the label is that names one of several: "s'inscrire au groupe B". -1: another's than the date at `offset` in `fact`, which is that
 * of "Groupe A"; 1: its own; 0: it does not say. */
int link_spots_whose(const struct passage *passage, const struct link_spot *spot, const struct passage *fact, size_t offset);

/* What the sentence of the date at `offset`, and the next up to a number, say of links: LINK_..., together. */
int link_spots_said_of(const struct passage *passage, size_t offset);

#endif
