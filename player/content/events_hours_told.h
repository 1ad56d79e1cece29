/* Hours that a sentence of its own tells ("La rencontre commencera à 18h30.", readings_told.h), given to the day before them. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_TOLD_H
#define PARVIS_CONTENT_EVENTS_HOURS_TOLD_H

struct occurrences;
struct readings;

/* Gives them to the only event of the page, or to the only one of the paragraphs above. Two that differ are of none. */
void events_hours_told_apply(struct occurrences *occurrences, const struct readings *readings);

#endif
