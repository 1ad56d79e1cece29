#include "show/stage.h"

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/paint.h"
#include "draw/pictures.h"
#include "draw/ttf.h"
#include "show/programme.h"
#include "show/report.h"
#include "show/stage_hold.h"
#include "show/stage_inside.h"

#include <string.h>

/* Microseconds. */
enum {
    FIRST_PATIENCE_US = 300000,    /* the first slide waits so long for its pictures, or for a search among ended articles */
    NEXT_PATIENCE_US = 3000000,    /* a following slide */
    REFRESH_PATIENCE_US = 600000,  /* the same slide with new words: a change has to be on screen within a second */
    SEARCH_PATIENCE_US = 2000000,  /* an ended slide stays so long while the search for the next goes on */
    READ_US = 10000,               /* between two articles that are read ahead */
    POLL_PICTURES_US = 20000       /* without a descriptor */
};

/* While thousands of articles are read ahead the journal hears of broken ones now and then. */
enum { READS_A_REPORT = 256 };

/* The renderer's size, and what follows from it. */
static void take_size(struct stage *stage)
{
    struct layout *layout = stage->with.layout;
    const struct playlist *playlist = library_playlist(stage->with.library);
    stage->with.renderer->size_px(stage->with.renderer->self, &layout->width_px, &layout->height_px);
    layout->body_wanted_px = 0;
    if (playlist->distance_mm > 0 && playlist->diagonal_mm > 0) {
        struct font_metrics metrics = layout->fonts->metrics(layout->fonts->self, FACE_TEXT, 1000);
        layout->body_wanted_px = style_size_for_distance(playlist->distance_mm, playlist->diagonal_mm, layout->width_px,
                                                         layout->height_px, metrics.cap_px);
    }
}

struct stage *stage_create(const struct stage_settings *settings)
{
    struct stage *stage = memory_alloc(sizeof *stage);
    stage->with = *settings;
    stage->fits = (struct layout_fits){settings->layout, arena_create()};
    stage->programme = programme_create(settings->library, layout_fits, &stage->fits);
    stage->report = report_create(settings->english);
    stage->display.renderer = settings->renderer;
    stage->reading = true;
    view_init(&stage->shown);
    view_init(&stage->coming);
    take_size(stage);
    return stage;
}

void stage_destroy(struct stage *stage)
{
    if (!stage)
        return;
    frame_destroy(stage->front);
    frame_destroy(fade_end(&stage->fade));
    bar_finish(&stage->bar);
    view_finish(&stage->shown);
    view_finish(&stage->coming);
    report_destroy(stage->report);
    programme_destroy(stage->programme);
    arena_destroy(stage->fits.scratch);
    memory_free(stage);
}

/* Between two slides only: a fade ends first. */
static void adopt_changes(struct stage *stage)
{
    if (!stage->wishes.resized && !stage->changed)
        return;
    if (stage->changed)
        log_line(LOG_DEBUG, "content adopted");
    take_size(stage);
    programme_reload(stage->programme);
    stage->reading = stage->reading || stage->changed;
    stage->wishes.repaint = true;
    stage->wishes.resized = stage->changed = false;
}

/* Paints what comes into a frame; its pictures have served then, unless its words will change while it stands (a last hour's
 * countdown). */
static void paint_coming(struct stage *stage, struct frame *frame, struct now now)
{
    const int64_t soon_ms = 60000;
    bool once = !stage->is_late && stage->slide->changes_at.ms > now.wall.ms + soon_ms;
    if (once)
        paint_scene_once(frame, stage->coming.scene, stage->with.ttf, stage->with.pictures);
    else
        paint_scene(frame, stage->coming.scene, stage->with.ttf, stage->with.pictures);
    pictures_drop(stage->with.pictures);
    if (once)
        pictures_drop(stage->with.pictures); /* twice: what was wanted for this painting too */
    stage_inside_swap_views(stage);
    stage->wishes.repaint = false;
}

static void begin_hold(struct stage *stage, struct now now)
{
    bar_forget(&stage->bar);
    if (!stage->is_refresh)
        stage->held_us = 0;
    stage_inside_enter(stage, STATE_HOLD, now);
}

