#include "scene/templates.h"

enum { KICKER_GAP = 64, LEAD_GAP = 76, COLUMN_GAP = 96, TITLE_MOST_PERCENT = 150, TITLE_LINES = 4, LEAD_MOST = 56 };
enum { ART_PERCENT = 45, ART_PORTRAIT_PERCENT = 50 };

void template_holding(struct canvas *canvas)
{
    const struct slide *slide = canvas->slide;
    const struct style_sizes *sizes = &canvas->style->sizes;
    canvas_ground(canvas, COLOUR_PAPER);
    int x = canvas->left, top = canvas->top, right = canvas->right, bottom = canvas->bottom;
    struct box art = {0, 0, canvas->width, canvas->height * ART_PORTRAIT_PERCENT / 100};
    if (canvas->portrait) {
        top = art.height + canvas_px(canvas, COLUMN_GAP);
    } else {
        int width = canvas->width * ART_PERCENT / 100;
        art = (struct box){canvas->width - width, 0, width, canvas->footer_top};
        right = art.x - canvas_px(canvas, COLUMN_GAP);
    }
    template_art(canvas, art);

    int above = canvas_kicker_height(canvas, right - x, KICKER_GAP);
    struct block title = canvas_title(canvas, &slide->title, COLOUR_INK, right - x, (bottom - top - above) * 3 / 4,
                                      sizes->title_most * TITLE_MOST_PERCENT / 100, sizes->title_least, TITLE_LINES);
    int left = bottom - top - above - title.ink_height - canvas_px(canvas, LEAD_GAP);
    struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_QUIET);
    struct block lead = canvas_body(canvas, style, &slide->lead, right - x, left, canvas_px(canvas, LEAD_MOST));
    int total = above + title.ink_height + (lead.ink_height ? canvas_px(canvas, LEAD_GAP) + lead.ink_height : 0);
    int free = bottom - top - total;
    int y = free > 0 && !canvas->portrait ? top + free * 2 / 5 : top;
    canvas_kicker(canvas, x, y, right, COLOUR_ACCENT);
    y = canvas_put(canvas, &title, x, y + above, bottom);
    canvas_put(canvas, &lead, x, y + canvas_px(canvas, LEAD_GAP), bottom);
    canvas_note_body(canvas, lead.ink_height ? FACE_TEXT : FACE_TITLE, lead.ink_height ? lead.size_px : title.size_px);
}
