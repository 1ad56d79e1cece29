/* Pictures as pixels: each decoded in a short-lived child with limits (memory, time, system calls), scaled to the box it must cover,
 * turned upright, kept until dropped. The caller's process never decodes a stranger's bytes. */
#ifndef PARVIS_DRAW_PICTURES_H
#define PARVIS_DRAW_PICTURES_H

#include "draw/frame.h"

#include <stdbool.h>
#include <stddef.h>

struct pictures;

/* How a request stands. */
enum picture_state { PICTURES_PENDING, PICTURES_READY, PICTURES_FAILED };

/* `most_bytes` is the ceiling for kept pixels: the longest unused are dropped first. */
struct pictures *pictures_create(size_t most_bytes);
void pictures_destroy(struct pictures *pictures);

/* Who is asked whether a file may be decoded at all ("quarantined" when not), and told of one whose decoder crashed twice in a row. */
struct pictures_guard {
    void *self;
    bool (*bars)(void *self, const char *file);
    void (*broke)(void *self, const char *file);
};

/* Borrowed; NULL: nobody. */
void pictures_set_guard(struct pictures *pictures, const struct pictures_guard *guard);

/* Asks for `file` scaled to cover width × height around its focus (permille). Starts a child when none has; never blocks.
 * A changed file (stamp) is decoded again. Calling it again is cheap and keeps the picture from being dropped. */
enum picture_state pictures_want(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y);

/* The pixels of a ready picture (exactly width × height), or NULL. Those of a file that changed are the old ones until the new ones are
 * ready. Borrowed until the next pictures_want, pictures_collect or pictures_drop. */
const struct frame *pictures_get(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y);

/* Gives back the memory of the first `rows` rows of a ready picture that is being painted for the last time; with all its rows the picture
 * is forgotten. A photo and the frame it goes to are then never both whole in memory. */
void pictures_spend(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y, int rows);

/* Why it failed: a stable word ("too-slow", "too-large", "damaged", "missing", "crashed", "quarantined", "unknown-type"); NULL when it did not. */
const char *pictures_failure(const struct pictures *pictures, const char *file);

/* The descriptor to poll for reading while a child works, or -1; call pictures_collect when it is readable (earlier does no harm). */
int pictures_descriptor(const struct pictures *pictures);
void pictures_collect(struct pictures *pictures);

/* Blocks until that request is ready or has failed (headless rendering; a child never lives over 5 s). */
enum picture_state pictures_wait(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y);

/* Lets go of what was not asked for (pictures_want, pictures_wait) since the last pictures_drop. Pictures that failed are remembered. */
void pictures_drop(struct pictures *pictures);

#endif
