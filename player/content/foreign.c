#include "content/foreign.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/request.h"
#include "content/survey.h"
#include "content/verdict.h"

enum { REQUEST_REACH = 4 };

/* Whom a deadline to the right of its verb is for: "Jusqu'au 20 juin, le jury évalue …". */
static bool is_foreign_right(const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++) {
        enum cue_kind kind = survey->right[i]->kind;
        if (kind == CUE_CALL)
            return survey_right_has(survey, CUE_PAST); /* "Avant le 1er mai, les dossiers étaient …" */
        if (kind == CUE_ADDRESS || kind == CUE_ASK || kind == CUE_MEET)
            return false;
        if (kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_TERM || kind == CUE_PAST)
            return true;
    }
    return false;
}

/* What one cue says of whose deadline it is; `said`: what is handed in was named between it and the date. */
enum owner { OWNER_UNKNOWN, OWNER_READER, OWNER_OTHER };

static enum owner owner_by(const struct question *question, const struct survey *survey, const struct cue *cue, const struct cue *said)
{
    switch (cue->kind) {
    case CUE_ADDRESS:
    case CUE_ASK:
        return OWNER_READER;
    case CUE_PRIVATE:
        return said && survey_is_parted(question, cue, said) ? OWNER_READER : OWNER_OTHER;
    case CUE_STEP:
        return said ? OWNER_READER : OWNER_OTHER;
    case CUE_TERM:
        return said || survey_left_has(survey, CUE_CALL) || survey_left_has(survey, CUE_LIMIT) ? OWNER_READER : OWNER_OTHER;
    default:
        return OWNER_UNKNOWN;
    }
}

/* "sont invités à nous le communiquer": what those who organise would do otherwise is asked of the reader. */
static bool is_asked_to(const struct survey *survey, size_t index)
{
    const struct cue *cue = survey->left[index], *before = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    bool request = before && (before->kind == CUE_ASK || before->kind == CUE_MEET);
    return request && cue->kind == CUE_STEP && before->end + REQUEST_REACH >= cue->first;
}

/* "parvenir aux organisateurs", "s'inscrire à la présélection": what is asked for leads to the words of those who organise. */
static bool is_goal(const struct question *question, const struct cue *asked, const struct cue *cue)
{
    const struct lexeme *joint = &question->passage->lexis.items[asked->end];
    if (cue->kind == CUE_PRIVATE)
        return asked->end + 1 >= cue->first;
    bool into = lexis_is_word_of(joint, question->grammar->to);
    return cue->kind == CUE_STEP && into && asked->end + 2 >= cue->first;
}

/* "est adressé à l'organisateur": who gets it, and not whose day it is. "(si présélection)": a note within brackets. */
static bool is_aside(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = lexis_back_over(items, question->begin, cue->first, question->grammar->determiners);
    bool given = cue->kind == CUE_PRIVATE && at > question->begin && (items[at - 1].grave || lexis_is_word(&items[at - 1], "aux"));
    given = given || (at > question->begin && (cue->kind == CUE_STEP || cue->kind == CUE_TERM) && lexis_is_word_of(&items[at - 1], question->grammar->serving)); /* "pour la rentrée" */
    size_t open = cue->first;
    while (open > question->begin && items[open - 1].kind == LEXEME_WORD)
        open--;
    return given || (open > question->begin && lexis_is_sign(&items[open - 1], '(') && lexis_is_sign(&items[cue->end], ')'));
}

/* "Déposez votre demande de financement jusqu'au", "doivent transmettre leur bilan financier au plus tard": whoever else is named, the request before it
 * in the same clause says whose day it is; not "le jury peut examiner". */
static bool is_asked_before_it(const struct question *question, const struct survey *survey, size_t index)
{
    size_t at = index + 1;
    while (at < survey->left_count && (survey->left[at]->kind == CUE_STEP || survey->left[at]->kind == CUE_TERM))
        at++;
    const struct cue *request = at < survey->left_count ? survey->left[at] : NULL, *who = at + 1 < survey->left_count ? survey->left[at + 1] : NULL;
    bool asks = request && (request->kind == CUE_ADDRESS || (request->kind == CUE_ASK && !(who && (who->kind == CUE_PRIVATE || who->kind == CUE_STEP))));
    enum cue_kind kind = survey->left[index]->kind;
    return asks && (kind == CUE_STEP || kind == CUE_TERM) && !survey_is_parted(question, request, survey->left[index]);
}

