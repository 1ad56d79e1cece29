#include "slides/reading.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "content/article.h"
#include "content/facts.h"
#include "slides/countdown.h"
#include "slides/cut.h"
#include "slides/event.h"
#include "slides/maker.h"
#include "slides/typography.h"

#include <ctype.h>
#include <string.h>

enum { BOLD_MOST = 80, BARE_DEADLINE_MOST = 80, FIRST_LINE_LEAST = 20 };

static int last_line(const struct block *block)
{
    return block->mark_count ? block->marks[block->mark_count - 1].line : block->line;
}

static bool holds_line(const struct block *block, int line)
{
    return !block->field && line >= block->line && line <= last_line(block);
}

/* True when an event of the facts was read in the box with this number. */
static bool is_event_box(const struct maker *maker, int box)
{
    const struct article *article = maker->article;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];
        if (block->box != box)
            continue;
        for (size_t e = 0; e < article->facts->event_count; e++)
            if (holds_line(block, article->facts->events[e].line))
                return true;
    }
    return false;
}

static bool is_blank_text(const char *text)
{
    return text[strspn(text, " \t\n")] == '\0' || strcmp(text, "\u00a0") == 0;
}

/* A paragraph in which everything is a link is a button or a pointer elsewhere; items of a list of links are names. */
static bool is_only_links(const struct block *block)
{
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW)
        return false;
    bool any = false;
    for (size_t i = 0; i < block->span_count; i++) {
        if (block->spans[i].link >= 0)
            any = true;
        else if (utf8_count(block->spans[i].text) > 3)
            return false;
    }
    return any;
}

bool reading_skips(const struct maker *maker, const struct block *block)
{
    if (is_blank_text(block->text) || block->important || is_only_links(block))
        return true;
    return block->box && is_event_box(maker, block->box);
}

/* The words of a fact stand in `text`, however spaces and apostrophes are typed there. */
static bool says(const struct maker *maker, const char *text, const char *words)
{
    if (!words || !words[0])
        return false;
    return strstr(cut_fold(maker->arena, text), cut_fold(maker->arena, words)) != NULL;
}

/* True when the sentence names a date that is over, or nothing but a date that an event slide says. */
static bool is_over(const struct maker *maker, const struct block *block, const char *text)
{
    const struct facts *facts = maker->article->facts;
    for (size_t i = 0; i < facts->deadline_count; i++)
        if (countdown_is_closed(maker->now, facts->deadlines[i].until) && holds_line(block, facts->deadlines[i].line) &&
            says(maker, text, facts->deadlines[i].text))
            return true;
    for (size_t i = 0; i < facts->event_count; i++)
        if (event_is_over(maker, &facts->events[i]) && holds_line(block, facts->events[i].line) &&
            says(maker, text, facts->events[i].text))
            return true;
    return false;
}

static bool is_said_elsewhere(const struct maker *maker, const struct block *block, const char *text)
{
    const struct facts *facts = maker->article->facts;
    for (size_t i = 0; i < facts->event_count; i++)
        if (holds_line(block, facts->events[i].line) && says(maker, text, facts->events[i].text))
            return true;
    /* "Inscription obligatoire avant le 7 mai" says no more than the deadline's own slide. */
    for (size_t i = 0; i < facts->deadline_count && utf8_count(text) <= BARE_DEADLINE_MOST; i++)
        if (holds_line(block, facts->deadlines[i].line) && says(maker, text, facts->deadlines[i].text))
            return true;
    return false;
}

/* Folded labels of links that say nothing but "there is more". */
static const char *const pointer_labels[] = {"en savoir plus", "lire la suite", "plus d'informations", "plus d'infos", "voir", "ici", "lien", "lien de visio",
                                             "details de la mission", "detail", "details", "voir la video", "revoir", "replay",
                                             "learn more", "read more", "here", "find out more", NULL};

static bool is_in(const char *text, const char *const *table)
{
    for (; *table; table++)
        if (strcmp(text, *table) == 0)
            return true;
    return false;
}

static bool begins_with_any(const char *text, const char *const *table)
{
    for (; *table; table++) {
        size_t length = strlen(*table);
        if (strncmp(text, *table, length) == 0 && !isalpha((unsigned char)text[length]))
            return true;
    }
    return false;
}

