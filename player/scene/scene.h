/* Where it goes: a slide as a flat list of boxes, text runs, pictures and codes in pixels, back to front. It knows no SDL and no files'
 * bytes; whoever paints it needs nothing else. Integers only: the same scene on every machine. */
#ifndef PARVIS_SCENE_SCENE_H
#define PARVIS_SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* 0xAARRGGBB, not premultiplied. */
typedef uint32_t colour_argb;

struct box {
    int x, y, width, height;
};

enum scene_kind {
    SCENE_RECT,     /* box filled with colour, corners rounded by radius */
    SCENE_FRAME,    /* outline of box, `stroke_px` wide, inside the box */
    SCENE_GRADIENT, /* box filled from top left to bottom right through three colours */
    SCENE_RING,     /* circle: centre and radius in 1/16 px, stroke in 1/16 px */
    SCENE_DISC,
    SCENE_TEXT,
    SCENE_PICTURE,  /* covers box around its focus */
    SCENE_QR        /* modules of `module_px`, top left at box.x, box.y, no quiet zone */
};

/* A run of text in one font at one size, in one direction; `x` is where its advance begins, `y` its baseline. */
struct scene_text {
    int x, baseline_y;
    int face;    /* index into the style's faces, or a fallback (see fonts.h) */
    int size_px; /* em */
    const char *text;
    bool right_to_left;
};

struct scene_item {
    enum scene_kind kind;
    struct box box;
    struct box clip; /* width 0: none */
    colour_argb colour;
    colour_argb colours[3];
    int radius_px;
    int stroke_px;
    int centre_x16, centre_y16, radius16, stroke16;
    struct scene_text text;
    const char *picture; /* file */
    int focus_x, focus_y;
    const unsigned char *bits;
    int side, module_px;
};

/* A scene lives in one arena (a frame's). `overflow`: something did not fit at the floor size; `missing`: the first code point that no
 * font has, 0 when none. `smallest_px`: smallest text but the footer; `body_px`: size of the main text; `body_cap_px`: height of its
 * capital H, for "readable up to N metres". `bar` is where the progress bar runs, at full width. */
struct scene {
    int width_px, height_px;
    struct scene_item *items;
    size_t count;
    size_t capacity;
    struct arena *arena;
    bool overflow;
    uint32_t missing;
    int smallest_px, body_px, body_cap_px;
    int qr_module_px; /* 0: no code */
    struct box bar;
    colour_argb bar_colour;
    struct box footer_box; /* footer band, for repainting the clock alone */
};

/* Begins an empty scene of that size in an arena. */
void scene_init(struct scene *scene, struct arena *arena, int width_px, int height_px);

/* Adds an item and returns it (borrowed until the next add), zeroed but for kind and box. */
struct scene_item *scene_add(struct scene *scene, enum scene_kind kind, struct box box);

#endif
