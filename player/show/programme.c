#include "show/programme.h"

#include "base/arena.h"
#include "base/memory.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/schedule.h"
#include "show/gather.h"
#include "show/programme_keys.h"
#include "show/round.h"
#include "show/shelf.h"

#include <string.h>

/* Articles that one call may read: 20 of 1-2 ms each stay well under a quarter of a second. */
enum { ARTICLES_A_CALL = 20 };

/* A place in a round: a turn, and a slide of its item. `on`: that slide is the current one; otherwise it is the next one. */
struct cursor {
    size_t turn;
    size_t slide;
    bool on;
};

/* What plays. */
enum mode {
    MODE_START,   /* nothing was asked for yet */
    MODE_ROUND,   /* the round of ordinary items */
    MODE_URGENT,  /* the round of urgent items, alone */
    MODE_HOLDING  /* nothing is on: the holding slide */
};

struct programme {
    struct library *library;
    struct shelf *shelf;
    bool (*fits)(void *, const struct slide *);
    void *fits_context;
    const struct setup *setup;
    struct arena *arena; /* rounds and keys: one playlist's */
    struct round ordinary, urgent;
    struct programme_keys keys;
    bool is_loaded;
    enum mode mode;
    struct cursor cursor, urgent_cursor;
    const struct shelf_entry *entry; /* holds the current slide; NULL: none */
    const struct slide *slide;
    bool searching;
    bool look_again; /* on the holding slide: something may be on now */
    struct wall change_at, change_since;
    bool change_known;
};

/* What a search found. */
struct found {
    const struct shelf_entry *entry;
    size_t turn, slide;
};

struct programme *programme_create(struct library *library, bool (*fits)(void *, const struct slide *), void *fits_context)
{
    struct programme *programme = memory_alloc(sizeof *programme);
    programme->library = library;
    programme->fits = fits;
    programme->fits_context = fits_context;
    programme->shelf = shelf_create(library, fits, fits_context);
    programme->arena = arena_create();
    return programme;
}

void programme_destroy(struct programme *programme)
{
    if (!programme)
        return;
    shelf_destroy(programme->shelf);
    arena_destroy(programme->arena);
    memory_free(programme);
}

static void load(struct programme *programme)
{
    const struct playlist *playlist = library_playlist(programme->library);
    programme->ordinary = round_make(programme->arena, playlist->items, playlist->item_count, false);
    programme->urgent = round_make(programme->arena, playlist->items, playlist->item_count, true);
    programme->keys = programme_keys_make(programme->arena, playlist);
    programme->is_loaded = true;
}

static const struct round *round_of(const struct programme *programme, enum mode mode)
{
    return mode == MODE_URGENT ? &programme->urgent : &programme->ordinary;
}

static struct cursor *cursor_of(struct programme *programme, enum mode mode)
{
    return mode == MODE_URGENT ? &programme->urgent_cursor : &programme->cursor;
}

/* Walks forward from the cursor, at most once around and back to the slides before it. False: nothing, or the budget was spent. */
static bool seek_forward(struct programme *programme, enum mode mode, struct now now, struct shelf_budget *budget,
                         struct found *found)
{
    const struct round *round = round_of(programme, mode);
    const struct cursor *cursor = cursor_of(programme, mode);
    size_t first = cursor->on ? cursor->slide + 1 : cursor->slide;
    for (size_t step = 0; round->count && step <= round->count && !budget->spent; step++) {
        size_t turn = (cursor->turn + step) % round->count;
        const struct shelf_entry *entry = shelf_take(programme->shelf, round->turns[turn].item, now, budget);
        if (entry && first < entry->count) {
            *found = (struct found){entry, turn, first};
            return true;
        }
        first = 0;
    }
    return false;
}

static bool seek_back(struct programme *programme, enum mode mode, struct now now, struct shelf_budget *budget, struct found *found)
{
    const struct round *round = round_of(programme, mode);
    const struct cursor *cursor = cursor_of(programme, mode);
    for (size_t step = 0; round->count && step <= round->count && !budget->spent; step++) {
        size_t turn = (cursor->turn + round->count - step % round->count) % round->count;
        if (step == 0 && cursor->slide == 0)
            continue;
        const struct shelf_entry *entry = shelf_take(programme->shelf, round->turns[turn].item, now, budget);
        if (!entry)
            continue;
        size_t last = entry->count - 1;
        if (step == 0 && cursor->slide - 1 < last)
            last = cursor->slide - 1;
        *found = (struct found){entry, turn, last};
        return true;
    }
    return false;
}

