/* A scene into a frame: the same for the window and for PNG. It knows scenes, fonts and pictures; no window, no time. */
#ifndef PARVIS_DRAW_PAINT_H
#define PARVIS_DRAW_PAINT_H

#include <stdbool.h>

struct frame;
struct pictures;
struct scene;
struct ttf;

/* Asks for all pictures of a scene; true when none is pending any more (ready or failed). Never blocks unless `wait`. */
bool paint_prepare(const struct scene *scene, struct pictures *pictures, bool wait);

/* Paints the whole scene. A picture that failed or is not ready shows the theme's gradient in its place. */
void paint_scene(struct frame *frame, const struct scene *scene, struct ttf *ttf, struct pictures *pictures);

/* The same for a scene that is painted once: its pictures are given back while they are painted. */
void paint_scene_once(struct frame *frame, const struct scene *scene, struct ttf *ttf, struct pictures *pictures);

/* Paints the progress bar at `permille` of its way. */
void paint_bar(struct frame *frame, const struct scene *scene, int permille);

#endif
