/* "Semaine du 15 au 19 avril", and below it "Lundi : tournoi, 14h-17h": lines that begin with a weekday are of days of the week that was told
 * last above them. */
#ifndef PARVIS_CONTENT_PASSAGES_WEEK_H
#define PARVIS_CONTENT_PASSAGES_WEEK_H

#include "content/passages.h"

struct article;
struct grammar;

/* Sets `day_told` of such passages of the body, of which the first is the title. Linear; days live in the arena. */
void passages_week_mark(struct arena *arena, struct passage *items, size_t count, const struct article *article, const struct grammar *grammar);

#endif
