/* A scene as text, one item a line: what tests of layout compare. It knows scenes only. */
#ifndef PARVIS_SCENE_DUMP_H
#define PARVIS_SCENE_DUMP_H

struct arena;
struct scene;

/* Stable text of a scene in an arena. */
const char *dump_scene(struct arena *arena, const struct scene *scene);

#endif
