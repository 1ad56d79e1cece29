/* The hours of an event of a few days that are told by weekday: "les 10 et 11 juin … samedi à 21 h, dimanche à 17 h". It knows the hours of the page
 * and how likely they are (likeness_hours.h). */
#ifndef PARVIS_CONTENT_EVENTS_HOURS_WEEKDAYS_H
#define PARVIS_CONTENT_EVENTS_HOURS_WEEKDAYS_H

struct occurrences;
struct readings;

/* Makes a day of its own of each day of the only event of two to four days of the page, when a sentence behind it tells one hour for the weekday of each
 * of them; else nothing. */
void events_hours_weekdays_apply(struct occurrences *occurrences, const struct readings *readings);

/* Takes from an event of several days a beginning without an end that is told elsewhere ("Ouverture des portes à 9 h 30 le jeudi"), and hours that are
 * told only with another day: in a sentence with a date, or below a heading with one. */
void events_hours_weekdays_drop(struct occurrences *occurrences, const struct readings *readings);

#endif
