/* Pictures: good ones come upright and at the right size, bad ones fail with their word, and nothing takes long. */
#include "content/picture.h"
#include "draw/pictures.h"
#include "draw/picture_files.h"
#include "support/scratch.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <setjmp.h>
#include <time.h>
#include <cmocka.h>

struct desk {
    struct scratch scratch;
    struct pictures *pictures;
};

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    scratch_init(&desk->scratch);
    desk->pictures = pictures_create(1 << 20);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    pictures_destroy(desk->pictures);
    scratch_finish(&desk->scratch);
    free(desk);
    return 0;
}

static const char *put(struct desk *desk, const char *name, struct made made)
{
    scratch_bytes(&desk->scratch, name, made.data, made.length);
    free(made.data);
    return scratch_path(&desk->scratch, name);
}

static const struct frame *ready(struct desk *desk, const char *path, int width, int height, int focus_x, int focus_y)
{
    enum picture_state state = pictures_wait(desk->pictures, path, width, height, focus_x, focus_y);
    if (state == PICTURES_FAILED)
        fail_msg("%s: %s", path, pictures_failure(desk->pictures, path));
    assert_int_equal(state, PICTURES_READY);
    assert_null(pictures_failure(desk->pictures, path));
    const struct frame *frame = pictures_get(desk->pictures, path, width, height, focus_x, focus_y);
    assert_non_null(frame);
    assert_int_equal(frame->width_px, width);
    assert_int_equal(frame->height_px, height);
    return frame;
}

static void assert_failed(struct desk *desk, const char *path, const char *word)
{
    assert_int_equal(pictures_wait(desk->pictures, path, 160, 90, 500, 500), PICTURES_FAILED);
    assert_string_equal(pictures_failure(desk->pictures, path), word);
    assert_null(pictures_get(desk->pictures, path, 160, 90, 500, 500));
    assert_int_equal(pictures_want(desk->pictures, path, 160, 90, 500, 500), PICTURES_FAILED); /* at once: remembered */
}

static bool alike(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > 12)
            return false;
    return true;
}

/* The colours in the middle of the four quarters, one letter each: r g b w, ? for any other. */
static const char *corners(const struct frame *frame)
{
    static char letters[5];
    static const uint32_t colours[] = {0xFFFF0000u, 0xFF00FF00u, 0xFF0000FFu, 0xFFFFFFFFu};
    for (int i = 0; i < 4; i++) {
        int x = frame->width_px * (i % 2 ? 3 : 1) / 4, y = frame->height_px * (i / 2 ? 3 : 1) / 4;
        letters[i] = '?';
        for (int k = 0; k < 4; k++)
            if (alike(frame->pixels[y * frame->stride_px + x], colours[k]))
                letters[i] = "rgbw"[k];
    }
    return letters;
}

static void test_every_type_at_every_size(void **state)
{
    struct desk *desk = *state;
    const char *paths[6];
    paths[0] = put(desk, "a.jpg", made_jpeg(320, 200, 0, 0));
    paths[1] = put(desk, "b.jpg", made_jpeg(320, 200, 0, 1));
    paths[2] = put(desk, "c.webp", made_webp(320, 200, 0));
    paths[3] = put(desk, "d.webp", made_webp(320, 200, 1));
    paths[4] = put(desk, "e.jpg", made_jpeg(1601, 1001, 0, 0));
    paths[5] = put(desk, "f.jpg", made_jpeg(16, 10, 0, 0));
    const int sizes[][2] = {{320, 200}, {160, 100}, {64, 40}, {640, 400}, {333, 207}, {100, 300}, {300, 150}, {1, 1}};
    for (int i = 0; i < 6; i++)
        for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++) {
            const struct frame *frame = ready(desk, paths[i], sizes[k][0], sizes[k][1], 500, 500);
            if (sizes[k][0] > 1)
                assert_string_equal(corners(frame), "rgbw");
        }
}

