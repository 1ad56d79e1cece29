#include "show/stage.h"

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/paint.h"
#include "draw/pictures.h"
#include "draw/ttf.h"
#include "scene/layout.h"
#include "show/bar.h"
#include "show/display.h"
#include "show/fade.h"
#include "show/info.h"
#include "show/programme.h"
#include "show/report.h"
#include "show/view.h"
#include "show/wishes.h"

#include <string.h>

enum stage_state {
    STATE_EMPTY, /* nothing was on screen yet: the first slide waits a moment for its pictures */
    STATE_HOLD,  /* a slide stands still while its bar runs */
    STATE_WAIT,  /* what comes is laid out but its pictures are on their way: what is on screen stays */
    STATE_FADE   /* one slide turns into the next */
};

/* Microseconds. */
enum {
    FIRST_PATIENCE_US = 300000,    /* the first slide waits so long for its pictures, or for a search among ended articles */
    NEXT_PATIENCE_US = 3000000,    /* a following slide */
    REFRESH_PATIENCE_US = 600000,  /* the same slide with new words: a change has to be on screen within a second */
    SEARCH_PATIENCE_US = 2000000,  /* an ended slide stays so long while the search for the next goes on */
    PREFETCH_US = 3000000,         /* before the end of a slide: a decoder's child needs 60 ms, on a Raspberry Pi 3 ten times that */
    BAR_US = 200000,               /* five times a second: at 1080p a step is 13 to 48 px of a 6 px thin line, and costs nothing */
    READ_US = 10000,               /* between two articles that are read ahead */
    POLL_PICTURES_US = 20000       /* without a descriptor */
};

/* While thousands of articles are read ahead the journal hears of broken ones now and then. */
enum { READS_A_REPORT = 256 };

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
    unsigned long reads;
};

static const char *const state_names[] = {"empty", "hold", "wait", "fade"};

static struct mono later(struct mono mono, int64_t us)
{
    return (struct mono){mono.us + us};
}

static struct mono sooner(struct mono a, struct mono b)
{
    return a.us < b.us ? a : b;
}

static void enter(struct stage *stage, enum stage_state state, struct now now)
{
    log_line(LOG_DEBUG, "stage: %s -> %s (%s)", state_names[stage->state], state_names[state], stage->slide ? stage->slide->id : "");
    stage->state = state;
    stage->since = now.mono;
}

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

static const struct box everything = {0};

static bool has_size(const struct frame *frame, const struct layout *layout)
{
    return frame && frame->width_px == layout->width_px && frame->height_px == layout->height_px;
}

/* What is on screen; NULL when the screen has another size by now, and a frame of that size is on its way. */
static const struct frame *presentable(const struct stage *stage)
{
    return !stage->wishes.resized && has_size(stage->front, stage->with.layout) ? stage->front : NULL;
}

static void present(struct stage *stage, struct box dirty, struct now now)
{
    if (presentable(stage))
        display_show(&stage->display, stage->front, dirty, now);
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

static void make_view(struct stage *stage, struct view *view, const struct slide *slide, struct now now, bool with_info)
{
    const struct playlist *playlist = library_playlist(stage->with.library);
    struct info info;
    if (with_info)
        info = info_gather(stage->with.library, stage->programme, slide, stage->wishes.paused);
    view_make(view, stage->with.layout, playlist, slide, programme_builds(stage->programme), now, with_info ? &info : NULL);
}

static void swap_views(struct stage *stage)
{
    struct view before = stage->shown;
    stage->shown = stage->coming;
    stage->coming = before;
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
    swap_views(stage);
    stage->wishes.repaint = false;
}

static void begin_hold(struct stage *stage, struct now now)
{
    bar_forget(&stage->bar);
    if (!stage->is_refresh)
        stage->held_us = 0;
    enter(stage, STATE_HOLD, now);
}

/* What comes is ready: it takes the screen at once, or begins to fade in. */
static struct mono put_on(struct stage *stage, struct now now)
{
    const struct layout *layout = stage->with.layout;
    bool has_front = has_size(stage->front, layout);
    if (!has_front || stage->is_cut) {
        if (!has_front) {
            frame_destroy(stage->front);
            stage->front = frame_create(layout->width_px, layout->height_px);
        }
        paint_coming(stage, stage->front, now);
        present(stage, everything, now);
        begin_hold(stage, now);
        return now.mono;
    }
    struct frame *to = frame_create(layout->width_px, layout->height_px);
    paint_coming(stage, to, now);
    fade_begin(&stage->fade, to, (int64_t)stage->with.fade_ms * 1000, stage->with.refresh_hz);
    enter(stage, STATE_FADE, now);
    return now.mono;
}

/* Lays out what comes next and waits for its pictures. */
static void change_to(struct stage *stage, const struct slide *slide, bool is_refresh, bool is_cut, struct now now)
{
    stage->slide = slide;
    stage->is_refresh = is_refresh;
    stage->is_cut = is_cut || stage->with.fade_ms <= 0;
    make_view(stage, &stage->coming, slide, now, stage->wishes.info);
    enter(stage, STATE_WAIT, now);
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
        return later(now.mono, POLL_PICTURES_US);
    stage->is_late = !ready;
    return put_on(stage, now);
}

static struct mono step_empty(struct stage *stage, struct now now)
{
    bool moved, by_hand;
    const struct slide *slide = follow(stage, now, &moved, &by_hand);
    if (!slide)
        return later(now.mono, READ_US);
    stage->slide = slide;
    make_view(stage, &stage->coming, slide, now, stage->wishes.info);
    stage->is_late = !paint_prepare(stage->coming.scene, stage->with.pictures, false);
    if (stage->is_late && now.mono.us - stage->since.us < FIRST_PATIENCE_US)
        return later(now.mono, POLL_PICTURES_US);
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
        present(stage, everything, now);
        begin_hold(stage, now);
        return now.mono;
    }
    if (fade_step(&stage->fade, stage->front, gone_us))
        present(stage, everything, now);
    return later(stage->since, fade_next_us(&stage->fade));
}

