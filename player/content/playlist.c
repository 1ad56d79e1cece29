#include "content/playlist.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "base/zone.h"
#include "content/picture.h"
#include "content/playlist_files.h"
#include "content/playlist_items.h"
#include "content/playlist_reader.h"
#include "content/playlist_times.h"
#include "content/playlist_values.h"

#include <string.h>
#include <strings.h>

/* An item of a playlist with a few keys takes about this many elements of YAML. */
enum { EVENTS_EACH = 12 };

static const char *const playlist_suffixes[] = {".yaml", ".yml", NULL};
static const char *const playlist_names[] = {"playlist.yaml", "playlist.yml"};
static const char *const urgent_names[] = {"urgence.md", "urgent.md"};
static const char default_timezone[] = "Europe/Paris";

static void playlist_begin(struct playlist_reader *reader, const char *file, const char *folder, struct diags *diags)
{
    struct arena *arena = arena_create();
    struct playlist *playlist = arena_alloc(arena, sizeof *playlist);
    *playlist = (struct playlist){
        .arena = arena,
        .file = arena_copy(arena, file),
        .folder = arena_copy(arena, folder),
        .venue = "",
        .language = "fr",
        .timezone = default_timezone,
        .transition = TRANSITION_FADE,
    };
    *reader = (struct playlist_reader){.playlist = playlist, .arena = arena, .scratch = arena_create(), .diags = diags};
    playlist_files_note_folder(reader, folder);
}

static struct playlist *playlist_end(struct playlist_reader *reader)
{
    struct playlist *playlist = reader->playlist;
    if (!playlist->zone)
        playlist->zone = zone_create(playlist->timezone, NULL);
    if (!playlist->zone)
        diag_add(reader->diags, DIAG_ERROR, (struct place){.file = playlist->file}, "timezone-missing",
                 "cette machine ne connaît pas le fuseau « %s » : les heures sont en temps universel ; installez le paquet tzdata",
                 "this machine does not know the zone \"%s\": hours are in universal time; install the package tzdata",
                 playlist->timezone);
    if (reader->count > 0) {
        struct item *items = arena_alloc(reader->arena, reader->count * sizeof *items);
        memcpy(items, reader->items, reader->count * sizeof *items);
        playlist->items = items;
        playlist->item_count = reader->count;
    }
    const char **folders = arena_alloc(reader->arena, (reader->folder_count + 1) * sizeof *folders);
    memcpy(folders, reader->folders, reader->folder_count * sizeof *folders);
    playlist->folders = folders;
    playlist->folder_count = reader->folder_count;
    playlist->missing = reader->missing;
    playlist->missing_count = reader->missing_count;
    arena_destroy(reader->scratch);
    return playlist;
}

/* A file that plays as it is, without a playlist: its own place, so that messages name it. */
static void playlist_add_file(struct playlist_reader *reader, const char *path, bool urgent)
{
    struct item_file *file = arena_alloc(reader->arena, sizeof *file);
    struct item item = playlist_items_default(reader);
    *file = (struct item_file){.path = arena_copy(reader->arena, path)};
    item.kind = file_has_suffix(path, picture_suffixes) ? ITEM_IMAGE : ITEM_ARTICLE;
    item.place = (struct place){.file = file->path};
    item.files = file;
    item.file_count = 1;
    item.urgent = urgent;
    playlist_items_add(reader, &item);
}

static bool playlist_is_urgent_name(const char *name)
{
    for (size_t i = 0; i < sizeof urgent_names / sizeof *urgent_names; i++)
        if (strcasecmp(name, urgent_names[i]) == 0)
            return true;
    return false;
}

/* `urgence.md` in the playlist's folder comes first, whatever the playlist says. */
static void playlist_add_urgent(struct playlist_reader *reader)
{
    for (size_t i = 0; i < sizeof urgent_names / sizeof *urgent_names; i++) {
        struct file_stamp stamp;
        const char *path = file_join(reader->scratch, reader->playlist->folder, urgent_names[i]);
        if (file_stat(path, &stamp))
            playlist_add_file(reader, path, true);
    }
}