/* True when an urgent item is on and has something to show. */
static bool is_urgent_on(struct programme *programme, struct now now, struct shelf_budget *budget)
{
    for (size_t i = 0; i < programme->urgent.count && !budget->spent; i++)
        if (shelf_take(programme->shelf, programme->urgent.turns[i].item, now, budget))
            return true;
    return false;
}

static const struct slide *adopt(struct programme *programme, enum mode mode, const struct found *found)
{
    programme->mode = mode;
    programme->entry = found->entry;
    programme->slide = &found->entry->slides[found->slide];
    if (mode != MODE_HOLDING)
        *cursor_of(programme, mode) = (struct cursor){found->turn, found->slide, true};
    programme->look_again = false;
    programme->change_known = false;
    shelf_use(programme->shelf, found->entry);
    return programme->slide;
}

static const struct slide *hold(struct programme *programme, struct now now)
{
    const struct found found = {shelf_holding(programme->shelf, now), 0, 0};
    return adopt(programme, MODE_HOLDING, &found);
}

typedef bool seek_function(struct programme *, enum mode, struct now, struct shelf_budget *, struct found *);

static const struct slide *move(struct programme *programme, struct now now, seek_function *seek)
{
    struct shelf_budget budget = {ARTICLES_A_CALL, false};
    struct found found = {0};
    if (!programme->is_loaded)
        load(programme);
    enum mode mode = is_urgent_on(programme, now, &budget) ? MODE_URGENT : MODE_ROUND;
    if (mode == MODE_URGENT && programme->mode != MODE_URGENT)
        programme->urgent_cursor = (struct cursor){0};
    bool is_found = seek(programme, mode, now, &budget, &found);
    programme->searching = !is_found && budget.spent;
    if (is_found)
        return adopt(programme, mode, &found);
    if (programme->searching) {
        const struct slide *current = programme->slide ? programme_current(programme, now) : NULL;
        programme->searching = true;
        if (current)
            return current;
    }
    const struct slide *holding = hold(programme, now);
    programme->look_again = programme->searching;
    return holding;
}

const struct slide *programme_next(struct programme *programme, struct now now)
{
    return move(programme, now, seek_forward);
}

const struct slide *programme_back(struct programme *programme, struct now now)
{
    return move(programme, now, seek_back);
}

const struct slide *programme_peek(struct programme *programme, struct now now)
{
    struct shelf_budget budget = {ARTICLES_A_CALL, false};
    struct found found = {0};
    if (programme->mode != MODE_ROUND && programme->mode != MODE_URGENT)
        return NULL;
    if (!seek_forward(programme, programme->mode, now, &budget, &found))
        return NULL;
    shelf_use(programme->shelf, found.entry);
    if (programme->entry)
        shelf_use(programme->shelf, programme->entry);
    return &found.entry->slides[found.slide];
}

/* On the holding slide: has anything begun? */
static bool is_anything_on(struct programme *programme, struct now now)
{
    struct shelf_budget budget = {ARTICLES_A_CALL, false};
    struct found found = {0};
    bool is_on = is_urgent_on(programme, now, &budget) || seek_forward(programme, MODE_ROUND, now, &budget, &found);
    programme->searching = !is_on && budget.spent;
    return is_on;
}

static const struct slide *current_holding(struct programme *programme, struct now now)
{
    programme_next_change(programme, now);
    programme->look_again = programme->look_again || programme->entry->trusted != now.wall_trusted;
    if (programme->look_again) {
        if (is_anything_on(programme, now))
            return NULL;
        programme->look_again = programme->searching;
    }
    if (!shelf_is_fresh(programme->shelf, programme->entry, now)) {
        programme->entry = shelf_holding(programme->shelf, now);
        programme->slide = programme->entry->slides;
        programme->change_known = false;
    }
    return programme->slide;
}

