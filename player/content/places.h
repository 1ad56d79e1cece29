/* Where something takes place: a 📍 line, a "Lieu :" line, the words behind the hour, the fields of the front matter.
 * It knows how a place is announced; it knows no map. */
#ifndef PARVIS_CONTENT_PLACES_H
#define PARVIS_CONTENT_PLACES_H

#include "content/events.h"
#include "content/passages.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct article;
struct reading;
struct readings;

/* The readings of a passage: those from `first` to before `end`, as they stand in it. */
struct place_dates {
    size_t first;
    size_t end;
};

/* Where places are looked for. `dates` has one entry a passage; `held`: where the page says that all takes place, `marked`: the passage
 * that alone marks a place, NULL when there is none or more than one; `only`: the only place that the page names, "" when it names more. */
struct places {
    struct arena *arena;
    const struct article *article;
    const struct passages *passages;
    const struct readings *readings;
    const struct place_dates *dates;
    const char *held;
    const struct passage *marked;
    const char *only;
    const struct passage *only_at; /* where that stands; NULL: in no passage of its own */
};

/* Looks once for what holds for the whole page. All is borrowed. */
struct places places_open(struct arena *arena, const struct article *article, const struct passages *passages, const struct readings *readings);

/* The first reading of the passage that ends behind the lexeme; when none does, the `end` of its place_dates. */
size_t places_dates_from(const struct places *places, const struct passage *passage, size_t lexeme);

/* The place of one event, "" when none is said. `sole`: it is the event of the page, to which the fields belong. */
const char *places_find(const struct places *places, const struct occurrence *occurrence, bool sole);

#endif
