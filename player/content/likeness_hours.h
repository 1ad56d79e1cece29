/* How much an hour of the page ("La rencontre débute à 18h30", "Accueil dès 9h", "14h-17h") stands in its page as the one at which the event of a day
 * begins, or as the one at which it ends. Trained like likeness.h, on the same phrases: the words around the hour, where it stands from the day, what else
 * the page tells. */
#ifndef PARVIS_CONTENT_LIKENESS_HOURS_H
#define PARVIS_CONTENT_LIKENESS_HOURS_H

#include "content/likeness.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct occurrence;
struct occurrences;
struct passage;
struct readings;
struct sheet;

enum { SPOKEN_MOST = 64, LIKENESS_PAIR_MOST = 96 };

/* An hour of the text, one of the first SPOKEN_MOST of the page. Minutes after midnight; `end` -1: not said. */
struct spoken_hour {
    const struct passage *passage;
    size_t first;    /* lexeme */
    int sentence;
    int start;
    int end;
    int row;         /* line of the file */
    int weekday;     /* that its sentence names for it; -1: none */
    bool taken;      /* a day of its passage, or what comes back, has it */
    bool slot;       /* it begins a line of a programme */
    bool closes;     /* a word for the end stands before it: "tout s'arrête le dimanche à 17h" */
    bool dated;      /* a date stands in its sentence */
    const char *beside;  /* the word before it, and the first of its sentence */
    const char *opening;
    const uint16_t *slots; /* what its words say */
    size_t slot_count;
};

/* Adds the hours of a passage that is read. SPOKEN_MOST of a page at most. */
void likeness_hours_add(struct arena *arena, struct readings *readings, const struct sheet *sheet);

/* The event has the hour of the sentence that tells its day: another one must be much likelier. */
bool likeness_hours_are_own(const struct readings *readings, const struct occurrence *occurrence);

/* The slots of the table that speak of one hour and one day, each once; how many. */
size_t likeness_hours_slots(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *occurrence, size_t hour, uint16_t slots[LIKENESS_MOST + LIKENESS_PAIR_MOST]);

/* The odds that the event begins at the hour, and that it ends then, in LIKENESS_ONE. */
struct likeness_hour {
    int begins;
    int ends;
};

struct likeness_hour likeness_hours_of(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *occurrence, size_t hour);

#endif
