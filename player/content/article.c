#include "content/article.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "content/article_fields.h"
#include "content/article_front.h"
#include "content/article_pictures.h"
#include "content/blocks.h"
#include "content/facts.h"
#include "content/grammar.h"
#include "content/markdown.h"
#include "content/tables_turned.h"

#include <ctype.h>
#include <string.h>

static void report_bad_bytes(const struct article *article, const char *bytes, size_t bad, struct diags *diags)
{
    int line = 1;
    for (size_t i = 0; i < bad; i++)
        line += bytes[i] == '\n';
    diag_add(diags, DIAG_WARNING, (struct place){article->file, line, 0}, "utf8-invalid",
             "un caractère illisible est remplacé par « � » ; enregistrez ce fichier en UTF-8",
             "an unreadable character is replaced by \"�\"; save this file as UTF-8");
}

/* "2023-05-01-appel_a_projets.md" as "Appel a projets": better than nothing on a wall. */
static const char *title_of_name(struct article *article)
{
    char *name = arena_copy(article->arena, file_base(article->file));
    char *dot = strrchr(name, '.');
    if (dot && dot != name)
        *dot = '\0';
    size_t date = strspn(name, "0123456789-_");
    if (name[date])
        name += date;
    for (char *byte = name; *byte; byte++)
        if (*byte == '-' || *byte == '_')
            *byte = ' ';
    name[0] = (char)toupper((unsigned char)name[0]);
    return name;
}

static void find_title(struct article *article, bool reported, struct diags *diags)
{
    if (article->title)
        return;
    for (size_t i = 0; i < article->block_count && !article->title; i++) {
        if (article->blocks[i].kind != BLOCK_HEADING)
            continue;
        char *title = arena_copy(article->arena, article->blocks[i].text);
        for (char *byte = title; *byte; byte++)
            if (*byte == '\n')
                *byte = ' ';
        article->title = title;
        article->title_line = article->blocks[i].line;
    }
    if (!article->title)
        article->title = title_of_name(article);
    if (!reported)
        diag_add(diags, DIAG_WARNING, (struct place){article->file, 1, 0}, "title-missing",
                 "cet article n’a pas de titre, « %.100s » en tient lieu ; ajoutez « title: … » dans l’en-tête",
                 "this article has no title, \"%.100s\" stands in; add \"title: …\" to the front matter", article->title);
}

/* The front matter's lead: all its paragraphs. */
static bool find_front_lead(struct article *article)
{
    const char *path = NULL;
    for (size_t i = 0; i < article->front_block_count; i++) {
        const struct block *block = &article->front_blocks[i];
        if (article_fields_lead_rank(block->field) < 0 || (path && strcmp(path, block->field) != 0))
            break;
        article->lead = path ? arena_format(article->arena, "%s\n%s", article->lead, block->text) : block->text;
        article->lead_line = path ? article->lead_line : block->line;
        path = block->field;
    }
    return path != NULL;
}

/* The body's first paragraph; one in a box only when there is no other. */
static void find_lead(struct article *article)
{
    article->lead = "";
    if (find_front_lead(article))
        return;
    const struct block *lead = NULL;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];
        bool prose = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE;
        bool plain = block->kind == BLOCK_PARAGRAPH && !block->box && !block->important;
        if (plain || (prose && !lead))
            lead = block;
        if (plain)
            break;
    }
    if (lead) {
        article->lead = lead->text;
        article->lead_line = lead->line;
    }
}

static void read_parts(struct article *article, const char *text, size_t length, const struct article_settings *settings,
                       struct diags *diags)
{
    struct article_front front;
    struct blocks blocks;
    article_front_split(article, text, length, diags, &front);
    article_front_read(article, &front, settings, diags);
    blocks_init(&blocks, article->arena, article->file, diags);
    article_pictures_read(&front, &blocks);
    blocks.in_front = true;
    article_fields_read(article, &front, &blocks);
    article->front_blocks = blocks_take(&blocks, &article->front_block_count);
    blocks.in_front = false;
    markdown_read(&blocks, front.body, front.body_length, NULL, front.body_line);
    article->blocks = blocks_take(&blocks, &article->block_count);
    article->blocks = tables_turned(article->arena, article->blocks, &article->block_count, blocks.links, blocks.link_count, grammar_for(article->language));
    article->links = blocks.links;
    article->link_count = blocks.link_count;
    article_pictures_find(article, &blocks, settings, diags);
    blocks_finish(&blocks);
    find_title(article, front.broken, diags);
    find_lead(article);
}

struct article *article_parse(const char *file, const char *bytes, size_t length, const struct article_settings *settings,
                              struct diags *diags)
{
    static const struct article_settings defaults = {0};
    static const struct facts no_facts = {0};
    struct arena *arena = arena_create();
    struct article *article = arena_alloc(arena, sizeof *article);
    size_t clean_length = 0, bad = 0;
    *article = (struct article){.arena = arena, .file = arena_copy(arena, file), .facts = &no_facts};
    if (length > ARTICLE_MOST_BYTES) {
        diag_add(diags, DIAG_ERROR, (struct place){file, 0, 0}, "article-too-large",
                 "l’article dépasse %d Kio : la fin n’est pas lue ; partagez-le en plusieurs articles",
                 "the article is larger than %d KiB: its end is not read; split it into several articles", ARTICLE_MOST_BYTES / 1024);
        length = ARTICLE_MOST_BYTES;
    }
    const char *text = utf8_clean(arena, bytes, length, &clean_length, &bad);
    if (bad < length)
        report_bad_bytes(article, bytes, bad, diags);
    read_parts(article, text, clean_length, settings ? settings : &defaults, diags);
    return article;
}

void article_destroy(struct article *article)
{
    if (article)
        arena_destroy(article->arena);
}

int article_line_at(const struct block *block, size_t offset)
{
    int line = block->line;
    for (size_t i = 0; i < block->mark_count && block->marks[i].offset <= offset; i++)
        line = block->marks[i].line;
    return line;
}

const struct field *article_field(const struct article *article, const char *path)
{
    for (size_t i = 0; i < article->field_count; i++)
        if (strcmp(article->fields[i].path, path) == 0)
            return &article->fields[i];
    return NULL;
}
