/* The screen of the show: opened, waited for, closed. It knows what the command line wants of it; no slides. */
#ifndef PARVIS_COMMANDS_PLAY_DISPLAY_H
#define PARVIS_COMMANDS_PLAY_DISPLAY_H

#include "draw/renderer.h"

#include <stdbool.h>

struct command;
struct poller;

struct play_display {
    struct renderer renderer;
    bool is_open;
};

/* Opens the display; a fullscreen one that is not there (a television that is off) is waited for. False: asked to leave, or a window that
 * cannot be had (a message was printed and *code set). */
bool play_display_open(struct play_display *display, const struct command *command, struct poller *poller, int *code);

/* Closes what is open. */
void play_display_close(struct play_display *display);

#endif
