#include "content/readings_weekdays.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/sentences.h"
#include "content/sheet.h"

#include <string.h>

enum { HEADING_MOST = 60, SHORT_WEEKDAY = 3, WEEKDAYS_MOST = 12 };

/* The one weekday that a heading or an announcing paragraph gives to the days of its list: "Cafés du dimanche"; -1: none, or more, or a day. */
static int weekday_of(const struct passage *from, const struct grammar *grammar)
{
    int found = -1;
    if (!from || from->lexis.count > HEADING_MOST)
        return -1;
    for (size_t i = 0; i < from->lexis.count; i++) {
        const struct lexeme *lexeme = &from->lexis.items[i];
        int weekday = lexeme->kind == LEXEME_WORD && strlen(lexeme->word) > SHORT_WEEKDAY ? grammar_value(grammar->weekdays, lexeme->word) : -1;
        if ((weekday >= 0 && found >= 0 && weekday != found) || (lexeme->kind == LEXEME_WORD && grammar_value(grammar->months, lexeme->word) > 0))
            return -1;
        found = weekday >= 0 ? weekday : found;
    }
    return found;
}

void readings_weekdays_from_above(const struct sheet *sheet, struct date_span *span)
{
    const struct passage *passage = sheet->passage;
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW);
    if (!listed || span->range || span->first.weekday >= 0)
        return;
    int weekday = weekday_of(passage->intro, sheet->grammar);
    span->first.weekday = weekday >= 0 ? weekday : weekday_of(passage->above, sheet->grammar);
    span->last.weekday = span->first.weekday;
}

/* The weekday that a lexeme is, in no day: "le vendredi"; or -1. */
static int weekday_alone(const struct sheet *sheet, size_t at)
{
    bool word = at < sheet->count && sheet->items[at].kind == LEXEME_WORD && !sheet->covered[at];
    return word ? grammar_value(sheet->grammar->weekdays, sheet->items[at].word) : -1;
}

/* "Vendredi : 16h-21h ; samedi : 10h-21h": the weekday right before the stretch at `index`, or -1. */
static int weekday_before(const struct sheet *sheet, size_t index)
{
    enum { SIGN_REACH = 3 };
    size_t at = sheet->times[index].first;
    for (size_t i = 0; i < SIGN_REACH && at > 0 && (lexis_is_sign(&sheet->items[at - 1], ':') || lexis_is_sign(&sheet->items[at - 1], ',') || sentences_is_article(sheet, at - 1)); i++)
        at--;
    return at > 0 ? weekday_alone(sheet, at - 1) : -1;
}

/* "9h-18h le vendredi, 10h-18h le samedi": right behind it. */
static int weekday_behind(const struct sheet *sheet, size_t index)
{
    size_t at = sheet->times[index].end_index;
    at += at < sheet->count && (sentences_is_article(sheet, at) || lexis_is_sign(&sheet->items[at], '('));
    return weekday_alone(sheet, at);
}

/* "samedi et dimanche 10h-18h": the weekday that is joined to the one before the stretch; or -1. */
static int weekday_joined(const struct sheet *sheet, size_t first, int weekday)
{
    enum { REACH = 6 };
    for (size_t at = first; at-- > 0 && first - at < REACH;)
        if (weekday_alone(sheet, at) == weekday) {
            at -= at > 0 && sentences_is_article(sheet, at - 1);
            return at > 1 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->and) ? weekday_alone(sheet, at - 2) : -1;
        }
    return -1;
}

/* The weekday of each stretch, before it or behind it, when each has one; the first says on which side. */
static size_t tell_weekdays(const struct sheet *sheet, int *weekdays)
{
    size_t told = 0, stretches = 0;
    bool behind = sheet->time_count && weekday_before(sheet, 0) < 0;
    for (size_t i = 0; i < sheet->time_count && i < WEEKDAYS_MOST; i++) {
        bool stretch = sheet->times[i].start >= 0 && sheet->times[i].end >= 0;
        weekdays[i] = !stretch ? -1 : behind ? weekday_behind(sheet, i) : weekday_before(sheet, i);
        stretches += stretch;
        told += weekdays[i] >= 0;
    }
    return behind && told < stretches ? 0 : told;
}

/* The sentence names a day. */
static bool has_date_in(const struct sheet *sheet, int sentence)
{
    for (size_t i = 0; i < sheet->date_count; i++)
        if (sheet->items[sheet->dates[i].first].sentence == sentence)
            return true;
    return false;
}

/* "La piscine rouvre.": the hours may be those of a house. */
static bool names_building(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->buildings) && !has_date_in(sheet, sheet->items[i].sentence))
            return true;
    return false;
}

void readings_weekdays_add_hours(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    int weekdays[WEEKDAYS_MOST] = {0};
    bool body = sheet->passage->role == PASSAGE_BODY && !sheet->passage->past;
    bool dated = sheet->time_count && has_date_in(sheet, sheet->items[sheet->times[0].first].sentence);
    bool house = !dated && (passages_has_cue(sheet->passage, CUE_HOURS) || names_building(sheet));
    if (!body || house || tell_weekdays(sheet, weekdays) < 2)
        return;
    for (size_t i = 0; i < sheet->time_count && i < WEEKDAYS_MOST; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct hours hours = {.passage = sheet->passage, .of_weekday = true, .weekday = weekdays[i], .former_minutes = -1, .start_minutes = time->start,
                              .end_minutes = time->end, .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        if (hours.weekday < 0 || time->start < 0 || time->end < 0)
            continue;
        readings_add_hours(arena, readings, &hours);
        hours.weekday = weekday_joined(sheet, time->first, hours.weekday);
        if (hours.weekday >= 0)
            readings_add_hours(arena, readings, &hours);
    }
}
