/* Everything that the dates of a page say, with months and years known, and what the page does not announce left out. It knows the order in
 * which this is found; what becomes of it is for deadlines.h and events.h. */
#ifndef PARVIS_CONTENT_READINGS_PAGE_H
#define PARVIS_CONTENT_READINGS_PAGE_H

#include "content/readings.h"

struct article;
struct diags;
struct passages;
struct zone;

/* The readings of all passages, which lie in the arena. Doubts go to diags. */
struct readings readings_page(struct arena *arena, const struct article *article, const struct passages *passages, const struct zone *zone, struct diags *diags);

#endif
