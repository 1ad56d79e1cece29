#include "content/places_stretch.h"

#include "content/grammar.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/venue_words.h"

enum { SENTENCE_REACH = 60 };

size_t places_stretch_behind_day(const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    static const char *const inside[] = {"le", "les", "du", "au", "et", "er", "e", "ce", "prochain", "prochaine", NULL};
    size_t at = lexis_at(lexis, reading->date_begin), end = lexis_at(lexis, reading->end), last = at;
    for (; at < end; at++) {
        const struct lexeme *lexeme = &lexis->items[at];
        bool day = lexeme->kind == LEXEME_NUMBER ? !lexis_is_word(lexeme + 1, "h") : lexeme->kind == LEXEME_WORD &&
                   (grammar_value(dates_fr.weekdays, lexeme->word) >= 0 || grammar_value(dates_fr.months, lexeme->word) >= 0 ||
                    grammar_lists(inside, lexeme->word));
        if (!day && lexeme->kind != LEXEME_SIGN)
            break;
        last = day && !lexis_is_word_of(lexeme, venue_words_before) ? at + 1 : last;
    }
    return last;
}

/* Where the clause of a deadline begins that follows: "le 10 mars : inscrivez-vous en mairie avant le 6" names no place of the 10th. */
static size_t clause_of(const struct reading *deadline, size_t from, size_t begin)
{
    const struct passage *passage = deadline->passage;
    for (size_t i = survey_cue_from(passage, from); deadline->kind == READING_DEADLINE && i < passage->cue_count && passage->cues[i].first < begin; i++)
        if (passage->cues[i].kind == CUE_ADDRESS || passage->cues[i].kind == CUE_CALL)
            return passage->cues[i].first;
    return begin;
}

static void keep_sentence(const struct lexis *lexis, struct stretch *stretch, int own)
{
    stretch->first = stretch->date > SENTENCE_REACH ? stretch->date - SENTENCE_REACH : 0;
    stretch->end = stretch->behind + SENTENCE_REACH < lexis->count ? stretch->behind + SENTENCE_REACH : lexis->count;
    while (stretch->first < stretch->date && lexis->items[stretch->first].sentence != own)
        stretch->first++;
    while (stretch->end > stretch->behind && lexis->items[stretch->end - 1].sentence != own)
        stretch->end--;
}

/* Between the dates around a reading: in its sentence, or in its whole passage. */
struct stretch places_stretch_of(const struct places *places, const struct reading *reading, bool sentence)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = {.date = lexis_at(lexis, reading->begin), .behind = lexis_at(lexis, reading->end), .end = lexis->count};
    stretch.said = places_stretch_behind_day(reading);
    if (sentence)
        keep_sentence(lexis, &stretch, lexis->items[lexis_at(lexis, reading->date_begin)].sentence);
    size_t last = places->dates[reading->passage->index].end;
    for (size_t i = places_dates_from(places, reading->passage, stretch.first); i < last; i++) {
        const struct reading *other = &places->readings->items[i];
        if (other->mention == reading->mention)
            continue;
        size_t begin = lexis_at(lexis, other->begin), end = lexis_at(lexis, other->end);
        if (begin >= stretch.behind && begin >= stretch.end)
            break;
        if (end <= stretch.date && end > stretch.first) {
            stretch.first = end;
            stretch.earlier = true;
        } else if (begin >= stretch.behind && begin < stretch.end) {
            stretch.end = clause_of(other, stretch.behind, begin);
            stretch.later = true;
        }
    }
    return stretch;
}

/* Only signs and small words stand between two lexemes. */
bool places_stretch_touches(const struct lexis *lexis, size_t from, size_t to)
{
    for (; from < to; from++) {
        const struct lexeme *lexeme = &lexis->items[from];
        bool link = lexeme->kind == LEXEME_WORD && (grammar_lists(venue_words_links, lexeme->word) || grammar_value(dates_fr.weekdays, lexeme->word) >= 0);
        if (lexeme->kind == LEXEME_NUMBER || (lexeme->kind == LEXEME_WORD && !link))
            return false;
    }
    return true;
}

size_t places_stretch_anew(const struct lexis *lexis, const struct stretch *stretch)
{
    for (size_t i = stretch->date; i < stretch->end; i++)
        if (lexis_is_word_of(&lexis->items[i], venue_words_anew))
            return i + 1;
    return 0;
}
