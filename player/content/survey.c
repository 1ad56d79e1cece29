#include "content/survey.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/sheet.h"

#include <string.h>

enum { HEAD_REACH = 5, PAST_REACH = 4 };

size_t survey_cue_from(const struct passage *passage, size_t lexeme)
{
    size_t low = 0, high = passage->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (passage->cues[middle].first < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum { NEAR_REACH = 60 };

size_t survey_near_begin(const struct question *question, size_t end)
{
    return end > question->begin + NEAR_REACH ? end - NEAR_REACH : question->begin;
}

size_t survey_near_stop(const struct question *question)
{
    return question->stop > question->end + NEAR_REACH ? question->end + NEAR_REACH : question->stop;
}

bool survey_names(const struct passage *passage, size_t from, size_t to, enum cue_kind kind)
{
    for (size_t i = survey_cue_from(passage, from); i < passage->cue_count && passage->cues[i].first < to; i++)
        if (passage->cues[i].kind == kind)
            return true;
    return false;
}

bool survey_asks(const struct passage *passage, size_t from, size_t to)
{
    return survey_names(passage, from, to, CUE_CALL) || survey_names(passage, from, to, CUE_ADDRESS);
}

size_t survey_question_end(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t end = question->begin;
    while (end > 0 && (lexis_is_sign(&items[end - 1], LEXEME_LINE) || lexis_is_sign(&items[end - 1], '*')))
        end--;
    return end > 1 && lexis_is_sign(&items[end - 1], '?') ? end : 0;
}

/* The words of a name in quotation marks that closes before the date: "une soirée « Bilan de saison » aura lieu le". */
static bool is_in_name(const struct question *question, const struct cue *cue)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t marks = 0;
    bool words = cue->kind == CUE_STEP || cue->kind == CUE_PRIVATE || cue->kind == CUE_TERM || cue->kind == CUE_LAW || cue->kind == CUE_LIMIT || cue->kind == CUE_HOURS;
    for (size_t i = question->begin; words && i < cue->first; i++)
        marks += lexis_is_sign(&items[i], '"');
    if (marks % 2 == 0)
        return false;
    for (size_t i = cue->end; i < question->first; i++)
        if (lexis_is_sign(&items[i], '"'))
            return true;
    return false;
}

/* "Le débat « Installer, transmettre »": what is asked for in the name of an event is not asked. */
static bool is_in_event_name(const struct question *question, const struct cue *cue)
{
    const struct passage *passage = question->passage;
    size_t open = cue->first;
    while (open > question->begin && !lexis_is_sign(&passage->lexis.items[open - 1], '"'))
        open--;
    size_t at = survey_cue_from(passage, open);
    bool named = open > question->begin + 1 && at > 0 && passage->cues[at - 1].kind == CUE_EVENT && passage->cues[at - 1].end + 1 == open;
    for (size_t i = cue->end; named && i < question->first; i++)
        if (lexis_is_sign(&passage->lexis.items[i], '"'))
            return true;
    return false;
}

/* "(jusqu'à 19h)", "avant 12h" say something of the hour, "ferme à 17h" of the day. */
static bool is_only_hour(const struct question *question, const struct cue *cue)
{
    return question->covered[cue->end - 1] == SHEET_TIME && (question->covered[cue->first] == SHEET_TIME || cue->kind != CUE_PRIVATE);
}

/* A cue before the date is no hour, and no part of a name. */
static bool speaks_of_date(const struct question *question, const struct cue *cue)
{
    bool hour = question->covered[cue->first] == SHEET_TIME && question->covered[cue->end - 1] == SHEET_TIME;
    return !hour && !is_in_name(question, cue) && !(cue->kind == CUE_CALL && is_in_event_name(question, cue));
}

/* "Mardi 18 mars à 17h, avec des agents qui étaient là en 2004": the past of a clause about a noun that stands behind the appointment. */
static bool is_past_of_relative(const struct question *question, const struct cue *cue)
{
    enum { CLAUSE_REACH = 3 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t pronoun = cue->first;
    for (size_t i = cue->first; i-- > question->end && cue->first - i <= CLAUSE_REACH;)
        if (lexis_is_word_of(&items[i], question->grammar->relatives))
            pronoun = i;
    size_t words = clause_words(question, question->end, pronoun);
    return cue->kind == CUE_PAST && pronoun < cue->first && words > 0 && (question->has_stretch || (question->weekday && question->has_hour));
}

void survey_take(const struct question *question, struct survey *survey)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->first);
    size_t floor = question->after > question->begin ? question->after : question->begin;
    size_t ceiling = question->before < question->stop ? question->before : question->stop;
    survey->left_count = survey->right_count = 0;
    for (size_t i = at; i-- > 0 && passage->cues[i].first >= floor && survey->left_count < SURVEY_MOST;)
        if (speaks_of_date(question, &passage->cues[i]))
            survey->left[survey->left_count++] = &passage->cues[i];
    for (size_t i = at; !question->enclosed && i < passage->cue_count && passage->cues[i].first < ceiling && survey->right_count < SURVEY_MOST; i++)
        if (passage->cues[i].first >= question->end && !is_only_hour(question, &passage->cues[i]) && !is_past_of_relative(question, &passage->cues[i])) /* "(jusqu'à 19h)" */
            survey->right[survey->right_count++] = &passage->cues[i];
}

