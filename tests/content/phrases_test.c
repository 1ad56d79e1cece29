/* Reads the table of phrases (phrases.tsv), each as the body of a small article, and counts: precision and recall of deadlines and
 * events, with a line for every difference. usage: phrases_test [TABLE]; every row of its own table must be read as it is meant, of another one it fails under 99 %
 * precision or 95 % recall. */
#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { TABLE_MOST = 1 << 23, FACTS_MOST = 32 };

/* With sanitizers one row of so many of its own table is read: all are read by the same program without them, which takes a sixth of the time. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 6 };
#else
enum { STEP = 1 };
#endif

static const char *const own_table = "tests/content/phrases.tsv"; /* what is not yet read as meant waits in phrases_hard.tsv */
static const char *table_path = "tests/content/phrases.tsv";

/* Facts as they are written in the table: "D 2023-05-03T00:00", "E 2023-05-10T14:30/2023-05-10T17:30", "E 2023-06-01". */
struct written {
    char texts[FACTS_MOST][80];
    bool optional[FACTS_MOST];
    size_t count;
};

struct tally {
    int phrases;
    int right;
    int wrong;
    int missing;
};

static void write_instant(char *text, size_t size, struct wall wall, const struct zone *zone, bool day)
{
    struct civil civil = zone_to_civil(zone, wall);
    if (day)
        snprintf(text, size, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    else
        snprintf(text, size, "%04d-%02d-%02dT%02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

static void write_facts(struct written *found, const struct facts *facts, const struct zone *zone)
{
    char start[32], end[32];
    found->count = 0;
    for (size_t i = 0; i < facts->deadline_count && found->count < FACTS_MOST; i++) {
        write_instant(start, sizeof start, facts->deadlines[i].until, zone, false);
        snprintf(found->texts[found->count++], sizeof found->texts[0], "D %s", start);
    }
    for (size_t i = 0; i < facts->event_count && found->count < FACTS_MOST; i++) {
        const struct event *event = &facts->events[i];
        struct wall last = {event->end.ms - (event->all_day ? 1 : 0)};
        write_instant(start, sizeof start, event->start, zone, event->all_day);
        write_instant(end, sizeof end, last, zone, event->all_day);
        bool single = !event->has_end || strcmp(start, end) == 0;
        snprintf(found->texts[found->count++], sizeof found->texts[0], "E %s%s%s", start, single ? "" : "/", single ? "" : end);
    }
}

/* "D …; ?E …" — "?": may be found or not; "-": nothing. */
static void read_wanted(struct written *wanted, char *text)
{
    wanted->count = 0;
    for (char *part = text, *next = NULL; part && wanted->count < FACTS_MOST; part = next) {
        next = strchr(part, ';');
        if (next)
            *next++ = '\0';
        part += strspn(part, " ");
        size_t length = strlen(part);
        while (length && (part[length - 1] == ' ' || part[length - 1] == '\r'))
            part[--length] = '\0';
        if (strcmp(part, "-") == 0 || length == 0)
            continue;
        wanted->optional[wanted->count] = part[0] == '?';
        snprintf(wanted->texts[wanted->count++], sizeof wanted->texts[0], "%s", part + (part[0] == '?'));
    }
}

static void compare(struct tally *tally, int line, const char *phrase, const struct written *wanted, struct written *found)
{
    for (size_t i = 0; i < wanted->count; i++) {
        bool hit = false;
        for (size_t k = 0; k < found->count && !hit; k++)
            if (strcmp(found->texts[k], wanted->texts[i]) == 0) {
                hit = true;
                found->texts[k][0] = '\0';
            }
        tally->right += hit;
        if (!hit && !wanted->optional[i]) {
            tally->missing++;
            printf("MISSING %d: %s\t%s\n", line, wanted->texts[i], phrase);
        }
    }
    for (size_t k = 0; k < found->count; k++)
        if (found->texts[k][0]) {
            tally->wrong++;
            printf("WRONG   %d: %s\t%s\n", line, found->texts[k], phrase);
        }
}

static void judge(struct tally *tally, const struct zone *zone, int line, char *published, char *phrase, char *expected, const char *language)
{
    struct arena *arena = arena_create();
    struct article_settings settings = {.zone = zone};
    struct diags diags;
    struct written wanted, found;
    char copy[400];
    snprintf(copy, sizeof copy, "%s", phrase);
    table_unfold(phrase);
    const char *dated = strcmp(published, "-") == 0 ? "" : arena_format(arena, "date: %s\n", published);
    char *text = strncmp(phrase, "---", 3) == 0
                     ? phrase
                     : arena_format(arena, "---\ntitle: Une page\n%slang: %s\n---\n\n%s\n", dated, language, phrase);
    diag_init(&diags);
    const char *name = strcmp(published, "-") == 0 ? "phrase.md" : arena_format(arena, "%s-phrase.md", published); /* as sites that write no date do */
    struct article *article = article_parse(name, text, strlen(text), &settings, &diags);
    read_wanted(&wanted, expected);
    write_facts(&found, facts_read(article, zone, &diags), zone);
    compare(tally, line, copy, &wanted, &found);
    tally->phrases++;
    article_destroy(article);
    diag_finish(&diags);
    arena_destroy(arena);
}

static void test_phrases(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct file_bytes table = {0};
    struct tally tally = {0};
    assert_int_equal(file_read(arena, table_path, TABLE_MOST, &table), FILE_READ);
    int number = 0;
    bool own = strcmp(table_path, own_table) == 0;
    for (char *line = table.data, *next = NULL; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        number++;
        char *phrase = strchr(line, '\t'), *expected = phrase ? strchr(phrase + 1, '\t') : NULL;
        if (line[0] == '#' || !expected || (own && number % STEP != 0))
            continue;
        *phrase++ = '\0';
        *expected++ = '\0';
        char *language = strchr(expected, '\t');
        if (language)
            *language++ = '\0';
        judge(&tally, zone, number, line, phrase, expected, language && language[0] ? language : "fr");
    }
    int precision = tally.right + tally.wrong ? 1000 * tally.right / (tally.right + tally.wrong) : 1000;
    int recall = tally.right + tally.missing ? 1000 * tally.right / (tally.right + tally.missing) : 1000;
    printf("%d phrases: %d right, %d wrong, %d missing; precision %d.%d %%, recall %d.%d %%\n", tally.phrases, tally.right, tally.wrong,
           tally.missing, precision / 10, precision % 10, recall / 10, recall % 10);
    zone_destroy(zone);
    arena_destroy(arena);
    if (own) { /* one of 20 000 is lost in any share */
        assert_int_equal(tally.wrong, 0);
        assert_int_equal(tally.missing, 0);
    }
    assert_true(precision >= 990);
    assert_true(recall >= 950);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        table_path = argv[1];
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_phrases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
