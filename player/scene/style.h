/* A theme: colours, font files and sizes, as data from assets/themes/NAME.yaml or a venue's own file. It knows no template; its sizes
 * are at 1080 lines and scale with the short side. */
#ifndef PARVIS_SCENE_STYLE_H
#define PARVIS_SCENE_STYLE_H

#include "base/diag.h"
#include "scene/fonts.h"
#include "scene/scene.h"

#include <stddef.h>

struct arena;

enum colour {
    COLOUR_PAPER,     /* background */
    COLOUR_INK,       /* text */
    COLOUR_QUIET,     /* secondary text */
    COLOUR_ACCENT,    /* blue: kickers, figures, the event's panel */
    COLOUR_ON_ACCENT, /* text on accent */
    COLOUR_PALE,      /* background of deadlines */
    COLOUR_LINE,
    COLOUR_URGENT,
    COLOUR_ON_URGENT,
    COLOUR_ART_FROM, COLOUR_ART_MIDDLE, COLOUR_ART_TO, COLOUR_ART_INK, /* the drawn background */
    COLOURS
};

/* Body text tries `body_from` and goes down to `floor`; all in px at 1080 lines. */
struct style_sizes {
    int margin, footer_height, footer, kicker;
    int title_most, title_least;
    int body_most, floor;
    int leading_permille; /* 1350 = 1.35 */
};

/* Lives in one arena. `faces[]` are paths that can be opened; the last ones may be missing on a machine (NULL entries are skipped). */
struct style {
    struct arena *arena;
    const char *name;
    colour_argb colours[COLOURS];
    struct style_sizes sizes;
    const char *faces[FACE_FALLBACK];
    const char *const *fallbacks;
    size_t fallback_count;
};

/* Loads a theme: `theme` NULL or a name in assets/themes, or a path (relative to `folder`, then as it is). `root` is where assets/ and
 * fonts/ lie. Never NULL: what is wrong is in diags and the built-in value stands. Contrast under 7:1 is a warning with both colours.
 * The caller owns it. */
struct style *style_load(const char *theme, const char *folder, const char *root, struct place place, struct diags *diags);

/* Frees; NULL is allowed. */
void style_destroy(struct style *style);

/* Contrast of two opaque colours as WCAG 2.2 has it, times 100 (700 = 7:1). Integers with a table of the sRGB curve. */
int style_contrast_percent(colour_argb a, colour_argb b);

/* The body size that an EN 301 549 (5.1.4) reader needs at that distance: capital H = distance × 0.01222. Returns px at `height_px`
 * lines of a screen with that diagonal, cap height in permille of the em. */
int style_size_for_distance(int distance_mm, int diagonal_mm, int width_px, int height_px, int cap_permille);

#endif
