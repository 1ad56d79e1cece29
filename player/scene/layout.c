#include "scene/layout.h"

#include "base/arena.h"
#include "scene/templates.h"

#include <string.h>

/* Portrait screens are narrow: their margins are three quarters of the others'. The lowest baseline stays so far above the footer. */
enum { PORTRAIT_MARGIN_PERCENT = 75, BOTTOM_GAP = 56 };

/* Screens stouter than 16:10 (a television that says it is 1024 × 768) are scaled as if they were 16:10: their lines would be too short. */
enum { STOUT_NUM = 10, STOUT_DEN = 16 };

/* More words, items or rows than these stand on no screen at the floor size. */
enum { WORDS_MOST_BYTES = 1800, ITEMS_MOST = 40, ROWS_MOST = 24 };

static size_t text_bytes(const char *text)
{
    return text ? strlen(text) : 0;
}

static size_t line_bytes(const struct text_line *line)
{
    size_t bytes = 0;
    for (size_t i = 0; i < line->count; i++)
        bytes += text_bytes(line->texts[i].text);
    return bytes;
}

/* Whether there is too much to look for sizes at all: hostile or careless input must not keep the screen waiting. */
static bool is_crowded(const struct slide *slide)
{
    if (slide->body_count > ITEMS_MOST || slide->row_count > ROWS_MOST)
        return true;
    const struct text_line *lines[] = {&slide->kicker, &slide->title, &slide->lead, &slide->where, &slide->count_outro};
    const char *texts[] = {slide->weekday,   slide->day,          slide->month,      slide->hours[0],   slide->hours[1], slide->hours_joiner, slide->badge, slide->again, slide->again_joiner,
                           slide->link.label, slide->link.address, slide->count_intro, slide->count[0].figure, slide->count[0].unit,
                           slide->count[1].figure, slide->count[1].unit};
    size_t bytes = 0;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        bytes += line_bytes(lines[i]);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        bytes += text_bytes(texts[i]);
    for (size_t i = 0; i < slide->body_count; i++)
        bytes += line_bytes(&slide->body[i]);
    for (size_t i = 0; i < slide->row_count; i++)
        bytes += line_bytes(&slide->rows[i].title) + line_bytes(&slide->rows[i].detail) + text_bytes(slide->rows[i].hours);
    return bytes > WORDS_MOST_BYTES;
}

static void canvas_begin(struct canvas *canvas)
{
    const struct style_sizes *sizes = &canvas->style->sizes;
    canvas->portrait = canvas->height > canvas->width;
    canvas->short_side = canvas->portrait ? canvas->width : canvas->height;
    int long_side = canvas->portrait ? canvas->height : canvas->width;
    if (canvas->short_side > long_side * STOUT_NUM / STOUT_DEN)
        canvas->short_side = long_side * STOUT_NUM / STOUT_DEN;
    int margin = canvas_px(canvas, sizes->margin);
    if (canvas->portrait)
        margin = margin * PORTRAIT_MARGIN_PERCENT / 100;
    canvas->footer_top = canvas->height - canvas_px(canvas, sizes->footer_height);
    canvas->left = margin;
    canvas->right = canvas->width - margin;
    canvas->top = canvas_px(canvas, sizes->margin);
    canvas->bottom = canvas->footer_top - canvas_px(canvas, BOTTOM_GAP);
}

struct scene *layout_slide(struct arena *arena, const struct layout *layout, const struct slide *slide,
                           const struct footer_words *footer)
{
    static void (*const templates[SLIDE_KINDS])(struct canvas *) = {
        [SLIDE_HEADLINE] = template_headline, [SLIDE_SECTION] = template_section, [SLIDE_EVENT] = template_event,
        [SLIDE_DEADLINE] = template_deadline, [SLIDE_PICTURE] = template_picture, [SLIDE_AGENDA] = template_agenda,
        [SLIDE_MESSAGE] = template_message,   [SLIDE_URGENT] = template_message,  [SLIDE_HOLDING] = template_holding,
        [SLIDE_SETUP] = template_setup,
    };
    struct scene *scene = arena_alloc(arena, sizeof *scene);
    scene_init(scene, arena, layout->width_px, layout->height_px);
    struct canvas canvas = {.arena = arena, .layout = layout, .style = layout->style, .fonts = layout->fonts, .slide = slide,
                            .scene = scene, .width = layout->width_px, .height = layout->height_px};
    canvas_begin(&canvas);
    canvas.crowded = is_crowded(slide);
    templates[slide->kind](&canvas);
    template_footer(&canvas, footer);
    return scene;
}

bool layout_fits(void *context, const struct slide *slide)
{
    const struct layout_fits *fits = context;
    static const struct footer_words nothing = {.venue = "", .date = "", .clock = ""};
    arena_reset(fits->scratch);
    return !layout_slide(fits->scratch, fits->layout, slide, &nothing)->overflow;
}
