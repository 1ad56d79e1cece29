/* What makes an item of a playlist the same item after the playlist was edited: what it shows, not where it stands. It compares; what
 * follows from it is the programme's. */
#ifndef PARVIS_SHOW_PROGRAMME_KEYS_H
#define PARVIS_SHOW_PROGRAMME_KEYS_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct playlist;

struct programme_key {
    uint64_t key;
    size_t item;
};

/* One key for each item in `keys`, in playlist order; `sorted` for finding. Lives in the arena of programme_keys_make and needs the
 * playlist no longer. */
struct programme_keys {
    const uint64_t *keys;
    const struct programme_key *sorted;
    size_t count;
};

#define PROGRAMME_KEYS_NONE ((size_t)-1)

struct programme_keys programme_keys_make(struct arena *arena, const struct playlist *playlist);

/* The item with that key; of several the one nearest to index `near`. PROGRAMME_KEYS_NONE when there is none. */
size_t programme_keys_find(const struct programme_keys *keys, uint64_t key, size_t near);

/* The item of `now` that took the place of item `item` of `before`, which is gone: one that was nowhere before and follows the same
 * neighbour. A message that was written anew is found so. PROGRAMME_KEYS_NONE when there is none. */
size_t programme_keys_replaced(const struct programme_keys *before, const struct programme_keys *now, size_t item);

#endif
