/* The items of a playlist: one YAML node becomes one item, or several (an article pattern), or a complaint. It knows the keys that an
 * item may have; values and files are read by their own files. */
#ifndef PARVIS_CONTENT_PLAYLIST_ITEMS_H
#define PARVIS_CONTENT_PLAYLIST_ITEMS_H

#include <stddef.h>

struct item;
struct playlist_reader;
struct yaml_node;

/* A key that may stand in a map, its other name (NULL: none), and the kinds of items (1 << item_kind) on which it has an effect;
 * 0 means all. */
struct playlist_key {
    const char *name;
    const char *synonym;
    unsigned kinds;
};

/* An item with the playlist's defaults, at no place yet. */
struct item playlist_items_default(const struct playlist_reader *reader);

/* Adds a finished item; over PLAYLIST_MOST_ITEMS it is reported once and dropped. */
void playlist_items_add(struct playlist_reader *reader, const struct item *item);

/* Reads the list behind `items:`. Bad items are reported and left out. */
void playlist_items_read(struct playlist_reader *reader, const struct yaml_node *list);

/* Warns of each key of `map` that is not in the table, with the nearest one that is, and of each one that has no effect on `kinds`
 * (0: do not look). */
void playlist_items_check_keys(const struct playlist_reader *reader, const struct yaml_node *map, const struct playlist_key *keys,
                               size_t key_count, unsigned kinds);

#endif
