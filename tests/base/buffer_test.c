#include "base/arena.h"
#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int make_arena(void **state)
{
    *state = arena_create();
    return 0;
}

static int drop_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void is_empty_text_at_once(void **state)
{
    struct buffer buffer;
    buffer_init(&buffer, *state);
    assert_string_equal(buffer.data, "");
    assert_int_equal(buffer.length, 0);
}

static void grows_and_stays_terminated(void **state)
{
    struct buffer buffer;
    buffer_init(&buffer, *state);
    for (int i = 0; i < 10000; i++) {
        buffer_add_char(&buffer, 'a');
        assert_int_equal(buffer.data[buffer.length], '\0');
    }
    assert_int_equal(strlen(buffer.data), 10000);
}

static void adds_text_bytes_and_formats(void **state)
{
    struct buffer buffer;
    buffer_init(&buffer, *state);
    buffer_add(&buffer, "du ");
    buffer_add_bytes(&buffer, "2 mai!!", 5);
    buffer_format(&buffer, " à %d h %02d", 9, 5);
    buffer_add_bytes(&buffer, NULL, 0);
    assert_string_equal(buffer.data, "du 2 mai à 9 h 05");
    buffer_format(&buffer, "%0500d", 1);
    assert_int_equal(buffer.length, strlen("du 2 mai à 9 h 05") + 500);
}

static void adds_code_points(void **state)
{
    struct buffer buffer;
    buffer_init(&buffer, *state);
    const uint32_t points[] = {'e', 0xE9, 0x202F, 0x1F4C5, 0xD800, 0x110000};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        buffer_add_codepoint(&buffer, points[i]);
    assert_string_equal(buffer.data, "eé\u202F📅\uFFFD\uFFFD");
}

static void cuts_back_but_never_forward(void **state)
{
    struct buffer buffer;
    buffer_init(&buffer, *state);
    buffer_add(&buffer, "bonjour");
    buffer_truncate(&buffer, 100);
    assert_string_equal(buffer.data, "bonjour");
    buffer_truncate(&buffer, 3);
    assert_string_equal(buffer.data, "bon");
    buffer_add(&buffer, "soir");
    assert_string_equal(buffer.data, "bonsoir");
    assert_int_equal(buffer.length, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_empty_text_at_once, make_arena, drop_arena),
        cmocka_unit_test_setup_teardown(grows_and_stays_terminated, make_arena, drop_arena),
        cmocka_unit_test_setup_teardown(adds_text_bytes_and_formats, make_arena, drop_arena),
        cmocka_unit_test_setup_teardown(adds_code_points, make_arena, drop_arena),
        cmocka_unit_test_setup_teardown(cuts_back_but_never_forward, make_arena, drop_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
