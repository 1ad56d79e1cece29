#include "content/verdict.h"

#include "content/article.h"
#include "content/asked.h"
#include "content/clause.h"
#include "content/denials.h"
#include "content/columns.h"
#include "content/foreign.h"
#include "content/judge.h"
#include "content/judge_limit.h"
#include "content/judge_place.h"
#include "content/moved.h"
#include "content/nuisance.h"
#include "content/passages_spans.h"
#include "content/plans.h"
#include "content/request.h"
#include "content/survey.h"
#include "content/verdict_off.h"

#include <string.h>

enum { LEAD_REACH = 12 };

/* What may stand between a lead cue and its date. */
static bool is_filler(const struct question *question, size_t index)
{
    const struct lexeme *lexeme = &question->passage->lexis.items[index];
    if (question->covered[index] == 1 || passages_spans_are_struck(question->passage, lexeme->begin))
        return true; /* hours, and what is no longer valid */
    if (lexeme->kind == LEXEME_WORD)
        return grammar_lists(question->grammar->fillers, lexeme->word) || grammar_lists(question->grammar->articles, lexeme->word) ||
               grammar_value(question->grammar->weekdays, lexeme->word) >= 0;
    if (lexis_is_sign(lexeme, LEXEME_LINE))
        return index > 0 && lexis_is_sign(lexeme - 1, ':');
    return lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("(:-,\"'*_[DTo|>", lexeme->sign);
}

static bool is_lead(enum cue_kind kind)
{
    return kind == CUE_UNTIL || kind == CUE_DUE || kind == CUE_BEFORE || kind == CUE_MOVED || kind == CUE_LIMIT || kind == CUE_SINCE ||
           kind == CUE_FORMERLY || kind == CUE_DATELINE || kind == CUE_FOR || kind == CUE_INSTEAD;
}

/* The cue that governs the date directly, or NULL. */
static const struct cue *find_lead(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->first), gap = question->first;
    const struct cue *moved = moved_into_days(question, at);
    if (moved)
        return moved;
    while (at-- > 0) {
        const struct cue *cue = &passage->cues[at];
        if (cue->end > gap)
            return NULL;
        for (; gap > cue->end; gap--)
            if (question->first - gap >= LEAD_REACH || !is_filler(question, gap - 1) || gap - 1 < question->after)
                return NULL;
        if (is_lead(cue->kind))
            return cue->kind == CUE_SINCE && question->covered[cue->end] == 1 ? NULL : cue; /* "à partir de 17h : le 29 novembre" */
        bool harmless = true; /* a cue that is made of fillers only hides nothing */
        for (size_t i = cue->first; i < cue->end; i++)
            harmless = harmless && is_filler(question, i);
        if (!harmless)
            return NULL;
        gap = cue->first;
    }
    return NULL;
}

/* "La session commence le 13 et dure six semaines, jusqu'au 26 mars". */
static bool lasts_until(const struct question *question, const struct cue *lead)
{
    for (size_t i = question->begin; i < lead->first; i++)
        if (grammar_lists(question->grammar->lasts, question->passage->lexis.items[i].word))
            return true;
    return false;
}

/* "[Report] La représentation est reportée": it takes place on the new day, and of last days those hold that are said to be new. */
static bool is_called_off(const struct question *question, const struct survey *survey, const struct verdict *verdict)
{
    bool anew = (verdict->moved && verdict->kind == READING_EVENT) || (question->passage->page_put_off && verdict->kind == READING_DEADLINE && moved_says_anew(question));
    return anew ? verdict_off_here(question, survey) : verdict_off(question, survey);
}

