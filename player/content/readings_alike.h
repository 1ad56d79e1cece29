/* What a date is, as the numbers see it (likeness.h, likeness_order.h), with what the rules say as one voice among theirs: rules know words and their
 * order, numbers know how likely all of it together is. What rules forbid, numbers do not show. */
#ifndef PARVIS_CONTENT_READINGS_ALIKE_H
#define PARVIS_CONTENT_READINGS_ALIKE_H

#include "content/verdict.h"

#include <stddef.h>

struct sheet;

/* The verdict of the rules on the date `index`, or a better one. */
struct verdict readings_alike(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *verdict);

#endif
