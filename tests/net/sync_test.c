/* The machine of sync with a fake origin and a virtual clock: every state, every way to fail, and how long it waits. */
#include "net/sync.h"
#include "net/fault.h"
#include "store/generations.h"
#include "store/objects.h"
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
    struct signature_key keys[2];
    struct signature_secret secrets[2];
    size_t key_count;
    struct sync *sync;
    struct now now;
    const char *source;
};

static uint32_t middle(void *self)
{
    (void)self;
    return 6000; /* of a range of 12 001: no jitter at 30 s */
}

static bool no_names(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal)
{
    (void)self;
    (void)arena;
    (void)folder;
    (void)paths;
    *count = 0;
    return refusal_set(refusal, "no-names", "non", "no");
}

static void restart(struct world *world)
{
    sync_destroy(world->sync);
    const struct sync_settings settings = {.store = world->store,
                                           .fetch = &world->origin.fetch,
                                           .source = world->source,
                                           .keys = world->keys,
                                           .key_count = world->key_count,
                                           .poll_ms = 30000,
                                           .random = middle,
                                           .names = {.list = no_names}};
    world->sync = sync_create(&settings);
}

static int begin(void **state)
{
    static struct world world;
    struct refusal refusal;
    world = (struct world){.source = "https://exemple.fr/",
                           .now = {.mono = {5000000}, .wall = {INT64_C(1790000000000)}, .wall_trusted = true}};
    scratch_init(&world.scratch);
    fake_init(&world.origin);
    assert_true(crypto_ready());
    world.store = store_open_writer(scratch_path(&world.scratch, "state"), &refusal);
    for (size_t i = 0; i < 2; i++)
        assert_true(signature_create(&world.keys[i], &world.secrets[i]));
    restart(&world);
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

/* Steps until it sleeps; each step takes a millisecond. Returns for how long it sleeps. */
static int64_t go(struct world *world)
{
    for (int steps = 0; steps < 1000; steps++) {
        struct mono due = sync_step(world->sync, world->now);
        if (sync_state(world->sync) == SYNC_ASLEEP)
            return (due.us - world->now.mono.us) / 1000;
        world->now.mono.us += 1000;
        world->now.wall.ms += 1;
    }
    fail_msg("it never sleeps");
    return 0;
}

/* Sleeps until it is due, then goes. */
static int64_t round_of(struct world *world)
{
    int64_t ms = sync_report(world->sync)->next_ms;
    world->origin.asked[0] = '\0';
    world->now.mono.us += ms * 1000;
    world->now.wall.ms += ms;
    return go(world);
}

static const char *code_of(const struct world *world)
{
    const char *code = sync_report(world->sync)->error.code;
    return code ? code : "";
}

/* What a player would read; "" when there is none. */
static const char *shown(struct world *world, const char *path)
{
    static char text[256];
    struct arena *arena = arena_create();
    struct generation generation;
    struct refusal refusal;
    text[0] = '\0';
    if (generations_open(world->store, arena, &generation, &refusal)) {
        char name[512];
        snprintf(name, sizeof name, "%s/%s", generation.tree, path);
        FILE *file = fopen(name, "r");
        size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
        text[length] = '\0';
        if (file)
            fclose(file);
    }
    arena_destroy(arena);
    return text;
}

static const char *const one[] = {"playlist.yaml", "items: [a]", "articles/a.md", "Alpha un", NULL};
static const char *const two[] = {"playlist.yaml", "items: [a]", "articles/a.md", "Alpha deux", "b.md", "Bravo", NULL};
static const char *const empty[] = {"playlist.yaml", "items: [a]", "vide.md", "", NULL};

/* --- what goes well -------------------------------------------------------------------------------------------------------------------- */

static void first_then_unchanged_then_changed(void **state)
{
    struct world *world = *state;
    const struct sync_report *report = sync_report(world->sync);
    assert_int_equal(report->health, SYNC_WAITING);
    fake_publish(&world->origin, 1, NULL, 0, one);
    assert_int_equal(go(world), 30000);
    assert_string_equal(world->origin.asked, "manifest.json obj obj");
    assert_int_equal(report->health, SYNC_OK);
    assert_int_equal(report->generation, 1);
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
    struct wall changed = report->changed;
    assert_int_equal(round_of(world), 30000);
    assert_string_equal(world->origin.asked, "manifest.json=");
    assert_true(report->checked.ms > changed.ms && report->changed.ms == changed.ms);
    fake_publish(&world->origin, 2, NULL, 0, two);
    round_of(world);
    assert_string_equal(world->origin.asked, "manifest.json= obj obj"); /* the playlist is here */
    assert_string_equal(shown(world, "articles/a.md"), "Alpha deux");
    assert_int_equal(report->updates, 2);
    assert_int_equal(report->rounds, 3);
}

static void after_a_restart_nothing_is_asked_twice(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world);
    restart(world);
    world->origin.asked[0] = '\0';
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json=");
    assert_int_equal(sync_report(world->sync)->generation, 1);
    world->source = "https://ailleurs.fr/"; /* its ETags mean nothing there */
    restart(world);
    world->origin.asked[0] = '\0';
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json");
    assert_int_equal(sync_report(world->sync)->updates, 0);
}