/* What comes is ready: it takes the screen at once, or begins to fade in. */
static struct mono put_on(struct stage *stage, struct now now)
{
    const struct layout *layout = stage->with.layout;
    bool has_front = stage_inside_has_size(stage->front, layout);
    if (!has_front || stage->is_cut) {
        if (!has_front) {
            frame_destroy(stage->front);
            stage->front = frame_create(layout->width_px, layout->height_px);
        }
        paint_coming(stage, stage->front, now);
        stage_inside_present(stage, STAGE_INSIDE_WHOLE, now);
        begin_hold(stage, now);
        return now.mono;
    }
    struct frame *to = frame_create(layout->width_px, layout->height_px);
    paint_coming(stage, to, now);
    fade_begin(&stage->fade, to, (int64_t)stage->with.fade_ms * 1000, stage->with.refresh_hz);
    stage_inside_enter(stage, STATE_FADE, now);
    return now.mono;
}

/* Lays out what comes next and waits for its pictures. */
static void change_to(struct stage *stage, const struct slide *slide, bool is_refresh, bool is_cut, struct now now)
{
    stage->slide = slide;
    stage->is_refresh = is_refresh;
    stage->is_cut = is_cut || stage->asleep || stage->with.fade_ms <= 0;
    stage_inside_make_view(stage, &stage->coming, slide, now, stage->wishes.info);
    stage_inside_enter(stage, STATE_WAIT, now);
}

static bool is_over(const struct stage *stage)
{
    return stage->state == STATE_HOLD && !stage->wishes.paused && stage->held_us >= (int64_t)stage->slide->dwell_ms * 1000;
}

/* What the programme wants now. NULL: it is still searching, and what is on screen may stay meanwhile. *moved: it is another slide, or the
 * same one once more. */
static const struct slide *follow(struct stage *stage, struct now now, bool *moved, bool *by_hand)
{
    struct programme *programme = stage->programme;
    const struct slide *current = stage->slide ? programme_current(programme, now) : NULL;
    bool wants = stage->wishes.go != WISH_NONE || (current && is_over(stage));
    *moved = *by_hand = false;
    if (current && !wants && !programme_must_leave(programme, now)) {
        *moved = strcmp(current->id, stage->state == STATE_HOLD ? stage->shown.id : stage->coming.id) != 0;
        return current;
    }
    const struct slide *next =
        stage->wishes.go == WISH_BACK ? programme_back(programme, now) : programme_next(programme, now);
    if (programme_is_searching(programme)) {
        int64_t patience_us = stage->state == STATE_EMPTY ? FIRST_PATIENCE_US : SEARCH_PATIENCE_US;
        if (current || now.mono.us - stage->since.us < patience_us)
            return NULL;
    }
    *moved = true;
    *by_hand = stage->wishes.go != WISH_NONE;
    stage->wishes.go = WISH_NONE;
    return next;
}

static struct mono step_wait(struct stage *stage, struct now now)
{
    bool moved, by_hand;
    const struct slide *slide = follow(stage, now, &moved, &by_hand);
    if (slide && (slide != stage->slide || stage->wishes.repaint)) {
        struct mono since = stage->since;
        stage->wishes.repaint = false;
        change_to(stage, slide, stage->is_refresh && !moved, stage->is_cut || by_hand, now);
        stage->since = since;
    }
    bool ready = paint_prepare(stage->coming.scene, stage->with.pictures, false);
    int64_t patience_us = stage->is_refresh ? REFRESH_PATIENCE_US : NEXT_PATIENCE_US;
    if (!ready && now.mono.us - stage->since.us < patience_us)
        return stage_inside_later(now.mono, POLL_PICTURES_US);
    stage->is_late = !ready;
    return put_on(stage, now);
}

static struct mono step_empty(struct stage *stage, struct now now)
{
    bool moved, by_hand;
    const struct slide *slide = follow(stage, now, &moved, &by_hand);
    if (!slide)
        return stage_inside_later(now.mono, READ_US);
    stage->slide = slide;
    stage_inside_make_view(stage, &stage->coming, slide, now, stage->wishes.info);
    stage->is_late = !paint_prepare(stage->coming.scene, stage->with.pictures, false);
    if (stage->is_late && now.mono.us - stage->since.us < FIRST_PATIENCE_US)
        return stage_inside_later(now.mono, POLL_PICTURES_US);
    stage->is_refresh = false;
    stage->is_cut = true;
    return put_on(stage, now);
}

static struct mono step_fade(struct stage *stage, struct now now)
{
    int64_t gone_us = now.mono.us - stage->since.us;
    if (gone_us >= stage->fade.length_us || stage->wishes.go != WISH_NONE || stage->wishes.resized) {
        log_line(LOG_DEBUG, "fade: frames=%d ms=%ld", stage->fade.frames + 1, (long)(gone_us / 1000));
        frame_destroy(stage->front);
        stage->front = fade_end(&stage->fade);
        stage_inside_present(stage, STAGE_INSIDE_WHOLE, now);
        begin_hold(stage, now);
        return now.mono;
    }
    if (fade_step(&stage->fade, stage->front, gone_us))
        stage_inside_present(stage, STAGE_INSIDE_WHOLE, now);
    return stage_inside_later(stage->since, fade_next_us(&stage->fade));
}

