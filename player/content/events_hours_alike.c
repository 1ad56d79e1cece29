#include "content/events_hours_alike.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/likeness_hours.h"
#include "content/readings.h"

/* In LIKENESS_ONE, measured on texts that the numbers had not been trained with: how likely an hour must be, and how much likelier than any other
 * (HOUR, AHEAD); the same of one that takes the place of an hour that a rule found elsewhere on the page (BETTER), or in the sentence of the day (OWN). */
enum { HOUR_LEAST = 0, AHEAD_LEAST = 8, BETTER_LEAST = 16, BETTER_AHEAD = 32, OWN_LEAST = 20, OWN_AHEAD = 40 };
enum { BOTH_LEAST = 8, RUN_DAYS = 7, PAIRS_MOST = 2048 };

/* The likeliest hour of an event, and how likely it is; the same of the likeliest one that begins otherwise, and of the hour that it has. */
struct choice {
    const struct spoken_hour *hour;
    int most;
    int next;
    int own;
    bool has_own;
};

/* A day of the event is of the weekday that the hour's sentence names. */
static bool is_of_weekday(const struct occurrence *event, const struct spoken_hour *hour)
{
    for (int64_t day = event->first_day; day <= event->last_day; day++)
        if (hour->weekday == civil_weekday_of_days(day))
            return true;
    return false;
}

/* The hour is of a day of its own sentence, or of another weekday; or it is one beginning or a line of a programme, and the days are several. */
static bool is_of_others(const struct occurrence *event, const struct spoken_hour *hour)
{
    const struct reading *reading = event->reading;
    if (reading && hour->passage == reading->passage && hour->sentence == reading->passage->lexis.items[reading->mention].sentence)
        return false;
    bool several = event->first_day != event->last_day, weekday = hour->weekday >= 0 && !is_of_weekday(event, hour);
    return (hour->taken && hour->dated) || weekday || (several && (hour->end < 0 || hour->slot));
}

/* Another event of the page begins at this hour. */
static bool is_in_use(const struct occurrences *occurrences, const struct occurrence *event, const struct spoken_hour *hour)
{
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *other = &occurrences->items[i];
        if (other != event && !other->dropped && other->start_minutes == hour->start)
            return true;
    }
    return false;
}

static void consider(struct choice *choice, const struct spoken_hour *hour, int likely)
{
    bool same = choice->hour && choice->hour->start == hour->start;
    if (!choice->hour || likely > choice->most) {
        choice->next = choice->hour && !same ? choice->most : choice->next;
        choice->most = likely;
        choice->hour = hour;
    } else if (likely > choice->next && !same) {
        choice->next = likely;
    }
}

static struct choice choose(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *event)
{
    enum { NEVER = -100000 };
    struct choice choice = {.most = NEVER, .next = NEVER, .own = NEVER};
    for (size_t i = 0; i < readings->spoken_count; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        bool own = event->start_minutes >= 0 && hour->start == event->start_minutes;
        if (!own && is_of_others(event, hour))
            continue;
        struct likeness_hour looks = likeness_hours_of(occurrences, readings, event, i);
        int likely = looks.begins;
        if (own) {
            choice.own = likely > choice.own ? likely : choice.own;
            choice.has_own = true;
        } else if (looks.ends <= looks.begins) {
            consider(&choice, hour, likely);
        }
    }
    return choice;
}

/* "Le parking ferme le dimanche à 20h": a word beside the hour is of what stands beside an event. */
static bool names_annex(const struct spoken_hour *hour, const struct grammar *grammar)
{
    enum { ANNEX_REACH = 8 };
    const struct lexeme *items = hour->passage->lexis.items;
    for (size_t i = hour->first; i-- > 0 && hour->first - i <= ANNEX_REACH && items[i].sentence == hour->sentence;)
        if (lexis_is_word_of(&items[i], grammar->annexes))
            return true;
    return false;
}

/* "Le lancement aura lieu le vendredi à 18h … et tout s'arrête le dimanche à 17h": of an event of a few days the only beginning on the weekday of its
 * first day, and the only end on that of its last. */
