#include "content/readings_parts.h"

#include "content/counts.h"
#include "content/grammar.h"
#include "content/sheet.h"

#include <stdbool.h>

enum { PARTS_MOST = 7, MARK_REACH = 10, UNKNOWN_PART = 0, NO_PART = -1 };

static bool is_day(const struct sheet *sheet, size_t index)
{
    return index < sheet->count && lexis_is_word_of(&sheet->items[index], sheet->grammar->daily);
}

/* "jour 2", "2e jour". */
static int number_at(const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index];
    bool beside = (index > 0 && is_day(sheet, index - 1)) || is_day(sheet, index + 1) || is_day(sheet, index + 2);
    return item->kind == LEXEME_NUMBER && item->number > 0 && item->number <= PARTS_MOST && !sheet->covered[index] && beside ? item->number : NO_PART;
}

/* Behind "premier" at `index` stands a day ("jour", "séance"), its hour, or nothing: "le premier groupe" is no day. */
static bool means_day(const struct sheet *sheet, size_t index, bool first)
{
    const struct lexeme *next = &sheet->items[index + 1];
    if (index + 1 >= sheet->count || next->kind != LEXEME_WORD || sheet->covered[index + 1] || grammar_lists(sheet->grammar->and, next->word))
        return !first;
    return is_day(sheet, index + 1) || grammar_begins(sheet->grammar->each_of, next->word);
}

/* Which day the lexemes `from` to before `to` name: its number, or UNKNOWN_PART for "le dernier"; NO_PART: none. */
static int part_in(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct lexeme *item = &sheet->items[i];
        if (lexis_is_word_of(item, sheet->grammar->firsts))
            return means_day(sheet, i, true) ? 1 : NO_PART;
        if (lexis_is_word_of(item, sheet->grammar->parts))
            return means_day(sheet, i, false) ? UNKNOWN_PART : NO_PART;
        if (number_at(sheet, i) > 0)
            return number_at(sheet, i);
    }
    return NO_PART;
}

/* The lexemes before or behind hour `index`, up to its neighbour, in which its day may be named. */
static int part_of(const struct sheet *sheet, size_t index, bool before)
{
    const struct time_mention *time = &sheet->times[index];
    size_t from = index ? sheet->times[index - 1].end_index : 0, to = index + 1 < sheet->time_count ? sheet->times[index + 1].first : sheet->count;
    if (before)
        return part_in(sheet, time->first > from + MARK_REACH ? time->first - MARK_REACH : from, time->first);
    return part_in(sheet, time->end_index, to > time->end_index + MARK_REACH ? time->end_index + MARK_REACH : to);
}

/* "jour" stands beside the hour. */
static bool names_day(const struct sheet *sheet, const struct time_mention *time)
{
    for (size_t i = time->first > MARK_REACH ? time->first - MARK_REACH : 0; i < time->end_index + MARK_REACH; i++)
        if (is_day(sheet, i))
            return true;
    return false;
}

int readings_parts_single(const struct sheet *sheet)
{
    if (sheet->time_count == 0 || sheet->date_count > 0 || !names_day(sheet, &sheet->times[0]))
        return 0;
    int before = part_of(sheet, 0, true), part = before == NO_PART ? part_of(sheet, 0, false) : before;
    return part == NO_PART ? 0 : part == UNKNOWN_PART ? READINGS_PARTS_LAST : part;
}

size_t readings_parts_count(const struct sheet *sheet)
{
    size_t count = sheet->time_count;
    if (count < 2 || count > PARTS_MOST || sheet->date_count > 1 || sheet->passage->past)
        return 0;
    bool before = part_of(sheet, 0, true) == 1; /* "Jour 1 : 9h-17h", else "9h-17h le premier jour" */
    for (size_t i = 0; i < count; i++) {
        int part = part_of(sheet, i, before);
        bool follows = part == (int)i + 1 || (part == UNKNOWN_PART && i > 0);
        if (!follows || sheet->times[i].start < 0 || sheet->times[i].end < 0 || sheet->times[i].zone)
            return 0;
    }
    return count;
}

int readings_parts_days_before(const struct sheet *sheet, size_t index)
{
    size_t at = index;
    while (at > 0 && (lexis_is_sign(&sheet->items[at - 1], ',') || lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->from)))
        at--;
    bool days = at > 1 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->daily);
    size_t count = days ? at - 2 : 0;
    int told = !days ? 0 : sheet->items[count].kind == LEXEME_NUMBER ? sheet->items[count].number : counts_read(sheet->items, sheet->count, sheet->grammar, &count);
    return told > 1 ? told : 0;
}
