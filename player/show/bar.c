#include "show/bar.h"

#include "draw/paint.h"
#include "scene/scene.h"

#include <string.h>

void bar_finish(struct bar *bar)
{
    frame_destroy(bar->under);
    *bar = (struct bar){0};
}

void bar_forget(struct bar *bar)
{
    bar->drawn_px = 0;
    frame_destroy(bar->under);
    bar->under = NULL;
}

/* The part of the bar's box that lies on the frame. */
static struct box on_frame(const struct frame *frame, struct box box)
{
    if (box.x < 0 || box.y < 0 || box.width <= 0 || box.height <= 0 || box.x >= frame->width_px || box.y >= frame->height_px)
        return (struct box){0};
    if (box.width > frame->width_px - box.x)
        box.width = frame->width_px - box.x;
    if (box.height > frame->height_px - box.y)
        box.height = frame->height_px - box.y;
    return box;
}

static uint32_t *row_of(const struct frame *frame, int x, int y)
{
    return frame->pixels + (ptrdiff_t)y * frame->stride_px + x;
}

static void copy_rows(struct frame *to, int to_x, int to_y, const struct frame *from, int from_x, int from_y, struct box size)
{
    for (int y = 0; y < size.height; y++)
        memcpy(row_of(to, to_x, to_y + y), row_of(from, from_x, from_y + y), (size_t)size.width * sizeof(uint32_t));
}

struct box bar_draw(struct bar *bar, struct frame *frame, const struct scene *scene, int permille)
{
    const struct box box = on_frame(frame, scene->bar);
    int reach_px = box.width * (permille < 0 ? 0 : permille > 1000 ? 1000 : permille) / 1000;
    if (reach_px <= bar->drawn_px)
        return (struct box){0};
    if (!bar->under) {
        bar->under = frame_create(box.width, box.height);
        copy_rows(bar->under, 0, 0, frame, box.x, box.y, box);
    }
    paint_bar(frame, scene, permille);
    struct box changed = {box.x + bar->drawn_px, box.y, reach_px - bar->drawn_px, box.height};
    bar->drawn_px = reach_px;
    return changed;
}

struct box bar_erase(struct bar *bar, struct frame *frame, const struct scene *scene)
{
    const struct box box = on_frame(frame, scene->bar);
    if (!bar->under || bar->under->width_px != box.width || bar->under->height_px != box.height)
        return (struct box){0};
    copy_rows(frame, box.x, box.y, bar->under, 0, 0, box);
    bar_forget(bar);
    return box;
}
