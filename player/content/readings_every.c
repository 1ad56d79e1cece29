#include "content/readings_every.h"

#include "content/grammar.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <string.h>

enum { SENTENCES_MOST = 4, BUILDING_LETTERS = 24 };

/* One or several: "agence", "agences". */
static bool is_building(const struct sheet *sheet, const char *word)
{
    char one[BUILDING_LETTERS] = "";
    size_t length = strlen(word);
    if (length > 1 && length < sizeof one && word[length - 1] == 's')
        memcpy(one, word, length - 1);
    return grammar_lists(sheet->grammar->buildings, word) || grammar_lists(sheet->grammar->buildings, one);
}

/* "Nos agences sont ouvertes de 9h à 17h." */
static bool is_of_buildings(const struct sheet *sheet, int sentence)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->items[i].sentence == sentence && sheet->items[i].kind == LEXEME_WORD && is_building(sheet, sheet->items[i].word))
            return sentences_have(sheet, sentence, CUE_OPEN);
    return false;
}

bool readings_every_is_of_others(const struct sheet *sheet, int sentence)
{
    return sentences_have(sheet, sentence, CUE_PAST) || sentences_have(sheet, sentence, CUE_HOURS) || is_of_buildings(sheet, sentence) ||
           (sentences_have(sheet, sentence, CUE_PRIVATE) && !sentences_begin(sheet, sentence));
}

/* A noun for what takes place, or for where. */
static bool names_each(const struct sheet *sheet, size_t index)
{
    return index < sheet->count && sheet->items[index].kind == LEXEME_WORD && grammar_begins(sheet->grammar->each_of, sheet->items[index].word);
}

/* "Les ateliers reprennent à 14h le mercredi."; but "à 14h, ouverts à tous" does not come back. */
static bool comes_back(const struct sheet *sheet, size_t index)
{
    int sentence = sheet->items[index].sentence;
    for (size_t i = index; i < sheet->count && sheet->items[i].sentence == sentence; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->each) || lexis_is_word_of(&sheet->items[i], sheet->grammar->daily) || (sheet->items[i].kind == LEXEME_WORD && grammar_value(sheet->grammar->weekdays, sheet->items[i].word) >= 0))
            return true;
    return false;
}

/* "Séances à 21h30": several, without an article, open a sentence right before the hour. */
static bool opens_bare(const struct sheet *sheet, const struct time_mention *time)
{
    enum { HOUR_REACH = 2 };
    size_t first = time->first;
    while (first > 0 && sheet->items[first - 1].sentence == sheet->items[time->first].sentence)
        first--;
    while (first < time->first && sheet->items[first].kind == LEXEME_SIGN)
        first++;
    const char *word = sheet->items[first].word;
    bool many = first < time->first && word[0] && word[strlen(word) - 1] == 's' && names_each(sheet, first);
    return many && first + HOUR_REACH >= time->first && !comes_back(sheet, first);
}

/* "débutent", "les séances se déroulent" behind "toutes". */
static bool begins_behind_all(const struct sheet *sheet, size_t index)
{
    return sheet_begins(sheet, index) || (sentences_is_article(sheet, index) && names_each(sheet, index + 1));
}

/* "Les journées se déroulent de 9h à 17h" */
static bool names_days(const struct sheet *sheet, size_t index)
{
    const char *word = sheet->items[index + 1].word;
    bool many = word[0] && word[strlen(word) - 1] == 's';
    return sentences_is_article(sheet, index) && many && names_each(sheet, index + 1) && sentences_have(sheet, sheet->items[index].sentence, CUE_HELD);
}

/* "Les ateliers thématiques commencent à 14h30" */
static bool names_events(const struct sheet *sheet, size_t index)
{
    const struct passage *passage = sheet->passage;
    size_t at = survey_cue_from(passage, index + 1);
    const struct cue *cue = at < passage->cue_count ? &passage->cues[at] : NULL;
    const char *word = sheet->items[index + 1].word;
    bool many = word[0] && word[strlen(word) - 1] == 's';
    return sentences_is_article(sheet, index) && many && cue && cue->first == index + 1 && cue->kind == CUE_EVENT &&
           sentences_list(sheet, sheet->items[index].sentence, sheet->grammar->beginning_many);
}

/* "chaque séance", "chacune des étapes". */
static bool names_each_one(const struct sheet *sheet, size_t index)
{
    size_t noun = index + 1;
    while (noun < sheet->count && sentences_is_article(sheet, noun))
        noun++;
    return grammar_lists(sheet->grammar->each, sheet->items[index].word) && names_each(sheet, noun);
}