/* A pattern such as *.md finds urgence.md too: once, in front, is enough. */
static void playlist_drop_urgent_twice(struct playlist_reader *reader, size_t urgent_count)
{
    size_t kept = urgent_count;
    for (size_t i = urgent_count; i < reader->count; i++) {
        const struct item *item = &reader->items[i];
        bool twice = false;
        for (size_t j = 0; item->kind == ITEM_ARTICLE && j < urgent_count; j++)
            twice = twice || strcmp(item->files[0].path, reader->items[j].files[0].path) == 0;
        if (!twice)
            reader->items[kept++] = *item;
    }
    reader->count = kept;
}

static void playlist_language(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"language-unknown", "une langue connue", "fr ou en", "a known language",
                                                      "fr or en"};
    if (yaml_is_null(node))
        return;
    const char *text = node->kind == YAML_SCALAR ? playlist_values_plain(reader, node->text) : "";
    if (strncmp(text, "fr", 2) == 0)
        reader->playlist->language = "fr";
    else if (strncmp(text, "en", 2) == 0 || strcmp(text, "anglais") == 0)
        reader->playlist->language = "en";
    else
        playlist_values_refuse(reader, node, &expected);
}

static void playlist_timezone(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"timezone-unknown", "un fuseau horaire connu", "Europe/Paris",
                                                      "a known time zone", "Europe/Paris"};
    struct playlist *playlist = reader->playlist;
    const char *name = NULL;
    if (!yaml_is_null(node) && playlist_values_text(reader, node, &name)) {
        playlist->zone = zone_create(name, NULL);
        if (playlist->zone)
            playlist->timezone = name;
        else
            playlist_values_refuse(reader, node, &expected);
    }
    /* At once: the dates of the items are read in it. */
    if (!playlist->zone)
        playlist->zone = zone_create(playlist->timezone, NULL);
}

static void playlist_site_root(struct playlist_reader *reader, const struct yaml_node *node)
{
    const char *name = NULL;
    if (!playlist_values_text(reader, node, &name) || !name || !*name)
        return;
    const char *path = file_join(reader->arena, reader->playlist->folder, name);
    if (file_is_directory(path)) {
        reader->playlist->site_root = path;
        return;
    }
    playlist_files_note_folder(reader, path);
    diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, node), "folder-missing",
             "le dossier « %s » n’existe pas ; indiquez celui qui contient « uploads »",
             "there is no folder \"%s\"; name the one that holds \"uploads\"", path);
}

/* Begins the links of articles that name no site. */
static void playlist_site(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"site-invalid", "l’adresse d’un site", "https://www.exemple.fr", "the address of a site",
                                                      "https://www.example.org"};
    const char *url = NULL;
    if (!node || !playlist_values_url(reader, node, &url) || !url)
        return;
    size_t length = strlen(url);
    if (strncmp(url, "http", 4) != 0 || strpbrk(url, "?#")) {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    while (url[length - 1] == '/')
        length--;
    reader->playlist->site = arena_copy_bytes(reader->arena, url, length);
}

