#include "scene/templates.h"

#include <string.h>

enum { RULE = 2, BAR = 8, GAP_LEAST = 48, FOOTER_LEAST = 26 };

/* The footer's texts measured at one size. */
struct footer {
    struct paragraph_style strong, quiet;
    struct block venue, date;
    int clock_width;
};

static struct footer measure(struct canvas *canvas, const struct footer_words *words, int size_px, int room, bool urgent)
{
    struct footer footer = {0};
    footer.strong = canvas_strong_style(canvas, size_px, urgent ? COLOUR_ON_URGENT : COLOUR_INK);
    footer.strong.leading_permille = 1150;
    footer.quiet = canvas_body_style(canvas, size_px, urgent ? COLOUR_ON_URGENT : COLOUR_QUIET);
    struct text_line date = canvas_line(canvas, words->date), venue = canvas_line(canvas, words->venue);
    footer.date = canvas_block(canvas, &footer.quiet, &date, room);
    footer.clock_width = words->clock && words->clock[0] ? canvas_figures(canvas, &footer.strong, words->clock, 0, 0, false) : 0;
    footer.venue = canvas_block(canvas, &footer.strong, &venue, room);
    return footer;
}

static int needed(const struct canvas *canvas, const struct footer *footer)
{
    int gap = canvas_px(canvas, GAP_LEAST);
    return footer->venue.paragraph.width_px + (footer->date.ink_height ? gap + footer->date.paragraph.width_px : 0) +
           (footer->clock_width ? gap + footer->clock_width : 0);
}

/* All on one line at the largest size that lets them; else the date goes; else the venue takes two lines. */
static struct footer fit(struct canvas *canvas, const struct footer_words *words, int room, bool urgent)
{
    struct footer footer;
    for (int units = canvas->style->sizes.footer;; units -= 2) {
        int least = canvas->style->sizes.footer < FOOTER_LEAST ? canvas->style->sizes.footer : FOOTER_LEAST;
        footer = measure(canvas, words, canvas_px(canvas, units < least ? least : units), room, urgent);
        if (units <= least || (footer.venue.paragraph.line_count <= 1 && needed(canvas, &footer) <= room))
            break;
    }
    if (footer.venue.paragraph.line_count <= 1 && needed(canvas, &footer) <= room)
        return footer;
    footer.date = (struct block){0};
    int left = room - (footer.clock_width ? footer.clock_width + canvas_px(canvas, GAP_LEAST) : 0);
    struct text_line venue = canvas_line(canvas, words->venue);
    footer.venue = canvas_block(canvas, &footer.strong, &venue, left > 0 ? left : 1);
    return footer;
}

void template_footer(struct canvas *canvas, const struct footer_words *words)
{
    bool urgent = canvas->slide->kind == SLIDE_URGENT;
    int rule = canvas_px(canvas, RULE) > 0 ? canvas_px(canvas, RULE) : 1, bar = canvas_px(canvas, BAR);
    int top = canvas->footer_top, room = canvas->right - canvas->left;
    canvas->scene->footer_box = (struct box){0, top, canvas->width, canvas->height - top};
    canvas->scene->bar = (struct box){0, canvas->height - bar, canvas->width, bar};
    canvas->scene->bar_colour = canvas_colour(canvas, urgent ? COLOUR_ON_URGENT : COLOUR_ACCENT);
    colour_argb line = canvas_colour(canvas, COLOUR_LINE);
    if (urgent)
        line = (canvas_colour(canvas, COLOUR_ON_URGENT) & 0x00FFFFFFu) | 0x66000000u;
    canvas_rect(canvas, (struct box){canvas->left, top, room, rule}, line, 0);

    int smallest = canvas->scene->smallest_px;
    struct footer footer = fit(canvas, words, room, urgent);
    int middle = top + rule + (canvas->height - bar - top - rule) / 2;
    canvas_put(canvas, &footer.venue, canvas->left, middle - footer.venue.ink_height / 2, canvas->height - bar);
    int cap = canvas->fonts->metrics(canvas->fonts->self, FACE_STRONG, footer.strong.size_px).cap_px;
    int clock_x = canvas->right - footer.clock_width;
    if (footer.clock_width)
        canvas_figures(canvas, &footer.strong, words->clock, clock_x, middle - cap / 2 + cap, true);
    if (footer.date.ink_height) {
        int from = canvas->left + footer.venue.paragraph.width_px, width = footer.date.paragraph.width_px;
        int x = footer.clock_width ? from + (clock_x - from - width) / 2 : canvas->right - width;
        if (footer.venue.ink_height == 0)
            x = canvas->left;
        canvas_put(canvas, &footer.date, x, middle - footer.date.ink_height / 2, canvas->height - bar);
    }
    canvas->scene->smallest_px = smallest;
}
