/* How large a picture is drawn for a screen: as large as it, or smaller in the same shape where the machine cannot. It knows sizes; it draws
 * nothing. Private to window.c. */
#ifndef PARVIS_DRAW_LIMITS_H
#define PARVIS_DRAW_LIMITS_H

#include <stdbool.h>

/* Makes *width_px × *height_px at most that large, its shape kept to the pixel below. True when it was larger. */
bool limits_shrink(int *width_px, int *height_px, int width_most_px, int height_most_px);

/* The same to 1920×1080 lying or standing, for boards on which a larger picture would move in jerks; screens of up to 1920×1200 are left as
 * they are: they are drawn sharper than they would be enlarged. */
bool limits_full_hd(int *width_px, int *height_px);

#endif
