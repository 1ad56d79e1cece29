/* Places that stand beside a date without a preposition: "9 juin — Présentiel à Paris", "Lyon : 12 juin", at the end of its line. It knows the
 * signs between a day and a place; sentences are for places.c. */
#ifndef PARVIS_CONTENT_PLACES_BESIDE_H
#define PARVIS_CONTENT_PLACES_BESIDE_H

#include "content/lexis.h"
#include "content/venue.h"

#include <stddef.h>

struct stretch;

/* Right behind the date, without a preposition: "9 juin — Présentiel à Paris", or between the day and its hours. */
struct venue places_beside_behind(const struct lexis *lexis, const struct stretch *stretch);

/* The first lexeme of the line in which the date stands, signs left out. */
size_t places_beside_line(const struct lexis *lexis, const struct stretch *stretch);

/* All that stands before the date in its line ("Lyon : 12 juin"), or of several dates the town behind the last sign ("… : Lille le
 * 1er juin, Lyon le 8 juin"). */
struct venue places_beside_before(const struct lexis *lexis, const struct stretch *stretch);

/* The more particular of what stands right before and right behind the date. */
struct venue places_beside_date(const struct lexis *lexis, const struct stretch *stretch);

/* "Vendredi 10 juillet : Le Chant du loup — parc du Château": what stands behind the last sign of the line, if it is a place as a whole. */
struct venue places_beside_tail(const struct lexis *lexis, const struct stretch *stretch);

#endif
