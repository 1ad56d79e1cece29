#include "base/arena.h"
#include "base/buffer.h"
#include "store/manifest.h"
#include "store/refusal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define HEAD "{\"format\":1,\"generation\":7,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":["
#define FILE_OF(path) "{\"path\":\"" path "\",\"size\":0,\"sha256\":\"" HASH "\"}"

static const char *code_of(const char *text)
{
    static struct refusal refusal;
    struct arena *arena = arena_create();
    refusal = (struct refusal){0};
    if (manifest_parse(arena, text, strlen(text), &refusal))
        refusal.code = NULL;
    else
        assert_true(refusal.code && refusal.french[0] && refusal.english[0]);
    arena_destroy(arena);
    return refusal.code ? refusal.code : "good";
}

static void reads_what_it_writes(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct manifest_file files[] = {{"playlist.yaml", HASH, 0}, {"articles/É té.md", HASH, 0}, {"a", HASH, 0}};
    struct manifest manifest = {.generation = 41, .issued = {1795600800000}, .has_expires = true, .expires = {1795687200000}, .files = files, .count = 3};
    struct buffer out;
    manifest_sort(files, 3);
    buffer_init(&out, arena);
    manifest_write(&out, &manifest);
    struct refusal refusal = {0};
    struct manifest *read = manifest_parse(arena, out.data, out.length, &refusal);
    assert_non_null(read);
    assert_true(read->generation == 41 && read->issued.ms == manifest.issued.ms && read->has_expires && read->expires.ms == manifest.expires.ms);
    assert_int_equal(read->count, 3);
    assert_string_equal(read->files[1].path, "articles/É té.md");
    assert_ptr_equal(manifest_find(read, "playlist.yaml"), &read->files[2]);
    assert_null(manifest_find(read, "playlist"));
    struct buffer again;
    buffer_init(&again, arena);
    manifest_write(&again, read);
    assert_string_equal(out.data, again.data);
    arena_destroy(arena);
}

static void reads_the_least_there_may_be(void **state)
{
    (void)state;
    assert_string_equal(code_of(HEAD "]}"), "good");
    assert_string_equal(code_of(HEAD FILE_OF("a") "], \"more\": {\"x\": [1]}, \"expires\": null}"), "good");
}

static void refuses_paths_that_could_leave_or_hide(void **state)
{
    (void)state;
    static const char *const bad[] = {"..",       "../a",    "a/../b", "a/..",  "/a",     "/",     "",      "a//b",  "a/",     ".",     "./a",
                                      "a/.",      ".hidden", "a/.b/c", "a\\n",  "a\\u007f", "a\\tb", "\\u0085", "a\\r", "..\\u002f"};
    char text[1024];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(text, sizeof text, HEAD "{\"path\":\"%s\",\"size\":0,\"sha256\":\"" HASH "\"}]}", bad[i]);
        if (strcmp(code_of(text), "manifest-path") != 0)
            fail_msg("%s: %s", bad[i], code_of(text));
    }
    static const char *const good[] = {"a", "a.b", "a/b.c", "É", "..a" + 2, "a..", "a b/c…d", "-"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(manifest_is_path(good[i]));
    assert_false(manifest_is_path("a\xff"));
    char longest[MANIFEST_PATH_MOST_BYTES + 2];
    memset(longest, 'a', sizeof longest);
    for (size_t i = 100; i < sizeof longest; i += 100)
        longest[i] = '/';
    longest[MANIFEST_PATH_MOST_BYTES + 1] = '\0';
    assert_false(manifest_is_path(longest));
    longest[MANIFEST_PATH_MOST_BYTES] = '\0';
    assert_true(manifest_is_path(longest));
    longest[100] = longest[200] = 'a';
    assert_false(manifest_is_path(longest));
}

static void refuses_the_same_name_twice(void **state)
{
    (void)state;
    assert_string_equal(code_of(HEAD FILE_OF("a") "," FILE_OF("b") "," FILE_OF("a") "]}"), "manifest-path");
    /* A file that is a folder, though other names stand between them. */
    assert_string_equal(code_of(HEAD FILE_OF("a") "," FILE_OF("a.b") "," FILE_OF("a/b") "]}"), "manifest-path");
    assert_string_equal(code_of(HEAD FILE_OF("x/y/z") "," FILE_OF("x/y") "]}"), "manifest-path");
    /* Case is kept: these are two files. */
    assert_string_equal(code_of(HEAD FILE_OF("a") "," FILE_OF("A") "," FILE_OF("ab/c") "]}"), "good");
}

