/* Applies what the playlist corrects in an article (`correct:`) to its facts: the correction wins, and says so. */
#ifndef PARVIS_CONTENT_LIBRARY_CORRECT_H
#define PARVIS_CONTENT_LIBRARY_CORRECT_H

struct article;
struct correction;
struct diags;
struct facts;
struct zone;

/* One with a `day` changes only what the article says of that day (library_correct_day.h); corrections of a list apply in order.
 * The facts of `article` after `correction`, in the article's arena; its own facts when nothing is corrected. A corrected deadline or
 * event replaces all of its kind and keeps the words, link and subject of the one nearest to it. */
const struct facts *library_correct_facts(const struct article *article, const struct correction *correction,
                                          const struct zone *zone, struct diags *diags);

#endif
