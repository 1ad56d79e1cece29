#include "content/venue_named.h"

#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

/* Behind the name that begins at `first`, a comma and an address or, behind a name in capitals, "à Rouen" follow, and are taken with it; 0: they
 * do not. */
static size_t addressed_end(const struct lexis *lexis, size_t first)
{
    size_t end = venue_name_end(lexis, first, true);
    bool capital = venue_is_capital(lexis, &lexis->items[first]);
    for (size_t i = first + 1; i + 1 < end; i++) {
        const struct lexeme *next = &lexis->items[i + 1];
        bool town = capital && ((next->grave && venue_is_capital(lexis, next + 1)) || venue_at(lexis, i + 1).rank == VENUE_TOWN);
        if (lexis_is_sign(&lexis->items[i], ',') && (town || venue_is_address(lexis, i + 1)))
            return end;
    }
    return 0;
}

/* No word of the name is one of an event or a body; the first may be one of those that have a house (`hosts`). */
static bool names_no_event(const struct lexis *lexis, size_t first, size_t end, bool hosts)
{
    for (size_t i = first; i < end && lexis->items[i].kind != LEXEME_SIGN; i++) {
        bool host = hosts && i == first && lexis_is_word_of(&lexis->items[i], venue_words_hosts);
        if (!host && lexis_is_word_of(&lexis->items[i], venue_words_not_names))
            return false;
    }
    return true;
}

/* "Ateliers des Capucins", "Grands Moulins": a name in the plural with a second word in capitals. */
static bool is_plural_name(const struct lexis *lexis, size_t first, size_t end)
{
    const char *word = lexis->items[first].word;
    size_t length = strlen(word);
    bool second = false;
    for (size_t i = first + 1; i < end; i++)
        second = second || venue_is_capital(lexis, &lexis->items[i]);
    return second && length > 0 && word[length - 1] == 's';
}

/* The name behind a preposition at `index` that may be one of a house, from `at` on: behind an article ("à Lyon" has none) or "chez", and no land. */
static bool may_be_named(const struct lexis *lexis, size_t index, size_t at)
{
    bool article = at > index + 1 || !lexis_is_word(&lexis->items[index], "a");
    const struct lexeme *name = &lexis->items[at];
    return article && name->kind == LEXEME_WORD && !lexis_is_word_of(name, venue_words_stops) && !lexis_is_word_of(name, venue_words_lands) &&
           !venue_spells(lexis, at, venue_words_noise);
}

/* Where the name ends that the preposition `opens` leads to, from `at` on, when it is believed to be a house; else 0. */
static size_t named_end(const struct lexis *lexis, const struct lexeme *opens, size_t at, bool parted)
{
    static const char *const one[] = {"au", "a", "chez", NULL};
    size_t addressed = addressed_end(lexis, at), end = addressed ? addressed : venue_name_end(lexis, at, false);
    bool plural = parted && lexis_is_word(opens, "aux") && is_plural_name(lexis, at, end);
    bool capital = venue_is_capital(lexis, &lexis->items[at]) && lexis->items[at].word[1];
    bool believed = addressed || (capital && (plural || lexis_is_word_of(opens, one)));
    return believed && names_no_event(lexis, at, end, addressed || plural) ? end : 0;
}

struct venue venue_named_behind(const struct lexis *lexis, size_t index, bool parted)
{
    static const char *const into[] = {"au", "aux", "a", "chez", "dans", NULL};
    const struct lexeme *opens = &lexis->items[index];
    struct venue none = {VENUE_NONE, index, index, index};
    size_t at = lexis_is_word_of(opens, into) ? venue_opened(lexis, index) : index;
    size_t end = at > index && may_be_named(lexis, index, at) ? named_end(lexis, opens, at, parted) : 0;
    bool chez = lexis_is_word(opens, "chez") && at <= index + 2;
    return end ? (struct venue){VENUE_NAMED, index, chez ? index : at, end} : none;
}

struct venue venue_named_with_street(const struct lexis *lexis, size_t index)
{
    struct venue none = {VENUE_NONE, index, index, index};
    if (!venue_is_capital(lexis, &lexis->items[index]) || venue_spells(lexis, index, venue_words_noise))
        return none;
    size_t end = venue_name_end(lexis, index, true), sign = index;
    while (sign < end && !lexis_is_sign(&lexis->items[sign], ',') && !lexis_is_sign(&lexis->items[sign], '('))
        sign++;
    bool street = sign + 1 < end && lexis->items[sign + 1].kind == LEXEME_NUMBER && lexis->items[sign + 1].digits < 5 && venue_is_address(lexis, sign + 1);
    return street && names_no_event(lexis, index, sign, false) ? (struct venue){VENUE_NAMED, index, index, end} : none;
}
