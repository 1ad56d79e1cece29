#include "base/arena.h"
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct place at(const char *file, int line, int column)
{
    return (struct place){file, line, column};
}

static int begin(void **state)
{
    static struct diags diags;
    diag_init(&diags);
    *state = &diags;
    return 0;
}

static int end(void **state)
{
    diag_finish(*state);
    return 0;
}

static void says_place_and_words_in_both_languages(void **state)
{
    struct diags *diags = *state;
    diag_add(diags, DIAG_ERROR, at("hall.yaml", 12, 8), "date-impossible", "« %s » n’est pas une date (ligne %d)",
             "\"%s\" is no date (line %d)", "2026-13-01", 12);
    diag_add(diags, DIAG_WARNING, at("hall.yaml", 3, 0), "a", "sans colonne", "without column");
    diag_add(diags, DIAG_WARNING, at("hall.yaml", 0, 0), "b", "tout le fichier", "the whole file");
    diag_add(diags, DIAG_WARNING, at(NULL, 0, 0), "c", "nulle part", "nowhere");
    assert_int_equal(diags->count, 4);
    assert_int_equal(diags->errors, 1);
    assert_string_equal(diag_line(diags->arena, &diags->items[0], false),
                        "hall.yaml:12:8: « 2026-13-01 » n’est pas une date (ligne 12)");
    assert_string_equal(diag_line(diags->arena, &diags->items[0], true), "hall.yaml:12:8: \"2026-13-01\" is no date (line 12)");
    assert_string_equal(diag_line(diags->arena, &diags->items[1], true), "hall.yaml:3: without column");
    assert_string_equal(diag_line(diags->arena, &diags->items[2], false), "hall.yaml: tout le fichier");
    assert_string_equal(diag_line(diags->arena, &diags->items[3], false), "nulle part");
}

static void the_same_problem_is_kept_once(void **state)
{
    struct diags *diags = *state;
    for (int i = 0; i < 5; i++)
        diag_add(diags, DIAG_ERROR, at("a.md", 2, 1), "x", "une fois", "once");
    assert_int_equal(diags->count, 1);
    assert_int_equal(diags->errors, 1);
    diag_add(diags, DIAG_ERROR, at("a.md", 3, 1), "x", "une fois", "once");
    diag_add(diags, DIAG_ERROR, at("b.md", 2, 1), "x", "une fois", "once");
    diag_add(diags, DIAG_ERROR, at("a.md", 2, 1), "y", "une fois", "once");
    assert_int_equal(diags->count, 4);
}

static void nobody_has_to_care(void **state)
{
    (void)state;
    diag_add(NULL, DIAG_ERROR, at("a.md", 1, 1), "x", "rien", "nothing");
}

static void a_flood_is_capped_and_counted(void **state)
{
    struct diags *diags = *state;
    char file[16];
    for (int i = 0; i < DIAGS_MOST; i++) {
        snprintf(file, sizeof file, "%d.md", i / 10);
        diag_add(diags, DIAG_WARNING, at(file, i + 1, 1), "x", "n° %d", "no. %d", i);
    }
    size_t held = arena_held_bytes(diags->arena);
    for (int i = 0; i < 3000; i++)
        diag_add(diags, DIAG_ERROR, at("b.md", i + 1, 1), "x", "n° %d", "no. %d", i);
    assert_int_equal(diags->count, DIAGS_MOST);
    assert_int_equal(diags->dropped, 3000);
    /* What is dropped is still an error: the exit code of a check must not turn green because there are too many. */
    assert_int_equal(diags->errors, 3000);
    /* And costs nothing. */
    assert_int_equal(arena_held_bytes(diags->arena), held);

    struct diags all;
    diag_init(&all);
    diag_append(&all, diags);
    assert_int_equal(all.count, DIAGS_MOST);
    assert_int_equal(all.dropped, 3000);
    assert_int_equal(all.errors, 3000);
    diag_finish(&all);
}