static struct verdict verdict_by_lead(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    struct verdict verdict = {.kind = READING_DEADLINE, .strong = true, .quote = lead->first};
    verdict.exclusive = lead->kind == CUE_BEFORE;
    verdict.moved = lead->kind == CUE_MOVED || moved_is_put_off(question);
    verdict.listed = lead->kind == CUE_LIMIT;
    if (lead->kind == CUE_MOVED && moved_is_event(question) && !moved_names_call(question, lead)) { /* "l'atelier est reporté au 8 juin" */
        bool longer = moved_is_longer(question, lead) || moved_is_shift(question); /* "l'exposition est prolongée jusqu'au 23 février": its last day */
        verdict.kind = longer ? READING_NONE : READING_EVENT;
        verdict.silent = longer;
        verdict.why = WHY_WORDS;
        verdict.announced = verdict.invited = !longer;
    } else if (lasts_until(question, lead) || foreign_is(question, survey, lead)) {
        verdict.kind = READING_NONE;
        verdict.why = WHY_FOREIGN;
        verdict.silent = true;
    } else if (clause_is_record(question, lead) || clause_is_condition(question, lead) || !asked_of_reader(question, survey, lead)) {
        verdict.why = WHY_UNASKED;
        verdict.kind = READING_NONE;
        verdict.silent = true;
    }
    verdict.off = is_called_off(question, survey, &verdict);
    return verdict;
}

static struct verdict verdict_nothing(const struct question *question, bool silent)
{
    return (struct verdict){.kind = READING_NONE, .silent = silent, .why = silent ? WHY_WORDS : WHY_UNCLEAR, .quote = question->first};
}

/* "le 14 mars dernier". */
static bool is_last(const struct question *question, const struct survey *survey)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->first; i-- > question->begin && question->first - i <= 3;)
        if (lexis_is_sign(&items[i], '(')) /* "les conférences de l'automne dernier (25 septembre – 11 décembre)" */
            return i > 0 && grammar_lists(question->grammar->gone, items[i - 1].word);
    const struct lexeme *behind = &items[question->end];
    bool goes = lexis_is_word(behind, "passe") && !behind->participle; /* "L'atelier du 15 octobre passe à distance" */
    return survey->right_count && survey->right[0]->kind == CUE_LAST && survey->right[0]->first == question->end && !goes;
}

static bool is_strong(const struct question *question, const struct survey *survey, enum reading_kind kind)
{
    static const enum cue_kind kinds[] = {CUE_MEET, CUE_HELD};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_left_has(survey, kinds[i]) || survey_right_has(survey, kinds[i]))
            return true;
    return question->has_hour || question->alone || question->weekday || kind == READING_DEADLINE;
}

/* Something in the sentence says that it is still to come. */
static bool is_invited(const struct question *question, const struct survey *survey)
{
    static const enum cue_kind kinds[] = {CUE_MEET, CUE_HELD, CUE_WILL, CUE_ADDRESS, CUE_ASK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_has(question, survey, kinds[i]))
            return true;
    return false;
}

static bool is_announced(const struct question *question, const struct survey *survey)
{
    return is_invited(question, survey) || (question->has_hour && !question->passage->page_past && !survey_has(question, survey, CUE_PAST));
}

/* "le conseil se prononcera lors de sa séance du 3 février": the day is the name of what is referred to. */
static bool is_of_one_referred(const struct question *question, const struct survey *survey)
{
    enum { REFERS_REACH = 3 };
    const struct cue *event = survey->left_count > 1 ? survey->left[0] : NULL, *refers = event ? survey->left[1] : NULL;
    const struct lexeme *joint = event ? &question->passage->lexis.items[event->end] : NULL;
    bool touching = event && event->kind == CUE_EVENT && event->end + 1 == question->first && lexis_is_word_of(joint, question->grammar->of);
    return touching && !question->has_hour && refers->kind == CUE_REFERS && refers->end + REFERS_REACH >= event->first;
}

/* "lors de la conférence du 3 mai" */
static bool is_referred_to(const struct question *question, const struct survey *survey)
{
    return survey_left_has(survey, CUE_REFERS) && !question->labelled && !judge_place_is_named(question) && !judge_place_holds_day(question, survey);
}

/* A step of a procedure, a day that is over, or one that is only mentioned: "lors de la conférence du". */
static bool is_only_told(const struct question *question, const struct survey *survey, bool announced)
{
    const struct passage *passage = question->passage;
    bool planned = passage->schedule || (passage->role == PASSAGE_FIELD && !question->weekday); /* "calendrier:" of a call's front matter */
    bool step = planned && !question->has_hour && (passage->page_calls || passage->calls);
    /* "… les 2 et 3 juin, conjointement avec les journées du réseau du 1er au 4 juin" */
    bool second = question->after > question->begin && !survey_left_announces(survey) && !question->has_hour;
    return step || plans_hold(question, survey) || is_of_one_referred(question, survey) || survey_sentence_is_past(question) || ((!announced || second) && is_referred_to(question, survey));
}

