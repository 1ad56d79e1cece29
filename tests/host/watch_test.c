#include "host/watch.h"

#include "base/arena.h"
#include "support/scratch.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct scratch folder;
static struct watch *watch;
static struct arena *arena;
static const char *const *names;
static size_t count;
static bool all;

static int setup(void **state)
{
    (void)state;
    scratch_init(&folder);
    watch = watch_create();
    arena = arena_create();
    return watch ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    watch_destroy(watch);
    arena_destroy(arena);
    scratch_finish(&folder);
    return 0;
}

static void set(const char *name)
{
    const char *folders[] = {scratch_path(&folder, name)};
    watch_set(watch, folders, 1);
}

static void look(void)
{
    struct pollfd ready = {.fd = watch_descriptor(watch), .events = POLLIN};
    poll(&ready, 1, 1000);
    names = watch_changes(watch, arena, &count, &all);
}

static void quiet(void **state)
{
    (void)state;
    set(".");
    names = watch_changes(watch, arena, &count, &all);
    assert_int_equal(count, 0);
    assert_false(all);
}

static void names_each_file_once(void **state)
{
    (void)state;
    scratch_folder(&folder, "hall");
    set("hall");
    scratch_write(&folder, "hall/a.md", "un");
    scratch_write(&folder, "hall/a.md", "deux");
    scratch_write(&folder, "hall/b.md", "un");
    unlink(scratch_path(&folder, "hall/b.md"));
    look();
    assert_int_equal(count, 2);
    assert_string_equal(names[0], scratch_path(&folder, "hall/a.md"));
    assert_string_equal(names[1], scratch_path(&folder, "hall/b.md"));
    assert_false(all);
}

static void partial_files_are_left_out(void **state)
{
    (void)state;
    scratch_folder(&folder, "hall");
    set("hall");
    scratch_write(&folder, "hall/a.md~", "");
    scratch_write(&folder, "hall/.a.md.swp", "");
    scratch_write(&folder, "hall/a.md.part-12", "");
    rename(scratch_path(&folder, "hall/a.md.part-12"), scratch_path(&folder, "hall/a.md"));
    look();
    assert_int_equal(count, 1);
    assert_string_equal(names[0], scratch_path(&folder, "hall/a.md"));
}

static void a_flood_is_all(void **state)
{
    (void)state;
    scratch_folder(&folder, "hall");
    set("hall");
    for (int i = 0; i < 200; i++) {
        char name[32];
        snprintf(name, sizeof name, "hall/%03d.md", i);
        scratch_write(&folder, name, "x");
    }
    look();
    assert_true(all);
    assert_true(count <= 64);
}

static void a_missing_folder_is_seen_when_it_comes(void **state)
{
    (void)state;
    set("site/uploads");
    scratch_write(&folder, "other.txt", "x");
    look();
    assert_int_equal(count, 0);
    assert_false(all);
    scratch_folder(&folder, "site");
    look();
    assert_true(all);
    scratch_folder(&folder, "site/uploads");
    look();
    assert_true(all);
    scratch_write(&folder, "site/uploads/a.jpg", "x");
    look();
    assert_int_equal(count, 1);
    assert_string_equal(names[0], scratch_path(&folder, "site/uploads/a.jpg"));
}

static void a_folder_that_goes_and_comes_back(void **state)
{
    (void)state;
    scratch_folder(&folder, "hall");
    set("hall");
    rename(scratch_path(&folder, "hall"), scratch_path(&folder, "away"));
    look();
    assert_true(all);
    scratch_write(&folder, "away/a.md", "x");
    scratch_folder(&folder, "hall");
    look();
    assert_true(all);
    assert_int_equal(count, 0);
    scratch_write(&folder, "hall/b.md", "x");
    look();
    assert_int_equal(count, 1);
    assert_string_equal(names[0], scratch_path(&folder, "hall/b.md"));
}

static void a_link_that_is_turned(void **state)
{
    (void)state;
    scratch_folder(&folder, "one");
    scratch_folder(&folder, "two");
    assert_int_equal(symlink("one", scratch_path(&folder, "current")), 0);
    set("current");
    assert_int_equal(symlink("two", scratch_path(&folder, "next")), 0);
    assert_int_equal(rename(scratch_path(&folder, "next"), scratch_path(&folder, "current")), 0);
    look();
    assert_true(all);
    scratch_write(&folder, "two/a.md", "x");
    look();
    assert_int_equal(count, 1);
    assert_string_equal(names[0], scratch_path(&folder, "current/a.md"));
}

static void folders_can_be_changed(void **state)
{
    (void)state;
    scratch_folder(&folder, "one");
    scratch_folder(&folder, "two");
    set("one");
    set("two");
    scratch_write(&folder, "one/a.md", "x");
    scratch_write(&folder, "two/a.md", "x");
    look();
    assert_int_equal(count, 1);
    assert_string_equal(names[0], scratch_path(&folder, "two/a.md"));
}

static void a_name_of_one_folder_in_another(void **state)
{
    (void)state;
    scratch_folder(&folder, "hall");
    scratch_folder(&folder, "hall/photos");
    const char *folders[] = {scratch_path(&folder, "hall"), scratch_path(&folder, "hall/photos")};
    watch_set(watch, folders, 2);
    scratch_write(&folder, "hall/photos/a.jpg", "x");
    look();
    assert_int_equal(count, 1);
    assert_false(all);
    assert_string_equal(names[0], scratch_path(&folder, "hall/photos/a.jpg"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(quiet, setup, teardown),
        cmocka_unit_test_setup_teardown(names_each_file_once, setup, teardown),
        cmocka_unit_test_setup_teardown(partial_files_are_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_flood_is_all, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_folder_is_seen_when_it_comes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_folder_that_goes_and_comes_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_link_that_is_turned, setup, teardown),
        cmocka_unit_test_setup_teardown(folders_can_be_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_of_one_folder_in_another, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
