#include "content/place_lists.h"

#include "content/article.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

enum { SIBLINGS = 6, NAME_MOST = 10 };

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

/* The first or the last comma of an item, in its first line; its lexemes when there is none. */
static size_t comma_of(const struct lexis *lexis, bool last)
{
    size_t found = lexis->count;
    for (size_t i = 0; i < lexis->count && !lexis_is_sign(&lexis->items[i], LEXEME_LINE) && (last || found == lexis->count); i++)
        found = lexis_is_sign(&lexis->items[i], ',') ? i : found;
    return found;
}

static bool is_item(const struct passage *item)
{
    return item->block && item->block->kind == BLOCK_ITEM;
}

/* Half of the items around this one, and at least one, have a house or an address behind that comma. */
static bool list_has_houses(const struct passages *passages, const struct passage *item, bool last)
{
    size_t items = 0, houses = 0, first = item->index > SIBLINGS ? item->index - SIBLINGS : 0;
    for (size_t i = first; i < passages->count && i <= item->index + SIBLINGS; i++) {
        const struct passage *other = &passages->items[i];
        if (other == item || !is_item(other) || other->block->list != item->block->list)
            continue;
        size_t comma = comma_of(&other->lexis, last);
        items++;
        houses += comma + 1 < other->lexis.count && venue_at(&other->lexis, comma + 1).rank >= VENUE_ADDRESS;
    }
    return houses > 0 && houses * 2 >= items;
}

/* Lexemes that are a name: it begins with a capital, names no event, and goes on without a verb's words or a sign but those of a name. */
static bool is_name(const struct passage *item, size_t first, size_t end)
{
    const struct lexis *lexis = &item->lexis;
    if (first >= end || end - first > NAME_MOST || !venue_is_capital(lexis, &lexis->items[first]) || venue_spells(lexis, first, venue_words_noise))
        return false;
    for (size_t i = 0; i < item->cue_count; i++)
        if (item->cues[i].first >= first && item->cues[i].first < end)
            return false;
    for (size_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool sign = lexeme->kind == LEXEME_SIGN && (!lexeme->sign || !strchr("-'&()", lexeme->sign));
        if (sign || lexis_is_word_of(lexeme, venue_words_stops) || lexis_is_word_of(lexeme, venue_words_not_names))
            return false;
    }
    return true;
}

/* A bracket that holds a room or an address. */
static bool has_room(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++)
        if (lexis_is_sign(&lexis->items[i], '(') && (venue_is_address(lexis, i + 1) || lexis_is_word_of(&lexis->items[i + 1], venue_words_rooms)))
            return true;
    return false;
}

size_t place_lists_head(const struct passages *passages, const struct passage *item, size_t date)
{
    const struct lexis *lexis = &item->lexis;
    size_t comma = comma_of(lexis, false), end = date;
    while (end > 0 && lexis->items[end - 1].kind == LEXEME_SIGN && lexis->items[end - 1].sign != ')')
        end--;
    bool parted = is_item(item) && end < date && comma + 1 < end && is_name(item, 0, comma) && is_name(item, comma + 1, end);
    return parted && (has_room(lexis, comma, end) || list_has_houses(passages, item, false)) ? end : 0;
}

size_t place_lists_tail(const struct passages *passages, const struct passage *item, size_t behind)
{
    const struct lexis *lexis = &item->lexis;
    size_t end = behind + 1;
    if (!is_item(item) || behind >= lexis->count || !lexis_is_sign(&lexis->items[behind], ','))
        return 0;
    while (end < lexis->count && lexis->items[end].sentence == lexis->items[behind].sentence && !lexis_is_sign(&lexis->items[end], LEXEME_LINE))
        end++;
    while (end > behind && lexis->items[end - 1].kind == LEXEME_SIGN && lexis->items[end - 1].sign != ')')
        end--;
    bool linked = false; /* "Repaire de Die", but not "Marie Durand" */
    for (size_t i = behind + 2; i < end; i++)
        linked = linked || lexis_is_word_of(&lexis->items[i], venue_words_links);
    return linked && is_name(item, behind + 1, end) && list_has_houses(passages, item, true) ? behind + 1 : 0;
}
