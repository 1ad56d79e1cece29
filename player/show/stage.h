/* The step: which frame is on the screen at this moment, and when to look again. A state machine over programme, layout, paint and
 * renderer; it reads no clock and sleeps nowhere, so that a month can be played in a second. */
#ifndef PARVIS_SHOW_STAGE_H
#define PARVIS_SHOW_STAGE_H

#include "base/instant.h"
#include "draw/renderer.h"

#include <stdbool.h>
#include <stddef.h>

struct layout;
struct library;
struct pictures;
struct setup;
struct stage;
struct ttf;

/* What the stage works with; all borrowed, all outlive it. */
struct stage_settings {
    struct library *library;
    struct renderer *renderer;
    struct layout *layout; /* its size is set by the stage from the renderer */
    struct ttf *ttf;
    struct pictures *pictures;
    int fade_ms;           /* 500 */
    int refresh_hz;        /* frames a second of a fade: 60 */
    bool show_bar;
    bool english;          /* language of the journal's lines on broken content */
};

struct stage *stage_create(const struct stage_settings *settings);
void stage_destroy(struct stage *stage);

/* One step at `now`: takes events, adopts what changed, draws if something did. Returns the mono time at which the next step is due
 * (earlier when a descriptor of the renderer or of the pictures becomes readable, or the content changed). */
struct mono stage_step(struct stage *stage, struct now now);

/* Something changed in the library: the words are made again without starting over. */
void stage_content_changed(struct stage *stage);

/* The theme changed: `ttf` replaces the old one and stage_settings.layout has new style and fonts. Frames of the old look stay on screen
 * until the new one is drawn. Call stage_content_changed or not: it is included. */
void stage_use_ttf(struct stage *stage, struct ttf *ttf);

/* True after the user asked to leave. */
bool stage_wants_to_leave(const struct stage *stage);

/* Id of the slide on screen ("" before the first), for status and tests; frames presented so far. */
const char *stage_slide_id(const struct stage *stage);
unsigned long stage_frames(const struct stage *stage);

/* The file that the slide on screen, or the one that is coming, was made from; "" for none. */
const char *stage_slide_source(const struct stage *stage);

/* Hands what is on screen to the renderer once more, a corner of it: counted in stage_frames when it went through. A slide that stands
 * still shows that way that its screen still takes pictures. Nothing happens before the first frame. */
void stage_present_again(struct stage *stage, struct now now);

/* True while the renderer takes no frames (the display is gone); it is asked again every second. */
bool stage_is_dark(const struct stage *stage);

/* Nobody sees the screen (its hours are over): slides go on without fades and bars. */
void stage_sleep(struct stage *stage, bool asleep);

/* What stands in for the holding slide when there never was any content (slides/setup.h); borrowed, NULL: nothing. Call again when it says
 * something else. */
void stage_set_setup(struct stage *stage, const struct setup *setup);

/* True while something urgent is what plays. */
bool stage_is_urgent(const struct stage *stage);

/* Bytes held from the heap besides frames: must not grow over months. */
size_t stage_held_bytes(const struct stage *stage);

#endif
