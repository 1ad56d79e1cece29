#include "content/clause.h"

#include "content/grammar.h"
#include "content/passages_spans.h"
#include "content/request.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

enum { AUXILIARY_REACH = 4, BEHIND_LEAST = 2, BEFORE_LEAST = 4, LAW_REACH = 14 };

/* A past participle of a verb that says what was done with a thing: "reçus", "déposée"; but not "déposez", "dépose". */
static bool is_participle(const struct grammar *grammar, const struct lexeme *lexeme)
{
    static const char *const finite[] = {"z", "r", "nt", "ns", NULL}, *const silent[] = {"e", "es", NULL};
    static const char *const sounded[] = {"ue", "ues", "ise", "ises", "ite", "ites", NULL};
    if (!grammar_begins(grammar->records, lexeme->word) || grammar_ends(finite, lexeme->word))
        return false;
    return lexeme->participle || !grammar_ends(silent, lexeme->word) || grammar_ends(sounded, lexeme->word);
}

size_t clause_words(const struct question *question, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += question->passage->lexis.items[i].kind == LEXEME_WORD && !question->covered[i];
    return words;
}

/* What is done with what was handed in, told behind the date: "seront examinées". */
static bool tells_use(const struct question *question, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < question->stop; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->considered, question->passage->lexis.items[i].word))
            return true;
    return false;
}

/* "Seules les demandes envoyées jusqu'au 11 janvier seront prises en compte", "Sont recevables les dossiers reçus au plus tard le 12 juin": which
 * are accepted is what is asked for. */
static bool tells_accepted(const struct question *question)
{
    const struct lexeme *opening = &question->passage->lexis.items[question->begin];
    bool alone = lexis_is_word_of(opening, question->grammar->only) && tells_use(question, question->end, question->stop);
    return alone || (lexis_is_word_of(opening, question->grammar->being) && tells_use(question, question->begin + 1, question->begin + 2));
}

/* What is asked for is named before lexeme `end`. */
static bool names_call(const struct question *question, size_t end)
{
    return survey_names(question->passage, question->begin, end, CUE_CALL);
}

/* "Tous les signalements reçus avant le 18 décembre seront examinés": what will be done with them says that they may still come. */
static bool tells_to_come(const struct question *question, const struct cue *lead)
{
    enum { VERB_REACH = 8 };
    const struct lexeme *items = question->passage->lexis.items;
    bool handed = lead->first > question->begin && grammar_begins(question->grammar->handed, items[lead->first - 1].word) && names_call(question, lead->first - 1);
    bool whole = lead->kind != CUE_BEFORE || lexis_is_word_of(&items[question->begin], question->grammar->all);
    if (!handed || !whole)
        return false;
    for (size_t i = question->end; i + 1 < question->stop && i < question->end + VERB_REACH; i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->being) && clause_is_future(question, i))
            return tells_use(question, i + 1, i + 3);
    return false;
}

/* A verb stands before the participle: "les dossiers sont reçus", "le dépôt s'effectue". */
static bool is_said_of_all(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = lead->first - 1; i > question->begin && lead->first - i <= AUXILIARY_REACH; i--)
        if (lexis_is_word_of(&items[i - 1], question->grammar->being))
            return true;
    return lead->first > question->begin + 1 && lexis_is_word_of(&items[lead->first - 2], question->grammar->reflexive);
}

bool clause_is_record(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    if (tells_accepted(question) || tells_to_come(question, lead))
        return false;
    if (lead->kind == CUE_DUE || survey_sentence_has(question, CUE_ADDRESS) || survey_sentence_has(question, CUE_ASK)) /* "les lycéens inscrits ont jusqu'au 4 avril", "renvoyez le bulletin signé avant le 20 mai" */
        return false;
    if (lead->first <= question->begin || items[lead->first - 1].kind != LEXEME_WORD || !is_participle(question->grammar, &items[lead->first - 1]))
        return false;
    if (is_said_of_all(question, lead))
        return false;
    return !survey_sentence_has(question, CUE_CALL) || clause_words(question, question->end, question->stop) >= BEHIND_LEAST ||
           clause_words(question, question->begin, lead->first) > BEFORE_LEAST;
}

