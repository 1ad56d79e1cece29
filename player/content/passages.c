#include "content/passages.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/field_text.h"
#include "content/line_ends.h"
#include "content/passages_habit.h"
#include "content/passages_page.h"
#include "content/passages_row.h"
#include "content/passages_week.h"

#include <string.h>

enum { HEADINGS_MOST = 8, LIMITS_MOST = 14, LABEL_MOST = 10, HEADING_MOST = 200, TITLE_MOST = 12 };

struct collector {
    struct arena *arena;
    const struct article *article;
    const struct grammar *grammar;
    const struct cue_index *cues;
    struct passage *items;
    size_t count;
    size_t capacity;
    size_t headings[HEADINGS_MOST]; /* indices of passages, outer first */
    size_t heading_count;
    size_t intro; /* index + 1 */
    bool intro_tells_others; /* asked once for all its items */
    const char *header; /* of the table that is being read, and what it says */
    const struct columns *columns;
    const struct columns *shifted; /* the same, if its first cell was empty */
    int table;
};

bool passages_has_cue(const struct passage *passage, enum cue_kind kind)
{
    for (size_t i = 0; passage && i < passage->cue_count; i++)
        if (passage->cues[i].kind == kind)
            return true;
    return false;
}

bool passages_sentence_has(const struct passage *passage, int sentence, enum cue_kind kind)
{
    for (size_t i = 0; i < passage->cue_count; i++)
        if (passage->cues[i].kind == kind && passage->lexis.items[passage->cues[i].first].sentence == sentence)
            return true;
    return false;
}

bool passages_sentence_meets(const struct passage *passage, int sentence)
{
    return passages_sentence_has(passage, sentence, CUE_HELD) || passages_sentence_has(passage, sentence, CUE_MEET) ||
           passages_sentence_has(passage, sentence, CUE_EVENT);
}

static bool is_of_others(enum cue_kind kind)
{
    return kind == CUE_HOURS || kind == CUE_PAST || kind == CUE_PRIVATE || kind == CUE_TERM || kind == CUE_RECAP || kind == CUE_LAW;
}

bool passages_tells_others(const struct passage *passage)
{
    for (size_t i = 0; i < passage->cue_count; i++)
        if (is_of_others(passage->cues[i].kind))
            return true;
    return false;
}

bool passages_sentence_tells_others(const struct passage *passage, int sentence)
{
    for (size_t i = 0; i < passage->cue_count; i++)
        if (is_of_others(passage->cues[i].kind) && passage->lexis.items[passage->cues[i].first].sentence == sentence)
            return true;
    return false;
}

static struct passage *collector_add(struct collector *collector, enum passage_role role, const char *text, int line)
{
    collector->items = arena_grow(collector->arena, collector->items, collector->count, &collector->capacity, sizeof *collector->items);
    struct passage *passage = &collector->items[collector->count];
    *passage = (struct passage){.role = role, .index = collector->count++, .text = text, .line = line, .label = "", .field = ""};
    passage->lexis = lexis_read(collector->arena, text);
    passage->cues = cues_find(collector->arena, collector->cues, &passage->lexis, &passage->cue_count);
    return passage;
}

static void collect_fields(struct collector *collector)
{
    for (size_t i = 0; i < collector->article->field_count; i++) {
        const struct field *field = &collector->article->fields[i];
        struct field_text said;
        if (!field_text_read(collector->arena, collector->article, field, collector->cues, collector->grammar, &said))
            continue;
        struct passage *passage = collector_add(collector, said.picture ? PASSAGE_PICTURE : PASSAGE_FIELD, said.text, field->line);
        passage->field = field->path;
        passage->label = said.label;
    }
}

bool passages_is_off(const struct passage *passage)
{
    const struct lexeme *items = passage->lexis.items;
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        bool alone = (cue->first == 0 || items[cue->first - 1].kind == LEXEME_SIGN) && items[cue->end].kind == LEXEME_SIGN;
        if (cue->kind == CUE_OFF || (cue->kind == CUE_CLOSED && alone))
            return true;
    }
    return false;
}

/* "À venir", "Prochaines dates": a short heading. */
static bool says_coming(const struct passage *from, const struct grammar *grammar)
{
    if (!from->block || from->block->kind != BLOCK_HEADING || from->lexis.count > 5)
        return false;
    for (size_t i = 0; i < from->lexis.count; i++)
        if (lexis_is_word_of(&from->lexis.items[i], grammar->coming))
            return true;
    return false;
}

