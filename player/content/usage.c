#include "content/usage.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "content/article.h"
#include "content/library.h"
#include "content/picture.h"
#include "content/playlist.h"

#include <stdlib.h>
#include <string.h>

enum { THEME_MOST_BYTES = 64 * 1024 };

/* One reading; both lists grow. */
struct reading {
    struct arena *arena;
    struct library *library;
    const struct playlist *playlist;
    struct diags *diags;
    struct usage_file *files;
    size_t count, capacity;
    struct usage_wanted *wanted;
    size_t wanted_count, wanted_capacity;
    size_t drafts;
};

/* `path` as seen from `folder`; NULL when it is not in it, or climbs on the way (a folder on that way may be missing elsewhere). */
static const char *relative_to(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    if (strcmp(folder, ".") != 0 && *folder) {
        if (strncmp(path, folder, length) != 0)
            return NULL;
        path += length;
        if (folder[length - 1] != '/' && *path != '/')
            return NULL;
        path += strspn(path, "/");
    }
    if (*path == '/' || !*path)
        return NULL;
    for (const char *part = path; *part;) {
        size_t part_length = strcspn(part, "/");
        if (part_length == 2 && strncmp(part, "..", 2) == 0)
            return NULL;
        part += part_length + strspn(part + part_length, "/");
    }
    return path;
}

static bool is_hidden(const char *path)
{
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        if (*part == '.')
            return true;
    return false;
}

static void use(struct reading *reading, const char *path, const char *source, struct place place)
{
    if (is_hidden(path)) {
        diag_add(reading->diags, DIAG_ERROR, place, "name-hidden",
                 "« %s » commence par un point : un tel nom ne peut pas être publié ; renommez-le",
                 "\"%s\" begins with a dot: such a name cannot be published; rename it", path);
        return;
    }
    reading->files = arena_grow(reading->arena, reading->files, reading->count, &reading->capacity, sizeof *reading->files);
    reading->files[reading->count++] = (struct usage_file){arena_copy(reading->arena, path), arena_copy(reading->arena, source)};
}

static void want(struct reading *reading, const char *path, const char *or_path, bool optional)
{
    if (or_path && strcmp(path, or_path) == 0)
        or_path = NULL;
    reading->wanted = arena_grow(reading->arena, reading->wanted, reading->wanted_count, &reading->wanted_capacity, sizeof *reading->wanted);
    reading->wanted[reading->wanted_count++] =
        (struct usage_wanted){arena_copy(reading->arena, path), arena_copy(reading->arena, or_path), optional};
}

static void outside(struct reading *reading, const char *path, struct place place)
{
    diag_add(reading->diags, DIAG_WARNING, place, "path-outside",
             "« %s » est hors du dossier de la liste et ne sera pas publié avec elle ; copiez-le dans ce dossier",
             "\"%s\" lies outside the playlist’s folder and will not be published with it; copy it into that folder", path);
}

/* A file of an item. */
static void use_file(struct reading *reading, const char *source, struct place place)
{
    const char *path = relative_to(reading->playlist->folder, source);
    if (path)
        use(reading, path, source, place);
    else
        outside(reading, source, place);
}

/* A picture that was found. Under site_root it gets the name by which the article asks for it, in the published folder. */
static void use_picture(struct reading *reading, const struct article_image *image, struct place place)
{
    const char *path = relative_to(reading->playlist->folder, image->file);
    if (!path && reading->playlist->site_root)
        path = relative_to(reading->playlist->site_root, image->file);
    if (path)
        use(reading, path, image->file, place);
    else
        outside(reading, image->file, place);
}

/* Where a picture that was not found would be looked for: as article_pictures has it, in the folder for "/uploads/x.jpg", else beside the
 * article and then in the folder. */
static void want_picture(struct reading *reading, const struct article *article, const char *written)
{
    const char *folder = relative_to(reading->playlist->folder, article->file), *path = written + strspn(written, "/");
    while (strncmp(path, "./", 2) == 0)
        path += 2;
    if (!folder || !*path || relative_to(".", path) == NULL)
        return;
    const char *own = file_directory(reading->arena, folder);
    want(reading, *written == '/' ? path : file_join(reading->arena, own, path), *written == '/' ? NULL : path, false);
}

static void read_article(struct reading *reading, const struct item *item)
{
    const struct article *article = library_article(reading->library, item);
    if (article && article->draft) {
        reading->drafts++;
        return;
    }
    use_file(reading, item->files[0].path, item->place);
    for (size_t i = 0; article && i < article->image_count; i++) {
        const struct article_image *image = &article->images[i];
        if (image->file)
            use_picture(reading, image, (struct place){article->file, image->line, 0});
        else if (image->path)
            want_picture(reading, article, image->path);
    }
}