static void one_file_does_not_hide_the_others(void **state)
{
    struct diags *diags = *state;
    for (int i = 0; i < 5000; i++)
        diag_add(diags, DIAG_ERROR, at("a.md", i + 1, 1), "yaml-key-twice", "n° %d", "no. %d", i);
    diag_add(diags, DIAG_ERROR, at("a.md", 1, 1), "other", "autre", "other");
    diag_add(diags, DIAG_ERROR, at("b.md", 1, 1), "yaml-key-twice", "là", "there");
    assert_int_equal(diags->count, DIAGS_MOST_ALIKE + 2);
    assert_int_equal(diags->dropped, 5000 - DIAGS_MOST_ALIKE);
    assert_int_equal(diags->errors, 5002);
    assert_string_equal(diags->items[diags->count - 1].place.file, "b.md");
}

static void texts_with_percent_signs_survive_being_appended(void **state)
{
    struct diags *diags = *state;
    diag_add(diags, DIAG_WARNING, at("a.md", 1, 1), "x", "« %s »", "\"%s\"", "10 %s %n %d");
    struct diags all;
    diag_init(&all);
    diag_append(&all, diags);
    diag_append(&all, diags);
    diag_append(NULL, diags);
    assert_int_equal(all.count, 1);
    assert_string_equal(all.items[0].french, "« 10 %s %n %d »");
    assert_string_equal(all.items[0].english, "\"10 %s %n %d\"");
    assert_string_equal(all.items[0].code, "x");
    diag_finish(&all);
}

static void sorts_by_place_and_keeps_the_order_of_equals(void **state)
{
    struct diags *diags = *state;
    diag_add(diags, DIAG_WARNING, at("b.md", 1, 1), "1", "a", "a");
    diag_add(diags, DIAG_WARNING, at("a.md", 9, 2), "2", "a", "a");
    diag_add(diags, DIAG_WARNING, at("a.md", 9, 1), "3", "a", "a");
    diag_add(diags, DIAG_WARNING, at("a.md", 10, 1), "4", "a", "a");
    diag_add(diags, DIAG_WARNING, at("a.md", 9, 1), "5", "b", "b");
    diag_add(diags, DIAG_WARNING, at("a.md", 0, 0), "6", "a", "a");
    diag_sort(diags);
    const char *const expected[] = {"6", "3", "5", "2", "4", "1"};
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(diags->items[i].code, expected[i]);
}

static void finds_the_key_that_was_meant(void **state)
{
    (void)state;
    static const char *const known[] = {"venue", "language", "timezone", "theme", "items", "dwell", "until", "show"};
    const size_t count = sizeof known / sizeof *known;
    assert_string_equal(diag_nearest("langage", known, count), "language");
    assert_string_equal(diag_nearest("itmes", known, count), "items");
    assert_string_equal(diag_nearest("untill", known, count), "until");
    assert_string_equal(diag_nearest("dwel", known, count), "dwell");
    assert_null(diag_nearest("catégories", known, count));
    assert_null(diag_nearest("xyzzy", known, count));
    assert_null(diag_nearest("", known, count));
    char longest[200];
    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_null(diag_nearest(longest, known, count));
    assert_null(diag_nearest("venue", NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_place_and_words_in_both_languages, begin, end),
        cmocka_unit_test_setup_teardown(the_same_problem_is_kept_once, begin, end),
        cmocka_unit_test(nobody_has_to_care),
        cmocka_unit_test_setup_teardown(a_flood_is_capped_and_counted, begin, end),
        cmocka_unit_test_setup_teardown(one_file_does_not_hide_the_others, begin, end),
        cmocka_unit_test_setup_teardown(texts_with_percent_signs_survive_being_appended, begin, end),
        cmocka_unit_test_setup_teardown(sorts_by_place_and_keeps_the_order_of_equals, begin, end),
        cmocka_unit_test(finds_the_key_that_was_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
