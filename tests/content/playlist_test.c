#include "content/playlist.h"

#include "base/arena.h"
#include "base/zone.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct scratch folder;
static struct playlist *playlist;
static struct diags diags;

static int setup(void **state)
{
    (void)state;
    scratch_init(&folder);
    scratch_folder(&folder, "articles");
    scratch_folder(&folder, "photos");
    scratch_write(&folder, "articles/b.md", "# B");
    scratch_write(&folder, "articles/a.md", "# A");
    scratch_write(&folder, "articles/README.md", "# non");
    scratch_write(&folder, "photos/2.jpg", "x");
    scratch_write(&folder, "photos/1.JPG", "x");
    scratch_write(&folder, "photos/note.txt", "x");
    diag_init(&diags);
    playlist = NULL;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    playlist_destroy(playlist);
    diag_finish(&diags);
    scratch_finish(&folder);
    return 0;
}

static void again(void)
{
    playlist_destroy(playlist);
    playlist = NULL;
    diag_finish(&diags);
    diag_init(&diags);
}

static void parse(const char *text)
{
    again();
    playlist = playlist_parse("liste.yaml", folder.path, text, strlen(text), &diags);
}

static void open_source(const char *name)
{
    again();
    playlist = playlist_open(scratch_path(&folder, name), &diags);
}

/* One item with these lines below it. */
static const struct item *item(const char *lines)
{
    char text[4096];
    snprintf(text, sizeof text, "items:\n- article: articles/a.md\n%s", lines);
    parse(text);
    return playlist->item_count ? &playlist->items[0] : NULL;
}

static void expect_diag(size_t index, const char *code, int line, int column)
{
    assert_true(index < diags.count);
    assert_string_equal(diags.items[index].code, code);
    assert_int_equal(diags.items[index].place.line, line);
    assert_int_equal(diags.items[index].place.column, column);
    assert_true(strlen(diags.items[index].french) > 10 && strlen(diags.items[index].english) > 10);
}

static void expect_instant(struct wall wall, const char *text)
{
    struct wall expected;
    assert_true(instant_parse(text, playlist->zone, &expected, NULL, NULL));
    assert_true(wall.ms == expected.ms);
}

