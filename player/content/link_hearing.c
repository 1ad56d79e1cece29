#include "content/link_hearing.h"

#include "content/article.h"
#include "content/link_spots.h"
#include "content/link_terms.h"
#include "content/passages.h"

#include <stdint.h>
#include <string.h>

/* In lexemes, words and links: how far a sentence is heard, a verb before "sur", words that make no label, a short label, links around. */
enum { SENTENCE_REACH = 30, VERB_REACH = 9, CLAUSE_LEAST = 3, LABEL_SHORT = 4, NEIGHBOURS_MOST = 30 };

/* Words between a preposition and the name it leads to. */
static const char *const articles_known[] = {"le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "ces", "du", "des", "de", "notre", "nos", "votre", "son", "sa", "leur", "the", "this", "our",
                                             "site", "page", "plateforme", "application", "portail", "appli", "teleservice", "adresse", "lien", "formulaire", "suivant", "suivante", "internet", "web", NULL};
/* ... and between a verb and its preposition: "répondez donc à". */
static const char *const adverbs[] = {"donc", "vite", "aussi", "egalement", "alors", "maintenant", "nombreux", "nombreuses", "tous", "toutes", "simplement", NULL};
static const char *const conjunctions[] = {"ou", "et", "puis", "mais", "or", "and", "but", "then", NULL};

/* The label next before or behind this one in the same passage, or NULL. Addresses in the text are listed behind all other links. */
static const struct link_spot *neighbour(const struct article *article, const struct link *link, const struct link_spot *spots, bool before)
{
    size_t index = (size_t)(link - article->links), first = index > NEIGHBOURS_MOST ? index - NEIGHBOURS_MOST : 0;
    const struct link_spot *own = &spots[index], *nearest = NULL;
    for (size_t i = first; i < article->link_count && i <= index + NEIGHBOURS_MOST; i++) {
        const struct link_spot *spot = &spots[i];
        if (i == index || article->links[i].block != link->block || article->links[i].in_front != link->in_front || spot->end <= spot->begin)
            continue;
        if (before ? spot->end <= own->begin && (!nearest || spot->end > nearest->end) : spot->begin >= own->end && (!nearest || spot->begin < nearest->begin))
            nearest = spot;
    }
    return nearest;
}

/* What opens a line is announced by the one before, if that ends with a colon, or if the label is all there is of its sentence. */
static size_t before_label(const struct lexis *lexis, size_t first, bool alone)
{
    size_t at = first;
    while (at > 0 && lexis->items[at - 1].kind == LEXEME_SIGN && !lexis_is_sign(&lexis->items[at - 1], ':') && (alone || lexis_is_sign(&lexis->items[at - 1], LEXEME_LINE)))
        at--;
    if (at == 0 || (!alone && !lexis_is_sign(&lexis->items[at - 1], ':')))
        return first;
    int sentence = lexis->items[at - 1].sentence;
    while (at > 0 && lexis->items[at - 1].sentence == sentence && first - at < SENTENCE_REACH)
        at--;
    return at;
}

static bool ends_clause(const struct lexeme *lexeme)
{
    return lexis_is_sign(lexeme, ',') || lexis_is_sign(lexeme, ';') || lexis_is_sign(lexeme, '(') || lexis_is_word_of(lexeme, conjunctions);
}

/* The start of the sentence of lexeme `from`, not before `stop`. */
static size_t back_to(const struct lexis *lexis, size_t from, size_t stop)
{
    size_t at = from;
    while (at > stop && from - at < SENTENCE_REACH && lexis->items[at - 1].sentence == lexis->items[from].sentence)
        at--;
    return at;
}

/* Where the words behind the label turn to something else: the clause, or only the sentence, or the next label (at byte `stop`). */
static size_t on_to(const struct lexis *lexis, size_t from, size_t stop, bool clause)
{
    int sentence = lexis->items[from ? from - 1 : 0].sentence;
    size_t at = from;
    while (at < lexis->count && at - from < SENTENCE_REACH && lexis->items[at].sentence == sentence && lexis->items[at].begin < stop && !(clause && ends_clause(&lexis->items[at])))
        at++;
    return at;
}

