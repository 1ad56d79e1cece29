#include "host/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void machine(void **state)
{
    (void)state;
    struct clock_source clock;
    clock_init(&clock);
    struct now first = clock_now(&clock), second = clock_now(&clock);
    assert_true(second.mono.us >= first.mono.us);
    assert_true(second.wall.ms - first.wall.ms < 60000);
    assert_true(first.wall_trusted == (first.wall.ms >= INT64_C(1767225600000)));
    assert_int_equal(clock_sleep_us(&clock, first.mono), 0);
    int64_t left_us = clock_sleep_us(&clock, (struct mono){first.mono.us + 60000000});
    assert_true(left_us > 50000000 && left_us <= 60000000);
}

static void starts_where_it_is_told(void **state)
{
    (void)state;
    struct clock_source clock;
    clock_init_at(&clock, (struct wall){1682000000000}, 1000);
    struct now now = clock_now(&clock);
    assert_true(now.wall_trusted);
    assert_in_range(now.wall.ms - 1682000000000, 0, 10000);
}

static void runs_faster(void **state)
{
    (void)state;
    struct clock_source clock;
    clock_init_at(&clock, (struct wall){1682000000000}, 3600000);
    /* As if it had been started a second ago. */
    clock.started.us -= 1000000;
    struct now now = clock_now(&clock);
    assert_in_range(now.wall.ms - 1682000000000, 3600000, 36000000);
    int64_t moved_us = now.mono.us - clock.started.us;
    assert_int_equal(moved_us / 1000, now.wall.ms - 1682000000000);
    /* An hour of this clock is a second of the world. */
    int64_t left_us = clock_sleep_us(&clock, (struct mono){now.mono.us + INT64_C(3600000000)});
    assert_in_range(left_us, 1, 1000001);
}

static void runs_slower_and_never_spins(void **state)
{
    (void)state;
    struct clock_source clock;
    clock_init_at(&clock, (struct wall){0}, 1);
    struct now now = clock_now(&clock);
    assert_true(clock_sleep_us(&clock, (struct mono){now.mono.us + 1}) > 0);
    assert_true(clock_sleep_us(&clock, (struct mono){INT64_MAX}) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machine),
        cmocka_unit_test(starts_where_it_is_told),
        cmocka_unit_test(runs_faster),
        cmocka_unit_test(runs_slower_and_never_spins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