static void refuses_wrong_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
    } cases[] = {
        {"[]", "manifest-invalid"},
        {"{\"format\":2}", "manifest-format"},
        {"{\"format\":\"1\"}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":0,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":9007199254740993,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1.0,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1,\"issued\":\"2026-11-25\",\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1,\"issued\":\"2026-11-25T10:00:00\",\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1,\"issued\":\"2026-11-25T10:00:00Z\",\"expires\":7,\"files\":[]}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1,\"issued\":\"2026-11-25T10:00:00Z\",\"files\":{}}", "manifest-invalid"},
        {"{\"format\":1,\"generation\":1,\"issued\":\"2026-11-25T10:00:00Z\"}", "manifest-invalid"},
        {HEAD "7]}", "manifest-invalid"},
        {HEAD "{\"path\":\"a\",\"size\":-1,\"sha256\":\"" HASH "\"}]}", "manifest-invalid"},
        {HEAD "{\"path\":\"a\",\"size\":20971521,\"sha256\":\"" HASH "\"}]}", "manifest-limit"},
        {HEAD "{\"path\":\"a\",\"size\":1,\"sha256\":\"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855\"}]}", "manifest-invalid"},
        {HEAD "{\"path\":\"a\",\"size\":1,\"sha256\":\"e3b0\"}]}", "manifest-invalid"},
        {HEAD "{\"path\":\"a\",\"size\":1}]}", "manifest-invalid"},
        {HEAD FILE_OF("a") ",{\"path\":\"b\",\"size\":1,\"sha256\":\"" HASH "\"}]}", "manifest-invalid"},
        {HEAD FILE_OF("a"), "manifest-broken"},
        {"<!DOCTYPE html><html>portail</html>", "manifest-broken"},
        {"", "manifest-broken"},
        {HEAD "],\"format\":1}", "manifest-broken"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(code_of(cases[i].text), cases[i].code) != 0)
            fail_msg("%s: %s, not %s", cases[i].text, code_of(cases[i].text), cases[i].code);
}

static char *many(struct arena *arena, size_t count, long size)
{
    struct buffer text;
    buffer_init(&text, arena);
    buffer_add(&text, HEAD);
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s{\"path\":\"f%zu\",\"size\":%ld,\"sha256\":\"%064zx\"}", i ? "," : "", i, size, i);
    buffer_add(&text, "]}");
    return text.data;
}

static void holds_its_ceilings(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(code_of(many(arena, MANIFEST_MOST_FILES, 0)), "good");
    assert_string_equal(code_of(many(arena, MANIFEST_MOST_FILES + 1, 0)), "manifest-limit");
    assert_string_equal(code_of(many(arena, 102, MANIFEST_MOST_FILE_BYTES)), "good");
    assert_string_equal(code_of(many(arena, 103, MANIFEST_MOST_FILE_BYTES)), "manifest-limit");
    char *large = arena_alloc(arena, MANIFEST_MOST_BYTES + 2);
    memset(large, ' ', MANIFEST_MOST_BYTES + 1);
    memcpy(large, HEAD "]}", strlen(HEAD "]}"));
    assert_string_equal(code_of(large), "manifest-too-large");
    large[MANIFEST_MOST_BYTES] = '\0';
    assert_string_equal(code_of(large), "good");
    arena_destroy(arena);
}

static void takes_any_bytes(void **state)
{
    (void)state;
    static const char whole[] = HEAD FILE_OF("articles/a.md") "," FILE_OF("b") "],\"expires\":\"2026-12-25T10:00:00+01:00\"}";
    char text[sizeof whole];
    struct arena *arena = arena_create();
    assert_string_equal(code_of(whole), "good");
    for (size_t length = 0; length + 1 < sizeof whole; length++)
        assert_null(manifest_parse(arena, whole, length, NULL));
    srand(3);
    for (int round = 0; round < 20000; round++) {
        memcpy(text, whole, sizeof text);
        for (int i = rand() % 6; i >= 0; i--)
            text[(size_t)rand() % (sizeof whole - 1)] = (char)rand();
        manifest_parse(arena, text, sizeof whole - 1, NULL);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_it_writes),         cmocka_unit_test(reads_the_least_there_may_be), cmocka_unit_test(refuses_paths_that_could_leave_or_hide),
        cmocka_unit_test(refuses_the_same_name_twice),  cmocka_unit_test(refuses_wrong_shapes),         cmocka_unit_test(holds_its_ceilings),
        cmocka_unit_test(takes_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
