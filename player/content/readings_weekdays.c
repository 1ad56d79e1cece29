#include "content/readings_weekdays.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/sentences.h"
#include "content/sheet.h"

#include <string.h>

enum { HEADING_MOST = 60, SHORT_WEEKDAY = 3 };

/* The one weekday that a heading or an announcing paragraph gives to the days of its list: "Cafés du dimanche"; -1: none, or more, or a day. */
static int weekday_of(const struct passage *from, const struct grammar *grammar)
{
    int found = -1;
    if (!from || from->lexis.count > HEADING_MOST)
        return -1;
    for (size_t i = 0; i < from->lexis.count; i++) {
        const struct lexeme *lexeme = &from->lexis.items[i];
        int weekday = lexeme->kind == LEXEME_WORD && strlen(lexeme->word) > SHORT_WEEKDAY ? grammar_value(grammar->weekdays, lexeme->word) : -1;
        if ((weekday >= 0 && found >= 0 && weekday != found) || (lexeme->kind == LEXEME_WORD && grammar_value(grammar->months, lexeme->word) > 0))
            return -1;
        found = weekday >= 0 ? weekday : found;
    }
    return found;
}

void readings_weekdays_from_above(const struct sheet *sheet, struct date_span *span)
{
    const struct passage *passage = sheet->passage;
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW);
    if (!listed || span->range || span->first.weekday >= 0)
        return;
    int weekday = weekday_of(passage->intro, sheet->grammar);
    span->first.weekday = weekday >= 0 ? weekday : weekday_of(passage->above, sheet->grammar);
    span->last.weekday = span->first.weekday;
}

/* "Vendredi : 16h-21h ; samedi : 10h-21h": the weekday right before the stretch at `index`, or -1. */
static int weekday_before(const struct sheet *sheet, size_t index)
{
    enum { SIGN_REACH = 3 };
    size_t at = sheet->times[index].first;
    for (size_t i = 0; i < SIGN_REACH && at > 0 && (lexis_is_sign(&sheet->items[at - 1], ':') || lexis_is_sign(&sheet->items[at - 1], ',') || sentences_is_article(sheet, at - 1)); i++)
        at--;
    bool word = at > 0 && sheet->items[at - 1].kind == LEXEME_WORD && !sheet->covered[at - 1];
    return word ? grammar_value(sheet->grammar->weekdays, sheet->items[at - 1].word) : -1;
}

/* "La piscine rouvre.": the hours may be those of a house. */
static bool names_building(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->buildings))
            return true;
    return false;
}

void readings_weekdays_add_hours(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t told = 0;
    for (size_t i = 0; i < sheet->time_count; i++)
        told += weekday_before(sheet, i) >= 0 && sheet->times[i].start >= 0 && sheet->times[i].end >= 0;
    bool body = sheet->passage->role == PASSAGE_BODY && !sheet->passage->past && !passages_has_cue(sheet->passage, CUE_HOURS) && told > 1 && !names_building(sheet);
    for (size_t i = 0; body && i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct hours hours = {.passage = sheet->passage, .of_weekday = true, .weekday = weekday_before(sheet, i), .former_minutes = -1, .start_minutes = time->start,
                              .end_minutes = time->end, .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        if (hours.weekday >= 0 && time->start >= 0 && time->end >= 0)
            readings_add_hours(arena, readings, &hours);
    }
}
