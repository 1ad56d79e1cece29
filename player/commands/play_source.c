#include "commands/play_source.h"

#include "base/arena.h"
#include "base/file.h"
#include "commands/command.h"
#include "content/settings.h"

#include <stdbool.h>
#include <string.h>

/* Anything to show in the folder itself? */
static bool has_content(struct arena *arena, const char *folder)
{
    static const char *const suffixes[] = {".md", ".markdown", ".qmd", ".jpg", ".jpeg", ".png", ".webp", NULL};
    enum { LOOK_AT_MOST = 20000 };
    size_t count = 0;
    const char **names = file_list(arena, folder, LOOK_AT_MOST, &count);
    for (size_t i = 0; names && i < count; i++)
        if (file_has_suffix(names[i], suffixes) && strcmp(names[i], "README.md") != 0)
            return true;
    return false;
}

const char *play_source(const struct command *command, const struct settings *settings, struct arena *arena)
{
    struct file_stamp stamp;
    const char *said = command->source ? command->source : settings->source;
    /* A screen that has keys shows nothing else than what they signed, wherever it lies: sync takes it into the store. */
    bool guarded = command->service && !command->source && settings->key_count > 0;
    if (said)
        return settings_is_address(said) || guarded ? NULL : said;
    if (command->service || command->state)
        return NULL;
    if (file_stat("playlist.yaml", &stamp))
        return "playlist.yaml";
    if (has_content(arena, "."))
        return ".";
    return file_join(arena, command->root, "playlists/lieu");
}
