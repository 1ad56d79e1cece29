#include "content/sheet_replaced.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>

/* "prévue à 18h", and no verb before it that makes a sentence of it: "est prévue à 18h". */
static bool is_only_planned(const struct sheet *sheet, const struct time_mention *time)
{
    if (time->first == 0 || !lexis_is_word_of(&sheet->items[time->first - 1], sheet->grammar->settled))
        return false;
    const struct lexeme *before = time->first > 1 ? &sheet->items[time->first - 2] : NULL;
    return !(before && (lexis_is_word_of(before, sheet->grammar->being) || lexis_is_word_of(before, sheet->grammar->past_auxiliary)));
}

/* A verb right before the next hour says that it takes place, or is moved, and nothing else is named on the way: "débutera à", "est avancée à". */
static bool is_said_anew(const struct sheet *sheet, size_t from, size_t to)
{
    enum { VERB_REACH = 2 };
    bool anew = false;
    for (size_t i = from; i < to; i++) {
        const struct lexeme *item = &sheet->items[i];
        if (lexis_is_word_of(item, sheet->grammar->and) || lexis_is_word_of(item, sheet->grammar->determiners))
            return false; /* another subject */
        anew = anew || (item->kind == LEXEME_WORD && i + VERB_REACH >= to && grammar_begins(sheet->grammar->shifted, item->word));
    }
    for (size_t i = survey_cue_from(sheet->passage, from); i < sheet->passage->cue_count && sheet->passage->cues[i].first < to; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        if (cue->kind == CUE_EVENT)
            return false;
        anew = anew || (cue->end + VERB_REACH >= to && (cue->kind == CUE_HELD || cue->kind == CUE_WILL || cue->kind == CUE_STEP || cue->kind == CUE_MOVED));
    }
    return anew;
}

/* "est décalée à", "débutera finalement à": the words right before the next hour say that it is another than was told. */
static bool is_shifted(const struct sheet *sheet, size_t from, size_t to)
{
    enum { SHIFT_REACH = 6 };
    bool shifted = false;
    for (size_t i = to; i-- > from + 1 && to - i <= SHIFT_REACH;) {
        const struct lexeme *item = &sheet->items[i];
        if (lexis_is_word_of(item, sheet->grammar->determiners))
            return false; /* "le déjeuner est décalé à 13h" */
        bool moved = item->kind == LEXEME_WORD && grammar_begins(sheet->grammar->shifted, item->word) && lexis_is_word_of(item - 1, sheet->grammar->being);
        shifted = shifted || moved || lexis_is_word_of(item, sheet->grammar->at_last);
    }
    return shifted;
}

/* "n'est plus à 18h mais à 19h", "non plus à 14h, mais à 15h30": the hour is denied, and the next stands right behind the word that turns. */
static bool is_denied(const struct sheet *sheet, size_t first, size_t next)
{
    bool denied = false;
    for (size_t i = first; i-- > 0 && first - i <= 2;)
        denied = denied || lexis_is_word_of(&sheet->items[i], sheet->grammar->denial->denials);
    for (size_t i = next; denied && i-- > first && next - i <= 2;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->denial->turning))
            return true;
    return false;
}

/* "à 20h (et non 20h30)", "à 19h30 et pas à 19h": the hour is denied right behind another. */
static bool is_denied_behind(const struct sheet *sheet, const struct time_mention *before, const struct time_mention *time)
{
    enum { DENIED_REACH = 6 };
    bool denied = false, other = false;
    if (time->first - before->end_index > DENIED_REACH || sheet->items[before->first].sentence != sheet->items[time->first].sentence)
        return false;
    for (size_t i = before->end_index; i < time->first; i++) {
        const struct lexeme *item = &sheet->items[i];
        bool no = lexis_is_word_of(item, sheet->grammar->denial->denials);
        denied = denied || no;
        other = other || (item->kind == LEXEME_WORD && !no && !sheet_is_glue(sheet, i)) || sheet->covered[i];
    }
    return denied && !other;
}

void sheet_replaced_drop(struct sheet *sheet)
{
    size_t kept = 0;
    for (size_t i = 0; i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct time_mention *before = kept ? &sheet->times[kept - 1] : NULL;
        if (before && is_denied_behind(sheet, before, time))
            before->end_index = time->end_index + lexis_is_sign(&sheet->items[time->end_index], ')');
        else
            sheet->times[kept++] = *time;
    }
    sheet->time_count = kept;
}

size_t sheet_replaced_by(const struct sheet *sheet, size_t index, size_t before)
{
    enum { REPLACED_REACH = 10 };
    const struct time_mention *time = &sheet->times[index], *next = index + 1 < sheet->time_count ? time + 1 : NULL;
    bool near = next && next->first < before && !sheet->used[index + 1] && next->start >= 0 && next->first <= time->end_index + REPLACED_REACH;
    bool replaced = near && sheet->items[next->first].sentence == sheet->items[time->first].sentence && (is_denied(sheet, time->first, next->first) || is_shifted(sheet, time->end_index, next->first) || (is_only_planned(sheet, time) && is_said_anew(sheet, time->end_index, next->first)));
    return replaced ? index + 1 : index;
}
