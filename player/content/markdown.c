#include "content/markdown.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "content/article.h"
#include "content/blocks.h"
#include "content/html.h"
#include "content/kramdown.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <cmark.h>

/* Elements nested deeper than this are written without their tags: their text stays, and html.h's own ceiling is never met. */
enum { MARKDOWN_DEPTH_MOST = 100 };

/* Writes the tree as HTML whose lines are those of the file: where a node comes from a later line than has been written, a comment
 * with line feeds in it fills up. So every byte that html.h reads has its line, without any map. */
struct writer {
    struct buffer out;
    const struct kramdown *source;
    int line; /* of the file, being written */
    int depth;
    int quotes;
    size_t next_mark;
    size_t cursor; /* where line `cursor_line` of the source begins */
    int cursor_line;
    bool in_table;
    bool in_row; /* the paragraph being written is a row */
    bool strong_paragraph;
};

static void *markdown_calloc(size_t count, size_t bytes)
{
    assert(!bytes || count <= SIZE_MAX / bytes);
    return memory_alloc(count * bytes);
}

static void put(struct writer *writer, const char *text)
{
    buffer_add(&writer->out, text);
}

static int file_line(const struct writer *writer, int line)
{
    size_t count = writer->source->line_count;
    if (line < 1 || count == 0)
        return writer->line;
    return writer->source->lines[(size_t)line <= count ? (size_t)line - 1 : count - 1];
}

static void align_line(struct writer *writer, int line)
{
    int wanted = file_line(writer, line);
    if (wanted <= writer->line)
        return;
    put(writer, "<!--");
    for (; writer->line < wanted; writer->line++)
        buffer_add_char(&writer->out, '\n');
    put(writer, "-->");
}

static void align(struct writer *writer, cmark_node *node)
{
    align_line(writer, cmark_node_get_start_line(node));
}

/* Text for HTML; our own marks mean something only where they were put, and go everywhere else. */
static void escape(struct writer *writer, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            put(writer, "&amp;");
            break;
        case '<':
            put(writer, "&lt;");
            break;
        case '>':
            put(writer, "&gt;");
            break;
        case '"':
            put(writer, "&quot;");
            break;
        case KRAMDOWN_CELL:
            put(writer, writer->in_row ? "</td><td>" : "|");
            break;
        default:
            if ((unsigned char)*text >= 0x20 || *text == '\t' || *text == '\n')
                buffer_add_char(&writer->out, *text);
        }
    }
}

/* Raw HTML and code, from cmark's line `line` on: a line feed is written where the file has one, and counted. */
static void put_lines(struct writer *writer, const char *text, int line, bool raw)
{
    char one[2] = "";
    for (; text && *text; text++) {
        if (*text == '\n') {
            int wanted = file_line(writer, ++line);
            bool fed = wanted > writer->line;
            for (; writer->line < wanted; writer->line++)
                buffer_add_char(&writer->out, '\n');
            if (!fed)
                buffer_add_char(&writer->out, ' ');
        } else if (raw) {
            if ((unsigned char)*text >= 0x20 || *text == '\t')
                buffer_add_char(&writer->out, *text);
        } else {
            one[0] = *text;
            escape(writer, one);
        }
    }
}

static int last_line(cmark_node *node)
{
    for (cmark_node *child = cmark_node_last_child(node); child; child = cmark_node_last_child(node)) {
        cmark_node_type type = cmark_node_get_type(child);
        if (type >= CMARK_NODE_FIRST_INLINE)
            break;
        node = child;
    }
    return cmark_node_get_end_line(node);
}

/* A mark behind a block may stand below empty lines of its quotation, which cmark counts in. One in front stands just above. */
static bool mark_fits(const struct kramdown_mark *mark, cmark_node *node)
{
    int start = cmark_node_get_start_line(node);
    if (mark->before)
        return start >= mark->line && start <= mark->line + 2;
    return start <= mark->line && last_line(node) <= mark->line && cmark_node_get_end_line(node) >= mark->line;
}

/* The {: ...} line that belongs to this block, if any. Marks are in line order and so are blocks, outer ones first: whoever fits
 * first takes the mark. */
static const struct kramdown_mark *take_mark(struct writer *writer, cmark_node *node)
{
    const struct kramdown *source = writer->source;
    if (writer->depth > MARKDOWN_DEPTH_MOST)
        return NULL;
    for (; writer->next_mark < source->mark_count; writer->next_mark++) {
        const struct kramdown_mark *mark = &source->marks[writer->next_mark];
        if (mark->depth == writer->quotes && mark_fits(mark, node)) {
            writer->next_mark++;
            return mark;
        }
        if (cmark_node_get_start_line(node) <= mark->line)
            break; /* its block comes later */
    }
    return NULL;
}

static const char *classes_of(struct writer *writer, const struct kramdown_mark *mark)
{
    if (!mark || !mark->classes[0])
        return "";
    return arena_format(writer->out.arena, " class=\"%s\"", mark->classes);
}

static void end_table(struct writer *writer)
{
    if (writer->in_table)
        put(writer, "</table>");
    writer->in_table = false;
}

