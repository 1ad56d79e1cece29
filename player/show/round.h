/* The order of a round: which item comes when, given how often each is to come. It knows priorities only; whether an item is on at
 * some instant is not its business. */
#ifndef PARVIS_SHOW_ROUND_H
#define PARVIS_SHOW_ROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct item;

/* One turn of an item: its index in the playlist, and the how manieth turn of the round it is (from 0). */
struct round_turn {
    uint32_t item;
    uint32_t turn;
};

/* Turns in the order in which they come; they live in the arena given to round_make. */
struct round {
    const struct round_turn *turns;
    size_t count;
};

/* The round of all items that are urgent, or of all that are not. An item of priority N comes N times, evenly spread; its first turn
 * stands where the playlist has it. Items that all have the same priority come once each. */
struct round round_make(struct arena *arena, const struct item *items, size_t count, bool urgent);

/* The place of that turn of that item; the item's first turn when it has no such turn; `count` of the round when it is not in it. */
size_t round_find(const struct round *round, size_t item, size_t turn);

#endif
