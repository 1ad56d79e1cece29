#include "content/readings_tour.h"

#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"
#include "content/venue.h"

enum { STOP_REACH = 12, NOTE_WORDS = 3 };

/* "(Rezé)": a short name in brackets. */
static bool is_named_in_brackets(const struct sheet *sheet, size_t index)
{
    size_t end = sheet_behind_note(sheet, index);
    bool note = lexis_is_sign(&sheet->items[index], '(') && end > index + 1 && end - index - 2 <= NOTE_WORDS;
    return note && venue_is_capital(&sheet->passage->lexis, &sheet->items[index + 1]);
}

/* A town or a house stands right behind the day, or behind its hour. */
static bool has_place_behind(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = date->end;
    while (at < sheet->count && at < date->end + STOP_REACH && (sheet->covered[at] == SHEET_TIME || lexis_is_sign(&sheet->items[at], ',')))
        at++;
    return is_named_in_brackets(sheet, at) || venue_behind(&sheet->passage->lexis, at).rank != VENUE_NONE;
}

/* ... or right before it: "à Fougères mercredi 19/9". */
static bool has_place_before(const struct sheet *sheet, const struct date_mention *date)
{
    enum { PLACE_MOST = 5 };
    size_t end = lexis_back_over(sheet->items, 0, date->first, sheet->grammar->articles);
    bool named = end > 1 && end < date->first && venue_is_capital(&sheet->passage->lexis, &sheet->items[end - 1]) && sheet->items[end - 2].kind == LEXEME_SIGN &&
                 (lexis_is_sign(&sheet->items[end - 2], ':') || lexis_is_sign(&sheet->items[end - 2], ',')); /* ": Metz le 18 mai, Épinal le 20 mai" */
    if (named)
        return true;
    for (size_t i = end; i-- > 0 && end - i <= PLACE_MOST;) {
        struct venue venue = venue_behind(&sheet->passage->lexis, i);
        if (venue.rank != VENUE_NONE && venue.end == end)
            return true;
    }
    return false;
}

static bool is_stop(const struct sheet *sheet, const struct date_mention *date)
{
    bool day = date->span_count == 1 && !date->spans[0].range;
    return day && (has_place_behind(sheet, date) || has_place_before(sheet, date));
}

/* Words say what the days are, or ask for something. */
static bool is_told_otherwise(const struct sheet *sheet, size_t from, size_t to)
{
    static const enum cue_kind harmless[] = {CUE_EVENT, CUE_MEET, CUE_HELD, CUE_OPEN, CUE_WILL, CUE_LAST};
    for (size_t i = survey_cue_from(sheet->passage, from); i < sheet->passage->cue_count && sheet->passage->cues[i].first < to; i++) {
        bool fine = sheet->covered[sheet->passage->cues[i].first] != 0;
        for (size_t k = 0; k < sizeof harmless / sizeof *harmless && !fine; k++)
            fine = sheet->passage->cues[i].kind == harmless[k];
        if (!fine)
            return true;
    }
    return false;
}

/* The lexeme with which the sentence of a day begins. */
static size_t sentence_at(const struct sheet *sheet, size_t index)
{
    while (index > 0 && sheet->items[index - 1].sentence == sheet->items[index].sentence)
        index--;
    return index;
}

static bool are_stops(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    return other->first - one->end <= STOP_REACH && is_stop(sheet, one) && is_stop(sheet, other) &&
           !is_told_otherwise(sheet, sentence_at(sheet, one->first), other->end);
}

/* Something takes place in the passage, or it tells hours: "Tournée : Metz le 18 mai, Épinal le 20 mai"; not "La fibre arrive à Lyon le 12 mai, à Brest le 19
 * mai". */
static bool takes_place(const struct sheet *sheet, const struct date_mention *date)
{
    enum { LEAD_REACH = 80 }; /* of each stop */
    const struct passage *passage = sheet->passage;
    int sentence = sheet->items[date->first].sentence;
    bool told = passage->meets || sheet->time_count > 0 || passages_has_cue(passage, CUE_EVENT) || passages_has_cue(passage, CUE_MEET);
    for (size_t i = date->first; !told && i-- > 0 && date->first - i <= LEAD_REACH && sheet->items[i].sentence == sentence;) {
        const char *word = sheet->items[i].kind == LEXEME_WORD ? sheet->items[i].word : "";
        told = grammar_lists(sheet->grammar->tours, word) || grammar_begins(sheet->grammar->each_of, word);
    }
    return told;
}

bool readings_tour_stops(const struct sheet *sheet, size_t index)
{
    const struct date_mention *date = &sheet->dates[index];
    if (sheet->passage->past || sheet->passage->page_past || sheet->passage->calls || sheet->passage->page_calls)
        return false;
    bool stops = (index > 0 && are_stops(sheet, date - 1, date)) || (index + 1 < sheet->date_count && are_stops(sheet, date, date + 1));
    return stops && takes_place(sheet, date);
}
