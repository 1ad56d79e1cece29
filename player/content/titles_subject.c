#include "content/titles_subject.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/title_name.h"
#include "content/title_text.h"
#include "content/titles.h"
#include "content/venue.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

enum { SUBJECT_WORDS = 9 };

static const char *const tells[] = {"aura", "auront", "est", "sont", "a", "ont", "sera", "seront", "se", "commence", "commencera", "debute", "debutera", NULL};

/* "Ateliers [samedi] 14 mars": of another day, and not of the name. */
static bool is_weekday_of_day(const struct lexeme *lexeme)
{
    return grammar_value(dates_fr.weekdays, lexeme->word) >= 0 && lexeme[1].kind == LEXEME_NUMBER;
}

/* A number, a sign, a verb, a word that begins another clause: no lexeme of a noun. */
static bool breaks_noun(const struct lexis *lexis, const struct lexeme *lexeme)
{
    static const char *const clauses[] = {"qui", "que", "ouvert", "ouverte", "ouverts", "prevu", "prevue", "organise", "organisee", "pour", "avec", "par", "lors", "dans", "sur", NULL};
    if (lexeme->kind != LEXEME_WORD)
        return lexeme->kind == LEXEME_NUMBER || lexeme->sign != '\'';
    return !lexeme->grave && (is_weekday_of_day(lexeme) || lexis_is_word_of(lexeme, tells) || lexis_is_word_of(lexeme, clauses) || venue_name_is_verb(lexis, lexeme));
}

/* Where the noun ends that begins at lexeme `first`, at most before `most`; what stands in quotation marks belongs to it. */
static size_t noun_end(const struct passage *passage, size_t first, size_t most)
{
    const struct lexis *lexis = &passage->lexis;
    size_t at = first, words = 0;
    bool quoted = false;
    for (; at < most && (words < SUBJECT_WORDS || quoted); at++) {
        const struct lexeme *lexeme = &lexis->items[at];
        bool mark = lexis_is_sign(lexeme, '"');
        quoted = quoted != mark;
        if (!mark && !quoted && breaks_noun(lexis, lexeme))
            break;
        words += lexeme->kind == LEXEME_WORD;
    }
    return lexis_back_over(lexis->items, first + 1, at, dates_fr.articles);
}

/* The noun opens its sentence, or stands behind a colon: "Prochaine étape : l'atelier de restitution". */
static bool opens_sentence(const struct lexis *lexis, size_t index)
{
    static const char *const ours[] = {"un", "une", "notre", "votre", "nos", "vos", "son", "sa", "leur", NULL};
    while (index > 0 && (lexis_is_word_of(&lexis->items[index - 1], venue_words_articles) || lexis_is_word_of(&lexis->items[index - 1], ours)))
        index--;
    const struct lexeme *before = index ? &lexis->items[index - 1] : NULL;
    return !before || before->sentence != lexis->items[index].sentence || lexis_is_sign(before, ':') || lexis_is_sign(before, LEXEME_LINE);
}

/* What takes place by the sentence of the day, its subject first; NULL when it names nothing. */
static const struct cue *event_of(const struct titles *titles, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const struct lexis *lexis = &passage->lexis;
    size_t date = lexis_at(lexis, reading->date_begin);
    const struct cue *event = NULL, *first = NULL;
    for (size_t i = 0; i < passage->cue_count && passage->cues[i].first < date; i++) {
        const struct cue *cue = &passage->cues[i];
        if (cue->kind != CUE_EVENT || lexis->items[cue->first].sentence != lexis->items[date].sentence)
            continue;
        event = cue;
        if (!first && opens_sentence(lexis, cue->first))
            first = cue; /* "Une visite par le commissaire de l'exposition" */
    }
    bool other = first && first != event && titles_holds_date(titles, passage, lexis->items[first->end - 1].end, lexis->items[event->first].begin);
    return first && !other ? first : event; /* "Atelier le 18 mars, réunion le 20": of two days each has its own */
}

/* The noun of the event before the day, its first letter a capital; "" when it does not open its sentence or has fewer words. */
static const char *noun_of(const struct titles *titles, const struct reading *reading, const struct cue *event, size_t least)
{
    const struct passage *passage = reading->passage;
    const struct lexis *lexis = &passage->lexis;
    size_t end = event ? noun_end(passage, event->first, lexis_at(lexis, reading->date_begin)) : 0;
    if (!event || end < event->first + least || !opens_sentence(lexis, event->first))
        return "";
    size_t begin = lexis->items[event->first].begin;
    char *name = arena_copy(titles->arena, title_text_trim(titles->arena, passage->text + begin, lexis->items[end - 1].end - begin));
    if (name[0] >= 'a' && name[0] <= 'z')
        name[0] = (char)(name[0] - 'a' + 'A');
    return name;
}

const char *titles_subject_of(const struct titles *titles, const struct reading *reading)
{
    const char *name = noun_of(titles, reading, event_of(titles, reading), 2);
    return strchr(name, ' ') && title_name_is(titles->arena, name) ? name : "";
}

