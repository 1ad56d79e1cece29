/* How near a link stands to a fact: lines, passages, boxes, sections. It knows where both stand; it refuses to know what the link is for
 * (links.h) and which of several is taken (actions.h). */
#ifndef PARVIS_CONTENT_NEARNESS_H
#define PARVIS_CONTENT_NEARNESS_H

#include "content/facts.h"
#include "content/links.h"

#include <stdbool.h>
#include <stddef.h>

struct link;
struct link_spot;
struct passage;
struct served;

/* A place where a link stands that may be an action. */
struct candidate {
    struct link_words words;
    const struct link *link;
    const struct link_spot *spot;
    const struct passage *passage;
    const char *url;
    const char *label;
    int score;
    bool sole; /* the only way on that the page has */
    bool dated; /* a fact stands in its passage */
    bool serves_any;
    enum action_for serves;
    size_t page; /* index of the first candidate with this address: they are one action */
};

/* How near a link stands to a fact: the same line, passage, box, section, the lines below. Below 0: it belongs elsewhere. */
int nearness(const struct served *served, const struct candidate *candidate);

/* How many passages stand between. */
int nearness_distance(const struct passage *one, const struct passage *other);

/* Two dates of one list, and the link below it: it is theirs together. */
bool nearness_is_below_both(const struct passage *one, const struct passage *other, const struct passage *link);

/* The link stands under a heading that has nothing to do with the fact. False when one of them is NULL. */
bool nearness_is_under_another(const struct passage *fact, const struct passage *link);

#endif
