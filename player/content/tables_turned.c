#include "content/tables_turned.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "content/grammar.h"
#include "content/lexis.h"

#include <assert.h>
#include <string.h>

enum { CELLS_MOST = 16, ROWS_MOST = 16, LABEL_WORDS = 3 };

/* Between two cells of a row, as blocks.c joins them. */
static const char joint[] = " \xE2\x80\x94 ";

/* The cells of one row: cell `i` begins at `begins[i]` and ends `sizeof joint - 1` before `begins[i + 1]`. */
struct cells {
    size_t begins[CELLS_MOST + 1];
    size_t count;
};

static struct cells cells_of(const char *text)
{
    struct cells cells = {.count = 1};
    for (const char *at = strstr(text, joint); at && cells.count < CELLS_MOST; at = strstr(at + 1, joint))
        cells.begins[cells.count++] = (size_t)(at - text) + sizeof joint - 1;
    cells.begins[cells.count] = strlen(text) + sizeof joint - 1;
    return cells;
}

static size_t cell_end(const struct cells *cells, size_t cell)
{
    return cells->begins[cell + 1] - (sizeof joint - 1);
}

/* "Dates", "Quand ?": a short cell without a number that names a day; `*label` also for any other short cell without a number. */
static bool names_day(struct arena *arena, const char *text, const struct cells *cells, const struct grammar *grammar, bool *label)
{
    struct lexis lexis = lexis_read(arena, arena_copy_bytes(arena, text, cell_end(cells, 0)));
    size_t words = 0;
    bool day = false;
    *label = lexis.count > 0;
    for (size_t i = 0; i < lexis.count; i++) {
        words += lexis.items[i].kind == LEXEME_WORD;
        day = day || lexis_is_word_of(&lexis.items[i], grammar->labels);
        *label = *label && lexis.items[i].kind != LEXEME_NUMBER;
    }
    *label = *label && words <= LABEL_WORDS;
    return day && *label;
}

/* One table while it is turned: `rows` blocks, each with as many cells; `names` holds the header, `unnamed` when its first cell is empty. */
struct table {
    const struct block *rows;
    size_t count;
    struct cells cells[ROWS_MOST];
    struct cells names;
    bool unnamed;
};

/* All rows begin with a label, one of which names a day. */
static bool stands_on_side(struct arena *arena, struct table *table, const struct grammar *grammar)
{
    const char *header = table->rows[0].columns;
    bool day = false;
    if (!header || table->count < 2 || table->count > ROWS_MOST)
        return false;
    table->names = cells_of(header);
    for (size_t i = 0; i < table->count; i++) {
        bool label = false;
        table->cells[i] = cells_of(table->rows[i].text);
        day = names_day(arena, table->rows[i].text, &table->cells[i], grammar, &label) || day;
        if (!label || table->cells[i].count != table->cells[0].count)
            return false;
    }
    table->unnamed = table->names.count + 1 == table->cells[0].count;
    return day && table->cells[0].count > 2 && table->cells[0].count < CELLS_MOST && (table->unnamed || table->names.count == table->cells[0].count);
}

/* A row while it is put together. */
struct made {
    struct buffer text;
    struct span *spans;
    size_t span_count;
    struct line_mark *marks;
    size_t mark_count;
    int line;
};

static void add_text(struct arena *arena, struct made *made, const char *text, size_t length, const struct span *like)
{
    made->spans[made->span_count++] = (struct span){arena_copy_bytes(arena, text, length), like ? like->style : 0, like ? like->link : -1};
    buffer_format(&made->text, "%.*s", (int)length, text);
}

/* Bytes `begin` to before `end` of a row, with their styles and links. */
static void add_cell(struct arena *arena, struct made *made, const struct block *row, size_t begin, size_t end)
{
    if (made->line != row->line)
        made->marks[made->mark_count++] = (struct line_mark){made->text.length, row->line};
    made->line = row->line;
    for (size_t i = 0, at = 0; i < row->span_count; at += strlen(row->spans[i].text), i++) {
        size_t length = strlen(row->spans[i].text), from = at > begin ? at : begin, to = at + length < end ? at + length : end;
        if (from < to)
            add_text(arena, made, row->spans[i].text + (from - at), to - from, &row->spans[i]);
    }
}

