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

/* The sentences of a block that may be said at `now`: none with a date that is over, none that only repeats an event's date, none with a
 * bare address. "" when nothing is left. */
char *reading_text(const struct maker *maker, const struct block *block);

/* A list item or table row as one line with its marker, shortened; count 0 when nothing is left of it. A bold beginning stays bold. */
struct text_line reading_item(const struct maker *maker, const struct block *block);

/* True when the heading says a deadline or an event that has its own slide. */
bool reading_heading_is_dated(const struct maker *maker, const struct block *heading);

/* True when the heading opens what has no place on a wall: contact, legal terms, links. */
bool reading_heading_is_boilerplate(const struct maker *maker, const struct block *heading);

#endif
