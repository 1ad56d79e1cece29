#include "scene/canvas.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <string.h>

/* Titles are set tight: their lines belong together. */
enum { TITLE_LEADING_PERMILLE = 1090, STRONG_LEADING_PERMILLE = 1250 };

/* A line of Inter holds about 60 signs in 31 em of French text; 29 keep it under that. */
enum { LINE_MOST_EM = 29 };

enum { TITLE_STEP = 4, BODY_STEP = 2 };

/* A title may be so many steps smaller for the sake of better line ends. */
enum { BREAK_STEPS = 3 };

/* A clock is short. */
enum { FIGURES_MOST_BYTES = 64 };

int canvas_px(const struct canvas *canvas, int units)
{
    return (int)(((int64_t)units * canvas->short_side + 540) / 1080);
}

colour_argb canvas_colour(const struct canvas *canvas, enum colour colour)
{
    return canvas->style->colours[colour];
}

/* The secondary colour that goes with a text colour: on a coloured ground there is only one. */
static colour_argb quiet_for(const struct canvas *canvas, enum colour colour)
{
    bool plain = colour == COLOUR_INK || colour == COLOUR_QUIET;
    return canvas->style->colours[plain ? COLOUR_QUIET : colour];
}

struct paragraph_style canvas_title_style(const struct canvas *canvas, int size_px, enum colour colour)
{
    return (struct paragraph_style){.face = FACE_TITLE,
                                    .size_px = size_px,
                                    .leading_permille = TITLE_LEADING_PERMILLE,
                                    .colour = canvas->style->colours[colour],
                                    .quiet = quiet_for(canvas, colour),
                                    .balanced = true};
}

struct paragraph_style canvas_body_style(const struct canvas *canvas, int size_px, enum colour colour)
{
    return (struct paragraph_style){.face = FACE_TEXT,
                                    .size_px = size_px,
                                    .leading_permille = canvas->style->sizes.leading_permille,
                                    .colour = canvas->style->colours[colour],
                                    .quiet = quiet_for(canvas, colour)};
}

struct paragraph_style canvas_strong_style(const struct canvas *canvas, int size_px, enum colour colour)
{
    struct paragraph_style style = canvas_body_style(canvas, size_px, colour);
    style.face = FACE_STRONG;
    style.leading_permille = STRONG_LEADING_PERMILLE;
    return style;
}

int canvas_floor_px(const struct canvas *canvas)
{
    return canvas_px(canvas, canvas->style->sizes.floor);
}

int canvas_body_most_px(const struct canvas *canvas)
{
    int most = canvas_px(canvas, canvas->style->sizes.body_most);
    /* However far readers stand, a word must still go on a line. */
    int ceiling = canvas->width / 8;
    int wanted = canvas->layout->body_wanted_px < ceiling ? canvas->layout->body_wanted_px : ceiling;
    return wanted > most ? wanted : most;
}

int canvas_step_px(const struct canvas *canvas)
{
    int step = canvas_px(canvas, BODY_STEP);
    return step > 0 ? step : 1;
}

struct text_line canvas_line(const struct canvas *canvas, const char *text)
{
    if (!text || !text[0])
        return (struct text_line){.marker = ""};
    struct text *stretch = arena_alloc(canvas->arena, sizeof *stretch);
    stretch->text = text;
    return (struct text_line){.marker = "", .texts = stretch, .count = 1};
}

bool canvas_is_empty(const struct text_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->texts[i].text && line->texts[i].text[0])
            return false;
    return true;
}

struct block canvas_block(const struct canvas *canvas, const struct paragraph_style *style, const struct text_line *line, int width)
{
    struct block block = {.size_px = style->size_px, .leading_px = (style->size_px * style->leading_permille + 500) / 1000};
    block.paragraph = paragraph_set(canvas->arena, canvas->fonts, style, line, width);
    if (block.paragraph.line_count > 0)
        block.ink_height = block.paragraph.last_baseline_px - block.paragraph.first_baseline_px + block.paragraph.cap_px;
    return block;
}

