#include "content/judge_limit.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/passages_spans.h"
#include "content/survey.h"
#include "content/verdict.h"

/* Nothing but words stands between two lexemes. */
static bool are_words(const struct question *question, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_SIGN && !lexis_is_sign(&question->passage->lexis.items[i], '\''))
            return false;
    return true;
}

/* "réunion de clôture": the limit only says which event it is. */
bool judge_limit_ends_event(const struct question *question, const struct survey *survey, const struct cue *limit)
{
    bool asked = survey_left_has(survey, CUE_CALL) || survey_left_has(survey, CUE_ADDRESS);
    bool opens = asked && limit->first > 0 && lexis_is_sign(&question->passage->lexis.items[limit->first - 1], '('); /* "s'inscrire au trail (clôture dimanche 1er juin à 20h)" */
    for (size_t i = 0; i < survey->left_count && !opens; i++)
        if (survey->left[i]->kind == CUE_EVENT && survey->left[i]->end <= limit->first && survey->left[i]->end + 2 >= limit->first && are_words(question, survey->left[i]->end, limit->first))
            return true;
    return false;
}

/* "fin des inscriptions": the limit itself says of what it is. */
static bool names_call(const struct question *question, const struct cue *limit)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = limit->first; i < limit->end; i++)
        if (items[i].kind == LEXEME_WORD && (grammar_begins(question->grammar->called_for, items[i].word) || grammar_begins(question->grammar->forms, items[i].word)))
            return true;
    return false;
}

/* "clôture du séminaire le 3 mai": an end of what takes place is no deadline. */
static enum finding limit_of(const struct question *question, const struct survey *survey, size_t index)
{
    bool call = survey_left_has(survey, CUE_CALL) || survey_left_has(survey, CUE_ADDRESS) || names_call(question, survey->left[index]);
    if (judge_limit_ends_event(question, survey, survey->left[index]))
        return FOUND_EVENT;
    for (size_t i = 0; i < index; i++)
        if (survey->left[i]->kind == CUE_EVENT && !call)
            return question->has_hour ? FOUND_EVENT : FOUND_NOTHING;
    return FOUND_DEADLINE;
}

/* The headings or the title ask for something, and what ends is no building. */
static bool is_called_for(const struct question *question)
{
    return (question->passage->calls || question->passage->page_calls) && !clause_is_building(question);
}

/* "Et les inscriptions ? Elles seront closes le 15 septembre.": who the sentence is about was named in the one before. */
static bool names_call_before(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *opens = &passage->lexis.items[question->begin];
    size_t words = clause_words(question, question->begin, question->stop); /* "Ouverture des candidatures : 15 octobre. Fermeture : 22 novembre." */
    bool they = lexis_is_word_of(opens, question->grammar->they);
    if (question->begin == 0 || (!they && words > 1))
        return false;
    int before = passage->lexis.items[question->begin - 1].sentence;
    for (size_t i = survey_cue_from(passage, question->begin); i-- > 0 && passage->lexis.items[passage->cues[i].first].sentence == before;)
        if (passage->cues[i].kind == CUE_CALL)
            return true;
    return false;
}

/* "Deux relèves sont prévues. La première prendra fin le 14 janvier", "il se clôture le 30 juin. [Déposer un dossier](…)": another sentence of
 * the passage names a limit or asks, or a link behind does. */
static bool is_asked_beside(const struct question *question)
{
    const struct passage *passage = question->passage;
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        bool before = cue->first < question->begin && (cue->kind == CUE_LIMIT || cue->kind == CUE_ADDRESS);
        if (before || (cue->kind == CUE_CALL && cue->first >= question->stop && passages_spans_link(passage, passage->lexis.items[cue->first].begin)))
            return true;
    }
    return false;
}

/* An article behind "et" or a comma: another one is told of. */
static bool opens_other(const struct question *question, size_t index)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool joint = lexis_is_sign(&items[index], ',') || lexis_is_word_of(&items[index], question->grammar->and);
    return joint && lexis_is_word_of(&items[index + 1], question->grammar->articles);
}

/* Before the date a word names that through which one asks: "Le formulaire reste accessible tout l'été et ferme le 16 septembre", and no other one
 * behind it: "Le formulaire reste ouvert et la cantine ferme le 7 juillet". */
static bool names_form(const struct question *question)
{
    bool named = false;
    for (size_t i = question->begin; i < clause_before_articles(question); i++) {
        const struct lexeme *lexeme = &question->passage->lexis.items[i];
        named = (named && !opens_other(question, i)) || (lexeme->kind == LEXEME_WORD && grammar_begins(question->grammar->forms, lexeme->word));
    }
    return named;
}

/* Nothing stands before what ends but a pronoun: "Elle se termine le 30 juin", and not "L'épicerie ferme le 30 juin". */
static bool ends_unnamed(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->begin);
    bool ends = at < passage->cue_count && passage->cues[at].kind == CUE_ENDS && passage->cues[at].first < question->first;
    return ends && (passage->cues[at].first == question->begin || lexis_is_word_of(&passage->lexis.items[question->begin], question->grammar->they));
}

/* "Appel à projets. Ouverture du guichet le 7 mars, fermeture le 8 avril": the passage begins with what is asked for. */
static bool opens_with_call(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool call = passage->cue_count > 1 && passage->cues[0].kind == CUE_CALL && passage->cues[0].first <= 1 && question->begin > passage->cues[0].end;
    bool opens = call && (names_form(question) || ends_unnamed(question));
    for (size_t i = 0; opens && i < question->begin && passage->lexis.items[i].sentence == passage->lexis.items[0].sentence; i++)
        opens = !question->covered[i]; /* and tells no day of its own */
    return opens;
}

