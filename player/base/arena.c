#include "base/arena.h"

#include "base/memory.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Small first chunk: ten thousand articles may each own an arena; chunks double up to the largest size. */
enum { FIRST_CHUNK_BYTES = 2048, LARGEST_CHUNK_BYTES = 256 * 1024 };

struct chunk {
    struct chunk *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *newest;
    size_t held;
};

struct arena *arena_create(void)
{
    return memory_alloc(sizeof(struct arena));
}

static void arena_free_chunks(struct chunk *chunk)
{
    while (chunk) {
        struct chunk *next = chunk->next;
        memory_free(chunk);
        chunk = next;
    }
}

void arena_destroy(struct arena *arena)
{
    if (!arena)
        return;
    arena_free_chunks(arena->newest);
    memory_free(arena);
}

void arena_reset(struct arena *arena)
{
    struct chunk *keep = arena->newest;
    if (!keep)
        return;
    arena_free_chunks(keep->next);
    keep->next = NULL;
    memset(keep->bytes, 0, keep->used);
    keep->used = 0;
    arena->held = sizeof *keep + keep->size;
}

static struct chunk *arena_chunk_for(struct arena *arena, size_t bytes)
{
    struct chunk *newest = arena->newest;
    if (newest && newest->size - newest->used >= bytes)
        return newest;
    size_t size = newest ? newest->size * 2 : FIRST_CHUNK_BYTES;
    if (size > LARGEST_CHUNK_BYTES)
        size = LARGEST_CHUNK_BYTES;
    if (size < bytes)
        size = bytes;
    struct chunk *chunk = memory_alloc(sizeof *chunk + size);
    chunk->size = size;
    chunk->next = newest;
    arena->newest = chunk;
    arena->held += sizeof *chunk + size;
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
    assert(bytes < SIZE_MAX / 4);
    const size_t alignment = alignof(max_align_t);
    bytes = (bytes + alignment - 1) / alignment * alignment;
    struct chunk *chunk = arena_chunk_for(arena, bytes);
    void *result = chunk->bytes + chunk->used;
    chunk->used += bytes;
    return result;
}

size_t arena_held_bytes(const struct arena *arena)
{
    return arena->held;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_bytes)
{
    if (count < *capacity)
        return items;
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *copy = arena_alloc(arena, larger * item_bytes);
    if (count)
        memcpy(copy, items, count * item_bytes);
    *capacity = larger;
    return copy;
}

char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return text ? arena_copy_bytes(arena, text, strlen(text)) : NULL;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