static void an_origin_without_etags(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    fake_file(&world->origin, "manifest.json")->has_tag = false;
    go(world);
    round_of(world);
    assert_string_equal(world->origin.asked, "manifest.json");
    assert_int_equal(sync_report(world->sync)->updates, 1);
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
}

static void a_file_without_bytes_is_not_asked_for(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, empty);
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json obj");
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
}

static void a_cache_that_never_changes_its_mind_is_passed_by(void **state)
{
    struct world *world = *state;
    int whole = 0;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world);
    for (int i = 0; i < 250; i++) {
        round_of(world);
        whole += strcmp(world->origin.asked, "manifest.json") == 0;
    }
    assert_int_equal(whole, 2); /* one in an hour */
}

/* --- what is interrupted ---------------------------------------------------------------------------------------------------------------- */

static void an_object_is_gone_on_with(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    for (size_t i = 0; i < world->origin.count; i++)
        if (world->origin.files[i].bytes && strcmp(world->origin.files[i].bytes, "Alpha un") == 0)
            fake_fail(&world->origin, world->origin.files[i].path, FETCH_LOST, 1)->cut = 6;
    assert_int_equal(go(world), 30000);
    assert_string_equal(code_of(world), "connection-lost");
    assert_string_equal(shown(world, "playlist.yaml"), "");
    restart(world); /* the power was cut, too */
    world->origin.asked[0] = '\0';
    go(world);
    assert_non_null(strstr(world->origin.asked, "obj@6"));
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

/* Leaves the beginning of each object as a part, as an interrupted run does. */
static void leave_parts(struct world *world, const char *bytes)
{
    struct refusal refusal;
    for (size_t i = 0; i < world->origin.count; i++) {
        const struct fake_file *file = &world->origin.files[i];
        if (strncmp(file->path, "obj/", 4) != 0)
            continue;
        struct objects_part *part = objects_part_open(world->store, file->path + 4, (int64_t)file->length, &refusal);
        size_t length = strlen(bytes) < file->length ? strlen(bytes) : file->length;
        assert_true(objects_part_add(part, bytes, length, &refusal));
        objects_part_close(part);
    }
}

static void a_beginning_that_does_not_fit_is_thrown_away(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    leave_parts(world, "XXXX");
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json obj@4 obj obj@4 obj");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static void a_server_that_knows_no_ranges(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    leave_parts(world, "XXXX");
    for (size_t i = 0; i < world->origin.count; i++)
        world->origin.files[i].ignores_range = true;
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json obj@4 obj@4"); /* 200 instead of 206: from the start, at once */
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static void a_range_that_is_refused_begins_again(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    leave_parts(world, "Alph");
    for (size_t i = 0; i < world->origin.count; i++)
        if (strncmp(world->origin.files[i].path, "obj/", 4) == 0)
            fake_fail(&world->origin, world->origin.files[i].path, FETCH_RANGE, 1);
    go(world);
    assert_string_equal(world->origin.asked, "manifest.json obj@4 obj obj@4 obj");
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
}

static void asked_to_leave(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    fake_fail(&world->origin, "manifest.json", FETCH_LEFT, 1);
    sync_step(world->sync, world->now);
    assert_int_equal(sync_state(world->sync), SYNC_LEFT);
    assert_int_equal(sync_report(world->sync)->rounds, 0);
    sync_step(world->sync, world->now); /* and stays so */
    assert_int_equal(sync_state(world->sync), SYNC_LEFT);
}

/* --- what is refused -------------------------------------------------------------------------------------------------------------------- */

static void every_failure_has_its_code_and_leaves_the_picture(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world);
    for (int status = FETCH_FORBIDDEN; status < FETCH_LEFT; status++) {
        if (status == FETCH_SINK)
            continue;
        fake_fail(&world->origin, "manifest.json", (enum fetch_status)status, 1)->http = 418;
        round_of(world);
        const struct refusal *error = &sync_report(world->sync)->error;
        assert_string_equal(error->code, fault_code((enum fetch_status)status));
        assert_int_equal(sync_report(world->sync)->health, SYNC_ERROR);
        assert_true(strlen(error->french) > 20 && strlen(error->english) > 20);
        assert_null(strpbrk(error->french, "{}"));
        assert_null(strpbrk(error->english, "{}"));
        assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
        assert_int_equal(round_of(world), 30000); /* well again */
        assert_string_equal(code_of(world), "");
    }
}

static void failures_wait_longer_and_longer(void **state)
{
    struct world *world = *state;
    int64_t before_ms = 0;
    fake_publish(&world->origin, 1, NULL, 0, one);
    fake_fail(&world->origin, "manifest.json", FETCH_CONNECTION, 12);
    before_ms = go(world);
    assert_int_equal(before_ms, 30000);
    for (int i = 1; i < 12; i++) {
        int64_t ms = round_of(world);
        assert_in_range(ms, i < 5 ? before_ms * 3 / 2 : 480000, 600000);
        before_ms = ms;
    }
    assert_int_equal(round_of(world), 30000);
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
}

static void the_servers_wish_is_kept(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    fake_fail(&world->origin, "manifest.json", FETCH_BUSY, 1)->retry_after_s = 200;
    assert_in_range(go(world), 200000, 240000);
    fake_fail(&world->origin, "manifest.json", FETCH_BUSY, 1)->retry_after_s = 86400;
    assert_int_equal(round_of(world), 600000);
    assert_int_equal(round_of(world), 30000);
}

static void a_clock_that_is_not_set(void **state)
{
    struct world *world = *state;
    static const enum fetch_status dates[] = {FETCH_TLS_EARLY, FETCH_TLS_EXPIRED};
    fake_publish(&world->origin, 1, NULL, 0, one);
    world->now.wall_trusted = false;
    for (size_t i = 0; i < 2; i++) {
        fake_fail(&world->origin, "manifest.json", dates[i], 5);
        for (int times = 0; times < 5; times++) {
            assert_in_range(round_of(world), 8000, 12000); /* sooner, and never longer */
            assert_string_equal(code_of(world), "clock");
            assert_non_null(strstr(sync_report(world->sync)->error.french, "horloge non réglée : le certificat ne peut pas être vérifié"));
        }
    }
    world->now.wall_trusted = true;
    fake_fail(&world->origin, "manifest.json", FETCH_TLS_EXPIRED, 1);
    assert_int_equal(round_of(world), 30000);
    assert_string_equal(code_of(world), "tls-expired");
}

static void an_origin_copied_by_half_is_looked_at_once_more(void **state)
{
    struct world *world = *state;
    world->key_count = 1;
    restart(world);
    fake_publish(&world->origin, 1, &world->secrets[0], 0, one);
    go(world);
    const char *old = fake_file(&world->origin, "manifest.json.minisig")->bytes;
    fake_publish(&world->origin, 2, &world->secrets[0], 0, two);
    const char *fresh = fake_file(&world->origin, "manifest.json.minisig")->bytes;
    fake_serve(&world->origin, "manifest.json.minisig", old);
    assert_in_range(round_of(world), 1600, 2400);
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK); /* not yet said */
    fake_serve(&world->origin, "manifest.json.minisig", fresh);
    assert_int_equal(round_of(world), 30000);
    assert_string_equal(shown(world, "articles/a.md"), "Alpha deux");
    fake_publish(&world->origin, 3, &world->secrets[0], 0, one);
    fake_serve(&world->origin, "manifest.json.minisig", NULL);
    assert_in_range(round_of(world), 1600, 2400);
    assert_int_equal(round_of(world), 30000); /* still so: now it is an error */
    assert_string_equal(code_of(world), "signature-missing");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha deux");
}

