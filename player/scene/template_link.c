#include "scene/templates.h"

#include "base/buffer.h"
#include "slides/qr.h"

/* ISO/IEC 18004: four modules of white around a code. A module of 8 px at 1080 lines is read from across a lobby. */
enum { QUIET_MODULES = 4, MODULE_LEAST = 8 };

enum { WORDS_MOST = 470, LABEL = 44, LABEL_LEAST = 40, ADDRESS = 40, LABEL_GAP = 40, ADDRESS_GAP = 30, STRIP_GAP = 48, CARD_RADIUS = 8, FRAME = 3, MORE_PERCENT = 8, NO_BREAK_HYPHEN = 0x2011 };

static const colour_argb white = 0xFFFFFFFF, black = 0xFF000000;

/* Encodes and sizes the card; false when there is nothing to encode. */
static bool measure_code(const struct canvas *canvas, struct link *link, int card_px, int most_px)
{
    if (!canvas->slide->has_link)
        return false;
    struct qr qr = qr_encode(canvas->arena, canvas->slide->link.qr);
    if (qr.side == 0)
        return false;
    int modules = qr.side + 2 * QUIET_MODULES;
    int wanted = modules * canvas_px(canvas, MODULE_LEAST);
    if (wanted > card_px)
        card_px = wanted < most_px ? wanted : most_px;
    /* Whole pixels a module: the card takes the nearest size that gives them, a little more rather than a lot less. */
    int module = card_px * (100 + MORE_PERCENT) / 100 / modules;
    link->module_px = module > 0 ? module : 1;
    link->card_px = link->module_px * modules;
    link->side = qr.side;
    link->bits = qr.bits;
    link->present = true;
    return true;
}

/* An address is broken at its points and slashes: a hyphen at a line's end would leave readers to guess whether it belongs to it. */
static const char *unhyphenated(const struct canvas *canvas, const char *address)
{
    struct buffer text;
    buffer_init(&text, canvas->arena);
    for (; address && *address; address++) {
        if (*address == '-')
            buffer_add_codepoint(&text, NO_BREAK_HYPHEN);
        else
            buffer_add_char(&text, *address);
    }
    return text.data;
}

static void measure_words(const struct canvas *canvas, struct link *link, int width, enum paragraph_align align)
{
    struct paragraph_style label = canvas_strong_style(canvas, 0, COLOUR_ACCENT);
    struct paragraph_style address = canvas_body_style(canvas, canvas_px(canvas, ADDRESS), COLOUR_QUIET);
    label.balanced = true;
    label.align = address.align = align;
    struct text_line words = canvas_line(canvas, canvas->slide->link.label);
    for (int units = LABEL; units >= LABEL_LEAST; units -= 2) {
        label.size_px = canvas_px(canvas, units);
        link->label = canvas_block(canvas, &label, &words, width);
        if (link->label.paragraph.line_count <= 1)
            break;
    }
    struct text_line place = canvas_line(canvas, unhyphenated(canvas, canvas->slide->link.address));
    link->text_width = width;
    link->address = canvas_block(canvas, &address, &place, width);
    /* On an event place and time matter more: an address that takes two lines leaves its room to the code. */
    if (canvas->slide->kind == SLIDE_EVENT && align == ALIGN_CENTRE && link->address.paragraph.line_count > 1)
        link->address = (struct block){0};
}

static int words_height(const struct canvas *canvas, const struct link *link)
{
    int between = link->label.ink_height && link->address.ink_height ? canvas_px(canvas, ADDRESS_GAP) : 0;
    return link->label.ink_height + between + link->address.ink_height;
}

struct link template_link_card(const struct canvas *canvas, int card_px, int most_px)
{
    struct link link = {0};
    if (!measure_code(canvas, &link, card_px, most_px))
        return link;
    /* A long address may be somewhat wider than its card, so that it breaks less. */
    int widest = canvas_px(canvas, WORDS_MOST) > link.card_px ? canvas_px(canvas, WORDS_MOST) : link.card_px;
    measure_words(canvas, &link, widest, ALIGN_CENTRE);
    link.width = link.label.paragraph.width_px > link.address.paragraph.width_px ? link.label.paragraph.width_px : link.address.paragraph.width_px;
    if (link.width < link.card_px)
        link.width = link.card_px;
    measure_words(canvas, &link, link.width, ALIGN_CENTRE);
    int words = words_height(canvas, &link);
    link.height = link.card_px + (words ? canvas_px(canvas, LABEL_GAP) + words : 0);
    return link;
}

struct link template_link_strip(const struct canvas *canvas, int card_px, int width)
{
    struct link link = {0};
    if (!measure_code(canvas, &link, card_px, width * 2 / 3))
        return link;
    int text_width = width - link.card_px - canvas_px(canvas, STRIP_GAP);
    measure_words(canvas, &link, text_width > 0 ? text_width : 1, ALIGN_START);
    int words = words_height(canvas, &link);
    link.width = width;
    link.height = words > link.card_px ? words : link.card_px;
    return link;
}

static void put_words(struct canvas *canvas, const struct link *link, int x, int y)
{
    int limit = canvas->footer_top;
    int baseline = canvas_put(canvas, &link->label, x, y, limit);
    if (link->label.ink_height)
        baseline += canvas_px(canvas, ADDRESS_GAP);
    canvas_put(canvas, &link->address, x, baseline, limit);
}

/* A white card whatever the theme: scanners expect black on white. */
static void put_code(struct canvas *canvas, const struct link *link, int x, int y, bool framed)
{
    int radius = canvas_px(canvas, CARD_RADIUS), frame = framed ? canvas_px(canvas, FRAME) : 0;
    struct box card = {x, y, link->card_px, link->card_px};
    if (frame > 0) {
        struct box around = {x - frame, y - frame, card.width + 2 * frame, card.height + 2 * frame};
        canvas_rect(canvas, around, canvas_colour(canvas, COLOUR_LINE), radius + frame);
    }
    canvas_rect(canvas, card, white, radius);
    int inset = (link->card_px - link->side * link->module_px) / 2;
    int length = link->side * link->module_px;
    struct scene_item *item = scene_add(canvas->scene, SCENE_QR, (struct box){x + inset, y + inset, length, length});
    item->colour = black;
    item->bits = link->bits;
    item->side = link->side;
    item->module_px = link->module_px;
    canvas->scene->qr_module_px = link->module_px;
}

void template_link_put_card(struct canvas *canvas, const struct link *link, int x, int y, bool framed)
{
    if (!link->present)
        return;
    put_code(canvas, link, x + (link->width - link->card_px) / 2, y, framed);
    put_words(canvas, link, x, y + link->card_px + canvas_px(canvas, LABEL_GAP));
}

void template_link_put_strip(struct canvas *canvas, const struct link *link, int x, int y, bool framed)
{
    if (!link->present)
        return;
    put_code(canvas, link, x, y + (link->height - link->card_px) / 2, framed);
    put_words(canvas, link, x + link->card_px + canvas_px(canvas, STRIP_GAP), y + (link->height - words_height(canvas, link)) / 2);
}
