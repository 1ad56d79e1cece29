/* A display that is not there, comes, goes, has no modes, is exchanged, sleeps. */
#include "show/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

/* A display that can be set to each state, and what was done to it. */
struct fake {
    enum screen_presence presence;
    uint64_t mark;
    bool opens, takes_frames, can_be_switched;
    int opened, destroyed, looks;
    int shown, whole, black;
    bool is_away;
    int switched_off, switched_on, asked_off, asked_on;
    struct mono now;
    struct screen *screen;
};

static void fake_size(void *self, int *width_px, int *height_px)
{
    (void)self;
    *width_px = 64;
    *height_px = 36;
}

static bool fake_present(void *self, const struct frame *frame, struct box dirty)
{
    struct fake *fake = self;
    assert_true(fake->is_away);
    if (!fake->takes_frames)
        return false;
    fake->shown++;
    fake->whole += dirty.width == 0;
    fake->black += frame->pixels[0] == 0xFF000000;
    return true;
}

static enum renderer_event fake_event(void *self)
{
    (void)self;
    return EVENT_NONE;
}

static int fake_descriptor(void *self)
{
    (void)self;
    return 7;
}

static bool fake_light(void *self, bool on)
{
    struct fake *fake = self;
    if (!fake->can_be_switched)
        return false;
    fake->switched_on += on;
    fake->switched_off += !on;
    return true;
}

static void fake_destroy(void *self)
{
    struct fake *fake = self;
    fake->destroyed++;
}

static enum screen_presence fake_look(void *self, uint64_t *mark)
{
    struct fake *fake = self;
    fake->looks++;
    *mark = fake->mark;
    return fake->presence;
}

static bool fake_open(void *self, struct renderer *renderer, const char **reason)
{
    struct fake *fake = self;
    *reason = "no modes";
    assert_true(fake->is_away);
    if (!fake->opens)
        return false;
    fake->opened++;
    *renderer = (struct renderer){fake, fake_size, fake_present, fake_event, fake_descriptor, true, fake_light, fake_destroy};
    return true;
}

static void fake_ask(void *self, bool on)
{
    struct fake *fake = self;
    fake->asked_on += on;
    fake->asked_off += !on;
}

static void fake_away(void *self, bool away)
{
    struct fake *fake = self;
    fake->is_away = away;
}

static int setup(void **state)
{
    static struct fake fake;
    fake = (struct fake){.presence = SCREEN_PRESENT, .mark = 1, .opens = true, .takes_frames = true, .can_be_switched = true, .now = {1000000}};
    const struct screen_driver driver = {&fake, fake_look, fake_open, fake_ask, fake_away};
    fake.screen = screen_create(&driver, true);
    *state = &fake;
    return 0;
}

static int teardown(void **state)
{
    struct fake *fake = *state;
    screen_destroy(fake->screen);
    assert_int_equal(fake->opened, fake->destroyed);
    return 0;
}

static bool show(struct fake *fake)
{
    struct frame *frame = frame_create(64, 36);
    frame_fill(frame, (struct box){0, 0, 64, 36}, 0xFFFFFFFF);
    struct renderer *renderer = screen_renderer(fake->screen);
    bool shown = renderer->present(renderer->self, frame, (struct box){1, 1, 2, 2});
    assert_false(fake->is_away);
    frame_destroy(frame);
    return shown;
}

/* As the loop does: steps when due. Returns how often something had to be presented whole. */
static int run(struct fake *fake, int64_t seconds)
{
    int again = 0;
    for (int64_t end_us = fake->now.us + seconds * 1000000; fake->now.us <= end_us;) {
        again += screen_step(fake->screen, fake->now);
        int64_t due_us = screen_due_us(fake->screen, fake->now);
        assert_true(due_us > 0);
        fake->now.us += due_us;
    }
    return again;
}

static void a_display_is_opened_and_shows_frames(void **state)
{
    struct fake *fake = *state;
    assert_true(screen_step(fake->screen, fake->now));
    assert_int_equal(screen_state(fake->screen), SCREEN_LIT);
    struct renderer *renderer = screen_renderer(fake->screen);
    assert_int_equal(renderer->event(renderer->self), EVENT_RESIZED);
    assert_int_equal(renderer->event(renderer->self), EVENT_NONE);
    assert_int_equal(renderer->descriptor(renderer->self), 7);
    assert_true(show(fake) && show(fake));
    assert_int_equal(fake->whole, 1); /* the first is whole, whatever changed */
    assert_int_equal(run(fake, 100), 0);
    assert_int_equal(fake->opened, 1);
    assert_in_range(fake->looks, 90, 110);
}

static void no_display_is_waited_for(void **state)
{
    struct fake *fake = *state;
    fake->presence = SCREEN_ABSENT;
    run(fake, 600);
    assert_int_equal(fake->opened, 0);
    assert_false(show(fake));
    int width = 0, height = 0;
    struct renderer *renderer = screen_renderer(fake->screen);
    renderer->size_px(renderer->self, &width, &height);
    assert_int_equal(width, 1920);
    assert_int_equal(renderer->descriptor(renderer->self), -1);
    assert_string_not_equal(screen_reason(fake->screen), "");
    fake->presence = SCREEN_PRESENT;
    fake->mark = 2;
    assert_int_equal(run(fake, 1), 1);
    assert_true(show(fake));
    assert_string_equal(screen_reason(fake->screen), "");
}

