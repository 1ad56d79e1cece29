#include "scene/templates.h"

#include "base/arena.h"

#include <string.h>

enum { RULE = 2, RULE_GAP = 56, DAY = 76, MONTH = 40, MONTH_GAP = 8, DETAIL = 40, DETAIL_GAP = 24, COLUMN_GAP = 60, HOURS_MOST = 320 };
enum { TITLE_MOST = 54, TITLE_MOST_PORTRAIT = 60, PADDING_LEAST = 38, PADDING_MOST = 80, ROWS_MOST = 24 };

struct row {
    struct block day, month, hours, title, detail;
    int day_width, height; /* of its words */
};

/* All rows measured with one size of title. */
struct table {
    struct row *rows;
    size_t count; /* of rows that were measured: no more than a screen holds */
    int size_px, day_column, hours_column, text_width;
    int height;
    bool hours_broken; /* "avant 12 h" is one word that does not fit its column */
    int lines;         /* of hours and titles together */
};

static void measure_day(struct canvas *canvas, struct row *row, const struct agenda_row *words)
{
    struct paragraph_style style = canvas_strong_style(canvas, canvas_px(canvas, DAY), COLOUR_ACCENT);
    style.face = FACE_TITLE;
    struct text_line line = canvas_line(canvas, words->day);
    row->day = canvas_block(canvas, &style, &line, canvas->width);
    style = canvas_strong_style(canvas, canvas_px(canvas, MONTH), COLOUR_ACCENT);
    line = canvas_line(canvas, words->month);
    row->month = canvas_block(canvas, &style, &line, canvas->width);
    row->day_width = row->day.paragraph.width_px + row->month.paragraph.width_px;
    if (row->day.ink_height && row->month.ink_height)
        row->day_width += canvas_px(canvas, MONTH_GAP);
}

/* In portrait the hours lead the detail: there is no column for them. */
static struct text_line detail_line(struct canvas *canvas, const struct agenda_row *row)
{
    if (!canvas->portrait || !row->hours || !row->hours[0])
        return row->detail;
    struct text *texts = arena_alloc(canvas->arena, (row->detail.count + 1) * sizeof *texts);
    bool more = !canvas_is_empty(&row->detail);
    texts[0] = (struct text){.text = more ? arena_format(canvas->arena, "%s · ", row->hours) : row->hours, .style = TEXT_STRONG};
    if (row->detail.count)
        memcpy(texts + 1, row->detail.texts, row->detail.count * sizeof *texts);
    return (struct text_line){.marker = "", .texts = texts, .count = row->detail.count + 1};
}

static void measure_text(struct canvas *canvas, struct row *row, const struct agenda_row *words, const struct table *table)
{
    struct paragraph_style style = canvas_strong_style(canvas, table->size_px, COLOUR_INK);
    style.balanced = true;
    row->title = canvas_block(canvas, &style, &words->title, table->text_width);
    style = canvas_body_style(canvas, canvas_px(canvas, DETAIL), COLOUR_QUIET);
    style.leading_permille = 1250;
    struct text_line detail = detail_line(canvas, words);
    row->detail = canvas_block(canvas, &style, &detail, table->text_width);
    row->height = row->title.ink_height + row->detail.ink_height;
    if (row->title.ink_height && row->detail.ink_height)
        row->height += canvas_px(canvas, DETAIL_GAP);
    int beside = row->hours.ink_height > row->day.ink_height ? row->hours.ink_height : row->day.ink_height;
    row->height = row->height > beside ? row->height : beside;
}

static struct table measure(struct canvas *canvas, int size_px)
{
    const struct slide *slide = canvas->slide;
    struct table table = {.rows = arena_alloc(canvas->arena, (slide->row_count + 1) * sizeof *table.rows), .size_px = size_px, .count = slide->row_count};
    if (table.count > ROWS_MOST)
        table.count = ROWS_MOST;
    int gap = canvas_px(canvas, COLUMN_GAP), room = canvas->right - canvas->left;
    struct paragraph_style hours = canvas_body_style(canvas, size_px, COLOUR_INK);
    hours.leading_permille = 1180;
    for (size_t i = 0; i < table.count; i++) {
        struct row *row = &table.rows[i];
        measure_day(canvas, row, &slide->rows[i]);
        table.day_column = row->day_width + gap > table.day_column ? row->day_width + gap : table.day_column;
        if (canvas->portrait)
            continue;
        struct text_line line = canvas_line(canvas, slide->rows[i].hours);
        row->hours = canvas_block(canvas, &hours, &line, canvas_px(canvas, HOURS_MOST));
        table.hours_broken = table.hours_broken || row->hours.paragraph.too_wide || row->hours.paragraph.line_count > 2;
        int width = row->hours.ink_height ? row->hours.paragraph.width_px + gap : 0;
        table.hours_column = width > table.hours_column ? width : table.hours_column;
    }
    if (table.day_column > room / 2)
        table.day_column = room / 2;
    table.text_width = room - table.day_column - table.hours_column;
    for (size_t i = 0; i < table.count; i++) {
        measure_text(canvas, &table.rows[i], &slide->rows[i], &table);
        table.height += table.rows[i].height;
        table.lines += table.rows[i].title.paragraph.line_count + table.rows[i].hours.paragraph.line_count;
    }
    return table;
}