static void whole_example(void **state)
{
    (void)state;
    parse("venue: Hall de la mairie\n"
          "language: fr\n"
          "timezone: Europe/Paris\n"
          "theme: nuit\n"
          "site_root: articles\n"
          "site: https://www.exemple.fr/\n"
          "display: {diagonal: 55\", distance: 3 m}\n"
          "defaults: {dwell: 12 s, transition: fondu}\n"
          "items:\n"
          "  - article: articles/a.md\n"
          "    from: 2023-04-14\n"
          "    until: 2023-05-02\n"
          "    days: [lun-ven]\n"
          "    hours: 08:00-20:00\n"
          "    dwell: 1 min\n"
          "    transition: aucune\n"
          "    show: [titre, échéance]\n"
          "    priority: 3\n"
          "    correct: {deadline: 2023-05-02 12:00, event: false, link: https://exemple.fr/x}\n"
          "  - image: photos/2.jpg\n"
          "    alt: La façade\n"
          "  - carousel: photos/*.jpg\n"
          "  - event: {titre: Portes ouvertes, debut: 2023-05-10 14:30, fin: 17h30, lieu: Salle 2, lien: 'https://exemple.fr'}\n"
          "  - deadline: Appel à projets\n"
          "    end: 2023-05-02\n"
          "  - message: Fermé vendredi\n"
          "    urgent: true\n"
          "  - agenda:\n");
    for (size_t i = 0; i < diags.count; i++)
        print_message("%d %s\n", diags.items[i].place.line, diags.items[i].french);
    assert_int_equal(diags.count, 0);
    assert_true(playlist->usable);
    assert_string_equal(playlist->venue, "Hall de la mairie");
    assert_string_equal(playlist->theme, "nuit");
    assert_int_equal(playlist->theme_line, 4);
    assert_string_equal(playlist->site_root, scratch_path(&folder, "articles"));
    assert_string_equal(playlist->site, "https://www.exemple.fr");
    assert_int_equal(playlist->diagonal_mm, 1397);
    assert_int_equal(playlist->distance_mm, 3000);
    assert_int_equal(playlist->item_count, 7);
    const struct item *first = &playlist->items[0];
    assert_int_equal(first->place.line, 10);
    assert_string_equal(first->files[0].path, scratch_path(&folder, "articles/a.md"));
    expect_instant(first->from, "2023-04-14 00:00");
    expect_instant(first->until, "2023-05-03 00:00");
    assert_int_equal(first->days, 31);
    assert_int_equal(first->hours_start_min, 480);
    assert_int_equal(first->hours_end_min, 1200);
    assert_int_equal(first->dwell_ms, 60000);
    assert_int_equal(first->transition, TRANSITION_NONE);
    assert_int_equal(first->show, SHOW_HEADLINE | SHOW_DEADLINE);
    assert_int_equal(first->priority, 3);
    assert_true(first->correct.present && first->correct.has_deadline && first->correct.drop_event);
    expect_instant(first->correct.deadline, "2023-05-02 12:00");
    assert_string_equal(first->correct.link, "https://exemple.fr/x");
    const struct item *image = &playlist->items[1];
    assert_int_equal(image->kind, ITEM_IMAGE);
    assert_string_equal(image->files[0].alt, "La façade");
    assert_int_equal(image->dwell_ms, 12000);
    const struct item *carousel = &playlist->items[2];
    assert_int_equal(carousel->kind, ITEM_CAROUSEL);
    assert_int_equal(carousel->file_count, 2);
    assert_string_equal(carousel->files[0].path, scratch_path(&folder, "photos/1.JPG"));
    const struct item *event = &playlist->items[3];
    assert_string_equal(event->title, "Portes ouvertes");
    assert_string_equal(event->where, "Salle 2");
    expect_instant(event->start, "2023-05-10 14:30");
    expect_instant(event->end, "2023-05-10 17:30");
    assert_true(event->has_time);
    const struct item *deadline = &playlist->items[4];
    expect_instant(deadline->end, "2023-05-03 00:00");
    assert_false(deadline->has_time);
    assert_string_equal(playlist->items[5].title, "Fermé vendredi");
    assert_true(playlist->items[5].urgent);
    assert_int_equal(playlist->items[6].kind, ITEM_AGENDA);
}

