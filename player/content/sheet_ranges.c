#include "content/sheet_ranges.h"

#include "content/dates_near.h"
#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

enum { GLUE_REACH = 7, CUE_REACH = 6 };

/* "entre le mardi 30, 8 h et le jeudi 2 décembre, 18 h": "entre" before the article that ends at `before`, and "et" before the one at `joint`. */
static bool is_between(const struct sheet *sheet, size_t before, size_t joint)
{
    bool opens = before > 1 && lexis_is_word_of(&sheet->items[before - 2], sheet->grammar->between);
    return opens && lexis_is_word_of(&sheet->items[joint], sheet->grammar->articles) && lexis_is_word_of(&sheet->items[joint - 1], sheet->grammar->and);
}

/* An hour, brackets and a word for "to" are all that stands between two days. Returns 1 + the index of the hour, or 0. */
static size_t hour_between(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    size_t at = sheet_time_from(sheet, one->end);
    const struct lexeme *joint = &sheet->items[other->first - 1];
    size_t before = one->first;
    while (before > 0 && (lexis_is_sign(&sheet->items[before - 1], '*') || lexis_is_sign(&sheet->items[before - 1], '_')))
        before--; /* "du **lundi 31 août" */
    bool opens = before > 0 && grammar_lists(sheet->grammar->articles, sheet->items[before - 1].word);
    if (!opens || at >= sheet->time_count || sheet->times[at].end_index >= other->first || sheet->times[at].start < 0 || sheet->times[at].end >= 0)
        return 0;
    bool between = is_between(sheet, before, other->first - 1);
    if (!between && !lexis_is_word_of(joint, sheet->grammar->to))
        return 0;
    size_t last = other->first - 1 - between;
    return sheet_is_glued(sheet, one->end, sheet->times[at].first) && sheet_is_glued(sheet, sheet_behind_note(sheet, sheet->times[at].end_index), last) ? at + 1 : 0;
}

/* A row of a table with columns "Début" and "Fin": its two days are one stretch. */
static bool stands_in_ends(struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    for (size_t i = one->end; i < other->first; i++)
        if (sheet->covered[i])
            return false; /* hours of their own */
    const struct column *first = sheet_column(sheet, one->first), *last = sheet_column(sheet, other->first);
    return first && last && last == first + 1 && first->begins && last->ends;
}

/* An event is named before lexeme `end` of its sentence, and nothing that is asked for; both days having hours (`hours`) is as good as a name. */
static bool names_event(const struct sheet *sheet, size_t end, bool hours)
{
    bool event = hours, open = false;
    for (size_t i = survey_cue_from(sheet->passage, end); i-- > 0 && sheet->items[sheet->passage->cues[i].first].sentence == sheet->items[end].sentence;) {
        enum cue_kind kind = sheet->passage->cues[i].kind;
        if (kind == CUE_CALL || kind == CUE_ADDRESS)
            return false;
        event = event || kind == CUE_EVENT;
        open = open || kind == CUE_OPEN;
    }
    return event && (hours || !open); /* "ouverte au public, débutera jeudi 18 à 9h" */
}

/* A verb that begins stands right before the day, behind the name of an event. */
static bool is_told_beginning(const struct sheet *sheet, const struct date_mention *date, bool hours)
{
    enum { VERB_REACH = 4 };
    for (size_t i = date->first; i-- > 0 && date->first - i <= VERB_REACH && sheet->items[i].sentence == sheet->items[date->first].sentence;)
        if (sheet->items[i].kind == LEXEME_WORD && sheet_begins(sheet, i))
            return names_event(sheet, date->first, hours);
    return false;
}

/* A verb that ends, small words and hours are all that stands between two lexemes, and the verb is there. */
static bool tells_end(const struct sheet *sheet, size_t from, size_t to)
{
    bool ends = false;
    for (size_t i = from; i < to; i++) {
        const struct lexeme *item = &sheet->items[i];
        bool noun = i > from && lexis_is_word_of(item, sheet->grammar->closings) && lexis_is_word_of(item - 1, sheet->grammar->ending_fill); /* "prend fin" */
        bool verb = noun || (item->kind == LEXEME_WORD && (grammar_begins(sheet->grammar->ending, item->word) || lexis_is_word_of(item, sheet->grammar->stopping)));
        bool small = item->kind == LEXEME_WORD ? grammar_lists(sheet->grammar->ending_fill, item->word) : item->sign == ',' || item->sign == '\'';
        if (!verb && !small && !sheet->covered[i])
            return false;
        ends = ends || verb;
    }
    return ends;
}

