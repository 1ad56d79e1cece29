/* The day on which an article was published, in the forms in which sites write it: RFC 3339, "2023/04/14", "Mon, 27 Jan 2025 10:43:11
 * +0000" (RFC 5322), "14/04/2023", "14 avril 2023"; or in the name of the file, as Jekyll's posts have it. */
#ifndef PARVIS_CONTENT_ARTICLE_DATE_H
#define PARVIS_CONTENT_ARTICLE_DATE_H

#include "base/instant.h"

#include <stdbool.h>

struct arena;
struct zone;

/* Reads a whole value. `arena` is scratch. False when it names no day or more than one; nothing is written then. */
bool article_date_read(struct arena *arena, const char *text, const struct zone *zone, struct wall *wall, bool *has_time);

/* "2023-04-14-fete.md", "site__2023-04-14-fete.md", "23-04-14-fete.md": the first instant of the day that the name of a file carries. */
bool article_date_of_name(struct arena *arena, const char *file, const struct zone *zone, struct wall *wall);

#endif