static int bar_permille(const struct stage *stage)
{
    int64_t dwell_us = (int64_t)stage->slide->dwell_ms * 1000;
    return dwell_us > 0 && stage->held_us < dwell_us ? (int)(stage->held_us * 1000 / dwell_us) : 1000;
}

static void draw_bar(struct stage *stage, struct now now)
{
    if (!stage->with.show_bar || stage->slide->kind == SLIDE_HOLDING)
        return;
    struct box changed = bar_draw(&stage->bar, stage->front, stage->shown.scene, bar_permille(stage));
    if (changed.width > 0)
        present(stage, changed, now);
}

/* The same slide with other words (a countdown, the footer's clock): what differs alone is drawn. False: it must be painted whole. */
static bool draw_changes(struct stage *stage, struct now now)
{
    struct box changed;
    make_view(stage, &stage->coming, stage->slide, now, stage->wishes.info);
    bar_erase(&stage->bar, stage->front, stage->shown.scene);
    if (!view_paint_changes(&stage->shown, &stage->coming, stage->front, stage->with.ttf, stage->with.pictures, &changed))
        return false;
    swap_views(stage);
    if (changed.width > 0)
        present(stage, changed, now);
    return true;
}

/* The pictures of the slide after this one are asked for while this one stands. */
static void prefetch(struct stage *stage, struct now now)
{
    const struct slide *next = programme_peek(stage->programme, now);
    if (!next || next == stage->slide)
        return;
    make_view(stage, &stage->coming, next, now, false);
    paint_prepare(stage->coming.scene, stage->with.pictures, false);
}

static struct mono due_in_hold(struct stage *stage, struct now now, int64_t left_us)
{
    const int64_t minute_ms = 60000;
    struct mono due = later(now.mono, ((view_minute(now) + 1) * minute_ms - now.wall.ms) * 1000);
    struct wall change = programme_next_change(stage->programme, now);
    if (change.ms <= now.wall.ms + minute_ms)
        due = sooner(due, later(now.mono, (change.ms - now.wall.ms) * 1000));
    if (stage->is_late)
        due = sooner(due, later(now.mono, BAR_US));
    if (stage->wishes.paused)
        return due;
    due = sooner(due, later(now.mono, left_us));
    if (left_us > PREFETCH_US)
        due = sooner(due, later(now.mono, left_us - PREFETCH_US));
    if (stage->with.show_bar && stage->slide->kind != SLIDE_HOLDING)
        due = sooner(due, later(now.mono, BAR_US));
    return due;
}

/* What stands is shown once more from its beginning. */
static void begin_again(struct stage *stage, struct now now)
{
    stage->held_us = 0;
    struct box erased = bar_erase(&stage->bar, stage->front, stage->shown.scene);
    if (erased.width > 0)
        present(stage, erased, now);
}

/* Draws what changed on a slide that stays. False: it must be laid out and painted whole. */
static bool touch_up(struct stage *stage, const struct slide *slide, struct now now)
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

static struct mono step_hold(struct stage *stage, struct now now)
{
    bool moved, by_hand;
    const struct slide *slide = follow(stage, now, &moved, &by_hand);
    if (!slide)
        return later(now.mono, READ_US);
    bool is_same = strcmp(slide->id, stage->shown.id) == 0;
    if (stage->wishes.repaint || !is_same) {
        change_to(stage, slide, is_same && !moved, is_same || by_hand || !slide->fade, now);
        return step_wait(stage, now);
    }
    if (moved)
        begin_again(stage, now);
    if (!touch_up(stage, slide, now)) {
        change_to(stage, slide, true, !stage->is_late || !slide->fade, now);
        return step_wait(stage, now);
    }
    int64_t left_us = (int64_t)slide->dwell_ms * 1000 - stage->held_us;
    if (left_us <= PREFETCH_US && !stage->wishes.paused)
        prefetch(stage, now);
    return due_in_hold(stage, now, left_us);
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
    return sooner(due, later(now.mono, READ_US));
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
    due = display_retry(&stage->display, presentable(stage), now, due);
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

unsigned long stage_frames(const struct stage *stage)
{
    return stage->display.frames;
}

size_t stage_held_bytes(const struct stage *stage)
{
    return programme_held_bytes(stage->programme) + arena_held_bytes(stage->shown.arena) +
           arena_held_bytes(stage->coming.arena) + arena_held_bytes(stage->fits.scratch);
}