bool survey_left_has(const struct survey *survey, enum cue_kind kind)
{
    for (size_t i = 0; i < survey->left_count; i++)
        if (survey->left[i]->kind == kind)
            return true;
    return false;
}

bool survey_right_has(const struct survey *survey, enum cue_kind kind)
{
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == kind)
            return true;
    return false;
}

/* The past tense speaks of the date when no verb of the present or future stands between. */
bool survey_past_governs(const struct survey *survey, size_t from)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_WILL || kind == CUE_ADDRESS || kind == CUE_ASK)
            return false;
        if ((kind == CUE_PAST || kind == CUE_RECAP) && i >= from)
            return true;
    }
    return false;
}

/* "ont été reçues jusqu'au", "était ouvert jusqu'au": the past stands right before the lead, or before the "ouvert" before it. */
/* A request in one word: "téléchargez". */
static bool is_imperative(const struct question *question, const struct cue *cue)
{
    const char *word = question->passage->lexis.items[cue->first].word;
    size_t length = strlen(word);
    for (const char *const *ending = question->grammar->request_endings; cue->kind == CUE_ASK && cue->end == cue->first + 1 && *ending; ending++)
        if (length > strlen(*ending) && strcmp(word + length - strlen(*ending), *ending) == 0)
            return true;
    return false;
}

bool survey_past_touches(const struct question *question, const struct survey *survey, size_t lead)
{
    size_t edge = lead;
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (cue->first >= lead)
            continue;
        if (cue->end + PAST_REACH < edge)
            return false;
        if (cue->kind == CUE_OPEN && clause_is_future(question, cue->first))
            return false; /* "a été prolongé et sera ouvert jusqu'au" */
        if (is_imperative(question, cue))
            return false; /* "Si vous avez déposé un dossier, téléchargez vos documents au plus tard" */
        if (cue->kind == CUE_PAST || cue->kind == CUE_ADDRESS) /* "a lancé un appel : participez avant le" asks today */
            return cue->kind == CUE_PAST;
        edge = cue->first;
    }
    return false;
}

/* "a été lancé", "est prolongé": what began goes on. */
static bool tells_launch(const struct question *question, const struct cue *cue)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = cue->first; i < cue->end + 2 && i < lexis->count; i++)
        if (grammar_begins(question->grammar->launching, lexis->items[i].word))
            return true;
    return false;
}

/* The first verb behind the date looks back: its cue, or NULL. */
static const struct cue *past_behind(const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++) {
        enum cue_kind kind = survey->right[i]->kind;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_WILL || kind == CUE_ADDRESS || kind == CUE_ASK)
            return NULL;
        if (kind == CUE_PAST)
            return survey->right[i];
    }
    return NULL;
}

