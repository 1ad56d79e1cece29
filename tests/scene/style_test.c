/* Themes: what is read, what is reported, and the numbers of contrast and distance. */
#include "base/arena.h"
#include "scene/style.h"
#include "support/scratch.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

struct fixture {
    struct scratch scratch;
    struct diags diags;
};

static int setup(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    scratch_init(&fixture->scratch);
    diag_init(&fixture->diags);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    diag_finish(&fixture->diags);
    scratch_finish(&fixture->scratch);
    free(fixture);
    return 0;
}

static struct style *load(struct fixture *fixture, const char *theme)
{
    return style_load(theme, fixture->scratch.path, ".", (struct place){"playlist.yaml", 4, 8}, &fixture->diags);
}

static struct style *load_text(struct fixture *fixture, const char *text)
{
    scratch_write(&fixture->scratch, "own.yaml", text);
    return load(fixture, "own.yaml");
}

/* The diag with this code, or a failure. */
static const struct diag *find(struct fixture *fixture, const char *code)
{
    for (size_t i = 0; i < fixture->diags.count; i++)
        if (strcmp(fixture->diags.items[i].code, code) == 0)
            return &fixture->diags.items[i];
    fail_msg("no diag %s", code);
    return NULL;
}

static void the_built_in_values_are_those_of_the_default_theme(void **state)
{
    struct fixture *fixture = *state;
    struct style *file = load(fixture, NULL);
    struct style *built_in = style_load("none", fixture->scratch.path, fixture->scratch.path, (struct place){0}, NULL);
    assert_memory_equal(file->colours, built_in->colours, sizeof file->colours);
    assert_memory_equal(&file->sizes, &built_in->sizes, sizeof file->sizes);
    assert_string_equal(file->faces[FACE_TEXT], "fonts/Inter-Regular.otf");
    assert_string_equal(file->faces[FACE_TITLE], "fonts/InterDisplay-Bold.otf");
    assert_null(built_in->faces[FACE_TEXT]);
    assert_int_equal(fixture->diags.count, 0);
    style_destroy(file);
    style_destroy(built_in);
    style_destroy(NULL);
}

static void every_theme_that_comes_with_parvis_is_clean(void **state)
{
    struct fixture *fixture = *state;
    struct style *night = load(fixture, "nuit");
    assert_int_equal(fixture->diags.count, 0);
    assert_int_equal(night->colours[COLOUR_PAPER], 0xFF10141F);
    assert_int_equal(night->sizes.floor, 44);
    style_destroy(night);
}

static void a_venue_changes_what_it_names_and_keeps_the_rest(void **state)
{
    struct fixture *fixture = *state;
    struct style *style = load_text(fixture, "colours:\n  accent: \"#050\"\n  paper: FFFFFE\nsizes:\n  margin: 80\n");
    assert_int_equal(fixture->diags.count, 0);
    assert_int_equal(style->colours[COLOUR_ACCENT], 0xFF005500);
    assert_int_equal(style->colours[COLOUR_PAPER], 0xFFFFFFFE);
    assert_int_equal(style->colours[COLOUR_INK], 0xFF161616);
    assert_int_equal(style->sizes.margin, 80);
    assert_int_equal(style->sizes.footer, 32);
    style_destroy(style);
}

static void a_font_is_looked_for_beside_the_theme_first(void **state)
{
    struct fixture *fixture = *state;
    scratch_write(&fixture->scratch, "Lieu.otf", "a font");
    struct style *style = load_text(fixture, "fonts:\n  text: Lieu.otf\n  title: Inter-Bold.otf\n  strong: Rien.otf\nfallbacks: [Lieu.otf]\n");
    assert_string_equal(style->faces[FACE_TEXT], scratch_path(&fixture->scratch, "Lieu.otf"));
    assert_string_equal(style->faces[FACE_TITLE], "fonts/Inter-Bold.otf");
    assert_string_equal(style->faces[FACE_STRONG], "fonts/Inter-SemiBold.otf");
    assert_string_equal(style->fallbacks[0], scratch_path(&fixture->scratch, "Lieu.otf"));
    assert_int_equal(fixture->diags.count, 1);
    const struct diag *missing = find(fixture, "font-missing");
    assert_int_equal(missing->place.line, 4);
    assert_non_null(strstr(missing->french, "Rien.otf"));
    style_destroy(style);
}

