/* The output of a KMS/DRM screen, switched off and on (DPMS). Who holds the display decides it, and that is SDL: so it is done on SDL's own
 * descriptor. It knows libdrm; when is for others to say. Private to window.c. */
#ifndef PARVIS_DRAW_POWER_DRM_H
#define PARVIS_DRAW_POWER_DRM_H

#include <stdbool.h>

struct SDL_Window;

/* Switches every connected output of the window's card. False: this window is not on KMS/DRM, or the card cannot. */
bool power_drm_light(struct SDL_Window *window, bool on);

#endif
