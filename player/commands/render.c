#include "commands/command.h"
#include "commands/play_setup.h"
#include "commands/settings_files.h"
#include "commands/sheet.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/log.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/settings.h"
#include "draw/frame.h"
#include "draw/paint.h"
#include "draw/png.h"
#include "scene/scene.h"
#include "show/programme.h"
#include "slides/setup.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* A still picture shows the bar of a slide that has been up for a third of its time. */
enum { BAR_PERMILLE = 333, PNG_LEVEL = 1 };

static const char *const kinds[SLIDE_KINDS] = {
    [SLIDE_HEADLINE] = "headline", [SLIDE_SECTION] = "section", [SLIDE_EVENT] = "event",
    [SLIDE_DEADLINE] = "deadline", [SLIDE_PICTURE] = "picture", [SLIDE_AGENDA] = "agenda",
    [SLIDE_MESSAGE] = "message",   [SLIDE_URGENT] = "urgent",   [SLIDE_HOLDING] = "holding",
    [SLIDE_SETUP] = "setup",
};

/* What one rendering works with. */
struct rendering {
    const struct command *command;
    struct studio studio;
    struct now now;
    struct frame *frame;
    struct sheet *sheet;
    json_t *index;
    int written;
};

static json_t *render_entry(struct arena *arena, const struct slide *slide, const char *name, const struct scene *scene)
{
    json_t *entry = json_object();
    json_object_set_new(entry, "file", json_string(name));
    json_object_set_new(entry, "kind", json_string(kinds[slide->kind]));
    json_object_set_new(entry, "id", json_string(slide->id ? slide->id : ""));
    json_object_set_new(entry, "source", json_string(slide->source ? slide->source : ""));
    json_object_set_new(entry, "line", json_integer(slide->source_line));
    json_object_set_new(entry, "text", json_string(build_plain_text(arena, slide)));
    json_object_set_new(entry, "dwell", json_real(slide->dwell_ms / 1000.0));
    json_object_set_new(entry, "page", json_integer(slide->page));
    json_object_set_new(entry, "pages", json_integer(slide->pages));
    json_object_set_new(entry, "link", slide->has_link ? json_string(slide->link.qr) : json_null());
    json_object_set_new(entry, "label", slide->has_link ? json_string(slide->link.label) : json_null());
    bool code_drawn = slide->has_link && scene->qr_module_px > 0;
    json_object_set_new(entry, "qr", code_drawn ? json_string(slide->link.qr) : json_null());
    json_object_set_new(entry, "picture", slide->has_picture && slide->picture.file ? json_string(slide->picture.file) : json_null());
    json_object_set_new(entry, "fits", json_boolean(!scene->overflow));
    return entry;
}

static bool render_slide(struct rendering *rendering, struct arena *arena, const struct slide *slide)
{
    struct scene *scene = studio_scene(&rendering->studio, arena, slide, rendering->now);
    paint_prepare(scene, rendering->studio.pictures, true);
    paint_scene(rendering->frame, scene, rendering->studio.ttf, rendering->studio.pictures);
    paint_bar(rendering->frame, scene, BAR_PERMILLE);
    char *name = arena_format(arena, "%03d-%s.png", ++rendering->written, kinds[slide->kind]);
    char *path = file_join(arena, rendering->command->out, name);
    if (!png_write(path, rendering->frame, PNG_LEVEL)) {
        command_say(rendering->command, "%s ne peut pas être écrit : %s", "%s cannot be written: %s", path, strerror(errno));
        return false;
    }
    if (rendering->sheet)
        sheet_add(rendering->sheet, rendering->frame);
    json_array_append_new(rendering->index, render_entry(arena, slide, name, scene));
    return true;
}

