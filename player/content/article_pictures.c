#include "content/article_pictures.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/yaml.h"
#include "content/article.h"
#include "content/article_front.h"
#include "content/blocks.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

static const char *const picture_keys[] = {"une-ou-diaporama", "image", "images", "illustration", "img", "cover", "vignette", NULL};
static const char *const path_keys[] = {"image", "path", "src", "file", "fichier", "url", NULL};
static const char *const alt_keys[] = {"alternative-textuelle", "alt", "texte-alternatif", "image-alt", "image_alt", NULL};

/* A path has a suffix; "true" and "none" have none. */
static void read_picture(struct blocks *blocks, const struct yaml_node *path, const struct yaml_node *map)
{
    const struct yaml_node *alt = article_front_first(map, alt_keys);
    if (yaml_is_null(path) || path->kind != YAML_SCALAR || !strchr(path->text, '.'))
        return;
    blocks_image(blocks, path->text, alt && alt->kind == YAML_SCALAR ? alt->text : "", path->line);
}

static void read_value(struct blocks *blocks, const struct yaml_node *value, const struct yaml_node *root)
{
    if (value->kind == YAML_SCALAR) {
        read_picture(blocks, value, root);
    } else if (value->kind == YAML_MAP) {
        read_picture(blocks, article_front_first(value, path_keys), value);
    } else {
        for (size_t i = 0; i < value->count; i++) {
            const struct yaml_node *item = value->items[i];
            if (item->kind == YAML_SCALAR)
                read_picture(blocks, item, NULL);
            else if (item->kind == YAML_MAP)
                read_picture(blocks, article_front_first(item, path_keys), item);
        }
    }
}

void article_pictures_read(const struct article_front *front, struct blocks *blocks)
{
    for (size_t i = 0; picture_keys[i]; i++) {
        const struct yaml_node *value = yaml_get(front->root, picture_keys[i]);
        if (value)
            read_value(blocks, value, front->root);
    }
}

static int hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/* Without "?query" and "#part", %20 and its like decoded. A NUL that was written as %00 stays as it is. */
static const char *decode_path(struct arena *arena, const char *path)
{
    struct buffer decoded;
    buffer_init(&decoded, arena);
    path += strspn(path, " \t\n");
    size_t length = strcspn(path, "?#");
    while (length && isspace((unsigned char)path[length - 1]))
        length--;
    for (size_t i = 0; i < length; i++) {
        int high = path[i] == '%' && i + 2 < length ? hex_digit(path[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(path[i + 2]) : -1;
        bool code = low >= 0 && high * 16 + low != 0;
        buffer_add_char(&decoded, code ? (char)(high * 16 + low) : path[i]);
        i += code ? 2 : 0;
    }
    return decoded.data;
}

static bool is_remote(const char *path)
{
    return strncasecmp(path, "http://", 7) == 0 || strncasecmp(path, "https://", 8) == 0 || strncasecmp(path, "data:", 5) == 0 ||
           strncmp(path, "//", 2) == 0;
}

/* "./a/../b.jpg" as "b.jpg"; NULL when it leads above where it begins. */
static const char *tidy_path(struct arena *arena, const char *path)
{
    struct buffer tidy;
    buffer_init(&tidy, arena);
    while (*path) {
        size_t length = strcspn(path, "/");
        if (length == 2 && path[0] == '.' && path[1] == '.') {
            if (tidy.length == 0)
                return NULL;
            const char *slash = strrchr(tidy.data, '/');
            buffer_truncate(&tidy, slash ? (size_t)(slash - tidy.data) : 0);
        } else if (length && !(length == 1 && path[0] == '.')) {
            if (tidy.length)
                buffer_add_char(&tidy, '/');
            buffer_add_bytes(&tidy, path, length);
        }
        path += length;
        path += strspn(path, "/");
    }
    return tidy.length ? tidy.data : NULL;
}

/* Site paths begin at the playlist's folder, others at the article's own. `*first` is where it was expected. */
static const char *find_file(struct article *article, const char *path, const struct article_settings *settings, const char **first)
{
    const char *own = file_directory(article->arena, article->file);
    const char *folder = settings->folder ? settings->folder : own;
    const char *places[] = {path[0] == '/' ? folder : own, path[0] == '/' ? settings->site_root : folder,
                            path[0] == '/' ? NULL : settings->site_root};
    const char *tidy = tidy_path(article->arena, path);
    *first = NULL;
    for (size_t i = 0; tidy && i < sizeof places / sizeof *places; i++) {
        struct file_stamp stamp;
        if (!places[i])
            continue;
        const char *file = file_join(article->arena, places[i], tidy);
        if (!*first)
            *first = file;
        if (file_stat(file, &stamp))
            return file;
    }
    return NULL;
}

static void report(const struct article *article, const struct article_image *image, const char *expected, struct diags *diags)
{
    struct place place = {article->file, image->line, 0};
    if (expected)
        diag_add(diags, DIAG_WARNING, place, "picture-missing",
                 "l’image « %.120s » est introuvable ; déposez-la ici : %s, ou corrigez son chemin",
                 "picture \"%.120s\" is missing; put it here: %s, or correct its path", image->path, expected);
    else
        diag_add(diags, DIAG_WARNING, place, "picture-outside",
                 "l’image « %.120s » est hors du dossier ; déposez-la dans le dossier et corrigez son chemin",
                 "picture \"%.120s\" is outside of the folder; put it into the folder and correct its path", image->path);
}

void article_pictures_find(struct article *article, const struct blocks *blocks, const struct article_settings *settings,
                           struct diags *diags)
{
    struct article_image *images = arena_alloc(article->arena, blocks->image_count * sizeof *images);
    for (size_t i = 0; i < blocks->image_count; i++) {
        struct article_image image = blocks->images[i];
        const char *expected = NULL;
        if (is_remote(image.path)) {
            diag_add(diags, DIAG_WARNING, (struct place){article->file, image.line, 0}, "picture-remote",
                     "l’image « %.120s » est sur le web et ne sera pas montrée ; enregistrez-la à côté de l’article",
                     "picture \"%.120s\" is on the web and will not be shown; save it beside the article", image.path);
            continue;
        }
        image.path = decode_path(article->arena, image.path);
        image.file = find_file(article, image.path, settings, &expected);
        if (!image.file)
            report(article, &image, expected, diags);
        images[article->image_count++] = image;
    }
    article->images = images;
}
