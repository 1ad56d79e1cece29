#include "content/passages_spans.h"

#include "content/article.h"
#include "content/passages.h"

#include <string.h>

/* The span in which a byte of the passage stands; NULL without a block. */
static const struct span *span_at(const struct passage *passage, size_t offset)
{
    size_t low = 0, high = passage->block ? passage->block->span_count : 0;
    if (high == 0)
        return NULL;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (passage->span_begins[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return &passage->block->spans[low];
}

bool passages_spans_are_struck(const struct passage *passage, size_t offset)
{
    const struct span *span = span_at(passage, offset);
    return span && (span->style & SPAN_STRUCK) != 0;
}

bool passages_spans_link(const struct passage *passage, size_t offset)
{
    const struct span *span = span_at(passage, offset);
    return span && span->link >= 0;
}

bool passages_spans_link_before(const struct passage *passage, size_t offset)
{
    while (offset > 0 && strchr(" (,\n", passage->text[offset - 1]))
        offset--;
    return offset > 0 && passages_spans_link(passage, offset - 1);
}

bool passages_spans_name(const struct passage *passage, size_t offset)
{
    return passage->name_end > 0 && offset >= passage->name_end && strspn(passage->text + passage->name_end, " \n-\xE2\x80\x93\x94") >= offset - passage->name_end;
}