bool survey_is_past_behind(const struct survey *survey)
{
    return past_behind(survey) != NULL;
}

bool survey_past_concludes(const struct question *question, const struct survey *survey)
{
    const struct cue *past = past_behind(survey);
    return past && !tells_launch(question, past);
}

/* A comma or a colon parts the clause of one cue from that of another. */
bool survey_is_parted(const struct question *question, const struct cue *one, const struct cue *other)
{
    for (size_t i = one->end; other && i < other->first; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_SIGN && strchr(",:(;-", question->passage->lexis.items[i].sign))
            return true;
    return false;
}

/* "cérémonie de remise des prix": the event is the head of the words behind it. */
bool survey_has_event_head(const struct survey *survey, size_t index)
{
    for (size_t i = index; i + 1 < survey->left_count; i++) {
        if (survey->left[i + 1]->end + HEAD_REACH < survey->left[i]->first)
            return false;
        if (survey->left[i + 1]->kind == CUE_EVENT)
            return true;
        if (survey->left[i + 1]->kind != CUE_STEP)
            return false;
    }
    return false;
}

/* Articles, and one word before them when there may be a verb, are all that stands between two lexemes: "Les services techniques chiffrent les
 * propositions". */
static bool reaches(const struct question *question, size_t from, size_t to, bool verb)
{
    for (size_t i = from; i < to; i++) {
        const struct lexeme *item = &question->passage->lexis.items[i];
        bool small = item->kind == LEXEME_WORD && (grammar_lists(question->grammar->articles, item->word) || grammar_lists(question->grammar->determiners, item->word));
        if (!small && (!verb || i != from || item->kind != LEXEME_WORD))
            return false;
    }
    return true;
}

bool survey_is_object(const struct question *question, const struct survey *survey, size_t index)
{
    if (index + 1 >= survey->left_count || survey->left[index]->kind != CUE_CALL)
        return false;
    const struct cue *object = survey->left[index], *head = survey->left[index + 1];
    const struct lexeme *items = question->passage->lexis.items;
    if ((head->kind != CUE_STEP && head->kind != CUE_PRIVATE) || head->end + 3 < object->first ||
        grammar_lists(question->grammar->column_begins, items[head->first].word) || grammar_begins(question->grammar->launching, items[head->first].word))
        return false; /* "ouvre une consultation" */
    return reaches(question, head->end, object->first, head->kind == CUE_PRIVATE);
}

bool survey_is_named_by_call(const struct question *question, const struct survey *survey, size_t index)
{
    enum { SMALL_LETTERS = 4, BETWEEN_MOST = 4 };
    const struct cue *event = survey->left[index], *asked = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    const struct lexeme *items = question->passage->lexis.items;
    if (!asked || event->kind != CUE_EVENT || (asked->kind != CUE_CALL && asked->kind != CUE_LIMIT) || asked->end >= event->first || asked->end + BETWEEN_MOST < event->first)
        return false;
    for (size_t i = asked->end; i < event->first; i++)
        if (items[i].kind == LEXEME_WORD ? strlen(items[i].word) > SMALL_LETTERS && !grammar_lists(question->grammar->articles, items[i].word) : !lexis_is_sign(&items[i], '\''))
            return false;
    return true;
}

bool survey_is_asked_for(const struct question *question, const struct survey *survey, size_t index)
{
    const struct cue *event = survey->left[index];
    bool sign = event->end < question->first && lexis_is_sign(&question->passage->lexis.items[event->end], ':');
    return (sign || (index > 0 && survey->left[0]->kind == CUE_OPEN)) && survey_is_named_by_call(question, survey, index);
}

/* "du", "des": what follows belongs to the noun before. */
static bool is_of(const struct question *question, const struct lexeme *lexeme)
{
    return lexis_is_word_of(lexeme, question->grammar->of);
}

/* "Sa première réunion": of who was named before. */
static bool opens_with_theirs(const struct question *question)
{
    static const char *const theirs[] = {"sa", "son", "ses", "its", NULL};
    return lexis_is_word_of(&question->passage->lexis.items[question->begin], theirs);
}

