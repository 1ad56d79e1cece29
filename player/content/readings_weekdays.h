/* Weekdays that stand apart from the days they are of: in the heading of a list, or before the hours of each day of an event. It knows one
 * passage; which event the hours are of is for events_hours_parts.c. */
#ifndef PARVIS_CONTENT_READINGS_WEEKDAYS_H
#define PARVIS_CONTENT_READINGS_WEEKDAYS_H

struct arena;
struct date_span;
struct readings;
struct sheet;

/* "Cafés du dimanche": gives a day of a list that has no weekday the only one that its heading or the paragraph before it names. */
void readings_weekdays_from_above(const struct sheet *sheet, struct date_span *span);

/* "Vendredi : 16h-21h ; samedi et dimanche : 10h-21h", "9h-18h le vendredi, 10h-18h le samedi": adds the stretch of each weekday, when two are told. Of
 * more than a dozen hours the first dozen is read: more is a timetable. */
void readings_weekdays_add_hours(struct arena *arena, struct readings *readings, const struct sheet *sheet);

#endif
