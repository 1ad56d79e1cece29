/* Text: widths that scale, baselines that hold, one font standing in for another, emoji at the size of the text. */
#include "draw/frame.h"
#include "draw/ttf.h"
#include "scene/style.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define EMOJI_FONT "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
#define ARABIC_FONT "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"
#define HEBREW_FONT "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf"

enum { WIDTH = 900, HEIGHT = 300, BASELINE = 180, LEFT = 100, ARABIC = FACE_FALLBACK + 1, HEBREW = FACE_FALLBACK + 2 };

static const char *const fallbacks[] = {"/nowhere/missing.ttf", ARABIC_FONT, HEBREW_FONT};
static const struct style style = {
    .faces = {"fonts/Inter-Regular.otf", "fonts/Inter-SemiBold.otf", "fonts/InterDisplay-Bold.otf", "fonts/InterDisplay-Bold.otf", EMOJI_FONT},
    .fallbacks = fallbacks,
    .fallback_count = sizeof fallbacks / sizeof fallbacks[0],
};

static int setup(void **state)
{
    *state = ttf_create(&style);
    return *state ? 0 : -1;
}

static int teardown(void **state)
{
    ttf_destroy(*state);
    return 0;
}

static int advance(struct ttf *ttf, int face, int size, const char *text)
{
    const struct fonts *fonts = ttf_fonts(ttf);
    return fonts->advance(fonts->self, face, size, text, strlen(text));
}

static struct font_metrics metrics(struct ttf *ttf, int face, int size)
{
    return ttf_fonts(ttf)->metrics(ttf_fonts(ttf)->self, face, size);
}

static int face_for(struct ttf *ttf, int wanted, uint32_t codepoint)
{
    return ttf_fonts(ttf)->face_for(ttf_fonts(ttf)->self, wanted, codepoint);
}

/* Where there is ink on white. Right and bottom are the last column and row with some; left > right: none at all. */
struct inked {
    int left, top, right, bottom;
};

static struct frame *drawn(struct ttf *ttf, int face, int size, const char *text, bool right_to_left, struct inked *inked)
{
    struct frame *frame = frame_create(WIDTH, HEIGHT);
    frame_fill(frame, (struct box){0, 0, WIDTH, HEIGHT}, 0xFFFFFFFFu);
    struct scene_text run = {.x = LEFT, .baseline_y = BASELINE, .face = face, .size_px = size, .text = text, .right_to_left = right_to_left};
    ttf_draw(ttf, frame, &run, 0xFF000000u, (struct box){0, 0, 0, 0});
    *inked = (struct inked){WIDTH, HEIGHT, -1, -1};
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            if ((frame->pixels[y * WIDTH + x] & 255) < 128 || (frame->pixels[y * WIDTH + x] >> 16 & 255) < 128) {
                inked->left = x < inked->left ? x : inked->left;
                inked->right = x > inked->right ? x : inked->right;
                inked->top = y < inked->top ? y : inked->top;
                inked->bottom = y > inked->bottom ? y : inked->bottom;
            }
    return frame;
}

static struct inked ink_of(struct ttf *ttf, int face, int size, const char *text, bool right_to_left)
{
    struct inked inked;
    frame_destroy(drawn(ttf, face, size, text, right_to_left, &inked));
    return inked;
}

static void assert_near(int a, int b, int most)
{
    if (abs(a - b) > most)
        fail_msg("%d is not within %d of %d", a, most, b);
}

static void test_letters_stand_on_the_baseline(void **state)
{
    static const char *const texts[] = {"H", "HÉH", "HÅH", "ÀÉx", "H\xCC\x81", "Hj", "H̱H", "ḤH"};
    for (int face = FACE_TEXT; face <= FACE_TITLE; face++)
        for (int size = 20; size <= 140; size += 17) {
            struct font_metrics font = metrics(*state, face, size);
            struct inked plain = ink_of(*state, face, size, "H", false);
            assert_near(plain.bottom, BASELINE - 1, 0);
            assert_near(plain.top, BASELINE - font.cap_px, 1);
            assert_near(ink_of(*state, face, size, "x", false).top, BASELINE - font.x_px, 1);
            assert_true(font.ascent_px > font.cap_px && font.cap_px > font.x_px && font.descent_px > 0);
            for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
                /* The same first stem stands on the same line, whatever rises above it or hangs under it. */
                struct inked inked;
                struct frame *frame = drawn(*state, face, size, texts[i], false, &inked);
                if (texts[i][0] == 'H') {
                    int stem = plain.left + 1;
                    assert_true((frame->pixels[(BASELINE - 1) * WIDTH + stem] & 255) < 128);
                    assert_true((frame->pixels[(BASELINE + 0) * WIDTH + stem] & 255) > 128);
                }
                frame_destroy(frame);
            }
        }
}

