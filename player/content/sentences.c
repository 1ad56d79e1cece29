#include "content/sentences.h"

#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/verdict.h"

enum { BLOCK_REACH = 90 };

size_t sentences_before_articles(const struct sheet *sheet, size_t index)
{
    while (index > 0 && lexis_is_word_of(&sheet->items[index - 1], sheet->grammar->articles))
        index--;
    return index;
}

/* The lexemes of the sentence around a date, at most BLOCK_REACH on either side. */
static void find_sentence(const struct sheet *sheet, struct question *question)
{
    int sentence = sheet->items[question->first].sentence;
    question->begin = question->first;
    while (question->begin > 0 && sheet->items[question->begin - 1].sentence == sentence && question->first - question->begin < BLOCK_REACH)
        question->begin--;
    question->stop = question->end;
    while (question->stop < sheet->count && sheet->items[question->stop].sentence == sentence && question->stop - question->end < BLOCK_REACH)
        question->stop++;
}

/* "Date limite de dépôt" on the line above a date that opens its own: the sentence begins there. */
static void take_line_above(const struct sheet *sheet, struct question *question)
{
    enum { LABEL_MOST = 10 };
    size_t line = sentences_before_articles(sheet, question->first), begin = 0;
    if (line != question->begin || line < 2 || !lexis_is_sign(&sheet->items[line - 1], LEXEME_LINE))
        return;
    for (begin = line - 1; begin > 0 && line - begin <= LABEL_MOST && sheet->items[begin - 1].kind == LEXEME_WORD && !sheet->covered[begin - 1]; begin--)
        ;
    size_t cue = survey_cue_from(sheet->passage, begin);
    bool opens = begin == 0 || lexis_is_sign(&sheet->items[begin - 1], LEXEME_LINE);
    if (opens && cue < sheet->passage->cue_count && sheet->passage->cues[cue].kind == CUE_LIMIT && sheet->passage->cues[cue].first < line)
        question->begin = begin;
}

/* "venez le 5 juin (programme en ligne le 25 mai)": what stands in brackets with words of its own is a clause of its own; but "(Tours, 13 octobre)". */
static void keep_in_brackets(const struct sheet *sheet, struct question *question, bool strong)
{
    bool words = false;
    for (size_t i = question->first; !strong && i > question->begin; i--) {
        const struct lexeme *lexeme = &sheet->items[i - 1];
        if (lexis_is_sign(lexeme, ')'))
            return;
        if (lexis_is_sign(lexeme, '(')) {
            if (words && i > question->after)
                question->after = i;
            return;
        }
        bool name = venue_is_capital(&sheet->passage->lexis, lexeme);
        words = words || (lexeme->kind == LEXEME_WORD && !name && !grammar_lists(sheet->grammar->articles, lexeme->word));
    }
}

void sentences_set(const struct sheet *sheet, struct question *question, bool strong)
{
    find_sentence(sheet, question);
    take_line_above(sheet, question);
    keep_in_brackets(sheet, question, strong);
}

bool sentences_have(const struct sheet *sheet, int sentence, enum cue_kind kind)
{
    return passages_sentence_has(sheet->passage, sentence, kind);
}

bool sentences_begin(const struct sheet *sheet, int sentence)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->items[i].sentence == sentence && sheet_begins(sheet, i))
            return true;
    return false;
}

bool sentences_list(const struct sheet *sheet, int sentence, const char *const *list)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->items[i].sentence == sentence && lexis_is_word_of(&sheet->items[i], list))
            return true;
    return false;
}

bool sentences_is_article(const struct sheet *sheet, size_t index)
{
    return lexis_is_sign(&sheet->items[index], '\'') || lexis_is_word_of(&sheet->items[index], sheet->grammar->articles);
}

bool sentences_opens(const struct sheet *sheet, size_t index)
{
    return index == 0 || sheet->items[index - 1].sentence != sheet->items[index].sentence || lexis_is_sign(&sheet->items[index - 1], '"');
}

const char *sentences_event_before(const struct sheet *sheet, size_t index)
{
    size_t first = index;
    while (first > 0 && index - first < BLOCK_REACH && sheet->items[first - 1].sentence == sheet->items[index].sentence)
        first--;
    if (index - first >= BLOCK_REACH)
        return NULL;
    while (first < index && (sentences_is_article(sheet, first) || lexis_is_word_of(&sheet->items[first], sheet->grammar->each)))
        first++;
    size_t at = survey_cue_from(sheet->passage, first);
    const struct cue *cue = at < sheet->passage->cue_count ? &sheet->passage->cues[at] : NULL;
    return cue && cue->first == first && cue->first < index && cue->kind == CUE_EVENT ? sheet->items[first].word : NULL;
}
