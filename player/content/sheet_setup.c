#include "content/sheet_setup.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/sheet.h"

#include <stdbool.h>

enum { CLAUSE_REACH = 7 };

/* A sign, or another number, at which what is said of an hour ends. */
static bool parts(const struct lexeme *item)
{
    return item->kind == LEXEME_NUMBER || (item->kind == LEXEME_SIGN && !lexis_is_sign(item, '\'') && !lexis_is_sign(item, '*') && !lexis_is_sign(item, '-'));
}

/* One of the stems stands in lexemes `from` to before `to`. */
static bool names(const struct sheet *sheet, size_t from, size_t to, const char *const *stems)
{
    for (size_t i = from; i < to; i++)
        if (sheet->items[i].kind == LEXEME_WORD && grammar_begins(stems, sheet->items[i].word))
            return true;
    return false;
}

/* Behind a clause of who prepares: "installation des exposants", "les bénévoles" right before a single hour; in a clause of its own, not "rendez-vous des
 * bénévoles". */
static bool tells_preparing(const struct sheet *sheet, size_t first, size_t last, bool single)
{
    first += first < last && lexis_is_word_of(&sheet->items[first], sheet->grammar->articles);
    if (first >= last || sheet->items[first].kind != LEXEME_WORD)
        return false;
    if (grammar_begins(sheet->grammar->setting_up, sheet->items[first].word))
        return names(sheet, first + 1, last, sheet->grammar->preparing);
    bool beside = sheet_is_glued(sheet, first + 1, last) || names(sheet, first + 1, last, sheet->grammar->setting_up); /* "exposants dès 8h", "les exposants s'installent à 8h" */
    return single && beside && grammar_begins(sheet->grammar->preparing, sheet->items[first].word);
}

/* "exposants dès 8h", "Installation des exposants de 6h à 8h", "rues fermées de 13h à 18h": the clause before the hour tells of them. */
static bool follows(const struct sheet *sheet, const struct time_mention *time)
{
    size_t last = time->first - (time->first > 0 && lexis_is_sign(&sheet->items[time->first - 1], ':')), first = last;
    while (first > 0 && last - first < CLAUSE_REACH && !sheet->covered[first - 1] && !parts(&sheet->items[first - 1]))
        first--;
    bool shut = time->end >= 0 && names(sheet, first, last, sheet->grammar->shut_for);
    return shut || tells_preparing(sheet, first, last, time->end < 0);
}

/* "8h : installation des exposants", "8h : bénévoles": the hour opens its line, which goes on with them. */
static bool leads(const struct sheet *sheet, const struct time_mention *time)
{
    bool opens = time->first == 0 || lexis_is_sign(&sheet->items[time->first - 1], LEXEME_LINE);
    size_t from = time->end_index + lexis_is_sign(&sheet->items[time->end_index], ':'), to = from;
    while (opens && to < sheet->count && to < from + CLAUSE_REACH && !parts(&sheet->items[to]) && !sheet->covered[to])
        to++;
    return opens && tells_preparing(sheet, from, to, true);
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