/* It looks back, and asks for nothing: "Inscrivez-vous à nos webinaires avec les promotions précédentes :" announces. */
static bool looks_back(const struct passage *from)
{
    static const enum cue_kind coming[] = {CUE_MEET, CUE_ADDRESS, CUE_ASK, CUE_WILL, CUE_HELD};
    for (size_t i = 0; i < sizeof coming / sizeof *coming; i++)
        if (passages_has_cue(from, coming[i]))
            return false;
    if (from->lexis.count && lexis_is_sign(&from->lexis.items[from->lexis.count - 1], '?'))
        return false; /* "Et si on en créait un ?" */
    return passages_has_cue(from, CUE_PAST) || passages_has_cue(from, CUE_RECAP);
}

/* What a heading or an announcing paragraph says of what stands below. */
static void inherit(struct passage *passage, const struct passage *from, const struct grammar *grammar)
{
    passage->past = passage->past || from->past || looks_back(from);
    passage->meets = passage->meets || passages_has_cue(from, CUE_EVENT) || passages_has_cue(from, CUE_MEET) || says_coming(from, grammar);
    passage->calls = passage->calls || passages_has_cue(from, CUE_CALL) || passages_has_cue(from, CUE_LIMIT) || passages_has_cue(from, CUE_ADDRESS);
    passage->schedule = passage->schedule || from->schedule || (passages_has_cue(from, CUE_SCHEDULE) && !passages_has_cue(from, CUE_EVENT));
    passage->off = passage->off || from->off || passages_is_off(from);
}

/* The lead at the very end of an announcing paragraph, or the limit that it names. */
static enum cue_kind led_by(const struct passage *intro)
{
    const struct cue *last = intro->cue_count ? &intro->cues[intro->cue_count - 1] : NULL;
    if (!last)
        return CUE_NONE;
    bool lead = last->kind == CUE_UNTIL || last->kind == CUE_BEFORE || last->kind == CUE_DUE || last->kind == CUE_MOVED;
    if (lead && last->end + 2 >= intro->lexis.count)
        return last->kind;
    return passages_has_cue(intro, CUE_LIMIT) && !passages_has_cue(intro, CUE_EVENT) && !passages_has_cue(intro, CUE_PAST) && intro->lexis.count <= LIMITS_MOST ? CUE_LIMIT : CUE_NONE;
}

static bool ends_with_colon(const char *text)
{
    size_t length = strlen(text);
    while (length && (text[length - 1] == ' ' || text[length - 1] == '*' || text[length - 1] == '\n'))
        length--;
    return length && text[length - 1] == ':';
}

/* "PERMANENCES D'INSCRIPTION (en mairie)" right before a list: a few words in a paragraph that no stop ends. */
static bool is_title_line(const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    const struct lexeme *last = lexis->count ? &lexis->items[lexis->count - 1] : NULL;
    bool ended = !last || (last->kind == LEXEME_SIGN && last->sign && strchr(".!?;,", last->sign));
    return !ended && lexis->count <= TITLE_MOST && passage->block && passage->block->kind == BLOCK_PARAGRAPH && last->sentence == 0;
}

