#include "base/arena.h"
#include "base/file.h"
#include "store/crypto.h"
#include "store/objects.h"
#include "store/refusal.h"
#include "store/store.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct world {
    struct scratch scratch;
    struct arena *arena;
    struct store *store;
    struct refusal refusal;
};

static int begin(void **state)
{
    static struct world world;
    world = (struct world){.arena = arena_create()};
    scratch_init(&world.scratch);
    world.store = store_open_writer(scratch_path(&world.scratch, "a/state"), &world.refusal);
    *state = &world;
    return world.store ? 0 : -1;
}

static int end(void **state)
{
    struct world *world = *state;
    store_close(world->store);
    scratch_finish(&world->scratch);
    arena_destroy(world->arena);
    return 0;
}

static size_t objects_there(struct world *world)
{
    size_t count = 0;
    file_list(world->arena, store_path(world->store, world->arena, "obj"), 100, &count);
    return count;
}

static void one_writer_at_a_time(void **state)
{
    struct world *world = *state;
    assert_null(store_open_writer(store_folder(world->store), &world->refusal));
    assert_string_equal(world->refusal.code, "store-busy");
    struct store *reader = store_open(store_folder(world->store));
    assert_int_equal(store_current(reader), 0);
    store_close(reader);
    store_close(world->store);
    world->store = store_open_writer(scratch_path(&world->scratch, "a/state"), &world->refusal);
    assert_non_null(world->store);
}

static void a_reader_makes_nothing(void **state)
{
    struct world *world = *state;
    struct store *reader = store_open(scratch_path(&world->scratch, "nowhere"));
    assert_int_equal(store_current(reader), 0);
    assert_false(file_is_directory(scratch_path(&world->scratch, "nowhere")));
    store_close(reader);
    store_close(NULL);
}

static void current_is_a_number_or_nothing(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *text;
        int64_t number;
    } cases[] = {{"7\n", 7}, {"7", 7}, {"", 0}, {"x\n", 0}, {"-7\n", 0}, {"7 8\n", 0}, {"07\n", 0}, {"0\n", 0}, {"99999999999999999999\n", 0}, {"7\n\n", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        scratch_write(&world->scratch, "a/state/current", cases[i].text);
        assert_true(store_current(world->store) == cases[i].number);
    }
}

static void takes_in_an_object_piece_by_piece(void **state)
{
    struct world *world = *state;
    char hash[65], found[65];
    crypto_sha256_of("bonjour", 7, hash);
    assert_string_equal(hash, "2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18");
    struct objects_part *part = objects_part_open(world->store, hash, 7, &world->refusal);
    assert_non_null(part);
    assert_true(objects_part_add(part, "bon", 3, &world->refusal));
    assert_false(objects_has(world->store, hash, 7));
    assert_false(objects_part_commit(part, NULL, &world->refusal));
    assert_string_equal(world->refusal.code, "object-truncated");
    objects_part_close(part);
    /* Resumed where it stopped. */
    part = objects_part_open(world->store, hash, 7, &world->refusal);
    assert_int_equal(objects_part_length(part), 3);
    assert_true(objects_part_add(part, "jour", 4, &world->refusal));
    assert_true(objects_part_commit(part, found, &world->refusal));
    objects_part_close(part);
    assert_string_equal(found, hash);
    assert_true(objects_has(world->store, hash, 7));
    assert_false(objects_has(world->store, hash, 8));
    assert_true(objects_is_whole(world->store, hash, 7));
    assert_int_equal(objects_there(world), 1);
}

static void refuses_other_bytes_and_more_of_them(void **state)
{
    struct world *world = *state;
    char hash[65];
    crypto_sha256_of("bonjour", 7, hash);
    struct objects_part *part = objects_part_open(world->store, hash, 7, &world->refusal);
    assert_true(objects_part_add(part, "bonsoir", 7, &world->refusal));
    assert_false(objects_part_add(part, "!", 1, &world->refusal));
    assert_string_equal(world->refusal.code, "object-too-large");
    assert_false(objects_part_commit(part, NULL, &world->refusal));
    assert_string_equal(world->refusal.code, "object-altered");
    objects_part_close(part);
    assert_int_equal(objects_there(world), 0);
    assert_null(objects_part_open(world->store, "../../etc/passwd", 7, &world->refusal));
    objects_part_close(NULL);
}

static void a_part_that_is_too_long_begins_again(void **state)
{
    struct world *world = *state;
    char hash[65];
    crypto_sha256_of("bonjour", 7, hash);
    scratch_write(&world->scratch, "x", "bonjour et plus");
    assert_int_equal(rename(scratch_path(&world->scratch, "x"),
                            arena_format(world->arena, "%s.part", objects_path(world->store, world->arena, hash))), 0);
    struct objects_part *part = objects_part_open(world->store, hash, 7, &world->refusal);
    assert_int_equal(objects_part_length(part), 0);
    assert_true(objects_part_add(part, "bonjour", 7, &world->refusal));
    assert_true(objects_part_rewind(part, &world->refusal));
    assert_true(objects_part_add(part, "bon", 3, &world->refusal));
    assert_true(objects_part_add(part, "jour", 4, &world->refusal));
    assert_true(objects_part_commit(part, NULL, &world->refusal));
    objects_part_close(part);
    assert_true(objects_is_whole(world->store, hash, 7));
}

