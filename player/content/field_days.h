/* Days of the front matter as French staff write them: "13/09/2026 14:00". It knows the order of day and month; what a field means is for
 * field_keys.h. */
#ifndef PARVIS_CONTENT_FIELD_DAYS_H
#define PARVIS_CONTENT_FIELD_DAYS_H

#include <stdbool.h>

struct arena;

/* The value as instant.h reads it, "2026-09-13 14:00", when it is a day, a month and a year of four digits between slashes or dots, alone or with an hour
 * behind a blank; else the value itself. `month_first`: the language may put the month first, so "05/03/2024" stays as it is. */
const char *field_days_plain(struct arena *arena, const char *value, bool month_first);

#endif
