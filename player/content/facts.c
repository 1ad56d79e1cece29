#include "content/facts.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/abouts.h"
#include "content/actions.h"
#include "content/article.h"
#include "content/deadlines.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/places.h"
#include "content/readings.h"
#include "content/readings_page.h"
#include "content/titles.h"
#include "content/verdict.h"

#include <string.h>
#include <strings.h>

/* What is being put together; `arena` is scratch until the facts are copied out. */
struct work {
    struct arena *arena;
    const struct article *article;
    const struct zone *zone;
    struct diags *diags;
    struct passages passages;
    struct readings readings;
};

static struct event event_of(struct work *work, const struct places *places, const struct occurrence *occurrence, size_t count)
{
    struct event event = {.text = occurrence->text, .line = occurrence->line, .reason = occurrence->reason, .action = -1};
    events_set_times(occurrence, work->zone, &event);
    struct titles titles = {.arena = work->arena, .article = work->article, .passages = &work->passages, .readings = &work->readings};
    event.title = titles_of(&titles, occurrence, count > 1);
    event.about = abouts_of(&titles, occurrence);
    event.place = places_find(places, occurrence, count == 1 || occurrence->matched);
    event.series = occurrence->series;
    return event;
}

static struct served served_of(const struct reading *reading, enum action_for kind)
{
    return (struct served){.passage = reading ? reading->passage : NULL, .offset = reading ? reading->date_begin : 0, .kind = kind, .action = -1};
}

/* "Le suivant est fixé au 12 décembre, même lieu": that of the last event before it that has one. */
static void repeat_places(struct event *events, const struct occurrences *occurrences)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *own = &occurrences->items[i];
        if (events[i].place[0] || !events_says_same(own, occurrences->grammar, occurrences->grammar->place_nouns))
            continue;
        for (size_t k = 0; k < i; k++) /* in order of time */
            if (occurrences->items[k].first_day < own->first_day && events[k].place[0])
                events[i].place = events[k].place;
    }
}

/* Written as one writes an appointment, with its weekday or hour, on or after publication, and yet no word tells what it is. */
static bool is_unclear(const struct work *work, const struct reading *reading)
{
    const struct date_day *day = &reading->span.first;
    if (reading->kind != READING_NONE || reading->why != WHY_UNCLEAR || !work->article->has_published || reading->passage->past || reading->off)
        return false;
    struct civil published = zone_to_civil(work->zone, work->article->published);
    if (day->year && civil_to_days(day->year, day->month, day->day) < civil_to_days(published.year, published.month, published.day))
        return false;
    return (day->weekday >= 0 || reading->start_minutes >= 0) && (day->year || day->month > published.month ||
                                                                   (day->month == published.month && day->day >= published.day));
}

/* Whether a day was left out because the page is dated by a field and only mentions it. */
static bool is_mentioned(const struct occurrences *occurrences, const struct reading *reading)
{
    for (size_t i = 0; i < occurrences->mentioned_count; i++)
        if (occurrences->mentioned[i] == reading)
            return true;
    return false;
}

/* Why a day that says something is not shown. */
static struct reason reason_left(const struct reading *reading, bool mentioned)
{
    static const struct reason unknown_year = {"année inconnue, ou trop loin de la publication", "unknown year, or too far from the publication"};
    static const struct reason called_off = {"annulé, complet, clos ou reporté", "called off, full, closed or put off"};
    static const struct reason only_mentioned = {"la page a une autre date dans son en-tête, et ne fait que mentionner celle-ci",
                                                 "the page is dated otherwise in its front matter, and only mentions this day"};
    return mentioned ? only_mentioned : reading->off ? called_off : unknown_year;
}

