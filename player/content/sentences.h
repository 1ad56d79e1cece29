/* The sentence around a date: where it begins and ends, the label on the line above it, brackets that are a clause of their own. */
#ifndef PARVIS_CONTENT_SENTENCES_H
#define PARVIS_CONTENT_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>

struct question;
struct sheet;

/* The first of the articles that stand right before a lexeme, or that lexeme. */
size_t sentences_before_articles(const struct sheet *sheet, size_t index);

/* Sets begin, stop and after of a question whose first, end and after are known; `strong`: the date has a weekday or an hour, and brackets
 * around it part nothing. */
void sentences_set(const struct sheet *sheet, struct question *question, bool strong);

#endif
