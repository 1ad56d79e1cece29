#include "content/venue_name.h"

#include "content/grammar.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

enum { NAME_WORDS = 26, PLAIN_WORDS = 3 };

/* What stands in the bracket belongs to the place: "(15e)", "(salle 3)", "(Métro Ségur)", "(3 rue …)". */
static bool is_own_bracket(const struct lexis *lexis, size_t first, size_t end)
{
    const struct lexeme *lexeme = &lexis->items[first];
    if (lexis_is_word_of(lexeme, venue_words_bracketed) || venue_is_joined(lexis, first))
        return true;
    if (lexeme->kind == LEXEME_NUMBER)
        return lexeme->digits <= 5 && end - first <= 2 && !lexis_is_word(lexeme + 1, "h");
    return venue_is_capital(lexis, lexeme) && !grammar_lists(venue_words_noise, lexeme->word) && grammar_value(dates_fr.weekdays, lexeme->word) < 0;
}

/* ", au Droit Chemin", ", chez Mozilla" behind a town. */
static bool names_house(const struct lexis *lexis, size_t index)
{
    static const char *const into[] = {"au", "a", "chez", NULL};
    const struct lexeme *lexeme = &lexis->items[index];
    if (index >= lexis->count)
        return false;
    size_t at = venue_skip_articles(lexis, index + 1);
    return lexis_is_word_of(lexeme, into) && (lexeme->word[1] || lexeme->grave) && venue_is_capital(lexis, &lexis->items[at]) &&
           !grammar_lists(venue_words_not_names, lexis->items[at].word);
}

/* A line that was broken by the width of a page: "École des métiers / publics, 40 rue Carnot". */
static bool goes_on_in_line(const struct lexis *lexis, size_t index)
{
    if (index == 0 || index + 1 >= lexis->count || lexis->items[index - 1].kind != LEXEME_WORD || venue_is_capital(lexis, &lexis->items[index - 1]))
        return false;
    return lexis->items[index + 1].sentence == lexis->items[index - 1].sentence;
}

/* The part before a comma begins with the number of a street. */
static bool ends_street(const struct lexis *lexis, size_t comma)
{
    enum { STREET_REACH = 9 };
    size_t street = comma;
    while (street > 0 && comma - street < STREET_REACH && !lexis_is_sign(&lexis->items[street - 1], ',') && !lexis_is_sign(&lexis->items[street - 1], LEXEME_LINE))
        street--;
    return street < comma && lexis->items[street].kind == LEXEME_NUMBER && lexis->items[street].digits < 5 && venue_is_address(lexis, street);
}

/* One name in capitals, maybe behind its article ("Le Mans"), stands at `first` up to a sign. */
static bool is_one_name(const struct lexis *lexis, size_t first)
{
    const struct lexeme *opens = &lexis->items[first];
    size_t at = first + (lexis_is_word_of(opens, venue_words_articles) && venue_is_capital(lexis, opens));
    const struct lexeme *name = &lexis->items[at];
    bool other = lexis_is_word_of(name, venue_words_not_names) || venue_spells(lexis, at, venue_words_noise);
    if (!venue_is_capital(lexis, name) || other || grammar_value(dates_fr.weekdays, name->word) >= 0)
        return false;
    for (at++; at < lexis->count && !lexis->items[at].spaced && (lexis->items[at].kind == LEXEME_WORD || lexis_is_sign(&lexis->items[at], '-')); at++)
        ;
    return at >= lexis->count || (lexis->items[at].kind == LEXEME_SIGN && lexis->items[at].sign != ':' && lexis->items[at].sign != '\'');
}

/* Behind a comma a place goes on: ", à Lyon", ", salle 3", ", au Droit Chemin", "8 allée Carnot, Dole". */
static bool goes_on_behind_comma(const struct lexis *lexis, size_t comma)
{
    return venue_is_joined(lexis, comma + 1) || names_house(lexis, comma + 1) || (ends_street(lexis, comma) && is_one_name(lexis, comma + 1));
}

