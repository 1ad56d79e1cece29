/* Where something takes place: a 📍 line, a "Lieu :" line, the words behind the hour, the fields of the front matter.
 * It knows how a place is announced; it knows no map. */
#ifndef PARVIS_CONTENT_PLACES_H
#define PARVIS_CONTENT_PLACES_H

#include "content/events.h"
#include "content/passages.h"

struct arena;
struct article;
struct readings;

/* Where places are looked for. */
struct places {
    struct arena *arena;
    const struct article *article;
    const struct passages *passages;
    const struct readings *readings;
};

/* The place of one event, "" when none is said. `sole`: it is the event of the page, to which the fields belong. */
const char *places_find(const struct places *places, const struct occurrence *occurrence, bool sole);

#endif
