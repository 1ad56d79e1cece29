#include "content/html_walk.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/blocks.h"
#include "content/html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct html_frame *html_top(struct html_walk *html)
{
    return &html->frames[html->depth - 1];
}

static const char *html_attribute(const unsigned char **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcasecmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] ? (const char *)attributes[i + 1] : "";
    return NULL;
}

/* What a sighted reader does not see. */
static bool html_is_hidden(const unsigned char **attributes, unsigned classes)
{
    const char *style = html_attribute(attributes, "style");
    if ((classes & HTML_CLASS_HIDDEN) || html_attribute(attributes, "hidden"))
        return true;
    return style && (strstr(style, "display:none") || strstr(style, "display: none"));
}

static void html_close_block(struct html_walk *html)
{
    blocks_close(html->blocks);
    html->open_item = -1;
}

/* The edge of a paragraph or a division. Inside an item or a row it is only a new line. */
static void html_edge(struct html_walk *html)
{
    const struct html_frame *frame = html_top(html);
    if (frame->row >= 0 || (html->open_item >= 0 && html->open_item == frame->item))
        blocks_gap(html->blocks, BLOCK_GAP_LINE);
    else
        html_close_block(html);
}

/* An edge that ends an item's block too (a heading, a list, a table), but not a row's. */
static void html_hard_edge(struct html_walk *html)
{
    if (html_top(html)->row >= 0)
        blocks_gap(html->blocks, BLOCK_GAP_LINE);
    else
        html_close_block(html);
}

/* Two breaks in a row are how an editor without paragraphs makes one. */
static void html_break(struct html_walk *html)
{
    const struct blocks *blocks = html->blocks;
    bool prose = blocks->head.kind == BLOCK_PARAGRAPH || blocks->head.kind == BLOCK_QUOTE;
    if (blocks->open && prose && blocks->gap == BLOCK_GAP_LINE)
        html_close_block(html);
    else
        blocks_gap(html->blocks, BLOCK_GAP_LINE);
}

/* Begins the block that the next text belongs to. */
static void html_open_block(struct html_walk *html)
{
    struct html_frame *frame = html_top(html);
    struct block head = {.kind = BLOCK_PARAGRAPH, .box = frame->box, .important = frame->important};
    html->open_item = -1;
    if (frame->row >= 0) {
        head.kind = BLOCK_ROW;
        head.list = html->frames[frame->row].list;
    } else if (frame->heading) {
        head.kind = BLOCK_HEADING;
        head.level = frame->heading;
    } else if (frame->item >= 0 && !html->frames[frame->item].item_read) {
        html->frames[frame->item].item_read = true;
        html->open_item = frame->item;
        head.kind = BLOCK_ITEM;
        head.level = frame->level;
        head.list = frame->list;
        head.number = html->frames[frame->item].number;
    } else if (frame->quote) {
        head.kind = BLOCK_QUOTE;
    }
    blocks_open(html->blocks, &head);
}

void html_walk_text(struct html_walk *html, const unsigned char *text, int length)
{
    const struct html_frame *frame = html_top(html);
    int line = html->line;
    if (frame->dropped || html->stopped)
        return;
    for (int i = 0; i < length; i++)
        line -= text[i] == '\n';
    for (int i = 0; i < length; i++) {
        unsigned char byte = text[i];
        if (byte == '\n')
            line++;
        if (byte == '\n' && frame->pre) {
            blocks_gap(html->blocks, BLOCK_GAP_LINE);
        } else if (strchr(" \t\n\r\f", byte) && !(frame->pre && byte == ' ' && html->blocks->gap == BLOCK_GAP_NONE)) {
            blocks_gap(html->blocks, BLOCK_GAP_SPACE);
        } else {
            if (!html->blocks->open)
                html_open_block(html);
            blocks_add(html->blocks, (char)byte, frame->style, frame->link, line);
            html->link_read = true;
        }
    }
}

/* Anchors and scripts lead nowhere from a wall. */
static bool html_leads_somewhere(const char *url)
{
    while (*url == ' ')
        url++;
    return *url && *url != '#' && strncasecmp(url, "javascript:", 11) != 0 && strncasecmp(url, "data:", 5) != 0;
}

static void html_start_link(struct html_walk *html, struct html_frame *frame, const char *url)
{
    if (!url || !html_leads_somewhere(url))
        return;
    unsigned flags = (frame->button ? LINK_BUTTON : 0u) | (frame->important ? LINK_IMPORTANT : 0u);
    frame->link = blocks_link(html->blocks, url, flags, html->line);
    frame->link_owner = frame->link >= 0;
    frame->outer_read = html->link_read;
    html->link_read = false;
    html->link_alt = NULL;
}

/* A link around a picture alone keeps the picture's words; a link around nothing is none. */
static void html_end_link(struct html_walk *html, const struct html_frame *frame)
{
    struct blocks *blocks = html->blocks;
    bool read = html->link_read;
    if (!frame->link_owner)
        return;
    html->link_read = frame->outer_read;
    if (read)
        return;
    if (html->link_alt && html->link_alt[0]) {
        blocks->links[frame->link].label = html->link_alt;
        if (blocks->count || blocks->open)
            blocks->links[frame->link].block = (int)blocks->count - (blocks->open ? 0 : 1);
    } else if ((size_t)frame->link + 1 == blocks->link_count) {
        blocks->link_count--;
    }
}

