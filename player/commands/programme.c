#include "commands/command.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/schedule.h"
#include "slides/words.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* Intervals of one item are found by looking at it just after every instant at which something about it can change. */
enum { CHANGES_MOST = 20000, KINDS_TEXT = 160 };

/* What one table works with. */
struct table {
    const struct command *command;
    struct studio studio;
    struct now from;
    struct wall until;
    struct arena *arena;
    struct arena *scratch;
    json_t *rows;
    bool anything;
};

/* Why an item is not on, in a stable word; the words of the table follow. */
enum absence { ABSENCE_NONE, ABSENCE_WINDOW, ABSENCE_ENDED, ABSENCE_BROKEN };

static const char *programme_item_name(const struct item *item)
{
    if (item->file_count > 0)
        return file_base(item->files[0].path);
    if (item->title)
        return item->title;
    return item->kind == ITEM_AGENDA ? "agenda" : "message";
}

/* Counts of slides by kind, in words: "titre, 3 textes, événement". */
static const char *programme_kinds(const struct table *table, const struct slide *slides, size_t count)
{
    static const char *const french[SLIDE_KINDS][2] = {
        {"titre", "titres"},   {"texte", "textes"},   {"événement", "événements"}, {"échéance", "échéances"}, {"image", "images"},
        {"agenda", "agendas"}, {"message", "messages"}, {"urgence", "urgences"},   {"accueil", "accueils"},
        {"installation", "installations"}};
    static const char *const english[SLIDE_KINDS][2] = {
        {"headline", "headlines"}, {"text", "texts"},       {"event", "events"},   {"deadline", "deadlines"}, {"picture", "pictures"},
        {"agenda", "agendas"},     {"message", "messages"}, {"urgent", "urgents"}, {"holding", "holdings"},
        {"setup", "setups"}};
    int counts[SLIDE_KINDS] = {0};
    for (size_t i = 0; i < count; i++)
        counts[slides[i].kind]++;
    char text[KINDS_TEXT] = "";
    size_t length = 0;
    for (int kind = 0; kind < SLIDE_KINDS; kind++) {
        if (counts[kind] == 0 || length >= sizeof text - 32)
            continue;
        const char *word = (table->command->english ? english : french)[kind][counts[kind] > 1];
        int put = counts[kind] == 1 ? snprintf(text + length, sizeof text - length, "%s%s", length ? ", " : "", word)
                                    : snprintf(text + length, sizeof text - length, "%s%d %s", length ? ", " : "", counts[kind], word);
        length += (size_t)put;
    }
    return arena_copy(table->arena, text);
}

static const char *programme_instant(const struct table *table, struct wall wall)
{
    const struct playlist *playlist = library_playlist(table->studio.library);
    const struct words *words = words_for(table->command->english ? "en" : "fr");
    struct civil civil = zone_to_civil(playlist->zone, wall);
    const char *day = words_date(words, table->arena, &civil, true, true);
    return arena_format(table->arena, "%s %02d:%02d", day, civil.hour, civil.minute);
}

/* What an item shows at an instant within its days; `next` is the next instant at which that may change. */
static const char *programme_look(struct table *table, const struct item *item, struct wall at, struct wall *next, enum absence *absence)
{
    const struct playlist *playlist = library_playlist(table->studio.library);
    *next = schedule_next_change(item, playlist->zone, at);
    struct wall midnight = zone_day_start(playlist->zone, at, 1);
    *absence = ABSENCE_WINDOW;
    if (!schedule_is_open(item, playlist->zone, at))
        return NULL;
    arena_reset(table->scratch);
    struct build build = studio_build(&table->studio, (struct now){.wall = at, .wall_trusted = true});
    const struct article *article = item->kind == ITEM_ARTICLE ? library_article(table->studio.library, item) : NULL;
    *absence = ABSENCE_BROKEN;
    if (item->kind == ITEM_ARTICLE && !article)
        return NULL;
    size_t count = 0;
    struct slide *slides = build_item(table->scratch, &build, item, article, &count);
    for (size_t i = 0; i < count; i++)
        if (slides[i].changes_at.ms < next->ms)
            *next = slides[i].changes_at;
    /* Words change by the second in a last hour: the table looks again by the quarter of an hour, and at midnight. */
    int64_t quarter = (at.ms / 900000 + 1) * 900000;
    if (next->ms < quarter)
        next->ms = quarter;
    if (midnight.ms < next->ms)
        *next = midnight;
    *absence = count || item->kind == ITEM_AGENDA ? ABSENCE_NONE : ABSENCE_ENDED;
    if (item->kind == ITEM_AGENDA)
        return "agenda";
    return count ? programme_kinds(table, slides, count) : NULL;
}

