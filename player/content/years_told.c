#include "content/years_told.h"

#include "content/grammar.h"
#include "content/passages.h"
#include "content/readings.h"

#include <string.h>

enum { FIRST_YEAR = 1500, LAST_YEAR = 2199, TITLE_MOST = 400 };

static bool is_year(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_NUMBER && lexeme->digits == 4 && lexeme->number >= FIRST_YEAR && lexeme->number <= LAST_YEAR;
}

int years_told_line(const struct reading *reading)
{
    const struct lexeme *items = reading->passage->lexis.items;
    bool parted = is_year(&items[0]) && items[1].kind == LEXEME_SIGN && items[1].sign && items[1].sign != '/' && (items[1].sign != '.' || items[2].spaced);
    return parted ? items[0].number : 0;
}

/* A verb or an invitation before the day looks forward: "En 2021 lancé, il se tiendra le 12 mai". */
static bool looks_forward(const struct reading *reading, size_t first)
{
    const struct passage *passage = reading->passage;
    for (size_t i = 0; i < passage->cue_count && passage->cues[i].first < reading->mention; i++) {
        enum cue_kind kind = passage->cues[i].kind;
        if (passage->cues[i].first >= first && (kind == CUE_WILL || kind == CUE_MEET || kind == CUE_ADDRESS || kind == CUE_ASK))
            return true;
    }
    return false;
}

int years_told_sentence(const struct reading *reading, const struct grammar *grammar)
{
    const struct lexeme *items = reading->passage->lexis.items;
    size_t first = reading->mention;
    while (first > 0 && (items[first - 1].sentence == items[first].sentence || lexis_is_sign(&items[first - 1], ';')))
        first--;
    const struct lexeme *opening = &items[first];
    bool led = lexis_is_word_of(opening, grammar->in_year) && is_year(opening + 1), named = is_year(opening) && lexis_is_word_of(opening + 1, grammar->in_year);
    bool report = lexis_is_word_of(opening, grammar->reports) && is_year(opening + 1); /* "Bilan 2016 : … une soirée le 17 juin" */
    led = led || report;
    if ((!led && !named) || first + 1 >= reading->mention || looks_forward(reading, first))
        return 0;
    return led ? opening[1].number : opening->number;
}

int years_told_title(const char *title)
{
    int found = 0;
    for (const char *at = title; *at && at - title < TITLE_MOST;) {
        size_t digits = strspn(at, "0123456789");
        int year = 0;
        for (size_t i = 0; digits == 4 && i < 4; i++)
            year = year * 10 + (at[i] - '0');
        if (year >= 1900 && year < 2200) {
            if (found && found != year)
                return 0;
            found = year;
        }
        at += digits ? digits : 1;
    }
    return found;
}
