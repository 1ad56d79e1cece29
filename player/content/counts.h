/* Numbers in words, as far as hours need them: "quatorze", "dix-sept", "vingt et une". It knows sums, not hours. */
#ifndef PARVIS_CONTENT_COUNTS_H
#define PARVIS_CONTENT_COUNTS_H

#include "content/lexis.h"

#include <stddef.h>

struct grammar;

/* The number that the words at lexeme *end of `count` say; *end moves behind them. -1 when none stands there; *end then is one further. */
int counts_read(const struct lexeme *items, size_t count, const struct grammar *grammar, size_t *end);

#endif
