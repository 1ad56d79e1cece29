/* The programme over real folders, with a clock that is a number. */
#include "base/arena.h"
#include "base/instant.h"
#include "content/library.h"
#include "content/playlist.h"
#include "show/programme.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct theatre {
    struct scratch scratch;
    struct library *library;
    struct programme *programme;
    struct now now;
};

static int setup(void **state)
{
    static struct theatre theatre;
    theatre = (struct theatre){0};
    scratch_init(&theatre.scratch);
    *state = &theatre;
    return 0;
}

static int teardown(void **state)
{
    struct theatre *theatre = *state;
    programme_destroy(theatre->programme);
    library_destroy(theatre->library);
    scratch_finish(&theatre->scratch);
    return 0;
}

static struct now at(const char *text)
{
    struct now now = {.wall_trusted = true};
    assert_true(instant_parse(text, NULL, &now.wall, NULL, NULL));
    now.mono.us = now.wall.ms * 1000;
    return now;
}

static void open_at(struct theatre *theatre, const char *when)
{
    theatre->library = library_create(theatre->scratch.path);
    theatre->programme = programme_create(theatre->library, NULL, NULL);
    theatre->now = at(when);
}

/* A message of the playlist: one slide of its own. */
static void playlist(struct theatre *theatre, const char *items)
{
    char text[8192];
    snprintf(text, sizeof text, "venue: Mairie\ntimezone: Europe/Paris\nitems:\n%s", items);
    scratch_write(&theatre->scratch, "playlist.yaml", text);
}

/* The words of the slide's title. */
static const char *title(const struct slide *slide)
{
    static char words[256];
    words[0] = '\0';
    assert_non_null(slide);
    for (size_t i = 0; i < slide->title.count; i++)
        strncat(words, slide->title.texts[i].text, sizeof words - strlen(words) - 1);
    return words;
}

static const char *next(struct theatre *theatre)
{
    return title(programme_next(theatre->programme, theatre->now));
}