static void dates_in_many_forms(void **state)
{
    (void)state;
    static const char *const good[][2] = {
        {"2026-04-14", "2026-04-14 00:00"},          {"14/04/2026", "2026-04-14 00:00"},
        {"2026-04-14 18:00", "2026-04-14 18:00"},    {"2026-04-14 18h", "2026-04-14 18:00"},
        {"2026-04-14 à 9h30", "2026-04-14 09:30"},   {"2026-04-14T18:00:00Z", "2026-04-14 20:00"},
        {"14/4/2026 18 h 05", "2026-04-14 18:05"},   {"2026-04-14 24:00", "2026-04-15 00:00"},
        {"2026-03-29 02:30", "2026-03-29 03:00"},    {"'2026-04-14'", "2026-04-14 00:00"},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char line[128];
        snprintf(line, sizeof line, "  from: %s\n", good[i][0]);
        const struct item *read = item(line);
        assert_int_equal(diags.count, 0);
        assert_true(read && read->has_from);
        expect_instant(read->from, good[i][1]);
    }
    static const char *const bad[][2] = {
        {"2026-13-01", "date-impossible"}, {"2026-02-30", "date-impossible"}, {"2026-04-14 25:00", "date-impossible"},
        {"demain", "date-invalid"},        {"2026", "date-invalid"},          {"[2026-04-14]", "date-invalid"},
        {"14-04", "date-invalid"},         {"2026-04-14 18", "date-invalid"}, {"99999999999-01-01", "date-invalid"},
        {"31/02/2026", "date-impossible"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[128];
        snprintf(line, sizeof line, "  until: %s\n", bad[i][0]);
        assert_null(item(line));
        assert_int_equal(diags.count, 1);
        expect_diag(0, bad[i][1], 3, 10);
        assert_int_equal(diags.errors, 1);
    }
    item("  until: 2026-13-01\n");
    assert_string_equal(diags.items[0].french, "« 2026-13-01 » n’est pas une date qui existe (attendu : 2026-04-14)");
}

static void until_a_day_means_through_it(void **state)
{
    (void)state;
    expect_instant(item("  until: 2026-04-14\n")->until, "2026-04-15 00:00");
    expect_instant(item("  until: 2026-10-25\n")->until, "2026-10-26 00:00");
    expect_instant(item("  until: 2026-04-14 18:00\n")->until, "2026-04-14 18:00");
}

static void dates_out_of_order(void **state)
{
    (void)state;
    assert_non_null(item("  from: 2026-05-02\n  until: 2026-04-14\n"));
    expect_diag(0, "dates-order", 4, 10);
    assert_int_equal(diags.errors, 0);
}

static void days_in_many_forms(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned days;
    } good[] = {{"[lun-ven]", 31},       {"lun-ven", 31},        {"[mon-fri]", 31},      {"[lun, mer, sam-dim]", 1 | 4 | 32 | 64},
                {"lundi à vendredi", 31}, {"du lundi au vendredi", 31}, {"mardi, jeudi", 10}, {"lun mer", 5},
                {"week-end", 96},        {"[sam-lun]", 97},      {"tous les jours", 127}, {"Lundis et mardis", 3},
                {"mar.", 2},             {"[lun–mer]", 7},       {"weekdays", 31},       {"samedi et dimanche", 96},
                {"lun-ven, dim", 95}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char line[128];
        snprintf(line, sizeof line, "  days: %s\n", good[i].text);
        const struct item *read = item(line);
        assert_int_equal(diags.count, 0);
        assert_int_equal(read->days, good[i].days);
    }
    static const char *const bad[] = {"[lundredi]", "lun-", "-ven", "[]", "{lun: ven}", "lun-ven-sam-", "jours", "8", "lun - - mar",
                                      "week-end-lun"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[128];
        snprintf(line, sizeof line, "  days: %s\n", bad[i]);
        assert_null(item(line));
        assert_string_equal(diags.items[0].code, "days-invalid");
    }
}

static void hours_in_many_forms(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int start, end;
    } good[] = {{"08:00-20:00", 480, 1200}, {"8h-20h", 480, 1200},      {"8h30 - 20 h", 510, 1200}, {"22:00-06:00", 1320, 360},
                {"de 8h à 20h", 480, 1200}, {"8-20", 480, 1200},        {"20:00–24:00", 1200, 0},   {"00:00-24:00", 0, 0},
                {"[9h-12h]", 540, 720},     {"8:00 to 20:00", 480, 1200}, {"0h-24h", 0, 0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char line[128];
        snprintf(line, sizeof line, "  hours: %s\n", good[i].text);
        const struct item *read = item(line);
        assert_int_equal(diags.count, 0);
        assert_int_equal(read->hours_start_min, good[i].start);
        assert_int_equal(read->hours_end_min, good[i].end);
    }
    static const char *const bad[] = {"08:00", "25:00-26:00", "8h-20h30m", "08:00-08:00", "08:60-09:00", "24:00-08:00", "matin", "8h-",
                                      "{8h: 20h}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[128];
        snprintf(line, sizeof line, "  hours: %s\n", bad[i]);
        assert_null(item(line));
        assert_string_equal(diags.items[0].code, "hours-invalid");
    }
    assert_null(item("  hours: [8h-12h, 14h-18h]\n"));
    assert_string_equal(diags.items[0].code, "hours-several");
}

