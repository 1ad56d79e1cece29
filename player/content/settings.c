#include "content/settings.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "content/playlist.h"
#include "content/playlist_items.h"
#include "content/playlist_reader.h"
#include "content/playlist_times.h"
#include "content/playlist_values.h"

#include <string.h>

enum { EVERY_DAY = 127 };

/* One file under reading. The values of a playlist are read by the same functions: a reader with no items. */
struct reading {
    struct settings *settings;
    struct playlist named; /* the file's name and folder, for places */
    struct playlist_reader reader;
};

void settings_init(struct settings *settings)
{
    *settings = (struct settings){.arena = arena_create(), .poll_s = SETTINGS_POLL_S};
    settings->display.days = EVERY_DAY;
}

void settings_finish(struct settings *settings)
{
    arena_destroy(settings->arena);
    *settings = (struct settings){0};
}

bool settings_is_address(const char *source)
{
    return source && (strncmp(source, "https://", 8) == 0 || strncmp(source, "http://", 7) == 0);
}

bool settings_display_hours(const struct settings *settings, struct item *item)
{
    const struct settings_display *display = &settings->display;
    bool has_hours = display->has_on && display->has_off && display->on_min != display->off_min;
    bool has_days = display->has_days && display->days != EVERY_DAY;
    *item = (struct item){.days = has_days ? display->days : EVERY_DAY};
    if (has_hours) {
        item->hours_start_min = display->on_min;
        item->hours_end_min = display->off_min;
    }
    return has_hours || has_days;
}

/* --- values ---------------------------------------------------------------------------------------------------------------------- */

static void read_source(struct reading *reading, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"source-invalid", "une source", "https://exemple.fr/ecran/ ou un dossier", "a source",
                                                      "https://example.org/screen/ or a folder"};
    const char *text = NULL;
    if (!playlist_values_text(&reading->reader, node, &text) || !text || !*text)
        return;
    if (settings_is_address(text) ? strpbrk(text, " \t\"<>") != NULL : strstr(text, "://") != NULL) {
        playlist_values_refuse(&reading->reader, node, &expected);
        return;
    }
    struct place place = playlist_values_place(&reading->reader, node);
    place.file = arena_copy(reading->settings->arena, place.file);
    reading->settings->source_place = place;
    reading->settings->source = settings_is_address(text) ? text : file_join(reading->settings->arena, reading->named.folder, text);
}

/* A minisign public key: "RW" and base64, 56 characters in all. */
static bool is_key(const char *text)
{
    static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    const size_t length = 56;
    return strlen(text) == length && strncmp(text, "RW", 2) == 0 && strspn(text, base64) == length;
}

static void read_key(struct reading *reading, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"key-invalid", "une clé publique ou un fichier qui existe", "RW… (56 signes)",
                                                      "a public key or a file that exists", "RW… (56 characters)"};
    struct settings *settings = reading->settings;
    struct file_stamp stamp;
    const char *text = NULL;
    if (!playlist_values_text(&reading->reader, node, &text) || !text || !*text) {
        settings->damaged = true;
        return;
    }
    const char *path = file_join(settings->arena, reading->named.folder, text);
    if (settings->key_count == SETTINGS_MOST_KEYS)
        diag_add(reading->reader.diags, DIAG_ERROR, playlist_values_place(&reading->reader, node), "keys-many",
                 "plus de %d clés ; retirez celles qui ne servent plus", "over %d keys; remove those that are no longer used",
                 SETTINGS_MOST_KEYS);
    else
        settings->keys[settings->key_count++] = file_stat(path, &stamp) && !is_key(text) ? path : text;
    /* It stays in the list all the same: without it nobody's signature would be asked for. */
    if (!is_key(text) && !file_stat(path, &stamp))
        playlist_values_refuse(&reading->reader, node, &expected);
}

/* A name that nobody knows and that speaks of keys: `trusted_keys`, misspelt. */
static bool speaks_of_keys(const char *name)
{
    static const char *const words[] = {"trust", "key", "clé", "cle", "confiance"};
    bool speaks = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        speaks = speaks || strstr(name, words[i]);
    return speaks && strcmp(name, "trusted_keys") != 0;
}

/* One key or a list of them. They replace those of an earlier file: a key is taken away by the same means. */
static void read_keys(struct reading *reading, const struct yaml_node *node)
{
    if (yaml_is_null(node))
        return;
    reading->settings->key_count = 0;
    if (node->kind != YAML_LIST)
        read_key(reading, node);
    for (size_t i = 0; node->kind == YAML_LIST && i < node->count; i++)
        read_key(reading, node->items[i]);
}

static void read_poll(struct reading *reading, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"poll-invalid", "une durée", "30 s, de 5 s à 24 h", "a time", "30 s, from 5 s to 24 h"};
    int ms = 0;
    if (yaml_is_null(node))
        return;
    if (!playlist_times_span(&reading->reader, node, &ms) || ms / 1000 < SETTINGS_POLL_LEAST_S || ms / 1000 > SETTINGS_POLL_MOST_S)
        playlist_values_refuse(&reading->reader, node, &expected);
    else
        reading->settings->poll_s = ms / 1000;
}

