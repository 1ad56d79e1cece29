#include "content/sheet_box.h"

#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <string.h>

enum { LINE_WORDS = 10, DAY_MINUTES = 24 * 60, EVENING_LEAST = 18 * 60, NIGHT_MOST = 6 * 60 };

/* What a line says of its hour. */
enum line { LINE_NONE, LINE_ASIDE, LINE_MAIN, LINE_CLOSING };

/* The first lexeme of the line in which another stands. */
static size_t line_first(const struct sheet *sheet, size_t index)
{
    while (index > 0 && !lexis_is_sign(&sheet->items[index - 1], LEXEME_LINE))
        index--;
    return index;
}

static size_t line_end(const struct sheet *sheet, size_t index)
{
    while (index < sheet->count && !lexis_is_sign(&sheet->items[index], LEXEME_LINE))
        index++;
    return index;
}

/* The hour at `time` has the line from `first` to before `end` for itself, and the line is short. */
static bool has_line(const struct sheet *sheet, const struct time_mention *time, size_t first, size_t end)
{
    size_t words = 0;
    for (size_t i = first; i < end; i++) {
        bool own = i >= time->first && i < time->end_index;
        if (!own && sheet->covered[i])
            return false;
        words += !own && sheet->items[i].kind == LEXEME_WORD;
    }
    return words <= LINE_WORDS;
}

/* A word before the hour says that it is none of the event's: "Accueil :", "Billetterie ouverte dès". */
static bool begins_aside(const struct sheet *sheet, size_t first, size_t to)
{
    for (size_t i = first; i < to; i++)
        if (sheet->items[i].kind == LEXEME_WORD && sheet_is_annex(sheet, &sheet->items[i]))
            return true;
    return false;
}

/* The line of an hour that has the line for itself, and a name before the hour. */
static enum line kind_of(const struct sheet *sheet, const struct time_mention *time)
{
    size_t first = line_first(sheet, time->first), end = line_end(sheet, time->end_index);
    while (first < time->first && sheet->items[first].kind == LEXEME_SIGN)
        first++;
    if (first == time->first || sheet->items[first].kind != LEXEME_WORD || time->zone || !has_line(sheet, time, first, end))
        return LINE_NONE;
    if (begins_aside(sheet, first, time->first) || survey_asks(sheet->passage, first, end))
        return LINE_ASIDE; /* also "Fermeture du parking : 23h" */
    if (time->end < 0 && sheet_closes(sheet, first))
        return LINE_CLOSING;
    return time->start < 0 ? LINE_CLOSING : LINE_MAIN; /* "Jeux jusqu'à 17h" */
}

/* The hour lies before the one at which it begins, and is no end at night of what begins in the evening. */
static bool is_earlier(const struct time_mention *time, const struct time_mention *begin, enum line kind)
{
    int hour = time->start >= 0 ? time->start : time->end;
    bool night = kind == LINE_CLOSING && begin->start >= EVENING_LEAST && hour <= NIGHT_MOST;
    return hour < begin->start && !night;
}

/* Reads the lines of the hours from `from` on: the number of the one at which it begins, and the minutes at which it ends, or -1. False: they are no such
 * lines. */
static bool read_lines(const struct sheet *sheet, size_t from, size_t *begin, int *end)
{
    *begin = sheet->time_count;
    *end = -1;
    for (size_t i = from; i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        enum line kind = sheet->used[i] ? LINE_NONE : kind_of(sheet, time);
        if (kind == LINE_NONE)
            return false;
        *begin = kind == LINE_MAIN && *begin == sheet->time_count ? i : *begin;
        bool told = *begin < sheet->time_count && kind != LINE_ASIDE, stretch = kind == LINE_MAIN && time->end >= 0;
        if (told && is_earlier(time, &sheet->times[*begin], kind)) {
            if (stretch || kind == LINE_CLOSING)
                return false; /* "Contact : mairie, 9h-12h" below 20h30 */
            continue; /* "Repas possible dès 12h" below 12h30 */
        }
        if (told)
            *end = kind == LINE_CLOSING && time->start >= 0 ? time->start : time->end;
    }
    return *begin < sheet->time_count;
}

bool sheet_box_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour)
{
    size_t from = sheet_time_from(sheet, line_end(sheet, date->end)), begin = 0;
    int end = -1;
    bool single = sheet->date_count == 1 && date->span_count == 1 && !date->spans[0].range;
    if (!single || sheet_time_from(sheet, date->first) != from || from + 2 > sheet->time_count || !read_lines(sheet, from, &begin, &end))
        return false;
    const struct time_mention *first = &sheet->times[begin];
    end += end >= 0 && end <= first->start ? DAY_MINUTES : 0;
    *hour = (struct hour){.found = true, .glued = true, .start = first->start, .end = end, .first = first->first, .end_index = first->end_index};
    memset(sheet->used + from, 1, (sheet->time_count - from) * sizeof *sheet->used);
    return true;
}