/* Where the place goes on behind the sign at `index`; 0: it ends. */
static size_t pass_sign(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    size_t close = 0;
    switch (lexeme->sign) {
    case '"':
        close = venue_closing(lexis, index, '"');
        return close ? close + 1 : 0;
    case '(':
        close = venue_closing(lexis, index, ')');
        return close && is_own_bracket(lexis, index + 1, close) ? close + 1 : 0;
    case ',':
        return goes_on_behind_comma(lexis, index) ? index + 1 : 0;
    case ':':
        return venue_is_joined(lexis, index + 1) ? index + 1 : 0;
    case LEXEME_LINE:
        return venue_is_address(lexis, index + 1) || goes_on_in_line(lexis, index) ? index + 1 : 0;
    case '-':
        return !lexeme->spaced || venue_is_joined(lexis, index + 1) ? index + 1 : 0;
    case '\'':
    case '.':
    case '[':
    case ']':
        return !lexeme->spaced && (lexeme->sign == ']' || !lexeme[1].spaced) ? index + 1 : 0; /* "La Bo[î]te" */
    case '/':
    case '&':
    case '+':
        return index + 1;
    default:
        return 0;
    }
}

bool venue_name_is_verb(const struct lexis *lexis, const struct lexeme *lexeme)
{
    size_t length = strlen(lexeme->word);
    if (venue_is_capital(lexis, lexeme) || grammar_lists(dates_fr.not_future, lexeme->word))
        return false;
    for (const char *const *ending = dates_fr.future_endings; *ending; ending++)
        if (length > strlen(*ending) + 1 && strcmp(lexeme->word + length - strlen(*ending), *ending) == 0)
            return true;
    return false;
}

/* "des arts et métiers", "universitaire et municipale Lucie-Aubrac": two words of one kind, neither with a capital. */
static bool goes_on_as_pair(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "des", NULL};
    const struct lexeme *before = &lexis->items[index - 2], *noun = &lexis->items[index];
    if (before->kind != LEXEME_WORD || venue_is_capital(lexis, before) || noun->kind != LEXEME_WORD || grammar_lists(venue_words_stops, noun->word))
        return false;
    for (size_t k = 1; k <= 2 && noun[k].kind == LEXEME_WORD; k++) /* "économique et social régional de Normandie" */
        if (lexis_is_word_of(noun + k, of) && venue_is_capital(lexis, &lexis->items[venue_skip_articles(lexis, index + k + 1)]))
            return venue_is_capital(lexis, before - 1);
    return venue_is_capital(lexis, noun + 1) || (lexis_is_word_of(before - 1, of) && noun[1].kind == LEXEME_SIGN);
}

/* A name goes on behind "et": "de l'Air et de l'Espace", "et en ligne". */
static bool goes_on_behind_and(const struct lexis *lexis, size_t index)
{
    if (venue_spells(lexis, index, venue_words_modes) || venue_is_joined(lexis, index))
        return true;
    static const char *const of[] = {"de", "du", "des", NULL};
    if (lexis_is_word_of(&lexis->items[index], of) && lexis->items[index + 1].kind == LEXEME_WORD) /* "et de l'industrie" */
        return true;
    if (index > 2 && goes_on_as_pair(lexis, index))
        return true;
    while (lexis_is_word_of(&lexis->items[index], venue_words_links))
        index++;
    return venue_is_capital(lexis, &lexis->items[index]) && !grammar_lists(venue_words_not_names, lexis->items[index].word);
}

/* "11-Novembre", "8 Mai": a day that is a name, of a hall as of a street. */
static bool is_day_name(const struct lexis *lexis, size_t index)
{
    size_t month = index + 1 + (lexis_is_sign(&lexis->items[index + 1], '-') && !lexis->items[index + 1].spaced);
    const struct lexeme *lexeme = &lexis->items[month];
    return lexeme->kind == LEXEME_WORD && grammar_value(dates_fr.months, lexeme->word) > 0 && venue_is_capital(lexis, lexeme);
}

