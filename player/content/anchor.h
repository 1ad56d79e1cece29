/* The last gate before a date becomes a fact: does the page announce it to its reader, or does it only stand in it? It knows kinds of
 * evidence and what each is worth; it refuses to know words, and changes no day and no hour. */
#ifndef PARVIS_CONTENT_ANCHOR_H
#define PARVIS_CONTENT_ANCHOR_H

#include <stdbool.h>

struct arena;
struct article;
struct grammar;
struct passages;
struct readings;
struct zone;

/* Readings whose years are known and whose evidence does not suffice say nothing any more (READING_NONE, WHY_UNANCHORED). The same day said
 * elsewhere with enough evidence keeps all that is said of it. Linear in the readings; `arena` is scratch. */
void anchor_hold(struct arena *arena, struct readings *readings, const struct passages *passages, const struct article *article,
                 const struct grammar *grammar, const struct zone *zone);

/* More verbs of the page look back than forward, two at least. */
bool anchor_looks_back(const struct passages *passages);

#endif
