#include "base/arena.h"
#include "base/file.h"
#include "base/instant.h"
#include "base/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct world {
    struct arena *arena;
    struct zone *paris;
};

static int begin(void **state)
{
    static struct world world;
    world.arena = arena_create();
    world.paris = zone_create("Europe/Paris", NULL);
    *state = &world;
    return world.paris ? 0 : -1;
}

static int end(void **state)
{
    struct world *world = *state;
    zone_destroy(world->paris);
    arena_destroy(world->arena);
    return 0;
}

static struct wall instant(const char *text)
{
    struct wall wall;
    if (!instant_parse(text, NULL, &wall, NULL, NULL))
        fail_msg("%s", text);
    return wall;
}

/* The instant that a wall-clock reading has in a zone, and the reading that an instant has, both as text. */
static void check_reading(const struct zone *zone, struct civil reading, const char *expected)
{
    struct world world = {.arena = arena_create()};
    assert_string_equal(instant_format(world.arena, zone_to_wall(zone, &reading), zone), expected);
    arena_destroy(world.arena);
}

static void check_instant(const struct zone *zone, const char *utc, const char *expected)
{
    struct arena *arena = arena_create();
    assert_string_equal(instant_format(arena, instant(utc), zone), expected);
    arena_destroy(arena);
}

static void spring_night_in_paris(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    check_instant(paris, "2023-03-26T00:59:59Z", "2023-03-26T01:59:59+01:00");
    check_instant(paris, "2023-03-26T01:00:00Z", "2023-03-26T03:00:00+02:00");
    check_reading(paris, (struct civil){2023, 3, 26, 1, 59, 59}, "2023-03-26T01:59:59+01:00");
    check_reading(paris, (struct civil){2023, 3, 26, 3, 0, 0}, "2023-03-26T03:00:00+02:00");
    /* These readings never happen: the instant at which the clocks jump over them. */
    check_reading(paris, (struct civil){2023, 3, 26, 2, 0, 0}, "2023-03-26T03:00:00+02:00");
    check_reading(paris, (struct civil){2023, 3, 26, 2, 30, 0}, "2023-03-26T03:00:00+02:00");
    check_reading(paris, (struct civil){2023, 3, 26, 2, 59, 59}, "2023-03-26T03:00:00+02:00");
}

static void autumn_night_in_paris(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    check_instant(paris, "2023-10-29T00:59:59Z", "2023-10-29T02:59:59+02:00");
    check_instant(paris, "2023-10-29T01:00:00Z", "2023-10-29T02:00:00+01:00");
    check_reading(paris, (struct civil){2023, 10, 29, 1, 59, 59}, "2023-10-29T01:59:59+02:00");
    /* These readings happen twice: the first time counts. */
    check_reading(paris, (struct civil){2023, 10, 29, 2, 0, 0}, "2023-10-29T02:00:00+02:00");
    check_reading(paris, (struct civil){2023, 10, 29, 2, 59, 59}, "2023-10-29T02:59:59+02:00");
    check_reading(paris, (struct civil){2023, 10, 29, 3, 0, 0}, "2023-10-29T03:00:00+01:00");
}

static void days_of_23_and_25_hours(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    struct wall spring = zone_day_start(paris, instant("2023-03-26T10:00:00Z"), 0);
    struct wall autumn = zone_day_start(paris, instant("2023-10-29T10:00:00Z"), 0);
    assert_int_equal(zone_day_start(paris, spring, 1).ms - spring.ms, 23 * 3600 * 1000);
    assert_int_equal(zone_day_start(paris, autumn, 1).ms - autumn.ms, 25 * 3600 * 1000);
    /* Over the end of a year and backwards. */
    struct wall eve = instant("2023-12-31T12:00:00Z");
    struct arena *arena = ((struct world *)*state)->arena;
    assert_string_equal(instant_format(arena, zone_day_start(paris, eve, 1), paris), "2024-01-01T00:00:00+01:00");
    assert_string_equal(instant_format(arena, zone_day_start(paris, eve, -365), paris), "2022-12-31T00:00:00+01:00");
}

