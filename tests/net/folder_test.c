/* An origin that is a folder: a stick, with what may lie on it. */
#include "base/arena.h"
#include "net/folder.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>

#include <cmocka.h>

struct world {
    struct scratch scratch;
    struct fetch fetch;
    char got[256];
    size_t length;
    bool go_on, take;
};

static bool still_wanted(void *self)
{
    return ((struct world *)self)->go_on;
}

static int begin(void **state)
{
    static struct world world;
    world = (struct world){.go_on = true, .take = true};
    scratch_init(&world.scratch);
    scratch_folder(&world.scratch, "in");
    scratch_folder(&world.scratch, "in/obj");
    scratch_write(&world.scratch, "in/manifest.json", "0123456789");
    scratch_write(&world.scratch, "in/obj/ab", "object");
    scratch_write(&world.scratch, "outside", "secret");
    folder_create(&world.fetch, scratch_path(&world.scratch, "in"), still_wanted, &world);
    *state = &world;
    return 0;
}

static int end(void **state)
{
    struct world *world = *state;
    world->fetch.destroy(world->fetch.self);
    scratch_finish(&world->scratch);
    return 0;
}

static bool take(void *self, uint64_t at, const void *data, size_t length)
{
    struct world *world = self;
    assert_true(at + length < sizeof world->got);
    memcpy(world->got + at, data, length);
    world->length = at + length;
    world->got[world->length] = '\0';
    return world->take;
}

static struct fetch_answer ask(struct world *world, const char *path, uint64_t most, const char *etag, uint64_t resume)
{
    struct fetch_answer answer;
    const struct fetch_request request = {
        .path = path, .most_bytes = most, .etag = etag, .resume_bytes = resume, .sink = take, .self = world};
    world->got[0] = '\0';
    world->fetch.get(world->fetch.self, &request, &answer);
    return answer;
}

static void a_file_is_given_and_not_given_twice(void **state)
{
    struct world *world = *state;
    struct fetch_answer answer = ask(world, "manifest.json", 100, NULL, 0);
    assert_int_equal(answer.status, FETCH_FINE);
    assert_string_equal(world->got, "0123456789");
    assert_int_equal(answer.bytes, 10);
    assert_int_equal(ask(world, "manifest.json", 100, answer.etag, 0).status, FETCH_NOT_MODIFIED);
    scratch_write(&world->scratch, "in/manifest.json", "012345678X");
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(-1, scratch_path(&world->scratch, "in/manifest.json"), times, 0), 0);
    assert_int_equal(ask(world, "manifest.json", 100, answer.etag, 0).status, FETCH_FINE);
    assert_int_equal(ask(world, "obj/ab", 100, NULL, 0).status, FETCH_FINE);
    assert_string_equal(world->got, "object");
}

static void ceilings_and_beginnings(void **state)
{
    struct world *world = *state;
    assert_int_equal(ask(world, "manifest.json", 10, NULL, 0).status, FETCH_FINE);
    assert_int_equal(ask(world, "manifest.json", 9, NULL, 0).status, FETCH_TOO_LARGE);
    memcpy(world->got, "ABC", 3);
    assert_int_equal(ask(world, "manifest.json", 10, NULL, 3).status, FETCH_FINE);
    assert_string_equal(world->got + 3, "3456789");
    assert_int_equal(ask(world, "manifest.json", 100, NULL, 11).status, FETCH_RANGE);
    world->take = false;
    assert_int_equal(ask(world, "manifest.json", 10, NULL, 0).status, FETCH_SINK);
    world->take = true;
    world->go_on = false;
    assert_int_equal(ask(world, "manifest.json", 10, NULL, 0).status, FETCH_LEFT);
}

static void nothing_leads_out(void **state)
{
    struct world *world = *state;
    const struct scratch *scratch = &world->scratch;
    assert_int_equal(symlink("../outside", scratch_path(scratch, "in/link")), 0);
    assert_int_equal(symlink("..", scratch_path(scratch, "in/up")), 0);
    assert_int_equal(mkfifo(scratch_path(scratch, "in/pipe"), 0644), 0);
    static const char *const unsafe[] = {"link", "up/outside", "../outside", "obj/../../outside", "", "/etc/passwd", "obj//ab", "./manifest.json", "pipe", "obj"};
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
        assert_int_equal(ask(world, unsafe[i], 100000, NULL, 0).status, FETCH_UNSAFE);
        assert_string_equal(world->got, "");
    }
    assert_int_equal(ask(world, "absent", 100, NULL, 0).status, FETCH_MISSING);
    assert_int_equal(ask(world, "absent/ab", 100, NULL, 0).status, FETCH_MISSING);
}

static void a_stick_that_is_not_there(void **state)
{
    struct world *world = *state;
    assert_int_equal(rename(scratch_path(&world->scratch, "in"), scratch_path(&world->scratch, "gone")), 0);
    assert_int_equal(ask(world, "manifest.json", 100, NULL, 0).status, FETCH_MISSING);
    assert_int_equal(rename(scratch_path(&world->scratch, "gone"), scratch_path(&world->scratch, "in")), 0);
    assert_int_equal(ask(world, "manifest.json", 100, NULL, 0).status, FETCH_FINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_given_and_not_given_twice, begin, end),
        cmocka_unit_test_setup_teardown(ceilings_and_beginnings, begin, end),
        cmocka_unit_test_setup_teardown(nothing_leads_out, begin, end),
        cmocka_unit_test_setup_teardown(a_stick_that_is_not_there, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