/* "commandées par le département le 18 avril": before "par" and who did it, when these stand right before lexeme `at`; else `at`. */
static size_t before_agent(const struct question *question, size_t at)
{
    enum { AGENT_REACH = 5 };
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = at; i > question->begin && at - i < AGENT_REACH && items[i - 1].kind == LEXEME_WORD; i--)
        if (grammar_lists(question->grammar->agents, items[i - 1].word))
            return i - 1;
    return at;
}

/* "Exposition présentée du 14 septembre au 5 janvier" */
static bool is_of_event(const struct question *question, size_t at)
{
    for (size_t i = 0; i < question->passage->cue_count; i++) {
        const struct cue *cue = &question->passage->cues[i];
        if (cue->kind == CUE_EVENT && cue->first < at && at < cue->end)
            return true;
    }
    return false;
}

bool clause_describes(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    const struct grammar *grammar = question->grammar;
    size_t at = question->first;
    while (at > question->begin && items[at - 1].kind == LEXEME_WORD &&
           (grammar_lists(grammar->articles, items[at - 1].word) || grammar_lists(grammar->between, items[at - 1].word)))
        at--;
    at = before_agent(question, at);
    if (at <= question->begin || items[at - 1].kind != LEXEME_WORD || !is_participle(grammar, &items[at - 1]) || is_of_event(question, at - 1))
        return false;
    for (size_t i = at - 1; i > question->begin && at - i <= AUXILIARY_REACH; i--)
        if (lexis_is_word_of(&items[i - 1], grammar->being))
            return false;
    return true;
}

static bool lists_between(const struct question *question, size_t from, size_t to, const char *const *list)
{
    for (size_t i = from; i < to; i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], list))
            return true;
    return false;
}

/* "attendue en mairie pour le 15 mai"; not "attendues d'abord pour le". */
static bool is_awaited_somewhere(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; i + 1 < lead->first; i++)
        if (lexis_is_word_of(&items[i], question->grammar->awaited) && lexis_is_word_of(&items[i + 1], question->grammar->place_words))
            return true;
    return false;
}

/* "le plaisir de vous confirmer cet événement pour le vendredi 17 avril": what takes place on the day stands right before the lead. */
static bool is_event_for(const struct question *question, const struct cue *lead)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, lead->first);
    const struct cue *event = at > 0 ? &passage->cues[at - 1] : NULL;
    bool near = event && event->kind == CUE_EVENT && event->end == lead->first && event->first > question->begin;
    return near && lexis_is_word_of(&passage->lexis.items[event->first - 1], question->grammar->that);
}

bool clause_hands_in(const struct question *question, const struct cue *lead)
{
    const struct grammar *grammar = question->grammar;
    if (is_event_for(question, lead))
        return false;
    bool awaited = grammar_lists(grammar->awaited, question->passage->lexis.items[lead->first].word) || is_awaited_somewhere(question, lead);
    return lists_between(question, question->begin, lead->first, grammar->hand_in) || request_before(question, lead->first) ||
           (awaited && lists_between(question, question->begin, lead->first, grammar->answers));
}

/* The lexeme at which the label before the date begins, and its colon; false when none stands right before the date. */
static bool find_label(const struct question *question, size_t *begin, size_t *colon)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t first = question->first;
    *begin = question->begin;
    while (first > *begin && (question->covered[first - 1] || passages_spans_are_struck(question->passage, items[first - 1].begin) ||
                              (lexis_is_word_of(&items[first - 1], question->grammar->articles))))
        first--;
    while (*begin < first && items[*begin].kind == LEXEME_SIGN)
        ++*begin;
    *colon = first ? first - 1 : 0;
    return first > *begin && lexis_is_sign(&items[*colon], ':');
}

