/* What plays when nobody names it: the playlist of this folder, what lies in it, or the demo. It knows names; it opens nothing. */
#ifndef PARVIS_COMMANDS_PLAY_SOURCE_H
#define PARVIS_COMMANDS_PLAY_SOURCE_H

struct arena;
struct command;
struct settings;

/* The source of the command line, else the folder that the settings name. NULL: the store is what plays (an address, --state, a service that
 * has no folder, or one whose settings have keys: the folder is sync's then). Else the playlist here, what lies here, or the demo that comes with the program. In the arena, or borrowed from the
 * command line or the settings. */
const char *play_source(const struct command *command, const struct settings *settings, struct arena *arena);

#endif
