#include "content/titles.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/lexis.h"
#include "content/place_lists.h"
#include "content/places_cells.h"
#include "content/places_page.h"
#include "content/places_stretch.h"
#include "content/title_name.h"
#include "content/title_text.h"
#include "content/title_words.h"
#include "content/titles_subject.h"

#include <string.h>

enum { COLON_REACH = 60, NAME_REACH = 3, OPENING_WORDS = 6 };

/* An emoji, and no letter, number or sign of a sentence. */
static bool is_ornament(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_SIGN && lexeme->end - lexeme->begin > 2 && (lexeme->sign == LEXEME_OTHER || strchr("PDT", lexeme->sign));
}

/* "Actualités | Portes ouvertes": behind the name of a part of the site, 0 when the title begins with none. */
static size_t behind_rubric(const struct titles *titles, const struct lexis *lexis)
{
    size_t at = 0;
    while (at < lexis->count && !lexis_is_sign(&lexis->items[at], '|') && !lexis_is_sign(&lexis->items[at], ':'))
        at++;
    if (at == 0 || at + 1 >= lexis->count)
        return 0;
    return grammar_lists(title_words_rubrics, lexis_fold(titles->arena, arena_copy_bytes(titles->arena, lexis->text, lexis->items[at].begin))) ? at + 1 : 0;
}

/* "Congrès des doctorants - Informations": before the name of a part of the page; `end` when there is none. */
static size_t before_rubric(const struct titles *titles, const struct lexis *lexis, size_t first, size_t end)
{
    size_t at = end;
    while (at > first + 1 && !lexis_is_sign(&lexis->items[at - 1], '|') && !(lexis_is_sign(&lexis->items[at - 1], '-') && lexis->items[at - 1].spaced))
        at--;
    bool rubric = at > first + 1 && at < end && grammar_lists(title_words_rubrics, lexis_fold(titles->arena, lexis->text + lexis->items[at].begin));
    return rubric || (at > first + 1 && at + 1 == end && grammar_lists(title_words_parts, lexis->items[at].word)) ? at - 1 : end;
}

/* The title of the page as the title of its event: without what only adorns it. */
static const char *page_title(const struct titles *titles)
{
    struct lexis lexis = lexis_read(titles->arena, titles->article->title);
    size_t first = behind_rubric(titles, &lexis), end = before_rubric(titles, &lexis, first, lexis.count), before = 0;
    do {
        before = first;
        while (first < end && is_ornament(&lexis.items[first]))
            first++;
        first = title_text_behind_badge(&lexis, first, end);
    } while (first != before);
    while (end > first && is_ornament(&lexis.items[end - 1]))
        end--;
    const struct passage *title = &titles->passages->items[0];
    size_t colon = lexis_first_sign(&lexis, ':');
    if (title->off && colon > first && colon < end)
        end = colon; /* "Café des conventions : la session du 26 novembre est annulée" */
    if (end <= first || (first == 0 && end == lexis.count))
        return titles->article->title;
    return arena_copy_bytes(titles->arena, lexis.text + lexis.items[first].begin, lexis.items[end - 1].end - lexis.items[first].begin);
}

/* A text without the date in it. */
static const char *without_date(struct arena *arena, const struct passage *passage, const struct reading *reading)
{
    if (reading->passage != passage)
        return title_text_trim(arena, passage->text, strlen(passage->text));
    const char *before = title_text_trim(arena, passage->text, reading->begin);
    const char *behind = title_text_trim(arena, passage->text + reading->end, strlen(passage->text) - reading->end);
    const char *sign = passage->text + reading->end + strspn(passage->text + reading->end, " ");
    bool kind = !strchr(before, ' ') && strlen(behind) >= TITLE_LEAST && *sign == ':' && (behind[0] < 'a' || behind[0] > 'z'); /* "Formation le 6 septembre : Docker" */
    return strlen(before) >= TITLE_LEAST && !kind ? before : behind;
}

/* Where the first link behind `from` begins in a passage: its label is no part of a name. */
static size_t link_behind(const struct passage *passage, size_t from, size_t length)
{
    size_t at = 0;
    for (size_t i = 0; passage->block && i < passage->block->span_count; i++) {
        const struct span *span = &passage->block->spans[i];
        if (at > from && span->link >= 0)
            return at;
        at += strlen(span->text);
    }
    return length;
}

