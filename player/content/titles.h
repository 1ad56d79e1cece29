/* What an event is called and what happens there: the name in quotation marks of its heading, its own line or cell, its heading, or the
 * title of the article; and a sentence or two from the same box or section. */
#ifndef PARVIS_CONTENT_TITLES_H
#define PARVIS_CONTENT_TITLES_H

#include "content/events.h"
#include "content/passages.h"

struct arena;
struct article;
struct readings;

/* Where titles are looked for. */
struct titles {
    struct arena *arena;
    const struct article *article;
    const struct passages *passages;
    const struct readings *readings;
};

/* `several`: the article has more than one event, so that its own title tells them apart no more. Never "". Without badges and emoji
 * at its ends. */
const char *titles_of(const struct titles *titles, const struct occurrence *occurrence, bool several);

/* At most about 200 characters, whole sentences; "" when nothing is said. */
const char *titles_about(struct arena *arena, const struct passages *passages, const struct occurrence *occurrence);

#endif
