/* What a key or a button means, and which descriptor tells of one. It knows SDL's events; no pictures. Private to window.c. */
#ifndef PARVIS_DRAW_WINDOW_INPUT_H
#define PARVIS_DRAW_WINDOW_INPUT_H

#include "draw/renderer.h"

union SDL_Event;
struct SDL_Window;

/* EVENT_NONE when it means nothing to us. */
enum renderer_event window_input_meaning(const union SDL_Event *event);

/* The display server's socket, or -1 where input comes another way (KMS/DRM reads /dev/input by itself). */
int window_input_descriptor(struct SDL_Window *window);

#endif
