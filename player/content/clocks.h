/* One hour as it is written: "14h30", "9 h", "midi et demi", "quatorze heures", "2:30 pm". It knows the spellings of a single hour; ends of a
 * stretch, and the words before it, are for times.h. */
#ifndef PARVIS_CONTENT_CLOCKS_H
#define PARVIS_CONTENT_CLOCKS_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct grammar;

/* One clock reading; `meridiem` -1: none was said; `bare`: only a number, which another hour must explain. */
struct clock {
    int minutes;
    int meridiem;
    bool bare;
    bool whole; /* no minutes were said */
    size_t end;
};

/* What is read; `items` ends with one lexeme more than `count`. */
struct clock_reader {
    const struct lexeme *items;
    size_t count;
    const struct grammar *grammar;
};

/* The lexeme at `index`, or the end sign behind the last. */
const struct lexeme *clocks_at(const struct clock_reader *reader, size_t index);

/* ... is a word of the list. */
bool clocks_list(const struct clock_reader *reader, size_t index, const char *const *list);

/* Reads the hour that begins at lexeme `index`; false when none does. Its half of the day is not yet applied. */
bool clocks_read(const struct clock_reader *reader, size_t index, struct clock *clock);

/* Applies the half of the day that was said: "2 pm" becomes 14:00. */
void clocks_apply(struct clock *clock);

#endif
