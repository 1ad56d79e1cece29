#include "content/verdict_off.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/passages_spans.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <stddef.h>

/* "(complet)", "– annulé", "~~Atelier~~ annulé": the word stands alone between signs, or behind what is struck through. */
static bool stands_alone(const struct passage *passage, const struct cue *cue)
{
    const struct lexeme *items = passage->lexis.items;
    bool open = cue->first == 0 || items[cue->first - 1].kind == LEXEME_SIGN || passages_spans_are_struck(passage, items[cue->first - 1].begin);
    return open && items[cue->end].kind == LEXEME_SIGN;
}

/* Something is announced between the cue at `index` and the date: "le 12 est annulé, rendez-vous le 19", "est remplacée par un atelier le 19". */
static bool is_called(const struct question *question, const struct survey *survey, size_t index)
{
    const struct lexeme *last = &question->passage->lexis.items[survey->left[index]->end - 1];
    bool replaced = lexis_is_word_of(last, question->grammar->agents);
    for (size_t i = 0; i < index; i++)
        if ((replaced && survey->left[i]->kind == CUE_EVENT) || survey->left[i]->kind == CUE_MEET || survey->left[i]->kind == CUE_HELD || survey->left[i]->kind == CUE_ADDRESS || survey->left[i]->kind == CUE_WILL)
            return true;
    return false;
}

/* "La formation (du 9 au 13 mars) est complète": right behind the brackets. "Session du mardi 21 mars complète, il reste des places le 4 avril", "15 mai
 * (complet)": right behind the day. */
static bool is_full_behind(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->end);
    const struct cue *cue = at < passage->cue_count ? &passage->cues[at] : NULL;
    if (!cue)
        return false;
    size_t behind = question->end + lexis_is_sign(&passage->lexis.items[question->end], '('); /* "15 mai (complet)" */
    bool closed = cue->kind == CUE_CLOSED && cue->first == behind && passage->lexis.items[cue->end].kind == LEXEME_SIGN;
    return closed || (question->enclosed && cue->kind == CUE_OFF && cue->first <= question->end + 2);
}

bool verdict_off_behind(const struct question *question)
{
    return question->struck || is_full_behind(question);
}

/* A line ends between two lexemes. */
static bool has_line(const struct passage *passage, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (lexis_is_sign(&passage->lexis.items[i], LEXEME_LINE))
            return true;
    return false;
}

/* "le dossier est à rapporter, complet, avant le 3": what is handed in is whole. */
static bool is_of_handed(const struct question *question, const struct cue *cue)
{
    for (size_t i = question->begin; i < cue->first; i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->hand_in))
            return true;
    return false;
}

/* Before the day "(reporté)" tells of the day that it had, behind it of this one. */
static bool is_closed_before(const struct question *question, const struct cue *cue)
{
    const struct passage *passage = question->passage;
    return cue->kind == CUE_CLOSED && stands_alone(passage, cue) && !is_of_handed(question, cue) && !grammar_lists(question->grammar->reported, passage->lexis.items[cue->first].word);
}

bool verdict_off_here(const struct question *question, const struct survey *survey)
{
    const struct passage *passage = question->passage;
    if (verdict_off_behind(question))
        return true;
    for (size_t i = 0; i < survey->left_count && !has_line(passage, survey->left[i]->end, question->first); i++)
        if ((question->after <= question->begin || survey->left[i]->kind == CUE_OFF) && !is_called(question, survey, i) &&
            (survey->left[i]->kind == CUE_OFF || is_closed_before(question, survey->left[i])))
            return true;
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == CUE_OFF || (survey->right[i]->kind == CUE_CLOSED && stands_alone(passage, survey->right[i])))
            return true;
    return false;
}

/* "La brocante du 3 mai, la fête du 21 juin et le bal du 14 juillet n'auront pas lieu": a verb of several, or its "ne", behind the last day of its
 * sentence. */
static bool is_off_with_others(const struct question *question)
{
    const struct passage *passage = question->passage;
    for (size_t i = survey_cue_from(passage, question->end); i < passage->cue_count && passage->cues[i].first < question->stop; i++) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_OFF)
            return passage->cues[i].first >= question->before && lexis_is_word_of(&passage->lexis.items[passage->cues[i].first], question->grammar->of_many);
        if (kind != CUE_EVENT)
            return false;
    }
    return false;
}

bool verdict_off(const struct question *question, const struct survey *survey)
{
    if (is_off_with_others(question))
        return true;
    return question->passage->off || verdict_off_here(question, survey);
}
