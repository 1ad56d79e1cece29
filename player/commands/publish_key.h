/* The key that signs a publication, from its file: the password is asked for only when the key has one. It knows files and messages; the
 * format is signature's. */
#ifndef PARVIS_COMMANDS_PUBLISH_KEY_H
#define PARVIS_COMMANDS_PUBLISH_KEY_H

#include <stdbool.h>

struct command;
struct signature_secret;

/* Reads the file of --key. False: a message was printed. Wipe the secret with signature_forget. */
bool publish_key_open(const struct command *command, struct signature_secret *secret);

#endif
