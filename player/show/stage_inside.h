/* The stage's inside, for the files that are the stage together: its state, and the few things that all of them do. Private to
 * show/stage*.c; nobody else includes it. */
#ifndef PARVIS_SHOW_STAGE_INSIDE_H
#define PARVIS_SHOW_STAGE_INSIDE_H

#include "scene/layout.h"
#include "show/bar.h"
#include "show/display.h"
#include "show/fade.h"
#include "show/stage.h"
#include "show/view.h"
#include "show/wishes.h"

#include <stdbool.h>
#include <stdint.h>

struct programme;
struct report;

enum stage_state {
    STATE_EMPTY, /* nothing was on screen yet: the first slide waits a moment for its pictures */
    STATE_HOLD,  /* a slide stands still while its bar runs */
    STATE_WAIT,  /* what comes is laid out but its pictures are on their way: what is on screen stays */
    STATE_FADE   /* one slide turns into the next */
};

struct stage {
    struct stage_settings with;
    struct programme *programme;
    struct layout_fits fits;
    struct report *report;
    struct display display;
    enum stage_state state;
    struct mono since;         /* when the state was entered */
    bool has_stepped;
    struct mono last;          /* the step before */
    const struct slide *slide; /* the programme's: on screen, or coming while WAIT and FADE */
    struct view shown, coming;
    struct frame *front;       /* what is on screen */
    struct fade fade;
    struct bar bar;
    bool is_refresh;           /* what comes is the same slide: its time goes on */
    bool is_cut;               /* what comes takes no fade */
    bool is_late;              /* what is on screen lacks a picture that is still on its way */
    int64_t held_us;
    struct wishes wishes;
    bool changed, reading;
    bool asleep;               /* nobody sees it: no fades, no bar */
    unsigned long reads;
};

#define STAGE_INSIDE_WHOLE ((struct box){0})

struct mono stage_inside_later(struct mono mono, int64_t us);
struct mono stage_inside_sooner(struct mono a, struct mono b);

void stage_inside_enter(struct stage *stage, enum stage_state state, struct now now);

/* What is on screen; NULL when the screen has another size by now, and a frame of that size is on its way. */
const struct frame *stage_inside_presentable(const struct stage *stage);

bool stage_inside_has_size(const struct frame *frame, const struct layout *layout);

/* Presents what is on screen once more; `dirty` of it changed. */
void stage_inside_present(struct stage *stage, struct box dirty, struct now now);

void stage_inside_make_view(struct stage *stage, struct view *view, const struct slide *slide, struct now now, bool with_info);
void stage_inside_swap_views(struct stage *stage);

#endif
