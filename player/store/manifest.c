#include "store/manifest.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/utf8.h"
#include "store/crypto.h"
#include "store/refusal.h"

#include <stdlib.h>
#include <string.h>

bool manifest_is_path(const char *path)
{
    size_t length = strlen(path);
    if (length == 0 || length > MANIFEST_PATH_MOST_BYTES)
        return false;
    for (const char *at = path, *end = path + length; at < end;) {
        const char *before = at;
        uint32_t codepoint = utf8_next(&at, end);
        if (codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || (codepoint == UTF8_REPLACEMENT && at - before == 1))
            return false;
    }
    for (const char *part = path;; part++) {
        size_t part_length = strcspn(part, "/");
        if (part_length == 0 || part_length > MANIFEST_PART_MOST_BYTES || *part == '.')
            return false;
        part += part_length;
        if (*part == '\0')
            return true;
    }
}

static int file_order(const void *a, const void *b)
{
    const struct manifest_file *left = a, *right = b;
    return strcmp(left->path, right->path);
}

void manifest_sort(struct manifest_file *files, size_t count)
{
    if (count)
        qsort(files, count, sizeof *files, file_order);
}

const struct manifest_file *manifest_find(const struct manifest *manifest, const char *path)
{
    const struct manifest_file wanted = {.path = path};
    return manifest->count ? bsearch(&wanted, manifest->files, manifest->count, sizeof wanted, file_order) : NULL;
}

static bool invalid(struct refusal *refusal, const char *field)
{
    return refusal_set(refusal, "manifest-invalid", "manifest.json : « %s » manque ou n’a pas la forme attendue ; publiez de nouveau",
                       "manifest.json: \"%s\" is missing or not of the expected form; publish again", field);
}

static bool bad_path(struct refusal *refusal, const char *path, const char *french, const char *english)
{
    /* A path that is refused may hold anything: it is not repeated beyond its first signs. */
    char shown[61];
    size_t length = 0;
    for (; length < sizeof shown - 1 && path[length]; length++)
        shown[length] = (char)(path[length] >= 0x20 && path[length] < 0x7F ? path[length] : '?');
    shown[length] = '\0';
    return refusal_set(refusal, "manifest-path", "manifest.json : le chemin « %s » %.0s%s ; publiez de nouveau",
                       "manifest.json: the path \"%s\" %s%.0s; publish again", shown, english, french);
}

static bool read_file(const struct json *entry, struct manifest_file *file, struct refusal *refusal)
{
    file->path = json_get_text(entry, "path");
    file->sha256 = json_get_text(entry, "sha256");
    if (!file->path)
        return invalid(refusal, "path");
    if (!manifest_is_path(file->path))
        return bad_path(refusal, file->path, "n’est pas permis", "is not allowed");
    if (!crypto_is_sha256(file->sha256))
        return invalid(refusal, "sha256");
    int64_t size = 0;
    if (!json_get_whole(entry, "size", 0, INT64_MAX, &size))
        return invalid(refusal, "size");
    file->size_bytes = size;
    if (size > MANIFEST_MOST_FILE_BYTES)
        return refusal_set(refusal, "manifest-limit", "manifest.json : « %s » dépasse %d Mio ; réduisez ce fichier",
                           "manifest.json: \"%s\" is over %d MiB; make that file smaller", file->path, MANIFEST_MOST_FILE_BYTES / 1024 / 1024);
    return true;
}

/* The same content under one hash has one size: two sizes cannot both be true. Files are sorted by hash here. */
static int hash_order(const void *a, const void *b)
{
    const struct manifest_file *left = a, *right = b;
    return strcmp(left->sha256, right->sha256);
}

static bool check_hashes(struct arena *arena, const struct manifest *manifest, struct refusal *refusal)
{
    struct manifest_file *sorted = arena_alloc(arena, (manifest->count + 1) * sizeof *sorted);
    if (manifest->count)
        memcpy(sorted, manifest->files, manifest->count * sizeof *sorted);
    qsort(sorted, manifest->count, sizeof *sorted, hash_order);
    for (size_t i = 1; i < manifest->count; i++)
        if (strcmp(sorted[i - 1].sha256, sorted[i].sha256) == 0 && sorted[i - 1].size_bytes != sorted[i].size_bytes)
            return invalid(refusal, "size");
    return true;
}

/* Sorted: the same path twice stands side by side; a file that is also a folder is found by its name. */
static bool check_paths(struct arena *arena, const struct manifest *manifest, struct refusal *refusal)
{
    char *folder = arena_alloc(arena, MANIFEST_PATH_MOST_BYTES + 1);
    for (size_t i = 0; i < manifest->count; i++) {
        const char *path = manifest->files[i].path;
        if (i > 0 && strcmp(manifest->files[i - 1].path, path) == 0)
            return bad_path(refusal, path, "y est deux fois", "is there twice");
        for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
            memcpy(folder, path, (size_t)(slash - path));
            folder[slash - path] = '\0';
            if (manifest_find(manifest, folder))
                return bad_path(refusal, folder, "est à la fois un fichier et un dossier", "is both a file and a folder");
        }
    }
    return true;
}

