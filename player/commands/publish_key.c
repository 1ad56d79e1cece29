#include "commands/publish_key.h"

#include "base/arena.h"
#include "base/file.h"
#include "commands/command.h"
#include "commands/password.h"
#include "store/crypto.h"
#include "store/signature.h"

static bool read_locked(const struct command *command, const struct file_bytes *bytes, struct signature_secret *secret)
{
    char password[PASSWORD_MOST_BYTES];
    if (!password_ask(command, false, password))
        return false;
    enum signature_secret_result result = signature_read_secret(bytes->data, bytes->length, password, secret);
    crypto_wipe(password, sizeof password);
    if (result == SIGNATURE_SECRET_READ)
        return true;
    if (result == SIGNATURE_SECRET_WRONG_PASSWORD)
        command_say(command, "ce n’est pas le mot de passe de %s ; recommencez", "that is not the password of %s; try again", command->key);
    else
        command_say(command, "%s ne peut pas être ouvert : fichier abîmé, ou pas assez de mémoire libre ; fermez des programmes",
                    "%s cannot be opened: a damaged file, or not enough free memory; close some programs", command->key);
    return false;
}

bool publish_key_open(const struct command *command, struct signature_secret *secret)
{
    struct arena *arena = arena_create();
    struct file_bytes bytes;
    bool read = false;
    if (!crypto_ready() || file_read(arena, command->key, SIGNATURE_MOST_BYTES, &bytes) != FILE_READ) {
        command_say(command, "la clé %s ne peut pas être lue ; « parvis keygen --out NOM » en fait une (NOM.key)",
                    "the key %s cannot be read; \"parvis keygen --out NAME\" makes one (NAME.key)", command->key);
        arena_destroy(arena);
        return false;
    }
    switch (signature_read_secret(bytes.data, bytes.length, NULL, secret)) {
    case SIGNATURE_SECRET_READ:
        read = true;
        break;
    case SIGNATURE_SECRET_LOCKED:
        read = read_locked(command, &bytes, secret);
        break;
    case SIGNATURE_SECRET_MALFORMED:
    case SIGNATURE_SECRET_WRONG_PASSWORD:
        command_say(command, "%s n’est pas une clé secrète (NOM.key, et non NOM.pub)", "%s is no secret key (NAME.key, not NAME.pub)",
                    command->key);
        break;
    }
    crypto_wipe(bytes.data, bytes.length);
    arena_destroy(arena);
    return read;
}
