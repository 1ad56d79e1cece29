/* Days that are only the frame of others: of the field that dates an event and the stretch that the text names, one may be the week within
 * which the other takes place. It compares days; what is announced is for events_fields.h. */
#ifndef PARVIS_CONTENT_EVENTS_FRAMES_H
#define PARVIS_CONTENT_EVENTS_FRAMES_H

#include "content/events.h"

#include <stdbool.h>

struct readings;

/* The text names the days of the field from the first to the last, and an event on a day among them: the field means the former.
 * "… sont réunies du 30 mars au 15 septembre. Conférence le 16 mai." */
bool events_frames_is_within(const struct readings *readings, const struct occurrence *match, const struct occurrence *field);

/* The front matter, or the text of a picture, has "Semaine de l'innovation, du 25 au 30 novembre" and "Mercredi 27 novembre", which is the field's
 * day: then `match`, which was the week, becomes the event of that day. Else nothing changes. */
void events_frames_leave(struct occurrences *occurrences, const struct readings *readings, struct occurrence *match, const struct occurrence *field);

#endif
