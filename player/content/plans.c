#include "content/plans.h"

#include "content/article.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <stddef.h>

/* "Elle sera présentée le jeudi 12 juin de 9 h 30 à 11 h" */
static bool is_appointment_told(const struct question *question, const struct survey *survey)
{
    static const enum cue_kind telling[] = {CUE_STEP, CUE_WILL, CUE_HELD, CUE_EVENT};
    const struct block *block = question->passage->block;
    if (!block || block->kind != BLOCK_PARAGRAPH || !question->weekday || !question->has_hour)
        return false;
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (survey_has(question, survey, telling[i]))
            return true;
    return false;
}

bool plans_hold(const struct question *question, const struct survey *survey)
{
    const struct passage *passage = question->passage;
    if (passage->elsewhere)
        return true;
    if ((!passage->others && !passage->page_plan) || survey_has(question, survey, CUE_MEET) || survey_has(question, survey, CUE_ADDRESS))
        return false;
    if (passage->others)
        return !(survey_has(question, survey, CUE_EVENT) && question->has_hour);
    if (is_appointment_told(question, survey))
        return false;
    return !survey_has(question, survey, CUE_EVENT) || !(question->has_hour || survey_has(question, survey, CUE_HELD));
}

bool plans_end(const struct question *question)
{
    static const enum cue_kind asking[] = {CUE_CALL, CUE_ADDRESS, CUE_ASK, CUE_OPEN};
    for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
        if (passages_has_cue(question->passage, asking[i]))
            return false;
    return question->passage->page_plan;
}
