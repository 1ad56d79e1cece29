#include "scene/templates.h"

enum { CAPTION_MOST = 52, PADDING = 40, CARD = 296, CAPTION_LINES_PERCENT = 35 };

void template_picture(struct canvas *canvas)
{
    const struct slide *slide = canvas->slide;
    canvas_ground(canvas, COLOUR_PAPER);
    int x = canvas->left, right = canvas->right, padding = canvas_px(canvas, PADDING), band = 0;
    struct link link = template_link_strip(canvas, canvas_px(canvas, CARD), canvas->portrait ? right - x : (right - x) * 45 / 100);
    struct paragraph_style style = canvas_strong_style(canvas, 0, COLOUR_INK);
    style.balanced = true;
    int width = right - x - (link.present && !canvas->portrait ? link.width + padding : 0);
    struct block caption =
        canvas_body(canvas, style, &slide->title, width, canvas->height * CAPTION_LINES_PERCENT / 100, canvas_px(canvas, CAPTION_MOST));
    int below = caption.ink_height ? caption.paragraph.descent_px : 0;
    if (canvas->portrait)
        band = (link.present ? link.height + padding : 0) + (caption.ink_height ? caption.ink_height + padding + below : 0);
    else
        band = caption.ink_height + below > link.height ? caption.ink_height + below : link.height;
    if (band > 0)
        band += canvas->portrait ? padding : 2 * padding;
    int y = canvas->footer_top - band;
    template_art(canvas, (struct box){0, 0, canvas->width, y});
    if (band > 0)
        y += padding;
    if (canvas->portrait) {
        int baseline = canvas_put(canvas, &caption, x, y, canvas->footer_top);
        template_link_put_strip(canvas, &link, x, caption.ink_height ? baseline + below + padding : y, true);
    } else {
        int middle = (band - 2 * padding - caption.ink_height - below) / 2;
        canvas_put(canvas, &caption, x, y + middle + below / 2, canvas->footer_top);
        template_link_put_strip(canvas, &link, right - link.width, y, true);
    }
    if (caption.ink_height)
        canvas_note_body(canvas, FACE_STRONG, caption.size_px);
}
