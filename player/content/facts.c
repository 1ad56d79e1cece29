#include "content/facts.h"

#include "base/arena.h"
#include "content/actions.h"
#include "content/article.h"
#include "content/deadlines.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/places.h"
#include "content/readings.h"
#include "content/titles.h"
#include "content/years.h"
#include "content/zones.h"

/* What is being put together; `arena` is scratch until the facts are copied out. */
struct work {
    struct arena *arena;
    const struct article *article;
    const struct zone *zone;
    struct diags *diags;
    struct passages passages;
    struct readings readings;
};

static struct event event_of(struct work *work, const struct occurrence *occurrence, size_t count)
{
    struct event event = {.text = occurrence->text, .line = occurrence->line, .reason = occurrence->reason, .action = -1};
    events_set_times(occurrence, work->zone, &event);
    event.title = titles_of(work->arena, work->article, occurrence, count > 1);
    event.about = titles_about(work->arena, &work->passages, occurrence);
    struct places places = {.arena = work->arena, .article = work->article, .passages = &work->passages, .readings = &work->readings};
    event.place = places_find(&places, occurrence, count == 1 || occurrence->matched);
    return event;
}

static struct served served_of(const struct reading *reading, enum action_for kind)
{
    return (struct served){.passage = reading ? reading->passage : NULL, .offset = reading ? reading->date_begin : 0, .kind = kind, .action = -1};
}

const struct facts *facts_read(const struct article *article, const struct zone *zone, struct diags *diags)
{
    const struct grammar *grammar = grammar_for(article->language);
    struct work work = {.arena = article->arena, .article = article, .zone = zone, .diags = diags};
    work.passages = passages_collect(work.arena, article, grammar);
    for (size_t i = 0; i < work.passages.count; i++)
        readings_add(work.arena, &work.readings, &work.passages.items[i], grammar);
    years_resolve(work.arena, &work.readings, article, zone, diags);
    zones_apply(&work.readings, article, zone, diags);

    size_t deadline_count = 0;
    struct dated_deadline *dated = deadlines_merge(work.arena, &work.readings, article, zone, diags, &deadline_count);
    struct occurrences occurrences = events_merge(work.arena, &work.readings, article, zone, diags);
    size_t served_count = deadline_count + occurrences.count;
    struct served *served = arena_alloc(work.arena, (served_count + 1) * sizeof *served);
    for (size_t i = 0; i < deadline_count; i++)
        served[i] = served_of(dated[i].reading, ACTION_FOR_DEADLINE);
    for (size_t i = 0; i < occurrences.count; i++)
        served[deadline_count + i] = served_of(occurrences.items[i].reading, ACTION_FOR_EVENT);

    struct facts *facts = arena_alloc(work.arena, sizeof *facts);
    facts->actions = actions_find(work.arena, article, &work.passages, served, served_count, diags, &facts->action_count);
    struct deadline *deadlines = arena_alloc(work.arena, (deadline_count + 1) * sizeof *deadlines);
    for (size_t i = 0; i < deadline_count; i++) {
        deadlines[i] = dated[i].fact;
        deadlines[i].action = served[i].action;
    }
    struct event *events = arena_alloc(work.arena, (occurrences.count + 1) * sizeof *events);
    for (size_t i = 0; i < occurrences.count; i++) {
        events[i] = event_of(&work, &occurrences.items[i], occurrences.count);
        events[i].action = served[deadline_count + i].action;
    }
    facts->deadlines = deadlines;
    facts->deadline_count = deadline_count;
    facts->events = events;
    facts->event_count = occurrences.count;
    return facts;
}
