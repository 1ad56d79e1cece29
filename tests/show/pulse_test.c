/* When the show may be called alive. */
#include "show/pulse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { WATCHDOG_US = 30000000, EVERY_US = 10000000 };

static struct mono at(int64_t us)
{
    return (struct mono){us};
}

static void a_frame_is_a_beat(void **state)
{
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, WATCHDOG_US);
    assert_int_equal(pulse_look(&pulse, at(1000), 0, false), PULSE_PROVE);
    assert_int_equal(pulse_look(&pulse, at(1000), 1, false), PULSE_BEAT);
    pulse_sent(&pulse, at(1000), 1);
    assert_int_equal(pulse_look(&pulse, at(1000 + EVERY_US - 1), 9, false), PULSE_NONE);
    assert_int_equal(pulse_due_us(&pulse, at(1000)), EVERY_US);
    assert_int_equal(pulse_look(&pulse, at(1000 + EVERY_US), 9, false), PULSE_BEAT);
}

static void a_still_slide_proves_itself_first(void **state)
{
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, WATCHDOG_US);
    pulse_sent(&pulse, at(0), 7);
    assert_int_equal(pulse_look(&pulse, at(EVERY_US), 7, false), PULSE_PROVE);
    assert_int_equal(pulse_look(&pulse, at(EVERY_US), 8, false), PULSE_BEAT);
    assert_true(pulse_due_us(&pulse, at(EVERY_US)) > 0); /* a proof that fails is no busy loop */
}

static void without_a_display_the_loop_counts(void **state)
{
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, WATCHDOG_US);
    pulse_sent(&pulse, at(0), 7);
    assert_int_equal(pulse_look(&pulse, at(EVERY_US), 7, true), PULSE_BEAT);
    assert_int_equal(pulse_look(&pulse, at(EVERY_US - 1), 7, true), PULSE_NONE);
}

static void nobody_wants_one(void **state)
{
    (void)state;
    struct pulse pulse;
    pulse_init(&pulse, 0);
    assert_int_equal(pulse_look(&pulse, at(EVERY_US), 7, true), PULSE_NONE);
    assert_int_equal(pulse_due_us(&pulse, at(5)), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_is_a_beat),
        cmocka_unit_test(a_still_slide_proves_itself_first),
        cmocka_unit_test(without_a_display_the_loop_counts),
        cmocka_unit_test(nobody_wants_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