/* "La plateforme ouvre le 1er décembre et ferme le 20 janvier": the sentence tells its beginning too, with a day. */
static bool tells_opening(const struct question *question)
{
    bool opens = false;
    for (size_t i = question->begin; !opens && question->after > question->begin && i < question->after; i++)
        opens = (question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->beginning, question->passage->lexis.items[i].word));
    return opens;
}

/* "Le formulaire reste ouvert et ferme le 20 janvier" */
static bool is_form_open(const struct question *question)
{
    return (survey_sentence_has(question, CUE_OPEN) || tells_opening(question)) && names_form(question) && !clause_is_building(question);
}

/* "Dernières heures pour s'inscrire : le portail famille ferme mercredi 25 juin à 20h": what shuts is that through which one asks. */
static bool is_form_shut(const struct question *question, const struct cue *cue)
{
    bool shuts = false;
    for (size_t i = cue->first; i < cue->end && !shuts; i++) /* "sera fermé" */
        shuts = question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->shutting, question->passage->lexis.items[i].word);
    return shuts && (cue->kind == CUE_TERM || cue->kind == CUE_PRIVATE) && names_form(question);
}

/* What an end is: of a call a deadline, else nothing; of a cycle, with a weekday and an hour, an event: "Une lecture clôturera le cycle le vendredi
 * 25 avril à 18h30". */
static enum finding finding_of_end(const struct question *question)
{
    bool called = survey_sentence_has(question, CUE_CALL); /* "Les inscriptions à la session ferment le vendredi 17 à 18h" */
    if (question->has_hour && question->weekday && !called && survey_sentence_has(question, CUE_EVENT))
        return FOUND_UNKNOWN;
    bool asked = called || is_form_open(question) || opens_with_call(question) || survey_sentence_has(question, CUE_ADDRESS) || is_called_for(question) || names_call_before(question);
    return asked || (is_asked_beside(question) && !clause_is_building(question)) ? FOUND_DEADLINE : FOUND_NOTHING;
}

/* "Le délai pour s'inscrire au séjour expire le 19 mars": a verb right before the day, and the time for what is asked for opens the sentence. */
static bool is_term_of_call(const struct question *question, const struct survey *survey, size_t index)
{
    bool touches = index == 0 && survey->left[0]->end == clause_before_articles(question);
    const struct cue *limit = survey->left[survey->left_count - 1], *call = survey->left_count > 2 ? survey->left[survey->left_count - 2] : NULL;
    return touches && call && call->kind == CUE_CALL && limit->kind == CUE_LIMIT && limit->end + 1 >= call->first; /* "s'inscrire" */
}

/* "Nouvelle date limite de dépôt : mercredi 14 avril", "Le délai pour s'inscrire expire le 19 mars" */
static bool is_limit_of_call(const struct question *question, const struct survey *survey, size_t index)
{
    enum cue_kind kind = survey->left[index]->kind;
    bool moved = kind == CUE_MOVED && index > 0 && survey->left[index - 1]->kind == CUE_CALL;
    return moved || (kind == CUE_TERM && is_term_of_call(question, survey, index));
}

enum finding judge_limit(const struct question *question, const struct survey *survey)
{
    if (clause_is_line_of_handing_in(question) && !question->has_stretch) /* "Dépôt : lundi 10 mars, 9h-18h" of a sale */
        return FOUND_DEADLINE;
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_LIMIT)
            return limit_of(question, survey, i);
        if (is_limit_of_call(question, survey, i))
            return FOUND_DEADLINE;
        if (kind == CUE_ENDS || is_form_shut(question, survey->left[i]))
            return finding_of_end(question);
        if (kind == CUE_TERM)
            return FOUND_UNKNOWN; /* "Date de fin de contrat" */
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_PAST)
            return FOUND_UNKNOWN;
    }
    return FOUND_UNKNOWN;
}

/* The first word of the sentence that ends behind lexeme `sign`. */
static size_t sentence_first(const struct lexeme *items, size_t sign)
{
    size_t first = sign - 1;
    while (first > 0 && items[first - 1].sentence == items[sign - 1].sentence)
        first--;
    while (first < sign && items[first].kind == LEXEME_SIGN)
        first++;
    return first;
}

bool judge_limit_answers_when(const struct question *question)
{
    enum { QUESTION_MOST = 8, ANSWER_WORDS = 4 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t sign = survey_question_end(question);
    if (!question->range || sign == 0 || clause_words(question, question->begin, question->stop) > ANSWER_WORDS)
        return false;
    size_t first = sentence_first(items, sign);
    return survey_asks(question->passage, first, sign) && sign - first <= QUESTION_MOST && lexis_is_word_of(&items[first], question->grammar->labels);
}

bool judge_limit_answers(const struct question *question)
{
    enum { ANSWER_WORDS = 6 };
    const struct passage *passage = question->passage;
    size_t at = question->begin > 0 ? survey_cue_from(passage, question->begin) : 0;
    bool asked = at > 0 && survey_question_end(question) > 0 && passage->cues[at - 1].kind == CUE_LIMIT;
    return asked && passage->lexis.items[passage->cues[at - 1].first].sentence + 2 >= passage->lexis.items[question->first].sentence &&
           clause_words(question, question->begin, question->stop) <= ANSWER_WORDS && !question->range;
}
