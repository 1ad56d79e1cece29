#include "base/arena.h"
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 64 * 1024 * 1024 };

static struct json *parse(const char *text)
{
    return json_parse(text, strlen(text), MOST, NULL);
}

static void reads_values_by_kind(void **state)
{
    (void)state;
    struct json *root = parse("{\"a\": \"é\", \"n\": 9007199254740993, \"t\": true, \"l\": [1, \"x\"], \"z\": null, \"r\": 1.5}");
    int64_t number = 0;
    bool flag = false;
    assert_non_null(root);
    assert_string_equal(json_get_text(root, "a"), "é");
    assert_true(json_get_whole(root, "n", 0, INT64_MAX, &number));
    assert_true(number == INT64_C(9007199254740993));
    assert_false(json_get_whole(root, "n", 0, 10, &number));
    assert_false(json_get_whole(root, "n", INT64_MAX, INT64_MAX, &number));
    assert_false(json_get_whole(root, "r", 0, 10, &number));
    assert_false(json_get_whole(root, "a", 0, 10, &number));
    assert_true(number == INT64_C(9007199254740993));
    assert_true(json_get_flag(root, "t", &flag) && flag);
    assert_int_equal(json_count(json_get(root, "l")), 2);
    assert_string_equal(json_get_text(json_item(json_get(root, "l"), 1), NULL), "x");
    assert_null(json_item(json_get(root, "l"), 2));
    assert_null(json_get(root, "b"));
    assert_null(json_get(NULL, "b"));
    assert_null(json_get_text(root, "n"));
    assert_int_equal(json_count(root), 0);
    assert_int_equal(json_kind_of(json_get(root, "z")), JSON_KIND_NULL);
    assert_int_equal(json_kind_of(json_get(root, "r")), JSON_KIND_REAL);
    assert_int_equal(json_kind_of(NULL), JSON_KIND_NONE);
    json_destroy(root);
    json_destroy(NULL);
}

static void refuses_what_is_not_strict(void **state)
{
    (void)state;
    static const char *const bad[] = {"",          "{",         "{} x",     "{\"a\":1,\"a\":2}", "[1,]",          "{'a':1}",
                                      "[01]",      "[\"\xff\"]", "[\"\\u0000\"]", "[1e999]",     "[123456789012345678901]", "nul",
                                      "[\"\n\"]",  "// x\n[]",  "[\"\\ud800\"]"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct json_problem problem = {0};
        struct json *root = json_parse(bad[i], strlen(bad[i]), MOST, &problem);
        if (root)
            fail_msg("accepted: %s", bad[i]);
        assert_true(problem.text[0] != '\0');
    }
    struct json_problem problem;
    assert_null(json_parse("[]\0", 3, MOST, &problem));
    assert_null(json_parse("[1]", 3, 2, &problem));
    assert_string_equal(problem.text, "too large");
}

static void holds_its_ceilings(void **state)
{
    (void)state;
    struct json_problem problem;
    size_t length = 4 * 1024 * 1024;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, '[', length);
    assert_null(json_parse(text, length, MOST, &problem));
    assert_string_equal(problem.text, "nested too deeply");
    text[0] = '[';
    for (size_t i = 1; i + 2 < length; i += 3)
        memcpy(text + i, "[],", 3);
    text[length - 1] = ']';
    assert_null(json_parse(text, length, MOST, &problem));
    assert_string_equal(problem.text, "too many values");
    free(text);
    /* Signs inside texts are no structure. */
    struct json *root = parse("[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[\"]");
    assert_non_null(root);
    json_destroy(root);
}

static void never_crashes_on_random_bytes(void **state)
{
    (void)state;
    static const char signs[] = "{}[]\",:0123456789.eE+-truefalsn\\u \n\xc3\xa9\xff";
    char text[64];
    srand(7);
    for (int round = 0; round < 200000; round++) {
        size_t length = (size_t)rand() % sizeof text;
        for (size_t i = 0; i < length; i++)
            text[i] = signs[(size_t)rand() % (sizeof signs - 1)];
        json_destroy(json_parse(text, length, MOST, NULL));
    }
}

static void writes_stable_text(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct buffer out;
    struct json_writer writer;
    buffer_init(&out, arena);
    json_write_begin(&writer, &out, 2, 2);
    json_write_map(&writer, NULL);
    json_write_text(&writer, "a", "l\"é\n\x01\xff\\");
    json_write_text(&writer, "none", NULL);
    json_write_whole(&writer, "n", -5);
    json_write_list(&writer, "l");
    json_write_map(&writer, NULL);
    json_write_flag(&writer, "t", true);
    json_write_whole(&writer, "n", 1);
    json_write_end(&writer, false);
    json_write_map(&writer, NULL);
    json_write_end(&writer, false);
    json_write_end(&writer, true);
    json_write_list(&writer, "empty");
    json_write_end(&writer, true);
    json_write_end(&writer, false);
    assert_string_equal(out.data, "{\n  \"a\": \"l\\\"é\\n\\u0001\xEF\xBF\xBD\\\\\",\n  \"none\": null,\n  \"n\": -5,\n  \"l\": [\n    {\"t\": true, \"n\": "
                                  "1},\n    {}\n  ],\n  \"empty\": []\n}\n");
    struct json *root = parse(out.data);
    assert_string_equal(json_get_text(root, "a"), "l\"é\n\x01\xEF\xBF\xBD\\");
    json_destroy(root);
    buffer_init(&out, arena);
    json_write_begin(&writer, &out, 0, 0);
    json_write_list(&writer, NULL);
    json_write_whole(&writer, NULL, 1);
    json_write_whole(&writer, NULL, 2);
    json_write_end(&writer, true);
    assert_string_equal(out.data, "[1,2]\n");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_values_by_kind),          cmocka_unit_test(refuses_what_is_not_strict), cmocka_unit_test(holds_its_ceilings),
        cmocka_unit_test(never_crashes_on_random_bytes), cmocka_unit_test(writes_stable_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
