#include "show/gather.h"

#include "base/arena.h"
#include "content/playlist.h"

struct gathered {
    struct arena *arena;
    struct library_date *dates;
    size_t count, capacity;
    struct now now;
};

static void add(struct gathered *gathered, const struct library_date *date)
{
    /* An event without a known end is over some time after its start: slides/ knows when; a day is the coarse sieve. */
    const int64_t day_ms = 86400000;
    if (gathered->now.wall_trusted && date->end.ms < gathered->now.wall.ms - (date->has_end || date->is_deadline ? 0 : day_ms))
        return;
    gathered->dates =
        arena_grow(gathered->arena, gathered->dates, gathered->count, &gathered->capacity, sizeof *gathered->dates);
    gathered->dates[gathered->count++] = *date;
}

static bool is_announced(const struct item *item, struct now now)
{
    if (!now.wall_trusted)
        return true;
    return (!item->has_from || now.wall.ms >= item->from.ms) && (!item->has_until || now.wall.ms < item->until.ms);
}

static void add_own(struct gathered *gathered, const struct item *item)
{
    struct library_date date = {.is_deadline = item->kind == ITEM_DEADLINE,
                                .title = item->title ? item->title : "",
                                .place = item->where ? item->where : "",
                                .start = item->start,
                                .end = item->has_end ? item->end : item->start,
                                .has_end = item->has_end,
                                .all_day = item->kind == ITEM_EVENT && !item->has_time,
                                .has_time = item->has_time};
    if (date.is_deadline) {
        if (!item->has_end)
            return;
        date.start = date.end;
    } else if (!item->has_start) {
        return;
    }
    add(gathered, &date);
}

const struct library_date *gather_dates(struct arena *arena, const struct library *library, struct now now, size_t *count,
                                        bool *complete)
{
    const struct playlist *playlist = library_playlist(library);
    struct gathered gathered = {.arena = arena, .now = now};
    *complete = true;
    for (size_t i = 0; i < playlist->item_count; i++) {
        const struct item *item = &playlist->items[i];
        if (!is_announced(item, now))
            continue;
        if (item->kind == ITEM_EVENT || item->kind == ITEM_DEADLINE) {
            add_own(&gathered, item);
            continue;
        }
        if (item->kind != ITEM_ARTICLE)
            continue;
        const struct library_date *dates = NULL;
        size_t found = 0;
        if (!library_dates(library, item, &dates, &found)) {
            *complete = false;
            continue;
        }
        for (size_t d = 0; d < found; d++)
            add(&gathered, &dates[d]);
    }
    *count = gathered.count;
    return gathered.dates;
}
