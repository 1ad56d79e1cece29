#include "commands/play_display.h"

#include "base/log.h"
#include "commands/command.h"
#include "host/poller.h"

#include <stdint.h>

/* A display that cannot be opened (a television that is off) is tried again after 1, 2, 4 ... seconds. */
enum { RETRY_FIRST_US = 1000000, RETRY_LONGEST_US = 30000000 };

bool play_display_open(struct play_display *display, const struct command *command, struct poller *poller, int *code)
{
    const struct window_settings settings = {.windowed = command->window,
                                             .width_px = command->window_width_px,
                                             .height_px = command->window_height_px,
                                             .turn_degrees = command->rotate_degrees,
                                             .title = "Parvis"};
    const char *reason = "";
    for (int64_t wait_us = RETRY_FIRST_US; !window_open(&display->renderer, &settings, &reason);) {
        if (command->window) {
            command_say(command, "aucune fenêtre ne peut être ouverte (%s) ; sans écran, essayez parvis render",
                        "no window can be opened (%s); without a display try parvis render", reason);
            *code = EXIT_FAILED;
            return false;
        }
        if (wait_us == RETRY_FIRST_US)
            log_line(LOG_WARNING, "no display can be opened (%s); trying again until there is one", reason);
        if (!poller_wait(poller, NULL, 0, wait_us))
            return false;
        wait_us = wait_us * 2 < RETRY_LONGEST_US ? wait_us * 2 : RETRY_LONGEST_US;
    }
    display->is_open = true;
    return true;
}

void play_display_close(struct play_display *display)
{
    if (display->is_open)
        display->renderer.destroy(display->renderer.self);
    display->is_open = false;
}
