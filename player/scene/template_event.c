#include "scene/templates.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <string.h>

/* The panel: 7/24 of the width (560 of 1920), or about that share of the height in portrait. Sizes in units. */
enum { BAND_MOST_PERCENT = 29, BAND_LEAST_PERCENT = 21, BAND_STEP_PERCENT = 4, BAND_GAP = 72 };
enum { PANEL_NUM = 7, PANEL_DEN = 24, PANEL_PADDING = 72, WEEKDAY = 48, DAY_MOST = 300, DAY_LEAST = 96, DAY_STEP = 6 };
enum { MONTH_MOST = 84, MONTH_LEAST = 44, HOURS_MOST = 62, HOURS_LEAST = 44, BADGE = 40, BADGE_HEIGHT = 76, BADGE_PADDING = 28, BADGE_RADIUS = 8 };
enum { WEEKDAY_GAP = 50, MONTH_GAP = 62, HOURS_GAP = 70 };

/* The words beside it. */
enum { KICKER_GAP = 54, LEAD_GAP = 70, WHERE_GAP = 80, COLUMN_GAP = 96, LINK_GAP = 72, CARD = 420, CARD_ALONE = 560, CARD_MOST = 520, CARD_LEAST = 300, CARD_STEP = 20, STRIP_CARD = 360 };
enum { TITLE_LINES = 4, TITLE_TIGHT = 56, TITLE_LINES_TIGHT = 7, LEAD_MOST = 52, WHERE_MOST = 48, WHERE_MOST_ALONE = 60 };

struct panel {
    int x, width;
    struct block weekday, day, month;
};

static struct block set(struct canvas *canvas, int face, int units, const char *text, int width)
{
    struct paragraph_style style = canvas_strong_style(canvas, canvas_px(canvas, units), COLOUR_ON_ACCENT);
    style.face = face;
    style.leading_permille = 1160;
    struct text_line line = canvas_line(canvas, text);
    return canvas_block(canvas, &style, &line, width);
}