struct block canvas_measured(const struct canvas *canvas, const struct paragraph_style *style, const struct text_line *line, int width)
{
    struct block block = canvas_block(canvas, style, line, width);
    int most = style->size_px * LINE_MOST_EM;
    if (block.paragraph.line_count <= 1 || width <= most)
        return block;
    return canvas_block(canvas, style, line, most);
}

struct block canvas_title(const struct canvas *canvas, const struct text_line *line, enum colour colour, int width, int height, int most,
                          int least, int lines)
{
    most = canvas->crowded ? least : most;
    struct block largest = {0};
    int tries = 0;
    for (int size = most;; size -= TITLE_STEP) {
        if (size < least)
            size = least;
        struct paragraph_style style = canvas_title_style(canvas, canvas_px(canvas, size), colour);
        struct block block = canvas_block(canvas, &style, line, width);
        const struct paragraph *paragraph = &block.paragraph;
        bool fits = paragraph->line_count <= lines && block.ink_height <= height && !paragraph->too_wide;
        if (fits && paragraph->little_ends == 0)
            return block;
        if (fits && !largest.ink_height)
            largest = block;
        tries += largest.ink_height > 0;
        if (size <= least || tries > BREAK_STEPS)
            return largest.ink_height ? largest : block;
    }
}

struct block canvas_title_short(const struct canvas *canvas, const struct text_line *line, enum colour colour, int width, int height,
                                int most, int least)
{
    struct block smallest = canvas_title(canvas, line, colour, width, height, least, least, 0);
    if (smallest.paragraph.too_wide)
        return smallest;
    return canvas_title(canvas, line, colour, width, height, most, least, smallest.paragraph.line_count);
}

struct block canvas_body(const struct canvas *canvas, struct paragraph_style style, const struct text_line *line, int width, int height,
                         int most_px)
{
    int floor = canvas_floor_px(canvas);
    for (int size = canvas->crowded ? floor : most_px;; size -= canvas_step_px(canvas)) {
        style.size_px = size < floor ? floor : size;
        struct block block = canvas_measured(canvas, &style, line, width);
        if (size <= floor || (block.ink_height <= height && !block.paragraph.too_wide))
            return block;
    }
}

static void note(struct canvas *canvas, const struct block *block)
{
    struct scene *scene = canvas->scene;
    if (block->paragraph.missing && !scene->missing)
        scene->missing = block->paragraph.missing;
    if (block->paragraph.cut)
        scene->overflow = true;
    if (block->paragraph.line_count > 0 && (scene->smallest_px == 0 || block->size_px < scene->smallest_px))
        scene->smallest_px = block->size_px;
}

int canvas_put(struct canvas *canvas, const struct block *block, int x, int y, int limit)
{
    note(canvas, block);
    struct paragraph paragraph = block->paragraph;
    if (paragraph.line_count == 0)
        return y;
    int top = y - (paragraph.first_baseline_px - paragraph.cap_px);
    if (top + paragraph.last_baseline_px <= limit) {
        paragraph_place(canvas->scene, &paragraph, x, top);
        return top + paragraph.last_baseline_px;
    }
    canvas->scene->overflow = true;
    int last = y;
    size_t kept = 0;
    for (size_t i = 0; i < paragraph.run_count; i++) {
        /* A raised run goes with its line: its own box would let it stand alone. */
        const struct scene_text *text = &paragraph.runs[i].text;
        int line = (text->baseline_y - paragraph.first_baseline_px + block->leading_px - 1) / block->leading_px;
        int baseline = paragraph.first_baseline_px + (line > 0 ? line : 0) * block->leading_px;
        if (top + baseline > limit)
            continue;
        paragraph.runs[kept++] = paragraph.runs[i];
        last = top + baseline;
    }
    paragraph.run_count = kept;
    paragraph_place(canvas->scene, &paragraph, x, top);
    return last;
}

void canvas_note_body(struct canvas *canvas, int face, int size_px)
{
    canvas->scene->body_px = size_px;
    canvas->scene->body_cap_px = canvas->fonts->metrics(canvas->fonts->self, face, size_px).cap_px;
}

