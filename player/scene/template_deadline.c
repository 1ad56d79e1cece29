#include "scene/templates.h"

enum { CARD = 600, CARD_MOST = 720, STRIP_CARD = 360, COLUMN_GAP = 96, LINK_GAP = 72, KICKER_GAP = 54, ZONE_GAP = 72, INTRO_GAP = 52 };
enum { FIGURE_MOST = 340, FIGURE_LEAST = 96, FIGURE_STEP = 4, UNIT_PERCENT = 36, INTRO = 48, OUTRO_MOST = 56, TITLE_LINES = 3 };

/* Between a figure and its unit, and between two such pairs, in percent of the figure's size. */
enum { UNIT_GAP_PERCENT = 10, PAIR_GAP_PERCENT = 18 };

/* The band above the words in portrait. */
enum { ART_NUM = 7, ART_DEN = 24 };

/* Days change once a night: they are set as a word. Hours and less stand in cells, so that nothing jumps while someone reads. */
static int put_figure(struct canvas *canvas, const struct paragraph_style *style, const char *figure, int x, int baseline, bool draw)
{
    if (canvas->slide->count_parts > 1)
        return canvas_figures(canvas, style, figure, x, baseline, draw);
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
    struct paragraph_style unit = canvas_title_style(canvas, size_px * UNIT_PERCENT / 100, COLOUR_ACCENT);
    figure.face = FACE_FIGURE;
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

/* "Il reste" over the figures, as large as they fit, in the middle of what is left between y and bottom. */
static void put_count(struct canvas *canvas, int x, int y, int width, int bottom)
{
    struct paragraph_style style = canvas_body_style(canvas, canvas_px(canvas, INTRO), COLOUR_QUIET);
    struct text_line line = canvas_line(canvas, canvas->slide->count_intro);
    struct block intro = canvas_block(canvas, &style, &line, width);
    int above = intro.ink_height ? intro.ink_height + canvas_px(canvas, INTRO_GAP) : 0;
    int units = FIGURE_MOST, cap = 0;
    for (;; units -= FIGURE_STEP) {
        int size = canvas_px(canvas, units);
        cap = canvas->fonts->metrics(canvas->fonts->self, FACE_FIGURE, size).cap_px;
        if (units <= FIGURE_LEAST || (run_count(canvas, size, 0, 0, false) <= width && above + cap <= bottom - y))
            break;
    }
    if (above + cap > bottom - y)
        canvas->scene->overflow = true;
    y += (bottom - y - above - cap) / 2;
    canvas_put(canvas, &intro, x, y, bottom);
    run_count(canvas, canvas_px(canvas, units), x, y + above + cap, true);
}

/* Nothing to count: the sentence itself is what is read from afar. */
static void put_sentence(struct canvas *canvas, int x, int y, int width, int bottom)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    const struct slide *slide = canvas->slide;
    struct text_line line = canvas_is_empty(&slide->count_outro) ? canvas_line(canvas, slide->count_intro) : slide->count_outro;
    struct block block = canvas_title(canvas, &line, COLOUR_ACCENT, width, bottom - y, sizes->title_most, sizes->floor, 4);
    int free = bottom - y - block.ink_height;
    canvas_put(canvas, &block, x, free > 0 ? y + free * 2 / 5 : y, bottom);
    canvas_note_body(canvas, FACE_TITLE, block.size_px);
}

static void put_words(struct canvas *canvas, int x, int y, int width, int bottom)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    int baseline = canvas_kicker(canvas, x, y, x + width, COLOUR_ACCENT);
    if (baseline > y)
        y = baseline + canvas_px(canvas, KICKER_GAP);
    int most = (sizes->title_most + sizes->title_least) / 2;
    struct block title =
        canvas_title_short(canvas, &slide->title, COLOUR_INK, width, (bottom - y) * 2 / 5, most, sizes->title_least);
    if (title.ink_height)
        y = canvas_put(canvas, &title, x, y, bottom) + canvas_px(canvas, ZONE_GAP);
    if (slide->count_parts == 0) {
        put_sentence(canvas, x, y, width, bottom);
        return;
    }
    int outro_most = canvas_px(canvas, OUTRO_MOST);
    if (canvas_body_most_px(canvas) > canvas_px(canvas, sizes->body_most) || canvas_body_most_px(canvas) < outro_most)
        outro_most = canvas_body_most_px(canvas);
    struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_INK);
    style.balanced = true;
    struct block outro = canvas_body(canvas, style, &slide->count_outro, width, (bottom - y) / 3, outro_most);
    canvas_put(canvas, &outro, x, bottom - outro.ink_height, bottom);
    canvas_note_body(canvas, FACE_TEXT, outro.size_px);
    if (outro.ink_height)
        bottom -= outro.ink_height + canvas_px(canvas, ZONE_GAP);
    put_count(canvas, x, y, width, bottom);
}

void template_deadline(struct canvas *canvas)
{
    int x = canvas->left, y = canvas->top, right = canvas->right, bottom = canvas->bottom;
    canvas_ground(canvas, canvas->portrait ? COLOUR_PAPER : COLOUR_PALE);
    if (canvas->portrait) {
        int height = canvas->height * ART_NUM / ART_DEN;
        template_art(canvas, (struct box){0, 0, canvas->width, height});
        y = height + canvas_px(canvas, COLUMN_GAP) * 3 / 4;
        struct link link = template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), right - x);
        if (link.present) {
            template_link_put_strip(canvas, &link, x, bottom - link.height, true);
            bottom -= link.height + canvas_px(canvas, LINK_GAP);
        }
    } else {
        struct link link = template_link_card(canvas, canvas_px(canvas, CARD), canvas_px(canvas, CARD_MOST));
        if (link.present) {
            template_link_put_card(canvas, &link, right - link.width, y, false);
            right -= link.width + canvas_px(canvas, COLUMN_GAP);
        }
    }
    put_words(canvas, x, y, right - x, bottom);
}
