/* How long one event lasts, told beside its day: "à 15h (durée 1h)", "un webinaire d'une heure, jeudi 7 décembre à 13h", "L'atelier dure deux heures et
 * commence à 14h". It knows the sentence of the day and those beside it; lengths of several days or of a page are for readings_lengths.h. */
#ifndef PARVIS_CONTENT_READINGS_LASTING_H
#define PARVIS_CONTENT_READINGS_LASTING_H

struct date_mention;
struct reading;
struct sheet;

/* The minutes at which the event ends that begins in the reading; what the reading has when it has an end, or is no event; -1: not told, or as far
 * as the next day. */
int readings_lasting_end(const struct sheet *sheet, const struct date_mention *date, const struct reading *reading);

#endif
