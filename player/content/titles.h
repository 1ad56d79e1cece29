/* What an event is called and what happens there: the name in quotation marks of its heading, its heading, its item, or the title
 * of the article; and a sentence or two from the same box or section. */
#ifndef PARVIS_CONTENT_TITLES_H
#define PARVIS_CONTENT_TITLES_H

#include "content/events.h"
#include "content/passages.h"

struct arena;

/* `several`: the article has more than one event, so that its own title tells them apart no more. Never "". */
const char *titles_of(struct arena *arena, const struct article *article, const struct occurrence *occurrence, bool several);

/* At most about 200 characters, whole sentences; "" when nothing is said. */
const char *titles_about(struct arena *arena, const struct passages *passages, const struct occurrence *occurrence);

#endif