struct link_hearing link_hearing_of(const struct article *article, const struct link *link, const struct passage *passage, const struct link_spot *spots)
{
    const struct link_spot *spot = &spots[link - article->links], *before = neighbour(article, link, spots, true), *after = neighbour(article, link, spots, false);
    const struct lexis *lexis = &passage->lexis;
    struct link_hearing hearing = {.lexis = lexis, .begin = lexis_at(lexis, spot->begin)};
    hearing.end = spot->end > spot->begin ? lexis_at(lexis, spot->end - 1) : hearing.begin;
    hearing.end += hearing.end < lexis->count;
    size_t stop = before ? lexis_at(lexis, before->end) : 0, left = back_to(lexis, hearing.begin, stop);
    if (left == stop && before && lexis_words(lexis, left, hearing.begin) < CLAUSE_LEAST)
        left = back_to(lexis, hearing.begin, 0);
    hearing.near = hearing.begin;
    while (hearing.near > left && !ends_clause(&lexis->items[hearing.near - 1]))
        hearing.near--;
    hearing.near_end = on_to(lexis, hearing.end, after ? after->begin : SIZE_MAX, true);
    hearing.right = on_to(lexis, hearing.end, SIZE_MAX, false);
    if (after && hearing.right < lexis->count && lexis->items[hearing.right].begin >= after->begin)
        hearing.right = hearing.near_end;
    bool opens = lexis_words(lexis, left, hearing.begin) == 0;
    hearing.left = opens ? before_label(lexis, left, lexis_words(lexis, hearing.end, hearing.right) == 0) : left;
    return hearing;
}

/* What leads to a link, whatever its name: "via [X]", "inscrivez-vous sur [X]", "participer à [X]", "Inscription : [X]". */
enum lead { LEAD_NONE, LEAD_ALWAYS, LEAD_OF_VERB, LEAD_RIGHT_AFTER, LEAD_OF_ANY };