/* A heading of a box ends with it, one of the page ends at the next of its level. */
static void close_headings(struct collector *collector, const struct block *block)
{
    while (collector->heading_count) {
        const struct block *heading = collector->items[collector->headings[collector->heading_count - 1]].block;
        bool ended = (heading->box && heading->box != block->box) || (block->kind == BLOCK_HEADING && heading->level >= block->level);
        if (!ended)
            return;
        collector->heading_count--;
    }
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* The header of the row's table; when none is marked, a first row without any number is one. */
static void read_header(struct collector *collector, const struct block *block, const char *text)
{
    bool first = block->list != collector->table;
    const char *header = block->columns ? block->columns : first && !has_digit(text) ? block->text : collector->header;
    if (!block->columns && first && has_digit(text))
        header = NULL;
    if (header != collector->header) {
        collector->columns = header ? columns_read(collector->arena, columns_row(collector->arena, header), collector->cues, collector->grammar) : NULL;
        collector->shifted = columns_shifted(collector->arena, collector->columns);
    }
    collector->header = header;
    collector->table = block->list;
}

/* "Lieu | Maison du projet" of a table of two columns without a header, or with an empty one. */
static bool is_name_and_value(const char *header, const char *row)
{
    enum { NAME_BYTES = 40 };
    const char *parting = strchr(row, '|');
    bool empty = !header || header == row || header[strspn(header, " |\xE2\x80\x94")] == '\0';
    return empty && parting && columns_count(row) == 2 && parting > row && parting - row <= NAME_BYTES && strcspn(row, "0123456789") > (size_t)(parting - row);
}

/* ... read as "Lieu : Maison du projet"; of the same length. */
static char *named_value(struct arena *arena, const char *row)
{
    char *text = arena_copy(arena, row);
    *strchr(text, '|') = ':';
    return text;
}

static struct passage *collect_row(struct collector *collector, const struct block *block, enum passage_role role)
{
    const char *text = columns_row(collector->arena, block->text);
    read_header(collector, block, text);
    if (is_name_and_value(collector->header, text))
        text = named_value(collector->arena, text);
    struct passage *passage = collector_add(collector, role, text, block->line);
    if (collector->columns && collector->columns->count == columns_count(text) && collector->header != block->text)
        passage->columns = collector->columns;
    if (collector->shifted && collector->shifted->count == columns_count(text) && collector->header != block->text)
        passage->columns = collector->shifted;
    return passage;
}

static bool is_listed_block(const struct block *block)
{
    return block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;
}

/* Signs and blanks, which may stand before or behind a name: an emoji, a dash. */
static bool is_plain_sign(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < 0x80 && *text > ' ' && *text != '-') || ((unsigned char)*text >= 0xC3 && (unsigned char)*text <= 0xC5))
            return false; /* a letter, with or without accent */
    return true;
}

/* A short paragraph without any number that is but a name in bold: what its author made of a heading. */
static bool is_label(const struct passage *passage)
{
    const struct block *block = passage->block;
    if (!block || block->kind != BLOCK_PARAGRAPH || !block->span_count || passage->lexis.count > LABEL_MOST || has_digit(block->text))
        return false;
    if (is_title_line(passage) && led_by(passage) == CUE_LIMIT)
        return true; /* "Clôture des candidatures", bold or not */
    for (size_t i = 0; i < block->span_count; i++)
        if (!(block->spans[i].style & SPAN_STRONG) && !is_plain_sign(block->spans[i].text))
            return false;
    return true;
}

/* "**Inscriptions**", and below it in the same paragraph a line that only says when. */
static void inherit_from_line(struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    size_t end = 0;
    while (end < lexis->count && end <= LABEL_MOST && !lexis_is_sign(&lexis->items[end], LEXEME_LINE) && (lexis->items[end].kind != LEXEME_NUMBER || lexis->items[end].digits == 4))
        end++; /* no day, but perhaps a year */
    if (end == lexis->count || !lexis_is_sign(&lexis->items[end], LEXEME_LINE) || passage->text[lexis->items[end].begin] != '\n')
        return;
    for (size_t i = 0; i < passage->cue_count && passage->cues[i].first < end; i++) {
        passage->meets = passage->meets || passage->cues[i].kind == CUE_EVENT;
        passage->calls = passage->calls || passage->cues[i].kind == CUE_CALL || passage->cues[i].kind == CUE_LIMIT;
        passage->led_by_heading = passage->led_by_heading || passage->cues[i].kind == CUE_LIMIT;
    }
}

/* What stands over a paragraph without being a heading. `before` may be NULL. */
static void heed_labels(struct passage *passage, const struct passage *before, const struct grammar *grammar)
{
    if (before && is_label(before)) {
        inherit(passage, before, grammar);
        passage->led_by_heading = passage->led_by_heading || (led_by(before) == CUE_LIMIT && !passages_has_cue(before, CUE_STEP));
    }
    inherit_from_line(passage);
}

/* The headings under which the passage stands. */
static void set_headings(const struct collector *collector, struct passage *passage)
{
    struct passage *items = collector->items;
    for (size_t i = 0; i < collector->heading_count; i++)
        inherit(passage, &items[collector->headings[i]], collector->grammar);
    if (!collector->heading_count)
        return;
    passage->above = &items[collector->headings[collector->heading_count - 1]];
    passage->led_by_heading = passage->block->kind != BLOCK_HEADING && led_by(passage->above) == CUE_LIMIT && !passages_has_cue(passage->above, CUE_STEP);
}