/* The dates that say nothing, those that are only mentioned or called off, and those that no year could be given to (which are reported too). */
static void collect_left(struct work *work, const struct occurrences *occurrences, struct facts *facts)
{
    static const struct reason reasons[] = {
        [WHY_UNCLEAR] = {"rien ne dit si c’est une échéance ou un événement", "nothing says whether it is a deadline or an event"},
        [WHY_RECORD] = {"date de début, de publication ou d’avant un report", "a day of beginning, of publication, or from before it was put off"},
        [WHY_FOREIGN] = {"l’échéance d’un autre (jury, contrat, organisateurs), ou passée", "somebody else's deadline (jury, contract, organisers), or past"},
        [WHY_UNASKED] = {"rien n’est demandé au lecteur avant ce jour", "nothing is asked of the reader before this day"},
        [WHY_WORDS] = {"les mots autour disent autre chose (passé, loi, étape, fermeture)", "the words around it say something else (past, law, step, closing)"},
        [WHY_HABIT] = {"revient régulièrement", "it comes back regularly"},
        [WHY_UNLIKE_EVENT] = {"rédigé comme un événement, mais les textes semblables n’en annoncent pas", "worded like an event, but texts like this announce none"},
        [WHY_UNLIKE] = {"rédigé comme une échéance, mais les textes semblables n’en fixent pas", "worded like a deadline, but texts like this set none"},
        [WHY_UNANCHORED] = {"trop peu l’annonce au lecteur (invitation, demande, horaire, jour de semaine, ligne à part)",
                            "too little announces it to the reader (invitation, request, hour, weekday, a line of its own)"},
    };
    struct left_out *left = arena_alloc(work->arena, LEFT_MOST * sizeof *left);
    for (size_t i = 0; i < work->readings.count && facts->left_count < LEFT_MOST; i++) {
        const struct reading *reading = &work->readings.items[i];
        bool mentioned = is_mentioned(occurrences, reading);
        if (reading->kind != READING_NONE && reading->resolved && !reading->off && !mentioned)
            continue;
        if (is_unclear(work, reading))
            diag_add(work->diags, DIAG_WARNING, (struct place){.file = work->article->file, .line = reading->line}, "date-unclear",
                     "« %s » : échéance ou événement ? ; rien n’est affiché pour cette date, dites-le (« jusqu’au », « rendez-vous le ») ou corrigez dans la liste de lecture",
                     "\"%s\": deadline or event?; nothing is shown for it, say so (\"until\", \"join us on\") or correct it in the playlist", readings_text(work->arena, reading));
        left[facts->left_count++] = (struct left_out){.text = readings_text(work->arena, reading), .line = reading->line,
                                                      .reason = reading->kind == READING_NONE && !mentioned ? reasons[reading->why] : reason_left(reading, mentioned)};
    }
    facts->left = left;
}

/* A button that only says the title again says nothing. */
static void vary_label(const struct article *article, const struct event *event, struct action *actions)
{
    if (event->action >= 0 && strcasecmp(actions[event->action].label, event->title) == 0)
        actions[event->action].label = strcmp(article->language, "en") == 0 ? "Find out more" : "En savoir plus";
}

/* What is given again has one link and one place: days that differ in them are things of their own. */
static void settle_series(struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; events[i].series && k < count; k++) {
            int series = events[i].series;
            if (events[k].series != series || (events[k].action == events[i].action && strcmp(events[k].place, events[i].place) == 0))
                continue;
            for (size_t all = 0; all < count; all++)
                events[all].series = events[all].series == series ? 0 : events[all].series;
        }
}

const struct facts *facts_read(const struct article *article, const struct zone *zone, struct diags *diags)
{
    const struct grammar *grammar = grammar_for(article->language);
    struct work work = {.arena = article->arena, .article = article, .zone = zone, .diags = diags};
    work.passages = passages_collect(work.arena, article, grammar);
    work.readings = readings_page(work.arena, article, &work.passages, zone, diags);

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
    struct action *actions = actions_find(work.arena, article, &work.passages, served, served_count, diags, &facts->action_count);
    facts->actions = actions;
    struct deadline *deadlines = arena_alloc(work.arena, (deadline_count + 1) * sizeof *deadlines);
    for (size_t i = 0; i < deadline_count; i++) {
        deadlines[i] = dated[i].fact;
        deadlines[i].action = served[i].action;
    }
    struct event *events = arena_alloc(work.arena, (occurrences.count + 1) * sizeof *events);
    struct places places = places_open(work.arena, article, &work.passages, &work.readings);
    for (size_t i = 0; i < occurrences.count; i++) {
        events[i] = event_of(&work, &places, &occurrences.items[i], occurrences.count);
        events[i].action = served[deadline_count + i].action;
        vary_label(article, &events[i], actions);
    }
    repeat_places(events, &occurrences);
    settle_series(events, occurrences.count);
    facts->deadlines = deadlines;
    facts->deadline_count = deadline_count;
    facts->events = events;
    facts->event_count = occurrences.count;
    collect_left(&work, &occurrences, facts);
    return facts;
}
