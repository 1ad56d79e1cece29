#include "slides/countdown.h"

#include "base/arena.h"
#include "base/zone.h"
#include "slides/maker.h"
#include "slides/purpose.h"
#include "slides/typography.h"
#include "slides/words.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS, HOUR_S = 3600 };

bool countdown_is_closed(struct now now, struct wall until)
{
    return now.wall_trusted && now.wall.ms >= until.ms;
}

bool countdown_is_shown(struct now now, struct wall until)
{
    return !now.wall_trusted || now.wall.ms - COUNTDOWN_CLOSED_MS < until.ms;
}

/* The last instant that still counts: its day is the last day. */
static struct wall last_instant(struct wall until)
{
    return (struct wall){until.ms - 1};
}

static struct text_line outro(const struct maker *maker, struct wall until, bool has_time, const struct purpose *purpose)
{
    struct civil end = zone_to_civil(maker->zone, until);
    bool whole_day = !has_time || (end.hour == 0 && end.minute == 0);
    if (whole_day)
        end = zone_to_civil(maker->zone, last_instant(until));
    const char *date = words_until(maker->words, maker->arena, &end, !whole_day, maker_says_year(maker, end.year));
    struct text_line doing = maker_line(maker, arena_format(maker->arena, "%s, ", purpose->doing), 0);
    return typography_join(maker->arena, doing, maker_line(maker, date, TEXT_STRONG));
}

static struct countdown_part part(const struct maker *maker, long value, bool padded, enum word_unit unit)
{
    const char *figure = arena_format(maker->arena, padded ? "%02ld" : "%ld", value);
    return (struct countdown_part){figure, words_unit(maker->words, unit, value)};
}

/* What is left is rounded up: "1 min" is on the wall for the whole last but one minute, and nothing counts to zero early. */
static void fill_last_day(const struct maker *maker, struct slide *slide, struct wall until)
{
    int64_t left_ms = until.ms - maker->now.wall.ms;
    int64_t seconds = (left_ms + SECOND_MS - 1) / SECOND_MS;
    int64_t minutes = (left_ms + MINUTE_MS - 1) / MINUTE_MS;
    slide->count_parts = 2;
    if (seconds >= HOUR_S) {
        slide->count_intro = words_get(maker->words, WORD_LAST_DAY);
        slide->count[0] = part(maker, (long)(minutes / 60), false, UNIT_HOUR);
        slide->count[1] = part(maker, (long)(minutes % 60), true, UNIT_MINUTE);
        slide->changes_at.ms = until.ms - (minutes - 1) * MINUTE_MS;
        return;
    }
    slide->count_intro = words_get(maker->words, WORD_REMAINING);
    slide->count[0] = part(maker, (long)(seconds / 60), false, UNIT_MINUTE);
    slide->count[1] = part(maker, (long)(seconds % 60), true, UNIT_SECOND);
    slide->changes_at.ms = until.ms - (seconds - 1) * SECOND_MS;
}

void countdown_fill(const struct maker *maker, struct slide *slide, struct wall until, bool has_time, const struct purpose *purpose)
{
    slide->changes_at = WALL_NEVER;
    if (countdown_is_closed(maker->now, until)) {
        slide->closed = true;
        slide->count_outro = maker_line(maker, purpose->closed, TEXT_STRONG);
        slide->changes_at.ms = until.ms + COUNTDOWN_CLOSED_MS;
        return;
    }
    slide->count_outro = outro(maker, until, has_time, purpose);
    if (!maker->now.wall_trusted)
        return;
    long days = maker_days_between(maker, maker->now.wall, last_instant(until));
    if (days <= 0) {
        fill_last_day(maker, slide, until);
        return;
    }
    slide->count_intro = words_get(maker->words, WORD_REMAINING);
    slide->count[0] = part(maker, days, false, UNIT_DAY);
    slide->count_parts = 1;
    slide->changes_at = maker_midnight(maker);
}
