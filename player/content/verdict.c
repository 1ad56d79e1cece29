#include "content/verdict.h"

#include "content/article.h"
#include "content/survey.h"

#include <string.h>

enum { LEAD_REACH = 12, LAW_REACH = 14 };

/* What may stand between a lead cue and its date. */
static bool is_filler(const struct question *question, size_t index)
{
    const struct lexeme *lexeme = &question->passage->lexis.items[index];
    if (question->covered[index] == 1)
        return true;
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
           kind == CUE_FORMERLY || kind == CUE_DATELINE;
}

/* The cue that governs the date directly, or NULL. */
static const struct cue *find_lead(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->first), gap = question->first;
    while (at-- > 0) {
        const struct cue *cue = &passage->cues[at];
        if (cue->end > gap)
            return NULL;
        for (; gap > cue->end; gap--)
            if (question->first - gap >= LEAD_REACH || !is_filler(question, gap - 1) || gap - 1 < question->after)
                return NULL;
        if (is_lead(cue->kind))
            return cue;
        bool harmless = true; /* a cue that is made of fillers only hides nothing */
        for (size_t i = cue->first; i < cue->end; i++)
            harmless = harmless && is_filler(question, i);
        if (!harmless)
            return NULL;
        gap = cue->first;
    }
    return NULL;
}

/* "(complet)", "– annulé": the word stands alone between signs. */
static bool stands_alone(const struct passage *passage, const struct cue *cue)
{
    const struct lexeme *items = passage->lexis.items;
    bool open = cue->first == 0 || items[cue->first - 1].kind == LEXEME_SIGN;
    return open && items[cue->end].kind == LEXEME_SIGN;
}

static bool is_off(const struct question *question, const struct survey *survey)
{
    const struct passage *passage = question->passage;
    if (passage->off || passages_is_struck(passage, passage->lexis.items[question->first].begin))
        return true;
    for (size_t i = 0; i < survey->left_count; i++)
        if (question->after <= question->begin &&
            (survey->left[i]->kind == CUE_OFF || (survey->left[i]->kind == CUE_CLOSED && stands_alone(passage, survey->left[i]))))
            return true;
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == CUE_OFF || (survey->right[i]->kind == CUE_CLOSED && stands_alone(passage, survey->right[i])))
            return true;
    return false;
}

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

/* A deadline that is not the reader's: of the jury, of a contract, of what is over. */
static bool is_foreign(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    const struct cue *said = NULL;
    if (lead->kind != CUE_MOVED && survey_past_touches(survey, lead->first))
        return true;
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        enum owner owner = cue == lead ? OWNER_UNKNOWN : owner_by(question, survey, cue, said);
        if (owner != OWNER_UNKNOWN)
            return owner == OWNER_OTHER;
        if (cue != lead && (cue->kind == CUE_CALL || cue->kind == CUE_OPEN || cue->kind == CUE_LIMIT))
            said = cue;
    }
    return !said && is_foreign_right(survey);
}

enum { SHORT_SENTENCE = 4 };

/* Something in the sentence, the headings or the title asks for something; or the sentence is hardly more than the date. */
static bool is_asked(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    static const enum cue_kind kinds[] = {CUE_CALL, CUE_ADDRESS, CUE_OPEN, CUE_LIMIT, CUE_EVENT, CUE_MEET, CUE_ASK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_sentence_has(question, kinds[i]) || survey_right_has(survey, kinds[i]))
            return true;
    size_t words = 0;
    for (size_t i = question->begin; i < question->stop; i++)
        words += question->passage->lexis.items[i].kind == LEXEME_WORD && !question->covered[i];
    return question->passage->calls || question->passage->page_calls || lead->kind == CUE_DUE || words <= SHORT_SENTENCE;
}

/* The date is the name of a law: "loi n° 78-17 du 6 janvier 1978". */
static bool names_law(const struct question *question, const struct cue *cue)
{
    const struct lexeme *before = question->first ? &question->passage->lexis.items[question->first - 1] : NULL;
    return before && cue->end + LAW_REACH >= question->first &&
           (lexis_is_word(before, "du") || lexis_is_word(before, "of") || cue->end == question->first);
}

enum finding { FOUND_UNKNOWN, FOUND_NOTHING, FOUND_EVENT, FOUND_DEADLINE };

