#include "scene/templates.h"

enum { KICKER_GAP = 76, BODY_GAP = 88, TITLE_MOST_PERCENT = 138, TITLE_LINES = 3, LINK_GAP = 72, CARD = 400, CARD_MOST = 520, STRIP_CARD = 320 };
enum { EDGE = 24, ART_PERCENT = 40, ART_PORTRAIT_PERCENT = 38, COLUMN_GAP = 96 };

/* Room for the words once picture and code have theirs. */
struct room {
    int x, y, right, bottom;
};

static struct room take_room(struct canvas *canvas, bool urgent)
{
    struct room room = {canvas->left, canvas->top, canvas->right, canvas->bottom};
    bool picture = canvas->slide->has_picture && canvas->slide->picture.file;
    struct box art = {0, 0, canvas->width, canvas->height * ART_PORTRAIT_PERCENT / 100};
    if (picture && canvas->portrait) {
        room.y = art.height + canvas_px(canvas, COLUMN_GAP) * 3 / 4;
    } else if (picture) {
        int width = canvas->width * ART_PERCENT / 100;
        art = (struct box){canvas->width - width, 0, width, canvas->footer_top};
        room.right = art.x - canvas_px(canvas, COLUMN_GAP);
    }
    if (picture)
        template_art(canvas, art);
    else if (!urgent)
        canvas_rect(canvas, (struct box){0, 0, canvas_px(canvas, EDGE), canvas->footer_top}, canvas_colour(canvas, COLOUR_ACCENT), 0);
    if (canvas->portrait || picture) {
        struct link link = template_link_strip(canvas, canvas_px(canvas, STRIP_CARD), room.right - room.x);
        template_link_put_strip(canvas, &link, room.x, room.bottom - link.height, true);
        room.bottom -= link.present ? link.height + canvas_px(canvas, LINK_GAP) : 0;
    } else {
        struct link link = template_link_card(canvas, canvas_px(canvas, CARD), canvas_px(canvas, CARD_MOST));
        template_link_put_card(canvas, &link, room.right - link.width, room.bottom - link.height, true);
        room.right -= link.present ? link.width + canvas_px(canvas, LINK_GAP) : 0;
    }
    return room;
}

/* The largest title that leaves the body its room at no less than a comfortable size; else as small as titles go. */
static struct block fit_title(struct canvas *canvas, const struct room *room, int height, enum colour colour, struct list *list, enum colour quiet)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    int width = room->right - room->x, most = sizes->title_most * TITLE_MOST_PERCENT / 100;
    bool words = canvas->slide->body_count > 0 || !canvas_is_empty(&canvas->slide->lead);
    for (int size = canvas->crowded ? sizes->title_least : most;; size -= 4) {
        if (size < sizes->title_least)
            size = sizes->title_least;
        struct block title = canvas_title(canvas, &canvas->slide->title, colour, width, height, size, size, TITLE_LINES);
        int left = height - title.ink_height - (words ? canvas_px(canvas, BODY_GAP) : 0);
        *list = template_list_fit(canvas, width, left, canvas_body_most_px(canvas), colour, quiet);
        bool fits = title.paragraph.line_count <= TITLE_LINES && !title.paragraph.too_wide && template_list_height(canvas, list) <= left;
        if (size <= sizes->title_least || (fits && (!words || list->size_px * 8 >= canvas_floor_px(canvas) * 9)))
            return title;
    }
}

void template_message(struct canvas *canvas)
{
    bool urgent = canvas->slide->kind == SLIDE_URGENT;
    enum colour ink = urgent ? COLOUR_ON_URGENT : COLOUR_INK, quiet = urgent ? COLOUR_ON_URGENT : COLOUR_QUIET;
    canvas_ground(canvas, urgent ? COLOUR_URGENT : COLOUR_PAPER);
    struct room room = take_room(canvas, urgent);
    int above = canvas_kicker_height(canvas, room.right - room.x, KICKER_GAP);
    struct list list;
    struct block title = fit_title(canvas, &room, room.bottom - room.y - above, ink, &list, quiet);
    int height = template_list_height(canvas, &list);
    int total = above + title.ink_height + (title.ink_height && height ? canvas_px(canvas, BODY_GAP) : 0) + height;
    int free = room.bottom - room.y - total;
    int y = free > 0 ? room.y + free * 3 / 10 : room.y;
    canvas_kicker(canvas, room.x, y, room.right, urgent ? COLOUR_ON_URGENT : COLOUR_ACCENT);
    y = canvas_put(canvas, &title, room.x, y + above, room.bottom) + (title.ink_height ? canvas_px(canvas, BODY_GAP) : 0);
    /* Items keep together: the room left over stays under the words. */
    int bottom = height > 0 && y + height < room.bottom ? y + height : room.bottom;
    template_list_put(canvas, &list, room.x, y, bottom);
    canvas_note_body(canvas, height ? FACE_TEXT : FACE_TITLE, height ? list.size_px : title.size_px);
}
