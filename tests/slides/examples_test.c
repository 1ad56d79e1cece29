/* Articles to slides as text that the communication team can read and edit: tests/slides/examples/NAME.txt holds an article, then for
 * one or more instants a line of dots with the instant and the slides that are expected then. Blanks of all kinds are plain ones here.
 * PARVIS_UPDATE=1 writes what came out into the files instead of comparing: look at the difference before keeping it. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { EXAMPLE_MOST_BYTES = 128 * 1024, EXAMPLES_MOST = 200 };

static const char folder[] = "tests/slides/examples";

static const char *const kinds[SLIDE_KINDS] = {
    [SLIDE_HEADLINE] = "à la une", [SLIDE_SECTION] = "section", [SLIDE_EVENT] = "événement",
    [SLIDE_DEADLINE] = "échéance", [SLIDE_PICTURE] = "image",   [SLIDE_AGENDA] = "agenda",
    [SLIDE_MESSAGE] = "message",   [SLIDE_URGENT] = "urgent",   [SLIDE_HOLDING] = "attente",
    [SLIDE_SETUP] = "installation",
};

static void add_plain(struct buffer *buffer, const char *text)
{
    while (*text) {
        size_t blank = strncmp(text, "\u00a0", 2) == 0 ? 2 : strncmp(text, "\u202f", 3) == 0 ? 3 : 0;
        buffer_add_char(buffer, blank ? ' ' : *text);
        text += blank ? blank : 1;
    }
}

static void add_slide(struct buffer *buffer, const struct slide *slide)
{
    if (slide->pages > 1)
        buffer_format(buffer, "[%s %d/%d]\n", kinds[slide->kind], slide->page, slide->pages);
    else
        buffer_format(buffer, "[%s]\n", kinds[slide->kind]);
    add_plain(buffer, build_plain_text(buffer->arena, slide));
    if (slide->has_link)
        buffer_format(buffer, "\n→ %s", slide->link.qr);
    buffer_add(buffer, "\n\n");
}

/* The slides of the article at the instant that stands behind the dots; "-": the clock is not trusted. */
static char *slides_at(struct arena *arena, const struct article *article, struct zone *zone, const char *instant)
{
    struct playlist playlist = {.file = article->file, .folder = folder, .venue = "Le Lieu", .language = "fr", .timezone = "Europe/Paris", .zone = zone};
    struct item item = {.kind = ITEM_ARTICLE, .place = {article->file, 1, 1}, .days = 127};
    struct build build = {.playlist = &playlist};
    if (strcmp(instant, "-") != 0)
        build.now.wall_trusted = instant_parse(instant, zone, &build.now.wall, NULL, NULL);
    if (strcmp(instant, "-") != 0 && !build.now.wall_trusted)
        fail_msg("%s : « %s » n’est pas un instant", article->file, instant);
    size_t count = 0;
    struct slide *slides = build_item(arena, &build, &item, article, &count);
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t i = 0; i < count; i++)
        add_slide(&buffer, &slides[i]);
    if (!count)
        buffer_add(&buffer, "(rien)\n\n");
    return buffer.data;
}

/* The next line of dots behind the line that `text` is in; NULL when there is none. */
static const char *next_dots(const char *text)
{
    const char *found = text ? strstr(text, "\n........") : NULL;
    return found ? found + 1 : NULL;
}

/* The instant on a line of dots. */
static char *instant_of(struct arena *arena, const char *dots)
{
    dots += strspn(dots, ". ");
    size_t length = strcspn(dots, "\n");
    while (length && (dots[length - 1] == ' ' || dots[length - 1] == '.'))
        length--;
    return arena_copy_bytes(arena, dots, length);
}

static void run_example(const char *name)
{
    struct arena *arena = arena_create();
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct file_bytes bytes = {0};
    char *path = file_join(arena, folder, name);
    assert_int_equal(file_read(arena, path, EXAMPLE_MOST_BYTES, &bytes), FILE_READ);
    const char *dots = next_dots(bytes.data);
    if (!dots)
        fail_msg("%s : il manque la ligne de points", path);
    struct article_settings settings = {.zone = zone, .language = "fr"};
    char *article_name = arena_format(arena, "%s/%.*s.md", folder, (int)strcspn(name, "."), name);
    struct article *article = article_parse(article_name, bytes.data, (size_t)(dots - bytes.data), &settings, NULL);
    article->facts = facts_read(article, zone, NULL);
    struct buffer made;
    buffer_init(&made, arena);
    buffer_add_bytes(&made, bytes.data, (size_t)(dots - bytes.data));
    for (; dots; dots = next_dots(strchr(dots, '\n'))) {
        const char *instant = instant_of(arena, dots);
        buffer_format(&made, "........................................ %s\n\n", instant);
        buffer_add(&made, slides_at(arena, article, zone, instant));
    }
    while (made.length > 1 && made.data[made.length - 2] == '\n')
        buffer_truncate(&made, made.length - 1);
    article_destroy(article);
    zone_destroy(zone);
    if (getenv("PARVIS_UPDATE"))
        assert_true(file_write(path, made.data, made.length));
    else if (strcmp(made.data, bytes.data) != 0)
        fail_msg("%s : attendu autre chose que ceci :\n%s", path, next_dots(made.data));
    arena_destroy(arena);
}

static void examples(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    size_t count = 0;
    const char **names = file_list(arena, folder, EXAMPLES_MOST, &count);
    assert_non_null(names);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++)
        run_example(names[i]);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
