#include "content/playlist_files.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "content/playlist_reader.h"
#include "content/playlist_values.h"

#include <string.h>
#include <strings.h>

enum { PATTERN_DEPTH_MOST = 16, PATTERN_FOLDERS_MOST = 2000, PATH_MOST_BYTES = 1024 };

const char *const playlist_files_articles[] = {".md", ".markdown", ".qmd", NULL};

/* One call of playlist_files_find: what was found so far, and what is being looked for. */
struct search {
    struct playlist_reader *reader;
    const struct yaml_node *node; /* names the place in messages */
    const char *alt;
    const char *const *suffixes;
    struct item_file *files; /* in scratch */
    size_t count;
    size_t capacity;
    size_t folders_seen;
};

bool playlist_files_is_aside(const char *name)
{
    static const char *const aside[] = {"readme", "license", "licence", "changelog", "contributing"};
    for (size_t i = 0; i < sizeof aside / sizeof *aside; i++) {
        size_t length = strlen(aside[i]);
        if (strncasecmp(name, aside[i], length) == 0 && (name[length] == '.' || name[length] == '\0'))
            return true;
    }
    return false;
}

void playlist_files_note_folder(struct playlist_reader *reader, const char *folder)
{
    for (size_t i = 0; i < reader->folder_count; i++)
        if (strcmp(reader->folders[i], folder) == 0)
            return;
    if (reader->folder_count < PLAYLIST_MOST_FOLDERS)
        reader->folders[reader->folder_count++] = arena_copy(reader->arena, folder);
}

static void search_spent(struct search *search)
{
    if (!search->reader->spent)
        diag_add(search->reader->diags, DIAG_ERROR, playlist_values_place(search->reader, search->node), "files-too-many",
                 "cette liste parcourt trop de fichiers ; la suite est ignorée, utilisez moins de motifs ou des dossiers plus petits",
                 "this playlist goes through too many files; the rest is ignored, use fewer patterns or smaller folders");
    search->reader->spent = true;
}

static void search_add(struct search *search, const char *path)
{
    if (search->reader->files >= PLAYLIST_MOST_FILES) {
        search_spent(search);
        return;
    }
    search->reader->files++;
    search->files = arena_grow(search->reader->scratch, search->files, search->count, &search->capacity,
                               sizeof *search->files);
    search->files[search->count++] = (struct item_file){
        .path = arena_copy(search->reader->arena, path),
        .alt = search->alt,
        .line = search->node->line,
        .column = search->node->column,
    };
}

/* Whether a name fits a pattern of * and ?, ASCII case ignored (cameras write .JPG). fnmatch is exponential in the number of
 * stars; this goes back to the last star only, which is enough. */