static void test_turns_upright(void **state)
{
    struct desk *desk = *state;
    /* What an upright viewer sees of a stored r g / b w (EXIF 2.32, figure of orientations). */
    static const char *const expected[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
    for (int orientation = 1; orientation <= 8; orientation++) {
        char name[32];
        snprintf(name, sizeof name, "turned-%d.jpg", orientation);
        const char *path = put(desk, name, made_jpeg(240, 160, orientation, 0));
        bool lying = orientation >= 5;
        const struct frame *frame = ready(desk, path, lying ? 80 : 120, lying ? 120 : 80, 500, 500);
        assert_string_equal(corners(frame), expected[orientation - 1]);
        /* At the stored size as well, where there is nothing to scale. */
        assert_string_equal(corners(ready(desk, path, lying ? 160 : 240, lying ? 240 : 160, 500, 500)), expected[orientation - 1]);
    }
}

static void test_cuts_around_the_focus(void **state)
{
    struct desk *desk = *state;
    const char *path = put(desk, "wide.jpg", made_jpeg(400, 100, 0, 0));
    assert_string_equal(corners(ready(desk, path, 100, 100, 0, 500)), "rrbb");
    assert_string_equal(corners(ready(desk, path, 100, 100, 1000, 500)), "ggww");
    assert_string_equal(corners(ready(desk, path, 100, 100, 500, 500)), "rgbw");
    assert_string_equal(corners(ready(desk, path, 100, 100, 250, 0)), "rrbb");
    assert_string_equal(corners(ready(desk, path, 100, 100, -50, 5000)), "rrbb"); /* odd values do no harm */
    const char *turned = put(desk, "tall.jpg", made_jpeg(400, 100, 6, 0)); /* upright: 100 × 400, b r / w g */
    assert_string_equal(corners(ready(desk, turned, 100, 100, 500, 0)), "brbr");
    assert_string_equal(corners(ready(desk, turned, 100, 100, 500, 1000)), "wgwg");
}

static void test_lays_what_is_translucent_on_white(void **state)
{
    struct desk *desk = *state;
    const struct frame *frame = ready(desk, put(desk, "half.png", made_png(64, 64, 64, 64, 0x80FF0000u)), 64, 64, 500, 500);
    assert_true(alike(frame->pixels[0], 0xFFFF7F7Fu));
    frame = ready(desk, put(desk, "none.png", made_png(64, 64, 64, 64, 0x00123456u)), 32, 32, 500, 500);
    assert_int_equal(frame->pixels[5] | 0xFF000000u, 0xFFFFFFFFu);
}

static void test_refuses_what_it_should(void **state)
{
    struct desk *desk = *state;
    struct made jpeg = made_jpeg(320, 200, 0, 0);
    assert_failed(desk, scratch_path(&desk->scratch, "no-such-file.jpg"), "missing");
    assert_failed(desk, desk->scratch.path, "missing"); /* a folder */
    scratch_write(&desk->scratch, "empty.jpg", "");
    assert_failed(desk, scratch_path(&desk->scratch, "empty.jpg"), "unknown-type");
    scratch_write(&desk->scratch, "text.png", "GIF89a and more of that");
    assert_failed(desk, scratch_path(&desk->scratch, "text.png"), "unknown-type");
    assert_int_equal(symlink("nowhere", scratch_path(&desk->scratch, "link.png")), 0);
    assert_failed(desk, scratch_path(&desk->scratch, "link.png"), "missing");
    assert_int_equal(mkfifo(scratch_path(&desk->scratch, "pipe.png"), 0600), 0);
    assert_failed(desk, scratch_path(&desk->scratch, "pipe.png"), "missing");
    assert_failed(desk, put(desk, "bomb.png", made_png(100000, 100000, 10, 10, 0)), "too-large");
    assert_failed(desk, put(desk, "long.png", made_png(900000, 40, 1, 10, 0)), "too-large");
    assert_failed(desk, put(desk, "lie.png", made_png(4000, 4000, 10, 10, 0)), "damaged");
    assert_failed(desk, put(desk, "cut.jpg", made_copy(jpeg.data, jpeg.length * 2 / 3)), "damaged");
    assert_failed(desk, put(desk, "cut-early.jpg", made_copy(jpeg.data, 700)), "damaged");
    struct made lie = made_copy(jpeg.data, jpeg.length);
    for (size_t i = 0; i + 9 < lie.length; i++) /* its frame header says ten times the height */
        if (lie.data[i] == 0xFF && lie.data[i + 1] == 0xC0) {
            lie.data[i + 5] = 2000 >> 8;
            lie.data[i + 6] = 2000 & 255;
            break;
        }
    assert_failed(desk, put(desk, "lie.jpg", lie), "damaged");
    struct made webp = made_webp(320, 200, 1);
    webp.length /= 2;
    assert_failed(desk, put(desk, "cut.webp", webp), "damaged");
    free(jpeg.data);
}

static void test_refuses_files_over_the_ceiling_unread(void **state)
{
    struct desk *desk = *state;
    const char *path = put(desk, "huge.jpg", made_jpeg(16, 16, 0, 0));
    assert_int_equal(truncate(path, PICTURE_MOST_BYTES + 1), 0);
    assert_failed(desk, path, "too-large");
}

/* Any byte may be wrong: the child may fail, the program may not. */
static void test_survives_every_kind_of_damage(void **state)
{
    struct desk *desk = *state;
    struct made good[3] = {made_jpeg(64, 48, 6, 1), made_png(48, 32, 32, 48, 0xFF334455u), made_webp(48, 32, 0)};
    static const char *const names[] = {"d.jpg", "d.png", "d.webp"};
    uint32_t seed = 11;
    for (int i = 0; i < 150; i++) {
        struct made bad = made_copy(good[i % 3].data, good[i % 3].length);
        for (int k = 0; k < 1 + i % 5; k++) {
            seed = seed * 1664525u + 1013904223u;
            bad.data[(seed >> 8) % bad.length] = (unsigned char)(seed >> 24);
        }
        const char *path = put(desk, names[i % 3], bad);
        enum picture_state end = pictures_wait(desk->pictures, path, 40, 40, 500, 500);
        assert_int_not_equal(end, PICTURES_PENDING);
        if (end == PICTURES_FAILED) { /* a report of the sanitizer would end the child with a code of its own */
            assert_string_not_equal(pictures_failure(desk->pictures, path), "crashed");
            assert_string_not_equal(pictures_failure(desk->pictures, path), "too-slow");
        }
        unlink(path);
    }
    for (int i = 0; i < 3; i++)
        free(good[i].data);
}

static void test_never_blocks_and_tells_when_done(void **state)
{
    struct desk *desk = *state;
    const char *first = put(desk, "one.jpg", made_jpeg(640, 480, 0, 0)), *second = put(desk, "two.jpg", made_jpeg(640, 480, 3, 0));
    assert_int_equal(pictures_descriptor(desk->pictures), -1);
    assert_int_equal(pictures_want(desk->pictures, first, 320, 240, 500, 500), PICTURES_PENDING);
    assert_int_equal(pictures_want(desk->pictures, second, 320, 240, 500, 500), PICTURES_PENDING);
    assert_null(pictures_get(desk->pictures, first, 320, 240, 500, 500));
    for (int i = 0; i < 2; i++) {
        struct pollfd end = {.fd = pictures_descriptor(desk->pictures), .events = POLLIN};
        assert_true(end.fd >= 0);
        pictures_collect(desk->pictures); /* too early, perhaps: it must not end the child */
        end.fd = pictures_descriptor(desk->pictures);
        assert_int_equal(poll(&end, 1, 8000), 1);
        assert_true(end.revents & POLLIN);
        pictures_collect(desk->pictures);
        if (pictures_descriptor(desk->pictures) < 0)
            break;
    }
    assert_int_equal(pictures_want(desk->pictures, first, 320, 240, 500, 500), PICTURES_READY);
    assert_int_equal(pictures_wait(desk->pictures, second, 320, 240, 500, 500), PICTURES_READY);
    assert_int_equal(pictures_descriptor(desk->pictures), -1);
}

static void test_decodes_a_changed_file_again(void **state)
{
    struct desk *desk = *state;
    const char *path = put(desk, "same.jpg", made_jpeg(320, 200, 0, 0));
    assert_string_equal(corners(ready(desk, path, 160, 100, 500, 500)), "rgbw");
    put(desk, "other.jpg", made_jpeg(320, 200, 3, 0));
    assert_int_equal(rename(scratch_path(&desk->scratch, "other.jpg"), path), 0);
    assert_int_equal(pictures_want(desk->pictures, path, 160, 100, 500, 500), PICTURES_PENDING);
    /* Until then the old one is shown, not a hole. */
    assert_string_equal(corners(pictures_get(desk->pictures, path, 160, 100, 500, 500)), "rgbw");
    assert_string_equal(corners(ready(desk, path, 160, 100, 500, 500)), "wbgr");
    unlink(path);
    assert_int_equal(pictures_want(desk->pictures, path, 160, 100, 500, 500), PICTURES_FAILED);
    assert_string_equal(pictures_failure(desk->pictures, path), "missing");
    put(desk, "same.jpg", made_jpeg(320, 200, 0, 0));
    ready(desk, path, 160, 100, 500, 500);
}

static void test_keeps_under_its_ceiling(void **state)
{
    struct desk *desk = *state;
    const char *path = put(desk, "many.jpg", made_jpeg(320, 200, 0, 0));
    for (int width = 300; width < 330; width++) /* 1 MiB holds four of them */
        ready(desk, path, width, 200, 500, 500);
    int held = 0;
    for (int width = 300; width < 330; width++)
        held += pictures_get(desk->pictures, path, width, 200, 500, 500) != NULL;
    assert_in_range(held, 2, 4);
    assert_non_null(pictures_get(desk->pictures, path, 329, 200, 500, 500));
    pictures_drop(desk->pictures);
    assert_non_null(pictures_get(desk->pictures, path, 329, 200, 500, 500)); /* it was asked for since the last drop */
    pictures_drop(desk->pictures);
    assert_null(pictures_get(desk->pictures, path, 329, 200, 500, 500));
    for (int width = 1; width < 150; width++) /* more requests than it remembers */
        pictures_want(desk->pictures, path, width, 10, 500, 500);
    pictures_drop(desk->pictures);
    pictures_drop(desk->pictures);
    assert_int_equal(pictures_descriptor(desk->pictures), -1);
}

/* Ends the child that decodes, as a crash would (by SIGABRT: for the others the test's own handler is still there in a child that has just begun). */
static void crash_the_child(void)
{
    char text[64] = "";
    FILE *file = fopen("/proc/thread-self/children", "r");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof text, file));
    fclose(file);
    assert_int_equal(kill((pid_t)strtol(text, NULL, 10), SIGABRT), 0);
}

