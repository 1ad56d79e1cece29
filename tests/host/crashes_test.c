/* Notes that outlive a process, and what follows from the ends that nobody wished. */
#include "host/crashes.h"
#include "host/hand.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <cmocka.h>

static struct scratch folder;

static int setup(void **state)
{
    (void)state;
    scratch_init(&folder);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_finish(&folder);
    return 0;
}

/* A process that holds a note and ends as told. */
static void live_and_end(const char *text, int number)
{
    pid_t child = fork();
    if (child == 0) {
        bool was_left = false;
        char left[HAND_MOST_BYTES];
        struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
        if (text)
            hand_take(hand, text);
        if (number)
            raise(number);
        hand_destroy(hand);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void a_note_outlives_a_kill_and_no_wished_end(void **state)
{
    (void)state;
    bool was_left = true;
    char left[HAND_MOST_BYTES];
    struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_non_null(hand);
    assert_false(was_left);
    hand_destroy(hand);
    live_and_end("articles/a.md", SIGKILL);
    hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_true(was_left);
    assert_string_equal(left, "articles/a.md");
    hand_destroy(hand);
    live_and_end("articles/b.md", 0);
    hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_false(was_left);
    hand_destroy(hand);
    live_and_end(NULL, SIGKILL);
    hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_true(was_left);
    assert_string_equal(left, "");
    hand_destroy(hand);
}

static void what_is_lent_is_nobodys(void **state)
{
    (void)state;
    pid_t child = fork();
    bool was_left = false;
    char left[HAND_MOST_BYTES];
    if (child == 0) {
        struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
        hand_take(hand, "articles/a.md");
        hand_lend(hand, true);
        raise(SIGKILL);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_true(was_left);
    assert_string_equal(left, "");
    hand_destroy(hand);
}

static void one_process_has_the_note(void **state)
{
    (void)state;
    bool was_left = false;
    char left[HAND_MOST_BYTES];
    struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    hand_take(hand, "x");
    assert_null(hand_create(scratch_path(&folder, "hand"), &was_left, left));
    assert_false(was_left);
    hand_destroy(hand);
    assert_null(hand_create("/nowhere/at/all", &was_left, left));
}

static void a_long_note_is_cut(void **state)
{
    (void)state;
    char text[3 * HAND_MOST_BYTES], left[HAND_MOST_BYTES];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    live_and_end(text, SIGKILL);
    bool was_left = false;
    hand_destroy(hand_create(scratch_path(&folder, "hand"), &was_left, left));
    assert_int_equal(strlen(left), HAND_MOST_BYTES - 1);
}

static const struct file_stamp ONE = {1000, 50, 7}, OTHER = {2000, 50, 7}, LINKED = {1000, 50, 9};

static struct mono at_s(int64_t s)
{
    return (struct mono){s * 1000000};
}

static void two_ends_bar_a_file_until_it_changes(void **state)
{
    (void)state;
    struct crashes crashes;
    const char *file = scratch_path(&folder, "crashes");
    crashes_init(&crashes, file);
    assert_true(crashes_add(&crashes, "a b.md", ONE, at_s(100)));
    assert_false(crashes_bars(&crashes, "a b.md", ONE));
    crashes_init(&crashes, file);
    assert_true(crashes_add(&crashes, "a b.md", ONE, at_s(5000)));
    crashes_init(&crashes, file);
    assert_int_equal(crashes.count, 1);
    assert_true(crashes_bars(&crashes, "a b.md", ONE));
    assert_true(crashes_bars(&crashes, "a b.md", LINKED));
    assert_false(crashes_bars(&crashes, "a b.md", OTHER));
    assert_false(crashes_bars(&crashes, "b.md", ONE));
    /* Another file of that name begins to count anew. */
    crashes_add(&crashes, "a b.md", OTHER, at_s(6000));
    assert_false(crashes_bars(&crashes, "a b.md", OTHER));
}

static void three_ends_in_a_minute_are_safe_mode(void **state)
{
    (void)state;
    struct crashes crashes;
    crashes_init(&crashes, scratch_path(&folder, "crashes"));
    crashes_add(&crashes, "a.md", ONE, at_s(100));
    crashes_add(&crashes, "", ONE, at_s(130));
    assert_false(crashes_is_safe_mode(&crashes, at_s(131)));
    crashes_add(&crashes, "c.md", ONE, at_s(170));
    assert_false(crashes_is_safe_mode(&crashes, at_s(170)));
    crashes_add(&crashes, "d.md", ONE, at_s(180));
    crashes_init(&crashes, scratch_path(&folder, "crashes"));
    assert_true(crashes_is_safe_mode(&crashes, at_s(181)));
    assert_false(crashes_is_safe_mode(&crashes, at_s(191)));
    assert_false(crashes_is_safe_mode(&crashes, at_s(50))); /* the machine was started anew */
    assert_false(crashes_is_safe_mode(&crashes, at_s(175)));
    crashes_forgive(&crashes);
    assert_false(crashes_is_safe_mode(&crashes, at_s(181)));
    crashes_init(&crashes, scratch_path(&folder, "crashes"));
    assert_false(crashes_is_safe_mode(&crashes, at_s(181)));
    assert_int_equal(crashes.count, 3);
}

static void a_damaged_list_counts_nothing_it_does_not_understand(void **state)
{
    (void)state;
    struct crashes crashes;
    scratch_write(&folder, "crashes", "!12\n!x\nnonsense\n2 5 50 1000 7 a.md\n9999999999999999999999 1 1 1 1 z\n-1 1 1 1 1 y\n2 3");
    crashes_init(&crashes, scratch_path(&folder, "crashes"));
    assert_int_equal(crashes.count, 1);
    assert_true(crashes_bars(&crashes, "a.md", ONE));
    for (int i = 0; i < 3 * CRASHES_MOST; i++) {
        char key[32];
        snprintf(key, sizeof key, "%d.md", i);
        crashes_add(&crashes, key, ONE, at_s(i));
    }
    assert_int_equal(crashes.count, CRASHES_MOST);
    crashes_add(&crashes, "a\nb", ONE, at_s(1));
    assert_int_equal(crashes.count, CRASHES_MOST);
    crashes_init(&crashes, "/nowhere/crashes");
    assert_false(crashes_add(&crashes, "a.md", ONE, at_s(1)));
    crashes_add(&crashes, "a.md", ONE, at_s(2));
    assert_true(crashes_bars(&crashes, "a.md", ONE));
}

/* The decoder of a stranger's picture is a fork of this process: it must not be able to put its name on somebody else. */
static void a_fork_has_no_hand_in_it(void **state)
{
    (void)state;
    bool was_left = false;
    char left[HAND_MOST_BYTES];
    struct hand *hand = hand_create(scratch_path(&folder, "hand"), &was_left, left);
    assert_non_null(hand);
    pid_t child = fork();
    if (child == 0) {
        char line[1024];
        FILE *maps = fopen("/proc/self/maps", "r");
        bool found = !maps;
        while (!found && fgets(line, sizeof line, maps))
            found = strstr(line, "/hand\n") != NULL;
        _exit(found);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    hand_destroy(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_note_outlives_a_kill_and_no_wished_end, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_lent_is_nobodys, setup, teardown),
        cmocka_unit_test_setup_teardown(one_process_has_the_note, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_note_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(two_ends_bar_a_file_until_it_changes, setup, teardown),
        cmocka_unit_test_setup_teardown(three_ends_in_a_minute_are_safe_mode, setup, teardown),
        cmocka_unit_test_setup_teardown(a_damaged_list_counts_nothing_it_does_not_understand, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fork_has_no_hand_in_it, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
