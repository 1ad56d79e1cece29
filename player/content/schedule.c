#include "content/schedule.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/civil.h"
#include "base/zone.h"
#include "content/playlist.h"

enum { DAY_MINUTES = 24 * 60, EVERY_DAY = 127, DAYS_LOOKED_AHEAD = 9 };

static bool schedule_has_day(const struct item *item, int64_t day)
{
    /* 1970-01-01 was a Thursday; bit 0 is Monday. */
    int64_t weekday = ((day + 3) % 7 + 7) % 7;
    return (item->days >> weekday & 1u) != 0;
}

static bool schedule_is_all_day(const struct item *item)
{
    return item->hours_start_min == item->hours_end_min && item->hours_start_min == 0;
}

/* Days and hours, on what the clock on the wall shows. A window over midnight belongs to the day on which it begins. */
static bool schedule_hours_open(const struct item *item, int64_t day, int minute)
{
    if (schedule_is_all_day(item))
        return schedule_has_day(item, day);
    if (item->hours_start_min < item->hours_end_min)
        return schedule_has_day(item, day) && minute >= item->hours_start_min && minute < item->hours_end_min;
    return (minute >= item->hours_start_min && schedule_has_day(item, day)) ||
           (minute < item->hours_end_min && schedule_has_day(item, day - 1));
}

bool schedule_is_open(const struct item *item, const struct zone *zone, struct wall at)
{
    if ((item->has_from && at.ms < item->from.ms) || (item->has_until && at.ms >= item->until.ms))
        return false;
    if (item->days == EVERY_DAY && schedule_is_all_day(item))
        return true;
    struct civil civil = zone_to_civil(zone, at);
    return schedule_hours_open(item, civil_to_days(civil.year, civil.month, civil.day), civil.hour * 60 + civil.minute);
}

static void schedule_earlier(struct wall candidate, struct wall after, struct wall *best)
{
    if (candidate.ms > after.ms && candidate.ms < best->ms)
        *best = candidate;
}

/* The instant in (low, high] at which the zone's offset changes; they differ. To the second, as zone data is. */
static struct wall schedule_jump(const struct zone *zone, struct wall low, struct wall high)
{
    int before = zone_offset_s(zone, low);
    int64_t from = low.ms / 1000, to = high.ms / 1000;
    while (to - from > 1) {
        int64_t middle = from + (to - from) / 2;
        if (zone_offset_s(zone, (struct wall){middle * 1000}) == before)
            from = middle;
        else
            to = middle;
    }
    return (struct wall){to * 1000};
}

/* Candidates of one day: the midnights around it, the hours (on the night that has an hour twice, both of them), and the jump itself. */
static void schedule_day_changes(const struct item *item, const struct zone *zone, struct wall at, int days, struct wall *best)
{
    struct wall midnight = zone_day_start(zone, at, days), next = zone_day_start(zone, at, days + 1);
    int minutes[2] = {item->hours_start_min, item->hours_end_min};
    schedule_earlier(midnight, at, best);
    for (int i = 0; i < 2; i++) {
        struct civil civil = zone_to_civil(zone, midnight);
        civil.hour = minutes[i] / 60;
        civil.minute = minutes[i] % 60;
        civil.second = 0;
        struct wall first = zone_to_wall(zone, &civil);
        int change_s = zone_offset_s(zone, midnight) - zone_offset_s(zone, next);
        schedule_earlier(first, at, best);
        if (change_s > 0)
            schedule_earlier((struct wall){first.ms + (int64_t)change_s * 1000}, at, best);
    }
    if (zone_offset_s(zone, midnight) != zone_offset_s(zone, next))
        schedule_earlier(schedule_jump(zone, midnight, next), at, best);
}

