/* Finds the words that say what a date is: the cues of a grammar's table, leftmost and longest first. */
#ifndef PARVIS_CONTENT_CUES_H
#define PARVIS_CONTENT_CUES_H

#include "content/grammar.h"
#include "content/lexis.h"

#include <stddef.h>

struct arena;

/* Lexemes `first` to before `end`. */
struct cue {
    enum cue_kind kind;
    size_t first;
    size_t end;
};

/* All cues in reading order; they do not overlap. Linear in the text. */
struct cue *cues_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count);

#endif
