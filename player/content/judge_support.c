#include "content/judge_support.h"

#include "content/clause.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/verdict.h"

#include <stddef.h>
#include <string.h>

/* A verb that lets something be seen or begin, or what we do ourselves: "Les équipes présenteront leurs travaux", "Le stage débutera", "Nous serons là". */
static bool is_for_readers(const struct question *question, size_t index)
{
    const struct lexeme *items = question->passage->lexis.items;
    const char *word = items[index].word;
    const struct lexeme *next = &items[index + 1 + lexis_is_word_of(&items[index + 1], question->grammar->we)]; /* "viendra nous présenter son travail" */
    if (next->kind == LEXEME_WORD && grammar_lists(question->grammar->performing, next->word))
        return true;
    bool ours = index > question->begin && lexis_is_word_of(&items[index - 1], question->grammar->we);
    return ours || grammar_lists(question->grammar->showing, word) || grammar_lists(question->grammar->performing, word) || grammar_begins(question->grammar->beginning, word) || grammar_begins(question->grammar->ending, word);
}

static bool sentence_has_word(const struct question *question, const char *const *words)
{
    for (size_t i = survey_near_begin(question, question->first); i < survey_near_stop(question); i++)
        if (lexis_is_word_of(&question->passage->lexis.items[i], words))
            return true;
    return false;
}

/* The "vous" at a lexeme is whom somebody does something for or with; not "vous devrez", "chez vous", "nous vous informons". */
static bool is_spoken_to(const struct question *question, size_t index)
{
    const struct lexeme *items = question->passage->lexis.items, *behind = &items[index + 1];
    const struct grammar *grammar = question->grammar;
    size_t length = strlen(behind->word);
    bool subject = behind->kind == LEXEME_WORD && length > 2 && (strcmp(behind->word + length - 2, "ez") == 0 || lexis_is_word_of(behind, grammar->being));
    bool other = index > question->begin && (lexis_is_word_of(&items[index - 1], grammar->we) || lexis_is_word_of(&items[index - 1], grammar->not_for_you));
    return !subject && !other;
}

/* "Les juristes échangeront avec vous", "Deux archivistes vous livrent leur méthode": the reader is spoken to; nothing is denied, nor told of works. */
static bool speaks_to_reader(const struct question *question)
{
    bool spoken = false;
    for (size_t i = survey_near_begin(question, question->first); i < survey_near_stop(question) && !spoken; i++)
        spoken = lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->you) && is_spoken_to(question, i);
    return spoken && !sentence_has_word(question, question->grammar->negations) && !sentence_has_word(question, question->grammar->works);
}

bool judge_support_is_doing(const struct question *question)
{
    bool doing = false;
    for (size_t i = question->begin; i < question->stop; i++) {
        if (question->passage->lexis.items[i].kind != LEXEME_WORD || question->covered[i] || !clause_is_future(question, i))
            continue;
        if (is_for_readers(question, i))
            return false;
        doing = true;
    }
    return doing && !speaks_to_reader(question) && !question->passage->meets && !passages_has_cue(question->passage, CUE_EVENT) && !passages_has_cue(question->passage, CUE_MEET);
}

/* The sentence has a title in quotes, or a verb of what is played and shown: "« Antigone », vendredi à 20h". */
static bool names_work(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->begin; i < question->stop; i++)
        if (lexis_is_sign(&items[i], '"') || (items[i].kind == LEXEME_WORD && !question->covered[i] && grammar_lists(question->grammar->performing, items[i].word)))
            return true;
    return false;
}

/* A house or an address in the sentence, behind a preposition or a sign: ", salle Carnot". */
static bool names_place(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = question->begin; i < question->stop; i++)
        if ((i == question->begin || lexis->items[i - 1].kind == LEXEME_SIGN) && lexis->items[i].kind == LEXEME_WORD && venue_at(lexis, i).rank >= VENUE_ADDRESS)
            return true;
    return venue_best(lexis, question->begin, question->stop).rank >= VENUE_HOUSE;
}

/* "Élagage des platanes les 18 et 19 mars de 7h30 à 17h": the sentence tells of works. */
static bool names_works(const struct question *question)
{
    return sentence_has_word(question, question->grammar->works);
}

