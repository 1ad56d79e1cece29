/* Styled text into lines of runs: splitting by font, line breaking (ICU, French rules on top), direction (ICU), raised suffixes,
 * balanced lines. The only file that knows ICU is paragraph_breaks.c behind it. It knows no templates. */
#ifndef PARVIS_SCENE_PARAGRAPH_H
#define PARVIS_SCENE_PARAGRAPH_H

#include "scene/fonts.h"
#include "scene/scene.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum paragraph_align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* How to set a paragraph. */
struct paragraph_style {
    int face;        /* FACE_TEXT, FACE_TITLE, ... ; strong stretches of FACE_TEXT take FACE_STRONG */
    int size_px;
    int leading_permille;
    colour_argb colour;
    colour_argb quiet; /* for TEXT_QUIET stretches */
    bool balanced;   /* lines of like length: titles */
    enum paragraph_align align;
};

/* Longer texts are cut there (and say so): at the floor size no screen holds as much. */
enum { PARAGRAPH_MOST_BYTES = 2048, PARAGRAPH_RUN_MOST = 2000 };

/* A set paragraph: its size and its runs relative to its own top left (baselines included). Lives in the arena. */
struct paragraph {
    int width_px;  /* of the widest line */
    int height_px; /* line count × leading */
    int line_count;
    int first_baseline_px, last_baseline_px; /* below its top; 0 when there is no line */
    int cap_px;                              /* height of a capital in it */
    int descent_px;                          /* below a baseline */
    struct scene_item *runs;
    size_t run_count;
    uint32_t missing;     /* first code point that no face has; it is left out */
    bool too_wide;        /* a word is wider than the paragraph: it was broken inside */
    int little_ends;      /* lines that end in "de", "une", "2e": a size at which there are none reads better */
    bool cut;             /* longer than PARAGRAPH_MOST_BYTES: its end is not there */
};

/* Sets `line` into `width_px`. Runs hold at most 2 000 code points each. An empty line gives 0 lines. */
struct paragraph paragraph_set(struct arena *arena, const struct fonts *fonts, const struct paragraph_style *style,
                               const struct text_line *line, int width_px);

/* Adds the runs to a scene with the paragraph's top left at x, y (x is the box's start; they were aligned in width_px when set). */
void paragraph_place(struct scene *scene, const struct paragraph *paragraph, int x, int y);

#endif
