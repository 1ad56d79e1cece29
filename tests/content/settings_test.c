/* parvis.yaml: values, mistakes with their places, and one file over another. */
#include "content/settings.h"

#include "base/zone.h"
#include "content/playlist.h"
#include "content/schedule.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct settings settings;
static struct diags diags;

static int setup(void **state)
{
    (void)state;
    settings_init(&settings);
    diag_init(&diags);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    settings_finish(&settings);
    diag_finish(&diags);
    return 0;
}

static bool parse(const char *text)
{
    return settings_parse(&settings, "parvis.yaml", "/etc/parvis", text, strlen(text), &diags);
}

static void everything_is_read(void **state)
{
    (void)state;
    assert_true(parse("source: https://exemple.fr/ecran/\n"
                      "trusted_keys: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"
                      "allow_http: oui\npoll: 2 min\nlanguage: en\nclock: pile\n"
                      "display: {rotate: 270, on: \"07:30\", off: 20h, days: [lun-ven], cec: no, scale_1080: yes}\n"));
    assert_int_equal(diags.count, 0);
    assert_string_equal(settings.source, "https://exemple.fr/ecran/");
    assert_int_equal(settings.source_place.line, 1);
    assert_int_equal(settings.key_count, 1);
    assert_true(settings.allow_http);
    assert_int_equal(settings.poll_s, 120);
    assert_string_equal(settings.language, "en");
    assert_int_equal(settings.clock, SETTINGS_CLOCK_BATTERY);
    assert_true(settings.display.has_rotate);
    assert_int_equal(settings.display.rotate_degrees, 270);
    assert_int_equal(settings.display.on_min, 450);
    assert_int_equal(settings.display.off_min, 1200);
    assert_int_equal(settings.display.days, 31);
    assert_int_equal(settings.display.cec, SETTINGS_NO);
    assert_int_equal(settings.display.scale_1080, SETTINGS_YES);
}

static void nothing_said_is_the_default(void **state)
{
    (void)state;
    struct item item;
    assert_true(parse(""));
    assert_true(parse("# only a comment\ndisplay:\nsource:\n"));
    assert_int_equal(diags.count, 0);
    assert_null(settings.source);
    assert_null(settings.language);
    assert_int_equal(settings.poll_s, SETTINGS_POLL_S);
    assert_int_equal(settings.clock, SETTINGS_CLOCK_UNSAID);
    assert_false(settings_display_hours(&settings, &item));
}

/* As Windows' Notepad leaves it on a boot partition. */
static void a_file_from_windows(void **state)
{
    (void)state;
    assert_true(parse("\xEF\xBB\xBFsource: contenu\r\npoll: 60\r\n"));
    assert_int_equal(diags.count, 0);
    assert_string_equal(settings.source, "/etc/parvis/contenu");
    assert_int_equal(settings.poll_s, 60);
}

struct mistake {
    const char *text, *code;
    int line;
};

