#include "content/judge.h"

#include "content/article.h"
#include "content/clause.h"
#include "content/judge_column.h"
#include "content/judge_limit.h"
#include "content/judge_place.h"
#include "content/judge_range.h"
#include "content/judge_step.h"
#include "content/judge_support.h"
#include "content/passages_spans.h"
#include "content/survey.h"
#include "content/verdict.h"
#include "content/venue.h"

#include <string.h>

/* "stage le 3 mai à 14h"; but not "fermé le 3 mai à partir de 12 h". */
static bool runs_at_hour(const struct question *question, const struct cue *cue)
{
    return question->has_hour && !clause_is_closed(question, cue);
}

/* "tous les jeudis de mars à 12h30 (7, 14, 21 et 28 mars)": the days on which it comes back. */
static bool lists_days_of_habit(const struct question *question)
{
    size_t at = clause_before_articles(question);
    const struct lexeme *sign = at > question->begin ? &question->passage->lexis.items[at - 1] : NULL;
    return sign && question->several && !question->range && (lexis_is_sign(sign, '(') || lexis_is_sign(sign, ':'));
}

/* "La ministre assistera à un spectacle le 14 mai": the verb right before the event says who goes there. */
static bool is_done_by_others(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *event = survey->left[index], *who = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    return who && who->kind == CUE_PRIVATE && clause_is_future(question, who->end - 1) && !survey_is_parted(question, who, event);
}

/* "Rencontre avec l'autrice, lauréate du prix : mercredi 13 avril à 18h": behind a comma, of whom one comes to see, in a line that an event opens
 * and a colon and an appointment close. */
static bool is_apposition(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *event = index + 1 < survey->left_count ? survey->left[survey->left_count - 1] : NULL;
    bool opens = event && event->kind == CUE_EVENT && event->first <= question->begin + 1;
    bool closes = question->first > question->begin && lexis_is_sign(&question->passage->lexis.items[question->first - 1], ':');
    return opens && closes && question->weekday && question->has_hour && survey_is_parted(question, event, survey->left[index]);
}

/* "ferme pour les fêtes"; not "la ferme". */
static bool closes(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool other = cue->kind == CUE_TERM || cue->kind == CUE_PRIVATE || cue->kind == CUE_OFF || cue->kind == CUE_ENDS;
    bool noun = cue->first > 0 && lexis_is_word_of(&items[cue->first - 1], question->grammar->determiners);
    return other && !noun && items[cue->first].kind == LEXEME_WORD && grammar_begins(question->grammar->shutting, items[cue->first].word);
}

/* "Fermé pour les fêtes. On se retrouve le 3 janvier !": what was closed opens again, and no hour is told. */
static bool is_reopening(const struct question *question, const struct cue *cue)
{
    if (question->has_hour || question->begin == 0 || cue->kind != CUE_MEET || survey_sentence_has(question, CUE_EVENT))
        return false;
    const struct passage *passage = question->passage;
    int before = passage->lexis.items[question->begin - 1].sentence;
    for (size_t i = survey_cue_from(passage, question->begin); i-- > 0 && passage->lexis.items[passage->cues[i].first].sentence == before;)
        if (closes(question, &passage->cues[i]))
            return !lexis_is_word_of(&passage->lexis.items[question->end], question->grammar->serving); /* "le 3 mai pour la braderie" */
    return false;
}

/* "Séance de rattrapage pour ceux qui ont manqué l'atelier : le mercredi 8 novembre de 12h à 13h30", "Webconférence : retour sur l'enquête, mercredi 1er
 * juillet, 11h": what opens the sentence takes place, and a colon parts it from what is told of the past or of the day. */
static bool is_headed(const struct question *question, const struct survey *survey)
{
    const struct cue *head = survey->left_count ? survey->left[survey->left_count - 1] : NULL;
    bool opens = head && head->kind == CUE_EVENT && head->first <= question->begin + 1 && question->weekday && question->hour_glued;
    for (size_t i = opens ? head->end : question->first; i < question->first; i++)
        if (lexis_is_sign(&question->passage->lexis.items[i], ':'))
            return true;
    return false;
}

