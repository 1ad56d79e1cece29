#include "draw/paint.h"

#include "draw/frame.h"
#include "draw/pictures.h"
#include "draw/shapes.h"
#include "draw/ttf.h"
#include "scene/scene.h"

#include <stddef.h>

static bool has_picture(const struct scene_item *item)
{
    return item->kind == SCENE_PICTURE && item->picture && item->box.width > 0 && item->box.height > 0;
}

bool paint_prepare(const struct scene *scene, struct pictures *pictures, bool wait)
{
    bool ready = true;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (!has_picture(item))
            continue;
        enum picture_state state = wait ? pictures_wait(pictures, item->picture, item->box.width, item->box.height, item->focus_x, item->focus_y)
                                        : pictures_want(pictures, item->picture, item->box.width, item->box.height, item->focus_x, item->focus_y);
        ready = ready && state != PICTURES_PENDING;
    }
    return ready;
}

static void paint_picture(struct frame *frame, const struct scene_item *item, struct pictures *pictures)
{
    const struct frame *picture = NULL;
    if (pictures && has_picture(item))
        picture = pictures_get(pictures, item->picture, item->box.width, item->box.height, item->focus_x, item->focus_y);
    if (picture)
        shapes_picture(frame, item->box, item->radius_px, picture, item->clip);
    else
        shapes_gradient(frame, item->box, item->radius_px, item->colours, item->clip);
}

/* A picture band by band, each given back when it is painted. */
static void spend_picture(struct frame *frame, const struct scene_item *item, struct pictures *pictures)
{
    enum { BAND_PX = 64 };
    struct scene_item band = *item;
    struct box clip = item->clip.width > 0 ? item->clip : item->box;
    for (int y = item->box.y; y < item->box.y + item->box.height; y += BAND_PX) {
        int top = y > clip.y ? y : clip.y, end = y + BAND_PX < clip.y + clip.height ? y + BAND_PX : clip.y + clip.height;
        band.clip = (struct box){clip.x, top, clip.width, end - top};
        if (end > top)
            paint_picture(frame, &band, pictures);
        pictures_spend(pictures, item->picture, item->box.width, item->box.height, item->focus_x, item->focus_y, y + BAND_PX - item->box.y);
    }
}

static void paint_circle(struct frame *frame, const struct scene_item *item)
{
    bool ring = item->kind == SCENE_RING;
    if (ring && item->stroke16 <= 0)
        return;
    struct circle circle = {item->centre_x16, item->centre_y16, item->radius16, ring ? item->stroke16 : 0};
    shapes_circle(frame, &circle, item->colour, item->clip);
}

/* Dark modules only: the template has laid the light ground. Neighbours in a row become one box. */
static void paint_code(struct frame *frame, const struct scene_item *item)
{
    for (int y = 0; item->bits && y < item->side; y++) {
        const unsigned char *row = item->bits + (size_t)y * (size_t)item->side;
        for (int x = 0, end; x < item->side; x = end) {
            end = x + 1;
            while (end < item->side && (row[end] & 1) == (row[x] & 1))
                end++;
            struct box box = {item->box.x + x * item->module_px, item->box.y + y * item->module_px, (end - x) * item->module_px, item->module_px};
            if (row[x] & 1)
                frame_fill(frame, shapes_clip(frame, box, item->clip), item->colour);
        }
    }
}

static void paint_item(struct frame *frame, const struct scene_item *item, struct ttf *ttf, struct pictures *pictures)
{
    switch (item->kind) {
    case SCENE_RECT:
        shapes_rect(frame, item->box, item->radius_px, item->colour, item->clip);
        break;
    case SCENE_FRAME:
        shapes_outline(frame, item->box, item->radius_px, item->stroke_px, item->colour, item->clip);
        break;
    case SCENE_GRADIENT:
        shapes_gradient(frame, item->box, item->radius_px, item->colours, item->clip);
        break;
    case SCENE_RING:
    case SCENE_DISC:
        paint_circle(frame, item);
        break;
    case SCENE_TEXT:
        ttf_draw(ttf, frame, &item->text, item->colour, item->clip);
        break;
    case SCENE_PICTURE:
        paint_picture(frame, item, pictures);
        break;
    case SCENE_QR:
        paint_code(frame, item);
        break;
    }
}

void paint_scene(struct frame *frame, const struct scene *scene, struct ttf *ttf, struct pictures *pictures)
{
    for (size_t i = 0; i < scene->count; i++)
        paint_item(frame, &scene->items[i], ttf, pictures);
}

void paint_scene_once(struct frame *frame, const struct scene *scene, struct ttf *ttf, struct pictures *pictures)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        bool here = has_picture(item) && pictures_get(pictures, item->picture, item->box.width, item->box.height, item->focus_x, item->focus_y);
        if (here)
            spend_picture(frame, item, pictures);
        else
            paint_item(frame, item, ttf, pictures);
    }
}

void paint_bar(struct frame *frame, const struct scene *scene, int permille)
{
    int clamped = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
    struct box box = scene->bar;
    box.width = (int)((int64_t)box.width * clamped / 1000);
    if (box.width > 0)
        frame_fill(frame, box, scene->bar_colour);
}
