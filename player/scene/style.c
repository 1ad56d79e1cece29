#include "scene/style.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/yaml.h"

#include <assert.h>
#include <string.h>

enum { THEME_MOST_BYTES = 64 * 1024, CONTRAST_LEAST_PERCENT = 700, FALLBACKS_MOST = 64, THEMES_MOST = 200 };

static const char *const colour_names[COLOURS] = {"paper", "ink",       "quiet",    "accent",     "on_accent", "pale",   "line",
                                                  "urgent", "on_urgent", "art_from", "art_middle", "art_to",    "art_ink"};

static const colour_argb colour_defaults[COLOURS] = {0xFFFFFFFF, 0xFF161616, 0xFF3A3A3A, 0xFF000091, 0xFFFFFFFF, 0xFFF5F5FE, 0xFFDDDDDD,
                                                     0xFFA5141A, 0xFFFFFFFF, 0xFF6A6AF4, 0xFF000091, 0xFF0A0A50, 0xFFFFFFFF};

static const struct style_sizes size_defaults = {.margin = 96,
                                                 .footer_height = 104,
                                                 .footer = 32,
                                                 .kicker = 40,
                                                 .title_most = 96,
                                                 .title_least = 72,
                                                 .body_most = 64,
                                                 .floor = 44,
                                                 .leading_permille = 1320};

/* Sizes by name, with what makes sense. */
static const struct {
    const char *name;
    size_t offset;
    int least, most;
} size_keys[] = {
    {"margin", offsetof(struct style_sizes, margin), 16, 240},
    {"footer_height", offsetof(struct style_sizes, footer_height), 64, 240},
    {"footer", offsetof(struct style_sizes, footer), 24, 80},
    {"kicker", offsetof(struct style_sizes, kicker), 40, 80},
    {"title_most", offsetof(struct style_sizes, title_most), 48, 160},
    {"title_least", offsetof(struct style_sizes, title_least), 44, 160},
    {"body_most", offsetof(struct style_sizes, body_most), 40, 120},
    {"floor", offsetof(struct style_sizes, floor), 40, 120},
    {"leading_permille", offsetof(struct style_sizes, leading_permille), 1100, 1800},
};
enum { SIZE_KEYS = sizeof size_keys / sizeof size_keys[0] };

static const char *const face_names[FACE_FALLBACK] = {"text", "strong", "title", "figure", "emoji"};
static const char *const face_defaults[FACE_FALLBACK] = {"Inter-Regular.otf", "Inter-SemiBold.otf", "InterDisplay-Bold.otf",
                                                         "Inter-Bold.otf", "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"};

/* Debian's fonts-noto-core: what a public building in Europe is most likely to be asked for comes first. */
static const char noto_folder[] = "/usr/share/fonts/truetype/noto";
static const char *const fallback_defaults[] = {
    "NotoSans-Regular.ttf",          "NotoSansArabic-Regular.ttf",   "NotoSansHebrew-Regular.ttf",  "NotoSansSymbols2-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",   "NotoSansMath-Regular.ttf",     "NotoSansArmenian-Regular.ttf", "NotoSansGeorgian-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansBengali-Regular.ttf", "NotoSansTamil-Regular.ttf",   "NotoSansSinhala-Regular.ttf",
    "NotoSansThai-Regular.ttf",      "NotoSansEthiopic-Regular.ttf", "NotoSansTifinagh-Regular.ttf", "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",  "NotoSansTelugu-Regular.ttf",   "NotoSansKhmer-Regular.ttf",   "NotoSansLao-Regular.ttf",
    "NotoSansMyanmar-Regular.ttf",   "NotoSansCherokee-Regular.ttf", "NotoMusic-Regular.ttf"};
enum { FALLBACK_DEFAULTS = sizeof fallback_defaults / sizeof fallback_defaults[0] };

/* What loading carries along. */
struct loader {
    struct style *style;
    const char *path, *folder, *root; /* the theme's file and its folder */
    struct diags *diags;
};

static struct place place_of(const struct loader *loader, const struct yaml_node *node)
{
    return (struct place){.file = loader->path, .line = node->line, .column = node->column};
}

static bool is_file(const char *path)
{
    struct file_stamp stamp;
    return file_stat(path, &stamp);
}

/* A font by name: beside the theme, then in fonts/; NULL when it is nowhere. */
static const char *find_font(const struct loader *loader, const char *name)
{
    struct arena *arena = loader->style->arena;
    const char *beside = file_join(arena, loader->folder, name);
    if (is_file(beside))
        return beside;
    const char *shared = file_join(arena, file_join(arena, loader->root, "fonts"), name);
    return is_file(shared) ? shared : NULL;
}

