#include "scene/scene.h"

#include "base/arena.h"

void scene_init(struct scene *scene, struct arena *arena, int width_px, int height_px)
{
    *scene = (struct scene){.width_px = width_px, .height_px = height_px, .arena = arena};
}

struct scene_item *scene_add(struct scene *scene, enum scene_kind kind, struct box box)
{
    scene->items = arena_grow(scene->arena, scene->items, scene->count, &scene->capacity, sizeof *scene->items);
    struct scene_item *item = &scene->items[scene->count++];
    *item = (struct scene_item){.kind = kind, .box = box};
    return item;
}
