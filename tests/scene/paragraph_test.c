/* Paragraphs with fake fonts: at 20 px every sign is 10 px wide, so a width of 100 px holds ten signs. */
#include "base/arena.h"
#include "base/buffer.h"
#include "scene/paragraph.h"
#include "support/fake_fonts.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

enum { SIZE = 20, SIGN = 10 };

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static struct paragraph_style plain_style(void)
{
    return (struct paragraph_style){.face = FACE_TEXT, .size_px = SIZE, .leading_permille = 1500, .colour = 0xFF000000, .quiet = 0xFF333333};
}

static struct paragraph set_texts(const struct text *texts, size_t count, int signs, bool balanced)
{
    struct paragraph_style style = plain_style();
    style.balanced = balanced;
    struct text_line line = {.marker = "", .texts = texts, .count = count};
    return paragraph_set(arena, fake_fonts(), &style, &line, signs * SIGN);
}

static struct paragraph set(const char *text, int signs)
{
    struct text stretch = {text, 0};
    return set_texts(&stretch, 1, signs, false);
}

static struct paragraph set_balanced(const char *text, int signs)
{
    struct text stretch = {text, 0};
    return set_texts(&stretch, 1, signs, true);
}

/* Lines joined with "|", runs of a line in visual order, each as it is. */
static const char *lines(const struct paragraph *paragraph)
{
    struct buffer out;
    buffer_init(&out, arena);
    int baseline = 0;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        const struct scene_text *text = &paragraph->runs[i].text;
        int line = (text->baseline_y + SIZE) / 30;
        if (i > 0 && line != baseline)
            buffer_add(&out, "|");
        baseline = line;
        buffer_add(&out, text->text);
    }
    return out.data;
}

static void assert_lines(struct paragraph paragraph, const char *expected)
{
    assert_string_equal(lines(&paragraph), expected);
}

static void an_empty_text_has_no_line(void **state)
{
    (void)state;
    struct paragraph paragraph = set("", 10);
    assert_int_equal(paragraph.line_count, 0);
    assert_int_equal(paragraph.height_px, 0);
    assert_int_equal(paragraph.run_count, 0);
    struct paragraph blank = set("   ", 10);
    assert_int_equal(blank.line_count, 0);
    struct paragraph nothing = set_texts(NULL, 0, 10, false);
    assert_int_equal(nothing.line_count, 0);
}

static void breaks_at_spaces_and_places_baselines(void **state)
{
    (void)state;
    struct paragraph paragraph = set("alpha beta gamma", 10);
    assert_lines(paragraph, "alpha beta|gamma");
    assert_int_equal(paragraph.line_count, 2);
    assert_int_equal(paragraph.width_px, 100);
    assert_int_equal(paragraph.height_px, 60);
    /* Line of 30 px, ascent 19, descent 4: the baseline is at (30 - 23) / 2 + 19. */
    assert_int_equal(paragraph.first_baseline_px, 22);
    assert_int_equal(paragraph.last_baseline_px, 52);
}

static void never_breaks_at_no_break_spaces(void **state)
{
    (void)state;
    assert_lines(set("rendez-vous à 14\u00A0h\u00A030", 15), "rendez-vous|à 14\u00A0h\u00A030");
    assert_lines(set("Vraiment bien\u202F!", 13), "Vraiment|bien\u202F!");
    assert_lines(set("les «\u202Fcommuns\u202F» ici", 12), "les|«\u202Fcommuns\u202F»|ici");
}

static void no_line_ends_in_a_one_letter_word(void **state)
{
    (void)state;
    assert_lines(set("venez nombreux à Paris", 16), "venez nombreux|à Paris");
    assert_lines(set("on y va ensemble", 5), "on|y va|ensem|ble");
}

static void a_range_of_hours_keeps_its_dash_on_the_first_line(void **state)
{
    (void)state;
    assert_lines(set("14\u00A0h\u00A030 – 17\u00A0h\u00A030", 9), "14\u00A0h\u00A030 –|17\u00A0h\u00A030");
}

static void a_pin_goes_with_the_first_word(void **state)
{
    (void)state;
    assert_lines(set("📍 Rendez-vous ici", 14), "📍 Rendez-|vous ici");
}

static void a_word_too_wide_is_broken_inside(void **state)
{
    (void)state;
    struct paragraph paragraph = set("abcdefghijklmnop", 10);
    assert_true(paragraph.too_wide);
    assert_lines(paragraph, "abcdefghij|klmnop");
    assert_false(set("abcdefghij", 10).too_wide);
}

