/* Blocks as text, for tests: one line a block, so that a wanted result can be read and written by hand.
 *   h2 @16 Titre                       a heading of level 2 from line 16
 *   li1.3 list2 box1 @9 ...            the item with number 3, in the outer list, of list 2, in box 1
 *   p ! @4 un [b|gras] [=x.html|lien]«5» deux   important; spans with style or link; from here on line 5
 * Line breaks inside a block are "/". */
#ifndef PARVIS_TESTS_CONTENT_BLOCKS_TEXT_H
#define PARVIS_TESTS_CONTENT_BLOCKS_TEXT_H

#include "base/buffer.h"
#include "content/article.h"

static void blocks_text_span(struct buffer *out, const struct span *span, const struct link *links)
{
    bool marked = span->style || span->link >= 0;
    if (marked) {
        buffer_add(out, "[");
        buffer_add(out, span->style & SPAN_STRONG ? "b" : "");
        buffer_add(out, span->style & SPAN_EMPHASIS ? "i" : "");
        buffer_add(out, span->style & SPAN_STRUCK ? "s" : "");
        buffer_add(out, span->style & SPAN_SUPERSCRIPT ? "^" : "");
        buffer_add(out, span->style & SPAN_CODE ? "`" : "");
        if (span->link >= 0)
            buffer_format(out, "=%s", links[span->link].url);
        buffer_add(out, "|");
    }
}

static void blocks_text_block(struct buffer *out, const struct block *block, const struct link *links)
{
    static const char *const kinds[] = {"h", "p", "li", "row", "quote"};
    size_t offset = 0, mark = 0;
    buffer_add(out, kinds[block->kind]);
    if (block->level)
        buffer_format(out, "%d", block->level);
    if (block->number)
        buffer_format(out, ".%d", block->number);
    if (block->list)
        buffer_format(out, " list%d", block->list);
    if (block->box)
        buffer_format(out, " box%d", block->box);
    buffer_add(out, block->important ? " !" : "");
    buffer_format(out, " @%d ", block->line);
    for (size_t i = 0; i < block->span_count; i++) {
        const struct span *span = &block->spans[i];
        blocks_text_span(out, span, links);
        for (const char *byte = span->text; *byte; byte++, offset++) {
            if (mark < block->mark_count && block->marks[mark].offset == offset)
                buffer_format(out, "«%d»", block->marks[mark++].line);
            buffer_add_char(out, *byte == '\n' ? '/' : *byte);
        }
        buffer_add(out, span->style || span->link >= 0 ? "]" : "");
    }
    buffer_add(out, "\n");
}

/* All blocks, one line each, in `arena`. */
static const char *blocks_text(struct arena *arena, const struct block *blocks, size_t count, const struct link *links)
{
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < count; i++)
        blocks_text_block(&out, &blocks[i], links);
    return out.data;
}

#endif
