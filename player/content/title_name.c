#include "content/title_name.h"

#include "base/arena.h"
#include "content/dates.h"
#include "content/grammar.h"
#include "content/lexis.h"
#include "content/times.h"
#include "content/title_text.h"
#include "content/title_words.h"
#include "content/venue.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

enum { TITLE_WORDS = 22, RUBRIC_MOST = 1000 };

/* "présentiel, dernières places", "visioconférence (réservée aux agents)": how it is held, and a note. */
static bool says_how(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t mode = lexis.count ? venue_spells(&lexis, 0, venue_words_modes) : 0;
    return mode && mode < lexis.count && lexis.items[mode].kind == LEXEME_SIGN && strchr(",(-;", lexis.items[mode].sign);
}

bool title_name_is_generic(struct arena *arena, const char *text)
{
    char *folded = lexis_fold(arena, text + strspn(text, "0123456789.) ")); /* "1. À l'agenda" */
    return strncmp(folded, "programme", strlen("programme")) == 0 || grammar_lists(title_words_rubrics, folded) || strlen(folded) < TITLE_LEAST ||
           (strlen(text) <= RUBRIC_MOST && says_how(arena, text));
}

/* "Organisez un événement": the first word tells the reader to do something; but "Rendez-vous". */
static bool asks(const struct lexis *lexis)
{
    const char *word = lexis->count && lexis->items[0].kind == LEXEME_WORD ? lexis->items[0].word : "";
    size_t length = strlen(word);
    return length > 4 && strcmp(word + length - 2, "ez") == 0 && strcmp(word, "rendez") != 0;
}

bool title_name_is_rubric(struct arena *arena, const char *text)
{
    if (strlen(text) > RUBRIC_MOST)
        return false;
    struct lexis lexis = lexis_read(arena, text);
    if (lexis.count && (lexis_is_sign(&lexis.items[lexis.count - 1], '?') || grammar_lists(title_words_questions, lexis.items[0].word)))
        return true;
    if (grammar_lists(title_words_parts, lexis.items[0].word) || asks(&lexis))
        return true;
    for (size_t i = 0; i < lexis.count; i++)
        if (venue_spells(&lexis, i, title_words_teasers))
            return true;
    return title_name_is_generic(arena, text);
}

/* A word of one who speaks to the reader or tells what will be. */
static bool speaks(const struct lexis *lexis, const struct lexeme *lexeme)
{
    if (lexeme->kind != LEXEME_WORD)
        return false;
    size_t length = strlen(lexeme->word);
    bool asks = length > 4 && strcmp(lexeme->word + length - 2, "ez") == 0 && !grammar_lists(dates_fr.not_request, lexeme->word);
    return asks || grammar_lists(title_words_speech, lexeme->word) || venue_name_is_verb(lexis, lexeme);
}

/* It speaks to the reader, tells that something takes place, begins with an hour or with what it costs: no name. */
static bool is_sentence(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t words = 0;
    if (venue_spells(&lexis, 0, title_words_noise) || (lexis.items[0].kind == LEXEME_NUMBER && lexis_is_word(&lexis.items[1], "h")))
        return true;
    for (size_t i = 0; i < lexis.count; i++) {
        const struct lexeme *lexeme = &lexis.items[i];
        if (venue_spells(&lexis, i, title_words_teasers))
            return true;
        words += lexeme->kind == LEXEME_WORD;
        bool ends = i + 1 < lexis.count && lexis.items[i + 1].sentence != lexeme->sentence && words > 2 && lexis_is_sign(lexeme, '.');
        if (ends || speaks(&lexis, lexeme))
            return true;
    }
    return words > TITLE_WORDS;
}

bool title_name_says_where(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    const char *colon = strrchr(text, ':'), *comma = strrchr(text, ',');
    if (lexis_is_word_of(&lexis.items[0], venue_words_before) && !venue_is_capital(&lexis, &lexis.items[0]))
        return true;
    return venue_text_is_place(arena, text) || (colon && venue_text_is_place(arena, colon + 1)) || (comma && venue_text_is_place(arena, comma + 1));
}

/* "salle Édith-Piaf", "à Dole": a place, or a name behind a preposition, as a whole. */
static bool is_place_part(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    struct venue venue = lexis.count ? venue_behind(&lexis, 0) : (struct venue){0};
    return venue_text_is_place(arena, text) || (venue.rank == VENUE_NAME && venue.end == lexis.count);
}

const char *title_name_without_place(struct arena *arena, const char *text)
{
    enum { PARTS_MOST = 3 };
    const char *rest = text, *comma = NULL;
    for (int i = 0; i < PARTS_MOST && (comma = strrchr(rest, ',')) != NULL && is_place_part(arena, comma + 1); i++) {
        rest = title_text_trim(arena, rest, (size_t)(comma - rest));
        if (strchr(rest, ' ') && !title_name_says_where(arena, rest))
            return rest;
    }
    return text;
}

/* What is left of a line of days: it names a day or an hour, closes a bracket that it does not open, or goes on with "et". */
static bool is_remnant(struct arena *arena, const char *text)
{
    static const char *const joints[] = {"et", "puis", "ou", "and", NULL};
    struct lexis lexis = lexis_read(arena, text);
    size_t days = 0, hours = 0;
    int open = 0;
    for (size_t i = 0; i < lexis.count; i++) {
        open += lexis_is_sign(&lexis.items[i], '(') - lexis_is_sign(&lexis.items[i], ')');
        if (open < 0)
            return true;
    }
    dates_find(arena, &lexis, &dates_fr, &days);
    const struct time_mention *times = times_find(arena, &lexis, &dates_fr, &hours);
    while (hours > 0 && title_text_is_noon_of(&lexis, times[hours - 1].first))
        hours--;
    return days > 0 || hours > 0 || (lexis_is_word_of(&lexis.items[0], joints) && !venue_is_capital(&lexis, &lexis.items[0]));
}

bool title_name_is(struct arena *arena, const char *text)
{
    return strlen(text) >= TITLE_LEAST && strlen(text) <= TITLE_MOST && !strchr(text, '\n') && !title_name_is_generic(arena, text) && !is_sentence(arena, text) &&
           !title_name_says_where(arena, text) && !is_remnant(arena, text) && !grammar_lists(title_words_badges, lexis_fold(arena, text));
}
