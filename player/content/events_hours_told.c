#include "content/events_hours_told.h"

#include "content/article.h"
#include "content/events_hours.h"
#include "content/events_hours_days.h"
#include "content/grammar.h"
#include "content/passages.h"

#include <string.h>

enum { BELOW_REACH = 6, STEM = 5, WORDS_MOST = 80 };

/* The word stands among the words of a text, or one that begins like it. */
static bool names(const struct lexis *lexis, const char *word)
{
    for (size_t i = 0; i < lexis->count && i < WORDS_MOST; i++)
        if (lexis->items[i].kind == LEXEME_WORD && strncmp(lexis->items[i].word, word, STEM) == 0)
            return true;
    return false;
}

/* What begins then is what the event is called in its paragraph or the title, or may be any. */
static bool is_named_so(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *event, const struct hours *hours)
{
    if (!hours->told_of[0] || grammar_lists(occurrences->grammar->rounds, hours->told_of))
        return true;
    return (event->reading && names(&event->reading->passage->lexis, hours->told_of)) || names(&readings->title->lexis, hours->told_of);
}

static struct occurrence *only_open(struct occurrences *occurrences)
{
    struct occurrence *found = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        if (occurrences->items[i].dropped)
            continue;
        if (found)
            return NULL;
        found = &occurrences->items[i];
    }
    return found;
}

/* The event to which the sentence belongs: the only one of the page, or the only one of the last paragraph above that names a day. */
static struct occurrence *event_of(struct occurrences *occurrences, const struct readings *readings, struct occurrence *only, const struct hours *hours)
{
    const struct passage *above = events_hours_days_before(readings, hours->passage);
    if (only)
        return only;
    struct occurrence *event = above && hours->passage->index <= above->index + BELOW_REACH ? events_hours_days_only(occurrences, above) : NULL;
    bool box = event && above->block && hours->passage->block && above->block->box == hours->passage->block->box;
    return box ? event : NULL;
}

/* A single day, or several with the same hours each. */
static bool takes(const struct occurrence *event, const struct hours *hours)
{
    enum { RUN_DAYS = 4 };
    int64_t days = event->last_day - event->first_day + 1;
    return event->start_minutes < 0 && (days == 1 || (days <= RUN_DAYS && hours->end_minutes >= 0));
}

/* Another sentence tells another beginning of the same event. */
static bool is_contradicted(struct occurrences *occurrences, const struct readings *readings, struct occurrence *only, const struct occurrence *event, const struct hours *hours)
{
    for (size_t i = 0; i < readings->told_count; i++) {
        const struct hours *other = &readings->told[i];
        bool differs = other->start_minutes != hours->start_minutes;
        if (differs && event_of(occurrences, readings, only, other) == event && is_named_so(occurrences, readings, event, other))
            return true;
    }
    return false;
}

void events_hours_told_apply(struct occurrences *occurrences, const struct readings *readings)
{
    struct occurrence *only = only_open(occurrences);
    for (size_t i = 0; i < readings->told_count; i++) {
        const struct hours *hours = &readings->told[i];
        struct occurrence *event = event_of(occurrences, readings, only, hours);
        if (event && takes(event, hours) && is_named_so(occurrences, readings, event, hours) && !is_contradicted(occurrences, readings, only, event, hours))
            events_hours_give(event, hours);
    }
}
