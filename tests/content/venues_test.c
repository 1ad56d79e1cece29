/* Reads the table of venues (venues.tsv), each line as the body of a small article, and compares the title and the place of every event
 * that is found. usage: venues_test [TABLE]. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { TABLE_MOST = 1 << 20 };

static const char *table_path = "tests/content/venues.tsv";

/* "title @ place; title @ place", "-" where there is no place, in order of time. */
static const char *write_events(struct arena *arena, const struct facts *facts)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t i = 0; i < facts->event_count; i++)
        buffer_format(&buffer, "%s%s @ %s", i ? "; " : "", facts->events[i].title, facts->events[i].place[0] ? facts->events[i].place : "-");
    return buffer.length ? buffer.data : "";
}

/* The text of a line of the table is an article's when it begins with "---", else the body of one with the title "Une page". */
static bool judge(struct zone *zone, int line, const char *published, char *text, const char *expected)
{
    struct arena *arena = arena_create();
    struct article_settings settings = {.zone = zone};
    struct diags diags;
    diag_init(&diags);
    table_unfold(text);
    if (strncmp(text, "---", 3) != 0)
        text = arena_format(arena, "---\ntitle: Une page\ndate: %s\n---\n\n%s\n", published, text);
    struct article *article = article_parse("page.md", text, strlen(text), &settings, &diags);
    const char *found = write_events(arena, facts_read(article, zone, &diags));
    bool same = strcmp(found, expected) == 0;
    if (!same)
        printf("line %d: found    %s\n%*s expected %s\n", line, found, (int)(6 + snprintf(NULL, 0, "%d", line)), "", expected);
    article_destroy(article);
    diag_finish(&diags);
    arena_destroy(arena);
    return same;
}

static void test_venues(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct file_bytes table = {0};
    int number = 0, lines = 0, wrong = 0;
    assert_int_equal(file_read(arena, table_path, TABLE_MOST, &table), FILE_READ);
    for (char *line = table.data, *next = NULL; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        number++;
        char *text = strchr(line, '\t'), *expected = text ? strchr(text + 1, '\t') : NULL;
        if (line[0] == '#' || !expected)
            continue;
        *text++ = '\0';
        *expected++ = '\0';
        lines++;
        wrong += !judge(zone, number, line, text, expected);
    }
    printf("%d lines, %d wrong\n", lines, wrong);
    zone_destroy(zone);
    arena_destroy(arena);
    assert_true(lines > 0);
    assert_int_equal(wrong, 0);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        table_path = argv[1];
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_venues)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
