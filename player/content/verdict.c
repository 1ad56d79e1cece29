#include "content/verdict.h"

#include "content/article.h"

#include <string.h>

enum { LEAD_REACH = 12, SURVEY_MOST = 24, HEAD_REACH = 5, PAST_REACH = 4, LAW_REACH = 14 };

/* The cues on both sides of a date, nearest first. */
struct survey {
    const struct cue *left[SURVEY_MOST];
    size_t left_count;
    const struct cue *right[SURVEY_MOST];
    size_t right_count;
};

/* Index of the first cue that begins at or behind a lexeme. */
static size_t cue_from(const struct passage *passage, size_t lexeme)
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

static void survey_take(const struct question *question, struct survey *survey)
{
    const struct passage *passage = question->passage;
    size_t at = cue_from(passage, question->first);
    size_t floor = question->after > question->begin ? question->after : question->begin;
    size_t ceiling = question->before < question->stop ? question->before : question->stop;
    survey->left_count = survey->right_count = 0;
    for (size_t i = at; i-- > 0 && passage->cues[i].first >= floor && survey->left_count < SURVEY_MOST;)
        survey->left[survey->left_count++] = &passage->cues[i];
    for (size_t i = at; i < passage->cue_count && passage->cues[i].first < ceiling && survey->right_count < SURVEY_MOST; i++)
        if (passage->cues[i].first >= question->end)
            survey->right[survey->right_count++] = &passage->cues[i];
}

static bool left_has(const struct survey *survey, enum cue_kind kind)
{
    for (size_t i = 0; i < survey->left_count; i++)
        if (survey->left[i]->kind == kind)
            return true;
    return false;
}

static bool right_has(const struct survey *survey, enum cue_kind kind)
{
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == kind)
            return true;
    return false;
}

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
    return kind == CUE_UNTIL || kind == CUE_BEFORE || kind == CUE_MOVED || kind == CUE_LIMIT || kind == CUE_SINCE ||
           kind == CUE_FORMERLY || kind == CUE_DATELINE;
}

/* The cue that governs the date directly, or NULL. */
static const struct cue *find_lead(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = cue_from(passage, question->first), gap = question->first;
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

/* The past tense speaks of the date when no verb of the present or future stands between. */
static bool past_governs(const struct survey *survey, size_t from)
{
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_WILL || kind == CUE_ADDRESS)
            return false;
        if (kind == CUE_PAST && i >= from)
            return true;
    }
    return false;
}

/* "ont été reçues jusqu'au", "était ouvert jusqu'au": the past stands right before the lead, or before the "ouvert" before it. */
static bool past_touches(const struct survey *survey, size_t lead)
{
    size_t edge = lead;
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (cue->first >= lead)
            continue;
        if (cue->end + PAST_REACH < edge)
            return false;
        if (cue->kind == CUE_PAST)
            return true;
        edge = cue->first;
    }
    return false;
}

/* A deadline that is not the reader's: of the jury, of a contract, of what is over. */
static bool is_foreign(const struct survey *survey, const struct cue *lead)
{
    if (lead->kind == CUE_MOVED)
        return false;
    if (past_touches(survey, lead->first))
        return true;
    if (left_has(survey, CUE_ADDRESS))
        return false;
    bool said = false;
    for (size_t i = 0; i < survey->left_count; i++) {
        enum cue_kind kind = survey->left[i]->kind;
        if (survey->left[i] == lead)
            continue;
        if (kind == CUE_STEP || kind == CUE_PRIVATE)
            return !said;
        if (kind == CUE_TERM)
            return !said && !left_has(survey, CUE_CALL) && !left_has(survey, CUE_LIMIT);
        said = said || kind == CUE_CALL || kind == CUE_OPEN || kind == CUE_LIMIT;
    }
    if (said)
        return false;
    for (size_t i = 0; i < survey->right_count; i++) {
        enum cue_kind kind = survey->right[i]->kind;
        if (kind == CUE_CALL || kind == CUE_ADDRESS || kind == CUE_MEET)
            return false;
        if (kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_TERM || kind == CUE_PAST)
            return true;
    }
    return false;
}

/* "cérémonie de remise des prix": the event is the head of the words behind it. */
static bool has_event_head(const struct survey *survey, size_t index)
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

static bool meets_further_left(const struct survey *survey, size_t index)
{
    for (size_t i = index + 1; i < survey->left_count; i++)
        if (survey->left[i]->kind == CUE_MEET)
            return true;
    return false;
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
        return past_governs(survey, index) ? FOUND_NOTHING : FOUND_EVENT;
    case CUE_MEET:
        return FOUND_EVENT;
    case CUE_LIMIT:
        return FOUND_DEADLINE;
    case CUE_STEP:
        if (has_event_head(survey, index))
            return FOUND_UNKNOWN;
        return meets_further_left(survey, index) && !past_governs(survey, 0) ? FOUND_EVENT : FOUND_NOTHING;
    case CUE_PRIVATE:
    case CUE_DATELINE:
    case CUE_HOURS:
        return FOUND_NOTHING;
    case CUE_TERM:
        return question->has_hour ? FOUND_UNKNOWN : FOUND_NOTHING;
    case CUE_LAW:
        return names_law(question, survey->left[index]) ? FOUND_NOTHING : FOUND_UNKNOWN;
    case CUE_PAST:
        return past_governs(survey, 0) ? FOUND_NOTHING : FOUND_UNKNOWN;
    default:
        return FOUND_UNKNOWN;
    }
}

