/* slides_dump [--at TIME] ARTICLE...: the slides of articles as text, to be read with a visitor's eyes. Without --at the instant is that of
 * publication. A tool for whoever works on the wording; no test:
 * make build/asan/tests/slides/slides_dump && build/asan/tests/slides/slides_dump ARTICLE... */
#include "base/arena.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/build.h"

#include <stdio.h>
#include <string.h>

static const char *const kinds[SLIDE_KINDS] = {"headline", "section", "event", "deadline", "picture", "agenda", "message", "urgent", "holding", "setup"};

static void dump(const char *path, const char *at, const struct zone *zone)
{
    struct arena *arena = arena_create();
    struct diags diags;
    diag_init(&diags);
    struct file_bytes bytes = {0};
    if (file_read(arena, path, ARTICLE_MOST_BYTES, &bytes) == FILE_READ) {
        struct article_settings settings = {.zone = zone, .folder = NULL, .language = "fr"};
        struct article *article = article_parse(path, bytes.data, bytes.length, &settings, &diags);
        article->facts = facts_read(article, zone, &diags);
        struct playlist playlist = {.file = path, .folder = "", .venue = "Le Lieu", .language = "fr", .timezone = "Europe/Paris"};
        struct zone *own = zone_create("Europe/Paris", NULL);
        playlist.zone = own;
        struct item item = {.kind = ITEM_ARTICLE, .place = {path, 1, 1}, .days = 127};
        struct build build = {.playlist = &playlist, .now = {.wall = article->published, .wall_trusted = article->has_published}};
        if (at)
            build.now.wall_trusted = instant_parse(at, zone, &build.now.wall, NULL, NULL);
        size_t count = 0;
        struct slide *slides = build_item(arena, &build, &item, article, &count);
        printf("############ %s: %zu\n", path, count);
        for (size_t i = 0; i < count; i++)
            printf("=== %s %d/%d, %d ms%s\n%s\n", kinds[slides[i].kind], slides[i].page, slides[i].pages, slides[i].dwell_ms,
                   slides[i].has_link ? ", code" : "", build_plain_text(arena, &slides[i]));
        zone_destroy(own);
        article_destroy(article);
    }
    diag_finish(&diags);
    arena_destroy(arena);
}

int main(int count, char **arguments)
{
    struct zone *zone = zone_create("Europe/Paris", NULL);
    const char *at = NULL;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--at") == 0 && i + 1 < count)
            at = arguments[++i];
        else
            dump(arguments[i], at, zone);
    }
    zone_destroy(zone);
    return 0;
}
