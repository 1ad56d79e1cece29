/* What png_write writes, libpng reads back pixel by pixel. */
#include "draw/frame.h"
#include "draw/png.h"
#include "support/scratch.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <png.h>

static void check(int width, int height, int level)
{
    struct scratch scratch;
    scratch_init(&scratch);
    const char *path = scratch_path(&scratch, "picture.png");
    struct frame *frame = frame_create(width, height);
    uint32_t seed = (uint32_t)(width * 31 + height);
    for (int i = 0; i < width * height; i++) {
        seed = seed * 1664525u + 1013904223u;
        frame->pixels[i] = 0xFF000000u | (i % 7 == 0 ? seed >> 8 : 0x336699u);
    }
    assert_true(png_write(path, frame, level));
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_file(&image, path));
    assert_int_equal(image.width, width);
    assert_int_equal(image.height, height);
    assert_int_equal(image.format & (PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLORMAP | PNG_FORMAT_FLAG_LINEAR), 0);
    image.format = PNG_FORMAT_BGRA;
    uint32_t *pixels = malloc((size_t)width * (size_t)height * sizeof *pixels);
    assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    assert_int_equal(image.warning_or_error, 0);
    assert_memory_equal(pixels, frame->pixels, (size_t)width * (size_t)height * sizeof *pixels);
    free(pixels);
    frame_destroy(frame);
    scratch_finish(&scratch);
}

static void test_reads_back(void **state)
{
    (void)state;
    check(1, 1, 1);
    check(1, 300, 1);
    check(300, 1, 1);
    check(127, 63, 0);
    check(127, 63, 1);
    check(127, 63, 9);
    check(127, 63, 12);
}

static void test_writes_the_same_bytes_twice(void **state)
{
    (void)state;
    struct scratch scratch;
    scratch_init(&scratch);
    struct frame *frame = frame_create(200, 100);
    frame_fill(frame, (struct box){20, 20, 90, 30}, 0xFF123456u);
    unsigned char bytes[2][4096];
    size_t lengths[2];
    for (int i = 0; i < 2; i++) {
        assert_true(png_write(scratch_path(&scratch, "picture.png"), frame, 1));
        FILE *file = fopen(scratch_path(&scratch, "picture.png"), "rb");
        assert_non_null(file);
        lengths[i] = fread(bytes[i], 1, sizeof bytes[i], file);
        fclose(file);
    }
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(bytes[0], bytes[1], lengths[0]);
    frame_destroy(frame);
    scratch_finish(&scratch);
}

static void test_says_when_it_cannot(void **state)
{
    (void)state;
    struct frame *frame = frame_create(2, 2);
    errno = 0;
    assert_false(png_write("/nowhere/at/all.png", frame, 1));
    assert_int_equal(errno, ENOENT);
    frame_destroy(frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_back),
        cmocka_unit_test(test_writes_the_same_bytes_twice),
        cmocka_unit_test(test_says_when_it_cannot),
    };
    return cmocka_run_group_tests_name("png", tests, NULL, NULL);
}