/* "clôture du séminaire le 3 mai": an end of what takes place is no deadline. */
static enum finding limit_of(const struct question *question, const struct survey *survey, size_t index)
{
    bool call = left_has(survey, CUE_CALL) || left_has(survey, CUE_ADDRESS);
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
        if (kind == CUE_MEET || kind == CUE_HELD || kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_PAST)
            return FOUND_UNKNOWN;
    }
    return FOUND_UNKNOWN;
}

static enum finding single_right(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++) {
        switch (survey->right[i]->kind) {
        case CUE_EVENT:
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

/* The past right behind a date that an event announces: "le webinaire du 3 mai a été enregistré". */
static bool past_follows(const struct question *question, const struct survey *survey)
{
    for (size_t i = 0; i < survey->right_count; i++)
        if (survey->right[i]->kind == CUE_PAST)
            return survey->right[i]->first <= question->end + PAST_REACH && !left_has(survey, CUE_MEET);
    return false;
}

static enum finding judge_single(const struct question *question, const struct survey *survey)
{
    enum finding found = find_limit(question, survey);
    for (size_t i = 0; i < survey->left_count && found == FOUND_UNKNOWN; i++)
        found = single_left(question, survey, i);
    if (found == FOUND_UNKNOWN && left_has(survey, CUE_HELD))
        found = FOUND_EVENT;
    if (found == FOUND_EVENT && past_follows(question, survey))
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

static enum finding judge_range(const struct question *question, const struct survey *survey)
{
    bool open = false, meets = false;
    for (size_t i = 0; i < survey->left_count; i++) {
        const struct cue *cue = survey->left[i];
        if (cue->kind == CUE_STEP && (has_event_head(survey, i) || meets_further_left(survey, i)))
            continue;
        if (cue->kind == CUE_PAST && !past_governs(survey, 0))
            continue;
        enum finding found = range_by(question, cue, &open, &meets);
        if (found == FOUND_EVENT && past_governs(survey, i))
            return FOUND_NOTHING;
        if (found != FOUND_UNKNOWN)
            return found;
    }
    if (meets)
        return FOUND_EVENT;
    for (size_t i = 0; i < survey->right_count; i++) {
        enum finding found = range_by(question, survey->right[i], &open, &meets);
        if (found == FOUND_DEADLINE || found == FOUND_NOTHING || (found == FOUND_EVENT && !open))
            return found;
    }
    if (open)
        return FOUND_DEADLINE;
    return meets ? FOUND_EVENT : FOUND_UNKNOWN;
}

/* No cue in the sentence: the place of the date in the text, its hour, the headings above must do. */
static enum finding judge_by_place(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW);
    if (question->range && passage->calls && !passage->meets)
        return FOUND_DEADLINE;
    if (question->range && question->hour_glued && !question->has_stretch)
        return FOUND_DEADLINE;
    if (question->has_hour)
        return FOUND_EVENT;
    if (passage->calls && !passage->meets && !passage->label[0])
        return FOUND_UNKNOWN;
    if (question->alone || (listed && passage->meets && question->first <= question->begin + 2))
        return FOUND_EVENT;
    return FOUND_UNKNOWN;
}

static struct verdict verdict_by_lead(const struct question *question, const struct survey *survey, const struct cue *lead)
{
    struct verdict verdict = {.kind = READING_DEADLINE, .strong = true, .quote = lead->first};
    verdict.exclusive = lead->kind == CUE_BEFORE;
    verdict.moved = lead->kind == CUE_MOVED;
    if (is_foreign(survey, lead)) {
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

struct verdict verdict_of(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *behind = &passage->lexis.items[question->end];
    struct survey survey;
    survey_take(question, &survey);
    for (size_t i = 0; i < survey.right_count; i++)
        if (survey.right[i]->kind == CUE_LAST && survey.right[i]->first == question->end && behind->kind == LEXEME_WORD)
            return verdict_nothing(question, true);
    const struct cue *lead = find_lead(question);
    bool since = lead && lead->kind == CUE_SINCE;
    if (lead && (lead->kind == CUE_FORMERLY || lead->kind == CUE_DATELINE || (since && !question->range)))
        return verdict_nothing(question, true);
    if (lead && !since && !(lead->kind == CUE_LIMIT && question->has_stretch))
        return verdict_by_lead(question, &survey, lead);
    enum finding found = question->range ? judge_range(question, &survey) : judge_single(question, &survey);
    if (found == FOUND_UNKNOWN)
        found = judge_by_place(question);
    struct verdict verdict = verdict_nothing(question, found == FOUND_NOTHING);
    if (found == FOUND_UNKNOWN || found == FOUND_NOTHING || passage->past)
        return verdict;
    verdict.kind = found == FOUND_EVENT ? READING_EVENT : READING_DEADLINE;
    verdict.strong = question->has_hour || question->alone || question->weekday || verdict.kind == READING_DEADLINE ||
                     left_has(&survey, CUE_MEET) || right_has(&survey, CUE_MEET) || left_has(&survey, CUE_HELD) || right_has(&survey, CUE_HELD);
    verdict.off = is_off(question, &survey);
    return verdict;
}