static void an_unknown_object_gets_its_name_at_the_end(void **state)
{
    struct world *world = *state;
    char found[65], hash[65];
    crypto_sha256_of("bonjour", 7, hash);
    struct objects_part *part = objects_part_open_unknown(world->store, 10, &world->refusal);
    assert_true(objects_part_add(part, "bonjour", 7, &world->refusal));
    assert_true(objects_part_commit(part, found, &world->refusal));
    objects_part_close(part);
    assert_string_equal(found, hash);
    part = objects_part_open_unknown(world->store, 10, &world->refusal);
    assert_true(objects_part_add(part, "bonjour", 7, &world->refusal));
    assert_false(objects_part_add(part, "bonjour", 7, &world->refusal));
    objects_part_close(part);
    assert_int_equal(objects_there(world), 1);
}

static void puts_bytes_and_files(void **state)
{
    struct world *world = *state;
    char hash[65], again[65];
    int64_t size = 0;
    assert_true(objects_put(world->store, "bonjour", 7, hash, &world->refusal));
    assert_true(objects_put(world->store, "bonjour", 7, again, &world->refusal));
    scratch_write(&world->scratch, "file", "bonjour");
    assert_true(objects_put_file(world->store, scratch_path(&world->scratch, "file"), 7, again, &size, &world->refusal));
    assert_string_equal(hash, again);
    assert_int_equal(size, 7);
    assert_int_equal(objects_there(world), 1);
    assert_false(objects_put_file(world->store, scratch_path(&world->scratch, "file"), 6, again, &size, &world->refusal));
    assert_string_equal(world->refusal.code, "object-too-large");
    assert_false(objects_put_file(world->store, scratch_path(&world->scratch, "missing"), 6, again, &size, &world->refusal));
    assert_true(objects_put(world->store, "", 0, hash, &world->refusal));
    assert_true(objects_is_whole(world->store, hash, 0));
    objects_remove(world->store, hash);
    assert_false(objects_has(world->store, hash, 0));
}

static int64_t nothing_free(const char *folder)
{
    (void)folder;
    return 3;
}

static void asks_for_room_before_it_writes(void **state)
{
    struct world *world = *state;
    char hash[65];
    assert_true(store_free_bytes(world->store) > 0);
    store_measure_with(world->store, nothing_free);
    assert_false(objects_put(world->store, "bonjour", 7, hash, &world->refusal));
    assert_string_equal(world->refusal.code, "disk-full");
    assert_true(objects_put(world->store, "bon", 3, hash, &world->refusal));
    assert_false(store_has_room(world->store, 4, &world->refusal));
}

static int64_t reserve_only(const char *folder)
{
    (void)folder;
    return 0;
}

/* Of a file whose size nobody knows: the reserve is for everything else on that disk. */
static void leaves_the_reserve_alone(void **state)
{
    struct world *world = *state;
    store_measure_with(world->store, reserve_only);
    struct objects_part *part = objects_part_open_unknown(world->store, 10, &world->refusal);
    assert_non_null(part); /* whoever asks whether it is still the same needs no room */
    assert_false(objects_part_add(part, "x", 1, &world->refusal));
    assert_string_equal(world->refusal.code, "disk-full");
    objects_part_close(part);
}

static void a_writer_removes_what_was_left_half_done(void **state)
{
    struct world *world = *state;
    scratch_write(&world->scratch, "a/state/gen/7.new", "x");
    scratch_write(&world->scratch, "a/state/current.new", "x");
    scratch_write(&world->scratch, "a/state/gen/7", "x");
    store_close(world->store);
    world->store = store_open_writer(scratch_path(&world->scratch, "a/state"), &world->refusal);
    struct file_stamp stamp;
    assert_false(file_stat(scratch_path(&world->scratch, "a/state/gen/7.new"), &stamp));
    assert_false(file_stat(scratch_path(&world->scratch, "a/state/current.new"), &stamp));
    assert_true(file_stat(scratch_path(&world->scratch, "a/state/gen/7"), &stamp));
}

static void says_what_the_disk_refuses(void **state)
{
    struct world *world = *state;
    static const struct {
        int reason;
        const char *code;
    } cases[] = {{28, "disk-full"}, {30, "disk-read-only"}, {5, "disk-broken"}, {13, "store-forbidden"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(refusal_set_errno(&world->refusal, cases[i].reason, "/x"));
        assert_string_equal(world->refusal.code, cases[i].code);
        assert_non_null(strstr(world->refusal.french, "/x"));
    }
    scratch_write(&world->scratch, "file", "x");
    assert_null(store_open_writer(scratch_path(&world->scratch, "file/state"), &world->refusal));
    assert_string_equal(world->refusal.code, "disk-broken");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_writer_at_a_time, begin, end),
        cmocka_unit_test_setup_teardown(a_reader_makes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(current_is_a_number_or_nothing, begin, end),
        cmocka_unit_test_setup_teardown(takes_in_an_object_piece_by_piece, begin, end),
        cmocka_unit_test_setup_teardown(refuses_other_bytes_and_more_of_them, begin, end),
        cmocka_unit_test_setup_teardown(a_part_that_is_too_long_begins_again, begin, end),
        cmocka_unit_test_setup_teardown(an_unknown_object_gets_its_name_at_the_end, begin, end),
        cmocka_unit_test_setup_teardown(puts_bytes_and_files, begin, end),
        cmocka_unit_test_setup_teardown(asks_for_room_before_it_writes, begin, end),
        cmocka_unit_test_setup_teardown(leaves_the_reserve_alone, begin, end),
        cmocka_unit_test_setup_teardown(a_writer_removes_what_was_left_half_done, begin, end),
        cmocka_unit_test_setup_teardown(says_what_the_disk_refuses, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