static bool read_files(struct arena *arena, const struct json *list, struct manifest *manifest, struct refusal *refusal)
{
    if (json_kind_of(list) != JSON_KIND_LIST)
        return invalid(refusal, "files");
    manifest->count = json_count(list);
    if (manifest->count > MANIFEST_MOST_FILES)
        return refusal_set(refusal, "manifest-limit", "manifest.json nomme %zu fichiers (%d au plus) ; retirez-en",
                           "manifest.json names %zu files (%d at most); remove some", manifest->count, (int)MANIFEST_MOST_FILES);
    struct manifest_file *files = arena_alloc(arena, (manifest->count + 1) * sizeof *files);
    for (size_t i = 0; i < manifest->count; i++) {
        if (!read_file(json_item(list, i), &files[i], refusal))
            return false;
        files[i].path = arena_copy(arena, files[i].path);
        files[i].sha256 = arena_copy(arena, files[i].sha256);
        manifest->total_bytes += files[i].size_bytes;
    }
    if (manifest->total_bytes > MANIFEST_MOST_TOTAL_BYTES)
        return refusal_set(refusal, "manifest-limit", "les fichiers de manifest.json dépassent %d Gio en tout ; retirez-en",
                           "the files of manifest.json are over %d GiB in all; remove some", (int)(MANIFEST_MOST_TOTAL_BYTES >> 30));
    manifest_sort(files, manifest->count);
    manifest->files = files;
    return check_paths(arena, manifest, refusal) && check_hashes(arena, manifest, refusal);
}

/* An instant with its offset: "2026-11-25T10:00:00Z". */
static bool read_instant(const char *text, struct wall *wall)
{
    bool has_time = false, has_offset = false;
    return text && instant_parse(text, NULL, wall, &has_time, &has_offset) && has_time && has_offset;
}

static bool read_head(const struct json *root, struct manifest *manifest, struct refusal *refusal)
{
    int64_t format = 0;
    if (!json_get_whole(root, "format", INT64_MIN, INT64_MAX, &format))
        return invalid(refusal, "format");
    if (format != MANIFEST_FORMAT)
        return refusal_set(refusal, "manifest-format", "manifest.json est d’un format (%lld) que cette version ne connaît pas ; mettez Parvis à jour",
                           "manifest.json has a format (%lld) that this version does not know; update Parvis", (long long)format);
    if (!json_get_whole(root, "generation", 1, MANIFEST_MOST_GENERATION, &manifest->generation))
        return invalid(refusal, "generation");
    if (!read_instant(json_get_text(root, "issued"), &manifest->issued))
        return invalid(refusal, "issued");
    enum json_kind expires = json_kind_of(json_get(root, "expires"));
    if (expires == JSON_KIND_NONE || expires == JSON_KIND_NULL)
        return true;
    manifest->has_expires = read_instant(json_get_text(root, "expires"), &manifest->expires);
    return manifest->has_expires || invalid(refusal, "expires");
}

struct manifest *manifest_parse(struct arena *arena, const char *text, size_t length, struct refusal *refusal)
{
    if (length > MANIFEST_MOST_BYTES) {
        refusal_set(refusal, "manifest-too-large", "manifest.json dépasse %d Mio ; retirez des fichiers de la liste",
                    "manifest.json is over %d MiB; remove files from the playlist", MANIFEST_MOST_BYTES / 1024 / 1024);
        return NULL;
    }
    struct json_problem problem;
    struct json *root = json_parse(text, length, MANIFEST_MOST_BYTES, &problem);
    if (!root) {
        refusal_set(refusal, "manifest-broken",
                    "manifest.json n’est pas lisible, ligne %d, colonne %d (%s) ; copiez de nouveau le dossier publié",
                    "manifest.json cannot be read, line %d, column %d (%s); copy the published folder again", problem.line, problem.column,
                    problem.text);
        return NULL;
    }
    struct manifest *manifest = arena_alloc(arena, sizeof *manifest);
    bool good = read_head(root, manifest, refusal) && read_files(arena, json_get(root, "files"), manifest, refusal);
    json_destroy(root);
    return good ? manifest : NULL;
}

/* RFC 3339 in UTC. */
static void write_instant(struct json_writer *writer, const char *key, struct wall wall)
{
    struct arena *arena = arena_create();
    json_write_text(writer, key, instant_format(arena, wall, NULL));
    arena_destroy(arena);
}

void manifest_write(struct buffer *out, const struct manifest *manifest)
{
    struct json_writer writer;
    json_write_begin(&writer, out, 1, 2);
    json_write_map(&writer, NULL);
    json_write_whole(&writer, "format", MANIFEST_FORMAT);
    json_write_whole(&writer, "generation", manifest->generation);
    write_instant(&writer, "issued", manifest->issued);
    if (manifest->has_expires)
        write_instant(&writer, "expires", manifest->expires);
    json_write_list(&writer, "files");
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        json_write_map(&writer, NULL);
        json_write_text(&writer, "path", file->path);
        json_write_whole(&writer, "size", file->size_bytes);
        json_write_text(&writer, "sha256", file->sha256);
        json_write_end(&writer, false);
    }
    json_write_end(&writer, true);
    json_write_end(&writer, false);
}