/* Behind a date and, when there is one, its colon: "28 octobre (visio) : Présentation de …". */
static const char *behind_date(struct arena *arena, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const char *text = passage->text;
    size_t length = strlen(text), begin = reading->end;
    size_t line = begin + strcspn(text + begin, "\n"), colon = begin + strcspn(text + begin, ":");
    size_t name = title_text_behind_dash(text, begin, colon < line ? colon : begin);
    if (colon < line && colon - begin < COLON_REACH)
        begin = name ? name : colon + 1;
    size_t link = link_behind(passage, begin, length);
    const char *whole = begin < line ? title_text_trim(arena, text + begin, line - begin) : "";
    const char *plain = begin < line && link < line ? title_text_trim(arena, text + begin, link - begin) : "";
    return !title_name_is_generic(arena, plain) ? plain : whole;
}

/* The end of the last other date of the passage between two of its bytes; `from` when there is none. */
static size_t date_between(const struct titles *titles, const struct passage *passage, size_t from, size_t to)
{
    size_t end = from;
    for (size_t i = 0; i < titles->readings->count; i++) {
        const struct reading *other = &titles->readings->items[i];
        if (other->passage == passage && other->begin < to && other->end > end)
            end = other->end;
    }
    return end;
}

bool titles_holds_date(const struct titles *titles, const struct passage *passage, size_t from, size_t to)
{
    return date_between(titles, passage, from, to) > from;
}

/* The first sentence of a text when more follow. */
static const char *first_sentence(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t i = 0;
    while (i + 1 < lexis.count && lexis.items[i + 1].sentence == lexis.items[0].sentence)
        i++;
    return i + 1 < lexis.count && lexis_is_sign(&lexis.items[i], '.') ? arena_copy_bytes(arena, text, lexis.items[i].begin) : text;
}

/* Between the day and its hour: "Samedi 16 mai : assemblée à 14h". */
static const char *inside(struct arena *arena, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t day = places_stretch_behind_day(reading), last = lexis_at(lexis, reading->end);
    size_t from = day ? lexis->items[day - 1].end : 0;
    size_t length = reading->end > from ? strcspn(lexis->text + from, "\n") : 0; /* the hour may stand in the line below */
    return day < last ? title_text_trim(arena, lexis->text + from, length < reading->end - from ? length : reading->end - from) : "";
}

/* Items and short lines name their event beside the date, or in the line before. */
static const char *beside(const struct titles *titles, const struct reading *reading)
{
    const char *text = reading->passage->text;
    size_t line = reading->begin, above = 0;
    while (line > 0 && text[line - 1] != '\n')
        line--;
    size_t start = date_between(titles, reading->passage, line, reading->begin);
    const char *before = start < reading->begin ? title_text_trim(titles->arena, text + start, reading->begin - start) : "";
    for (above = line ? line - 1 : 0; above > 0 && text[above - 1] != '\n';)
        above--;
    if (strlen(before) < TITLE_LEAST && line && !titles_holds_date(titles, reading->passage, above, line))
        before = title_text_trim(titles->arena, text + above, line - above);
    if (strlen(before) < TITLE_LEAST && title_name_is(titles->arena, inside(titles->arena, reading)))
        return inside(titles->arena, reading);
    return title_name_is(titles->arena, before) ? before : strlen(before) >= TITLE_LEAST ? "" : first_sentence(titles->arena, behind_date(titles->arena, reading));
}

/* The cell under "Thème", "Intitulé", "Atelier"; "" when the table has no such column. */
static const char *themed_cell(const struct titles *titles, const struct passage *passage)
{
    static const char *const names[] = {"theme", "themes", "thematique", "intitule", "titre", "sujet", "atelier", "activite", "evenement", "conference", "seance", "formation",
                                        "animation", "objet", "nom", "quoi", "what", "title", "topic", "event", NULL};
    const char *cell = passage->block && passage->block->columns ? places_cells_named(titles->arena, passage->block, names) : "";
    return title_name_is(titles->arena, cell) ? cell : "";
}

/* The cell of a row that is neither a day nor a place. */
static const char *cell_title(const struct titles *titles, const struct reading *reading)
{
    const char *text = reading->passage->text, *named = themed_cell(titles, reading->passage);
    if (named[0])
        return named;
    for (size_t from = 0, length = 0; text[from]; from += length + (text[from + length] == '|')) {
        length = strcspn(text + from, "|");
        const char *cell = titles_holds_date(titles, reading->passage, from, from + length) ? "" : title_text_trim(titles->arena, text + from, length);
        if (title_name_is(titles->arena, cell) && !grammar_lists(title_words_rubrics, lexis_fold(titles->arena, cell)))
            return cell;
        if (!length && !text[from + length])
            break;
    }
    return "";
}