static enum finding past_left(const struct question *question, const struct survey *survey)
{
    return survey_past_governs(survey, 0) && !is_headed(question, survey) ? FOUND_NOTHING : FOUND_UNKNOWN;
}

/* What the cue says of a single day when it stands to the left. */
static enum finding single_left(const struct question *question, const struct survey *survey, size_t index)
{
    switch (survey->left[index]->kind) {
    case CUE_EVENT:
        if (index && survey_is_complement(question, survey, index))
            return FOUND_UNKNOWN;
        if (survey_is_of_private(question, survey, index) || is_done_by_others(question, survey, index))
            return FOUND_NOTHING;
        return survey_past_governs(survey, index) ? FOUND_NOTHING : FOUND_EVENT;
    case CUE_MEET:
        return is_reopening(question, survey->left[index]) ? FOUND_NOTHING : FOUND_EVENT;
    case CUE_REFERS:
        return judge_place_holds_day(question, survey) ? FOUND_EVENT : FOUND_UNKNOWN;
    case CUE_LIMIT:
        return FOUND_DEADLINE;
    case CUE_STEP:
        return judge_step_left(question, survey, index);
    case CUE_PRIVATE:
        return judge_step_is_in_name(question) || is_apposition(question, survey, index) ? FOUND_UNKNOWN : FOUND_NOTHING;
    case CUE_HOURS:
        return lists_days_of_habit(question) ? FOUND_UNKNOWN : FOUND_NOTHING;
    case CUE_DATELINE:
        return FOUND_NOTHING;
    case CUE_TERM:
        return runs_at_hour(question, survey->left[index]) ? FOUND_UNKNOWN : FOUND_NOTHING;
    case CUE_LAW:
        return clause_names_law(question, survey->left[index]) ? FOUND_NOTHING : FOUND_UNKNOWN;
    case CUE_PAST:
    case CUE_RECAP:
        return past_left(question, survey);
    default:
        return FOUND_UNKNOWN;
    }
}

/* "Le 3 mars, l'événement a rassemblé …": the verb behind the event is in the past. */
static bool past_behind(const struct survey *survey, size_t index)
{
    for (size_t i = index + 1; i < survey->right_count; i++) {
        enum cue_kind kind = survey->right[i]->kind;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_WILL)
            return false;
        if (kind == CUE_PAST)
            return true;
    }
    return false;
}

/* "- Mardi 26 juillet : photos de vacances": what follows the day in its item or heading is a name. */
static bool names_itself(const struct question *question)
{
    const struct block *block = question->passage->block;
    const struct lexeme *behind = &question->passage->lexis.items[question->end];
    bool line = block && block->kind == BLOCK_PARAGRAPH && behind->kind == LEXEME_SIGN && behind->sign && strchr("-:|", behind->sign) && question->passage->meets;
    bool listed = line || (block && (block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW || block->kind == BLOCK_HEADING));
    return listed && question->first <= question->begin + 2 && (question->weekday || question->passage->meets);
}

/* "14 avril (inscriptions à venir)": a note on the day, of more than a word, in brackets right behind it. */
static bool is_note(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->end, words = 0;
    while (at < question->stop && (question->covered[at] == 1 || lexis_is_sign(&items[at], '*') || lexis_is_sign(&items[at], '_') || (question->has_hour && items[at].kind == LEXEME_SIGN && items[at].sign != '(')))
        at++;
    if (!lexis_is_sign(&items[at], '(') || cue->first <= at)
        return false;
    for (at++; at < question->stop && !lexis_is_sign(&items[at], ')'); at++)
        words += items[at].kind == LEXEME_WORD;
    return words > 1 && cue->end <= at;
}

/* "Rendu le 18 mars, soutenances les 25 et 26": a comma parts the cue from this day, and only small words from the next. */
static bool is_of_next(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool parted = false;
    for (size_t i = question->end; i < cue->first; i++)
        parted = parted || lexis_is_sign(&items[i], ',') || lexis_is_sign(&items[i], ':') || lexis_is_sign(&items[i], '-');
    if (!parted || question->before >= question->stop)
        return false;
    for (size_t i = cue->end; i < question->before; i++)
        if (items[i].kind == LEXEME_WORD && !grammar_lists(question->grammar->articles, items[i].word))
            return false;
    return true;
}

