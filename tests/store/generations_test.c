#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "store/crypto.h"
#include "store/generations.h"
#include "store/manifest.h"
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
    world.store = store_open_writer(scratch_path(&world.scratch, "state"), &world.refusal);
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

/* A manifest of two texts that are their own paths, and an article that differs by generation. */
static struct manifest *manifest_of(struct world *world, int64_t number, const char *article, bool put)
{
    const char *const pieces[][2] = {{"playlist.yaml", "items: [a]"}, {"articles/été.md", article}, {"photos/x/y.jpg", "pixels"}};
    struct manifest_file *files = arena_alloc(world->arena, 3 * sizeof *files);
    struct manifest *manifest = arena_alloc(world->arena, sizeof *manifest);
    for (size_t i = 0; i < 3; i++) {
        char *hash = arena_alloc(world->arena, 65);
        size_t length = strlen(pieces[i][1]);
        crypto_sha256_of(pieces[i][1], length, hash);
        if (put)
            assert_true(objects_put(world->store, pieces[i][1], length, hash, &world->refusal));
        files[i] = (struct manifest_file){pieces[i][0], hash, (int64_t)length};
    }
    manifest_sort(files, 3);
    *manifest = (struct manifest){.generation = number, .files = files, .count = 3};
    return manifest;
}

static const char *text_of(struct world *world, const struct manifest *manifest)
{
    struct buffer out;
    buffer_init(&out, world->arena);
    manifest_write(&out, manifest);
    return out.data;
}

static bool add(struct world *world, const struct manifest *manifest)
{
    const char *text = text_of(world, manifest);
    return generations_add(world->store, manifest, text, strlen(text), "signature", 9, &world->refusal);
}

static int64_t opened(struct world *world, struct generation *generation)
{
    struct store *reader = store_open(store_folder(world->store));
    bool open = generations_open(reader, world->arena, generation, &world->refusal);
    store_close(reader);
    return open ? generation->number : 0;
}

static const char *read_file(struct world *world, const char *name)
{
    struct file_bytes bytes;
    return file_read(world->arena, scratch_path(&world->scratch, name), 4096, &bytes) == FILE_READ ? bytes.data : NULL;
}

static size_t count_in(struct world *world, const char *folder)
{
    size_t count = 0;
    file_list(world->arena, scratch_path(&world->scratch, folder), 1000, &count);
    return count;
}

static void a_generation_is_there_whole(void **state)
{
    struct world *world = *state;
    struct generation generation;
    assert_int_equal(opened(world, &generation), 0);
    assert_string_equal(world->refusal.code, "store-empty");
    struct manifest *manifest = manifest_of(world, 7, "un", true);
    assert_true(add(world, manifest));
    assert_int_equal(store_current(world->store), 7);
    assert_int_equal(opened(world, &generation), 7);
    assert_string_equal(generation.text, text_of(world, manifest));
    assert_int_equal(generation.signature_length, 9);
    assert_string_equal(read_file(world, "state/tree/7/articles/été.md"), "un");
    assert_string_equal(read_file(world, "state/tree/7/photos/x/y.jpg"), "pixels");
    assert_string_equal(read_file(world, "state/current"), "7\n");
    assert_int_equal(count_in(world, "state/tree"), 1);
    assert_int_equal(count_in(world, "state/gen"), 2);
    /* Hard links: one file on the disk, one stamp in all generations. */
    struct file_stamp one, two;
    assert_true(add(world, manifest_of(world, 8, "deux", true)));
    assert_true(file_stat(scratch_path(&world->scratch, "state/tree/7/playlist.yaml"), &one));
    assert_true(file_stat(scratch_path(&world->scratch, "state/tree/8/playlist.yaml"), &two));
    assert_memory_equal(&one, &two, sizeof one);
    assert_int_equal(opened(world, &generation), 8);
}

static void an_incomplete_one_is_not_begun(void **state)
{
    struct world *world = *state;
    struct generation generation;
    size_t missing = 0;
    int64_t bytes = 0;
    assert_true(add(world, manifest_of(world, 7, "un", true)));
    struct manifest *eight = manifest_of(world, 8, "deux", false);
    size_t *indices = generations_missing(world->store, world->arena, eight, &missing, &bytes);
    assert_int_equal(missing, 1);
    assert_int_equal(bytes, 4);
    assert_string_equal(eight->files[indices[0]].path, "articles/été.md");
    assert_false(add(world, eight));
    assert_string_equal(world->refusal.code, "generation-incomplete");
    assert_int_equal(opened(world, &generation), 7);
    assert_int_equal(count_in(world, "state/gen"), 2);
}

static void the_same_number_with_other_content_is_refused(void **state)
{
    struct world *world = *state;
    assert_true(add(world, manifest_of(world, 7, "un", true)));
    assert_false(add(world, manifest_of(world, 7, "deux", true)));
    assert_string_equal(world->refusal.code, "generation-mixed");
    assert_string_equal(read_file(world, "state/tree/7/articles/été.md"), "un");
    assert_true(add(world, manifest_of(world, 7, "un", true)));
}