/* "Le Forum est reporté": on such a page "Rendez-vous le mardi 6 octobre" is the new day. */
static bool is_new_day(const struct question *question, const struct survey *survey)
{
    return question->passage->page_put_off && (survey_has(question, survey, CUE_MEET) || survey_has(question, survey, CUE_HELD));
}

static struct verdict verdict_by_cues(const struct question *question, const struct survey *survey)
{
    enum finding found = judge_by_cues(question, survey);
    struct verdict verdict = verdict_nothing(question, found == FOUND_NOTHING);
    bool announced = is_announced(question, survey);
    verdict.over = found == FOUND_NOTHING && (survey_past_governs(survey, 0) || survey_is_past_behind(survey));
    if (found == FOUND_UNKNOWN || found == FOUND_NOTHING)
        return verdict;
    verdict.why = WHY_WORDS;
    if (found == FOUND_DEADLINE && plans_end(question))
        return verdict;
    if (question->passage->past || (found == FOUND_EVENT && is_only_told(question, survey, announced)))
        return verdict;
    verdict.announced = announced;
    verdict.invited = is_invited(question, survey);
    verdict.listed = found == FOUND_DEADLINE && survey_left_has(survey, CUE_LIMIT);
    verdict.exclusive = found == FOUND_DEADLINE && columns_has(question->column, CUE_BEFORE) && !question->column->included;
    verdict.kind = found == FOUND_EVENT ? READING_EVENT : READING_DEADLINE;
    verdict.strong = is_strong(question, survey, verdict.kind);
    verdict.moved = verdict.kind == READING_EVENT && is_new_day(question, survey);
    verdict.off = is_called_off(question, survey, &verdict);
    return verdict;
}

/* A date in a list that a lead announces: "les candidatures se font avant : …". */
static struct verdict verdict_by_intro(const struct question *question, const struct survey *survey)
{
    static const enum cue_kind others[] = {CUE_EVENT, CUE_MEET, CUE_STEP, CUE_PRIVATE, CUE_PAST};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (survey_has(question, survey, others[i]))
            return verdict_by_cues(question, survey);
    return (struct verdict){.kind = READING_DEADLINE, .strong = true, .exclusive = question->passage->led == CUE_BEFORE,
                            .moved = question->passage->led == CUE_MOVED, .announced = judge_limit_answers(question), .off = verdict_off(question, survey), .quote = question->first};
}

/* "n'aura pas lieu le 17 mais le 24 septembre". */
static struct verdict verdict_instead(const struct question *question, const struct survey *survey)
{
    if (survey_sentence_has(question, CUE_LIMIT) && !survey_sentence_has(question, CUE_EVENT) && denials_stand_before(question))
        return (struct verdict){.kind = READING_DEADLINE, .moved = true, .strong = true, .quote = question->first};
    if (!moved_is_event(question) || !(survey_sentence_has(question, CUE_OFF) || survey_sentence_has(question, CUE_FORMERLY)))
        return verdict_by_cues(question, survey);
    return (struct verdict){.kind = READING_EVENT, .moved = true, .strong = true, .announced = true, .invited = true, .quote = question->first};
}

/* "transmis 24 h avant le 23 mai": the day is another's, and this one is not written. */
static bool is_relative(const struct question *question, const struct cue *lead)
{
    const struct lexeme *before = lead && lead->kind == CUE_BEFORE && lead->first ? &question->passage->lexis.items[lead->first - 1] : NULL;
    bool length = before && lead->first > 2 && before[-2].kind == LEXEME_WORD && grammar_lists(question->grammar->lasting, before[-2].word); /* "en 5 minutes" */
    return before && before->kind == LEXEME_WORD && !length && grammar_lists(question->grammar->units, before->word);
}

/* "session ouverte": what opens is named right before the word for it. */
static bool names_opened(const struct question *question)
{
    const struct passage *passage = question->passage;
    for (size_t i = survey_cue_from(passage, question->begin); i + 1 < passage->cue_count && passage->cues[i + 1].first < question->first; i++)
        if (passage->cues[i].kind == CUE_EVENT && (passage->cues[i + 1].kind == CUE_OPEN || passage->cues[i + 1].kind == CUE_SINCE) && passage->cues[i].end == passage->cues[i + 1].first)
            return true;
    return false;
}

