/* Where a text says that something takes place, in a sentence without its day: "Les ateliers ont lieu à la mairie", "Retrouvons-nous au
 * musée". It knows such sentences; what else a page says of places is for places_page.c. */
#ifndef PARVIS_CONTENT_PLACES_HELD_H
#define PARVIS_CONTENT_PLACES_HELD_H

#include "content/places.h"
#include "content/venue.h"

/* All of them return "" when nothing is said. */

/* Where the passage of a date says, behind it and before the next date, that it is held. */
const char *places_held_here(const struct places *places, const struct reading *own);

/* Where the page says that things are held, in a section without any event and of no day; "" when it names two places. */
const char *places_held_for_all(const struct places *places);

/* The first of these for one event: in its own passage, right behind it in its section, of all that takes place. */
const char *places_held_once(const struct places *places, const struct reading *own);

/* The house behind the comma behind an hour: "10 h - 12 h, préfecture, salle Jean-Moulin". */
const char *places_held_behind_hour(const struct places *places, const struct passage *passage);

/* The place, or, when it only says that people come ("présentiel"), where the page says that it takes place. */
const char *places_held_rather(const struct places *places, const struct reading *own, const char *place);

/* "La préfète se rendra mardi à la fabrique. L'échange, ouvert à tous, se tient dans le hall Carnot": the sentence of the only day of a paragraph
 * names nothing that takes place, and a later one says where something is held. */
const char *places_held_instead(const struct places *places, const struct reading *reading);

/* "La médiathèque du Port accueille les aquarelles …": the house that opens the sentence at lexeme `first` and takes an event in; of rank
 * VENUE_NONE when it does not. */
struct venue places_held_host(const struct passage *passage, size_t first);

#endif