/* The words are made again: the slide is found by its id. When it is gone the cursor stands before what followed it. */
static bool remake(struct programme *programme, struct now now)
{
    struct cursor *cursor = cursor_of(programme, programme->mode);
    const struct round *round = round_of(programme, programme->mode);
    struct shelf_budget budget = {ARTICLES_A_CALL, false};
    const struct shelf_entry *entry = NULL;
    if (cursor->on && cursor->turn < round->count)
        entry = shelf_take(programme->shelf, round->turns[cursor->turn].item, now, &budget);
    for (size_t i = 0; entry && i < entry->count; i++) {
        if (strcmp(entry->slides[i].id, programme->slide->id) != 0)
            continue;
        cursor->slide = i;
        programme->entry = entry;
        programme->slide = &entry->slides[i];
        programme->change_known = false;
        return true;
    }
    cursor->on = false;
    return false;
}

const struct slide *programme_current(struct programme *programme, struct now now)
{
    if (!programme->slide)
        return NULL;
    if (!programme->is_loaded)
        load(programme);
    shelf_use(programme->shelf, programme->entry);
    if (programme->mode == MODE_HOLDING)
        return current_holding(programme, now);
    const struct cursor *cursor = cursor_of(programme, programme->mode);
    if (!cursor->on)
        return NULL;
    if (shelf_is_fresh(programme->shelf, programme->entry, now) && shelf_is_open(programme->shelf, programme->entry->item, now))
        return programme->slide;
    return remake(programme, now) ? programme->slide : NULL;
}

bool programme_is_urgent(const struct programme *programme)
{
    return programme->mode == MODE_URGENT;
}

bool programme_is_searching(const struct programme *programme)
{
    return programme->searching;
}

void programme_set_setup(struct programme *programme, const struct setup *setup)
{
    programme->setup = setup;
    shelf_set_setup(programme->shelf, setup);
}

/* The cursor's place in the new round: its item's turn (or that of what took its place), or before the item that followed and still is
 * there. */
static struct cursor cursor_found_again(struct cursor cursor, const struct round *old, const struct programme_keys *old_keys,
                                        const struct round *new, const struct programme_keys *new_keys)
{
    for (size_t step = 0; step < old->count; step++) {
        struct round_turn turn = old->turns[(cursor.turn + step) % old->count];
        size_t item = programme_keys_find(new_keys, old_keys->keys[turn.item], turn.item);
        if (step == 0 && item == PROGRAMME_KEYS_NONE)
            item = programme_keys_replaced(old_keys, new_keys, turn.item);
        size_t place = item == PROGRAMME_KEYS_NONE ? new->count : round_find(new, item, turn.turn);
        if (place >= new->count)
            continue;
        if (step == 0)
            return (struct cursor){place, cursor.slide, cursor.on};
        return (struct cursor){place, 0, false};
    }
    return (struct cursor){0};
}

void programme_reload(struct programme *programme)
{
    shelf_forget(programme->shelf);
    programme->look_again = true;
    programme->change_known = false;
    if (!programme->is_loaded)
        return;
    struct arena *old_arena = programme->arena;
    const struct round old_ordinary = programme->ordinary, old_urgent = programme->urgent;
    const struct programme_keys old_keys = programme->keys;
    programme->arena = arena_create();
    load(programme);
    programme->cursor =
        cursor_found_again(programme->cursor, &old_ordinary, &old_keys, &programme->ordinary, &programme->keys);
    programme->urgent_cursor =
        cursor_found_again(programme->urgent_cursor, &old_urgent, &old_keys, &programme->urgent, &programme->keys);
    arena_destroy(old_arena);
}

bool programme_must_leave(struct programme *programme, struct now now)
{
    struct shelf_budget budget = {ARTICLES_A_CALL, false};
    if (programme->mode == MODE_START)
        return false;
    if (!programme->is_loaded)
        load(programme);
    if (programme->entry)
        shelf_use(programme->shelf, programme->entry);
    return is_urgent_on(programme, now, &budget) != (programme->mode == MODE_URGENT) && !budget.spent;
}

static struct wall earlier(struct wall a, struct wall b)
{
    return a.ms < b.ms ? a : b;
}

/* When the programme itself may change next, seen from `now`. */
static struct wall change_after(const struct programme *programme, struct now now)
{
    const struct playlist *playlist = library_playlist(programme->library);
    struct wall change = programme->entry->changes_at;
    for (size_t i = 0; i < programme->urgent.count; i++)
        change = earlier(change, schedule_next_change(&playlist->items[programme->urgent.turns[i].item], playlist->zone, now.wall));
    if (programme->mode != MODE_HOLDING && programme->entry->item < playlist->item_count)
        return earlier(change, schedule_next_change(&playlist->items[programme->entry->item], playlist->zone, now.wall));
    for (size_t i = 0; i < programme->ordinary.count; i++)
        change = earlier(change, schedule_next_change(&playlist->items[programme->ordinary.turns[i].item], playlist->zone, now.wall));
    return change;
}

