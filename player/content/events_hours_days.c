#include "content/events_hours_days.h"

#include "content/article.h"
#include "content/events_hours.h"
#include "content/passages.h"

const struct passage *events_hours_days_before(const struct readings *readings, const struct passage *passage)
{
    size_t low = 0, high = readings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (readings->items[middle].passage->index < passage->index)
            low = middle + 1;
        else
            high = middle;
    }
    const struct passage *found = low ? readings->items[low - 1].passage : NULL;
    return found && found->role == PASSAGE_BODY && passage->role == PASSAGE_BODY ? found : NULL;
}

struct occurrence *events_hours_days_only(struct occurrences *occurrences, const struct passage *passage)
{
    struct occurrence *found = NULL;
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *occurrence = &occurrences->items[i];
        if (occurrence->dropped || !occurrence->reading || occurrence->reading->passage != passage)
            continue;
        if (found)
            return NULL;
        found = occurrence;
    }
    return found;
}

/* The lines of a programme behind one day and before the next. */
struct programme {
    const struct hours *first;
    const struct hours *last;
    const struct hours *closing; /* "17h : clôture" */
    bool ascends;
};

static void programme_add(struct programme *programme, const struct hours *hours)
{
    programme->closing = hours->closes && hours->start_minutes >= 0 ? hours : programme->closing;
    if (hours->closes || !(hours->step || hours->slot))
        return;
    programme->ascends = programme->ascends && !(programme->last && hours->start_minutes < programme->last->start_minutes);
    programme->first = programme->first ? programme->first : hours;
    programme->last = hours;
}

static struct programme programme_of(const struct readings *readings, const struct passage *day)
{
    struct programme programme = {.ascends = true};
    for (size_t i = 0; i < readings->hours_count; i++)
        if (readings->hours[i].passage->index > day->index && events_hours_days_before(readings, readings->hours[i].passage) == day)
            programme_add(&programme, &readings->hours[i]);
    return programme;
}

/* "17h : clôture" behind its last line, or the end of that. */
static int end_of(const struct programme *programme)
{
    bool closes = programme->closing && programme->closing->start_minutes > programme->last->start_minutes;
    return closes ? programme->closing->start_minutes : programme->last->end_minutes;
}

/* It is told as a day of its own, and nothing says when it begins. */
static bool is_open_day(const struct occurrence *event)
{
    return !event->dropped && event->reading && event->alone && event->start_minutes < 0 && event->first_day == event->last_day;
}

/* "**Vendredi 14 juillet**", "- 11 h : cérémonie": the only line below a day. */
static bool stands_right_below(const struct hours *step, const struct occurrence *event)
{
    const struct block *block = step->passage->block;
    return block && block->kind == BLOCK_ITEM && step->passage->index == event->reading->passage->index + 1;
}

void events_hours_days_apply(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        if (!is_open_day(event) || events_hours_days_only(occurrences, event->reading->passage) != event)
            continue;
        struct programme programme = programme_of(readings, event->reading->passage);
        if (!programme.ascends || !programme.first || (programme.first == programme.last && !stands_right_below(programme.first, event)))
            continue;
        int end = end_of(&programme);
        events_hours_give(event, programme.first);
        event->end_minutes = end;
    }
}

/* The lines of the list that a paragraph announces, or that stands right below it. */
static struct programme programme_announced(const struct readings *readings, const struct passage *paragraph)
{
    struct programme programme = {.ascends = true};
    const struct block *below = paragraph->next ? paragraph->next->block : NULL;
    int list = below && below->kind == BLOCK_ITEM ? below->list : 0;
    for (size_t i = 0; i < readings->hours_count; i++) {
        const struct passage *line = readings->hours[i].passage;
        if (line->intro == paragraph || (list && line->block && line->block->list == list))
            programme_add(&programme, &readings->hours[i]);
    }
    return programme;
}

void events_hours_days_lists(struct occurrences *occurrences, const struct readings *readings)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        const struct passage *passage = event->reading ? event->reading->passage : NULL;
        bool open = passage && passage->role == PASSAGE_BODY && event->start_minutes < 0 && event->first_day == event->last_day;
        if (!open || events_hours_days_only(occurrences, passage) != event)
            continue;
        struct programme programme = programme_announced(readings, passage);
        if (programme.first == programme.last || !programme.ascends)
            continue;
        events_hours_give(event, programme.first);
        event->end_minutes = end_of(&programme);
        event->returns.told = false;
        event->programme = true;
    }
}
