/* Two sayings of the same days: one event, whose hours and words are those of the better one, or two sessions of one day. It knows two occurrences;
 * which are compared is for events.c. */
#ifndef PARVIS_CONTENT_EVENTS_UNITE_H
#define PARVIS_CONTENT_EVENTS_UNITE_H

#include <stdbool.h>

struct occurrence;
struct occurrences;
struct reading;

/* True when they are one event, which `keep` then is. Contradictions are reported. */
bool events_unite(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other);

/* The lists of two sections: the same day in each is two sessions. */
bool events_unite_lists_apart(const struct reading *one, const struct reading *other);

#endif
