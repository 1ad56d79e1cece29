/* A text as the readers of dates want it: words folded (lower case, no accents), numbers, signs, with the way back to the bytes.
 * It knows how people type (both apostrophes, every dash, no-break spaces, emoji as markers); it knows no language. */
#ifndef PARVIS_CONTENT_LEXIS_H
#define PARVIS_CONTENT_LEXIS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum lexeme_kind { LEXEME_WORD, LEXEME_NUMBER, LEXEME_SIGN };

/* Signs are ASCII where the text has a variant of it ('-' for every dash and arrow, '"' for every quotation mark), or one of these. */
enum {
    LEXEME_CALENDAR = 'D', /* an emoji that announces a date */
    LEXEME_CLOCK = 'T',    /* ... an hour */
    LEXEME_PIN = 'P',      /* ... a place */
    LEXEME_OTHER = 'o',    /* any other sign */
    LEXEME_ADDRESS = 'u',  /* a web or mail address, whole */
    LEXEME_LINE = '\n',
    LEXEME_END = '\0' /* one behind the last lexeme, and nowhere else */
};

/* One word, number or sign. `begin` and `end` are byte offsets in the text. `spaced`: white space or the start stands before it. */
struct lexeme {
    enum lexeme_kind kind;
    char sign;
    bool spaced;
    bool grave;      /* the word was "à", which is no verb */
    bool participle; /* the word was written with é at its end: "reçus" no, "publiée" yes */
    const char *word; /* "" unless a word */
    int number;       /* -1 unless a number of at most 9 digits */
    int digits;
    size_t begin;
    size_t end;
    int sentence; /* counts from 0; a full stop, ";", "!", "?" or the end of a line closes one */
};

struct lexis {
    const char *text;
    const struct lexeme *items; /* `count` of them and the end sign */
    size_t count;
};

/* Reads a NUL-terminated text; words live in the arena, `text` is borrowed. Linear. */
struct lexis lexis_read(struct arena *arena, const char *text);

/* The index of the first lexeme that ends behind a byte offset; `count` when there is none. */
size_t lexis_at(const struct lexis *lexis, size_t offset);

/* The lexeme is this sign. */
bool lexis_is_sign(const struct lexeme *lexeme, char sign);

/* The lexeme is this (folded) word. */
bool lexis_is_word(const struct lexeme *lexeme, const char *word);

/* The lexeme is a word of a list that ends with NULL. */
bool lexis_is_word_of(const struct lexeme *lexeme, const char *const *words);

/* Back from lexeme `at`, not before `from`, over words of a list: "jusqu'au [samedi] 3". */
size_t lexis_back_over(const struct lexeme *items, size_t from, size_t at, const char *const *words);

/* The index of the first such sign; `count` when there is none. */
size_t lexis_first_sign(const struct lexis *lexis, char sign);

/* How many of the lexemes [first, end) are words. */
size_t lexis_words(const struct lexis *lexis, size_t first, size_t end);

/* The folded words of a text separated by single spaces, signs left out: for comparing labels. */
char *lexis_fold(struct arena *arena, const char *text);

/* A word of the text stands in a list of folded words that ends with NULL. */
bool lexis_names(const struct lexis *lexis, const char *const *list);

#endif