/* The sentence before tells of a committee. */
static bool committee_before(const struct question *question)
{
    const struct passage *passage = question->passage;
    int before = question->begin ? passage->lexis.items[question->begin - 1].sentence : -1;
    return before >= 0 && passages_sentence_has(passage, before, CUE_PRIVATE);
}

bool survey_is_of_private(const struct question *question, const struct survey *survey, size_t index)
{
    enum { OF_REACH = 3 };
    const struct cue *event = survey->left[index], *head = index + 1 < survey->left_count ? survey->left[index + 1] : NULL;
    const struct lexeme *items = question->passage->lexis.items;
    if (opens_with_theirs(question) && committee_before(question))
        return true; /* "Un comité de suivi se réunira. Sa première réunion est fixée au 9 novembre" */
    if (!head || head->kind != CUE_PRIVATE || head->end >= event->first)
        return false;
    for (size_t i = event->first; i-- > head->end && event->first - i <= OF_REACH;)
        if (lexis_is_sign(&items[i], ':'))
            return true; /* "Commission d'admission des crèches : prochaine réunion le 7 novembre" */
    if (head->end + OF_REACH < event->first)
        return false;
    bool described = event->first > head->end + 1 && items[head->end].kind == LEXEME_WORD && is_of(question, &items[event->first - 1]); /* "interdiction temporaire de vente" */
    return described || is_of(question, &items[head->end]);
}

bool survey_is_complement(const struct question *question, const struct survey *survey, size_t index)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = survey->left[index]->first;
    bool future = false;
    for (size_t i = 0; i < index; i++)
        future = future || survey->left[i]->kind == CUE_WILL;
    if (at > question->begin && lexis_is_word(&items[at - 1], "la"))
        at--;
    return future && at > question->begin && is_of(question, &items[at - 1]);
}

bool survey_left_announces(const struct survey *survey)
{
    static const enum cue_kind kinds[] = {CUE_MEET, CUE_HELD, CUE_WILL, CUE_ADDRESS, CUE_ASK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_left_has(survey, kinds[i]))
            return true;
    return false;
}

bool survey_meets_further_left(const struct survey *survey, size_t index)
{
    for (size_t i = index + 1; i < survey->left_count; i++)
        if (survey->left[i]->kind == CUE_MEET)
            return true;
    return false;
}

/* The past right behind a date that an event announces: "le webinaire du 3 mai a été enregistré". */
bool survey_past_follows(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == CUE_PAST)
            return survey->right[i]->first <= question->end + PAST_REACH && !survey_left_has(survey, CUE_MEET);
    return false;
}

/* A cue of this kind stands in the sentence before the date, other dates or not. */
bool survey_sentence_has(const struct question *question, enum cue_kind kind)
{
    return survey_names(question->passage, question->begin, question->first, kind);
}

bool survey_has(const struct question *question, const struct survey *survey, enum cue_kind kind)
{
    return survey_sentence_has(question, kind) || survey_right_has(survey, kind);
}

bool survey_sentence_is_past(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (question->after <= question->begin)
        return false; /* the first date of its sentence was judged by its own cues */
    for (size_t i = survey_cue_from(passage, question->first); i-- > 0 && passage->cues[i].first >= question->begin;) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_WILL || kind == CUE_ADDRESS)
            return false;
        if (kind == CUE_PAST || kind == CUE_RECAP)
            return true;
    }
    return false;
}

bool survey_asks_right_behind(const struct question *question, const struct survey *survey)
{
    const struct cue *cue = survey->right_count ? survey->right[0] : NULL;
    bool colon = false;
    if (!cue || cue->kind != CUE_ADDRESS)
        return false;
    for (size_t i = question->end; i < cue->first; i++) {
        colon = colon || lexis_is_sign(&question->passage->lexis.items[i], ':');
        if (question->passage->lexis.items[i].kind != LEXEME_SIGN && !question->covered[i] && !clause_is_small(question, i))
            return false;
    }
    return colon;
}