/* The first words of a table that a text begins with; its number, or -1. */
static int word_of(const char *text, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(text, words[i]) == 0)
            return i;
    return -1;
}

static void read_language(struct reading *reading, const struct yaml_node *node)
{
    static const char *const words[] = {"fr", "en", "français", "anglais", "french", "english", NULL};
    static const char *const languages[] = {"fr", "en", "fr", "en", "fr", "en"};
    static const struct playlist_expected expected = {"language-unknown", "une langue connue", "fr ou en", "a known language", "fr or en"};
    if (yaml_is_null(node))
        return;
    int word = node->kind == YAML_SCALAR ? word_of(playlist_values_plain(&reading->reader, node->text), words) : -1;
    if (word >= 0)
        reading->settings->language = languages[word];
    else
        playlist_values_refuse(&reading->reader, node, &expected);
}

static void read_clock(struct reading *reading, const struct yaml_node *node)
{
    static const char *const words[] = {"network", "battery", "réseau", "pile", "reseau", "ntp", "rtc", NULL};
    static const enum settings_clock clocks[] = {SETTINGS_CLOCK_NETWORK, SETTINGS_CLOCK_BATTERY, SETTINGS_CLOCK_NETWORK, SETTINGS_CLOCK_BATTERY,
                                                 SETTINGS_CLOCK_NETWORK, SETTINGS_CLOCK_NETWORK, SETTINGS_CLOCK_BATTERY};
    static const struct playlist_expected expected = {"clock-unknown", "une horloge connue", "network (réseau) ou battery (pile)",
                                                      "a known clock", "network or battery"};
    if (yaml_is_null(node))
        return;
    int word = node->kind == YAML_SCALAR ? word_of(playlist_values_plain(&reading->reader, node->text), words) : -1;
    if (word >= 0)
        reading->settings->clock = clocks[word];
    else
        playlist_values_refuse(&reading->reader, node, &expected);
}

static void read_choice(struct reading *reading, const struct yaml_node *node, enum settings_choice *choice)
{
    static const struct playlist_expected expected = {"choice-invalid", "un choix", "yes (oui), no (non) ou auto", "a choice", "yes, no or auto"};
    bool yes = false;
    if (yaml_is_null(node))
        return;
    if (yaml_bool(node, &yes))
        *choice = yes ? SETTINGS_YES : SETTINGS_NO;
    else if (node->kind == YAML_SCALAR && strcmp(playlist_values_plain(&reading->reader, node->text), "auto") == 0)
        *choice = SETTINGS_AUTO;
    else
        playlist_values_refuse(&reading->reader, node, &expected);
}

static void read_rotate(struct reading *reading, const struct yaml_node *node)
{
    static const char *const words[] = {"0", "90", "180", "270", NULL};
    static const struct playlist_expected expected = {"rotate-invalid", "un quart de tour", "0, 90, 180 ou 270", "a quarter turn",
                                                      "0, 90, 180 or 270"};
    if (yaml_is_null(node))
        return;
    int word = node->kind == YAML_SCALAR ? word_of(playlist_values_plain(&reading->reader, node->text), words) : -1;
    if (word < 0) {
        playlist_values_refuse(&reading->reader, node, &expected);
        return;
    }
    reading->settings->display.has_rotate = true;
    reading->settings->display.rotate_degrees = word * 90;
}

static void read_hour(struct reading *reading, const struct yaml_node *node, bool *has, int *minute)
{
    if (!yaml_is_null(node) && playlist_times_minute(&reading->reader, node, minute))
        *has = true;
}

static void read_display(struct reading *reading, const struct yaml_node *node)
{
    static const struct playlist_key keys[] = {{"rotate", NULL, 0}, {"on", NULL, 0},  {"off", NULL, 0},
                                               {"days", NULL, 0},   {"cec", NULL, 0}, {"scale_1080", NULL, 0}};
    static const struct playlist_expected expected = {"display-invalid", "un écran", "{on: \"07:30\", off: \"20:00\"}", "a display",
                                                      "{on: \"07:30\", off: \"20:00\"}"};
    struct settings_display *display = &reading->settings->display;
    if (yaml_is_null(node))
        return;
    if (node->kind != YAML_MAP) {
        playlist_values_refuse(&reading->reader, node, &expected);
        return;
    }
    size_t errors = reading->reader.diags->errors;
    playlist_items_check_keys(&reading->reader, node, keys, sizeof keys / sizeof *keys, 0);
    read_rotate(reading, yaml_get(node, "rotate"));
    read_hour(reading, yaml_get(node, "on"), &display->has_on, &display->on_min);
    read_hour(reading, yaml_get(node, "off"), &display->has_off, &display->off_min);
    const struct yaml_node *days = yaml_get(node, "days");
    if (!yaml_is_null(days) && playlist_times_days(&reading->reader, days, &display->days))
        display->has_days = true;
    read_choice(reading, yaml_get(node, "cec"), &display->cec);
    read_choice(reading, yaml_get(node, "scale_1080"), &display->scale_1080);
    if (reading->reader.diags->errors > errors)
        return;
    if (display->has_on != display->has_off || (display->has_on && display->on_min == display->off_min))
        diag_add(reading->reader.diags, DIAG_ERROR, playlist_values_place(&reading->reader, node), "hours-half",
                 "« on » et « off » vont ensemble et diffèrent ; sans cela l’écran reste allumé toute la journée",
                 "\"on\" and \"off\" go together and differ; until then the screen stays on all day");
}

