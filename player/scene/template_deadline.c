#include "scene/templates.h"

enum { CARD = 600, CARD_MOST = 720, STRIP_CARD = 360, COLUMN_GAP = 96, LINK_GAP = 72, KICKER_GAP = 54, INTRO_GAP = 52 };
enum { ZONE_GAP = 72, ZONE_GAP_PORTRAIT = 60, INTRO = 48, OUTRO_MOST = 56, ART_GAP = 76 };

/* Sizes of the figures in units; units of time are smaller, in percent of them. Gaps between a figure and its unit, and between two such
 * pairs, are in percent of the figure's size too. */
enum { FIGURE_MOST = 340, FIGURE_MOST_PORTRAIT = 400, FIGURE_COMFORTABLE = 300, FIGURE_LEAST = 96, FIGURE_STEP = 4 };
enum { UNIT_PERCENT = 36, UNIT_GAP_PERCENT = 10, PAIR_GAP_PERCENT = 18 };

/* The band above the words in portrait, in percent of the height. */
enum { ART_MOST_PERCENT = 29, ART_LEAST_PERCENT = 15 };

static int put_figure(struct canvas *canvas, const struct paragraph_style *style, const char *figure, int x, int baseline, bool draw)
{
    struct text_line line = canvas_line(canvas, figure);
    struct block block = canvas_block(canvas, style, &line, canvas->width);
    if (draw)
        canvas_put(canvas, &block, x, baseline - block.paragraph.cap_px, baseline);
    return block.paragraph.width_px;
}

/* Figures and units on one baseline, from x on; returns their width. `draw` false only measures. */
static int run_count(struct canvas *canvas, int size_px, int x, int baseline, bool draw)
{
    const struct slide *slide = canvas->slide;
    struct paragraph_style figure = canvas_title_style(canvas, size_px, COLOUR_ACCENT);
    int unit_px = size_px * UNIT_PERCENT / 100, floor = canvas_floor_px(canvas);
    struct paragraph_style unit = canvas_title_style(canvas, unit_px > floor ? unit_px : floor, COLOUR_ACCENT);
    /* Days change once a night and are set as titles are; hours and less have figures that keep their place while someone reads. */
    figure.face = slide->count_parts > 1 ? FACE_FIGURE : FACE_TITLE;
    int start = x;
    for (size_t i = 0; i < slide->count_parts; i++) {
        if (i > 0)
            x += size_px * PAIR_GAP_PERCENT / 100;
        x += put_figure(canvas, &figure, slide->count[i].figure, x, baseline, draw) + size_px * UNIT_GAP_PERCENT / 100;
        struct text_line line = canvas_line(canvas, slide->count[i].unit);
        struct block words = canvas_block(canvas, &unit, &line, canvas->width);
        if (draw)
            canvas_put(canvas, &words, x, baseline - words.paragraph.cap_px, baseline);
        x += words.paragraph.width_px;
    }
    return x - start;
}

/* What stands in the column, measured. The count takes what title and outro leave. */
struct column {
    int x, width, top, bottom;
    int title_y, outro_y, count_y, count_bottom; /* tops, and where the count must end */
    struct block title, intro, outro;
    int figure_px, cap_px;
};

static int intro_height(const struct canvas *canvas, const struct column *column)
{
    return column->intro.ink_height ? column->intro.ink_height + canvas_px(canvas, INTRO_GAP) : 0;
}

/* The largest figures that fit in the column between title and outro. */
static void fit_figures(struct canvas *canvas, struct column *column)
{
    int room = column->count_bottom - column->count_y - intro_height(canvas, column);
    int most = canvas->portrait ? FIGURE_MOST_PORTRAIT : FIGURE_MOST;
    for (int units = most;; units -= FIGURE_STEP) {
        column->figure_px = canvas_px(canvas, units);
        column->cap_px = canvas->fonts->metrics(canvas->fonts->self, FACE_FIGURE, column->figure_px).cap_px;
        if (units <= FIGURE_LEAST || (column->cap_px <= room && run_count(canvas, column->figure_px, 0, 0, false) <= column->width))
            return;
    }
}