static bool render_write_index(struct rendering *rendering, struct arena *arena)
{
    const struct playlist *playlist = library_playlist(rendering->studio.library);
    json_t *root = json_object();
    json_object_set_new(root, "source", json_string(rendering->command->source));
    json_object_set_new(root, "at", json_string(instant_format(arena, rendering->now.wall, playlist->zone)));
    json_object_set_new(root, "width", json_integer(rendering->command->width_px));
    json_object_set_new(root, "height", json_integer(rendering->command->height_px));
    json_object_set(root, "slides", rendering->index);
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(6));
    json_decref(root);
    char *path = file_join(arena, rendering->command->out, "index.json");
    bool written = text && file_write(path, arena_format(arena, "%s\n", text), strlen(text) + 1);
    if (!written)
        command_say(rendering->command, "%s ne peut pas être écrit : %s", "%s cannot be written: %s", path, strerror(errno));
    /* jansson gives memory of the C library's heap. */
    json_free_t release;
    json_get_alloc_funcs(NULL, &release);
    release(text);
    return written;
}

/* Broken content does not stop a rendering: it is said, and what can be shown is rendered. */
static void render_report(struct rendering *rendering, struct arena *arena)
{
    const struct diags *diags = library_diags(rendering->studio.library);
    for (size_t i = 0; i < diags->count; i++)
        fprintf(stderr, "%s\n", diag_line(arena, &diags->items[i], rendering->command->english));
}

static bool render_all(struct rendering *rendering, struct arena *arena)
{
    size_t count = 0;
    struct slide *slides = programme_round(rendering->studio.programme, arena, rendering->now, &count);
    const struct command *command = rendering->command;
    rendering->frame = frame_create(command->width_px, command->height_px);
    rendering->index = json_array();
    if (command->sheet)
        rendering->sheet = sheet_create(command->width_px, command->height_px, count);
    struct arena *scratch = arena_create();
    bool fine = true;
    for (size_t i = 0; fine && i < count; i++) {
        arena_reset(scratch);
        fine = render_slide(rendering, scratch, &slides[i]);
    }
    arena_destroy(scratch);
    if (fine && rendering->sheet)
        fine = png_write(file_join(arena, command->out, "sheet.png"), sheet_frame(rendering->sheet), PNG_LEVEL);
    fine = fine && render_write_index(rendering, arena);
    sheet_destroy(rendering->sheet);
    frame_destroy(rendering->frame);
    json_decref(rendering->index);
    return fine;
}

/* The slide of a screen that has these settings and no content yet, under a name and an address as an example. */
static bool open_settings(struct rendering *rendering, struct arena *arena)
{
    const struct command *command = rendering->command;
    struct setup *setup = arena_alloc(arena, sizeof *setup);
    struct settings settings;
    struct diags problems;
    settings_init(&settings);
    diag_init(&problems);
    settings_read(&settings, command->source, false, &problems);
    struct command with = settings_files_apply(command, &settings);
    play_setup_read(setup, &settings, &problems, with.english, arena);
    setup->source = arena_copy(arena, setup->source);
    setup->host = "parvis";
    setup->addresses[setup->address_count++] = "192.0.2.23";
    setup->addresses[setup->address_count++] = "2001:db8::23";
    diag_finish(&problems);
    settings_finish(&settings);
    if (!studio_init(&rendering->studio, command, NULL, command->width_px, command->height_px))
        return false;
    programme_set_setup(rendering->studio.programme, setup);
    return true;
}

static bool open_source(struct rendering *rendering, struct arena *arena)
{
    const struct command *command = rendering->command;
    if (settings_files_is_one(command->source))
        return open_settings(rendering, arena);
    return studio_init(&rendering->studio, command, command->source, command->width_px, command->height_px);
}

int render_command(const struct command *command)
{
    if (!command->out) {
        command_say(command, "il manque le dossier de sortie : --out DOSSIER", "the output folder is missing: --out DIR");
        return EXIT_USAGE;
    }
    if (!file_make_directory(command->out)) {
        command_say(command, "le dossier %s ne peut pas être créé : %s", "the folder %s cannot be made: %s", command->out,
                    strerror(errno));
        return EXIT_ERRORS;
    }
    struct rendering rendering = {.command = command};
    struct arena *arena = arena_create();
    bool fine = open_source(&rendering, arena) &&
                studio_now(&rendering.studio, command, command->at, &rendering.now);
    fine = fine && render_all(&rendering, arena);
    if (fine)
        render_report(&rendering, arena);
    studio_finish(&rendering.studio);
    arena_destroy(arena);
    return fine ? EXIT_FINE : EXIT_ERRORS;
}