enum { HEAD_WORDS = 3 };

/* "Ce jeudi 20 février, de 10h à 12h, nous avons accueilli …": who tells it looks back at the day. */
static bool looks_back(const struct question *question, const struct cue *cue)
{
    return cue->kind == CUE_PAST && cue->first > question->end && lexis_is_word_of(&question->passage->lexis.items[cue->first - 1], question->grammar->we);
}

/* What such a cue names is nothing to come to. */
static bool tells_otherwise(enum cue_kind kind)
{
    return kind == CUE_PRIVATE || kind == CUE_PAST || kind == CUE_STEP || kind == CUE_TERM;
}

/* "**Dimanche 26 mai, de 9h à 17h** : prototypes, présentation au jury": a stretch, and what happens then. */
static bool is_titled_stretch(const struct question *question, size_t words)
{
    return question->has_stretch && question->weekday && words > 0 && names_itself(question);
}

/* "Jeudi 30 septembre, de 9h30 à 12h30 : préparer ses entretiens": an appointment that opens its block, and a cue deep in what happens then. */
static bool is_in_description(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t words = 0;
    for (size_t i = question->end; i < cue->first; i++)
        words += items[i].kind == LEXEME_WORD && !question->covered[i] && !grammar_lists(question->grammar->articles, items[i].word);
    if (looks_back(question, cue))
        return false;
    bool tells = tells_otherwise(cue->kind);
    bool listed = names_itself(question) && question->weekday && question->passage->meets; /* "- jeu. 18 sept. — Faire parler les usagers : l'entretien" */
    return tells && (words >= HEAD_WORDS || is_titled_stretch(question, words)) && question->alone && question->first <= question->begin + 2 && (judge_step_is_appointment(question, false) || listed);
}

/* "- Jeudi 9 février, Nantes : [s'inscrire à Nantes](…)", "le lundi 7 avril ([réservation](…))": the words of a link behind a day that opens its
 * line, or in brackets right behind any. */
static bool is_linked(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool note = lexis_is_sign(&items[question->end], '(') && cue->first == question->end + 1;
    return (note || names_itself(question)) && passages_spans_link(question->passage, items[cue->first].begin);
}

/* Whether something asked or planned stands behind a day that has a name of its own. */
static bool is_beside(const struct question *question, const struct cue *cue)
{
    switch (cue->kind) {
    case CUE_TERM:
        return (names_itself(question) || (question->has_hour && is_note(question, cue))) && !clause_is_closed(question, cue); /* but "- Lundi 1er avril : fermé" */
    case CUE_STEP:
        return judge_step_is_appointment(question, false) || (question->has_stretch && question->passage->meets && names_itself(question)) || (names_itself(question) && question->alone && clause_is_launch(question, cue));
    default:
        return question->has_hour || is_linked(question, cue) || (question->alone && (names_itself(question) || is_note(question, cue)));
    }
}

/* "Le dimanche 13 août, jour du triathlon, l'arrêt …": the event only says which day it is. */
static bool is_of_that_day(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *refers = survey->right[index], *event = index + 1 < survey->right_count ? survey->right[index + 1] : NULL;
    return refers->kind == CUE_REFERS && event && event->kind == CUE_EVENT && event->first == refers->end && refers->first <= question->end + 2 && !question->has_hour;
}

/* "- 28 novembre, clôture de la saison 2" below "Événements": what closes is nothing to hand in. */
static bool closes_what_is_held(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *limit = survey->right[index], *next = index + 1 < survey->right_count ? survey->right[index + 1] : NULL;
    return names_itself(question) && question->passage->meets && !(next && next->kind == CUE_CALL && next->first <= limit->end + 2);
}

