#include "content/readings_siblings.h"

#include "content/article.h"
#include "content/likeness.h"
#include "content/readings.h"
#include "content/verdict.h"

#include <stdbool.h>

/* How likely such a day must be in LIKENESS_ONE, and how far off its siblings are looked for. */
enum { SIBLING_LEAST = 0, REACH = 40, PARAGRAPHS_MOST = 3 };

/* Each stands in a line of its own. */
static bool are_lines_apart(const struct reading *one, const struct reading *other)
{
    const struct lexeme *items = one->passage->lexis.items;
    size_t first = one->mention < other->mention ? one->mention : other->mention, last = first == one->mention ? other->mention : one->mention;
    for (size_t i = first; i < last; i++)
        if (lexis_is_sign(&items[i], LEXEME_LINE))
            return true;
    return false;
}

/* Lines of one list or table, or of one paragraph, or paragraphs a few lines apart that all begin with a name of their own. */
static bool are_siblings(const struct reading *reading, const struct reading *sibling)
{
    const struct passage *one = reading->passage, *other = sibling->passage;
    if (one->role != PASSAGE_BODY || other->role != PASSAGE_BODY || !one->block || !other->block || one->above != other->above)
        return false;
    if (one == other)
        return are_lines_apart(reading, sibling);
    if (passages_list(one) || passages_list(other))
        return passages_list(one) == passages_list(other) && one->block->kind == other->block->kind;
    size_t apart = one->index > other->index ? one->index - other->index : other->index - one->index;
    return one->name_end && other->name_end && apart <= PARAGRAPHS_MOST;
}

/* No word tells what the day is. */
static bool is_unclear(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    static const enum cue_kind kinds[] = {CUE_OFF, CUE_CLOSED, CUE_LIMIT, CUE_ENDS, CUE_LAW, CUE_PAST};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (passages_has_cue(passage, kinds[i]))
            return false;
    bool told = reading->over || reading->off || passage->past || passage->off || passage->others || passage->elsewhere || passage->schedule;
    return reading->kind == READING_NONE && reading->why == WHY_UNCLEAR && !told && reading->likely >= SIBLING_LEAST;
}

static bool has_event_beside(const struct readings *readings, size_t index)
{
    const struct reading *reading = &readings->items[index];
    bool found = false;
    for (size_t i = index > REACH ? index - REACH : 0; i < readings->count && i <= index + REACH; i++) {
        const struct reading *other = &readings->items[i];
        if (other == reading || !are_siblings(reading, other))
            continue;
        if (other->kind == READING_DEADLINE)
            return false;
        found = found || (other->kind == READING_EVENT && !other->off && other->span.range == reading->span.range);
    }
    return found;
}

void readings_siblings_settle(struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (!is_unclear(reading) || !has_event_beside(readings, i))
            continue;
        reading->kind = READING_EVENT;
        reading->alike = reading->strong = reading->announced = true;
    }
}