bool clause_is_line_of_handing_in(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    size_t begin = 0, colon = 0;
    if (!find_label(question, &begin, &colon) || question->range || items[question->end].kind != LEXEME_SIGN || !grammar_lists(question->grammar->handing_in, items[begin].word))
        return false;
    for (size_t i = begin; i < colon; i++)
        if (lexis_is_sign(&items[i], ':'))
            return false;
    size_t cue = survey_cue_from(passage, begin); /* but "Remise des prix" takes place */
    bool other = cue < passage->cue_count && (passage->cues[cue].kind == CUE_EVENT || passage->cues[cue].kind == CUE_STEP || passage->cues[cue].kind == CUE_PRIVATE); /* "Remise en service" */
    return !(other && passage->cues[cue].first == begin);
}

bool clause_is_instalment(const struct question *question)
{
    enum { TIMES_REACH = 5 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->first;
    while (at > question->begin && (items[at - 1].kind == LEXEME_SIGN || grammar_lists(question->grammar->articles, items[at - 1].word)))
        at--;
    for (size_t i = at; i > question->begin && at - i < TIMES_REACH; i--)
        if (is_participle(question->grammar, &items[i - 1]))
            return at < question->first && lexis_is_sign(&items[at], '(') && lexis_is_word_of(&items[at - 1], question->grammar->times);
    return false;
}

bool clause_is_building(const struct question *question)
{
    return lists_between(question, question->begin, question->first, question->grammar->buildings);
}

bool clause_is_closed(const struct question *question, const struct cue *cue)
{
    const struct lexeme *lexeme = &question->passage->lexis.items[cue->first];
    return lexeme->participle && grammar_begins(question->grammar->shutting, lexeme->word);
}

bool clause_is_others(const struct question *question, const struct cue *cue)
{
    const struct lexeme *before = cue->first ? &question->passage->lexis.items[cue->first - 1] : NULL;
    return before && lexis_is_word_of(before, question->grammar->others);
}

bool clause_is_small(const struct question *question, size_t index)
{
    const struct lexeme *lexeme = &question->passage->lexis.items[index];
    return lexeme->kind == LEXEME_WORD && (grammar_lists(question->grammar->articles, lexeme->word) || grammar_lists(question->grammar->at, lexeme->word));
}

bool clause_is_daily(const struct question *question, const struct cue *cue)
{
    enum { DAILY_REACH = 2 };
    return cue->kind == CUE_HOURS && lists_between(question, cue->first, cue->end + DAILY_REACH < question->stop ? cue->end + DAILY_REACH : cue->end, question->grammar->daily);
}

bool clause_comes_back(const struct question *question, const struct cue *lead)
{
    for (size_t i = question->begin; i < lead->first; i++) {
        const struct lexeme *lexeme = &question->passage->lexis.items[i];
        if (lexeme->kind == LEXEME_WORD && !question->covered[i] && grammar_value(question->grammar->weekdays, lexeme->word) >= 0)
            return true;
    }
    return false;
}

/* The date is the name of a law: "loi n° 78-17 du 6 janvier 1978". */
bool clause_names_law(const struct question *question, const struct cue *cue)
{
    const struct lexeme *before = question->first ? &question->passage->lexis.items[question->first - 1] : NULL;
    return before && cue->end + LAW_REACH >= question->first &&
           (lexis_is_word(before, "du") || lexis_is_word(before, "of") || cue->end == question->first);
}

/* "Lancement de la saison le samedi 14 mars à 14h": a step with a weekday and an hour that people come to. */
bool clause_is_launch(const struct question *question, const struct cue *cue)
{
    return grammar_lists(question->grammar->ceremonies, question->passage->lexis.items[cue->first].word);
}

bool clause_refuses_later(const struct question *question, const struct cue *lead)
{
    enum { NEGATION_REACH = 6, REFUSAL_REACH = 4 };
    const struct lexeme *items = question->passage->lexis.items;
    bool handed = lead->first > question->begin && grammar_begins(question->grammar->handed, items[lead->first - 1].word) &&
                  !lexis_is_word(&items[lead->first], "a") && names_call(question, lead->first - 1); /* not "à compter du": from then on */
    size_t from = question->end;
    while (from < question->stop && question->covered[from] == 1) /* its hour */
        from++;
    for (size_t i = from; handed && i < question->stop && i < from + NEGATION_REACH && !lexis_is_sign(&items[i], ','); i++) {
        bool denied = lexis_is_word_of(&items[i], question->grammar->negations) && tells_use(question, i + 1, i + 1 + REFUSAL_REACH);
        if (denied || (items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->rejecting, items[i].word)))
            return true; /* "ne seront pas examinés", "seront écartés" */
    }
    return false;
}

