/* What plays when nobody names it: the playlist of this folder, what lies in it, or the demo. It knows names; it opens nothing. */
#ifndef PARVIS_COMMANDS_PLAY_SOURCE_H
#define PARVIS_COMMANDS_PLAY_SOURCE_H

struct arena;
struct command;

/* The source of the command line, else the playlist here, else what lies here, else the demo that comes with the program. In the arena,
 * or borrowed from the command line. */
const char *play_source(const struct command *command, struct arena *arena);

#endif