static void start_falls_back_generation_by_generation(void **state)
{
    struct world *world = *state;
    struct generation generation;
    static const char *const articles[] = {"un", "deux", "trois!"};
    for (int64_t i = 0; i < 3; i++)
        assert_true(add(world, manifest_of(world, 7 + i, articles[i], true)));
    assert_int_equal(opened(world, &generation), 9);
    /* The current one: a text with one other byte. */
    scratch_write(&world->scratch, "state/tree/9/articles/été.md", "trois?");
    assert_int_equal(opened(world, &generation), 8);
    /* The one before: a picture that is too short. */
    assert_int_equal(unlink(scratch_path(&world->scratch, "state/tree/8/photos/x/y.jpg")), 0);
    scratch_write(&world->scratch, "state/tree/8/photos/x/y.jpg", "pixel");
    assert_int_equal(opened(world, &generation), 7);
    /* The oldest: a manifest cut short. Nothing is whole any more: the one with a wrong byte is better than none. */
    scratch_write(&world->scratch, "state/gen/7", "{\"format\":1,");
    assert_int_equal(opened(world, &generation), 9);
    scratch_write(&world->scratch, "state/gen/9", "");
    assert_int_equal(opened(world, &generation), 0);
    assert_non_null(world->refusal.code);
}

static void a_lost_current_is_the_highest(void **state)
{
    struct world *world = *state;
    struct generation generation;
    assert_true(add(world, manifest_of(world, 9, "neuf", true)));
    assert_true(add(world, manifest_of(world, 10, "dix", true)));
    scratch_write(&world->scratch, "state/current", "\0\0");
    assert_int_equal(opened(world, &generation), 10);
    scratch_write(&world->scratch, "state/current", "9\n");
    assert_int_equal(opened(world, &generation), 9);
    scratch_write(&world->scratch, "state/current", "8\n");
    assert_int_equal(opened(world, &generation), 10);
}

static void three_are_kept_and_the_rest_goes(void **state)
{
    struct world *world = *state;
    char article[32];
    for (int64_t i = 1; i <= 5; i++) {
        snprintf(article, sizeof article, "article %d", (int)i);
        assert_true(add(world, manifest_of(world, i, article, true)));
    }
    scratch_write(&world->scratch, "state/obj/unknown.part", "x");
    assert_int_equal(mkdir(scratch_path(&world->scratch, "state/tree/6.new"), 0755), 0);
    scratch_write(&world->scratch, "state/tree/6.new/x", "x");
    struct manifest *wanted = manifest_of(world, 6, "article 6", false);
    char *part = arena_format(world->arena, "state/obj/%s.part", manifest_find(wanted, "articles/été.md")->sha256);
    scratch_write(&world->scratch, part, "art");
    assert_int_equal(count_in(world, "state/obj"), 9);
    generations_clean(world->store, wanted);
    int64_t numbers[GENERATIONS_LISTED_MOST];
    assert_int_equal(generations_list(world->store, numbers), 3);
    assert_true(numbers[0] == 5 && numbers[1] == 4 && numbers[2] == 3);
    assert_int_equal(count_in(world, "state/gen"), 6);
    assert_int_equal(count_in(world, "state/tree"), 3);
    assert_int_equal(count_in(world, "state/obj"), 6);
    generations_clean(world->store, NULL);
    assert_int_equal(count_in(world, "state/obj"), 5);
    struct generation generation;
    for (int64_t i = 3; i <= 5; i++)
        assert_true(generations_load(world->store, world->arena, i, &generation, &world->refusal));
    /* A kept manifest that cannot be read: nothing that it may name is thrown away. */
    scratch_write(&world->scratch, "state/gen/4", "?");
    generations_clean(world->store, NULL);
    assert_int_equal(count_in(world, "state/obj"), 5);
    assert_true(generations_load(world->store, world->arena, 5, &generation, &world->refusal));
}

static void what_is_on_screen_is_not_cleaned_away(void **state)
{
    struct world *world = *state;
    struct generation generation;
    char article[32];
    for (int64_t i = 1; i <= 6; i++) {
        snprintf(article, sizeof article, "article %d", (int)i);
        assert_true(add(world, manifest_of(world, i, article, true)));
    }
    assert_true(generations_load(world->store, world->arena, 2, &generation, &world->refusal));
    int held = generations_hold(&generation);
    assert_true(held >= 0);
    generations_clean(world->store, NULL);
    int64_t numbers[GENERATIONS_LISTED_MOST];
    assert_int_equal(generations_list(world->store, numbers), 4);
    assert_true(numbers[3] == 2);
    assert_true(generations_load(world->store, world->arena, 2, &generation, &world->refusal));
    assert_string_equal(read_file(world, "state/tree/2/articles/été.md"), "article 2");
    generations_release(held);
    generations_clean(world->store, NULL);
    assert_int_equal(generations_list(world->store, numbers), 3);
    generation.tree = scratch_path(&world->scratch, "nowhere");
    assert_int_equal(generations_hold(&generation), -1);
    generations_release(-1);
}

