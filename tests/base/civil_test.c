#include "base/civil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_day_of_four_centuries_goes_there_and_back(void **state)
{
    (void)state;
    int64_t expected = civil_to_days(1800, 1, 1);
    int weekday = civil_weekday(1800, 1, 1);
    for (int year = 1800; year <= 2200; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= civil_days_in_month(year, month); day++) {
                int64_t days = civil_to_days(year, month, day);
                struct civil back = civil_from_days(days);
                if (days != expected || back.year != year || back.month != month || back.day != day || back.hour != 0 ||
                    civil_weekday(year, month, day) != weekday)
                    fail_msg("%04d-%02d-%02d does not come back", year, month, day);
                expected++;
                weekday = (weekday + 1) % 7;
            }
}

static void known_days(void **state)
{
    (void)state;
    assert_int_equal(civil_to_days(1970, 1, 1), 0);
    assert_int_equal(civil_to_days(1969, 12, 31), -1);
    assert_int_equal(civil_to_days(2000, 3, 1), 11017);
    assert_int_equal(civil_to_days(1, 1, 1), -719162);
    assert_int_equal(civil_weekday(1970, 1, 1), 4);
    assert_int_equal(civil_weekday(2023, 5, 2), 2);
    assert_int_equal(civil_weekday(2023, 5, 10), 3);
    assert_int_equal(civil_weekday(2024, 2, 29), 4);
}

static void leap_years(void **state)
{
    (void)state;
    assert_int_equal(civil_days_in_month(2023, 2), 28);
    assert_int_equal(civil_days_in_month(2024, 2), 29);
    assert_int_equal(civil_days_in_month(1900, 2), 28);
    assert_int_equal(civil_days_in_month(2000, 2), 29);
    assert_int_equal(civil_days_in_month(2023, 4), 30);
    assert_int_equal(civil_days_in_month(2023, 12), 31);
}

static void what_exists_and_what_does_not(void **state)
{
    (void)state;
    static const struct {
        struct civil civil;
        bool valid;
    } rows[] = {
        {{2023, 5, 2, 0, 0, 0}, true},     {{2023, 5, 2, 23, 59, 59}, true}, {{2024, 2, 29, 12, 0, 0}, true},
        {{2023, 2, 29, 12, 0, 0}, false},  {{2023, 2, 30, 0, 0, 0}, false},  {{2023, 13, 1, 0, 0, 0}, false},
        {{2023, 0, 1, 0, 0, 0}, false},    {{2023, 1, 0, 0, 0, 0}, false},   {{2023, 4, 31, 0, 0, 0}, false},
        {{2023, 5, 2, 24, 0, 0}, false},   {{2023, 5, 2, 10, 60, 0}, false}, {{2023, 5, 2, 10, 0, 60}, false},
        {{2023, 5, 2, -1, 0, 0}, false},   {{0, 1, 1, 0, 0, 0}, false},      {{10000, 1, 1, 0, 0, 0}, false},
        {{9999, 12, 31, 23, 59, 59}, true}, {{1, 1, 1, 0, 0, 0}, true},      {{2023, 5, 2, 10, 0, -1}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (civil_is_valid(&rows[i].civil) != rows[i].valid)
            fail_msg("row %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_four_centuries_goes_there_and_back),
        cmocka_unit_test(known_days),
        cmocka_unit_test(leap_years),
        cmocka_unit_test(what_exists_and_what_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