/* "**Vendredi 19 mai** – 16h : clôture": the end of a programme, where nothing is asked for. */
static bool is_last_slot(const struct question *question, const struct cue *cue)
{
    const struct passage *passage = question->passage;
    bool slot = question->begin > 1 && question->hour_glued && cue->first > question->end && lexis_is_sign(&passage->lexis.items[cue->first - 1], ':') && cue->end >= question->stop;
    return slot && !passage->calls && !passage->page_calls && !passages_has_cue(passage, CUE_CALL) && !passages_has_cue(passage, CUE_ADDRESS);
}

/* What ends is what is asked for, and stands right behind: "que se referme l'appel"; not "prend fin l'exercice, et les inscriptions reprendront". */
static bool ends_call(const struct survey *survey, size_t index)
{
    enum { SUBJECT_REACH = 2 };
    const struct cue *next = index + 1 < survey->right_count ? survey->right[index + 1] : NULL;
    return next && next->kind == CUE_CALL && next->first <= survey->right[index]->end + SUBJECT_REACH;
}

/* "- 1er avril - visioconférence (réservé aux agents de Lyon)" in a list below an event: a note in brackets says for whom it is. */
static bool is_audience_note(const struct question *question, const struct cue *cue)
{
    bool bracket = cue->first > question->end && lexis_is_sign(&question->passage->lexis.items[cue->first - 1], '(');
    return bracket && cue->kind == CUE_PRIVATE && question->passage->meets && names_itself(question);
}

static enum finding single_right(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++) {
        if (is_of_next(question, survey->right[i]))
            return FOUND_UNKNOWN;
        if (is_in_description(question, survey->right[i]) || is_audience_note(question, survey->right[i]))
            continue;
        if (is_of_that_day(question, survey, i))
            return FOUND_NOTHING;
        switch (survey->right[i]->kind) {
        case CUE_EVENT:
            return past_behind(survey, i) ? FOUND_NOTHING : FOUND_EVENT;
        case CUE_MEET:
        case CUE_HELD:
            return FOUND_EVENT;
        case CUE_LIMIT:
            if (is_last_slot(question, survey->right[i]))
                return FOUND_NOTHING;
            return question->has_stretch || closes_what_is_held(question, survey, i) ? FOUND_EVENT : FOUND_DEADLINE;
        case CUE_ENDS: /* "C'est vendredi 13 janvier à 18h que se referme l'appel" */
            return ends_call(survey, i) && !clause_is_building(question) ? FOUND_DEADLINE : FOUND_UNKNOWN;
        case CUE_CALL:
        case CUE_ADDRESS:
        case CUE_OPEN:
        case CUE_TERM:
        case CUE_STEP:
            if (is_beside(question, survey->right[i]))
                break;
            return FOUND_NOTHING;
        case CUE_PRIVATE:
        case CUE_PAST:
        case CUE_DATELINE:
        case CUE_HOURS:
            return FOUND_NOTHING;
        default:
            break;
        }
    }
    return FOUND_UNKNOWN;
}

/* "le 4 octobre, au plus tard le 6": the words lead to the next day, and no sign parts them from it. */
static bool leads_to_next(const struct question *question, const struct cue *cue)
{
    const struct lexeme *behind = &question->passage->lexis.items[cue->end];
    bool parted = behind->kind == LEXEME_SIGN && behind->sign && strchr(";,.)", behind->sign);
    return question->before < question->passage->lexis.count && question->before <= cue->end + 2 && !parted;
}

bool judge_ends_behind(const struct question *question, const struct survey *survey)
{
    const struct cue *cue = survey->right_count ? survey->right[0] : NULL;
    if (!cue || cue->kind != CUE_UNTIL || leads_to_next(question, cue))
        return false;
    for (size_t i = question->end; i < cue->first; i++)
        if (!question->covered[i] && question->passage->lexis.items[i].kind == LEXEME_WORD)
            return false;
    const struct lexeme *behind = &question->passage->lexis.items[cue->end];
    bool whom = lexis_is_word_of(behind, question->grammar->at) || lexis_is_word_of(behind, question->grammar->agents); /* "au plus tard à …@…", "au plus tard par courrier" */
    return cue->end >= question->stop || behind->kind == LEXEME_SIGN || whom;
}