static void give_both(const struct occurrences *occurrences, struct occurrence *event, const struct readings *readings)
{
    const struct spoken_hour *first = NULL, *last = NULL;
    size_t firsts = 0, lasts = 0;
    for (size_t i = 0; i < readings->spoken_count; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        if (hour->end >= 0 || hour->dated || hour->slot)
            continue;
        bool begins = !hour->closes && hour->weekday == civil_weekday_of_days(event->first_day), ends = hour->closes && hour->weekday == civil_weekday_of_days(event->last_day);
        first = begins && !first ? hour : first;
        last = ends && !last ? hour : last;
        firsts += begins;
        lasts += ends;
    }
    if (firsts != 1 || lasts != 1 || names_annex(last, occurrences->grammar) || likeness_hours_of(occurrences, readings, event, (size_t)(first - readings->spoken)).begins < BOTH_LEAST)
        return;
    event->start_minutes = first->start;
    event->end_minutes = last->start;
    event->time_line = first->row;
    event->hours_of = first->passage;
}

/* "Les trois ateliers commencent à 14h et durent deux heures": a rule took the beginning from a sentence that tells more. */
static void give_end(struct occurrence *event, const struct readings *readings)
{
    for (size_t i = 0; i < readings->spoken_count && event->end_minutes < 0; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        if (hour->passage == event->hours_of && hour->start == event->start_minutes && hour->end >= 0)
            event->end_minutes = hour->end;
    }
}

static bool is_taken(const struct occurrences *occurrences, const struct readings *readings, const struct choice *choice, const struct occurrence *event)
{
    if (!choice->hour)
        return false;
    if (event->start_minutes >= 0 && likeness_hours_are_own(readings, event))
        return choice->has_own && !is_in_use(occurrences, event, choice->hour) && choice->most >= OWN_LEAST && choice->most - choice->own >= OWN_AHEAD;
    if (event->start_minutes >= 0)
        return choice->has_own && !is_in_use(occurrences, event, choice->hour) && choice->most >= BETTER_LEAST && choice->most - choice->own >= BETTER_AHEAD && choice->most - choice->next >= AHEAD_LEAST;
    return choice->most >= HOUR_LEAST && choice->most - choice->next >= AHEAD_LEAST;
}

/* A day or a few, to which no other tells the hours. */
static bool is_open(const struct occurrences *occurrences, const struct occurrence *event)
{
    if (event->dropped || !event->reading || event->reading->whole_day || event->last_day - event->first_day >= RUN_DAYS || event->returns.told)
        return false;
    return !events_says_same(event, occurrences->grammar, occurrences->grammar->hour_nouns); /* "aux mêmes heures" */
}

/* The hour stands below a list of days, and not all of these begin then: "- 5 mars, 10h", "- 11 mars", "De 14h à 16h, salle Carnot". */
static bool is_below_others(const struct occurrences *occurrences, const struct spoken_hour *const *given, size_t index)
{
    const struct occurrence *event = &occurrences->items[index];
    const struct spoken_hour *hour = given[index];
    int list = passages_list(event->reading->passage);
    if (!list || passages_list(hour->passage) == list || hour->passage->index < event->reading->passage->index)
        return false;
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *other = &occurrences->items[i];
        bool beside = i != index && !other->dropped && other->reading && passages_list(other->reading->passage) == list;
        if (beside && (given[i] ? given[i]->start : other->start_minutes) != hour->start)
            return true;
    }
    return false;
}

/* The hour for one event; NULL: none. Ends and hours of two days are given at once. */
static const struct spoken_hour *look(const struct occurrences *occurrences, const struct readings *readings, struct occurrence *event)
{
    bool days = event->last_day > event->first_day;
    if (event->start_minutes < 0 && days)
        give_both(occurrences, event, readings);
    else if (event->start_minutes >= 0 && !days)
        give_end(event, readings);
    if (event->start_minutes >= 0 && days)
        return NULL;
    struct choice choice = choose(occurrences, readings, event);
    return is_taken(occurrences, readings, &choice, event) ? choice.hour : NULL;
}

void events_hours_alike(struct occurrences *occurrences, const struct readings *readings)
{
    size_t pairs = 0;
    if (!occurrences->grammar->likeness->hours || !readings->spoken_count)
        return;
    const struct spoken_hour **given = arena_alloc(occurrences->arena, (occurrences->count + 1) * sizeof *given);
    for (size_t i = 0; i < occurrences->count; i++) {
        bool open = is_open(occurrences, &occurrences->items[i]);
        pairs += open ? readings->spoken_count : 0;
        given[i] = open && pairs <= PAIRS_MOST ? look(occurrences, readings, &occurrences->items[i]) : NULL;
    }
    for (size_t i = 0; i < occurrences->count; i++) {
        struct occurrence *event = &occurrences->items[i];
        if (!given[i] || is_below_others(occurrences, given, i))
            continue;
        event->start_minutes = given[i]->start;
        event->end_minutes = given[i]->end;
        event->time_line = given[i]->row;
        event->hours_of = given[i]->passage;
    }
}
