/* Days that only name a feast: "Bal du 14 juillet", which is danced on the 13th. It knows such days and what else the page announces around them. */
#ifndef PARVIS_CONTENT_EVENTS_NAMES_H
#define PARVIS_CONTENT_EVENTS_NAMES_H

struct occurrences;

/* Drops a day of a feast told without weekday and hour, when the page announces a day with its weekday right beside it. */
void events_names_drop(struct occurrences *occurrences);

#endif
