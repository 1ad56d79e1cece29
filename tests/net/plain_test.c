/* A plain folder behind https: the playlist and what it names, file by file, made into generations. */
#include "base/file.h"
#include "net/sync.h"
#include "store/generations.h"
#include "store/refusal.h"
#include "store/store.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_origin.h"

struct world {
    struct scratch scratch;
    struct fake_origin origin;
    struct store *store;
    struct signature_key key;
    bool has_key;
    struct sync *sync;
    struct now now;
    int listed; /* times that the names were asked for */
};

static uint32_t none(void *self)
{
    (void)self;
    return 0;
}

struct list {
    struct arena *arena;
    const char **paths;
    size_t count, capacity;
};

static void add_names_of(struct list *list, const char *folder, const char *name)
{
    struct file_bytes bytes;
    if (file_read(list->arena, file_join(list->arena, folder, name), 100000, &bytes) != FILE_READ)
        return;
    for (char *line = strtok_r(bytes.data, "\n", &bytes.data); line; line = strtok_r(NULL, "\n", &bytes.data)) {
        if (strncmp(line, "- ", 2) != 0)
            continue;
        list->paths = arena_grow(list->arena, (void *)list->paths, list->count, &list->capacity, sizeof *list->paths);
        list->paths[list->count++] = arena_copy(list->arena, line + 2);
    }
}

/* A line "- name" of the playlist names a file; so does one of a file that is named. */
static bool names(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal)
{
    struct world *world = self;
    struct list list = {.arena = arena};
    world->listed++;
    add_names_of(&list, folder, "playlist.yaml");
    for (size_t i = 0; i < list.count; i++)
        if (strcmp(list.paths[i], "../secret") != 0)
            add_names_of(&list, folder, list.paths[i]);
    *paths = list.paths;
    *count = list.count;
    return list.count > 0 || refusal_set(refusal, "playlist-broken", "illisible", "unreadable");
}

static void restart(struct world *world)
{
    sync_destroy(world->sync);
    const struct sync_settings settings = {.store = world->store,
                                           .fetch = &world->origin.fetch,
                                           .source = "https://exemple.fr/",
                                           .keys = &world->key,
                                           .key_count = world->has_key,
                                           .poll_ms = 30000,
                                           .random = none,
                                           .names = {.list = names, .self = world}};
    world->sync = sync_create(&settings);
}

static int begin(void **state)
{
    static struct world world;
    struct refusal refusal;
    world = (struct world){.now = {.mono = {5000000}, .wall = {INT64_C(1790000000000)}, .wall_trusted = true}};
    scratch_init(&world.scratch);
    fake_init(&world.origin);
    assert_true(crypto_ready());
    world.store = store_open_writer(scratch_path(&world.scratch, "state"), &refusal);
    restart(&world);
    fake_serve(&world.origin, "playlist.yaml", "- a.md\n- b.md\n");
    fake_serve(&world.origin, "a.md", "Alpha\n- photos/p.png\n");
    fake_serve(&world.origin, "b.md", "Bravo\n");
    fake_serve(&world.origin, "photos/p.png", "pixels");
    *state = &world;
    return world.store ? 0 : -1;
}

static int end(void **state)
{
    struct world *world = *state;
    sync_destroy(world->sync);
    store_close(world->store);
    fake_finish(&world->origin);
    scratch_finish(&world->scratch);
    return 0;
}

/* The next round, to its end. Returns what was asked for. */
static const char *round_of(struct world *world)
{
    unsigned rounds = sync_report(world->sync)->rounds;
    world->origin.asked[0] = '\0';
    world->listed = 0;
    world->now.mono.us += sync_report(world->sync)->next_ms * 1000;
    for (int steps = 0; steps < 5000 && sync_report(world->sync)->rounds == rounds; steps++) {
        world->now.mono.us += 1000;
        sync_step(world->sync, world->now);
    }
    return world->origin.asked;
}

static const char *code_of(const struct world *world)
{
    const char *code = sync_report(world->sync)->error.code;
    return code ? code : "";
}

/* Names of the files on screen, one after the other. */
static const char *shown(struct world *world)
{
    static char text[512];
    struct arena *arena = arena_create();
    struct generation generation;
    text[0] = '\0';
    if (generations_load(world->store, arena, store_current(world->store), &generation, NULL))
        for (size_t i = 0; i < generation.manifest->count; i++) {
            strcat(text, i ? " " : "");
            strcat(text, generation.manifest->files[i].path);
        }
    arena_destroy(arena);
    return text;
}

static void all_that_is_named_is_fetched(void **state)
{
    struct world *world = *state;
    assert_string_equal(round_of(world), "manifest.json playlist.yaml a.md b.md photos/p.png");
    assert_string_equal(code_of(world), "");
    assert_string_equal(shown(world), "a.md b.md photos/p.png playlist.yaml");
    assert_int_equal(sync_report(world->sync)->generation, 1);
    assert_int_equal(sync_report(world->sync)->fetched, 4);
    assert_false(file_is_directory(scratch_path(&world->scratch, "state/plain")));
}

