/* Applies a correction that names the day it means (`day:`), so that one of several deadlines or events changes and the others stay.
 * It knows facts and days; it reads no playlist. */
#ifndef PARVIS_CONTENT_LIBRARY_CORRECT_DAY_H
#define PARVIS_CONTENT_LIBRARY_CORRECT_DAY_H

struct article;
struct correction;
struct diags;
struct facts;
struct zone;

/* Changes `facts` (lists are replaced, not written to; they live in the article's arena). When the article says nothing of that day a warning
 * says so and nothing changes. */
void library_correct_day(const struct article *article, const struct correction *correction, const struct zone *zone, struct facts *facts,
                         struct diags *diags);

#endif
