/* Text that grows at its end, in an arena. It knows bytes and UTF-8 only; what the text means is the caller's. */
#ifndef PARVIS_BASE_BUFFER_H
#define PARVIS_BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* `data` is NUL-terminated and borrowed from the arena; it moves when the buffer grows. */
struct buffer {
    struct arena *arena;
    char *data;
    size_t length;
    size_t capacity;
};

/* Begins an empty buffer; `data` is "" at once. */
void buffer_init(struct buffer *buffer, struct arena *arena);

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char character);

/* Adds one code point as UTF-8; anything that is no scalar value becomes U+FFFD. */
void buffer_add_codepoint(struct buffer *buffer, uint32_t codepoint);

void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Cuts the text back to `length` bytes (at most what it has). */
void buffer_truncate(struct buffer *buffer, size_t length);

#endif
