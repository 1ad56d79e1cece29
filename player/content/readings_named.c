#include "content/readings_named.h"

#include "content/grammar.h"
#include "content/lexis.h"
#include "content/sheet.h"
#include "content/survey.h"

static bool is_in_sentence(const struct sheet *sheet, size_t lexeme, size_t other)
{
    return sheet->items[lexeme].sentence == sheet->items[other].sentence;
}

/* "à la formation du 5 mars": the cue right before the date and its "du" names an event or a contest, perhaps with some words. */
static bool is_of_event(const struct sheet *sheet, const struct date_mention *date, const struct cue *nearest)
{
    enum { NAME_MOST = 4 };
    bool of = date->first > 0 && lexis_is_word_of(&sheet->items[date->first - 1], sheet->grammar->of);
    if (!of || (nearest->kind != CUE_EVENT && nearest->kind != CUE_CALL) || nearest->end >= date->first || date->first - 1 - nearest->end > NAME_MOST)
        return false;
    for (size_t i = nearest->end; i + 1 < date->first; i++)
        if (sheet->items[i].kind != LEXEME_WORD)
            return false;
    return true;
}

/* Before the event something is asked for or ends, and no other date stands there. */
static bool is_asked_before(const struct sheet *sheet, const struct date_mention *date, size_t cue)
{
    const struct passage *passage = sheet->passage;
    bool asked = false;
    while (cue-- > 0 && is_in_sentence(sheet, passage->cues[cue].first, date->first)) {
        enum cue_kind kind = passage->cues[cue].kind;
        if (sheet->covered[passage->cues[cue].first] == SHEET_DATE || kind == CUE_PAST || kind == CUE_HELD || kind == CUE_MEET)
            return false;
        asked = asked || kind == CUE_LIMIT || kind == CUE_CALL || kind == CUE_ADDRESS;
    }
    return asked;
}

/* What may stand between a name and the last day. */
static bool is_of_limit(enum cue_kind kind)
{
    return kind == CUE_ENDS || kind == CUE_UNTIL || kind == CUE_BEFORE || kind == CUE_DUE || kind == CUE_LIMIT || kind == CUE_OPEN || kind == CUE_WILL;
}

/* A colon, "est", "le", or a word for a last day leads from one date to the next, and nothing else. */
static bool leads_on(const struct sheet *sheet, const struct date_mention *date, const struct date_mention *next)
{
    enum { LEAD_MOST = 6 };
    const struct passage *passage = sheet->passage;
    if (next->first - date->end > LEAD_MOST || !is_in_sentence(sheet, date->first, next->first))
        return false;
    bool touches = next->first == date->end + 1 && lexis_is_word(&sheet->items[date->end], "le"); /* "Clôture des inscriptions pour le tournoi du 6 avril le 10 mars" */
    bool leads = touches || lexis_is_sign(&sheet->items[date->end], ':') || lexis_is_word_of(&sheet->items[date->end], sheet->grammar->being);
    for (size_t i = survey_cue_from(passage, date->end); i < passage->cue_count && passage->cues[i].first < next->first; i++) {
        enum cue_kind kind = passage->cues[i].kind;
        if (!is_of_limit(kind))
            return false;
        leads = leads || kind != CUE_OPEN;
    }
    return leads;
}

bool readings_named_day(const struct sheet *sheet, size_t index)
{
    if (index + 1 >= sheet->date_count)
        return false;
    const struct date_mention *date = &sheet->dates[index];
    size_t cue = survey_cue_from(sheet->passage, date->first);
    bool first = index == 0 || !is_in_sentence(sheet, sheet->dates[index - 1].first, date->first);
    return first && cue > 0 && is_in_sentence(sheet, sheet->passage->cues[cue - 1].first, date->first) && is_of_event(sheet, date, &sheet->passage->cues[cue - 1]) &&
           is_asked_before(sheet, date, cue - 1) && leads_on(sheet, date, date + 1);
}

bool readings_named_event(const struct sheet *sheet, size_t index)
{
    size_t cue = survey_cue_from(sheet->passage, sheet->dates[index].first);
    return cue > 0 && sheet->passage->cues[cue - 1].kind == CUE_EVENT;
}
