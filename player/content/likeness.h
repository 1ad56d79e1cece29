/* How much a date stands in its page as days do that ask for something or that are told of an event. It was trained on the phrases of
 * tests/content, and knows no rule: each word, pair of words and cue of its sentence, the words of the sentences around it, of the heading,
 * of the title, and what is known of the passage adds a small number, which the table of the language holds. Where no rule of the grammar
 * knows what a date is it is heard when it is sure; of a last day and of an event it is asked whether that is unlikely; and it is evidence in anchor.h.
 *
 * The numbers come from `make likeness`, which reads the tables of phrases again; they are to be made anew when enum cue_kind changes. */
#ifndef PARVIS_CONTENT_LIKENESS_H
#define PARVIS_CONTENT_LIKENESS_H

#include <stddef.h>
#include <stdint.h>

struct sheet;

/* LIKENESS_ONE of the sums is one unit of log odds; LIKENESS_MOST features at most are looked at. */
enum { LIKENESS_SLOTS = 1 << 15, LIKENESS_ONE = 16, LIKENESS_MOST = 800 };

/* Of a language: LIKENESS_SLOTS numbers each; all NULL: nothing is alike. */
struct likeness_weights {
    const signed char *deadline;
    const signed char *event;
    const signed char *hour; /* likeness_hours.h */
    const int *deadline_base;
    const int *event_base;
    const int *hour_base;
};

/* The odds that a date is a last day, and that of an event: over 0 more likely than not. */
struct likeness {
    int deadline;
    int event;
};

/* Of the date `index`; it looks at forty words on either side in its sentence, and at thirty of the one before and behind. */
struct likeness likeness_of(const struct sheet *sheet, size_t index);

/* The slots of the table that speak of the date, each once; how many. For the training. */
size_t likeness_slots(const struct sheet *sheet, size_t index, uint16_t slots[LIKENESS_MOST]);

extern const struct likeness_weights likeness_fr, likeness_en;

#endif