/* The block's text without what is struck through and without pointers that only a page can follow. */
static char *valid_text(const struct maker *maker, const struct block *block)
{
    struct buffer buffer;
    buffer_init(&buffer, maker->arena);
    for (size_t i = 0; i < block->span_count; i++) {
        const struct span *span = &block->spans[i];
        const char *label = span->link >= 0 ? cut_fold(maker->arena, cut_trailing(maker->arena, span->text, ".:…")) : "";
        if ((span->style & SPAN_STRUCK) || is_in(label, pointer_labels))
            continue;
        buffer_add(&buffer, span->text);
    }
    if (!block->span_count)
        return arena_copy(maker->arena, block->text);
    for (char *at = buffer.data; (at = strstr(at, " ()")) != NULL;)
        memmove(at, at + 3, strlen(at + 3) + 1);
    return buffer.data;
}

/* Folded beginnings of sentences that a wall cannot keep, and words that point at a page. */
static const char *const useless_beginnings[] = {"pour toute question", "pour en savoir plus", "en savoir plus", "pour plus d'info", "plus d'info",
                                                 "pour nous contacter", "n'hesitez pas a nous", "et pour toute question", "retrouvez ici",
                                                 "cliquez", "telechargez", "lire aussi", "voir aussi", "mis a jour", "pour parcourir",
                                                 "pour retrouver", "rendez-vous sur",  "for more information",
                                                 "click", "read more", "see also", NULL};
static const char *const useless_words[] = {"ci-dessous", "ci-dessus", "ci-contre", "ci-apres", "cliquez", "en cliquant", "page dediee",
                                            "nous ecrire", "click here", "see below", NULL};

static bool is_useless(const struct maker *maker, const char *sentence)
{
    const char *folded = cut_fold(maker->arena, sentence);
    if (folded[0] == '[' || begins_with_any(folded, useless_beginnings))
        return true;
    for (size_t i = 0; useless_words[i]; i++)
        if (strstr(folded, useless_words[i]))
            return true;
    return false;
}

char *reading_text(const struct maker *maker, const struct block *block)
{
    const char *clean = cut_clean(maker->arena, valid_text(maker, block));
    struct buffer buffer;
    buffer_init(&buffer, maker->arena);
    const char *before = clean;
    for (const char *at = clean, *sentence; (sentence = cut_next(maker->arena, &at)) != NULL;) {
        bool new_line = memchr(before, '\n', (size_t)(at - before)) != NULL;
        before = at;
        if (is_over(maker, block, sentence) || is_said_elsewhere(maker, block, sentence) || is_useless(maker, sentence))
            continue;
        if (buffer.length)
            buffer_add_char(&buffer, new_line ? '\n' : ' ');
        buffer_add(&buffer, sentence);
    }
    return buffer.data;
}

char *reading_useful(const struct maker *maker, const char *text)
{
    const char *clean = cut_clean(maker->arena, text);
    struct buffer buffer;
    buffer_init(&buffer, maker->arena);
    for (const char *at = clean, *sentence; (sentence = cut_next(maker->arena, &at)) != NULL;) {
        if (is_useless(maker, sentence))
            continue;
        if (buffer.length)
            buffer_add_char(&buffer, ' ');
        buffer_add(&buffer, sentence);
    }
    return buffer.data;
}

/* Bytes of the bold beginning of an item's clean text; 0 when there is none or all is bold. */
static size_t bold_beginning(const struct maker *maker, const struct block *block, const char *clean)
{
    if (block->span_count < 2 || !(block->spans[0].style & SPAN_STRONG))
        return 0;
    const char *bold = cut_trim(maker->arena, block->spans[0].text, strlen(block->spans[0].text));
    size_t length = strlen(bold);
    if (length == 0 || utf8_count(bold) > BOLD_MOST || strncmp(clean, bold, length) != 0)
        return 0;
    return clean[length] ? length : 0;
}

static const char *marker_of(const struct maker *maker, const struct block *block)
{
    return block->number > 0 ? arena_format(maker->arena, "%d", block->number) : "•";
}