/* The largest size at which a text stands on one line; at the least it may take more. */
static struct block set_on_line(struct canvas *canvas, int face, int most, int least, int step, const char *text, int width)
{
    for (int units = canvas->crowded ? least : most;; units -= step) {
        struct block block = set(canvas, face, units < least ? least : units, text, width);
        if (units <= least || (block.paragraph.line_count <= 1 && !block.paragraph.too_wide))
            return block;
    }
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

/* "14 h 30" / "à 17 h 30": two lines when there are two hours, the joiner lighter. Whole days have no hours: there "aussi le 18 juin" stands. */
static struct text_line hours_line(struct canvas *canvas)
{
    const struct slide *slide = canvas->slide;
    const char *from = or_empty(slide->hours[0]), *until = or_empty(slide->hours[1]), *joiner = or_empty(slide->hours_joiner);
    if (!from[0] && !until[0]) {
        until = or_empty(slide->again);
        joiner = or_empty(slide->again_joiner);
    }
    struct text *texts = arena_alloc(canvas->arena, 4 * sizeof *texts);
    struct text_line line = {.marker = "", .texts = texts};
    if (from[0])
        texts[line.count++] = (struct text){.text = from, .style = TEXT_STRONG};
    if (until[0]) {
        texts[line.count++] = (struct text){.text = arena_format(canvas->arena, "%s%s\xC2\xA0", from[0] ? "\n" : "", joiner)};
        texts[line.count++] = (struct text){.text = until, .style = TEXT_STRONG};
    }
    return line;
}

static struct block set_hours(struct canvas *canvas, int width)
{
    struct text_line line = hours_line(canvas);
    for (int units = canvas->crowded ? HOURS_LEAST : HOURS_MOST;; units -= 2) {
        struct paragraph_style style = canvas_body_style(canvas, canvas_px(canvas, units), COLOUR_ON_ACCENT);
        style.leading_permille = 1170;
        struct block block = canvas_block(canvas, &style, &line, width);
        if (units <= HOURS_LEAST || (block.paragraph.line_count <= 2 && !block.paragraph.too_wide))
            return block;
    }
}

static struct panel measure_panel(struct canvas *canvas, int x, int width, int day_most)
{
    const struct slide *slide = canvas->slide;
    struct panel panel = {.x = x, .width = width};
    panel.weekday = set(canvas, FACE_TEXT, WEEKDAY, slide->weekday, width);
    panel.day = set_on_line(canvas, FACE_TITLE, day_most, DAY_LEAST, DAY_STEP, slide->day, width);
    panel.month = set_on_line(canvas, FACE_TITLE, MONTH_MOST, MONTH_LEAST, 2, slide->month, width);
    return panel;
}

static int date_height(const struct canvas *canvas, const struct panel *panel)
{
    return panel->weekday.ink_height + (panel->weekday.ink_height ? canvas_px(canvas, WEEKDAY_GAP) : 0) + panel->day.ink_height +
           (panel->month.ink_height ? canvas_px(canvas, MONTH_GAP) + panel->month.ink_height : 0);
}

static void put_date(struct canvas *canvas, const struct panel *panel, int y, int limit)
{
    if (panel->weekday.ink_height)
        y = canvas_put(canvas, &panel->weekday, panel->x, y, limit) + canvas_px(canvas, WEEKDAY_GAP);
    y = canvas_put(canvas, &panel->day, panel->x, y, limit);
    canvas_put(canvas, &panel->month, panel->x, y + canvas_px(canvas, MONTH_GAP), limit);
}

/* A box as wide as its words with its bottom at `bottom`; returns its top, or `bottom` when there is no badge. */
static int put_badge(struct canvas *canvas, int x, int bottom, int width)
{
    if (!canvas->slide->badge || !canvas->slide->badge[0])
        return bottom;
    int padding = canvas_px(canvas, BADGE_PADDING);
    struct paragraph_style style = canvas_strong_style(canvas, canvas_px(canvas, BADGE), COLOUR_ACCENT);
    struct text_line line = canvas_line(canvas, canvas->slide->badge);
    struct block block = canvas_block(canvas, &style, &line, width - 2 * padding);
    int height = canvas_px(canvas, BADGE_HEIGHT) + block.ink_height - block.paragraph.cap_px;
    struct box box = {x, bottom - height, block.paragraph.width_px + 2 * padding, height};
    canvas_rect(canvas, box, canvas_colour(canvas, COLOUR_ON_ACCENT), canvas_px(canvas, BADGE_RADIUS));
    canvas_put(canvas, &block, x + padding, box.y + (height - block.ink_height) / 2, bottom);
    return box.y;
}

static void put_panel_landscape(struct canvas *canvas, int width)
{
    canvas_rect(canvas, (struct box){0, 0, width, canvas->footer_top}, canvas_colour(canvas, COLOUR_ACCENT), 0);
    int padding = canvas_px(canvas, PANEL_PADDING) < width / 8 ? canvas_px(canvas, PANEL_PADDING) : width / 8;
    int x = padding, inner = width - 2 * padding, top = canvas->top, bottom = canvas->footer_top - canvas_px(canvas, PANEL_PADDING);
    bottom = put_badge(canvas, x, bottom, inner);
    struct block hours = set_hours(canvas, inner);
    if (bottom < canvas->footer_top - canvas_px(canvas, PANEL_PADDING))
        bottom -= canvas_px(canvas, HOURS_GAP);
    if (hours.ink_height) {
        canvas_put(canvas, &hours, x, bottom - hours.ink_height, bottom);
        bottom -= hours.ink_height + canvas_px(canvas, HOURS_GAP);
    }
    struct panel panel = measure_panel(canvas, x, inner, DAY_MOST);
    for (int most = DAY_MOST; !canvas->crowded && most > DAY_LEAST && top + date_height(canvas, &panel) > bottom; most -= DAY_STEP)
        panel = measure_panel(canvas, x, inner, most);
    put_date(canvas, &panel, top, bottom);
}

/* In portrait the panel is a band: the date at left, hours and badge at right. */
static void put_panel_portrait(struct canvas *canvas, int height)
{
    canvas_rect(canvas, (struct box){0, 0, canvas->width, height}, canvas_colour(canvas, COLOUR_ACCENT), 0);
    int padding = height / 8, room = canvas->right - canvas->left;
    int split = room * 55 / 100, bottom = height - padding, x = canvas->left + split;
    struct panel panel = measure_panel(canvas, canvas->left, split - padding / 2, DAY_MOST);
    for (int most = DAY_MOST; !canvas->crowded && most > DAY_LEAST && padding + date_height(canvas, &panel) > bottom; most -= DAY_STEP)
        panel = measure_panel(canvas, canvas->left, split - padding / 2, most);
    put_date(canvas, &panel, padding + (bottom - padding - date_height(canvas, &panel)) / 2, bottom);
    struct block hours = set_hours(canvas, room - split);
    int above = put_badge(canvas, x, bottom, room - split);
    canvas_put(canvas, &hours, x, padding, above);
}

/* "📍 Paris, …": the pin leads the line in colour where a font has it; the place is strong unless it marks its own words. */
static struct text_line where_line(struct canvas *canvas)
{
    const struct text_line *where = &canvas->slide->where;
    if (canvas_is_empty(where))
        return (struct text_line){.marker = ""};
    bool marked = false;
    for (size_t i = 0; i < where->count; i++)
        marked |= (where->texts[i].style & TEXT_STRONG) != 0;
    struct text *texts = arena_alloc(canvas->arena, (where->count + 1) * sizeof *texts);
    struct text_line line = {.marker = "", .texts = texts};
    const uint32_t pin = 0x1F4CD;
    const char *first = where->texts[0].text;
    bool has_pin = first && utf8_next(&first, first + strlen(first)) == pin;
    if (!has_pin && canvas->fonts->face_for(canvas->fonts->self, FACE_EMOJI, pin) == FACE_EMOJI)
        texts[line.count++] = (struct text){.text = "\xF0\x9F\x93\x8D\xC2\xA0"};
    for (size_t i = 0; i < where->count; i++) {
        texts[line.count] = where->texts[i];
        texts[line.count++].style |= marked ? 0 : TEXT_STRONG;
    }
    return line;
}

/* The largest place that takes no more lines than it would at the floor. */
static struct block set_where(struct canvas *canvas, int width)
{
    struct text_line line = where_line(canvas);
    struct paragraph_style style = canvas_body_style(canvas, canvas_floor_px(canvas), COLOUR_INK);
    style.leading_permille = 1270;
    style.balanced = true;
    struct block least = canvas_block(canvas, &style, &line, width);
    int most = canvas_px(canvas, canvas_is_empty(&canvas->slide->lead) ? WHERE_MOST_ALONE : WHERE_MOST);
    for (style.size_px = most; !canvas->crowded && style.size_px > least.size_px; style.size_px -= canvas_step_px(canvas)) {
        struct block block = canvas_block(canvas, &style, &line, width);
        if (block.paragraph.line_count <= least.paragraph.line_count && !block.paragraph.too_wide)
            return block;
    }
    return least;
}

/* Title and code beside or under each other, measured. */
struct details {
    int x, right, bottom;
    int kicker_y, title_y, y; /* tops; y is that of what comes under the title */
    struct block title;
    struct link link;
};

/* Whether lead and place stand under the title, beside the code, at the floor. */
static bool words_fit(struct canvas *canvas, const struct details *details)
{
    int width = details->right - details->x - (details->link.present ? details->link.width + canvas_px(canvas, LINK_GAP) : 0);
    struct paragraph_style style = canvas_body_style(canvas, canvas_floor_px(canvas), COLOUR_QUIET);
    struct block where = set_where(canvas, width), lead = canvas_measured(canvas, &style, &canvas->slide->lead, width);
    int needed = where.ink_height + lead.ink_height + canvas_px(canvas, LEAD_GAP);
    if (where.ink_height && lead.ink_height)
        needed += canvas_px(canvas, WHERE_GAP);
    return details->y + needed <= details->bottom;
}

/* Ways to set title and code in landscape: the title over the whole width with the code under it at right, or a column of its own for each.
 * The first that leaves lead and place their room is taken, the larger title before the wider one. */
static const struct way {
    bool beside;
    int most_percent, least_percent; /* of the least size of titles */
    int lines;
} ways[] = {{false, 117, 100, 4}, {true, 112, 84, 5}, {false, 95, 78, 5}, {true, 84, 72, 7}};
enum { WAYS = sizeof ways / sizeof ways[0] };

/* Title, code, lead and place this way at these sizes; false when they do not stand. Without a code the card says nothing. */
static bool try_sizes(struct canvas *canvas, struct details *details, const struct way *way, int units, int card)
{
    int full = canvas->right - details->x, gap = canvas_px(canvas, LEAD_GAP) * 2 / 3;
    details->link = template_link_card(canvas, canvas_px(canvas, card), canvas_px(canvas, card > CARD_MOST ? card : CARD_MOST));
    bool present = details->link.present;
    int width = way->beside && present ? full - details->link.width - canvas_px(canvas, LINK_GAP) : full;
    details->title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, width, 0, units, units, way->lines);
    details->y = details->title_y + details->title.ink_height;
    bool good = details->title.paragraph.line_count <= way->lines && !details->title.paragraph.too_wide;
    bool apart = way->beside || !present || details->y + gap <= details->bottom - details->link.height;
    return good && apart && words_fit(canvas, details);
}

