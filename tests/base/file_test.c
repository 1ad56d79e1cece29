#include "base/arena.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct world {
    struct arena *arena;
    char folder[64];
};

static int begin(void **state)
{
    static struct world world;
    world.arena = arena_create();
    strncpy(world.folder, "/tmp/parvis-file-XXXXXX", sizeof world.folder - 1);
    *state = &world;
    return mkdtemp(world.folder) ? 0 : -1;
}

static void remove_all(struct arena *arena, const char *path)
{
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        size_t count = 0;
        const char **names = file_list(arena, path, 1000, &count);
        for (size_t i = 0; names && i < count; i++)
            remove_all(arena, file_join(arena, path, names[i]));
        unlink(file_join(arena, path, ".cache"));
    }
    remove(path);
}

static int end(void **state)
{
    struct world *world = *state;
    remove_all(world->arena, world->folder);
    arena_destroy(world->arena);
    return 0;
}

static char *in(struct world *world, const char *name)
{
    return file_join(world->arena, world->folder, name);
}

static void reads_what_was_written(void **state)
{
    struct world *world = *state;
    struct file_bytes bytes;
    assert_true(file_write(in(world, "a.md"), "bon\0jour", 8));
    assert_int_equal(file_read(world->arena, in(world, "a.md"), 8, &bytes), FILE_READ);
    assert_int_equal(bytes.length, 8);
    assert_memory_equal(bytes.data, "bon\0jour", 9);
    assert_true(file_write(in(world, "a.md"), "", 0));
    assert_int_equal(file_read(world->arena, in(world, "a.md"), 0, &bytes), FILE_READ);
    assert_int_equal(bytes.length, 0);
    assert_string_equal(bytes.data, "");
    /* Nothing but the file is left behind. */
    size_t count = 0;
    const char **names = file_list(world->arena, world->folder, 10, &count);
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "a.md");
}

