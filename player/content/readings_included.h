/* Whether a last day counts itself, and until when: "avant le 7 mai inclus", "jusqu'au 7 mai au matin". It knows the words beside one date; that it is a
 * last day is for verdict.h. */
#ifndef PARVIS_CONTENT_READINGS_INCLUDED_H
#define PARVIS_CONTENT_READINGS_INCLUDED_H

#include <stdbool.h>
#include <stddef.h>

struct date_mention;
struct sheet;
struct verdict;

/* The day itself is already too late. */
bool readings_included_excludes(const struct sheet *sheet, const struct date_mention *date, const struct verdict *verdict);

/* "jusqu'au 17 mars au matin", "fin de matinée": behind the lexeme at which the date ends stands that it is over at noon. */
bool readings_included_till_noon(const struct sheet *sheet, size_t end);

#endif