static void items_come_in_order_and_round_again(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n  - message: Bravo\n    priority: 2\n  - message: Charlie\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    const char *const expected[] = {"Alpha", "Bravo", "Charlie", "Bravo", "Alpha", "Bravo"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_string_equal(next(theatre), expected[i]);
    assert_string_equal(title(programme_back(theatre->programme, theatre->now)), "Alpha");
    assert_string_equal(title(programme_back(theatre->programme, theatre->now)), "Bravo");
    assert_string_equal(title(programme_back(theatre->programme, theatre->now)), "Charlie");
    assert_string_equal(title(programme_peek(theatre->programme, theatre->now)), "Bravo");
    assert_string_equal(next(theatre), "Bravo");
    struct programme_place place = programme_place(theatre->programme);
    assert_int_equal(place.turn, 4);
    assert_int_equal(place.turns, 4);
}

static void the_slide_before_stays_valid(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n  - message: Bravo\n  - message: Charlie\n  - message: Delta\n  - message: Echo\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    const struct slide *before = programme_next(theatre->programme, theatre->now);
    for (int i = 0; i < 40; i++) {
        char words[256];
        snprintf(words, sizeof words, "%s", title(before));
        const struct slide *slide = programme_next(theatre->programme, theatre->now);
        programme_peek(theatre->programme, theatre->now);
        assert_string_equal(title(before), words);
        assert_ptr_equal(programme_current(theatre->programme, theatre->now), slide);
        before = slide;
    }
}

static void hours_open_and_close(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Matin\n    hours: 08:00-12:00\n  - message: Soir\n    hours: 14:00-20:00\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    assert_string_equal(next(theatre), "Matin");
    assert_string_equal(next(theatre), "Matin");
    assert_int_equal(programme_next_change(theatre->programme, theatre->now).ms, at("2023-04-20T12:00:00+02:00").wall.ms);
    theatre->now = at("2023-04-20T12:00:00+02:00");
    assert_null(programme_current(theatre->programme, theatre->now));
    const struct slide *holding = programme_next(theatre->programme, theatre->now);
    assert_int_equal(holding->kind, SLIDE_HOLDING);
    assert_non_null(programme_current(theatre->programme, theatre->now));
    assert_int_equal(programme_next_change(theatre->programme, theatre->now).ms, at("2023-04-20T14:00:00+02:00").wall.ms);
    theatre->now = at("2023-04-20T14:00:00+02:00");
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Soir");
}

static void nothing_at_all_is_the_holding_slide(void **state)
{
    struct theatre *theatre = *state;
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    for (int i = 0; i < 3; i++)
        assert_int_equal(programme_next(theatre->programme, theatre->now)->kind, SLIDE_HOLDING);
    assert_null(programme_peek(theatre->programme, theatre->now));
    assert_false(programme_must_leave(theatre->programme, theatre->now));
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: Nouveau\n---\nDu texte.\n");
    library_refresh(theatre->library, NULL);
    programme_reload(theatre->programme);
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Nouveau");
}

static void urgent_comes_alone_and_goes(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n  - message: Alerte\n    urgent: true\n    from: 2023-04-20 10:30\n    until: 2023-04-20 11:00\n"
                      "  - message: Bravo\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    assert_string_equal(next(theatre), "Alpha");
    assert_false(programme_must_leave(theatre->programme, theatre->now));
    assert_int_equal(programme_next_change(theatre->programme, theatre->now).ms, at("2023-04-20T10:30:00+02:00").wall.ms);
    theatre->now = at("2023-04-20T10:30:00+02:00");
    assert_true(programme_must_leave(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Alerte");
    assert_false(programme_must_leave(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Alerte");
    theatre->now = at("2023-04-20T11:00:00+02:00");
    assert_true(programme_must_leave(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Bravo");
}

static void a_countdown_is_counted_and_its_end_is_the_end(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - deadline: Appel\n    until: 2023-05-02\n  - message: Bravo\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    const struct slide *slide = programme_next(theatre->programme, theatre->now);
    assert_int_equal(slide->kind, SLIDE_DEADLINE);
    assert_string_equal(slide->count[0].figure, "12");
    theatre->now = at("2023-04-21T00:00:00+02:00");
    slide = programme_current(theatre->programme, theatre->now);
    assert_non_null(slide);
    assert_string_equal(slide->count[0].figure, "11");
    theatre->now = at("2023-05-03T00:00:00+02:00");
    slide = programme_current(theatre->programme, theatre->now);
    assert_non_null(slide);
    assert_true(slide->closed);
    theatre->now = at("2023-05-06T00:00:00+02:00");
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Bravo");
    assert_string_equal(next(theatre), "Bravo");
}

/* Goes on until a slide of that file is the current one. */
static void go_to(struct theatre *theatre, const char *words)
{
    for (int i = 0; i < 100; i++)
        if (strcmp(next(theatre), words) == 0)
            return;
    fail_msg("%s never comes", words);
}

static void a_reload_keeps_the_place(void **state)
{
    struct theatre *theatre = *state;
    scratch_write(&theatre->scratch, "b.md", "---\ntitle: Bravo\n---\nDu texte.\n");
    scratch_write(&theatre->scratch, "c.md", "---\ntitle: Charlie\n---\nDu texte.\n");
    scratch_write(&theatre->scratch, "d.md", "---\ntitle: Delta\n---\nDu texte.\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    go_to(theatre, "Charlie");
    /* Something before it comes: it stays. */
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: Alpha\n---\nDu texte.\n");
    library_refresh(theatre->library, NULL);
    programme_reload(theatre->programme);
    assert_string_equal(title(programme_current(theatre->programme, theatre->now)), "Charlie");
    /* Its own words change: they are there. */
    scratch_write(&theatre->scratch, "c.md", "---\ntitle: Charlot\n---\nDu texte, et encore.\n");
    library_refresh(theatre->library, NULL);
    programme_reload(theatre->programme);
    assert_string_equal(title(programme_current(theatre->programme, theatre->now)), "Charlot");
    /* It goes: what followed comes. */
    unlink(scratch_path(&theatre->scratch, "c.md"));
    library_refresh(theatre->library, NULL);
    programme_reload(theatre->programme);
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Delta");
}

static void reload_with(struct theatre *theatre, const char *items)
{
    playlist(theatre, items);
    library_refresh(theatre->library, NULL);
    programme_reload(theatre->programme);
}

static void a_message_written_anew_stays_on(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n  - message: Bravo\n  - message: Charlie\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    go_to(theatre, "Bravo");
    reload_with(theatre, "  - message: Alpha\n  - message: Béta\n  - message: Charlie\n");
    assert_string_equal(title(programme_current(theatre->programme, theatre->now)), "Béta");
    /* On another line too, which makes it another slide: it comes at once. */
    reload_with(theatre, "  - message: Zéro\n  - message: Alpha\n  - message: Bis\n  - message: Charlie\n");
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Bis");
    /* Taken away: what followed comes. */
    reload_with(theatre, "  - message: Zéro\n  - message: Alpha\n  - message: Charlie\n");
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Charlie");
    /* The first one, alone. */
    reload_with(theatre, "  - message: Seul\n");
    go_to(theatre, "Seul");
    reload_with(theatre, "  - message: Autre\n");
    assert_string_equal(title(programme_current(theatre->programme, theatre->now)), "Autre");
}

static void a_broken_file_is_passed_over(void **state)
{
    struct theatre *theatre = *state;
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: [\n---\n");
    scratch_write(&theatre->scratch, "b.md", "---\ntitle: Bravo\n---\nDu texte.\n");
    scratch_folder(&theatre->scratch, "c.md");
    scratch_write(&theatre->scratch, "d.md", "");
    scratch_write(&theatre->scratch, "e.md", "---\ntitle: Echo\npublished: false\n---\nDu texte.\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    for (int i = 0; i < 10; i++)
        assert_string_not_equal(next(theatre), "Echo");
    go_to(theatre, "Bravo");
}

static void a_long_search_is_cut_into_pieces(void **state)
{
    struct theatre *theatre = *state;
    enum { ENDED = 70 };
    for (int i = 0; i < ENDED; i++) {
        char name[32];
        snprintf(name, sizeof name, "%03d.md", i);
        scratch_write(&theatre->scratch, name,
                      "---\ntitle: Passé\ndate: 2021-01-04\n---\n# Candidatures\nVous avez jusqu'au 12 janvier 2021 pour déposer.\n");
    }
    scratch_write(&theatre->scratch, "999.md", "---\ntitle: Présent\n---\nDu texte.\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    int calls = 1;
    const struct slide *slide = programme_next(theatre->programme, theatre->now);
    for (; programme_is_searching(theatre->programme) && calls < 100; calls++) {
        assert_int_equal(slide->kind, SLIDE_HOLDING);
        slide = programme_next(theatre->programme, theatre->now);
    }
    assert_string_equal(title(slide), "Présent");
    assert_in_range(calls, 2, 10);
    /* From now on it is known that they have ended. */
    for (int i = 0; i < 5; i++) {
        slide = programme_next(theatre->programme, theatre->now);
        assert_false(programme_is_searching(theatre->programme));
        assert_string_equal(slide->source, scratch_path(&theatre->scratch, "999.md"));
    }
}

static void an_agenda_gathers_what_was_read(void **state)
{
    struct theatre *theatre = *state;
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: Atelier\ndate: 2023-04-01\n---\nRendez-vous mercredi 10 mai 2023 de 14h30 à 17h30.\n");
    playlist(theatre, "  - agenda: true\n  - article: a.md\n  - event: Visite\n    start: 2023-05-12 10:00\n    end: 2023-05-12 12:00\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    while (library_read_one(theatre->library))
        continue;
    const struct slide *slide = programme_next(theatre->programme, theatre->now);
    assert_int_equal(slide->kind, SLIDE_AGENDA);
    assert_int_equal(slide->row_count, 2);
    assert_string_equal(slide->rows[0].day, "10");
    assert_string_equal(slide->rows[1].day, "12");
}

static void a_whole_round_has_each_item_once(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n    priority: 5\n  - message: Bravo\n  - message: Ferme\n    hours: 02:00-03:00\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    struct arena *arena = arena_create();
    size_t count = 0;
    const struct slide *slides = programme_round(theatre->programme, arena, theatre->now, &count);
    assert_int_equal(count, 2);
    assert_string_equal(title(&slides[0]), "Alpha");
    assert_string_equal(title(&slides[1]), "Bravo");
    arena_destroy(arena);
}

static void an_untrusted_clock_is_late_and_never_early(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Begun\n    from: 2023-01-01\n  - message: Later\n    from: 2023-06-01\n"
                      "  - message: Over\n    until: 2023-01-01\n  - message: Still\n    until: 2023-06-01\n"
                      "  - message: Morning\n    hours: 08:00-12:00\n  - message: Week\n    days: [lun-dim]\n"
                      "  - message: Monday\n    days: lun\n  - message: Alerte\n    urgent: true\n    until: 2024-01-01\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    theatre->now.wall_trusted = false;
    assert_string_equal(next(theatre), "Begun");
    assert_string_equal(next(theatre), "Still");
    assert_string_equal(next(theatre), "Week");
    assert_string_equal(next(theatre), "Begun");
    assert_false(programme_must_leave(theatre->programme, theatre->now));
    theatre->now.wall_trusted = true;
    assert_true(programme_must_leave(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Alerte");
}

static void what_waits_for_the_clock_comes_with_it(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n    hours: 08:00-20:00\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    theatre->now.wall_trusted = false;
    assert_string_equal(next(theatre), "Mairie");
    assert_non_null(programme_current(theatre->programme, theatre->now));
    theatre->now.wall_trusted = true;
    assert_null(programme_current(theatre->programme, theatre->now));
    assert_string_equal(next(theatre), "Alpha");
    theatre->now.wall_trusted = false;
    assert_null(programme_current(theatre->programme, theatre->now));
}

/* What the guard was told last, and what it bars. */
struct watchman {
    char in_hand[256];
    const char *barred;
};

static void watchman_take(void *self, const char *path)
{
    struct watchman *watchman = self;
    snprintf(watchman->in_hand, sizeof watchman->in_hand, "%s", path);
}

static bool watchman_bars(void *self, const char *path)
{
    const struct watchman *watchman = self;
    return watchman->barred && strstr(path, watchman->barred);
}

static void what_is_barred_is_left_out_and_what_is_shown_is_in_hand(void **state)
{
    struct theatre *theatre = *state;
    struct watchman watchman = {.barred = "b.md"};
    const struct library_guard guard = {&watchman, watchman_take, watchman_bars};
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: Alpha\n---\nDu texte.\n");
    scratch_write(&theatre->scratch, "b.md", "---\ntitle: Bravo\n---\nDu texte.\n");
    playlist(theatre, "  - a.md\n  - b.md\n  - message: Charlie\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    library_set_guard(theatre->library, &guard);
    assert_string_equal(next(theatre), "Alpha");
    programme_peek(theatre->programme, theatre->now);
    programme_take(theatre->programme);
    assert_non_null(strstr(watchman.in_hand, "a.md"));
    assert_string_equal(next(theatre), "Charlie");
    programme_take(theatre->programme);
    assert_non_null(strstr(watchman.in_hand, "playlist.yaml:6"));
    while (library_read_one(theatre->library))
        continue;
    const struct diags *diags = library_diags(theatre->library);
    assert_int_equal(diags->count, 1);
    assert_string_equal(diags->items[0].code, "quarantined");
    /* Nothing is left: the holding slide is nobody's. */
    watchman.barred = ".";
    programme_reload(theatre->programme);
    assert_string_equal(next(theatre), "Mairie");
    programme_take(theatre->programme);
    assert_string_equal(watchman.in_hand, "");
    library_set_guard(theatre->library, NULL);
}

static void a_month_costs_no_memory(void **state)
{
    struct theatre *theatre = *state;
    for (int i = 0; i < 12; i++) {
        char name[32], text[1024];
        snprintf(name, sizeof name, "%02d.md", i);
        snprintf(text, sizeof text,
                 "---\ntitle: Article %d\ndate: 2023-04-01\n---\n## Pour qui ?\n- Les écoles\n- Les mairies\n- Les familles\n\n"
                 "## Quand ?\nVous avez jusqu'au %d mai 2023 pour déposer un dossier.\n",
                 i, i + 1);
        scratch_write(&theatre->scratch, name, text);
    }
    scratch_write(&theatre->scratch, "fin.md", "---\ntitle: Toujours\n---\nDu texte.\n");
    open_at(theatre, "2023-04-20T10:00:00+02:00");
    size_t after_ten_days = 0;
    const int64_t step_ms = 20000, day_ms = 86400000;
    for (int64_t ms = 0; ms < 31 * day_ms; ms += step_ms) {
        theatre->now.wall.ms += step_ms;
        theatre->now.mono.us += step_ms * 1000;
        if (!programme_current(theatre->programme, theatre->now) || ms % (3 * step_ms) == 0)
            assert_non_null(programme_next(theatre->programme, theatre->now));
        programme_peek(theatre->programme, theatre->now);
        if (ms % (7 * day_ms) == day_ms / 2)
            programme_reload(theatre->programme);
        if (ms == 10 * day_ms)
            after_ten_days = programme_held_bytes(theatre->programme);
    }
    assert_in_range(programme_held_bytes(theatre->programme), 1, after_ten_days + after_ten_days / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(items_come_in_order_and_round_again, setup, teardown),
        cmocka_unit_test_setup_teardown(the_slide_before_stays_valid, setup, teardown),
        cmocka_unit_test_setup_teardown(hours_open_and_close, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_at_all_is_the_holding_slide, setup, teardown),
        cmocka_unit_test_setup_teardown(urgent_comes_alone_and_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_countdown_is_counted_and_its_end_is_the_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_reload_keeps_the_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_message_written_anew_stays_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_broken_file_is_passed_over, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_search_is_cut_into_pieces, setup, teardown),
        cmocka_unit_test_setup_teardown(an_agenda_gathers_what_was_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_whole_round_has_each_item_once, setup, teardown),
        cmocka_unit_test_setup_teardown(an_untrusted_clock_is_late_and_never_early, setup, teardown),
        cmocka_unit_test_setup_teardown(what_waits_for_the_clock_comes_with_it, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_barred_is_left_out_and_what_is_shown_is_in_hand, setup, teardown),
        cmocka_unit_test_setup_teardown(a_month_costs_no_memory, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