/* What the cue says of a single day when it stands to the left. */
static enum finding single_left(const struct question *question, const struct survey *survey, size_t index)
{
    switch (survey->left[index]->kind) {
    case CUE_EVENT:
        return survey_past_governs(survey, index) ? FOUND_NOTHING : FOUND_EVENT;
    case CUE_MEET:
        return FOUND_EVENT;
    case CUE_LIMIT:
        return FOUND_DEADLINE;
    case CUE_STEP:
        if (survey_has_event_head(survey, index))
            return FOUND_UNKNOWN;
        return survey_meets_further_left(survey, index) && !survey_past_governs(survey, 0) ? FOUND_EVENT : FOUND_NOTHING;
    case CUE_PRIVATE:
    case CUE_DATELINE:
    case CUE_HOURS:
        return FOUND_NOTHING;
    case CUE_TERM:
        return question->has_hour ? FOUND_UNKNOWN : FOUND_NOTHING;
    case CUE_LAW:
        return names_law(question, survey->left[index]) ? FOUND_NOTHING : FOUND_UNKNOWN;
    case CUE_PAST:
        return survey_past_governs(survey, 0) ? FOUND_NOTHING : FOUND_UNKNOWN;
    default:
        return FOUND_UNKNOWN;
    }
}

/* "réunion de clôture": the limit only says which event it is. */
static bool ends_event(const struct survey *survey, const struct cue *limit)
{
    for (size_t i = 0; i < survey->left_count; i++)
        if (survey->left[i]->kind == CUE_EVENT && survey->left[i]->end <= limit->first && survey->left[i]->end + 2 >= limit->first)
            return true;
    return false;
}

/* "clôture du séminaire le 3 mai": an end of what takes place is no deadline. */
static enum finding limit_of(const struct question *question, const struct survey *survey, size_t index)
{
    bool call = survey_left_has(survey, CUE_CALL) || survey_left_has(survey, CUE_ADDRESS);
    if (ends_event(survey, survey->left[index]))
        return FOUND_EVENT;
    for (size_t i = 0; i < index; i++)
        if (survey->left[i]->kind == CUE_EVENT && !call)
            return question->has_hour ? FOUND_EVENT : FOUND_NOTHING;
    return FOUND_DEADLINE;
}

/* A limit to the left, if nothing that takes place stands between. */
static enum finding find_limit(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_LIMIT)
            return limit_of(question, survey, i);
        if (kind == CUE_ENDS)
            return survey_sentence_has(question, CUE_CALL) || survey_sentence_has(question, CUE_ADDRESS) ? FOUND_DEADLINE : FOUND_NOTHING;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_PAST)
            return FOUND_UNKNOWN;
    }
    return FOUND_UNKNOWN;
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

static enum finding single_right(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++) {
        switch (survey->right[i]->kind) {
        case CUE_EVENT:
            return past_behind(survey, i) ? FOUND_NOTHING : FOUND_EVENT;
        case CUE_MEET:
        case CUE_HELD:
            return FOUND_EVENT;
        case CUE_LIMIT:
            return question->has_stretch ? FOUND_EVENT : FOUND_DEADLINE;
        case CUE_CALL:
        case CUE_ADDRESS:
        case CUE_OPEN:
            if (!question->has_hour)
                return FOUND_NOTHING;
            break;
        case CUE_STEP:
        case CUE_PRIVATE:
        case CUE_TERM:
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

static enum finding judge_single(const struct question *question, const struct survey *survey)
{
    enum finding found = find_limit(question, survey);
    for (size_t i = 0; i < survey->left_count && found == FOUND_UNKNOWN; i++)
        found = single_left(question, survey, i);
    if (found == FOUND_UNKNOWN && survey_left_has(survey, CUE_HELD))
        found = FOUND_EVENT;
    if (found == FOUND_EVENT && survey_past_follows(question, survey))
        found = FOUND_NOTHING;
    if (found == FOUND_UNKNOWN)
        found = single_right(question, survey);
    return found;
}

/* What a range is when the cue stands beside it. `open`: "ouvert" was passed on the way. */
static enum finding range_by(const struct question *question, const struct cue *cue, bool *open, bool *meets)
{
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
    case CUE_EVENT:
        return FOUND_EVENT;
    case CUE_LAW:
        return names_law(question, cue) ? FOUND_NOTHING : FOUND_UNKNOWN;
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

/* The cues to the left of a range; FOUND_UNKNOWN when none decides. */
static enum finding range_left(const struct question *question, const struct survey *survey, bool *open, bool *meets)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (cue->kind == CUE_STEP && (survey_has_event_head(survey, i) || survey_meets_further_left(survey, i)))
            continue;
        if (cue->kind == CUE_PAST && !survey_past_governs(survey, 0))
            continue;
        enum finding found = range_by(question, cue, open, meets);
        if (found != FOUND_UNKNOWN)
            return found == FOUND_EVENT && survey_past_governs(survey, i) ? FOUND_NOTHING : found;
    }
    return *meets ? FOUND_EVENT : FOUND_UNKNOWN;
}

static enum finding judge_range(const struct question *question, const struct survey *survey)
{
    bool open = false, meets = false;
    enum finding found = range_left(question, survey, &open, &meets);
    if (found != FOUND_UNKNOWN)
        return found;
    if (survey_right_has(survey, CUE_PRIVATE))
        return FOUND_NOTHING;
    for (size_t i = 0; i < survey->right_count; i++) {
        found = range_by(question, survey->right[i], &open, &meets);
        if (found == FOUND_DEADLINE || found == FOUND_NOTHING || (found == FOUND_EVENT && !open))
            return found;
    }
    if (open)
        return FOUND_DEADLINE;
    return meets ? FOUND_EVENT : FOUND_UNKNOWN;
}

/* The date opens an item or a row of a list that is about events. */
static bool opens_item(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW);
    return listed && passage->meets && question->first <= question->begin + 2;
}

