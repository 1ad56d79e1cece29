#include "show/round.h"

#include "base/arena.h"
#include "content/playlist.h"

#include <assert.h>
#include <stdlib.h>

/* The least common multiple of 1 ... PLAYLIST_PRIORITY_MOST: turns fall on whole numbers. */
enum { STEPS = 60 };
_Static_assert(PLAYLIST_PRIORITY_MOST == 5, "STEPS must be a multiple of every priority");

struct spread {
    struct round_turn turn;
    uint64_t when;
};

static int common_divisor(int a, int b)
{
    while (b) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int priority_of(const struct item *item)
{
    if (item->priority < 1)
        return 1;
    return item->priority > PLAYLIST_PRIORITY_MOST ? PLAYLIST_PRIORITY_MOST : item->priority;
}

static int compare_spread(const void *left, const void *right)
{
    const struct spread *a = left, *b = right;
    if (a->when != b->when)
        return a->when < b->when ? -1 : 1;
    if (a->turn.turn != b->turn.turn)
        return a->turn.turn < b->turn.turn ? -1 : 1;
    return (a->turn.item > b->turn.item) - (a->turn.item < b->turn.item);
}

struct round round_make(struct arena *arena, const struct item *items, size_t count, bool urgent)
{
    struct round round = {0};
    size_t members = 0, turns = 0;
    int divisor = 0;
    for (size_t i = 0; i < count; i++) {
        if (items[i].urgent != urgent)
            continue;
        members++;
        turns += (size_t)priority_of(&items[i]);
        divisor = common_divisor(priority_of(&items[i]), divisor);
    }
    if (!members)
        return round;
    turns /= (size_t)divisor;
    struct arena *scratch = arena_create();
    struct spread *spread = arena_alloc(scratch, turns * sizeof *spread);
    size_t filled = 0, place = 0;
    for (size_t i = 0; i < count; i++) {
        if (items[i].urgent != urgent)
            continue;
        uint64_t times = (uint64_t)(priority_of(&items[i]) / divisor);
        for (uint64_t turn = 0; turn < times; turn++) {
            uint64_t when = (place * STEPS + turn * members * STEPS / times) % (members * STEPS);
            assert(filled < turns);
            spread[filled++] = (struct spread){{(uint32_t)i, (uint32_t)turn}, when};
        }
        place++;
    }
    qsort(spread, turns, sizeof *spread, compare_spread);
    struct round_turn *order = arena_alloc(arena, turns * sizeof *order);
    for (size_t i = 0; i < turns; i++)
        order[i] = spread[i].turn;
    arena_destroy(scratch);
    round.turns = order;
    round.count = turns;
    return round;
}

size_t round_find(const struct round *round, size_t item, size_t turn)
{
    size_t first = round->count;
    for (size_t i = 0; i < round->count; i++) {
        if (round->turns[i].item != item)
            continue;
        if (round->turns[i].turn == turn)
            return i;
        if (round->turns[i].turn == 0)
            first = i;
    }
    return first;
}
