/* slide_shot OUT WIDTH HEIGHT [THEME [NAME]]: paints the sample slides (tests/support/sample_slides.c) with a theme as OUT/NAME.png, for whoever
 * designs a theme or changes a template: look at them all. PICTURE=file puts a picture where samples have one. Run it from the project's
 * folder: `make build/asan/tests/show/slide_shot`. */
#include "base/arena.h"
#include "base/file.h"
#include "draw/frame.h"
#include "draw/paint.h"
#include "draw/pictures.h"
#include "draw/png.h"
#include "draw/ttf.h"
#include "scene/layout.h"
#include "support/sample_slides.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PICTURES_BYTES = 64 * 1024 * 1024, BAR_PERMILLE = 340 };

static bool shoot(struct arena *arena, const struct layout *layout, struct ttf *ttf, struct pictures *pictures, const struct sample *sample,
                  const char *folder)
{
    static const struct footer_words footer = {.venue = "Maison des services publics", .date = "jeudi 20 avril", .clock = "10:24"};
    struct slide slide = sample->slide;
    slide.id = sample->name;
    if (slide.has_picture && getenv("PICTURE"))
        slide.picture.file = getenv("PICTURE");
    struct scene *scene = layout_slide(arena, layout, &slide, &footer);
    struct frame *frame = frame_create(layout->width_px, layout->height_px);
    paint_prepare(scene, pictures, true);
    paint_scene(frame, scene, ttf, pictures);
    paint_bar(frame, scene, BAR_PERMILLE);
    bool written = png_write(arena_format(arena, "%s/%s.png", folder, sample->name), frame, 1);
    frame_destroy(frame);
    printf("%s: body %d px, smallest %d px, module %d px%s\n", sample->name, scene->body_px, scene->smallest_px, scene->qr_module_px,
           scene->overflow ? ", overflows" : "");
    return written;
}

int main(int count, char **arguments)
{
    if (count < 4 || atoi(arguments[2]) < 1 || atoi(arguments[3]) < 1) {
        fprintf(stderr, "slide_shot OUT WIDTH HEIGHT [THEME [NAME]]\n");
        return 2;
    }
    struct diags diags;
    diag_init(&diags);
    struct arena *arena = arena_create();
    struct style *style = style_load(count > 4 ? arguments[4] : NULL, ".", ".", (struct place){0}, &diags);
    for (size_t i = 0; i < diags.count; i++)
        fprintf(stderr, "%s\n", diag_line(arena, &diags.items[i], true));
    struct ttf *ttf = ttf_create(style);
    struct pictures *pictures = pictures_create(PICTURES_BYTES);
    struct layout layout = {.style = style, .fonts = ttf_fonts(ttf), .width_px = atoi(arguments[2]), .height_px = atoi(arguments[3])};
    size_t samples = 0;
    const struct sample *sample = sample_slides(&samples);
    bool all = file_make_directory(arguments[1]);
    for (size_t i = 0; i < samples; i++)
        if (count < 6 || strcmp(arguments[5], sample[i].name) == 0)
            all = shoot(arena, &layout, ttf, pictures, &sample[i], arguments[1]) && all;
    pictures_destroy(pictures);
    ttf_destroy(ttf);
    style_destroy(style);
    diag_finish(&diags);
    arena_destroy(arena);
    return all ? 0 : 1;
}
