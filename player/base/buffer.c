#include "base/buffer.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void buffer_init(struct buffer *buffer, struct arena *arena)
{
    *buffer = (struct buffer){.arena = arena, .capacity = 64};
    buffer->data = arena_alloc(arena, buffer->capacity);
}

static void buffer_reserve(struct buffer *buffer, size_t more)
{
    size_t wanted = buffer->length + more + 1;
    if (wanted <= buffer->capacity)
        return;
    while (buffer->capacity < wanted)
        buffer->capacity *= 2;
    char *moved = arena_alloc(buffer->arena, buffer->capacity);
    memcpy(moved, buffer->data, buffer->length + 1);
    buffer->data = moved;
}

void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    buffer_reserve(buffer, length);
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
    buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char character)
{
    buffer_add_bytes(buffer, &character, 1);
}

void buffer_add_codepoint(struct buffer *buffer, uint32_t codepoint)
{
    char bytes[4];
    size_t length = utf8_encode(codepoint, bytes);
    buffer_add_bytes(buffer, bytes, length);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    buffer_reserve(buffer, (size_t)length);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    va_end(again);
    buffer->length += (size_t)length;
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
    if (length < buffer->length) {
        buffer->length = length;
        buffer->data[length] = '\0';
    }
}