static void html_image(struct html_walk *html, const unsigned char **attributes)
{
    const char *path = html_attribute(attributes, "src"), *alt = html_attribute(attributes, "alt");
    if (!path)
        path = html_attribute(attributes, "data-src");
    blocks_image(html->blocks, path, alt, html->line);
    if (alt && !html->link_alt)
        html->link_alt = arena_copy(html->blocks->arena, alt);
}

static void html_start_list(struct html_walk *html, struct html_frame *frame, const unsigned char **attributes)
{
    const char *start = html_attribute(attributes, "start");
    long number = start ? strtol(start, NULL, 10) : 1;
    html_hard_edge(html);
    frame->list = frame->list ? frame->list : ++html->blocks->lists;
    frame->level++;
    frame->ordered = frame->tag->value == 1;
    frame->next_number = number > 0 && number < 100000 ? (int)number : 1;
    frame->item = -1;
}

/* Items count up in their list; its frame is the nearest one below with that role. */
static void html_start_item(struct html_walk *html, struct html_frame *frame, const unsigned char **attributes)
{
    const char *value = html_attribute(attributes, "value");
    long number = value ? strtol(value, NULL, 10) : 0;
    html_hard_edge(html);
    if (frame->level == 0) { /* an item without a list */
        frame->list = ++html->blocks->lists;
        frame->level = 1;
    }
    frame->number = 0;
    for (int i = html->depth - 1; i >= 0 && frame->ordered; i--) {
        if (html->frames[i].tag->role != HTML_LIST)
            continue;
        frame->number = number > 0 && number < 100000 ? (int)number : html->frames[i].next_number;
        html->frames[i].next_number = frame->number + 1;
        break;
    }
    frame->item = html->depth; /* its own index, once pushed */
    frame->item_read = false;
}

static void html_start_table_part(struct html_walk *html, struct html_frame *frame)
{
    switch (frame->tag->role) {
    case HTML_TABLE:
        html_hard_edge(html);
        frame->list = ++html->blocks->lists;
        frame->table = html->depth;
        frame->table_has_rows = false;
        frame->head_rows = 0;
        frame->columns = NULL;
        frame->row = -1;
        frame->item = -1;
        break;
    case HTML_ROW:
        html_close_block(html);
        frame->row = html->depth;
        frame->cells = frame->head_cells = 0;
        break;
    case HTML_CELL:
        if (frame->row >= 0) {
            struct html_frame *row = &html->frames[frame->row];
            row->cells++;
            row->head_cells += frame->tag->value == 1;
            blocks_gap(html->blocks, BLOCK_GAP_CELL);
        }
        break;
    default:
        frame->in_head = true;
        break;
    }
}

/* A row of data: the header rows before it have said what they had to say. */
static void html_drop_head(struct html_walk *html, struct html_frame *table)
{
    struct blocks *blocks = html->blocks;
    if (table->head_rows && blocks->open && blocks->cell_count) {
        table->columns = blocks->items[blocks->count - 1].text;
        blocks_drop_last(blocks, table->head_rows);
        table->head_rows = 0;
    }
    blocks->head.columns = table->columns;
}

/* "Date — jeudi 19 mars 2026" in the place of a header: the table tells one thing a row. "Indicateur — 2024" is a header. */
static bool is_name_and_value(const char *text)
{
    static const char joint[] = " \xE2\x80\x94 ", digits[] = "0123456789";
    const char *value = strstr(text, joint), *digit = strpbrk(text, digits);
    if (!value || !digit || digit < value)
        return false;
    return strpbrk(value + sizeof joint - 1, " /") != NULL;
}

/* Header rows are kept only while they are all there is. */
static void html_end_row(struct html_walk *html, const struct html_frame *frame)
{
    struct html_frame *table = frame->table >= 0 ? &html->frames[frame->table] : NULL;
    bool head = frame->in_head || (frame->cells && frame->cells == frame->head_cells);
    if (table && !head)
        html_drop_head(html, table);
    bool kept = blocks_close(html->blocks);
    if (!table || !kept)
        return;
    head = head && !(frame->cells == 2 && table->head_rows == 0 && is_name_and_value(html->blocks->items[html->blocks->count - 1].text));
    if (head && table->table_has_rows)
        blocks_drop_last(html->blocks, 1);
    else if (head)
        table->head_rows++;
    else
        table->table_has_rows = true;
}

/* A box marked from inside a quotation: it is the quotation that is meant, from its first block to its last. */
static void html_unquote(struct html_walk *html, int box)
{
    struct blocks *blocks = html->blocks;
    for (size_t i = blocks->count; i > 0 && blocks->items[i - 1].box == box; i--)
        if (blocks->items[i - 1].kind == BLOCK_QUOTE)
            blocks->items[i - 1].kind = BLOCK_PARAGRAPH;
    for (int i = html->depth - 1; i >= 0 && html->frames[i].box == box; i--)
        html->frames[i].quote = false;
}

