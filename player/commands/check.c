#include "commands/check.h"
#include "commands/command.h"
#include "commands/settings_files.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/file.h"
#include "content/article.h"
#include "content/library.h"
#include "content/picture.h"
#include "content/playlist.h"
#include "content/settings.h"
#include "draw/pictures.h"
#include "scene/scene.h"
#include "show/programme.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* A code is scanned from about ten times its width: 8 px a module at 1080 lines is the least (SLIDES.md). Decoding for a check needs no
 * full screen. */
enum { QR_MODULE_LEAST_PX = 8, DESIGN_LINES = 1080, PROBE_PX = 64 };

/* What one check works with. `problems` is everything found outside the library and the theme. */
struct checking {
    const struct command *command;
    struct studio *studio;
    struct now now;
    struct diags problems;
    struct arena *scratch; /* of one item */
    json_t *slides;
};

static struct place check_place(const struct slide *slide)
{
    return (struct place){slide->source, slide->source_line, slide->source_line ? 1 : 0};
}

static void check_picture(struct checking *checking, const struct slide *slide)
{
    const char *file = slide->picture.file;
    struct picture_header header;
    if (!picture_check(file, check_place(slide), &header, &checking->problems))
        return;
    const char *name = file_base(file);
    if (pictures_wait(checking->studio->pictures, file, PROBE_PX, PROBE_PX, slide->picture.focus_x, slide->picture.focus_y) ==
        PICTURES_FAILED)
        diag_add(&checking->problems, DIAG_ERROR, check_place(slide), "picture-damaged",
                 "l’image « %s » ne peut pas être lue (fichier abîmé ou incomplet) ; exportez-la de nouveau en JPEG ou PNG",
                 "the picture \"%s\" cannot be read (damaged or incomplete file); export it again as JPEG or PNG", name);
}

static void check_link(struct checking *checking, const struct slide *slide, const struct scene *scene)
{
    const char *url = slide->link.qr;
    bool known = strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0 || strncmp(url, "mailto:", 7) == 0;
    if (!known || strpbrk(url, " \t\n<>\"")) {
        diag_add(&checking->problems, DIAG_ERROR, check_place(slide), "link-invalid",
                 "« %s » n’est pas une adresse ; écrivez-la en entier, par exemple https://www.exemple.fr/page",
                 "\"%s\" is no address; write it in full, for instance https://www.example.org/page", url);
        return;
    }
    int short_side = scene->width_px < scene->height_px ? scene->width_px : scene->height_px;
    if (scene->qr_module_px * DESIGN_LINES < QR_MODULE_LEAST_PX * short_side)
        diag_add(&checking->problems, DIAG_WARNING, check_place(slide), "qr-small",
                 "l’adresse « %s » est trop longue pour un code lisible de loin ; donnez-en une plus courte",
                 "the address \"%s\" is too long for a code that scans from afar; give a shorter one", url);
}

static void check_scene(struct checking *checking, const struct slide *slide, const struct scene *scene)
{
    if (scene->overflow)
        diag_add(&checking->problems, DIAG_ERROR, check_place(slide), "text-too-long",
                 "le texte ne tient pas sur l’écran à une taille lisible ; raccourcissez le titre ou le paragraphe",
                 "the text does not fit the screen at a readable size; shorten the title or the paragraph");
    /* U+FFFD stands for bytes that were no text: that is told where they stand. */
    if (scene->missing && scene->missing != 0xFFFD)
        diag_add(&checking->problems, DIAG_WARNING, check_place(slide), "glyph-missing",
                 "aucune police ne sait écrire le signe U+%04X ; il n’est pas affiché : retirez-le ou installez une police",
                 "no font can write the sign U+%04X; it is left out: remove it or install a font", (unsigned)scene->missing);
    if (slide->has_link && slide->link.qr)
        check_link(checking, slide, scene);
    if (slide->has_picture && slide->picture.file)
        check_picture(checking, slide);
}

