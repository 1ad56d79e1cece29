/* What phrases taught: likeness.h. Which dates it decides is tested by the table of phrases; here, how it looks at one. */
#include "content/facts.h"
#include "content/likeness.h"
#include "content/verdict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "content/first_date.h"

static struct likeness by_words(const struct sheet *sheet)
{
    return likeness_of(sheet, 0, RULED_NOTHING);
}

static void test_it_knows_what_was_learned(void **state)
{
    (void)state;
    assert_knows(by_words);
}

/* Two slots; one cell of which half goes on to another, which is added to it: the answers can be reckoned by hand. */
static void test_the_numbers_are_reckoned_as_they_are_told(void **state)
{
    (void)state;
    static signed char hidden[LIKENESS_SLOTS * LIKENESS_HIDDEN], direct[LIKENESS_SLOTS * LIKENESS_KINDS];
    const uint16_t slots[] = {7, 9};
    struct likeness_net net = {.hidden = hidden, .direct = direct, .cell = 0.5F, .sum = 0.25F};
    hidden[7 * LIKENESS_HIDDEN + 3] = 5;
    hidden[9 * LIKENESS_HIDDEN + 3] = 3;
    hidden[9 * LIKENESS_HIDDEN + 4] = -6; /* below 0: says nothing */
    direct[9 * LIKENESS_KINDS + 1] = 8;
    net.layers.first_base[3] = -1;   /* (5 + 3) / 2 - 1 = 3 */
    net.layers.second[6][3] = 0.5F;  /* 1.5 */
    net.layers.second[8][3] = -1;    /* below 0: adds nothing */
    net.layers.last[0][3] = 2;       /* 6 */
    net.layers.last[0][8] = 100;
    net.layers.last[0][4] = 100;
    net.layers.last[1][6] = -2;      /* -3, and 8 / 4 = 2, and 0.5 */
    net.layers.last_base[1] = 0.5F;
    struct likeness_sums both = likeness_of_slots(&net, slots, 2), none = likeness_of_slots(&net, slots, 0);
    assert_int_equal(both.of[0], 6 * LIKENESS_ONE);
    assert_int_equal(both.of[1], -LIKENESS_ONE / 2);
    assert_int_equal(none.of[0], 0);
    assert_int_equal(none.of[1], LIKENESS_ONE / 2);
}

/* What it says when it hears the rules, and when it does not, counts alike. */
static void test_the_rules_are_half_of_it(void **state)
{
    (void)state;
    uint16_t slots[LIKENESS_MOST];
    struct page page = page_open("fr", "Les dossiers sont reçus jusqu'au 12 avril.");
    for (int ruled = RULED_NOTHING; ruled <= RULED_AS + READING_EVENT; ruled++) {
        size_t count = likeness_slots(&page.sheet, 0, ruled, slots);
        struct likeness_sums heard = likeness_of_slots(likeness_fr.dates, slots, count), unheard = likeness_of_slots(likeness_fr.dates, slots + 1, count - 1);
        struct likeness likeness = likeness_of(&page.sheet, 0, ruled);
        assert_int_equal(likeness.deadline, (heard.of[0] + unheard.of[0]) / 2);
        assert_int_equal(likeness.event, (heard.of[1] + unheard.of[1]) / 2);
    }
    assert_true(likeness_of(&page.sheet, 0, RULED_AS + READING_DEADLINE).deadline > likeness_of(&page.sheet, 0, RULED_NOTHING).deadline);
    page_close(&page);
}

/* From the day of publication; without a year the next one that comes, or one that has just been. */
static void test_how_far_off_a_day_is(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t days;
    } days[] = {{"Rendez-vous le 15 avril.", 44}, {"Rendez-vous le 2 mars 2026.", 0}, {"Merci pour le 20 février.", -10}, {"Rendez-vous le 1er février.", 336}, {"Depuis le 14 avril 2025.", -322}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int64_t ahead = 0;
        struct page page = page_open("fr", days[i].text);
        assert_true(likeness_slots_ahead(&page.sheet, &page.sheet.dates[0].spans[0].first, &ahead));
        assert_int_equal(ahead, days[i].days);
        page_close(&page);
    }
}

static void test_each_slot_stands_once(void **state)
{
    (void)state;
    uint16_t slots[LIKENESS_MOST], again[LIKENESS_MOST];
    bool seen[LIKENESS_SLOTS] = {false};
    struct page page = page_open("fr", "Le le le café, le café et le thé : jusqu'au 12 avril, le thé, le thé et le café.");
    size_t count = likeness_slots(&page.sheet, 0, RULED_NOTHING, slots);
    assert_in_range(count, 10, LIKENESS_MOST);
    assert_int_equal(likeness_slots(&page.sheet, 0, RULED_NOTHING, again), count);
    assert_memory_equal(slots, again, count * sizeof *slots);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(slots[i], 0, LIKENESS_SLOTS - 1);
        assert_false(seen[slots[i]]);
        seen[slots[i]] = true;
    }
    page_close(&page);
}

/* No rule knows such a test; the reason says what decided. */
static void test_explain_says_what_decided(void **state)
{
    (void)state;
    struct page page = page_open("fr", "Cours de français langue étrangère : le test de niveau se passe en ligne, à faire obligatoirement pour le 14 septembre.");
    const struct facts *facts = facts_read(page.article, page.zone, &page.diags);
    assert_int_equal(facts->deadline_count, 1);
    assert_non_null(strstr(facts->deadlines[0].reason.french, "phrase semblable à celles qui fixent une échéance"));
    assert_non_null(strstr(facts->deadlines[0].reason.english, "worded like those that set a deadline"));
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_knows_what_was_learned), cmocka_unit_test(test_the_numbers_are_reckoned_as_they_are_told),
        cmocka_unit_test(test_the_rules_are_half_of_it),  cmocka_unit_test(test_how_far_off_a_day_is),
        cmocka_unit_test(test_each_slot_stands_once),     cmocka_unit_test(test_explain_says_what_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
