/* A contact sheet: many frames, small, on one. It knows frames only. */
#ifndef PARVIS_COMMANDS_SHEET_H
#define PARVIS_COMMANDS_SHEET_H

#include <stddef.h>

struct frame;
struct sheet;

/* An empty sheet for `count` frames of that size. The caller owns it. */
struct sheet *sheet_create(int width_px, int height_px, size_t count);
void sheet_destroy(struct sheet *sheet);

/* Adds the next frame (at most `count`), made small. */
void sheet_add(struct sheet *sheet, const struct frame *frame);

/* The sheet so far, borrowed. */
const struct frame *sheet_frame(const struct sheet *sheet);

#endif
