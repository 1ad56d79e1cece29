/* One slide of each kind and of each difficulty, made by hand: what tests of layout set, and what a designer of a theme looks at
 * (tests/show/slide_shot.c). It knows slides only. */
#ifndef PARVIS_TESTS_SAMPLE_SLIDES_H
#define PARVIS_TESTS_SAMPLE_SLIDES_H

#include "slides/slide.h"

/* `hard`: more words than a slide can hold; it overflows and says so. */
struct sample {
    const char *name;
    struct slide slide;
    bool hard;
};

/* Static: valid for ever. */
const struct sample *sample_slides(size_t *count);

#endif
