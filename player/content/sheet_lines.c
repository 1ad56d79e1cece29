#include "content/sheet_lines.h"

#include "content/grammar.h"
#include "content/sheet.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, CLOSING_MOST = 4 };

/* Where what leads to the hour begins: "Matin :", "Après-midi (", a sign; the hour's own when nothing does. */
static size_t lead_of(const struct sheet *sheet, const struct time_mention *time)
{
    size_t first = time->first;
    if (first > 1 && (lexis_is_sign(&sheet->items[first - 1], '(') || lexis_is_sign(&sheet->items[first - 1], ':')) && lexis_is_word_of(&sheet->items[first - 2], sheet->grammar->day_parts))
        for (first -= 2; first > 0 && !lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE) && lexis_is_word_of(&sheet->items[first - 1], sheet->grammar->day_parts); first--)
            ;
    while (first > 0 && sheet->items[first - 1].kind == LEXEME_SIGN && !lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE))
        first--;
    return first;
}

static bool opens_line(const struct sheet *sheet, const struct time_mention *time)
{
    size_t first = lead_of(sheet, time);
    return first > 0 && lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE);
}

/* The stretch opens its line: "9h30 – 12h30 Formation A", "Matin (9h30-12h30) : conférences", "10h-13h30". */
static bool is_line_of_stretch(const struct sheet *sheet, const struct time_mention *time)
{
    return time->start >= 0 && time->end >= 0 && opens_line(sheet, time);
}

/* The hour at `index` opens a line behind the day, later than that of the line before. */
static bool is_line_of_hour(const struct sheet *sheet, const struct date_mention *date, size_t index, bool first)
{
    const struct time_mention *time = &sheet->times[index];
    bool opens = time->first > date->end && lexis_is_sign(&sheet->items[time->first - 1], LEXEME_LINE) && (!first || !sheet_is_beside(sheet, time));
    bool later = first || time->start > sheet->times[index - 1].start;
    return opens && later && time->start >= 0 && time->end < 0 && !sheet->used[index] && !time->zone;
}

/* "14h-16h : jeux en bois": a stretch that opens a line of a programme which begins with the hour at `from`. */
static bool is_slot_of_stretch(const struct sheet *sheet, size_t index, size_t from)
{
    const struct time_mention *time = &sheet->times[index];
    bool later = index == from || time->start > time[-1].start;
    return is_line_of_stretch(sheet, time) && later && time->end > time->start && !sheet->used[index] && !time->zone;
}

/* "Fin à minuit", "Fermeture des portes à 18h", "Retour : 19h30": the line of the hour begins with a word for the end. */
static bool is_closing_line(const struct sheet *sheet, const struct time_mention *time)
{
    enum { LINE_MOST = 6 };
    size_t first = time->first;
    while (first > 0 && time->first - first <= LINE_MOST && !lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE))
        first--;
    bool line = first > 0 && lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE) && time->end < 0 && !time->zone;
    return line && sheet_closes(sheet, first);
}

/* "18h : clôture": the hour of the last line is when the programme ends. */
static bool closes_lines(const struct sheet *sheet, const struct time_mention *time)
{
    size_t at = time->end_index;
    while (at < sheet->count && sheet->items[at].kind == LEXEME_SIGN && !lexis_is_sign(&sheet->items[at], LEXEME_LINE))
        at++;
    size_t words = 0;
    for (size_t i = at; i < sheet->count && !lexis_is_sign(&sheet->items[i], LEXEME_LINE); i++)
        words += lexis_is_word_of(&sheet->items[i], sheet->grammar->and) ? CLOSING_MOST + 1 : sheet->items[i].kind == LEXEME_WORD; /* not "fin du tournoi et remise des prix" */
    return time->end < 0 && words <= CLOSING_MOST && sheet_closes(sheet, at);
}

/* The line feed before `to` is the first behind the day: its line is the one above, whatever stands in it, when the day opens that line; else
 * hardly anything parts them. */
static bool is_line_above(const struct sheet *sheet, const struct date_mention *date, size_t to)
{
    bool opens = date->first == 0 || lexis_is_sign(&sheet->items[date->first - 1], LEXEME_LINE);
    if (!opens)
        return to <= date->end + 2;
    for (size_t i = date->end; i + 1 < to; i++)
        if (lexis_is_sign(&sheet->items[i], LEXEME_LINE))
            return false;
    return true;
}

