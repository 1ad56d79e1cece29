#include "content/grammar.h"

#include <string.h>

const struct grammar *grammar_for(const char *language)
{
    if (language && strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-' || language[2] == '_'))
        return &dates_en;
    return &dates_fr;
}

int grammar_value(const struct grammar_word *table, const char *word)
{
    for (; table->word; table++)
        if (table->word[0] == word[0] && strcmp(table->word, word) == 0)
            return table->value;
    return -1;
}

bool grammar_lists(const char *const *list, const char *word)
{
    for (; *list; list++)
        if ((*list)[0] == word[0] && strcmp(*list, word) == 0) /* as in lexis_is_word_of */
            return true;
    return false;
}

bool grammar_begins(const char *const *stems, const char *word)
{
    for (; *stems; stems++)
        if ((*stems)[0] == word[0] && strncmp(*stems, word, strlen(*stems)) == 0)
            return true;
    return false;
}

bool grammar_ends(const char *const *endings, const char *word)
{
    size_t length = strlen(word);
    for (; *endings; endings++) {
        size_t tail = strlen(*endings);
        if (length >= tail && strcmp(word + length - tail, *endings) == 0)
            return true;
    }
    return false;
}