/* The largest title and then the largest code that stand this way with lead and place; false when none do. */
static bool try_way(struct canvas *canvas, struct details *details, const struct way *way)
{
    int full = canvas->right - details->x, unit = canvas->style->sizes.title_least;
    bool no_lead = canvas_is_empty(&canvas->slide->lead), alone = no_lead && !canvas->slide->has_link;
    int least = unit * way->least_percent / 100;
    if (canvas_title(canvas, &canvas->slide->title, COLOUR_INK, full, 0, least, least, way->lines).paragraph.line_count > way->lines)
        return false;
    for (int units = alone ? canvas->style->sizes.title_most : unit * way->most_percent / 100; units >= least; units -= 4) {
        for (int card = no_lead ? CARD_ALONE : CARD; card >= CARD_LEAST; card -= CARD_STEP) {
            if (try_sizes(canvas, details, way, units, card))
                return true;
            if (!details->link.present)
                break;
        }
    }
    return false;
}

static void put_title_landscape(struct canvas *canvas, struct details *details)
{
    size_t way = canvas->crowded ? WAYS : 0;
    while (way < WAYS && !try_way(canvas, details, &ways[way]))
        way++;
    if (way >= WAYS) {
        /* Nothing fits: code and title beside each other, so that they do not meet, and what is too much is left out below. */
        details->link = template_link_card(canvas, canvas_px(canvas, CARD_LEAST), canvas_px(canvas, CARD_MOST));
        int width = details->right - details->x - (details->link.present ? details->link.width + canvas_px(canvas, LINK_GAP) : 0);
        int least = canvas->style->sizes.title_least * ways[WAYS - 1].least_percent / 100;
        details->title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, width, 0, least, least, ways[WAYS - 1].lines);
    }
    if (details->link.present) {
        template_link_put_card(canvas, &details->link, details->right - details->link.width, details->bottom - details->link.height, true);
        details->right -= details->link.width + canvas_px(canvas, LINK_GAP);
    }
}