/* "Le festival débute le 13 mars et se termine le 26", "commence le 13 à 14h et dure jusqu'au 16 mars": a verb that begins before the first
 * day, and nothing but its hour and one that ends before the last. *inner is 1 + that hour, or 0. */
static bool are_told_as_ends(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other, size_t *inner)
{
    enum { ENDS_REACH = 12 };
    bool near = other->first - one->end <= ENDS_REACH && sheet->items[one->first].sentence == sheet->items[other->first].sentence;
    size_t at = sheet_time_from(sheet, one->end);
    bool hour = at < sheet->time_count && sheet->times[at].first < other->first;
    bool hours = hour && at + 1 < sheet->time_count && sheet_is_glued(sheet, other->end, sheet->times[at + 1].first);
    if (!near || !is_told_beginning(sheet, one, hours) || !tells_end(sheet, one->end, other->first))
        return false;
    if (hour && (sheet->times[at].start < 0 || sheet->times[at].end >= 0))
        return false;
    *inner = hour ? at + 1 : 0;
    return true;
}

/* Before "jusqu'au" that leads to the day at lexeme `day`; 0: it does not. */
static size_t before_until(const struct sheet *sheet, size_t day)
{
    size_t at = lexis_back_over(sheet->items, 0, day, sheet->grammar->articles);
    at -= at > 0 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->to);
    return at > 0 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->until) ? at - 1 : 0;
}

static bool is_beginning(const struct time_mention *time)
{
    return time->start >= 0 && time->end < 0;
}

/* "ven. 10, 20h30 – sam. 11, 15h – dim. 12, 16h": a third day behind one more dash, so each is its own. */
static bool goes_on_by_dash(const struct sheet *sheet, const struct date_mention *date)
{
    return date + 1 < sheet->dates + sheet->date_count && lexis_is_sign(&sheet->items[date[1].first - 1], '-');
}

/* "Samedi 30 mars, 23 h – dimanche 31 mars, 4 h": two weekdays with one hour each, and a dash or "jusqu'au" between them. Returns 1 + the index of the first hour, or 0. */
static size_t hour_before_dash(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    size_t at = sheet_time_from(sheet, one->end);
    const struct lexeme *joint = &sheet->items[other->first - 1];
    bool weekdays = one->spans[0].first.weekday >= 0 && other->spans[0].first.weekday >= 0;
    bool dash = lexis_is_sign(joint, '-') && joint->spaced;
    size_t before = dash ? other->first - 1 : before_until(sheet, other->first);
    if (!weekdays || !before || at + 1 >= sheet->time_count)
        return 0;
    const struct time_mention *first = &sheet->times[at], *last = first + 1;
    bool hours = is_beginning(first) && is_beginning(last) && first->end_index == before;
    return hours && !goes_on_by_dash(sheet, other) && sheet_is_glued(sheet, one->end, first->first) && last->first >= other->end && sheet_is_glued(sheet, other->end, last->first) ? at + 1 : 0;
}

/* "à partir du 17 septembre et jusqu'au 5 janvier" */
static bool are_from_and_until(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    size_t from = lexis_back_over(sheet->items, 0, one->first, sheet->grammar->articles), until = before_until(sheet, other->first);
    bool opens = from > 0 && lexis_is_word_of(&sheet->items[from - 1], sheet->grammar->from);
    bool joint = until > one->end && (lexis_is_word_of(&sheet->items[one->end], sheet->grammar->and) || lexis_is_sign(&sheet->items[one->end], ','));
    return opens && until && until == one->end + joint;
}

static bool is_single(const struct date_mention *date)
{
    return date->span_count == 1 && !date->spans[0].range;
}

/* Makes one stretch of two single days. */
static void join_days(struct date_mention *date, const struct date_mention *next)
{
    struct date_day *first = &date->spans[0].first;
    const struct date_day *last = &next->spans[0].first;
    if (first->month == 0)
        first->month = last->month;
    date->partial = false;
    if (first->year == 0 && last->year != 0)
        first->year = last->year - (first->month > last->month || (first->month == last->month && first->day > last->day));
    date->spans[0].last = *last;
    date->spans[0].range = true;
    date->end = next->end;
}

/* Hours, small words and "et" are all that stands between two days. */
static bool stand_together(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    for (size_t i = one->end; i < other->first; i++) {
        bool and = lexis_is_word_of(&sheet->items[i], sheet->grammar->and);
        if (!sheet->covered[i] && !and && !sheet_is_glue(sheet, i))
            return false;
    }
    return other->first - one->end <= 3 * GLUE_REACH;
}

