/* One more last day in the sentence of another: "30 septembre (papier) ou 3 octobre (en ligne)", "résumés avant le 15 mai, articles pour le 30 juin".
 * It knows two dates that follow each other in one passage. */
#ifndef PARVIS_CONTENT_READINGS_NEXT_H
#define PARVIS_CONTENT_READINGS_NEXT_H

#include "content/verdict.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet;

/* "Date limite le 15 août pour la première session, le 20 septembre pour la seconde": the date says what it is for, as the one before it does. */
bool readings_next_is_parallel(const struct sheet *sheet, size_t index);

/* A day that leans on the last day before it; of kind READING_NONE when it does not. */
struct verdict readings_next_deadline(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *before);

/* "jusqu'au 17 octobre par chèque, et jusqu'au 22 octobre par internet": nothing but its own lead stands between the day and the one before it. */
bool readings_next_has_lead(const struct sheet *sheet, size_t index);

#endif
