#include "net/plain.h"

#include "base/arena.h"
#include "base/memory.h"
#include "net/intake.h"
#include "net/recall.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/store.h"
#include "store/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A playlist names a theme, the theme a font: three rounds are enough for what there is today. */
enum { ROUNDS_MOST = 6, PLAYLIST_MOST_BYTES = 2 * 1024 * 1024 };

/* Each poll asks for each file: beyond that, one manifest is the better way. */
enum { PLAIN_FILES_MOST = 1000 };
static const char playlist_name[] = "playlist.yaml";
static const char staging_name[] = "plain";

struct plain {
    struct plain_names names;
    const struct recall *before;
    bool use_before;
    struct arena *arena;
    struct recall_file *files;
    size_t count, capacity;
    size_t next;       /* the file to fetch next */
    bool from_before;  /* the names of last time were taken over */
    bool changed;
    int rounds;
    int64_t total_bytes;
};

struct plain *plain_create(const struct plain_names *names, const struct recall *before, bool use_before)
{
    struct plain *plain = memory_alloc(sizeof *plain);
    plain->names = *names;
    plain->before = before;
    plain->use_before = use_before;
    plain->arena = arena_create();
    plain->files = arena_grow(plain->arena, NULL, 0, &plain->capacity, sizeof *plain->files);
    plain->files[plain->count++] = (struct recall_file){.path = playlist_name};
    return plain;
}

void plain_destroy(struct plain *plain)
{
    if (!plain)
        return;
    arena_destroy(plain->arena);
    memory_free(plain);
}

