/* Hours that no rule gives: the one that stands in its page as the hour of the day does (likeness_hours.h), when it is likely and no other is nearly as
 * likely; also where a rule took one that is much less likely. Ends that the sentence of such an hour tells. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_ALIKE_H
#define PARVIS_CONTENT_EVENTS_HOURS_ALIKE_H

struct occurrences;
struct readings;

/* Gives them to the events, behind the rules. */
void events_hours_alike(struct occurrences *occurrences, const struct readings *readings);

#endif
