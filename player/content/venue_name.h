/* Where the name of a place ends in its sentence: which signs, small words and numbers it goes on with. It knows names; which words are
 * places at all is for venue.c. */
#ifndef PARVIS_CONTENT_VENUE_NAME_H
#define PARVIS_CONTENT_VENUE_NAME_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the name ends that begins at `index`. A `plain` one may have words without capitals: "salle polyvalente". */
size_t venue_name_end(const struct lexis *lexis, size_t index, bool plain);

/* `end` moved before the signs and small words at the end of a name. */
size_t venue_name_trim(const struct lexis *lexis, size_t first, size_t end);

/* A part of a word with hyphens or an apostrophe: "Boulogne-sur-Mer". */
bool venue_name_is_joint(const struct lexis *lexis, size_t index);

/* "19 septembre : Vaunoy, salle des fêtes": where the name begins, not before lexeme `first`, that stands between a sign and the comma before
 * a house; else `house`. */
size_t venue_name_with_town(const struct lexis *lexis, size_t house, size_t first);

/* "lieu" of "au lieu de la Ruche", behind a place: a name in capitals that no longer holds; not of "au lieu de la transformation publique". */
bool venue_name_is_replaced(const struct lexis *lexis, size_t index);

/* A verb of the future: "débuteront". */
bool venue_name_is_verb(const struct lexis *lexis, const struct lexeme *lexeme);

/* "S001", "D421": the number of a room with its letter begins at `index`. */
bool venue_name_is_number(const struct lexis *lexis, size_t index);

#endif