/* Portrait: the code lies at the bottom and gives way a little before the title gets small; false when lead and place have no room. */
static bool fit_portrait(struct canvas *canvas, struct details *details)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    int width = details->right - details->x, gap = canvas_px(canvas, LEAD_GAP);
    struct block where = set_where(canvas, width);
    int below = where.ink_height ? where.ink_height + canvas_px(canvas, WHERE_GAP) : 0;
    struct paragraph_style style = canvas_body_style(canvas, canvas_floor_px(canvas), COLOUR_QUIET);
    struct block lead = canvas_measured(canvas, &style, &canvas->slide->lead, width);
    below += lead.ink_height ? lead.ink_height + gap : 0;
    int room = 0;
    for (int card = canvas->crowded ? CARD_LEAST : STRIP_CARD; card >= CARD_LEAST; card -= CARD_STEP) {
        details->link = template_link_strip(canvas, canvas_px(canvas, card), width);
        details->bottom = canvas->bottom - (details->link.present ? details->link.height + canvas_px(canvas, LINK_GAP) : 0);
        room = details->bottom - details->title_y - below;
        struct block *title = &details->title;
        *title = canvas_title_short(canvas, &canvas->slide->title, COLOUR_INK, width, room, sizes->title_most, sizes->title_least);
        if (title->ink_height > room || title->paragraph.line_count > TITLE_LINES)
            *title = canvas_title(canvas, &canvas->slide->title, COLOUR_INK, width, room, sizes->title_least, TITLE_TIGHT, TITLE_LINES_TIGHT);
        if (title->ink_height <= room || !details->link.present)
            break;
    }
    return details->title.ink_height <= room;
}

