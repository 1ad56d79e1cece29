#include "scene/templates.h"

enum { CARD = 600, CARD_SMALLER = 480, CARD_LEAST = 400, CARD_MOST = 720, TIGHT_PERCENT = 72, STRIP_CARD = 360, COLUMN_GAP = 96, LINK_GAP = 72, KICKER_GAP = 54, INTRO_GAP = 52 };
enum { ZONE_GAP = 72, ZONE_GAP_PORTRAIT = 60, INTRO = 48, OUTRO_MOST = 56, ART_GAP = 76 };

/* Sizes of the figures in units; units of time are smaller, in percent of them. Gaps between a figure and its unit, and between two such
 * pairs, are in percent of the figure's size too. */
enum { FIGURE_MOST = 340, FIGURE_MOST_PORTRAIT = 400, FIGURE_COMFORTABLE = 300, FIGURE_LEAST = 110, FIGURE_STEP = 4 };
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
    for (int units = canvas->crowded ? FIGURE_LEAST : most;; units -= FIGURE_STEP) {
        column->figure_px = canvas_px(canvas, units);
        column->cap_px = canvas->fonts->metrics(canvas->fonts->self, FACE_FIGURE, column->figure_px).cap_px;
        if (units <= FIGURE_LEAST || (column->cap_px <= room && run_count(canvas, column->figure_px, 0, 0, false) <= column->width))
            return;
    }
}

/* Sizes of title and outro; true when the figures then are at least `comfortable` units high. */
static bool measure(struct canvas *canvas, struct column *column, int title_least, int comfortable)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    int zone = canvas_px(canvas, canvas->portrait ? ZONE_GAP_PORTRAIT : ZONE_GAP);
    column->title_y = column->top + canvas_kicker_height(canvas, column->width, KICKER_GAP);
    int most = title_least < sizes->title_least ? title_least : (sizes->title_most + sizes->title_least) / 2;
    column->title =
        canvas_title_short(canvas, &slide->title, COLOUR_INK, column->width, (column->bottom - column->title_y) * 2 / 5, most, title_least);
    column->count_y = column->title_y + (column->title.ink_height ? column->title.ink_height + zone : 0);
    column->count_bottom = column->bottom;
    if (slide->count_parts == 0)
        return column->count_y + zone <= column->bottom;
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
    bool wide = run_count(canvas, column->figure_px + canvas_px(canvas, FIGURE_STEP), 0, 0, false) > column->width;
    bool fits = column->count_y + intro_height(canvas, column) + column->cap_px <= column->count_bottom;
    return fits && (wide || column->figure_px >= canvas_px(canvas, comfortable));
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
    bool counts = canvas->slide->count_parts > 0;
    int above = counts ? intro_height(canvas, column) : 0, needed = above + column->cap_px;
    int free = column->count_bottom - column->count_y - needed;
    /* A title that leaves no room loses lines rather than meet what counts. */
    int title_bottom = counts && free < 0 ? column->count_bottom - needed - canvas_px(canvas, INTRO_GAP) : column->bottom;
    canvas_kicker(canvas, column->x, column->top, column->x + column->width, COLOUR_ACCENT);
    canvas_put(canvas, &column->title, column->x, column->title_y, title_bottom);
    if (!counts) {
        put_sentence(canvas, column);
        return;
    }
    int y = free < 0 ? column->count_bottom - needed : column->count_y + free / 2;
    canvas_put(canvas, &column->intro, column->x, y, column->bottom);
    run_count(canvas, column->figure_px, column->x, y + above + column->cap_px, true);
    canvas_put(canvas, &column->outro, column->x, column->outro_y, column->bottom);
    canvas_note_body(canvas, FACE_TEXT, column->outro.ink_height ? column->outro.size_px : column->figure_px);
}

/* The band above the words gives way to the count, step by step; then the title does. */
static void put_portrait(struct canvas *canvas)
{
    struct column column = {.x = canvas->left, .width = canvas->right - canvas->left, .bottom = canvas->bottom};
    struct link link = template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), column.width);
    if (link.present) {
        template_link_put_strip(canvas, &link, column.x, column.bottom - link.height, true);
        column.bottom -= link.height + canvas_px(canvas, LINK_GAP);
    }
    int height = 0, least = canvas->style->sizes.title_least;
    for (int percent = canvas->crowded ? ART_LEAST_PERCENT : ART_MOST_PERCENT; percent >= ART_LEAST_PERCENT; percent -= 2) {
        height = canvas->height * percent / 100;
        column.top = height + canvas_px(canvas, ART_GAP);
        if (measure(canvas, &column, least, FIGURE_COMFORTABLE))
            break;
        if (percent - 2 < ART_LEAST_PERCENT && !measure(canvas, &column, least, FIGURE_LEAST))
            measure(canvas, &column, least * TIGHT_PERCENT / 100, FIGURE_LEAST);
    }
    template_art(canvas, (struct box){0, 0, canvas->width, height});
    put(canvas, &column);
}

static void put_landscape(struct canvas *canvas)
{
    /* The code gives way to a long title before the title gets small. */
    static const struct {
        int card, title_percent, comfortable;
    } ways[] = {{CARD, 100, 190},        {CARD_SMALLER, 100, 170},           {CARD_SMALLER, 86, 170},
              {CARD_SMALLER, 86, 140}, {CARD_SMALLER, TIGHT_PERCENT, 140}, {CARD_LEAST, TIGHT_PERCENT, FIGURE_LEAST}};
    enum { WAYS = sizeof ways / sizeof ways[0] };
    struct column column = {0};
    struct link link = {0};
    for (size_t i = canvas->crowded ? WAYS - 1 : 0; i < WAYS; i++) {
        link = template_link_card(canvas, canvas_px(canvas, ways[i].card), canvas_px(canvas, CARD_MOST));
        column = (struct column){.x = canvas->left, .width = canvas->right - canvas->left, .top = canvas->top, .bottom = canvas->bottom};
        if (link.present)
            column.width -= link.width + canvas_px(canvas, COLUMN_GAP);
        if (measure(canvas, &column, canvas->style->sizes.title_least * ways[i].title_percent / 100, ways[i].comfortable))
            break;
    }
    template_link_put_card(canvas, &link, canvas->right - link.width, canvas->top, false);
    put(canvas, &column);
}

void template_deadline(struct canvas *canvas)
{
    canvas_ground(canvas, canvas->portrait ? COLOUR_PAPER : COLOUR_PALE);
    if (canvas->portrait)
        put_portrait(canvas);
    else
        put_landscape(canvas);
}
