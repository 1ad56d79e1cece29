/* Days that are told without their month: "Réunion mercredi 16 à 20h30". It knows that such a day is near, and that its weekday proves it. */
#ifndef PARVIS_CONTENT_MONTHS_H
#define PARVIS_CONTENT_MONTHS_H

struct article;
struct readings;
struct zone;

/* Gives month and year to readings without a month: the first such day on or after the publication, when it is of that weekday. Takes the
 * others away: nobody knows which month they mean. Linear. */
void months_complete(struct readings *readings, const struct article *article, const struct zone *zone);

#endif