static void playlist_display(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_key keys[] = {{"diagonal", "diagonale", 0}, {"distance", NULL, 0}};
    static const struct playlist_expected expected = {"display-invalid", "un écran", "{diagonal: 55\", distance: 3 m}", "a display",
                                                      "{diagonal: 55\", distance: 3 m}"};
    if (yaml_is_null(node))
        return;
    if (node->kind != YAML_MAP) {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    playlist_items_check_keys(reader, node, keys, sizeof keys / sizeof *keys, 0);
    const struct yaml_node *diagonal = yaml_get(node, "diagonal");
    if (!diagonal)
        diagonal = yaml_get(node, "diagonale");
    /* Bare numbers: screens are sold in inches, and people stand metres away. */
    playlist_values_length(reader, diagonal, 25, &reader->playlist->diagonal_mm);
    playlist_values_length(reader, yaml_get(node, "distance"), 1000, &reader->playlist->distance_mm);
}

static void playlist_defaults(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_key keys[] = {{"dwell", NULL, 0}, {"transition", NULL, 0}};
    static const struct playlist_expected expected = {"defaults-invalid", "une liste de réglages", "{dwell: 12 s, transition: fondu}",
                                                      "a list of settings", "{dwell: 12 s, transition: fade}"};
    if (yaml_is_null(node))
        return;
    if (node->kind != YAML_MAP) {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    playlist_items_check_keys(reader, node, keys, sizeof keys / sizeof *keys, 0);
    playlist_times_dwell(reader, yaml_get(node, "dwell"), &reader->playlist->dwell_ms);
    playlist_values_transition(reader, yaml_get(node, "transition"), &reader->playlist->transition);
}

/* What stands above the items. */
static void playlist_head(struct playlist_reader *reader, const struct yaml_node *root)
{
    static const struct playlist_key keys[] = {
        {"items", NULL, 0},     {"venue", NULL, 0},   {"language", "lang", 0}, {"timezone", NULL, 0}, {"theme", NULL, 0},
        {"site_root", NULL, 0}, {"site", NULL, 0},    {"display", NULL, 0},    {"defaults", NULL, 0}};
    struct playlist *playlist = reader->playlist;
    playlist_items_check_keys(reader, root, keys, sizeof keys / sizeof *keys, 0);
    const struct yaml_node *language = yaml_get(root, "language"), *theme = yaml_get(root, "theme");
    playlist_values_text(reader, yaml_get(root, "venue"), &playlist->venue);
    playlist_language(reader, language ? language : yaml_get(root, "lang"));
    playlist_timezone(reader, yaml_get(root, "timezone"));
    playlist_values_text(reader, theme, &playlist->theme);
    playlist->theme_line = playlist->theme ? theme->line : 0;
    playlist_site_root(reader, yaml_get(root, "site_root"));
    playlist_site(reader, yaml_get(root, "site"));
    playlist_display(reader, yaml_get(root, "display"));
    playlist_defaults(reader, yaml_get(root, "defaults"));
}

static void playlist_body(struct playlist_reader *reader, const struct yaml_node *root)
{
    struct place place = {reader->playlist->file, root->line, 0};
    const struct yaml_node *items = yaml_get(root, "items");
    if (root->kind != YAML_MAP || !items) {
        diag_add(reader->diags, DIAG_ERROR, place, "items-missing",
                 "cette liste de lecture n’a pas de « items: » ; ajoutez cette ligne, puis un tiret par élément",
                 "this playlist has no \"items:\"; add that line, then one dash for each item");
        return;
    }
    if (items->kind != YAML_LIST && !yaml_is_null(items)) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, items), "items-invalid",
                 "« items: » doit être suivi d’une liste ; commencez chaque élément par un tiret",
                 "\"items:\" must be followed by a list; begin each item with a dash");
        return;
    }
    reader->playlist->usable = true;
    if (items->kind == YAML_LIST)
        playlist_items_read(reader, items);
    if (items->count == 0)
        diag_add(reader->diags, DIAG_WARNING, playlist_values_place(reader, items), "items-empty",
                 "cette liste de lecture est vide : l’écran d’attente est montré ; ajoutez un élément",
                 "this playlist is empty: the holding slide is shown; add an item");
}

static void playlist_report_bad_bytes(const struct playlist_reader *reader, const char *text, size_t offset)
{
    struct place place = {reader->playlist->file, 1, 0};
    for (size_t i = 0; i < offset; i++)
        place.line += text[i] == '\n';
    diag_add(reader->diags, DIAG_WARNING, place, "encoding",
             "ce fichier n’est pas du texte UTF-8 à cette ligne ; enregistrez-le en UTF-8",
             "this file is not UTF-8 text on this line; save it as UTF-8");
}

