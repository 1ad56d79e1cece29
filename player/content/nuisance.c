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
    return end > 0 && !told && names_nuisance(question, end) && !names_event(question, end);
}
