#include "slides/section.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/facts.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/prose.h"
#include "slides/reading.h"
#include "slides/section_text.h"
#include "slides/words.h"

#include <stdbool.h>
#include <string.h>

enum { HEADING_LEVEL_MOST = 4 };

static bool is_heading(const struct block *block)
{
    return block->kind == BLOCK_HEADING && block->level <= HEADING_LEVEL_MOST;
}

/* `prose`: sentences are worth a slide when there is no list. */
static void add_section(struct maker *maker, struct section *section, bool prose)
{
    if (section->first == section->end || reading_heading_is_boilerplate(maker, section->title))
        return;
    section_text_add_lists(maker, section);
    if (section->slides == 0 && prose)
        section_text_add_prose(maker, section);
}

/* The section that begins behind a heading; empty when the heading is no title of a slide. */
static struct section section_under(const struct maker *maker, const struct block *heading, size_t index, int number)
{
    struct section section = {"", heading->line, maker->article->blocks, index + 1, index + 1, number, 0};
    section.title = cut_trailing(maker->arena, cut_clean(maker->arena, heading->text), ":.,;");
    return section;
}

static void add_body(struct maker *maker)
{
    const struct article *article = maker->article;
    bool any_heading = false;
    for (size_t i = 0; i < article->block_count; i++)
        any_heading = any_heading || is_heading(&article->blocks[i]);
    struct section section = {"", 0, article->blocks, 0, 0, 0, 0};
    bool shown = true;
    for (size_t i = 0; i <= article->block_count; i++) {
        if (i < article->block_count && !is_heading(&article->blocks[i]))
            continue;
        section.end = i;
        /* Before the first heading: the lead is on the headline already; a list is worth a slide, prose only when there is nothing else. */
        if (shown)
            add_section(maker, &section, section.title[0] || !any_heading);
        if (i == article->block_count)
            return;
        const struct block *heading = &article->blocks[i];
        section = section_under(maker, heading, i, section.number + 1);
        shown = !reading_skips(maker, heading) && !reading_heading_is_dated(maker, heading);
    }
}

/* "how" of "how.desc". */
static char *field_stem(const struct maker *maker, const char *field)
{
    const char *dot = strrchr(field, '.');
    return arena_copy_bytes(maker->arena, field, dot ? (size_t)(dot - field) : 0);
}

/* Fields that hold text to be read, not labels or notes. */
static bool is_prose_field(const char *field)
{
    static const char *const names[] = {"desc", "description", "text", "texte", "contenu", "content", "body", NULL};
    const char *dot = strrchr(field, '.');
    for (size_t i = 0; dot && names[i]; i++)
        if (strcmp(dot + 1, names[i]) == 0)
            return true;
    return false;
}

/* Pages that keep all their text in the front matter: prose beside a `title:` is a section. */
static void add_front(struct maker *maker)
{
    const struct article *article = maker->article;
    struct section section = {.blocks = article->front_blocks};
    for (size_t i = 0; i < article->front_block_count; i = section.end) {
        const char *field = article->front_blocks[i].field;
        section.first = i;
        section.end = i + 1;
        while (field && section.end < article->front_block_count && article->front_blocks[section.end].field &&
               strcmp(article->front_blocks[section.end].field, field) == 0)
            section.end++;
        const char *stem = field && is_prose_field(field) ? field_stem(maker, field) : "";
        const struct field *title = stem[0] ? article_field(article, arena_format(maker->arena, "%s.title", stem)) : NULL;
        section.number++;
        if (!title || title->value == article->front_blocks[i].text)
            continue;
        section.title = cut_trailing(maker->arena, cut_clean(maker->arena, title->value), ":.,;");
        section.line = title->line;
        section.slides = 0;
        if (section.title[0])
            add_section(maker, &section, true);
    }
}

void section_add_all(struct maker *maker)
{
    if (maker->article->block_count)
        add_body(maker);
    else
        add_front(maker);
}

void section_add_urgent(struct maker *maker)
{
    const struct article *article = maker->article;
    struct slide slide = maker_slide(maker, SLIDE_URGENT, 0, article->title_line);
    slide.kicker = maker_line(maker, words_get(maker->words, WORD_IMPORTANT), 0);
    slide.title = maker_line(maker, article->title, 0);
    struct prose prose = {.maker = maker};
    const struct field *chapeau = article_field(article, "chapeau-text");
    if (chapeau && article->lead[0])
        prose_add(&prose, article->lead);
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];
        if (reading_skips(maker, block) || strcmp(block->text, article->title) == 0)
            continue;
        if (section_text_is_listed(block))
            prose_add_line(&prose, reading_item(maker, block, (struct reading_style){CUT_PROSE_MOST, false}));
        else
            prose_add(&prose, block->text);
    }
    if (prose.count == 0)
        prose_add(&prose, article->lead);
    if (article->facts->action_count)
        maker_action(maker, &slide, 0);
    prose_finish(&prose, &slide);
}
