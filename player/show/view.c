#include "show/view.h"

#include "base/arena.h"
#include "draw/paint.h"
#include "draw/ttf.h"
#include "scene/layout.h"
#include "show/info.h"
#include "slides/build.h"

#include <string.h>

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
    const struct build build = {.playlist = playlist, .now = now, .language = slide->language};
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

static bool is_empty(struct box box)
{
    return box.width <= 0 || box.height <= 0;
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static struct box intersection(struct box a, struct box b)
{
    int left = greater(a.x, b.x), top = greater(a.y, b.y);
    return (struct box){left, top, lesser(a.x + a.width, b.x + b.width) - left, lesser(a.y + a.height, b.y + b.height) - top};
}

static struct box around(struct box a, struct box b)
{
    if (is_empty(a) || is_empty(b))
        return is_empty(a) ? b : a;
    int left = lesser(a.x, b.x), top = lesser(a.y, b.y);
    return (struct box){left, top, greater(a.x + a.width, b.x + b.width) - left, greater(a.y + a.height, b.y + b.height) - top};
}

/* Where a run may leave ink: its advance and its line, with some room for accents and slanted ends. */
static struct box reach_of_run(const struct scene_text *run, const struct fonts *fonts, int scene_width_px)
{
    const struct font_metrics metrics = fonts->metrics(fonts->self, run->face, run->size_px);
    int room = run->size_px / 4;
    int top = run->baseline_y - metrics.ascent_px - room, height = metrics.ascent_px + metrics.descent_px + 2 * room;
    if (run->right_to_left)
        return (struct box){0, top, scene_width_px, height};
    int advance = fonts->advance(fonts->self, run->face, run->size_px, run->text, strlen(run->text));
    return (struct box){run->x - room, top, advance + 2 * room, height};
}

static struct box reach(const struct scene_item *item, const struct fonts *fonts, int scene_width_px)
{
    if (item->kind == SCENE_TEXT)
        return reach_of_run(&item->text, fonts, scene_width_px);
    if (item->kind == SCENE_RING || item->kind == SCENE_DISC) {
        int radius = (item->radius16 + item->stroke16) / 16 + 1;
        return (struct box){item->centre_x16 / 16 - radius, item->centre_y16 / 16 - radius, 2 * radius + 1, 2 * radius + 1};
    }
    if (item->kind == SCENE_QR)
        return (struct box){item->box.x, item->box.y, item->side * item->module_px, item->side * item->module_px};
    return item->box;
}

static bool is_same_box(struct box a, struct box b)
{
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_run(const struct scene_text *a, const struct scene_text *b)
{
    return a->x == b->x && a->baseline_y == b->baseline_y && a->face == b->face && a->size_px == b->size_px &&
           a->right_to_left == b->right_to_left && is_same_text(a->text, b->text);
}

static bool is_same_shape(const struct scene_item *a, const struct scene_item *b)
{
    return is_same_box(a->box, b->box) && is_same_box(a->clip, b->clip) && a->radius_px == b->radius_px &&
           a->stroke_px == b->stroke_px && a->centre_x16 == b->centre_x16 && a->centre_y16 == b->centre_y16 &&
           a->radius16 == b->radius16 && a->stroke16 == b->stroke16;
}

static bool is_same_item(const struct scene_item *a, const struct scene_item *b)
{
    if (a->kind != b->kind || a->colour != b->colour || memcmp(a->colours, b->colours, sizeof a->colours) != 0 ||
        !is_same_shape(a, b) || !is_same_run(&a->text, &b->text))
        return false;
    if (!is_same_text(a->picture, b->picture) || a->focus_x != b->focus_x || a->focus_y != b->focus_y)
        return false;
    size_t bits = (size_t)a->side * (size_t)a->side;
    return a->side == b->side && a->module_px == b->module_px && (!bits || memcmp(a->bits, b->bits, bits) == 0);
}

/* The box that holds all that differs. Items are compared in their order: countdown and clock keep theirs. */
static struct box difference(const struct scene *before, const struct scene *after, const struct fonts *fonts)
{
    struct box box = {0};
    for (size_t i = 0; i < before->count || i < after->count; i++) {
        const struct scene_item *old = i < before->count ? &before->items[i] : NULL;
        const struct scene_item *new = i < after->count ? &after->items[i] : NULL;
        if (old && new && is_same_item(old, new))
            continue;
        if (old)
            box = around(box, reach(old, fonts, before->width_px));
        if (new)
            box = around(box, reach(new, fonts, after->width_px));
    }
    return intersection(box, (struct box){0, 0, after->width_px, after->height_px});
}

bool view_paint_changes(const struct view *before, const struct view *view, struct frame *frame, struct ttf *ttf,
                        struct pictures *pictures, struct box *changed)
{
    const struct fonts *fonts = ttf_fonts(ttf);
    const struct scene *old = before->scene, *whole = view->scene;
    *changed = (struct box){0};
    if (old->width_px != whole->width_px || old->height_px != whole->height_px)
        return false;
    struct box box = difference(old, whole, fonts);
    if (is_empty(box))
        return true;
    struct scene part = *whole;
    part.items = arena_alloc(view->arena, whole->count * sizeof *part.items);
    part.count = 0;
    for (size_t i = 0; i < whole->count; i++) {
        struct scene_item item = whole->items[i];
        if (!overlap(reach(&item, fonts, whole->width_px), box))
            continue;
        if (item.kind == SCENE_PICTURE && item.picture)
            return false;
        item.clip = item.clip.width > 0 ? intersection(item.clip, box) : box;
        if (!is_empty(item.clip))
            part.items[part.count++] = item;
    }
    paint_scene(frame, &part, ttf, pictures);
    *changed = box;
    return true;
}