/* "de", "du": a name goes on, but not with an hour; "rue du 8 mai" with a number. */
static bool goes_on_behind_of(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index], *next = lexeme + 1;
    if (next->kind == LEXEME_SIGN)
        return lexis_is_sign(next, '"');
    if (next->kind == LEXEME_NUMBER)
        return lexis_is_word_of(lexeme - 1, venue_words_streets) || is_day_name(lexis, index + 1);
    return grammar_value(dates_fr.instants, next->word) < 0 && (!grammar_lists(venue_words_stops, next->word) || strcmp(next->word, "des") == 0);
}

/* "à Lyon", "au musée", "sur le campus", "en mezzanine" within a name; "Droit au fut". */
static bool goes_on_behind_in(const struct lexis *lexis, size_t index)
{
    static const char *const inside[] = {"en", "sur", "sous", "lez", NULL};
    const struct lexeme *lexeme = &lexis->items[index];
    size_t behind = venue_skip_articles(lexis, index + 1);
    const struct lexeme *name = &lexis->items[behind];
    if (strcmp(lexeme->word, "a") == 0 && !lexeme->grave)
        return false;
    if (venue_spells(lexis, index, venue_words_modes))
        return lexis_is_word_of(lexeme - 1, venue_words_links);
    if (venue_is_further(lexis, behind))
        return true;
    bool capital = venue_is_capital(lexis, name);
    if (lexis_is_word(lexeme, "aux") && index > 0 && venue_spells(lexis, index - 1, venue_words_houses) == 1)
        return name->kind == LEXEME_WORD && !grammar_lists(venue_words_stops, name->word); /* "halle aux grains" */
    if (grammar_lists(inside, lexeme->word))
        return capital && behind == index + 1;
    return (capital || (lexis_is_word(lexeme, "au") && name->kind == LEXEME_WORD && name[1].kind == LEXEME_SIGN)) && !lexis_is_word_of(name, venue_words_not_names);
}

bool venue_name_is_replaced(const struct lexis *lexis, size_t index)
{
    static const char *const instead[] = {"lieu de", "lieu du", "lieu d", "lieu des", NULL};
    bool lieu = venue_spells(lexis, index, instead) && !venue_is_capital(lexis, &lexis->items[index]);
    return lieu && venue_is_capital(lexis, &lexis->items[venue_skip_articles(lexis, index + 2)]);
}

/* A small word within a name: what stands behind it decides. */
static bool goes_on_at_link(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "des", "d", "of", NULL}, *const and[] = {"et", "and", NULL};
    const struct lexeme *lexeme = &lexis->items[index], *next = lexeme + 1;
    if (grammar_lists(of, lexeme->word))
        return goes_on_behind_of(lexis, index);
    if (next->kind == LEXEME_SIGN)
        return false;
    if (grammar_lists(and, lexeme->word))
        return goes_on_behind_and(lexis, index + 1);
    if (venue_says_instead(lexis, index + 1) || venue_name_is_replaced(lexis, index + 1))
        return false;
    if (grammar_lists(venue_words_articles, lexeme->word))
        return lexeme[-1].kind == LEXEME_SIGN || lexis_is_word_of(lexeme - 1, venue_words_links) || venue_is_capital(lexis, next);
    return goes_on_behind_in(lexis, index);
}

/* A number within a name: "salle 252", not "14 h", "3 mai" or "20 euros". */
static bool goes_on_at_number(const struct lexis *lexis, size_t index)
{
    static const char *const counted[] = {"h", "heures", "heure", "euros", "personnes", "places", "minutes", "min", NULL};
    const struct lexeme *next = &lexis->items[index + 1];
    bool street = index > 1 && lexis_is_word_of(&lexis->items[index - 2], venue_words_streets);
    if (lexis_is_sign(next, ':') || lexis_is_word_of(next, counted))
        return false;
    return street || next->kind != LEXEME_WORD || grammar_value(dates_fr.months, next->word) < 0;
}

