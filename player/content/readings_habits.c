#include "content/readings_habits.h"

#include "content/grammar.h"
#include "content/sentences.h"
#include "content/sheet.h"

#include <string.h>

/* The only weekday that a sentence names outside of its days; -1: none, or more. */
static int weekday_of_sentence(const struct sheet *sheet, int sentence)
{
    enum { SHORT_WEEKDAY = 3 }; /* "un jeu" */
    int found = -1;
    size_t count = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct lexeme *lexeme = &sheet->items[i];
        bool word = lexeme->sentence == sentence && lexeme->kind == LEXEME_WORD && !sheet->covered[i] && strlen(lexeme->word) > SHORT_WEEKDAY;
        int value = word ? grammar_value(sheet->grammar->weekdays, lexeme->word) : -1;
        found = value >= 0 ? value : found;
        count += value >= 0;
    }
    return count == 1 ? found : -1;
}

/* It takes place, and is neither a desk that is open nor over; of a page about an event a sentence need not say so. */
static bool is_held(const struct sheet *sheet, int sentence)
{
    bool meets = sheet->passage->meets || passages_sentence_meets(sheet->passage, sentence);
    return meets && !passages_sentence_tells_others(sheet->passage, sentence);
}

/* In brackets or behind a colon right behind the hour. */
static bool touches(const struct sheet *sheet, const struct date_mention *date)
{
    const struct lexeme *sign = date->first ? &sheet->items[date->first - 1] : NULL;
    bool behind = sign && date->first == sheet->times[0].end_index + 1 && (lexis_is_sign(sign, '(') || lexis_is_sign(sign, ':'));
    return behind && date->span_count > 1 && !date->spans[0].range;
}

/* "Un mardi par mois, de 19h à 21h. Les dates retenues : 15 octobre, 12 novembre", "tous les jeudis de mars à 12h30 (7 et 14 mars)": several days
 * right behind it, in one breath. */
static bool lists_days(const struct sheet *sheet, const struct date_mention *date, int habit)
{
    if (touches(sheet, date))
        return true;
    int sentence = sheet->items[date->first].sentence, apart = sentence - habit; /* a full stop and the end of its line part two */
    bool near = date->span_count > 1 && !date->spans[0].range && apart >= 1 && apart <= 2;
    return near && sentences_list(sheet, sentence, sheet->grammar->rounds) && !sentences_list(sheet, sentence, sheet->grammar->negations);
}

/* "le premier samedi du mois à 10h30 (prochain : 7 octobre)": "prochain" is all that stands right before the day. */
static bool follows_next(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = date->first;
    while (at > 0 && (lexis_is_sign(&sheet->items[at - 1], ':') || lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->articles)))
        at--;
    return at > 0 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->next);
}

/* "Le prochain aura lieu le 6 février", "Prochaine séance : 6 février": no day of something else. */
static bool is_next(const struct sheet *sheet, const struct date_mention *date, int habit)
{
    int sentence = sheet->items[date->first].sentence;
    if (follows_next(sheet, date) || lists_days(sheet, date, habit))
        return true;
    return sentence != habit && sentences_list(sheet, sentence, sheet->grammar->next);
}

int readings_habits_weekday(const struct sheet *sheet)
{
    enum { DAYS_MOST = 8 }; /* each costs the length of the passage */
    const struct passage *passage = sheet->passage;
    bool body = passage->role == PASSAGE_BODY && !passage->past, days = sheet->date_count > 0 && sheet->date_count <= DAYS_MOST;
    if (!body || !days || sheet->time_count != 1 || !sheet->used[0] || sheet->times[0].start < 0)
        return -1;
    int own = sheet->items[sheet->times[0].first].sentence;
    for (size_t i = 0; i < sheet->date_count; i++)
        if (!is_next(sheet, &sheet->dates[i], own))
            return -1;
    bool held = is_held(sheet, own) || (sheet->date_count == 1 && touches(sheet, &sheet->dates[0]) && passages_sentence_meets(passage, own));
    return held ? weekday_of_sentence(sheet, own) : -1;
}
