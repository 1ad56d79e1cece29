#include "content/passages_habit.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/times.h"

/* "chaque étape", "tous les midis": the words that mean all days of the page. */
static bool means_all(const struct lexis *lexis, const struct grammar *grammar)
{
    for (size_t i = 0; i + 1 < lexis->count; i++) {
        const struct lexeme *word = &lexis->items[i], *next = &lexis->items[i + 1];
        bool words = word->kind == LEXEME_WORD && next->kind == LEXEME_WORD;
        while (words && next->kind == LEXEME_WORD && grammar_lists(grammar->articles, next->word))
            next++; /* "chacune des étapes" */
        if (words && grammar_lists(grammar->each, word->word) && grammar_begins(grammar->each_of, next->word))
            return true;
        if (words && grammar_lists(grammar->all, word->word))
            return true;
    }
    return false;
}

static bool sentence_has(const struct passage *passage, int sentence, enum cue_kind kind)
{
    for (size_t i = 0; i < passage->cue_count; i++)
        if (passage->cues[i].kind == kind && passage->lexis.items[passage->cues[i].first].sentence == sentence)
            return true;
    return false;
}

static bool tells_coming(const struct passage *passage, int sentence)
{
    static const enum cue_kind other[] = {CUE_HOURS, CUE_PAST, CUE_PRIVATE, CUE_TERM, CUE_RECAP, CUE_LAW, CUE_OFF};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (sentence_has(passage, sentence, other[i]))
            return false;
    return sentence_has(passage, sentence, CUE_HELD) || sentence_has(passage, sentence, CUE_EVENT) || sentence_has(passage, sentence, CUE_MEET);
}

/* One stretch of hours, for all that follow. */
static bool is_habit(struct arena *arena, const struct passage *passage, const struct grammar *grammar)
{
    bool prose = passage->role == PASSAGE_BODY && passage->block && passage->block->kind == BLOCK_PARAGRAPH;
    if (!prose || passage->cue_count == 0 || !means_all(&passage->lexis, grammar))
        return false;
    size_t count = 0;
    const struct time_mention *times = times_find(arena, &passage->lexis, grammar, &count);
    return count == 1 && times[0].start >= 0 && times[0].end >= 0 && tells_coming(passage, passage->lexis.items[times[0].first].sentence);
}

void passages_habit_mark(struct arena *arena, struct passage *items, size_t count, const struct grammar *grammar)
{
    const struct passage *habit = NULL;
    for (size_t i = 0; i < count; i++) {
        struct passage *passage = &items[i];
        bool follows = habit && passage->role == PASSAGE_BODY && passage->above == habit->above && passage->block && passage->block->kind != BLOCK_HEADING;
        passage->meets = passage->meets || follows;
        if (is_habit(arena, passage, grammar))
            habit = passage;
    }
}
