/* A deadline as a slide: what, how long still, until when, where to go. */
#ifndef PARVIS_SLIDES_DEADLINE_H
#define PARVIS_SLIDES_DEADLINE_H

#include "content/facts.h"
#include "slides/slide.h"

#include <stdbool.h>

struct maker;

/* Makes the slide of one deadline of the maker's article or item. `several`: its subject is its title, so that the deadlines of one
 * article can be told apart. Closed ones have no code. */
struct slide deadline_slide(const struct maker *maker, const struct deadline *deadline, int number, bool several);

#endif