static void says_why_it_cannot_read(void **state)
{
    struct world *world = *state;
    struct file_bytes bytes = {.data = NULL, .length = 7};
    assert_int_equal(file_read(world->arena, in(world, "rien"), 10, &bytes), FILE_MISSING);
    assert_int_equal(file_read(world->arena, world->folder, 10, &bytes), FILE_NOT_A_FILE);
    assert_int_equal(symlink("nulle-part", in(world, "lien")), 0);
    assert_int_equal(file_read(world->arena, in(world, "lien"), 10, &bytes), FILE_MISSING);
    assert_int_equal(symlink("boucle", in(world, "boucle")), 0);
    assert_int_equal(file_read(world->arena, in(world, "boucle"), 10, &bytes), FILE_MISSING);
    /* A pipe without a writer would block for ever. */
    assert_int_equal(mkfifo(in(world, "tuyau"), 0600), 0);
    assert_int_equal(file_read(world->arena, in(world, "tuyau"), 10, &bytes), FILE_NOT_A_FILE);
    assert_int_equal(file_read(world->arena, "/dev/zero", 10, &bytes), FILE_NOT_A_FILE);
    assert_true(file_write(in(world, "gros"), "12345678901", 11));
    assert_int_equal(file_read(world->arena, in(world, "gros"), 10, &bytes), FILE_TOO_LARGE);
    char longest[6000];
    memset(longest, 'n', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_int_equal(file_read(world->arena, longest, 10, &bytes), FILE_MISSING);
    assert_int_equal(bytes.length, 7);
    if (getuid() != 0) {
        assert_int_equal(chmod(in(world, "gros"), 0), 0);
        assert_int_equal(file_read(world->arena, in(world, "gros"), 100, &bytes), FILE_FORBIDDEN);
    }
}

static void a_failed_write_leaves_the_old_file(void **state)
{
    struct world *world = *state;
    assert_true(file_make_directory(in(world, "dossier/x")));
    assert_false(file_write(in(world, "dossier"), "neuf", 4));
    assert_true(file_is_directory(in(world, "dossier")));
    assert_false(file_write(in(world, "absent/a.md"), "neuf", 4));
    size_t count = 0;
    file_list(world->arena, world->folder, 10, &count);
    assert_int_equal(count, 1);
}

static void a_stamp_tells_a_change(void **state)
{
    struct world *world = *state;
    struct file_stamp before, after;
    assert_false(file_stat(in(world, "a.md"), &before));
    assert_false(file_stat(world->folder, &before));
    assert_true(file_write(in(world, "a.md"), "un", 2));
    assert_true(file_stat(in(world, "a.md"), &before));
    assert_int_equal(before.size_bytes, 2);
    assert_true(file_write(in(world, "a.md"), "deux", 4));
    assert_true(file_stat(in(world, "a.md"), &after));
    assert_true(before.inode != after.inode || before.modified_ns != after.modified_ns);
}

static void lists_names_in_order_without_hidden_ones(void **state)
{
    struct world *world = *state;
    const char *const names[] = {"b.md", "a.md", "10.md", "B.md", "été.md", ".cache"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(file_write(in(world, names[i]), "", 0));
    size_t count = 0;
    const char **list = file_list(world->arena, world->folder, 100, &count);
    assert_int_equal(count, 5);
    const char *const expected[] = {"10.md", "B.md", "a.md", "b.md", "été.md"};
    for (size_t i = 0; i < count; i++)
        assert_string_equal(list[i], expected[i]);
    list = file_list(world->arena, world->folder, 3, &count);
    assert_int_equal(count, 3);
    assert_null(file_list(world->arena, in(world, "rien"), 3, &count));
    assert_null(file_list(world->arena, in(world, "a.md"), 3, &count));
}

static void makes_folders_above(void **state)
{
    struct world *world = *state;
    assert_true(file_make_directory(in(world, "a/b/c")));
    assert_true(file_is_directory(in(world, "a/b/c")));
    assert_true(file_make_directory(in(world, "a/b/c")));
    assert_true(file_make_directory(in(world, "d/e/")));
    assert_true(file_is_directory(in(world, "d/e")));
    assert_true(file_write(in(world, "f"), "", 0));
    assert_false(file_make_directory(in(world, "f")));
    assert_false(file_make_directory(in(world, "f/g")));
    assert_false(file_make_directory(""));
}

static void joins_and_splits_paths(void **state)
{
    struct arena *arena = ((struct world *)*state)->arena;
    assert_string_equal(file_join(arena, "a", "b"), "a/b");
    assert_string_equal(file_join(arena, "a/", "b"), "a/b");
    assert_string_equal(file_join(arena, "a", "/b"), "/b");
    assert_string_equal(file_join(arena, "", "b"), "b");
    assert_string_equal(file_join(arena, ".", "b"), "b");
    assert_string_equal(file_join(arena, "/", "b"), "/b");
    assert_string_equal(file_directory(arena, "a/b.md"), "a");
    assert_string_equal(file_directory(arena, "b.md"), ".");
    assert_string_equal(file_directory(arena, "/b.md"), "/");
    assert_string_equal(file_directory(arena, "a/b/c"), "a/b");
    assert_string_equal(file_base("a/b.md"), "b.md");
    assert_string_equal(file_base("b.md"), "b.md");
}

static void knows_suffixes(void **state)
{
    (void)state;
    static const char *const suffixes[] = {".md", ".markdown", NULL};
    assert_true(file_has_suffix("a.md", suffixes));
    assert_true(file_has_suffix("A.MD", suffixes));
    assert_true(file_has_suffix("dossier/a.Markdown", suffixes));
    assert_false(file_has_suffix("amd", suffixes));
    assert_false(file_has_suffix("a.md.bak", suffixes));
    assert_false(file_has_suffix(".md", suffixes));
    assert_false(file_has_suffix("", suffixes));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_what_was_written, begin, end),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_read, begin, end),
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_the_old_file, begin, end),
        cmocka_unit_test_setup_teardown(a_stamp_tells_a_change, begin, end),
        cmocka_unit_test_setup_teardown(lists_names_in_order_without_hidden_ones, begin, end),
        cmocka_unit_test_setup_teardown(makes_folders_above, begin, end),
        cmocka_unit_test_setup_teardown(joins_and_splits_paths, begin, end),
        cmocka_unit_test_setup_teardown(knows_suffixes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
