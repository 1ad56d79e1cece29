#include "content/request.h"

#include "content/grammar.h"
#include "content/lexis.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

/* Who reads notices stands in the sentence before lexeme `end`: "chaque", "les familles". */
static bool names_readers(const struct question *question, size_t end)
{
    for (size_t i = survey_near_begin(question, end); i < end; i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->request->readers))
            return true;
    return false;
}

/* One of the words stands near before the lexeme; where it is, or 0. */
static size_t find_near(const struct question *question, size_t index, const char *const *words)
{
    enum { MODAL_REACH = 3 }; /* "merci de nous le" */
    for (size_t i = index; i-- > question->begin && index - i <= MODAL_REACH;)
        if (lexis_is_word_of(&question->passage->lexis.items[i], words))
            return i + 1;
    return 0;
}

/* "il faut le renvoyer", "Les porteurs de projet doivent se déclarer". */
static bool is_a_must(const struct question *question, size_t index)
{
    const struct request_words *words = question->grammar->request;
    const char *word = question->passage->lexis.items[index].word;
    if ((grammar_begins(words->firm, word) || grammar_begins(words->enrolling, word)) && find_near(question, index, words->modals))
        return true;
    size_t must = find_near(question, index, words->obliging);
    return must > 0 && names_readers(question, must - 1);
}

/* "à apporter", "à nous renvoyer": the infinitive stands behind "à", or behind a word that does, or near a word for what one must. */
static bool is_to_be_done(const struct question *question, size_t index)
{
    enum { CLITIC_MOST = 4 }; /* letters of "nous" */
    const struct lexeme *items = question->passage->lexis.items;
    if (!grammar_ends(question->grammar->request->infinitives, items[index].word) || index == question->begin)
        return false;
    bool behind = index > question->begin + 1 && items[index - 1].kind == LEXEME_WORD && strlen(items[index - 1].word) <= CLITIC_MOST && items[index - 2].grave;
    return behind || items[index - 1].grave || is_a_must(question, index);
}

/* "les familles renvoient", "chacun commande son menu"; of whomever "s'inscrivent"; not "le préfet transmet son avis". */
static bool is_done(const struct question *question, size_t index)
{
    const struct lexeme *item = &question->passage->lexis.items[index];
    const struct request_words *words = question->grammar->request;
    bool finite = !item->participle && (grammar_ends(words->of_many, item->word) || (grammar_ends(words->of_one, item->word) && lexis_is_word_of(item + 1, words->possessives)));
    return finite && (grammar_begins(words->enrolling, item->word) || names_readers(question, index));
}

/* "à engager avant le 10 octobre par la fédération": right behind the day stands who does it. */
static bool is_done_by_others(const struct question *question)
{
    const struct lexeme *behind = &question->passage->lexis.items[question->end];
    return lexis_is_word_of(behind, question->grammar->agents) && lexis_is_word_of(behind + 1, question->grammar->determiners);
}

static bool is_verb(const struct question *question, size_t index)
{
    const struct request_words *words = question->grammar->request;
    const struct lexeme *item = &question->passage->lexis.items[index];
    bool verb = item->kind == LEXEME_WORD && !question->covered[index] && (grammar_begins(words->stems, item->word) || grammar_begins(words->enrolling, item->word));
    return verb && !grammar_ends(words->nouns, item->word) && !lexis_is_word_of(item + 1, words->idioms);
}

bool request_at(const struct question *question, size_t index)
{
    return is_verb(question, index) && is_to_be_done(question, index) && !is_done_by_others(question);
}

bool request_before(const struct question *question, size_t end)
{
    for (size_t i = survey_near_begin(question, end); i < end && !is_done_by_others(question); i++)
        if (is_verb(question, i) && (is_to_be_done(question, i) || is_done(question, i)))
            return true;
    return false;
}