/* "salle A" */
static bool is_initial(const struct lexis *lexis, const struct lexeme *lexeme)
{
    return venue_is_capital(lexis, lexeme) && !lexeme->word[1];
}

/* A part of a word with hyphens: "Boulogne-sur-Mer". */
bool venue_name_is_joint(const struct lexis *lexis, size_t index)
{
    const struct lexeme *before = index ? &lexis->items[index - 1] : NULL;
    return before && !lexis->items[index].spaced && (before->kind == LEXEME_WORD || lexis_is_sign(before, '[') || lexis_is_sign(before, ']'));
}

bool venue_name_is_number(const struct lexis *lexis, size_t index)
{
    const struct lexeme *letter = &lexis->items[index];
    return index + 1 < lexis->count && letter->kind == LEXEME_WORD && letter->word[0] && !letter->word[1] && venue_is_capital(lexis, letter) && letter[1].kind == LEXEME_NUMBER && !letter[1].spaced;
}

static bool goes_on(const struct lexis *lexis, size_t index)
{
    if (venue_name_is_number(lexis, index))
        return true;
    const struct lexeme *lexeme = &lexis->items[index];
    if (lexeme->kind == LEXEME_NUMBER)
        return goes_on_at_number(lexis, index);
    if (venue_name_is_joint(lexis, index) || is_initial(lexis, lexeme))
        return true;
    if (grammar_lists(venue_words_links, lexeme->word))
        return goes_on_at_link(lexis, index);
    bool weekday = grammar_value(dates_fr.weekdays, lexeme->word) >= 0 && (lexeme[1].kind != LEXEME_WORD || lexeme[1].spaced); /* but "Jeu-de-Paume" */
    return !grammar_lists(venue_words_stops, lexeme->word) && !weekday && !venue_name_is_verb(lexis, lexeme) &&
           !grammar_lists(dates_fr.habits, lexeme->word);
}

/* Small words, signs and blanks at the end of a name are none of it. */
size_t venue_name_trim(const struct lexis *lexis, size_t first, size_t end)
{
    while (end > first + 1) {
        const struct lexeme *last = &lexis->items[end - 1];
        bool sign = last->kind == LEXEME_SIGN && !strchr(")\"", last->sign);
        if (!sign && (!lexis_is_word_of(last, venue_words_links) || is_initial(lexis, last)))
            break;
        end--;
    }
    return end;
}

/* A name while it is followed: how many words it has, how many of them in a row without a capital. */
struct name {
    size_t words;
    size_t lower;
    bool sign;  /* it begins with its article: "La Cale sèche" */
    bool plain; /* it may have words without capitals: "salle polyvalente" */
    int sentence;
};

/* A last word without a capital behind a small word: "Droit au fut". */
static bool closes_name(const struct lexis *lexis, size_t index)
{
    return lexis_is_word_of(&lexis->items[index - 1], venue_words_links) && lexis->items[index + 1].kind == LEXEME_SIGN;
}

/* A word that needs no capital: a small one, a kind of street or room, a number, a part of another. */
static bool is_free(const struct name *name, const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (name->words && lexis_is_word_of(lexeme, venue_words_official) && venue_is_capital(lexis, lexeme - 1))
        return true; /* "Assemblée nationale" */
    return lexeme->kind == LEXEME_NUMBER || venue_is_capital(lexis, lexeme) || (name->words && !lexeme->spaced) || lexis_is_word_of(lexeme, venue_words_links) ||
           lexis_is_word_of(lexeme, venue_words_streets) || lexis_is_word_of(lexeme, venue_words_rooms);
}