static void test_widths_scale_and_add_up(void **state)
{
    static const char text[] = "Parce que la société civile produit aussi des biens communs";
    int wide = advance(*state, FACE_TEXT, 1000, text);
    for (int size = 10; size < 200; size += 7)
        assert_near(advance(*state, FACE_TEXT, size, text), (wide * size + 500) / 1000, 1);
    assert_int_equal(advance(*state, FACE_TEXT, 50, ""), 0);
    int parts = advance(*state, FACE_TEXT, 50, "jour") + advance(*state, FACE_TEXT, 50, " ") + advance(*state, FACE_TEXT, 50, "f");
    assert_near(advance(*state, FACE_TEXT, 50, "jour f"), parts, 1);
    assert_true(advance(*state, FACE_TEXT, 50, "AV") < advance(*state, FACE_TEXT, 50, "A") + advance(*state, FACE_TEXT, 50, "V")); /* kerned */
    assert_int_equal(advance(*state, FACE_TEXT, 50, text), advance(*state, FACE_TEXT, 50, text));
}

static void test_ink_is_where_the_width_says(void **state)
{
    static const char *const texts[] = {"Accélérateur", "jour", "État", "Wifi", "off", "« ça »", "14 h 30"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int size = 24; size <= 72; size += 12) {
            int width = advance(*state, FACE_TEXT, size, texts[i]);
            struct inked inked = ink_of(*state, FACE_TEXT, size, texts[i], false);
            assert_near(inked.left, LEFT, size / 8);
            assert_near(inked.right, LEFT + width, size / 8);
        }
    /* The tail of a j lies left of where it begins, and does not push it to the right. */
    struct inked tail = ink_of(*state, FACE_TEXT, 120, "j", false), stem = ink_of(*state, FACE_TEXT, 120, "ı", false);
    assert_true(tail.left < stem.left);
    assert_near(tail.right, stem.right, 3);
}

static void test_figures_do_not_tremble(void **state)
{
    assert_int_equal(advance(*state, FACE_FIGURE, 100, "11:11:11"), advance(*state, FACE_FIGURE, 100, "00:48:29"));
    assert_int_equal(advance(*state, FACE_FIGURE, 100, "1"), advance(*state, FACE_FIGURE, 100, "8"));
    struct inked one = ink_of(*state, FACE_FIGURE, 100, "10", false), two = ink_of(*state, FACE_FIGURE, 100, "20", false);
    assert_near(one.left, two.left, 5); /* both begin at the margin */
    /* The last digits stand at the same place behind the same first one. */
    struct inked a = ink_of(*state, FACE_FIGURE, 100, "2:10", false), b = ink_of(*state, FACE_FIGURE, 100, "2:40", false);
    assert_near(a.right, b.right, 0);
    assert_true(advance(*state, FACE_FIGURE, 100, "le 2 mai") > advance(*state, FACE_FIGURE, 100, "le 2"));
}

static void test_draws_inside_its_clip(void **state)
{
    struct frame *frame = frame_create(WIDTH, HEIGHT);
    struct scene_text run = {.x = -200, .baseline_y = 20, .face = FACE_TITLE, .size_px = 200, .text = "MMMMMMMMMMMMMM"};
    struct box clip = {50, 5, 10, 7};
    ttf_draw(*state, frame, &run, 0xFFFFFFFFu, clip);
    bool some = false;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            bool inside = x >= clip.x && x < clip.x + clip.width && y >= clip.y && y < clip.y + clip.height;
            some = some || frame->pixels[y * WIDTH + x] != 0xFF000000u;
            if (!inside)
                assert_int_equal(frame->pixels[y * WIDTH + x], 0xFF000000u);
        }
    assert_true(some);
    frame_destroy(frame);
}

