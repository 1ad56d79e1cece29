#include "content/readings_told.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/ballots.h"
#include "content/grammar.h"
#include "content/lengths.h"
#include "content/readings.h"
#include "content/readings_every.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/sheet_ends.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

enum { SENTENCE_MOST = 40, HOURS_MOST = 64 };

/* The sentence of an hour: lexemes `first` to before `stop`; `subject`: who begins then. */
struct told_sentence {
    size_t first;
    size_t stop;
    size_t subject;
    const struct time_mention *time;
};

/* False when it is too long to be about one thing, or names a day. */
static bool find_sentence(const struct sheet *sheet, const struct time_mention *time, struct told_sentence *sentence)
{
    int own = sheet->items[time->first].sentence;
    *sentence = (struct told_sentence){.first = time->first, .stop = time->end_index, .time = time};
    while (sentence->first > 0 && sheet->items[sentence->first - 1].sentence == own && time->first - sentence->first <= SENTENCE_MOST)
        sentence->first--;
    while (sentence->stop < sheet->count && sheet->items[sentence->stop].sentence == own && sentence->stop - time->first <= SENTENCE_MOST)
        sentence->stop++;
    if (sentence->stop - sentence->first > SENTENCE_MOST)
        return false;
    for (size_t i = sentence->first; i < sentence->stop; i++)
        if (sheet->covered[i] == SHEET_DATE)
            return false;
    return true;
}

/* The sentence asks for something, or tells of what is over, shut or somebody else's. */
static bool is_of_others(const struct sheet *sheet, const struct told_sentence *told)
{
    int sentence = sheet->items[told->time->first].sentence;
    if (ballots_polls(sheet, told->first, told->stop)) /* "Les bureaux sont ouverts de 8h à 18h.": of an election, or nothing's */
        return sentences_have(sheet, sentence, CUE_PAST);
    static const enum cue_kind others[] = {CUE_CALL, CUE_LIMIT, CUE_OFF};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sentences_have(sheet, sentence, others[i]))
            return true;
    return passages_sentence_tells_others(sheet->passage, sentence) || readings_every_is_of_others(sheet, sentence);
}

/* Who is named first: the lexeme behind articles and signs. */
static size_t find_subject(const struct sheet *sheet, const struct told_sentence *sentence)
{
    size_t at = sentence->first;
    while (at < sentence->time->first && (sheet->items[at].kind == LEXEME_SIGN || lexis_is_word_of(&sheet->items[at], sheet->grammar->each) || lexis_is_word_of(&sheet->items[at], sheet->grammar->determiners) || sentences_is_article(sheet, at)))
        at++;
    return at;
}

static bool has_cue_at(const struct sheet *sheet, size_t index, enum cue_kind kind)
{
    size_t cue = survey_cue_from(sheet->passage, index);
    return cue < sheet->passage->cue_count && sheet->passage->cues[cue].first == index && sheet->passage->cues[cue].kind == kind;
}

/* "Le départ", "Première séance", "Début de la marche" */
static bool is_start(const struct sheet *sheet, size_t subject)
{
    const struct lexeme *item = &sheet->items[subject];
    return lexis_is_word_of(item, sheet->grammar->starters) || lexis_is_word_of(item, sheet->grammar->firsts) || (lexis_is_word_of(item, sheet->grammar->column_begins) && !lexis_is_word_of(item, sheet->grammar->of));
}

static bool is_verb_of_beginning(const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index];
    return item->kind == LEXEME_WORD && (sheet_begins(sheet, index) || lexis_is_word_of(item, sheet->grammar->awaited) || grammar_begins(sheet->grammar->leaving, item->word));
}

