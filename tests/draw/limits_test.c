/* How large a picture is drawn for a screen. */
#include "draw/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct expected {
    int width, height, most_width, most_height, drawn_width, drawn_height;
};

static void textures_have_limits(void **state)
{
    (void)state;
    static const struct expected all[] = {
        {1920, 1080, 2048, 2048, 1920, 1080}, {3840, 2160, 2048, 2048, 2048, 1152}, {2160, 3840, 2048, 2048, 1152, 2048},
        {2048, 2048, 2048, 2048, 2048, 2048}, {4096, 2160, 4096, 4096, 4096, 2160}, {5120, 1440, 4096, 4096, 4096, 1152},
        {100000, 1, 2048, 2048, 2048, 1},     {1, 100000, 2048, 2048, 1, 2048},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        int width = all[i].width, height = all[i].height;
        bool shrunk = limits_shrink(&width, &height, all[i].most_width, all[i].most_height);
        assert_int_equal(width, all[i].drawn_width);
        assert_int_equal(height, all[i].drawn_height);
        assert_int_equal(shrunk, width != all[i].width || height != all[i].height);
    }
}

static void weak_boards_draw_1080_lines(void **state)
{
    (void)state;
    static const struct expected all[] = {
        {3840, 2160, 0, 0, 1920, 1080}, {2160, 3840, 0, 0, 1080, 1920}, {2560, 1440, 0, 0, 1920, 1080}, {4096, 2160, 0, 0, 1920, 1012},
        {1920, 1080, 0, 0, 1920, 1080}, {1920, 1200, 0, 0, 1920, 1200}, {1200, 1920, 0, 0, 1200, 1920}, {1280, 720, 0, 0, 1280, 720},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        int width = all[i].width, height = all[i].height;
        limits_full_hd(&width, &height);
        assert_int_equal(width, all[i].drawn_width);
        assert_int_equal(height, all[i].drawn_height);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(textures_have_limits),
        cmocka_unit_test(weak_boards_draw_1080_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
