/* How much a date stands in its page as days do that ask for something or that are told of an event, by what stands around it in which order:
 * likeness.h asks the same of single words and pairs. A small network reads the tokens on either side, and what the passages around are about;
 * it knows no rule. Its numbers are learned by tests/support/likeness_order_fit.h from the phrases of tests/content: `make likeness`.
 *
 * A token is the sum of three vectors: of the word, of its beginning, of its ending. Two convolutions, three and five tokens wide, go over
 * each side (Y. Kim: Convolutional neural networks for sentence classification, 2014). The fields are means of their tokens. */
#ifndef PARVIS_CONTENT_LIKENESS_ORDER_H
#define PARVIS_CONTENT_LIKENESS_ORDER_H

#include "content/likeness.h"

#include <stddef.h>
#include <stdint.h>

struct sheet;

/* What is seen of a date: so many tokens on either side, seven fields of so many words, four flags. */
enum { LIKENESS_ORDER_SIDE = 24, LIKENESS_ORDER_FIELDS = 7, LIKENESS_ORDER_FIELD = 20, LIKENESS_ORDER_FLAGS = 4 };

/* The shape of the network: numbers of a token, channels of each layer, tokens that a convolution is wide, vectors of each kind, and what comes
 * together of both convolutions on both sides, of the fields and the flags; answers: deadline, event. */
enum {
    LIKENESS_ORDER_DEPTH = 24,
    LIKENESS_ORDER_CHANNELS = 48,
    LIKENESS_ORDER_NARROW = 3,
    LIKENESS_ORDER_WIDE = 5,
    LIKENESS_ORDER_WORDS = 1 << 13,
    LIKENESS_ORDER_STEMS = 1 << 11,
    LIKENESS_ORDER_ENDINGS = 1 << 11,
    LIKENESS_ORDER_MEANS = LIKENESS_ORDER_FIELDS * LIKENESS_ORDER_DEPTH,
    LIKENESS_ORDER_GATHERED = 5 * LIKENESS_ORDER_CHANNELS + LIKENESS_ORDER_FLAGS,
    LIKENESS_ORDER_ANSWERS = 2
};

/* Numbers of its three vectors. */
struct likeness_order_token {
    uint16_t word;
    uint16_t stem;
    uint16_t ending;
};

struct likeness_order_row {
    struct likeness_order_token tokens[LIKENESS_ORDER_SIDE];
    size_t count;
};

/* The sides (before and behind, the nearest first), the fields (the rest of the passage before and behind, the passages before and behind, the
 * heading, what announces the list, the title), and whether a weekday, a stretch, a year is told, and of how many days, up to 3, in thirds. */
struct likeness_order_view {
    struct likeness_order_row sides[2];
    struct likeness_order_row fields[LIKENESS_ORDER_FIELDS];
    float flags[LIKENESS_ORDER_FLAGS];
};

/* The tables of struct likeness_order. */
enum likeness_order_part {
    LIKENESS_ORDER_PART_WORDS,
    LIKENESS_ORDER_PART_STEMS,
    LIKENESS_ORDER_PART_ENDINGS,
    LIKENESS_ORDER_PART_PLACES,
    LIKENESS_ORDER_PART_NARROW,
    LIKENESS_ORDER_PART_NARROW_BASE,
    LIKENESS_ORDER_PART_WIDE,
    LIKENESS_ORDER_PART_WIDE_BASE,
    LIKENESS_ORDER_PART_FIELDS,
    LIKENESS_ORDER_PART_FIELDS_BASE,
    LIKENESS_ORDER_PART_INNER,
    LIKENESS_ORDER_PART_INNER_BASE,
    LIKENESS_ORDER_PART_OUTER,
    LIKENESS_ORDER_PART_OUTER_BASE,
    LIKENESS_ORDER_PARTS
};

/* What was learned for a language. A number counts its part's scale. Vectors stand one behind the other; of a layer, the numbers of the first
 * input for each channel, then those of the second. `places`: of the tokens before, then of those behind. */
struct likeness_order {
    float scales[LIKENESS_ORDER_PARTS];
    signed char words[LIKENESS_ORDER_WORDS * LIKENESS_ORDER_DEPTH];
    signed char stems[LIKENESS_ORDER_STEMS * LIKENESS_ORDER_DEPTH];
    signed char endings[LIKENESS_ORDER_ENDINGS * LIKENESS_ORDER_DEPTH];
    signed char places[2 * LIKENESS_ORDER_SIDE * LIKENESS_ORDER_DEPTH];
    signed char narrow[LIKENESS_ORDER_NARROW * LIKENESS_ORDER_DEPTH * LIKENESS_ORDER_CHANNELS];
    signed char narrow_base[LIKENESS_ORDER_CHANNELS];
    signed char wide[LIKENESS_ORDER_WIDE * LIKENESS_ORDER_DEPTH * LIKENESS_ORDER_CHANNELS];
    signed char wide_base[LIKENESS_ORDER_CHANNELS];
    signed char fields[LIKENESS_ORDER_MEANS * LIKENESS_ORDER_CHANNELS];
    signed char fields_base[LIKENESS_ORDER_CHANNELS];
    signed char inner[LIKENESS_ORDER_GATHERED * LIKENESS_ORDER_CHANNELS];
    signed char inner_base[LIKENESS_ORDER_CHANNELS];
    signed char outer[LIKENESS_ORDER_CHANNELS * LIKENESS_ORDER_ANSWERS];
    signed char outer_base[LIKENESS_ORDER_ANSWERS];
};

/* What is seen of the date `index`. All bytes of the view are set: equal views are equal memory. Its time does not grow with the passage. */
void likeness_order_look(const struct sheet *sheet, size_t index, struct likeness_order_view *view);

/* What the network makes of it: the same on every machine. */
struct likeness likeness_order_weigh(const struct likeness_order *order, const struct likeness_order_view *view);

/* Both, with what was learned for the language of the page: in LIKENESS_ONE; far below 0 when it has nothing. */
struct likeness likeness_order_of(const struct sheet *sheet, size_t index);

#endif