static struct mono step_hold(struct stage *stage, struct now now)
{
    bool moved, by_hand;
    const struct slide *slide = follow(stage, now, &moved, &by_hand);
    if (!slide)
        return stage_inside_later(now.mono, READ_US);
    bool is_same = strcmp(slide->id, stage->shown.id) == 0;
    if (stage->wishes.repaint || !is_same) {
        change_to(stage, slide, is_same && !moved, is_same || by_hand || !slide->fade, now);
        return step_wait(stage, now);
    }
    if (moved)
        stage_hold_again(stage, now);
    if (!stage_hold_touch_up(stage, slide, now)) {
        change_to(stage, slide, true, !stage->is_late || !slide->fade, now);
        return step_wait(stage, now);
    }
    int64_t left_us = (int64_t)slide->dwell_ms * 1000 - stage->held_us;
    if (left_us <= STAGE_HOLD_PREFETCH_US && !stage->wishes.paused)
        stage_hold_prefetch(stage, now);
    return stage_hold_due(stage, now, left_us);
}

/* One article more, while nothing moves. */
static struct mono read_ahead(struct stage *stage, struct now now, struct mono due)
{
    if (!stage->reading || stage->state != STATE_HOLD)
        return due;
    if (stage->reads++ % READS_A_REPORT == 0)
        report_tell(stage->report, library_diags(stage->with.library));
    stage->reading = library_read_one(stage->with.library);
    if (!stage->reading) {
        report_tell(stage->report, library_diags(stage->with.library));
        stage->reads = 0;
    }
    return stage_inside_sooner(due, stage_inside_later(now.mono, READ_US));
}

static struct mono step_state(struct stage *stage, struct now now)
{
    switch (stage->state) {
    case STATE_EMPTY:
        return step_empty(stage, now);
    case STATE_HOLD:
        return step_hold(stage, now);
    case STATE_WAIT:
        return step_wait(stage, now);
    case STATE_FADE:
        return step_fade(stage, now);
    }
    return now.mono;
}

struct mono stage_step(struct stage *stage, struct now now)
{
    if (!stage->has_stepped)
        stage->since = stage->last = now.mono;
    stage->has_stepped = true;
    if (stage->state == STATE_HOLD && !stage->wishes.paused)
        stage->held_us += now.mono.us - stage->last.us;
    stage->last = now.mono;
    wishes_take(&stage->wishes, stage->with.renderer);
    if (stage->state != STATE_FADE)
        adopt_changes(stage);
    struct mono due = step_state(stage, now);
    due = read_ahead(stage, now, due);
    programme_take(stage->programme);
    due = display_retry(&stage->display, stage_inside_presentable(stage), now, due);
    /* Handing a frame to X11 may have read input off its descriptor, which then says nothing of it. */
    return wishes_take(&stage->wishes, stage->with.renderer) ? now.mono : due;
}

void stage_content_changed(struct stage *stage)
{
    stage->changed = true;
}

void stage_use_ttf(struct stage *stage, struct ttf *ttf)
{
    stage->with.ttf = ttf;
    stage->changed = true;
}

bool stage_wants_to_leave(const struct stage *stage)
{
    return stage->wishes.leave;
}

const char *stage_slide_id(const struct stage *stage)
{
    return stage->shown.id ? stage->shown.id : "";
}

const char *stage_slide_source(const struct stage *stage)
{
    return stage->state != STATE_EMPTY && stage->slide && stage->slide->source ? stage->slide->source : "";
}

void stage_present_again(struct stage *stage, struct now now)
{
    const struct box corner = {0, 0, 1, 1};
    stage_inside_present(stage, corner, now);
}

bool stage_is_dark(const struct stage *stage)
{
    return stage->display.lost;
}

void stage_sleep(struct stage *stage, bool asleep)
{
    stage->asleep = asleep;
}

void stage_set_setup(struct stage *stage, const struct setup *setup)
{
    programme_set_setup(stage->programme, setup);
}

bool stage_is_urgent(const struct stage *stage)
{
    return programme_is_urgent(stage->programme);
}

unsigned long stage_frames(const struct stage *stage)
{
    return stage->display.frames;
}

size_t stage_held_bytes(const struct stage *stage)
{
    return programme_held_bytes(stage->programme) + arena_held_bytes(stage->shown.arena) +
           arena_held_bytes(stage->coming.arena) + arena_held_bytes(stage->fits.scratch);
}
