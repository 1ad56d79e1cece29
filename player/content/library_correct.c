#include "content/library_correct.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/library_correct_day.h"
#include "content/playlist.h"

#include <stdint.h>

static int64_t correct_distance(struct wall a, struct wall b)
{
    return a.ms > b.ms ? a.ms - b.ms : b.ms - a.ms;
}

/* "corrigé dans la liste de lecture (ligne 12) ; l’article dit « jusqu’au 2 mai »", so that explain shows both. */
static struct reason correct_reason(const struct article *article, int line, const char *said)
{
    struct arena *arena = article->arena;
    if (!said || !*said)
        return (struct reason){arena_format(arena, "corrigé dans la liste de lecture (ligne %d)", line), arena_format(arena, "corrected in the playlist (line %d)", line)};
    return (struct reason){arena_format(arena, "corrigé dans la liste de lecture (ligne %d) ; l’article dit « %s »", line, said),
                           arena_format(arena, "corrected in the playlist (line %d); the article says \"%s\"", line, said)};
}

/* "2023-05-02 12:00" for a fact that the article does not have at all. */
static const char *correct_words(const struct article *article, struct wall wall, bool has_time, const struct zone *zone)
{
    struct civil civil = zone_to_civil(zone, has_time ? wall : (struct wall){wall.ms - 1});
    if (!has_time)
        return arena_format(article->arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return arena_format(article->arena, "%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

static void correct_deadline(const struct article *article, const struct correction *correction, const struct zone *zone,
                             struct facts *facts)
{
    const struct facts *old = article->facts;
    struct deadline *deadline = arena_alloc(article->arena, sizeof *deadline);
    const struct deadline *nearest = NULL;
    for (size_t i = 0; i < old->deadline_count; i++) {
        const struct deadline *other = &old->deadlines[i];
        if (!nearest || correct_distance(other->until, correction->deadline) < correct_distance(nearest->until, correction->deadline))
            nearest = other;
    }
    if (nearest)
        *deadline = *nearest;
    else
        *deadline = (struct deadline){
            .text = correct_words(article, correction->deadline, correction->deadline_has_time, zone),
            .line = article->title_line,
            .action = old->action_count ? 0 : -1,
            .subject = "",
        };
    deadline->until = correction->deadline;
    deadline->has_time = correction->deadline_has_time;
    deadline->reason = correct_reason(article, correction->line, nearest ? nearest->text : NULL);
    facts->deadlines = deadline;
    facts->deadline_count = 1;
}

static void correct_event(const struct article *article, const struct correction *correction, const struct zone *zone,
                          struct facts *facts)
{
    const struct facts *old = article->facts;
    struct event *event = arena_alloc(article->arena, sizeof *event);
    const struct event *nearest = NULL;
    for (size_t i = 0; i < old->event_count; i++) {
        const struct event *other = &old->events[i];
        if (!nearest ||
            correct_distance(other->start, correction->event_start) < correct_distance(nearest->start, correction->event_start))
            nearest = other;
    }
    if (nearest)
        *event = *nearest;
    else
        *event = (struct event){
            .title = article->title,
            .text = correct_words(article, (struct wall){correction->event_start.ms + (correction->event_all_day ? 1 : 0)},
                                  !correction->event_all_day, zone),
            .about = "",
            .place = "",
            .line = article->title_line,
            .action = old->action_count ? 0 : -1,
        };
    event->start = correction->event_start;
    event->end = correction->event_end;
    event->has_end = correction->event_has_end;
    event->all_day = correction->event_all_day;
    event->reason = correct_reason(article, correction->line, nearest ? nearest->text : NULL);
    facts->events = event;
    facts->event_count = 1;
}

/* A place alone: of every event of the article, since the correction names none. */
static void correct_place(const struct article *article, const char *place, struct facts *facts)
{
    struct event *events = arena_alloc(article->arena, facts->event_count * sizeof *events);
    for (size_t i = 0; i < facts->event_count; i++) {
        events[i] = facts->events[i];
        events[i].place = place;
    }
    facts->events = events;
}

/* One link for all, or none: what pointed to an action of the article now points to the corrected one. */
static void correct_link(const struct article *article, const struct correction *correction, struct facts *facts)
{
    int index = correction->link ? 0 : -1;
    struct deadline *deadlines = arena_alloc(article->arena, facts->deadline_count * sizeof *deadlines);
    struct event *events = arena_alloc(article->arena, facts->event_count * sizeof *events);
    for (size_t i = 0; i < facts->deadline_count; i++) {
        deadlines[i] = facts->deadlines[i];
        deadlines[i].action = index;
    }
    for (size_t i = 0; i < facts->event_count; i++) {
        events[i] = facts->events[i];
        events[i].action = index;
    }
    facts->deadlines = deadlines;
    facts->events = events;
    if (!correction->link) {
        facts->action_count = 0;
        return;
    }
    const struct action *old = facts->action_count ? &facts->actions[0] : NULL;
    struct action *action = arena_alloc(article->arena, sizeof *action);
    enum action_for serves = facts->deadline_count ? ACTION_FOR_DEADLINE : facts->event_count ? ACTION_FOR_EVENT : ACTION_FOR_NONE;
    *action = (struct action){
        .label = old ? old->label : "",
        .url = arena_copy(article->arena, correction->link),
        .serves = serves,
        .line = old ? old->line : article->title_line,
    };
    facts->actions = action;
    facts->action_count = 1;
}

/* One without a day: of all deadlines, of all events. */
static void correct_all(const struct article *article, const struct correction *correction, const struct zone *zone, struct facts *facts)
{
    if (correction->drop_deadline)
        facts->deadline_count = 0;
    else if (correction->has_deadline)
        correct_deadline(article, correction, zone, facts);
    if (correction->drop_event)
        facts->event_count = 0;
    else if (correction->has_event)
        correct_event(article, correction, zone, facts);
    if (correction->event_place && facts->event_count)
        correct_place(article, arena_copy(article->arena, correction->event_place), facts);
    if (correction->drop_link || correction->link)
        correct_link(article, correction, facts);
}

const struct facts *library_correct_facts(const struct article *article, const struct correction *correction, const struct zone *zone,
                                          struct diags *diags)
{
    if (!correction->present)
        return article->facts;
    struct facts *facts = arena_alloc(article->arena, sizeof *facts);
    *facts = *article->facts;
    for (; correction; correction = correction->next) {
        if (correction->has_day)
            library_correct_day(article, correction, zone, facts, diags);
        else
            correct_all(article, correction, zone, facts);
    }
    return facts;
}