/* A verb between the subject and the hour tells that it begins, takes place, opens, leaves or is awaited then; so does "Le départ". */
static bool tells_beginning(const struct sheet *sheet, size_t subject, const struct time_mention *time)
{
    bool all = subject > 0 && lexis_is_word_of(&sheet->items[subject], sheet->grammar->rounds) && sentences_list(sheet, sheet->items[subject].sentence, sheet->grammar->being); /* "Toutes les séances sont à 20h15" */
    if (all)
        return true;
    if (is_start(sheet, subject))
        return true;
    for (size_t i = subject; i < time->first; i++)
        if (is_verb_of_beginning(sheet, i))
            return true;
    for (size_t i = survey_cue_from(sheet->passage, subject); i < sheet->passage->cue_count && sheet->passage->cues[i].first < time->first; i++) {
        enum cue_kind kind = sheet->passage->cues[i].kind;
        if (kind == CUE_HELD || kind == CUE_MEET || kind == CUE_OPEN || kind == CUE_HOURS)
            return true;
    }
    return false;
}

/* Everybody and everything that may be meant: an appointment, the start, "ils", "nous", "le public". */
static bool is_anybody(const struct sheet *sheet, size_t subject)
{
    const struct lexeme *item = &sheet->items[subject];
    return has_cue_at(sheet, subject, CUE_MEET) || is_start(sheet, subject) || lexis_is_word_of(item, sheet->grammar->they) || lexis_is_word_of(item, sheet->grammar->we) || lexis_is_word_of(item, sheet->grammar->everybody);
}

/* Who begins then, as events_hours_told.c compares it with the names of events; "": anybody. */
static const char *name_subject(const struct sheet *sheet, const struct told_sentence *sentence)
{
    if (ballots_polls(sheet, sentence->first, sentence->stop))
        return sheet->grammar->polls[0];
    return is_anybody(sheet, sentence->subject) ? "" : sheet->items[sentence->subject].word;
}

/* What begins is an event or an appointment: of such a one only a day becomes an event. */
static bool is_public(const struct sheet *sheet, size_t subject)
{
    return has_cue_at(sheet, subject, CUE_EVENT) || has_cue_at(sheet, subject, CUE_MEET);
}

/* "commenceront" */
static bool will_begin(const struct sheet *sheet, const struct time_mention *time)
{
    enum { VERB_REACH = 12 };
    for (size_t i = time->first; i-- > 0 && time->first - i <= VERB_REACH && sheet->items[i].sentence == sheet->items[time->first].sentence;)
        if (is_verb_of_beginning(sheet, i) && grammar_ends(sheet->grammar->future_endings, sheet->items[i].word))
            return true;
    return false;
}

static bool is_alone(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index], *next = index + 1 < sheet->time_count ? time + 1 : NULL;
    bool before = index > 0 && sheet->items[time[-1].first].sentence == sheet->items[time->first].sentence;
    return !before && !(next && sheet->items[next->first].sentence == sheet->items[time->first].sentence && !sheet_ends_later(sheet, index));
}

/* "Covoiturage à 8h30 depuis la gare, [début] de la marche à 9h15": the word for a start in the clause of the hour; false: none. */
static bool find_start(const struct sheet *sheet, size_t index, size_t *start)
{
    enum { START_REACH = 6 };
    const struct time_mention *time = &sheet->times[index];
    for (size_t i = time->first; i-- > 0 && time->first - i <= START_REACH && (sheet->items[i].kind == LEXEME_WORD || lexis_is_sign(&sheet->items[i], ':')) && !sheet->covered[i];)
        if ((is_start(sheet, i) && !sheet_is_annex(sheet, &sheet->items[i])) || (is_verb_of_beginning(sheet, i) && i > 0 && !sheet_is_annex(sheet, &sheet->items[i - 1]))) {
            *start = i;
            return true;
        }
    return false;
}

/* Of the hours of its sentence it is the only one with such a word. */
static bool is_only_start(const struct sheet *sheet, size_t index, size_t *start)
{
    enum { NEAR_MOST = 4 };
    size_t other = 0;
    int own = sheet->items[sheet->times[index].first].sentence;
    if (!find_start(sheet, index, start))
        return false;
    for (size_t i = index > NEAR_MOST ? index - NEAR_MOST : 0; i < sheet->time_count && i <= index + NEAR_MOST; i++)
        if (i != index && sheet->items[sheet->times[i].first].sentence == own && find_start(sheet, i, &other))
            return false;
    return true;
}