/* "samedi 14 de 10h à 18h et dimanche 15 mai": the first day takes the month of the second. */
static bool share_month(const struct sheet *sheet, struct date_mention *date, const struct date_mention *next)
{
    struct date_day *day = &date->spans[0].first;
    const struct date_day *other = &next->spans[0].first;
    if (day->near || next->partial || next->span_count == 0 || other->day <= day->day || !stand_together(sheet, date, next))
        return false;
    day->month = other->month;
    day->year = other->year;
    date->spans[0].last = *day;
    date->partial = false;
    return true;
}

/* "Samedi 1er (à partir de 9h) et dimanche 2 septembre (jusqu'à 19h)": it begins on the first and ends on the second day. Returns 1 + the
 * index of the first hour, or 0. */
static size_t hours_of_ends(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    size_t at = sheet_time_from(sheet, one->end);
    if (at + 1 >= sheet->time_count || sheet->times[at].first >= other->first || sheet->times[at].end >= 0 || !stand_together(sheet, one, other))
        return 0;
    const struct time_mention *last = &sheet->times[at + 1];
    bool ends = last->first >= other->end && last->start < 0 && sheet_is_glued(sheet, other->end, last->first);
    return ends && sheet_is_glued(sheet, one->end, sheet->times[at].first) ? at + 1 : 0;
}

/* Whether a day and the next are one stretch; *inner is 1 + the hour of its first day, 0 when there is none. */
static bool are_ends(struct sheet *sheet, const struct date_mention *date, const struct date_mention *next, size_t *inner)
{
    *inner = 0;
    bool unknown = date->spans[0].first.near && !date->spans[0].first.month; /* "débutera ce vendredi et se terminera dimanche 9 mars" */
    if (!is_single(date) || !is_single(next) || next->partial || unknown)
        return false;
    *inner = hour_between(sheet, date, next);
    if (!*inner)
        *inner = hours_of_ends(sheet, date, next);
    if (!*inner)
        *inner = hour_before_dash(sheet, date, next);
    return *inner || stands_in_ends(sheet, date, next) || are_from_and_until(sheet, date, next) || are_told_as_ends(sheet, date, next, inner);
}

/* "au plus tard le 10", "le 10 au plus tard": a word of the last day right before the lexeme `before` or right behind the day. */
static bool is_led_by_last(const struct sheet *sheet, size_t before, const struct date_mention *date)
{
    const struct passage *passage = sheet->passage;
    for (size_t i = survey_cue_from(passage, before > CUE_REACH ? before - CUE_REACH : 0); i < passage->cue_count && passage->cues[i].first <= date->end; i++) {
        const struct cue *cue = &passage->cues[i];
        bool limit = cue->kind == CUE_UNTIL || cue->kind == CUE_BEFORE || cue->kind == CUE_DUE || cue->kind == CUE_FOR || cue->kind == CUE_LIMIT;
        if (limit && ((cue->end >= before && cue->end <= date->first) || (cue->first == date->end && cue->kind == CUE_UNTIL)))
            return true;
    }
    return false;
}

/* "Un second rendez-vous est prévu le lundi 20": its sentence says before the day that something takes place. */
static bool is_told_to_be_held(const struct sheet *sheet, const struct date_mention *date)
{
    const struct passage *passage = sheet->passage;
    bool held = false;
    for (size_t i = survey_cue_from(passage, date->first); i-- > 0 && sheet->items[passage->cues[i].first].sentence == sheet->items[date->first].sentence;) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_PRIVATE || kind == CUE_TERM || kind == CUE_OFF || kind == CUE_ENDS)
            return false; /* "fermée le vendredi 13 juillet ainsi que le samedi 14" */
        held = held || kind == CUE_HELD || kind == CUE_MEET || kind == CUE_EVENT;
    }
    return held;
}

/* "Réunion mercredi 16 à 20h30", "jusqu'au vendredi 15", "avant le 15", "Sam. 1er : carnaval": a weekday without its month, with an hour right behind it, as a
 * last day, or at the beginning of its line. The publication, a heading or the title will tell its month. */