static const char *programme_absence(const struct table *table, enum absence absence)
{
    bool english = table->command->english;
    switch (absence) {
    case ABSENCE_WINDOW:
        return english ? "not in these days and hours" : "hors de ses jours et heures";
    case ABSENCE_ENDED:
        return english ? "ended (its dates have passed), or a draft" : "terminé (ses dates sont passées), ou brouillon";
    case ABSENCE_BROKEN:
        return english ? "cannot be read: see parvis check" : "illisible : voir parvis check";
    default:
        return "";
    }
}

static void programme_row(struct table *table, const struct item *item, struct wall from, struct wall to, const char *what,
                          enum absence absence)
{
    const struct playlist *playlist = library_playlist(table->studio.library);
    table->anything = table->anything || what;
    json_t *row = json_object();
    json_object_set_new(row, "item", json_string(programme_item_name(item)));
    json_object_set_new(row, "line", json_integer(item->place.line));
    json_object_set_new(row, "from", json_string(instant_format(table->arena, from, playlist->zone)));
    json_object_set_new(row, "to", json_string(instant_format(table->arena, to, playlist->zone)));
    json_object_set_new(row, "shown", what ? json_string(what) : json_null());
    json_object_set_new(row, "why_not", what ? json_null() : json_string(programme_absence(table, absence)));
    json_array_append_new(table->rows, row);
    if (table->command->json)
        return;
    printf("  %s → %s  %s%s\n", programme_instant(table, from), programme_instant(table, to), what ? "" : "— ",
           what ? what : programme_absence(table, absence));
}

static void programme_item(struct table *table, const struct item *scheduled)
{
    const struct playlist *playlist = library_playlist(table->studio.library);
    struct item always = *scheduled;
    const struct item *item = scheduled;
    if (!table->command->json) {
        const char *window = schedule_describe(table->arena, item, playlist->zone, table->command->english);
        printf("%s%s%s%s\n", programme_item_name(item), window[0] ? "  (" : "", window, window[0] ? ")" : "");
        /* Days and hours are said once in words: a row for each morning and evening would hide what matters. */
        always.days = 127;
        always.hours_start_min = always.hours_end_min = 0;
        item = &always;
    }
    struct wall at = table->from.wall, since = at;
    const char *shown = NULL;
    enum absence absence = ABSENCE_NONE;
    bool first = true;
    for (int changes = 0; at.ms < table->until.ms && changes < CHANGES_MOST; changes++) {
        struct wall next;
        enum absence now_absent;
        const char *now_shown = programme_look(table, item, at, &next, &now_absent);
        bool same = !first && now_absent == absence && (!now_shown || strcmp(now_shown, shown) == 0);
        if (!same && !first) {
            programme_row(table, item, since, at, shown, absence);
            since = at;
        }
        if (!same) {
            shown = now_shown;
            absence = now_absent;
        }
        first = false;
        at = next;
    }
    programme_row(table, item, since, table->until, shown, absence);
}

static int programme_table(struct table *table)
{
    const struct playlist *playlist = library_playlist(table->studio.library);
    table->until = zone_day_start(playlist->zone, table->from.wall, table->command->days);
    if (!table->command->json)
        printf("%s\n%s → %s\n\n", playlist->venue[0] ? playlist->venue : playlist->file, programme_instant(table, table->from.wall),
               programme_instant(table, table->until));
    for (size_t i = 0; i < playlist->item_count; i++)
        programme_item(table, &playlist->items[i]);
    if (table->command->json) {
        json_t *root = json_pack("{s:O,s:b}", "rows", table->rows, "holding", table->anything ? 0 : 1);
        json_dumpf(root, stdout, JSON_INDENT(2));
        putchar('\n');
        json_decref(root);
    } else if (!table->anything) {
        puts(table->command->english ? "\nNothing to show in this time: the screen shows the venue's name."
                                     : "\nRien à afficher sur cette période : l’écran montre le nom du lieu.");
    }
    const struct diags *diags = library_diags(table->studio.library);
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].level == DIAG_ERROR)
            fprintf(stderr, "%s\n", diag_line(table->arena, &diags->items[i], table->command->english));
    return EXIT_FINE;
}

int programme_command(const struct command *command)
{
    struct table table = {.command = command, .arena = arena_create(), .scratch = arena_create(), .rows = json_array()};
    int code = EXIT_ERRORS;
    if (studio_init(&table.studio, command, command->source, command->width_px, command->height_px) &&
        studio_now(&table.studio, command, command->from, &table.from))
        code = programme_table(&table);
    studio_finish(&table.studio);
    json_decref(table.rows);
    arena_destroy(table.scratch);
    arena_destroy(table.arena);
    return code;
}
