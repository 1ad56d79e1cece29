/* A text as code points while its typography is set: blanks, signs, quotes. The inner room of typography.c: it knows single signs and
 * their neighbours; which words cling together is glue.c's. */
#ifndef PARVIS_SLIDES_SIGNS_H
#define PARVIS_SLIDES_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { SIGNS_NBSP = 0xA0, SIGNS_NNBSP = 0x202F, SIGNS_APOSTROPHE = 0x2019, SIGNS_EN_DASH = 0x2013 };

/* `points` has `count` code points and ends with a 0. */
struct signs {
    struct arena *arena;
    uint32_t *points;
    size_t count;
    size_t capacity;
};

/* Decodes; runs of blanks become one (a no-break one stays no-break), blanks around '\n' vanish, invisible marks too. */
struct signs signs_from(struct arena *arena, const char *text);

/* No code points yet, room for `room`. */
struct signs signs_empty(struct arena *arena, size_t room);

/* Encodes as UTF-8. */
char *signs_text(const struct signs *signs);

void signs_add(struct signs *signs, uint32_t point);

/* ' becomes ’, ... becomes …, "word" becomes « word » (or “word”); spaces before and inside signs as the language wants them. Web and
 * mail addresses are left alone. */
struct signs signs_set(const struct signs *signs, bool english);

bool signs_is_blank(uint32_t point);
bool signs_is_digit(uint32_t point);
bool signs_is_letter(uint32_t point); /* of Latin script, accents too */

/* True when the word that begins at `start` and ends before `end` is a web or mail address. */
bool signs_is_address(const uint32_t *points, size_t start, size_t end);

#endif
