#include "commands/places.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where nobody's home is known: a service without StateDirectory=. */
static const char no_home[] = "/var/lib/parvis";

/* An environment variable that names a folder; NULL when it is not set or empty. systemd separates several by ":": the first is ours. */
static const char *folder_of(struct arena *arena, const char *variable)
{
    const char *value = getenv(variable);
    if (!value || !*value)
        return NULL;
    return arena_copy_bytes(arena, value, strcspn(value, ":"));
}

static const char *absolute(struct arena *arena, const char *path)
{
    char folder[4096];
    if (path[0] == '/' || !getcwd(folder, sizeof folder))
        return path;
    return strcmp(path, ".") == 0 ? arena_copy(arena, folder) : file_join(arena, folder, path);
}

const char *places_state(struct arena *arena, const char *option)
{
    if (option)
        return absolute(arena, option);
    const char *folder = folder_of(arena, "STATE_DIRECTORY");
    if (folder)
        return absolute(arena, folder);
    folder = folder_of(arena, "XDG_STATE_HOME");
    if (folder && folder[0] == '/')
        return file_join(arena, folder, "parvis");
    folder = folder_of(arena, "HOME");
    return folder ? absolute(arena, file_join(arena, folder, ".local/state/parvis")) : no_home;
}

const char *places_run(struct arena *arena, const char *option)
{
    const char *folder = folder_of(arena, "RUNTIME_DIRECTORY");
    if (folder)
        return absolute(arena, folder);
    /* Who names a state folder has several, and each has a status of its own. */
    folder = option ? NULL : folder_of(arena, "XDG_RUNTIME_DIR");
    if (folder && folder[0] == '/')
        return file_join(arena, folder, "parvis");
    return file_join(arena, places_state(arena, option), "run");
}