static void a_bad_manner_falls_back(void **state)
{
    (void)state;
    const struct item *read = item("  dwell: longtemps\n  transition: étoile\n  show: [titre, tartes]\n  priority: 9\n  urgent: peut-être\n");
    assert_non_null(read);
    assert_int_equal(read->dwell_ms, 0);
    assert_int_equal(read->transition, TRANSITION_FADE);
    assert_int_equal(read->show, SHOW_HEADLINE);
    assert_int_equal(read->priority, 1);
    assert_false(read->urgent);
    assert_int_equal(diags.count, 5);
    expect_diag(0, "dwell-invalid", 3, 10);
    expect_diag(1, "transition-invalid", 4, 15);
    expect_diag(2, "priority-invalid", 6, 13);
    expect_diag(3, "boolean-invalid", 7, 11);
    expect_diag(4, "show-invalid", 5, 17);
}

static void dwell_in_many_forms(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int ms;
    } good[] = {{"12", 12000},      {"12 s", 12000},       {"12s", 12000},          {"1 min", 60000}, {"1 min 30", 90000},
                {"1min30s", 90000}, {"20 secondes", 20000}, {"1,5 min", 90000},     {"2.5", 2500},    {"auto", 0},
                {"1 h", 3600000}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char line[128];
        snprintf(line, sizeof line, "  dwell: %s\n", good[i].text);
        assert_int_equal(item(line)->dwell_ms, good[i].ms);
        assert_int_equal(diags.count, 0);
    }
    static const char *const bad[] = {"0", "1", "-5", "2 h", "12 lunes", "999999999999", "[12]", "12 s -"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[128];
        snprintf(line, sizeof line, "  dwell: %s\n", bad[i]);
        assert_non_null(item(line));
        assert_int_equal(diags.count, 1);
    }
}

static void unknown_and_useless_keys(void **state)
{
    (void)state;
    parse("venu: Hall\nitems:\n- article: articles/a.md\n  prioritty: 2\n  alt: x\n  zzzzzzzz: 1\n- message: {title: x, lieu: y, tire: z}\n");
    assert_int_equal(diags.count, 6);
    assert_int_equal(diags.errors, 0);
    expect_diag(0, "key-unknown", 1, 1);
    assert_non_null(strstr(diags.items[0].french, "« venue »"));
    expect_diag(1, "key-unknown", 4, 3);
    assert_non_null(strstr(diags.items[1].french, "« priority »"));
    expect_diag(2, "key-useless", 5, 3);
    expect_diag(3, "key-unknown", 6, 3);
    expect_diag(4, "key-useless", 7, 23);
    expect_diag(5, "key-unknown", 7, 32);
    assert_int_equal(playlist->item_count, 2);
}

static void files_that_are_missing(void **state)
{
    (void)state;
    parse("items:\n- article: articles/aa.md\n- image: photos/3.jpg\n- article: article/a.md\n- carousel: [photos/1.JPG, photos/9.jpg]\n"
          "- carousel: photos/*.png\n- image: articles/a.md\n- article: photos/2.jpg\n");
    assert_int_equal(diags.count, 7);
    expect_diag(0, "file-missing", 2, 12);
    assert_non_null(strstr(diags.items[0].french, "« a.md »"));
    expect_diag(1, "file-missing", 3, 10);
    expect_diag(2, "file-missing", 4, 12);
    expect_diag(3, "file-missing", 5, 28);
    expect_diag(4, "pattern-empty", 6, 13);
    assert_int_equal(diags.items[4].level, DIAG_WARNING);
    expect_diag(5, "file-type", 7, 10);
    expect_diag(6, "file-type", 8, 12);
    assert_int_equal(playlist->item_count, 1);
    assert_int_equal(playlist->items[0].file_count, 1);
}

