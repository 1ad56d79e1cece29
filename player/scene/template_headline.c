#include "scene/templates.h"

enum { KICKER_GAP = 54, LEAD_GAP = 72, LINK_GAP = 64, CARD = 264, COLUMN_GAP = 96, TITLE_LINES = 4, LEAD_COMFORTABLE = 52, LEAD_MOST = 60 };

/* The picture's share of the screen: right of the text, or above it in portrait. */
enum { ART_PERCENT = 40, ART_PORTRAIT_PERCENT = 38 };

/* What stands under the kicker. */
struct column {
    int x, y, width, bottom;
    struct block title, lead;
};

static int gap_to_lead(const struct canvas *canvas, const struct column *column)
{
    return column->lead.ink_height ? canvas_px(canvas, LEAD_GAP) + column->lead.ink_height : 0;
}

/* Title and lead at sizes that fit with a lead of at least `least_px`; false when there are none. */
static bool fit_with(struct canvas *canvas, struct column *column, int least_px)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    int room = column->bottom - column->y, lead_most = canvas_px(canvas, LEAD_MOST);
    if (canvas_body_most_px(canvas) > canvas_px(canvas, sizes->body_most))
        lead_most = canvas_body_most_px(canvas);
    if (lead_most < least_px)
        lead_most = least_px;
    for (int most = sizes->title_most; most >= sizes->title_least; most -= 4) {
        column->title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, column->width, room, most, most, TITLE_LINES);
        const struct paragraph *title = &column->title.paragraph;
        if (title->line_count > TITLE_LINES || title->too_wide)
            continue;
        int left = room - column->title.ink_height - canvas_px(canvas, LEAD_GAP);
        struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_QUIET);
        column->lead = canvas_body(canvas, style, &canvas->slide->lead, column->width, left, lead_most);
        if (column->title.ink_height + gap_to_lead(canvas, column) <= room &&
            (column->lead.ink_height == 0 || column->lead.size_px >= least_px))
            return true;
    }
    return false;
}

static void fit(struct canvas *canvas, struct column *column)
{
    if (fit_with(canvas, column, canvas_px(canvas, LEAD_COMFORTABLE)) || fit_with(canvas, column, canvas_floor_px(canvas)))
        return;
    int least = canvas->style->sizes.title_least;
    column->title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, column->width, 0, least, least, TITLE_LINES);
    struct paragraph_style style = canvas_body_style(canvas, canvas_floor_px(canvas), COLOUR_QUIET);
    column->lead = canvas_block(canvas, &style, &canvas->slide->lead, column->width);
}

void template_headline(struct canvas *canvas)
{
    struct box art = {0, 0, canvas->width, canvas->height * ART_PORTRAIT_PERCENT / 100};
    struct column column = {.x = canvas->left, .y = canvas->top, .width = canvas->right - canvas->left, .bottom = canvas->bottom};
    if (canvas->portrait) {
        column.y = art.height + canvas_px(canvas, KICKER_GAP) + canvas_px(canvas, 20);
    } else {
        art = (struct box){canvas->width - canvas->width * ART_PERCENT / 100, 0, canvas->width * ART_PERCENT / 100, canvas->footer_top};
        column.width = art.x - canvas->left - canvas_px(canvas, COLUMN_GAP);
    }
    canvas_ground(canvas, COLOUR_PAPER);
    template_art(canvas, art);
    struct link link = template_link_strip(canvas, canvas_px(canvas, CARD), column.width);
    if (link.present) {
        template_link_put_strip(canvas, &link, column.x, column.bottom - link.height, true);
        column.bottom -= link.height + canvas_px(canvas, LINK_GAP);
    }
    int baseline = canvas_kicker(canvas, column.x, column.y, column.x + column.width, COLOUR_ACCENT);
    if (baseline > column.y)
        column.y = baseline + canvas_px(canvas, KICKER_GAP);
    fit(canvas, &column);
    baseline = canvas_put(canvas, &column.title, column.x, column.y, column.bottom);
    canvas_put(canvas, &column.lead, column.x, baseline + canvas_px(canvas, LEAD_GAP), column.bottom);
    const struct block *main = column.lead.ink_height ? &column.lead : &column.title;
    canvas_note_body(canvas, column.lead.ink_height ? FACE_TEXT : FACE_TITLE, main->size_px);
}
