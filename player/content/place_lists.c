#include "content/place_lists.h"

#include "content/article.h"
#include "content/venue.h"

size_t place_lists_part(const struct lexis *lexis)
{
    for (size_t i = 1; i + 1 < lexis->count; i++)
        if (lexis_is_sign(&lexis->items[i], ':') || (lexis_is_sign(&lexis->items[i], '-') && lexis->items[i].spaced))
            return i + 1;
    return lexis->count;
}

bool place_lists_holds(const struct passages *passages, const struct passage *item)
{
    size_t items = 0, placed = 0;
    if (!item->block || item->block->kind != BLOCK_ITEM || !passages_has_cue(item->above, CUE_EVENT))
        return false;
    for (size_t i = item->above->index + 1; i < passages->count && passages->items[i].above == item->above; i++) {
        const struct passage *other = &passages->items[i];
        if (!other->block || other->block->list != item->block->list || other->block->kind != BLOCK_ITEM)
            continue;
        size_t part = place_lists_part(&other->lexis);
        items++;
        placed += part < other->lexis.count && venue_at(&other->lexis, part).rank > VENUE_NAME;
    }
    return placed >= 2 && placed * 5 >= items * 2;
}
