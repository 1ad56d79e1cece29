/* Emoji at the size of the text: the font has one strike only (136×128 for Noto), scaled here and kept for a while. */
#ifndef PARVIS_DRAW_EMOJI_H
#define PARVIS_DRAW_EMOJI_H

#include "scene/fonts.h"
#include "scene/scene.h"

struct emoji;
struct faces;
struct frame;

/* The faces are borrowed. */
struct emoji *emoji_create(struct faces *faces);
void emoji_destroy(struct emoji *emoji);

/* Pixels of the strike as pixels beside text of that size, and the heights of a line of emoji. */
int emoji_scaled(const struct emoji *emoji, int strike_px, int size_px);
struct font_metrics emoji_metrics(int size_px);

/* Draws a run; `opacity` 0-255. */
void emoji_draw(struct emoji *emoji, struct frame *frame, const struct scene_text *text, int opacity, struct box clip);

#endif
