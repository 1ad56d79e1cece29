#include "content/places_sentence.h"

#include "content/grammar.h"
#include "content/place_labels.h"
#include "content/places_beside.h"
#include "content/places_stretch.h"
#include "content/venue_name.h"
#include "content/venue_named.h"
#include "content/venue_words.h"

#include <string.h>

/* "aura lieu", "rendez-vous" ends right before the lexeme. */
static bool is_held_at(const struct lexis *lexis, size_t index)
{
    static const char *const holding[] = {"organise", "organisent", "organisera", "propose", "proposent", NULL}; /* "organise à Wangen" */
    for (size_t back = 1; back <= 3 && back <= index; back++)
        if (venue_spells(lexis, index - back, venue_words_held) == back)
            return true;
    return index > 0 && lexis_is_word_of(&lexis->items[index - 1], holding);
}

/* A bracket is open before a lexeme, a few words back. */
static bool in_bracket(const struct lexis *lexis, size_t index)
{
    enum { BRACKET_REACH = 14 };
    for (size_t i = index; i-- > 0 && index - i < BRACKET_REACH && !lexis_is_sign(&lexis->items[i], ')');)
        if (lexis_is_sign(&lexis->items[i], '('))
            return true;
    return false;
}

/* "(amphi Louis les 13 et 14 avril)": the bracket tells of its own days. */
static bool holds_date(const struct lexis *lexis, const struct stretch *stretch, size_t open)
{
    size_t close = venue_closing(lexis, open, ')');
    return open < stretch->date && (close == 0 || stretch->date < close);
}

/* Only signs and small words stand between the day, or its hours, and a lexeme behind them. */
static bool touches_date(const struct lexis *lexis, const struct stretch *stretch, size_t index)
{
    return places_stretch_touches(lexis, stretch->said, index) || (index >= stretch->behind && places_stretch_touches(lexis, stretch->behind, index));
}

/* "jeudi 3 mai à 18h au Bocal": a house by its name alone, right behind the date; of rank VENUE_NONE when there is none. */
static struct venue named_behind(const struct lexis *lexis, const struct stretch *stretch, size_t index)
{
    bool parted = index > 0 && lexis->items[index - 1].kind == LEXEME_SIGN;
    struct venue named = index >= stretch->said ? venue_named_behind(lexis, index, parted) : (struct venue){0};
    return named.rank && touches_date(lexis, stretch, index) ? named : (struct venue){0};
}

/* A house behind a bracket or a comma ("journée d'étude « … », Maison des sciences"), what is told behind a colon. */
static struct venue behind_sign(const struct lexis *lexis, const struct stretch *stretch, size_t index, size_t first)
{
    const struct lexeme *sign = &lexis->items[index - 1];
    if (index > 1 && lexis_is_sign(sign, ',') && sign[-1].kind == LEXEME_NUMBER && venue_is_address(lexis, index - 2))
        return (struct venue){0}; /* "au 20, avenue de Ségur" */
    bool opens = lexis_is_sign(sign, '(') ? !holds_date(lexis, stretch, index - 1) : lexis_is_sign(sign, ',') && !in_bracket(lexis, index);
    struct venue venue = opens ? venue_at(lexis, index) : (struct venue){0};
    if (venue.rank != VENUE_HOUSE) {
        struct venue told = place_labels_told(lexis, index - 1), named = {0};
        if (!told.rank && index >= stretch->said && sign->kind == LEXEME_SIGN && touches_date(lexis, stretch, index))
            named = venue_named_with_street(lexis, index);
        return told.rank ? told : named;
    }
    venue.first = venue_name_with_town(lexis, venue.first, first);
    return venue;
}

/* The place behind the preposition at a lexeme, or behind a sign. A mere name must touch
 * the date or what takes place. */
static struct venue place_at(const struct lexis *lexis, const struct stretch *stretch, size_t index, size_t first)
{
    struct venue venue = venue_behind(lexis, index);
    if (venue.rank == VENUE_NONE && index > first)
        venue = behind_sign(lexis, stretch, index, first);
    if (venue.rank > VENUE_NAME)
        return venue;
    struct venue named = named_behind(lexis, stretch, index);
    if (named.rank || venue.rank == VENUE_NONE)
        return named;
    bool beside = index >= stretch->said ? touches_date(lexis, stretch, index) : places_stretch_touches(lexis, venue.end, stretch->date);
    venue.rank = beside || is_held_at(lexis, index) ? VENUE_TOWN : VENUE_NONE;
    return venue;
}

/* Whether a quotation is open behind a lexeme, when it was, or was not, before it. */
static bool is_quoted_behind(const struct lexis *lexis, size_t index, bool before)
{
    const char *sign = lexis->text + lexis->items[index].begin;
    if (!lexis_is_sign(&lexis->items[index], '"'))
        return before;
    bool opens = strncmp(sign, "«", strlen("«")) == 0 || strncmp(sign, "“", strlen("“")) == 0;
    bool closes = strncmp(sign, "»", strlen("»")) == 0 || strncmp(sign, "”", strlen("”")) == 0;
    return opens || (!closes && !before);
}

/* The most particular place behind a preposition in a row of lexemes; a mere name must touch the date or what takes place. Only rooms,
 * or only what is none, when `rooms` is 1 or 0; both when -1. */
