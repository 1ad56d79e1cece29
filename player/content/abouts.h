/* What happens at an event: a sentence or two from the same box or section, or, where several events share one, from the paragraphs
 * behind its own date. */
#ifndef PARVIS_CONTENT_ABOUTS_H
#define PARVIS_CONTENT_ABOUTS_H

#include "content/titles.h"

/* At most about 200 characters, whole sentences; "" when nothing is said. */
const char *abouts_of(const struct titles *titles, const struct occurrence *occurrence);

#endif