/* Millimetres from which the capital H of the main text is 0.7° high (EN 301 549, 5.1.4): height = distance × 0.01222. */
static long check_readable_mm(const struct checking *checking, const struct scene *scene)
{
    const struct playlist *playlist = library_playlist(checking->studio->library);
    int64_t square = (int64_t)scene->width_px * scene->width_px + (int64_t)scene->height_px * scene->height_px, diagonal_px = 1;
    while (diagonal_px * diagonal_px < square)
        diagonal_px++;
    return (long)((int64_t)scene->body_cap_px * playlist->diagonal_mm * 100000 / (diagonal_px * 1222));
}

static void check_note_slide(struct checking *checking, const struct slide *slide, const struct scene *scene)
{
    json_t *entry = json_object();
    json_object_set_new(entry, "id", json_string(slide->id ? slide->id : ""));
    json_object_set_new(entry, "smallest_px", json_integer(scene->smallest_px));
    json_object_set_new(entry, "body_px", json_integer(scene->body_px));
    if (library_playlist(checking->studio->library)->diagonal_mm > 0)
        json_object_set_new(entry, "readable_mm", json_integer(check_readable_mm(checking, scene)));
    json_array_append_new(checking->slides, entry);
}

/* Slides of an item on the day of the check; of an article that has ended already, on the day of its publication: its text is
 * checked whatever the date. */
static struct slide *check_item_slides(struct checking *checking, const struct item *item, size_t *count)
{
    const struct article *article = NULL;
    if (item->kind == ITEM_ARTICLE) {
        article = library_article(checking->studio->library, item);
        if (!article)
            return NULL;
    }
    struct build build = studio_build(checking->studio, checking->now);
    struct slide *slides = build_item(checking->scratch, &build, item, article, count);
    if (*count == 0 && article && article->has_published && !article->draft) {
        build.now.wall = article->published;
        slides = build_item(checking->scratch, &build, item, article, count);
    }
    return slides;
}

static void check_item(struct checking *checking, const struct item *item)
{
    arena_reset(checking->scratch);
    size_t count = 0;
    struct slide *slides = check_item_slides(checking, item, &count);
    for (size_t i = 0; i < count; i++) {
        struct scene *scene = studio_scene(checking->studio, checking->scratch, &slides[i], checking->now);
        check_scene(checking, &slides[i], scene);
        check_note_slide(checking, &slides[i], scene);
    }
}

static void check_print_json(const struct checking *checking, const struct diags *all)
{
    json_t *root = json_object(), *problems = json_array();
    for (size_t i = 0; i < all->count; i++) {
        const struct diag *diag = &all->items[i];
        json_t *entry = json_object();
        json_object_set_new(entry, "file", json_string(diag->place.file));
        json_object_set_new(entry, "line", json_integer(diag->place.line));
        json_object_set_new(entry, "column", json_integer(diag->place.column));
        json_object_set_new(entry, "level", json_string(diag->level == DIAG_ERROR ? "error" : "warning"));
        json_object_set_new(entry, "code", json_string(diag->code));
        json_object_set_new(entry, "message", json_string(checking->command->english ? diag->english : diag->french));
        json_array_append_new(problems, entry);
    }
    json_object_set_new(root, "errors", json_integer((json_int_t)all->errors));
    json_object_set_new(root, "problems", problems);
    json_object_set(root, "slides", checking->slides);
    json_dumpf(root, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(root);
}

static void check_print_distances(const struct checking *checking)
{
    size_t index;
    json_t *entry;
    json_array_foreach(checking->slides, index, entry)
    {
        json_t *readable = json_object_get(entry, "readable_mm");
        if (!readable)
            continue;
        long tenths = (long)(json_integer_value(readable) / 100);
        const char *id = json_string_value(json_object_get(entry, "id"));
        if (checking->command->english)
            printf("%s: readable up to %ld.%ld m\n", id, tenths / 10, tenths % 10);
        else
            printf("%s : lisible jusqu’à %ld,%ld m\n", id, tenths / 10, tenths % 10);
    }
}

/* In French none and one are singular, in English only one is. */
static void check_print_counts(bool english, size_t slides, size_t errors, size_t warnings)
{
    if (english)
        printf("%zu slide%s, %zu error%s, %zu warning%s\n", slides, slides == 1 ? "" : "s", errors, errors == 1 ? "" : "s", warnings,
               warnings == 1 ? "" : "s");
    else
        printf("%zu écran%s, %zu erreur%s, %zu point%s à voir\n", slides, slides > 1 ? "s" : "", errors, errors > 1 ? "s" : "", warnings,
               warnings > 1 ? "s" : "");
}

void check_print_problems(const struct command *command, const struct diags *all)
{
    bool english = command->english;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < all->count; i++) {
        const char *level = all->items[i].level == DIAG_ERROR ? (english ? "error" : "erreur") : (english ? "warning" : "à voir");
        printf("%s [%s]\n", diag_line(arena, &all->items[i], english), level);
    }
    if (all->dropped)
        printf(english ? "and %zu more\n" : "et %zu autres\n", all->dropped);
    arena_destroy(arena);
}

