/* Fonts through SDL_ttf: implements scene/fonts.h and draws runs. One of the files that know SDL_ttf; it knows single-font runs only. */
#ifndef PARVIS_DRAW_TTF_H
#define PARVIS_DRAW_TTF_H

#include "scene/fonts.h"
#include "scene/scene.h"

struct frame;
struct style;
struct ttf;

/* Opens the style's faces lazily: a face costs nothing until its first use. NULL when SDL_ttf cannot start. Owned by the caller. */
struct ttf *ttf_create(const struct style *style);
void ttf_destroy(struct ttf *ttf);

/* The fonts of this object, valid as long as it. */
const struct fonts *ttf_fonts(struct ttf *ttf);

/* Draws one run in `colour`, clipped to `clip` (width 0: the frame). */
void ttf_draw(struct ttf *ttf, struct frame *frame, const struct scene_text *text, colour_argb colour, struct box clip);

#endif
