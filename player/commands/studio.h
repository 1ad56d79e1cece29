/* Everything between a source and its pictures, opened in order and closed in reverse: library, theme, fonts, picture decoder, layout,
 * programme. It knows which room feeds which; what is done with them is each command's. */
#ifndef PARVIS_COMMANDS_STUDIO_H
#define PARVIS_COMMANDS_STUDIO_H

#include "base/diag.h"
#include "base/instant.h"
#include "scene/layout.h"
#include "slides/build.h"

#include <stdbool.h>

struct arena;
struct command;
struct frame;
struct library;
struct pictures;
struct programme;
struct style;
struct ttf;

/* All parts are owned by the studio. `diags` holds what is wrong in the theme. */
struct studio {
    struct library *library;
    struct style *style;
    struct ttf *ttf;
    struct pictures *pictures;
    struct layout layout;
    struct layout_fits fits;
    struct programme *programme;
    struct diags diags;
};

/* Opens `source` for slides of that size. False when fonts cannot be opened at all (a message was printed); finish it anyway. */
bool studio_init(struct studio *studio, const struct command *command, const char *source, int width_px, int height_px);
void studio_finish(struct studio *studio);

/* What slides/ needs at `now`. */
struct build studio_build(struct studio *studio, struct now now);

/* The scene of a slide with the footer of `now`, in `arena`. */
struct scene *studio_scene(struct studio *studio, struct arena *arena, const struct slide *slide, struct now now);

/* `now` for headless commands: the instant of --at (or --from), else the machine's own. False: the option is no time. */
bool studio_now(const struct studio *studio, const struct command *command, const char *text, struct now *now);

#endif