/* The first instant after `at` at which days and hours can change; at most one day with its midnights. */
static struct wall schedule_next_candidate(const struct item *item, const struct zone *zone, struct wall at)
{
    struct wall best = WALL_NEVER;
    for (int days = 0; days <= 1 && best.ms == INT64_MAX; days++)
        schedule_day_changes(item, zone, at, days, &best);
    return best;
}

struct wall schedule_next_change(const struct item *item, const struct zone *zone, struct wall at)
{
    struct wall bound = WALL_NEVER;
    bool open = schedule_is_open(item, zone, at);
    if (item->has_until && at.ms >= item->until.ms)
        return WALL_NEVER;
    if (item->has_from && at.ms < item->from.ms) {
        if (item->has_until && item->until.ms <= item->from.ms)
            return WALL_NEVER;
        if (schedule_is_open(item, zone, item->from))
            return item->from;
        at = item->from;
    }
    if (item->has_until)
        bound = item->until;
    if (item->days == EVERY_DAY && schedule_is_all_day(item))
        return bound;
    /* Within a little more than a week every weekday has come by; nine days have at most seven candidates each. */
    for (int i = 0; i < DAYS_LOOKED_AHEAD * 7; i++) {
        at = schedule_next_candidate(item, zone, at);
        if (at.ms >= bound.ms)
            break;
        if (schedule_is_open(item, zone, at) != open)
            return at;
    }
    return open ? bound : WALL_NEVER;
}

static void schedule_describe_days(struct buffer *text, unsigned days, bool english)
{
    static const char *const names[2][7] = {{"lun", "mar", "mer", "jeu", "ven", "sam", "dim"},
                                            {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}};
    const char *const *name = names[english ? 1 : 0];
    for (int day = 0; day < 7; day++) {
        int last = day;
        if (!(days >> day & 1u))
            continue;
        while (last < 6 && (days >> (last + 1) & 1u))
            last++;
        buffer_format(text, "%s%s", text->length ? ", " : "", name[day]);
        if (last > day)
            buffer_format(text, "%s%s", last == day + 1 ? ", " : "-", name[last]);
        day = last;
    }
}

/* "2 mai 2023", "2 mai 2023 à 12:00"; an end at midnight is the day before it: `until` a day means through it. */
static void schedule_describe_date(struct buffer *text, struct wall wall, const struct zone *zone, bool is_end, bool english)
{
    static const char *const months[2][12] = {
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
        {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}};
    struct wall midnight = zone_day_start(zone, wall, 0);
    bool whole_day = midnight.ms == wall.ms;
    struct civil civil = zone_to_civil(zone, wall);
    if (whole_day && is_end)
        civil = zone_to_civil(zone, zone_day_start(zone, wall, -1));
    buffer_format(text, "%d%s %s %d", civil.day, civil.day == 1 && !english ? "er" : "", months[english ? 1 : 0][civil.month - 1],
                  civil.year);
    if (!whole_day)
        buffer_format(text, english ? " %02d:%02d" : " à %02d:%02d", civil.hour, civil.minute);
}

const char *schedule_describe(struct arena *arena, const struct item *item, const struct zone *zone, bool english)
{
    struct buffer text;
    buffer_init(&text, arena);
    if (item->days != EVERY_DAY)
        schedule_describe_days(&text, item->days, english);
    if (!schedule_is_all_day(item)) {
        int end = item->hours_end_min ? item->hours_end_min : DAY_MINUTES;
        buffer_format(&text, "%s%02d:%02d-%02d:%02d", text.length ? " " : "", item->hours_start_min / 60,
                      item->hours_start_min % 60, end / 60, end % 60);
    }
    if (item->has_from) {
        buffer_format(&text, "%s%s", text.length ? ", " : "", english ? "from " : "à partir du ");
        schedule_describe_date(&text, item->from, zone, false, english);
    }
    if (item->has_until) {
        buffer_format(&text, "%s%s", text.length ? ", " : "", english ? "until " : "jusqu’au ");
        schedule_describe_date(&text, item->until, zone, true, english);
    }
    return text.data;
}
