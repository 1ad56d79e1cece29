/* Hours that no rule gives: the one that stands in its page as the hour of the day does (likeness_hours.h), when it is sure and no other is nearly as
 * sure. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_ALIKE_H
#define PARVIS_CONTENT_EVENTS_HOURS_ALIKE_H

struct occurrences;
struct readings;

/* Gives them to the events that have none. */
void events_hours_alike(struct occurrences *occurrences, const struct readings *readings);

#endif
