/* What phrases taught: likeness.h. Which dates it decides is tested by the table of phrases; here, how it looks at one. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/grammar.h"
#include "content/likeness.h"
#include "content/passages.h"
#include "content/sheet.h"
#include "content/verdict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A text as the body of a page of 2 March 2026. */
static struct article *page(struct arena *arena, const char *language, const char *text, const struct zone *zone, struct diags *diags)
{
    struct article_settings settings = {.zone = zone};
    char *whole = arena_format(arena, "---\ntitle: Une page\ndate: 2026-03-02\nlang: %s\n---\n\n%s\n", language, text);
    return article_parse("page.md", whole, strlen(whole), &settings, diags);
}

/* The first date of the body. */
static struct sheet sheet_of(const struct article *article)
{
    const struct grammar *grammar = grammar_for(article->language);
    struct passages passages = passages_collect(article->arena, article, grammar);
    return sheet_open(article->arena, &passages.items[passages.count - 1], grammar);
}

static struct likeness look_at(const char *language, const char *text)
{
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct diags diags;
    diag_init(&diags);
    struct article *article = page(arena, language, text, zone, &diags);
    struct sheet sheet = sheet_of(article);
    assert_int_equal(sheet.date_count, 1);
    struct likeness likeness = likeness_of(&sheet, 0, RULED_NOTHING);
    article_destroy(article);
    diag_finish(&diags);
    zone_destroy(zone);
    arena_destroy(arena);
    return likeness;
}

static void test_a_request_is_like_a_deadline(void **state)
{
    (void)state;
    struct likeness likeness = look_at("fr", "Inscrivez-vous sur le site jusqu'au 12 avril.");
    assert_true(likeness.deadline > LIKENESS_ONE);
    assert_true(likeness.event < -LIKENESS_ONE);
}

static void test_an_appointment_is_like_an_event(void **state)
{
    (void)state;
    struct likeness likeness = look_at("fr", "Rendez-vous samedi 11 avril à 14h pour un atelier ouvert à tous.");
    assert_true(likeness.event > LIKENESS_ONE);
    assert_true(likeness.deadline < -LIKENESS_ONE);
}

static void test_what_was_is_like_neither(void **state)
{
    (void)state;
    struct likeness likeness = look_at("fr", "Le décret a été publié le 12 avril au Journal officiel.");
    assert_true(likeness.deadline < -LIKENESS_ONE);
    assert_true(likeness.event < -LIKENESS_ONE);
}

static void test_a_language_without_phrases_is_like_nothing(void **state)
{
    (void)state;
    struct likeness likeness = look_at("en", "Please register until 12 April.");
    assert_true(likeness.deadline < -LIKENESS_ONE);
    assert_true(likeness.event < -LIKENESS_ONE);
}

static void test_each_slot_stands_once(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct diags diags;
    uint16_t slots[LIKENESS_MOST], again[LIKENESS_MOST];
    bool seen[LIKENESS_SLOTS] = {false};
    diag_init(&diags);
    struct article *article = page(arena, "fr", "Le le le café, le café et le thé : jusqu'au 12 avril, le thé, le thé et le café.", zone, &diags);
    struct sheet sheet = sheet_of(article);
    size_t count = likeness_slots(&sheet, 0, RULED_NOTHING, slots);
    assert_in_range(count, 10, LIKENESS_MOST);
    assert_int_equal(likeness_slots(&sheet, 0, RULED_NOTHING, again), count);
    assert_memory_equal(slots, again, count * sizeof *slots);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(slots[i], 0, LIKENESS_SLOTS - 1);
        assert_false(seen[slots[i]]);
        seen[slots[i]] = true;
    }
    article_destroy(article);
    diag_finish(&diags);
    zone_destroy(zone);
    arena_destroy(arena);
}

/* No rule knows such a test; the reason says what decided. */
static void test_explain_says_what_decided(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct diags diags;
    diag_init(&diags);
    struct article *article = page(arena, "fr", "Cours de français langue étrangère : le test de niveau se passe en ligne, à faire obligatoirement pour le 14 septembre.", zone, &diags);
    const struct facts *facts = facts_read(article, zone, &diags);
    assert_int_equal(facts->deadline_count, 1);
    assert_non_null(strstr(facts->deadlines[0].reason.french, "phrase semblable à celles qui fixent une échéance"));
    assert_non_null(strstr(facts->deadlines[0].reason.english, "worded like those that set a deadline"));
    article_destroy(article);
    diag_finish(&diags);
    zone_destroy(zone);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_request_is_like_a_deadline),  cmocka_unit_test(test_an_appointment_is_like_an_event),
        cmocka_unit_test(test_what_was_is_like_neither),      cmocka_unit_test(test_a_language_without_phrases_is_like_nothing),
        cmocka_unit_test(test_each_slot_stands_once),         cmocka_unit_test(test_explain_says_what_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
