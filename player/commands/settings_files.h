/* Which files of settings a command reads: those it is given, or, as a service, the machine's own. It knows their places; what stands in
 * them is content/settings.h. */
#ifndef PARVIS_COMMANDS_SETTINGS_FILES_H
#define PARVIS_COMMANDS_SETTINGS_FILES_H

#include <stdbool.h>

struct command;
struct diags;
struct settings;

/* Reads every --settings FILE in order, over one another. Without any, and when `machine`, /etc/parvis/parvis.yaml and over it
 * /boot/firmware/parvis.yaml, where they exist: play and sync say `machine` with --service, status always. Initialises `settings`;
 * problems are added to `diags`, and what is wrong never keeps the rest from counting. */
void settings_files_load(struct settings *settings, const struct command *command, bool machine, struct diags *diags);

/* True when a source is a machine's settings and no content: an existing file named parvis.yaml. */
bool settings_files_is_one(const char *source);

/* Tells the journal each problem, in the command's language. */
void settings_files_report(const struct command *command, const struct diags *diags);

/* The command with what the settings say where the command line is silent: rotation, language. */
struct command settings_files_apply(const struct command *command, const struct settings *settings);

#endif
