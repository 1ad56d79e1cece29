#include "content/readings_series.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/passages_row.h"
#include "content/readings.h"
#include "content/verdict.h"

enum { RUN_MOST = 40, HOURS_MOST = 200 };

/* Lines of one list, or paragraphs that open with a day, one below the other. */
static bool are_neighbours(const struct passage *one, const struct passage *next, const struct grammar *grammar)
{
    if (!one->block || !next->block || one->role != PASSAGE_BODY || next->role != PASSAGE_BODY)
        return false;
    if (one->block->kind == BLOCK_ITEM || next->block->kind == BLOCK_ITEM)
        return one->block->kind == next->block->kind && one->block->list == next->block->list;
    return passages_row_opens_with_day(one, grammar) && passages_row_opens_with_day(next, grammar);
}

/* The first line of the run in which a passage stands. */
static const struct passage *first_of_run(const struct passage *passage, const struct grammar *grammar)
{
    const struct passage *first = passage;
    while (first->index > 0 && passage->index - first->index < RUN_MOST && are_neighbours(first - 1, first, grammar))
        first--;
    return first;
}

/* The day opens its line, and no word of the line says that it is a last day, or called off. */
static bool opens_line(const struct reading *reading)
{
    static const enum cue_kind kinds[] = {CUE_OFF, CUE_CLOSED, CUE_LIMIT, CUE_ENDS, CUE_CALL, CUE_LAW, CUE_PAST, CUE_UNTIL, CUE_BEFORE, CUE_HOURS};
    const struct passage *passage = reading->passage;
    bool plain = !passage->past && !passage->calls && !passage->schedule && !passage->others && !passage->elsewhere && !passage->off && !passage->page_past;
    if (passage->role != PASSAGE_BODY || !plain || lexis_at(&passage->lexis, reading->date_begin) > 1)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (passages_has_cue(passage, kinds[i]))
            return false;
    return true;
}

/* What is told of all that stands below: "toujours de 11h à midi", "trois ateliers, de 14h à 16h :". */
static bool tells_of_all(const struct passage *passage, const struct grammar *grammar)
{
    for (size_t i = 0; i < passage->lexis.count; i++)
        if (passage->lexis.items[i].kind == LEXEME_WORD && (grammar_lists(grammar->always, passage->lexis.items[i].word) || grammar_lists(grammar->all, passage->lexis.items[i].word)))
            return true;
    return passages_has_cue(passage, CUE_EVENT) || passages_has_cue(passage, CUE_MEET);
}

static bool names_day(const struct readings *readings, const struct passage *passage)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].passage == passage)
            return true;
    return false;
}

/* Right above the run, or what announces it, in the same section. */
static bool stands_above(const struct passage *passage, const struct passage *first)
{
    return passage->role == PASSAGE_BODY && passage->above == first->above && (passage == first->intro || passage->index + 1 == first->index);
}

/* The only hours of a paragraph right above the run, which names no day; NULL: none. */
static const struct hours *hours_above(const struct readings *readings, const struct passage *first, const struct grammar *grammar)
{
    const struct hours *found = NULL;
    for (size_t i = 0; i < readings->hours_count && i < HOURS_MOST; i++) {
        const struct hours *hours = &readings->hours[i];
        const struct passage *passage = hours->passage;
        if (!stands_above(passage, first) || hours->start_minutes < 0 || hours->closes)
            continue;
        if (found && (found->start_minutes != hours->start_minutes || found->end_minutes != hours->end_minutes))
            return NULL;
        found = hours;
    }
    bool told = found && !passages_tells_others(found->passage) && tells_of_all(found->passage, grammar);
    return told && !names_day(readings, found->passage) ? found : NULL;
}

/* Two days of the run or more open their lines, and none is a last day. Where a word of its line tells of something else, one of them must be an event. */
static bool is_series(const struct readings *readings, size_t index, const struct passage *first, const struct grammar *grammar)
{
    size_t days = 0, events = 0, from = index > RUN_MOST ? index - RUN_MOST : 0;
    for (size_t i = from; i < readings->count && i <= index + RUN_MOST; i++) {
        const struct reading *other = &readings->items[i];
        if (first_of_run(other->passage, grammar) != first)
            continue;
        if (other->kind == READING_DEADLINE)
            return false;
        days += opens_line(other) && !other->off;
        events += other->kind == READING_EVENT;
    }
    return days > 1 && (events > 0 || readings->items[index].why == WHY_UNCLEAR);
}

void readings_series_settle(struct readings *readings, const struct grammar *grammar)
{
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        bool silent = reading->kind == READING_NONE && (reading->why == WHY_UNCLEAR || reading->why == WHY_WORDS) && !reading->span.range && opens_line(reading);
        const struct passage *first = silent ? first_of_run(reading->passage, grammar) : NULL;
        const struct hours *hours = silent ? hours_above(readings, first, grammar) : NULL;
        if (!hours || !is_series(readings, i, first, grammar))
            continue;
        if (hours->weekday >= 0 && reading->span.first.weekday < 0) /* "toujours le jeudi": years.h will see whether it is one */
            reading->span.first.weekday = reading->span.last.weekday = hours->weekday;
        reading->kind = READING_EVENT;
        reading->alike = reading->strong = reading->announced = true;
        if (reading->start_minutes >= 0)
            continue;
        reading->start_minutes = hours->start_minutes;
        reading->end_minutes = hours->end_minutes;
        reading->time_line = hours->row;
    }
}