static bool pattern_matches(const char *pattern, const char *name)
{
    const char *star = NULL, *resume = NULL, *end = name + strlen(name);
    while (*name) {
        if (*pattern == '*') {
            star = pattern++;
            resume = name;
        } else if (*pattern == '?') {
            pattern++;
            utf8_next(&name, end);
        } else if (strncasecmp(pattern, name, 1) == 0) {
            pattern++;
            name++;
        } else if (star) {
            pattern = star + 1;
            name = ++resume;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == '\0';
}

static const char **search_list(struct search *search, const char *folder, size_t *count)
{
    *count = 0;
    playlist_files_note_folder(search->reader, folder);
    if (search->reader->looks >= PLAYLIST_MOST_LOOKS || ++search->folders_seen > PATTERN_FOLDERS_MOST) {
        search_spent(search);
        return NULL;
    }
    const char **names = file_list(search->reader->scratch, folder, PLAYLIST_MOST_NAMES, count);
    search->reader->looks += *count + 1;
    if (names && *count == PLAYLIST_MOST_NAMES)
        diag_add(search->reader->diags, DIAG_WARNING, playlist_values_place(search->reader, search->node), "folder-too-large",
                 "le dossier « %s » a plus de %d fichiers ; les suivants sont ignorés, répartissez-les",
                 "the folder \"%s\" has more than %d files; the others are ignored, spread them out", folder,
                 (int)PLAYLIST_MOST_NAMES);
    return names;
}

/* Walks the rest of a pattern below `folder`, one component a call. */
static void search_pattern(struct search *search, const char *folder, const char *rest, int depth)
{
    struct arena *scratch = search->reader->scratch;
    size_t length = strcspn(rest, "/"), count = 0;
    const char *component = arena_copy_bytes(scratch, rest, length);
    const char *next = rest + length + strspn(rest + length, "/");
    bool last = *next == '\0';
    if (depth > PATTERN_DEPTH_MOST)
        return;
    if (!last && !strpbrk(component, "*?")) {
        search_pattern(search, file_join(scratch, folder, component), next, depth + 1);
        return;
    }
    const char **names = search_list(search, folder, &count);
    for (size_t i = 0; names && i < count; i++) {
        if (!pattern_matches(component, names[i]))
            continue;
        const char *path = file_join(scratch, folder, names[i]);
        if (!last && file_is_directory(path))
            search_pattern(search, path, next, depth + 1);
        else if (last && file_has_suffix(names[i], search->suffixes) && !playlist_files_is_aside(names[i]))
            search_add(search, path);
    }
}

/* Says which name was not found, and the nearest one that is there. */
static void search_missing(struct search *search, const char *written, const char *path)
{
    struct arena *scratch = search->reader->scratch;
    struct place place = playlist_values_place(search->reader, search->node);
    size_t count = 0;
    const char *folder = file_directory(scratch, path), *base = file_base(path);
    playlist_files_note_folder(search->reader, folder);
    const char **names = NULL;
    if (search->reader->nearest++ < PLAYLIST_MOST_NEAREST)
        names = file_list(scratch, folder, PLAYLIST_MOST_NAMES, &count);
    const char *nearest = names ? diag_nearest(base, names, count) : NULL;
    if (!file_is_directory(folder))
        diag_add(search->reader->diags, DIAG_ERROR, place, "file-missing",
                 "« %s » est introuvable : le dossier « %s » n’existe pas ; vérifiez le chemin",
                 "\"%s\" is missing: there is no folder \"%s\"; check the path", written, folder);
    else if (nearest)
        diag_add(search->reader->diags, DIAG_ERROR, place, "file-missing",
                 "« %s » est introuvable ; vouliez-vous dire « %s » ?", "\"%s\" is missing; did you mean \"%s\"?", written, nearest);
    else
        diag_add(search->reader->diags, DIAG_ERROR, place, "file-missing",
                 "« %s » est introuvable dans « %s » ; déposez-y le fichier ou corrigez le nom",
                 "\"%s\" is not in \"%s\"; put the file there or correct the name", written, folder);
}

/* True for an absolute path and for one that climbs out of its folder by more ".." than it has names before them. */
static bool path_is_outside(const char *path)
{
    int depth = 0;
    if (*path == '/')
        return true;
    while (*path) {
        size_t length = strcspn(path, "/");
        if (length == 2 && strncmp(path, "..", 2) == 0)
            depth--;
        else if (length > 0 && !(length == 1 && *path == '.'))
            depth++;
        if (depth < 0)
            return true;
        path += length + strspn(path + length, "/");
    }
    return false;
}

static void search_refuse_type(struct search *search, const char *written)
{
    bool article = search->suffixes == playlist_files_articles;
    diag_add(search->reader->diags, DIAG_ERROR, playlist_values_place(search->reader, search->node), "file-type",
             "« %s » n’est pas %s (attendu : un fichier %s)%.0s", "\"%s\" is not %.0s%.0s%s", written,
             article ? "un article" : "une image", article ? ".md" : ".png, .jpg ou .webp",
             article ? "an article (expected: a .md file)" : "a picture (expected: a .png, .jpg or .webp file)");
}

const char *playlist_files_tidy(struct arena *arena, const char *written)
{
    struct buffer tidy;
    buffer_init(&tidy, arena);
    if (*written == '/')
        buffer_add_char(&tidy, '/');
    while (*written) {
        size_t length = strcspn(written, "/");
        if (length > 0 && !(length == 1 && *written == '.')) {
            if (tidy.length > 0 && tidy.data[tidy.length - 1] != '/')
                buffer_add_char(&tidy, '/');
            buffer_add_bytes(&tidy, written, length);
        }
        written += length + strspn(written + length, "/");
    }
    if (tidy.length == 0)
        buffer_add_char(&tidy, '.');
    return tidy.data;
}

/* A path, a folder or a pattern, as written in one scalar. */
static void search_path(struct search *search, const char *written)
{
    struct playlist_reader *reader = search->reader;
    size_t before = search->count;
    if (strlen(written) > PATH_MOST_BYTES) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, search->node), "path-too-long",
                 "ce chemin de %zu octets est trop long (%d au plus) ; raccourcissez-le",
                 "this path of %zu bytes is too long (%d at most); shorten it", strlen(written), (int)PATH_MOST_BYTES);
        return;
    }
    const char *name = playlist_files_tidy(reader->scratch, written);
    const char *path = file_join(reader->scratch, reader->playlist->folder, name);
    struct file_stamp stamp;
    if (path_is_outside(name))
        diag_add(reader->diags, DIAG_WARNING, playlist_values_place(reader, search->node), "path-outside",
                 "« %s » est hors du dossier de la liste et ne sera pas publié avec elle ; copiez-le dans ce dossier",
                 "\"%s\" lies outside the playlist’s folder and will not be published with it; copy it into that folder",
                 playlist_values_shown(reader, search->node));
    if (file_stat(path, &stamp)) {
        playlist_files_note_folder(reader, file_directory(reader->scratch, path));
        if (file_has_suffix(path, search->suffixes))
            search_add(search, path);
        else
            search_refuse_type(search, name);
        return;
    }
    bool folder = file_is_directory(path);
    if (!folder && !strpbrk(name, "*?")) {
        reader->missing = arena_grow(reader->arena, (void *)reader->missing, reader->missing_count, &reader->missing_capacity,
                                     sizeof *reader->missing);
        reader->missing[reader->missing_count++] = arena_copy(reader->arena, name);
        search_missing(search, name, path);
        return;
    }
    if (folder)
        search_pattern(search, path, "*", 0);
    else if (name[0] == '/')
        search_pattern(search, "/", name + strspn(name, "/"), 0);
    else
        search_pattern(search, reader->playlist->folder, name, 0);
    if (search->count == before && !reader->spent)
        diag_add(reader->diags, DIAG_WARNING, playlist_values_place(reader, search->node), "pattern-empty",
                 "aucun fichier ne correspond à « %s » ; vérifiez le dossier et la fin des noms",
                 "no file matches \"%s\"; check the folder and the endings of the names", playlist_values_shown(reader, search->node));
}

