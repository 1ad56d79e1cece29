/* The only place that a page names anywhere: where its events are, when nothing nearer says so. A page that names two says nothing. It knows
 * sentences that are about something else (errands, deadlines, the past); what stands beside a day is for places.c. */
#ifndef PARVIS_CONTENT_PLACES_ONLY_H
#define PARVIS_CONTENT_PLACES_ONLY_H

#include "content/places.h"

/* Sets `only` and `only_at`: the house or address, or else the way to follow from afar; "" when there is none, or more than one. Each place that is named costs the number of days. */
void places_only_take(struct places *places);

/* `only` for one event; "" when other events are told and it stands in a section about something else: a newsletter tells of a school here, and of
 * meetings there. */
const char *places_only_for(const struct places *places, const struct occurrence *occurrence, bool sole);

#endif
