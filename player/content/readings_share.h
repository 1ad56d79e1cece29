/* Hours that a sentence or a row of a table tells once for several of its days, or says of a day elsewhere in the row. It knows where such
 * hours stand; those of one day are found by sheet.h, those of other passages by readings_hours.h. */
#ifndef PARVIS_CONTENT_READINGS_SHARE_H
#define PARVIS_CONTENT_READINGS_SHARE_H

#include <stddef.h>

struct readings;
struct sheet;

/* Gives them to the events from number `from` on, all of this passage, that have none. */
void readings_share_hours(struct readings *readings, const struct sheet *sheet, size_t from);

#endif