struct wall programme_next_change(struct programme *programme, struct now now)
{
    if (!programme->entry)
        return WALL_NEVER;
    if (programme->change_known && (now.wall.ms >= programme->change_at.ms || now.wall.ms < programme->change_since.ms)) {
        programme->change_known = false;
        programme->look_again = true;
    }
    if (!programme->change_known) {
        programme->change_at = change_after(programme, now);
        programme->change_since = now.wall;
        programme->change_known = true;
    }
    return programme->change_at;
}

void programme_take(const struct programme *programme)
{
    const struct playlist *playlist = library_playlist(programme->library);
    bool has_item = programme->entry && programme->entry->item < playlist->item_count;
    library_take(programme->library, has_item ? &playlist->items[programme->entry->item] : NULL);
}

struct programme_place programme_place(const struct programme *programme)
{
    const struct playlist *playlist = library_playlist(programme->library);
    if (!programme->entry || programme->entry->item >= playlist->item_count)
        return (struct programme_place){0};
    bool is_urgent = programme->mode == MODE_URGENT;
    const struct cursor *cursor = is_urgent ? &programme->urgent_cursor : &programme->cursor;
    return (struct programme_place){
        .item = &playlist->items[programme->entry->item],
        .turn = cursor->turn + 1,
        .turns = round_of(programme, programme->mode)->count,
        .slide = cursor->slide + 1,
        .slides = programme->entry->count,
    };
}

/* One item's slides, added to a whole round. */
struct gathering {
    struct arena *arena;
    struct build build;
    struct slide *slides;
    size_t count, capacity;
};

static void gather(struct programme *programme, struct gathering *all, size_t index)
{
    const struct item *item = &all->build.playlist->items[index];
    size_t count = 0;
    const struct slide *slides = NULL;
    if (!shelf_is_open(programme->shelf, index, all->build.now))
        return;
    if (item->kind == ITEM_AGENDA) {
        bool complete = false;
        size_t date_count = 0;
        const struct library_date *dates =
            gather_dates(all->arena, programme->library, all->build.now, &date_count, &complete);
        slides = build_agenda(all->arena, &all->build, item, dates, date_count, &count);
    } else {
        const struct article *article = item->kind == ITEM_ARTICLE ? library_article(programme->library, item) : NULL;
        if (article || item->kind != ITEM_ARTICLE)
            slides = build_item(all->arena, &all->build, item, article, &count);
    }
    for (size_t i = 0; i < count; i++) {
        all->slides = arena_grow(all->arena, all->slides, all->count, &all->capacity, sizeof *all->slides);
        all->slides[all->count++] = slides[i];
    }
}

struct slide *programme_round(struct programme *programme, struct arena *arena, struct now now, size_t *count)
{
    const struct playlist *playlist = library_playlist(programme->library);
    struct gathering all = {.arena = arena, .build = {playlist, now, programme->fits, programme->fits_context, programme->setup, NULL}};
    bool has_agenda = false;
    for (size_t i = 0; i < playlist->item_count; i++)
        has_agenda = has_agenda || playlist->items[i].kind == ITEM_AGENDA;
    while (has_agenda && library_read_one(programme->library))
        continue;
    for (size_t i = 0; i < playlist->item_count; i++)
        if (playlist->items[i].urgent)
            gather(programme, &all, i);
    for (size_t i = 0, urgents = all.count; !urgents && i < playlist->item_count; i++)
        if (!playlist->items[i].urgent)
            gather(programme, &all, i);
    if (!all.count) {
        all.slides = arena_alloc(arena, sizeof *all.slides);
        all.slides[all.count++] = build_holding(arena, &all.build);
    }
    *count = all.count;
    return all.slides;
}

unsigned long programme_builds(const struct programme *programme)
{
    return shelf_builds(programme->shelf);
}

size_t programme_held_bytes(const struct programme *programme)
{
    return shelf_held_bytes(programme->shelf) + arena_held_bytes(programme->arena);
}
