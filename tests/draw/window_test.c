/* The window under SDL's dummy driver: what reaches the screen, turned and in parts, and what keys mean. */
#include "draw/frame.h"
#include "draw/renderer.h"

#include <SDL2/SDL.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

static const struct box everything = {0, 0, 0, 0};

static struct renderer open_window(int turn)
{
    struct renderer renderer;
    const char *reason = NULL;
    const struct window_settings settings = {.windowed = true, .width_px = 64, .height_px = 40, .turn_degrees = turn, .title = "test"};
    if (!window_open(&renderer, &settings, &reason))
        fail_msg("%s", reason);
    while (renderer.event(renderer.self) != EVENT_NONE)
        continue;
    return renderer;
}

static SDL_Surface *screen(void)
{
    for (Uint32 id = 1; id < 100; id++)
        if (SDL_GetWindowFromID(id))
            return SDL_GetWindowSurface(SDL_GetWindowFromID(id));
    return NULL;
}

static uint32_t on_screen(int x, int y)
{
    const SDL_Surface *surface = screen();
    const uint32_t *row = (const uint32_t *)(const void *)((const unsigned char *)surface->pixels + (size_t)y * (size_t)surface->pitch);
    return row[x] | 0xFF000000u;
}

static struct frame *pattern(int width, int height, uint32_t salt)
{
    struct frame *frame = frame_create(width, height);
    for (int i = 0; i < width * height; i++)
        frame->pixels[i] = 0xFF000000u | ((uint32_t)i * 2654435761u + salt) >> 8;
    return frame;
}

static void test_shows_frames_turned(void **state)
{
    (void)state;
    for (int turn = 0; turn < 360; turn += 90) {
        struct renderer renderer = open_window(turn);
        int width = 0, height = 0;
        renderer.size_px(renderer.self, &width, &height);
        assert_int_equal(width, turn % 180 ? 40 : 64);
        assert_int_equal(height, turn % 180 ? 64 : 40);
        struct frame *first = pattern(width, height, 1), *second = pattern(width, height, 2), *turned = frame_create(64, 40);
        assert_true(renderer.present(renderer.self, first, everything));
        frame_turn(turned, first, turn);
        for (int i = 0; i < 64 * 40; i++)
            assert_int_equal(on_screen(i % 64, i / 64), turned->pixels[i]);
        /* A part: only it changes. */
        struct box dirty = {3, 5, 9, 14};
        assert_true(renderer.present(renderer.self, second, dirty));
        for (int y = dirty.y; y < dirty.y + dirty.height; y++)
            for (int x = dirty.x; x < dirty.x + dirty.width; x++)
                first->pixels[y * width + x] = second->pixels[y * width + x];
        frame_turn(turned, first, turn);
        for (int i = 0; i < 64 * 40; i++)
            assert_int_equal(on_screen(i % 64, i / 64), turned->pixels[i]);
        /* Parts that reach out, and frames of another size, do no harm. */
        assert_true(renderer.present(renderer.self, second, (struct box){-5, -5, 1000, 1000}));
        assert_true(renderer.present(renderer.self, second, (struct box){500, 500, 10, 10}));
        struct frame *small = frame_create(10, 10);
        assert_true(renderer.present(renderer.self, small, everything));
        frame_destroy(small);
        frame_destroy(first);
        frame_destroy(second);
        frame_destroy(turned);
        renderer.destroy(renderer.self);
    }
}

static void press(SDL_Keycode key, bool again)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .repeat = again, .keysym = {.sym = key}}};
    SDL_PushEvent(&event);
}

static void test_keys(void **state)
{
    (void)state;
    struct renderer renderer = open_window(0);
    static const struct {
        SDL_Keycode key;
        enum renderer_event event;
    } keys[] = {{SDLK_q, EVENT_QUIT}, {SDLK_ESCAPE, EVENT_QUIT}, {SDLK_SPACE, EVENT_PAUSE}, {SDLK_RIGHT, EVENT_NEXT}, {SDLK_DOWN, EVENT_NEXT},
                {SDLK_LEFT, EVENT_BACK}, {SDLK_UP, EVENT_BACK}, {SDLK_i, EVENT_INFO}, {SDLK_z, EVENT_NONE}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        press(keys[i].key, false);
        assert_int_equal(renderer.event(renderer.self), keys[i].event);
    }
    press(SDLK_SPACE, true);
    press(SDLK_i, true);
    press(SDLK_RIGHT, true);
    assert_int_equal(renderer.event(renderer.self), EVENT_NEXT); /* held down, only steps go on */
    assert_int_equal(renderer.event(renderer.self), EVENT_NONE);
    SDL_Event quit = {.type = SDL_QUIT};
    SDL_PushEvent(&quit);
    assert_int_equal(renderer.event(renderer.self), EVENT_QUIT);
    renderer.destroy(renderer.self);
}

static void test_a_new_size_is_told_and_drawn_whole(void **state)
{
    (void)state;
    struct renderer renderer = open_window(0);
    SDL_Window *window = NULL;
    for (Uint32 id = 1; id < 100 && !window; id++)
        window = SDL_GetWindowFromID(id);
    SDL_SetWindowSize(window, 80, 50);
    assert_int_equal(renderer.event(renderer.self), EVENT_RESIZED);
    int width = 0, height = 0;
    renderer.size_px(renderer.self, &width, &height);
    assert_int_equal(width, 80);
    assert_int_equal(height, 50);
    struct frame *frame = pattern(80, 50, 3);
    assert_true(renderer.present(renderer.self, frame, (struct box){1, 1, 2, 2})); /* the rest is new as well */
    assert_int_equal(on_screen(79, 49), frame->pixels[80 * 50 - 1]);
    frame_destroy(frame);
    renderer.destroy(renderer.self);
}

static void test_says_why_there_is_no_display(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    struct renderer renderer;
    const char *reason = NULL;
    const struct window_settings settings = {.windowed = false};
    assert_false(window_open(&renderer, &settings, &reason));
    assert_non_null(reason);
    assert_true(reason[0]);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    renderer = open_window(0); /* and the next try may succeed */
    renderer.destroy(renderer.self);
}

/* SDL's drivers that draw into nothing are no display. */
static void test_nothing_is_no_display(void **state)
{
    (void)state;
    if (access("/dev/dri", F_OK) == 0)
        skip();
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    struct renderer renderer;
    const char *reason = NULL;
    const struct window_settings settings = {.windowed = false};
    assert_false(window_open(&renderer, &settings, &reason));
    setenv("SDL_VIDEODRIVER", "dummy", 1);
}

static void test_null_renderer(void **state)
{
    (void)state;
    struct renderer renderer;
    null_renderer_open(&renderer, 320, 200);
    int width = 0, height = 0;
    renderer.size_px(renderer.self, &width, &height);
    assert_int_equal(width * 1000 + height, 320200);
    struct frame *frame = frame_create(320, 200);
    assert_true(renderer.present(renderer.self, frame, everything));
    assert_int_equal(renderer.event(renderer.self), EVENT_NONE);
    assert_int_equal(renderer.descriptor(renderer.self), -1);
    frame_destroy(frame);
    renderer.destroy(renderer.self);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shows_frames_turned),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_a_new_size_is_told_and_drawn_whole),
        cmocka_unit_test(test_says_why_there_is_no_display),
        cmocka_unit_test(test_nothing_is_no_display),
        cmocka_unit_test(test_null_renderer),
    };
    return cmocka_run_group_tests_name("window", tests, NULL, NULL);
}
