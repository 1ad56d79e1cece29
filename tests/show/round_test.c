/* The order of a round: by hand, with items that hold nothing but a priority. */
#include "base/arena.h"
#include "content/playlist.h"
#include "show/round.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

enum { ITEMS_MOST = 64 };

/* "abac": the round of items a, b, c ... with these priorities. */
static const char *order(struct arena *arena, const int *priorities, size_t count)
{
    struct item items[ITEMS_MOST] = {0};
    for (size_t i = 0; i < count; i++)
        items[i].priority = priorities[i];
    struct round round = round_make(arena, items, count, false);
    char *text = arena_alloc(arena, round.count + 1);
    for (size_t i = 0; i < round.count; i++)
        text[i] = (char)('a' + round.turns[i].item);
    return text;
}

static void equal_priorities_keep_the_playlist_order(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(order(arena, (const int[]){1, 1, 1, 1}, 4), "abcd");
    assert_string_equal(order(arena, (const int[]){3, 3, 3}, 3), "abc");
    assert_string_equal(order(arena, (const int[]){0}, 1), "a");
    assert_string_equal(order(arena, NULL, 0), "");
    arena_destroy(arena);
}

static void a_priority_is_spread_evenly(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(order(arena, (const int[]){1, 2, 1}, 3), "abcb");
    assert_string_equal(order(arena, (const int[]){2, 1, 1}, 3), "abac");
    assert_string_equal(order(arena, (const int[]){1, 1, 1, 1, 2, 1, 1, 1}, 8), "aebcdefgh");
    assert_string_equal(order(arena, (const int[]){3, 1, 1, 1, 1, 1}, 6), "abcadeaf");
    arena_destroy(arena);
}

static void every_item_has_its_turns_and_no_neighbour_is_itself(void **state)
{
    (void)state;
    for (int count = 6; count <= 26; count++) {
        for (int priority = 1; priority <= 5; priority++) {
            struct arena *arena = arena_create();
            int priorities[ITEMS_MOST];
            for (int i = 0; i < count; i++)
                priorities[i] = i == count / 2 ? priority : 1;
            const char *text = order(arena, priorities, (size_t)count);
            int turns[ITEMS_MOST] = {0};
            for (size_t i = 0; text[i]; i++) {
                turns[text[i] - 'a']++;
                assert_int_not_equal(text[i], text[i + 1] ? text[i + 1] : text[0]);
            }
            for (int i = 0; i < count; i++)
                assert_int_equal(turns[i], priorities[i]);
            arena_destroy(arena);
        }
    }
}

static void urgent_items_have_a_round_of_their_own(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct item items[4] = {{.priority = 1}, {.priority = 1, .urgent = true}, {.priority = 2}, {.priority = 1, .urgent = true}};
    struct round ordinary = round_make(arena, items, 4, false), urgent = round_make(arena, items, 4, true);
    assert_int_equal(ordinary.count, 3);
    assert_int_equal(urgent.count, 2);
    assert_int_equal(urgent.turns[1].item, 3);
    assert_int_equal(round_find(&ordinary, 1, 0), ordinary.count);
    assert_int_equal(round_find(&ordinary, 0, 0), 0);
    assert_int_equal(ordinary.turns[round_find(&ordinary, 2, 1)].turn, 1);
    assert_int_equal(ordinary.turns[round_find(&ordinary, 2, 9)].turn, 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_priorities_keep_the_playlist_order),
        cmocka_unit_test(a_priority_is_spread_evenly),
        cmocka_unit_test(every_item_has_its_turns_and_no_neighbour_is_itself),
        cmocka_unit_test(urgent_items_have_a_round_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
