/* A slide laid out for the moment: its scene with the footer's words, and what tells whether it still is right. It knows layout and paint;
 * when it is shown is the stage's. */
#ifndef PARVIS_SHOW_VIEW_H
#define PARVIS_SHOW_VIEW_H

#include "base/instant.h"
#include "draw/frame.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct info;
struct layout;
struct pictures;
struct playlist;
struct scene;
struct slide;
struct ttf;

/* `scene` is NULL until view_make. The scene and `id` live in the view's own arena; `slide` is borrowed and only compared. */
struct view {
    struct arena *arena;
    struct scene *scene;
    const char *id;
    const struct slide *slide;
    unsigned long builds; /* programme_builds when it was made */
    int64_t minute;
    bool trusted;
    bool has_info;
};

void view_init(struct view *view);
void view_finish(struct view *view);

/* Lays out `slide` with the footer of `now`, and the overlay when `info` is not NULL. A view that already is just that is left as it is. */
void view_make(struct view *view, const struct layout *layout, const struct playlist *playlist, const struct slide *slide,
               unsigned long builds, struct now now, const struct info *info);

/* The minute of the footer's clock: another minute, another footer. */
int64_t view_minute(struct now now);

/* A frame shows `before`: paints on it what is different in `view`, a clock or a countdown most of all, and says where. False, and
 * nothing is painted, when the sizes differ or a picture lies under the change: then the whole must be prepared and painted. */
bool view_paint_changes(const struct view *before, const struct view *view, struct frame *frame, struct ttf *ttf,
                        struct pictures *pictures, struct box *changed);

#endif
