#include "content/schedule.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/zone.h"
#include "content/playlist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static struct zone *paris;

static struct wall at(const char *text)
{
    struct wall wall;
    assert_true(instant_parse(text, paris, &wall, NULL, NULL));
    return wall;
}

static struct item always(void)
{
    return (struct item){.days = 127};
}

static struct item window(unsigned days, int start, int end)
{
    return (struct item){.days = days, .hours_start_min = start, .hours_end_min = end};
}

static bool open_at(const struct item *item, const char *text)
{
    return schedule_is_open(item, paris, at(text));
}

static void always_open(void **state)
{
    (void)state;
    struct item item = always();
    assert_true(open_at(&item, "1999-12-31 23:59"));
    assert_true(schedule_next_change(&item, paris, at("2023-01-01")).ms == INT64_MAX);
}

static void from_and_until_are_instants(void **state)
{
    (void)state;
    struct item item = always();
    item.has_from = item.has_until = true;
    item.from = at("2023-04-20 08:00");
    item.until = at("2023-05-03");
    assert_false(open_at(&item, "2023-04-20 07:59:59"));
    assert_true(open_at(&item, "2023-04-20 08:00"));
    assert_true(open_at(&item, "2023-05-02 23:59:59"));
    assert_false(open_at(&item, "2023-05-03"));
    assert_true(schedule_next_change(&item, paris, at("2023-01-01")).ms == item.from.ms);
    assert_true(schedule_next_change(&item, paris, item.from).ms == item.until.ms);
    assert_true(schedule_next_change(&item, paris, item.until).ms == INT64_MAX);
}

static void never_when_until_lies_before_from(void **state)
{
    (void)state;
    struct item item = always();
    item.has_from = item.has_until = true;
    item.from = at("2023-05-03");
    item.until = at("2023-04-20");
    assert_true(schedule_next_change(&item, paris, at("2023-01-01")).ms == INT64_MAX);
    assert_false(open_at(&item, "2023-05-04"));
}

static void hours_end_is_exclusive(void **state)
{
    (void)state;
    struct item item = window(31, 8 * 60, 20 * 60);
    assert_false(open_at(&item, "2023-04-20 07:59:59"));
    assert_true(open_at(&item, "2023-04-20 08:00"));
    assert_true(open_at(&item, "2023-04-20 19:59:59"));
    assert_false(open_at(&item, "2023-04-20 20:00"));
    assert_false(open_at(&item, "2023-04-22 12:00")); /* Saturday */
    assert_true(schedule_next_change(&item, paris, at("2023-04-21 20:00")).ms == at("2023-04-24 08:00").ms);
}

static void over_midnight_belongs_to_the_day_it_begins(void **state)
{
    (void)state;
    struct item friday = window(16, 22 * 60, 6 * 60);
    assert_false(open_at(&friday, "2023-04-21 05:00")); /* that would be Thursday's window */
    assert_true(open_at(&friday, "2023-04-21 22:00"));
    assert_true(open_at(&friday, "2023-04-22 05:59:59"));
    assert_false(open_at(&friday, "2023-04-22 06:00"));
    assert_false(open_at(&friday, "2023-04-22 22:00"));
    assert_true(schedule_next_change(&friday, paris, at("2023-04-21 22:00")).ms == at("2023-04-22 06:00").ms);
}

static void until_midnight(void **state)
{
    (void)state;
    struct item item = window(127, 20 * 60, 0);
    assert_true(open_at(&item, "2023-04-21 23:59:59"));
    assert_false(open_at(&item, "2023-04-22"));
}

static void spring_night_has_no_two_o_clock(void **state)
{
    (void)state;
    struct item item = window(127, 120, 180);
    for (int64_t ms = at("2023-03-26").ms; ms < at("2023-03-27").ms; ms += 60000)
        assert_false(schedule_is_open(&item, paris, (struct wall){ms}));
    struct wall next = schedule_next_change(&item, paris, at("2023-03-25 12:00"));
    assert_true(next.ms == at("2023-03-27 02:00").ms);
}

static void autumn_night_has_it_twice(void **state)
{
    (void)state;
    struct item item = window(127, 120, 180);
    int minutes = 0;
    for (int64_t ms = at("2023-10-29").ms; ms < at("2023-10-30").ms; ms += 60000)
        minutes += schedule_is_open(&item, paris, (struct wall){ms}) ? 1 : 0;
    assert_int_equal(minutes, 120);
    struct wall from = schedule_next_change(&item, paris, at("2023-10-28 12:00"));
    assert_true(from.ms == at("2023-10-29 02:00:00 +02:00").ms);
    assert_true(schedule_next_change(&item, paris, from).ms == at("2023-10-29 03:00:00 +01:00").ms);
}

