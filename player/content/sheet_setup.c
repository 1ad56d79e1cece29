#include "content/sheet_setup.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>

enum { CLAUSE_REACH = 7 };

/* A sign, or another number, at which what is said of an hour ends. */
static bool parts(const struct lexeme *item)
{
    return item->kind == LEXEME_NUMBER || (item->kind == LEXEME_SIGN && !lexis_is_sign(item, '\'') && !lexis_is_sign(item, '*') && !lexis_is_sign(item, '-'));
}

static bool is_preparing(const struct sheet *sheet, size_t index)
{
    return sheet->items[index].kind == LEXEME_WORD && grammar_begins(sheet->grammar->preparing, sheet->items[index].word);
}

/* An event is named in lexemes `from` to before `to`: "réunion des bénévoles". */
static bool names_event(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = survey_cue_from(sheet->passage, from); i < sheet->passage->cue_count && sheet->passage->cues[i].first < to; i++)
        if (sheet->passage->cues[i].kind == CUE_EVENT)
            return true;
    return false;
}

/* "exposants dès 8h", "les bénévoles sont attendus à 7h", "Bénévoles : 8h": such words stand before the hour in its clause. */
static bool follows(const struct sheet *sheet, const struct time_mention *time)
{
    bool found = false;
    size_t last = time->first - (time->first > 0 && lexis_is_sign(&sheet->items[time->first - 1], ':')), first = last;
    while (first > 0 && last - first < CLAUSE_REACH && !sheet->covered[first - 1] && !parts(&sheet->items[first - 1]))
        found = is_preparing(sheet, --first) || found;
    return found && !names_event(sheet, first, time->first);
}

/* "8h : installation des exposants", "6h-8h arrivée des exposants": the hour opens its line, and such words follow in it. */
static bool leads(const struct sheet *sheet, const struct time_mention *time)
{
    bool opens = time->first == 0 || lexis_is_sign(&sheet->items[time->first - 1], LEXEME_LINE), found = false;
    size_t from = time->end_index + lexis_is_sign(&sheet->items[time->end_index], ':'), at = from;
    for (; opens && at < sheet->count && at < from + CLAUSE_REACH && !parts(&sheet->items[at]) && !sheet->covered[at]; at++)
        found = found || is_preparing(sheet, at);
    return found && !names_event(sheet, from, at);
}

void sheet_setup_drop(struct sheet *sheet)
{
    size_t kept = 0, setting = 0;
    bool *setup = arena_alloc(sheet->arena, (sheet->time_count + 1) * sizeof *setup);
    for (size_t i = 0; i < sheet->time_count; i++) {
        setup[i] = sheet->times[i].start >= 0 && (follows(sheet, &sheet->times[i]) || leads(sheet, &sheet->times[i]));
        setting += setup[i];
    }
    if (setting == sheet->time_count)
        return;
    for (size_t i = 0; i < sheet->time_count; i++)
        if (!setup[i])
            sheet->times[kept++] = sheet->times[i];
    sheet->time_count = kept;
}
