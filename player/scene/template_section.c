#include "scene/templates.h"

enum { KICKER_GAP = 54, INTRO_GAP = 60, BODY_GAP = 84, LINK_GAP = 64, CARD = 400, CARD_MOST = 520, STRIP_CARD = 320 };

/* Few words stand a little lower than their title would have them: part of the room left over, up to so much. */
enum { SHIFT_PERCENT = 16, SHIFT_MOST = 64 };

/* The band of portrait: in percent of the height, and what it leaves free below the words. */
enum { BAND_MOST_PERCENT = 29, BAND_LEAST_PERCENT = 10, BAND_LEAVES = 140, BAND_GAP = 80 };

/* Where the words stand and what they are, measured. */
struct layout_of_section {
    int top, right, bottom, title_y, list_y;
    struct block title;
    struct list list;
};

static void measure(struct canvas *canvas, struct layout_of_section *words)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    int width = words->right - canvas->left;
    int y = words->top + canvas_kicker_height(canvas, width, KICKER_GAP);
    words->title_y = y;
    int most = (sizes->title_most + sizes->title_least) / 2;
    words->title = canvas_title_short(canvas, &slide->title, COLOUR_INK, width, (words->bottom - y) / 2, most, sizes->title_least);
    words->list_y = y + words->title.ink_height;
    if (words->title.ink_height)
        words->list_y += canvas_px(canvas, canvas_is_empty(&slide->lead) ? BODY_GAP : INTRO_GAP);
    words->list = template_list_fit(canvas, width, words->bottom - words->list_y, canvas_body_most_px(canvas), COLOUR_INK, COLOUR_QUIET);
}

/* A tall page with few words has the theme's band above them rather than a void below. Returns its height. */
static int band_height(const struct canvas *canvas, int free)
{
    int most = canvas->height * BAND_MOST_PERCENT / 100, height = free - canvas_px(canvas, BAND_LEAVES);
    if (!canvas->portrait || height * 100 < canvas->height * BAND_LEAST_PERCENT)
        return 0;
    return height < most ? height : most;
}

void template_section(struct canvas *canvas)
{
    canvas_ground(canvas, COLOUR_PAPER);
    struct layout_of_section words = {.top = canvas->top, .right = canvas->right, .bottom = canvas->bottom};
    struct link link = canvas->portrait ? template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), canvas->right - canvas->left)
                                        : template_link_card(canvas, canvas_px(canvas, CARD), canvas_px(canvas, CARD_MOST));
    if (link.present && canvas->portrait) {
        template_link_put_strip(canvas, &link, canvas->left, words.bottom - link.height, true);
        words.bottom -= link.height + canvas_px(canvas, LINK_GAP);
    } else if (link.present) {
        template_link_put_card(canvas, &link, words.right - link.width, words.bottom - link.height, true);
        words.right -= link.width + canvas_px(canvas, LINK_GAP);
    }
    measure(canvas, &words);
    int free = words.bottom - words.list_y - template_list_height(canvas, &words.list);
    int band = band_height(canvas, free);
    if (band > 0) {
        template_art(canvas, (struct box){0, 0, canvas->width, band});
        words.top = band + canvas_px(canvas, BAND_GAP);
        measure(canvas, &words);
        free = words.bottom - words.list_y - template_list_height(canvas, &words.list);
    }
    canvas_kicker(canvas, canvas->left, words.top, words.right, COLOUR_ACCENT);
    canvas_put(canvas, &words.title, canvas->left, words.title_y, words.bottom);
    int shift = free > 0 ? free * SHIFT_PERCENT / 100 : 0, most = canvas_px(canvas, SHIFT_MOST);
    template_list_put(canvas, &words.list, canvas->left, words.list_y + (shift < most ? shift : most), words.bottom);
    canvas_note_body(canvas, FACE_TEXT, words.list.size_px);
}
