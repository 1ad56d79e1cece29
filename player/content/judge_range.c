#include "content/judge_range.h"

#include "content/clause.h"
#include "content/cues.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/verdict.h"

/* "Stage de poterie, du mardi 18 au vendredi 21 avril, de 10 h à 12 h": days that are told one by one; not "durée du stage", "en stage", "son stage". */
static bool is_course(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool opens = cue->first == question->begin || items[cue->first - 1].kind == LEXEME_SIGN || items[cue->first - 1].kind == LEXEME_NUMBER || lexis_is_word_of(&items[cue->first - 1], question->grammar->articles);
    bool of = cue->first > question->begin && lexis_is_word_of(&items[cue->first - 1], question->grammar->of);
    bool told = !question->spell || (question->has_stretch && !question->both);
    bool word = cue->end == cue->first + 1 || question->has_stretch; /* "le stage se déroule du 14 au 17 avril, de 9h30 à 12h" */
    return cue->kind == CUE_TERM && word && opens && !of && told && lexis_is_word_of(&items[cue->first], question->grammar->courses);
}

/* What a range is when the cue stands beside it. `open`: "ouvert" was passed on the way. */
static enum finding range_by(const struct question *question, const struct cue *cue, bool *open, bool *meets)
{
    if (is_course(question, cue))
        return FOUND_EVENT;
    switch (cue->kind) {
    case CUE_CALL:
    case CUE_ADDRESS:
    case CUE_LIMIT:
    case CUE_UNTIL:
        return FOUND_DEADLINE;
    case CUE_OPEN:
        *open = true;
        return FOUND_UNKNOWN;
    case CUE_HELD:
        *meets = true;
        return FOUND_UNKNOWN;
    case CUE_MEET:
        return FOUND_EVENT;
    case CUE_EVENT:
        return clause_is_others(question, cue) ? FOUND_NOTHING : FOUND_EVENT;
    case CUE_LAW:
        return clause_names_law(question, cue) ? FOUND_NOTHING : FOUND_UNKNOWN;
    case CUE_ENDS: /* "sera fermée du 29 mai au 1er juin" */
    case CUE_STEP:
    case CUE_PRIVATE:
    case CUE_TERM:
    case CUE_PAST:
    case CUE_DATELINE:
    case CUE_HOURS:
        return FOUND_NOTHING;
    default:
        return FOUND_UNKNOWN;
    }
}

/* A step that says nothing here: it is the event itself, or an event stands before it. */
static bool is_open_step(const struct question *question, const struct survey *survey, size_t index, bool *meets)
{
    const struct cue *cue = survey->left[index];
    if (cue->kind != CUE_STEP)
        return false;
    if (survey_has_event_head(survey, index) || survey_meets_further_left(survey, index))
        return true;
    bool launch = question->several && !question->has_hour && clause_is_launch(question, cue);
    *meets = *meets || launch; /* "La Rentrée citoyenne, les 21 et 22 septembre" */
    return launch;
}

/* "son appel à films pour sa neuvième édition, qui aura lieu du 25 au 27 mai": what takes place is not what is asked for. */
static bool is_held_clause(const struct question *question, const struct survey *survey)
{
    const struct cue *held = survey->left_count ? survey->left[0] : NULL, *asked = survey->left_count > 1 ? survey->left[1] : NULL;
    const struct lexeme *items = question->passage->lexis.items;
    if (!held || held->kind != CUE_HELD || held->first < question->begin + 2 || question->first > held->end + 1 || !grammar_lists(question->grammar->relatives, items[held->first - 1].word))
        return false;
    bool open = asked && asked->kind == CUE_CALL && grammar_begins(question->grammar->called_for, items[asked->first].word); /* "la consultation en ligne qui se tient du 3 au 5 mai" */
    return !asked || (asked->end + 2 < held->first && !(open && lexis_is_word(&items[asked->end], "en"))); /* "le dépôt des dossiers, qui aura lieu du 3 au 5 mai" */
}

/* "inscription à la semaine « nature » (10-14 juillet)": the days of what stands in quotation marks right before them. */
static bool is_of_name(const struct question *question)
{
    size_t at = clause_before_articles(question);
    return clause_in_brackets(question) && at > question->begin + 1 && lexis_is_sign(&question->passage->lexis.items[at - 2], '"');
}

/* "sur inscription" */
static bool is_upon(const struct question *question, const struct cue *call)
{
    return call->kind == CUE_CALL && call->first > question->begin && lexis_is_word_of(&question->passage->lexis.items[call->first - 1], question->grammar->upon);
}