static void the_footer_rule_goes_on_after_the_table(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    check_instant(paris, "2037-10-25T00:59:59Z", "2037-10-25T02:59:59+02:00");
    check_instant(paris, "2037-10-25T01:00:00Z", "2037-10-25T02:00:00+01:00");
    check_instant(paris, "2038-03-28T01:00:00Z", "2038-03-28T03:00:00+02:00");
    check_instant(paris, "2050-07-01T12:00:00Z", "2050-07-01T14:00:00+02:00");
    check_instant(paris, "2100-01-31T12:00:00Z", "2100-01-31T13:00:00+01:00");
    check_reading(paris, (struct civil){2044, 3, 27, 2, 30, 0}, "2044-03-27T03:00:00+02:00");
    check_reading(paris, (struct civil){2044, 10, 30, 2, 30, 0}, "2044-10-30T02:30:00+02:00");
}

static void before_the_table_the_first_offset_holds(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    /* Local mean time of Paris: 9 minutes 21 seconds. */
    assert_int_equal(zone_offset_s(paris, instant("1850-01-01T00:00:00Z")), 561);
}

static void a_southern_zone_has_its_summer_over_new_year(void **state)
{
    (void)state;
    struct zone *sydney = zone_create("Australia/Sydney", NULL);
    assert_non_null(sydney);
    check_instant(sydney, "2023-01-15T00:00:00Z", "2023-01-15T11:00:00+11:00");
    check_instant(sydney, "2023-07-15T00:00:00Z", "2023-07-15T10:00:00+10:00");
    check_instant(sydney, "2045-01-15T00:00:00Z", "2045-01-15T11:00:00+11:00");
    check_instant(sydney, "2045-07-15T00:00:00Z", "2045-07-15T10:00:00+10:00");
    check_instant(sydney, "2044-12-31T13:30:00Z", "2045-01-01T00:30:00+11:00");
    zone_destroy(sydney);
}

/* Ireland's standard time is its summer time: winter is the exception, with an offset below it. */
static void a_zone_whose_exception_is_the_winter(void **state)
{
    (void)state;
    struct zone *dublin = zone_create("Europe/Dublin", NULL);
    assert_non_null(dublin);
    check_instant(dublin, "2045-01-15T00:00:00Z", "2045-01-15T00:00:00+00:00");
    check_instant(dublin, "2045-07-15T00:00:00Z", "2045-07-15T01:00:00+01:00");
    check_reading(dublin, (struct civil){2045, 3, 26, 1, 30, 0}, "2045-03-26T02:00:00+01:00");
    zone_destroy(dublin);
}

static void utc_and_no_zone_are_the_same(void **state)
{
    (void)state;
    struct zone *utc = zone_create("UTC", NULL);
    assert_non_null(utc);
    check_instant(utc, "2023-07-15T00:00:00Z", "2023-07-15T00:00:00+00:00");
    check_instant(NULL, "2023-07-15T00:00:00Z", "2023-07-15T00:00:00+00:00");
    assert_string_equal(zone_name(utc), "UTC");
    assert_string_equal(zone_name(NULL), "UTC");
    zone_destroy(utc);
    zone_destroy(NULL);
}

static void territories_overseas(void **state)
{
    (void)state;
    struct zone *reunion = zone_create("Indian/Reunion", NULL), *marquesas = zone_create("Pacific/Marquesas", NULL);
    assert_non_null(reunion);
    assert_non_null(marquesas);
    check_instant(reunion, "2023-07-15T00:00:00Z", "2023-07-15T04:00:00+04:00");
    check_instant(marquesas, "2060-07-15T00:00:00Z", "2060-07-14T14:30:00-09:30");
    zone_destroy(reunion);
    zone_destroy(marquesas);
}

static void fields_may_lie_outside_their_ranges(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    check_reading(paris, (struct civil){2023, 5, 2, 24, 0, 0}, "2023-05-03T00:00:00+02:00");
    check_reading(paris, (struct civil){2023, 12, 32, 0, 0, 0}, "2024-01-01T00:00:00+01:00");
    check_reading(paris, (struct civil){2023, 13, 1, 0, 0, 0}, "2024-01-01T00:00:00+01:00");
    check_reading(paris, (struct civil){2023, 0, 1, 0, 0, 0}, "2022-12-01T00:00:00+01:00");
    check_reading(paris, (struct civil){2023, 3, 0, 12, 0, 0}, "2023-02-28T12:00:00+01:00");
}

static void every_hour_of_two_decades_goes_there_and_back(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    for (int64_t seconds = instant("2023-01-01").ms / 1000; seconds < instant("2043-01-01").ms / 1000; seconds += 3600) {
        struct wall wall = {seconds * 1000};
        struct civil civil = zone_to_civil(paris, wall);
        int64_t back = zone_to_wall(paris, &civil).ms / 1000;
        /* The second time of an hour that happens twice comes back as the first. */
        if (back != seconds && back != seconds - 3600)
            fail_msg("%lld", (long long)seconds);
    }
}

