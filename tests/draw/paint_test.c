/* Scenes into frames: each kind of item where it belongs, pictures with a stand-in, the bar. */
#include "base/arena.h"
#include "draw/frame.h"
#include "draw/paint.h"
#include "draw/pictures.h"
#include "draw/picture_files.h"
#include "draw/ttf.h"
#include "scene/scene.h"
#include "scene/style.h"
#include "support/scratch.h"

#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>

enum { WIDTH = 400, HEIGHT = 300 };

static const struct style style = {.faces = {"fonts/Inter-Regular.otf", "fonts/Inter-SemiBold.otf", "fonts/InterDisplay-Bold.otf", "fonts/InterDisplay-Bold.otf"}};

struct easel {
    struct arena *arena;
    struct scene scene;
    struct frame *frame;
    struct ttf *ttf;
    struct pictures *pictures;
    struct scratch scratch;
};

static int setup(void **state)
{
    struct easel *easel = calloc(1, sizeof *easel);
    easel->arena = arena_create();
    scene_init(&easel->scene, easel->arena, WIDTH, HEIGHT);
    easel->frame = frame_create(WIDTH, HEIGHT);
    easel->ttf = ttf_create(&style);
    easel->pictures = pictures_create(1 << 22);
    scratch_init(&easel->scratch);
    *state = easel;
    return 0;
}

static int teardown(void **state)
{
    struct easel *easel = *state;
    scratch_finish(&easel->scratch);
    pictures_destroy(easel->pictures);
    ttf_destroy(easel->ttf);
    frame_destroy(easel->frame);
    arena_destroy(easel->arena);
    free(easel);
    return 0;
}

static uint32_t at(const struct easel *easel, int x, int y)
{
    return easel->frame->pixels[y * WIDTH + x];
}

static void paint(struct easel *easel)
{
    paint_scene(easel->frame, &easel->scene, easel->ttf, easel->pictures);
}

static void test_back_to_front(void **state)
{
    struct easel *easel = *state;
    scene_add(&easel->scene, SCENE_RECT, (struct box){0, 0, WIDTH, HEIGHT})->colour = 0xFFFFFFFFu;
    scene_add(&easel->scene, SCENE_RECT, (struct box){10, 10, 100, 100})->colour = 0xFF000091u;
    scene_add(&easel->scene, SCENE_RECT, (struct box){20, 20, 10, 10})->colour = 0x80FFFFFFu;
    struct scene_item *text = scene_add(&easel->scene, SCENE_TEXT, (struct box){0, 0, 0, 0});
    text->colour = 0xFFA5141Au;
    text->text = (struct scene_text){.x = 200, .baseline_y = 200, .face = FACE_TITLE, .size_px = 80, .text = "I"};
    struct scene_item *frame = scene_add(&easel->scene, SCENE_FRAME, (struct box){300, 10, 50, 50});
    frame->colour = 0xFF00FF00u;
    frame->stroke_px = 3;
    paint(easel);
    assert_int_equal(at(easel, 0, 0), 0xFFFFFFFFu);
    assert_int_equal(at(easel, 15, 15), 0xFF000091u);
    assert_int_equal(at(easel, 25, 25), 0xFF8080C8u);
    assert_int_equal(at(easel, 301, 30), 0xFF00FF00u);
    assert_int_equal(at(easel, 303, 30), 0xFFFFFFFFu);
    int red = 0;
    for (int x = 190; x < 260; x++)
        red += at(easel, x, 180) == 0xFFA5141Au;
    assert_in_range(red, 6, 20); /* a stem */
}

static void test_codes_to_the_pixel(void **state)
{
    struct easel *easel = *state;
    static const unsigned char bits[9] = {1, 0, 1, 1, 1, 0, 0, 0, 1};
    scene_add(&easel->scene, SCENE_RECT, (struct box){0, 0, WIDTH, HEIGHT})->colour = 0xFFFFFFFFu;
    struct scene_item *code = scene_add(&easel->scene, SCENE_QR, (struct box){30, 40, 24, 24});
    code->colour = 0xFF000000u;
    code->bits = bits;
    code->side = 3;
    code->module_px = 8;
    paint(easel);
    for (int y = -2; y < 26; y++)
        for (int x = -2; x < 26; x++) {
            bool dark = x >= 0 && y >= 0 && x < 24 && y < 24 && bits[y / 8 * 3 + x / 8];
            assert_int_equal(at(easel, 30 + x, 40 + y), dark ? 0xFF000000u : 0xFFFFFFFFu);
        }
}

