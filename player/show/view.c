#include "show/view.h"

#include "base/arena.h"
#include "draw/paint.h"
#include "scene/layout.h"
#include "show/info.h"
#include "slides/build.h"

void view_init(struct view *view)
{
    *view = (struct view){.arena = arena_create()};
}

void view_finish(struct view *view)
{
    arena_destroy(view->arena);
    *view = (struct view){0};
}

int64_t view_minute(struct now now)
{
    const int64_t minute_ms = 60000;
    int64_t minute = now.wall.ms / minute_ms;
    return now.wall.ms % minute_ms < 0 ? minute - 1 : minute;
}

static bool is_made(const struct view *view, const struct layout *layout, const struct slide *slide, unsigned long builds,
                    struct now now)
{
    return view->scene && view->slide == slide && view->builds == builds && view->minute == view_minute(now) &&
           view->trusted == now.wall_trusted && !view->has_info && view->scene->width_px == layout->width_px &&
           view->scene->height_px == layout->height_px;
}

void view_make(struct view *view, const struct layout *layout, const struct playlist *playlist, const struct slide *slide,
               unsigned long builds, struct now now, const struct info *info)
{
    if (!info && is_made(view, layout, slide, builds, now))
        return;
    arena_reset(view->arena);
    const struct build build = {.playlist = playlist, .now = now};
    const struct footer_words footer = build_footer(view->arena, &build);
    view->scene = layout_slide(view->arena, layout, slide, &footer);
    if (info)
        info_add(view->scene, layout, info);
    view->id = arena_copy(view->arena, slide->id);
    view->slide = slide;
    view->builds = builds;
    view->minute = view_minute(now);
    view->trusted = now.wall_trusted;
    view->has_info = info;
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static struct box intersection(struct box a, struct box b)
{
    int left = a.x > b.x ? a.x : b.x, top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.width < b.x + b.width ? a.x + a.width : b.x + b.width;
    int bottom = a.y + a.height < b.y + b.height ? a.y + a.height : b.y + b.height;
    return (struct box){left, top, right - left, bottom - top};
}

/* Where an item may leave ink. A run's box is not kept in a scene: twice its size around the baseline is ample. */
static struct box reach(const struct scene_item *item, int scene_width_px)
{
    if (item->kind == SCENE_TEXT) {
        int size = item->text.size_px;
        return (struct box){0, item->text.baseline_y - size * 5 / 4, scene_width_px, size * 2};
    }
    if (item->kind == SCENE_RING || item->kind == SCENE_DISC) {
        int radius = (item->radius16 + item->stroke16) / 16 + 1;
        return (struct box){item->centre_x16 / 16 - radius, item->centre_y16 / 16 - radius, 2 * radius + 1, 2 * radius + 1};
    }
    return item->box;
}

bool view_paint_footer(const struct view *view, struct frame *frame, struct ttf *ttf, struct pictures *pictures)
{
    const struct scene *whole = view->scene;
    const struct box band = whole->footer_box;
    if (band.width <= 0 || band.height <= 0)
        return false;
    struct scene part = *whole;
    part.items = arena_alloc(view->arena, whole->count * sizeof *part.items);
    part.count = 0;
    for (size_t i = 0; i < whole->count; i++) {
        struct scene_item item = whole->items[i];
        if (!overlap(reach(&item, whole->width_px), band))
            continue;
        if (item.kind == SCENE_TEXT) {
            if (item.text.baseline_y < band.y || item.text.baseline_y >= band.y + band.height)
                continue;
        } else if (item.kind == SCENE_RECT && item.radius_px == 0) {
            item.box = intersection(item.box, band);
        } else {
            return false;
        }
        part.items[part.count++] = item;
    }
    paint_scene(frame, &part, ttf, pictures);
    return true;
}