/* A paragraph that begins with a mark of ours is a row or a term. */
static char sign_of(cmark_node *paragraph)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    const char *text = first && cmark_node_get_type(first) == CMARK_NODE_TEXT ? cmark_node_get_literal(first) : NULL;
    return text ? text[0] : '\0';
}

static bool is_row(char sign)
{
    return sign == KRAMDOWN_ROW || sign == KRAMDOWN_FIRST_ROW || sign == KRAMDOWN_HEAD_ROW;
}

static void start_paragraph(struct writer *writer, cmark_node *node, const char *classes)
{
    char sign = sign_of(node);
    writer->in_row = is_row(sign);
    writer->strong_paragraph = sign == KRAMDOWN_TERM;
    if (!writer->in_row) {
        buffer_format(&writer->out, "<p%s>%s", classes, writer->strong_paragraph ? "<strong>" : "");
        return;
    }
    if (sign != KRAMDOWN_ROW || !writer->in_table) {
        end_table(writer);
        put(writer, "<table>");
        writer->in_table = true;
    }
    put(writer, sign == KRAMDOWN_HEAD_ROW ? "<thead><tr><td>" : "<tr><td>");
}

static void end_paragraph(struct writer *writer, cmark_node *node)
{
    if (writer->in_row)
        put(writer, sign_of(node) == KRAMDOWN_HEAD_ROW ? "</td></tr></thead>" : "</td></tr>");
    else
        put(writer, writer->strong_paragraph ? "</strong></p>" : "</p>");
    writer->in_row = false;
}

static void start_block(struct writer *writer, cmark_node *node)
{
    const struct kramdown_mark *mark = take_mark(writer, node);
    const char *classes = classes_of(writer, mark);
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH || !is_row(sign_of(node)))
        end_table(writer);
    align(writer, node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        writer->quotes++;
        buffer_format(&writer->out, "<blockquote%s>", classes);
        break;
    case CMARK_NODE_LIST:
        if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
            buffer_format(&writer->out, "<ol%s start=\"%d\">", classes, cmark_node_get_list_start(node));
        else
            buffer_format(&writer->out, "<ul%s>", classes);
        break;
    case CMARK_NODE_ITEM:
        buffer_format(&writer->out, "<li%s>", classes);
        break;
    case CMARK_NODE_HEADING:
        buffer_format(&writer->out, "<h%d%s>", cmark_node_get_heading_level(node), classes);
        break;
    case CMARK_NODE_PARAGRAPH:
        start_paragraph(writer, node, classes);
        break;
    default:
        break;
    }
}

static void end_block(struct writer *writer, cmark_node *node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        end_table(writer);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        writer->quotes--;
        put(writer, "</blockquote>");
        break;
    case CMARK_NODE_LIST:
        put(writer, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>" : "</ul>");
        break;
    case CMARK_NODE_ITEM:
        put(writer, "</li>");
        break;
    case CMARK_NODE_HEADING:
        buffer_format(&writer->out, "</h%d>", cmark_node_get_heading_level(node));
        break;
    case CMARK_NODE_PARAGRAPH:
        end_paragraph(writer, node);
        break;
    default:
        break;
    }
}

/* cmark does not tell a fenced block from an indented one; its first line does. A fence has that line for itself. */
static bool is_fenced(struct writer *writer, int line)
{
    const char *text = writer->source->text;
    while (writer->cursor_line < line && text[writer->cursor])
        writer->cursor_line += text[writer->cursor++] == '\n';
    const char *at = text + writer->cursor;
    while (*at && *at != '\n' && strchr("`~", *at) == NULL)
        at++;
    return strncmp(at, "```", 3) == 0 || strncmp(at, "~~~", 3) == 0;
}

static void put_code_block(struct writer *writer, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    line += is_fenced(writer, line);
    align_line(writer, line);
    put(writer, "<pre><code>");
    put_lines(writer, cmark_node_get_literal(node), line, false);
    put(writer, "</code></pre>");
}

static void start_link(struct writer *writer, cmark_node *node)
{
    cmark_node *next = cmark_node_next(node);
    const char *signs = next && cmark_node_get_type(next) == CMARK_NODE_TEXT ? cmark_node_get_literal(next) : "";
    bool button = false, important = false;
    for (; *signs == KRAMDOWN_BUTTON || *signs == KRAMDOWN_IMPORTANT; signs++) {
        button |= *signs == KRAMDOWN_BUTTON;
        important |= *signs == KRAMDOWN_IMPORTANT;
    }
    put(writer, "<a href=\"");
    escape(writer, cmark_node_get_url(node));
    buffer_format(&writer->out, "\" class=\"%s%s\">", button ? "button " : "", important ? "lien-important" : "");
}

/* A picture with the words inside its brackets as its alternative text. */
static void put_image(struct writer *writer, cmark_node *node)
{
    cmark_iter *iter = cmark_iter_new(node);
    align(writer, node);
    put(writer, "<img src=\"");
    escape(writer, cmark_node_get_url(node));
    put(writer, "\" alt=\"");
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *inner = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(inner);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            escape(writer, cmark_node_get_literal(inner));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            put(writer, " ");
    }
    put(writer, "\">");
    cmark_iter_free(iter);
}

