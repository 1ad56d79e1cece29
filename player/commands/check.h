/* What is wrong with what would be shown: every item laid out, every picture decoded. It finds and prints; what follows from it (an exit
 * code, no publication) is each command's. */
#ifndef PARVIS_COMMANDS_CHECK_H
#define PARVIS_COMMANDS_CHECK_H

#include "base/instant.h"

struct command;
struct diags;
struct studio;

/* Adds everything that is wrong in the studio's source to `all` (begun by the caller), sorted by place. */
void check_collect(const struct command *command, struct studio *studio, struct now now, struct diags *all);

/* Prints one line each to standard output. */
void check_print_problems(const struct command *command, const struct diags *all);

#endif