static enum lead lead_of(const struct lexeme *lexeme)
{
    static const struct {
        const char *word;
        enum lead lead;
    } leads[] = {{"via", LEAD_ALWAYS}, {"remplissez", LEAD_ALWAYS}, {"remplir", LEAD_ALWAYS}, {"completez", LEAD_ALWAYS}, {"completer", LEAD_ALWAYS}, {"through", LEAD_ALWAYS}, {"sur", LEAD_OF_VERB}, {"on", LEAD_OF_VERB}, {"a", LEAD_RIGHT_AFTER},
                 {"au", LEAD_RIGHT_AFTER}, {"aux", LEAD_RIGHT_AFTER}, {"to", LEAD_RIGHT_AFTER}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (lexis_is_word(lexeme, leads[i].word))
            return leads[i].lead;
    return lexis_is_sign(lexeme, ':') || lexis_is_sign(lexeme, '-') ? LEAD_OF_ANY : LEAD_NONE;
}

static bool is_between_lead_and_name(const struct lexeme *lexeme)
{
    static const char signs[] = "\"'(\n";
    return lexis_is_word_of(lexeme, articles_known) || (lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr(signs, lexeme->sign));
}

/* Behind what leads to the label: "sur notre [page]". */
static size_t before_name(const struct link_hearing *hearing)
{
    size_t at = hearing->begin;
    while (at > hearing->left && is_between_lead_and_name(&hearing->lexis->items[at - 1]))
        at--;
    return at;
}

/* Something is asked, and what it is asked for does not stand beside it: "détails sur la soirée et inscription sur" leads to the inscription. */
static bool asks_alone(int said)
{
    return (said & LINK_STRONG) && !(said & LINK_SUBJECT);
}

static size_t before_adverbs(const struct lexis *lexis, size_t at, size_t from)
{
    while (at > from && lexis_is_word_of(&lexis->items[at - 1], adverbs))
        at--;
    return at;
}

/* "Questions : par écrit sur [la plateforme] avant le 3 juin": the sentence tells until when. */
static bool tells_last_day(const struct link_hearing *hearing)
{
    static const char *const until[] = {"jusqu", "avant", "tard", "until", "before", NULL};
    for (size_t i = hearing->left; i < hearing->right && i < hearing->lexis->count; i++)
        if (lexis_is_word_of(&hearing->lexis->items[i], until) && !(i > 0 && lexis_is_word(&hearing->lexis->items[i - 1], "plus") && !lexis_is_word(&hearing->lexis->items[i], "tard")))
            return true;
    return false;
}

bool link_hearing_is_led(const struct link_hearing *hearing, bool *prepared)
{
    const struct lexis *lexis = hearing->lexis;
    size_t at = before_name(hearing);
    *prepared = at > hearing->left && lead_of(&lexis->items[at - 1]) != LEAD_NONE;
    if (!*prepared)
        return false;
    at--;
    size_t from = at > hearing->left + VERB_REACH ? at - VERB_REACH : hearing->left;
    bool you = at > from && lexis_is_word(&lexis->items[at - 1], "vous");
    int said = link_terms_between(lexis, from, at, false);
    switch (lead_of(&lexis->items[at])) {
    case LEAD_ALWAYS:
        return true;
    case LEAD_OF_VERB:
        return tells_last_day(hearing) || asks_alone(said) || asks_alone(link_terms_between(lexis, at > from + LABEL_SHORT ? at - LABEL_SHORT : from, at, false)) || (link_terms_between(lexis, hearing->left, at, false) & LINK_WATCH) || (you && (link_terms_between(lexis, from, at + 1, false) & LINK_TELL));
    case LEAD_RIGHT_AFTER:
        at = before_adverbs(lexis, at - you, from);
        return at > from && (link_terms_between(lexis, at - 1, at, false) & LINK_STRONG);
    case LEAD_OF_ANY:
        return (said & LINK_STRONG) != 0;
    default:
        return false;
    }
}

bool link_hearing_is_subject(const struct link_hearing *hearing)
{
    static const char *const verbs[] = {"porte", "portera", "portent", "porteront", "portant", "porter", "focus", "zoom", "travaille", "travaillera", "dialogue", "regard", NULL};
    const struct lexis *lexis = hearing->lexis;
    size_t at = before_name(hearing);
    return at > hearing->left + 1 && lexis_is_word(&lexis->items[at - 1], "sur") && lexis_is_word_of(&lexis->items[at - 2], verbs);
}

bool link_hearing_is_about(const struct link_hearing *hearing)
{
    const struct lexis *lexis = hearing->lexis;
    size_t at = before_name(hearing);
    return at > hearing->left + 2 && lexis_is_word(&lexis->items[at - 1], "sur") && (link_terms_between(lexis, at - 3, at - 1, false) & LINK_SUBJECT);
}

bool link_hearing_points(const struct link_hearing *hearing)
{
    static const char *const leads[] = {"sur", "via", "a", "suivant", "suivante", "lien", "adresse", "on", "at", "here", "ici", NULL};
    if (hearing->begin == hearing->left)
        return true;
    const struct lexeme *lead = &hearing->lexis->items[hearing->begin - 1];
    return lexis_is_sign(lead, ':') || lexis_is_sign(lead, '-') || lexis_is_sign(lead, '(') || lexis_is_sign(lead, '<') || lexis_is_sign(lead, '>') || lexis_is_sign(lead, LEXEME_LINE) || lexis_is_word_of(lead, leads);
}

static bool is_mere_sign(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_SIGN && lexeme->sign != LEXEME_ADDRESS;
}

bool link_hearing_fills_sentence(const struct link_hearing *hearing)
{
    const struct lexeme *items = hearing->lexis->items;
    size_t before = hearing->begin, after = hearing->end;
    if (before >= hearing->lexis->count)
        return false;
    int sentence = items[before].sentence;
    while (before > 0 && is_mere_sign(&items[before - 1]) && items[before - 1].sentence == sentence)
        before--;
    while (after < hearing->lexis->count && is_mere_sign(&items[after]) && items[after].sentence == sentence)
        after++;
    bool opens = before == 0 || items[before - 1].sentence != sentence, closes = after == hearing->lexis->count || items[after].sentence != sentence;
    return opens && closes;
}

int link_hearing_question(const struct link_hearing *hearing)
{
    const struct lexis *lexis = hearing->lexis;
    size_t end = back_to(lexis, hearing->begin, 0);
    if (end == 0 || !lexis_is_sign(&lexis->items[end - 1], '?'))
        return 0;
    int said = link_terms_between(lexis, back_to(lexis, end - 1, 0), end, false);
    return said & LINK_OTHERS ? said | LINK_OTHERWISE : said;
}