/* An item on one line. What stands under its first line (ministry, length, link) is detail, unless the first line is a mere label. */
static char *flat_item(const struct maker *maker, const struct block *block)
{
    char *flat = cut_clean(maker->arena, valid_text(maker, block));
    char *end = strchr(flat, '\n');
    if (end && end - flat >= FIRST_LINE_LEAST)
        *end = '\0';
    for (char *at = flat; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return flat;
}

static bool has_colon(const char *behind)
{
    behind += strspn(behind, " ");
    return *behind == ':' || strncmp(behind, "\u00a0:", 3) == 0 || strncmp(behind, "\u202f:", 4) == 0;
}

bool reading_item_leads(const struct maker *maker, const struct block *block)
{
    const char *flat = flat_item(maker, block);
    size_t bold = bold_beginning(maker, block, flat);
    return bold && has_colon(flat + bold) && !cut_item_cleanly(maker->arena, flat, CUT_ITEM_MOST);
}

/* An item of a list of links that sends the reader to another page; a numbered step may. */
static bool is_pointer(const struct maker *maker, const struct block *block, const char *flat)
{
    static const char *const sends[] = {"accedez", "lisez", "consultez", "telechargez", "cliquez", "voir", "retrouvez", "lire", "relire", "revoir",
                                        "read", "see", "download", NULL};
    bool linked = false;
    for (size_t i = 0; i < block->span_count; i++)
        linked = linked || block->spans[i].link >= 0;
    return linked && block->number == 0 && begins_with_any(cut_fold(maker->arena, flat), sends);
}

bool reading_item_is_event(const struct maker *maker, const struct block *block)
{
    const struct facts *facts = maker->article->facts;
    for (size_t i = 0; i < facts->event_count; i++)
        if (holds_line(block, facts->events[i].line) && says(maker, block->text, facts->events[i].text))
            return true;
    return false;
}

struct text_line reading_item(const struct maker *maker, const struct block *block, struct reading_style style)
{
    struct text_line line = {"", NULL, 0};
    const char *flat = flat_item(maker, block);
    if (!flat[0] || is_over(maker, block, flat) || is_pointer(maker, block, flat))
        return line;
    size_t bold = bold_beginning(maker, block, flat);
    const char *item = style.lead_only && bold && has_colon(flat + bold)
                           ? cut_trailing(maker->arena, arena_copy_bytes(maker->arena, flat, bold), ":,; ")
                           : cut_item_cleanly(maker->arena, flat, style.most);
    if (!item)
        item = cut_item(maker->arena, flat, CUT_ITEM_MOST);
    if (bold && strlen(item) > bold) {
        line = maker_line(maker, arena_copy_bytes(maker->arena, item, bold), TEXT_STRONG);
        line = typography_join(maker->arena, line, maker_line(maker, item + bold, 0));
    } else {
        line = maker_line(maker, item, 0);
    }
    line.marker = marker_of(maker, block);
    return line;
}

bool reading_heading_is_dated(const struct maker *maker, const struct block *heading)
{
    const struct facts *facts = maker->article->facts;
    for (size_t i = 0; i < facts->deadline_count; i++)
        if (says(maker, heading->text, facts->deadlines[i].text))
            return true;
    for (size_t i = 0; i < facts->event_count; i++)
        if (holds_line(heading, facts->events[i].line) && says(maker, heading->text, facts->events[i].text))
            return true;
    return false;
}

/* Folded beginnings of headings. */
static const char *const boilerplate[] = {"pour en savoir", "en savoir plus", "plus d'info", "pour plus d'info", "contact", "nous contacter",
                                          "contactez", "une question", "des questions", "mentions legales", "donnees personnelles",
                                          "politique de confidentialite", "liens utiles", "liens", "pour aller plus loin", "ressources",
                                          "documents", "a telecharger", "telecharger", "voir aussi", "lire aussi", "a lire", "a propos",
                                          "suivez-nous", "partager", "partagez", "contacts presse", "presse", "sources", "references",
                                          "les editions passees", "editions passees", "editions precedentes", "find out more", "learn more",
                                          "more information", "links", "about", "terms", "see also", "notes", "remerciements", NULL};

bool reading_heading_is_boilerplate(const struct maker *maker, const char *heading)
{
    const char *folded = cut_fold(maker->arena, cut_clean(maker->arena, heading));
    /* Emoji and numbers before the words do not change what they are. */
    while (*folded && !isalpha((unsigned char)*folded))
        folded++;
    return begins_with_any(folded, boilerplate);
}

/* Folded words that look back. */
static const char *const leaning[] = {"ce", "cet", "cette", "ces", "il", "ils", "elle", "elles", "celui-ci", "celle-ci", "ceux-ci", "cela", "ca", "c'est",
                                      "c'etait", "ainsi", "alors", "mais", "et", "or", "donc", "aussi", "en effet", "par ailleurs", "de plus",
                                      "pour cela", "precisement", "enfin", "y", "leur", "leurs", "son", "sa", "ses", "celles-ci", "en revanche",
                                      "toutefois", "cependant", "non", "oui", "sans cela", "pour en beneficier", "this", "these", "it", "they",
                                      "but", "and", "so", "however", NULL};

bool reading_leans_back(const struct maker *maker, const char *sentence)
{
    return begins_with_any(cut_fold(maker->arena, sentence), leaning);
}