/* "Une seconde session est ouverte le 19 mai, de 14h à 17h": what opens at an hour takes place. */
static bool is_event_opened(const struct question *question)
{
    return (question->has_stretch || (question->weekday && question->has_hour && names_opened(question))) && question->hour_glued && survey_sentence_has(question, CUE_EVENT) && !survey_sentence_has(question, CUE_CALL);
}

/* The date is no day to come: "le 14 mars dernier", "depuis le", "mis à jour le". */
static bool is_other(const struct question *question, const struct survey *survey, enum cue_kind lead)
{
    return question->quoted || is_last(question, survey) || lead == CUE_FORMERLY || lead == CUE_DATELINE ||
           (lead == CUE_SINCE && !question->range && !is_event_opened(question) && !judge_ends_behind(question, survey)); /* "au plus tôt (le 3 mai au plus tard)" */
}

/* "Report de la réunion du 17 mars": the day it had; not "Report au 24 mars". */
static bool is_put_off_from(const struct question *question)
{
    const struct lexeme *opening = &question->passage->lexis.items[question->begin], *before = &question->passage->lexis.items[question->first > 0 ? question->first - 1 : 0];
    bool report = lexis_is_word_of(opening, question->grammar->reporting) && lexis_is_word_of(opening + 1, question->grammar->determiners);
    return report && question->first > question->begin + 2 && lexis_is_word_of(before, question->grammar->of) && !question->range;
}

/* No day that anything is to be done or takes place on. */
static bool is_no_day(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    return is_relative(question, lead) || clause_comes_each_year(question) || is_put_off_from(question) || clause_closes_house(question, lead) || is_other(question, survey, lead ? lead->kind : CUE_NONE) || moved_is_former_plan(question) || moved_is_over_by_next(question);
}

enum { BELOW_MOST = 30 };

/* "### 15 décembre" with "Date limite de dépôt des dossiers" below it. */
static bool is_led_from_below(const struct question *question)
{
    const struct passage *passage = question->passage, *below = passage->below;
    if (!below || !question->whole || question->several || below->lexis.count > BELOW_MOST || below->cue_count == 0)
        return false;
    return below->cues[0].kind == CUE_LIMIT && strpbrk(below->text, "0123456789") == NULL;
}

/* The paragraph or the heading above asks for a last day, and this is one. */
static bool is_led(const struct question *question)
{
    return judge_limit_answers(question) || is_led_from_below(question) || (question->lone_cell && (question->passage->led != CUE_NONE || (question->passage->led_by_heading && question->alone)));
}

/* The lead, if it is one here: "pour le" only leads what is handed in. */
static const struct cue *take_lead(const struct question *question)
{
    const struct cue *lead = find_lead(question);
    if (!lead || lead->kind != CUE_FOR || clause_hands_in(question, lead))
        return lead;
    const struct lexeme *sign = lead->first > question->begin ? &question->passage->lexis.items[lead->first - 1] : NULL;
    bool labelled = sign && (lexis_is_sign(sign, ':') || (lexis_is_sign(sign, '-') && sign->spaced));
    return labelled && survey_sentence_has(question, CUE_CALL) ? lead : NULL; /* "Inscription : pour le 7 décembre" */
}

static bool asks(enum cue_kind kind)
{
    return kind == CUE_CALL || kind == CUE_LIMIT;
}

/* "Dossier à rapporter le vendredi 17 juin avant 16h": the last hour for what is asked for, and nothing begins then. "Rendez-vous le 17 juin
 * avant 16h" is when people come, whatever was asked for before. */
static struct verdict verdict_before_hour(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_MEET || kind == CUE_HELD)
            return verdict_by_cues(question, survey);
        bool handed = kind == CUE_ADDRESS && grammar_begins(question->grammar->hand_in, question->passage->lexis.items[survey->left[i]->end - 1].word); /* "à remettre le 12 avant 17h" */
        if (asks(kind) || handed)
            return (struct verdict){.kind = READING_DEADLINE, .strong = true, .quote = question->first};
    }
    return survey_left_has(survey, CUE_EVENT) ? verdict_by_cues(question, survey) : verdict_nothing(question, true);
}