/* "chaque soir", "tous les jours" */
static bool names_every_day(const struct sheet *sheet, size_t index)
{
    bool each = grammar_lists(sheet->grammar->each, sheet->items[index].word), all = grammar_lists(sheet->grammar->all, sheet->items[index].word);
    size_t noun = index + 1 + (all && sentences_is_article(sheet, index + 1));
    return (each || all) && noun < sheet->count && lexis_is_word_of(&sheet->items[noun], sheet->grammar->daily);
}

bool readings_every_means_all(const struct sheet *sheet, size_t index)
{
    const struct lexeme *items = sheet->items, *next = &items[index + 1];
    if (items[index].kind != LEXEME_WORD || next->kind != LEXEME_WORD)
        return false;
    if (names_each_one(sheet, index) || names_every_day(sheet, index))
        return true;
    bool opens = index == 0 || items[index - 1].sentence != items[index].sentence;
    if (opens && (names_days(sheet, index) || names_events(sheet, index)))
        return !comes_back(sheet, index);
    if (grammar_lists(sheet->grammar->all, items[index].word))
        return sentences_have(sheet, items[index].sentence, CUE_HELD) || (opens && begins_behind_all(sheet, index + 1));
    return grammar_lists(sheet->grammar->both, items[index].word) && grammar_lists(sheet->grammar->cases, next->word);
}

bool readings_every_is_daily(const struct sheet *sheet, const struct time_mention *time)
{
    for (size_t i = 0; i + 1 < sheet->count; i++)
        if (sheet->items[i].sentence == sheet->items[time->first].sentence && sheet->items[i].kind == LEXEME_WORD && names_every_day(sheet, i))
            return true;
    return false;
}

static int sentence_of(const struct sheet *sheet, size_t lexeme)
{
    return sheet->items[lexeme].sentence;
}

/* No other hour and no day stands in the sentence of this one; *date is the first that may, for hours asked in ascending order. */
static bool is_sole_of_sentence(const struct sheet *sheet, size_t index, size_t *date)
{
    int own = sentence_of(sheet, sheet->times[index].first);
    while (*date < sheet->date_count && sentence_of(sheet, sheet->dates[*date].first) < own)
        ++*date;
    bool dated = *date < sheet->date_count && sentence_of(sheet, sheet->dates[*date].first) == own;
    bool before = index > 0 && sentence_of(sheet, sheet->times[index - 1].first) == own;
    return !dated && !before && !(index + 1 < sheet->time_count && sentence_of(sheet, sheet->times[index + 1].first) == own);
}

/* The sentence says that something takes place. */
static bool is_held(const struct sheet *sheet, int sentence)
{
    return sentences_have(sheet, sentence, CUE_EVENT) || sentences_have(sheet, sentence, CUE_MEET) || sentences_have(sheet, sentence, CUE_HELD);
}

/* Around the sentence, or in its headings, something takes place. */
static bool is_held_around(const struct passage *passage)
{
    return passages_has_cue(passage, CUE_EVENT) || passages_has_cue(passage, CUE_MEET) || passages_has_cue(passage, CUE_HELD) || passage->meets;
}

/* It says so of something that takes place: "Le bus vous accueille de 9h30 à 12h30 à chaque étape", "Toutes débutent à 19 heures."; but not "Nos
 * agences sont ouvertes de 9h à 17h dans chaque ville". */
static bool is_told_of_all(const struct sheet *sheet, const struct time_mention *time)
{
    int own = sheet->items[time->first].sentence;
    bool bare = opens_bare(sheet, time), all = bare;
    for (size_t i = 0; i + 1 < sheet->count && !all; i++)
        all = sheet->items[i].sentence == own && readings_every_means_all(sheet, i);
    bool held = is_held(sheet, own);
    bool around = is_held_around(sheet->passage);
    if (readings_every_is_daily(sheet, time) && !held)
        return false; /* "Restauration chaque soir de 19h à 23h" */
    bool told = bare || sentences_begin(sheet, own) || (time->end >= 0 && (held || (around && !sentences_have(sheet, own, CUE_OPEN))));
    return all && told && !readings_every_is_of_others(sheet, own);
}

const struct time_mention *readings_every_hour(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    size_t date = 0, seen = 0; /* each costs the length of the passage */
    for (size_t i = 0; (passage->role == PASSAGE_BODY || passage->role == PASSAGE_FRONT || passage->role == PASSAGE_FIELD) && !passage->past && i < sheet->time_count && seen < SENTENCES_MOST; i++) {
        if (sheet->times[i].start < 0 || !is_sole_of_sentence(sheet, i, &date))
            continue;
        seen++;
        if (is_told_of_all(sheet, &sheet->times[i]))
            return &sheet->times[i];
    }
    return NULL;
}