/* The band of the date is as high as the words below it allow. */
static void put_portrait(struct canvas *canvas, struct details *details)
{
    int height = 0;
    for (int percent = canvas->crowded ? BAND_LEAST_PERCENT : BAND_MOST_PERCENT; percent >= BAND_LEAST_PERCENT; percent -= BAND_STEP_PERCENT) {
        height = canvas->height * percent / 100;
        details->kicker_y = height + canvas_px(canvas, BAND_GAP);
        details->title_y = details->kicker_y + canvas_kicker_height(canvas, details->right - details->x, KICKER_GAP);
        if (fit_portrait(canvas, details))
            break;
    }
    put_panel_portrait(canvas, height);
    template_link_put_strip(canvas, &details->link, details->x, canvas->bottom - details->link.height, true);
}

static void put_landscape(struct canvas *canvas, struct details *details)
{
    int width = canvas->width * PANEL_NUM / PANEL_DEN;
    put_panel_landscape(canvas, width);
    details->x = width + canvas_px(canvas, COLUMN_GAP);
    details->kicker_y = canvas->top;
    details->title_y = canvas->top + canvas_kicker_height(canvas, details->right - details->x, KICKER_GAP);
    put_title_landscape(canvas, details);
}

/* Lead under the title, place at the bottom, in what is left of the column. */
static void put_words(struct canvas *canvas, const struct details *details)
{
    int x = details->x, width = details->right - details->x, bottom = details->bottom, y = details->y;
    struct block where = set_where(canvas, width);
    bool lead_is_empty = canvas_is_empty(&canvas->slide->lead);
    int room = bottom - y - where.ink_height - (where.ink_height ? canvas_px(canvas, WHERE_GAP) : 0);
    int most = canvas_px(canvas, LEAD_MOST), body = canvas_body_most_px(canvas);
    if (body > canvas_px(canvas, canvas->style->sizes.body_most) || body < most)
        most = body;
    struct paragraph_style style = canvas_body_style(canvas, 0, COLOUR_QUIET);
    struct block lead = canvas_body(canvas, style, &canvas->slide->lead, width, room, most);
    canvas_put(canvas, &lead, x, y, y + room);
    /* Without a lead, and in portrait where there is no panel to end with, the place follows the words. */
    int where_y = canvas->portrait || lead_is_empty ? y + (lead_is_empty ? 0 : lead.ink_height + canvas_px(canvas, WHERE_GAP)) : bottom - where.ink_height;
    if (where_y > bottom - where.ink_height)
        where_y = bottom - where.ink_height;
    canvas_put(canvas, &where, x, where_y < y ? y : where_y, bottom);
    const struct block *main = lead.ink_height ? &lead : &where;
    canvas_note_body(canvas, FACE_TEXT, main->size_px ? main->size_px : canvas_floor_px(canvas));
}

void template_event(struct canvas *canvas)
{
    canvas_ground(canvas, COLOUR_PAPER);
    struct details details = {.x = canvas->left, .right = canvas->right, .bottom = canvas->bottom};
    if (canvas->portrait)
        put_portrait(canvas, &details);
    else
        put_landscape(canvas, &details);
    canvas_kicker(canvas, details.x, details.kicker_y, canvas->right, COLOUR_ACCENT);
    details.y = canvas_put(canvas, &details.title, details.x, details.title_y, details.bottom);
    if (details.title.ink_height)
        details.y += canvas_px(canvas, LEAD_GAP);
    put_words(canvas, &details);
}
