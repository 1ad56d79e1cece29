#include "content/months.h"

#include "base/civil.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/readings.h"

#include <stdint.h>

enum { NEAR_DAYS = 31, HEADING_MOST = 24 };

/* The first day of that number on or after `from`, if it is near and of its weekday, when it has one. */
static bool complete(struct reading *reading, int64_t from)
{
    struct date_day *day = &reading->span.first;
    for (int64_t at = from; at < from + NEAR_DAYS; at++) {
        struct civil civil = civil_from_days(at);
        if (civil.day != day->day)
            continue;
        if (day->weekday >= 0 && civil_weekday(civil.year, civil.month, civil.day) != day->weekday)
            return false;
        day->month = civil.month;
        day->year = civil.year;
        reading->span.last = *day;
        reading->monthless = true;
        return true;
    }
    return false;
}

/* The only month that a heading or a title names: "L'agenda de mars"; 0: none, or two. */
static int month_named(const struct lexis *lexis, const struct grammar *grammar)
{
    int found = 0;
    for (size_t i = 0; i < lexis->count && i < HEADING_MOST; i++) {
        int month = lexis->items[i].kind == LEXEME_WORD ? grammar_value(grammar->months, lexis->items[i].word) : 0;
        if (month > 0 && found && month != found)
            return 0;
        found = month > 0 ? month : found;
    }
    return found;
}

/* "Ateliers en décembre : lundi 2, lundi 9": before a colon and the day in its sentence, of no other day. */
static int month_before(const struct reading *reading, const struct grammar *grammar)
{
    enum { MONTH_REACH = 40 };
    const struct lexeme *items = reading->passage->lexis.items;
    bool colon = false;
    for (size_t i = reading->mention; i-- > 0 && reading->mention - i <= MONTH_REACH && items[i].sentence == items[reading->mention].sentence;) {
        int month = items[i].kind == LEXEME_WORD ? grammar_value(grammar->months, items[i].word) : 0;
        colon = colon || lexis_is_sign(&items[i], ':');
        bool of = i > 0 && lexis_is_word_of(&items[i - 1], grammar->of); /* "La séance de janvier se tiendra jeudi 17" */
        if (month > 0)
            return (colon || of) && !(i > 0 && items[i - 1].kind == LEXEME_NUMBER) ? month : 0; /* "Mars" may be a house */
    }
    return 0;
}

static int month_above(const struct reading *reading, const struct passage *title, const struct grammar *grammar)
{
    int before = month_before(reading, grammar);
    if (before)
        return before;
    for (const struct passage *heading = reading->passage->above; heading; heading = heading->above)
        if (month_named(&heading->lexis, grammar))
            return month_named(&heading->lexis, grammar);
    return month_named(&title->lexis, grammar);
}

/* The day in that month of the year of `from`, or the next, when it is of its weekday and not long over. */
static bool complete_in(struct reading *reading, int month, int64_t from)
{
    struct date_day *day = &reading->span.first;
    int year = civil_from_days(from).year;
    for (int next = year; next <= year + 1; next++) {
        int64_t at = civil_to_days(next, month, day->day);
        struct civil civil = civil_from_days(at);
        if (at < from - NEAR_DAYS || civil.month != month || civil_weekday(civil.year, civil.month, civil.day) != day->weekday)
            continue;
        day->month = month;
        day->year = next;
        reading->span.last = *day;
        reading->monthless = true;
        return true;
    }
    return false;
}

/* "La matinée aura lieu le 3 avril. Inscriptions jusqu'au 28": the last such day before the event that was told last before it, or NULL. */
static bool complete_before_event(const struct reading *event, struct reading *reading)
{
    if (!event)
        return false;
    const struct date_day *held = &event->span.first;
    struct date_day day = reading->span.first;
    bool same = day.day <= held->day;
    day.month = same ? held->month : held->month > 1 ? held->month - 1 : 12;
    day.year = held->year ? held->year - (!same && held->month == 1) : 0;
    if (!dates_exists(&day))
        return false; /* nobody wrote 30 February */
    reading->span.first = reading->span.last = day;
    return true;
}