/* "Visites guidées sur réservation du 10 au 14 mars": one has to enrol for what takes place on these days. */
static bool is_way_in(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *call = survey->left[index], *event = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    bool held = index > 0 && survey->left[index - 1]->kind == CUE_HELD; /* "Les ateliers, sur réservation, se déroulent du 22 au 25 avril" */
    bool named = event && (event->kind == CUE_EVENT || event->kind == CUE_HELD) && (held || !survey_is_parted(question, event, call));
    return named && is_upon(question, call) && !survey_is_named_by_call(question, survey, index + 1);
}

/* What the cue at `index` names is not what the stretch is for: it is worked on, refers to something, or names what one enrols for. */
static bool is_only_named(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *cue = survey->left[index], *before = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    bool refers = cue->kind == CUE_CALL && before && before->kind == CUE_REFERS && before->end == cue->first; /* "pendant les inscriptions (du 3 au 20 juillet)" */
    return refers || is_of_name(question) || survey_is_object(question, survey, index) || (question->spell && survey_is_named_by_call(question, survey, index));
}

/* The past governs what was found, or follows it: "L'exposition, montrée à Lisbonne du 6 février au 2 juin, a attiré …". */
static bool is_over(const struct question *question, const struct survey *survey, size_t index, enum finding found)
{
    bool concluded = survey_past_concludes(question, survey);
    return found == FOUND_EVENT ? survey_past_governs(survey, index) || (concluded && !survey_left_announces(survey)) : concluded;
}

/* "Du 18 septembre au 17 novembre, tous les agents sont invités à évaluer leurs compétences": nothing is named that one comes to. */
static bool invites_to_do(const struct question *question, const struct survey *survey)
{
    const struct cue *ask = survey->right_count && survey->left_count == 0 ? survey->right[0] : NULL;
    bool invites = ask && ask->kind == CUE_ASK && grammar_begins(question->grammar->inviting, question->passage->lexis.items[ask->first].word);
    bool tells = ask && (ask->kind == CUE_ASK || ask->kind == CUE_ADDRESS) && ask->first == question->end + 1; /* "Du 22 janvier au 4 février, testez …" */
    return (invites || tells) && question->spell && !question->passage->meets && !survey_right_has(survey, CUE_EVENT) && !survey_right_has(survey, CUE_MEET);
}

/* "L'enquête publique, prescrite par arrêté du 20 septembre, se déroule du 24 octobre au 25 novembre": what the sentence opens with is asked for. */
static enum finding held_of(const struct question *question, const struct survey *survey)
{
    const struct passage *passage = question->passage;
    bool named = survey_left_has(survey, CUE_EVENT) || survey_left_has(survey, CUE_CALL) || survey_sentence_has(question, CUE_EVENT);
    bool goes_on = passage->calls && !passage->meets && lexis_is_word_of(&passage->lexis.items[question->begin], question->grammar->they); /* "## Enquête publique", "Elle se déroule du …" */
    if (!named && goes_on && question->spell)
        return FOUND_DEADLINE;
    return !named && survey_sentence_has(question, CUE_CALL) && question->spell ? FOUND_DEADLINE : FOUND_EVENT;
}

/* "Résidence du 4 au 29 octobre, candidatures acceptées jusqu'au 9 juillet": behind a comma what is asked for has a last day of its own. */
static bool has_own_limit(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *cue = survey->right[index];
    const struct passage *passage = question->passage;
    bool parted = false;
    for (size_t i = question->end; i < cue->first; i++)
        parted = parted || lexis_is_sign(&passage->lexis.items[i], ',') || lexis_is_sign(&passage->lexis.items[i], ':');
    bool limited = survey_names(passage, cue->end, question->before, CUE_UNTIL) || survey_names(passage, cue->end, question->before, CUE_BEFORE) || survey_names(passage, cue->end, question->before, CUE_DUE);
    return (cue->kind == CUE_CALL || cue->kind == CUE_ADDRESS) && parted && limited && question->before < question->stop;
}

/* "Appel à volontaires pour les tests, du 6 au 10 mars. Manifestez-vous avant le 1er mars.": behind a comma, where another sentence has the last day. */
static bool is_parted_stretch(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = clause_before_articles(question);
    if (at == question->begin || !lexis_is_sign(&passage->lexis.items[at - 1], ','))
        return false;
    for (size_t i = survey_cue_from(passage, question->stop); i < passage->cue_count; i++)
        if (passage->cues[i].kind == CUE_BEFORE || passage->cues[i].kind == CUE_UNTIL || passage->cues[i].kind == CUE_DUE)
            return true;
    return false;
}

/* An event that one enrols for, or the way to enrol for it. */
static bool is_beside_event(const struct question *question, const struct survey *survey, size_t index)
{
    return survey_is_asked_for(question, survey, index) || is_way_in(question, survey, index);
}

