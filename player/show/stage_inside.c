#include "show/stage_inside.h"

#include "base/log.h"
#include "content/library.h"
#include "content/playlist.h"
#include "show/info.h"
#include "show/programme.h"

static const char *const state_names[] = {"empty", "hold", "wait", "fade"};

struct mono stage_inside_later(struct mono mono, int64_t us)
{
    return (struct mono){mono.us + us};
}

struct mono stage_inside_sooner(struct mono a, struct mono b)
{
    return a.us < b.us ? a : b;
}

void stage_inside_enter(struct stage *stage, enum stage_state state, struct now now)
{
    log_line(LOG_DEBUG, "stage: %s -> %s (%s)", state_names[stage->state], state_names[state], stage->slide ? stage->slide->id : "");
    stage->state = state;
    stage->since = now.mono;
}

bool stage_inside_has_size(const struct frame *frame, const struct layout *layout)
{
    return frame && frame->width_px == layout->width_px && frame->height_px == layout->height_px;
}

const struct frame *stage_inside_presentable(const struct stage *stage)
{
    return !stage->wishes.resized && stage_inside_has_size(stage->front, stage->with.layout) ? stage->front : NULL;
}

void stage_inside_present(struct stage *stage, struct box dirty, struct now now)
{
    if (stage_inside_presentable(stage))
        display_show(&stage->display, stage->front, dirty, now);
}

void stage_inside_make_view(struct stage *stage, struct view *view, const struct slide *slide, struct now now, bool with_info)
{
    const struct playlist *playlist = library_playlist(stage->with.library);
    struct info info;
    if (with_info)
        info = info_gather(stage->with.library, stage->programme, slide, stage->wishes.paused);
    view_make(view, stage->with.layout, playlist, slide, programme_builds(stage->programme), now, with_info ? &info : NULL);
}

void stage_inside_swap_views(struct stage *stage)
{
    struct view before = stage->shown;
    stage->shown = stage->coming;
    stage->coming = before;
}
