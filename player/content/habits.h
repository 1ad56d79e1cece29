/* Hours that come back: "chaque mardi de 14h à 16h", "du mardi au samedi, 10h-18h", "ouvert de 9h à 17h". They are of no one day.
 * It knows weekdays without a date and the words for what comes back; the rest is for sheet.c. */
#ifndef PARVIS_CONTENT_HABITS_H
#define PARVIS_CONTENT_HABITS_H

struct sheet;

/* Marks the hours of habits as used, so that no day takes them. Linear. */
void habits_take(struct sheet *sheet);

#endif
