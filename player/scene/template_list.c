#include "scene/templates.h"

#include "base/arena.h"

#include <string.h>

enum { BODY_GAP = 84, ITEMS_MOST = 40 };

/* Between items, in percent of the body size: at best, the least before the size goes down, and the least of all (more than between
 * the lines of an item) once the size is at the floor or a step above it. */
enum { ITEM_GAP_LEAST_PERCENT = 110, ITEM_GAP_MOST_PERCENT = 140, ITEM_GAP_FLOOR_PERCENT = 70, NEAR_FLOOR = 4 };

/* Markers hang left of the text; a bullet is a disc. */
enum { MARKER_SIZE_PERCENT = 112, MARKER_GAP_PERCENT = 85, BULLET_RADIUS_PERCENT = 13, BULLET_HANG_PERCENT = 96 };

static bool is_bullet(const char *marker)
{
    return strcmp(marker, "•") == 0;
}

static const char *marker_of(const struct text_line *line)
{
    return line->marker ? line->marker : "";
}

/* Measures the markers; the text hangs behind the widest. */
static void measure_markers(struct canvas *canvas, struct list *list)
{
    const struct slide *slide = canvas->slide;
    struct paragraph_style style = canvas_strong_style(canvas, list->marker_px, list->accent);
    style.face = FACE_TITLE;
    int widest = 0;
    for (size_t i = 0; i < list->count; i++) {
        const char *marker = marker_of(&slide->body[i]);
        if (is_bullet(marker)) {
            int hang = list->size_px * BULLET_HANG_PERCENT / 100;
            list->hang_px = hang > list->hang_px ? hang : list->hang_px;
            continue;
        }
        struct text_line line = canvas_line(canvas, marker);
        list->markers[i] = canvas_block(canvas, &style, &line, canvas->width);
        int width = list->markers[i].paragraph.width_px;
        widest = width > widest ? width : widest;
    }
    int hang = widest ? widest + list->size_px * MARKER_GAP_PERCENT / 100 : 0;
    list->hang_px = hang > list->hang_px ? hang : list->hang_px;
}

static struct list measure(struct canvas *canvas, int width, int size_px, enum colour text, enum colour quiet)
{
    const struct slide *slide = canvas->slide;
    struct list list = {.size_px = size_px, .marker_px = size_px * MARKER_SIZE_PERCENT / 100, .count = slide->body_count};
    if (list.count > ITEMS_MOST)
        list.count = ITEMS_MOST;
    list.accent = text == COLOUR_INK ? COLOUR_ACCENT : text;
    list.items = arena_alloc(canvas->arena, (list.count + 1) * sizeof *list.items);
    list.markers = arena_alloc(canvas->arena, (list.count + 1) * sizeof *list.markers);
    measure_markers(canvas, &list);
    struct paragraph_style intro = canvas_body_style(canvas, size_px, quiet);
    struct paragraph_style body = canvas_body_style(canvas, size_px, text);
    list.intro = canvas_measured(canvas, &intro, &slide->lead, width);
    list.broken_word = list.intro.paragraph.too_wide;
    for (size_t i = 0; i < list.count; i++) {
        if (list.items_height > canvas->height) {
            list.count = i;
            break;
        }
        int indent = marker_of(&slide->body[i])[0] ? list.hang_px : 0;
        list.items[i] = canvas_measured(canvas, &body, &slide->body[i], width - indent);
        list.items_height += list.items[i].ink_height;
        list.broken_word |= list.items[i].paragraph.too_wide;
    }
    return list;
}

static int intro_height(const struct canvas *canvas, const struct list *list)
{
    bool both = list->intro.ink_height && canvas->slide->body_count > 0;
    return list->intro.ink_height + (both ? canvas_px(canvas, BODY_GAP) : 0);
}

/* Gaps between items in all, at a percentage of the size. */
static int gaps_height(const struct list *list, int percent)
{
    int count = (int)list->count;
    return count > 1 ? (count - 1) * (list->size_px * percent / 100) : 0;
}

int template_list_height(const struct canvas *canvas, const struct list *list)
{
    bool near = list->size_px <= canvas_floor_px(canvas) + canvas_px(canvas, NEAR_FLOOR);
    int percent = near ? ITEM_GAP_FLOOR_PERCENT : ITEM_GAP_LEAST_PERCENT;
    return intro_height(canvas, list) + list->items_height + gaps_height(list, percent);
}

struct list template_list_fit(struct canvas *canvas, int width, int height, int most_px, enum colour text, enum colour quiet)
{
    int floor = canvas_floor_px(canvas);
    for (int size = canvas->crowded ? floor : most_px;; size -= canvas_step_px(canvas)) {
        struct list list = measure(canvas, width, size < floor ? floor : size, text, quiet);
        if (size <= floor || (template_list_height(canvas, &list) <= height && !list.broken_word))
            return list;
    }
}

static void put_marker(struct canvas *canvas, const struct list *list, size_t i, int x, int baseline)
{
    const char *marker = marker_of(&canvas->slide->body[i]);
    if (is_bullet(marker)) {
        struct scene_item *item = scene_add(canvas->scene, SCENE_DISC, (struct box){x, baseline - list->size_px, list->hang_px, list->size_px});
        int radius16 = list->size_px * 16 * BULLET_RADIUS_PERCENT / 100;
        item->colour = canvas_colour(canvas, list->accent);
        item->radius16 = radius16;
        item->centre_x16 = x * 16 + radius16;
        /* In the middle of a small x: Inter's is 0.546 em high. */
        item->centre_y16 = baseline * 16 - list->size_px * 16 * 30 / 100;
        return;
    }
    const struct block *block = &list->markers[i];
    canvas_put(canvas, block, x, baseline - block->paragraph.cap_px, baseline);
}

void template_list_put(struct canvas *canvas, const struct list *list, int x, int y, int bottom)
{
    const struct slide *slide = canvas->slide;
    int baseline = canvas_put(canvas, &list->intro, x, y, bottom);
    if (list->intro.ink_height)
        y = baseline + canvas_px(canvas, BODY_GAP);
    int percent = ITEM_GAP_MOST_PERCENT;
    while (percent > ITEM_GAP_FLOOR_PERCENT && y + list->items_height + gaps_height(list, percent) > bottom)
        percent -= 4;
    canvas->scene->overflow |= list->count < slide->body_count;
    for (size_t i = 0; i < list->count; i++) {
        const struct block *block = &list->items[i];
        int indent = marker_of(&slide->body[i])[0] ? list->hang_px : 0;
        if (block->ink_height == 0)
            continue;
        if (indent && y + block->paragraph.cap_px <= bottom)
            put_marker(canvas, list, i, x, y + block->paragraph.cap_px);
        y = canvas_put(canvas, block, x + indent, y, bottom) + list->size_px * percent / 100;
    }
}