static void test_odd_texts_do_no_harm(void **state)
{
    size_t length = 200000;
    char *endless = malloc(length + 1);
    memset(endless, 'W', length);
    endless[length] = '\0';
    assert_true(advance(*state, FACE_TEXT, 50, endless) > 0);
    free(endless);
    static const char *const texts[] = {"\t\n\r", "\xFF\xFE\x80", "a\xC3", "\xF4\x90\x80\x80", "\xE2\x80\x8D", "\xC2\xAD", "\xEF\xBF\xBF", " "};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int face = -3; face < FACE_FALLBACK + 5; face++) {
            assert_true(advance(*state, face, 40, texts[i]) >= 0);
            ink_of(*state, face, 40, texts[i], false);
            ink_of(*state, face, 40, texts[i], true);
        }
    ink_of(*state, FACE_TEXT, 0, "a", false);
    ink_of(*state, FACE_TEXT, -7, "a", false);
    ink_of(*state, FACE_TEXT, 1 << 30, "a", false);
    metrics(*state, 99, 0);
}

static void test_finds_the_face(void **state)
{
    assert_int_equal(face_for(*state, FACE_TEXT, 0xE9), FACE_TEXT);
    assert_int_equal(face_for(*state, FACE_TITLE, 0x202F), FACE_TITLE);
    assert_int_equal(face_for(*state, FACE_STRONG, 0x10FFFD), -1);
    assert_int_equal(face_for(*state, FACE_STRONG, 0x10FFFD), -1);
    if (access(ARABIC_FONT, R_OK) == 0)
        assert_int_equal(face_for(*state, FACE_STRONG, 0x639), ARABIC);
    if (access(EMOJI_FONT, R_OK) == 0) {
        assert_int_equal(face_for(*state, FACE_EMOJI, 0x1F4C5), FACE_EMOJI);
        assert_int_equal(face_for(*state, FACE_TEXT, 0x1F4C5), FACE_EMOJI);
    }
    assert_int_equal(face_for(*state, FACE_EMOJI, 0xE9), FACE_TEXT);
}

static void test_right_to_left(void **state)
{
    if (access(ARABIC_FONT, R_OK) != 0 || access(HEBREW_FONT, R_OK) != 0)
        skip();
    /* Joined letters are narrower than the same letters apart. */
    int joined = advance(*state, ARABIC, 60, "سلام"), apart = 0;
    static const char *const letters[] = {"س", "ل", "ا", "م"};
    for (int i = 0; i < 4; i++)
        apart += advance(*state, ARABIC, 60, letters[i]);
    assert_true(joined < apart * 9 / 10);
    struct inked inked = ink_of(*state, ARABIC, 60, "سلام", true);
    assert_near(inked.left, LEFT, 8);
    assert_near(inked.right, LEFT + joined, 8);
    /* The first letter stands at the right: shin is wide, vav narrow. */
    struct inked word = ink_of(*state, HEBREW, 60, "שו", true);
    struct frame *frame = drawn(*state, HEBREW, 60, "שו", true, &word);
    int middle = (word.left + word.right) / 2, left = 0, right = 0;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = word.left; x <= word.right; x++)
            *(x < middle ? &left : &right) += (frame->pixels[y * WIDTH + x] & 255) < 128;
    assert_true(right > left);
    frame_destroy(frame);
}

