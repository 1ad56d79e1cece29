#include "content/ballots.h"

#include "content/grammar.h"
#include "content/lexis.h"
#include "content/sentences.h"
#include "content/sheet.h"

bool ballots_named(const struct lexis *lexis, const struct grammar *grammar, size_t first, size_t stop)
{
    for (size_t i = first; i < stop && i < lexis->count; i++)
        if (lexis->items[i].kind == LEXEME_WORD && grammar_begins(grammar->ballots, lexis->items[i].word))
            return true;
    return false;
}

/* "le bureau de poste", "les bureaux de la préfecture": what it is of is told, and it is no vote; but "les 14 bureaux de la ville". */
static bool is_office(const struct sheet *sheet, size_t index)
{
    size_t at = index + 1;
    if (index > 0 && sheet->items[index - 1].kind == LEXEME_NUMBER)
        return false;
    if (!lexis_is_word_of(&sheet->items[at < sheet->count ? at : sheet->count], sheet->grammar->of) && !lexis_is_word_of(&sheet->items[at < sheet->count ? at : sheet->count], sheet->grammar->noun_leads))
        return false;
    while (at < sheet->count && (lexis_is_word_of(&sheet->items[at], sheet->grammar->of) || lexis_is_word_of(&sheet->items[at], sheet->grammar->noun_leads) || sentences_is_article(sheet, at)))
        at++;
    return at < sheet->count && sheet->items[at].kind == LEXEME_WORD && !lexis_is_word_of(&sheet->items[at], sheet->grammar->polls); /* not "voter de 8h à 20h" */
}

bool ballots_polls(const struct sheet *sheet, size_t first, size_t stop)
{
    for (size_t i = first; i < stop && i < sheet->count; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->polls) && !is_office(sheet, i))
            return true;
    return false;
}

bool ballots_allow(const struct sheet *sheet, size_t day, size_t first, size_t stop)
{
    enum { BEFORE_REACH = 12, HOUR_REACH = 8, BEHIND_REACH = 4 };
    size_t from = day > BEFORE_REACH ? day - BEFORE_REACH : 0;
    while (from < day && sheet->items[from].sentence != sheet->items[day].sentence)
        from++;
    if (!ballots_named(&sheet->passage->lexis, sheet->grammar, from, day))
        return true;
    return ballots_polls(sheet, from, day) || ballots_polls(sheet, first > day + HOUR_REACH ? first - HOUR_REACH : day, first) || ballots_polls(sheet, stop, stop + BEHIND_REACH);
}
