#include "content/moved.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/survey.h"
#include "content/verdict.h"

const struct cue *moved_into_days(const struct question *question, size_t at)
{
    const struct cue *cue = at ? &question->passage->cues[at - 1] : NULL;
    bool second = question->range && question->after > question->begin;
    return second && cue && cue->kind == CUE_MOVED && cue->end > question->first && cue->end < question->end ? cue : NULL;
}

/* Behind small words to the left of a lexeme. */
static size_t behind_small_words(const struct question *question, size_t index)
{
    const struct lexeme *items = question->passage->lexis.items;
    const struct grammar *grammar = question->grammar;
    while (index > question->begin && items[index - 1].kind == LEXEME_WORD &&
           (grammar_lists(grammar->articles, items[index - 1].word) || grammar_lists(grammar->serving, items[index - 1].word)))
        index--;
    return index;
}

/* "prévu le", "annoncée pour le" and no verb that makes a sentence of it: "est prévu le". */
static bool follows_plan(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    const struct grammar *grammar = question->grammar;
    size_t at = behind_small_words(question, question->first);
    if (at <= question->begin || items[at - 1].kind != LEXEME_WORD || !grammar_lists(grammar->settled, items[at - 1].word))
        return false;
    if (at - 1 == question->begin)
        return true;
    const struct lexeme *verb = &items[at - 2];
    return verb->kind != LEXEME_WORD || !(grammar_lists(grammar->being, verb->word) || grammar_lists(grammar->past_auxiliary, verb->word) || grammar_begins(grammar->anew, verb->word));
}

/* "La réunion du 18 mars aura lieu le jeudi 27 mars": the day is told as the name of what the verb has take place on another. */
static bool is_name_of_event(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = clause_before_articles(question), next = survey_cue_from(passage, question->first);
    const struct cue *event = next > 0 ? &passage->cues[next - 1] : NULL;
    bool of = at < question->first && lexis_is_word_of(&passage->lexis.items[question->first - 1], question->grammar->of);
    bool named = of && event && event->kind == CUE_EVENT && event->first >= question->begin && !question->has_hour && !question->range && !question->several;
    for (size_t i = named ? event->end : question->before; named && i < question->before; i++)
        if (passage->lexis.items[i].kind == LEXEME_SIGN && !question->covered[i])
            return false; /* "Lors de la réunion du 18 mars, …" */
    return named;
}

/* "fixée le", "se fera le", "sera donnée le": the word at a lexeme, behind the day, sets it for another one. */
static bool sets_day(const struct question *question, size_t index)
{
    const struct lexeme *last = &question->passage->lexis.items[index];
    if (lexis_is_word_of(last, question->grammar->settled))
        return true;
    bool led = index > question->end && (lexis_is_word_of(last - 1, question->grammar->reflexive) || lexis_is_word_of(last - 1, question->grammar->being));
    return led && lexis_is_word_of(last, question->grammar->resetting);
}

bool moved_is_former_plan(const struct question *question)
{
    enum { VERB_REACH = 2 };
    const struct passage *passage = question->passage;
    if (question->before >= question->stop || !(follows_plan(question) || is_name_of_event(question)))
        return false;
    size_t at = survey_cue_from(passage, question->before);
    size_t words = behind_small_words(question, question->before);
    if (words > question->end && sets_day(question, words - 1))
        return true;
    const struct cue *verb = at > 0 ? &passage->cues[at - 1] : NULL;
    bool holds = verb && (verb->kind == CUE_HELD || verb->kind == CUE_MOVED);
    return holds && verb->first >= question->end && verb->end + VERB_REACH >= question->before;
}

bool moved_is_over_by_next(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool opens = question->begin < question->first && lexis_is_word_of(&items[question->begin], question->grammar->following);
    for (size_t i = question->begin; opens && i < question->first; i++)
        opens = !lexis_is_sign(&items[i], ','); /* "Après Lyon le 12 septembre et Nancy le 24, …": both are */
    bool ends = lexis_is_sign(&items[question->end], ',') || (grammar_lists(question->grammar->and, items[question->end].word) && question->before < question->stop);
    return opens && question->before < question->stop && ends;
}

bool moved_is_put_off(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; i < question->first; i++)
        if (grammar_begins(question->grammar->put_off, items[i].word))
            return question->passage->page_calls || question->passage->calls;
    return false;
}

/* "le webinaire dont celui du 11 mai, reporté au 24 mai": what is moved is what the day right before it is of. */
static bool moves_event_of_day(const struct question *question)
{
    enum { MOVE_REACH = 4 };
    const struct passage *passage = question->passage;
    bool near = question->after > question->begin && question->after + MOVE_REACH >= question->first && !survey_sentence_has(question, CUE_LIMIT);
    size_t at = near ? survey_cue_from(passage, question->after) : 0;
    return at > 0 && passage->cues[at - 1].kind == CUE_EVENT && at < passage->cue_count && passage->cues[at].kind == CUE_MOVED;
}

bool moved_is_event(const struct question *question)
{
    if (moves_event_of_day(question))
        return true;
    if (survey_sentence_has(question, CUE_CALL) || survey_sentence_has(question, CUE_LIMIT) || survey_sentence_has(question, CUE_ADDRESS))
        return false;
    bool step = survey_sentence_has(question, CUE_STEP) || survey_sentence_has(question, CUE_TERM) || survey_sentence_has(question, CUE_PRIVATE);
    if (question->weekday && !step && !question->passage->page_calls && !question->passage->calls)
        return true;
    return survey_sentence_has(question, CUE_EVENT) || (question->passage->meets && !question->passage->page_calls && !question->passage->calls);
}

bool moved_is_shift(const struct question *question)
{
    size_t months = 0, at = survey_cue_from(question->passage, question->first);
    const struct cue *cue = at ? &question->passage->cues[at - 1] : NULL;
    if (question->range && cue && cue->kind == CUE_MOVED && cue->end == question->first && lexis_is_word_of(&question->passage->lexis.items[cue->end - 1], question->grammar->of))
        return true; /* "reporté du 14 au 20 mars": from one day to the other */
    for (size_t i = question->first; question->range && i < question->end; i++)
        months += question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_value(question->grammar->months, question->passage->lexis.items[i].word) > 0;
    return months > 1 && question->after <= question->begin;
}

bool moved_is_unclear(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool alone = question->range && question->after <= question->begin && question->first >= question->begin + 2;
    return alone && lexis_is_word_of(&items[question->first - 1], question->grammar->of) && lexis_is_word_of(&items[question->first - 2], question->grammar->reported);
}

enum { SUBJECT_REACH = 10 };

bool moved_names_call(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    const struct lexeme *opening = &items[question->begin]; /* "Appel « Océan » prolongé jusqu'au 11 juillet" */
    bool near = lead->kind == CUE_MOVED && lead->first <= question->begin + SUBJECT_REACH && question->after <= question->begin;
    near = near && !survey_sentence_has(question, CUE_EVENT);
    if (near && opening->kind == LEXEME_WORD && grammar_begins(question->grammar->called_for, opening->word))
        return true;
    for (size_t i = lead->first; i < lead->end; i++)
        if (items[i].kind == LEXEME_WORD && (grammar_begins(question->grammar->called_for, items[i].word) || grammar_lists(question->grammar->answers, items[i].word) || grammar_lists(question->grammar->last_days, items[i].word)))
            return true;
    return false;
}

bool moved_is_longer(const struct question *question, const struct cue *lead)
{
    for (size_t i = lead->first; i < lead->end; i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->until))
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