static void no_modes_yet_is_tried_with_patience(void **state)
{
    struct fake *fake = *state;
    fake->opens = false;
    run(fake, 20);
    assert_int_equal(screen_state(fake->screen), SCREEN_CLOSED);
    assert_string_equal(screen_reason(fake->screen), "no modes");
    run(fake, 300);
    fake->opens = true;
    /* Its modes came: no need to wait half a minute. */
    fake->mark = 2;
    assert_int_equal(run(fake, 2), 1);
    assert_int_equal(fake->opened, 1);
}

static void without_a_mark_it_comes_within_half_a_minute(void **state)
{
    struct fake *fake = *state;
    fake->presence = SCREEN_UNKNOWN;
    fake->opens = false;
    run(fake, 300);
    fake->opens = true;
    assert_int_equal(run(fake, 31), 1);
}

static void it_comes_and_goes(void **state)
{
    struct fake *fake = *state;
    run(fake, 3);
    for (int i = 0; i < 5; i++) {
        fake->presence = SCREEN_ABSENT;
        fake->mark++;
        run(fake, 5);
        assert_int_equal(screen_state(fake->screen), SCREEN_CLOSED);
        assert_false(show(fake));
        assert_int_equal(fake->destroyed, i + 1);
        fake->presence = SCREEN_PRESENT;
        fake->mark++;
        assert_int_equal(run(fake, 2), 1);
        assert_true(show(fake));
    }
    assert_int_equal(fake->opened, 6);
}

static void another_display_is_opened_anew(void **state)
{
    struct fake *fake = *state;
    run(fake, 3);
    fake->mark = 9;
    assert_int_equal(run(fake, 2), 1);
    assert_int_equal(fake->opened, 2);
    assert_int_equal(fake->destroyed, 1);
}

static void one_that_takes_no_frames_is_opened_anew(void **state)
{
    struct fake *fake = *state;
    run(fake, 2);
    fake->takes_frames = false;
    assert_false(show(fake));
    run(fake, 3);
    assert_int_equal(fake->opened, 1);
    run(fake, 4);
    assert_int_equal(fake->opened, 2);
    /* One frame that is refused and then taken is no reason. */
    assert_false(show(fake));
    fake->takes_frames = true;
    assert_true(show(fake));
    run(fake, 20);
    assert_int_equal(fake->opened, 2);
}

static void off_is_black_then_off_and_swallows_frames(void **state)
{
    struct fake *fake = *state;
    run(fake, 2);
    assert_true(show(fake));
    int shown = fake->shown;
    screen_want(fake->screen, false);
    assert_int_equal(run(fake, 60), 0);
    assert_int_equal(screen_state(fake->screen), SCREEN_DARK);
    assert_int_equal(fake->black, 1);
    assert_int_equal(fake->switched_off, 1);
    assert_int_equal(fake->asked_off, 1);
    assert_true(show(fake)); /* as if: whoever plays goes on */
    assert_int_equal(fake->shown, shown + 1);
    screen_want(fake->screen, true);
    assert_true(screen_step(fake->screen, fake->now));
    assert_int_equal(fake->switched_on, 1);
    assert_int_equal(fake->asked_on, 1);
    int whole = fake->whole;
    assert_true(show(fake));
    assert_int_equal(fake->whole, whole + 1);
}

static void off_without_a_switch_is_black(void **state)
{
    struct fake *fake = *state;
    fake->can_be_switched = false;
    run(fake, 2);
    screen_want(fake->screen, false);
    run(fake, 2);
    assert_int_equal(screen_state(fake->screen), SCREEN_DARK);
    assert_int_equal(fake->black, 1);
}

static void what_is_plugged_in_at_night_stays_dark(void **state)
{
    struct fake *fake = *state;
    fake->presence = SCREEN_ABSENT;
    screen_want(fake->screen, false);
    run(fake, 5);
    fake->presence = SCREEN_PRESENT;
    fake->mark = 2;
    run(fake, 5);
    assert_int_equal(screen_state(fake->screen), SCREEN_DARK);
    assert_int_equal(fake->switched_off, 1);
    /* A television that leaves its socket when it sleeps is asked to wake all the same. */
    fake->presence = SCREEN_ABSENT;
    fake->mark = 3;
    run(fake, 5);
    assert_int_equal(screen_state(fake->screen), SCREEN_CLOSED);
    screen_want(fake->screen, true);
    assert_int_equal(fake->asked_on, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_display_is_opened_and_shows_frames, setup, teardown),
        cmocka_unit_test_setup_teardown(no_display_is_waited_for, setup, teardown),
        cmocka_unit_test_setup_teardown(no_modes_yet_is_tried_with_patience, setup, teardown),
        cmocka_unit_test_setup_teardown(without_a_mark_it_comes_within_half_a_minute, setup, teardown),
        cmocka_unit_test_setup_teardown(it_comes_and_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(another_display_is_opened_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(one_that_takes_no_frames_is_opened_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(off_is_black_then_off_and_swallows_frames, setup, teardown),
        cmocka_unit_test_setup_teardown(off_without_a_switch_is_black, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_plugged_in_at_night_stays_dark, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
