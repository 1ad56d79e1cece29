#include "content/readings_off.h"

#include "content/readings.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { OPENING_REACH = 2, CORRECTION_REACH = 4 };

/* "Il fallait lire : samedi 26 à 15 h": the sentence before is what was wrong. */
static bool corrects(const struct sheet *sheet, const struct date_mention *date)
{
    for (size_t i = date->first; i-- > 0 && i + CORRECTION_REACH >= date->first;)
        if (grammar_lists(sheet->grammar->correcting, sheet->items[i].word))
            return true;
    return false;
}

void readings_off_earlier(struct readings *readings, const struct sheet *sheet, const struct date_mention *date)
{
    int sentence = sheet->items[date->first].sentence - corrects(sheet, date);
    for (size_t i = readings->count; i-- > 0;) {
        struct reading *reading = &readings->items[i];
        if (reading->passage != sheet->passage || sheet->items[reading->mention].sentence < sentence)
            break;
        reading->off = reading->off || reading->kind == READING_EVENT;
    }
}

/* The event, or the last day, of the first day of its passage. */
static bool is_first(const struct sheet *sheet, const struct reading *reading)
{
    return reading->kind != READING_NONE && sheet->date_count > 0 && reading->mention == sheet->dates[0].first;
}

/* "Concert le 14 mars. Le concert est annulé": the word stands before lexeme `end`. */
static bool is_said_before(const struct sheet *sheet, const char *word, size_t end)
{
    enum { NOUN_REACH = 60 };
    for (size_t i = end; i-- > 0 && i + NOUN_REACH >= end;)
        if (sheet->items[i].kind == LEXEME_WORD && strcmp(sheet->items[i].word, word) == 0)
            return true;
    return false;
}

/* "Le piano et la guitare sont complets", "Les jeux doivent être complets", "entendus à huis clos": of some things, and not of a whole call. */
static bool is_of_some(const struct sheet *sheet, const struct cue *cue)
{
    static const char *const some[] = {"complets", "completes", NULL};
    return lexis_is_word_of(&sheet->items[cue->end - 1], some) || lexis_is_word(&sheet->items[cue->first], "huis");
}

/* What is called off is the day that was told before: "Il est annulé", "Annulé !", or the noun that named it; and no other thing. */
static bool is_of_event(const struct sheet *sheet, const struct cue *cue, const struct reading *reading)
{
    const struct lexeme *subject = cue->first ? &sheet->items[cue->first - 1] : NULL;
    if ((reading->kind == READING_DEADLINE && !is_of_some(sheet, cue)) || (subject && lexis_is_word_of(subject, sheet->grammar->determiners)))
        return true; /* "Candidatures avant le 9 février. Cette offre a été pourvue.": its own noun is part of the cue */
    if (!subject || subject->sentence != sheet->items[cue->first].sentence || subject->kind == LEXEME_SIGN || lexis_is_word_of(subject, sheet->grammar->they))
        return true;
    return subject->kind == LEXEME_WORD && !subject->grave && is_said_before(sheet, subject->word, reading->mention);
}

/* "En cas de pluie, la sortie est annulée": before lexeme `at` of its sentence. */
static bool is_in_case(const struct sheet *sheet, size_t at)
{
    enum { CASE_REACH = 30 };
    for (size_t i = at; i-- > 0 && at - i <= CASE_REACH && sheet->items[i].sentence == sheet->items[at].sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->in_case) || lexis_is_word_of(&sheet->items[i], sheet->grammar->supposing))
            return true;
    return false;
}

/* "Pas de séance le 29": another day than the first of the passage. */
static bool is_of_other_day(const struct sheet *sheet, const struct cue *cue)
{
    const struct lexeme *behind = &sheet->items[cue->end];
    const struct date_day *day = &sheet->dates[0].spans[0].first;
    int weekday = behind->kind == LEXEME_WORD ? grammar_value(sheet->grammar->weekdays, behind->word) : -1;
    bool other = behind->kind == LEXEME_NUMBER ? behind->number != day->day : weekday >= 0 && weekday != day->weekday;
    return lexis_is_word_of(&sheet->items[cue->first], sheet->grammar->negations) && other;
}

/* It is off, put off to another day that is named, or "annulé" at the end of its sentence. */
static bool calls_off(const struct sheet *sheet, const struct cue *cue)
{
    return (cue->kind == CUE_OFF && !is_of_other_day(sheet, cue)) || (cue->kind == CUE_MOVED && sheet->date_count > 1) || (cue->kind == CUE_CLOSED && sheet->items[cue->end].kind == LEXEME_SIGN);
}

