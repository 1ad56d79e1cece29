#include "content/sheet_weekdays.h"

#include "content/grammar.h"
#include "content/sheet.h"

enum { WEEKDAYS_REACH = 14 };

/* "Vendredi : 16h-21h ; samedi : 10h-21h": a weekday of no date stands before this stretch, and before another one beside it. */
static bool is_of_weekday(const struct sheet *sheet, size_t index)
{
    size_t at = sheet->times[index].first;
    while (at > 0 && (lexis_is_sign(&sheet->items[at - 1], ':') || lexis_is_sign(&sheet->items[at - 1], ',')))
        at--;
    const struct lexeme *word = at > 0 ? &sheet->items[at - 1] : NULL;
    return word && word->kind == LEXEME_WORD && sheet->covered[at - 1] != SHEET_DATE && grammar_value(sheet->grammar->weekdays, word->word) >= 0;
}

bool sheet_weekdays_have(const struct sheet *sheet, const struct time_mention *time)
{
    size_t index = (size_t)(time - sheet->times);
    bool beside = (index > 0 && is_of_weekday(sheet, index - 1)) || (index + 1 < sheet->time_count && is_of_weekday(sheet, index + 1));
    return time->end >= 0 && beside && is_of_weekday(sheet, index);
}

/* Two weekdays, hours and small words are all that stands between two lexemes. */
static bool names_two_weekdays(const struct sheet *sheet, size_t from, size_t to)
{
    size_t weekdays = 0;
    for (size_t i = from; i < to; i++) {
        bool weekday = sheet->items[i].kind == LEXEME_WORD && grammar_value(sheet->grammar->weekdays, sheet->items[i].word) >= 0;
        weekdays += weekday;
        if (!weekday && !sheet->covered[i] && !sheet_is_glue(sheet, i))
            return false;
    }
    return weekdays == 2;
}

/* "23-25 janvier (du vendredi 18h au dimanche 18h)": behind the days of a stretch, the hour of each end beside its weekday. */
bool sheet_weekdays_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour)
{
    size_t at = sheet_time_from(sheet, date->end);
    if (date->span_count != 1 || !date->spans[0].range || at + 1 >= sheet->time_count || !lexis_is_sign(&sheet->items[date->end], '('))
        return false;
    const struct time_mention *first = &sheet->times[at], *last = &sheet->times[at + 1];
    if (first->start < 0 || first->end >= 0 || last->start < 0 || last->end >= 0 || last->first > date->end + WEEKDAYS_REACH)
        return false;
    if (!names_two_weekdays(sheet, date->end, last->first))
        return false;
    *hour = (struct hour){.found = true, .glued = true, .both = true, .start = first->start, .end = last->start, .first = first->first, .end_index = last->end_index};
    sheet->used[at] = sheet->used[at + 1] = true;
    return true;
}
