#include "content/readings_off.h"

#include "content/readings.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>

enum { OPENING_REACH = 2, CORRECTION_REACH = 4 };

/* "Il fallait lire : samedi 26 à 15 h": the sentence before is what was wrong. */
static bool corrects(const struct sheet *sheet, const struct date_mention *date)
{
    for (size_t i = date->first; i-- > 0 && i + CORRECTION_REACH >= date->first;)
        if (grammar_lists(sheet->grammar->correcting, sheet->items[i].word))
            return true;
    return false;
}

void readings_off_earlier(struct readings *readings, const struct sheet *sheet, const struct date_mention *date)
{
    int sentence = sheet->items[date->first].sentence - corrects(sheet, date);
    for (size_t i = readings->count; i-- > 0;) {
        struct reading *reading = &readings->items[i];
        if (reading->passage != sheet->passage || sheet->items[reading->mention].sentence < sentence)
            break;
        reading->off = reading->off || reading->kind == READING_EVENT;
    }
}

/* An event with which its passage begins. */
static bool opens_passage(const struct sheet *sheet, const struct reading *reading)
{
    return reading->kind == READING_EVENT && sheet->date_count > 0 && reading->mention == sheet->dates[0].first && sheet->dates[0].first <= OPENING_REACH;
}

/* It is off, put off to another day that is named, or "annulé" at the end of its sentence. */
static bool calls_off(const struct sheet *sheet, const struct cue *cue)
{
    return cue->kind == CUE_OFF || (cue->kind == CUE_MOVED && sheet->date_count > 1) || (cue->kind == CUE_CLOSED && sheet->items[cue->end].kind == LEXEME_SIGN);
}

void readings_off_opening(struct readings *readings, const struct sheet *sheet, size_t from)
{
    struct reading *first = readings->count > from ? &readings->items[from] : NULL;
    const struct passage *passage = sheet->passage;
    if (!first || !opens_passage(sheet, first))
        return;
    int sentence = sheet->items[first->mention].sentence;
    size_t stop = sheet->date_count > 1 ? sheet->dates[1].first : sheet->count;
    for (size_t i = survey_cue_from(passage, sheet->dates[0].end); i < passage->cue_count && passage->cues[i].first < stop; i++) {
        const struct cue *cue = &passage->cues[i];
        first->off = first->off || (calls_off(sheet, cue) && sheet->items[cue->first].sentence > sentence);
    }
}
