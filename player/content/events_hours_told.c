#include "content/events_hours_told.h"

#include "content/article.h"
#include "content/ballots.h"
#include "content/events_hours.h"
#include "content/events_hours_days.h"
#include "content/grammar.h"
#include "content/passages.h"

#include <string.h>

enum { BELOW_REACH = 6, STEM = 5, WORDS_MOST = 80, TOLD_MOST = 64 };

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
    if (hours->will && readings->told_count == 1)
        return true; /* "Les discours commenceront à 11h": the only one of the page */
    bool polls = grammar_lists(occurrences->grammar->polls, hours->told_of);
    if (polls)
        return (event->reading && ballots_named(&event->reading->passage->lexis, occurrences->grammar, 0, WORDS_MOST)) || ballots_named(&readings->title->lexis, occurrences->grammar, 0, WORDS_MOST);
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

/* Both stand in one box, a few paragraphs apart. */
static bool stands_below(const struct passage *above, const struct passage *below)
{
    bool near = above && below->index <= above->index + BELOW_REACH;
    return near && above->block && below->block && above->block->box == below->block->box;
}

/* The paragraph of the sentence when it names a day, or the last one above that does. */
static const struct passage *home_of(const struct readings *readings, const struct hours *hours)
{
    const struct passage *above = events_hours_days_before(readings, hours->passage);
    return hours->of_own ? hours->passage : above;
}

/* The event belongs to the sentence: it is the only one of the page, or one of the last paragraph above that names a day. */
static bool is_of(const struct occurrence *only, const struct passage *above, const struct hours *hours, const struct occurrence *event)
{
    if (event->dropped)
        return false;
    return event == only || (!only && event->reading && event->reading->passage == above && stands_below(above, hours->passage));
}

/* A single day, or several with the same hours each. */
static bool takes(const struct occurrence *event, const struct hours *hours)
{
    enum { RUN_DAYS = 4 };
    int64_t days = event->last_day - event->first_day + 1;
    return event->start_minutes < 0 && (days == 1 || (days <= RUN_DAYS && hours->end_minutes >= 0));
}

/* Another sentence tells another beginning of the same days. */
static bool is_contradicted(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *only, const struct occurrence *event, const struct hours *hours)
{
    for (size_t i = 0; i < readings->told_count; i++) {
        const struct hours *other = &readings->told[i];
        const struct passage *above = other->start_minutes != hours->start_minutes ? home_of(readings, other) : NULL;
        if (other->start_minutes != hours->start_minutes && is_of(only, above, other, event) && is_named_so(occurrences, readings, event, other))
            return true;
    }
    return false;
}

void events_hours_told_apply(struct occurrences *occurrences, const struct readings *readings)
{
    const struct occurrence *only = only_open(occurrences);
    for (size_t i = 0; i < readings->told_count && i < TOLD_MOST; i++) {
        const struct hours *hours = &readings->told[i];
        const struct passage *above = home_of(readings, hours);
        size_t days = 0, open = 0;
        for (size_t k = 0; k < occurrences->count; k++) {
            const struct occurrence *event = &occurrences->items[k];
            bool of = is_of(only, above, hours, event);
            days += of;
            bool same = of && event->start_minutes == hours->start_minutes;
            open += same || (of && takes(event, hours) && is_named_so(occurrences, readings, event, hours) && !is_contradicted(occurrences, readings, only, event, hours));
        }
        for (size_t k = 0; k < occurrences->count && open && open == days; k++)
            if (is_of(only, above, hours, &occurrences->items[k]) && occurrences->items[k].start_minutes < 0)
                events_hours_give(&occurrences->items[k], hours);
    }
}
