/* What whoever stands at the keyboard wants: keys and window events, gathered until the stage comes round to them. It knows the
 * renderer's events; it changes nothing on the screen itself. */
#ifndef PARVIS_SHOW_WISHES_H
#define PARVIS_SHOW_WISHES_H

#include "draw/renderer.h"

#include <stdbool.h>

enum wish { WISH_NONE, WISH_NEXT, WISH_BACK };

/* `paused` and `info` are switches; the others are taken back by whoever fulfilled them. */
struct wishes {
    bool paused;   /* the slide stays */
    bool info;     /* the overlay is on */
    bool leave;
    bool resized;
    bool repaint;  /* what is on screen must be painted again whatever the slide says */
    enum wish go;
};

/* Takes all waiting events. True when something is wanted that was not before. */
bool wishes_take(struct wishes *wishes, struct renderer *renderer);

#endif