/* The heading that names what a passage is about: in a box its first, not the line with the date below it. */
static const struct passage *heading_of(const struct passage *passage)
{
    const struct block *block = passage->block;
    const struct passage *heading = block && block->kind == BLOCK_HEADING && passage->role == PASSAGE_BODY ? passage : passage->above;
    while (heading && heading->above && heading->above->block && block && block->box && heading->above->block->box == block->box)
        heading = heading->above;
    return heading;
}

bool titles_is_shared(const struct titles *titles, const struct reading *own)
{
    for (size_t i = 0; i < titles->readings->count; i++) {
        const struct reading *other = &titles->readings->items[i];
        if (other->kind == READING_EVENT && other->passage->above == own->passage->above && other->resolved &&
            other->first_day != own->first_day && other->passage->role == PASSAGE_BODY)
            return true;
    }
    return false;
}

/* A few words stand before the date, and no verb at their end: "Réunion publique le 6 mai à 18h". Of an item the first sentence, of a
 * paragraph (`plain`) any line. */
static bool opens_line(const struct reading *reading, bool plain)
{
    static const char *const verbs[] = {"est", "sont", "sera", "a", "lieu", "dans", "pour", "avec", "et", "prochain", "prochaine", "tient", "tiennent", "deroule", "deroulent", "passe", "commence", "commencent", "debute", "debutent", "reprend", NULL};
    const struct lexis *lexis = &reading->passage->lexis;
    size_t date = lexis_at(lexis, reading->begin), start = date;
    while (start > 0 && !lexis_is_sign(&lexis->items[start - 1], LEXEME_LINE) && lexis->items[start - 1].sentence == lexis->items[date].sentence)
        start--;
    if (reading->passage->block->kind == BLOCK_ITEM)
        return lexis->items[date].sentence == 0;
    return plain && date > start && date - start <= OPENING_WORDS && !lexis_is_word_of(&lexis->items[date - 1], verbs);
}

/* Of a name that is too long the part before its colon: "Forgeons : dix ans d'outils libres pour …". */
static const char *shortened(struct arena *arena, const char *text)
{
    const char *colon = strlen(text) > TITLE_MOST ? strchr(text, ':') : NULL;
    return colon ? title_text_trim(arena, text, (size_t)(colon - text)) : text;
}

/* The name that stands beside the date in its own line, when no heading names it better; "" when there is none. */
static const char *line_title(const struct titles *titles, const struct reading *reading, const struct passage *heading, bool shared)
{
    const struct block *block = reading->passage->block;
    if (!block || block->kind == BLOCK_HEADING)
        return "";
    if (block->kind == BLOCK_ROW)
        return cell_title(titles, reading);
    bool listed = block->kind == BLOCK_ITEM;
    if (place_lists_holds(titles->passages, reading->passage) || place_lists_head(titles->passages, reading->passage, lexis_at(&reading->passage->lexis, reading->begin)))
        return "";
    bool plain = !heading || title_name_is_rubric(titles->arena, heading->text);
    if ((!reading->alone && !opens_line(reading, plain)) || !(listed || shared || plain))
        return "";
    const char *text = shortened(titles->arena, title_name_without_place(titles->arena, beside(titles, reading)));
    return title_name_is(titles->arena, text) ? text : "";
}

/* A short line in bold type, when several events share the heading, or the item that the date is listed under. */
static bool may_name(const struct block *block, const struct passage *from, bool shared)
{
    const struct block *other = from->block;
    if (passages_has_cue(from, CUE_STEP))
        return false;
    if (other->kind == BLOCK_ITEM)
        return block->kind == BLOCK_ITEM && other->list == block->list && other->level < block->level;
    return shared && other->kind == BLOCK_PARAGRAPH && other->span_count == 1 && (other->spans[0].style & SPAN_STRONG);
}

/* The line right before the date that names what stands below it. */
static const char *title_before(const struct titles *titles, const struct reading *reading, bool shared)
{
    const struct passage *home = reading->passage;
    const struct block *block = home->role == PASSAGE_BODY ? home->block : NULL;
    for (size_t i = 1; block && i <= NAME_REACH && i <= home->index; i++) {
        const struct passage *from = home - i;
        const struct block *other = from->block;
        if (from->role != home->role || !other || other->kind == BLOCK_HEADING || other->box != block->box)
            return "";
        bool naming = may_name(block, from, shared);
        if (!naming && from == home->intro)
            return ""; /* what announces the list parts it from what stands above */
        if (other->kind != BLOCK_ITEM && titles_holds_date(titles, from, 0, strlen(from->text)))
            return "";
        const char *name = naming ? title_text_trim(titles->arena, from->text, strcspn(from->text, "\n")) : "";
        if (title_name_is(titles->arena, name))
            return name;
    }
    return "";
}

