/* Bytes of a JPEG, PNG or WebP file into pixels that fit a box: what the sandboxed child does. It trusts nothing, allocates by mapping
 * (a refused allocation is an answer, not an end) and leaves freeing to the end of its process; it knows no processes. */
#ifndef PARVIS_DRAW_DECODE_H
#define PARVIS_DRAW_DECODE_H

#include "content/picture.h"
#include "draw/frame.h"

#include <stddef.h>

/* Also the exit codes of the child: none that a library or a sanitizer ends a process with. */
enum decode_result { DECODE_DONE = 0, DECODE_DAMAGED = 60, DECODE_NO_MEMORY = 61 };

/* Reads `length` bytes from the descriptor, decodes them as the header says, turns the picture upright, and fills `out` with it: covering,
 * around the focus (permille of the upright picture). Transparent parts lie on white. */
enum decode_result decode_picture(int file, size_t length, const struct picture_header *header, struct frame *out, int focus_x, int focus_y);

/* Memory that decode_picture may need at most, for the limit of the child that runs it. */
size_t decode_memory_bytes(size_t length, const struct picture_header *header, int width_px, int height_px);

#endif