static void search_one(struct search *search, const struct yaml_node *node, const char *alt)
{
    static const struct playlist_expected expected = {"file-expected", "un nom de fichier", "photos/hall.jpg", "a file name",
                                                      "photos/hall.jpg"};
    static const char *const names[] = {"file", "fichier", "image", "article", "path"};
    const struct yaml_node *path = node;
    search->node = node;
    search->alt = alt;
    if (node->kind == YAML_MAP) {
        path = NULL;
        for (size_t i = 0; i < sizeof names / sizeof *names && !path; i++)
            path = yaml_get(node, names[i]);
        playlist_values_text(search->reader, yaml_get(node, "alt"), &search->alt);
        search->node = path ? path : node;
    }
    if (yaml_is_null(path) || path->kind != YAML_SCALAR)
        playlist_values_refuse(search->reader, search->node, &expected);
    else
        search_path(search, path->text);
}

struct item_file *playlist_files_find(struct playlist_reader *reader, const struct yaml_node *node,
                                      const char *const *suffixes, size_t *count)
{
    struct search search = {.reader = reader, .suffixes = suffixes};
    if (node->kind != YAML_LIST)
        search_one(&search, node, NULL);
    else
        for (size_t i = 0; i < node->count; i++)
            search_one(&search, node->items[i], NULL);
    *count = search.count;
    if (search.count == 0)
        return NULL;
    struct item_file *files = arena_alloc(reader->arena, search.count * sizeof *files);
    memcpy(files, search.files, search.count * sizeof *files);
    return files;
}
