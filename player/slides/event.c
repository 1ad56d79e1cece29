#include "slides/event.h"

#include "base/arena.h"
#include "base/zone.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/reading.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

enum { NOON_HOUR = 12, DAY_MS = 24 * 3600 * 1000 };

struct wall event_end(const struct maker *maker, const struct event *event)
{
    if (event->has_end && event->end.ms > event->start.ms)
        return event->end;
    if (event->all_day)
        return zone_day_start(maker->zone, event->start, 1);
    return (struct wall){event->start.ms + EVENT_ASSUMED_MS};
}

bool event_is_over(const struct maker *maker, const struct event *event)
{
    return maker->now.wall_trusted && maker->now.wall.ms >= event_end(maker, event).ms;
}

/* The last instant of an event, to know its last day. */
static struct wall last_instant(const struct maker *maker, const struct event *event)
{
    if (!event->all_day && !event->has_end)
        return event->start;
    return (struct wall){event_end(maker, event).ms - 1};
}

bool event_has_days(const struct maker *maker, const struct event *event)
{
    struct wall last = last_instant(maker, event);
    if (maker_days_between(maker, event->start, last) <= 0)
        return false;
    bool night = !event->all_day && last.ms - event->start.ms < DAY_MS && zone_to_civil(maker->zone, last).hour < NOON_HOUR &&
                 zone_to_civil(maker->zone, event->start).hour >= NOON_HOUR;
    return !night;
}

/* "janvier", or "janvier 2027". */
static const char *month_words(const struct maker *maker, const struct civil *civil, bool with_year)
{
    const char *month = words_month(maker->words, civil->month);
    return with_year ? arena_format(maker->arena, "%s\u00a0%d", month, civil->year) : month;
}

static const char *day_number(const struct maker *maker, const struct civil *civil)
{
    return arena_format(maker->arena, "%d%s", civil->day, civil->day == 1 && !maker->english ? "er" : "");
}

void event_day_words(const struct maker *maker, const struct event *event, const char **day, const char **month)
{
    struct civil first = zone_to_civil(maker->zone, event->start);
    struct civil last = zone_to_civil(maker->zone, last_instant(maker, event));
    bool with_year = maker_says_year(maker, event_has_days(maker, event) ? last.year : first.year);
    if (!event_has_days(maker, event)) {
        *day = arena_format(maker->arena, "%d", first.day);
        *month = month_words(maker, &first, with_year);
    } else if (first.year == last.year && first.month == last.month) {
        *day = arena_format(maker->arena, "%d–%d", first.day, last.day);
        *month = month_words(maker, &first, with_year);
    } else {
        *day = arena_format(maker->arena, "%d", first.day);
        *month = arena_format(maker->arena, "%s – %s\u00a0%s", month_words(maker, &first, with_year && first.year != last.year),
                              day_number(maker, &last), month_words(maker, &last, with_year));
    }
}

void event_hour_words(const struct maker *maker, const struct event *event, const char **from, const char **to)
{
    *from = *to = "";
    if (event->all_day)
        return;
    struct civil first = zone_to_civil(maker->zone, event->start);
    *from = words_hour(maker->words, maker->arena, first.hour, first.minute);
    if (!event->has_end || event->end.ms <= event->start.ms)
        return;
    struct civil last = zone_to_civil(maker->zone, event->end);
    /* From Friday 18 h to Sunday 12 h is not "18 h to 12 h" each day: the start alone is true. */
    bool backwards = last.hour * 60 + last.minute <= first.hour * 60 + first.minute;
    if (event_has_days(maker, event) && backwards)
        return;
    *to = words_hour(maker->words, maker->arena, last.hour, last.minute);
}

static const char *weekday_words(const struct maker *maker, const struct event *event)
{
    struct civil first = zone_to_civil(maker->zone, event->start);
    struct civil last = zone_to_civil(maker->zone, last_instant(maker, event));
    int from = civil_weekday(first.year, first.month, first.day), to = civil_weekday(last.year, last.month, last.day);
    if (!event_has_days(maker, event))
        return words_weekday(maker->words, from);
    return words_weekdays(maker->words, maker->arena, from, to);
}

static const char *badge_words(const struct maker *maker, const struct event *event)
{
    if (!maker->now.wall_trusted)
        return "";
    bool begun = maker->now.wall.ms >= event->start.ms;
    long days = maker_days_between(maker, maker->now.wall, event->start);
    if (begun && (!event->all_day || event_has_days(maker, event)))
        return words_get(maker->words, WORD_NOW_ON);
    return words_in_days(maker->words, maker->arena, days);
}

