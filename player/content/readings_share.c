#include "content/readings_share.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/lexis.h"
#include "content/readings.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>
#include <string.h>

/* "chacune de 18h à 20h : le lundi 19 mars à Lyon, le jeudi 22 mars à Brest": the hour stands before all days of its sentence and leads to them. */
static bool is_lead_hour(const struct sheet *sheet, const struct time_mention *time, size_t first_day)
{
    enum { NOTE_REACH = 5 };
    size_t at = time->end_index;
    while (at < first_day && at < time->end_index + NOTE_REACH && time->end >= 0 && !lexis_is_sign(&sheet->items[at], ':'))
        at++; /* "de 9h à 12h30, sans inscription : Thiviers le 20 mai, Excideuil le 22 mai" */
    return at <= first_day && at < sheet->count && lexis_is_sign(&sheet->items[at], ':');
}

/* ", toujours à 18h30", ", toutes à 19h", "chaque fois à 18h30": the hour says of itself that it is that of all days; not "un spectacle pour tous à
 * 20h". */
static bool is_said_of_all(const struct sheet *sheet, const struct time_mention *time)
{
    enum { WORDS_REACH = 3 };
    for (size_t i = time->end_index; i + 1 < sheet->count && i < time->end_index + WORDS_REACH && sheet->items[i].kind == LEXEME_WORD; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->both) && lexis_is_word_of(&sheet->items[i + 1], sheet->grammar->cases))
            return true; /* "à 14h30 dans les deux cas" */
    for (size_t i = time->first; i-- > 0 && time->first - i <= WORDS_REACH && sheet->items[i].kind == LEXEME_WORD;) {
        bool opens = i == 0 || sheet->items[i - 1].kind == LEXEME_SIGN;
        if ((opens && grammar_lists(sheet->grammar->always, sheet->items[i].word)) || grammar_lists(sheet->grammar->each, sheet->items[i].word))
            return true;
    }
    return false;
}

/* "… ; 24/03 à Grenoble. Horaires communs : 14h-17h.": a label of hours opens the sentence of the hour. */
static bool is_labelled(const struct sheet *sheet, const struct time_mention *time)
{
    enum { LABEL_MOST = 3 };
    size_t first = time->first;
    while (first > 0 && sheet->items[first - 1].sentence == sheet->items[time->first].sentence)
        first--;
    const struct lexeme *opening = &sheet->items[first];
    bool near = first < time->first && time->first - first <= LABEL_MOST, label = near && lexis_is_word_of(opening, sheet->grammar->hour_labels);
    if (near && time->first == first + 1 && time->introduced && opening->kind == LEXEME_WORD && grammar_begins(sheet->grammar->each_of, opening->word) && opening->word[strlen(opening->word) - 1] == 's')
        return true; /* "Séances à 10 h, inscription conseillée." */
    return label && lexis_is_sign(&sheet->items[time->first - 1], ':');
}

/* "Session A : 20 et 21 septembre", "Session B : 14 et 15 octobre", and "De 9h à 16h30" as the last line; "le 22 février (Mérignac) ou le 1er mars
 * (Pessac), à 18h30": nothing but the end of the passage or of its sentence follows an hour that is not the last day's own. */
static bool closes_list(const struct sheet *sheet, const struct time_mention *time)
{
    const struct lexeme *items = sheet->items, *behind = &items[time->end_index];
    size_t lines = 0;
    for (size_t i = sheet->date_count ? sheet->dates[sheet->date_count - 1].end : 0; i < time->first; i++)
        lines += lexis_is_sign(&items[i], LEXEME_LINE); /* the line before it has the last day */
    bool line = lines == 1 && lexis_is_sign(&items[time->first - 1], LEXEME_LINE) && time->end >= 0 && time->end_index >= sheet->count;
    bool note = time->first > 1 && lexis_is_sign(&items[time->first - 1], ',') && lexis_is_sign(&items[time->first - 2], ')') && behind->kind == LEXEME_SIGN;
    return line || note;
}

/* An event on one day that has no hour yet. */
static bool takes_hour(const struct reading *reading)
{
    return reading->kind == READING_EVENT && reading->start_minutes < 0 && !reading->span.range;
}

/* Something is asked between the two: "Vide-grenier du 2 avril : réservez votre emplacement les 25 et 26 mars, de 9h à 12h"; or behind a name in
 * brackets another event is told: "Exposition le 3 juin (mairie), conférence le 10 juin (école), à 18h30". */
static bool is_parted_between(const struct sheet *sheet, const struct reading *one, const struct reading *other)
{
    size_t from = one->mention < other->mention ? one->mention : other->mention, to = one->mention < other->mention ? other->mention : one->mention;
    bool other_event = lexis_is_sign(&sheet->items[sheet->times[0].first > 1 ? sheet->times[0].first - 2 : 0], ')');
    if (survey_asks(sheet->passage, from, to) || (other_event && survey_names(sheet->passage, from, to, CUE_EVENT)))
        return true;
    for (size_t i = from; i < to; i++)
        if (sheet->covered[i] == SHEET_DATE && lexis_is_sign(&sheet->items[i + 1], ':'))
            return true; /* "Réunion pour la fête du 18 mai : lundi 5 mai de 18h à 19h" */
    return false;
}

static bool takes_hour_of(const struct sheet *sheet, const struct reading *reading, const struct reading *giver)
{
    return takes_hour(reading) && !is_parted_between(sheet, reading, giver);
}

