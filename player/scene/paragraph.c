#include "scene/paragraph.h"

#include "base/arena.h"
#include "scene/paragraph_breaks.h"
#include "scene/paragraph_lines.h"
#include "scene/paragraph_pieces.h"

/* The sum of measured words and the measure of the whole differ by kerning and rounding; a line that turns out too wide is
 * broken again in a width so much narrower, a few times. */
enum { TRIES_MOST = 4 };

/* A run on its way to its place. */
struct run {
    size_t start, length;
    const struct piece *piece;
    int codepoints, width_px;
};

struct setter {
    struct arena *arena;
    const struct fonts *fonts;
    const struct paragraph_style *style;
    struct pieces pieces;
    int width_px; /* of the box */
    int line_px, ascent_px, baseline_px;
    struct paragraph *paragraph;
    size_t capacity;
};

static bool joins(const struct run *run, const struct piece *piece)
{
    const struct piece *last = run->piece;
    return run->start + run->length == piece->start && last->face == piece->face && last->size_px == piece->size_px &&
           last->rise_px == piece->rise_px && last->colour == piece->colour && last->level == piece->level &&
           run->codepoints + piece->codepoints <= PARAGRAPH_RUN_MOST;
}

/* Pieces of a line joined into runs, measured. A soft hyphen stays only at the end. */
static size_t make_runs(const struct setter *setter, struct line_range line, struct run *runs)
{
    size_t count = 0;
    for (size_t i = line.first; i < line.end; i++) {
        const struct piece *piece = &setter->pieces.items[i];
        if (piece->soft && i + 1 < line.end)
            continue;
        if (count > 0 && joins(&runs[count - 1], piece)) {
            runs[count - 1].length += piece->length;
            runs[count - 1].codepoints += piece->codepoints;
            runs[count - 1].width_px = -1;
        } else {
            runs[count++] = (struct run){.start = piece->start, .length = piece->length, .piece = piece,
                                         .codepoints = piece->codepoints, .width_px = piece->width_px};
        }
    }
    for (size_t i = 0; i < count; i++)
        if (runs[i].width_px < 0)
            runs[i].width_px = setter->fonts->advance(setter->fonts->self, runs[i].piece->face, runs[i].piece->size_px,
                                                      setter->pieces.text + runs[i].start, runs[i].length);
    return count;
}

static int width_of(const struct run *runs, size_t count)
{
    int width = 0;
    for (size_t i = 0; i < count; i++)
        width += runs[i].width_px;
    return width;
}

static void put_run(struct setter *setter, const struct run *run, int x, int baseline)
{
    struct paragraph *paragraph = setter->paragraph;
    const struct piece *piece = run->piece;
    paragraph->runs =
        arena_grow(setter->arena, paragraph->runs, paragraph->run_count, &setter->capacity, sizeof *paragraph->runs);
    struct scene_item *item = &paragraph->runs[paragraph->run_count++];
    *item = (struct scene_item){.kind = SCENE_TEXT, .colour = piece->colour};
    item->box = (struct box){x, baseline - piece->rise_px - setter->ascent_px * piece->size_px / setter->style->size_px, run->width_px,
                             setter->line_px * piece->size_px / setter->style->size_px};
    item->text = (struct scene_text){.x = x,
                                     .baseline_y = baseline - piece->rise_px,
                                     .face = piece->face,
                                     .size_px = piece->size_px,
                                     .text = arena_copy_bytes(setter->arena, setter->pieces.text + run->start, run->length),
                                     .right_to_left = piece->level & 1};
}

static int line_start(const struct setter *setter, int width)
{
    enum paragraph_align align = setter->style->align;
    if (align == ALIGN_CENTRE)
        return (setter->width_px - width) / 2;
    bool right = align == ALIGN_END || (setter->pieces.base_level & 1);
    return right ? setter->width_px - width : 0;
}

