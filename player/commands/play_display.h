/* The screen of the show: the kernel's connectors, SDL's window, the television's own switch, and the hours of the venue. It knows what the
 * command line and the settings want of it; no slides. */
#ifndef PARVIS_COMMANDS_PLAY_DISPLAY_H
#define PARVIS_COMMANDS_PLAY_DISPLAY_H

#include "base/instant.h"
#include "content/playlist.h"

#include <stdbool.h>
#include <stdint.h>

struct cec;
struct command;
struct play_crashes;
struct screen;
struct settings;
struct stage;
struct zone;

/* A board has at most two sockets, each with its own CEC device. */
enum { PLAY_DISPLAY_CECS = 2 };

struct play_display {
    const struct command *command; /* borrowed, as are the notes */
    struct play_crashes *crashes;
    struct screen *screen;
    bool watches;      /* the kernel's connectors: nothing else is between us and the display */
    bool full_hd_most;
    int card;          /* with the display; -1: SDL chooses */
    struct cec *cecs[PLAY_DISPLAY_CECS];
    bool asked;        /* the television, once at the start */
    bool wanted_on;    /* what it is asked */
    int asks;          /* so many times more: a place on its bus is given after a second or so */
    struct mono next_ask;
    bool has_hours;
    struct item hours; /* days and hours only */
};

/* Opens the display; a fullscreen one that is not there (a television that is off) is waited for by play_display_step. False: a window
 * that cannot be had (a message was printed). */
bool play_display_open(struct play_display *display, const struct command *command, const struct settings *settings,
                       struct play_crashes *crashes, struct mono now);

/* Closes what is open, lit. */
void play_display_close(struct play_display *display);

/* On each turn of the loop: `now` is the slides' time, `mono` the machine's. Opens what was plugged in, switches off and on by the hours in
 * `zone`; something urgent, and a clock that is not trusted, keep it on. */
void play_display_step(struct play_display *display, struct stage *stage, const struct zone *zone, struct now now, struct mono mono);

/* Real microseconds until the next step is due, or -1. */
int64_t play_display_due_us(const struct play_display *display, struct mono mono);

/* "on", "off" or "absent", for the status. */
const char *play_display_word(const struct play_display *display);

#endif
