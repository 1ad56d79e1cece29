#include "base/arena.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    for (size_t bytes = 0; bytes < 5000; bytes += 7) {
        unsigned char *block = arena_alloc(arena, bytes);
        assert_non_null(block);
        assert_int_equal((uintptr_t)block % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < bytes; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xA5, bytes);
    }
    arena_destroy(arena);
}

static void a_reset_arena_is_zeroed_again_and_does_not_grow(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    arena_reset(arena);
    size_t held = 0;
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 300; i++) {
            unsigned char *block = arena_alloc(arena, 1000);
            assert_int_equal(block[0] | block[999], 0);
            memset(block, 0xFF, 1000);
        }
        arena_reset(arena);
        if (round == 3)
            held = arena_held_bytes(arena);
        if (round > 3)
            assert_int_equal(arena_held_bytes(arena), held);
    }
    arena_destroy(arena);
}

static void one_large_block_has_room(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    char *large = arena_alloc(arena, 3 * 1024 * 1024);
    large[3 * 1024 * 1024 - 1] = 'x';
    char *small = arena_alloc(arena, 8);
    small[7] = 'y';
    assert_int_equal(large[3 * 1024 * 1024 - 1], 'x');
    assert_true(arena_held_bytes(arena) >= 3 * 1024 * 1024);
    arena_destroy(arena);
    arena_destroy(NULL);
}

static void an_array_grows_and_keeps_its_items(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        int *before = items;
        size_t room = capacity;
        items = arena_grow(arena, items, count, &capacity, sizeof *items);
        assert_true(count < capacity);
        if (count < room)
            assert_ptr_equal(items, before);
        items[count] = (int)count * 3;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], (int)i * 3);
    arena_destroy(arena);
}

static void copies_and_formats_text(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_null(arena_copy(arena, NULL));
    assert_string_equal(arena_copy(arena, ""), "");
    assert_string_equal(arena_copy(arena, "été"), "été");
    const char bytes[] = {'a', '\0', 'b'};
    assert_memory_equal(arena_copy_bytes(arena, bytes, 3), "a\0b", 4);
    assert_string_equal(arena_copy_bytes(arena, NULL, 0), "");
    assert_string_equal(arena_format(arena, "%s:%d", "liste.yaml", 12), "liste.yaml:12");
    char *wide = arena_format(arena, "%05000d", 7);
    assert_int_equal(strlen(wide), 5000);
    arena_destroy(arena);
}

static void the_heap_gives_zeroed_blocks_and_resizes(void **state)
{
    (void)state;
    unsigned char *block = memory_alloc(16);
    for (int i = 0; i < 16; i++)
        assert_int_equal(block[i], 0);
    memcpy(block, "parvis", 7);
    block = memory_resize(block, 4096);
    assert_string_equal((char *)block, "parvis");
    memory_free(block);
    void *empty = memory_alloc(0);
    assert_non_null(empty);
    memory_free(empty);
    void *fresh = memory_resize(NULL, 10);
    assert_non_null(fresh);
    memory_free(fresh);
    memory_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(a_reset_arena_is_zeroed_again_and_does_not_grow),
        cmocka_unit_test(one_large_block_has_room),
        cmocka_unit_test(an_array_grows_and_keeps_its_items),
        cmocka_unit_test(copies_and_formats_text),
        cmocka_unit_test(the_heap_gives_zeroed_blocks_and_resizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
