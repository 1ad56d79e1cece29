/* A developer's look at an article as the program understands it: blocks, fields, links, pictures, problems.
 * Build: make build/asan/tests/content/article_dump; run it with files, optionally with -r N to parse each N times (for timing). */
#include "base/diag.h"
#include "base/file.h"
#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const kinds[] = {"heading", "para", "item", "row", "quote"};

static void dump_spans(const struct block *block)
{
    for (size_t i = 0; i < block->span_count; i++) {
        const struct span *span = &block->spans[i];
        printf("<");
        if (span->style & SPAN_STRONG)
            printf("b");
        if (span->style & SPAN_EMPHASIS)
            printf("i");
        if (span->style & SPAN_STRUCK)
            printf("s");
        if (span->style & SPAN_SUPERSCRIPT)
            printf("^");
        if (span->style & SPAN_CODE)
            printf("`");
        if (span->link >= 0)
            printf("#%d", span->link);
        printf("|");
        for (const char *byte = span->text; *byte; byte++)
            *byte == '\n' ? (void)fputs("\\n", stdout) : (void)putchar(*byte);
        printf(">");
    }
}

static void dump_block(size_t index, const struct block *block)
{
    printf("%3zu l%-4d %s", index, block->line, kinds[block->kind]);
    if (block->level)
        printf(" L%d", block->level);
    if (block->number)
        printf(" n%d", block->number);
    if (block->list)
        printf(" list%d", block->list);
    if (block->box)
        printf(" box%d", block->box);
    if (block->important)
        printf(" important");
    if (block->field)
        printf(" (%s)", block->field);
    for (size_t i = 0; i < block->mark_count; i++)
        printf(" %zu=l%d", block->marks[i].offset, block->marks[i].line);
    printf(": ");
    dump_spans(block);
    printf("\n");
}

static void dump(const struct article *article)
{
    printf("title l%d: %s\npublished %d %lld time %d; draft %d; language %s\nlead l%d: %s\n", article->title_line, article->title,
           article->has_published, (long long)article->published.ms / 1000, article->published_has_time, article->draft,
           article->language, article->lead_line, article->lead);
    for (size_t i = 0; i < article->category_count; i++)
        printf("category %s\n", article->categories[i]);
    for (size_t i = 0; i < article->image_count; i++)
        printf("image l%d %s [%s] %s\n", article->images[i].line, article->images[i].path, article->images[i].alt,
               article->images[i].file ? article->images[i].file : "-");
    for (size_t i = 0; i < article->field_count; i++)
        printf("field %d:%d %s = %s\n", article->fields[i].line, article->fields[i].column, article->fields[i].path,
               article->fields[i].value);
    printf("front blocks\n");
    for (size_t i = 0; i < article->front_block_count; i++)
        dump_block(i, &article->front_blocks[i]);
    printf("blocks\n");
    for (size_t i = 0; i < article->block_count; i++)
        dump_block(i, &article->blocks[i]);
    for (size_t i = 0; i < article->link_count; i++) {
        const struct link *link = &article->links[i];
        printf("link #%zu l%d %s%d%s%s%s: %s -> %s\n", i, link->line, link->in_front ? "front " : "", link->block,
               link->flags & LINK_BUTTON ? " button" : "", link->flags & LINK_IMPORTANT ? " important" : "",
               link->flags & LINK_FIELD ? " field" : "", link->label, link->url);
    }
}

int main(int argc, char **argv)
{
    int rounds = 1;
    struct zone *zone = zone_create("Europe/Paris", NULL);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-r") == 0 && i + 1 < argc) {
            rounds = (int)strtol(argv[++i], NULL, 10);
            continue;
        }
        struct arena *arena = arena_create();
        struct file_bytes bytes = {0};
        struct diags diags;
        struct article_settings settings = {.zone = zone};
        diag_init(&diags);
        if (file_read(arena, argv[i], 10 * 1024 * 1024, &bytes) == FILE_READ) {
            struct timespec from, to;
            clock_gettime(CLOCK_MONOTONIC, &from);
            struct article *article = NULL;
            for (int round = 0; round < rounds; round++) {
                article_destroy(article);
                article = article_parse(argv[i], bytes.data, bytes.length, &settings, rounds > 1 ? NULL : &diags);
            }
            clock_gettime(CLOCK_MONOTONIC, &to);
            if (rounds == 1) {
                printf("==== %s\n", argv[i]);
                dump(article);
            } else {
                double ms = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
                printf("%8.2f ms %6zu blocks %7zu KiB %s\n", ms / rounds, article ? article->block_count : 0,
                       article ? arena_held_bytes(article->arena) / 1024 : 0, argv[i]);
            }
            article_destroy(article);
        }
        for (size_t d = 0; d < diags.count; d++)
            printf("%s [%s]\n", diag_line(arena, &diags.items[d], false), diags.items[d].code);
        diag_finish(&diags);
        arena_destroy(arena);
    }
    zone_destroy(zone);
    return 0;
}
