#include "content/blocks.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "content/polish.h"
#include "content/typed_lists.h"

#include <string.h>

void blocks_init(struct blocks *blocks, struct arena *arena, const char *file, struct diags *diags)
{
    *blocks = (struct blocks){.arena = arena, .scratch = arena_create(), .file = file, .diags = diags};
}

void blocks_finish(struct blocks *blocks)
{
    arena_destroy(blocks->scratch);
    blocks->scratch = NULL;
}

void blocks_open(struct blocks *blocks, const struct block *head)
{
    blocks_close(blocks);
    blocks->open = true;
    blocks->head = *head;
    blocks->cell_count = 0;
    blocks->gap = BLOCK_GAP_NONE;
}

static void blocks_put(struct blocks *blocks, struct block_cell cell)
{
    blocks->cells =
        arena_grow(blocks->scratch, blocks->cells, blocks->cell_count, &blocks->cell_capacity, sizeof *blocks->cells);
    blocks->cells[blocks->cell_count++] = cell;
}

/* The gap takes its style from what both sides share: a line under struck words does not run on into the next ones. */
static void blocks_put_gap(struct blocks *blocks, unsigned style, int link)
{
    static const char *const gaps[] = {"", " ", "\n", " — "};
    const struct block_cell *before = &blocks->cells[blocks->cell_count - 1];
    struct block_cell cell = {.line = before->line, .link = before->link == link ? link : -1};
    cell.style = (unsigned char)(before->style & style);
    for (const char *byte = gaps[blocks->gap]; *byte; byte++) {
        cell.byte = *byte;
        blocks_put(blocks, cell);
    }
}

void blocks_add(struct blocks *blocks, char byte, unsigned style, int link, int line)
{
    if (blocks->gap && blocks->cell_count)
        blocks_put_gap(blocks, style, link);
    blocks->gap = BLOCK_GAP_NONE;
    blocks_put(blocks, (struct block_cell){.line = line, .link = link, .style = (unsigned char)style, .byte = byte});
}

void blocks_gap(struct blocks *blocks, enum block_gap gap)
{
    if (gap > blocks->gap)
        blocks->gap = gap;
}

/* Spans are runs of one style and one link. */
static void blocks_spans(struct blocks *blocks, const struct block_cell *cells, size_t count, struct block *block)
{
    size_t spans = 0;
    for (size_t i = 0; i < count; i++)
        spans += i == 0 || cells[i].style != cells[i - 1].style || cells[i].link != cells[i - 1].link;
    struct span *made = arena_alloc(blocks->arena, spans * sizeof *made);
    size_t start = 0;
    spans = 0;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && cells[i].style == cells[start].style && cells[i].link == cells[start].link)
            continue;
        made[spans++] = (struct span){arena_copy_bytes(blocks->arena, block->text + start, i - start), cells[start].style,
                                      cells[start].link};
        start = i;
    }
    block->spans = made;
    block->span_count = spans;
}

static void blocks_marks(struct blocks *blocks, const struct block_cell *cells, size_t count, struct block *block)
{
    size_t marks = 0;
    for (size_t i = 1; i < count; i++)
        marks += cells[i].line != cells[i - 1].line;
    struct line_mark *made = arena_alloc(blocks->arena, marks * sizeof *made);
    marks = 0;
    for (size_t i = 1; i < count; i++)
        if (cells[i].line != cells[i - 1].line)
            made[marks++] = (struct line_mark){i, cells[i].line};
    block->line = cells[0].line;
    block->marks = made;
    block->mark_count = marks;
}

/* A link is labelled by its first block: one that wraps a heading and a paragraph is named after the heading. */
static void blocks_label_links(struct blocks *blocks, const struct block_cell *cells, size_t count, const struct block *block, int index)
{
    size_t start = 0;
    while (start < count) {
        int wanted = cells[start].link;
        size_t end = start + 1;
        while (end < count && cells[end].link == wanted)
            end++;
        struct link *link = wanted >= 0 ? &blocks->links[wanted] : NULL;
        if (link && link->block < 0) {
            char *label = arena_copy_bytes(blocks->arena, block->text + start, end - start);
            for (char *byte = label; *byte; byte++)
                if (*byte == '\n')
                    *byte = ' ';
            link->label = label;
            link->line = cells[start].line;
            link->block = index;
        }
        start = end;
    }
}