static void patterns_and_folders(void **state)
{
    (void)state;
    parse("items:\n- article: articles/*.md\n  priority: 2\n- article: articles/\n- articles/b.md\n- ./photos/2.jpg\n- article: '*/?.md'\n"
          "- article: [articles/b.md, articles/a.md]\n");
    assert_int_equal(diags.count, 0);
    assert_int_equal(playlist->item_count, 10);
    static const char *const expected[] = {"articles/a.md", "articles/b.md", "articles/a.md", "articles/b.md", "articles/b.md",
                                           "photos/2.jpg",  "articles/a.md", "articles/b.md", "articles/b.md", "articles/a.md"};
    for (size_t i = 0; i < 10; i++)
        assert_string_equal(playlist->items[i].files[0].path, scratch_path(&folder, expected[i]));
    assert_int_equal(playlist->items[1].priority, 2);
    assert_int_equal(playlist->items[5].kind, ITEM_IMAGE);
    assert_int_equal(playlist->folder_count, 3);
}

static void hostile_patterns_end(void **state)
{
    (void)state;
    char name[260];
    memset(name, 'a', sizeof name);
    memcpy(name, "photos/", 7);
    memcpy(name + 240, ".jpg", 5);
    scratch_write(&folder, name, "x");
    parse("items:\n- carousel: 'photos/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b.jpg'\n- carousel: '*/../*/../*/../*/../*/../*/../*/../*/../*/../*.jpg'\n"
          "- carousel: '*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*.jpg'\n");
    assert_true(diags.count >= 2);
}

static void paths_outside_are_named(void **state)
{
    (void)state;
    char text[256];
    snprintf(text, sizeof text, "items:\n- article: %s/articles/a.md\n- article: ../parvis-nulle-part.md\n- article: articles/../articles/a.md\n", folder.path);
    parse(text);
    assert_int_equal(diags.count, 3);
    expect_diag(0, "path-outside", 2, 12);
    expect_diag(1, "path-outside", 3, 12);
    expect_diag(2, "file-missing", 3, 12);
    assert_int_equal(playlist->item_count, 2);
}

static void items_written_in_the_playlist(void **state)
{
    (void)state;
    parse("items:\n"
          "- event: Conseil\n  start: 2026-05-10\n"
          "- event: {title: Sans date}\n"
          "- event: {title: Fin avant, start: 2026-05-10 14:00, end: 2026-05-10 12:00}\n"
          "- deadline: {title: Appel, until: 2026-05-02 12h}\n"
          "- deadline: Appel\n  until: 2026-05-02\n"
          "- deadline: Sans date\n"
          "- message: {}\n"
          "- message: {title: T, text: \"un\\ndeux\\n\"}\n"
          "- message: {title: T, link: LIEN}\n"
          "- event: {title: X, start: 2026-05-10, article: a}\n"
          "- rien: du tout\n"
          "- event: {title: X, start: 2026-05-10}\n  message: Y\n"
          "- [a, b]\n"
          "- bonjour\n"
          "- agenda: {title: Cette semaine}\n");
    assert_int_equal(playlist->item_count, 7);
    const struct item *items = playlist->items;
    expect_instant(items[0].end, "2026-05-11");
    assert_false(items[0].has_time);
    expect_instant(items[1].end, "2026-05-02 12:00");
    assert_true(items[1].has_time);
    expect_instant(items[2].end, "2026-05-03");
    assert_false(items[2].has_until);
    assert_string_equal(items[3].text, "un\ndeux");
    assert_null(items[4].link);
    assert_string_equal(items[5].title, "X");
    assert_string_equal(items[6].title, "Cette semaine");
    static const struct {
        const char *code;
        int line;
    } expected[] = {{"event-start-missing", 4}, {"dates-order", 5},       {"deadline-date-missing", 9}, {"text-missing", 10},
                    {"link-invalid", 12},       {"key-unknown", 13},      {"item-kind-missing", 14},    {"key-unknown", 14},
                    {"item-kind-twice", 16},    {"item-invalid", 17},     {"item-invalid", 18}};
    assert_int_equal(diags.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < diags.count; i++) {
        assert_string_equal(diags.items[i].code, expected[i].code);
        assert_int_equal(diags.items[i].place.line, expected[i].line);
    }
}