static void playlist_read_text(struct playlist_reader *reader, const char *text, size_t length)
{
    size_t clean_length = 0, bad = 0;
    char *clean = utf8_clean(reader->scratch, text, length, &clean_length, &bad);
    if (bad < length)
        playlist_report_bad_bytes(reader, text, bad);
    const struct yaml_node *root =
        yaml_parse_long(reader->scratch, clean, clean_length, reader->playlist->file, 1, EVENTS_EACH * PLAYLIST_MOST_ITEMS, reader->diags);
    playlist_add_urgent(reader);
    size_t urgent_count = reader->count;
    if (root) {
        playlist_head(reader, root);
        playlist_body(reader, root);
    }
    playlist_drop_urgent_twice(reader, urgent_count);
}

struct playlist *playlist_parse(const char *file, const char *folder, const char *text, size_t length, struct diags *diags)
{
    struct playlist_reader reader;
    playlist_begin(&reader, file, folder, diags);
    playlist_read_text(&reader, text, length);
    return playlist_end(&reader);
}

/* Reads `file` into the reader; what keeps it from being read is said. */
static void playlist_read_file(struct playlist_reader *reader, const char *file)
{
    struct file_bytes bytes;
    struct place place = {.file = reader->playlist->file};
    switch (file_read(reader->scratch, file, PLAYLIST_MOST_BYTES, &bytes)) {
    case FILE_READ:
        playlist_read_text(reader, bytes.data, bytes.length);
        return;
    case FILE_TOO_LARGE:
        diag_add(reader->diags, DIAG_ERROR, place, "playlist-too-large",
                 "liste de lecture de plus de %d Mio ; utilisez un motif comme « articles/*.md »",
                 "playlist over %d MiB; use a pattern such as \"articles/*.md\"", PLAYLIST_MOST_BYTES / 1024 / 1024);
        return;
    case FILE_FORBIDDEN:
        diag_add(reader->diags, DIAG_ERROR, place, "file-forbidden", "ce fichier ne peut pas être lu ; donnez le droit de lecture",
                 "this file may not be read; allow reading it");
        return;
    case FILE_MISSING:
    case FILE_NOT_A_FILE:
    case FILE_BROKEN:
        diag_add(reader->diags, DIAG_ERROR, place, "file-unreadable", "ce fichier ne peut pas être lu ; vérifiez le disque ou le lien",
                 "this file cannot be read; check the disk or the link");
        return;
    }
}

/* A folder without a playlist: its articles and pictures in name order. */
static void playlist_read_folder(struct playlist_reader *reader)
{
    const char *folder = reader->playlist->folder;
    size_t count = 0;
    const char **names = file_list(reader->scratch, folder, PLAYLIST_MOST_NAMES, &count);
    reader->playlist->usable = names != NULL;
    playlist_add_urgent(reader);
    for (size_t i = 0; names && i < count; i++) {
        bool article = file_has_suffix(names[i], playlist_files_articles) && !playlist_files_is_aside(names[i]);
        if ((article && !playlist_is_urgent_name(names[i])) || file_has_suffix(names[i], picture_suffixes))
            playlist_add_file(reader, file_join(reader->scratch, folder, names[i]), false);
    }
    if (!names)
        diag_add(reader->diags, DIAG_ERROR, (struct place){.file = folder}, "file-forbidden",
                 "ce dossier ne peut pas être lu ; donnez le droit de lecture", "this folder may not be read; allow reading it");
    else if (reader->count == 0)
        diag_add(reader->diags, DIAG_WARNING, (struct place){.file = folder}, "folder-empty",
                 "ce dossier ne contient ni article (.md) ni image ; déposez-en, ou écrivez un playlist.yaml",
                 "this folder holds neither an article (.md) nor a picture; put some there, or write a playlist.yaml");
}