static enum owner owner_at(const struct question *question, const struct survey *survey, size_t index, const struct cue *said)
{
    const struct cue *cue = survey->left[index], *before = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    if (is_aside(question, cue))
        return OWNER_UNKNOWN;
    if (is_asked_before_it(question, survey, index) || (cue->kind == CUE_STEP && request_at(question, cue->first))) /* "Choix des plats à communiquer" */
        return OWNER_READER;
    /* "réservez sur le site du comité": who is asked stands before, in the same clause. */
    if ((cue->kind == CUE_PRIVATE || cue->kind == CUE_STEP) && before && before->kind == CUE_ADDRESS && !survey_is_parted(question, before, cue))
        return OWNER_READER;
    if (before && before->kind == CUE_CALL && is_goal(question, before, cue))
        return OWNER_READER;
    return is_asked_to(survey, index) ? OWNER_READER : owner_by(question, survey, survey->left[index], said);
}

/* "Date limite", "les déclarations reçues jusqu'au 15 seront examinées", "Les lycéens ont jusqu'au 14 pour remettre leur nouvelle": what is done with
 * them behind does not say whose day it is. */
static bool is_received(const struct question *question, const struct cue *lead)
{
    bool handed = lead->kind == CUE_LIMIT || lead->kind == CUE_DUE;
    for (size_t i = lead->first + 1; i < lead->end && !handed; i++)
        handed = question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->handed, question->passage->lexis.items[i].word);
    return handed;
}

/* "prochain comité le 17 novembre, dépôt des dossiers jusqu'au 31 octobre": a comma right behind the day before, and what is handed in. */
static bool names_thing_anew(const struct question *question, const struct survey *survey)
{
    size_t at = question->after;
    const struct passage *passage = question->passage;
    if (survey_names(passage, question->begin, at, CUE_BEFORE) || survey_names(passage, question->begin, at, CUE_UNTIL) || survey_names(passage, question->begin, at, CUE_DUE))
        return false; /* the day before was a last one too */
    bool sign = lexis_is_sign(&passage->lexis.items[at], ',') || lexis_is_sign(&passage->lexis.items[at], ':');
    size_t open = at + 1 + lexis_is_word_of(&passage->lexis.items[at + sign], question->grammar->reflexive); /* "s'inscrire" */
    for (size_t i = 0; i < survey->left_count; i++)
        if (survey->left[i]->kind == CUE_CALL && survey->left[i]->first == open)
            return sign;
    return false;
}

/* "l'exploitant doit remplacer le matériel avant le 15 juillet et transmettre son plan au plus tard le 30 septembre": whose day the one before
 * was, and nothing since that asks the reader. */
static bool is_of_same_others(const struct question *question, const struct survey *survey)
{
    bool later = question->after > question->begin && survey_sentence_has(question, CUE_PRIVATE) && !names_thing_anew(question, survey);
    return later && !survey_left_has(survey, CUE_ADDRESS) && !survey_left_has(survey, CUE_LIMIT) && !survey_left_has(survey, CUE_OPEN);
}

/* What is handed in was named, and yet it is another's, or over. */
static bool is_said_of_others(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    return is_of_same_others(question, survey) || (lead->kind != CUE_MOVED && survey_past_concludes(question, survey));
}

/* What is worked on, before the lead: "l'examen des dossiers avant le 5 juin"; not "évaluation des dossiers au fil de l'eau, fin des dépôts le 5 juin". */
static bool is_worked_on(const struct question *question, const struct survey *survey, const struct cue *lead, size_t index)
{
    const struct cue *cue = survey->left[index];
    bool apart = cue == lead || (lead->kind == CUE_LIMIT && survey_is_parted(question, cue, lead));
    return !apart && survey_is_object(question, survey, index);
}

/* A deadline that is not the reader's: of the jury, of a contract, of what is over. */
bool foreign_is(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    const struct cue *said = NULL;
    if (lead->kind != CUE_MOVED && survey_past_touches(question, survey, lead->first))
        return true;
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (is_worked_on(question, survey, lead, i))
            return true;
        enum owner owner = cue == lead ? OWNER_UNKNOWN : owner_at(question, survey, i, said);
        if (owner != OWNER_UNKNOWN)
            return owner == OWNER_OTHER;
        if (!said && cue != lead && (cue->kind == CUE_CALL || cue->kind == CUE_OPEN || cue->kind == CUE_LIMIT))
            said = cue;
    }
    if (said)
        return is_said_of_others(question, survey, lead);
    return !is_received(question, lead) && is_foreign_right(survey);
}