static void corrections(void **state)
{
    (void)state;
    const struct item *read = item("  correct:\n    deadline: false\n    event: {start: 2023-05-10 14h30, end: 17h30, place: Salle 2}\n    link: false\n");
    assert_int_equal(diags.count, 0);
    assert_true(read->correct.present && read->correct.drop_deadline && read->correct.has_event && read->correct.drop_link);
    assert_int_equal(read->correct.line, 4);
    expect_instant(read->correct.event_start, "2023-05-10 14:30");
    expect_instant(read->correct.event_end, "2023-05-10 17:30");
    assert_true(read->correct.event_has_end);
    assert_string_equal(read->correct.event_place, "Salle 2");
    read = item("  correct: {deadline: 2023-05-02, event: 2023-05-10}\n");
    expect_instant(read->correct.deadline, "2023-05-03");
    assert_false(read->correct.deadline_has_time);
    assert_true(read->correct.event_all_day);
    read = item("  correct: {deadline: bientôt, event: {end: 17h}, link: nulle part, evnt: false}\n");
    assert_false(read->correct.has_deadline || read->correct.has_event || read->correct.link);
    assert_int_equal(diags.count, 4);
    read = item("  correct: oui\n");
    assert_false(read->correct.present);
    expect_diag(0, "correct-invalid", 3, 12);
}

static void broken_playlists(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *code;
    } broken[] = {{"items:\n  - article: [", "yaml-syntax"}, {"", "items-missing"},       {"venue: x\n", "items-missing"},
                  {"items: oui\n", "items-invalid"},         {"- a\n- b\n", "items-missing"}, {"items: *x\n", "yaml-anchor"}};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        parse(broken[i].text);
        assert_false(playlist->usable);
        assert_int_equal(playlist->item_count, 0);
        assert_int_equal(diags.errors, 1);
        assert_string_equal(diags.items[0].code, broken[i].code);
    }
    parse("items:\n");
    assert_true(playlist->usable);
    expect_diag(0, "items-empty", 1, 7);
    parse("venue: caf\xE9\nitems:\n- articles/a.md\n");
    expect_diag(0, "encoding", 1, 0);
    assert_int_equal(playlist->item_count, 1);
}

static void settings_that_are_wrong(void **state)
{
    (void)state;
    parse("language: de\ntimezone: Europe/Pari\nsite_root: nulle-part\nsite: mailto:a@exemple.fr\ndisplay: {diagonal: grand, distance: 3 lieues}\n"
          "defaults: {dwell: 0, transition: oui}\nvenue: [a]\nitems: [articles/a.md]\n");
    assert_string_equal(playlist->language, "fr");
    assert_string_equal(playlist->timezone, "Europe/Paris");
    assert_non_null(playlist->zone);
    assert_null(playlist->site_root);
    assert_null(playlist->site);
    assert_string_equal(playlist->venue, "");
    assert_int_equal(diags.errors, 9);
    assert_int_equal(playlist->item_count, 1);
    parse("language: en\ntimezone: America/New_York\ndisplay: {diagonal: 140 cm, distance: '2,5 m'}\nitems: [articles/a.md]\n");
    assert_string_equal(zone_name(playlist->zone), "America/New_York");
    assert_string_equal(playlist->language, "en");
    assert_int_equal(playlist->diagonal_mm, 1400);
    assert_int_equal(playlist->distance_mm, 2500);
    assert_int_equal(diags.count, 0);
}

