/* What takes place, when and where, as a slide says it: weekday, day, month, hours, badge. It knows one event and the calendar of the
 * venue. Several days: weekday "mardi – mercredi", day "9–10", month "janvier"; across months day "28", month "février – 3 mars". */
#ifndef PARVIS_SLIDES_EVENT_H
#define PARVIS_SLIDES_EVENT_H

#include "base/instant.h"
#include "content/facts.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct maker;

/* An event whose end nobody wrote down is taken to last two hours. */
enum { EVENT_ASSUMED_MS = 2 * 3600 * 1000 };

/* The instant at which it is over: its end, the midnight after an all-day event, some time after a start without end. */
struct wall event_end(const struct maker *maker, const struct event *event);

/* True when it is over at `now`; never when the clock is not trusted. */
bool event_is_over(const struct maker *maker, const struct event *event);

/* True when it begins and ends on different days; a night that ends before noon is the evening on which it began. */
bool event_has_days(const struct maker *maker, const struct event *event);

/* "9" or "9–10"; "janvier" or "février – 3 mars", with the year when it is not the current one. */
void event_day_words(const struct maker *maker, const struct event *event, const char **day, const char **month);

/* "14 h 30" and "17 h 30"; "" for what is not known or not worth saying. */
void event_hour_words(const struct maker *maker, const struct event *event, const char **from, const char **to);

/* One event, and when it is given again: whole days after it, in order (facts.h: series). */
struct occasion {
    const struct event *event;
    const struct event **again;
    size_t again_count;
};

/* "18 juin" or "10, 17 et 24 juin", and before it "aussi le" or "aussi les"; "" for both when it is given once. */
void event_again_words(const struct maker *maker, const struct occasion *occasion, const char **joiner, const char **days);

/* Makes the slide of one event. `number` names it; `line` is where it comes from. Its link comes from facts when the event's action is >= 0. */
struct slide event_slide(const struct maker *maker, const struct occasion *occasion, int number, const char *kicker);

#endif
