/* Scaling keeps means and flat colours, copies at 1:1, and never reads beside the picture. */
#include "draw/scale.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

static void test_copies_at_one_to_one(void **state)
{
    (void)state;
    struct frame *from = frame_create(40, 30), *out = frame_create(20, 10);
    for (int i = 0; i < 1200; i++)
        from->pixels[i] = (uint32_t)i * 2654435761u;
    scale_picture(out, from, (struct scale_part){5 << 16, 7 << 16, 20 << 16, 10 << 16});
    for (int y = 0; y < 10; y++)
        for (int x = 0; x < 20; x++)
            assert_int_equal(out->pixels[y * 20 + x], from->pixels[(y + 7) * 40 + x + 5]);
    frame_destroy(from);
    frame_destroy(out);
}

static void test_halves_by_the_mean(void **state)
{
    (void)state;
    struct frame *from = frame_create(64, 64), *out = frame_create(32, 32);
    for (int i = 0; i < 4096; i++)
        from->pixels[i] = 0xFF000000u | ((uint32_t)i * 2654435761u >> 8);
    scale_picture(out, from, scale_whole(from));
    for (int y = 0; y < 32; y++)
        for (int x = 0; x < 32; x++)
            for (int shift = 0; shift < 24; shift += 8) {
                int sum = 0;
                for (int i = 0; i < 4; i++)
                    sum += (int)(from->pixels[(2 * y + i / 2) * 64 + 2 * x + i % 2] >> shift & 255);
                assert_true(abs((int)(out->pixels[y * 32 + x] >> shift & 255) - sum / 4) <= 1);
            }
    frame_destroy(from);
    frame_destroy(out);
}

static void test_flat_stays_flat_at_any_size(void **state)
{
    (void)state;
    const int sizes[] = {1, 2, 3, 7, 16, 63, 64, 65, 200, 641};
    const size_t count = sizeof sizes / sizeof sizes[0];
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++) {
            struct frame *from = frame_create(sizes[a], sizes[count - 1 - a]), *out = frame_create(sizes[b], sizes[(b + 3) % count]);
            for (int i = 0; i < from->width_px * from->height_px; i++)
                from->pixels[i] = 0xFFC80137u;
            scale_picture(out, from, scale_whole(from));
            for (int i = 0; i < out->width_px * out->height_px; i++)
                assert_int_equal(out->pixels[i], 0xFFC80137u);
            frame_destroy(from);
            frame_destroy(out);
        }
}

static void test_odd_parts(void **state)
{
    (void)state;
    struct frame *from = frame_create(100, 100), *out = frame_create(33, 57);
    uint32_t seed = 5;
    for (int i = 0; i < 500; i++) {
        int64_t parts[4];
        for (int k = 0; k < 4; k++) {
            seed = seed * 1664525u + 1013904223u;
            parts[k] = seed >> 8;
        }
        struct scale_part part = {parts[0] % (99 << 16), parts[1] % (99 << 16), 0, 0};
        part.width = 1 + parts[2] % ((100 << 16) - part.x);
        part.height = 1 + parts[3] % ((100 << 16) - part.y);
        scale_picture(out, from, part);
        assert_int_equal(out->pixels[0], 0xFF000000u);
    }
    frame_destroy(from);
    frame_destroy(out);
}

static void test_enlarges_a_slope_evenly(void **state)
{
    (void)state;
    struct frame *from = frame_create(8, 1), *out = frame_create(64, 1);
    for (uint32_t x = 0; x < 8; x++)
        from->pixels[x] = 0xFF000000u | x * 30 * 0x010101u;
    scale_picture(out, from, scale_whole(from));
    for (int x = 1; x < 64; x++)
        assert_true((out->pixels[x] & 255) + 1 >= (out->pixels[x - 1] & 255));
    assert_int_equal(out->pixels[28] & 255, (28 * 30 + 15 - 120 + 4) / 8); /* centre 3.5625 of 8 px, 30 levels each */
    frame_destroy(from);
    frame_destroy(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copies_at_one_to_one),
        cmocka_unit_test(test_halves_by_the_mean),
        cmocka_unit_test(test_flat_stays_flat_at_any_size),
        cmocka_unit_test(test_odd_parts),
        cmocka_unit_test(test_enlarges_a_slope_evenly),
    };
    return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