static void damage_is_found_and_mended(void **state)
{
    struct world *world = *state;
    struct generation generation;
    struct manifest *manifest = manifest_of(world, 7, "un", true);
    assert_true(add(world, manifest));
    size_t at = 0, missing = 0;
    int64_t bytes = 0;
    assert_int_equal(generations_scrub(world->store, &at, INT64_MAX), 0);
    assert_int_equal(at, 0);
    scratch_write(&world->scratch, "state/tree/7/photos/x/y.jpg", "pixelx");
    assert_int_equal(generations_scrub(world->store, &at, 1), 0);
    assert_int_equal(at, 1);
    assert_int_equal(generations_scrub(world->store, &at, INT64_MAX), 1);
    assert_int_equal(at, 0);
    generations_missing(world->store, world->arena, manifest, &missing, &bytes);
    assert_int_equal(missing, 1);
    assert_true(add(world, manifest_of(world, 7, "un", true)));
    assert_string_equal(read_file(world, "state/tree/7/photos/x/y.jpg"), "pixels");
    assert_int_equal(opened(world, &generation), 7);
    /* A file of the tree that has gone, too. */
    assert_int_equal(unlink(scratch_path(&world->scratch, "state/tree/7/articles/été.md")), 0);
    assert_int_equal(opened(world, &generation), 0);
    assert_true(add(world, manifest));
    assert_int_equal(opened(world, &generation), 7);
    assert_int_equal(count_in(world, "state/tree"), 1);
}

static void an_interrupted_try_is_done_again(void **state)
{
    struct world *world = *state;
    struct generation generation;
    assert_true(add(world, manifest_of(world, 7, "un", true)));
    /* What a power cut can leave of the next one: texts and half a tree, under its name or a temporary one; `current` is what it was. */
    scratch_write(&world->scratch, "state/gen/8", "half");
    assert_int_equal(mkdir(scratch_path(&world->scratch, "state/tree/8"), 0755), 0);
    assert_int_equal(mkdir(scratch_path(&world->scratch, "state/tree/8.new"), 0755), 0);
    scratch_write(&world->scratch, "state/tree/8/stale", "x");
    scratch_write(&world->scratch, "state/tree/8.new/stale", "x");
    assert_int_equal(opened(world, &generation), 7);
    assert_true(add(world, manifest_of(world, 8, "deux", true)));
    assert_int_equal(opened(world, &generation), 8);
    assert_null(read_file(world, "state/tree/8/stale"));
    assert_int_equal(count_in(world, "state/tree"), 2);
}

/* A folder that somebody gave as --state or --out may hold things of his own under the same names. */
static void what_is_not_ours_stays(void **state)
{
    struct world *world = *state;
    static const char *const theirs[] = {"state/obj/main.o",      "state/obj/a1",          "state/gen/notes.txt",
                                         "state/gen/notes.new",   "state/tree/oak/leaf",   "state/tree/plan.new.txt",
                                         "state/tree/7.old/leaf", "state/gen/3.minisig.md"};
    scratch_folder(&world->scratch, "state/tree/oak");
    scratch_folder(&world->scratch, "state/tree/7.old");
    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
        scratch_write(&world->scratch, theirs[i], "theirs");
    for (int64_t number = 1; number <= 5; number++)
        assert_true(add(world, manifest_of(world, number, number % 2 ? "a" : "b", true)));
    generations_clean(world->store, NULL);
    store_close(world->store);
    world->store = store_open_writer(scratch_path(&world->scratch, "state"), &world->refusal);
    assert_non_null(world->store);
    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
        assert_non_null(read_file(world, theirs[i]));
    assert_null(read_file(world, "state/gen/2"));
}

/* One wrong bit in the list of the generation on screen: the origin's copy of it is taken in again. */
static void a_damaged_manifest_is_mended(void **state)
{
    struct world *world = *state;
    struct generation generation;
    struct manifest *manifest = manifest_of(world, 7, "un", true);
    assert_true(add(world, manifest));
    scratch_write(&world->scratch, "state/gen/7", "{\"format\": 1, \"generatioN\": 7}");
    assert_int_equal(opened(world, &generation), 0);
    assert_true(add(world, manifest));
    assert_int_equal(opened(world, &generation), 7);
    assert_string_equal(generation.text, text_of(world, manifest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_generation_is_there_whole, begin, end),
        cmocka_unit_test_setup_teardown(an_incomplete_one_is_not_begun, begin, end),
        cmocka_unit_test_setup_teardown(the_same_number_with_other_content_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(start_falls_back_generation_by_generation, begin, end),
        cmocka_unit_test_setup_teardown(a_lost_current_is_the_highest, begin, end),
        cmocka_unit_test_setup_teardown(three_are_kept_and_the_rest_goes, begin, end),
        cmocka_unit_test_setup_teardown(what_is_on_screen_is_not_cleaned_away, begin, end),
        cmocka_unit_test_setup_teardown(damage_is_found_and_mended, begin, end),
        cmocka_unit_test_setup_teardown(an_interrupted_try_is_done_again, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_ours_stays, begin, end),
        cmocka_unit_test_setup_teardown(a_damaged_manifest_is_mended, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
