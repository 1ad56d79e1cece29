#include "show/info.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/playlist.h"
#include "scene/layout.h"
#include "scene/paragraph.h"
#include "slides/slide.h"

#include <string.h>

/* A panel that covers the whole slide helps nobody: the first dates are the ones on the slide. */
enum { DATES_MOST = 6, LINES_MOST = DATES_MOST + 8 };

static const colour_argb PANEL = 0xF4161616, WORDS = 0xFFFFFFFF, QUIET = 0xFFCFCFCF;

struct panel {
    struct arena *arena;
    bool english;
    struct text_line lines[LINES_MOST];
    size_t count;
};

static void add_line(struct panel *panel, const char *french, const char *english, const char *value)
{
    if (panel->count == LINES_MOST)
        return;
    struct text *texts = arena_alloc(panel->arena, 2 * sizeof *texts);
    texts[0] = (struct text){arena_format(panel->arena, "%s  ", panel->english ? english : french), TEXT_QUIET};
    texts[1] = (struct text){value, 0};
    panel->lines[panel->count++] = (struct text_line){"", texts, 2};
}

static const char *day(const struct panel *panel, const struct civil *civil)
{
    return panel->english ? arena_format(panel->arena, "%04d-%02d-%02d", civil->year, civil->month, civil->day)
                          : arena_format(panel->arena, "%02d/%02d/%04d", civil->day, civil->month, civil->year);
}

/* A day that ends at midnight is named by itself, not by the day after. */
static const char *instant(const struct panel *panel, const struct zone *zone, struct wall wall, bool has_time, bool is_end)
{
    if (!has_time && is_end)
        wall.ms -= 1;
    struct civil civil = zone_to_civil(zone, wall);
    if (!has_time)
        return day(panel, &civil);
    return arena_format(panel->arena, "%s %02d:%02d", day(panel, &civil), civil.hour, civil.minute);
}

static void add_date(struct panel *panel, const struct zone *zone, const struct library_date *date)
{
    if (date->is_deadline) {
        add_line(panel, "Échéance", "Deadline",
                 arena_format(panel->arena, "%s %s%s%s", panel->english ? "until" : "jusqu’au",
                              instant(panel, zone, date->end, date->has_time, true), date->title[0] ? ", " : "", date->title));
        return;
    }
    const char *start = instant(panel, zone, date->start, !date->all_day, false);
    const char *end = date->has_end ? instant(panel, zone, date->end, !date->all_day, true) : start;
    bool has_two = strcmp(start, end) != 0;
    add_line(panel, "Événement", "Event",
             arena_format(panel->arena, "%s%s%s%s%s%s%s", start, has_two ? " → " : "", has_two ? end : "",
                          date->title[0] ? ", " : "", date->title, date->place[0] ? ", " : "", date->place));
}

/* "articles/aic.md:12"; the line is left out when there is none. */
static const char *position(const struct panel *panel, const char *file, int line)
{
    return line > 0 ? arena_format(panel->arena, "%s:%d", file, line) : arena_copy(panel->arena, file);
}

/* "1 erreur", "2 erreurs", "0 erreur"; English has its s at 0 too. */
static const char *counted(const struct panel *panel, size_t count, const char *french, const char *english)
{
    bool has_s = panel->english ? count != 1 : count > 1;
    return arena_format(panel->arena, "%zu %s%s", count, panel->english ? english : french, has_s ? "s" : "");
}

static void add_place(struct panel *panel, const struct info *info)
{
    const struct slide *slide = info->slide;
    const struct programme_place *place = &info->place;
    if (slide->source && slide->source[0])
        add_line(panel, "Source", "Source", position(panel, slide->source, slide->source_line));
    if (place->item && place->item->place.file && place->item->place.line > 0)
        add_line(panel, "Programme", "Playlist", position(panel, place->item->place.file, place->item->place.line));
    add_line(panel, "Écran", "Slide", arena_copy(panel->arena, slide->id));
    if (place->item)
        add_line(panel, "Place", "Place",
                 arena_format(panel->arena, "%zu/%zu, %s %zu/%zu", place->slide, place->slides,
                              panel->english ? "turn" : "tour", place->turn, place->turns));
}

static void add_rest(struct panel *panel, const struct info *info)
{
    const struct slide *slide = info->slide;
    for (size_t i = 0; i < info->date_count && i < DATES_MOST; i++)
        add_date(panel, info->playlist->zone, &info->dates[i]);
    if (info->date_count > DATES_MOST)
        add_line(panel, "Dates", "Dates", arena_format(panel->arena, "+ %zu", info->date_count - DATES_MOST));
    if (info->date_count == 0)
        add_line(panel, "Dates", "Dates", panel->english ? "none" : "aucune");
    add_line(panel, "Durée", "Dwell",
             arena_format(panel->arena, "%d%s%d s%s", slide->dwell_ms / 1000, panel->english ? "." : ",",
                          slide->dwell_ms % 1000 / 100, !info->paused ? "" : panel->english ? " (paused)" : " (en pause)"));
    if (slide->has_link)
        add_line(panel, "Lien", "Link", arena_copy(panel->arena, slide->link.qr));
    if (info->errors || info->warnings)
        add_line(panel, "Contrôle", "Check",
                 arena_format(panel->arena, "%s, %s : parvis check", counted(panel, info->errors, "erreur", "error"),
                              counted(panel, info->warnings, "avertissement", "warning")));
}

struct info info_gather(struct library *library, const struct programme *programme, const struct slide *slide, bool paused)
{
    struct info info = {.playlist = library_playlist(library),
                        .slide = slide,
                        .place = programme_place(programme),
                        .paused = paused};
    if (info.place.item && info.place.item->kind == ITEM_ARTICLE)
        library_dates(library, info.place.item, &info.dates, &info.date_count);
    const struct diags *diags = library_diags(library);
    info.errors = diags->errors;
    info.warnings = diags->count + diags->dropped - diags->errors;
    return info;
}

void info_add(struct scene *scene, const struct layout *layout, const struct info *info)
{
    struct panel panel = {.arena = scene->arena, .english = strcmp(info->playlist->language, "en") == 0};
    add_place(&panel, info);
    add_rest(&panel, info);
    int shorter = scene->width_px < scene->height_px ? scene->width_px : scene->height_px;
    int size = layout->style->sizes.footer * shorter / 1080;
    int margin = layout->style->sizes.margin * shorter / 1080 / 2;
    const struct paragraph_style style = {.face = FACE_TEXT,
                                          .size_px = size > 8 ? size : 8,
                                          .leading_permille = layout->style->sizes.leading_permille,
                                          .colour = WORDS,
                                          .quiet = QUIET,
                                          .align = ALIGN_START};
    struct paragraph paragraphs[LINES_MOST];
    int width = 0, height = 0;
    for (size_t i = 0; i < panel.count; i++) {
        paragraphs[i] =
            paragraph_set(scene->arena, layout->fonts, &style, &panel.lines[i], scene->width_px - 4 * margin);
        width = paragraphs[i].width_px > width ? paragraphs[i].width_px : width;
        height += paragraphs[i].height_px;
    }
    scene_add(scene, SCENE_RECT, (struct box){margin, margin, width + 2 * margin, height + 2 * margin})->colour = PANEL;
    int y = 2 * margin;
    for (size_t i = 0; i < panel.count; i++) {
        paragraph_place(scene, &paragraphs[i], 2 * margin, y);
        y += paragraphs[i].height_px;
    }
}
