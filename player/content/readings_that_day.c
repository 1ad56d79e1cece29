#include "content/readings_that_day.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/readings.h"
#include "content/sheet.h"

/* The reader is asked for something in the sentence of a cue. */
static bool is_asked(const struct sheet *sheet, const struct cue *cue)
{
    int sentence = sheet->items[cue->first].sentence;
    return passages_sentence_has(sheet->passage, sentence, CUE_ADDRESS) || passages_sentence_has(sheet->passage, sentence, CUE_ASK) ||
           passages_sentence_has(sheet->passage, sentence, CUE_CALL);
}

/* The last day that stands before a lexeme, told as nothing else; NULL: none, or it is over. */
static struct reading *day_before(struct readings *readings, size_t from, size_t lexeme)
{
    struct reading *last = NULL;
    for (size_t i = from; i < readings->count && readings->items[i].mention < lexeme; i++)
        last = &readings->items[i];
    return last && last->kind == READING_NONE && !last->over && !last->off && !last->span.range ? last : NULL;
}

void readings_that_day(struct readings *readings, const struct sheet *sheet, size_t from)
{
    for (size_t i = 0; i < sheet->passage->cue_count; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        bool leads = cue->kind == CUE_BEFORE && cue->end + 1 < sheet->count && lexis_is_word_of(&sheet->items[cue->end], sheet->grammar->that) &&
                     lexis_is_word_of(&sheet->items[cue->end + 1], sheet->grammar->labels);
        struct reading *day = leads && is_asked(sheet, cue) ? day_before(readings, from, cue->first) : NULL;
        if (!day)
            continue;
        day->kind = READING_DEADLINE;
        day->exclusive = day->strong = true;
        day->start_minutes = day->end_minutes = -1;
    }
}
