#include "content/passages_habit.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/times.h"

#include <string.h>

/* "chaque étape", "tous les midis": the words that mean all days of the page. */
static bool means_all(const struct lexis *lexis, const struct grammar *grammar)
{
    for (size_t i = 0; i + 1 < lexis->count; i++) {
        const struct lexeme *word = &lexis->items[i], *next = &lexis->items[i + 1];
        bool words = word->kind == LEXEME_WORD && next->kind == LEXEME_WORD;
        while (words && lexis_is_word_of(next, grammar->articles))
            next++; /* "chacune des étapes" */
        if (words && grammar_lists(grammar->each, word->word) && grammar_begins(grammar->each_of, next->word))
            return true;
        if (words && grammar_lists(grammar->all, word->word))
            return true;
    }
    return false;
}

/* "Sauf mention contraire, elles ont lieu", "Les formations se déroulent": several that take place, at the beginning of the sentence or behind a
 * comma. */
static bool tells_of_several(const struct passage *passage, const struct grammar *grammar, int sentence)
{
    const struct lexis *lexis = &passage->lexis;
    bool held = passages_sentence_has(passage, sentence, CUE_HELD);
    for (size_t i = 0; held && i + 1 < lexis->count; i++) {
        const struct lexeme *word = &lexis->items[i], *next = word + 1;
        bool opens = i == 0 || word[-1].sentence != sentence || lexis_is_sign(word - 1, ',');
        if (word->sentence != sentence || word->kind != LEXEME_WORD || !opens)
            continue;
        bool many = next->kind == LEXEME_WORD && next->word[0] && next->word[strlen(next->word) - 1] == 's' && grammar_begins(grammar->each_of, next->word);
        size_t length = strlen(word->word);
        if ((grammar_lists(grammar->they, word->word) && word->word[length - 1] == 's') || (grammar_lists(grammar->articles, word->word) && many))
            return true;
    }
    return false;
}

static bool tells_coming(const struct passage *passage, int sentence)
{
    bool off = passages_sentence_has(passage, sentence, CUE_OFF);
    return !off && !passages_sentence_tells_others(passage, sentence) && passages_sentence_meets(passage, sentence);
}

/* "Les quatre étapes, chaque fois de 10h à 16h :": it announces days, and does not say that something is closed then. */
static bool announces_days(const struct passage *passage, const struct grammar *grammar)
{
    static const enum cue_kind other[] = {CUE_HOURS, CUE_PAST, CUE_PRIVATE, CUE_TERM, CUE_LAW, CUE_OFF, CUE_CALL, CUE_LIMIT, CUE_OPEN};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (passages_has_cue(passage, other[i]))
            return false;
    const struct lexis *lexis = &passage->lexis;
    return lexis->count && lexis_is_sign(&lexis->items[lexis->count - 1], ':') && !lexis_names(lexis, grammar->works) && !passage->page_plan;
}

/* One stretch of hours, for all that follow. */
static bool is_habit(struct arena *arena, const struct passage *passage, const struct grammar *grammar)
{
    bool prose = passage->role == PASSAGE_BODY && passage->block && passage->block->kind == BLOCK_PARAGRAPH;
    if (!prose || (passage->cue_count == 0 && !announces_days(passage, grammar)))
        return false;
    size_t count = 0;
    const struct time_mention *times = times_find(arena, &passage->lexis, grammar, &count);
    if (count != 1 || times[0].start < 0 || times[0].end < 0)
        return false;
    int own = passage->lexis.items[times[0].first].sentence;
    return (means_all(&passage->lexis, grammar) || tells_of_several(passage, grammar, own)) && (tells_coming(passage, own) || announces_days(passage, grammar));
}

/* It goes on in the section of what was told for all, or in a list of one right below it. */
static bool stands_below(const struct passage *passage, const struct passage *habit)
{
    const struct block *block = passage->role == PASSAGE_BODY ? passage->block : NULL;
    if (!block || block->kind == BLOCK_HEADING)
        return false;
    bool nested = block->list && passage->above && passage->above->above == habit->above && !passage->calls && !passage->schedule;
    return passage->above == habit->above || nested;
}

void passages_habit_mark(struct arena *arena, struct passage *items, size_t count, const struct grammar *grammar)
{
    const struct passage *habit = NULL;
    for (size_t i = 0; i < count; i++) {
        struct passage *passage = &items[i];
        passage->meets = passage->meets || (habit && stands_below(passage, habit));
        bool announced = habit && passage->intro == habit; /* steps to which one comes, each at its hours */
        passage->schedule = passage->schedule && !announced;
        passage->others = passage->others && !announced;
        if (is_habit(arena, passage, grammar))
            habit = passage;
    }
}
