/* What comes back every week or month, told beside one of its days: "Rendez-vous chaque premier mardi du mois à 11h ; le prochain aura lieu le
 * 6 février." It knows the two sentences; whether the day is of that weekday is for events_hours_all.c. */
#ifndef PARVIS_CONTENT_READINGS_HABITS_H
#define PARVIS_CONTENT_READINGS_HABITS_H

struct sheet;

/* The weekday on which it comes back at the only hour of the passage, when the days of the passage are said to be its next ones; -1: none. */
int readings_habits_weekday(const struct sheet *sheet);

#endif