/* "Les coupons sont à rendre pour mardi 8 février": as "pour le". */
static bool is_for_weekday(const struct question *question)
{
    bool serving = question->weekday && question->first > question->begin && lexis_is_word_of(&question->passage->lexis.items[question->first - 1], question->grammar->serving);
    return serving && !question->several && request_before(question, question->first);
}

/* The answer to "Quand postuler ?", and leads that say more than "until": from which day it was moved, instead of which it is, after which nothing is accepted. False: it is none. */
static bool turns(const struct question *question, const struct survey *survey, const struct cue *lead, struct verdict *verdict)
{
    if (!lead && (judge_limit_answers_when(question) || is_for_weekday(question)))
        *verdict = (struct verdict){.kind = READING_DEADLINE, .strong = true, .announced = true, .quote = question->first};
    else if (!lead)
        return false;
    else if (lead->kind == CUE_FORMERLY && moved_is_event(question))
        *verdict = (struct verdict){.kind = READING_EVENT, .off = true, .formerly = true, .quote = question->first};
    else if (lead->kind == CUE_INSTEAD)
        *verdict = verdict_instead(question, survey);
    else if (lead->kind == CUE_SINCE && clause_refuses_later(question, lead))
        *verdict = (struct verdict){.kind = READING_DEADLINE, .strong = true, .announced = true, .off = verdict_off(question, survey), .quote = lead->first};
    else
        return false;
    return true;
}

/* What the cues say, whatever is denied. */
static struct verdict verdict_told(const struct question *question)
{
    struct survey survey;
    struct verdict verdict;
    survey_take(question, &survey);
    const struct cue *lead = take_lead(question);
    enum cue_kind kind = lead ? lead->kind : CUE_NONE;
    if (turns(question, &survey, lead, &verdict))
        return verdict;
    if (!lead && !question->quoted && is_led(question))
        return verdict_by_intro(question, &survey);
    if (is_no_day(question, &survey, lead))
        return (struct verdict){.kind = READING_NONE, .silent = true, .why = WHY_RECORD, .quote = question->first};
    if (!lead && question->before_hour)
        return verdict_before_hour(question, &survey);
    bool of_event = kind == CUE_LIMIT && (question->has_stretch || judge_limit_ends_event(question, &survey, lead));
    if (lead && kind != CUE_SINCE && !of_event)
        return verdict_by_lead(question, &survey, lead);
    return verdict_by_cues(question, &survey);
}

/* The sentence denies what it would be. */
static bool is_denied(const struct question *question, const struct verdict *verdict)
{
    if (verdict->kind == READING_DEADLINE)
        return denials_frees(question);
    if (verdict->kind != READING_EVENT)
        return false;
    bool shift = verdict->moved && denials_is_condition_behind(question);
    return shift || moved_is_unclear(question) || denials_of_event(question) || denials_is_day_beside(question) || denials_is_proviso(question);
}

/* Nothing, when the sentence denies it, or what stands above does. */
static struct verdict unless_denied(const struct question *question, struct verdict verdict)
{
    bool none = is_denied(question, &verdict) || (verdict.kind != READING_NONE && nuisance_heads(question));
    return none ? (struct verdict){.kind = READING_NONE, .silent = true, .why = WHY_WORDS, .quote = verdict.quote} : verdict;
}

struct verdict verdict_of(const struct question *question)
{
    return unless_denied(question, verdict_told(question));
}

/* "48 h avant la sortie du 22 mars": the day is a name. */
static bool is_name(const struct question *question)
{
    const struct lexeme *of = question->first > question->begin ? &question->passage->lexis.items[question->first - 1] : NULL;
    return of && !question->range && lexis_is_word_of(of, question->grammar->of);
}

/* "les enfants nés avant le 1er janvier": what the noun is, and nothing that is handed in. */
static bool is_property(const struct question *question, const struct cue *lead)
{
    const struct lexeme *before = lead && lead->first > question->begin ? &question->passage->lexis.items[lead->first - 1] : NULL;
    return before && lexis_is_word_of(before, question->grammar->accented_movers);
}

