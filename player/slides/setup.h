/* The slide of a screen that has no content yet: who it is, how it is, and how to give it some. It knows words in two languages; the facts
 * are handed in, and nothing here looks at a machine. */
#ifndef PARVIS_SLIDES_SETUP_H
#define PARVIS_SLIDES_SETUP_H

#include "slides/build.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

/* What keeps the content away. */
enum setup_state {
    SETUP_NO_SOURCE,  /* nobody said where it comes from */
    SETUP_NO_NETWORK, /* there is an address to ask, and no network */
    SETUP_WAITING,    /* it is being asked */
    SETUP_PROBLEM,    /* it was asked, and `problem` is the answer */
    SETUP_FOLDER,     /* `source` is a folder of this machine, and it is empty */
    SETUP_NO_FOLDER,  /* `source` is a folder that is not there: a USB stick that was pulled */
    SETUP_SETTINGS    /* the settings have an error: `problem`, with its place */
};

/* Texts are borrowed for as long as slides are built with it. */
struct setup {
    enum setup_state state;
    bool english;
    const char *host; /* "parvis": its name in the local network, without ".local"; "" when it has none */
    const char *addresses[SLIDE_ADDRESSES_MOST];
    size_t address_count;
    const char *source;  /* as it is shown; "" when there is none */
    const char *problem; /* a sentence, in the language; "" */
};

/* True when the slide stands in for the holding slide: build->setup is there, and nothing at all was given to the screen. A playlist file, be
 * it empty or broken, is something. */
bool setup_applies(const struct build *build);

/* The slide, in `arena`; build->setup is what it is about. */
struct slide setup_slide(struct arena *arena, const struct build *build);

#endif