static void autumn_half_hour_opens_twice(void **state)
{
    (void)state;
    struct item item = window(127, 150, 165);
    struct wall wall = at("2023-10-29 00:00");
    const char *const expected[] = {"2023-10-29 02:30:00 +02:00", "2023-10-29 02:45:00 +02:00", "2023-10-29 02:30:00 +01:00",
                                    "2023-10-29 02:45:00 +01:00", "2023-10-30 02:30:00 +01:00"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        wall = schedule_next_change(&item, paris, wall);
        assert_true(wall.ms == at(expected[i]).ms);
    }
}

/* Minute by minute against the definition, across both nights, in zones that change at other hours or by half an hour. */
static void brute_force(const struct zone *zone, const struct item *item, const char *from, int days)
{
    struct wall start, change;
    assert_true(instant_parse(from, zone, &start, NULL, NULL));
    bool open = schedule_is_open(item, zone, start);
    change = schedule_next_change(item, zone, start);
    for (int64_t ms = start.ms + 60000; ms < start.ms + days * INT64_C(86400000); ms += 60000) {
        bool now = schedule_is_open(item, zone, (struct wall){ms});
        if (now != open) {
            assert_true(change.ms == ms);
            change = schedule_next_change(item, zone, change);
        } else {
            assert_true(change.ms > ms);
        }
        open = now;
        if (ms % (7 * 60000) == 0)
            assert_true(schedule_next_change(item, zone, (struct wall){ms}).ms == change.ms);
    }
}

static void next_change_is_exact(void **state)
{
    (void)state;
    static const char *const zones[] = {"Europe/Paris", "Australia/Lord_Howe", "America/St_Johns", "UTC", "America/Havana"};
    const struct item items[] = {window(127, 0, 0),      window(31, 480, 1200), window(16, 1320, 360), window(127, 120, 180),
                                 window(64, 150, 165),   window(96, 0, 120),    window(1, 480, 480),   window(21, 0, 0),
                                 window(127, 1380, 150), window(64, 1320, 160)};
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
        struct zone *zone = zone_create(zones[z], NULL);
        if (!zone)
            continue;
        for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
            brute_force(zone, &items[i], "2023-03-08", 22);
            brute_force(zone, &items[i], "2023-10-22", 16);
        }
        zone_destroy(zone);
    }
}

static void next_change_with_from_and_until(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 60; seed++) {
        struct item item = window(1 + seed * 37 % 127, (int)(seed * 97 % 1440), (int)(seed * 211 % 1440));
        item.has_from = seed % 3 != 0;
        item.has_until = seed % 4 != 0;
        item.from = (struct wall){at("2023-03-22").ms + (int64_t)(seed * 401 % 5000) * 60000};
        item.until = (struct wall){item.from.ms + (int64_t)(seed * 577 % 9000) * 60000};
        brute_force(paris, &item, "2023-03-21", 12);
    }
}

static void described_in_words(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct item item = window(31, 480, 1200);
    item.has_until = true;
    item.until = at("2023-05-03");
    assert_string_equal(schedule_describe(arena, &item, paris, false), "lun-ven 08:00-20:00, jusqu’au 2 mai 2023");
    assert_string_equal(schedule_describe(arena, &item, paris, true), "Mon-Fri 08:00-20:00, until 2 May 2023");
    item = window(1 + 4 + 32 + 64, 1200, 0);
    item.has_from = true;
    item.from = at("2023-08-01 12:30");
    assert_string_equal(schedule_describe(arena, &item, paris, false), "lun, mer, sam, dim 20:00-24:00, à partir du 1er août 2023 à 12:30");
    item = always();
    assert_string_equal(schedule_describe(arena, &item, paris, false), "");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(always_open),
        cmocka_unit_test(from_and_until_are_instants),
        cmocka_unit_test(never_when_until_lies_before_from),
        cmocka_unit_test(hours_end_is_exclusive),
        cmocka_unit_test(over_midnight_belongs_to_the_day_it_begins),
        cmocka_unit_test(until_midnight),
        cmocka_unit_test(spring_night_has_no_two_o_clock),
        cmocka_unit_test(autumn_night_has_it_twice),
        cmocka_unit_test(autumn_half_hour_opens_twice),
        cmocka_unit_test(next_change_is_exact),
        cmocka_unit_test(next_change_with_from_and_until),
        cmocka_unit_test(described_in_words),
    };
    paris = zone_create("Europe/Paris", NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    zone_destroy(paris);
    return failed;
}
