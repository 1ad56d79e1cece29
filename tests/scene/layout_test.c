/* Layout of the sample slides with fake fonts: what must hold for all of them at all sizes, and the scenes of a few as text.
 * `PARVIS_ACCEPT=1 build/asan/tests/scene/layout_test` (from the project's folder) writes the expected scenes anew: look at the difference
 * before you keep it. */
#include "base/arena.h"
#include "base/file.h"
#include "scene/dump.h"
#include "scene/layout.h"
#include "support/fake_fonts.h"
#include "support/sample_slides.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { EXPECTED_MOST_BYTES = 64 * 1024 };

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {3840, 2160}, {1080, 1920}, {2160, 3840}, {1024, 768}, {1920, 1200}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static const struct footer_words footer = {.venue = "Maison des services publics", .date = "jeudi 20 avril", .clock = "10:24"};

struct fixture {
    struct arena *arena;
    struct style *style;
};

static int setup(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    fixture->arena = arena_create();
    fixture->style = style_load(NULL, ".", ".", (struct place){0}, NULL);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    arena_destroy(fixture->arena);
    style_destroy(fixture->style);
    free(fixture);
    return 0;
}

static struct scene *lay_out(const struct fixture *fixture, const struct slide *slide, int width, int height, int wanted_px)
{
    struct layout layout = {.style = fixture->style, .fonts = fake_fonts(), .width_px = width, .height_px = height, .body_wanted_px = wanted_px};
    return layout_slide(fixture->arena, &layout, slide, &footer);
}

/* What the eye sees of a run: from the top of its capitals to its baseline. */
static struct box ink(const struct scene_item *item)
{
    int cap = item->text.size_px * 73 / 100;
    return (struct box){item->box.x, item->text.baseline_y - cap, item->box.width, cap};
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void check_places(const struct sample *sample, const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT)
            continue;
        struct box box = ink(item);
        if (box.x < 0 || box.y < 0 || box.x + box.width > scene->width_px || box.y + box.height > scene->height_px)
            fail_msg("%s at %dx%d: \"%s\" leaves the screen", sample->name, scene->width_px, scene->height_px, item->text.text);
        for (size_t j = 0; j < scene->count; j++) {
            const struct scene_item *other = &scene->items[j];
            struct box place = other->kind == SCENE_TEXT ? ink(other) : other->box;
            if (j == i || (other->kind != SCENE_TEXT && other->kind != SCENE_QR && other->kind != SCENE_PICTURE))
                continue;
            if (overlap(box, place))
                fail_msg("%s at %dx%d: \"%s\" meets \"%s\"", sample->name, scene->width_px, scene->height_px, item->text.text,
                         other->kind == SCENE_TEXT ? other->text.text : "a picture or code");
        }
    }
}

static void nothing_overlaps_or_leaves_the_screen(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t size = 0; size < SIZES; size++) {
            check_places(&samples[i], lay_out(fixture, &samples[i].slide, sizes[size][0], sizes[size][1], 0));
            arena_reset(fixture->arena);
        }
}

static void no_text_is_smaller_than_the_floor(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t size = 0; size < SIZES; size++) {
            int width = sizes[size][0], height = sizes[size][1], shorter = width < height ? width : height;
            if (width == 1024)
                shorter = 640; /* as if it were 16:10 */
            const struct scene *scene = lay_out(fixture, &samples[i].slide, width, height, 0);
            if (scene->smallest_px && scene->smallest_px < 40 * shorter / 1080)
                fail_msg("%s at %dx%d: %d px", samples[i].name, width, height, scene->smallest_px);
            if (scene->body_px)
                assert_true(scene->body_px >= 44 * shorter / 1080);
            if (scene->qr_module_px)
                assert_true(scene->qr_module_px >= 8 * shorter / 1080);
        }
}

static void only_what_cannot_fit_overflows(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    struct arena *scratch = arena_create();
    for (size_t i = 0; i < count; i++)
        for (size_t size = 0; size < SIZES; size++) {
            struct layout layout = {.style = fixture->style, .fonts = fake_fonts(), .width_px = sizes[size][0], .height_px = sizes[size][1]};
            struct layout_fits fits = {.layout = &layout, .scratch = scratch};
            bool fitted = layout_fits(&fits, &samples[i].slide);
            if (fitted == samples[i].hard)
                fail_msg("%s at %dx%d: %s", samples[i].name, layout.width_px, layout.height_px, fitted ? "fits" : "overflows");
        }
    arena_destroy(scratch);
}