static void an_address_is_broken_before_its_points(void **state)
{
    (void)state;
    assert_lines(set("citoyens.transformation.gouv.fr", 20), "citoyens|.transformation|.gouv.fr");
    assert_lines(set("tres\u2011longue\u2011adresse.fr", 16), "tres\u2011longue\u2011|adresse.fr");
    assert_lines(set("exemple.fr/appel/communs", 19), "exemple.fr/appel/|communs");
}

static void a_line_of_one_sign_takes_what_cannot_fit(void **state)
{
    (void)state;
    struct paragraph paragraph = set("abc", 0);
    assert_int_equal(paragraph.line_count, 3);
    assert_true(paragraph.too_wide);
}

static void titles_are_balanced(void **state)
{
    (void)state;
    assert_lines(set_balanced("simple comme bonjour voisin", 22), "simple comme|bonjour voisin");
    /* A little word goes to the next line although the lengths would be more alike. */
    assert_lines(set_balanced("Accélérateur pour les communs", 22), "Accélérateur|pour les communs");
    assert_lines(set_balanced("une fête de quartier", 12), "une fête|de quartier");
}

static void the_last_line_is_not_lonely(void **state)
{
    (void)state;
    assert_lines(set("un texte assez long pour faire deux ici", 37), "un texte assez long pour faire|deux ici");
}

static void styles_make_runs(void **state)
{
    (void)state;
    const struct text texts[] = {{"le 1", 0}, {"er", TEXT_SUPERSCRIPT}, {" mai ", TEXT_STRONG}, {"bis", TEXT_QUIET}};
    struct paragraph paragraph = set_texts(texts, 4, 40, false);
    assert_int_equal(paragraph.run_count, 4);
    const struct scene_item *runs = paragraph.runs;
    assert_string_equal(runs[1].text.text, "er");
    assert_int_equal(runs[1].text.size_px, 12);
    assert_int_equal(runs[1].text.baseline_y, runs[0].text.baseline_y - 6);
    assert_int_equal(runs[1].text.x, 40);
    assert_int_equal(runs[2].text.face, FACE_STRONG);
    assert_int_equal(runs[2].text.x, 52);
    assert_int_equal(runs[3].text.face, FACE_TEXT);
    assert_int_equal(runs[3].colour, 0xFF333333);
}

static void a_raised_suffix_stays_with_its_figure(void **state)
{
    (void)state;
    const struct text texts[] = {{"le 1", 0}, {"er", TEXT_SUPERSCRIPT}, {" mai", 0}};
    assert_lines(set_texts(texts, 3, 5, false), "le|1er|mai");
}

static void emoji_sequences_stay_whole_in_the_emoji_face(void **state)
{
    (void)state;
    const char *family = "👩\u200D👩\u200D👧";
    struct paragraph paragraph = set(family, 10);
    assert_int_equal(paragraph.run_count, 1);
    assert_int_equal(paragraph.runs[0].text.face, FACE_EMOJI);
    assert_string_equal(paragraph.runs[0].text.text, family);
    struct paragraph flag = set("🇫🇷", 10);
    assert_string_equal(flag.runs[0].text.text, "🇫🇷");
    assert_int_equal(flag.runs[0].text.face, FACE_EMOJI);
    struct paragraph keycap = set("1\uFE0F\u20E3 un", 10);
    assert_int_equal(keycap.runs[0].text.face, FACE_EMOJI);
    assert_string_equal(keycap.runs[0].text.text, "1\uFE0F\u20E3");
    assert_int_equal(keycap.runs[1].text.face, FACE_TEXT);
    /* A sign of text unless a selector says otherwise; plain digits are no emoji. */
    assert_int_equal(set("✔\uFE0F", 10).runs[0].text.face, FACE_EMOJI);
    assert_int_equal(set("☎", 10).runs[0].text.face, FACE_TEXT);
    assert_int_equal(set("10", 10).runs[0].text.face, FACE_TEXT);
}

static void a_sign_no_font_has_is_left_out_and_reported(void **state)
{
    (void)state;
    struct paragraph paragraph = set("un\uE001 deux", 10);
    assert_lines(paragraph, "un deux");
    assert_int_equal(paragraph.missing, 0xE001);
    assert_int_equal(set("ok", 10).missing, 0);
    assert_int_equal(set("bad \xFF byte", 10).missing, 0xFFFD);
}

static void invisible_signs_are_not_drawn(void **state)
{
    (void)state;
    assert_lines(set("un\u200Bmot\u200E", 10), "unmot");
    assert_lines(set("ta\u00ADper", 10), "taper");
    assert_lines(set("extra\u00ADordinaire", 12), "extra-|ordinaire");
}

