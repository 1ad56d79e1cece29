/* What a screen without content says, in each state and both languages. */
#include "base/arena.h"
#include "base/diag.h"
#include "content/playlist.h"
#include "slides/build.h"
#include "slides/setup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct arena *arena;
static struct playlist *nothing;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    nothing = playlist_open(NULL, NULL);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    playlist_destroy(nothing);
    arena_destroy(arena);
    return 0;
}

static const char *text_of(const struct setup *setup, struct slide *slide)
{
    const struct build build = {.playlist = nothing, .now = {.wall_trusted = false}, .setup = setup};
    *slide = build_holding(arena, &build);
    return build_plain_text(arena, slide);
}

static void each_state_has_words_in_both_languages(void **state)
{
    (void)state;
    char seen[2][SETUP_SETTINGS + 1][512];
    for (int english = 0; english < 2; english++)
        for (int kind = SETUP_NO_SOURCE; kind <= SETUP_SETTINGS; kind++) {
            const struct setup setup = {.state = (enum setup_state)kind, .english = english, .host = "hall", .addresses = {"192.0.2.1"},
                                        .address_count = 1, .source = "https://a.example/b", .problem = "le serveur répond 404"};
            struct slide slide;
            const char *text = text_of(&setup, &slide);
            assert_int_equal(slide.kind, SLIDE_SETUP);
            assert_non_null(strstr(text, english ? "This screen awaits content" : "Cet écran attend son contenu"));
            assert_non_null(strstr(text, "hall"));
            assert_non_null(strstr(text, "192.0.2.1"));
            assert_null(strstr(text, "%s"));
            assert_null(strchr(text, '|'));
            snprintf(seen[english][kind], sizeof seen[0][0], "%s", text);
            for (int other = 0; other < kind; other++)
                assert_string_not_equal(seen[english][other], text);
        }
    assert_non_null(strstr(seen[0][SETUP_PROBLEM], "404"));
    assert_non_null(strstr(seen[0][SETUP_SETTINGS], "404"));
    assert_non_null(strstr(seen[0][SETUP_WAITING], "https://a.example/b"));
}

/* What is to be typed is typed as it stands: no French space before its colon. */
static void what_is_to_be_typed_is_left_alone(void **state)
{
    (void)state;
    struct slide slide;
    const struct setup setup = {.state = SETUP_NO_SOURCE, .host = "", .source = "", .problem = ""};
    assert_non_null(strstr(text_of(&setup, &slide), "source: https://…"));
    assert_int_equal(slide.body_count, 3);
    assert_string_equal(slide.body[1].marker, "2");
    assert_string_equal(slide.no_address, "pas de réseau");
}

static void a_long_address_is_cut(void **state)
{
    (void)state;
    char source[500];
    memset(source, 'e', sizeof source - 1);
    source[sizeof source - 1] = '\0';
    struct slide slide;
    const struct setup setup = {.state = SETUP_WAITING, .host = "x", .source = source, .problem = NULL};
    const char *text = text_of(&setup, &slide);
    assert_non_null(strstr(text, "e…"));
    assert_true(strlen(text) < 200);
}

static void with_content_it_is_the_venues_slide(void **state)
{
    (void)state;
    const char *list = "venue: Mairie\nitems:\n  - message: Alpha\n";
    struct playlist *playlist = playlist_parse("liste.yaml", ".", list, strlen(list), NULL);
    const struct setup setup = {.state = SETUP_NO_SOURCE, .host = "", .source = "", .problem = ""};
    const struct build build = {.playlist = playlist, .setup = &setup};
    assert_int_equal(build_holding(arena, &build).kind, SLIDE_HOLDING);
    playlist_destroy(playlist);
    list = "venue: Mairie\nitems: []\n";
    playlist = playlist_parse("liste.yaml", ".", list, strlen(list), NULL);
    const struct build empty = {.playlist = playlist, .setup = &setup};
    assert_int_equal(build_holding(arena, &empty).kind, SLIDE_HOLDING);
    playlist_destroy(playlist);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_state_has_words_in_both_languages, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_to_be_typed_is_left_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_address_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(with_content_it_is_the_venues_slide, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
