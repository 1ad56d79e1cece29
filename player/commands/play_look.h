/* The look of the show while it runs: the theme may be another one, or have changed in its file. It knows style and fonts; no slides. */
#ifndef PARVIS_COMMANDS_PLAY_LOOK_H
#define PARVIS_COMMANDS_PLAY_LOOK_H

#include <stdbool.h>

struct command;
struct stage;
struct studio;

/* Tells the journal what is wrong in the theme. */
void play_look_report(const struct studio *studio, bool english);

/* Reads the theme of the library's playlist anew; when it looks otherwise, the stage draws with it from its next frame on. A theme that
 * cannot be used leaves the old one in force. */
void play_look_renew(struct studio *studio, const struct command *command, struct stage *stage);

#endif