static void sources(void **state)
{
    (void)state;
    open_source("articles/");
    assert_int_equal(diags.count, 0);
    assert_int_equal(playlist->item_count, 2);
    assert_string_equal(playlist->items[0].files[0].path, scratch_path(&folder, "articles/a.md"));
    assert_string_equal(playlist->folder, scratch_path(&folder, "articles"));
    open_source("articles/b.md");
    assert_int_equal(playlist->item_count, 1);
    assert_int_equal(playlist->items[0].kind, ITEM_ARTICLE);
    open_source("photos/2.jpg");
    assert_int_equal(playlist->items[0].kind, ITEM_IMAGE);
    open_source("articles/bb.md");
    assert_int_equal(playlist->item_count, 0);
    assert_string_equal(diags.items[0].code, "source-missing");
    assert_non_null(strstr(diags.items[0].french, "« b.md »"));
    open_source("photos/note.txt");
    assert_string_equal(diags.items[0].code, "source-type");
    scratch_folder(&folder, "vide");
    open_source("vide");
    assert_string_equal(diags.items[0].code, "folder-empty");
    scratch_write(&folder, "vide/playlist.yaml", "venue: V\nitems: [../articles/a.md]\n");
    open_source("vide");
    assert_string_equal(playlist->venue, "V");
    assert_int_equal(playlist->item_count, 1);
    open_source("vide/playlist.yaml");
    assert_string_equal(playlist->folder, scratch_path(&folder, "vide"));
    open_source("vide/playlist.yml");
    assert_string_equal(diags.items[0].code, "source-missing");
    assert_false(playlist->usable);
    scratch_folder(&folder, "x.md");
    open_source("x.md");
    assert_string_equal(diags.items[0].code, "folder-empty");
}

static void urgent_comes_first(void **state)
{
    (void)state;
    scratch_write(&folder, "articles/urgence.md", "# Fuite");
    open_source("articles");
    assert_int_equal(playlist->item_count, 3);
    assert_true(playlist->items[0].urgent);
    assert_string_equal(playlist->items[0].files[0].path, scratch_path(&folder, "articles/urgence.md"));
    assert_false(playlist->items[1].urgent);
    scratch_write(&folder, "articles/playlist.yaml", "items:\n- '*.md'\n");
    open_source("articles");
    assert_int_equal(playlist->item_count, 3);
    assert_true(playlist->items[0].urgent);
    scratch_write(&folder, "articles/playlist.yaml", "items: [\n");
    open_source("articles");
    assert_false(playlist->usable);
    assert_int_equal(playlist->item_count, 1);
}

static void ten_thousand(void **state)
{
    (void)state;
    scratch_folder(&folder, "many");
    for (int i = 0; i < 10000; i++) {
        char name[32];
        snprintf(name, sizeof name, "many/%05d.md", i);
        scratch_write(&folder, name, "");
    }
    parse("items: ['many/*.md']\n");
    assert_int_equal(playlist->item_count, 10000);
    assert_true(arena_held_bytes(playlist->arena) < 8 * 1024 * 1024);
    parse("items: ['many/*.md', 'many/*.md', 'many/*.md']\n");
    assert_int_equal(playlist->item_count, PLAYLIST_MOST_ITEMS);
    expect_diag(0, "items-too-many", 1, 35);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(whole_example),      T(dates_in_many_forms),     T(until_a_day_means_through_it), T(dates_out_of_order),
        T(days_in_many_forms), T(hours_in_many_forms),     T(a_bad_manner_falls_back),      T(dwell_in_many_forms),
        T(unknown_and_useless_keys), T(files_that_are_missing), T(patterns_and_folders),    T(hostile_patterns_end),
        T(paths_outside_are_named), T(items_written_in_the_playlist), T(corrections),       T(broken_playlists),
        T(settings_that_are_wrong), T(sources),            T(urgent_comes_first),           T(ten_thousand),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