static void report_unknown(const struct loader *loader, const struct yaml_node *key, const char *const *known, size_t count)
{
    const char *nearest = diag_nearest(key->text, known, count);
    if (nearest)
        diag_add(loader->diags, DIAG_WARNING, place_of(loader, key), "unknown-key",
                 "clé inconnue « %s » ; vouliez-vous dire « %s » ?", "unknown key \"%s\"; did you mean \"%s\"?", key->text, nearest);
    else
        diag_add(loader->diags, DIAG_WARNING, place_of(loader, key), "unknown-key", "clé inconnue « %s » ; retirez-la",
                 "unknown key \"%s\"; remove it", key->text);
}

/* Index of a key among known ones, or -1, reported. */
static int known_key(const struct loader *loader, const struct yaml_node *key, const char *const *known, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i], key->text) == 0)
            return (int)i;
    report_unknown(loader, key, known, count);
    return -1;
}

/* #rgb or #rrggbb, the # optional. */
static bool read_colour(const char *text, colour_argb *colour)
{
    static const char digits[] = "0123456789abcdef";
    text += *text == '#';
    size_t length = strlen(text);
    if (length != 3 && length != 6)
        return false;
    uint32_t value = 0;
    for (size_t i = 0; i < length; i++) {
        char lower = text[i] >= 'A' && text[i] <= 'F' ? (char)(text[i] - 'A' + 'a') : text[i];
        const char *digit = strchr(digits, lower);
        if (!digit)
            return false;
        value = value << 4 | (uint32_t)(digit - digits);
        if (length == 3)
            value = value << 4 | (uint32_t)(digit - digits);
    }
    *colour = 0xFF000000u | value;
    return true;
}

static void load_colours(struct loader *loader, const struct yaml_node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        int which = known_key(loader, map->keys[i], colour_names, COLOURS);
        const struct yaml_node *value = map->items[i];
        if (which < 0 || (value->kind == YAML_SCALAR && read_colour(value->text, &loader->style->colours[which])))
            continue;
        diag_add(loader->diags, DIAG_ERROR, place_of(loader, map->keys[i]), "bad-colour",
                 "« %s » n'est pas une couleur ; écrivez \"#rrggbb\" entre guillemets, par exemple \"#000091\"",
                 "\"%s\" is no colour; write \"#rrggbb\" in quotes, for example \"#000091\"",
                 value->kind == YAML_SCALAR ? value->text : map->keys[i]->text);
    }
}

/* A plain decimal number of at most five digits; -1 when it is none. */
static int read_number(const struct yaml_node *node)
{
    if (node->kind != YAML_SCALAR || !node->text[0] || strlen(node->text) > 5)
        return -1;
    int number = 0;
    for (const char *at = node->text; *at; at++) {
        if (*at < '0' || *at > '9')
            return -1;
        number = number * 10 + (*at - '0');
    }
    return number;
}

static void load_sizes(struct loader *loader, const struct yaml_node *map)
{
    const char *names[SIZE_KEYS];
    for (size_t i = 0; i < SIZE_KEYS; i++)
        names[i] = size_keys[i].name;
    for (size_t i = 0; i < map->count; i++) {
        int which = known_key(loader, map->keys[i], names, SIZE_KEYS);
        if (which < 0)
            continue;
        int number = read_number(map->items[i]);
        if (number >= size_keys[which].least && number <= size_keys[which].most)
            *(int *)(void *)((char *)&loader->style->sizes + size_keys[which].offset) = number;
        else
            diag_add(loader->diags, DIAG_ERROR, place_of(loader, map->items[i]), "bad-size",
                     "« %s » : taille impossible ; écrivez un nombre de %d à %d", "\"%s\": impossible size; write a number from %d to %d",
                     size_keys[which].name, size_keys[which].least, size_keys[which].most);
    }
    struct style_sizes *sizes = &loader->style->sizes;
    if (sizes->title_least > sizes->title_most)
        sizes->title_least = sizes->title_most;
    if (sizes->floor > sizes->body_most)
        sizes->body_most = sizes->floor;
}

static void report_font(const struct loader *loader, const struct yaml_node *node)
{
    diag_add(loader->diags, DIAG_ERROR, place_of(loader, node), "font-missing",
             "police introuvable : « %s » ; mettez ce fichier à côté du thème ou dans fonts/",
             "font not found: \"%s\"; put that file beside the theme or in fonts/", node->kind == YAML_SCALAR ? node->text : "");
}

static void load_faces(struct loader *loader, const struct yaml_node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        int which = known_key(loader, map->keys[i], face_names, FACE_FALLBACK);
        const struct yaml_node *value = map->items[i];
        if (which < 0)
            continue;
        const char *path = value->kind == YAML_SCALAR && value->text[0] ? find_font(loader, value->text) : NULL;
        if (path)
            loader->style->faces[which] = path;
        else
            report_font(loader, value);
    }
}

