#include "slides/section_text.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "content/article.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/pages.h"
#include "slides/reading.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

enum { LISTS_MOST = 2, LIST_LEAST = 2, LIST_PAGES_MOST = 3, ITEM_SHORT = 90, INTRO_MOST = 140, LINES_MOST = 4, PROSE_LEAST = 40, LEANING_LEAST = 70 };

bool section_text_is_listed(const struct block *block)
{
    return block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;
}

/* The slide of a section without its body. */
static struct slide begin_slide(const struct maker *maker, const struct section *section, int line)
{
    struct slide slide = maker_slide(maker, SLIDE_SECTION, section->number, section->title[0] ? section->line : line);
    if (section->slides > 0)
        slide.id = arena_format(maker->arena, "%s-%c", slide.id, 'a' + section->slides);
    const char *title = maker_short_title(maker);
    if (section->title[0]) {
        slide.kicker = maker_line(maker, maker_kicker_title(maker), 0);
        slide.title = maker_line(maker, section->title, 0);
        return slide;
    }
    const struct article *article = maker->article;
    slide.kicker = maker_line(maker, article->category_count ? article->categories[0] : words_get(maker->words, WORD_ARTICLE), 0);
    slide.title = maker_line(maker, title, 0);
    return slide;
}

/* The sentence that introduces a list: the last one of the paragraph before it when it ends in a colon, or a short whole paragraph. */
static const char *intro_of(const struct maker *maker, const struct section *section, size_t list)
{
    if (list == section->first)
        return "";
    const struct block *block = &section->blocks[list - 1];
    if (block->kind != BLOCK_PARAGRAPH || reading_skips(maker, block))
        return "";
    const char *text = reading_text(maker, block);
    const char *last = "";
    for (const char *at = text, *sentence; (sentence = cut_next(maker->arena, &at)) != NULL;)
        last = sentence;
    size_t length = strlen(last);
    if (length && last[length - 1] == ':' && utf8_count(last) <= INTRO_MOST)
        return last;
    return utf8_count(text) <= INTRO_MOST && !strchr(text, '\n') ? text : "";
}

/* The lines of one list: blocks `list` up to `end`, its outer level. */
static size_t list_lines(const struct maker *maker, const struct section *section, size_t list, size_t end, size_t most, struct text_line *lines)
{
    const struct block *first = &section->blocks[list];
    struct reading_style style = {most, false};
    for (size_t i = list; i < end; i++)
        style.lead_only = style.lead_only || reading_item_leads(maker, &section->blocks[i]);
    size_t count = 0, events = 0;
    for (size_t i = list; i < end; i++) {
        const struct block *block = &section->blocks[i];
        if (block->level > first->level || reading_skips(maker, block))
            continue;
        struct text_line line = reading_item(maker, block, style);
        if (!line.count)
            continue;
        lines[count++] = line;
        events += reading_item_is_event(maker, block);
    }
    /* A list of nothing but events is on the event slides. */
    return events == count ? 0 : count;
}

/* A list that is longer than a wall: its first items and how many more there are, on one slide. */
static size_t teaser(const struct maker *maker, const struct slide *slide, struct text_line *lines, size_t count, struct slide *page)
{
    struct text_line *shown = arena_alloc(maker->arena, (PAGES_LINES_MOST + 1) * sizeof *shown);
    for (size_t items = count < PAGES_LINES_MOST ? count - 1 : PAGES_LINES_MOST - 1; items >= LIST_LEAST; items--) {
        memcpy(shown, lines, items * sizeof *shown);
        shown[items] = maker_line(maker, words_others(maker->words, maker->arena, (long)(count - items)), TEXT_QUIET);
        size_t left_out = 0;
        if (pages_split(maker, slide, shown, items + 1, (struct pages_room){CUT_LIST_MOST, 1}, page, &left_out) == 1 && left_out == 0)
            return 1;
    }
    return 0;
}

/* One list of the section, from block `list` on; returns the block behind it. */
static size_t add_list(struct maker *maker, struct section *section, size_t list)
{
    size_t end = list;
    while (end < section->end && section_text_is_listed(&section->blocks[end]) && section->blocks[end].list == section->blocks[list].list)
        end++;
    struct text_line *lines = arena_alloc(maker->arena, (end - list) * sizeof *lines);
    struct text_line *shorter = arena_alloc(maker->arena, (end - list) * sizeof *shorter);
    size_t count = list_lines(maker, section, list, end, CUT_ITEM_MOST, lines);
    if (count < LIST_LEAST)
        return end;
    struct slide slide = begin_slide(maker, section, section->blocks[list].line);
    slide.lead = maker_line(maker, intro_of(maker, section, list), 0);
    if (slide.lead.count && !maker_fits(maker, &slide))
        slide.lead = (struct text_line){"", NULL, 0};
    struct slide pages[PAGES_MOST], fewer[PAGES_MOST];
    struct pages_room room = {CUT_LIST_MOST, LIST_PAGES_MOST};
    size_t left_out = 0, still_out = 0;
    size_t made = pages_split(maker, &slide, lines, count, room, pages, &left_out);
    if (made > 1) {
        /* Items that are told shorter may save a page. */
        size_t shorter_count = list_lines(maker, section, list, end, ITEM_SHORT, shorter);
        size_t saved = pages_split(maker, &slide, shorter, shorter_count, room, fewer, &still_out);
        if (saved && (saved < made || still_out < left_out)) {
            made = saved;
            left_out = still_out;
            memcpy(pages, fewer, sizeof pages);
        }
        if (left_out)
            made = teaser(maker, &slide, shorter, shorter_count, pages);
    }
    for (size_t i = 0; i < made; i++)
        maker_add(maker, &pages[i]);
    section->slides += made > 0;
    return end;
}