/* "exposition" and "expositions" are one word. */
static bool is_same_word(const char *one, const char *other)
{
    enum { STEM_LEAST = 5 };
    size_t length = 0;
    while (one[length] && one[length] == other[length])
        length++;
    return length >= STEM_LEAST || (one[length] == '\0' && other[length] == '\0');
}

/* "… aura lieu", "… est proposée": a sentence, and not the label of a line. */
static bool is_told(const struct lexis *lexis, size_t at)
{
    return at < lexis->count && lexis_is_word_of(&lexis->items[at], tells);
}

const char *titles_subject_other(const struct titles *titles, const struct reading *reading)
{
    const struct lexis *title = &titles->passages->items[0].lexis;
    const struct cue *event = event_of(titles, reading);
    for (size_t i = 0; event && i < title->count; i++)
        if (title->items[i].kind == LEXEME_WORD && is_same_word(title->items[i].word, reading->passage->lexis.items[event->first].word))
            return "";
    bool told = event && is_told(&reading->passage->lexis, event->end);
    const char *name = noun_of(titles, reading, event, told ? 1 : 2);
    return name[0] && title_name_is(titles->arena, name) ? name : "";
}

const char *titles_subject_quoted(const struct titles *titles, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t date = lexis_at(lexis, reading->begin), first = date;
    while (first > 0 && lexis->items[first - 1].sentence == lexis->items[date].sentence)
        first--;
    size_t from = lexis->items[first].begin;
    const char *name = date < lexis->count && reading->begin > from ? title_text_quoted(titles->arena, arena_copy_bytes(titles->arena, lexis->text + from, reading->begin - from)) : NULL;
    return name ? name : "";
}

const char *titles_subject_line(const struct titles *titles, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    size_t end = passage->name_end;
    if (!passage->block || passage->block->kind != BLOCK_PARAGRAPH || end == 0 || reading->begin <= end)
        return "";
    if (passage->text[end - 1] != '\n' && passage->text[end + strspn(passage->text + end, " ")] != '\n')
        return ""; /* plain text goes on in the line */
    size_t bold = lexis_at(&passage->lexis, end - 1);
    const struct cue *told = event_of(titles, reading);
    if (told && told->first > bold && !(passage->cue_count && passage->cues[0].kind == CUE_EVENT && passage->cues[0].first < bold))
        return ""; /* "**Bonjour à tous**" over a text that names its events itself */
    const char *name = title_text_trim(titles->arena, passage->text, end);
    return title_name_is(titles->arena, name) ? name : "";
}

/* The quoted name with which a line begins, a word or two before it: "Atelier « Tester tôt », par Ida". */
static const char *quoted_at(const struct titles *titles, const char *text)
{
    enum { KIND_WORDS = 3 };
    struct lexis lexis = lexis_read(titles->arena, arena_copy_bytes(titles->arena, text, strcspn(text, "\n")));
    size_t words = 0;
    while (words < lexis.count && words < KIND_WORDS && lexis.items[words].kind == LEXEME_WORD)
        words++;
    const char *name = words < lexis.count && lexis_is_sign(&lexis.items[words], '"') ? title_text_quoted(titles->arena, lexis.text) : NULL;
    return name && title_name_is(titles->arena, name) ? name : "";
}

/* The name in bold with which a passage begins, before a sign, an hour or a small word: "**Visite de l'atelier** de la ville, à 9h". */
static const char *bold_at(const struct titles *titles, const struct passage *passage)
{
    static const char *const small[] = {"de", "du", "des", "d", "avec", "par", "pour", "autour", "suivi", "suivie", NULL};
    size_t next = passage->name_end ? lexis_at(&passage->lexis, passage->name_end) : 0;
    const struct lexeme *behind = &passage->lexis.items[next];
    if (next == 0 || next >= passage->lexis.count)
        return "";
    bool parted = behind->kind != LEXEME_WORD || lexis_is_word_of(behind, small) || lexis_is_word_of(behind, venue_words_before);
    const char *name = parted ? title_text_trim(titles->arena, passage->text, passage->name_end) : "";
    return title_name_is(titles->arena, name) ? name : "";
}

/* The line of the day holds nothing else. */
static bool is_bare(const struct titles *titles, const struct reading *reading, size_t start)
{
    const char *text = reading->passage->text, *line = text + reading->end;
    return !*title_text_trim(titles->arena, line, strcspn(line, "\n")) && !*title_text_trim(titles->arena, text + start, reading->begin - start);
}

const char *titles_subject_below(const struct titles *titles, const struct reading *reading)
{
    const struct passage *passage = reading->passage, *below = passage + 1;
    const char *end = passage->text + reading->end + strcspn(passage->text + reading->end, "\n");
    size_t start = reading->begin;
    while (start > 0 && passage->text[start - 1] != '\n')
        start--;
    if (!is_bare(titles, reading, start))
        return "";
    if (*end)
        return quoted_at(titles, end + 1);
    if (below >= titles->passages->items + titles->passages->count || below->role != passage->role || (below->above != passage->above && below->above != passage))
        return "";
    const char *name = quoted_at(titles, below->text);
    bool own = start == 0 && below->block && below->block->kind == BLOCK_PARAGRAPH && !titles_holds_date(titles, below, 0, strlen(below->text));
    return own && !name[0] ? bold_at(titles, below) : name;
}