/* The theme's own fallbacks come before the system's. */
static void load_fallbacks(struct loader *loader, const struct yaml_node *list)
{
    struct style *style = loader->style;
    const char **paths = arena_alloc(style->arena, (FALLBACKS_MOST + FALLBACK_DEFAULTS) * sizeof *paths);
    size_t count = 0;
    for (size_t i = 0; list && list->kind == YAML_LIST && i < list->count && count < FALLBACKS_MOST; i++) {
        const struct yaml_node *node = list->items[i];
        const char *path = node->kind == YAML_SCALAR && node->text[0] ? find_font(loader, node->text) : NULL;
        if (path)
            paths[count++] = path;
        else
            report_font(loader, node);
    }
    for (size_t i = 0; i < FALLBACK_DEFAULTS; i++) {
        const char *path = file_join(style->arena, noto_folder, fallback_defaults[i]);
        if (is_file(path))
            paths[count++] = path;
    }
    style->fallbacks = paths;
    style->fallback_count = count;
}

static void check_contrast(const struct loader *loader)
{
    static const enum colour pairs[][2] = {{COLOUR_INK, COLOUR_PAPER},    {COLOUR_QUIET, COLOUR_PAPER},     {COLOUR_ACCENT, COLOUR_PAPER},
                                           {COLOUR_INK, COLOUR_PALE},     {COLOUR_QUIET, COLOUR_PALE},      {COLOUR_ACCENT, COLOUR_PALE},
                                           {COLOUR_ON_ACCENT, COLOUR_ACCENT}, {COLOUR_ON_URGENT, COLOUR_URGENT}};
    const colour_argb *colours = loader->style->colours;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        enum colour text = pairs[i][0], ground = pairs[i][1];
        int percent = style_contrast_percent(colours[text], colours[ground]);
        if (percent >= CONTRAST_LEAST_PERCENT)
            continue;
        diag_add(loader->diags, DIAG_WARNING, (struct place){.file = loader->path}, "contrast",
                 "contraste de %d,%d:1 entre « %s » (#%06x) et « %s » (#%06x) ; il faut au moins 7:1 : foncez l'un ou éclaircissez l'autre",
                 "contrast of %d.%d:1 between \"%s\" (#%06x) and \"%s\" (#%06x); at least 7:1 is needed: darken one or lighten the other",
                 percent / 100, percent % 100 / 10, colour_names[text], colours[text] & 0xFFFFFF, colour_names[ground],
                 colours[ground] & 0xFFFFFF);
    }
}

static const struct yaml_node *section(struct loader *loader, const struct yaml_node *tree, const char *name)
{
    const struct yaml_node *node = yaml_get(tree, name);
    if (!node || node->kind == YAML_MAP || yaml_is_null(node))
        return node && node->kind == YAML_MAP ? node : NULL;
    diag_add(loader->diags, DIAG_ERROR, place_of(loader, node), "bad-section", "« %s » attend des lignes « clé: valeur » en retrait",
             "\"%s\" expects indented \"key: value\" lines", name);
    return NULL;
}

static void load_tree(struct loader *loader, const struct yaml_node *tree)
{
    static const char *const keys[] = {"name", "colours", "fonts", "fallbacks", "sizes"};
    if (tree->kind != YAML_MAP) {
        diag_add(loader->diags, DIAG_ERROR, place_of(loader, tree), "bad-theme",
                 "un thème est fait de lignes « clé: valeur » ; partez de assets/themes/default.yaml",
                 "a theme is made of \"key: value\" lines; start from assets/themes/default.yaml");
        return;
    }
    for (size_t i = 0; i < tree->count; i++)
        known_key(loader, tree->keys[i], keys, sizeof keys / sizeof keys[0]);
    const struct yaml_node *part;
    if ((part = section(loader, tree, "colours")))
        load_colours(loader, part);
    if ((part = section(loader, tree, "fonts")))
        load_faces(loader, part);
    if ((part = section(loader, tree, "sizes")))
        load_sizes(loader, part);
    load_fallbacks(loader, yaml_get(tree, "fallbacks"));
}

/* The file of a theme that was asked for by name or path; NULL when there is none. */
static const char *find_theme(struct arena *arena, const char *theme, const char *folder, const char *themes)
{
    const char *candidates[4];
    size_t count = 0;
    candidates[count++] = file_join(arena, themes, arena_format(arena, "%s.yaml", theme));
    candidates[count++] = file_join(arena, folder, theme);
    candidates[count++] = file_join(arena, folder, arena_format(arena, "%s.yaml", theme));
    candidates[count++] = theme;
    for (size_t i = strchr(theme, '/') ? 1 : 0; i < count; i++)
        if (is_file(candidates[i]))
            return candidates[i];
    return NULL;
}