static void mistakes_are_reported_with_place_and_remedy(void **state)
{
    struct fixture *fixture = *state;
    struct style *style = load_text(fixture, "colors:\n  ink: x\ncolours:\n  acent: \"#000091\"\n  ink: blue\n  quiet: #3a3a3a\n  line: [1]\n"
                                             "sizes:\n  floor: 12\n  margin: -3\nfonts: Inter\n");
    assert_non_null(strstr(find(fixture, "unknown-key")->french, "« colours »"));
    assert_int_equal(find(fixture, "unknown-key")->place.line, 1);
    const struct diag *colour = find(fixture, "bad-colour");
    assert_int_equal(colour->place.line, 5);
    assert_non_null(strstr(colour->french, "#rrggbb"));
    assert_int_equal(find(fixture, "bad-size")->place.line, 9);
    assert_non_null(strstr(find(fixture, "bad-size")->english, "40 to 120"));
    assert_int_equal(find(fixture, "bad-section")->place.line, 11);
    assert_int_equal(fixture->diags.count, 8);
    assert_int_equal(style->colours[COLOUR_INK], 0xFF161616);
    assert_int_equal(style->sizes.floor, 44);
    style_destroy(style);
}

static void little_contrast_is_a_warning_with_both_colours(void **state)
{
    struct fixture *fixture = *state;
    struct style *style = load_text(fixture, "colours:\n  quiet: \"#767676\"\n");
    const struct diag *diag = find(fixture, "contrast");
    assert_int_equal(diag->level, DIAG_WARNING);
    assert_string_equal(diag->french, "contraste de 4,5:1 entre « quiet » (#767676) et « paper » (#ffffff) ; il faut au moins 7:1 : foncez l'un "
                                      "ou éclaircissez l'autre");
    assert_int_equal(fixture->diags.errors, 0);
    style_destroy(style);
}

static void a_theme_that_is_not_there_is_named_with_its_nearest(void **state)
{
    struct fixture *fixture = *state;
    struct style *style = load(fixture, "nuits");
    const struct diag *diag = find(fixture, "theme-missing");
    assert_non_null(strstr(diag->french, "« nuit »"));
    assert_string_equal(diag->place.file, "playlist.yaml");
    assert_int_equal(diag->place.line, 4);
    assert_int_equal(style->colours[COLOUR_PAPER], 0xFFFFFFFF);
    style_destroy(style);
}

static void a_broken_theme_leaves_the_built_in_one(void **state)
{
    struct fixture *fixture = *state;
    static const char *const texts[] = {"", "- a\n- b\n", "colours: {a", "\xFF\xFE", "colours:\n  ink: \"#12345g\"\n", "[[[[[[[[[[[[[[[[[[[["};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct style *style = load_text(fixture, texts[i]);
        assert_int_equal(style->colours[COLOUR_INK], 0xFF161616);
        assert_non_null(style->faces[FACE_TEXT]);
        style_destroy(style);
    }
}

static void contrast_is_as_wcag_has_it(void **state)
{
    (void)state;
    assert_int_equal(style_contrast_percent(0xFF000000, 0xFFFFFFFF), 2100);
    assert_int_equal(style_contrast_percent(0xFFFFFFFF, 0xFF000000), 2100);
    assert_int_equal(style_contrast_percent(0xFF767676, 0xFFFFFFFF), 454);
    assert_int_equal(style_contrast_percent(0xFF595959, 0xFFFFFFFF), 700);
    assert_int_equal(style_contrast_percent(0xFF123456, 0xFF123456), 100);
}

static void distance_asks_for_a_size(void **state)
{
    (void)state;
    /* 55" (1397 mm) of 1920 × 1080: 2202 px on the diagonal, 1.576 px a millimetre. At 3 m H is 36.7 mm or 57.8 px; Inter's H is
     * 0.727 em. */
    assert_int_equal(style_size_for_distance(3000, 1397, 1920, 1080, 727), 80);
    assert_int_equal(style_size_for_distance(3000, 1397, 3840, 2160, 727), 160);
    assert_int_equal(style_size_for_distance(0, 1397, 1920, 1080, 727), 0);
    assert_int_equal(style_size_for_distance(3000, 0, 1920, 1080, 727), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_built_in_values_are_those_of_the_default_theme, setup, teardown),
        cmocka_unit_test_setup_teardown(every_theme_that_comes_with_parvis_is_clean, setup, teardown),
        cmocka_unit_test_setup_teardown(a_venue_changes_what_it_names_and_keeps_the_rest, setup, teardown),
        cmocka_unit_test_setup_teardown(a_font_is_looked_for_beside_the_theme_first, setup, teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_reported_with_place_and_remedy, setup, teardown),
        cmocka_unit_test_setup_teardown(little_contrast_is_a_warning_with_both_colours, setup, teardown),
        cmocka_unit_test_setup_teardown(a_theme_that_is_not_there_is_named_with_its_nearest, setup, teardown),
        cmocka_unit_test_setup_teardown(a_broken_theme_leaves_the_built_in_one, setup, teardown),
        cmocka_unit_test_setup_teardown(contrast_is_as_wcag_has_it, setup, teardown),
        cmocka_unit_test_setup_teardown(distance_asks_for_a_size, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