static void unchanged_files_are_asked_for_once_and_read_never(void **state)
{
    struct world *world = *state;
    round_of(world);
    assert_string_equal(round_of(world), "manifest.json playlist.yaml= a.md= b.md= photos/p.png=");
    assert_int_equal(world->listed, 0);
    restart(world);
    assert_string_equal(round_of(world), "manifest.json playlist.yaml= a.md= b.md= photos/p.png=");
    assert_int_equal(sync_report(world->sync)->generation, 1);
    assert_int_equal(sync_report(world->sync)->updates, 0);
    fake_file(&world->origin, "b.md")->has_tag = false; /* no ETag: the same bytes are no change */
    round_of(world);
    assert_string_equal(round_of(world), "manifest.json playlist.yaml= a.md= b.md photos/p.png=");
    assert_int_equal(world->listed, 0);
    assert_int_equal(sync_report(world->sync)->updates, 0);
}

static void a_change_is_a_generation(void **state)
{
    struct world *world = *state;
    round_of(world);
    fake_serve(&world->origin, "b.md", "Bravo, encore\n");
    assert_string_equal(round_of(world), "manifest.json playlist.yaml= a.md= b.md= photos/p.png=");
    assert_int_equal(sync_report(world->sync)->generation, 2);
    fake_serve(&world->origin, "a.md", "Alpha sans image\n");
    round_of(world);
    assert_string_equal(shown(world), "a.md b.md playlist.yaml");
    fake_serve(&world->origin, "playlist.yaml", "- b.md\n");
    round_of(world);
    assert_string_equal(shown(world), "b.md playlist.yaml");
    assert_int_equal(sync_report(world->sync)->generation, 4);
}

static void what_is_not_there_is_left_out_and_asked_for_again(void **state)
{
    struct world *world = *state;
    fake_serve(&world->origin, "b.md", NULL);
    round_of(world);
    assert_string_equal(shown(world), "a.md photos/p.png playlist.yaml");
    round_of(world);
    assert_int_equal(sync_report(world->sync)->updates, 1);
    fake_serve(&world->origin, "b.md", "Bravo\n");
    round_of(world);
    assert_string_equal(shown(world), "a.md b.md photos/p.png playlist.yaml");
    fake_serve(&world->origin, "a.md", NULL);
    round_of(world);
    assert_string_equal(shown(world), "b.md playlist.yaml");
}

static void one_failure_keeps_the_whole(void **state)
{
    struct world *world = *state;
    round_of(world);
    fake_serve(&world->origin, "a.md", "Alpha, autrement\n");
    fake_fail(&world->origin, "b.md", FETCH_SERVER, 1);
    round_of(world);
    assert_string_equal(code_of(world), "server-error");
    assert_int_equal(sync_report(world->sync)->generation, 1);
    round_of(world);
    assert_int_equal(sync_report(world->sync)->generation, 2);
}

static void what_is_refused(void **state)
{
    struct world *world = *state;
    round_of(world);
    fake_serve(&world->origin, "playlist.yaml", "rien\n");
    round_of(world);
    assert_string_equal(code_of(world), "playlist-broken");
    fake_serve(&world->origin, "playlist.yaml", NULL);
    round_of(world);
    assert_string_equal(code_of(world), "origin-empty");
    assert_string_equal(shown(world), "a.md b.md photos/p.png playlist.yaml");
    fake_serve(&world->origin, "playlist.yaml", "- a.md\n- ../secret\n- .netrc\n- /etc/passwd\n- b.md\n");
    assert_null(strstr(round_of(world), "secret"));
    assert_null(strstr(world->origin.asked, "netrc"));
    assert_null(strstr(world->origin.asked, "passwd"));
    assert_string_equal(code_of(world), "");
    world->has_key = true;
    restart(world);
    assert_string_equal(round_of(world), "manifest.json");
    assert_string_equal(code_of(world), "plain-untrusted");
}

static void too_many_files(void **state)
{
    struct world *world = *state;
    struct buffer text;
    buffer_init(&text, world->origin.arena);
    for (int i = 0; i < 1100; i++)
        buffer_format(&text, "- n%d.md\n", i);
    fake_serve(&world->origin, "playlist.yaml", text.data);
    world->origin.count = 4; /* the rest is missing */
    round_of(world);
    assert_string_equal(code_of(world), "plain-limit");
}

static void a_manifest_takes_over(void **state)
{
    struct world *world = *state;
    static const char *const published[] = {"playlist.yaml", "- b.md\n", "b.md", "Bravo publié\n", NULL};
    round_of(world);
    fake_serve(&world->origin, "b.md", "Bravo 2\n");
    round_of(world);
    fake_publish(&world->origin, 1, NULL, 0, published); /* its first number is lower than ours, and means something else */
    round_of(world);
    assert_string_equal(code_of(world), "");
    assert_string_equal(shown(world), "b.md playlist.yaml");
    assert_int_equal(sync_report(world->sync)->generation, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(all_that_is_named_is_fetched),
        TEST(unchanged_files_are_asked_for_once_and_read_never),
        TEST(a_change_is_a_generation),
        TEST(what_is_not_there_is_left_out_and_asked_for_again),
        TEST(one_failure_keeps_the_whole),
        TEST(what_is_refused),
        TEST(too_many_files),
        TEST(a_manifest_takes_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
