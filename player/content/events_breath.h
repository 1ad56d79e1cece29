/* Days in a row that are told in one breath are one event: "les 3, 4 et 5 juin". It knows two readings that follow each other; what else the
 * page says of their days is for events.c. */
#ifndef PARVIS_CONTENT_EVENTS_BREATH_H
#define PARVIS_CONTENT_EVENTS_BREATH_H

#include <stdbool.h>

struct grammar;
struct reading;

/* The reading tells one more day of the same event. */
bool events_breath_goes_on(const struct reading *before, const struct reading *reading, const struct grammar *grammar);

#endif
