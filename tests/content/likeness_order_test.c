/* What phrases taught a network: likeness_order.h. How well it does is measured by the table of phrases; here, how it looks at one date. */
#include "content/likeness_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "content/first_date.h"

static struct likeness by_order(const struct sheet *sheet)
{
    return likeness_order_of(sheet, 0);
}

static struct likeness_order_view view_of(const char *text)
{
    struct page page = page_open("fr", text);
    struct likeness_order_view view;
    memset(&view, 0xff, sizeof view);
    assert_int_equal(page.sheet.date_count, 1);
    likeness_order_look(&page.sheet, 0, &view);
    page_close(&page);
    return view;
}

static void test_it_knows_what_was_learned(void **state)
{
    (void)state;
    assert_knows(by_order);
}

static void test_order_matters(void **state)
{
    (void)state;
    struct likeness one = look_by(by_order, "fr", "Inscription avant la visite du musée le 12 avril"), other = look_by(by_order, "fr", "Visite du musée avant la inscription le 12 avril");
    assert_true(one.deadline != other.deadline);
    assert_true(one.event != other.event);
}

/* Whatever lay in memory before: the same text gives the same bytes. */
static void test_equal_texts_are_equal_views(void **state)
{
    (void)state;
    struct likeness_order_view one = view_of("Ouvert jusqu'au 12 avril."), other = view_of("Ouvert jusqu'au 12 avril.");
    assert_memory_equal(&one, &other, sizeof one);
}

/* Before it: "jusqu' au", where the sentence begins, and the sentence before, the nearest first. */
static void test_the_sides_go_on_beyond_the_sentence(void **state)
{
    (void)state;
    struct likeness_order_view view = view_of("Le musée ouvre. Jusqu'au 12 avril, entrée libre. Venez !"), bare = view_of("Jusqu'au 12 avril, entrée libre.");
    const struct likeness_order_row *before = &view.sides[0], *alone = &bare.sides[0];
    assert_true(before->count > alone->count);
    assert_memory_equal(before->tokens, alone->tokens, alone->count * sizeof *alone->tokens);
    assert_memory_equal(before->tokens + alone->count, view.fields[0].tokens, (before->count - alone->count) * sizeof *alone->tokens);
    assert_true(view.sides[1].count > bare.sides[1].count);
    assert_true(view.fields[1].count > 0);
    assert_int_equal(bare.fields[0].count, 0);
}

static void test_the_flags_tell_what_is_told(void **state)
{
    (void)state;
    struct likeness_order_view view = view_of("Du samedi 11 au dimanche 12 avril 2026"), bare = view_of("Le 12 avril");
    for (size_t i = 0; i < 3; i++) {
        assert_true(view.flags[i] == 1);
        assert_true(bare.flags[i] == 0);
    }
    assert_true(bare.flags[3] > 0.3F && bare.flags[3] < 0.4F);
}

/* All weights of one channel, so that the answer can be reckoned by hand: a wide window that counts the tokens, at most five. */
static void test_the_numbers_are_reckoned_as_they_are_told(void **state)
{
    (void)state;
    struct likeness_order *order = calloc(1, sizeof *order);
    struct likeness_order_view view;
    memset(&view, 0, sizeof view);
    for (size_t i = 0; i < LIKENESS_ORDER_PARTS; i++)
        order->scales[i] = 0.5F;
    order->words[7 * LIKENESS_ORDER_DEPTH] = 2; /* 1 */
    for (size_t i = 0; i < LIKENESS_ORDER_WIDE; i++)
        order->wide[i * LIKENESS_ORDER_DEPTH * LIKENESS_ORDER_CHANNELS] = 4; /* 2 */
    order->inner[3 * LIKENESS_ORDER_CHANNELS * LIKENESS_ORDER_CHANNELS + 5] = 6; /* 3, of the wide one behind */
    order->outer[5 * LIKENESS_ORDER_ANSWERS + 1] = -1; /* -0.5 */
    order->outer_base[0] = 3; /* 1.5 */
    for (size_t count = 0; count <= 6; count++) {
        int tokens = count < LIKENESS_ORDER_WIDE ? (int)count : LIKENESS_ORDER_WIDE;
        view.sides[1].count = count;
        for (size_t i = 0; i < count; i++)
            view.sides[1].tokens[i].word = 7;
        struct likeness likeness = likeness_order_weigh(order, &view);
        assert_int_equal(likeness.event, -tokens * 3 * LIKENESS_ONE);
        assert_int_equal(likeness.deadline, 3 * LIKENESS_ONE / 2);
    }
    free(order);
}

/* A heading of one word, and a passage of one sentence with so many dates. */
static char *long_text(struct arena *arena, size_t letters, size_t dates)
{
    static const char date[] = " du pain le 3 mai";
    char *word = arena_alloc(arena, letters + 1), *list = arena_alloc(arena, dates * (sizeof date - 1) + 1);
    memset(word, 'a', letters);
    word[letters] = '\0';
    list[dates * (sizeof date - 1)] = '\0';
    for (size_t i = 0; i < dates; i++)
        memcpy(list + i * (sizeof date - 1), date, sizeof date - 1);
    return arena_format(arena, "## %s\n\n%s%s", word, word, list);
}

static double seconds_of_looking(size_t letters, size_t dates)
{
    enum { LOOKS = 10000 };
    struct arena *arena = arena_create();
    struct page page = page_open("fr", long_text(arena, letters, dates));
    struct likeness_order_view view;
    assert_int_equal(page.sheet.date_count, dates);
    clock_t begin = clock();
    for (size_t i = 0; i < LOOKS; i++)
        likeness_order_look(&page.sheet, i % page.sheet.date_count, &view);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    page_close(&page);
    arena_destroy(arena);
    return seconds;
}

/* However long the passage, its heading and their words are: as much as an article may hold. */
static void test_a_long_text_costs_no_more_for_a_date(void **state)
{
    (void)state;
    double few = seconds_of_looking(20, 20), many = seconds_of_looking(20000, 1400);
    assert_true(many < 5 * few + 0.1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_knows_what_was_learned),
        cmocka_unit_test(test_order_matters),
        cmocka_unit_test(test_equal_texts_are_equal_views),
        cmocka_unit_test(test_the_sides_go_on_beyond_the_sentence),
        cmocka_unit_test(test_the_flags_tell_what_is_told),
        cmocka_unit_test(test_the_numbers_are_reckoned_as_they_are_told),
        cmocka_unit_test(test_a_long_text_costs_no_more_for_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
