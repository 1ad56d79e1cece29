/* Programmes below the days of a page: "Mardi 5 mars", "- 9h : accueil", "- 17h : clôture", and the same for the next day. It knows which lines
 * stand between one day and the next; the programme of a page of one day is for events_hours.h. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_DAYS_H
#define PARVIS_CONTENT_EVENTS_HOURS_DAYS_H

#include "content/events.h"

struct passage;
struct readings;

/* The last passage of a day before a passage of the body; NULL: none. Logarithmic. */
const struct passage *events_hours_days_before(const struct readings *readings, const struct passage *passage);

/* The only event whose day a passage says; NULL: none, or more. */
struct occurrence *events_hours_days_only(struct occurrences *occurrences, const struct passage *passage);

/* Each day that has no hours, and two lines or more of a programme below it, takes the hour of the first and what is known of the end. */
void events_hours_days_apply(struct occurrences *occurrences, const struct readings *readings);

/* The same of a day in a sentence that announces a list of such lines: "Rendez-vous dimanche 11 mai :". Before days are merged. */
void events_hours_days_lists(struct occurrences *occurrences, const struct readings *readings);

#endif