/* "Bébés lecteurs, 10h15 :" over lines that begin with days: the only hour leads to all of them. */
static void share_from_lead(struct readings *readings, const struct sheet *sheet, size_t from)
{
    const struct time_mention *time = sheet->times;
    bool leads = sheet->time_count == 1 && sheet->date_count > 1 && time->start >= 0 && is_lead_hour(sheet, time, sheet->dates[0].first) &&
                 lexis_is_sign(&sheet->items[time->end_index + 1 < sheet->count ? time->end_index + 1 : sheet->count], LEXEME_LINE);
    for (size_t i = from; leads && i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (!takes_hour(reading))
            continue;
        reading->start_minutes = time->start;
        reading->end_minutes = time->end;
        reading->time_line = passages_line(sheet->passage, sheet->items[time->first].begin);
    }
}

/* The event that has the only hour of the passage: the first, when the hour leads to all; else the last one told in its sentence. */
static const struct reading *giver_of(const struct readings *readings, const struct sheet *sheet, size_t from)
{
    const struct time_mention *time = sheet->times;
    const struct reading *first = &readings->items[from], *giver = &readings->items[readings->count - 1];
    if (is_lead_hour(sheet, time, first->mention))
        return first;
    int sentence = sheet->items[time->first].sentence;
    for (size_t i = readings->count; i-- > from;)
        if (readings->items[i].kind == READING_EVENT && sheet->items[readings->items[i].mention].sentence == sentence)
            return &readings->items[i];
    return giver;
}

/* What is said of the hour makes it that of all days of the passage: "Nord : 3 octobre ; Sud : 10 octobre. Toujours à 18h30." */
static bool is_of_passage(const struct sheet *sheet)
{
    return is_said_of_all(sheet, sheet->times) || is_labelled(sheet, sheet->times) || closes_list(sheet, sheet->times);
}

/* "le 14 mai à l'école, le 16 mai à la salle Ventadour, chaque fois à 19h": the only hour of the passage closes the sentence of its days. */
static bool share_said_of_all(struct readings *readings, const struct sheet *sheet, size_t from)
{
    const struct time_mention *time = sheet->times;
    if (!is_said_of_all(sheet, time) || time->first < readings->items[readings->count - 1].mention)
        return false;
    bool shared = false;
    for (size_t i = from; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->kind != READING_EVENT || reading->start_minutes >= 0 || reading->span.range || sheet->items[reading->mention].sentence != sheet->items[time->first].sentence)
            continue;
        reading->start_minutes = time->start;
        reading->end_minutes = time->end;
        reading->time_line = passages_line(sheet->passage, sheet->items[time->first].begin);
        shared = true;
    }
    return shared;
}

/* "les dimanches 24 février et 3 mars, ainsi que le week-end des 9 et 10 mars de 10h à 20h": one stretch behind the last day of a
 * sentence is of all its days that have no hours; so is an hour that leads to them, or says so. */
static void share_in_sentence(struct readings *readings, const struct sheet *sheet, size_t from)
{
    if (readings->count == from || sheet->time_count != 1 || share_said_of_all(readings, sheet, from))
        return;
    const struct reading *giver = giver_of(readings, sheet, from);
    bool leads = is_lead_hour(sheet, sheet->times, readings->items[from].mention), whole = !leads && is_of_passage(sheet);
    if (giver->kind != READING_EVENT || giver->start_minutes < 0 || (!leads && giver->end_minutes < 0 && !whole))
        return;
    for (size_t i = from; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (!takes_hour_of(sheet, reading, giver) || (!whole && sheet->items[reading->mention].sentence != sheet->items[giver->mention].sentence))
            continue;
        reading->start_minutes = giver->start_minutes;
        reading->end_minutes = giver->end_minutes;
        reading->time_line = giver->time_line;
    }
}

static bool is_same_day(const struct reading *one, const struct reading *other)
{
    const struct date_day *day = &one->span.first, *said = &other->span.first;
    return !one->span.range && !other->span.range && day->day == said->day && day->month == said->month && (!day->year || !said->year || day->year == said->year);
}

/* "Écrire | 17 novembre | maintenu le 17 novembre, de 10h à 12h": a row that says the same day twice, once with its hours. */
static void share_in_row(struct readings *readings, const struct sheet *sheet, size_t from)
{
    enum { DAYS_MOST = 8 };
    const struct block *block = sheet->passage->block;
    if (!block || block->kind != BLOCK_ROW || readings->count - from > DAYS_MOST)
        return;
    for (size_t i = from; i < readings->count; i++)
        for (size_t k = from; k < readings->count; k++) {
            struct reading *reading = &readings->items[i];
            const struct reading *other = &readings->items[k];
            bool open = reading->kind == READING_EVENT && reading->start_minutes < 0 && other->kind == READING_NONE && !other->over && !other->off;
            if (!open || other->start_minutes < 0 || !is_same_day(reading, other))
                continue;
            reading->start_minutes = other->start_minutes;
            reading->end_minutes = other->end_minutes;
            reading->time_line = other->time_line;
            reading->zone = other->zone;
        }
}

void readings_share_hours(struct readings *readings, const struct sheet *sheet, size_t from)
{
    share_in_sentence(readings, sheet, from);
    share_from_lead(readings, sheet, from);
    share_in_row(readings, sheet, from);
}
