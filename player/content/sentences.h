/* Sentences of a passage: what stands in one; around a date, where it begins and ends, the label on the line above it, brackets that are a
 * clause of their own. */
#ifndef PARVIS_CONTENT_SENTENCES_H
#define PARVIS_CONTENT_SENTENCES_H

#include "content/cue_kinds.h"

#include <stdbool.h>
#include <stddef.h>

struct question;
struct sheet;

/* The first of the articles that stand right before a lexeme, or that lexeme. */
size_t sentences_before_articles(const struct sheet *sheet, size_t index);

/* Sets begin, stop and after of a question whose first, end and after are known; `strong`: the date has a weekday or an hour, and brackets
 * around it part nothing. */
void sentences_set(const struct sheet *sheet, struct question *question, bool strong);

/* A cue of this kind stands in the sentence. */
bool sentences_have(const struct sheet *sheet, int sentence, enum cue_kind kind);

/* A verb of the sentence tells a beginning: "débutent à". */
bool sentences_begin(const struct sheet *sheet, int sentence);

/* A word of the list stands in the sentence. */
bool sentences_list(const struct sheet *sheet, int sentence, const char *const *list);

/* A sentence or a title in quotes begins with the lexeme. */
bool sentences_opens(const struct sheet *sheet, size_t index);

/* The word for what takes place with which the sentence of a lexeme begins, before that: "L'atelier dure"; NULL: none. */
const char *sentences_event_before(const struct sheet *sheet, size_t index);

/* The lexeme is an article, or the apostrophe of one. */
bool sentences_is_article(const struct sheet *sheet, size_t index);

#endif
