/* Shapes are smooth, symmetric, of the right size, and stay inside their clip. */
#include "draw/shapes.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

enum { SIDE = 120 };
static const struct box no_clip = {0, 0, 0, 0};

static uint32_t at(const struct frame *frame, int x, int y)
{
    return frame->pixels[y * frame->stride_px + x];
}

static void assert_symmetric(const struct frame *frame)
{
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            assert_int_equal(at(frame, x, y), at(frame, SIDE - 1 - x, y));
            assert_int_equal(at(frame, x, y), at(frame, x, SIDE - 1 - y));
        }
}

/* Sum of a channel over the frame in 1/255 px. */
static long area(const struct frame *frame)
{
    long sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++)
        sum += frame->pixels[i] & 255;
    return sum;
}

static void test_discs(void **state)
{
    (void)state;
    for (int radius16 = 8; radius16 < 56 * 16; radius16 += 37) {
        struct frame *frame = frame_create(SIDE, SIDE);
        shapes_circle(frame, &(struct circle){SIDE * 8, SIDE * 8, radius16, 0}, 0xFFFFFFFFu, no_clip);
        assert_symmetric(frame);
        long expected = (long)(3.14159265358979 * radius16 * radius16 / 256 * 255);
        assert_true(labs(area(frame) - expected) <= expected / 100 + 40);
        for (int y = 0; y < SIDE; y++) /* as wide as high */
            for (int x = 0; x < SIDE; x++)
                assert_in_range(at(frame, x, y) & 255, (at(frame, y, x) & 255) < 9 ? 0 : (at(frame, y, x) & 255) - 9, (at(frame, y, x) & 255) + 9);
        frame_destroy(frame);
    }
}

static void test_rings(void **state)
{
    (void)state;
    struct frame *frame = frame_create(SIDE, SIDE);
    shapes_circle(frame, &(struct circle){SIDE * 8, SIDE * 8, 40 * 16, 3 * 16}, 0xFFFFFFFFu, no_clip);
    assert_symmetric(frame);
    long expected = (long)(2 * 3.14159265358979 * 40 * 3 * 255);
    assert_true(labs(area(frame) - expected) <= expected / 100);
    assert_int_equal(at(frame, 60, 60), 0xFF000000u);
    assert_int_equal(at(frame, 60, 20), 0xFFFFFFFFu); /* on the middle of the stroke */
    shapes_circle(frame, &(struct circle){SIDE * 8, SIDE * 8, 16, 8 * 16}, 0xFF00FFFFu, no_clip); /* wider than its radius: filled */
    assert_int_equal(at(frame, 60, 60), 0xFF00FFFFu);
    frame_destroy(frame);
}

static void test_circles_out_of_all_bounds_draw_nothing(void **state)
{
    (void)state;
    struct frame *frame = frame_create(SIDE, SIDE);
    const struct circle odd[] = {{0, 0, 0, 0}, {0, 0, -5, 0}, {INT32_MAX, INT32_MIN, 16, 16}, {0, 0, INT32_MAX, 1}, {0, 0, 160, INT32_MAX}, {-3000, -3000, 160, 16}};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        shapes_circle(frame, &odd[i], 0xFFFFFFFFu, no_clip);
    assert_int_equal(area(frame), 0);
    frame_destroy(frame);
}

static void test_rounded_boxes(void **state)
{
    (void)state;
    for (int radius = 0; radius <= 60; radius += 5) {
        struct frame *frame = frame_create(SIDE, SIDE);
        shapes_rect(frame, (struct box){10, 10, 100, 100}, radius, 0xFFFFFFFFu, no_clip);
        assert_symmetric(frame);
        int used = radius < 50 ? radius : 50;
        long expected = (long)((100 * 100 - (4 - 3.14159265358979) * used * used) * 255);
        assert_true(labs(area(frame) - expected) <= expected / 500 + 50);
        assert_int_equal(at(frame, 9, 60), 0xFF000000u);
        assert_in_range(at(frame, 10, 60) & 255, used < 50 ? 255 : 250, 255); /* the rim of a full circle leaves a little */
        assert_in_range(at(frame, 109, 60) & 255, used < 50 ? 255 : 250, 255);
        assert_int_equal(at(frame, 110, 60), 0xFF000000u);
        frame_destroy(frame);
    }
}

static void test_outlines(void **state)
{
    (void)state;
    for (int radius = 0; radius <= 40; radius += 8)
        for (int stroke = 1; stroke <= 60; stroke += 9) {
            struct frame *frame = frame_create(SIDE, SIDE);
            shapes_outline(frame, (struct box){10, 10, 100, 100}, radius, stroke, 0xFFFFFFFFu, no_clip);
            assert_symmetric(frame);
            assert_int_equal(at(frame, 60, 10), 0xFFFFFFFFu);
            assert_int_equal(at(frame, 60, 9), 0xFF000000u);
            assert_int_equal(at(frame, 60, 60), stroke < 50 ? 0xFF000000u : 0xFFFFFFFFu);
            assert_int_equal(at(frame, 60, 10 + stroke - 1 < 60 ? 10 + stroke - 1 : 60), 0xFFFFFFFFu);
            frame_destroy(frame);
        }
}

