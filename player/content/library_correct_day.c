#include "content/library_correct_day.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"

/* What one correction of a named day works with. `index` is that of its link among the actions, -1 when it drops it. */
struct day_work {
    const struct article *article;
    const struct correction *correction;
    const struct zone *zone;
    struct facts *facts;
    int action;
    bool found;
};

static bool is_day(const struct day_work *work, struct wall wall)
{
    struct wall end = zone_day_start(work->zone, work->correction->day, 1);
    return wall.ms >= work->correction->day.ms && wall.ms < end.ms;
}

static struct reason correct_reason(const struct day_work *work, const char *said)
{
    struct arena *arena = work->article->arena;
    return (struct reason){arena_format(arena, "corrigé dans la liste de lecture (ligne %d) ; l’article dit « %s »", work->correction->line, said),
                           arena_format(arena, "corrected in the playlist (line %d); the article says \"%s\"", work->correction->line, said)};
}

static void change_deadline(const struct day_work *work, struct deadline *deadline)
{
    const struct correction *correction = work->correction;
    if (correction->has_deadline) {
        deadline->until = correction->deadline;
        deadline->has_time = correction->deadline_has_time;
        deadline->reason = correct_reason(work, deadline->text);
    }
    if (correction->link || correction->drop_link)
        deadline->action = work->action;
}

static void change_event(const struct day_work *work, struct event *event)
{
    const struct correction *correction = work->correction;
    event->series = 0; /* what is corrected stands for itself */
    if (correction->has_event) {
        event->start = correction->event_start;
        event->end = correction->event_end;
        event->has_end = correction->event_has_end;
        event->all_day = correction->event_all_day;
        event->reason = correct_reason(work, event->text);
    }
    if (correction->event_place)
        event->place = arena_copy(work->article->arena, correction->event_place);
    if (correction->link || correction->drop_link)
        event->action = work->action;
}

/* A day alone ends at the midnight after it: the instant before is of the day that the article says. */
static void correct_deadlines(struct day_work *work)
{
    struct facts *facts = work->facts;
    struct deadline *kept = arena_alloc(work->article->arena, (facts->deadline_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < facts->deadline_count; i++) {
        struct deadline deadline = facts->deadlines[i];
        if (is_day(work, (struct wall){deadline.until.ms - (deadline.has_time ? 0 : 1)})) {
            work->found = true;
            if (work->correction->drop_deadline)
                continue;
            change_deadline(work, &deadline);
        }
        kept[count++] = deadline;
    }
    facts->deadlines = kept;
    facts->deadline_count = count;
}

static void correct_events(struct day_work *work)
{
    struct facts *facts = work->facts;
    struct event *kept = arena_alloc(work->article->arena, (facts->event_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < facts->event_count; i++) {
        struct event event = facts->events[i];
        if (is_day(work, event.start)) {
            work->found = true;
            if (work->correction->drop_event)
                continue;
            change_event(work, &event);
        }
        kept[count++] = event;
    }
    facts->events = kept;
    facts->event_count = count;
}

/* One more action, behind the others; its index. */
static int add_action(const struct day_work *work)
{
    struct facts *facts = work->facts;
    struct action *actions = arena_alloc(work->article->arena, (facts->action_count + 1) * sizeof *actions);
    for (size_t i = 0; i < facts->action_count; i++)
        actions[i] = facts->actions[i];
    actions[facts->action_count] = (struct action){.label = "", .url = arena_copy(work->article->arena, work->correction->link), .line = work->article->title_line};
    facts->actions = actions;
    return (int)facts->action_count++;
}

void library_correct_day(const struct article *article, const struct correction *correction, const struct zone *zone, struct facts *facts,
                         struct diags *diags)
{
    struct day_work work = {.article = article, .correction = correction, .zone = zone, .facts = facts, .action = -1};
    bool only_event = correction->has_event || correction->drop_event || correction->event_place;
    bool only_deadline = correction->has_deadline || correction->drop_deadline;
    if (correction->link)
        work.action = add_action(&work);
    if (only_deadline || !only_event)
        correct_deadlines(&work);
    if (only_event || !only_deadline)
        correct_events(&work);
    if (work.found)
        return;
    struct civil civil = zone_to_civil(zone, correction->day);
    diag_add(diags, DIAG_WARNING, (struct place){.file = correction->file, .line = correction->line}, "correct-no-day",
             "« day: %04d-%02d-%02d » : l’article n’annonce rien de tel ce jour-là, rien n’est corrigé ; écrivez le jour que montre « parvis explain »",
             "\"day: %04d-%02d-%02d\": the article announces no such thing on that day, nothing is corrected; write the day that \"parvis explain\" shows",
             civil.year, civil.month, civil.day);
}
