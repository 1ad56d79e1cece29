#include "scene/templates.h"

enum { KICKER_GAP = 54, LEAD_GAP = 78, LINK_GAP = 64, CARD = 264, COLUMN_GAP = 88, LEAD_COMFORTABLE = 48, LEAD_MOST = 56 };

/* A title alone may be larger than the others, and stands lower. */
enum { ALONE_PERCENT = 116, SHIFT_PERCENT = 30 };

/* How much of the screen the picture has (its width; its height in portrait), how many lines the title and how small it may be: the first
 * way in which all of it fits is taken. The picture gives way before the title does. */
static const struct way {
    int art_percent, title_lines, title_least_percent, lead_least;
} ways[] = {
    {40, 4, 100, LEAD_COMFORTABLE}, {40, 4, 100, 0}, {32, 4, 100, 0}, {32, 5, 100, 0}, {24, 5, 100, 0}, {24, 6, 90, 0}, {24, 7, 78, 0},
};
enum { WAYS = sizeof ways / sizeof ways[0] };

/* The column of words. */
struct column {
    int x, top, width, bottom, words_y;
    struct box art;
    struct link link;
    struct block title, lead;
};

static struct column begin(struct canvas *canvas, int art_percent)
{
    struct column column = {.x = canvas->left, .top = canvas->top, .width = canvas->right - canvas->left, .bottom = canvas->bottom};
    if (canvas->portrait) {
        column.art = (struct box){0, 0, canvas->width, canvas->height * art_percent / 100};
        column.top = column.art.height + canvas_px(canvas, COLUMN_GAP);
    } else {
        int width = canvas->width * art_percent / 100;
        column.art = (struct box){canvas->width - width, 0, width, canvas->footer_top};
        column.width = column.art.x - canvas->left - canvas_px(canvas, COLUMN_GAP);
    }
    column.link = template_link_strip(canvas, canvas_px(canvas, CARD), column.width);
    if (column.link.present)
        column.bottom -= column.link.height + canvas_px(canvas, LINK_GAP);
    column.words_y = column.top + canvas_kicker_height(canvas, column.width, KICKER_GAP);
    return column;
}

static int words_height(const struct canvas *canvas, const struct column *column)
{
    return column->title.ink_height + (column->lead.ink_height ? canvas_px(canvas, LEAD_GAP) + column->lead.ink_height : 0);
}

static int lead_most_px(const struct canvas *canvas)
{
    int most = canvas_px(canvas, LEAD_MOST), body = canvas_body_most_px(canvas);
    bool far = body > canvas_px(canvas, canvas->style->sizes.body_most);
    return far || body < most ? body : most;
}

/* Sets title and lead this way; true when they fit. */
static bool try_way(struct canvas *canvas, struct column *column, const struct way *way)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    *column = begin(canvas, way->art_percent);
    int room = column->bottom - column->words_y, lead_least = canvas_px(canvas, way->lead_least);
    bool alone = canvas_is_empty(&canvas->slide->lead);
    int least = sizes->title_least * way->title_least_percent / 100;
    for (int most = canvas->crowded ? least : alone ? sizes->title_most * ALONE_PERCENT / 100 : sizes->title_most; most >= least;) {
        column->title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, column->width, room, most, least, way->title_lines);
        const struct paragraph *title = &column->title.paragraph;
        if (title->line_count > way->title_lines || title->too_wide)
            return false;
        int left = room - column->title.ink_height - canvas_px(canvas, LEAD_GAP);
        struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_QUIET);
        style.balanced = true;
        column->lead = canvas_body(canvas, style, &canvas->slide->lead, column->width, left, lead_most_px(canvas));
        bool lead_fits = alone || (column->lead.ink_height <= left && column->lead.size_px >= lead_least);
        if (lead_fits && words_height(canvas, column) <= room)
            return true;
        while (most >= least && canvas_px(canvas, most) >= column->title.size_px)
            most -= 4;
    }
    return false;
}

void template_headline(struct canvas *canvas)
{
    struct column column = {0};
    for (size_t i = canvas->crowded ? WAYS - 1 : 0; i < WAYS; i++)
        if (try_way(canvas, &column, &ways[i]))
            break;
    canvas_ground(canvas, COLOUR_PAPER);
    template_art(canvas, column.art);
    template_link_put_strip(canvas, &column.link, column.x, column.bottom + canvas_px(canvas, LINK_GAP), true);
    int free = column.bottom - column.words_y - words_height(canvas, &column);
    int shift = free > 0 && !canvas->portrait ? free * SHIFT_PERCENT / 100 : 0;
    canvas_kicker(canvas, column.x, column.top + shift, column.x + column.width, COLOUR_ACCENT);
    int baseline = canvas_put(canvas, &column.title, column.x, column.words_y + shift, column.bottom);
    if (column.title.ink_height)
        baseline += canvas_px(canvas, LEAD_GAP);
    canvas_put(canvas, &column.lead, column.x, baseline, column.bottom);
    const struct block *main = column.lead.ink_height ? &column.lead : &column.title;
    canvas_note_body(canvas, column.lead.ink_height ? FACE_TEXT : FACE_TITLE, main->size_px);
}