struct told {
    char broken[512];
    bool bar;
};

static bool told_bars(void *self, const char *file)
{
    const struct told *told = self;
    return told->bar && strcmp(told->broken, file) == 0;
}

static void told_broke(void *self, const char *file)
{
    snprintf(((struct told *)self)->broken, sizeof ((struct told *)self)->broken, "%s", file);
}

static void test_tells_of_a_decoder_that_crashes_twice(void **state)
{
    struct desk *desk = *state;
    struct told told = {.bar = false};
    const struct pictures_guard guard = {&told, told_bars, told_broke};
    pictures_set_guard(desk->pictures, &guard);
    const char *path = put(desk, "crash.jpg", made_jpeg(1600, 1200, 0, 0));
    /* Once may have been the machine's fault: it is tried again. */
    assert_int_equal(pictures_want(desk->pictures, path, 320, 240, 500, 500), PICTURES_PENDING);
    crash_the_child();
    assert_int_equal(pictures_wait(desk->pictures, path, 320, 240, 500, 500), PICTURES_READY);
    assert_string_equal(told.broken, "");
    assert_int_equal(pictures_want(desk->pictures, path, 321, 240, 500, 500), PICTURES_PENDING);
    for (int i = 0; i < 2; i++) {
        struct pollfd end = {.fd = pictures_descriptor(desk->pictures), .events = POLLIN};
        crash_the_child();
        assert_int_equal(poll(&end, 1, 8000), 1);
        pictures_collect(desk->pictures);
    }
    assert_int_equal(pictures_want(desk->pictures, path, 321, 240, 500, 500), PICTURES_FAILED);
    assert_string_equal(pictures_failure(desk->pictures, path), "crashed");
    assert_string_equal(told.broken, path);
    /* Barred, it is not opened. */
    told.bar = true;
    assert_int_equal(pictures_wait(desk->pictures, path, 322, 240, 500, 500), PICTURES_FAILED);
    assert_string_equal(pictures_failure(desk->pictures, path), "quarantined");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tells_of_a_decoder_that_crashes_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(test_every_type_at_every_size, setup, teardown),
        cmocka_unit_test_setup_teardown(test_turns_upright, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cuts_around_the_focus, setup, teardown),
        cmocka_unit_test_setup_teardown(test_lays_what_is_translucent_on_white, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refuses_what_it_should, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refuses_files_over_the_ceiling_unread, setup, teardown),
        cmocka_unit_test_setup_teardown(test_survives_every_kind_of_damage, setup, teardown),
        cmocka_unit_test_setup_teardown(test_never_blocks_and_tells_when_done, setup, teardown),
        cmocka_unit_test_setup_teardown(test_decodes_a_changed_file_again, setup, teardown),
        cmocka_unit_test_setup_teardown(test_keeps_under_its_ceiling, setup, teardown),
    };
    return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
