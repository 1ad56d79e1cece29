/* What likeness.h, likeness_hours.h and likeness_order.h look at; for the first two as slots of a table: the words of a sentence, pairs of them, cues, the sentences around, the
 * heading, the title. Each mark is hashed into one of LIKENESS_SLOTS; it knows no numbers. */
#ifndef PARVIS_CONTENT_LIKENESS_MARKS_H
#define PARVIS_CONTENT_LIKENESS_MARKS_H

#include "content/likeness.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lexeme;
struct passage;
struct sheet;

/* So many words of a sentence on either side, of the sentences around it, and of a heading or what announces a list. */
enum { LIKENESS_SIDE_MOST = 40, LIKENESS_BESIDE_MOST = 30, LIKENESS_NAME_MOST = 20 };

/* A word of the sentence, or what stands for it. */
struct likeness_token {
    const char *text;
    char sign[2];
};

/* What stands on one side, the nearest first. */
struct likeness_side {
    struct likeness_token tokens[LIKENESS_SIDE_MOST + 1];
    size_t count;
};

/* The slots found so far, each once; `slots` has room for `most`. */
struct likeness_marks {
    uint16_t *slots;
    size_t count;
    size_t most;
    uint64_t seen[LIKENESS_SLOTS / 64];
};

/* The lexemes [first, stop) of the sentence around something. */
struct likeness_frame {
    size_t first;
    size_t stop;
};

/* One mark: a kind alone, a kind with a word, a kind with a number (of 64: larger ones begin anew). */
void likeness_marks_add(struct likeness_marks *marks, const char *kind);
void likeness_marks_add_word(struct likeness_marks *marks, const char *kind, const char *word);
void likeness_marks_add_number(struct likeness_marks *marks, const char *kind, size_t number);

/* FNV-1a of so many bytes. */
uint32_t likeness_marks_hash(const char *text, size_t length);

/* The sentence around the lexemes [first, end), 160 on either side at most. */
struct likeness_frame likeness_marks_frame(const struct sheet *sheet, size_t first, size_t end);

/* The sentence before the lexemes [first, end), and behind them; each side ends with a token of its own. */
void likeness_marks_find_sides(const struct sheet *sheet, size_t first, size_t end, struct likeness_side *left, struct likeness_side *right);

/* What stands in the passage before that sentence, and behind it; no side ends with a token of its own. */
void likeness_marks_find_rest(const struct sheet *sheet, size_t first, size_t end, struct likeness_side *before, struct likeness_side *behind);

/* A lexeme that is of no date and no hour. */
struct likeness_token likeness_marks_token(const struct lexeme *item);

/* What stands for the token: its word, "#date", "#time", or its sign. */
const char *likeness_marks_text(const struct likeness_token *token);

/* Each word, its beginning, each pair of words, and what stands right beside. */
void likeness_marks_add_side(struct likeness_marks *marks, const struct likeness_side *side, const char *kind, const char *beside);

/* The cues of the sentence, and on which side they stand. */
void likeness_marks_add_cues(struct likeness_marks *marks, const struct sheet *sheet, size_t first, size_t end);

/* The first words of a heading, the title or the passage beside, or the last ones of what announces a list. */
void likeness_marks_add_passage(struct likeness_marks *marks, const char *kind, const struct passage *passage, size_t most, bool last);

/* The sentences right before and right behind; where the passage has none, the passages. */
void likeness_marks_add_around(struct likeness_marks *marks, const struct sheet *sheet, size_t first, size_t end);

/* What is known of a passage. */
void likeness_marks_add_place(struct likeness_marks *marks, const struct passage *passage);

#endif
