#include "content/asked.h"

#include "content/clause.h"
#include "content/columns.h"
#include "content/cues.h"
#include "content/grammar.h"
#include "content/moved.h"
#include "content/passages.h"
#include "content/passages_spans.h"
#include "content/request.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

enum { SHORT_SENTENCE = 4, FAIR_SENTENCE = 14 };

/* "**Questions** : jusqu'au 1er juillet inclus": a name, a colon, the date and no more. */
static bool is_apposed(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t words = 0;
    for (size_t i = question->end; i < question->stop && !(items[i].kind == LEXEME_SIGN && items[i].sign && strchr(",(", items[i].sign)); i++)
        words += items[i].kind == LEXEME_WORD && !question->covered[i];
    return lead->first > question->begin && lexis_is_sign(&items[lead->first - 1], ':') && words <= 1;
}

/* Cues that ask for something by themselves; the others only name what is open or takes place. */
static bool is_request(enum cue_kind kind)
{
    return kind != CUE_OPEN && kind != CUE_EVENT && kind != CUE_MEET;
}

/* "Pas encore inscrit ? [C'est ici](…), jusqu'au 2 juin", "[Choisir un créneau](…) (avant le 12 mars)": until when a link serves. */
static bool is_of_link_before(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool parted = lead->first > question->begin + 1 && (lexis_is_sign(&items[lead->first - 1], ',') || lexis_is_sign(&items[lead->first - 1], '('));
    return parted && passages_spans_link_before(question->passage, items[lead->first].begin);
}

/* "Répondez à dix questions. Le formulaire reste en ligne jusqu'au 11 mars.": the sentence before asks, and this one is about the same. */
static bool is_asked_before(const struct question *question)
{
    enum { BESIDE_SENTENCE = 8 };
    const struct passage *passage = question->passage;
    size_t words = clause_words(question, question->begin, question->stop);
    if (question->begin == 0 || words > BESIDE_SENTENCE)
        return false;
    bool part = false; /* "les dossiers sont reçus jusqu'au 16 avril ; pour le second, jusqu'au 17 septembre" */
    for (size_t i = question->begin; i < question->first; i++)
        part = part || lexis_is_word_of(&passage->lexis.items[i], question->grammar->parts) || (i == question->begin && lexis_is_word_of(&passage->lexis.items[i], question->grammar->serving));
    int before = passage->lexis.items[question->begin - 1].sentence;
    for (size_t i = survey_cue_from(passage, question->begin); i-- > 0 && passage->lexis.items[passage->cues[i].first].sentence == before;)
        if (passage->cues[i].kind == CUE_ADDRESS || (part && passage->cues[i].kind == CUE_CALL))
            return true;
    return false;
}

/* Nothing in the sentence asks: it is hardly more than the date, or a fair sentence on a page or under a heading that asks. */
static bool is_asked_around(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t words = clause_words(question, question->begin, question->stop);
    if (survey_sentence_has(question, CUE_SCHEDULE) && !passage->calls && !passage->page_calls)
        return false; /* "Calendrier de la procédure : comité le 9 novembre, conventionnement avant le 31 décembre" */
    return words <= SHORT_SENTENCE || (words <= FAIR_SENTENCE && (passage->addressed || passage->calls || passage->page_calls));
}

/* "votre besoin avant le 10 septembre par e-mail : …@…": somewhere to write to. */
static bool names_mailbox(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = question->begin; i < question->stop; i++)
        if (lexis->items[i].kind == LEXEME_SIGN && memchr(lexis->text + lexis->items[i].begin, '@', lexis->items[i].end - lexis->items[i].begin))
            return true;
    return false;
}

/* The lead says it, or names what is handed in; or the header of the column does: "Candidatures" over "jusqu'au 10 mars". */
static bool is_asked_by_lead(const struct question *question, const struct cue *lead)
{
    bool moved = lead->kind == CUE_MOVED && (moved_names_call(question, lead) || passages_has_cue(question->passage, CUE_CALL)); /* "Nous prolongeons l'appel. Nouvelle date limite : …" */
    bool asks = lead->kind == CUE_FOR || lead->kind == CUE_DUE || moved;
    return asks || columns_has(question->column, CUE_CALL) || moved_is_put_off(question);
}

/* "Avant le 22 mars : rendre les clés au gardien": the day opens the sentence, and behind its colon stands what is to be handed in. */
static bool is_told_what(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->end;
    while (at < question->stop && question->covered[at])
        at++;
    return lead->first == question->begin && lexis_is_sign(&items[at], ':') && lexis_is_word_of(&items[at + 1], question->grammar->hand_in);
}