static void the_footer_is_in_its_band_and_the_bar_below(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    const struct scene *scene = lay_out(fixture, &samples[0].slide, 1920, 1080, 0);
    assert_int_equal(scene->footer_box.y, 976);
    assert_int_equal(scene->bar.y, 1072);
    assert_int_equal(scene->bar.width, 1920);
    int found = 0;
    for (size_t i = 0; i < scene->count; i++)
        if (scene->items[i].kind == SCENE_TEXT && scene->items[i].text.baseline_y > 976) {
            found++;
            assert_int_equal(scene->items[i].text.size_px, 32);
        }
    /* Venue, date, and the clock's five signs in cells. */
    assert_int_equal(found, 7);
}

static void a_clock_keeps_its_place_from_minute_to_minute(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    struct layout layout = {.style = fixture->style, .fonts = fake_fonts(), .width_px = 1920, .height_px = 1080};
    struct footer_words later = footer;
    later.clock = "11:11";
    const struct scene *first = layout_slide(fixture->arena, &layout, &samples[0].slide, &footer);
    const struct scene *second = layout_slide(fixture->arena, &layout, &samples[0].slide, &later);
    assert_int_equal(first->count, second->count);
    for (size_t i = 0; i < first->count; i++)
        assert_int_equal(first->items[i].box.x, second->items[i].box.x);
    /* Not trusted: no clock, and the date takes its place at the right. */
    later.clock = "";
    const struct scene *none = layout_slide(fixture->arena, &layout, &samples[0].slide, &later);
    const struct scene_item *date = &none->items[none->count - 1];
    assert_string_equal(date->text.text, "jeudi 20 avril");
    assert_int_equal(date->box.x + date->box.width, 1824);
}

static void a_long_venue_drops_the_date_and_then_takes_two_lines(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    struct layout layout = {.style = fixture->style, .fonts = fake_fonts(), .width_px = 1080, .height_px = 1920};
    struct footer_words words = {.venue = "Maison intercommunale des services publics et de la citoyenneté du bassin minier", .date = "jeudi 20 avril",
                                 .clock = "10:24"};
    const struct scene *scene = layout_slide(fixture->arena, &layout, &samples[0].slide, &words);
    assert_false(scene->overflow);
    const char *dump = dump_scene(fixture->arena, scene);
    assert_null(strstr(dump, "jeudi 20 avril"));
    assert_non_null(strstr(dump, "du bassin minier"));
}

static void a_reader_far_away_gets_larger_text(void **state)
{
    const struct fixture *fixture = *state;
    size_t count;
    const struct sample *samples = sample_slides(&count);
    for (size_t i = 0; i < count; i++) {
        const struct scene *near = lay_out(fixture, &samples[i].slide, 1920, 1080, 0);
        const struct scene *far = lay_out(fixture, &samples[i].slide, 1920, 1080, 90);
        assert_true(far->body_px >= near->body_px);
        check_places(&samples[i], far);
    }
    const struct scene *prose = lay_out(fixture, &samples[7].slide, 1920, 1080, 80);
    assert_int_equal(prose->body_px, 80);
    assert_int_equal(prose->body_cap_px, 58);
}

static void a_slide_without_words_is_laid_out(void **state)
{
    const struct fixture *fixture = *state;
    for (int kind = 0; kind < SLIDE_KINDS; kind++)
        for (size_t size = 0; size < SIZES; size++) {
            struct slide empty = {.kind = (enum slide_kind)kind, .pages = 1};
            const struct scene *scene = lay_out(fixture, &empty, sizes[size][0], sizes[size][1], 0);
            assert_true(scene->count > 0);
            assert_false(scene->overflow);
        }
}

static void a_sign_no_font_has_is_reported(void **state)
{
    const struct fixture *fixture = *state;
    struct text text = {"Un signe \uE123 inconnu", 0};
    struct slide slide = {.kind = SLIDE_MESSAGE, .title = {.marker = "", .texts = &text, .count = 1}};
    assert_int_equal(lay_out(fixture, &slide, 1920, 1080, 0)->missing, 0xE123);
}