/* "salle Condorcet Renseignements : 01 02 …": a label that stood in the line below. */
static bool is_label_below(const struct lexis *lexis, size_t index)
{
    static const char *const labels[] = {"points", "tarif", "tarifs", "renseignements", "contact", "infos", "inscription", "inscriptions", "programme", "organisation", "intervenants", "animation", "public", NULL};
    return lexis_is_word_of(&lexis->items[index], labels) && lexis_is_sign(&lexis->items[index + 1], ':');
}

/* Takes the word or number at `index` into the name; false: the name ends before it. */
static bool name_takes(struct name *name, const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    bool kind = lexis_is_word_of(lexeme, venue_words_streets) || lexis_is_word_of(lexeme, venue_words_rooms) || lexis_is_word_of(lexeme, venue_words_loose);
    name->plain = name->plain || kind || venue_spells(lexis, index, venue_words_houses);
    name->lower = is_free(name, lexis, index) ? 0 : name->lower + 1;
    size_t most = name->plain ? PLAIN_WORDS : name->words && (closes_name(lexis, index) || (name->sign && lexis->items[index + 1].kind == LEXEME_SIGN)) ? 1 : 0;
    if (lexeme->sentence != name->sentence || name->lower > most)
        return false;
    return name->words++ == 0 || (goes_on(lexis, index) && !is_label_below(lexis, index));
}

/* Where the name ends that begins at `index`. */
size_t venue_name_end(const struct lexis *lexis, size_t index, bool plain)
{
    struct name name = {.plain = plain || venue_spells(lexis, index, venue_words_houses), .sentence = lexis->items[index].sentence};
    name.sign = lexis_is_word_of(&lexis->items[index], venue_words_articles) && venue_is_capital(lexis, &lexis->items[index]);
    size_t first = index, house = venue_spells(lexis, index, venue_words_houses);
    if (house > 1) { /* "monument aux morts" */
        name.words = house;
        index += house;
    }
    while (index < lexis->count && name.words < NAME_WORDS) {
        const struct lexeme *lexeme = &lexis->items[index];
        bool line = lexis_is_sign(lexeme, LEXEME_LINE);
        if (lexeme->kind != LEXEME_SIGN) {
            if (!name_takes(&name, lexis, index))
                break;
            index++;
            continue;
        }
        size_t next = lexeme->sentence == name.sentence || line ? pass_sign(lexis, index) : 0;
        if (!next)
            break;
        name.sentence = line ? lexis->items[next].sentence : name.sentence;
        name.lower = 0;
        name.plain = name.plain || venue_is_address(lexis, next); /* "16 bis boulevard" */
        index = next;
    }
    return venue_name_trim(lexis, first, index);
}

/* A word of a name in its own letters: a capital, "de" between, what an apostrophe or hyphen ties. */
static bool is_of_name(const struct lexis *lexis, const struct lexeme *lexeme)
{
    if (lexeme->kind != LEXEME_WORD)
        return lexis_is_sign(lexeme, '-') && !lexeme->spaced;
    return venue_is_capital(lexis, lexeme) || lexis_is_word_of(lexeme, venue_words_links) || !lexeme[1].spaced;
}

/* "19 septembre : Vaunoy, salle des fêtes": where the name begins that stands between a sign and the comma before a house; else `house`. */
size_t venue_name_with_town(const struct lexis *lexis, size_t house, size_t first)
{
    enum { TOWN_REACH = 5 };
    size_t at = house > 0 ? house - 1 : 0, begin = at;
    if (!lexis_is_sign(&lexis->items[at], ','))
        return house;
    while (begin > first && at - begin < TOWN_REACH && is_of_name(lexis, &lexis->items[begin - 1]))
        begin--;
    const struct lexeme *before = begin > first ? &lexis->items[begin - 1] : NULL;
    bool parted = before && before->kind == LEXEME_SIGN && before->sign && strchr(":-|\n", before->sign);
    return parted && begin < at && venue_is_capital(lexis, &lexis->items[begin]) ? begin : house;
}