/* The cues to the left of a range; FOUND_UNKNOWN when none decides. */
static enum finding range_left(const struct question *question, const struct survey *survey, bool *open, bool *meets)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (is_open_step(question, survey, i, meets) || is_beside_event(question, survey, i))
            continue;
        if ((cue->kind == CUE_PAST && !survey_past_governs(survey, 0)) || clause_is_daily(question, cue))
            continue;
        if (cue->kind == CUE_EVENT && survey_is_of_private(question, survey, i))
            return FOUND_NOTHING;
        if (is_only_named(question, survey, i) || (cue->kind == CUE_CALL && is_parted_stretch(question)))
            return FOUND_NOTHING;
        enum finding found = range_by(question, cue, open, meets);
        if (found != FOUND_UNKNOWN)
            return is_over(question, survey, i, found) ? FOUND_NOTHING : found;
    }
    return *meets ? held_of(question, survey) : FOUND_UNKNOWN;
}

/* "Du 12 au 14 juillet, le festival a réuni 8 000 personnes" */
static enum finding unless_over(const struct question *question, const struct survey *survey, enum finding found)
{
    return found == FOUND_EVENT && survey_past_concludes(question, survey) ? FOUND_NOTHING : found;
}

/* "du 1er juillet au 31 août, ouvert 7 j/7, 9 h 30 – 12 h 30 et 14 h – 18 h 30": hours behind "ouvert" are those of a house. */
static bool tells_hours_behind(const struct question *question, const struct survey *survey)
{
    bool open = false;
    for (size_t i = 0; i < survey->right_count && !open; i++)
        open = survey->right[i]->kind == CUE_OPEN;
    for (size_t i = question->end; open && !question->has_hour && i < question->stop; i++)
        if (question->covered[i] == 1)
            return !survey_sentence_has(question, CUE_CALL) && !survey_right_has(survey, CUE_CALL);
    return false;
}

/* What is open is a building: it has hours. */
static bool is_open_house(const struct question *question, const struct survey *survey)
{
    return tells_hours_behind(question, survey) || (question->has_stretch && !question->both) || (clause_is_building(question) && !question->passage->page_calls);
}

/* "Le refuge est ouvert du 14 juin au 20 septembre, réservation obligatoire": behind a comma, how one gets into a house. */
static bool is_note_on_house(const struct question *question, const struct cue *cue)
{
    return cue->kind == CUE_CALL && cue->first == question->end + 1 && lexis_is_sign(&question->passage->lexis.items[question->end], ',') && clause_is_building(question);
}

/* "10 au 13 décembre 2024, Rennes", and in the next line "tarif réduit jusqu'au 18 octobre": what leads to the next day says nothing of this one. */
static bool is_lead_of_next(const struct question *question, const struct cue *cue)
{
    return (cue->kind == CUE_UNTIL || cue->kind == CUE_BEFORE) && question->before < question->passage->lexis.count && question->before <= cue->end + 1;
}

/* The cues behind a range decide; `open` and `meets` are what those before it said. */
static enum finding range_right(const struct question *question, const struct survey *survey, bool open, bool meets)
{
    enum finding found = FOUND_UNKNOWN;
    bool daily = false;
    for (size_t i = 0; i < survey->right_count; i++) {
        if (clause_is_daily(question, survey->right[i])) {
            daily = true;
            continue;
        }
        if (has_own_limit(question, survey, i))
            break;
        if (is_lead_of_next(question, survey->right[i]))
            break;
        if (open && is_note_on_house(question, survey->right[i]))
            continue;
        found = range_by(question, survey->right[i], &open, &meets);
        if (found == FOUND_DEADLINE || found == FOUND_NOTHING || (found == FOUND_EVENT && !open))
            return unless_over(question, survey, found);
    }
    if (open)
        return daily || is_open_house(question, survey) ? FOUND_NOTHING : FOUND_DEADLINE;
    return meets ? FOUND_EVENT : FOUND_UNKNOWN;
}

/* "se dérouleront entre le 5 juillet et le 31 août": on some days of these. */
static bool is_some_day(const struct question *question, const struct survey *survey)
{
    bool held = survey_left_has(survey, CUE_HELD) || survey_left_has(survey, CUE_MEET) || (!survey_left_has(survey, CUE_STEP) && !survey_left_has(survey, CUE_WILL)); /* "Exposition entre le 5 mars et le 31 mai" */
    if ((held && survey_sentence_has(question, CUE_EVENT)) || survey_right_has(survey, CUE_EVENT) || survey_right_has(survey, CUE_ASK))
        return false;
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    return at > question->begin && lexis_is_word_of(&items[at - 1], question->grammar->between);
}