static void report_theme(struct arena *arena, const char *theme, const char *themes, struct place place, struct diags *diags)
{
    size_t count = 0;
    const char **names = file_list(arena, themes, THEMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++) {
        size_t length = strlen(names[i]);
        if (length > 5 && strcmp(names[i] + length - 5, ".yaml") == 0)
            names[i] = arena_copy_bytes(arena, names[i], length - 5);
    }
    const char *nearest = names ? diag_nearest(theme, names, count) : NULL;
    if (nearest)
        diag_add(diags, DIAG_ERROR, place, "theme-missing", "thème introuvable : « %s » ; vouliez-vous dire « %s » ?",
                 "theme not found: \"%s\"; did you mean \"%s\"?", theme, nearest);
    else
        diag_add(diags, DIAG_ERROR, place, "theme-missing",
                 "thème introuvable : « %s » ; donnez un nom de assets/themes ou un fichier de ce dossier",
                 "theme not found: \"%s\"; give a name from assets/themes or a file of this folder", theme);
}

static void load_file(struct loader *loader)
{
    struct arena *arena = loader->style->arena;
    struct file_bytes bytes;
    if (file_read(arena, loader->path, THEME_MOST_BYTES, &bytes) != FILE_READ) {
        diag_add(loader->diags, DIAG_ERROR, (struct place){.file = loader->path}, "theme-unreadable",
                 "ce thème ne peut pas être lu ; vérifiez ses droits et sa taille (64 Kio au plus)",
                 "this theme cannot be read; check its permissions and its size (64 KiB at most)");
        return;
    }
    size_t length = 0, bad = 0;
    const char *text = utf8_clean(arena, bytes.data, bytes.length, &length, &bad);
    const struct yaml_node *tree = yaml_parse(arena, text, length, loader->path, 1, loader->diags);
    if (tree)
        load_tree(loader, tree);
}

struct style *style_load(const char *theme, const char *folder, const char *root, struct place place, struct diags *diags)
{
    struct style *style = memory_alloc(sizeof *style);
    struct arena *arena = style->arena = arena_create();
    memcpy(style->colours, colour_defaults, sizeof style->colours);
    style->sizes = size_defaults;
    style->name = arena_copy(arena, theme && theme[0] ? theme : "default");
    folder = folder ? folder : ".";
    root = root ? root : ".";
    struct loader loader = {.style = style, .folder = folder, .root = root, .diags = diags};
    for (size_t i = 0; i < FACE_FALLBACK; i++)
        style->faces[i] = find_font(&loader, face_defaults[i]);
    if (!style->faces[FACE_TEXT])
        diag_add(diags, DIAG_ERROR, place, "font-missing", "police introuvable : « %s » ; réinstallez Parvis ou donnez le dossier qui contient fonts/",
                 "font not found: \"%s\"; install Parvis again or give the folder that holds fonts/", face_defaults[FACE_TEXT]);
    load_fallbacks(&loader, NULL);
    const char *themes = file_join(arena, file_join(arena, root, "assets"), "themes");
    loader.path = find_theme(arena, style->name, folder, themes);
    if (!loader.path) {
        if (theme && theme[0])
            report_theme(arena, theme, themes, place, diags);
        return style;
    }
    loader.folder = file_directory(arena, loader.path);
    load_file(&loader);
    check_contrast(&loader);
    return style;
}

void style_destroy(struct style *style)
{
    if (!style)
        return;
    arena_destroy(style->arena);
    memory_free(style);
}

static int64_t square_root(int64_t value)
{
    int64_t low = 0, high = 1 << 20;
    while (high - low > 1) {
        int64_t middle = (low + high) / 2;
        *(middle * middle <= value ? &low : &high) = middle;
    }
    return low;
}

int style_size_for_distance(int distance_mm, int diagonal_mm, int width_px, int height_px, int cap_permille)
{
    if (distance_mm <= 0 || diagonal_mm <= 0 || width_px <= 0 || height_px <= 0 || cap_permille <= 0)
        return 0;
    /* EN 301 549 V3.2.1, 5.1.4: the capital H under at least 0.7 degrees: height = distance × tan 0.7° = distance × 0.01222. */
    int64_t diagonal_px = square_root((int64_t)width_px * width_px + (int64_t)height_px * height_px);
    int64_t over = (int64_t)diagonal_mm * 100000 * cap_permille;
    int64_t size = ((int64_t)distance_mm * 1222 * diagonal_px * 1000 + over - 1) / over;
    return size > 10000 ? 10000 : (int)size;
}
