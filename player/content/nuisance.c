#include "content/nuisance.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <stddef.h>

/* Where the first line of the passage ends; the first lexeme of the day's sentence when it is not before that. */
static size_t head_end(const struct question *question)
{
    enum { HEAD_MOST = 10 };
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = 0; i < question->begin && i < HEAD_MOST; i++)
        if (lexis_is_sign(&items[i], LEXEME_LINE))
            return i;
    return 0;
}

/* The sentence right before that of the day, of a few words: "Coupure d'eau. Mardi 11 mars de 9h à 12h." */
static bool is_behind_nuisance(const struct question *question)
{
    enum { SENTENCE_MOST = 8 };
    const struct passage *passage = question->passage;
    size_t end = question->begin, first = end;
    while (first > 0 && end - first <= SENTENCE_MOST && passage->lexis.items[first - 1].sentence == passage->lexis.items[end - 1].sentence)
        first--;
    if (end == 0 || end - first > SENTENCE_MOST || question->first > question->begin + 1 || survey_names(passage, first, end, CUE_EVENT) || survey_names(passage, first, end, CUE_MEET))
        return false;
    for (size_t i = first; i < end; i++)
        if (lexis_is_word_of(&passage->lexis.items[i], question->grammar->nuisances) || lexis_is_word_of(&passage->lexis.items[i], question->grammar->halted))
            return true;
    return false;
}

/* What announces the list of the day tells of closings, deliveries, who is absent: "Prochaines interventions d'Enedis :". */
static bool is_listed_nuisance(const struct question *question)
{
    enum { INTRO_MOST = 12 };
    const struct passage *intro = question->passage->intro;
    if (!intro || intro->lexis.count > INTRO_MOST || passages_has_cue(intro, CUE_EVENT) || passages_has_cue(intro, CUE_MEET) || passages_has_cue(intro, CUE_CALL) || passages_has_cue(intro, CUE_ADDRESS))
        return false;
    return lexis_names(&intro->lexis, question->grammar->nuisances) || lexis_names(&intro->lexis, question->grammar->halted);
}

/* The line that ends at `end` opens with works or a closing, or says whose agenda it is. */
static bool names_nuisance(const struct question *question, size_t end)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    size_t first = 0;
    while (first < end && items[first].kind == LEXEME_SIGN)
        first++;
    bool agenda = lexis_is_word_of(&items[first], question->grammar->weeks) || lexis_is_word_of(&items[first], question->grammar->coming);
    for (size_t i = first; agenda && i < end; i++)
        if (lexis_is_word_of(&items[i], question->grammar->rosters))
            return true; /* "Semaine du maire" */
    if (survey_names(passage, 0, end, CUE_PLAN))
        return true; /* "Agenda de la présidente" */
    return lexis_is_word_of(&items[first], question->grammar->nuisances) || (first + 1 < end && lexis_is_word_of(&items[first + 1], question->grammar->nuisances)); /* "Info travaux" */
}

/* "Réunion sur les travaux" */
static bool names_event(const struct question *question, size_t end)
{
    static const enum cue_kind kinds[] = {CUE_EVENT, CUE_MEET, CUE_CALL, CUE_ADDRESS};
    bool named = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        named = named || survey_names(question->passage, 0, end, kinds[i]);
    return named;
}

bool nuisance_heads(const struct question *question)
{
    size_t end = head_end(question);
    bool told = survey_sentence_has(question, CUE_CALL) || survey_sentence_has(question, CUE_ADDRESS) || survey_sentence_has(question, CUE_EVENT) || survey_sentence_has(question, CUE_LIMIT);
    return !told && ((end > 0 && names_nuisance(question, end) && !names_event(question, end)) || is_behind_nuisance(question) || is_listed_nuisance(question));
}