/* A source that is neither playlist, article, picture nor folder. */
static void playlist_refuse_source(struct playlist_reader *reader, const char *source)
{
    struct file_stamp stamp;
    struct place place = {.file = source};
    size_t count = 0;
    if (file_stat(source, &stamp)) {
        diag_add(reader->diags, DIAG_ERROR, place, "source-type",
                 "ce fichier n’est ni une liste (.yaml), ni un article (.md), ni une image (.png, .jpg, .webp) ; donnez-en un",
                 "this file is no playlist (.yaml), article (.md) or picture (.png, .jpg, .webp); name one");
        return;
    }
    const char **names = file_list(reader->scratch, file_directory(reader->scratch, source), PLAYLIST_MOST_NAMES, &count);
    const char *nearest = names ? diag_nearest(file_base(source), names, count) : NULL;
    if (nearest)
        diag_add(reader->diags, DIAG_ERROR, place, "source-missing", "introuvable ; vouliez-vous dire « %s » ?",
                 "not found; did you mean \"%s\"?", nearest);
    else
        diag_add(reader->diags, DIAG_ERROR, place, "source-missing", "introuvable ; vérifiez le chemin", "not found; check the path");
}

/* The playlist file of a folder, or NULL. */
static const char *playlist_in_folder(struct arena *arena, const char *folder)
{
    for (size_t i = 0; i < sizeof playlist_names / sizeof *playlist_names; i++) {
        struct file_stamp stamp;
        const char *path = file_join(arena, folder, playlist_names[i]);
        if (file_stat(path, &stamp))
            return path;
    }
    return NULL;
}

struct playlist *playlist_open(const char *source, struct diags *diags)
{
    struct playlist_reader reader;
    struct file_stamp stamp;
    if (!source) {
        playlist_begin(&reader, "", "", diags);
        reader.folder_count = 0;
        return playlist_end(&reader);
    }
    struct arena *arena = arena_create();
    const char *path = playlist_files_tidy(arena, source);
    bool is_folder = file_is_directory(path);
    const char *folder = is_folder ? path : file_directory(arena, path);
    const char *file = is_folder ? playlist_in_folder(arena, folder) : file_has_suffix(path, playlist_suffixes) ? path : NULL;
    playlist_begin(&reader, file ? file : path, folder, diags);
    if (file && file_stat(file, &stamp)) {
        playlist_read_file(&reader, file);
    } else if (is_folder) {
        playlist_read_folder(&reader);
    } else if (file_stat(path, &stamp) && (file_has_suffix(path, playlist_files_articles) || file_has_suffix(path, picture_suffixes))) {
        reader.playlist->usable = true;
        playlist_add_file(&reader, path, false);
    } else {
        playlist_refuse_source(&reader, path);
    }
    arena_destroy(arena);
    return playlist_end(&reader);
}

/* Items that urgence.md made stand in front and name no line of a playlist. */
static size_t playlist_urgent_count(const struct playlist *playlist)
{
    size_t count = 0;
    while (count < playlist->item_count && playlist->items[count].urgent && playlist->items[count].place.line == 0)
        count++;
    return count;
}

bool playlist_take_urgent(struct playlist *playlist, const struct playlist *newer)
{
    size_t old_count = playlist_urgent_count(playlist), new_count = playlist_urgent_count(newer);
    size_t rest = playlist->item_count - old_count;
    bool same = old_count == new_count;
    for (size_t i = 0; same && i < old_count; i++)
        same = strcmp(playlist->items[i].files[0].path, newer->items[i].files[0].path) == 0;
    if (same)
        return false;
    struct item *items = arena_alloc(playlist->arena, (new_count + rest + 1) * sizeof *items);
    for (size_t i = 0; i < new_count; i++) {
        struct item_file *file = arena_alloc(playlist->arena, sizeof *file);
        *file = (struct item_file){.path = arena_copy(playlist->arena, newer->items[i].files[0].path)};
        items[i] = newer->items[i];
        items[i].files = file;
        items[i].place.file = file->path;
    }
    if (rest)
        memcpy(items + new_count, playlist->items + old_count, rest * sizeof *items);
    playlist->items = items;
    playlist->item_count = new_count + rest;
    return true;
}

void playlist_destroy(struct playlist *playlist)
{
    if (!playlist)
        return;
    zone_destroy(playlist->zone);
    arena_destroy(playlist->arena);
}
