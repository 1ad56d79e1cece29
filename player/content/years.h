/* Gives each reading its year, or none: from the words, from the same day elsewhere in the article, from the day of publication;
 * a weekday decides or objects. It knows the calendar; it knows no clock but the article's own date. */
#ifndef PARVIS_CONTENT_YEARS_H
#define PARVIS_CONTENT_YEARS_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct article;
struct date_day;
struct diags;
struct readings;
struct zone;

/* Sets resolved, first_day, last_day and reason of every reading that is a deadline or an event. What cannot be decided stays
 * unresolved and is reported. */
void years_resolve(struct arena *arena, struct readings *readings, const struct article *article, const struct zone *zone, struct diags *diags);

/* "mardi 18 novembre 2021" for messages. */
char *years_day_text(struct arena *arena, const struct date_day *day);

#endif