/* What stands around the sentence says it. */
static bool is_asked_beside(const struct question *question, const struct cue *lead)
{
    return is_apposed(question, lead) || is_told_what(question, lead) || is_asked_around(question) || names_mailbox(question) || is_of_link_before(question, lead) || is_asked_before(question);
}

/* A word that may be a verb of what somebody is to do: "réserver", "renvoyez", "répondent"; or leads to one: "Formation à suivre". */
static bool may_ask(const struct question *question, const struct lexeme *item)
{
    return item->grave || grammar_ends(question->grammar->doing_endings, item->word) || cues_asks(item->word, question->grammar);
}

/* "Passeport demandé avant le 1er mars ? Il vous attend au guichet.": a question that asks whether something was done by then. */
static bool asks_whether(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->end;
    while (at < question->stop && question->covered[at])
        at++;
    return lexis_is_sign(&items[at], '?') && lead->first > question->begin && items[lead->first - 1].participle;
}

/* A few words of its own are all that stands behind what takes place, in lexemes `from` to before `to`, and none may ask. */
static bool is_bare_event(const struct question *question, size_t from, size_t to)
{
    enum { COMPLEMENT_MOST = 5 };
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = from; i < to; i++)
        if (items[i].kind != LEXEME_WORD || may_ask(question, &items[i]))
            return false;
    return to - from <= COMPLEMENT_MOST;
}

/* "Réunion avant le 12 mars", "Rencontre avec les familles avant le 18 avril": what takes place stands before the lead, with a few words of its own, and
 * nothing is to be done by then. */
static bool is_some_time_before(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    const struct cue *event = survey->left_count > 1 ? survey->left[1] : NULL;
    if (lead->kind != CUE_BEFORE || !event || lead->first <= question->begin || event->end > lead->first || question->passage->calls || question->passage->page_calls)
        return false;
    if (event->kind == CUE_HELD || lexis_is_word_of(&items[lead->first - 1], question->grammar->settled))
        return survey_sentence_has(question, CUE_EVENT);
    return event->kind == CUE_EVENT && event->first <= question->begin + 1 && is_bare_event(question, event->end, lead->first); /* not "Confirmez votre présence à la réunion avant …" */
}

/* The question in lexemes `first` to before `sign` asks when, of something that the reader cannot do: "Jusqu'à quand durent les travaux". */
static bool asks_of_others(const struct question *question, size_t first, size_t sign)
{
    static const enum cue_kind own[] = {CUE_CALL, CUE_ADDRESS, CUE_ASK, CUE_MEET, CUE_EVENT, CUE_OPEN};
    const struct passage *passage = question->passage;
    bool when = lexis_is_word_of(&passage->lexis.items[first], question->grammar->labels); /* "Quand …" */
    for (size_t i = first; i < sign; i++)
        if (lexis_is_word_of(&passage->lexis.items[i], question->grammar->enabling))
            return false; /* "Jusqu'à quand puis-je payer ?" */
    for (size_t i = survey_cue_from(passage, first); i < passage->cue_count && passage->cues[i].first < sign; i++) {
        const struct cue *cue = &passage->cues[i];
        when = when || (cue->kind == CUE_LIMIT && cue->first == first); /* "Jusqu'à quand …" */
        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            if (cue->kind == own[k] && cue->first > first) /* and not the word that asks */
                return false;
    }
    return when;
}

/* "Jusqu'à quand durent les travaux ? Jusqu'au 30 avril.": the question right before is of several words, and of others. */
static bool answers_of_others(const struct question *question)
{
    enum { QUESTION_LEAST = 4, QUESTION_MOST = 40 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t sign = survey_question_end(question), words = 0;
    if (sign == 0)
        return false;
    size_t first = sign - 1;
    for (; first > 0 && sign - first < QUESTION_MOST && items[first - 1].sentence == items[sign - 1].sentence; first--)
        words += items[first - 1].kind == LEXEME_WORD;
    return words >= QUESTION_LEAST && asks_of_others(question, first, sign);
}

bool asked_of_reader(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    static const enum cue_kind kinds[] = {CUE_CALL, CUE_ADDRESS, CUE_LIMIT, CUE_EVENT, CUE_MEET, CUE_ASK, CUE_OPEN};
    if (asks_whether(question, lead))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_has(question, survey, kinds[i]))
            return is_request(kinds[i]) || !((kinds[i] == CUE_OPEN && clause_is_building(question)) || is_some_time_before(question, survey, lead) || clause_comes_back(question, lead));
    return is_asked_by_lead(question, lead) || (!answers_of_others(question) && (is_asked_beside(question, lead) || request_before(question, lead->first)));
}
