#include "scene/templates.h"

enum { KICKER_GAP = 54, INTRO_GAP = 60, BODY_GAP = 84, LINK_GAP = 64, CARD = 400, CARD_MOST = 520, STRIP_CARD = 320 };

/* Few words stand a little lower than their title would have them: part of the room left over, up to so much. */
enum { SHIFT_PERCENT = 16, SHIFT_MOST = 64 };

void template_section(struct canvas *canvas)
{
    canvas_ground(canvas, COLOUR_PAPER);
    const struct style_sizes *sizes = &canvas->style->sizes;
    int x = canvas->left, y = canvas->top, right = canvas->right, bottom = canvas->bottom;
    struct link link = canvas->portrait ? template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), right - x)
                                        : template_link_card(canvas, canvas_px(canvas, CARD), canvas_px(canvas, CARD_MOST));
    if (link.present && canvas->portrait) {
        template_link_put_strip(canvas, &link, x, bottom - link.height, true);
        bottom -= link.height + canvas_px(canvas, LINK_GAP);
    } else if (link.present) {
        template_link_put_card(canvas, &link, right - link.width, bottom - link.height, true);
        right -= link.width + canvas_px(canvas, LINK_GAP);
    }
    int baseline = canvas_kicker(canvas, x, y, right, COLOUR_ACCENT);
    if (baseline > y)
        y = baseline + canvas_px(canvas, KICKER_GAP);
    int title_most = (sizes->title_most + sizes->title_least) / 2;
    struct block title = canvas_title_short(canvas, &canvas->slide->title, COLOUR_INK, right - x, (bottom - y) / 2, title_most, sizes->title_least);
    if (title.ink_height)
        y = canvas_put(canvas, &title, x, y, bottom) + canvas_px(canvas, canvas_is_empty(&canvas->slide->lead) ? BODY_GAP : INTRO_GAP);
    struct list list = template_list_fit(canvas, right - x, bottom - y, canvas_body_most_px(canvas), COLOUR_INK, COLOUR_QUIET);
    int free = bottom - y - template_list_height(canvas, &list), most = canvas_px(canvas, SHIFT_MOST);
    if (free > 0)
        y += free * SHIFT_PERCENT / 100 < most ? free * SHIFT_PERCENT / 100 : most;
    template_list_put(canvas, &list, x, y, bottom);
    canvas_note_body(canvas, FACE_TEXT, list.size_px);
}
