#include "content/welcomes.h"

#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>

/* Doors open up to three hours before a loto begins, a welcome is hardly longer than an hour before: seen in notices. */
enum { WELCOME_REACH = 4, BEGINNING_REACH = 10, EARLY_MINUTES = 90, DOORS_MINUTES = 180, NEAR_WORDS = 3 };

/* One of these words stands a few words before the hour, in its clause. */
static bool follows(const struct sheet *sheet, const struct time_mention *time, const char *const *words)
{
    for (size_t i = time->first; i-- > 0 && time->first - i <= WELCOME_REACH && sheet->items[i].kind == LEXEME_WORD;)
        if (grammar_lists(words, sheet->items[i].word))
            return true;
    return false;
}

/* A word of what ends, or right before the hour of what stands beside: "fermeture", "se terminera", "repas". */
static bool is_of_end(const struct sheet *sheet, const struct lexeme *item, bool near)
{
    const struct grammar *grammar = sheet->grammar;
    return lexis_is_word_of(item, grammar->closings) || (near && lexis_is_word_of(item, grammar->besides)) || grammar_begins(grammar->shutting, item->word) || grammar_begins(grammar->ending, item->word);
}

/* Words of their own, and of nothing that ends, stand between two hours. */
static bool names_between(const struct sheet *sheet, size_t from, size_t to)
{
    bool named = false;
    for (size_t i = from; i < to; i++) {
        const struct lexeme *item = &sheet->items[i];
        if (item->kind != LEXEME_WORD && !lexis_is_sign(item, ',') && !lexis_is_sign(item, LEXEME_LINE) && !lexis_is_sign(item, ':'))
            return false;
        bool ends = item->kind == LEXEME_WORD && is_of_end(sheet, item, to - i <= NEAR_WORDS);
        if (ends || sheet->covered[i])
            return false;
        named = named || (item->kind == LEXEME_WORD && !sheet_is_glue(sheet, i));
    }
    return named;
}

/* "portes 17h30, discours 18h, visite 18h45": hours that follow each other with hardly a word between them. */
static bool is_programme(const struct sheet *sheet, const struct time_mention *time, const struct time_mention *next)
{
    enum { SLOT_REACH = 3 };
    const struct time_mention *third = next + 1 < sheet->times + sheet->time_count ? next + 1 : NULL;
    bool near = third && third->first - next->end_index <= SLOT_REACH && next->first - time->end_index <= SLOT_REACH;
    return near && third->end < 0 && sheet->items[third->first].sentence == sheet->items[next->first].sentence;
}

/* "Ouverture des portes à 12h30, premier tirage à 14h", "retrait des dossards de 8h à 9h30, départ à 10h": words of their own stand before the next hour
 * of the sentence; not "fermeture à 14h". */
static bool follows_doors(const struct sheet *sheet, const struct time_mention *time, const struct time_mention *next)
{
    bool near = next->start <= time->start + DOORS_MINUTES && next->first - time->end_index <= BEGINNING_REACH && sheet->items[next->first].sentence == sheet->items[time->first].sentence;
    return near && follows(sheet, time, sheet->grammar->doors) && names_between(sheet, time->end_index, next->first) && !is_programme(sheet, time, next);
}

/* "Réunion : 14h – 16h30", "Spectacle : 19h": the hour has a line of its own, which a word and a colon open. */
static bool is_label(const struct sheet *sheet, const struct time_mention *time)
{
    size_t first = time->first;
    bool colon = first > 1 && lexis_is_sign(&sheet->items[first - 1], ':');
    for (first -= colon; colon && first > 0 && sheet->items[first - 1].kind == LEXEME_WORD && time->first - first <= WELCOME_REACH; first--)
        ;
    return colon && first > 0 && lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE);
}

/* The next hour is when it begins: it follows doors, is a stretch, or stands behind a word that says so ("début à 9h"), with no day between the two. */
static bool is_beginning(const struct sheet *sheet, const struct time_mention *time, const struct time_mention *next)
{
    if (next->start <= time->start || next->start < time->end)
        return false;
    if (follows_doors(sheet, time, next))
        return true;
    bool begins = next->end >= 0 || survey_names(sheet->passage, time->end_index, next->first, CUE_EVENT); /* "Ouverture des portes 20h, concert 20h30" */
    if (time->end >= 0 || next->start > time->start + EARLY_MINUTES)
        return false;
    for (size_t i = time->end_index; i < next->first; i++) {
        if (sheet->covered[i] || (lexis_is_sign(&sheet->items[i], LEXEME_LINE) && !is_label(sheet, next)))
            return false;
        begins = begins || (next->first - i <= BEGINNING_REACH && sheet_begins(sheet, i));
    }
    return begins;
}

/* "à 10h (accueil café à 9h30)": the hour before, outside of the bracket, is when it begins. */
static bool is_beginning_before(const struct sheet *sheet, const struct time_mention *time, const struct time_mention *before)
{
    if (!before || before->start <= time->start || before->start > time->start + EARLY_MINUTES)
        return false;
    bool bracket = false;
    for (size_t i = before->end_index; i < time->first; i++) {
        if (sheet->covered[i] || lexis_is_sign(&sheet->items[i], LEXEME_LINE))
            return false;
        bracket = bracket || lexis_is_sign(&sheet->items[i], '(');
    }
    return bracket;
}

void welcomes_take(struct sheet *sheet)
{
    size_t kept = 0;
    if (!sheet->times)
        return;
    for (size_t i = 0; i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i], *next = i + 1 < sheet->time_count ? time + 1 : NULL;
        bool single = time->start >= 0 && (follows(sheet, time, sheet->grammar->welcomes) || follows(sheet, time, sheet->grammar->doors));
        bool begins = next && next->start >= 0 && is_beginning(sheet, time, next);
        if (!single || !(begins || (time->end < 0 && is_beginning_before(sheet, time, kept ? &sheet->times[kept - 1] : NULL))))
            sheet->times[kept++] = *time;
    }
    sheet->time_count = kept;
}