/* "Passé le 13 avril": the day opens its sentence behind that word alone. */
static bool is_passed(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t first = survey_cue_from(passage, question->begin);
    bool opens = first < passage->cue_count && passage->cues[first].kind == CUE_LAST && passage->cues[first].first == question->begin;
    return opens && passage->lexis.items[question->begin].participle && clause_before_articles(question) == question->begin + 1;
}

bool clause_refuses_past(const struct question *question)
{
    enum { REFUSAL_REACH = 10, CALL_REACH = 3 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t comma = question->end;
    while (comma < question->stop && question->covered[comma] == 1)
        comma++;
    if (!lexis_is_sign(&items[comma], ',') || !is_passed(question))
        return false;
    bool denied = false, right_behind = lexis_is_word_of(&items[comma + 1], question->grammar->negations); /* "aucune demande": what is refused stands there */
    for (size_t i = comma + 1; i < question->stop && i <= comma + REFUSAL_REACH; i++)
        denied = denied || lexis_is_word_of(&items[i], question->grammar->negations);
    size_t reach = comma + (right_behind ? CALL_REACH : REFUSAL_REACH);
    return denied && survey_names(question->passage, comma + 1, reach, CUE_CALL) && tells_use(question, comma + 1, comma + 1 + REFUSAL_REACH);
}

bool clause_closes_house(const struct question *question, const struct cue *lead)
{
    bool hour = lead && lead->kind == CUE_UNTIL && lead->end < question->first && (question->covered[lead->end - 1] || question->covered[lead->end]);
    return hour && survey_sentence_has(question, CUE_OPEN) && !survey_sentence_has(question, CUE_CALL) && !survey_sentence_has(question, CUE_ADDRESS);
}

bool clause_is_condition(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool condition = false;
    for (size_t i = question->begin; i + 1 < lead->first; i++) {
        if (lexis_is_sign(&items[i], ',') || lexis_is_sign(&items[i], ':'))
            condition = false;
        if (lexis_is_word_of(&items[i], question->grammar->supposing))
            condition = lexis_is_word_of(&items[i + 1], question->grammar->articles) || lexis_is_word_of(&items[i + 1], question->grammar->they); /* not "si possible" */
    }
    return condition;
}

size_t clause_before_articles(const struct question *question)
{
    return lexis_back_over(question->passage->lexis.items, question->begin, question->first, question->grammar->articles);
}

bool clause_in_brackets(const struct question *question)
{
    size_t at = clause_before_articles(question);
    return at > 0 && lexis_is_sign(&question->passage->lexis.items[at - 1], '(');
}

bool clause_is_future(const struct question *question, size_t index)
{
    return grammar_ends(question->grammar->future_endings, question->passage->lexis.items[index].word);
}

bool clause_is_of_committee(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t cue = survey_cue_from(passage, question->begin);
    if (passages_has_cue(passage->above, CUE_PRIVATE) && !passages_has_cue(passage->above, CUE_EVENT) && !survey_sentence_has(question, CUE_EVENT))
        return true; /* "## Commissions d'admission", "Elles se tiendront du …" */
    return cue < passage->cue_count && passage->cues[cue].kind == CUE_PRIVATE && passage->cues[cue].first <= question->begin + 1;
}

bool clause_comes_each_year(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool before = question->first > question->begin && lexis_is_word_of(&items[question->first - 1], question->grammar->each);
    bool behind = question->end + 1 < question->stop && lexis_is_word_of(&items[question->end], question->grammar->of) && lexis_is_word_of(&items[question->end + 1], question->grammar->each);
    return before || behind;
}
