/* What an event is called and what happens there: the name in quotation marks of its heading, its own line or cell, its heading, or the
 * title of the article. It knows which of these is a name; what happens there is for abouts.h. */
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

/* Dates of several days stand under the heading of this one. */
bool titles_is_shared(const struct titles *titles, const struct reading *reading);

/* A date stands between two bytes of a passage. */
bool titles_holds_date(const struct titles *titles, const struct passage *passage, size_t from, size_t to);

#endif
