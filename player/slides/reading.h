/* Blocks of an article as a slide may say them: cleaned sentences, list items, without what another slide says or what is over. It knows
 * the facts by the words they came from; it makes no slides. */
#ifndef PARVIS_SLIDES_READING_H
#define PARVIS_SLIDES_READING_H

#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct block;
struct maker;

/* True for a block that no section says: empty, a mere link or button, in the box of an event. */
bool reading_skips(const struct maker *maker, const struct block *block);

/* What of a block may be said at `now`: none of its sentences that names a date which is over or which an event slide says, that has a
 * bare address, or that sends the reader somewhere ("écrivez-nous"). Its hard line breaks stay. "" when nothing is left. */
char *reading_text(const struct maker *maker, const struct block *block);

/* The same of any text that facts took from the article ("about"): its useful sentences. */
char *reading_useful(const struct maker *maker, const char *text);

/* How list items are said. */
struct reading_style {
    size_t most;    /* code points of one item */
    bool lead_only; /* of an item with a bold beginning and a colon, the beginning alone */
};

/* A list item or table row as one line with its marker; count 0 when nothing is left of it. A bold beginning stays bold. */
struct text_line reading_item(const struct maker *maker, const struct block *block, struct reading_style style);

/* True when an event slide says what the item says. */
bool reading_item_is_event(const struct maker *maker, const struct block *block);

/* True when the item begins with bold words and a colon, and what follows is too long to end cleanly. */
bool reading_item_leads(const struct maker *maker, const struct block *block);

/* True when the heading says a deadline or an event that has its own slide. */
bool reading_heading_is_dated(const struct maker *maker, const struct block *heading);

/* True when the heading opens what has no place on a wall: contact, legal terms, links. */
bool reading_heading_is_boilerplate(const struct maker *maker, const char *heading);

/* True when a sentence leans on one before it ("Cette année-là …", "Ils …"): it cannot be the first. */
bool reading_leans_back(const struct maker *maker, const char *sentence);

#endif