/* A font that lies beside the theme. */
static void read_font(struct reading *reading, const char *theme, const struct yaml_node *node, struct place place)
{
    struct file_stamp stamp;
    if (!node || node->kind != YAML_SCALAR || !node->text[0])
        return;
    const char *folder = file_directory(reading->arena, theme), *source = file_join(reading->arena, folder, node->text);
    const char *path = relative_to(reading->playlist->folder, source);
    if (file_stat(source, &stamp))
        use_file(reading, source, place);
    else if (path)
        want(reading, path, NULL, true);
}

static void read_fonts(struct reading *reading, const char *theme)
{
    struct file_bytes bytes;
    struct place place = {.file = theme};
    if (file_read(reading->arena, theme, THEME_MOST_BYTES, &bytes) != FILE_READ)
        return;
    size_t length = 0, bad = 0;
    const char *text = utf8_clean(reading->arena, bytes.data, bytes.length, &length, &bad);
    const struct yaml_node *root = yaml_parse(reading->arena, text, length, theme, 1, NULL);
    const struct yaml_node *fonts = yaml_get(root, "fonts"), *fallbacks = yaml_get(root, "fallbacks");
    for (size_t i = 0; fonts && fonts->kind == YAML_MAP && i < fonts->count; i++)
        read_font(reading, theme, fonts->items[i], place);
    for (size_t i = 0; fallbacks && fallbacks->kind == YAML_LIST && i < fallbacks->count; i++)
        read_font(reading, theme, fallbacks->items[i], place);
}

/* A theme of the folder: by its path, or by its name without ".yaml". A built-in one of that name is looked at first when it plays; a
 * file that is published for nothing does no harm. */
static void read_theme(struct reading *reading)
{
    const struct playlist *playlist = reading->playlist;
    struct file_stamp stamp;
    if (!playlist->theme || !playlist->theme[0])
        return;
    struct place place = {playlist->file, playlist->theme_line, 0};
    const char *plain = file_join(reading->arena, playlist->folder, playlist->theme);
    const char *named = arena_format(reading->arena, "%s.yaml", plain);
    const char *found = file_stat(plain, &stamp) ? plain : file_stat(named, &stamp) ? named : NULL;
    if (found) {
        use_file(reading, found, place);
        read_fonts(reading, found);
    } else if (relative_to(".", playlist->theme)) {
        static const char *const suffixes[] = {".yaml", ".yml", NULL};
        bool is_path = file_has_suffix(playlist->theme, suffixes);
        want(reading, is_path ? playlist->theme : arena_format(reading->arena, "%s.yaml", playlist->theme), NULL, true);
    }
}

static void read_head(struct reading *reading)
{
    static const char *const suffixes[] = {".yaml", ".yml", NULL};
    const struct playlist *playlist = reading->playlist;
    struct file_stamp stamp;
    if (file_has_suffix(playlist->file, suffixes) && file_stat(playlist->file, &stamp))
        use(reading, "playlist.yaml", playlist->file, (struct place){.file = playlist->file});
    read_theme(reading);
    bool urgent = playlist->item_count > 0 && playlist->items[0].urgent && playlist->items[0].place.line == 0;
    if (!urgent)
        want(reading, "urgence.md", "urgent.md", true);
    for (size_t i = 0; i < playlist->missing_count; i++)
        if (relative_to(".", playlist->missing[i]))
            want(reading, playlist->missing[i], NULL, false);
}

static int file_order(const void *a, const void *b)
{
    const struct usage_file *left = a, *right = b;
    return strcmp(left->path, right->path);
}

static size_t each_once(struct usage_file *files, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(files, count, sizeof *files, file_order);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(files[kept - 1].path, files[i].path) != 0)
            files[kept++] = files[i];
    return kept;
}

void usage_read(struct arena *arena, struct library *library, struct usage *usage, struct diags *diags)
{
    const struct playlist *playlist = library_playlist(library);
    struct reading reading = {.arena = arena, .library = library, .playlist = playlist, .diags = diags};
    read_head(&reading);
    for (size_t i = 0; i < playlist->item_count; i++) {
        const struct item *item = &playlist->items[i];
        if (item->kind == ITEM_ARTICLE && item->file_count == 1)
            read_article(&reading, item);
        else
            for (size_t j = 0; j < item->file_count; j++)
                use_file(&reading, item->files[j].path, (struct place){item->place.file, item->files[j].line, item->files[j].column});
    }
    *usage = (struct usage){.files = reading.files,
                            .count = each_once(reading.files, reading.count),
                            .wanted = reading.wanted,
                            .wanted_count = reading.wanted_count,
                            .drafts = reading.drafts};
}