static struct scene_item *add_picture(struct easel *easel, const char *file)
{
    struct scene_item *item = scene_add(&easel->scene, SCENE_PICTURE, (struct box){100, 50, 200, 100});
    item->picture = file;
    item->focus_x = item->focus_y = 500;
    for (int i = 0; i < 3; i++)
        item->colours[i] = 0xFF336699u;
    return item;
}

static void test_pictures_and_their_stand_in(void **state)
{
    struct easel *easel = *state;
    struct made made = made_jpeg(400, 200, 0, 0);
    scratch_bytes(&easel->scratch, "a.jpg", made.data, made.length);
    free(made.data);
    add_picture(easel, scratch_path(&easel->scratch, "a.jpg"));
    paint(easel);
    assert_int_equal(at(easel, 150, 60), 0xFF336699u); /* not asked for yet: no hole */
    paint_prepare(&easel->scene, easel->pictures, false);
    assert_true(paint_prepare(&easel->scene, easel->pictures, true));
    assert_true(paint_prepare(&easel->scene, easel->pictures, false));
    paint(easel);
    assert_true((at(easel, 150, 60) >> 16 & 255) > 240 && (at(easel, 150, 60) & 255) < 20);
    assert_int_equal(at(easel, 99, 60), 0xFF000000u);
    assert_int_equal(at(easel, 300, 60), 0xFF000000u);
    /* Painted once it looks the same, and the picture is gone afterwards. */
    struct frame *before = frame_create(WIDTH, HEIGHT);
    frame_copy(before, easel->frame);
    frame_fill(easel->frame, (struct box){0, 0, WIDTH, HEIGHT}, 0xFF000000u);
    paint_scene_once(easel->frame, &easel->scene, easel->ttf, easel->pictures);
    assert_memory_equal(before->pixels, easel->frame->pixels, (size_t)WIDTH * HEIGHT * sizeof *before->pixels);
    frame_destroy(before);
    paint(easel);
    assert_int_equal(at(easel, 150, 60), 0xFF336699u);
}

static void test_a_missing_picture_is_no_wait(void **state)
{
    struct easel *easel = *state;
    add_picture(easel, "/nowhere/at/all.jpg");
    add_picture(easel, NULL);
    assert_true(paint_prepare(&easel->scene, easel->pictures, false));
    paint(easel);
    assert_int_equal(at(easel, 150, 60), 0xFF336699u);
    assert_int_equal(at(easel, 100, 50), 0xFF336699u);
}

static void test_the_bar_grows(void **state)
{
    struct easel *easel = *state;
    easel->scene.bar = (struct box){0, 292, WIDTH, 8};
    easel->scene.bar_colour = 0xFF000091u;
    const int ways[] = {-5, 0, 1, 250, 1000, 4000};
    const int ends[] = {0, 0, 0, 100, 400, 400};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        frame_fill(easel->frame, (struct box){0, 0, WIDTH, HEIGHT}, 0xFFFFFFFFu);
        paint_bar(easel->frame, &easel->scene, ways[i]);
        for (int x = 0; x < WIDTH; x++) {
            assert_int_equal(at(easel, x, 295), x < ends[i] ? 0xFF000091u : 0xFFFFFFFFu);
            assert_int_equal(at(easel, x, 291), 0xFFFFFFFFu);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_back_to_front, setup, teardown),
        cmocka_unit_test_setup_teardown(test_codes_to_the_pixel, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pictures_and_their_stand_in, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_missing_picture_is_no_wait, setup, teardown),
        cmocka_unit_test_setup_teardown(test_the_bar_grows, setup, teardown),
    };
    return cmocka_run_group_tests_name("paint", tests, NULL, NULL);
}