static void test_gradient_goes_from_corner_to_corner(void **state)
{
    (void)state;
    const colour_argb colours[3] = {0xFF000000u, 0xFF808080u, 0xFFFFFFFFu};
    struct frame *frame = frame_create(SIDE, SIDE);
    shapes_gradient(frame, (struct box){0, 0, SIDE, SIDE}, 0, colours, no_clip);
    assert_in_range(at(frame, 0, 0) & 255, 0, 3);
    assert_in_range(at(frame, SIDE - 1, SIDE - 1) & 255, 252, 255);
    long dither = 0;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            /* In the direction of 160 degrees: sine 0.342, cosine 0.940. */
            long way = (2 * x + 1) * 342L + (2 * y + 1) * 940L, whole = 2L * SIDE * (342 + 940);
            int expected = (int)(way * 255 / whole), got = (int)(at(frame, x, y) & 255);
            assert_true(abs(got - expected) <= 3);
            assert_int_equal(at(frame, x, y) >> 24, 255);
            dither += got * whole - way * 255;
        }
    assert_true(labs(dither / (2L * SIDE * (342 + 940))) < SIDE * SIDE / 2); /* no drift: half a level in the mean at most */
    frame_destroy(frame);
}

static void test_gradient_between_like_colours_shows_no_band(void **state)
{
    (void)state;
    /* Four levels over 120 px: undithered, bands of 60 px. Dithered, each 8×8 block has the mean it should have. */
    const colour_argb colours[3] = {0xFF101010u, 0xFF121212u, 0xFF141414u};
    struct frame *frame = frame_create(SIDE, SIDE);
    shapes_gradient(frame, (struct box){0, 0, SIDE, SIDE}, 0, colours, no_clip);
    for (int top = 0; top < SIDE; top += 8)
        for (int left = 0; left < SIDE; left += 8) {
            int sum = 0;
            for (int i = 0; i < 64; i++)
                sum += (int)(at(frame, left + i % 8, top + i / 8) & 255) - 0x10;
            int expected = (int)(((2 * left + 8) * 342L + (2 * top + 8) * 940L) * 4 * 64 / (2L * SIDE * (342 + 940)));
            assert_true(abs(sum - expected) <= 4);
        }
    frame_destroy(frame);
}

static void test_everything_stays_in_its_clip(void **state)
{
    (void)state;
    const struct box clip = {30, 40, 25, 20};
    const colour_argb colours[3] = {0xFFFF0000u, 0xFF00FF00u, 0xFF0000FFu};
    struct frame *frame = frame_create(SIDE, SIDE), *picture = frame_create(110, 110);
    frame_fill(picture, (struct box){0, 0, 110, 110}, 0xFFABCDEFu);
    const struct box box = {5, 5, 110, 110};
    shapes_rect(frame, box, 20, 0xFFFFFFFFu, clip);
    shapes_rect(frame, box, 0, 0xFFFFFFFFu, clip);
    shapes_outline(frame, box, 20, 50, 0xFFFFFFFFu, clip);
    shapes_gradient(frame, box, 9, colours, clip);
    shapes_picture(frame, box, 9, picture, clip);
    shapes_circle(frame, &(struct circle){SIDE * 8, SIDE * 8, 50 * 16, 0}, 0xFFFFFFFFu, clip);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            if (x < clip.x || y < clip.y || x >= clip.x + clip.width || y >= clip.y + clip.height)
                assert_int_equal(at(frame, x, y), 0xFF000000u);
    const struct box far_away = {INT32_MAX - 5, INT32_MAX - 5, INT32_MAX, INT32_MAX};
    shapes_rect(frame, far_away, 3, 0xFFFFFFFFu, no_clip);
    shapes_gradient(frame, (struct box){-100, -100, 30, 30}, 3, colours, no_clip);
    frame_destroy(frame);
    frame_destroy(picture);
}

static void test_pictures_with_round_corners(void **state)
{
    (void)state;
    struct frame *frame = frame_create(SIDE, SIDE), *picture = frame_create(100, 100);
    frame_fill(picture, (struct box){0, 0, 100, 100}, 0xFFFFFFFFu);
    shapes_picture(frame, (struct box){10, 10, 100, 100}, 30, picture, no_clip);
    assert_symmetric(frame);
    assert_int_equal(at(frame, 10, 10), 0xFF000000u);
    assert_int_equal(at(frame, 60, 10), 0xFFFFFFFFu);
    frame_destroy(frame);
    frame_destroy(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_discs),
        cmocka_unit_test(test_rings),
        cmocka_unit_test(test_circles_out_of_all_bounds_draw_nothing),
        cmocka_unit_test(test_rounded_boxes),
        cmocka_unit_test(test_outlines),
        cmocka_unit_test(test_gradient_goes_from_corner_to_corner),
        cmocka_unit_test(test_gradient_between_like_colours_shows_no_band),
        cmocka_unit_test(test_everything_stays_in_its_clip),
        cmocka_unit_test(test_pictures_with_round_corners),
    };
    return cmocka_run_group_tests_name("shapes", tests, NULL, NULL);
}
