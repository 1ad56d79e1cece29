#include "content/sheet_replaced.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/sheet.h"

#include <stdbool.h>

/* "n'est plus 15h mais 14h": the next hour stands right behind a word that puts it instead. */
static bool is_no_longer(const struct sheet *sheet, const struct time_mention *time)
{
    enum { DENIED_REACH = 3 };
    bool denied = false;
    for (size_t i = time->first; i-- > 0 && time->first - i <= DENIED_REACH;)
        denied = denied || lexis_is_word_of(&sheet->items[i], sheet->grammar->never);
    return denied && time + 1 < &sheet->times[sheet->time_count] && time[1].first <= time->end_index + 2;
}

/* "prévue à 18h", and no verb before it that makes a sentence of it: "est prévue à 18h". */
static bool is_only_planned(const struct sheet *sheet, const struct time_mention *time)
{
    if (time->first == 0 || !lexis_is_word_of(&sheet->items[time->first - 1], sheet->grammar->settled))
        return is_no_longer(sheet, time);
    const struct lexeme *before = time->first > 1 ? &sheet->items[time->first - 2] : NULL;
    return !(before && (lexis_is_word_of(before, sheet->grammar->being) || lexis_is_word_of(before, sheet->grammar->past_auxiliary)));
}

/* A verb between the two says that it takes place, or is moved: "débutera à", "est avancée à". */
static bool is_said_anew(const struct sheet *sheet, size_t from, size_t to)
{
    if (to == from + 1)
        return true; /* "mais" */
    for (size_t i = from; i < to; i++)
        if (sheet->items[i].kind == LEXEME_WORD && grammar_begins(sheet->grammar->shifted, sheet->items[i].word))
            return true;
    for (size_t i = 0; i < sheet->passage->cue_count; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        if (cue->first >= from && cue->end <= to && (cue->kind == CUE_HELD || cue->kind == CUE_WILL || cue->kind == CUE_STEP || cue->kind == CUE_MOVED))
            return true;
    }
    return false;
}

size_t sheet_replaced_by(const struct sheet *sheet, size_t index, size_t before)
{
    enum { REPLACED_REACH = 10 };
    const struct time_mention *time = &sheet->times[index], *next = index + 1 < sheet->time_count ? time + 1 : NULL;
    bool near = next && next->first < before && !sheet->used[index + 1] && next->start >= 0 && next->first <= time->end_index + REPLACED_REACH;
    bool replaced = near && sheet->items[next->first].sentence == sheet->items[time->first].sentence && is_only_planned(sheet, time) && is_said_anew(sheet, time->end_index, next->first);
    return replaced ? index + 1 : index;
}
