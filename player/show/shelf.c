#include "show/shelf.h"

#include "base/arena.h"
#include "base/memory.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/schedule.h"
#include "show/gather.h"
#include "slides/build.h"

#include <assert.h>

/* The current entry, the two used before it, the next one that was looked up in advance, and one to build into. */
enum { ENTRIES = 5 };

/* A closed call is shown for two days more (slides/ counts them): only dates well beyond are passed over without reading. */
enum { SURELY_OVER_MS = 3 * 86400000 };

/* An agenda made before all articles were read is made again after this time. */
enum { UNFINISHED_AGENDA_MS = 5000 };

/* Nothing changes faster than the seconds of a countdown. */
enum { SOONEST_CHANGE_MS = 500 };

struct slot {
    struct shelf_entry entry;
    struct arena *arena;
    unsigned long used; /* 0: free; else the greater, the later */
    unsigned long epoch;
};

/* An item that gave no slide at `since`: what has ended does not come back, as long as nobody touches it. */
struct nothing {
    bool known, trusted;
    struct wall since;
};

struct shelf {
    struct library *library;
    bool (*fits)(void *, const struct slide *);
    void *fits_context;
    const struct setup *setup;
    struct slot slots[ENTRIES];
    struct nothing *nothings; /* one for each item; NULL until asked for */
    size_t nothing_count;
    unsigned long uses, builds, epoch;
};

struct shelf *shelf_create(struct library *library, bool (*fits)(void *, const struct slide *), void *fits_context)
{
    struct shelf *shelf = memory_alloc(sizeof *shelf);
    shelf->library = library;
    shelf->fits = fits;
    shelf->fits_context = fits_context;
    shelf->epoch = 1;
    for (size_t i = 0; i < ENTRIES; i++)
        shelf->slots[i].arena = arena_create();
    return shelf;
}

void shelf_destroy(struct shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < ENTRIES; i++)
        arena_destroy(shelf->slots[i].arena);
    memory_free(shelf->nothings);
    memory_free(shelf);
}

void shelf_forget(struct shelf *shelf)
{
    shelf->epoch++;
    memory_free(shelf->nothings);
    shelf->nothings = NULL;
    shelf->nothing_count = 0;
}

bool shelf_is_open(const struct shelf *shelf, size_t index, struct now now)
{
    const struct playlist *playlist = library_playlist(shelf->library);
    const struct item *item = &playlist->items[index];
    if (now.wall_trusted)
        return schedule_is_open(item, playlist->zone, now.wall);
    const unsigned all_days = 127;
    bool has_day_part = (item->days & all_days) != all_days || item->hours_start_min != item->hours_end_min;
    if (has_day_part || (item->urgent && (item->has_from || item->has_until)))
        return false;
    return (!item->has_from || now.wall.ms >= item->from.ms) && (!item->has_until || now.wall.ms < item->until.ms);
}

static struct nothing *nothing_of(struct shelf *shelf, size_t index)
{
    size_t count = library_playlist(shelf->library)->item_count;
    assert(index < count);
    if (shelf->nothing_count != count) {
        memory_free(shelf->nothings);
        shelf->nothings = memory_alloc(count * sizeof *shelf->nothings);
        shelf->nothing_count = count;
    }
    return &shelf->nothings[index];
}

static bool is_known_empty(struct shelf *shelf, size_t index, struct now now)
{
    const struct nothing *nothing = nothing_of(shelf, index);
    return nothing->known && nothing->trusted == now.wall_trusted && now.wall.ms >= nothing->since.ms;
}

