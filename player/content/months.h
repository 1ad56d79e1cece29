/* Days that are told without their month: "Réunion mercredi 16 à 20h30". It knows that such a day is near, and that its weekday proves it. */
#ifndef PARVIS_CONTENT_MONTHS_H
#define PARVIS_CONTENT_MONTHS_H

struct article;
struct grammar;
struct passages;
struct readings;
struct zone;

/* Gives month and year to readings without a month: of the month that a heading or the title names ("L'agenda de mars"), else the first such
 * day on or after the publication, when it is of that weekday. Takes the others away: nobody knows which month they mean. Linear. */
void months_complete(struct readings *readings, const struct passages *passages, const struct article *article, const struct grammar *grammar,
                     const struct zone *zone);

#endif
