#include "base/arena.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_scalar_value_goes_there_and_back(void **state)
{
    (void)state;
    for (uint32_t codepoint = 1; codepoint <= 0x10FFFF; codepoint++) {
        char bytes[4];
        if (codepoint >= 0xD800 && codepoint <= 0xDFFF)
            continue;
        size_t length = utf8_encode(codepoint, bytes);
        const char *at = bytes;
        if (utf8_next(&at, bytes + length) != codepoint || at != bytes + length)
            fail_msg("U+%04X does not come back", (unsigned)codepoint);
    }
}

static void what_is_no_scalar_value_is_replaced(void **state)
{
    (void)state;
    const uint32_t bad[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char bytes[4];
        assert_int_equal(utf8_encode(bad[i], bytes), 3);
        assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
    }
}

/* Each row: bytes, and what is read of them one after the other (0 ends it). */
static void bad_bytes_cost_one_byte_each(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        uint32_t expected[6];
    } rows[] = {
        {"\x80z", {UTF8_REPLACEMENT, 'z'}},                                             /* stray continuation */
        {"\xC3", {UTF8_REPLACEMENT}},                                                   /* cut short */
        {"\xC3(", {UTF8_REPLACEMENT, '('}},                                             /* no continuation */
        {"\xC0\xAF", {UTF8_REPLACEMENT, UTF8_REPLACEMENT}},                             /* overlong slash */
        {"\xE0\x80\xAF", {UTF8_REPLACEMENT, UTF8_REPLACEMENT, UTF8_REPLACEMENT}},       /* overlong slash */
        {"\xED\xA0\x80", {UTF8_REPLACEMENT, UTF8_REPLACEMENT, UTF8_REPLACEMENT}},       /* surrogate */
        {"\xF4\x90\x80\x80", {UTF8_REPLACEMENT, UTF8_REPLACEMENT, UTF8_REPLACEMENT, UTF8_REPLACEMENT}},
        {"\xFF\xFE", {UTF8_REPLACEMENT, UTF8_REPLACEMENT}},
        {"\xE2\x82\xACuro", {0x20AC, 'u', 'r', 'o'}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *at = rows[i].bytes, *end = at + strlen(at);
        for (size_t j = 0; rows[i].expected[j]; j++)
            assert_int_equal(utf8_next(&at, end), rows[i].expected[j]);
        assert_ptr_equal(at, end);
        assert_int_equal(utf8_next(&at, end), 0);
        assert_ptr_equal(at, end);
    }
}

static void counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(""), 0);
    assert_int_equal(utf8_count("état"), 4);
    assert_int_equal(utf8_count("📅 2 mai"), 7);
    assert_int_equal(utf8_count("a\xFF\xFF"), 3);
}

static void check_clean(const char *bytes, size_t length, const char *expected, size_t expected_bad)
{
    struct arena *arena = arena_create();
    size_t clean_length = 0, bad = 0;
    char *clean = utf8_clean(arena, bytes, length, &clean_length, &bad);
    assert_string_equal(clean, expected);
    assert_int_equal(clean_length, strlen(expected));
    assert_int_equal(bad, expected_bad);
    arena_destroy(arena);
}

static void cleans_bytes_from_outside(void **state)
{
    (void)state;
    check_clean("", 0, "", 0);
    check_clean("clair\n", 6, "clair\n", 6);
    check_clean("\xEF\xBB\xBF"
                "titre",
                8, "titre", 8);
    check_clean("a\r\nb\rc\n\r\n", 9, "a\nb\nc\n\n", 9);
    check_clean("a\0b", 3, "a\uFFFDb", 1);
    check_clean("l\xE9gende", 7, "l\uFFFDgende", 1);
    check_clean("tab\tet\x1B[31m", 11, "tab\tet\uFFFD[31m", 6);
    check_clean("fin\xC3", 4, "fin\uFFFD", 3);
    /* A replacement character that is in the text itself is no fault. */
    check_clean("\uFFFD", 3, "\uFFFD", 3);
    check_clean("\x7F", 1, "\uFFFD", 0);
}

static void cleans_a_megabyte_of_rubbish(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    size_t length = 1024 * 1024, clean_length = 0, bad = 0;
    char *bytes = arena_alloc(arena, length);
    uint32_t seed = 1;
    for (size_t i = 0; i < length; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (char)(seed >> 24);
    }
    char *clean = utf8_clean(arena, bytes, length, &clean_length, &bad);
    assert_true(bad < length);
    /* Clean text is a fixed point. */
    size_t again_length = 0;
    char *again = utf8_clean(arena, clean, clean_length, &again_length, &bad);
    assert_int_equal(again_length, clean_length);
    assert_int_equal(bad, clean_length);
    assert_memory_equal(again, clean, clean_length);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_value_goes_there_and_back),
        cmocka_unit_test(what_is_no_scalar_value_is_replaced),
        cmocka_unit_test(bad_bytes_cost_one_byte_each),
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(cleans_bytes_from_outside),
        cmocka_unit_test(cleans_a_megabyte_of_rubbish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
