/* The times of a playlist as values: instants, days of the week, hours of the day, seconds on screen. Each function takes one node and,
 * when it holds something else, says so at its place with an example. It knows neither items nor clocks. */
#ifndef PARVIS_CONTENT_PLAYLIST_TIMES_H
#define PARVIS_CONTENT_PLAYLIST_TIMES_H

#include "base/instant.h"

#include <stdbool.h>

struct playlist_reader;
struct yaml_node;

/* A day ("2026-04-14", "14/04/2026": its first instant) or a time ("2026-04-14 18:00", "… 18h", RFC 3339) in the playlist's zone.
 * False with an error; nothing is written then. Null nodes are the caller's business: they are refused here. */
bool playlist_times_instant(const struct playlist_reader *reader, const struct yaml_node *node, struct wall *wall, bool *has_time);

/* The same for something that ends: a day alone means through its end, that is the following midnight. An hour alone ("17:30")
 * is of the day of `start` when that is not NULL. */
bool playlist_times_end(const struct playlist_reader *reader, const struct yaml_node *node, const struct wall *start,
                        struct wall *wall, bool *has_time);

/* The functions below leave their targets as they are when the node is null (true) or bad (false, with an error). */
/* Bits of item.days from "lun-ven", "[lun, mer, sam-dim]", "lundi à vendredi", "mon-fri", "week-end". */
bool playlist_times_days(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *days);

/* "08:00-20:00", "8h-20h", "22:00-06:00", in wall minutes; the whole day is 0 and 0. */
bool playlist_times_hours(const struct playlist_reader *reader, const struct yaml_node *node, int *start_min, int *end_min);

/* Milliseconds from "12", "12 s", "1 min", "1 min 30"; "auto" is 0. From 2 seconds to an hour. */
bool playlist_times_dwell(const struct playlist_reader *reader, const struct yaml_node *node, int *dwell_ms);

/* Milliseconds from "30 s", "2 min", "1 h"; false, and nothing is said, when it is no time (the caller knows what it is for). */
bool playlist_times_span(const struct playlist_reader *reader, const struct yaml_node *node, int *ms);

/* A time of day in wall minutes from "07:30", "7h30"; "24:00" is 0. The node is no null. */
bool playlist_times_minute(const struct playlist_reader *reader, const struct yaml_node *node, int *minute);

#endif