static void read_root(struct reading *reading, const struct yaml_node *root)
{
    static const struct playlist_key keys[] = {{"source", NULL, 0},   {"trusted_keys", NULL, 0}, {"allow_http", NULL, 0}, {"poll", NULL, 0},
                                               {"language", "lang", 0}, {"display", NULL, 0},      {"clock", NULL, 0}};
    const struct yaml_node *language = yaml_get(root, "language"), *http = yaml_get(root, "allow_http");
    playlist_items_check_keys(&reading->reader, root, keys, sizeof keys / sizeof *keys, 0);
    for (size_t i = 0; i < root->count; i++)
        reading->settings->damaged = reading->settings->damaged || speaks_of_keys(root->keys[i]->text);
    read_source(reading, yaml_get(root, "source"));
    read_keys(reading, yaml_get(root, "trusted_keys"));
    if (!yaml_is_null(http))
        playlist_values_bool(&reading->reader, http, &reading->settings->allow_http);
    read_poll(reading, yaml_get(root, "poll"));
    read_language(reading, language ? language : yaml_get(root, "lang"));
    read_display(reading, yaml_get(root, "display"));
    read_clock(reading, yaml_get(root, "clock"));
}

/* --- files ----------------------------------------------------------------------------------------------------------------------- */

bool settings_parse(struct settings *settings, const char *file, const char *folder, const char *text, size_t length, struct diags *diags)
{
    struct arena *scratch = arena_create();
    struct reading reading = {.settings = settings, .named = {.file = file, .folder = folder}};
    reading.reader = (struct playlist_reader){.playlist = &reading.named, .arena = settings->arena, .scratch = scratch, .diags = diags};
    size_t clean_length = 0, bad = 0;
    char *clean = utf8_clean(scratch, text, length, &clean_length, &bad);
    if (bad < length)
        diag_add(diags, DIAG_WARNING, (struct place){.file = file}, "encoding", "ce fichier n’est pas du texte UTF-8 ; enregistrez-le en UTF-8",
                 "this file is not UTF-8 text; save it as UTF-8");
    const struct yaml_node *root = yaml_parse(scratch, clean, clean_length, file, 1, diags);
    bool good = root && root->kind == YAML_MAP;
    if (good)
        read_root(&reading, root);
    else if (root)
        diag_add(diags, DIAG_ERROR, (struct place){.file = file, .line = root->line}, "settings-invalid",
                 "ce fichier n’est pas une suite de « clé: valeur » ; exemple : « source: https://exemple.fr/ecran/ »",
                 "this file is no list of \"key: value\"; example: \"source: https://example.org/screen/\"");
    settings->files += good;
    settings->damaged = settings->damaged || !good;
    arena_destroy(scratch);
    return good;
}

bool settings_read(struct settings *settings, const char *file, bool optional, struct diags *diags)
{
    struct arena *arena = arena_create();
    struct file_bytes bytes;
    struct place place = {.file = file};
    bool good = false;
    switch (file_read(arena, file, SETTINGS_MOST_BYTES, &bytes)) {
    case FILE_READ:
        good = settings_parse(settings, file, file_directory(arena, file), bytes.data, bytes.length, diags);
        break;
    case FILE_MISSING:
        good = optional;
        if (!optional)
            diag_add(diags, DIAG_ERROR, place, "settings-missing", "introuvable ; vérifiez le chemin", "not found; check the path");
        break;
    case FILE_TOO_LARGE:
        diag_add(diags, DIAG_ERROR, place, "settings-too-large", "plus de %d Kio : ce n’est pas un fichier de réglages ; vérifiez le chemin",
                 "over %d KiB: this is no file of settings; check the path", SETTINGS_MOST_BYTES / 1024);
        break;
    case FILE_FORBIDDEN:
    case FILE_NOT_A_FILE:
    case FILE_BROKEN:
        diag_add(diags, DIAG_ERROR, place, "file-unreadable", "ce fichier ne peut pas être lu ; vérifiez ses droits et le disque",
                 "this file cannot be read; check its permissions and the disk");
        break;
    }
    settings->damaged = settings->damaged || !good;
    arena_destroy(arena);
    return good;
}
