/* Hours of a passage that belong to none of its days: a line "14h30 à 17h30", a line of a programme, a sentence that says from when to when.
 * It knows how they stand in the text; of which event they are is for events_hours.c. */
#ifndef PARVIS_CONTENT_READINGS_HOURS_H
#define PARVIS_CONTENT_READINGS_HOURS_H

struct arena;
struct readings;
struct sheet;

/* Adds the first hour that no day has taken to readings->hours, if it can be of an event. Call it after the days were read. */
void readings_hours_add(struct arena *arena, struct readings *readings, struct sheet *sheet);

#endif
