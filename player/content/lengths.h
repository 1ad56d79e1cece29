/* How long something lasts: "durée : 1h30", "dure une heure et demie", "d'une durée de 45 minutes". It knows lengths in numbers and words; which
 * event they are of is for readings.h and events_hours.h. "Environ" is no length that ends anything. */
#ifndef PARVIS_CONTENT_LENGTHS_H
#define PARVIS_CONTENT_LENGTHS_H

#include "content/lexis.h"

#include <stddef.h>

struct grammar;

/* Minutes of the first length in lexemes `first` to before `end`; -1: none. */
int lengths_find(const struct lexis *lexis, const struct grammar *grammar, size_t first, size_t end);

/* Minutes of the first length that is told of each of several: "d'une heure chacune"; `*where` is the lexeme of "chacune". -1: none. Linear. */
int lengths_each(const struct lexis *lexis, const struct grammar *grammar, size_t *where);

/* The minutes of the length that begins at a lexeme, "une heure et demie", and its unit, "heure"; -1: none, or none of an appointment. */
int lengths_at(const struct lexis *lexis, const struct grammar *grammar, size_t index, size_t *last);

#endif
