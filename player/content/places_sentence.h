/* The place that the sentence of a date says: behind a preposition, a comma or a colon, beside the date. It knows one sentence; what the rest of
 * the page says is for places.c. */
#ifndef PARVIS_CONTENT_PLACES_SENTENCE_H
#define PARVIS_CONTENT_PLACES_SENTENCE_H

#include "content/places.h"
#include "content/venue.h"

/* The place in the sentence of one reading, between the dates around it. Only rooms, or only what is none, when `rooms` is 1 or 0; both
 * when -1. */
struct venue places_sentence_in(const struct places *places, const struct reading *reading, int rooms);

#endif
