/* What the front matter says of places: `lieu`, `adresse`, the labels of champs_informations. It knows the names of fields; whether the
 * text says otherwise is for places.c. */
#ifndef PARVIS_CONTENT_PLACES_FIELDS_H
#define PARVIS_CONTENT_PLACES_FIELDS_H

#include "content/places.h"

/* All of them return "" when nothing is said. */

/* `lieu` and `adresse` of the front matter. */
const char *places_fields_page(const struct places *places);

/* The field of the front matter that a label names: champs_informations with "Lieu". */
const char *places_fields_labelled(const struct places *places);

/* The `lieu` that stands beside a date of the front matter: "sessions.0.lieu". */
const char *places_fields_beside(const struct places *places, const struct passage *passage);

/* A mere town says less than the field of an address in it, the street of that field less than the house and the street. */
const char *places_fields_with(const struct places *places, const char *place);

/* A room with the house around it: "Bibliothèque, salle informatique"; the room alone when it names the house. NULL: they are two places. */
const char *places_fields_join(const struct places *places, const char *room, const char *house);

#endif