static void mistakes_have_place_and_remedy(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"sourse: x\n", "key-unknown", 1},
        {"poll: 60\ndisplay: {rotat: 90}\n", "key-unknown", 2},
        {"display: {rotate: 45}\n", "rotate-invalid", 1},
        {"display: {on: \"7:60\", off: \"20:00\"}\n", "hour-invalid", 1},
        {"display: {on: \"25:00\", off: \"20:00\"}\n", "hour-invalid", 1},
        {"display: {on: \"07:30\"}\n", "hours-half", 1},
        {"display: {on: \"07:30\", off: \"07:30\"}\n", "hours-half", 1},
        {"display: {days: [lundredi]}\n", "days-invalid", 1},
        {"display: {cec: perhaps}\n", "choice-invalid", 1},
        {"display: 90\n", "display-invalid", 1},
        {"poll: 1 s\n", "poll-invalid", 1},
        {"poll: 3 days\n", "poll-invalid", 1},
        {"poll: [1]\n", "poll-invalid", 1},
        {"language: de\n", "language-unknown", 1},
        {"clock: sundial\n", "clock-unknown", 1},
        {"allow_http: peut-être\n", NULL, 1},
        {"source: ftp://exemple.fr/\n", "source-invalid", 1},
        {"source: \"https://exemple.fr/a b\"\n", "source-invalid", 1},
        {"source: [a]\n", "text-expected", 1},
        {"trusted_keys: [RWQtooshort]\n", "key-invalid", 1},
        {"- a\n- b\n", "settings-invalid", 1},
        {"a: [\n", NULL, 0},
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        diag_finish(&diags);
        diag_init(&diags);
        settings_finish(&settings);
        settings_init(&settings);
        parse(mistakes[i].text);
        if (diags.count != 1)
            fail_msg("%zu problems in: %s", diags.count, mistakes[i].text);
        if (mistakes[i].code)
            assert_string_equal(diags.items[0].code, mistakes[i].code);
        if (mistakes[i].line)
            assert_int_equal(diags.items[0].place.line, mistakes[i].line);
        assert_string_equal(diags.items[0].place.file, "parvis.yaml");
    }
}

static void the_nearest_key_is_named(void **state)
{
    (void)state;
    parse("trusted_key: x\n");
    assert_non_null(strstr(diags.items[0].french, "trusted_keys"));
}

static void a_later_file_wins_key_by_key(void **state)
{
    (void)state;
    struct item item;
    parse("source: https://un.exemple/\npoll: 60\ntrusted_keys: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"
          "display: {on: \"07:30\", off: \"20:00\", rotate: 90}\n");
    parse("source: https://deux.exemple/\ndisplay: {off: \"21:00\"}\nclock: battery\n");
    assert_int_equal(diags.count, 0);
    assert_string_equal(settings.source, "https://deux.exemple/");
    assert_int_equal(settings.poll_s, 60);
    assert_int_equal(settings.key_count, 1);
    assert_int_equal(settings.display.rotate_degrees, 90);
    assert_true(settings_display_hours(&settings, &item));
    assert_int_equal(item.hours_start_min, 450);
    assert_int_equal(item.hours_end_min, 1260);
    /* What is wrong keeps what was there. */
    parse("poll: never\ndisplay: {off: tard}\n");
    assert_int_equal(diags.errors, 2);
    assert_int_equal(settings.poll_s, 60);
    assert_int_equal(settings.display.off_min, 1260);
    assert_int_equal(settings.files, 3);
}

/* A key that was taken away is away; one that cannot be used, or a file that cannot be read, never means "no keys". */
static void keys_fail_safe(void **state)
{
    (void)state;
    parse("trusted_keys: [RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3]\n");
    parse("trusted_keys: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO4\n");
    assert_int_equal(settings.key_count, 1);
    assert_string_equal(settings.keys[0], "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO4");
    assert_false(settings.damaged);
    parse("trusted_keys: [typo]\n");
    assert_int_equal(diags.errors, 1);
    assert_int_equal(settings.key_count, 1);
    assert_string_equal(settings.keys[0], "typo");
    assert_false(parse("trusted_keys: [\n"));
    assert_true(settings.damaged);
}

/* Neither does a list whose keys are no texts, or a key's name that is misspelt. */
static void keys_that_are_not_understood_fail_safe(void **state)
{
    (void)state;
    static const char *const texts[] = {"trusted_keys: [{file: cle.pub}]\n", "trusted_keys: {a: b}\n", "trusted_keys: [\"\"]\n",
                                        "trusted_key: cle.pub\n", "trusted-keys: [cle.pub]\n", "clés: cle.pub\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        settings_finish(&settings);
        settings_init(&settings);
        assert_true(parse(texts[i]));
        assert_int_equal(settings.key_count, 0);
        assert_true(settings.damaged);
    }
    settings_finish(&settings);
    settings_init(&settings);
    assert_true(parse("trusted_keys: []\nsuorce: https://exemple.fr/\n"));
    assert_false(settings.damaged);
}

