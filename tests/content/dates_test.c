/* The scanners on bare strings: folding, days, hours. */
#include "base/arena.h"
#include "content/dates.h"
#include "content/grammar.h"
#include "content/lexis.h"
#include "content/times.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* All days of a text as "10/5/2023 w3", joined by "-" in a range, "," in a list, ";" between mentions. */
static void write_dates(char *out, size_t size, const char *text, const struct grammar *grammar)
{
    struct arena *arena = arena_create();
    struct lexis lexis = lexis_read(arena, text);
    size_t count = 0, at = 0;
    struct date_mention *mentions = dates_find(arena, &lexis, grammar, &count);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < mentions[i].span_count && at < size; k++) {
            const struct date_span *span = &mentions[i].spans[k];
            at += (size_t)snprintf(out + at, size - at, "%s%d/%d/%d", k ? "," : i ? ";" : "", span->first.day, span->first.month, span->first.year);
            if (span->range && at < size)
                at += (size_t)snprintf(out + at, size - at, "-%d/%d/%d", span->last.day, span->last.month, span->last.year);
        }
    arena_destroy(arena);
}

static void write_times(char *out, size_t size, const char *text, const struct grammar *grammar)
{
    struct arena *arena = arena_create();
    struct lexis lexis = lexis_read(arena, text);
    size_t count = 0, at = 0;
    struct time_mention *mentions = times_find(arena, &lexis, grammar, &count);
    out[0] = '\0';
    for (size_t i = 0; i < count && at < size; i++)
        at += (size_t)snprintf(out + at, size - at, "%s%d-%d", i ? ";" : "", mentions[i].start, mentions[i].end);
    arena_destroy(arena);
}

static void assert_dates(const char *text, const char *expected)
{
    char found[400];
    write_dates(found, sizeof found, text, &dates_fr);
    assert_string_equal(found, expected);
}

static void assert_times(const char *text, const char *expected)
{
    char found[400];
    write_times(found, sizeof found, text, &dates_fr);
    assert_string_equal(found, expected);
}

static void test_folding(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(lexis_fold(arena, "L’ÉTÉ,\xC2\xA0" "à l'Œuvre : 1ᵉʳ août"), "l ete a l oeuvre 1 er aout");
    struct lexis lexis = lexis_read(arena, "M. Dupont vient. Le 3 sept. 2023 ; fin");
    assert_int_equal(lexis.items[0].sentence, 0);
    assert_int_equal(lexis.items[2].sentence, 0);
    assert_int_equal(lexis.items[lexis.count - 1].sentence, 2);
    assert_int_equal(lexis_read(arena, "").count, 0);
    arena_destroy(arena);
}

static void test_days(void **state)
{
    (void)state;
    assert_dates("Mercredi 10 mai", "10/5/0");
    assert_dates("le 1er\xE2\x80\xAFmai 2023", "1/5/2023");
    assert_dates("12/03/2021, puis 07.11.2025 et 2024-03-18", "12/3/2021,7/11/2025,18/3/2024");
    assert_dates("12/03/2021 … 13/03/2021", "12/3/2021-13/3/2021");
    assert_dates("du 28 février au 3 mars", "28/2/0-3/3/0");
    assert_dates("du 28 décembre au 3 janvier 2024", "28/12/2023-3/1/2024");
    assert_dates("les 3, 4 et 5 juin 2023", "3/6/2023,4/6/2023,5/6/2023");
    assert_dates("du 3 au 5 juin et du 10 au 12 juin", "3/6/0-5/6/0,10/6/0-12/6/0");
    assert_dates("salle 3, 4 juin", "4/6/0");
    assert_dates("[7 mars] - [19 avril]", "7/3/0-19/4/0");
    assert_dates("entre le 3 et le 7 mai", "3/5/0-7/5/0");
    assert_dates("24/25 mai", "24/5/0,25/5/0");
    assert_dates("01 42 75 80 00", "");
    assert_dates("252/05/2023, 3/4 des voix, 10 % de mai", "");
    assert_dates("https://exemple.fr/2023-05-10/10-mai-2023", "");
    assert_dates("le 14 h 10 mai", "10/5/0");
    assert_dates("10 maisons", "");
}