/* The stretches of lines are told for one thing: nothing but a part of the day stands beside them. */
static bool is_bare(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        size_t at = sheet->times[i].end_index;
        while (at < sheet->count && sheet->items[at].kind == LEXEME_SIGN && !lexis_is_sign(&sheet->items[at], LEXEME_LINE))
            at++;
        if (at < sheet->count && sheet->items[at].kind != LEXEME_SIGN)
            return false;
    }
    return true;
}

/* "11h et 15h : manœuvres": the hour stands in the line of the one before, right behind it. */
static bool is_same_line(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index], *before = time - 1;
    bool joined = time->first == before->end_index + 1 && lexis_is_word_of(&sheet->items[before->end_index], sheet->grammar->and);
    return joined && time->start > before->start && time->end < 0 && !sheet->used[index] && !time->zone;
}

/* The hour opens a line of a programme that begins with the one at `from`. */
static bool is_slot(const struct sheet *sheet, const struct date_mention *date, size_t index, size_t from)
{
    return is_line_of_hour(sheet, date, index, index == from) || is_slot_of_stretch(sheet, index, from) || (index > from && is_same_line(sheet, index));
}

/* Minutes at which a programme ends of which that is the last hour; -1: not told. */
static int end_of_last(const struct sheet *sheet, const struct time_mention *last)
{
    if (last->end >= 0)
        return last->end;
    return closes_lines(sheet, last) || is_closing_line(sheet, last) ? last->start : -1;
}

/* "Cérémonie du 11 novembre", and below it "10h30 : messe", "11h30 : rassemblement": the first line says when it begins, the last when it ends where
 * that is a stretch or a word says so. */
static bool take_first(struct sheet *sheet, const struct date_mention *date, struct hour *hour)
{
    size_t from = sheet_time_from(sheet, date->end), next = (size_t)(date - sheet->dates) + 1, to = sheet->time_count;
    if (next < sheet->date_count)
        to = sheet_time_from(sheet, sheet->dates[next].first);
    bool lines = to > from + 1 && date->span_count == 1 && !date->spans[0].range;
    for (size_t i = from; i < to && lines; i++)
        lines = is_slot(sheet, date, i, from) || (i > from && i + 1 == to && is_closing_line(sheet, &sheet->times[i]));
    bool note = lexis_is_sign(&sheet->items[date->end], ')'); /* "12h : repas (réservation avant le 12 avril)" */
    if (!lines || note || !is_line_above(sheet, date, sheet->times[from].first))
        return false;
    const struct time_mention *first = &sheet->times[from], *last = &sheet->times[to - 1];
    int end = end_of_last(sheet, last);
    end += end >= 0 && end <= first->start ? DAY_MINUTES : 0;
    *hour = (struct hour){.found = true, .glued = true, .start = first->start, .end = end, .first = first->first, .end_index = first->end_index};
    memset(sheet->used + from, 1, (to - from) * sizeof *sheet->used);
    return true;
}

/* All hours of the passage are lines of stretches, one behind the other, and right below its only day. */
static bool are_stretches(const struct sheet *sheet, const struct date_mention *date)
{
    bool day = sheet->date_count == 1 && sheet->time_count > 1 && date->span_count == 1 && !date->spans[0].range;
    bool lines = day && sheet->times[0].first > date->end && lexis_words(&sheet->passage->lexis, date->end, lead_of(sheet, &sheet->times[0])) == 0;
    for (size_t i = 0; i < sheet->time_count && lines; i++)
        lines = is_line_of_stretch(sheet, &sheet->times[i]) && !sheet->used[i] && !sheet->times[i].zone && (i == 0 || sheet->times[i].start >= sheet->times[i - 1].end);
    return lines;
}

bool sheet_lines_take(struct sheet *sheet, const struct date_mention *date, struct hour *hour)
{
    size_t count = sheet->time_count;
    if (!are_stretches(sheet, date))
        return take_first(sheet, date, hour);
    const struct time_mention *first = &sheet->times[0], *last = &sheet->times[count - 1];
    bool sessions = count == 2 && last->start > first->end && !is_bare(sheet, 0, count);
    *hour = (struct hour){.found = true, .glued = true, .start = first->start, .end = last->end, .first = first->first, .end_index = first->end_index,
                          .returns = {.told = sessions, .pause = first->end, .start = last->start}, .again_end = last->end_index};
    memset(sheet->used, 1, count * sizeof *sheet->used);
    return true;
}
