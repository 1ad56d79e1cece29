#include "commands/command.h"
#include "commands/password.h"

#include "base/arena.h"
#include "store/crypto.h"
#include "store/signature.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A key that is there already may be the only one that screens trust: it is never written over. One that could not be written whole is
 * taken away. */
static bool write_new(const struct command *command, const char *path, const char *text, mode_t mode)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    bool written = descriptor >= 0 && write(descriptor, text, strlen(text)) == (ssize_t)strlen(text) && fsync(descriptor) == 0;
    int reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    if (written)
        return true;
    if (descriptor >= 0)
        unlink(path);
    if (reason == EEXIST)
        command_say(command, "%s existe déjà ; donnez un autre nom, ou rangez l’ancienne clé ailleurs",
                    "%s is there already; give another name, or put the old key elsewhere", path);
    else
        command_say(command, "%s ne peut pas être écrit (%s)", "%s cannot be written (%s)", path, strerror(reason));
    return false;
}

static bool is_free(const struct command *command, const char *path)
{
    if (access(path, F_OK) != 0)
        return true;
    command_say(command, "%s existe déjà ; donnez un autre nom, ou rangez l’ancienne clé ailleurs",
                "%s is there already; give another name, or put the old key elsewhere", path);
    return false;
}

static int write_pair(const struct command *command, struct arena *arena, const struct signature_key *key, const char *secret_text)
{
    const char *secret_path = arena_format(arena, "%s.key", command->out), *public_path = arena_format(arena, "%s.pub", command->out);
    if (!is_free(command, public_path) || !write_new(command, secret_path, secret_text, 0600))
        return EXIT_FAILED;
    if (!write_new(command, public_path, signature_write_key(arena, key), 0644)) {
        unlink(secret_path); /* half a pair is none */
        return EXIT_FAILED;
    }
    const char *line = signature_key_line(arena, key);
    if (command->english)
        printf("%s: the secret key; keep it and a copy of it in a safe place\n%s: the public key; give it to the screens (trusted_keys: %s)\n",
               secret_path, public_path, line);
    else
        printf("%s : la clé secrète ; gardez-la, et une copie, en lieu sûr\n%s : la clé publique ; donnez-la aux écrans (trusted_keys: %s)\n",
               secret_path, public_path, line);
    return EXIT_FINE;
}

int keygen_command(const struct command *command)
{
    struct signature_key key;
    struct signature_secret secret;
    char password[PASSWORD_MOST_BYTES] = "";
    if (!command->out) {
        command_say(command, "il manque --out NOM ; exemple : parvis keygen --out lieu", "--out NAME is missing; example: parvis keygen --out venue");
        return EXIT_USAGE;
    }
    if (!command->no_password && !password_ask(command, true, password))
        return EXIT_FAILED;
    struct arena *arena = arena_create();
    int code = EXIT_FAILED;
    const char *text = signature_create(&key, &secret) ? signature_write_secret(arena, &secret, command->no_password ? NULL : password) : NULL;
    if (text)
        code = write_pair(command, arena, &key, text);
    else
        command_say(command, "la clé ne peut pas être faite : le système n’a pas assez de mémoire libre ; fermez des programmes",
                    "the key cannot be made: the system has not enough free memory; close some programs");
    signature_forget(&secret);
    crypto_wipe(password, sizeof password);
    arena_destroy(arena);
    return code;
}