static void a_line_feed_begins_a_line(void **state)
{
    (void)state;
    assert_lines(set("un\ndeux trois", 20), "un|deux trois");
    assert_int_equal(set("un\n\ndeux", 20).line_count, 2);
}

static void right_to_left_runs_stand_in_visual_order(void **state)
{
    (void)state;
    struct paragraph paragraph = set("voir אבג דהו ici", 40);
    assert_int_equal(paragraph.run_count, 3);
    assert_false(paragraph.runs[0].text.right_to_left);
    assert_true(paragraph.runs[1].text.right_to_left);
    assert_string_equal(paragraph.runs[1].text.text, "אבג דהו");
    assert_int_equal(paragraph.runs[1].text.face, FACE_FALLBACK);
    /* A paragraph that begins right to left starts at the right. */
    struct paragraph hebrew = set("שלום abc", 20);
    assert_int_equal(hebrew.runs[0].text.x, 200 - 80);
    assert_string_equal(hebrew.runs[0].text.text, "abc");
}

static void alignment_is_within_the_box(void **state)
{
    (void)state;
    struct paragraph_style style = plain_style();
    struct text stretch = {"abcd", 0};
    struct text_line line = {.marker = "", .texts = &stretch, .count = 1};
    style.align = ALIGN_CENTRE;
    assert_int_equal(paragraph_set(arena, fake_fonts(), &style, &line, 100).runs[0].text.x, 30);
    style.align = ALIGN_END;
    assert_int_equal(paragraph_set(arena, fake_fonts(), &style, &line, 100).runs[0].text.x, 60);
}

static void runs_are_bounded_and_long_texts_cut(void **state)
{
    (void)state;
    char text[10001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct paragraph paragraph = set(text, 100000);
    assert_true(paragraph.cut);
    size_t total = 0;
    for (size_t i = 0; i < paragraph.run_count; i++) {
        size_t length = strlen(paragraph.runs[i].text.text);
        assert_true(length <= PARAGRAPH_RUN_MOST);
        total += length;
    }
    assert_int_equal(total, PARAGRAPH_MOST_BYTES);
    assert_false(set("short", 10).cut);
}

static void any_bytes_are_set(void **state)
{
    (void)state;
    unsigned seed = 1;
    for (int round = 0; round < 300; round++) {
        char text[200];
        size_t length = 0;
        for (; length < sizeof text - 1; length++) {
            seed = seed * 1103515245u + 12345u;
            text[length] = (char)(seed >> 16 & 0xFF);
            if (text[length] == '\0')
                break;
        }
        text[length] = '\0';
        struct paragraph paragraph = set(text, 1 + round % 30);
        for (size_t i = 0; i < paragraph.run_count; i++)
            assert_true(paragraph.runs[i].text.text[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_empty_text_has_no_line, setup, teardown),
        cmocka_unit_test_setup_teardown(breaks_at_spaces_and_places_baselines, setup, teardown),
        cmocka_unit_test_setup_teardown(never_breaks_at_no_break_spaces, setup, teardown),
        cmocka_unit_test_setup_teardown(no_line_ends_in_a_one_letter_word, setup, teardown),
        cmocka_unit_test_setup_teardown(a_range_of_hours_keeps_its_dash_on_the_first_line, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pin_goes_with_the_first_word, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_too_wide_is_broken_inside, setup, teardown),
        cmocka_unit_test_setup_teardown(an_address_is_broken_before_its_points, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_of_one_sign_takes_what_cannot_fit, setup, teardown),
        cmocka_unit_test_setup_teardown(titles_are_balanced, setup, teardown),
        cmocka_unit_test_setup_teardown(the_last_line_is_not_lonely, setup, teardown),
        cmocka_unit_test_setup_teardown(styles_make_runs, setup, teardown),
        cmocka_unit_test_setup_teardown(a_raised_suffix_stays_with_its_figure, setup, teardown),
        cmocka_unit_test_setup_teardown(emoji_sequences_stay_whole_in_the_emoji_face, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sign_no_font_has_is_left_out_and_reported, setup, teardown),
        cmocka_unit_test_setup_teardown(invisible_signs_are_not_drawn, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_feed_begins_a_line, setup, teardown),
        cmocka_unit_test_setup_teardown(right_to_left_runs_stand_in_visual_order, setup, teardown),
        cmocka_unit_test_setup_teardown(alignment_is_within_the_box, setup, teardown),
        cmocka_unit_test_setup_teardown(runs_are_bounded_and_long_texts_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(any_bytes_are_set, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
