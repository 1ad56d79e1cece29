#include "content/moved.h"

#include "content/grammar.h"
#include "content/survey.h"
#include "content/verdict.h"

const struct cue *moved_into_days(const struct question *question, size_t at)
{
    const struct cue *cue = at ? &question->passage->cues[at - 1] : NULL;
    bool second = question->range && question->after > question->begin;
    return second && cue && cue->kind == CUE_MOVED && cue->end > question->first && cue->end < question->end ? cue : NULL;
}

bool moved_is_put_off(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; i < question->first; i++)
        if (grammar_begins(question->grammar->put_off, items[i].word))
            return question->passage->page_calls || question->passage->calls;
    return false;
}

bool moved_is_event(const struct question *question)
{
    if (survey_sentence_has(question, CUE_CALL) || survey_sentence_has(question, CUE_LIMIT))
        return false;
    bool step = survey_sentence_has(question, CUE_STEP) || survey_sentence_has(question, CUE_TERM) || survey_sentence_has(question, CUE_PRIVATE);
    if (question->weekday && !step && !question->passage->page_calls && !question->passage->calls)
        return true;
    return survey_sentence_has(question, CUE_EVENT) || (question->passage->meets && !question->passage->page_calls && !question->passage->calls);
}

bool moved_is_shift(const struct question *question)
{
    size_t months = 0;
    for (size_t i = question->first; question->range && i < question->end; i++)
        months += question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_value(question->grammar->months, question->passage->lexis.items[i].word) > 0;
    return months > 1 && question->after <= question->begin;
}

bool moved_is_longer(const struct question *question, const struct cue *lead)
{
    for (size_t i = lead->first; i < lead->end; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_lists(question->grammar->until, question->passage->lexis.items[i].word))
            return true;
    return false;
}

bool moved_says_anew(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; i < question->stop; i++)
        if (items[i].kind == LEXEME_WORD && (grammar_begins(question->grammar->put_off, items[i].word) || grammar_begins(question->grammar->anew, items[i].word)))
            return true;
    return false;
}
