/* Finds the words that say what a date is: the cues of a grammar's table, leftmost and longest first. */
#ifndef PARVIS_CONTENT_CUES_H
#define PARVIS_CONTENT_CUES_H

#include "content/grammar.h"
#include "content/lexis.h"

#include <stddef.h>

struct arena;
struct cue_index;

/* Lexemes `first` to before `end`. */
struct cue {
    enum cue_kind kind;
    size_t first;
    size_t end;
};

/* The patterns of a grammar, sorted once for the many texts of an article. It lives in the arena. */
const struct cue_index *cues_index(struct arena *arena, const struct grammar *grammar);

/* "confirmez", and not "recevrez": a verb that asks, by its ending. */
bool cues_asks(const char *word, const struct grammar *grammar);

/* "serait", "auraient": a verb that only supposes. */
bool cues_supposes(const char *word, const struct grammar *grammar);

/* "étaient", "pouvait": a verb of what was. */
bool cues_tells_past(const char *word, const struct grammar *grammar);

/* All cues of a text in reading order; they do not overlap. Linear in the text. */
struct cue *cues_find(struct arena *arena, const struct cue_index *index, const struct lexis *lexis, size_t *count);

#endif
