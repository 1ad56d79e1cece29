/* Frames: mixing, turning, filling, to the last bit. */
#include "draw/blend.h"
#include "draw/frame.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static uint32_t next(uint32_t *seed)
{
    return *seed = *seed * 1664525u + 1013904223u;
}

static struct frame *noise(int width, int height, uint32_t seed)
{
    struct frame *frame = frame_create(width, height);
    for (int i = 0; i < width * height; i++)
        frame->pixels[i] = next(&seed) | 0xFF000000u;
    return frame;
}

static void assert_same(const struct frame *a, const struct frame *b)
{
    assert_int_equal(a->width_px, b->width_px);
    assert_int_equal(a->height_px, b->height_px);
    assert_memory_equal(a->pixels, b->pixels, (size_t)a->width_px * (size_t)a->height_px * sizeof *a->pixels);
}

static void test_is_black_and_opaque_at_first(void **state)
{
    (void)state;
    struct frame *frame = frame_create(7, 3);
    for (int i = 0; i < 21; i++)
        assert_int_equal(frame->pixels[i], 0xFF000000u);
    frame_destroy(frame);
    frame_destroy(NULL);
}

static void test_mix_at_the_ends_is_exact(void **state)
{
    (void)state;
    struct frame *from = noise(61, 17, 1), *to = noise(61, 17, 2), *out = frame_create(61, 17);
    frame_mix(out, from, to, 0);
    assert_same(out, from);
    frame_mix(out, from, to, 256);
    assert_same(out, to);
    frame_destroy(from);
    frame_destroy(to);
    frame_destroy(out);
}

static void test_mix_is_the_rounded_mean_of_each_channel(void **state)
{
    (void)state;
    struct frame *from = frame_create(256, 1), *to = frame_create(256, 1), *out = frame_create(256, 1);
    for (unsigned a = 0; a < 256; a += 5)
        for (int alpha = 0; alpha <= 256; alpha += 3) {
            for (unsigned b = 0; b < 256; b++) {
                from->pixels[b] = 0xFF000000u | a << 16 | b << 8 | (255 - a);
                to->pixels[b] = 0xFF000000u | b << 16 | a << 8 | (255 - b);
            }
            frame_mix(out, from, to, alpha);
            for (unsigned b = 0; b < 256; b++) {
                unsigned weight = (unsigned)alpha;
                assert_int_equal(out->pixels[b] >> 24, 255);
                assert_int_equal(out->pixels[b] >> 16 & 255, (a * (256 - weight) + b * weight + 128) >> 8);
                assert_int_equal(out->pixels[b] >> 8 & 255, (b * (256 - weight) + a * weight + 128) >> 8);
                assert_int_equal(out->pixels[b] & 255, ((255 - a) * (256 - weight) + (255 - b) * weight + 128) >> 8);
            }
        }
    frame_destroy(from);
    frame_destroy(to);
    frame_destroy(out);
}

static void test_blend_is_rounded_division_by_255(void **state)
{
    (void)state;
    for (unsigned alpha = 0; alpha < 256; alpha++)
        for (unsigned under = 0; under < 256; under++)
            for (unsigned over = 0; over < 256; over += 3) {
                unsigned expected = (2 * (over * alpha + under * (255 - alpha)) + 255) / 510;
                uint32_t got = blend_over(0xFF000000u | under << 16 | under << 8 | under, over << 16 | over << 8 | over, alpha);
                assert_int_equal(got, 0xFF000000u | expected << 16 | expected << 8 | expected);
            }
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++)
            assert_int_equal(blend_times(a, b), (2 * a * b + 255) / 510);
}

static void test_turns_by_quarters(void **state)
{
    (void)state;
    struct frame *from = noise(75, 38, 3), *quarter = frame_create(38, 75), *half = frame_create(75, 38), *back = frame_create(75, 38);
    frame_turn(quarter, from, 90);
    assert_int_equal(quarter->pixels[37], from->pixels[0]);                 /* top left goes to the top right */
    assert_int_equal(quarter->pixels[0], from->pixels[37 * 75]);            /* bottom left goes to the top left */
    assert_int_equal(quarter->pixels[74 * 38 + 37], from->pixels[74]);      /* top right goes to the bottom right */
    frame_turn(half, from, 180);
    assert_int_equal(half->pixels[38 * 75 - 1], from->pixels[0]);
    frame_turn(back, quarter, 270);
    assert_same(back, from);
    frame_turn(back, quarter, 90);
    assert_same(back, half);
    frame_turn(back, from, 0);
    assert_same(back, from);
    frame_destroy(from);
    frame_destroy(quarter);
    frame_destroy(half);
    frame_destroy(back);
}

static void test_turns_a_part_within_larger_rows(void **state)
{
    (void)state;
    struct frame *whole = noise(50, 40, 9), *out = frame_create(60, 60);
    struct frame part = {.width_px = 20, .height_px = 10, .stride_px = 50, .pixels = whole->pixels + 7 * 50 + 11};
    struct frame place = {.width_px = 10, .height_px = 20, .stride_px = 60, .pixels = out->pixels + 5 * 60 + 3};
    frame_turn(&place, &part, 90);
    assert_int_equal(out->pixels[5 * 60 + 3 + 9], whole->pixels[7 * 50 + 11]);
    assert_int_equal(out->pixels[5 * 60 + 3 + 10], 0xFF000000u);
    assert_int_equal(out->pixels[4 * 60 + 3], 0xFF000000u);
    frame_destroy(whole);
    frame_destroy(out);
}

static void test_fills_inside_only(void **state)
{
    (void)state;
    struct frame *frame = frame_create(10, 10);
    frame_fill(frame, (struct box){-5, -5, 8, 8}, 0xFFFF0000u);
    frame_fill(frame, (struct box){8, 8, 2000000000, 2000000000}, 0xFF00FF00u);
    frame_fill(frame, (struct box){4, 4, 0, 5}, 0xFFFFFFFFu);
    frame_fill(frame, (struct box){4, 4, -3, 5}, 0xFFFFFFFFu);
    frame_fill(frame, (struct box){20, 20, 3, 3}, 0xFFFFFFFFu);
    for (int y = 0; y < 10; y++)
        for (int x = 0; x < 10; x++)
            assert_int_equal(frame->pixels[y * 10 + x], x < 3 && y < 3 ? 0xFFFF0000u : x > 7 && y > 7 ? 0xFF00FF00u : 0xFF000000u);
    frame_fill(frame, (struct box){0, 0, 1, 1}, 0x80FFFFFFu);
    assert_int_equal(frame->pixels[0], blend_over(0xFFFF0000u, 0xFFFFFFu, 0x80));
    frame_fill(frame, (struct box){5, 5, 1, 1}, 0x00FFFFFFu);
    assert_int_equal(frame->pixels[55], 0xFF000000u);
    frame_destroy(frame);
}

static void test_copies(void **state)
{
    (void)state;
    struct frame *from = noise(33, 9, 4), *out = frame_create(33, 9);
    frame_copy(out, from);
    assert_same(out, from);
    frame_destroy(from);
    frame_destroy(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_black_and_opaque_at_first),
        cmocka_unit_test(test_mix_at_the_ends_is_exact),
        cmocka_unit_test(test_mix_is_the_rounded_mean_of_each_channel),
        cmocka_unit_test(test_blend_is_rounded_division_by_255),
        cmocka_unit_test(test_turns_by_quarters),
        cmocka_unit_test(test_turns_a_part_within_larger_rows),
        cmocka_unit_test(test_fills_inside_only),
        cmocka_unit_test(test_copies),
    };
    return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
