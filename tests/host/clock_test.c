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

/* A machine that can be set to each state. */
struct fake {
    struct mono mono;
    struct wall wall;
    bool is_synchronised;
};

static struct mono fake_mono(void *self)
{
    return ((struct fake *)self)->mono;
}

static struct wall fake_wall(void *self)
{
    return ((struct fake *)self)->wall;
}

static bool fake_is_synchronised(void *self)
{
    return ((struct fake *)self)->is_synchronised;
}

/* 2026-11-25T10:00:00Z */
#define TODAY_MS INT64_C(1795600800000)

static void the_network_decides_what_a_service_believes(void **state)
{
    (void)state;
    struct fake fake = {.mono = {5000000}, .wall = {TODAY_MS}};
    const struct clock_kernel kernel = {&fake, fake_mono, fake_wall, fake_is_synchronised};
    struct clock_source network, machine;
    clock_init_trust(&network, CLOCK_TRUST_NETWORK, &kernel);
    clock_init_trust(&machine, CLOCK_TRUST_MACHINE, &kernel);
    assert_false(clock_now(&network).wall_trusted);
    assert_true(clock_now(&machine).wall_trusted);
    fake.is_synchronised = true;
    assert_true(clock_now(&network).wall_trusted);
    assert_int_equal(clock_now(&network).wall.ms, TODAY_MS);
    fake.is_synchronised = false;
    assert_false(clock_now(&network).wall_trusted);
}

static void a_clock_from_before_this_program_is_never_believed(void **state)
{
    (void)state;
    struct fake fake = {.wall = {0}, .is_synchronised = true};
    const struct clock_kernel kernel = {&fake, fake_mono, fake_wall, fake_is_synchronised};
    for (enum clock_trust trust = CLOCK_TRUST_MACHINE; trust <= CLOCK_TRUST_NETWORK; trust++) {
        struct clock_source clock;
        clock_init_trust(&clock, trust, &kernel);
        fake.wall.ms = 0; /* 1970 */
        assert_false(clock_now(&clock).wall_trusted);
        fake.wall.ms = INT64_C(1735689600000); /* 2025: its last shutdown */
        assert_false(clock_now(&clock).wall_trusted);
        fake.wall.ms = TODAY_MS;
        assert_true(clock_now(&clock).wall_trusted);
    }
}

/* What sleeps looks at the clock that never jumps. */
static void a_jump_changes_no_sleep(void **state)
{
    (void)state;
    const int64_t year_ms = INT64_C(365) * 86400000;
    struct fake fake = {.mono = {5000000}, .wall = {TODAY_MS}, .is_synchronised = true};
    const struct clock_kernel kernel = {&fake, fake_mono, fake_wall, fake_is_synchronised};
    struct clock_source clock;
    clock_init_trust(&clock, CLOCK_TRUST_NETWORK, &kernel);
    assert_int_equal(clock_sleep_us(&clock, (struct mono){6000000}), 1000000);
    fake.wall.ms += year_ms;
    assert_int_equal(clock_sleep_us(&clock, (struct mono){6000000}), 1000000);
    fake.wall.ms -= 2 * year_ms;
    assert_int_equal(clock_sleep_us(&clock, (struct mono){6000000}), 1000000);
}

static void the_real_kernel_has_an_answer(void **state)
{
    (void)state;
    struct clock_source clock;
    clock_init_trust(&clock, CLOCK_TRUST_NETWORK, NULL);
    struct now now = clock_now(&clock);
    assert_true(now.mono.us > 0);
    assert_true(now.wall.ms > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_network_decides_what_a_service_believes),
        cmocka_unit_test(a_clock_from_before_this_program_is_never_believed),
        cmocka_unit_test(a_jump_changes_no_sleep),
        cmocka_unit_test(the_real_kernel_has_an_answer),
        cmocka_unit_test(machine),
        cmocka_unit_test(starts_where_it_is_told),
        cmocka_unit_test(runs_faster),
        cmocka_unit_test(runs_slower_and_never_spins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
