#include "content/lengths.h"

#include "content/counts.h"
#include "content/grammar.h"

#include <stdbool.h>

enum { LENGTH_LEAST = 15, LENGTH_MOST = 12 * 60, BRACKET_MOST = 7 * 60, HEAD_REACH = 3 };

static bool lists(const struct lexis *lexis, size_t index, const char *const *list)
{
    const struct lexeme *lexeme = &lexis->items[index < lexis->count ? index : lexis->count];
    return lexis_is_word_of(lexeme, list);
}

/* "30" of "1h30", "et demie": minutes behind the unit at `index`. */
static int minutes_behind(const struct lexis *lexis, const struct grammar *grammar, size_t index)
{
    const struct lexeme *next = &lexis->items[index < lexis->count ? index : lexis->count];
    if (next->kind == LEXEME_NUMBER && next->digits == 2 && next->number < 60)
        return next->number;
    int minutes = next->kind == LEXEME_WORD ? grammar_value(grammar->minutes, next->word) : -1; /* "une heure trente" */
    if (minutes > 0)
        return minutes;
    bool half = lists(lexis, index, grammar->and) && index + 1 < lexis->count && lexis->items[index + 1].kind == LEXEME_WORD;
    int value = half ? grammar_value(grammar->halves, lexis->items[index + 1].word) : -1;
    return value > 0 ? value : 0;
}

/* "trois quarts d'heure": its minutes, and the unit; -1: it is none. */
static int quarters_at(const struct lexis *lexis, const struct grammar *grammar, size_t index, int count, size_t *last)
{
    enum { QUARTER = 15, QUARTERS_MOST = 3 };
    size_t hour = index + 2 + lexis_is_sign(&lexis->items[index + 2 < lexis->count ? index + 2 : lexis->count], '\'');
    bool quarters = count > 0 && count <= QUARTERS_MOST && lists(lexis, index, grammar->quarters) && lists(lexis, index + 1, grammar->noun_leads) && lists(lexis, hour, grammar->hours);
    *last = quarters ? hour : *last;
    return quarters ? count * QUARTER : -1;
}

/* The length that begins at a lexeme, and the unit behind which it may go on; -1: none. */
static int length_at(const struct lexis *lexis, const struct grammar *grammar, size_t index, size_t *last)
{
    size_t unit = index + 1;
    int value = lexis->items[index].number;
    if (lexis->items[index].kind == LEXEME_WORD) {
        unit = index;
        value = counts_read(lexis->items, lexis->count, grammar, &unit);
    } else if (lexis->items[index].kind != LEXEME_NUMBER) {
        return -1;
    }
    *last = unit;
    int quarters = quarters_at(lexis, grammar, unit, value, last);
    if (quarters > 0)
        return quarters;
    if (value > 0 && value <= LENGTH_MOST && lists(lexis, unit, grammar->minute_units))
        return value;
    return value > 0 && value <= LENGTH_MOST / 60 && lists(lexis, unit, grammar->hours) ? value * 60 + minutes_behind(lexis, grammar, unit + 1) : -1;
}

int lengths_at(const struct lexis *lexis, const struct grammar *grammar, size_t index, size_t *last)
{
    *last = index;
    int minutes = index < lexis->count ? length_at(lexis, grammar, index, last) : -1;
    return minutes >= LENGTH_LEAST && minutes <= LENGTH_MOST ? minutes : -1;
}

int lengths_each(const struct lexis *lexis, const struct grammar *grammar, size_t *where)
{
    enum { EACH_REACH = 5 }; /* "d'une heure et demie chacune": behind the number and its unit */
    for (size_t i = 0; i < lexis->count; i++) {
        size_t last = i;
        int minutes = length_at(lexis, grammar, i, &last);
        if (minutes < LENGTH_LEAST || minutes > LENGTH_MOST)
            continue;
        for (size_t at = last + 1; at < lexis->count && at <= last + EACH_REACH && lexis->items[at].kind != LEXEME_SIGN; at++)
            if (lists(lexis, at, grammar->each)) {
                *where = at;
                return lists(lexis, at + 1, grammar->each_of) ? -1 : minutes;
            }
        i = last;
    }
    return -1;
}

/* "à 10 h 30 (1 h 30)": a bracket that opens at a lexeme and holds nothing but a length; -1: it does not. */
static int length_in_brackets(const struct lexis *lexis, const struct grammar *grammar, size_t index)
{
    size_t last = index;
    bool opens = lexis_is_sign(&lexis->items[index], '(') && index + 1 < lexis->count;
    int minutes = opens ? length_at(lexis, grammar, index + 1, &last) : -1;
    size_t close = last + 1 + (last + 1 < lexis->count && lexis->items[last + 1].kind == LEXEME_NUMBER);
    bool closed = minutes >= LENGTH_LEAST && minutes < BRACKET_MOST && close < lexis->count && lexis_is_sign(&lexis->items[close], ')');
    return closed ? minutes : -1;
}

/* Between the word for a length and the length at most these stand: ":", "de", "environ", and one word before a colon: "Durée estimée : 2 heures". */
static bool leads_on(const struct lexis *lexis, const struct grammar *grammar, size_t at, bool first)
{
    if (lexis->items[at].kind == LEXEME_SIGN)
        return lexis->items[at].sign == ':';
    if (first && lexis_is_sign(&lexis->items[at + 1], ':'))
        return true;
    return lists(lexis, at, grammar->count_leads) || lists(lexis, at, grammar->noun_leads) || lists(lexis, at, grammar->about);
}

int lengths_find(const struct lexis *lexis, const struct grammar *grammar, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < lexis->count; i++) {
        size_t last = i;
        int alone = length_in_brackets(lexis, grammar, i);
        if (alone > 0)
            return alone;
        if (!lists(lexis, i, grammar->length_heads))
            continue;
        for (size_t at = i + 1; at <= i + HEAD_REACH && at < end; at++) {
            int minutes = length_at(lexis, grammar, at, &last);
            if (minutes >= LENGTH_LEAST && minutes <= LENGTH_MOST)
                return minutes;
            if (!leads_on(lexis, grammar, at, at == i + 1))
                break;
        }
    }
    return -1;
}
