#include "show/wishes.h"

static void take(struct wishes *wishes, enum renderer_event event, bool fullscreen)
{
    switch (event) {
    case EVENT_NONE:
        return;
    case EVENT_QUIT:
        /* On a public screen a key does not end the show. */
        wishes->leave = wishes->leave || !fullscreen;
        return;
    case EVENT_PAUSE:
        wishes->paused = !wishes->paused;
        wishes->repaint = wishes->repaint || wishes->info;
        return;
    case EVENT_NEXT:
        wishes->go = WISH_NEXT;
        return;
    case EVENT_BACK:
        wishes->go = WISH_BACK;
        return;
    case EVENT_INFO:
        wishes->info = !wishes->info;
        wishes->repaint = true;
        return;
    case EVENT_RESIZED:
        wishes->resized = true;
        return;
    }
}

bool wishes_take(struct wishes *wishes, struct renderer *renderer)
{
    bool took = false;
    for (enum renderer_event event; (event = renderer->event(renderer->self)) != EVENT_NONE; took = true)
        take(wishes, event, renderer->fullscreen);
    return took;
}