static void the_far_ends_stay_in_range(void **state)
{
    const struct zone *paris = ((struct world *)*state)->paris;
    assert_true(zone_day_start(paris, WALL_NEVER, 1).ms > instant("9999-01-01").ms);
    assert_true(zone_day_start(paris, WALL_ALWAYS, -1).ms < instant("0001-01-01").ms);
    assert_int_equal(zone_offset_s(paris, WALL_ALWAYS), 561);
}

static void names_that_are_no_zone(void **state)
{
    (void)state;
    static const char *const names[] = {"", "Europe/Lutece", "Europe", "../../etc/passwd", "/etc/localtime", "Europe/../UTC", "zone.tab",
                                        "Europe/Paris ", "Europe\\Paris", "tzdata.zi"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zone_create(names[i], NULL))
            fail_msg("« %s » is taken for a zone", names[i]);
}

static void check_damaged(struct arena *arena, const char *folder, const char *bytes, size_t length)
{
    assert_true(file_write(file_join(arena, folder, "Zone"), bytes, length));
    struct zone *zone = zone_create("Zone", folder);
    if (zone) {
        zone_to_civil(zone, instant("2023-07-15"));
        zone_to_civil(zone, instant("2093-07-15"));
        zone_day_start(zone, instant("2093-07-15"), 1);
    }
    zone_destroy(zone);
}

/* Every cut, every changed byte of a real file: refused or read, never a crash (the sanitizers watch). */
static void damaged_files(void **state)
{
    struct arena *arena = ((struct world *)*state)->arena;
    char folder[] = "/tmp/parvis-zone-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct file_bytes bytes;
    assert_int_equal(file_read(arena, "/usr/share/zoneinfo/Europe/Paris", 65536, &bytes), FILE_READ);
    for (size_t length = 0; length < bytes.length; length += length < 100 ? 1 : 13)
        check_damaged(arena, folder, bytes.data, length);
    uint32_t seed = 7;
    for (int round = 0; round < 600; round++) {
        char *copy = arena_copy_bytes(arena, bytes.data, bytes.length);
        for (int i = 0; i < 6; i++) {
            seed = seed * 1664525u + 1013904223u;
            /* Mostly the two headers and the footer, where lengths and rules are. */
            size_t where = (seed >> 8) % bytes.length;
            where = round % 3 == 0 ? where % 60 : round % 3 == 1 ? bytes.length - 1 - where % 40 : where;
            copy[where] = (char)(seed >> 24);
        }
        check_damaged(arena, folder, copy, bytes.length);
    }
    static const char *const footers[] = {"CET-99999999999999", "CET-2147483647CEST", "CET-1CEST,M3.5.0/999999999999,M10.5.0/3",
                                          "CET-1CEST,M99999999999.5.0,M10.5.0", "<+01", "CET-1:99999999999:9", "", "CET-1CEST,J60,J300"};
    size_t body = bytes.length;
    while (bytes.data[body - 2] != '\n')
        body--;
    for (size_t i = 0; i < sizeof footers / sizeof *footers; i++) {
        char *whole = arena_format(arena, "%*s%s\n", (int)body - 1, "", footers[i]);
        memcpy(whole, bytes.data, body - 1);
        check_damaged(arena, folder, whole, strlen(footers[i]) + body);
    }
    unlink(file_join(arena, folder, "Zone"));
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spring_night_in_paris),
        cmocka_unit_test(autumn_night_in_paris),
        cmocka_unit_test(days_of_23_and_25_hours),
        cmocka_unit_test(the_footer_rule_goes_on_after_the_table),
        cmocka_unit_test(before_the_table_the_first_offset_holds),
        cmocka_unit_test(a_southern_zone_has_its_summer_over_new_year),
        cmocka_unit_test(a_zone_whose_exception_is_the_winter),
        cmocka_unit_test(utc_and_no_zone_are_the_same),
        cmocka_unit_test(territories_overseas),
        cmocka_unit_test(fields_may_lie_outside_their_ranges),
        cmocka_unit_test(every_hour_of_two_decades_goes_there_and_back),
        cmocka_unit_test(the_far_ends_stay_in_range),
        cmocka_unit_test(names_that_are_no_zone),
        cmocka_unit_test(damaged_files),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