/* "D'une durée de quatre semaines, elle aura lieu du 4 au 29 juillet" of a page about a consultation. */
static bool is_call_held(const struct question *question, const struct survey *survey)
{
    const struct cue *held = survey->left_count && survey->left[0]->kind == CUE_HELD ? survey->left[0] : NULL;
    const struct passage *passage = question->passage;
    bool pronoun = held && held->first > question->begin && lexis_is_word_of(&passage->lexis.items[held->first - 1], question->grammar->they);
    return pronoun && passage->page_calls && !passage->meets && !survey_sentence_has(question, CUE_EVENT);
}

/* "Le musée présente, du 14 mars au 20 septembre, deux cents pièces", "Du 16 mars au 30 juin, la bibliothèque expose …" of a page about an exhibition. */
static bool passage_shows(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; question->passage->meets && i < question->stop; i++)
        if (lexis_is_word_of(&items[i], question->grammar->showing))
            return true;
    return false;
}

/* What a committee holds is nothing to come to. */
static enum finding of_committee(const struct question *question, enum finding found)
{
    return found == FOUND_EVENT && clause_is_of_committee(question) ? FOUND_NOTHING : found;
}

/* "Six mois, du 1er mars au 31 août": how long something runs, when nothing else is named. */
static bool tells_length(const struct question *question, const struct survey *survey)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->first;
    while (at > question->begin && (items[at - 1].kind == LEXEME_SIGN || lexis_is_word_of(&items[at - 1], question->grammar->articles)))
        at--;
    bool length = at > question->begin + 1 && lexis_is_word_of(&items[at - 1], question->grammar->weeks);
    return length && question->spell && survey->left_count == 0 && !survey_right_has(survey, CUE_CALL);
}

/* "les demandes déposées entre le 1er juillet et le 30 septembre seront examinées": what is handed in is told right before "entre". */
static bool is_handed_between(const struct survey *survey, size_t between)
{
    const struct cue *call = survey->left_count ? survey->left[0] : NULL;
    bool told_of = survey_left_has(survey, CUE_PAST) || survey_right_has(survey, CUE_PAST) || survey_left_has(survey, CUE_PRIVATE);
    return call && call->kind == CUE_CALL && call->end == between && !told_of;
}

/* "demandez le remboursement en ligne entre le 1er septembre et le 31 mai": some day of these, which the reader chooses. */
static bool is_asked_between(const struct question *question, const struct survey *survey)
{
    size_t at = clause_before_articles(question);
    bool between = at > question->begin + 1 && lexis_is_word_of(&question->passage->lexis.items[at - 1], question->grammar->between);
    if (!between || survey_left_has(survey, CUE_EVENT))
        return false;
    const struct cue *ask = survey->left_count ? survey->left[0] : NULL;
    bool asks = survey_left_has(survey, CUE_ADDRESS) || survey_left_has(survey, CUE_ASK);
    bool told = ask && asks && (ask->kind == CUE_CALL || ask->kind == CUE_ADDRESS || (at > question->begin + 2 && lexis_is_word(&question->passage->lexis.items[at - 3], "en"))); /* and not "les revenus perçus entre …" */
    return told || is_handed_between(survey, at - 1);
}

/* The reader is asked for something, and has these days for it. */
static bool is_time_to_do(const struct question *question, const struct survey *survey)
{
    if (is_asked_between(question, survey))
        return true;
    if (passage_shows(question))
        return false;
    bool asks = survey_asks_right_behind(question, survey) && !survey_left_has(survey, CUE_PRIVATE); /* not "Changement d'heure du 25 au 26 octobre : pensez à …" */
    return (asks && !has_own_limit(question, survey, 0)) || is_call_held(question, survey) || invites_to_do(question, survey);
}

enum finding judge_range(const struct question *question, const struct survey *survey)
{
    bool open = false, meets = false;
    if (clause_describes(question) || tells_length(question, survey))
        return FOUND_NOTHING;
    if (is_time_to_do(question, survey))
        return FOUND_DEADLINE;
    if (is_held_clause(question, survey))
        return survey_past_governs(survey, 0) ? FOUND_NOTHING : of_committee(question, FOUND_EVENT);
    enum finding found = range_left(question, survey, &open, &meets);
    if ((found == FOUND_EVENT || found == FOUND_UNKNOWN) && is_some_day(question, survey))
        return FOUND_NOTHING;
    if (found != FOUND_UNKNOWN)
        return of_committee(question, found);
    meets = meets || passage_shows(question);
    bool aside = clause_in_brackets(question) && !question->has_hour; /* "le dernier trimestre (du 1er octobre au 31 décembre) est à déclarer" */
    return aside || survey_right_has(survey, CUE_PRIVATE) ? FOUND_NOTHING : range_right(question, survey, open, meets);
}