static bool is_appointment(const struct sheet *sheet, const struct date_mention *date)
{
    size_t before = date->first, at = sheet_time_from(sheet, date->end);
    while (before > 0 && (lexis_is_sign(&sheet->items[before - 1], '\'') || grammar_lists(sheet->grammar->articles, sheet->items[before - 1].word) || grammar_lists(sheet->grammar->to, sheet->items[before - 1].word)))
        before--;
    bool last = (before > 0 && grammar_lists(sheet->grammar->until, sheet->items[before - 1].word)) || is_led_by_last(sheet, before, date);
    bool opens = date->first == 0 || lexis_is_sign(&sheet->items[date->first - 1], LEXEME_LINE); /* "Sam. 1er : carnaval", of an agenda of March */
    if (date->spans[0].first.weekday < 0)
        return last && !date->spans[0].first.near;
    return last || opens || is_told_to_be_held(sheet, date) || (at < sheet->time_count && sheet_is_glued(sheet, date->end, sheet->times[at].first));
}

/* "Samedi 19 mars : visites ; dimanche 20 : conférence": one enumeration. */
static bool are_parted_by_semicolon(const struct sheet *sheet, size_t from, size_t to)
{
    size_t at = to;
    while (at > from && sheet->items[at - 1].sentence == sheet->items[to].sentence)
        at--;
    return at > from && lexis_is_sign(&sheet->items[at - 1], ';');
}

/* "Les inscriptions ouvrent le 10 mars et ferment le 14.", "vendredi 14 mars à 19h et finit samedi 15": a later day of the sentence has the month
 * of the day before it. */
static void take_month_before(const struct sheet *sheet, const struct date_mention *before, struct date_mention *date)
{
    const struct date_day *known = before->span_count ? &before->spans[before->span_count - 1].last : NULL;
    struct date_day day = date->spans[0].first;
    int apart = sheet->items[date->first].sentence - sheet->items[before->first].sentence;
    bool near = apart == 0 || (apart == 1 && day.weekday >= 0 && are_parted_by_semicolon(sheet, before->end, date->first));
    if (!date->partial || !known || !known->month || known->day >= day.day || !near)
        return;
    day.month = known->month;
    day.year = known->year;
    if (!dates_exists(&day))
        return; /* nobody wrote 31 April */
    date->spans[0].first = date->spans[0].last = day;
    date->partial = false;
}

/* "on arrête le lendemain à 9h": a verb that ends stands right before the day. */
static bool follows_end(const struct sheet *sheet, const struct date_mention *date)
{
    size_t before = lexis_back_over(sheet->items, 0, date->first, sheet->grammar->articles);
    return before > 0 && (lexis_is_word_of(&sheet->items[before - 1], sheet->grammar->closings) || grammar_begins(sheet->grammar->ending, sheet->items[before - 1].word) || lexis_is_word_of(&sheet->items[before - 1], sheet->grammar->stopping));
}

/* "Conférence samedi 4 mai à 18h, et le lendemain à 10h, visite": the day behind a single one of its sentence or the one before, when its hour
 * stands right behind it. */
static void take_day_before(const struct sheet *sheet, const struct date_mention *before, struct date_mention *date)
{
    struct date_day day;
    int apart = sheet->items[date->first].sentence - sheet->items[before->first].sentence;
    size_t at = sheet_time_from(sheet, date->end);
    bool opens = date->first < 2 || sheet->items[date->first - 2].sentence != sheet->items[date->first].sentence || sheet->items[date->first - 2].kind == LEXEME_SIGN; /* not "Les bénévoles se retrouvent le lendemain" */
    bool single = before->span_count == 1 && !before->spans[0].range && (apart == 0 || (apart == 1 && opens));
    bool hour = at < sheet->time_count && sheet_is_glued(sheet, date->end, sheet->times[at].first);
    if (date->spans[0].first.near != DATE_NEAR_NEXT || before->spans[0].first.near || !single || !hour || !dates_near_shift(&before->spans[0].first, 1, &day))
        return;
    day.near = DATE_NEAR_NEXT; /* kept: what ends then is no event of its own, and another "le lendemain" does not count from here */
    date->spans[0].first = date->spans[0].last = day;
    date->partial = false;
}

/* "Nos démos : le 11 à 11h": the hour right behind a day that is left out is of no other. */
static void spend_hour(struct sheet *sheet, const struct date_mention *date)
{
    size_t at = sheet_time_from(sheet, date->end);
    bool note = date->end < sheet->count && lexis_is_sign(&sheet->items[date->end], ')'); /* "(et non le 19) à 18h30" */
    if (!note && at < sheet->time_count && sheet_is_glued(sheet, date->end, sheet->times[at].first))
        sheet->used[at] = true;
}

