#include "content/place_labels.h"

#include "content/grammar.h"
#include "content/venue.h"
#include "content/venue_named.h"
#include "content/venue_words.h"

#include <string.h>

enum { LABEL_WORDS = 6 };

/* "Rendez-vous : place de la Mairie": where one meets, when a place follows. */
static bool is_meeting(const struct lexis *lexis, size_t index)
{
    static const char *const meetings[] = {"rendez vous", "rdv", "point de rendez vous", "depart", NULL};
    size_t meeting = venue_spells(lexis, index, meetings), behind = index + meeting + 1;
    return meeting && behind < lexis->count && venue_at(lexis, behind).rank >= VENUE_ADDRESS;
}

size_t place_labels_behind(const struct lexis *lexis, size_t index)
{
    bool set = lexis_is_word_of(&lexis->items[index], venue_words_labels) && lexis_is_sign(&lexis->items[index + 1], '='); /* "lieu = …" */
    if (set || !venue_is_capital(lexis, &lexis->items[index]))
        return set ? index + 2 : 0;
    bool place = is_meeting(lexis, index);
    for (size_t i = index; i < index + LABEL_WORDS && lexis->items[i].kind == LEXEME_WORD; i++) {
        const char *word = lexis->items[i].word;
        if (!grammar_lists(venue_words_labels, word) && !grammar_lists(venue_words_label_fill, word))
            return 0;
        place = place || grammar_lists(venue_words_labels, word);
        const struct lexeme *next = &lexis->items[i + 1];
        if (place && (lexis_is_sign(next, ':') || lexis_is_sign(next, '?') || lexis_is_sign(next, '=')))
            return i + 2;
    }
    return 0;
}

/* "**Où** Salle R15", at the start of a line: the same without its sign. */
static size_t behind_bare_label(const struct lexis *lexis, size_t index)
{
    static const char *const bare[] = {"ou", "where", "lieu", NULL};
    bool opens = index == 0 || lexis_is_sign(&lexis->items[index - 1], LEXEME_LINE);
    if (!opens || !lexis_is_word_of(&lexis->items[index], bare) || !venue_is_capital(lexis, &lexis->items[index]))
        return 0;
    if (lexis_is_sign(&lexis->items[index + 1], '-') && lexis->items[index + 1].spaced && venue_is_capital(lexis, &lexis->items[index + 2]))
        return index + 2; /* "Où — Grenier à sel" */
    return venue_is_capital(lexis, &lexis->items[index + 1]) && venue_at(lexis, index + 1).rank > VENUE_NAME ? index + 1 : 0;
}

bool place_labels_is_other(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    return venue_is_capital(lexis, lexeme) && (lexis_is_sign(lexeme + 1, ':') || lexis_is_sign(lexeme + 1, '?'));
}

/* Behind a pin that marks a place; 0: none. A drawing pin (📌) may mark anything: "📌 À noter". */
static size_t pinned_from(const struct lexis *lexis, size_t index)
{
    static const char *const notes[] = {"noter", "retenir", "savoir", "rappel", "important", "nouveau", "info", "infos", "agenda", "inscription", "inscriptions", "entree", "gratuit", "reservation", "reservations", "venez", "n", NULL};
    size_t first = index + 1;
    if (!lexis_is_sign(&lexis->items[index], LEXEME_PIN) || lexis_is_word_of(&lexis->items[first], notes))
        return 0;
    if (first < lexis->count && lexis_is_word_of(&lexis->items[first + 1], notes))
        return 0;
    bool drawing = strncmp(lexis->text + lexis->items[index].begin, "\xF0\x9F\x93\x8C", 4) == 0;
    return drawing && venue_at(lexis, first).rank <= VENUE_NAME ? 0 : first;
}

size_t place_labels_marked(const struct lexis *lexis, size_t index)
{
    size_t first = pinned_from(lexis, index);
    size_t label = place_labels_behind(lexis, first ? first : index);
    label = label || first ? label : behind_bare_label(lexis, index);
    first = label ? label : first;
    if (first && first < lexis->count && lexis_is_sign(&lexis->items[first], LEXEME_LINE))
        first++;
    return first;
}

/* A word for a place stands before the colon, right before it or in a sentence that says that it stays or changes; "Lieu :" is a label. */
static bool tells_place(const struct lexis *lexis, size_t colon)
{
    enum { TOLD_REACH = 7 };
    static const char *const kept[] = {"meme", "memes", "reste", "restent", "change", "changent", "inchange", "inchangee", NULL};
    bool noun = false, same = false;
    for (size_t i = colon; i-- > 0 && colon - i <= TOLD_REACH && lexis->items[i].kind == LEXEME_WORD && lexis->items[i].sentence == lexis->items[colon].sentence;) {
        bool here = lexis_is_word_of(&lexis->items[i], dates_fr.place_nouns) && !venue_says_instead(lexis, i);
        bool led = i > 0 && lexis->items[i - 1].kind == LEXEME_WORD && lexis->items[i - 1].sentence == lexis->items[i].sentence;
        noun = noun || here;
        same = same || (here && led && i + 1 == colon) || lexis_is_word_of(&lexis->items[i], kept); /* not "le lieu de naissance du projet :" */
    }
    return noun && same;
}

struct venue place_labels_told(const struct lexis *lexis, size_t colon)
{
    bool told = lexis_is_sign(&lexis->items[colon], ':') && colon + 1 < lexis->count && tells_place(lexis, colon);
    struct venue venue = told ? venue_at(lexis, venue_skip_articles(lexis, colon + 1)) : (struct venue){0};
    struct venue named = told && venue.rank < VENUE_ADDRESS ? venue_named_with_street(lexis, colon + 1) : (struct venue){0};
    return venue.rank >= VENUE_ADDRESS ? venue : named;
}