static const struct recall_file *find(const struct recall_file *files, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

/* True when the name is new and may stand in a manifest. */
static bool add_name(struct plain *plain, const char *path)
{
    if (!manifest_is_path(path) || plain->count > PLAIN_FILES_MOST || find(plain->files, plain->count, path))
        return false;
    plain->files = arena_grow(plain->arena, plain->files, plain->count, &plain->capacity, sizeof *plain->files);
    plain->files[plain->count++] = (struct recall_file){.path = arena_copy(plain->arena, path)};
    return true;
}

/* --- fetching ------------------------------------------------------------------------------------------------------------------------ */

static const char *kept(struct arena *arena, const char *validator)
{
    return validator[0] ? arena_copy(arena, validator) : NULL;
}

static bool limits_hold(struct plain *plain, struct intake *intake, int64_t size_bytes)
{
    plain->total_bytes += size_bytes;
    if (plain->count > PLAIN_FILES_MOST)
        return refusal_set(&intake->refusal, "plain-limit", "%s nomme plus de %d fichiers ; publiez ce dossier avec parvis publish",
                           "%s names more than %d files; publish that folder with parvis publish", intake->source, PLAIN_FILES_MOST);
    return plain->total_bytes <= MANIFEST_MOST_TOTAL_BYTES ||
           refusal_set(&intake->refusal, "manifest-limit", "%s nomme plus de 2 Gio de fichiers ; retirez-en de la liste de lecture",
                       "%s names more than 2 GiB of files; remove some from the playlist", intake->source);
}

/* A file that did not come. When the playlist came just now a page is no portal's: a server lists a folder, or has a page for what is
 * missing. Always PLAIN_FAILED. */
static enum plain_result refuse_file(const struct plain *plain, struct intake *intake)
{
    bool is_playlist = plain->next == 0;
    if (is_playlist && intake->answer.status == FETCH_MISSING)
        refusal_set(&intake->refusal, "origin-empty",
                    "%s ne contient ni manifest.json ni playlist.yaml ; vérifiez l’adresse, ou copiez-y le dossier publié",
                    "%s has neither manifest.json nor playlist.yaml; check the address, or copy the published folder there", intake->source);
    else if (!is_playlist && intake->answer.status == FETCH_PORTAL)
        refusal_set(&intake->refusal, "plain-page",
                    "%s répond par une page web au lieu de %s ; s’il s’agit d’un dossier, nommez ses fichiers un par un dans playlist.yaml, ou publiez "
                    "avec parvis publish",
                    "%s answers with a web page instead of %s; if that is a folder, name its files one by one in playlist.yaml, or publish with parvis "
                    "publish",
                    intake->source, plain->files[plain->next].path);
    return PLAIN_FAILED;
}

/* What came, or did not, is noted in the file. */
static void note_file(struct plain *plain, const struct intake *intake, struct recall_file *file, const struct recall_file *before,
                      const char *sha256)
{
    const char *old = before ? before->sha256 : NULL;
    file->sha256 = sha256 ? arena_copy(plain->arena, sha256) : NULL;
    file->etag = sha256 ? kept(plain->arena, intake->answer.etag) : NULL;
    file->last_modified = sha256 ? kept(plain->arena, intake->answer.last_modified) : NULL;
    if (!sha256)
        file->size_bytes = 0;
    bool same = before && (old && sha256 ? strcmp(old, sha256) == 0 : old == sha256);
    plain->changed = plain->changed || !same;
}

static enum plain_result fetch_next(struct plain *plain, struct intake *intake)
{
    struct recall_file *file = &plain->files[plain->next];
    bool is_playlist = plain->next == 0;
    const struct recall_file *before = plain->use_before ? find(plain->before->files, plain->before->count, file->path) : NULL;
    bool has_before = before && before->sha256 && objects_has(intake->store, before->sha256, before->size_bytes);
    const struct intake_wish wish = {.path = file->path,
                                     .most_bytes = is_playlist ? PLAYLIST_MOST_BYTES : MANIFEST_MOST_FILE_BYTES,
                                     .etag = has_before ? before->etag : NULL,
                                     .last_modified = has_before ? before->last_modified : NULL};
    char sha256[INTAKE_SHA256_SIZE] = "";
    switch (intake_unknown(intake, &wish, sha256, &file->size_bytes)) {
    case INTAKE_FAILED:
        return refuse_file(plain, intake);
    case INTAKE_UNCHANGED:
        assert(has_before); /* fetch says so only when it was asked with a condition */
        *file = *before;
        break;
    case INTAKE_MISSING:
        if (is_playlist)
            return refuse_file(plain, intake);
        note_file(plain, intake, file, before, NULL);
        break;
    case INTAKE_FINE:
        note_file(plain, intake, file, before, sha256);
        break;
    }
    plain->next++;
    return limits_hold(plain, intake, file->size_bytes) ? PLAIN_GOES_ON : PLAIN_FAILED;
}

/* --- names ------------------------------------------------------------------------------------------------------------------------------- */

/* Which of the files that were fetched are named still: the others are left out. */
static void keep_named(struct plain *plain, const char *const *paths, size_t count)
{
    size_t left = 1;
    for (size_t i = 1; i < plain->count; i++) {
        bool named = false;
        for (size_t j = 0; j < count && !named; j++)
            named = strcmp(paths[j], plain->files[i].path) == 0;
        if (named)
            plain->files[left++] = plain->files[i];
    }
    plain->count = plain->next = left;
}

/* All that was named is fetched: are there more names now? The files are laid under their names for who reads playlists. */
static enum plain_result look_for_names(struct plain *plain, struct intake *intake)
{
    struct arena *arena = arena_create();
    const char *folder = store_path(intake->store, arena, staging_name);
    const char *const *paths = NULL;
    size_t count = 0;
    enum plain_result result = PLAIN_FAILED;
    if (tree_make(intake->store, folder, plain_manifest(plain, arena, 1, WALL_ALWAYS), &intake->refusal) &&
        plain->names.list(plain->names.self, arena, folder, &paths, &count, &intake->refusal)) {
        result = PLAIN_READY;
        for (size_t i = 0; i < count; i++)
            if (add_name(plain, paths[i]))
                result = PLAIN_GOES_ON;
        if (result == PLAIN_READY || ++plain->rounds == ROUNDS_MOST) {
            keep_named(plain, paths, count);
            result = PLAIN_READY;
        }
    }
    tree_remove(folder);
    arena_destroy(arena);
    return result;
}

/* --- the round ------------------------------------------------------------------------------------------------------------------------ */

static int by_path(const void *a, const void *b)
{
    const struct recall_file *left = a, *right = b;
    return strcmp(left->path, right->path);
}

enum plain_result plain_step(struct plain *plain, struct intake *intake)
{
    if (plain->next < plain->count)
        return fetch_next(plain, intake);
    if (plain->use_before && !plain->changed && !plain->from_before) {
        plain->from_before = true;
        for (size_t i = 0; i < plain->before->count; i++)
            add_name(plain, plain->before->files[i].path);
        return PLAIN_GOES_ON;
    }
    enum plain_result result = plain->changed ? look_for_names(plain, intake) : PLAIN_UNCHANGED;
    if (result == PLAIN_READY || result == PLAIN_UNCHANGED)
        qsort(plain->files, plain->count, sizeof *plain->files, by_path);
    return result;
}

const struct recall_file *plain_files(const struct plain *plain, size_t *count)
{
    *count = plain->count;
    return plain->files;
}

struct manifest *plain_manifest(const struct plain *plain, struct arena *arena, int64_t generation, struct wall issued)
{
    struct manifest_file *files = arena_alloc(arena, (plain->count + 1) * sizeof *files);
    struct manifest *manifest = arena_alloc(arena, sizeof *manifest);
    size_t count = 0;
    for (size_t i = 0; i < plain->count; i++)
        if (plain->files[i].sha256)
            files[count++] = (struct manifest_file){.path = plain->files[i].path,
                                                    .sha256 = plain->files[i].sha256,
                                                    .size_bytes = plain->files[i].size_bytes};
    manifest_sort(files, count);
    *manifest = (struct manifest){
        .generation = generation, .issued = issued, .files = files, .count = count, .total_bytes = plain->total_bytes};
    return manifest;
}
