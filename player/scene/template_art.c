#include "scene/templates.h"

#include <stddef.h>

/* Rings around a centre, radii in units, each with discs that ride on it: direction in permille of the radius, their own radius. */
enum { RINGS = 4, RING_STEP = 90, RING_STROKE = 3, RING_OPACITY = 0x5A, VARIANTS = 8 };

struct rider {
    int ring;
    int along, across; /* permille: cosine and sine */
    int radius;
};

static const struct rider riders[] = {
    {1, 0, -1000, 16}, {2, 866, 500, 22}, {3, -770, 638, 18}, {4, 710, -704, 14}, {4, 240, 971, 20},
};

/* Drawn backgrounds differ a little from slide to slide, and are the same each time: riders turned by a multiple of 45 degrees. */
static const int turns[VARIANTS][2] = {{1000, 0}, {707, 707}, {0, 1000}, {-707, 707}, {-1000, 0}, {-707, -707}, {0, -1000}, {707, -707}};

static size_t variant(const char *id)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (; id && *id; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619u;
    return (hash ^ hash >> 16) % VARIANTS;
}

static void gradient_colours(const struct canvas *canvas, struct scene_item *item)
{
    item->colours[0] = canvas_colour(canvas, COLOUR_ART_FROM);
    item->colours[1] = canvas_colour(canvas, COLOUR_ART_MIDDLE);
    item->colours[2] = canvas_colour(canvas, COLOUR_ART_TO);
}

/* Circles whose size follows the shorter side of the box; the outer ones may be cut by it. */
static void put_rings(struct canvas *canvas, struct box box)
{
    int shorter = box.width < box.height ? box.width : box.height;
    int centre_x16 = (2 * box.x + box.width) * 8, centre_y16 = (2 * box.y + box.height) * 8;
    int unit16 = shorter * 16 / 8; /* the outer ring spans the shorter side but for a little */
    const int *turn = turns[variant(canvas->slide->id)];
    colour_argb ink = canvas_colour(canvas, COLOUR_ART_INK);
    for (int ring = 1; ring <= RINGS; ring++) {
        struct scene_item *item = scene_add(canvas->scene, SCENE_RING, box);
        item->clip = box;
        item->colour = (ink & 0x00FFFFFFu) | (colour_argb)RING_OPACITY << 24;
        item->centre_x16 = centre_x16;
        item->centre_y16 = centre_y16;
        item->radius16 = unit16 * ring * 94 / 100;
        item->stroke16 = canvas_px(canvas, RING_STROKE) * 16;
    }
    for (size_t i = 0; i < sizeof riders / sizeof riders[0]; i++) {
        const struct rider *rider = &riders[i];
        int radius16 = unit16 * rider->ring * 94 / 100;
        int along = (rider->along * turn[0] - rider->across * turn[1]) / 1000;
        int across = (rider->along * turn[1] + rider->across * turn[0]) / 1000;
        struct scene_item *item = scene_add(canvas->scene, SCENE_DISC, box);
        item->clip = box;
        item->colour = ink;
        item->centre_x16 = centre_x16 + (int)((int64_t)radius16 * along / 1000);
        item->centre_y16 = centre_y16 + (int)((int64_t)radius16 * across / 1000);
        item->radius16 = unit16 * rider->radius / RING_STEP;
    }
}

void template_art(struct canvas *canvas, struct box box)
{
    const struct slide *slide = canvas->slide;
    bool drawn = !slide->has_picture || !slide->picture.file;
    struct scene_item *item = scene_add(canvas->scene, drawn ? SCENE_GRADIENT : SCENE_PICTURE, box);
    gradient_colours(canvas, item);
    if (drawn) {
        put_rings(canvas, box);
        return;
    }
    item->picture = slide->picture.file;
    item->focus_x = slide->picture.focus_x;
    item->focus_y = slide->picture.focus_y;
}