static void measure(struct canvas *canvas, struct column *column)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    int zone = canvas_px(canvas, canvas->portrait ? ZONE_GAP_PORTRAIT : ZONE_GAP);
    column->title_y = column->top + canvas_kicker_height(canvas, column->width, KICKER_GAP);
    int most = (sizes->title_most + sizes->title_least) / 2;
    column->title = canvas_title_short(canvas, &slide->title, COLOUR_INK, column->width, (column->bottom - column->title_y) * 2 / 5, most,
                                       sizes->title_least);
    column->count_y = column->title_y + (column->title.ink_height ? column->title.ink_height + zone : 0);
    column->count_bottom = column->bottom;
    if (slide->count_parts == 0)
        return;
    struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_INK);
    int outro_most = canvas_px(canvas, OUTRO_MOST), body = canvas_body_most_px(canvas);
    if (body > canvas_px(canvas, sizes->body_most) || body < outro_most)
        outro_most = body;
    style.balanced = true;
    column->outro = canvas_body(canvas, style, &slide->count_outro, column->width, (column->bottom - column->count_y) * 2 / 5, outro_most);
    column->outro_y = column->bottom - column->outro.ink_height;
    if (column->outro.ink_height)
        column->count_bottom = column->outro_y - zone;
    style = canvas_body_style(canvas, canvas_px(canvas, INTRO), COLOUR_QUIET);
    struct text_line line = canvas_line(canvas, slide->count_intro);
    column->intro = canvas_block(canvas, &style, &line, column->width);
    fit_figures(canvas, column);
}

/* Nothing to count: the sentence itself is what is read from afar. */
static void put_sentence(struct canvas *canvas, const struct column *column)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    const struct slide *slide = canvas->slide;
    struct text_line line = canvas_is_empty(&slide->count_outro) ? canvas_line(canvas, slide->count_intro) : slide->count_outro;
    int room = column->bottom - column->count_y;
    struct block block = canvas_title(canvas, &line, COLOUR_ACCENT, column->width, room, sizes->title_most, sizes->floor, 4);
    int free = room - block.ink_height;
    canvas_put(canvas, &block, column->x, column->count_y + (free > 0 ? free * 2 / 5 : 0), column->bottom);
    canvas_note_body(canvas, FACE_TITLE, block.size_px);
}

static void put(struct canvas *canvas, const struct column *column)
{
    canvas_kicker(canvas, column->x, column->top, column->x + column->width, COLOUR_ACCENT);
    canvas_put(canvas, &column->title, column->x, column->title_y, column->bottom);
    if (canvas->slide->count_parts == 0) {
        put_sentence(canvas, column);
        return;
    }
    int above = intro_height(canvas, column), free = column->count_bottom - column->count_y - above - column->cap_px;
    int y = column->count_y + free / 2;
    if (free < 0) {
        canvas->scene->overflow = true;
        y = column->count_y;
    }
    canvas_put(canvas, &column->intro, column->x, y, column->bottom);
    run_count(canvas, column->figure_px, column->x, y + above + column->cap_px, true);
    canvas_put(canvas, &column->outro, column->x, column->outro_y, column->bottom);
    canvas_note_body(canvas, FACE_TEXT, column->outro.ink_height ? column->outro.size_px : column->figure_px);
}

/* The band above the words gives way to the count, step by step. */
static void put_portrait(struct canvas *canvas)
{
    struct column column = {.x = canvas->left, .width = canvas->right - canvas->left, .bottom = canvas->bottom};
    struct link link = template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), column.width);
    if (link.present) {
        template_link_put_strip(canvas, &link, column.x, column.bottom - link.height, true);
        column.bottom -= link.height + canvas_px(canvas, LINK_GAP);
    }
    int height = 0;
    for (int percent = ART_MOST_PERCENT; percent >= ART_LEAST_PERCENT; percent -= 2) {
        height = canvas->height * percent / 100;
        column.top = height + canvas_px(canvas, ART_GAP);
        measure(canvas, &column);
        if (canvas->slide->count_parts == 0 || column.figure_px >= canvas_px(canvas, FIGURE_COMFORTABLE))
            break;
        if (run_count(canvas, column.figure_px + canvas_px(canvas, FIGURE_STEP), 0, 0, false) > column.width)
            break;
    }
    template_art(canvas, (struct box){0, 0, canvas->width, height});
    put(canvas, &column);
}

void template_deadline(struct canvas *canvas)
{
    canvas_ground(canvas, canvas->portrait ? COLOUR_PAPER : COLOUR_PALE);
    if (canvas->portrait) {
        put_portrait(canvas);
        return;
    }
    struct column column = {.x = canvas->left, .width = canvas->right - canvas->left, .top = canvas->top, .bottom = canvas->bottom};
    struct link link = template_link_card(canvas, canvas_px(canvas, CARD), canvas_px(canvas, CARD_MOST));
    if (link.present) {
        template_link_put_card(canvas, &link, canvas->right - link.width, canvas->top, false);
        column.width -= link.width + canvas_px(canvas, COLUMN_GAP);
    }
    measure(canvas, &column);
    put(canvas, &column);
}
