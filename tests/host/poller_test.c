/* Waiting: for time, for a descriptor, for a signal. */
#include "host/clock.h"
#include "host/poller.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>
#include <cmocka.h>

static int64_t waited_us(struct poller *poller, const int *descriptors, size_t count, int64_t timeout_us, bool *goes_on)
{
    struct clock_source clock;
    clock_init(&clock);
    int64_t before = clock_now(&clock).mono.us;
    *goes_on = poller_wait(poller, descriptors, count, timeout_us);
    return clock_now(&clock).mono.us - before;
}

static void it_sleeps_as_long_as_told(void **state)
{
    (void)state;
    struct poller *poller = poller_create();
    bool goes_on = false;
    int64_t us = waited_us(poller, NULL, 0, 30000, &goes_on);
    assert_true(goes_on);
    assert_in_range(us, 30000, 3000000);
    assert_in_range(waited_us(poller, NULL, 0, -1, &goes_on), 0, 1000000);
    poller_destroy(poller);
}

static void a_descriptor_wakes_it(void **state)
{
    (void)state;
    struct poller *poller = poller_create();
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "x", 1), 1);
    bool goes_on = false;
    assert_in_range(waited_us(poller, (const int[]){-1, ends[0]}, 2, 20000000, &goes_on), 0, 5000000);
    assert_true(goes_on);
    close(ends[0]);
    close(ends[1]);
    poller_destroy(poller);
}

static void a_signal_asks_to_leave(void **state)
{
    (void)state;
    const int signals[] = {SIGTERM, SIGINT};
    for (size_t i = 0; i < 2; i++) {
        struct poller *poller = poller_create();
        assert_int_equal(kill(getpid(), signals[i]), 0);
        bool goes_on = true;
        assert_in_range(waited_us(poller, NULL, 0, 20000000, &goes_on), 0, 5000000);
        assert_false(goes_on);
        assert_false(poller_wait(poller, NULL, 0, 0)); /* and goes on asking */
        poller_destroy(poller); /* must not end the test with it */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_sleeps_as_long_as_told),
        cmocka_unit_test(a_descriptor_wakes_it),
        cmocka_unit_test(a_signal_asks_to_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
