/* When an origin is asked again: base, jitter, back-off, ceilings, the server's wish. */
#include "net/pace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Gives the numbers of a small generator, or the one that is set. */
struct dice {
    uint32_t next;
    bool fixed;
};

static uint32_t roll(void *self)
{
    struct dice *dice = self;
    if (!dice->fixed)
        dice->next = dice->next * 1664525u + 1013904223u;
    return dice->next;
}

static struct pace pace_of(struct dice *dice, int64_t poll_ms)
{
    return (struct pace){.poll_ms = poll_ms, .random = roll, .random_self = dice};
}

static void success_is_the_poll_with_a_fifth_of_jitter(void **state)
{
    (void)state;
    struct dice dice = {.next = 1};
    struct pace pace = pace_of(&dice, 30000);
    int64_t least = INT64_MAX, most = 0;
    for (int i = 0; i < 2000; i++) {
        int64_t ms = pace_after_success(&pace);
        assert_in_range(ms, 24000, 36000);
        least = ms < least ? ms : least;
        most = ms > most ? ms : most;
    }
    assert_in_range(least, 24000, 24200); /* and all of that range is used */
    assert_in_range(most, 35800, 36000);
}

static void failures_wait_twice_as_long_each_up_to_ten_minutes(void **state)
{
    (void)state;
    static const int64_t middles_ms[] = {30000, 60000, 120000, 240000, 480000, 600000, 600000, 600000};
    for (uint32_t seed = 1; seed < 200; seed++) {
        struct dice dice = {.next = seed};
        struct pace pace = pace_of(&dice, 30000);
        for (size_t i = 0; i < sizeof middles_ms / sizeof *middles_ms; i++) {
            int64_t ms = pace_after_failure(&pace, -1, false);
            assert_in_range(ms, middles_ms[i] * 8 / 10, middles_ms[i] * 12 / 10 < 600000 ? middles_ms[i] * 12 / 10 : 600000);
        }
    }
}

static void a_success_or_progress_begins_the_row_anew(void **state)
{
    (void)state;
    struct dice dice = {.next = 7};
    struct pace pace = pace_of(&dice, 30000);
    for (int i = 0; i < 5; i++)
        pace_after_failure(&pace, -1, false);
    assert_in_range(pace_after_failure(&pace, -1, true), 24000, 36000);
    assert_in_range(pace_after_failure(&pace, -1, false), 48000, 72000);
    pace_after_success(&pace);
    assert_in_range(pace_after_failure(&pace, -1, false), 24000, 36000);
}

static void the_servers_wish_counts_up_to_the_ceiling(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed < 200; seed++) {
        struct dice dice = {.next = seed};
        struct pace pace = pace_of(&dice, 30000);
        assert_in_range(pace_after_failure(&pace, 120, false), 120000, 144000); /* never earlier, spread behind it */
        pace.failures = 0;
        assert_in_range(pace_after_failure(&pace, 86400, false), 600000, 600000);
        pace.failures = 0;
        assert_in_range(pace_after_failure(&pace, INT64_MAX / 4, false), 600000, 600000);
        pace.failures = 0;
        assert_in_range(pace_after_failure(&pace, 1, false), 24000, 36000); /* no sooner than our own */
        pace.failures = 0;
        assert_in_range(pace_after_failure(&pace, 0, false), 24000, 36000);
    }
}

static void a_poll_beyond_the_ceiling_is_its_own(void **state)
{
    (void)state;
    struct dice dice = {.next = 3};
    struct pace pace = pace_of(&dice, 3600000);
    for (int i = 0; i < 20; i++)
        assert_in_range(pace_after_failure(&pace, -1, false), 2880000, 3600000);
}

static void the_clock_and_a_second_look_do_not_wait_long(void **state)
{
    (void)state;
    struct dice dice = {.next = 9};
    struct pace pace = pace_of(&dice, 30000);
    for (int i = 0; i < 100; i++) {
        assert_in_range(pace_while_clock(&pace), 8000, 12000);
        assert_in_range(pace_soon(&pace), 1600, 2400);
    }
    pace.poll_ms = 1000;
    assert_in_range(pace_while_clock(&pace), 800, 1200);
    assert_in_range(pace_soon(&pace), 800, 1200);
}

static void extreme_dice_stay_in_range(void **state)
{
    (void)state;
    static const uint32_t numbers[] = {0, 1, UINT32_MAX, UINT32_MAX - 1};
    for (size_t i = 0; i < 4; i++) {
        struct dice dice = {.next = numbers[i], .fixed = true};
        struct pace pace = pace_of(&dice, 1);
        assert_in_range(pace_after_success(&pace), 1, 1);
        pace.poll_ms = 86400000;
        assert_in_range(pace_after_success(&pace), 69120000, 103680000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(success_is_the_poll_with_a_fifth_of_jitter),
        cmocka_unit_test(failures_wait_twice_as_long_each_up_to_ten_minutes),
        cmocka_unit_test(a_success_or_progress_begins_the_row_anew),
        cmocka_unit_test(the_servers_wish_counts_up_to_the_ceiling),
        cmocka_unit_test(a_poll_beyond_the_ceiling_is_its_own),
        cmocka_unit_test(the_clock_and_a_second_look_do_not_wait_long),
        cmocka_unit_test(extreme_dice_stay_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