/* "à 19h pour trois heures d'échanges": minutes; -1: no length stands behind it. */
static int length_behind(const struct sheet *sheet, const struct time_mention *time)
{
    size_t last = 0, behind = time->end_index + 1;
    bool lasts = time->end < 0 && behind < sheet->count && lexis_is_word_of(&sheet->items[time->end_index], sheet->grammar->length_goals);
    return lasts ? lengths_at(&sheet->passage->lexis, sheet->grammar, behind, &last) : -1;
}

/* Where it ends: as told, after a length, or by "fin : 10h30" right behind it. */
static int end_of(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index], *next = index + 1 < sheet->time_count ? time + 1 : NULL;
    int length = length_behind(sheet, time);
    if (length > 0)
        return time->start + length;
    if (next && sheet_ends_later(sheet, index))
        return next->start;
    bool labelled = next && !sheet->used[index + 1] && next->end < 0 && next->start > time->start && next->first >= 2 && lexis_is_sign(&sheet->items[next->first - 1], ':');
    return labelled && time->end < 0 && lexis_is_word_of(&sheet->items[next->first - 2], sheet->grammar->closings) ? next->start : time->end;
}

/* A paragraph that is no timetable. */
static bool is_prose(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    bool body = passage->role == PASSAGE_BODY && passage->block && (passage->block->kind == BLOCK_PARAGRAPH || passage->block->kind == BLOCK_QUOTE);
    return (body || passage->role == PASSAGE_FRONT) && !passage->past && sheet->time_count <= HOURS_MOST;
}

/* "Le premier groupe vient de 9h à 12h, le second de 14h à 17h.", "Le premier atelier commence à 9h et s'achève à 10h." */
static bool tells_parts(const struct sheet *sheet, const struct told_sentence *sentence)
{
    size_t parts = 0;
    for (size_t i = sentence->first; i < sentence->stop; i++)
        parts += lexis_is_word_of(&sheet->items[i], sheet->grammar->parts);
    return parts > 1 || (parts == 1 && sheet_ends_later(sheet, (size_t)(sentence->time - sheet->times)));
}

/* Nobody has taken the hour. */
static bool is_free(const struct sheet *sheet, size_t index)
{
    struct told_sentence sentence;
    return !sheet->used[index] || (find_sentence(sheet, &sheet->times[index], &sentence) && ballots_polls(sheet, sentence.first, sentence.stop)); /* as if it came back */
}

/* It may be that of a beginning. */
static bool may_begin(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index];
    return time->start >= 0 && !time->zone && !sheet_is_slot(sheet, time) && !sheet_is_beside(sheet, time);
}

/* "Début : 9h", "Première ronde : 9h45" */
static bool is_labelled(const struct sheet *sheet, const struct told_sentence *sentence)
{
    enum { LABEL_MOST = 3 };
    size_t first = sentence->time->first;
    return first > sentence->first + 1 && first - sentence->first <= LABEL_MOST + 1 && lexis_is_sign(&sheet->items[first - 1], ':') && is_start(sheet, sentence->first) && !sheet_is_annex(sheet, &sheet->items[sentence->first]);
}

/* "La miellerie se visite à 15h les mercredis." */
static bool comes_back(const struct sheet *sheet, const struct told_sentence *sentence)
{
    for (size_t i = sentence->first; i < sentence->stop; i++) {
        const char *word = sheet->items[i].word;
        if (sheet->items[i].kind == LEXEME_WORD && grammar_value(sheet->grammar->weekdays, word) >= 0 && word[strlen(word) - 1] == 's')
            return true;
    }
    return false;
}

/* Of the hours of its sentence the only one that begins something, of which the rest of the sentence may tell something else. */
static bool is_start_of_clause(const struct sheet *sheet, size_t index, size_t *subject)
{
    if (!is_only_start(sheet, index, subject))
        return false;
    int sentence = sheet->items[*subject].sentence;
    return !sentences_have(sheet, sentence, CUE_PAST) && !sentences_have(sheet, sentence, CUE_OFF) && !survey_asks(sheet->passage, *subject, sheet->times[index].first);
}

