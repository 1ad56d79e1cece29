#include "show/stage_hold.h"

#include "draw/paint.h"
#include "show/programme.h"
#include "show/stage_inside.h"
#include "slides/slide.h"

enum { BAR_US = 200000 }; /* five times a second: at 1080p a step is 13 to 48 px of a 6 px thin line, and costs nothing */

static int bar_permille(const struct stage *stage)
{
    int64_t dwell_us = (int64_t)stage->slide->dwell_ms * 1000;
    return dwell_us > 0 && stage->held_us < dwell_us ? (int)(stage->held_us * 1000 / dwell_us) : 1000;
}

static bool has_bar(const struct stage *stage)
{
    return stage->with.show_bar && !stage->asleep && stage->slide->kind != SLIDE_HOLDING && stage->slide->kind != SLIDE_SETUP;
}

static void draw_bar(struct stage *stage, struct now now)
{
    if (!has_bar(stage))
        return;
    struct box changed = bar_draw(&stage->bar, stage->front, stage->shown.scene, bar_permille(stage));
    if (changed.width > 0)
        stage_inside_present(stage, changed, now);
}

/* The same slide with other words (a countdown, the footer's clock): what differs alone is drawn. False: it must be painted whole. */
static bool draw_changes(struct stage *stage, struct now now)
{
    struct box changed;
    stage_inside_make_view(stage, &stage->coming, stage->slide, now, stage->wishes.info);
    bar_erase(&stage->bar, stage->front, stage->shown.scene);
    if (!view_paint_changes(&stage->shown, &stage->coming, stage->front, stage->with.ttf, stage->with.pictures, &changed))
        return false;
    stage_inside_swap_views(stage);
    if (changed.width > 0)
        stage_inside_present(stage, changed, now);
    return true;
}

void stage_hold_prefetch(struct stage *stage, struct now now)
{
    const struct slide *next = programme_peek(stage->programme, now);
    if (!next || next == stage->slide)
        return;
    stage_inside_make_view(stage, &stage->coming, next, now, false);
    paint_prepare(stage->coming.scene, stage->with.pictures, false);
}

struct mono stage_hold_due(struct stage *stage, struct now now, int64_t left_us)
{
    const int64_t minute_ms = 60000;
    struct mono due = stage_inside_later(now.mono, ((view_minute(now) + 1) * minute_ms - now.wall.ms) * 1000);
    struct wall change = programme_next_change(stage->programme, now);
    if (change.ms <= now.wall.ms + minute_ms)
        due = stage_inside_sooner(due, stage_inside_later(now.mono, (change.ms - now.wall.ms) * 1000));
    if (stage->is_late)
        due = stage_inside_sooner(due, stage_inside_later(now.mono, BAR_US));
    if (stage->wishes.paused)
        return due;
    due = stage_inside_sooner(due, stage_inside_later(now.mono, left_us));
    if (left_us > STAGE_HOLD_PREFETCH_US)
        due = stage_inside_sooner(due, stage_inside_later(now.mono, left_us - STAGE_HOLD_PREFETCH_US));
    if (has_bar(stage))
        due = stage_inside_sooner(due, stage_inside_later(now.mono, BAR_US));
    return due;
}

void stage_hold_again(struct stage *stage, struct now now)
{
    stage->held_us = 0;
    struct box erased = bar_erase(&stage->bar, stage->front, stage->shown.scene);
    if (erased.width > 0)
        stage_inside_present(stage, erased, now);
}

bool stage_hold_touch_up(struct stage *stage, const struct slide *slide, struct now now)
{
    bool is_same = slide == stage->slide && view_minute(now) == stage->shown.minute && now.wall_trusted == stage->shown.trusted;
    stage->slide = slide;
    if (stage->is_late && (!is_same || paint_prepare(stage->shown.scene, stage->with.pictures, false)))
        return false;
    if (!is_same && !draw_changes(stage, now))
        return false;
    draw_bar(stage, now);
    return true;
}
