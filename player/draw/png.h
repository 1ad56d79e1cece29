/* A frame as PNG: fast (libdeflate, row filter up, in chunks of our own) and the same bytes on every machine. */
#ifndef PARVIS_DRAW_PNG_H
#define PARVIS_DRAW_PNG_H

#include <stdbool.h>

struct frame;

/* Writes an 8-bit RGB PNG atomically. `level` is libdeflate's 0-12 (1 for speed, 9 for files that are kept). False: errno tells. */
bool png_write(const char *path, const struct frame *frame, int level);

#endif