static void trusted_keys(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world); /* without a key, anything */
    world->key_count = 1;
    restart(world);
    go(world); /* the same ETag is no excuse for a missing signature */
    round_of(world);
    assert_string_equal(code_of(world), "signature-missing");
    fake_publish(&world->origin, 2, &world->secrets[1], 0, two);
    round_of(world);
    round_of(world);
    assert_string_equal(code_of(world), "signature-key");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
    world->key_count = 2; /* two keys, for a change of key */
    restart(world);
    go(world);
    assert_string_equal(shown(world, "articles/a.md"), "Alpha deux");
    fake_publish(&world->origin, 3, &world->secrets[0], 0, one);
    round_of(world);
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
    fake_publish(&world->origin, 2, &world->secrets[0], 0, two);
    round_of(world);
    assert_string_equal(code_of(world), "generation-older");
    world->source = "/media/cle"; /* a stick with old content, signed: no way back either */
    restart(world);
    go(world);
    assert_string_equal(code_of(world), "generation-older");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static void without_a_key_each_origin_counts_for_itself(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 7, NULL, 0, one);
    go(world);
    fake_publish(&world->origin, 6, NULL, 0, two);
    round_of(world);
    assert_string_equal(code_of(world), "generation-older");
    world->source = "https://ailleurs.fr/";
    restart(world);
    go(world);
    assert_string_equal(code_of(world), "");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha deux");
}

