#include "content/readings_eve.h"

#include "content/cues.h"
#include "content/dates_near.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>

enum { LEAD_REACH = 4, HOUR_REACH = 3 };

/* The reader is asked for something in the sentence. */
static bool is_asked(const struct sheet *sheet, int sentence)
{
    return sentences_have(sheet, sentence, CUE_CALL) || sentences_have(sheet, sentence, CUE_ADDRESS) || sentences_have(sheet, sentence, CUE_ASK) || sentences_have(sheet, sentence, CUE_LIMIT);
}

/* "jusqu'à la veille", "closes la veille", "la veille au plus tard": a last day, and not "la veille à 15h". */
static bool is_last(const struct sheet *sheet, size_t index)
{
    for (size_t i = index; i-- > 0 && index - i <= LEAD_REACH && sheet->items[i].sentence == sheet->items[index].sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->until) || (sheet->items[i].kind == LEXEME_WORD && grammar_begins(sheet->grammar->shutting, sheet->items[i].word)))
            return true;
    for (size_t i = survey_cue_from(sheet->passage, index); i-- > 0 && sheet->passage->cues[i].first + LEAD_REACH >= index;)
        if (sheet->passage->cues[i].kind == CUE_LIMIT && sheet->passage->cues[i].end + 1 >= index)
            return true;
    for (size_t i = survey_cue_from(sheet->passage, index); i < sheet->passage->cue_count && sheet->passage->cues[i].first <= index + LEAD_REACH; i++)
        if (sheet->passage->cues[i].kind == CUE_UNTIL)
            return sheet->items[sheet->passage->cues[i].first].sentence == sheet->items[index].sentence;
    return false;
}

/* "la veille" of the event: not "avant-veille", not "la veille documentaire". */
static bool is_eve(const struct sheet *sheet, size_t index)
{
    if (!lexis_is_word_of(&sheet->items[index], sheet->grammar->eves) || !lexis_is_word_of(&sheet->items[index - 1], sheet->grammar->articles))
        return false;
    for (size_t i = index; i-- > 0 && sheet->items[i].sentence == sheet->items[index].sentence;)
        if (sheet->items[i].kind == LEXEME_WORD && cues_tells_past(sheet->items[i].word, sheet->grammar))
            return false; /* "étaient ouvertes la veille" */
    const struct lexeme *behind = &sheet->items[index + 1];
    bool small = lexis_is_word_of(behind, sheet->grammar->at) || lexis_is_word_of(behind, sheet->grammar->to) || lexis_is_word_of(behind, sheet->grammar->until);
    return behind->kind == LEXEME_SIGN || small || (index + 1 < sheet->count && sheet->covered[index + 1]);
}

/* The only day before a lexeme on which something takes place; NULL: none, several, or a stretch. */
static const struct reading *only_event(const struct readings *readings, size_t from, size_t lexeme)
{
    const struct reading *only = NULL;
    for (size_t i = from; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->kind != READING_EVENT)
            continue;
        bool other = only && (only->span.first.day != reading->span.first.day || only->span.first.month != reading->span.first.month);
        if (reading->span.range || reading->mention > lexeme || reading->off || other || reading->span.first.month == 0)
            return NULL;
        only = reading;
    }
    return only;
}

/* Makes a reading of the eve of an event, told at a lexeme; the hour right behind it is its last. */
static bool read_eve(const struct sheet *sheet, const struct reading *event, size_t index, struct reading *reading)
{
    size_t at = sheet_time_from(sheet, index);
    const struct time_mention *time = at < sheet->time_count && sheet->times[at].first <= index + HOUR_REACH && sheet->items[sheet->times[at].first].sentence == sheet->items[index].sentence ? &sheet->times[at] : NULL;
    *reading = *event;
    if (!dates_near_shift(&event->span.first, -1, &reading->span.first))
        return false;
    reading->span.last = reading->span.first;
    reading->kind = READING_DEADLINE;
    reading->mention = index;
    reading->start_minutes = -1;
    reading->end_minutes = !time ? -1 : time->start >= 0 ? time->start : time->end;
    reading->lasting = reading->alone = reading->bare = reading->labelled = reading->whole_day = false;
    reading->strong = true;
    size_t end = time ? time->end_index : index + 1;
    reading->begin = reading->date_begin = sheet->items[index - 1].begin;
    reading->end = sheet->items[end - 1].end;
    reading->line = passages_line(sheet->passage, reading->begin);
    reading->time_line = time ? reading->line : 0;
    return true;
}

void readings_eve_add(struct arena *arena, struct readings *readings, const struct sheet *sheet, size_t from)
{
    for (size_t i = 1; i < sheet->count; i++) {
        struct reading reading;
        if (!is_eve(sheet, i) || !is_asked(sheet, sheet->items[i].sentence) || !is_last(sheet, i))
            continue;
        const struct reading *event = only_event(readings, from, i);
        if (event && read_eve(sheet, event, i, &reading))
            readings_append(arena, readings, &reading);
        return;
    }
}