/* "Les candidats recevront une réponse le 28 mai au plus tard": the nearest cue is a step, and nothing is asked. */
static bool is_of_organisers(const struct survey *survey)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_CALL || kind == CUE_ADDRESS || kind == CUE_ASK || kind == CUE_LIMIT || kind == CUE_MEET)
            return false;
        if (kind == CUE_STEP || kind == CUE_PRIVATE)
            return true;
    }
    return false;
}

/* "au 1er avril": the state of things on that day, but "la réunion est fixée au 1er avril". */
static bool is_state(const struct question *question)
{
    const struct lexeme *before = question->first ? &question->passage->lexis.items[question->first - 1] : NULL;
    bool state = before && !question->several && lexis_is_word(before, "au");
    return state && !(question->first > question->begin + 1 && grammar_lists(question->grammar->settled, (before - 1)->word));
}

/* The verb behind the day looks back at it. */
static bool is_recalled(const struct question *question, const struct survey *survey)
{
    return survey_past_follows(question, survey) || (!survey_left_announces(survey) && survey_past_concludes(question, survey));
}

/* "Réservez d'ores et déjà votre jeudi 16 janvier" */
static bool is_kept_free(const struct question *question, const struct survey *survey)
{
    return question->weekday && survey_sentence_has(question, CUE_ADDRESS) && !survey_right_has(survey, CUE_TERM) && question->first > question->begin && lexis_is_word_of(&question->passage->lexis.items[question->first - 1], question->grammar->yours);
}

/* The nearest cue to the left that says anything; else a verb that tells something to take place. */
static enum finding singles_left(const struct question *question, const struct survey *survey)
{
    enum finding found = FOUND_UNKNOWN;
    for (size_t i = 0; i < survey->left_count && found == FOUND_UNKNOWN; i++)
        found = single_left(question, survey, i);
    if (found == FOUND_UNKNOWN && survey_left_has(survey, CUE_HELD))
        found = clause_is_of_committee(question) || judge_support_is_deed(question) ? FOUND_NOTHING : FOUND_EVENT;
    return found;
}

/* "Ouverture : 1er décembre 2023" over "Clôture : 31 janvier": a line that names a first day, no appointment. */
static bool is_opening_line(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool label = question->first > question->begin + 1 && lexis_is_sign(&items[question->first - 1], ':') && lexis_is_word_of(&items[question->first - 2], question->grammar->column_opens);
    bool line = label && (question->first == question->begin + 2 || lexis_is_sign(&items[question->first - 3], LEXEME_LINE));
    return line && !question->weekday && !question->has_hour;
}

/* "L'historien sera à la bibliothèque le jeudi 17 octobre à 17h30 pour une rencontre": right behind an appointment stands what it is for. */
static bool is_for_event(const struct question *question, const struct survey *survey)
{
    enum { PLACE_REACH = 6 };
    const struct lexeme *items = question->passage->lexis.items;
    const struct cue *event = survey->right_count ? survey->right[0] : NULL;
    bool named = question->weekday && question->hour_glued && !judge_support_lacks(question) && event && event->kind == CUE_EVENT && event->first >= question->begin + 2;
    bool led = named && lexis_is_word_of(&items[event->first - 1], question->grammar->one) && lexis_is_word_of(&items[event->first - 2], question->grammar->serving);
    return led && clause_words(question, question->end, event->first) <= PLACE_REACH;
}

static bool is_no_appointment(const struct question *question)
{
    return clause_is_instalment(question) || clause_comes_each_year(question) || is_opening_line(question);
}

/* Something says by itself that it takes place on the day. */
static bool is_set(const struct question *question, const struct survey *survey)
{
    return judge_place_is_next(question) || is_kept_free(question, survey) || is_for_event(question, survey);
}

