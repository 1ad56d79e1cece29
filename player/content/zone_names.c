#include "content/zone_names.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/lexis.h"

#include <string.h>

/* The lexemes of a text and their language. */
struct text {
    const struct lexis *lexis;
    const struct grammar *grammar;
};

static const struct lexeme *text_at(const struct text *text, size_t index)
{
    return &text->lexis->items[index < text->lexis->count ? index : text->lexis->count];
}

static bool text_lists(const struct text *text, size_t index, const char *const *list)
{
    const struct lexeme *lexeme = text_at(text, index);
    return lexis_is_word_of(lexeme, list);
}

/* Whether the words of a zone's name stand at `index`; their number, or 0. */
static size_t match_words(const struct text *text, size_t index, const char *words)
{
    size_t count = 0;
    while (*words) {
        size_t length = strcspn(words, " ");
        const struct lexeme *lexeme = text_at(text, index + count);
        if (lexeme->kind != LEXEME_WORD || strlen(lexeme->word) != length || memcmp(lexeme->word, words, length) != 0)
            return 0;
        words += length + (words[length] == ' ');
        count++;
    }
    return count;
}

/* The zone whose name stands at *index, which moves behind it; NULL when there is none. */
static const char *find_zone(const struct text *text, size_t *index)
{
    for (const struct grammar_zone *zone = text->grammar->zones; zone->words; zone++) {
        size_t count = match_words(text, *index, zone->words);
        if (count) {
            *index += count;
            return zone->zone;
        }
    }
    return NULL;
}

/* "UTC+4", "GMT-3": *index stands behind the name. */
static const char *read_offset(struct arena *arena, const struct text *text, size_t *index, const char *zone)
{
    const struct lexeme *sign = text_at(text, *index), *hours = text_at(text, *index + 1);
    bool signs = lexis_is_sign(sign, '+') || lexis_is_sign(sign, '-');
    if (strcmp(zone, "UTC") != 0 || !signs || hours->spaced || hours->kind != LEXEME_NUMBER || hours->number > 14)
        return zone;
    *index += 2;
    return arena_format(arena, "UTC%c%d", sign->sign, hours->number);
}

/* The name of a zone, behind the words that lead to it: *first is where it stands, *end behind it. NULL when there is none. */
static const char *find_headed_zone(const struct text *text, size_t *first, size_t *end)
{
    *end = *first;
    const char *zone = find_zone(text, end);
    while (!zone && text_lists(text, *first, text->grammar->zone_inner)) {
        *end = ++*first;
        zone = find_zone(text, end);
    }
    return zone;
}

/* "heure de clôture", "heure de début": no town. */
static bool is_of_course(const struct text *text, size_t index)
{
    const struct lexeme *word = text_at(text, index);
    return word->kind == LEXEME_WORD && (grammar_begins(text->grammar->ending, word->word) || grammar_begins(text->grammar->beginning, word->word) || grammar_lists(text->grammar->closings, word->word));
}

const char *zone_names_read(struct arena *arena, const struct lexis *lexis, size_t index, const struct grammar *grammar, size_t *behind)
{
    struct text text = {.lexis = lexis, .grammar = grammar};
    const struct lexeme *opening = text_at(&text, index);
    bool opens = opening->kind == LEXEME_SIGN && opening->sign && strchr("(,-", opening->sign);
    size_t name = index + opens, end = name;
    bool headed = text_lists(&text, name, grammar->zone_heads);
    if (headed)
        name++;
    size_t first = name;
    const char *zone = headed ? find_headed_zone(&text, &name, &end) : find_zone(&text, &end);
    char initial = lexis->text[text_at(&text, index + opens)->begin];
    bool told = lexis_is_sign(opening, '-') && initial >= 'A' && initial <= 'Z'; /* "15h – Heure du conte" */
    if (!zone)
        return headed && name > first && !told && !is_of_course(&text, name) ? "" : NULL; /* "heure de …", somewhere */
    bool universal = strcmp(zone, "UTC") == 0;
    zone = read_offset(arena, &text, &end, zone);
    bool tailed = text_lists(&text, end, grammar->zone_tails);
    if (!headed && !tailed && !universal)
        return NULL;
    *behind = end + tailed;
    return zone;
}