bool judge_support_lacks(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool shut = sentence_has_word(question, question->grammar->negations) || sentence_has_word(question, question->grammar->lacking) || names_works(question);
    for (size_t i = survey_near_begin(question, question->first); i < survey_near_stop(question) && !shut; i++)
        shut = items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->shutting, items[i].word);
    return shut;
}

/* "Dîner de quartier, vendredi 28 juin à 19h30": a comma sets off an appointment with weekday and hour; not "jusqu'au jour même, samedi 22 mars, 9h",
 * "Entre Anne et Paul, samedi 16 mars à 15h", "La neige a surpris les élèves, lundi 3 mars à 8h". */
static bool is_set_off(const struct question *question)
{
    const struct lexeme *opening = &question->passage->lexis.items[question->begin];
    bool other = survey_sentence_has(question, CUE_UNTIL) || survey_sentence_has(question, CUE_PAST) || lexis_is_word_of(opening, question->grammar->between);
    return question->weekday && question->hour_glued && !other && !judge_support_lacks(question);
}

/* The day stands at the head of its text, behind a sign, or behind a town that does: ": Lyon, jeudi 6, 13h". */
static bool is_framed(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    bool town = at >= question->begin + 2 && lexis_is_sign(&items[at - 1], ',') && venue_is_capital(&question->passage->lexis, &items[at - 2]) && (at == question->begin + 2 || items[at - 3].kind == LEXEME_SIGN);
    at -= town ? 2 : 0;
    return at <= question->begin || (items[at - 1].kind == LEXEME_SIGN && (!lexis_is_sign(&items[at - 1], ',') || is_set_off(question)));
}

/* Behind the verb at `index` stands an infinitive: "propose de redémarrer", "invite les riverains à rentrer"; but "à rencontrer". */
static bool asks_to_do(const struct question *question, size_t index)
{
    enum { VERB_LEAST = 4 }; /* letters: "de mer" */
    const struct lexeme *items = question->passage->lexis.items;
    const struct grammar *grammar = question->grammar;
    for (size_t i = index + 1; i + 1 < question->first; i++) {
        const char *word = items[i + 1].word;
        bool led = (items[i].grave || lexis_is_word_of(&items[i], grammar->noun_leads)) && strlen(word) >= VERB_LEAST;
        if (led && grammar_ends(grammar->request->infinitives, word))
            return !grammar_begins(grammar->joining, word);
    }
    return false;
}

/* "accueille l'économiste Nora Benattar": a guest with a name; not "accueille le sous-préfet", "accueille à Paris". */
static bool names_guest(const struct question *question, size_t index)
{
    enum { NAME_REACH = 5 };
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = index + 2; i < question->first && i <= index + NAME_REACH; i++)
        if (lexis->items[i].kind == LEXEME_WORD && venue_is_capital(lexis, &lexis->items[i]) && lexis->items[i - 1].kind == LEXEME_WORD && !lexis->items[i - 1].grave)
            return true;
    return false;
}

/* "L'Office propose une sortie nocturne le vendredi 21 février à 20h": somebody offers, or receives a guest, on a weekday and at an hour or for a stretch. */
static bool offers(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    if (!question->hour_glued || !(question->weekday || question->has_stretch) || judge_support_lacks(question) || sentence_has_word(question, question->grammar->deeds))
        return false;
    for (size_t i = survey_near_begin(question, question->first); i < question->first; i++)
        if (lexis_is_word_of(&items[i], question->grammar->offering) || (lexis_is_word_of(&items[i], question->grammar->receiving) && names_guest(question, i)))
            return !asks_to_do(question, i);
    return false;
}

bool judge_support_has(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (passage->meets || passages_has_cue(passage, CUE_EVENT) || passages_has_cue(passage, CUE_MEET) || passages_has_cue(passage, CUE_HELD))
        return true;
    return question->alone || question->labelled || (question->several && !names_works(question)) || is_framed(question) || names_work(question) || offers(question) || speaks_to_reader(question) || survey_sentence_has(question, CUE_ADDRESS) || names_place(question);
}

bool judge_support_is_deed(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t head = question->begin;
    while (head < question->first && (items[head].kind == LEXEME_SIGN || lexis_is_word_of(&items[head], question->grammar->determiners)))
        head++;
    bool named = survey_sentence_has(question, CUE_EVENT) || survey_sentence_has(question, CUE_MEET) || question->passage->meets;
    return head < question->first && !named && lexis_is_word_of(&items[head], question->grammar->deeds);
}
