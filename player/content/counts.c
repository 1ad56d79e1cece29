#include "content/counts.h"

#include "content/grammar.h"

enum { TEN = 10, TWENTY = 20 };

static int count_at(const struct lexeme *items, size_t count, const struct grammar *grammar, size_t index)
{
    const struct lexeme *lexeme = &items[index < count ? index : count];
    return lexeme->kind == LEXEME_WORD ? grammar_value(grammar->counts, lexeme->word) : -1;
}

int counts_read(const struct lexeme *items, size_t count, const struct grammar *grammar, size_t *end)
{
    int first = count_at(items, count, grammar, *end);
    size_t at = ++*end;
    const struct lexeme *joint = &items[at < count ? at : count];
    at += lexis_is_sign(joint, '-') || lexis_is_word_of(joint, grammar->and);
    int more = count_at(items, count, grammar, at);
    if (!(first == TEN && more >= 7 && more <= 9) && !(first == TWENTY && more >= 1 && more <= 3))
        return first;
    *end = at + 1;
    return first + more;
}
