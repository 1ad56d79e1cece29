/* Memory with one lifetime: many small allocations, freed all at once.
 * An arena knows no types and no owners; pointers into it are borrowed until arena_reset or arena_destroy. */
#ifndef PARVIS_BASE_ARENA_H
#define PARVIS_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* Creates an empty arena on the heap. Inputs have their own ceilings (see file.h, yaml.h), so an arena has none. */
struct arena *arena_create(void);

/* Frees the arena and all that was allocated in it; NULL is allowed. */
void arena_destroy(struct arena *arena);

/* Forgets all allocations but keeps one chunk for the next round (frame arenas). */
void arena_reset(struct arena *arena);

/* Returns `bytes` of zeroed memory aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t bytes);

/* Bytes that the arena holds from the heap, used or not. */
size_t arena_held_bytes(const struct arena *arena);

/* Makes room for one more item in a growing array of `item_bytes` each: returns `items` itself when
 * `count` < *capacity, else a copy twice as large (the old one stays in the arena) and updates *capacity. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_bytes);

/* Copies of text into the arena, always NUL-terminated. arena_copy(NULL) is NULL. */
char *arena_copy(struct arena *arena, const char *text);
char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length);

/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
