#include "store/quarantine.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OTHER "0000000000000000000000000000000000000000000000000000000000000001"

static struct scratch scratch;

static int begin(void **state)
{
    (void)state;
    scratch_init(&scratch);
    return 0;
}

static int end(void **state)
{
    (void)state;
    scratch_finish(&scratch);
    return 0;
}

static void remembers_over_a_restart(void **state)
{
    (void)state;
    const char *file = scratch_path(&scratch, "quarantine");
    struct quarantine *quarantine = quarantine_open(file);
    assert_int_equal(quarantine_count(quarantine), 0);
    assert_true(quarantine_add(quarantine, HASH, "decoder-crashed\nx", (struct wall){1795600800000}));
    assert_true(quarantine_add(quarantine, HASH, "another reason", (struct wall){5}));
    assert_true(quarantine_add(quarantine, "no hash", "x", (struct wall){5}));
    quarantine_close(quarantine);
    quarantine = quarantine_open(file);
    assert_int_equal(quarantine_count(quarantine), 1);
    assert_true(quarantine_has(quarantine, HASH));
    assert_false(quarantine_has(quarantine, OTHER));
    const struct quarantine_entry *entry = quarantine_item(quarantine, 0);
    assert_string_equal(entry->reason, "decoder-crashed");
    assert_true(entry->when.ms == 1795600800000);
    assert_true(quarantine_clear(quarantine));
    quarantine_close(quarantine);
    quarantine = quarantine_open(file);
    assert_int_equal(quarantine_count(quarantine), 0);
    quarantine_close(quarantine);
    quarantine_close(NULL);
}

static void the_oldest_gives_way(void **state)
{
    (void)state;
    char hash[65];
    struct quarantine *quarantine = quarantine_open(scratch_path(&scratch, "many"));
    for (int i = 0; i < QUARANTINE_MOST + 2; i++) {
        snprintf(hash, sizeof hash, "%064x", i);
        assert_true(quarantine_add(quarantine, hash, "x", (struct wall){i}));
    }
    assert_int_equal(quarantine_count(quarantine), QUARANTINE_MOST);
    assert_false(quarantine_has(quarantine, OTHER));
    assert_true(quarantine_has(quarantine, hash));
    quarantine_close(quarantine);
}

static void takes_any_bytes(void **state)
{
    (void)state;
    scratch_write(&scratch, "odd", "x\n\n" HASH "\n" HASH " 5\n" HASH " a b\n" OTHER " 99999999999999999999 x\n" HASH " 7 ok\n" OTHER);
    struct quarantine *quarantine = quarantine_open(scratch_path(&scratch, "odd"));
    assert_int_equal(quarantine_count(quarantine), 1);
    assert_string_equal(quarantine_item(quarantine, 0)->reason, "ok");
    quarantine_close(quarantine);
}

static void what_cannot_be_written_is_kept_in_memory(void **state)
{
    (void)state;
    struct quarantine *quarantine = quarantine_open(scratch_path(&scratch, "no/such/folder"));
    assert_false(quarantine_add(quarantine, HASH, "x", (struct wall){1}));
    assert_true(quarantine_has(quarantine, HASH));
    quarantine_close(quarantine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(remembers_over_a_restart),
        cmocka_unit_test(the_oldest_gives_way),
        cmocka_unit_test(takes_any_bytes),
        cmocka_unit_test(what_cannot_be_written_is_kept_in_memory),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