void section_text_add_lists(struct maker *maker, struct section *section)
{
    int lists = 0;
    for (size_t i = section->first; i < section->end && lists < LISTS_MOST;) {
        if (!section_text_is_listed(&section->blocks[i]) || reading_skips(maker, &section->blocks[i])) {
            i++;
            continue;
        }
        int before = section->slides;
        i = add_list(maker, section, i);
        lists += section->slides > before;
    }
}

/* Sentences while they are chosen. */
struct choice {
    struct maker *maker;
    const struct section *section;
    char *lines[LINES_MOST];
    size_t count;
    size_t room;
    bool skipped;  /* something before the first sentence was left out */
    bool complete; /* all of the section is in */
};

static bool ends_sentence(const char *text)
{
    size_t length = strlen(text);
    return length && (strchr(".!?)\"", text[length - 1]) || (length >= 3 && strcmp(text + length - 3, "…") == 0) ||
                      (length >= 2 && strcmp(text + length - 2, "»") == 0));
}

/* True when what follows belongs to it: "… :", "les critères suivants". */
static bool opens_list(struct arena *arena, const char *text)
{
    const char *folded = cut_fold(arena, cut_trailing(arena, text, "."));
    size_t length = strlen(folded);
    return length && (folded[length - 1] == ':' || (length > 9 && strcmp(folded + length - 9, " suivants") == 0) ||
                      (length > 10 && strcmp(folded + length - 10, " suivantes") == 0));
}

/* Takes sentences of one line; false when the choice ends here. */
static bool choose_line(struct choice *choice, const char *line)
{
    struct arena *arena = choice->maker->arena;
    /* Before the first heading a line without an end is a caption or a label. */
    if (!choice->section->title[0] && !ends_sentence(line))
        return true;
    if (choice->count == 0 && choice->skipped && reading_leans_back(choice->maker, line))
        return true;
    const char *taken = cut_sentences(arena, line, choice->room);
    size_t length = utf8_count(taken);
    bool whole = length == utf8_count(line);
    bool opens = opens_list(arena, taken);
    choice->complete = choice->complete && length && !opens && whole;
    if (!length || opens) {
        choice->skipped = true;
        return choice->count == 0;
    }
    choice->lines[choice->count++] = arena_copy(arena, taken);
    choice->room -= length < choice->room ? length : choice->room;
    return whole && choice->count < LINES_MOST && choice->room > PROSE_LEAST;
}

static void choose(struct choice *choice)
{
    const struct section *section = choice->section;
    struct arena *arena = choice->maker->arena;
    for (size_t i = section->first; i < section->end; i++) {
        const struct block *block = &section->blocks[i];
        if (reading_skips(choice->maker, block) || strcmp(block->text, choice->maker->article->lead) == 0)
            continue;
        const char *text = reading_text(choice->maker, block);
        while (*text) {
            size_t bytes = strcspn(text, "\n");
            if (!choose_line(choice, arena_copy_bytes(arena, text, bytes))) {
                choice->complete = choice->complete && text[bytes] == '\0' && i + 1 == section->end;
                return;
            }
            text += bytes;
            text += strspn(text, "\n");
        }
    }
}

/* A question whose answer is not there, or a thought that trails off, is no news: it goes from the end. */
static void drop_open_ends(struct choice *choice)
{
    while (choice->count && !choice->complete) {
        char *line = choice->lines[choice->count - 1];
        size_t last = 0;
        for (const char *at = line, *sentence; (sentence = cut_next(choice->maker->arena, &at)) != NULL;) {
            size_t length = strlen(sentence);
            if (sentence[length - 1] != '?' && !(length > 3 && strcmp(sentence + length - 3, "…") == 0))
                last = (size_t)(at - line);
        }
        line[last] = '\0';
        if (last)
            return;
        choice->count--;
    }
}

void section_text_add_prose(struct maker *maker, struct section *section)
{
    struct choice choice = {.maker = maker, .section = section, .room = CUT_PROSE_MOST, .complete = true};
    choose(&choice);
    drop_open_ends(&choice);
    size_t total = 0;
    for (size_t i = 0; i < choice.count; i++)
        total += utf8_count(choice.lines[i]);
    if (choice.count == 0)
        return;
    /* A short beginning of something longer says too little, even less when it leans on the heading ("Ce programme …"). */
    size_t least = reading_leans_back(maker, choice.lines[0]) ? LEANING_LEAST : PROSE_LEAST;
    if (total < least && !choice.complete)
        return;
    struct slide slide = begin_slide(maker, section, section->blocks[section->first].line);
    struct text_line *body = arena_alloc(maker->arena, choice.count * sizeof *body);
    for (size_t i = 0; i < choice.count; i++)
        body[i] = maker_line(maker, choice.lines[i], 0);
    slide.body = body;
    for (slide.body_count = choice.count; slide.body_count; slide.body_count--)
        if (maker_fits(maker, &slide)) {
            maker_add(maker, &slide);
            section->slides++;
            return;
        }
}