/* "à 18h30", "de 8h à 18h", or right behind an appointment: "RDV 8h au moulin". */
static bool is_led_to(const struct sheet *sheet, const struct time_mention *time, size_t subject)
{
    return time->introduced || time->end >= 0 || (subject + 2 >= time->first && has_cue_at(sheet, subject, CUE_MEET));
}

/* The hour `index` is told of the event of the page, in a sentence of its own. */
static bool is_told(const struct sheet *sheet, size_t index, struct told_sentence *sentence)
{
    const struct time_mention *time = &sheet->times[index];
    if (!may_begin(sheet, index) || !find_sentence(sheet, time, sentence) || tells_parts(sheet, sentence) || comes_back(sheet, sentence))
        return false;
    if (is_labelled(sheet, sentence))
        return is_only_start(sheet, index, &sentence->subject);
    sentence->subject = find_subject(sheet, sentence);
    if (!is_alone(sheet, index) || sheet_is_annex(sheet, &sheet->items[sentence->subject])) /* "Les portes ouvriront à 12h30 et les parties commenceront à 14h" */
        return is_start_of_clause(sheet, index, &sentence->subject);
    return !is_of_others(sheet, sentence) && is_led_to(sheet, time, sentence->subject) && sentence->subject < time->first && tells_beginning(sheet, sentence->subject, time);
}

void readings_told_add(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->time_count && is_prose(sheet); i++) {
        const struct time_mention *time = &sheet->times[i];
        struct told_sentence sentence;
        if (!is_free(sheet, i) || !is_told(sheet, i, &sentence))
            continue;
        struct hours hours = {.passage = sheet->passage, .told_of = name_subject(sheet, &sentence), .will = will_begin(sheet, time), .public = is_public(sheet, sentence.subject), .of_own = sheet->date_count > 0 && sheet->dates[0].end <= time->first,
                              .weekday = -1, .former_minutes = -1, .start_minutes = time->start, .end_minutes = end_of(sheet, i),
                              .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        readings->told = arena_grow(arena, readings->told, readings->told_count, &readings->told_capacity, sizeof *readings->told);
        readings->told[readings->told_count++] = hours;
    }
}

/* A day of the text of which nothing was known. */
static bool is_unclear(const struct reading *reading)
{
    return reading->kind == READING_NONE && reading->why == WHY_UNCLEAR && !reading->over && !reading->off && !reading->span.range && reading->passage->role == PASSAGE_BODY && !reading->passage->past;
}

/* The only day of the paragraph in which the sentence stands, or of the last one above that names a day; NULL: none, or several, or one that is known. */
static struct reading *find_unclear(struct readings *readings, const struct hours *hours)
{
    enum { BELOW_REACH = 3 };
    struct reading *found = NULL;
    for (size_t i = readings->count; i-- > 0;) {
        struct reading *reading = &readings->items[i];
        const struct passage *passage = reading->passage;
        bool before = hours->of_own ? passage == hours->passage : passage->index < hours->passage->index;
        if (!before)
            continue;
        if (found && passage != found->passage)
            break;
        bool near = passage->index + BELOW_REACH >= hours->passage->index && passage->above == hours->passage->above;
        if (found || !near || !is_unclear(reading))
            return NULL;
        found = reading;
    }
    return found;
}

/* Nothing takes place on the page but on days that are unclear. */
static bool has_event(const struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].kind == READING_EVENT)
            return true;
    return false;
}

void readings_told_revive(struct readings *readings)
{
    enum { TOLD_MOST = 16 };
    if (readings->told_count > TOLD_MOST || has_event(readings))
        return;
    for (size_t i = 0; i < readings->told_count; i++) {
        struct reading *reading = readings->told[i].public ? find_unclear(readings, &readings->told[i]) : NULL;
        if (!reading)
            continue;
        reading->kind = READING_EVENT;
        reading->strong = reading->announced = reading->invited = reading->alike = true;
    }
}