/* "Complet !", "**Annulé**", "[COMPLET]" with which a passage begins: the word, and a sign or the end of its bold type behind it. */
static bool opens_with_badge(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    const struct cue *cue = passage->cue_count ? &passage->cues[0] : NULL;
    if (!cue || (cue->kind != CUE_CLOSED && cue->kind != CUE_OFF))
        return false;
    for (size_t i = 0; i < cue->first; i++)
        if (sheet->items[i].kind != LEXEME_SIGN)
            return false;
    bool bold = passage->name_end && lexis_at(&passage->lexis, passage->name_end) == cue->end;
    return bold || sheet->items[cue->end].kind == LEXEME_SIGN;
}

/* "Complet. Nouvelle date : le 9 juillet", "Complet ! Prochaine séance le 9 juillet". */
static bool is_told_anew(const struct sheet *sheet, const struct reading *reading)
{
    int sentence = sheet->items[reading->mention].sentence;
    for (size_t i = reading->mention; i-- > 0 && sheet->items[i].sentence == sentence;)
        if (sheet->items[i].kind == LEXEME_WORD && (grammar_begins(sheet->grammar->anew, sheet->items[i].word) || lexis_is_word_of(&sheet->items[i], sheet->grammar->next)))
            return true;
    return false;
}

/* "Le loto du 29 mars et la chasse aux œufs du 12 avril sont annulés": several are, all that the sentence names before. */
static bool is_plural(const struct sheet *sheet, const struct cue *cue)
{
    static const char *const verbs[] = {"sont", "seront", "are", NULL};
    return cue->kind == CUE_OFF && lexis_is_word_of(&sheet->items[cue->first], verbs);
}

void readings_off_together(struct readings *readings, const struct sheet *sheet, size_t from)
{
    for (size_t i = 0; i < sheet->passage->cue_count; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        for (size_t k = from; is_plural(sheet, cue) && k < readings->count; k++) {
            struct reading *reading = &readings->items[k];
            bool before = reading->mention < cue->first && sheet->items[reading->mention].sentence == sheet->items[cue->first].sentence;
            reading->off = reading->off || (before && reading->kind == READING_EVENT);
        }
    }
}

void readings_off_by_badge(struct readings *readings, const struct sheet *sheet, size_t from)
{
    struct reading *first = readings->count > from ? &readings->items[from] : NULL;
    if (first && first->kind == READING_EVENT && opens_with_badge(sheet) && !is_told_anew(sheet, first))
        first->off = true;
}

/* A later sentence, at most `reach` on and before the next day, calls the first event off. */
static bool is_called_off_later(const struct sheet *sheet, const struct reading *first, bool opens, int reach)
{
    const struct passage *passage = sheet->passage;
    int sentence = sheet->items[first->mention].sentence;
    size_t stop = sheet->date_count > 1 ? sheet->dates[1].first : sheet->count;
    for (size_t i = survey_cue_from(passage, sheet->dates[0].end); i < passage->cue_count && passage->cues[i].first < stop; i++) {
        const struct cue *cue = &passage->cues[i];
        int apart = sheet->items[cue->first].sentence - sentence;
        bool deadline = first->kind == READING_DEADLINE && cue->kind == CUE_MOVED; /* that day is for deadlines.c */
        bool later = apart > 0 && apart <= reach && !deadline && calls_off(sheet, cue) && !is_in_case(sheet, cue->first);
        if (later && (opens || is_of_event(sheet, cue, first)))
            return true;
    }
    return false;
}

void readings_off_opening(struct readings *readings, const struct sheet *sheet, size_t from)
{
    struct reading *first = readings->count > from ? &readings->items[from] : NULL;
    if (!first || !is_first(sheet, first))
        return;
    bool opens = first->mention <= OPENING_REACH; /* its passage is about it */
    int reach = opens || sheet->date_count == 1 ? INT_MAX : 1; /* "Formation samedi 8 novembre. Session complète, une seconde est prévue le 22." */
    bool called_off = is_called_off_later(sheet, first, opens, reach);
    for (size_t i = from; called_off && i < readings->count && readings->items[i].mention == first->mention; i++)
        readings->items[i].off = true; /* "les 26 et 27 mars" */
}
