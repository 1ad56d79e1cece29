#include "base/arena.h"
#include "base/instant.h"
#include "base/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/* What editors write, and what it means in Paris. */
static void reads_what_editors_write(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *text, *expected;
        bool has_time, has_offset;
    } rows[] = {
        {"2023-04-20T10:24:00+02:00", "2023-04-20T10:24:00+02:00", true, true},
        {"2023-04-14 14:38:00 +02:00", "2023-04-14T14:38:00+02:00", true, true},
        {"2023-04-14 14:38:00 +0200", "2023-04-14T14:38:00+02:00", true, true},
        {"2023-04-20T08:24:00Z", "2023-04-20T10:24:00+02:00", true, true},
        {"2023-04-20t08:24:00.250z", "2023-04-20T10:24:00+02:00", true, true},
        {"2023-04-20 10:24", "2023-04-20T10:24:00+02:00", true, false},
        {"2023-04-20T10:24", "2023-04-20T10:24:00+02:00", true, false},
        {"2023-04-20", "2023-04-20T00:00:00+02:00", false, false},
        {"2023-04-20 ", "2023-04-20T00:00:00+02:00", false, false},
        {"2023-01-20", "2023-01-20T00:00:00+01:00", false, false},
        {"2023-01-01T00:30:00-05:00", "2023-01-01T06:30:00+01:00", true, true},
        {"2024-02-29 12:00", "2024-02-29T12:00:00+01:00", true, false},
        {"1969-12-31 23:59:59 +00:00", "1970-01-01T00:59:59+01:00", true, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct wall wall;
        bool has_time = false, has_offset = false;
        if (!instant_parse(rows[i].text, world->paris, &wall, &has_time, &has_offset))
            fail_msg("« %s » is not understood", rows[i].text);
        assert_string_equal(instant_format(world->arena, wall, world->paris), rows[i].expected);
        assert_int_equal(has_time, rows[i].has_time);
        assert_int_equal(has_offset, rows[i].has_offset);
    }
}

static void refuses_the_rest_and_writes_nothing(void **state)
{
    struct world *world = *state;
    static const char *const rows[] = {
        "",           "demain",      "2023",         "2023-04",          "2023-4-20",           "20/04/2023",        "2023-02-30",
        "2023-13-01", "2023-00-10",  "2023-04-20T",  "2023-04-20T25:00", "2023-04-20T10:60",    "2023-04-20T10",     "2023-04-20x",
        "2023-04-20T10:24:00+",      "2023-04-20T10:24:00+2:00",         "2023-04-20T10:24:00+02:60",                 "0000-01-01",
        "2023-04-20T10:24:00+25:00", "2023-04-20T10:24:00Zulu",          "2023-04-20T10:24:00 bonjour",               " 2023-04-20",
        "2023-04-20T24:00",          "+2023-04-20",  "2023-04-20T10:24:60",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct wall wall = {42};
        if (instant_parse(rows[i], world->paris, &wall, NULL, NULL))
            fail_msg("« %s » is taken for a date", rows[i]);
        assert_int_equal(wall.ms, 42);
    }
}

static void an_instant_in_utc_needs_no_zone(void **state)
{
    struct world *world = *state;
    struct wall wall;
    assert_true(instant_parse("2023-05-02 22:00", NULL, &wall, NULL, NULL));
    assert_int_equal(wall.ms, 1683064800000);
    assert_string_equal(instant_format(world->arena, wall, NULL), "2023-05-02T22:00:00+00:00");
    assert_string_equal(instant_format(world->arena, wall, world->paris), "2023-05-03T00:00:00+02:00");
}

static void offsets_west_and_of_half_hours(void **state)
{
    struct world *world = *state;
    struct zone *newfoundland = zone_create("America/St_Johns", NULL);
    assert_non_null(newfoundland);
    struct wall wall;
    assert_true(instant_parse("2023-01-10T12:00:00Z", NULL, &wall, NULL, NULL));
    assert_string_equal(instant_format(world->arena, wall, newfoundland), "2023-01-10T08:30:00-03:30");
    zone_destroy(newfoundland);
}

static void the_far_ends_can_be_written(void **state)
{
    struct world *world = *state;
    assert_non_null(strchr(instant_format(world->arena, WALL_NEVER, world->paris), 'T'));
    assert_non_null(strchr(instant_format(world->arena, WALL_ALWAYS, world->paris), 'T'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_editors_write),
        cmocka_unit_test(refuses_the_rest_and_writes_nothing),
        cmocka_unit_test(an_instant_in_utc_needs_no_zone),
        cmocka_unit_test(offsets_west_and_of_half_hours),
        cmocka_unit_test(the_far_ends_can_be_written),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