/* Far more than a screen holds, in one word or in many: an overflow, soon, and no more runs than a screen has room for. */
static void floods_overflow_and_stay_small(void **state)
{
    const struct fixture *fixture = *state;
    static char words[60001], word[60001];
    static struct text_line body[5000];
    static struct agenda_row table[5000];
    for (size_t i = 0; i < sizeof words - 1; i++) {
        words[i] = i % 7 == 6 ? ' ' : 'a';
        word[i] = 'b';
    }
    for (int round = 0; round < 2; round++) {
        const char *text = round ? word : words;
        struct text stretch = {text, 0};
        struct text_line line = {.marker = "•", .texts = &stretch, .count = 1};
        for (size_t i = 0; i < 5000; i++) {
            body[i] = line;
            table[i] = (struct agenda_row){.day = text, .month = text, .hours = text, .title = line, .detail = line};
        }
        struct slide slide = {.kicker = line, .title = line, .lead = line, .where = line, .body = body, .body_count = 5000, .rows = table,
                              .row_count = 5000, .weekday = text, .day = text, .month = text, .hours = {text, text}, .hours_joiner = text,
                              .badge = text, .count_intro = text, .count = {{text, text}, {text, text}}, .count_parts = 2, .count_outro = line,
                              .has_link = true, .link = {"https://maison.example.fr", text, text}};
        for (int kind = 0; kind < SLIDE_KINDS; kind++)
            for (int portrait = 0; portrait < 2; portrait++) {
                slide.kind = (enum slide_kind)kind;
                const struct scene *scene = lay_out(fixture, &slide, portrait ? 1080 : 1920, portrait ? 1920 : 1080, 0);
                assert_true(scene->overflow);
                assert_true(scene->count < 1500);
                arena_reset(fixture->arena);
            }
    }
}

static void scenes_are_as_expected(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const names[] = {"headline", "section", "event", "deadline", "deadline-hours", "agenda", "urgent", "picture", "holding"};
    size_t count;
    const struct sample *samples = sample_slides(&count);
    for (size_t i = 0; i < count * 2; i++) {
        const struct sample *sample = &samples[i / 2];
        bool portrait = i % 2 == 1, wanted = false;
        for (size_t name = 0; name < sizeof names / sizeof names[0]; name++)
            wanted |= strcmp(names[name], sample->name) == 0;
        if (!wanted)
            continue;
        const struct scene *scene = lay_out(fixture, &sample->slide, portrait ? 1080 : 1920, portrait ? 1920 : 1080, 0);
        const char *dump = dump_scene(fixture->arena, scene);
        const char *path = arena_format(fixture->arena, "tests/scene/expected/%s-%s.txt", sample->name, portrait ? "portrait" : "landscape");
        if (getenv("PARVIS_ACCEPT")) {
            assert_true(file_write(path, dump, strlen(dump)));
            continue;
        }
        struct file_bytes bytes = {0};
        assert_int_equal(file_read(fixture->arena, path, EXPECTED_MOST_BYTES, &bytes), FILE_READ);
        if (strcmp(bytes.data, dump) != 0)
            fail_msg("%s differs; the scene is now:\n%s", path, dump);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_overlaps_or_leaves_the_screen, setup, teardown),
        cmocka_unit_test_setup_teardown(no_text_is_smaller_than_the_floor, setup, teardown),
        cmocka_unit_test_setup_teardown(only_what_cannot_fit_overflows, setup, teardown),
        cmocka_unit_test_setup_teardown(the_footer_is_in_its_band_and_the_bar_below, setup, teardown),
        cmocka_unit_test_setup_teardown(a_clock_keeps_its_place_from_minute_to_minute, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_venue_drops_the_date_and_then_takes_two_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(a_reader_far_away_gets_larger_text, setup, teardown),
        cmocka_unit_test_setup_teardown(a_slide_without_words_is_laid_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sign_no_font_has_is_reported, setup, teardown),
        cmocka_unit_test_setup_teardown(floods_overflow_and_stay_small, setup, teardown),
        cmocka_unit_test_setup_teardown(scenes_are_as_expected, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