/* "est reportée", "repoussé", "glisse"; not "exposition de reportages", "niveau avancé", "festival de glisse". */
static bool moves_something(const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index], *before = item - 1;
    if (item->kind != LEXEME_WORD || lexis_is_word_of(before, sheet->grammar->noun_leads))
        return false;
    bool passive = lexis_is_word_of(before, sheet->grammar->being) && grammar_begins(sheet->grammar->shifted, item->word);
    return passive || lexis_is_word_of(item, sheet->grammar->reported) || grammar_begins(sheet->grammar->displaced, item->word);
}

/* "est repoussée du 5 au 12 mars", "est repoussée d'une semaine, du 5 au 12 mars": a verb that moves something stands before the stretch, and no other
 * day of its sentence. But "prévue du 5 au 7, est reportée du 9 au 11 avril". */
static bool is_shifted(const struct sheet *sheet, size_t index, const struct date_mention *date)
{
    enum { VERB_REACH = 7 };
    size_t of = date->first - (date->first > 0);
    bool told = index > 0 && sheet->items[sheet->dates[index - 1].first].sentence == sheet->items[date->first].sentence;
    bool single = date->span_count == 1 && date->spans[0].range && lexis_is_word_of(&sheet->items[of], sheet->grammar->of);
    for (size_t i = of; single && !told && i-- > 1 && of - i <= VERB_REACH && sheet->items[i].sentence == sheet->items[of].sentence;) {
        if (moves_something(sheet, i)) /* "reporté du 10 au 14" may be a new stretch: moved.c */
            return lexis_is_sign(&sheet->items[of - 1], ',') || (i + 1 == of && !lexis_is_word_of(&sheet->items[i], sheet->grammar->reported));
    }
    return false;
}

/* From one day to the other, and no stretch: the former day is told no more. False when a later day of the sentence is the one that holds: "reporté du
 * 5 au 7 juin, se tiendra du 12 au 14". */
static bool take_shift(const struct sheet *sheet, size_t index, struct date_mention *date)
{
    const struct date_mention *next = index + 1 < sheet->date_count ? &sheet->dates[index + 1] : NULL;
    bool later = next && sheet->items[next->first].sentence == sheet->items[date->first].sentence;
    bool near = date->spans[0].range && date->spans[0].first.month == date->spans[0].last.month;
    if (!near || !is_shifted(sheet, index, date))
        return true;
    date->spans[0].first = date->spans[0].last;
    date->spans[0].range = false;
    return !later;
}

/* The day says enough by itself: it has a month, takes that of the next, or is an appointment; and it is not only when something ends. */
static bool stands_alone(struct sheet *sheet, size_t index, struct date_mention *date)
{
    if (date->spans[0].first.near == DATE_NEAR_NEXT && follows_end(sheet, date))
        return false;
    if (!date->partial)
        return true;
    bool shared = index + 1 < sheet->date_count && share_month(sheet, date, &sheet->dates[index + 1]);
    return shared || is_appointment(sheet, date);
}

/* "débute ce vendredi et se termine dimanche 9 mars": what began on a day that only the publication tells, in sentence `unknown`, ends. */
static bool ends_unknown(const struct sheet *sheet, const struct date_mention *date, int unknown)
{
    return unknown == sheet->items[date->first].sentence && follows_end(sheet, date);
}

void sheet_ranges_join(struct sheet *sheet)
{
    for (size_t i = 1; i < sheet->date_count; i++) {
        take_month_before(sheet, &sheet->dates[i - 1], &sheet->dates[i]);
        take_day_before(sheet, &sheet->dates[i - 1], &sheet->dates[i]);
    }
    size_t kept = 0;
    int unknown = -1; /* the last sentence with such a day */
    for (size_t i = 0; i < sheet->date_count; i++) {
        struct date_mention date = sheet->dates[i];
        size_t inner = 0;
        bool told = !ends_unknown(sheet, &date, unknown) && take_shift(sheet, i, &date);
        if (date.spans[0].first.near && !date.spans[0].first.month)
            unknown = sheet->items[date.first].sentence;
        bool joined = told && i + 1 < sheet->date_count && are_ends(sheet, &date, &sheet->dates[i + 1], &inner);
        if (joined) {
            join_days(&date, &sheet->dates[++i]);
        } else if (!told || !stands_alone(sheet, i, &date)) {
            spend_hour(sheet, &date);
            continue;
        }
        if (inner)
            sheet->used[inner - 1] = true;
        sheet->inner[kept] = inner;
        sheet->dates[kept++] = date;
    }
    sheet->date_count = kept;
}
