#include "scene/dump.h"

#include "base/buffer.h"
#include "scene/scene.h"

static void add_box(struct buffer *out, const char *kind, struct box box)
{
    buffer_format(out, "%s %d,%d %dx%d", kind, box.x, box.y, box.width, box.height);
}

static void add_circle(struct buffer *out, const char *kind, const struct scene_item *item)
{
    buffer_format(out, "%s %d,%d r%d s%d /16 #%08x", kind, item->centre_x16, item->centre_y16, item->radius16, item->stroke16, item->colour);
}

static void add_text(struct buffer *out, const struct scene_item *item)
{
    const struct scene_text *text = &item->text;
    buffer_format(out, "text %d,%d face %d size %d #%08x%s \"%s\"", text->x, text->baseline_y, text->face, text->size_px, item->colour,
                  text->right_to_left ? " rtl" : "", text->text);
}

static void add_item(struct buffer *out, const struct scene_item *item)
{
    switch (item->kind) {
    case SCENE_RECT:
        add_box(out, "rect", item->box);
        buffer_format(out, " #%08x r%d", item->colour, item->radius_px);
        break;
    case SCENE_FRAME:
        add_box(out, "frame", item->box);
        buffer_format(out, " #%08x s%d", item->colour, item->stroke_px);
        break;
    case SCENE_GRADIENT:
        add_box(out, "gradient", item->box);
        buffer_format(out, " #%08x #%08x #%08x", item->colours[0], item->colours[1], item->colours[2]);
        break;
    case SCENE_RING:
        add_circle(out, "ring", item);
        break;
    case SCENE_DISC:
        add_circle(out, "disc", item);
        break;
    case SCENE_TEXT:
        add_text(out, item);
        break;
    case SCENE_PICTURE:
        add_box(out, "picture", item->box);
        buffer_format(out, " focus %d,%d %s", item->focus_x, item->focus_y, item->picture);
        break;
    case SCENE_QR:
        add_box(out, "qr", item->box);
        buffer_format(out, " #%08x side %d module %d", item->colour, item->side, item->module_px);
        break;
    }
    buffer_add_char(out, '\n');
}

const char *dump_scene(struct arena *arena, const struct scene *scene)
{
    struct buffer out;
    buffer_init(&out, arena);
    buffer_format(&out, "scene %dx%d smallest %d body %d cap %d module %d%s", scene->width_px, scene->height_px, scene->smallest_px,
                  scene->body_px, scene->body_cap_px, scene->qr_module_px, scene->overflow ? " overflow" : "");
    if (scene->missing)
        buffer_format(&out, " missing U+%04X", scene->missing);
    buffer_add_char(&out, '\n');
    for (size_t i = 0; i < scene->count; i++)
        add_item(&out, &scene->items[i]);
    add_box(&out, "bar", scene->bar);
    buffer_format(&out, " #%08x\n", scene->bar_colour);
    return out.data;
}