/* The date that stands in a heading, or NULL. */
static const struct reading *date_of(const struct titles *titles, const struct passage *heading)
{
    for (size_t i = 0; i < titles->readings->count; i++)
        if (titles->readings->items[i].passage == heading)
            return &titles->readings->items[i];
    return NULL;
}

/* The heading without the date, or the one above a heading that is but a day; "" when it only names a part of the page. */
static const char *heading_title(const struct titles *titles, const struct reading *reading, const struct passage *heading)
{
    for (; heading && reading->passage->role == PASSAGE_BODY; heading = heading->above) {
        const struct reading *date = reading->passage == heading ? reading : date_of(titles, heading);
        const char *text = date ? without_date(titles->arena, heading, date) : title_text_trim(titles->arena, heading->text, strlen(heading->text));
        if (date && title_name_says_where(titles->arena, text))
            continue; /* "12-13 mars - ENS de Lyon" */
        if (strlen(text) >= TITLE_LEAST || !date)
            return title_name_is_rubric(titles->arena, text) || strlen(text) > TITLE_MOST ? "" : text;
    }
    return "";
}

/* What the page says of one of several events: its own line, the line before. */
static const char *own_title(const struct titles *titles, const struct reading *reading, const struct passage *heading, bool shared)
{
    const char *title = titles_subject_below(titles, reading);
    if (!title[0])
        title = line_title(titles, reading, heading, shared);
    if (!title[0])
        title = titles_subject_line(titles, reading);
    if (!title[0])
        title = titles_subject_marked(titles, reading);
    if (!title[0])
        title = titles_subject_label(titles, reading);
    return title[0] ? title : title_before(titles, reading, shared);
}

/* Its heading, when it tells the event from others or from what the page is about. */
static const char *title_above(const struct titles *titles, const struct reading *reading, const struct passage *heading, bool several)
{
    bool boxed = reading->passage->block && reading->passage->block->box;
    bool headed = several || boxed || heading == reading->passage || passages_has_cue(heading, CUE_EVENT);
    return headed ? heading_title(titles, reading, heading) : "";
}

/* "l'événement « Vers un commun »", and not "réguler la « liberté d'expression »": no article stands before the mark. */
static bool names_by_quote(const struct passage *heading)
{
    size_t at = lexis_first_sign(&heading->lexis, '"');
    return at == 0 || !(lexis_is_word_of(&heading->lexis.items[at - 1], dates_fr.articles) || lexis_is_sign(&heading->lexis.items[at - 1], '\''));
}

/* The name that the event has apart from the page; "" when it has none. */
static const char *title_apart(const struct titles *titles, const struct reading *reading, bool main, bool several)
{
    const struct block *block = reading->passage->block;
    const struct passage *heading = heading_of(reading->passage);
    bool shared = several && block && titles_is_shared(titles, reading);
    const char *name = heading && names_by_quote(heading) ? title_text_quoted(titles->arena, heading->text) : NULL;
    if (name && !shared)
        return name;
    if (main && !(block && block->box))
        return "";
    const char *title = several || reading->passage->page_calls ? own_title(titles, reading, heading, shared) : "";
    if (title[0] || name)
        return title[0] ? title : name;
    return title_above(titles, reading, heading, several);
}

/* The title of the page tells of something else: it looks back, calls for something, or is a sentence ("Le port retrouve ses quais"). */
static bool tells_of_other(const struct titles *titles, bool several)
{
    const struct passage *title = &titles->passages->items[0];
    if (title->page_past)
        return true;
    if (passages_has_cue(title, CUE_EVENT) || passages_has_cue(title, CUE_MEET))
        return false;
    if (several)
        return true; /* "La gazette n° 37" */
    for (size_t i = 0; i < title->lexis.count; i++)
        if (lexis_is_word_of(&title->lexis.items[i], title_words_verbs) && !title->lexis.items[i].grave)
            return true;
    return title->page_calls;
}

const char *titles_of(const struct titles *titles, const struct occurrence *occurrence, bool several)
{
    const char *page = titles->article->title;
    if (!occurrence->reading)
        return page_title(titles);
    bool rubric = title_name_is_rubric(titles->arena, page) && !strchr(page, '?');
    const char *title = title_apart(titles, occurrence->reading, occurrence->main && !rubric, several || rubric);
    if (!title[0] && several)
        title = titles_subject_quoted(titles, occurrence->reading);
    if (!title[0] && !occurrence->main && tells_of_other(titles, several))
        title = titles_subject_of(titles, occurrence->reading);
    if (!title[0] && !occurrence->main && several)
        title = titles_subject_other(titles, occurrence->reading);
    return title[0] ? title : page_title(titles);
}