/* Where the first span before byte `to` of a sentence that begins at `from` stands in bold or is a link; its number, or -1. What stands behind it is its subtitle. */
static int first_marked(const struct passage *passage, size_t from, size_t to)
{
    for (size_t i = 0; i < passage->block->span_count && passage->span_begins[i] < to; i++) {
        const struct span *span = &passage->block->spans[i];
        if (passage->span_begins[i] >= from && (span->link >= 0 || (span->style & SPAN_STRONG)))
            return (int)i;
    }
    return -1;
}

/* Between two lexemes a verb tells that something takes place, and nothing before it is what does: not "par **Ida**, l'atelier aura lieu". */
static bool tells_held(const struct passage *passage, size_t from, size_t to)
{
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        if (cue->first >= from && cue->first < to && (cue->kind == CUE_HELD || cue->kind == CUE_EVENT))
            return cue->kind == CUE_HELD;
    }
    return false;
}

const char *titles_subject_marked(const struct titles *titles, const struct reading *reading)
{
    enum { MARKED_REACH = 5 };
    const struct passage *passage = reading->passage;
    const struct lexis *lexis = &passage->lexis;
    size_t date = lexis_at(lexis, reading->begin), first = date;
    while (first > 0 && lexis->items[first - 1].sentence == lexis->items[date].sentence)
        first--;
    int span = passage->block && passage->span_begins ? first_marked(passage, lexis->items[first].begin, reading->begin) : -1;
    if (span < 0)
        return "";
    const char *words = passage->block->spans[span].text;
    size_t begin = passage->span_begins[span], from = lexis_at(lexis, begin), end = lexis_at(lexis, begin + strlen(words));
    bool near = from <= first + MARKED_REACH && end < date && venue_is_capital(lexis, &lexis->items[from]);
    for (size_t i = first; i < from; i++)
        near = near && lexis->items[i].kind == LEXEME_WORD && !is_told(lexis, i) && !venue_name_is_verb(lexis, &lexis->items[i]);
    if (!near || !tells_held(passage, end, date + 1))
        return "";
    const char *name = title_text_trim(titles->arena, words, strlen(words));
    return title_name_is(titles->arena, name) ? name : "";
}

/* The name in bold before the colon with which a passage begins; "" when it has none. */
static const char *label_of(const struct titles *titles, const struct passage *passage)
{
    size_t colon = passage->name_end ? lexis_at(&passage->lexis, passage->name_end) : 0;
    if (colon == 0 || !passage->block || passage->block->kind == BLOCK_HEADING || passage->block->kind == BLOCK_ROW)
        return "";
    bool parted = colon < passage->lexis.count && (lexis_is_sign(&passage->lexis.items[colon], ':') || lexis_is_sign(&passage->lexis.items[colon - 1], ':'));
    return parted ? title_text_trim(titles->arena, passage->text, passage->name_end) : "";
}

/* Behind the day stands a house or an address: what stands before it is where nobody goes. */
static bool has_house_behind(const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    return venue_best(lexis, lexis_at(lexis, reading->end), lexis->count).rank >= VENUE_ADDRESS;
}

/* Another event of its section stands in a passage near by that has a name before a colon too. */
static bool has_labelled_sibling(const struct titles *titles, const struct reading *reading, const struct reading *next, const char *label)
{
    enum { LABEL_REACH = 8 };
    size_t own = reading->passage->index, its = next->passage->index, far = its > own ? its - own : own - its;
    const char *other = far > 0 && far <= LABEL_REACH ? label_of(titles, next->passage) : "";
    return title_name_is(titles->arena, other) && strcmp(other, label) != 0;
}

/* An event of another day in the same section. */
static bool is_other_event(const struct reading *reading, const struct reading *next)
{
    bool event = next->kind == READING_EVENT && next->resolved && !next->off;
    return event && next->first_day != reading->first_day && next->passage->above == reading->passage->above;
}

const char *titles_subject_label(const struct titles *titles, const struct reading *reading)
{
    const struct passage *home = reading->passage;
    const char *label = label_of(titles, home);
    bool other = false;
    for (size_t i = 0; label[0] && i < titles->readings->count; i++) {
        const struct reading *next = &titles->readings->items[i];
        if (!is_other_event(reading, next) || (next->passage == home && next->mention == reading->mention))
            continue; /* "20 et 21 mars" is one */
        if (next->passage == home)
            return ""; /* "**Les dates** : le 18 mars et le 20 mai" */
        other = other || has_labelled_sibling(titles, reading, next, label);
    }
    bool house = other && has_house_behind(reading) && venue_text_is_place(titles->arena, label);
    return other && (house || title_name_is(titles->arena, label)) ? label : "";
}
