/* Trains the numbers of likeness.h: slots of dates with what the dates are. The same samples in the same order give the same numbers. */
#ifndef PARVIS_TESTS_SUPPORT_LIKENESS_FIT_H
#define PARVIS_TESTS_SUPPORT_LIKENESS_FIT_H

#include "content/likeness.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One date of one phrase, and what it is. */
struct likeness_sample {
    const uint16_t *slots;
    size_t count;
    bool truths[LIKENESS_KINDS];
};

/* As likeness.h has them, before they are rounded: LIKENESS_SLOTS times LIKENESS_HIDDEN, and LIKENESS_SLOTS times LIKENESS_KINDS. */
struct likeness_fitted {
    float *hidden;
    float *direct;
    struct likeness_layers layers;
};

/* How long it is trained, and how often a slot, the first one, a cell is left out, so that none is leaned on alone. */
struct likeness_pace {
    size_t rounds;
    float slots_dropped;
    float first_dropped;
    float cells_dropped;
};

struct likeness_fitted likeness_fit(const struct likeness_sample *samples, size_t count, const struct likeness_pace *pace);
void likeness_fitted_close(struct likeness_fitted *fitted);

#endif