/* "Coupures d'eau :": the last sentence names works. */
static bool names_works(const struct passage *intro, const struct grammar *grammar)
{
    const struct lexeme *items = intro->lexis.items;
    for (size_t i = intro->lexis.count; i-- > 0 && items[i].sentence == items[intro->lexis.count - 1].sentence;)
        if (lexis_is_word_of(&items[i], grammar->works))
            return true;
    return false;
}

/* "Les bretelles seront fermées :", "Le jury travaillera selon le calendrier suivant :": the last sentence of what announces a list is about
 * those who work, or what is closed, and names no event. */
static bool tells_of_others(const struct passage *intro, const struct grammar *grammar)
{
    const struct lexeme *items = intro->lexis.items;
    bool meets = passages_has_cue(intro, CUE_EVENT) || passages_has_cue(intro, CUE_MEET), others = !meets && names_works(intro, grammar);
    if (lexis_names(&intro->lexis, grammar->coming))
        return false; /* "Prochaines étapes :" */
    for (size_t i = intro->cue_count; i-- > 0 && items[intro->cues[i].first].sentence == items[intro->lexis.count - 1].sentence;) {
        enum cue_kind kind = intro->cues[i].kind;
        if (kind == CUE_CALL || kind == CUE_ADDRESS || kind == CUE_LIMIT)
            return false;
        bool steps = kind == CUE_SCHEDULE && grammar_begins(grammar->steps, items[intro->cues[i].first].word); /* "En voici les étapes" */
        others = others || steps || (kind == CUE_PRIVATE && !meets);
    }
    return others;
}

/* "Repéré chez nos voisins :", "Quelques dates, organisées par d'autres :", "Dans notre exemple :": near the end of what announces a list. */
static bool tells_elsewhere(const struct passage *intro)
{
    enum { ELSEWHERE_REACH = 24 }; /* it is asked for each item */
    for (size_t i = intro->cue_count; i-- > 0 && intro->cues[i].end + ELSEWHERE_REACH >= intro->lexis.count;)
        if (intro->cues[i].kind == CUE_ELSEWHERE && intro->lexis.items[intro->cues[i].first].sentence == intro->lexis.items[intro->lexis.count - 1].sentence)
            return true;
    return false;
}

/* "Le portail sera indisponible :" right before a paragraph. */
static bool announces_others(const struct passage *before, const struct passage *passage, const struct grammar *grammar)
{
    bool prose = before->block && before->role == passage->role && before->block->kind == BLOCK_PARAGRAPH && passage->block->kind == BLOCK_PARAGRAPH;
    return prose && ends_with_colon(before->block->text) && tells_of_others(before, grammar);
}

/* The passage stands in a list, or in paragraphs that are one. */
static bool is_listed(const struct collector *collector, const struct passage *passage)
{
    bool announced = collector->intro && passage->role == PASSAGE_BODY && ends_with_colon(collector->items[collector->intro - 1].text);
    return is_listed_block(passage->block) || (announced && passages_row_opens_with_day(passage, collector->grammar));
}

/* The paragraph that announces the list of the passage, and the one right before it. */
static void set_neighbours(const struct collector *collector, struct passage *passage)
{
    struct passage *items = collector->items;
    const struct block *block = passage->block;
    if (collector->intro && is_listed(collector, passage)) {
        passage->intro = &items[collector->intro - 1];
        passage->led = led_by(passage->intro);
        passage->others = collector->intro_tells_others;
        passage->elsewhere = tells_elsewhere(passage->intro);
        inherit(passage, passage->intro, collector->grammar);
    }
    struct passage *before = passage->index ? &items[passage->index - 1] : NULL;
    passage->others = passage->others || (before && announces_others(before, passage, collector->grammar));
    if (before && passage->above == before && block->kind == BLOCK_PARAGRAPH)
        before->below = passage;
    if (before && before->role == passage->role && before->block && before->block->box == block->box && block->kind != BLOCK_HEADING)
        passage->addressed = passages_has_cue(before, CUE_ADDRESS);
    if (block->kind == BLOCK_PARAGRAPH)
        heed_labels(passage, before, collector->grammar);
}