static void test_emoji_have_the_size_of_the_text(void **state)
{
    if (access(EMOJI_FONT, R_OK) != 0)
        skip();
    for (int size = 24; size <= 120; size += 24) {
        struct font_metrics font = metrics(*state, FACE_EMOJI, size);
        assert_near(font.ascent_px + font.descent_px, size * 9 / 8, 1);
        int one = advance(*state, FACE_EMOJI, size, "📅");
        assert_near(one, size * 6 / 5, size / 10);
        assert_near(advance(*state, FACE_EMOJI, size, "📅📍"), 2 * one, 1);
        assert_near(advance(*state, FACE_EMOJI, size, "👩‍💻"), one, 1);   /* joined: one sign */
        assert_near(advance(*state, FACE_EMOJI, size, "🇫🇷"), one, 1); /* a flag */
        assert_near(advance(*state, FACE_EMOJI, size, "🗓️"), one, 1); /* with a variation selector */
        struct inked inked = ink_of(*state, FACE_EMOJI, size, "📅", false);
        assert_true(inked.top >= BASELINE - font.ascent_px && inked.bottom < BASELINE + font.descent_px);
        assert_true(inked.bottom - inked.top > size * 3 / 4);
        assert_true(inked.left >= LEFT && inked.right <= LEFT + one);
        /* Its middle is the middle of a capital. */
        assert_near((inked.top + inked.bottom) / 2, BASELINE - metrics(*state, FACE_TEXT, size).cap_px / 2, size / 10);
    }
    struct inked inked;
    struct frame *frame = drawn(*state, FACE_EMOJI, 100, "📍", false, &inked);
    bool coloured = false;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        coloured = coloured || (frame->pixels[i] >> 16 & 255) > (frame->pixels[i] & 255) + 80;
        assert_int_equal(frame->pixels[i] >> 24, 255);
    }
    assert_true(coloured);
    struct frame *again = drawn(*state, FACE_EMOJI, 100, "📍", false, &inked); /* kept this time */
    assert_memory_equal(frame->pixels, again->pixels, (size_t)WIDTH * HEIGHT * sizeof *frame->pixels);
    frame_destroy(again);
    frame_destroy(frame);
}

static void test_fonts_stand_in_for_each_other(void **state)
{
    (void)state;
    const struct style broken = {.faces = {"fonts/Inter-Regular.otf", "/nowhere/at/all.otf", "fonts/LICENSE", NULL, NULL}};
    struct ttf *ttf = ttf_create(&broken);
    assert_non_null(ttf);
    int width = advance(ttf, FACE_TEXT, 50, "Bonjour");
    assert_true(width > 0);
    assert_int_equal(advance(ttf, FACE_STRONG, 50, "Bonjour"), width);
    assert_int_equal(advance(ttf, FACE_TITLE, 50, "Bonjour"), width);
    assert_int_equal(advance(ttf, FACE_EMOJI, 50, "Bonjour"), 0);
    assert_int_equal(face_for(ttf, FACE_TITLE, 'B'), FACE_TITLE);
    assert_int_equal(face_for(ttf, FACE_EMOJI, 0x1F4C5), -1);
    assert_true(ink_of(ttf, FACE_TITLE, 50, "Bonjour", false).right > LEFT);
    ttf_destroy(ttf);
    const struct style nothing = {.faces = {NULL}};
    ttf = ttf_create(&nothing);
    assert_non_null(ttf);
    assert_int_equal(advance(ttf, FACE_TEXT, 50, "Bonjour"), 0);
    assert_int_equal(face_for(ttf, FACE_TEXT, 'B'), -1);
    assert_true(metrics(ttf, FACE_TEXT, 50).cap_px > 0);
    assert_int_equal(ink_of(ttf, FACE_TEXT, 50, "Bonjour", false).right, -1);
    ttf_destroy(ttf);
    ttf_destroy(NULL);
}

static void test_many_sizes_and_faces_come_and_go(void **state)
{
    struct inked first = ink_of(*state, FACE_TEXT, 33, "Bonjour", false);
    for (int size = 20; size < 90; size++)
        ink_of(*state, size % 4, size, "Bonjour", false);
    struct inked again = ink_of(*state, FACE_TEXT, 33, "Bonjour", false);
    assert_memory_equal(&first, &again, sizeof first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_letters_stand_on_the_baseline, setup, teardown),
        cmocka_unit_test_setup_teardown(test_widths_scale_and_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ink_is_where_the_width_says, setup, teardown),
        cmocka_unit_test_setup_teardown(test_figures_do_not_tremble, setup, teardown),
        cmocka_unit_test_setup_teardown(test_draws_inside_its_clip, setup, teardown),
        cmocka_unit_test_setup_teardown(test_odd_texts_do_no_harm, setup, teardown),
        cmocka_unit_test_setup_teardown(test_finds_the_face, setup, teardown),
        cmocka_unit_test_setup_teardown(test_right_to_left, setup, teardown),
        cmocka_unit_test_setup_teardown(test_emoji_have_the_size_of_the_text, setup, teardown),
        cmocka_unit_test(test_fonts_stand_in_for_each_other),
        cmocka_unit_test_setup_teardown(test_many_sizes_and_faces_come_and_go, setup, teardown),
    };
    return cmocka_run_group_tests_name("ttf", tests, NULL, NULL);
}
