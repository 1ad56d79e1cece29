#include "commands/sync_place.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "commands/command.h"
#include "commands/places.h"
#include "net/address.h"
#include "store/crypto.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_MOST = 40, HASH_SIGNS = 8, PATH_MOST = 4096 };

const char sync_place_folder[] = "sources";

/* One text for one source: an address as shown, a folder as an absolute path. */
static const char *canonical(struct arena *arena, const char *source)
{
    struct address address;
    if (address_read(arena, source, true, &address) == ADDRESS_READ)
        return address.shown;
    char folder[PATH_MOST];
    return source[0] == '/' || !getcwd(folder, sizeof folder) ? source : file_join(arena, folder, source);
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "ecrans-exemple-fr-hall-1f3a90bc" */
static const char *name_of(struct arena *arena, const char *source)
{
    const char *text = canonical(arena, source), *scheme = strstr(text, "://");
    char hash[CRYPTO_SHA256_HEX + 1];
    size_t length = strlen(text);
    while (length > 1 && text[length - 1] == '/')
        length--;
    crypto_sha256_of(text, length, hash);
    struct buffer name;
    buffer_init(&name, arena);
    for (const char *at = scheme ? scheme + 3 : text; at < text + length && name.length < NAME_MOST; at++) {
        if (is_plain(*at) || (name.length > 0 && name.data[name.length - 1] != '-'))
            buffer_add_char(&name, is_plain(*at) ? *at : '-');
    }
    if (name.length > 0 && name.data[name.length - 1] != '-')
        buffer_add_char(&name, '-');
    buffer_add_bytes(&name, hash, HASH_SIGNS);
    return name.data;
}

struct sync_place sync_place(const struct command *command, const char *source, struct arena *arena)
{
    struct sync_place place = {.state = places_state(arena, command->state), .run = places_run(arena, command->state)};
    const char *systemd = getenv("STATE_DIRECTORY");
    if (command->state || (systemd && *systemd) || !source)
        return place;
    const char *below = file_join(arena, sync_place_folder, name_of(arena, source));
    place.state = file_join(arena, place.state, below);
    place.run = file_join(arena, place.run, below);
    return place;
}