static struct venue best_in(const struct lexis *lexis, const struct stretch *stretch, size_t first, size_t end, int rooms)
{
    struct venue best = {0};
    bool quoted = false; /* "« Tenir à la maison »" names what takes place */
    for (size_t i = first, seen = first; i < end; i++) {
        for (; seen <= i; seen++)
            quoted = is_quoted_behind(lexis, seen, quoted);
        struct venue venue = {0};
        if (!quoted)
            venue = place_at(lexis, stretch, i, first);
        bool room = venue.rank && lexis_is_word_of(&lexis->items[venue.first], venue_words_rooms);
        if (venue.rank > best.rank && (rooms < 0 || room == (rooms > 0)))
            best = venue;
        i = venue.rank && venue.end > i ? venue.end - 1 : i;
    }
    return best;
}

/* With several dates in a sentence each has its place either before or behind it: as the first has. */
static bool stands_before(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t low = places->dates[reading->passage->index].first, high = places->dates[reading->passage->index].end;
    int sentence = lexis->items[lexis_at(lexis, reading->date_begin)].sentence;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lexis->items[lexis_at(lexis, places->readings->items[middle].date_begin)].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    const struct reading *first = &places->readings->items[low];
    struct stretch stretch = places_stretch_of(places, first, true);
    return best_in(lexis, &stretch, stretch.first, stretch.date, -1).rank > VENUE_NONE || places_beside_before(lexis, &stretch).rank > VENUE_NONE;
}

/* "dans les locaux de nos hôtes du mois : Toile (16 rue Blanche 75009 Paris)": an address in brackets, with the name before it. */
static struct venue in_brackets(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++) {
        size_t close = lexis_is_sign(&lexis->items[i], '(') && venue_is_address(lexis, i + 1) ? venue_closing(lexis, i, ')') : 0;
        size_t name = i;
        while (name > first && lexis->items[name - 1].kind == LEXEME_WORD && venue_is_capital(lexis, &lexis->items[name - 1]))
            name--;
        if (close && name < i)
            return (struct venue){.rank = VENUE_ADDRESS, .opens = name, .first = name, .end = close + 1};
    }
    return (struct venue){0};
}

static struct venue best_behind(const struct lexis *lexis, const struct stretch *stretch, int rooms)
{
    struct venue best = best_in(lexis, stretch, stretch->said, stretch->end, rooms);
    return best.rank == VENUE_NONE && rooms < 0 ? in_brackets(lexis, stretch->said, stretch->end) : best;
}

/* What stands beside the date, unless another place of the sentence is more particular and not within it. */
static struct venue more_particular(const struct venue *beside, const struct venue *best)
{
    bool same = best->rank == VENUE_NAMED && best->opens == beside->opens;
    return beside->rank && !same && (beside->rank >= best->rank || beside->end > best->first) ? *beside : *best;
}

/* The place that holds now: the most particular one from there on, or a way to take part from afar. */
static struct venue place_anew(const struct lexis *lexis, const struct stretch *stretch, size_t anew, int rooms)
{
    struct venue venue = best_in(lexis, stretch, anew, stretch->end, rooms);
    struct venue named = venue_behind(lexis, anew);
    if (venue.rank == VENUE_NONE && named.rank == VENUE_NAME && rooms <= 0)
        venue = (struct venue){VENUE_TOWN, named.opens, named.first, named.end};
    for (size_t i = anew; rooms < 0 && venue.rank == VENUE_NONE && i < stretch->end; i++)
        if (venue_spells(lexis, i, venue_words_remote))
            venue = venue_at(lexis, i);
    return venue;
}

/* "L'Institut Cochin ouvrira ses portes": the house of which the sentence of the day says so. */
static struct venue opening_house(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i + 3 < end; i++) {
        struct venue venue = venue_at(lexis, i);
        const struct lexeme *verb = &lexis->items[venue.end];
        if (venue.rank == VENUE_HOUSE && venue.end + 2 < end && verb->kind == LEXEME_WORD && strncmp(verb->word, "ouvr", 4) == 0 && lexis_is_word(verb + 2, "portes"))
            return venue;
    }
    return (struct venue){0};
}

/* No preposition leads to it: it ends the line, or opens its doors. */
static struct venue told_otherwise(const struct lexis *lexis, const struct stretch *stretch, bool several)
{
    struct venue tail = places_beside_tail(lexis, stretch);
    return tail.rank == VENUE_NONE && !several ? opening_house(lexis, stretch->first, stretch->end) : tail;
}

struct venue places_sentence_in(const struct places *places, const struct reading *reading, int rooms)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, true);
    struct venue beside = {0}, before = {0}, behind = {0};
    size_t anew = places_stretch_anew(lexis, &stretch);
    if (anew)
        return place_anew(lexis, &stretch, anew, rooms);
    bool several = stretch.earlier || stretch.later;
    bool left = several && stands_before(places, reading);
    if (rooms < 0)
        beside = left ? places_beside_before(lexis, &stretch) : several ? places_beside_behind(lexis, &stretch) : places_beside_date(lexis, &stretch);
    if (!several || left)
        before = best_in(lexis, &stretch, stretch.first, stretch.date, rooms);
    if (!several || !left)
        behind = best_behind(lexis, &stretch, rooms);
    struct venue best = behind.rank >= before.rank ? behind : before;
    if (best.rank == VENUE_NONE && rooms < 0 && !left)
        best = told_otherwise(lexis, &stretch, several);
    return more_particular(&beside, &best);
}