static void put_line(struct setter *setter, const struct run *runs, size_t count, int baseline)
{
    int width = width_of(runs, count);
    int x = line_start(setter, width);
    if (width > setter->paragraph->width_px)
        setter->paragraph->width_px = width;
    if (!setter->pieces.right_to_left) {
        for (size_t i = 0; i < count; x += runs[i].width_px, i++)
            put_run(setter, &runs[i], x, baseline);
        return;
    }
    unsigned char *levels = arena_alloc(setter->arena, count + 1);
    int32_t *order = arena_alloc(setter->arena, (count + 1) * sizeof *order);
    for (size_t i = 0; i < count; i++)
        levels[i] = runs[i].piece->level;
    paragraph_breaks_reorder(levels, count, order);
    for (size_t i = 0; i < count; i++) {
        put_run(setter, &runs[order[i]], x, baseline);
        x += runs[order[i]].width_px;
    }
}

/* Lays all lines; false (and nothing kept) when one is wider than the box by `*excess` although it holds more than one word. */
static bool put_lines(struct setter *setter, const struct line_range *lines, size_t count, int *excess)
{
    struct paragraph *paragraph = setter->paragraph;
    struct run *runs = arena_alloc(setter->arena, (setter->pieces.count + 1) * sizeof *runs);
    paragraph->width_px = 0;
    paragraph->run_count = 0;
    *excess = 0;
    for (size_t i = 0; i < count; i++) {
        size_t made = make_runs(setter, lines[i], runs);
        int over = width_of(runs, made) - setter->width_px;
        if (over > *excess)
            *excess = over;
        put_line(setter, runs, made, (int)i * setter->line_px + setter->baseline_px);
    }
    return *excess == 0;
}

struct paragraph paragraph_set(struct arena *arena, const struct fonts *fonts, const struct paragraph_style *style,
                               const struct text_line *line, int width_px)
{
    struct paragraph paragraph = {0};
    struct font_metrics metrics = fonts->metrics(fonts->self, style->face, style->size_px);
    struct setter setter = {.arena = arena, .fonts = fonts, .style = style, .paragraph = &paragraph, .ascent_px = metrics.ascent_px};
    setter.width_px = width_px > 0 ? width_px : 1;
    setter.line_px = (style->size_px * style->leading_permille + 500) / 1000;
    setter.baseline_px = (setter.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
    int room = setter.width_px, excess = 0;
    size_t count = 0;
    struct line_faults faults = {0};
    for (int attempt = 0; attempt < TRIES_MOST; attempt++) {
        setter.pieces = paragraph_pieces_make(arena, fonts, style, line);
        struct line_range *lines = paragraph_lines_break(arena, fonts, &setter.pieces, room, style->balanced, &count, &faults);
        if (put_lines(&setter, lines, count, &excess) || room - excess < setter.width_px / 2)
            break;
        room -= excess;
    }
    paragraph.line_count = (int)count;
    paragraph.height_px = (int)count * setter.line_px;
    paragraph.cap_px = metrics.cap_px;
    paragraph.descent_px = metrics.descent_px;
    if (count > 0) {
        paragraph.first_baseline_px = setter.baseline_px;
        paragraph.last_baseline_px = setter.baseline_px + ((int)count - 1) * setter.line_px;
    }
    paragraph.missing = setter.pieces.missing;
    paragraph.too_wide = faults.too_wide;
    paragraph.little_ends = faults.little_ends;
    paragraph.cut = setter.pieces.cut;
    return paragraph;
}

void paragraph_place(struct scene *scene, const struct paragraph *paragraph, int x, int y)
{
    for (size_t i = 0; i < paragraph->run_count; i++) {
        struct box box = paragraph->runs[i].box;
        struct scene_item *item = scene_add(scene, SCENE_TEXT, (struct box){box.x + x, box.y + y, box.width, box.height});
        item->colour = paragraph->runs[i].colour;
        item->text = paragraph->runs[i].text;
        item->text.x += x;
        item->text.baseline_y += y;
    }
}
