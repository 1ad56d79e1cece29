#include "content/judge_step.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/judge_place.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/verdict.h"

bool judge_step_is_appointment(const struct question *question, bool stretch)
{
    return question->weekday && question->hour_glued && (question->has_stretch || !stretch);
}

enum { NAME_WORDS = 4 };

bool judge_step_is_in_name(const struct question *question)
{
    size_t words = 0;
    for (size_t i = question->begin; i < question->first; i++)
        words += question->passage->lexis.items[i].kind == LEXEME_WORD;
    bool label = question->first > question->begin && lexis_is_sign(&question->passage->lexis.items[question->first - 1], ':');
    return question->named && !label && question->passage->meets && words >= NAME_WORDS;
}

/* "fait sa rentrée le jeudi 3 octobre, de 18h à 20h": a step that is an appointment. */
static bool is_open_step(const struct question *question, const struct survey *survey, size_t index)
{
    bool placed = venue_best(&question->passage->lexis, question->end, question->stop).rank >= VENUE_HOUSE; /* "proclamés samedi à 11 h à la salle Hugo" */
    bool open = judge_place_is_open(question);
    if (open && (question->hour_glued || question->has_stretch) && !survey_left_has(survey, CUE_CALL))
        return true; /* "seront dévoilés le 22 à 18h, lors d'une soirée ouverte à tous" */
    bool shown = placed && index > 0 && survey->left[0]->kind == CUE_WILL && question->hour_glued; /* "Les lauréats présenteront leurs travaux le 22 à 17h au musée" */
    placed = placed || open;
    return shown || (judge_step_is_appointment(question, !placed && !clause_is_launch(question, survey->left[index])) && !survey_left_has(survey, CUE_CALL));
}

/* "Le lancement aura lieu le 5 mars à 18h": people come to a beginning that takes place at an hour. */
static bool is_launch_held(const struct question *question, const struct survey *survey, size_t index)
{
    bool held = index > 0 && survey->left[0]->kind == CUE_HELD;
    return held && question->has_hour && clause_is_launch(question, survey->left[index]) && !survey_left_has(survey, CUE_CALL);
}

/* "Le grand débat, ouvert à tous, commencera le jeudi 27 février à 14h30". */
static bool is_event_begun(const struct question *question, const struct survey *survey, size_t index)
{
    bool begins = grammar_begins(question->grammar->beginning, question->passage->lexis.items[survey->left[index]->first].word);
    bool other = survey_left_has(survey, CUE_CALL) || survey_left_has(survey, CUE_PRIVATE) || survey_left_has(survey, CUE_PAST);
    bool event = survey_left_has(survey, CUE_EVENT) || survey_right_has(survey, CUE_EVENT); /* "La saison débute mardi 27 à 12h avec une séance …" */
    return begins && question->weekday && question->has_hour && event && !other;
}

/* "Notre équipe interviendra le jeudi 12 octobre à 16h15 : venez nous écouter !", "Rentrée du réseau le 16 septembre, de 17h30 à 19h". */
static bool is_invited_at_hour(const struct question *question, const struct survey *survey, size_t index)
{
    bool launched = clause_is_launch(question, survey->left[index]) && question->has_stretch && question->weekday == false && index == 0;
    return question->hour_glued && !survey_left_has(survey, CUE_CALL) && !survey_left_has(survey, CUE_PAST) && (survey_right_has(survey, CUE_MEET) || launched);
}

/* "Les cours débutent le 15 septembre": the first day of many, which is an appointment only when it has its hour. */
static bool is_first_of_many(const struct question *question, const struct cue *cue)
{
    return !question->has_hour && lexis_is_word_of(&question->passage->lexis.items[cue->first], question->grammar->beginning_many);
}

enum finding judge_step_left(const struct question *question, const struct survey *survey, size_t index)
{
    if (index + 1 < survey->left_count && survey_is_named_by_call(question, survey, index + 1))
        return FOUND_NOTHING; /* "Les inscriptions à la session ouvriront le 1er mars" */
    if (is_first_of_many(question, survey->left[index]))
        return FOUND_NOTHING;
    if (survey_has_event_head(survey, index) || judge_step_is_in_name(question))
        return FOUND_UNKNOWN;
    if (survey_meets_further_left(survey, index) && !survey_past_governs(survey, 0))
        return FOUND_EVENT;
    if (is_launch_held(question, survey, index) || is_event_begun(question, survey, index) || is_invited_at_hour(question, survey, index))
        return FOUND_EVENT;
    return is_open_step(question, survey, index) ? FOUND_UNKNOWN : FOUND_NOTHING;
}
