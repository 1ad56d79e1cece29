/* Days that are told in one breath: in a row they are one event, "les 3, 4 et 5 juin"; others are one thing that is given again, "le 30 avril
 * et le 4 juin". It knows two readings that follow each other; what else the page says of their days is for events.c. */
#ifndef PARVIS_CONTENT_EVENTS_BREATH_H
#define PARVIS_CONTENT_EVENTS_BREATH_H

#include <stdbool.h>

struct grammar;
struct occurrences;
struct reading;

/* The reading tells one more day of the same event. */
bool events_breath_goes_on(const struct reading *before, const struct reading *reading, const struct grammar *grammar);

/* Numbers the series (facts.h): whole days that are not in a row, and nothing between them but what joins them. */
void events_breath_number_series(struct occurrences *occurrences);

#endif