/* "Fin de l'exposition : 30 mars": the line names an end, and nothing that begins. */
static bool is_ending_line(const struct question *question)
{
    const struct lexeme *opening = &question->passage->lexis.items[question->begin];
    return lexis_is_word_of(opening, question->grammar->closings) && lexis_is_word_of(opening + 1, question->grammar->determiners) && !question->has_stretch;
}

/* "reçues avant chaque relevé :" over "- 12 janvier 2026, 12h": what announces the list names last days, or something before them. */
static bool is_below_limit(const struct question *question)
{
    enum { INTRO_MOST = 80 }; /* lexemes: it is asked for each item */
    const struct passage *intro = question->passage->intro;
    bool asks = intro && intro->lexis.count <= INTRO_MOST && (passages_has_cue(intro, CUE_CALL) || passages_has_cue(intro, CUE_ADDRESS)) && !passages_has_cue(intro, CUE_EVENT) && !passages_has_cue(intro, CUE_MEET);
    bool before = false;
    for (size_t i = 0; asks && i < intro->lexis.count; i++)
        before = before || lexis_is_word_of(&intro->lexis.items[i], question->grammar->until);
    return before && !question->weekday;
}

static enum finding judge_single(const struct question *question, const struct survey *survey)
{
    if (judge_ends_behind(question, survey))
        return is_of_organisers(survey) ? FOUND_NOTHING : FOUND_DEADLINE;
    if (is_no_appointment(question))
        return FOUND_NOTHING;
    if (clause_refuses_past(question))
        return FOUND_DEADLINE;
    if (is_set(question, survey))
        return FOUND_EVENT;
    enum finding found = judge_limit(question, survey);
    if (found == FOUND_UNKNOWN && is_state(question))
        return FOUND_NOTHING;
    found = found == FOUND_UNKNOWN ? singles_left(question, survey) : found;
    if (found == FOUND_EVENT && is_recalled(question, survey))
        found = FOUND_NOTHING;
    found = found == FOUND_UNKNOWN ? single_right(question, survey) : found;
    return found == FOUND_EVENT && is_ending_line(question) ? FOUND_NOTHING : found;
}

/* "Inscriptions les 5 mars et 31 mai" on the page of an event: the nearest word says what the day is for. */
static bool is_of_call(const struct question *question, const struct survey *survey)
{
    bool call = survey->left_count && (survey->left[0]->kind == CUE_CALL || survey->left[0]->kind == CUE_ADDRESS);
    return call && !question->range && !question->has_hour && !question->labelled;
}

/* "Appel à exposants pour la foire d'Ornans, les 5 et 6 juin": nobody hands in on two days; a title that ends so names what takes place. */
static bool closes_title(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool title = passage->role == PASSAGE_TITLE && question->end >= passage->lexis.count;
    bool named = question->weekday && passage->cue_count == 0 && question->first > question->begin + 1; /* "Tournoi des jeunes samedi 4 février" */
    return title && ((question->several && !passages_has_cue(passage, CUE_PRIVATE)) || named) && !question->range && !question->either;
}

/* What the header of its column, the title that it closes, the cues and its place in the text say. */
static enum finding judge_anywhere(const struct question *question, const struct survey *survey)
{
    enum finding found = judge_column(question);
    if (found == FOUND_UNKNOWN && closes_title(question) && !survey_left_has(survey, CUE_PAST) && !survey_left_has(survey, CUE_RECAP))
        return FOUND_EVENT;
    if (found == FOUND_UNKNOWN)
        found = question->range ? judge_range(question, survey) : judge_single(question, survey);
    if (found == FOUND_UNKNOWN && !is_of_call(question, survey))
        found = judge_place(question, survey);
    return found == FOUND_EVENT && is_below_limit(question) ? FOUND_NOTHING : found;
}

enum finding judge_by_cues(const struct question *question, const struct survey *survey)
{
    enum finding found = judge_anywhere(question, survey);
    bool unsettled = question->either && !question->has_hour && !survey_left_has(survey, CUE_ASK) && !survey_right_has(survey, CUE_ASK); /* but "Trois dates au choix : le 3, le 5 ou le 12" */
    return found == FOUND_EVENT && unsettled ? FOUND_NOTHING : found;
}
