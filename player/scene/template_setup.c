#include "scene/templates.h"

#include "base/arena.h"

/* The panel of an event says when; this one says who: the screen's name and its addresses. Sizes in units. */
enum { PANEL_NUM = 7, PANEL_DEN = 24, PANEL_PADDING = 72, BAND_PERCENT = 19, COLUMN_GAP = 96 };
enum { LABEL = 40, HOST_MOST = 104, HOST_LEAST = 44, HOST_STEP = 4, SUFFIX = 48, ADDRESS_MOST = 48, ADDRESS_LEAST = 40 };
enum { LABEL_GAP = 46, SUFFIX_GAP = 44, ADDRESS_GAP = 34, GROUP_GAP = 84 };

/* The words beside it. */
enum { KICKER_GAP = 54, LEAD_GAP = 66, TITLE_LINES = 3, BAND_GAP = 84 };

static struct block set(struct canvas *canvas, int face, int units, const char *text, int width)
{
    struct paragraph_style style = canvas_strong_style(canvas, canvas_px(canvas, units), COLOUR_ON_ACCENT);
    style.face = face;
    style.leading_permille = 1200;
    struct text_line line = canvas_line(canvas, text ? text : "");
    return canvas_block(canvas, &style, &line, width);
}

static struct block set_on_line(struct canvas *canvas, int face, int most, int least, int step, const char *text, int width)
{
    for (int units = most;; units -= step) {
        struct block block = set(canvas, face, units < least ? least : units, text, width);
        if (units <= least || (block.paragraph.line_count <= 1 && !block.paragraph.too_wide))
            return block;
    }
}

/* Name, then ".local" under it, lighter: together they are what one types. */
static int put_host(struct canvas *canvas, int x, int y, int width, int limit)
{
    const struct slide *slide = canvas->slide;
    struct block label = set(canvas, FACE_TEXT, LABEL, slide->host_label, width);
    y = canvas_put(canvas, &label, x, y, limit) + canvas_px(canvas, LABEL_GAP);
    if (!slide->host || !slide->host[0])
        return y - canvas_px(canvas, LABEL_GAP);
    struct block host = set_on_line(canvas, FACE_TITLE, HOST_MOST, HOST_LEAST, HOST_STEP, slide->host, width);
    y = canvas_put(canvas, &host, x, y, limit);
    struct block suffix = set(canvas, FACE_TEXT, SUFFIX, ".local", width);
    return canvas_put(canvas, &suffix, x, y + canvas_px(canvas, SUFFIX_GAP), limit);
}

/* From the last one up, so that they stand on one line with the foot of the words. */
static void put_addresses(struct canvas *canvas, int x, int top, int bottom, int width)
{
    const struct slide *slide = canvas->slide;
    size_t count = slide->address_count > 0 ? slide->address_count : 1;
    struct block *blocks = arena_alloc(canvas->arena, count * sizeof *blocks);
    int gap = canvas_px(canvas, ADDRESS_GAP), height = -gap;
    for (size_t i = 0; i < count; i++) {
        const char *text = slide->address_count > 0 ? slide->addresses[i] : slide->no_address;
        blocks[i] = set_on_line(canvas, FACE_TEXT, ADDRESS_MOST, ADDRESS_LEAST, 2, text, width);
        height += blocks[i].ink_height + gap;
    }
    int y = bottom - height < top ? top : bottom - height;
    for (size_t i = 0; i < count; i++)
        y = canvas_put(canvas, &blocks[i], x, y, bottom) + gap;
}

static void put_words(struct canvas *canvas, int x, int top)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    int width = canvas->right - x, y = top + canvas_kicker_height(canvas, width, KICKER_GAP);
    canvas_kicker(canvas, x, top, canvas->right, COLOUR_ACCENT);
    int most = (sizes->title_most + sizes->title_least) / 2;
    struct block title = canvas_title(canvas, &slide->title, COLOUR_INK, width, (canvas->bottom - y) / 2, most, sizes->title_least, TITLE_LINES);
    y = canvas_put(canvas, &title, x, y, canvas->bottom) + canvas_px(canvas, LEAD_GAP);
    struct list list = template_list_fit(canvas, width, canvas->bottom - y, canvas_body_most_px(canvas), COLOUR_INK, COLOUR_QUIET);
    template_list_put(canvas, &list, x, y, canvas->bottom);
    canvas_note_body(canvas, FACE_TEXT, list.size_px);
}

void template_setup(struct canvas *canvas)
{
    colour_argb accent = canvas_colour(canvas, COLOUR_ACCENT);
    canvas_ground(canvas, COLOUR_PAPER);
    if (canvas->portrait) {
        int height = canvas->height * BAND_PERCENT / 100, padding = height / 6, room = canvas->right - canvas->left, half = room * 55 / 100;
        canvas_rect(canvas, (struct box){0, 0, canvas->width, height}, accent, 0);
        int foot = put_host(canvas, canvas->left, padding, half - padding / 2, height);
        put_addresses(canvas, canvas->left + half, padding, foot, room - half);
        put_words(canvas, canvas->left, height + canvas_px(canvas, BAND_GAP));
        return;
    }
    int width = canvas->width * PANEL_NUM / PANEL_DEN, padding = canvas_px(canvas, PANEL_PADDING), bottom = canvas->footer_top - padding;
    canvas_rect(canvas, (struct box){0, 0, width, canvas->footer_top}, accent, 0);
    int y = put_host(canvas, padding, canvas->top, width - 2 * padding, bottom) + canvas_px(canvas, GROUP_GAP);
    put_addresses(canvas, padding, y, bottom, width - 2 * padding);
    put_words(canvas, width + canvas_px(canvas, COLUMN_GAP), canvas->top);
}