/* Where the spans of the block begin, and where the name ends that it begins with. */
static void mark_spans(struct collector *collector, struct passage *passage)
{
    const struct block *block = passage->block;
    size_t *begins = arena_alloc(collector->arena, (block->span_count + 1) * sizeof *begins), at = 0;
    bool named = false, names = true;
    for (size_t i = 0; i < block->span_count; i++) {
        const struct span *span = &block->spans[i];
        bool marked = span->link >= 0 || (span->style & SPAN_STRONG) != 0;
        begins[i] = at;
        if (names && named && !marked && !passage->name_end)
            passage->name_end = at;
        names = names && (marked || is_plain_sign(span->text));
        named = named || marked;
        at += strlen(span->text);
    }
    passage->span_begins = begins;
}

static void collect_block(struct collector *collector, const struct block *block, enum passage_role role)
{
    bool row = block->kind == BLOCK_ROW;
    struct passage *passage = row ? collect_row(collector, block, role) : collector_add(collector, role, line_ends_text(collector->arena, block, collector->grammar), block->line);
    passage->block = block;
    mark_spans(collector, passage);
    passage->field = block->field ? block->field : "";
    close_headings(collector, block);
    set_headings(collector, passage);
    set_neighbours(collector, passage);
    if (!is_listed(collector, passage)) {
        collector->intro = ends_with_colon(block->text) || is_title_line(passage) ? passage->index + 1 : 0;
        collector->intro_tells_others = collector->intro && tells_of_others(passage, collector->grammar);
    }
    bool heads = block->kind == BLOCK_HEADING && passage->lexis.count <= HEADING_MOST; /* what is longer heads nothing */
    if (heads && collector->heading_count < HEADINGS_MOST)
        collector->headings[collector->heading_count++] = passage->index;
}

/* Prose of the front matter. A value with a name of its own is read behind its name: "Date limite : 3 mai". */
static void collect_front(struct collector *collector, const struct block *block)
{
    struct field_text said;
    if (!block->field || !field_text_name(collector->arena, collector->article, block->field, block->text, collector->grammar, &said)) {
        collect_block(collector, block, PASSAGE_FRONT);
        return;
    }
    struct passage *passage = collector_add(collector, PASSAGE_FIELD, said.text, block->line);
    passage->field = block->field;
    passage->label = said.label;
}

int passages_list(const struct passage *passage)
{
    return passage && passage->role == PASSAGE_BODY && passage->block ? passage->block->list : 0;
}

struct passages passages_collect(struct arena *arena, const struct article *article, const struct grammar *grammar)
{
    struct collector collector = {.arena = arena, .article = article, .grammar = grammar, .cues = cues_index(arena, grammar)};
    /* One allocation for all: pointers to headings must not move. */
    collector.capacity = 1 + article->field_count + article->front_block_count + article->block_count;
    collector.items = arena_alloc(arena, collector.capacity * sizeof *collector.items);
    collector_add(&collector, PASSAGE_TITLE, article->title, article->title_line);
    for (size_t i = 0; i < article->front_block_count; i++)
        collect_front(&collector, &article->front_blocks[i]);
    collector.heading_count = 0;
    collector.intro = 0;
    collect_fields(&collector);
    for (size_t i = 0; i < article->block_count; i++)
        collect_block(&collector, &article->blocks[i], PASSAGE_BODY);
    passages_page_mark(arena, collector.items, collector.count, article, collector.cues, grammar);
    passages_habit_mark(arena, collector.items, collector.count, grammar);
    passages_week_mark(arena, collector.items, collector.count, article, grammar);
    for (size_t i = 0; i + 1 < collector.count; i++)
        collector.items[i].next = &collector.items[i + 1];
    return (struct passages){.items = collector.items, .count = collector.count};
}

int passages_line(const struct passage *passage, size_t offset)
{
    return passage->block ? article_line_at(passage->block, offset) : passage->line;
}

bool passages_are_items(const struct passage *one, const struct passage *other)
{
    bool items = one != other && one->block && other->block && one->block->kind == BLOCK_ITEM && other->block->kind == BLOCK_ITEM;
    return items && one->above == other->above;
}

const struct passage *passages_of_link(const struct passages *passages, const struct article *article, const struct link *link)
{
    if (link->block < 0)
        return NULL;
    size_t index = (size_t)link->block + (link->in_front ? 1 : passages->count - article->block_count);
    return index < passages->count ? &passages->items[index] : NULL;
}
