#include "show/programme_keys.h"

#include "base/arena.h"
#include "content/playlist.h"

#include <stdbool.h>
#include <stdlib.h>

/* FNV-1a (Fowler, Noll, Vo): keys are compared within one program only, and a clash costs a wrong place in the round, no more. */
static uint64_t mix(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * 0x100000001b3u;
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    for (; text && *text; text++)
        hash = mix(hash, (unsigned char)*text);
    return mix(hash, 0);
}

static uint64_t key_of(const struct item *item)
{
    uint64_t hash = mix(0xcbf29ce484222325u, (unsigned char)item->kind);
    hash = mix(hash, item->urgent);
    if (item->file_count > 0)
        return mix_text(hash, item->files[0].path);
    return mix_text(hash, item->title ? item->title : item->text);
}

static int compare_keys(const void *left, const void *right)
{
    const struct programme_key *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

struct programme_keys programme_keys_make(struct arena *arena, const struct playlist *playlist)
{
    size_t count = playlist->item_count;
    uint64_t *keys = arena_alloc(arena, count * sizeof *keys);
    struct programme_key *sorted = arena_alloc(arena, count * sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        keys[i] = key_of(&playlist->items[i]);
        sorted[i] = (struct programme_key){keys[i], i};
    }
    if (count)
        qsort(sorted, count, sizeof *sorted, compare_keys);
    return (struct programme_keys){keys, sorted, count};
}

size_t programme_keys_find(const struct programme_keys *keys, uint64_t key, size_t near)
{
    size_t low = 0, high = keys->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (keys->sorted[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    size_t best = PROGRAMME_KEYS_NONE, best_distance = PROGRAMME_KEYS_NONE;
    for (; low < keys->count && keys->sorted[low].key == key; low++) {
        size_t item = keys->sorted[low].item;
        size_t distance = item > near ? item - near : near - item;
        if (distance < best_distance) {
            best = item;
            best_distance = distance;
        }
    }
    return best;
}

size_t programme_keys_replaced(const struct programme_keys *before, const struct programme_keys *now, size_t item)
{
    size_t place = item;
    if (item > 0) {
        size_t neighbour = programme_keys_find(now, before->keys[item - 1], item - 1);
        place = neighbour == PROGRAMME_KEYS_NONE ? item : neighbour + 1;
    }
    bool is_new = place < now->count && programme_keys_find(before, now->keys[place], place) == PROGRAMME_KEYS_NONE;
    return is_new ? place : PROGRAMME_KEYS_NONE;
}