/* "📍 Paris, au Lieu de la transformation publique" strong, then what stands in a last bracket as it is. */
static struct text_line where_line(const struct maker *maker, const char *place)
{
    const char *clean = cut_trailing(maker->arena, cut_clean(maker->arena, place), ".,;");
    if (strncmp(clean, "📍", 4) == 0)
        clean = cut_trim(maker->arena, clean + 4, strlen(clean + 4));
    size_t length = strlen(clean);
    if (!length)
        return (struct text_line){"", NULL, 0};
    size_t strong = length;
    const char *bracket = strrchr(clean, '(');
    if (bracket && bracket > clean && clean[length - 1] == ')')
        strong = (size_t)(bracket - clean);
    struct text_line line = maker_line(maker, "📍\u00a0", 0);
    line = typography_join(maker->arena, line, maker_line(maker, arena_copy_bytes(maker->arena, clean, strong), TEXT_STRONG));
    return typography_join(maker->arena, line, maker_line(maker, clean + strong, 0));
}

static struct wall changes_at(const struct maker *maker, const struct event *event)
{
    if (!maker->now.wall_trusted)
        return WALL_NEVER;
    struct wall next = maker_sooner(maker, maker_midnight(maker), event->start);
    return maker_sooner(maker, next, event_end(maker, event));
}

/* What it is about, as long as the slide holds it. */
static void add_about(const struct maker *maker, struct slide *slide, const char *about)
{
    const char *clean = reading_useful(maker, about);
    for (size_t most = CUT_LEAD_MOST; most >= 60; most -= 60) {
        slide->lead = maker_line(maker, cut_sentences(maker->arena, clean, most), 0);
        if (slide->lead.count == 0 || maker_fits(maker, slide))
            return;
    }
    slide->lead = (struct text_line){"", NULL, 0};
}

static struct civil again_civil(const struct maker *maker, const struct occasion *occasion, size_t index)
{
    return index < occasion->again_count ? zone_to_civil(maker->zone, occasion->again[index]->start) : (struct civil){0};
}

static bool same_month(const struct civil *one, const struct civil *other)
{
    return one->year == other->year && one->month == other->month;
}

/* Before the day of this index: "11 avril, 16 et 23 mai, 6 juin", "30 avril et 17 mai". */
static const char *again_joiner(const struct maker *maker, const struct occasion *occasion, size_t index)
{
    if (index == 0)
        return "";
    struct civil before = again_civil(maker, occasion, index - 1), day = again_civil(maker, occasion, index), next = again_civil(maker, occasion, index + 1);
    bool last = same_month(&before, &day) ? !same_month(&day, &next) : occasion->again_count == 2;
    return last ? arena_format(maker->arena, " %s\u00a0", words_get(maker->words, WORD_AND)) : ", ";
}

/* "10", "10 juin": the month where the next day is of another one, or none follows. */
static const char *again_day(const struct maker *maker, const struct occasion *occasion, size_t index)
{
    struct civil day = again_civil(maker, occasion, index), next = again_civil(maker, occasion, index + 1);
    const char *number = day_number(maker, &day);
    if (same_month(&day, &next))
        return number;
    return arena_format(maker->arena, "%s\u00a0%s", number, month_words(maker, &day, maker_says_year(maker, day.year)));
}

void event_again_words(const struct maker *maker, const struct occasion *occasion, const char **joiner, const char **days)
{
    enum { NAMED_MOST = 4 };
    size_t count = occasion->again_count, named = count > NAMED_MOST ? NAMED_MOST - 1 : count;
    *joiner = *days = "";
    if (!count)
        return;
    *joiner = words_get(maker->words, count > 1 ? WORD_AGAIN_SEVERAL : WORD_AGAIN_ONE);
    struct occasion shown = {occasion->event, occasion->again, named};
    for (size_t i = 0; i < named; i++)
        *days = arena_format(maker->arena, "%s%s%s", *days, again_joiner(maker, &shown, i), again_day(maker, &shown, i));
    if (named < count)
        *days = arena_format(maker->arena, "%s %s", *days, words_others(maker->words, maker->arena, (long)(count - named)));
}

struct slide event_slide(const struct maker *maker, const struct occasion *occasion, int number, const char *kicker)
{
    const struct event *event = occasion->event;
    struct slide slide = maker_slide(maker, SLIDE_EVENT, number, event->line);
    slide.kicker = maker_line(maker, kicker, 0);
    slide.title = maker_line(maker, cut_capital(maker->arena, cut_trailing(maker->arena, event->title, ":,;")), 0);
    slide.weekday = weekday_words(maker, event);
    event_day_words(maker, event, &slide.day, &slide.month);
    event_hour_words(maker, event, &slide.hours[0], &slide.hours[1]);
    if (slide.hours[1][0])
        slide.hours_joiner = words_get(maker->words, WORD_TO);
    else if (!slide.hours[0][0])
        event_again_words(maker, occasion, &slide.again_joiner, &slide.again);
    slide.badge = badge_words(maker, event);
    if (event->place)
        slide.where = where_line(maker, event->place);
    maker_action(maker, &slide, event->action);
    if (event->about)
        add_about(maker, &slide, event->about);
    slide.changes_at = changes_at(maker, event);
    return slide;
}