static void check_print(const struct checking *checking, const struct diags *all)
{
    bool english = checking->command->english;
    check_print_problems(checking->command, all);
    check_print_distances(checking);
    size_t warnings = all->count + all->dropped - all->errors;
    if (all->count == 0)
        printf(english ? "%zu slides, nothing to mend\n" : "%zu écrans, rien à reprendre\n", json_array_size(checking->slides));
    else
        check_print_counts(english, json_array_size(checking->slides), all->errors, warnings);
}

/* Looks at every item; all problems, sorted, are added to `all`. The slides of `checking` are the caller's to free. */
static void check_items(struct checking *checking, struct diags *all)
{
    const struct playlist *playlist = library_playlist(checking->studio->library);
    checking->scratch = arena_create();
    checking->slides = json_array();
    diag_init(&checking->problems);
    for (size_t i = 0; i < playlist->item_count; i++)
        check_item(checking, &playlist->items[i]);
    diag_append(all, library_diags(checking->studio->library));
    diag_append(all, &checking->studio->diags);
    diag_append(all, &checking->problems);
    diag_sort(all);
    diag_finish(&checking->problems);
    arena_destroy(checking->scratch);
}

void check_collect(const struct command *command, struct studio *studio, struct now now, struct diags *all)
{
    struct checking checking = {.command = command, .studio = studio, .now = now};
    check_items(&checking, all);
    json_decref(checking.slides);
}

static int check_result(const struct checking *checking, const struct diags *all)
{
    if (checking->command->json)
        check_print_json(checking, all);
    else
        check_print(checking, all);
    if (all->errors)
        return EXIT_ERRORS;
    return all->count && checking->command->strict ? EXIT_WARNINGS : EXIT_FINE;
}

static int check_settings(const struct command *command)
{
    struct checking checking = {.command = command, .slides = json_array()};
    struct settings settings;
    struct diags all;
    diag_init(&all);
    settings_init(&settings);
    settings_read(&settings, command->source, false, &all);
    int code = check_result(&checking, &all);
    settings_finish(&settings);
    diag_finish(&all);
    json_decref(checking.slides);
    return code;
}

int check_command(const struct command *command)
{
    if (settings_files_is_one(command->source))
        return check_settings(command);
    struct studio studio;
    struct checking checking = {.command = command, .studio = &studio};
    int code = EXIT_ERRORS;
    if (studio_init(&studio, command, command->source, command->width_px, command->height_px) &&
        studio_now(&studio, command, command->at, &checking.now)) {
        struct diags all;
        diag_init(&all);
        check_items(&checking, &all);
        code = check_result(&checking, &all);
        json_decref(checking.slides);
        diag_finish(&all);
    }
    studio_finish(&studio);
    return code;
}