/* The largest size at which all rows stand in `height` with their least padding. */
static struct table fit(struct canvas *canvas, int height)
{
    int most = canvas_px(canvas, canvas->portrait ? TITLE_MOST_PORTRAIT : TITLE_MOST), floor = canvas_floor_px(canvas);
    if (canvas_body_most_px(canvas) > canvas_px(canvas, canvas->style->sizes.body_most))
        most = canvas_body_most_px(canvas);
    int padding = 2 * canvas_px(canvas, PADDING_LEAST) * (int)canvas->slide->row_count;
    /* Distant readers get larger words as long as these break no more than at the usual size. */
    int usual = canvas_px(canvas, canvas->portrait ? TITLE_MOST_PORTRAIT : TITLE_MOST);
    int lines = !canvas->crowded && most > usual ? measure(canvas, usual).lines : 0;
    for (int size = canvas->crowded ? floor : most;; size -= canvas_step_px(canvas)) {
        struct table table = measure(canvas, size < floor ? floor : size);
        bool stands = table.height + padding <= height && !table.hours_broken;
        if (size <= floor || (stands && (size <= usual || table.lines <= lines)))
            return table;
    }
}

static void put_row(struct canvas *canvas, const struct table *table, const struct row *row, int y, int limit)
{
    int x = canvas->left, text_height = row->title.ink_height + row->detail.ink_height;
    if (row->title.ink_height && row->detail.ink_height)
        text_height += canvas_px(canvas, DETAIL_GAP);
    int day_y = y + (row->height - row->day.ink_height) / 2;
    int baseline = canvas_put(canvas, &row->day, x, day_y, limit);
    int month_x = x + row->day.paragraph.width_px + (row->day.ink_height ? canvas_px(canvas, MONTH_GAP) : 0);
    canvas_put(canvas, &row->month, month_x, baseline - row->month.paragraph.cap_px, limit);
    x += table->day_column;
    canvas_put(canvas, &row->hours, x, y + (row->height - row->hours.ink_height) / 2, limit);
    x += table->hours_column;
    int text_y = y + (row->height - text_height) / 2;
    baseline = canvas_put(canvas, &row->title, x, text_y, limit);
    canvas_put(canvas, &row->detail, x, row->title.ink_height ? baseline + canvas_px(canvas, DETAIL_GAP) : text_y, limit);
}

static void put_rows(struct canvas *canvas, const struct table *table, int y)
{
    int count = (int)table->count, bottom = canvas->footer_top, rule = canvas_px(canvas, RULE);
    int least = canvas_px(canvas, PADDING_LEAST), most = canvas_px(canvas, PADDING_MOST);
    canvas->scene->overflow |= table->count < canvas->slide->row_count;
    int padding = (bottom - y - table->height) / (2 * count);
    padding = padding > most ? most : padding < least ? least : padding;
    for (int i = 0; i < count; i++) {
        const struct row *row = &table->rows[i];
        if (y + 2 * least + row->height > bottom) {
            canvas->scene->overflow = true;
            return;
        }
        struct box line = {canvas->left, y, canvas->right - canvas->left, rule > 0 ? rule : 1};
        canvas_rect(canvas, line, canvas_colour(canvas, COLOUR_LINE), 0);
        put_row(canvas, table, row, y + padding, bottom);
        y += row->height + 2 * padding;
    }
    if (y + least < bottom)
        canvas_rect(canvas, (struct box){canvas->left, y, canvas->right - canvas->left, rule > 0 ? rule : 1}, canvas_colour(canvas, COLOUR_LINE), 0);
}

void template_agenda(struct canvas *canvas)
{
    canvas_ground(canvas, COLOUR_PAPER);
    const struct style_sizes *sizes = &canvas->style->sizes;
    int y = canvas->top, most = (sizes->title_most + sizes->title_least) / 2;
    canvas_kicker(canvas, canvas->left, y, canvas->right, COLOUR_ACCENT);
    bool kicker = !canvas_is_empty(&canvas->slide->kicker);
    if (kicker)
        y += canvas_kicker_height(canvas, canvas->right - canvas->left, RULE_GAP);
    int width = canvas->right - canvas->left - (kicker || canvas->slide->pages < 2 ? 0 : canvas_px(canvas, 160));
    struct block title =
        canvas_title_short(canvas, &canvas->slide->title, COLOUR_INK, width, canvas->bottom / 3, most, sizes->title_least);
    if (title.ink_height)
        y = canvas_put(canvas, &title, canvas->left, y, canvas->bottom) + canvas_px(canvas, RULE_GAP);
    if (canvas->slide->row_count == 0)
        return;
    struct table table = fit(canvas, canvas->footer_top - y);
    put_rows(canvas, &table, y);
    canvas_note_body(canvas, FACE_STRONG, table.size_px);
}
