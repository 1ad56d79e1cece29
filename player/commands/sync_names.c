#include "commands/sync_names.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/usage.h"
#include "store/refusal.h"

#include <string.h>

/* A growing list of paths. */
struct names {
    struct arena *arena;
    const char **paths;
    size_t count, capacity;
};

static void add(struct names *names, const char *path)
{
    if (!path)
        return;
    names->paths = arena_grow(names->arena, (void *)names->paths, names->count, &names->capacity, sizeof *names->paths);
    names->paths[names->count++] = arena_copy(names->arena, path);
}

/* What is here stays. */
static bool refuse_broken(struct arena *arena, const struct diags *diags, struct refusal *refusal)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        if (diag->level != DIAG_ERROR)
            continue;
        const char *place = diag->place.line > 0 ? arena_format(arena, "playlist.yaml:%d : ", diag->place.line) : "playlist.yaml : ";
        return refusal_set(refusal, "playlist-broken", "%s%s%.0s", "%s%.0s%s", place, diag->french, diag->english);
    }
    return refusal_set(refusal, "playlist-broken", "playlist.yaml ne peut pas être lue ; essayez parvis check sur ce fichier",
                       "playlist.yaml cannot be read; try parvis check on that file");
}

/* A server gives no list of what it has: a pattern finds nothing, and would leave its item out without a word. */
static bool refuse_pattern(const struct diags *diags, struct refusal *refusal)
{
    for (size_t i = 0; i < diags->count; i++)
        if (strcmp(diags->items[i].code, "pattern-empty") == 0)
            return refusal_set(refusal, "plain-pattern",
                               "playlist.yaml:%d : un motif ne trouve rien sur un serveur web ; nommez les fichiers un par un, ou publiez avec parvis "
                               "publish",
                               "playlist.yaml:%d: a pattern finds nothing on a web server; name the files one by one, or publish with parvis publish",
                               diags->items[i].place.line);
    return true;
}

bool sync_names_list(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal)
{
    (void)self;
    struct names names = {.arena = arena};
    struct diags diags;
    struct usage usage = {0};
    diag_init(&diags);
    struct library *library = library_create(file_join(arena, folder, "playlist.yaml"));
    usage_read(arena, library, &usage, &diags);
    for (size_t i = 0; i < usage.count; i++)
        add(&names, usage.files[i].path);
    for (size_t i = 0; i < usage.wanted_count; i++) {
        add(&names, usage.wanted[i].path);
        add(&names, usage.wanted[i].or_path);
    }
    bool fine = library_playlist(library)->usable;
    if (!fine)
        refuse_broken(arena, library_diags(library), refusal);
    else
        fine = refuse_pattern(library_diags(library), refusal);
    library_destroy(library);
    diag_finish(&diags);
    *paths = names.paths;
    *count = names.count;
    return fine;
}