static void test_hours(void **state)
{
    (void)state;
    assert_times("14h30 à 17h30", "870-1050");
    assert_times("de 14 h 30 à 17 h", "870-1020");
    assert_times("14:30–17:30", "870-1050");
    assert_times("de 9 à 12h", "540-720");
    assert_times("dès 18h", "1080--1");
    assert_times("jusqu'à 17h", "-1-1020");
    assert_times("entre midi et 14h", "720-840");
    assert_times("à midi et demi", "750--1");
    assert_times("de 21h à 2h", "1260-1560");
    assert_times("23h59", "1439--1");
    assert_times("minuit", "1440--1");
    assert_times("une formation de 2 heures", "");
    assert_times("pendant 3h", "");
    assert_times("24h/24", "");
    assert_times("l'après-midi", "");
    assert_times("25h, 14h75", "840--1");
}

static void test_english(void **state)
{
    (void)state;
    char found[200];
    write_dates(found, sizeof found, "May 10th, 2023 and Wednesday 10 May; from 28 April to 3 May 2023", &dates_en);
    assert_string_equal(found, "10/5/2023,10/5/2023;28/4/2023-3/5/2023");
    write_times(found, sizeof found, "2:30–5:30 pm, 9 am to noon, 11–1 pm", &dates_en);
    assert_string_equal(found, "870-1050;540-720;660-780");
    assert_ptr_equal(grammar_for("en-GB"), &dates_en);
    assert_ptr_equal(grammar_for("es"), &dates_fr);
    assert_ptr_equal(grammar_for(NULL), &dates_fr);
}

/* Two places of patterns share an alternative: "clos|close" and "close". */
static bool places_meet(const char *one, size_t one_length, const char *other, size_t other_length)
{
    for (size_t i = 0; i < one_length;) {
        size_t length = 0;
        while (i + length < one_length && one[i + length] != '|')
            length++;
        for (size_t k = 0, size = 0; k < other_length; k += size + 1) {
            size = 0;
            while (k + size < other_length && other[k + size] != '|')
                size++;
            if (size == length && memcmp(one + i, other + k, size) == 0)
                return true;
        }
        i += length + 1;
    }
    return false;
}

static bool patterns_meet(const char *one, const char *other)
{
    while (*one && *other) {
        size_t one_length = strcspn(one, " "), other_length = strcspn(other, " ");
        if (!places_meet(one, one_length, other, other_length))
            return false;
        one += one_length + (one[one_length] == ' ');
        other += other_length + (other[other_length] == ' ');
    }
    return !*one && !*other;
}

/* What stands twice in a table means what the one says that happens to win; the other is dead. */
static void test_cues_stand_once(void **state)
{
    (void)state;
    enum { ROWS_MOST = 8192 };
    const struct grammar *grammars[] = {&dates_fr, &dates_en};
    size_t twice = 0;
    for (size_t g = 0; g < sizeof grammars / sizeof *grammars; g++) {
        const struct grammar_cue *rows[ROWS_MOST];
        size_t count = 0;
        for (const struct grammar_cue *const *table = grammars[g]->cues; *table; table++)
            for (const struct grammar_cue *row = *table; row->pattern && count < ROWS_MOST; row++)
                rows[count++] = row;
        for (size_t one = 0; one < count; one++)
            for (size_t other = one + 1; other < count; other++)
                if (patterns_meet(rows[one]->pattern, rows[other]->pattern)) {
                    print_message("\"%s\" and \"%s\" share words\n", rows[one]->pattern, rows[other]->pattern);
                    twice++;
                }
    }
    assert_int_equal(twice, 0);
}

/* A table that a grammar leaves out is read as NULL wherever a rule asks for it: every language says something, if only that it has no such word. */
static void test_no_table_is_missing(void **state)
{
    (void)state;
    const struct grammar *grammars[] = {&dates_fr, &dates_en};
    for (size_t g = 0; g < sizeof grammars / sizeof *grammars; g++)
        for (size_t at = 0; at < offsetof(struct grammar, month_first); at += sizeof(void *)) {
            const void *table = NULL;
            memcpy(&table, (const char *)grammars[g] + at, sizeof table);
            if (!table)
                print_message("%s: the table at byte %zu of struct grammar is missing\n", grammars[g]->language, at);
            assert_non_null(table);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_folding), cmocka_unit_test(test_days), cmocka_unit_test(test_hours),
                                       cmocka_unit_test(test_english), cmocka_unit_test(test_no_table_is_missing),
                                       cmocka_unit_test(test_cues_stand_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
