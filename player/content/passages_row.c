#include "content/passages_row.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/passages.h"

bool passages_row_opens_with_day(const struct passage *passage, const struct grammar *grammar)
{
    enum { SIGNS_MOST = 2 };
    const struct lexeme *at = passage->lexis.items;
    bool paragraph = passage->block && (passage->block->kind == BLOCK_PARAGRAPH || passage->block->kind == BLOCK_QUOTE);
    if (!paragraph)
        return false;
    for (size_t i = 0; i < SIGNS_MOST && at->kind == LEXEME_SIGN && at->sign != LEXEME_END; i++)
        at++;
    if (at->kind == LEXEME_WORD && grammar_value(grammar->weekdays, at->word) >= 0)
        return at[1].kind == LEXEME_NUMBER;
    if (at->kind != LEXEME_NUMBER)
        return false;
    return (at[1].kind == LEXEME_WORD && grammar_value(grammar->months, at[1].word) > 0) || (lexis_is_sign(&at[1], '/') && at[2].kind == LEXEME_NUMBER && at[2].digits == 2);
}