/* More than a bare day: who writes so means that something takes place. */
static bool is_told(const struct question *question)
{
    return question->weekday || question->several || question->labelled || question->whole || question->passage->meets;
}

/* "du 4 juin au 20 juin, 16h": one hour, behind the last day. */
static bool ends_at_hour(const struct question *question)
{
    return question->hour_glued && !question->has_stretch;
}

/* No cue in the sentence: the place of the date in the text, its hour, the headings above must do. */
static enum finding judge_by_place(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool only_calls = passage->calls && !passage->meets;
    if (question->range && (only_calls || ends_at_hour(question)))
        return FOUND_DEADLINE;
    bool told = is_told(question);
    if (question->has_hour)
        return told || question->alone || question->has_stretch ? FOUND_EVENT : FOUND_UNKNOWN;
    /* Without a label a field holds a date of record, unless a word says otherwise. */
    if (!passage->label[0] && (only_calls || passage->role == PASSAGE_FIELD))
        return FOUND_UNKNOWN;
    return (told && question->alone) || opens_item(question) ? FOUND_EVENT : FOUND_UNKNOWN;
}

static struct verdict verdict_by_lead(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    struct verdict verdict = {.kind = READING_DEADLINE, .strong = true, .quote = lead->first};
    verdict.exclusive = lead->kind == CUE_BEFORE;
    verdict.moved = lead->kind == CUE_MOVED;
    bool event = survey_sentence_has(question, CUE_EVENT) && !survey_sentence_has(question, CUE_CALL) && !survey_sentence_has(question, CUE_LIMIT);
    if (lead->kind == CUE_MOVED && event) /* "l'atelier est reporté au 8 juin" */
        verdict.kind = READING_EVENT;
    else if (is_foreign(question, survey, lead) || !is_asked(question, survey, lead)) {
        verdict.kind = READING_NONE;
        verdict.silent = true;
    }
    verdict.off = is_off(question, survey);
    return verdict;
}

static struct verdict verdict_nothing(const struct question *question, bool silent)
{
    return (struct verdict){.kind = READING_NONE, .silent = silent, .quote = question->first};
}

/* "le 14 mars dernier". */
static bool is_last(const struct question *question, const struct survey *survey)
{
    return survey->right_count && survey->right[0]->kind == CUE_LAST && survey->right[0]->first == question->end;
}

static bool is_strong(const struct question *question, const struct survey *survey, enum reading_kind kind)
{
    static const enum cue_kind kinds[] = {CUE_MEET, CUE_HELD};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (survey_left_has(survey, kinds[i]) || survey_right_has(survey, kinds[i]))
            return true;
    return question->has_hour || question->alone || question->weekday || kind == READING_DEADLINE;
}

static struct verdict verdict_by_cues(const struct question *question, const struct survey *survey)
{
    enum finding found = question->range ? judge_range(question, survey) : judge_single(question, survey);
    if (found == FOUND_UNKNOWN)
        found = judge_by_place(question);
    struct verdict verdict = verdict_nothing(question, found == FOUND_NOTHING);
    bool step = found == FOUND_EVENT && question->passage->schedule && !question->has_hour;
    bool over = question->passage->past || (found == FOUND_EVENT && survey_sentence_is_past(question));
    if (found == FOUND_UNKNOWN || found == FOUND_NOTHING || step || over)
        return verdict;
    verdict.kind = found == FOUND_EVENT ? READING_EVENT : READING_DEADLINE;
    verdict.strong = is_strong(question, survey, verdict.kind);
    verdict.off = is_off(question, survey);
    return verdict;
}

struct verdict verdict_of(const struct question *question)
{
    struct survey survey;
    survey_take(question, &survey);
    const struct cue *lead = find_lead(question);
    enum cue_kind kind = lead ? lead->kind : CUE_NONE;
    bool since = kind == CUE_SINCE;
    if (is_last(question, &survey) || kind == CUE_FORMERLY || kind == CUE_DATELINE || (since && !question->range))
        return verdict_nothing(question, true);
    bool of_event = kind == CUE_LIMIT && (question->has_stretch || ends_event(&survey, lead));
    if (lead && !since && !of_event)
        return verdict_by_lead(question, &survey, lead);
    return verdict_by_cues(question, &survey);
}
