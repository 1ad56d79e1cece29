/* A password, asked for on the terminal without showing it, or taken from the environment for scripts (PARVIS_PASSWORD). It knows terminals;
 * what the password opens it does not. */
#ifndef PARVIS_COMMANDS_PASSWORD_H
#define PARVIS_COMMANDS_PASSWORD_H

#include <stdbool.h>

enum { PASSWORD_MOST_BYTES = 1024 };

struct command;

/* Asks for it, twice when it is a new one. False: no terminal, nothing typed, or the two differ (a message was printed). Wipe it with
 * crypto_wipe. */
bool password_ask(const struct command *command, bool is_new, char password[PASSWORD_MOST_BYTES]);

#endif
