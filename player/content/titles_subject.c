#include "content/titles_subject.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/title_text.h"
#include "content/titles.h"
#include "content/venue.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

enum { SUBJECT_WORDS = 9 };

/* A number, a sign, a verb, a word that begins another clause: no lexeme of a noun. */
static bool breaks_noun(const struct lexis *lexis, const struct lexeme *lexeme)
{
    static const char *const clauses[] = {"qui", "que", "aura", "auront", "est", "sont", "a", "ont", "sera", "seront", "se", "ouvert", "ouverte", "ouverts", "prevu", "prevue", "organise", "organisee", "pour", "avec", "par", "lors", "dans", "sur", NULL};
    if (lexeme->kind != LEXEME_WORD)
        return lexeme->kind == LEXEME_NUMBER || lexeme->sign != '\'';
    return !lexeme->grave && (venue_is_listed(lexeme, clauses) || venue_name_is_verb(lexis, lexeme));
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
    while (at > first + 1 && venue_is_listed(&lexis->items[at - 1], dates_fr.articles))
        at--;
    return at;
}

/* The noun opens its sentence, or stands behind a colon: "Prochaine étape : l'atelier de restitution". */
static bool opens_sentence(const struct lexis *lexis, size_t index)
{
    static const char *const ours[] = {"un", "une", "notre", "votre", "nos", "vos", "son", "sa", "leur", NULL};
    while (index > 0 && (venue_is_listed(&lexis->items[index - 1], venue_words_articles) || venue_is_listed(&lexis->items[index - 1], ours)))
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
    return strchr(name, ' ') && titles_is_name(titles->arena, name) ? name : "";
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
    static const char *const verbs[] = {"aura", "auront", "est", "sont", "a", "ont", "sera", "seront", "se", NULL};
    return at < lexis->count && venue_is_listed(&lexis->items[at], verbs);
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
    return name[0] && titles_is_name(titles->arena, name) ? name : "";
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
    return titles_is_name(titles->arena, name) ? name : "";
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
    return name && titles_is_name(titles->arena, name) ? name : "";
}

const char *titles_subject_below(const struct titles *titles, const struct reading *reading)
{
    const struct passage *passage = reading->passage, *below = passage + 1;
    const char *line = passage->text + reading->end, *end = line + strcspn(line, "\n");
    size_t start = reading->begin;
    while (start > 0 && passage->text[start - 1] != '\n')
        start--;
    bool bare = !*title_text_trim(titles->arena, line, (size_t)(end - line)) && !*title_text_trim(titles->arena, passage->text + start, reading->begin - start);
    if (!bare)
        return "";
    if (*end)
        return quoted_at(titles, end + 1);
    bool near = below < titles->passages->items + titles->passages->count && below->role == passage->role && (below->above == passage->above || below->above == passage);
    return near ? quoted_at(titles, below->text) : "";
}