static void html_apply_classes(struct html_walk *html, struct html_frame *frame, unsigned classes)
{
    bool leaf = frame->tag->role == HTML_INLINE || frame->tag->role == HTML_STYLE || frame->tag->role == HTML_LINK;
    if ((classes & HTML_CLASS_BOX) && !leaf) {
        if (frame->quote) {
            html_unquote(html, frame->box);
        } else {
            html_hard_edge(html);
            frame->box = ++html->blocks->boxes;
        }
        frame->quote = false;
    }
    if (classes & HTML_CLASS_IMPORTANT) {
        frame->important = true;
        frame->quote = false;
    }
    if (classes & HTML_CLASS_BUTTON)
        frame->button = true;
}

/* Elements that change how their text is read. True when the element was one of them. */
static bool html_start_style(struct html_walk *html, struct html_frame *frame)
{
    switch (frame->tag->role) {
    case HTML_STYLE:
        frame->style |= frame->tag->value;
        return true;
    case HTML_STYLED_BLOCK:
        html_edge(html);
        frame->style |= frame->tag->value;
        return true;
    case HTML_PRE:
        html_hard_edge(html);
        frame->pre = true;
        return true;
    case HTML_HEADING:
        html_hard_edge(html);
        frame->heading = (int)frame->tag->value;
        return true;
    case HTML_QUOTE:
        html_hard_edge(html);
        frame->quote = true;
        frame->item = -1;
        frame->box = ++html->blocks->boxes;
        return true;
    default:
        return false;
    }
}

static void html_start_part(struct html_walk *html, struct html_frame *frame, const unsigned char **attributes)
{
    if (html_start_style(html, frame))
        return;
    switch (frame->tag->role) {
    case HTML_BLOCK:
        html_edge(html);
        break;
    case HTML_LIST:
        html_start_list(html, frame, attributes);
        break;
    case HTML_ITEM:
        html_start_item(html, frame, attributes);
        break;
    case HTML_TABLE:
    case HTML_TABLE_HEAD:
    case HTML_ROW:
    case HTML_CELL:
        html_start_table_part(html, frame);
        break;
    case HTML_BREAK:
        html_break(html);
        break;
    case HTML_RULE:
        html_hard_edge(html);
        break;
    case HTML_IMAGE:
        html_image(html, attributes);
        break;
    default:
        break;
    }
}

static void html_too_deep(struct html_walk *html)
{
    diag_add(html->blocks->diags, DIAG_WARNING, (struct place){html->blocks->file, html->line, 0}, "html-too-deep",
             "plus de %d éléments imbriqués : la suite du texte n’est pas lue ; fermez les balises ouvertes plus haut",
             "more than %d nested elements: the text that follows is not read; close the tags that are open above",
             HTML_DEPTH_MOST);
    html->stopped = true;
}

void html_walk_start(struct html_walk *html, const char *name, const unsigned char **attributes)
{
    if (html->stopped)
        return;
    if (html->depth == HTML_DEPTH_MOST) {
        html_too_deep(html);
        return;
    }
    struct html_frame frame = *html_top(html);
    frame.tag = html_tags_find(name);
    frame.link_owner = false;
    unsigned classes = html_tags_classes(html_attribute(attributes, "class"));
    if (frame.tag->role == HTML_DROPPED || html_is_hidden(attributes, classes))
        frame.dropped = true;
    if (!frame.dropped) {
        html_start_part(html, &frame, attributes);
        html_apply_classes(html, &frame, classes);
        if (frame.tag->role == HTML_LINK)
            html_start_link(html, &frame, html_attribute(attributes, "href"));
    }
    html->frames[html->depth++] = frame;
}

void html_walk_end(struct html_walk *html)
{
    if (html->stopped || html->depth <= 1)
        return;
    const struct html_frame frame = *html_top(html);
    if (!frame.dropped) {
        switch (frame.tag->role) {
        case HTML_BLOCK:
        case HTML_STYLED_BLOCK:
            html_edge(html);
            break;
        case HTML_HEADING:
        case HTML_LIST:
        case HTML_ITEM:
        case HTML_QUOTE:
        case HTML_PRE:
        case HTML_TABLE:
            html_hard_edge(html);
            break;
        case HTML_ROW:
            html_end_row(html, &frame);
            break;
        case HTML_LINK:
            html_end_link(html, &frame);
            break;
        default:
            break;
        }
    }
    html->depth--;
}

void html_walk_init(struct html_walk *html, struct blocks *blocks)
{
    static const struct html_tag root = {"", HTML_INLINE, 0};
    *html = (struct html_walk){.blocks = blocks, .depth = 1, .open_item = -1};
    html->frames = arena_alloc(blocks->scratch, HTML_DEPTH_MOST * sizeof *html->frames);
    html->frames[0] = (struct html_frame){.tag = &root, .link = -1, .item = -1, .row = -1, .table = -1};
}

void html_walk_finish(struct html_walk *html)
{
    html_close_block(html);
}
