#include "base/memory.h"
#include "draw/renderer.h"

/* Nothing is shown; the frames are counted so that a debugger or a test can look. */
struct null_renderer {
    int width_px, height_px;
    unsigned long frames;
};

static void null_size(void *self, int *width_px, int *height_px)
{
    const struct null_renderer *null = self;
    *width_px = null->width_px;
    *height_px = null->height_px;
}

static bool null_present(void *self, const struct frame *frame, struct box dirty)
{
    struct null_renderer *null = self;
    (void)frame;
    (void)dirty;
    null->frames++;
    return true;
}

static enum renderer_event null_event(void *self)
{
    (void)self;
    return EVENT_NONE;
}

static int null_descriptor(void *self)
{
    (void)self;
    return -1;
}

static void null_destroy(void *self)
{
    memory_free(self);
}

void null_renderer_open(struct renderer *renderer, int width_px, int height_px)
{
    struct null_renderer *null = memory_alloc(sizeof *null);
    *null = (struct null_renderer){.width_px = width_px, .height_px = height_px};
    *renderer = (struct renderer){
        .self = null,
        .size_px = null_size,
        .present = null_present,
        .event = null_event,
        .descriptor = null_descriptor,
        .destroy = null_destroy,
    };
}
