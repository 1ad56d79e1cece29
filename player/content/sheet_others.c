#include "content/sheet_others.h"

#include "content/ballots.h"
#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

bool sheet_others_has(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    bool verb = false;
    if (!lexis_is_sign(&sheet->items[date->end], ':'))
        return false;
    for (size_t i = date->end; i < time->first; i++) {
        verb = verb || lexis_is_word_of(&sheet->items[i], sheet->grammar->being);
        if (ballots_polls(sheet, i, i + 1))
            return false; /* "Élections, dimanche 26 mai : les bureaux seront ouverts de 8h à 18h" */
        if (sheet->items[i].kind == LEXEME_WORD && (sheet_begins(sheet, i) || lexis_is_word_of(&sheet->items[i], sheet->grammar->performing)))
            return false;
    }
    for (size_t i = survey_cue_from(sheet->passage, date->end); i < sheet->passage->cue_count && sheet->passage->cues[i].first < time->first; i++) {
        enum cue_kind kind = sheet->passage->cues[i].kind;
        if (kind == CUE_EVENT || kind == CUE_MEET || kind == CUE_HELD)
            return false;
        verb = verb || kind == CUE_WILL || kind == CUE_STEP;
    }
    return verb;
}