/* All that the article says is over for days: it need not be read to know that it gives nothing. */
static bool is_surely_over(const struct library_date *dates, size_t count, struct now now)
{
    if (!now.wall_trusted || count == 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (dates[i].end.ms > now.wall.ms - SURELY_OVER_MS)
            return false;
    return true;
}

static size_t slot_of(const struct shelf *shelf, const struct shelf_entry *entry)
{
    size_t slot = 0;
    while (slot < ENTRIES && &shelf->slots[slot].entry != entry)
        slot++;
    assert(slot < ENTRIES);
    return slot;
}

bool shelf_is_fresh(const struct shelf *shelf, const struct shelf_entry *entry, struct now now)
{
    const struct slot *slot = &shelf->slots[slot_of(shelf, entry)];
    return slot->used && slot->epoch == shelf->epoch && entry->trusted == now.wall_trusted &&
           now.wall.ms >= entry->at.ms && now.wall.ms < entry->changes_at.ms;
}

void shelf_use(struct shelf *shelf, const struct shelf_entry *entry)
{
    shelf->slots[slot_of(shelf, entry)].used = ++shelf->uses;
}

static struct slot *slot_free(struct shelf *shelf)
{
    struct slot *oldest = &shelf->slots[0];
    for (size_t i = 1; i < ENTRIES; i++)
        if (shelf->slots[i].used < oldest->used)
            oldest = &shelf->slots[i];
    oldest->used = 0;
    arena_reset(oldest->arena);
    oldest->entry = (struct shelf_entry){0};
    return oldest;
}

static const struct shelf_entry *shelve(struct shelf *shelf, struct slot *slot, size_t index, struct now now)
{
    struct shelf_entry *entry = &slot->entry;
    entry->item = index;
    entry->at = now.wall;
    entry->trusted = now.wall_trusted;
    for (size_t i = 0; i < entry->count; i++)
        if (entry->slides[i].changes_at.ms < entry->changes_at.ms)
            entry->changes_at = entry->slides[i].changes_at;
    /* Never again in the same instant: a rebuild that promises nothing new must not become a loop. */
    if (entry->changes_at.ms <= now.wall.ms)
        entry->changes_at.ms = now.wall.ms + SOONEST_CHANGE_MS;
    slot->epoch = shelf->epoch;
    slot->used = ++shelf->uses;
    shelf->builds++;
    return entry;
}

static struct build build_at(const struct shelf *shelf, struct now now)
{
    return (struct build){library_playlist(shelf->library), now, shelf->fits, shelf->fits_context, shelf->setup, NULL};
}

static const struct slide *build_the_agenda(struct shelf *shelf, const struct item *item, struct now now, struct slot *slot)
{
    struct build build = build_at(shelf, now);
    size_t count = 0;
    bool complete = true;
    struct arena *scratch = arena_create();
    const struct library_date *dates = gather_dates(scratch, shelf->library, now, &count, &complete);
    if (!complete)
        slot->entry.changes_at.ms = now.wall.ms + UNFINISHED_AGENDA_MS;
    const struct slide *slides = build_agenda(slot->arena, &build, item, dates, count, &slot->entry.count);
    arena_destroy(scratch);
    return slides;
}

/* False: the article cannot be read within the budget, or nothing is to be read. */
static bool may_read(struct shelf *shelf, const struct item *item, struct now now, struct shelf_budget *budget)
{
    const struct library_date *dates = NULL;
    size_t count = 0;
    if (library_dates(shelf->library, item, &dates, &count) && is_surely_over(dates, count, now))
        return false;
    if (budget->articles <= 0) {
        budget->spent = true;
        return false;
    }
    budget->articles--;
    return true;
}

static const struct shelf_entry *shelf_find(struct shelf *shelf, size_t index, struct now now)
{
    for (size_t i = 0; i < ENTRIES; i++) {
        const struct shelf_entry *entry = &shelf->slots[i].entry;
        if (entry->item == index && shelf_is_fresh(shelf, entry, now))
            return entry;
    }
    return NULL;
}

const struct shelf_entry *shelf_take(struct shelf *shelf, size_t index, struct now now, struct shelf_budget *budget)
{
    if (!shelf_is_open(shelf, index, now))
        return NULL;
    const struct shelf_entry *ready = shelf_find(shelf, index, now);
    if (ready)
        return ready;
    if (is_known_empty(shelf, index, now))
        return NULL;
    const struct item *item = &library_playlist(shelf->library)->items[index];
    if (library_bars(shelf->library, item) || (item->kind == ITEM_ARTICLE && !may_read(shelf, item, now, budget)))
        return NULL;
    library_take(shelf->library, item);
    struct build build = build_at(shelf, now);
    struct slot *slot = slot_free(shelf);
    slot->entry.changes_at = WALL_NEVER;
    if (item->kind == ITEM_AGENDA) {
        slot->entry.slides = build_the_agenda(shelf, item, now, slot);
    } else {
        const struct article *article = item->kind == ITEM_ARTICLE ? library_article(shelf->library, item) : NULL;
        if (article || item->kind != ITEM_ARTICLE)
            slot->entry.slides = build_item(slot->arena, &build, item, article, &slot->entry.count);
    }
    if (slot->entry.count > 0)
        return shelve(shelf, slot, index, now);
    if (item->kind != ITEM_AGENDA)
        *nothing_of(shelf, index) = (struct nothing){true, now.wall_trusted, now.wall};
    return NULL;
}

void shelf_set_setup(struct shelf *shelf, const struct setup *setup)
{
    shelf->setup = setup;
    for (size_t i = 0; i < ENTRIES; i++)
        if (shelf->slots[i].entry.item == SHELF_HOLDING)
            shelf->slots[i].epoch = 0;
}

const struct shelf_entry *shelf_holding(struct shelf *shelf, struct now now)
{
    const struct shelf_entry *ready = shelf_find(shelf, SHELF_HOLDING, now);
    if (ready)
        return ready;
    struct build build = build_at(shelf, now);
    struct slot *slot = slot_free(shelf);
    struct slide *slide = arena_alloc(slot->arena, sizeof *slide);
    *slide = build_holding(slot->arena, &build);
    slot->entry.slides = slide;
    slot->entry.count = 1;
    slot->entry.changes_at = WALL_NEVER;
    return shelve(shelf, slot, SHELF_HOLDING, now);
}

unsigned long shelf_builds(const struct shelf *shelf)
{
    return shelf->builds;
}

size_t shelf_held_bytes(const struct shelf *shelf)
{
    size_t held = shelf->nothing_count * sizeof *shelf->nothings;
    for (size_t i = 0; i < ENTRIES; i++)
        held += arena_held_bytes(shelf->slots[i].arena);
    return held;
}
