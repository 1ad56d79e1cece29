#include "slides/section.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/pages.h"
#include "slides/prose.h"
#include "slides/reading.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <stdbool.h>
#include <string.h>

enum { LISTS_MOST = 2, PARAGRAPHS_MOST = 3, INTRO_MOST = 140, LIST_LEAST = 2, HEADING_LEVEL_MOST = 4, PROSE_LEAST = 40 };

/* Blocks `first` up to `end` under `heading` (NULL: before the first heading). */
struct section {
    const struct block *heading;
    size_t first, end;
    int number;
    int slides;
};

static bool is_heading(const struct block *block)
{
    return block->kind == BLOCK_HEADING && block->level <= HEADING_LEVEL_MOST;
}

static bool is_listed(const struct block *block)
{
    return block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;
}

static const struct block *block_at(const struct maker *maker, size_t i)
{
    return &maker->article->blocks[i];
}

/* The slide of a section without its body. */
static struct slide begin_slide(const struct maker *maker, const struct section *section, int line)
{
    struct slide slide = maker_slide(maker, SLIDE_SECTION, section->number, line);
    if (section->slides > 0)
        slide.id = arena_format(maker->arena, "%s-%c", slide.id, 'a' + section->slides);
    const char *title = maker_short_title(maker);
    const char *heading = section->heading ? cut_trailing(maker->arena, cut_clean(maker->arena, section->heading->text), ":.,;") : "";
    if (heading[0]) {
        slide.kicker = maker_line(maker, title, 0);
        slide.title = maker_line(maker, heading, 0);
    } else {
        const char *category = maker_category(maker);
        slide.kicker = maker_line(maker, category ? category : words_get(maker->words, WORD_ARTICLE), 0);
        slide.title = maker_line(maker, title, 0);
    }
    return slide;
}

static void add_pages(struct maker *maker, struct section *section, const struct slide *slide, const struct text_line *lines,
                      size_t count, size_t most)
{
    struct slide pages[PAGES_MOST];
    size_t made = pages_split(maker, slide, lines, count, most, pages);
    for (size_t i = 0; i < made; i++)
        maker_add(maker, &pages[i]);
    section->slides += made > 0;
}

/* The sentence that introduces a list: the last one of the paragraph before it when it ends in a colon, or a short whole paragraph. */
static const char *intro_of(const struct maker *maker, const struct section *section, size_t list)
{
    if (list == section->first)
        return "";
    const struct block *block = block_at(maker, list - 1);
    if (block->kind != BLOCK_PARAGRAPH || reading_skips(maker, block))
        return "";
    const char *text = reading_text(maker, block);
    const char *last = "";
    for (const char *at = text, *sentence; (sentence = cut_next(maker->arena, &at)) != NULL;)
        last = sentence;
    size_t length = strlen(last);
    if (length && last[length - 1] == ':' && utf8_count(last) <= INTRO_MOST)
        return last;
    return utf8_count(text) <= INTRO_MOST ? text : "";
}

/* One list of the section, from block `list` on; returns the block behind it. */
static size_t add_list(struct maker *maker, struct section *section, size_t list)
{
    const struct block *first = block_at(maker, list);
    size_t end = list;
    while (end < section->end && is_listed(block_at(maker, end)) && block_at(maker, end)->list == first->list)
        end++;
    struct text_line *lines = arena_alloc(maker->arena, (end - list) * sizeof *lines);
    size_t count = 0;
    for (size_t i = list; i < end; i++) {
        const struct block *block = block_at(maker, i);
        if (block->level > first->level || reading_skips(maker, block))
            continue;
        struct text_line line = reading_item(maker, block);
        if (line.count)
            lines[count++] = line;
    }
    if (count < LIST_LEAST)
        return end;
    struct slide slide = begin_slide(maker, section, section->heading ? section->heading->line : first->line);
    slide.lead = maker_line(maker, intro_of(maker, section, list), 0);
    if (slide.lead.count && !maker_fits(maker, &slide))
        slide.lead = (struct text_line){"", NULL, 0};
    add_pages(maker, section, &slide, lines, count, CUT_LIST_MOST);
    return end;
}

/* The first sentences of the section, paragraph by paragraph, on one slide. */
static void add_prose(struct maker *maker, struct section *section)
{
    struct text_line lines[PARAGRAPHS_MOST];
    size_t count = 0, room = CUT_PROSE_MOST;
    for (size_t i = section->first; i < section->end && count < PARAGRAPHS_MOST && room > PROSE_LEAST; i++) {
        const struct block *block = block_at(maker, i);
        if (reading_skips(maker, block) || strcmp(block->text, maker->article->lead) == 0)
            continue;
        const char *text = cut_sentences(maker->arena, reading_text(maker, block), room);
        size_t length = utf8_count(text);
        if (!length || text[strlen(text) - 1] == ':')
            continue;
        lines[count++] = maker_line(maker, text, 0);
        room -= length < room ? length : room;
    }
    size_t total = CUT_PROSE_MOST - room;
    if (count == 0 || (total < PROSE_LEAST && !section->heading))
        return;
    struct slide slide = begin_slide(maker, section, section->heading ? section->heading->line : block_at(maker, section->first)->line);
    struct text_line *body = arena_alloc(maker->arena, count * sizeof *body);
    memcpy(body, lines, count * sizeof *body);
    slide.body = body;
    for (; count; count--) {
        slide.body_count = count;
        if (maker_fits(maker, &slide)) {
            maker_add(maker, &slide);
            section->slides++;
            return;
        }
    }
}

static bool is_list_start(const struct maker *maker, const struct section *section, size_t i)
{
    const struct block *block = block_at(maker, i);
    return is_listed(block) && !reading_skips(maker, block) &&
           (i == section->first || !is_listed(block_at(maker, i - 1)) || block_at(maker, i - 1)->list != block->list);
}

static void add_section(struct maker *maker, struct section *section, bool prose)
{
    const struct block *heading = section->heading;
    if (heading && (reading_skips(maker, heading) || reading_heading_is_dated(maker, heading) || reading_heading_is_boilerplate(maker, heading)))
        return;
    int lists = 0;
    for (size_t i = section->first; i < section->end && lists < LISTS_MOST;) {
        if (!is_list_start(maker, section, i)) {
            i++;
            continue;
        }
        int before = section->slides;
        i = add_list(maker, section, i);
        lists += section->slides > before;
    }
    if (section->slides == 0 && prose)
        add_prose(maker, section);
}

void section_add_all(struct maker *maker)
{
    const struct article *article = maker->article;
    struct section section = {NULL, 0, 0, 0, 0};
    bool any_heading = false;
    for (size_t i = 0; i < article->block_count; i++)
        any_heading = any_heading || is_heading(&article->blocks[i]);
    for (size_t i = 0; i <= article->block_count; i++) {
        if (i < article->block_count && !is_heading(&article->blocks[i]))
            continue;
        section.end = i;
        /* Before the first heading: the lead is on the headline already; a list is worth a slide, prose only when there is nothing else. */
        if (section.end > section.first)
            add_section(maker, &section, section.heading || !any_heading);
        if (i < article->block_count)
            section = (struct section){&article->blocks[i], i + 1, i + 1, section.number + 1, 0};
    }
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
        if (is_listed(block))
            prose_add_line(&prose, reading_item(maker, block));
        else
            prose_add(&prose, block->text);
    }
    if (prose.count == 0)
        prose_add(&prose, article->lead);
    if (article->facts->action_count)
        maker_action(maker, &slide, 0);
    prose_finish(&prose, &slide);
}
