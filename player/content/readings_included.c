#include "content/readings_included.h"

#include "content/dates.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/sheet.h"
#include "content/survey.h"
#include "content/verdict.h"

enum { BLOCK_REACH = 90 };

/* "avant le 7 mai inclus", "avant le 7 mai au soir", "avant le 7 mai en fin de journée" count the day. */
static bool is_included(const struct sheet *sheet, size_t end)
{
    const struct lexeme *lexeme = &sheet->items[end];
    if (lexis_is_sign(lexeme, '(') || lexis_is_sign(lexeme, ','))
        lexeme++;
    while (lexis_is_word_of(lexeme, sheet->grammar->day_end_leads))
        lexeme++;
    return lexeme->kind == LEXEME_WORD && (grammar_lists(sheet->grammar->included, lexeme->word) || grammar_lists(sheet->grammar->day_ends, lexeme->word));
}

/* "avant jeudi soir (14 décembre)", "avant dimanche minuit": between the lead and the date the day itself counts. */
static bool lead_includes(const struct sheet *sheet, size_t from, size_t to)
{
    enum { LEAD_MOST = 8 };
    for (size_t i = from; i < to && to - from <= LEAD_MOST; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->day_ends) || lexis_is_word_of(&sheet->items[i], sheet->grammar->included))
            return true;
    return false;
}

/* "avant les dates suivantes (incluses) :" before the list. */
static bool intro_includes(const struct sheet *sheet)
{
    const struct passage *intro = sheet->passage->intro;
    for (size_t i = 0; intro && i < intro->lexis.count && i < BLOCK_REACH; i++)
        if (lexis_is_word_of(&intro->lexis.items[i], sheet->grammar->included))
            return true;
    return false;
}

/* "à partir du 8 février et avant le 15 février": the last day of the range is one before which. */
static bool ends_before(const struct sheet *sheet, const struct date_mention *date)
{
    return date->span_count == 1 && survey_names(sheet->passage, date->first, date->end, CUE_BEFORE);
}

bool readings_included_excludes(const struct sheet *sheet, const struct date_mention *date, const struct verdict *verdict)
{
    return (verdict->exclusive || ends_before(sheet, date)) && !is_included(sheet, date->end) && !lead_includes(sheet, verdict->quote, date->first) && !intro_includes(sheet);
}

bool readings_included_till_noon(const struct sheet *sheet, size_t end)
{
    size_t at = end;
    while (at < end + 3 && lexis_is_word_of(&sheet->items[at], sheet->grammar->day_end_leads))
        at++;
    return at > end && lexis_is_word_of(&sheet->items[at], sheet->grammar->mornings);
}
