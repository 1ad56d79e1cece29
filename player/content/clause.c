#include "content/clause.h"

#include "content/grammar.h"
#include "content/verdict.h"

#include <string.h>

enum { AUXILIARY_REACH = 4, BEHIND_LEAST = 2, BEFORE_LEAST = 4 };

static bool ends_in(const char *word, const char *ending)
{
    size_t length = strlen(word), tail = strlen(ending);
    return length >= tail && strcmp(word + length - tail, ending) == 0;
}

/* A past participle of a verb that says what was done with a thing: "reçus", "déposée"; but not "déposez", "dépose". */
static bool is_participle(const struct grammar *grammar, const struct lexeme *lexeme)
{
    bool listed = false;
    for (const char *const *stem = grammar->records; *stem && !listed; stem++)
        listed = strncmp(lexeme->word, *stem, strlen(*stem)) == 0;
    if (!listed || ends_in(lexeme->word, "z") || ends_in(lexeme->word, "r") || ends_in(lexeme->word, "nt") || ends_in(lexeme->word, "ns"))
        return false;
    bool silent_e = ends_in(lexeme->word, "e") || ends_in(lexeme->word, "es");
    bool other = ends_in(lexeme->word, "ue") || ends_in(lexeme->word, "ues") || ends_in(lexeme->word, "ise") || ends_in(lexeme->word, "ises") ||
                 ends_in(lexeme->word, "ite") || ends_in(lexeme->word, "ites");
    return lexeme->participle || !silent_e || other;
}

static size_t words_between(const struct question *question, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += question->passage->lexis.items[i].kind == LEXEME_WORD && !question->covered[i];
    return words;
}

bool clause_is_record(const struct question *question, const struct cue *lead)
{
    const struct lexeme *items = question->passage->lexis.items;
    if (lead->first <= question->begin || items[lead->first - 1].kind != LEXEME_WORD || !is_participle(question->grammar, &items[lead->first - 1]))
        return false;
    for (size_t i = lead->first - 1; i > question->begin && lead->first - i <= AUXILIARY_REACH; i--)
        if (items[i - 1].kind == LEXEME_WORD && grammar_lists(question->grammar->being, items[i - 1].word))
            return false;
    return words_between(question, question->end, question->stop) >= BEHIND_LEAST ||
           words_between(question, question->begin, lead->first) > BEFORE_LEAST;
}

static bool lists_between(const struct question *question, size_t from, size_t to, const char *const *list)
{
    for (size_t i = from; i < to; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_WORD && grammar_lists(list, question->passage->lexis.items[i].word))
            return true;
    return false;
}

bool clause_hands_in(const struct question *question, const struct cue *lead)
{
    return lists_between(question, question->begin, lead->first, question->grammar->hand_in);
}

bool clause_is_building(const struct question *question)
{
    return lists_between(question, question->begin, question->first, question->grammar->buildings);
}