/* Column `column` of a table as a row. */
static struct block turn(struct arena *arena, const struct table *table, size_t column, const char *header)
{
    struct block block = table->rows[0];
    struct made made = {.line = block.line};
    size_t spans = 2, name = column - table->unnamed;
    for (size_t i = 0; i < table->count; i++)
        spans += table->rows[i].span_count + 1;
    made.spans = arena_alloc(arena, spans * sizeof *made.spans);
    made.marks = arena_alloc(arena, (table->count + 1) * sizeof *made.marks);
    buffer_init(&made.text, arena);
    add_text(arena, &made, block.columns + table->names.begins[name], cell_end(&table->names, name) - table->names.begins[name], NULL);
    for (size_t i = 0; i < table->count; i++) {
        add_text(arena, &made, joint, sizeof joint - 1, NULL);
        add_cell(arena, &made, &table->rows[i], table->cells[i].begins[column], cell_end(&table->cells[i], column));
    }
    assert(made.span_count <= spans);
    block.text = made.text.data;
    block.spans = made.spans;
    block.span_count = made.span_count;
    block.marks = made.marks;
    block.mark_count = made.mark_count;
    block.columns = header;
    return block;
}

/* The labels of the rows, as a header. */
static const char *header_of(struct arena *arena, const struct table *table)
{
    struct buffer text;
    buffer_init(&text, arena);
    buffer_format(&text, "%.*s", table->unnamed ? 0 : (int)cell_end(&table->names, 0), table->rows[0].columns);
    for (size_t i = 0; i < table->count; i++)
        buffer_format(&text, "%s%.*s", joint, (int)cell_end(&table->cells[i], 0), table->rows[i].text);
    return text.data;
}

static bool is_row_of(const struct block *block, const struct block *first)
{
    return block->kind == BLOCK_ROW && block->list && block->list == first->list;
}

/* Writes what stands at `*at` to `made` and moves behind it; returns how many blocks that is now. Sets *turned when it was such a table. */
static size_t take(struct arena *arena, const struct block *blocks, size_t count, size_t *at, struct block *made, const struct grammar *grammar, bool *turned)
{
    struct table table = {.rows = &blocks[*at]};
    while (*at + table.count < count && is_row_of(&blocks[*at + table.count], table.rows))
        table.count++;
    if (table.count == 0 || !stands_on_side(arena, &table, grammar)) {
        size_t taken = table.count ? table.count : 1;
        memcpy(made, &blocks[*at], taken * sizeof *made);
        *at += taken;
        return taken;
    }
    const char *header = header_of(arena, &table);
    *turned = true;
    *at += table.count;
    for (size_t column = 1; column < table.cells[0].count; column++)
        made[column - 1] = turn(arena, &table, column, header);
    return table.cells[0].count - 1;
}

/* The spans of block `index` say which links stand in it now. */
static void take_links(const struct block *block, size_t index, struct link *links, size_t link_count)
{
    for (size_t i = 0; i < block->span_count; i++)
        if (block->spans[i].link >= 0 && (size_t)block->spans[i].link < link_count && !links[block->spans[i].link].in_front)
            links[block->spans[i].link].block = (int)index;
}

const struct block *tables_turned(struct arena *arena, const struct block *blocks, size_t *count, struct link *links, size_t link_count,
                                  const struct grammar *grammar)
{
    size_t kept = 0, at = 0, rows = 0;
    for (size_t i = 0; i < *count; i++)
        rows += blocks[i].kind == BLOCK_ROW && blocks[i].columns;
    if (rows < 2)
        return blocks;
    bool turned = false;
    struct block *made = arena_alloc(arena, (*count + rows * (CELLS_MOST / 2)) * sizeof *made); /* of two rows at least */
    while (at < *count)
        kept += take(arena, blocks, *count, &at, &made[kept], grammar, &turned);
    for (size_t i = kept; turned && i-- > 0;) /* a link that goes on in a second block stays with its first */
        take_links(&made[i], i, links, link_count);
    *count = kept;
    return made;
}