static void put_leaf(struct writer *writer, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        align(writer, node);
        escape(writer, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_CODE:
        align(writer, node);
        put(writer, "<code>");
        escape(writer, cmark_node_get_literal(node));
        put(writer, "</code>");
        break;
    case CMARK_NODE_SOFTBREAK:
        put(writer, " ");
        break;
    case CMARK_NODE_LINEBREAK:
        put(writer, "<br>");
        break;
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_HTML_BLOCK:
        align(writer, node);
        put_lines(writer, cmark_node_get_literal(node), cmark_node_get_start_line(node), true);
        break;
    case CMARK_NODE_CODE_BLOCK:
        put_code_block(writer, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        put(writer, "<hr>");
        break;
    default:
        break;
    }
}

static void put_inline(struct writer *writer, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        put(writer, entering ? "<em>" : "</em>");
        break;
    case CMARK_NODE_STRONG:
        put(writer, entering ? "<strong>" : "</strong>");
        break;
    case CMARK_NODE_LINK:
        if (entering)
            start_link(writer, node);
        else
            put(writer, "</a>");
        break;
    default:
        break;
    }
}

static bool is_container(cmark_node_type type)
{
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_PARAGRAPH ||
           type == CMARK_NODE_HEADING;
}

/* Returns false when the walk should leave this node out with all that is in it. */
static bool write_node(struct writer *writer, cmark_node *node, bool entering)
{
    cmark_node_type type = cmark_node_get_type(node);
    bool block = is_container(type), nests = block || type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK;
    if (type == CMARK_NODE_DOCUMENT)
        return true;
    if (type == CMARK_NODE_IMAGE) {
        put_image(writer, node);
        return false;
    }
    if (!nests) {
        if (type < CMARK_NODE_FIRST_INLINE) {
            end_table(writer);
            align(writer, node);
        }
        put_leaf(writer, node);
        return true;
    }
    writer->depth += entering ? 1 : 0;
    if (writer->depth <= MARKDOWN_DEPTH_MOST) {
        if (!block)
            put_inline(writer, node, entering);
        else if (entering)
            start_block(writer, node);
        else
            end_block(writer, node);
    }
    writer->depth -= entering ? 0 : 1;
    return true;
}

/* {:toc} stands for a table of contents: its placeholder is no text. */
static bool is_contents(const struct kramdown *source, cmark_node *node)
{
    cmark_node *parent = cmark_node_parent(node);
    if (!parent || cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT || cmark_node_get_type(node) != CMARK_NODE_LIST)
        return false;
    for (size_t i = 0; i < source->mark_count; i++)
        if (source->marks[i].contents && source->marks[i].line == last_line(node))
            return true;
    return false;
}

static void write_tree(struct writer *writer, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    put(writer, "<html><body><div>");
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        bool entering = event == CMARK_EVENT_ENTER;
        bool left_out = entering && is_contents(writer->source, node);
        if (left_out || !write_node(writer, node, entering))
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
    }
    end_table(writer);
    put(writer, "</div></body></html>");
    cmark_iter_free(iter);
}

static size_t cut_at_line(const char *text, size_t length)
{
    if (length <= ARTICLE_MOST_BYTES)
        return length;
    length = ARTICLE_MOST_BYTES;
    while (length && text[length - 1] != '\n')
        length--;
    return length;
}

void markdown_read(struct blocks *blocks, const char *text, size_t length, const int *lines, int first_line)
{
    cmark_mem memory = {markdown_calloc, memory_resize, memory_free};
    struct kramdown source;
    struct arena *scratch = arena_create();
    kramdown_translate(scratch, text, cut_at_line(text, length), lines, first_line, blocks->file, blocks->diags, &source);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE, &memory);
    cmark_parser_feed(parser, source.text, source.length);
    cmark_node *root = cmark_parser_finish(parser);
    struct writer writer = {.source = &source, .cursor_line = 1, .line = source.line_count ? source.lines[0] : first_line};
    int line = writer.line;
    buffer_init(&writer.out, scratch);
    write_tree(&writer, root);
    cmark_node_free(root);
    cmark_parser_free(parser);
    html_read(blocks, writer.out.data, writer.out.length, line);
    arena_destroy(scratch);
}

const char *markdown_plain(struct arena *arena, const char *text)
{
    struct blocks blocks;
    struct buffer guarded, plain;
    size_t count = 0;
    char guard = KRAMDOWN_INLINE;
    buffer_init(&plain, arena);
    blocks_init(&blocks, arena, "", NULL);
    buffer_init(&guarded, blocks.scratch);
    buffer_add_bytes(&guarded, &guard, 1);
    for (; *text; text++)
        buffer_add_char(&guarded, *text == '\n' ? ' ' : *text);
    markdown_read(&blocks, guarded.data, guarded.length, NULL, 1);
    const struct block *items = blocks_take(&blocks, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&plain, i ? " " : "");
        for (const char *byte = items[i].text; *byte; byte++)
            buffer_add_char(&plain, *byte == '\n' ? ' ' : *byte);
    }
    blocks_finish(&blocks);
    return plain.data;
}
