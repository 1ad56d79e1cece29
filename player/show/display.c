#include "show/display.h"

#include "base/log.h"

enum { RETRY_US = 1000000 };

void display_show(struct display *display, const struct frame *frame, struct box dirty, struct now now)
{
    if (display->lost && now.mono.us < display->retry.us)
        return;
    if (display->lost)
        dirty = (struct box){0};
    bool shown = display->renderer->present(display->renderer->self, frame, dirty);
    display->frames += shown;
    if (shown == display->lost)
        log_line(LOG_INFO, shown ? "the display is back" : "the display is gone; trying again every second");
    display->lost = !shown;
    display->retry.us = now.mono.us + RETRY_US;
}

struct mono display_retry(struct display *display, const struct frame *frame, struct now now, struct mono due)
{
    if (display->lost && frame)
        display_show(display, frame, (struct box){0}, now);
    return display->lost && display->retry.us < due.us ? display->retry : due;
}
