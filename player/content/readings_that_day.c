#include "content/readings_that_day.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/readings.h"
#include "content/sentences.h"
#include "content/sheet.h"

/* The reader is asked for something in the sentence of a cue; not "Aucune réservation ne sera prise avant cette date". */
static bool is_asked(const struct sheet *sheet, const struct cue *cue)
{
    int sentence = sheet->items[cue->first].sentence;
    if (passages_sentence_has(sheet->passage, sentence, CUE_ADDRESS) || passages_sentence_has(sheet->passage, sentence, CUE_ASK))
        return true;
    for (size_t i = cue->first; i-- > 0 && sheet->items[i].sentence == sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->negations) || lexis_is_word_of(&sheet->items[i], sheet->grammar->never))
            return false;
    return passages_sentence_has(sheet->passage, sentence, CUE_CALL);
}

/* The last day that stands before a lexeme, told as nothing else; NULL: none, or it is over. */
static struct reading *day_before(struct readings *readings, size_t from, size_t lexeme)
{
    struct reading *last = NULL;
    for (size_t i = from; i < readings->count && readings->items[i].mention < lexeme; i++)
        last = &readings->items[i];
    return last && last->kind == READING_NONE && !last->over && !last->off && !last->span.range ? last : NULL;
}

/* "La billetterie ouvre le 12 mai.", "L'usine fermera le 30 juin.": what the day is for was told. */
static bool opens_or_ends(const struct sheet *sheet, const struct reading *day, int cue_sentence)
{
    int sentence = sheet->items[day->mention].sentence;
    if (sentences_have(sheet, cue_sentence, CUE_ADDRESS) || sentences_have(sheet, cue_sentence, CUE_ASK))
        return false; /* "L'ancien espace fermera le 15 février : téléchargez vos documents avant cette date" */
    return sentences_have(sheet, sentence, CUE_OPEN) || sentences_have(sheet, sentence, CUE_ENDS) || sentences_have(sheet, sentence, CUE_STEP);
}

void readings_that_day(struct readings *readings, const struct sheet *sheet, size_t from)
{
    for (size_t i = 0; i < sheet->passage->cue_count; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        bool leads = cue->kind == CUE_BEFORE && cue->end + 1 < sheet->count && lexis_is_word_of(&sheet->items[cue->end], sheet->grammar->that) &&
                     lexis_is_word_of(&sheet->items[cue->end + 1], sheet->grammar->labels);
        struct reading *day = leads && is_asked(sheet, cue) ? day_before(readings, from, cue->first) : NULL;
        if (!day || opens_or_ends(sheet, day, sheet->items[cue->first].sentence))
            continue;
        day->kind = READING_DEADLINE;
        day->exclusive = day->strong = true;
        day->start_minutes = day->end_minutes = -1;
    }
}