void canvas_rect(struct canvas *canvas, struct box box, colour_argb colour, int radius_px)
{
    struct scene_item *item = scene_add(canvas->scene, SCENE_RECT, box);
    item->colour = colour;
    item->radius_px = radius_px;
}

void canvas_ground(struct canvas *canvas, enum colour colour)
{
    canvas_rect(canvas, (struct box){0, 0, canvas->width, canvas->height}, canvas_colour(canvas, colour), 0);
}

/* The page, empty when there is only one, and the kicker in what it leaves. */
static struct block kicker_blocks(const struct canvas *canvas, int width, enum colour colour, struct block *page)
{
    const struct slide *slide = canvas->slide;
    int size = canvas_px(canvas, canvas->style->sizes.kicker);
    *page = (struct block){0};
    if (slide->pages > 1) {
        struct text_line words = canvas_line(canvas, arena_format(canvas->arena, "%d/%d", slide->page, slide->pages));
        struct paragraph_style style = canvas_body_style(canvas, size, colour == COLOUR_ACCENT ? COLOUR_QUIET : colour);
        *page = canvas_block(canvas, &style, &words, width);
        width -= page->paragraph.width_px + size;
    }
    struct paragraph_style style = canvas_strong_style(canvas, size, colour);
    style.balanced = true;
    return canvas_block(canvas, &style, &slide->kicker, width);
}

int canvas_kicker_height(const struct canvas *canvas, int width, int gap)
{
    struct block page, kicker = kicker_blocks(canvas, width, COLOUR_ACCENT, &page);
    int height = kicker.ink_height > page.ink_height ? kicker.ink_height : page.ink_height;
    return height > 0 ? height + canvas_px(canvas, gap) : 0;
}

void canvas_kicker(struct canvas *canvas, int x, int y, int right, enum colour colour)
{
    struct block page, kicker = kicker_blocks(canvas, right - x, colour, &page);
    canvas_put(canvas, &page, right - page.paragraph.width_px, y, canvas->bottom);
    canvas_put(canvas, &kicker, x, y, canvas->bottom);
}

/* The widest digit. */
static int cell_width(const struct canvas *canvas, const struct paragraph_style *style)
{
    int widest = 0;
    static const char digits[] = "0123456789";
    for (size_t i = 0; digits[i]; i++) {
        int width = canvas->fonts->advance(canvas->fonts->self, style->face, style->size_px, digits + i, 1);
        widest = width > widest ? width : widest;
    }
    return widest;
}

int canvas_figures(struct canvas *canvas, const struct paragraph_style *style, const char *text, int x, int baseline, bool draw)
{
    const struct fonts *fonts = canvas->fonts;
    int start = x, cell = cell_width(canvas, style);
    struct font_metrics metrics = fonts->metrics(fonts->self, style->face, style->size_px);
    size_t length = strlen(text);
    const char *end = text + (length < FIGURES_MOST_BYTES ? length : FIGURES_MOST_BYTES);
    while (text < end) {
        const char *next = text;
        uint32_t codepoint = utf8_next(&next, end);
        bool digit = codepoint >= '0' && codepoint <= '9';
        while (!digit && next < end && !(*next >= '0' && *next <= '9'))
            utf8_next(&next, end);
        int width = fonts->advance(fonts->self, style->face, style->size_px, text, (size_t)(next - text));
        int room = digit ? cell : width;
        if (draw) {
            struct box box = {x, baseline - metrics.ascent_px, room, metrics.ascent_px + metrics.descent_px};
            struct scene_item *item = scene_add(canvas->scene, SCENE_TEXT, box);
            item->colour = style->colour;
            item->text = (struct scene_text){.x = x + (room - width) / 2,
                                             .baseline_y = baseline,
                                             .face = style->face,
                                             .size_px = style->size_px,
                                             .text = arena_copy_bytes(canvas->arena, text, (size_t)(next - text))};
        }
        x += room;
        text = next;
    }
    return x - start;
}
