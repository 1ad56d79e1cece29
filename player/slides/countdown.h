/* How long there is left, in words: days, then hours and minutes on the last day, then minutes and seconds in the last hour, then closed.
 * It knows one instant and the calendar of the venue; it knows neither articles nor links. */
#ifndef PARVIS_SLIDES_COUNTDOWN_H
#define PARVIS_SLIDES_COUNTDOWN_H

#include "base/instant.h"
#include "slides/slide.h"

#include <stdbool.h>

struct maker;
struct purpose;

/* A closed call stays on the wall so long that those who come a day late know why. */
enum { COUNTDOWN_CLOSED_MS = 48 * 3600 * 1000 };

/* True while a deadline may be shown: until two days after its end, and always when the clock is not trusted. */
bool countdown_is_shown(struct now now, struct wall until);

/* True when it is over at `now` (never when the clock is not trusted). */
bool countdown_is_closed(struct now now, struct wall until);

/* Fills count_intro, count, count_outro, closed and changes_at of a slide. A deadline that ends at midnight ends with the day before,
 * whole ("inclus"). Not trusted: the date alone. */
void countdown_fill(const struct maker *maker, struct slide *slide, struct wall until, bool has_time, const struct purpose *purpose);

#endif
