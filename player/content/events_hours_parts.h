/* Hours that make several events of one: each day of a few has its own ("9h30-17h le premier jour, 9h-12h le second"), or one comes to one of
 * two sessions of a day ("10h-11h30 ou 14h-15h30"). What the hours are is for events_hours.c. */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_PARTS_H
#define PARVIS_CONTENT_EVENTS_HOURS_PARTS_H

#include "content/events.h"

struct readings;

/* Gives each day of the only event of as many days its hours: one event a day. */
void events_hours_parts_apply(struct occurrences *occurrences, const struct readings *readings);

/* "Les 2, 3 et 4 décembre. Vendredi : 16h-21h ; samedi : 10h-21h ; dimanche : 10h-18h.": one event a day, when every day has its stretch. */
void events_hours_parts_weekdays(struct occurrences *occurrences, const struct readings *readings);

/* "Samedi 12 septembre, au choix :" and below it "- de 10h à 11h30", "- de 14h30 à 16h": an event for each stretch of the list. */
void events_hours_parts_choose(struct occurrences *occurrences, const struct readings *readings);

/* Makes two events of those that were given two sessions. */
void events_hours_parts_split(struct occurrences *occurrences);

#endif
