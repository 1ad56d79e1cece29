#include "content/readings_weak.h"

#include "content/article.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/sheet.h"

#include <assert.h>
#include <string.h>

enum { NEXT_REACH = 14 };

/* What a cue names ends right before the date: "Webinaire 30/09". */
static bool is_named_day(const struct sheet *sheet, const struct date_mention *date)
{
    for (size_t i = 0; i < sheet->passage->cue_count; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        if (cue->end == date->first && (cue->kind == CUE_EVENT || cue->kind == CUE_LIMIT))
            return true;
    }
    return false;
}

/* "23/09 (9h-12h), 30/09 et 07/10": behind another that is a day. */
static bool is_next_of_list(const struct sheet *sheet, const struct date_mention *date)
{
    const struct lexeme *before = &sheet->items[date->first - 1];
    bool joined = lexis_is_sign(before, ',') || lexis_is_sign(before, ';') || lexis_is_word_of(before, sheet->grammar->and);
    return joined && date > sheet->dates && date[-1].end + NEXT_REACH >= date->first && readings_weak_is_day(sheet, date - 1);
}

/* "Date limite : 30/09", "les 23/09 et 30/09": a month of two digits behind a colon, an article, what a cue names or another such day. */
static bool is_plain_slash(const struct sheet *sheet, const struct date_mention *date)
{
    const struct lexeme *before = &sheet->items[date->first - 1], *month = &sheet->items[date->first + 2];
    if (date->first + 2 >= sheet->count || month->kind != LEXEME_NUMBER || month->digits != 2)
        return false;
    bool led = lexis_is_sign(before, ':') || lexis_is_word(before, "les") || lexis_is_word(before, "des");
    return led || is_named_day(sheet, date) || is_next_of_list(sheet, date);
}

/* "15/01 : la journée est reportée": when the line was written. */
static bool is_dateline(const struct sheet *sheet, const struct date_mention *date)
{
    const struct block *block = sheet->passage->block;
    return block && block->kind == BLOCK_PARAGRAPH && date->first <= 1 && lexis_is_sign(&sheet->items[date->end], ':');
}

/* "20/04 de 9h30 à 11h30", "17/10, 9h30": a month of two digits, and its hour right behind it. */
static bool has_hour_behind(const struct sheet *sheet, const struct date_mention *date)
{
    assert(sheet->items); /* where a date was found there are lexemes */
    size_t at = sheet_time_from(sheet, date->end);
    bool opens = date->first > 0 && sheet->items[date->first - 1].kind == LEXEME_SIGN; /* "le groupe 1/12" is one of twelve */
    bool month = opens && date->first + 2 < sheet->count && sheet->items[date->first + 2].kind == LEXEME_NUMBER && sheet->items[date->first + 2].digits == 2;
    return month && at < sheet->time_count && sheet_is_glued(sheet, date->end, sheet->times[at].first);
}

/* "jusqu'au 10/12", "avant le 24/09": right behind a word of the last day. */
static bool is_last_day(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = lexis_back_over(sheet->items, 0, date->first, sheet->grammar->articles);
    at -= at > 0 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->to);
    return at > 0 && at < date->first && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->until);
}

/* A line begins with the day, or a calendar stands before it. */
static bool is_line_or_mark(const struct lexeme *before)
{
    return before->sign == LEXEME_LINE || before->sign == LEXEME_CALENDAR;
}

/* "• 8/11 : jazz, 20h", "📊 06/02 — Lire un graphique": behind a sign that opens the line, and before what is on that day. */
static bool names_line(const struct sheet *sheet, const struct date_mention *date, const struct lexeme *before)
{
    const struct lexeme *behind = &sheet->items[date->end];
    return before && lexis_is_sign(before, LEXEME_OTHER) && (lexis_is_sign(behind, ':') || (lexis_is_sign(behind, '-') && behind->spaced));
}

bool readings_weak_is_day(const struct sheet *sheet, const struct date_mention *date)
{
    if (!date->weak)
        return true;
    const struct lexeme *before = date->first ? &sheet->items[date->first - 1] : NULL;
    if (names_line(sheet, date, before))
        return true;
    if (is_dateline(sheet, date))
        return false;
    if (has_hour_behind(sheet, date) || !before || is_line_or_mark(before) || is_plain_slash(sheet, date) || is_last_day(sheet, date))
        return true;
    return lexis_is_word_of(before, sheet->grammar->articles) && strcmp(before->word, "de") != 0 &&
           strcmp(before->word, "des") != 0 && strcmp(before->word, "les") != 0;
}
