/* Days that the text takes back: put off to another, or called off in a later sentence. */
#ifndef PARVIS_CONTENT_READINGS_OFF_H
#define PARVIS_CONTENT_READINGS_OFF_H

#include <stddef.h>

struct date_mention;
struct readings;
struct sheet;

/* What was put off to this date is off on the days that the sentence names before it. */
void readings_off_earlier(struct readings *readings, const struct sheet *sheet, const struct date_mention *date);

/* "**Samedi 11 juillet – Basile Orphée.** Concert annulé.": behind the first day of a passage another sentence, before the next day, calls it
 * off, or puts it off to that; of a last day that what is asked for is over: "Cette offre a été pourvue." Where the day does not open the passage
 * and others follow, only the very next sentence does. */
void readings_off_opening(struct readings *readings, const struct sheet *sheet, size_t from);

/* The first event from number `from` on of a passage that begins with "Complet !" or "Annulé", unless its sentence says that its day is new. */
void readings_off_by_badge(struct readings *readings, const struct sheet *sheet, size_t from);

/* Several are called off together by the verb of their sentence. */
void readings_off_together(struct readings *readings, const struct sheet *sheet, size_t from);

#endif
