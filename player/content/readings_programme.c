#include "content/readings_programme.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/sheet.h"

enum { LINES_LEAST = 2 };

bool readings_programme_opens_line(const struct sheet *sheet, size_t index)
{
    size_t at = sheet->times[index].first;
    while (at > 0 && (lexis_is_sign(&sheet->items[at - 1], LEXEME_OTHER) || lexis_is_sign(&sheet->items[at - 1], LEXEME_CLOCK)))
        at--; /* an emoji */
    return at == 0 || lexis_is_sign(&sheet->items[at - 1], LEXEME_LINE);
}

bool readings_programme_says_end(const struct sheet *sheet, size_t index)
{
    while (index < sheet->count && sheet->items[index].kind == LEXEME_SIGN && !lexis_is_sign(&sheet->items[index], LEXEME_LINE))
        index++;
    return index < sheet->count && (lexis_is_word_of(&sheet->items[index], sheet->grammar->column_ends) || lexis_is_word_of(&sheet->items[index], sheet->grammar->closings));
}

bool readings_programme_add(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t lines = 0;
    for (size_t i = 0; i < sheet->time_count; i++)
        lines += readings_programme_opens_line(sheet, i) && sheet->times[i].start >= 0;
    if (lines < LINES_LEAST || sheet->date_count || sheet->passage->role != PASSAGE_BODY || sheet->passage->past)
        return false;
    for (size_t i = 0; i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct hours hours = {.passage = sheet->passage, .step = true, .weekday = -1, .former_minutes = -1, .start_minutes = time->start, .end_minutes = time->end,
                              .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        hours.closes = readings_programme_says_end(sheet, time->end_index);
        if (readings_programme_opens_line(sheet, i) && time->start >= 0)
            readings_add_hours(arena, readings, &hours);
    }
    return true;
}
