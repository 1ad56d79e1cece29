/* The fields of the front matter that date an event (event_start_date, event_end_date): hidden from the reader, so they only fill
 * in what the text leaves open. */
#ifndef PARVIS_CONTENT_EVENTS_FIELDS_H
#define PARVIS_CONTENT_EVENTS_FIELDS_H

#include "content/events.h"

#include <stdbool.h>

struct readings;

/* A field says when the event of the page begins. */
bool events_fields_date(const struct article *article);

/* Compares the fields with the events of the text: fills in an hour or an end, adds an event that no text names, drops what an event
 * page only mentions in passing. `hours` of fields that the reader sees ("Horaires") come first. Differences are reported. */
void events_fields_apply(struct occurrences *occurrences, const struct readings *readings);

#endif