static void what_expires_is_said_although_nothing_changes(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, world->now.wall.ms + 100000, one);
    go(world);
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
    world->now.wall.ms += 200000;
    round_of(world);
    assert_string_equal(world->origin.asked, "manifest.json=");
    assert_string_equal(code_of(world), "manifest-expired");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static int64_t little(const char *folder)
{
    (void)folder;
    return 12;
}

static void no_room(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    store_measure_with(world->store, little);
    go(world);
    assert_string_equal(code_of(world), "disk-full");
    assert_string_equal(world->origin.asked, "manifest.json"); /* nothing is fetched that has no place */
    store_measure_with(world->store, NULL);
    round_of(world);
    assert_int_equal(sync_report(world->sync)->health, SYNC_OK);
}

static void bytes_that_are_not_what_was_announced(void **state)
{
    struct world *world = *state;
    static const char *const wrong[][2] = {
        {"Bravo", "object-truncated"}, {"Bravo un, deux", "too-large"}, {"Alpha-un", "object-altered"}, {"", "object-truncated"}};
    fake_publish(&world->origin, 1, NULL, 0, one);
    struct fake_file *file = NULL;
    for (size_t i = 0; i < world->origin.count; i++)
        if (world->origin.files[i].bytes && strcmp(world->origin.files[i].bytes, "Alpha un") == 0)
            file = &world->origin.files[i];
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        fake_serve(&world->origin, file->path, wrong[i][0]);
        restart(world);
        go(world);
        assert_string_equal(code_of(world), wrong[i][1]);
        assert_string_equal(shown(world, "playlist.yaml"), "");
    }
    fake_serve(&world->origin, file->path, "Alpha un");
    round_of(world);
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static void damage_is_made_good(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world);
    assert_int_equal(unlink(scratch_path(&world->scratch, "state/tree/1/articles/a.md")), 0);
    for (size_t i = 0; i < world->origin.count; i++)
        if (strncmp(world->origin.files[i].path, "obj/", 4) == 0)
            objects_remove(world->store, world->origin.files[i].path + 4);
    int rounds = 0;
    do
        round_of(world);
    while (++rounds < 300 && !strstr(world->origin.asked, "obj"));
    assert_in_range(rounds, 100, 130); /* looked at once an hour */
    assert_string_equal(world->origin.asked, "manifest.json obj obj"); /* not "=": what is here is not whole */
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

static void a_bit_that_turned_is_found_within_hours(void **state)
{
    struct world *world = *state;
    fake_publish(&world->origin, 1, NULL, 0, one);
    go(world);
    FILE *file = fopen(scratch_path(&world->scratch, "state/tree/1/articles/a.md"), "r+");
    assert_non_null(file);
    assert_int_equal(fputc('B', file), 'B');
    fclose(file);
    int rounds = 0;
    world->origin.asked[0] = '\0';
    for (; rounds < 300 && !strstr(world->origin.asked, "obj"); rounds++)
        round_of(world);
    assert_in_range(rounds, 100, 130); /* once an hour, at 30 s */
    assert_string_equal(world->origin.asked, "manifest.json obj");
    assert_string_equal(shown(world, "articles/a.md"), "Alpha un");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(first_then_unchanged_then_changed),
        TEST(after_a_restart_nothing_is_asked_twice),
        TEST(an_origin_without_etags),
        TEST(a_file_without_bytes_is_not_asked_for),
        TEST(a_cache_that_never_changes_its_mind_is_passed_by),
        TEST(an_object_is_gone_on_with),
        TEST(a_beginning_that_does_not_fit_is_thrown_away),
        TEST(a_server_that_knows_no_ranges),
        TEST(a_range_that_is_refused_begins_again),
        TEST(asked_to_leave),
        TEST(every_failure_has_its_code_and_leaves_the_picture),
        TEST(failures_wait_longer_and_longer),
        TEST(the_servers_wish_is_kept),
        TEST(a_clock_that_is_not_set),
        TEST(an_origin_copied_by_half_is_looked_at_once_more),
        TEST(trusted_keys),
        TEST(without_a_key_each_origin_counts_for_itself),
        TEST(what_expires_is_said_although_nothing_changes),
        TEST(no_room),
        TEST(bytes_that_are_not_what_was_announced),
        TEST(damage_is_made_good),
        TEST(a_bit_that_turned_is_found_within_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
