/* How much a date stands in its page as days do that ask for something or that are told of an event. It was trained on the phrases of
 * tests/content: each word, pair of words and cue of its sentence, the words of the sentences around it, of the heading,
 * of the title, what is known of the passage, and what the rules say is a slot of a table. A slot adds a small number to each sum, and one to each cell of a small
 * network (two layers of cells that are 0 or more), which learns what slots say together. What a date is, is decided with it in readings_alike.h,
 * and it is evidence in anchor.h.
 *
 * The numbers come from `make likeness`, which reads the tables of phrases again; they are to be made anew when enum cue_kind changes. */
#ifndef PARVIS_CONTENT_LIKENESS_H
#define PARVIS_CONTENT_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date_day;
struct likeness_order;
struct sheet;

/* LIKENESS_ONE of the sums is one unit of log odds; LIKENESS_MOST features at most are looked at. */
enum { LIKENESS_SLOTS = 1 << 15, LIKENESS_ONE = 16, LIKENESS_MOST = 800, LIKENESS_HIDDEN = 16, LIKENESS_KINDS = 2 };

/* From the cells of the first layer to the sums: last days and events, or beginnings and ends. Floats only. */
struct likeness_layers {
    float first_base[LIKENESS_HIDDEN];
    float second_base[LIKENESS_HIDDEN];
    float second[LIKENESS_HIDDEN][LIKENESS_HIDDEN];
    float last[LIKENESS_KINDS][LIKENESS_HIDDEN];
    float last_base[LIKENESS_KINDS];
};

/* What each slot adds: LIKENESS_HIDDEN numbers to the cells, LIKENESS_KINDS to the sums, in units of `cell` and `sum`. One net for dates, one for hours. */
struct likeness_net {
    const signed char *hidden;
    const signed char *direct;
    float cell;
    float sum;
    struct likeness_layers layers;
};

/* Of a language; NULL: nothing is alike. */
struct likeness_weights {
    const struct likeness_net *dates;
    const struct likeness_net *hours; /* likeness_hours.h */
    const struct likeness_order *order; /* likeness_order.h */
};

/* The sums: over 0 more likely than not. */
struct likeness_sums {
    int of[LIKENESS_KINDS];
};

/* The odds that a date is a last day, and that of an event. */
struct likeness {
    int deadline;
    int event;
};

/* Of a language without numbers: far below anything. */
extern const struct likeness likeness_nothing;

/* Log odds as LIKENESS_ONE counts them. */
int likeness_units(float sum);

/* Of the date `index`; it looks at forty words on either side in its sentence, and at thirty of the one before and behind. `ruled` is what the rules say of it:
 * a number of their own, less than 64. It is the mean of what the net says when it hears the rules, and when it does not: they were written with the phrases
 * that trained it, and are not as good elsewhere. */
struct likeness likeness_of(const struct sheet *sheet, size_t index, int ruled);

/* Whole days from the publication to the day, which is the next such day when its year is not written, or one that lies less than four weeks back; false when it
 * cannot be told. */
bool likeness_slots_ahead(const struct sheet *sheet, const struct date_day *day, int64_t *ahead);

/* What a net makes of slots. The cells are summed up in whole numbers, the rest in a fixed order: the same on every machine. */
struct likeness_sums likeness_of_slots(const struct likeness_net *net, const uint16_t *slots, size_t count);

/* The slots of the table that speak of the date, each once; how many. The first is that of the rules. For the training. */
size_t likeness_slots(const struct sheet *sheet, size_t index, int ruled, uint16_t slots[LIKENESS_MOST]);

extern const struct likeness_weights likeness_fr, likeness_en;

#endif
