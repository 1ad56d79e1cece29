/* A slide into a scene: chooses the template, sizes and places. Pure: the same slide, style, fonts and size give the same scene. */
#ifndef PARVIS_SCENE_LAYOUT_H
#define PARVIS_SCENE_LAYOUT_H

#include "scene/fonts.h"
#include "scene/scene.h"
#include "scene/style.h"
#include "slides/build.h"
#include "slides/slide.h"

struct arena;

struct layout {
    const struct style *style;
    const struct fonts *fonts;
    int width_px, height_px;
    int body_wanted_px; /* from the viewing distance (style_size_for_distance), 0: the style's own */
};

/* Lays out one slide. `footer` words are drawn in the footer band. Scene and its parts live in `arena`. The progress bar is not drawn:
 * scene.bar says where it runs. */
struct scene *layout_slide(struct arena *arena, const struct layout *layout, const struct slide *slide,
                           const struct footer_words *footer);

/* For struct build: context is a struct layout_fits. True when the slide does not overflow. */
struct layout_fits {
    const struct layout *layout;
    struct arena *scratch; /* reset on each call */
};
bool layout_fits(void *context, const struct slide *slide);

#endif