static void files_are_read(void **state)
{
    (void)state;
    struct scratch scratch;
    scratch_init(&scratch);
    scratch_write(&scratch, "parvis.yaml", "source: contenu\ntrusted_keys: [cle.pub]\n");
    scratch_write(&scratch, "cle.pub", "untrusted comment: x\n");
    assert_true(settings_read(&settings, scratch_path(&scratch, "parvis.yaml"), false, &diags));
    assert_int_equal(diags.count, 0);
    assert_string_equal(settings.source, scratch_path(&scratch, "contenu"));
    assert_string_equal(settings.keys[0], scratch_path(&scratch, "cle.pub"));
    assert_true(settings_read(&settings, scratch_path(&scratch, "none.yaml"), true, &diags));
    assert_int_equal(diags.count, 0);
    assert_false(settings_read(&settings, scratch_path(&scratch, "none.yaml"), false, &diags));
    assert_string_equal(diags.items[0].code, "settings-missing");
    char *large = calloc(1, SETTINGS_MOST_BYTES + 2);
    assert_non_null(large);
    memset(large, ' ', SETTINGS_MOST_BYTES + 1);
    scratch_write(&scratch, "large.yaml", large);
    free(large);
    assert_false(settings_read(&settings, scratch_path(&scratch, "large.yaml"), false, &diags));
    assert_string_equal(diags.items[1].code, "settings-too-large");
    scratch_finish(&scratch);
}

static bool is_on(const struct item *item, const struct zone *zone, const char *text)
{
    struct wall wall = {0};
    assert_true(instant_parse(text, NULL, &wall, NULL, NULL));
    return schedule_is_open(item, zone, wall);
}

/* Hours are what the clock on the wall shows: on the spring night 02:30 never comes, on the autumn night it comes twice. */
static void the_hours_hold_on_both_changing_nights(void **state)
{
    (void)state;
    struct item item;
    struct zone *zone = zone_create("Europe/Paris", NULL);
    parse("display: {on: \"07:30\", off: \"20:00\"}\n");
    assert_true(settings_display_hours(&settings, &item));
    /* 29 March 2026: summer time begins. 25 October 2026: it ends. */
    assert_false(is_on(&item, zone, "2026-03-29T07:29:59+02:00"));
    assert_true(is_on(&item, zone, "2026-03-29T07:30:00+02:00"));
    assert_true(is_on(&item, zone, "2026-10-25T07:30:00+01:00"));
    assert_false(is_on(&item, zone, "2026-10-25T07:30:00+02:00"));
    assert_false(is_on(&item, zone, "2026-10-25T20:00:00+01:00"));
    parse("display: {on: \"03:00\", off: \"02:30\"}\n");
    assert_true(settings_display_hours(&settings, &item));
    assert_true(is_on(&item, zone, "2026-03-29T01:59:59+01:00"));
    assert_true(is_on(&item, zone, "2026-03-29T03:00:00+02:00"));
    assert_true(is_on(&item, zone, "2026-10-25T02:29:00+02:00"));
    assert_false(is_on(&item, zone, "2026-10-25T02:30:00+02:00"));
    assert_true(is_on(&item, zone, "2026-10-25T02:29:00+01:00"));
    assert_false(is_on(&item, zone, "2026-10-25T02:30:00+01:00"));
    zone_destroy(zone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everything_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_said_is_the_default, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_from_windows, setup, teardown),
        cmocka_unit_test_setup_teardown(mistakes_have_place_and_remedy, setup, teardown),
        cmocka_unit_test_setup_teardown(the_nearest_key_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(a_later_file_wins_key_by_key, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_fail_safe, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_that_are_not_understood_fail_safe, setup, teardown),
        cmocka_unit_test_setup_teardown(files_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(the_hours_hold_on_both_changing_nights, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
