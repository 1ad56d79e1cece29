/* Hours that are told once for several days: above a list, in a section of practical information, of "each session". It knows where such hours
 * stand; what the hours of one day are is for events_hours.h. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_ALL_H
#define PARVIS_CONTENT_EVENTS_HOURS_ALL_H

#include "content/events.h"

#include <stdbool.h>

struct hours;
struct readings;

/* Gives hours to all days that they are told of, where these have none. */
void events_hours_all_apply(struct occurrences *occurrences, const struct hours *hours);

/* "## Informations pratiques", "- 9h00 à 12h30" of a page whose days stand elsewhere, none with hours: those of each of them. */
void events_hours_all_practical(struct occurrences *occurrences, const struct readings *readings);

/* "Un moment pour échanger, le mardi de 18h à 19h30", "Prochaines dates : 10 octobre, 14 novembre": the only hours of a habit, when all days
 * that have none are of its weekday. */
void events_hours_all_weekly(struct occurrences *occurrences, const struct readings *readings);

/* "De 8h30 à 10h, salle Carnot." below a list of days, or a paragraph of them: of each of these when none has hours. True when such days stand
 * there, whether or not they took the hours: then they are of no single one. */
bool events_hours_all_above(struct occurrences *occurrences, const struct hours *hours);

/* "Horaires : 8h30-10h" of a page with several days, of which none but `main` (or NULL) has hours: those of the others too. */
void events_hours_all_siblings(struct occurrences *occurrences, const struct occurrence *main, const struct hours *hours);

/* Ends what begins at an hour and is told to last so long: after all hours were given. */
void events_hours_all_lengths(struct occurrences *occurrences, const struct readings *readings);

#endif
