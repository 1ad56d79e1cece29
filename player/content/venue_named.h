/* Houses that no noun of the tables calls so, known by what stands around their name: a preposition with its article, a street, a town.
 * It knows names; whether a day stands beside them is for places_sentence.c. */
#ifndef PARVIS_CONTENT_VENUE_NAMED_H
#define PARVIS_CONTENT_VENUE_NAMED_H

#include "content/venue.h"

/* Right behind a day or an hour: the house behind the preposition at lexeme `index` that no noun of the tables calls so: "au Bocal", "à
 * l'Encan", "chez Mozilla", "au Conseil économique de Normandie, à Rouen", "à la verrière, 12 rue Carnot". `parted`: a comma stands before it. */
struct venue venue_named_behind(const struct lexis *lexis, size_t index, bool parted);

/* A name in capitals that begins at lexeme `index`, with its street behind a comma or in brackets: "Ground Control, 81 rue du Charolais". Of rank
 * VENUE_NAMED. */
struct venue venue_named_with_street(const struct lexis *lexis, size_t index);

#endif