/* "dès le 1er juin", "à compter du 3 mai"; not "après le 3 mai", of what is refused then. */
static bool is_beginning(const struct question *question, const struct cue *lead)
{
    return lead && lead->kind == CUE_SINCE && !lexis_is_word_of(&question->passage->lexis.items[lead->first], question->grammar->following);
}

/* What no last day is: a stretch of hours is when a desk is open, a day in a name is that of something else. */
static bool is_no_limit(const struct question *question, const struct survey *survey, const struct cue *lead, enum assurance assurance)
{
    bool shuts = survey_left_has(survey, CUE_ENDS) && !survey_left_has(survey, CUE_CALL) && !survey_left_has(survey, CUE_LIMIT);
    return question->has_stretch || question->enclosed || is_property(question, lead) || is_beginning(question, lead) || (assurance < ASSURANCE_SURE && (shuts || survey_has(question, survey, CUE_TERM))) || (!lead && is_name(question));
}

/* A lead or a word of the end tells of something else than an event; not "Elle débutera le 3 juin à 14h". */
static bool is_led_elsewhere(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    bool begins = lead && lead->kind == CUE_SINCE && question->has_hour;
    bool closes = lexis_is_word_of(&question->passage->lexis.items[question->begin], question->grammar->closings);
    return (lead && !begins) || closes || survey_left_has(survey, CUE_ENDS) || survey_left_has(survey, CUE_LIMIT);
}

/* "Mardi 22.02.2022 ? Une date palindrome !", "La navette est supprimée. Samedi 15 et dimanche 16 mars.": the day opens its sentence, and is no appointment. */
static bool is_aside(const struct question *question)
{
    bool asked = lexis_is_sign(&question->passage->lexis.items[question->end], '?');
    return question->first == question->begin && (asked || passages_has_cue(question->passage, CUE_OFF));
}

/* "Il débutera le 10 avril à 17h": a step that begins at an hour is what takes place. */
static bool has_step(const struct question *question, const struct survey *survey)
{
    if (!survey_has(question, survey, CUE_STEP))
        return false;
    const struct cue *step = survey->left_count ? survey->left[0] : NULL;
    bool begins = step && step->kind == CUE_STEP && question->has_hour && grammar_begins(question->grammar->beginning, question->passage->lexis.items[step->first].word);
    return !begins;
}

/* A rule knows that it is no day to come, or one of others. */
static bool is_known_otherwise(const struct question *question, const struct survey *survey, const struct cue *lead, enum cue_kind led, enum assurance assurance)
{
    bool past = question->passage->past && assurance < ASSURANCE_CERTAIN; /* "Compte rendu": of what is to come, too */
    if (past || question->either || clause_comes_each_year(question) || is_relative(question, lead) || is_put_off_from(question))
        return true;
    return is_other(question, survey, led) || (assurance < ASSURANCE_SURE && (survey_has(question, survey, CUE_PRIVATE) || has_step(question, survey)));
}

struct verdict verdict_alike(const struct question *question, enum reading_kind kind, enum assurance assurance)
{
    struct survey survey;
    struct verdict verdict = {.kind = kind, .strong = true, .announced = true, .alike = true, .quote = question->first};
    survey_take(question, &survey);
    const struct cue *lead = find_lead(question);
    enum cue_kind led = lead && lead->kind != CUE_SINCE ? lead->kind : CUE_NONE; /* "les demandes reçues après le 3 ne seront pas instruites" */
    if (is_known_otherwise(question, &survey, lead, led, assurance) || (kind == READING_DEADLINE ? is_no_limit(question, &survey, lead, assurance) : is_led_elsewhere(question, &survey, lead) || is_aside(question)))
        return verdict_nothing(question, true);
    if (kind == READING_DEADLINE && led != CUE_NONE)
        verdict.quote = lead->first;
    verdict.exclusive = kind == READING_DEADLINE && led == CUE_BEFORE;
    verdict.off = verdict_off(question, &survey);
    if (is_denied(question, &verdict) || (assurance < ASSURANCE_CERTAIN && nuisance_heads(question)))
        return verdict_nothing(question, true);
    return verdict;
}
