#include "commands/studio.h"

#include "base/arena.h"
#include "commands/command.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/pictures.h"
#include "draw/ttf.h"
#include "host/clock.h"
#include "scene/style.h"
#include "show/programme.h"

#include <stddef.h>

/* Two pictures that fill a 4K screen: the one that is shown and the one that comes. */
enum { PICTURES_MOST_BYTES = 2 * 3840 * 2160 * 4 };

bool studio_init(struct studio *studio, const struct command *command, const char *source, int width_px, int height_px)
{
    *studio = (struct studio){0};
    diag_init(&studio->diags);
    studio->library = library_create(source);
    const struct playlist *playlist = library_playlist(studio->library);
    struct place place = {playlist->file, playlist->theme_line, 0};
    studio->style = style_load(playlist->theme, playlist->folder, command->root, place, &studio->diags);
    studio->ttf = ttf_create(studio->style);
    if (!studio->ttf) {
        command_say(command, "les polices ne peuvent pas être ouvertes ; vérifiez le dossier %s/fonts",
                    "the fonts cannot be opened; check the folder %s/fonts", command->root);
        return false;
    }
    studio->pictures = pictures_create(PICTURES_MOST_BYTES);
    const struct fonts *fonts = ttf_fonts(studio->ttf);
    studio->layout = (struct layout){
        .style = studio->style, .fonts = fonts, .width_px = width_px, .height_px = height_px};
    if (playlist->distance_mm > 0 && playlist->diagonal_mm > 0) {
        struct font_metrics metrics = fonts->metrics(fonts->self, FACE_TEXT, 1000);
        studio->layout.body_wanted_px =
            style_size_for_distance(playlist->distance_mm, playlist->diagonal_mm, width_px, height_px, metrics.cap_px);
    }
    studio->fits = (struct layout_fits){&studio->layout, arena_create()};
    studio->programme = programme_create(studio->library, layout_fits, &studio->fits);
    return true;
}

void studio_finish(struct studio *studio)
{
    programme_destroy(studio->programme);
    arena_destroy(studio->fits.scratch);
    pictures_destroy(studio->pictures);
    ttf_destroy(studio->ttf);
    style_destroy(studio->style);
    library_destroy(studio->library);
    diag_finish(&studio->diags);
}

struct build studio_build(struct studio *studio, struct now now)
{
    return (struct build){library_playlist(studio->library), now, layout_fits, &studio->fits, NULL, NULL};
}

struct scene *studio_scene(struct studio *studio, struct arena *arena, const struct slide *slide, struct now now)
{
    struct build build = studio_build(studio, now);
    build.language = slide->language;
    struct footer_words footer = build_footer(arena, &build);
    return layout_slide(arena, &studio->layout, slide, &footer);
}

bool studio_now(const struct studio *studio, const struct command *command, const char *text, struct now *now)
{
    struct clock_source clock;
    clock_init(&clock);
    *now = clock_now(&clock);
    if (!text)
        return true;
    now->wall_trusted = true;
    return command_time(command, text, library_playlist(studio->library)->zone, &now->wall);
}
