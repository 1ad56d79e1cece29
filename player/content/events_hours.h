/* Hours that stand alone in the text ("Horaires : 9h-12h", a programme, "les stages ont lieu de 9h à 17h") and the events they belong to.
 * Only what can be told apart is given: hours that may be of two events are of none. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_H
#define PARVIS_CONTENT_EVENTS_HOURS_H

#include "content/events.h"

struct hours;
struct readings;

/* A heading that is a day, with one line of hours below it, begins then. */
void events_hours_of_heading(struct occurrence *occurrence, const struct readings *readings);

/* What rules give; without what hours look like, lengths and ends. For the training of likeness_hours.h. */
void events_hours_ruled(struct occurrences *occurrences, const struct readings *readings);

/* Gives the hours of fields and lines to the events that have none; contradictions are reported. */
void events_hours_apply(struct occurrences *occurrences, const struct readings *readings);

/* Gives hours to an event. */
void events_hours_give(struct occurrence *occurrence, const struct hours *hours);

#endif