/* "à Dijon le 11 février (10h-12h), puis à Metz le 13 (14h-16h)": the next such day behind the event that was told before it in its passage. */
static bool complete_after_event(const struct reading *event, struct reading *reading)
{
    const struct date_day *held = &event->span.last;
    struct date_day day = reading->span.first;
    bool same = day.day > held->day;
    day.month = same ? held->month : held->month < 12 ? held->month + 1 : 1;
    day.year = held->year ? held->year + (!same && held->month == 12) : 0;
    if (held->month == 0 || !dates_exists(&day))
        return false;
    reading->span.first = reading->span.last = day;
    return true;
}

/* What may tell the month of a day: all that stands above it, the event that was told last before it (NULL: none), and the publication. */
struct teller {
    const struct passages *passages;
    const struct grammar *grammar;
    const struct reading *event;
    bool alone; /* no other day of the page has a month */
    int64_t published;
};

/* "Pensez à réserver avant le 20 !": a last day without its weekday. */
static bool tell_month_of_number(const struct teller *teller, struct reading *reading)
{
    if (reading->kind == READING_EVENT)
        return teller->event && teller->event->passage == reading->passage && complete_after_event(teller->event, reading);
    if (reading->kind != READING_DEADLINE)
        return false;
    if (teller->event)
        return complete_before_event(teller->event, reading);
    return teller->alone && !month_above(reading, &teller->passages->items[0], teller->grammar) && complete(reading, teller->published);
}

/* "ce vendredi à 18h": the first such weekday on or after the publication. */
static bool tell_this_weekday(const struct teller *teller, struct reading *reading)
{
    enum { WEEK_DAYS = 7 };
    struct date_day *day = &reading->span.first;
    bool appointed = reading->kind == READING_DEADLINE || (reading->kind == READING_EVENT && (reading->start_minutes >= 0 || reading->announced));
    for (int64_t at = teller->published; appointed && at < teller->published + WEEK_DAYS; at++) {
        struct civil civil = civil_from_days(at);
        if (civil_weekday(civil.year, civil.month, civil.day) != day->weekday)
            continue;
        *day = (struct date_day){.year = civil.year, .month = civil.month, .day = civil.day, .weekday = day->weekday};
        reading->span.last = *day;
        reading->monthless = true;
        return true;
    }
    return false;
}

/* From what stands above it, or from the publication when an hour, a last day or an announcement makes it an appointment. */
static bool tell_month(const struct teller *teller, struct reading *reading)
{
    if (reading->span.first.near == DATE_NEAR_WEEKDAY)
        return tell_this_weekday(teller, reading);
    if (reading->span.first.weekday < 0)
        return tell_month_of_number(teller, reading);
    int month = month_above(reading, &teller->passages->items[0], teller->grammar);
    if (reading->kind == READING_NONE)
        return false;
    if (month)
        return complete_in(reading, month, teller->published);
    bool appointed = reading->kind == READING_DEADLINE || reading->start_minutes >= 0 || reading->announced;
    return appointed && complete(reading, teller->published);
}

static bool is_any_dated(const struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].span.first.month)
            return true;
    return false;
}

void months_complete(struct readings *readings, const struct passages *passages, const struct article *article, const struct grammar *grammar, const struct zone *zone)
{
    struct civil published = article->has_published ? zone_to_civil(zone, article->published) : (struct civil){0};
    struct teller teller = {.passages = passages, .grammar = grammar, .alone = !is_any_dated(readings)};
    teller.published = article->has_published ? civil_to_days(published.year, published.month, published.day) : 0;
    size_t kept = 0;
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->span.first.month == 0 && !(article->has_published && tell_month(&teller, reading)))
            continue;
        readings->items[kept] = *reading;
        if (reading->kind == READING_EVENT)
            teller.event = &readings->items[kept];
        kept++;
    }
    readings->count = kept;
}