/* Adds cells `begin` to before `end` to the list as a block like `head`, blanks at both ends left out. */
static void blocks_emit(struct blocks *blocks, size_t begin, size_t end, struct block head)
{
    while (end > begin && strchr(" \n", blocks->cells[end - 1].byte))
        end--;
    while (begin < end && strchr(" \n", blocks->cells[begin].byte))
        begin++;
    if (begin == end)
        return;
    const struct block_cell *cells = blocks->cells + begin;
    size_t count = end - begin;
    char *text = arena_alloc(blocks->arena, count + 1);
    for (size_t i = 0; i < count; i++)
        text[i] = cells[i].byte;
    head.text = text;
    head.field = blocks->field;
    blocks_spans(blocks, cells, count, &head);
    blocks_marks(blocks, cells, count, &head);
    blocks_label_links(blocks, cells, count, &head, (int)blocks->count);
    blocks->items = arena_grow(blocks->arena, blocks->items, blocks->count, &blocks->capacity, sizeof *blocks->items);
    blocks->items[blocks->count++] = head;
}

/* Lists that were typed as lines of the paragraph become lists; returns where what is left begins. */
static size_t blocks_emit_lists(struct blocks *blocks)
{
    struct block item = blocks->head;
    size_t count = 0, from = 0;
    const struct typed_list *lists = typed_lists_find(blocks->scratch, blocks->cells, blocks->cell_count, &count);
    item.kind = BLOCK_ITEM;
    item.level = 1;
    for (size_t k = 0; k < count; k++) {
        blocks_emit(blocks, from, lists[k].first, blocks->head);
        item.list = ++blocks->lists;
        for (size_t i = 0; i < lists[k].count; i++)
            blocks_emit(blocks, lists[k].begins[i], lists[k].ends[i], item);
        from = lists[k].end;
    }
    return from;
}

bool blocks_close(struct blocks *blocks)
{
    if (!blocks->open)
        return false;
    blocks->open = false;
    blocks->gap = BLOCK_GAP_NONE;
    polish_block(blocks);
    size_t before = blocks->count, from = blocks->head.kind == BLOCK_PARAGRAPH ? blocks_emit_lists(blocks) : 0;
    blocks_emit(blocks, from, blocks->cell_count, blocks->head);
    return blocks->count > before;
}

void blocks_drop_last(struct blocks *blocks, size_t count)
{
    blocks->count -= count < blocks->count ? count : blocks->count;
    while (blocks->link_count) {
        const struct link *last = &blocks->links[blocks->link_count - 1];
        if (last->in_front != blocks->in_front || last->block < (int)blocks->count)
            break;
        blocks->link_count--;
    }
}

/* As in a browser: blanks at both ends go, line breaks and tabs inside go, spaces inside become %20. */
static const char *blocks_url(struct blocks *blocks, const char *url)
{
    struct buffer clean;
    size_t length = strlen(url);
    while (length && (unsigned char)url[length - 1] <= ' ')
        length--;
    size_t start = 0;
    while (start < length && (unsigned char)url[start] <= ' ')
        start++;
    buffer_init(&clean, blocks->arena);
    for (size_t i = start; i < length; i++) {
        if (url[i] == ' ')
            buffer_add(&clean, "%20");
        else if ((unsigned char)url[i] > ' ')
            buffer_add_char(&clean, url[i]);
    }
    return clean.data;
}

int blocks_link(struct blocks *blocks, const char *url, unsigned flags, int line)
{
    struct link link = {
        .url = blocks_url(blocks, url), .label = "", .flags = flags, .block = -1, .in_front = blocks->in_front, .line = line};
    if (!link.url[0])
        return -1;
    blocks->links =
        arena_grow(blocks->arena, blocks->links, blocks->link_count, &blocks->link_capacity, sizeof *blocks->links);
    blocks->links[blocks->link_count] = link;
    return (int)blocks->link_count++;
}

void blocks_image(struct blocks *blocks, const char *path, const char *alt, int line)
{
    if (!path || !path[0] || blocks->image_count == BLOCKS_IMAGES_MOST)
        return;
    for (size_t i = 0; i < blocks->image_count; i++)
        if (strcmp(blocks->images[i].path, path) == 0)
            return;
    blocks->images =
        arena_grow(blocks->arena, blocks->images, blocks->image_count, &blocks->image_capacity, sizeof *blocks->images);
    blocks->images[blocks->image_count++] = (struct article_image){
        arena_copy(blocks->arena, path), arena_copy(blocks->arena, alt ? alt : ""), NULL, line};
}

struct block *blocks_take(struct blocks *blocks, size_t *count)
{
    struct block *items = blocks->items;
    *count = blocks->count;
    /* A link in a block that was dropped later stays, at the nearest block that is left. */
    for (size_t i = 0; i < blocks->link_count; i++)
        if (blocks->links[i].in_front == blocks->in_front && blocks->links[i].block >= (int)blocks->count)
            blocks->links[i].block = (int)blocks->count - 1;
    blocks->items = NULL;
    blocks->count = 0;
    blocks->capacity = 0;
    return items;
}
