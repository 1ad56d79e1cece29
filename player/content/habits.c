#include "content/habits.h"

#include "content/ballots.h"
#include "content/grammar.h"
#include "content/sheet.h"

#include <string.h>

enum { HABIT_REACH = 14, SHORT_WEEKDAY = 3, DAILY_REACH = 4 };

static bool is_date(const struct sheet *sheet, size_t index)
{
    return index < sheet->count && sheet->covered[index] == SHEET_DATE;
}

static bool lists_at(const struct sheet *sheet, size_t index, const char *const *list)
{
    return index < sheet->count && lexis_is_word_of(&sheet->items[index], list);
}

static bool joins_weekdays(const struct sheet *sheet, size_t index)
{
    return lists_at(sheet, index, sheet->grammar->to) || lists_at(sheet, index, sheet->grammar->and) || lexis_is_sign(&sheet->items[index], '-');
}

/* "12 mars (mardi)", "12 mars, un mardi": the weekday of a date, written behind it. */
static bool is_of_date(const struct sheet *sheet, size_t index)
{
    size_t before = index;
    while (before > 0 && index - before < 2 && sheet->items[before - 1].kind == LEXEME_SIGN)
        before--;
    return before > 0 && before < index && is_date(sheet, before - 1) && !joins_weekdays(sheet, index + 1);
}

/* "tous les" before what comes back: "mardis", "jours", "premiers", "15 jours"; not "tous les jeunes". */
static bool comes_back(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index];
    if (index >= sheet->count || lexeme->kind == LEXEME_SIGN)
        return false;
    return lexeme->kind == LEXEME_NUMBER || grammar_value(sheet->grammar->weekdays, lexeme->word) >= 0 || grammar_lists(sheet->grammar->daily, lexeme->word) ||
           grammar_lists(sheet->grammar->units, lexeme->word) || grammar_lists(sheet->grammar->weeks, lexeme->word) || grammar_lists(sheet->grammar->once, lexeme->word) ||
           grammar_lists(sheet->grammar->recurring, lexeme->word);
}

/* "le premier jeudi du mois": behind the weekday. */
static bool is_of_month(const struct sheet *sheet, size_t index)
{
    size_t at = index;
    while (at < index + 2 && (lists_at(sheet, at, sheet->grammar->articles) || lists_at(sheet, at, sheet->grammar->each)))
        at++;
    return at > index && lists_at(sheet, at, sheet->grammar->month_nouns);
}

/* "ouvert à tous", "pour tous à 19h", "trois soirées, toutes à 19h" */
static bool means_everybody(const struct sheet *sheet, size_t index)
{
    bool hour = index + 1 < sheet->count && sheet->covered[index + 1];
    return (hour && lists_at(sheet, index, sheet->grammar->all)) || (index > 0 && lists_at(sheet, index - 1, sheet->grammar->at));
}

/* ", chaque fois de 18h à 21h" behind days of its sentence: the hours of these, and no habit. */
static bool is_of_days(const struct sheet *sheet, size_t index)
{
    if (!lists_at(sheet, index, sheet->grammar->each) || !lists_at(sheet, index + 1, sheet->grammar->times))
        return false;
    for (size_t i = 0; i < sheet->date_count && sheet->dates[i].first < index; i++)
        if (sheet->items[sheet->dates[i].first].sentence == sheet->items[index].sentence)
            return true;
    return false;
}

/* "« Jeudi du libre »" is a name. */
static bool opens_name(const struct sheet *sheet, size_t index)
{
    return index > 0 && lexis_is_sign(&sheet->items[index - 1], '"');
}

static bool is_weekday(const struct sheet *sheet, size_t index)
{
    return sheet->items[index].kind == LEXEME_WORD && grammar_value(sheet->grammar->weekdays, sheet->items[index].word) >= 0;
}

/* "jeudi", "jeu au sam"; not "début du jeu à 20h15". */
static bool is_clearly_weekday(const struct sheet *sheet, size_t index)
{
    return strlen(sheet->items[index].word) > SHORT_WEEKDAY || (joins_weekdays(sheet, index + 1) && is_weekday(sheet, index + 2));
}

/* A weekday of no date, "chaque", "tous les". */
static bool is_habit(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index];
    const struct grammar *grammar = sheet->grammar;
    if (lexeme->kind != LEXEME_WORD || sheet->covered[index])
        return false;
    if (grammar_lists(grammar->habits, lexeme->word))
        return !means_everybody(sheet, index) && !is_of_days(sheet, index) && (!lists_at(sheet, index + 1, grammar->articles) || comes_back(sheet, index + 2));
    if (grammar_value(grammar->weekdays, lexeme->word) < 0 || is_of_date(sheet, index) || opens_name(sheet, index) || lists_at(sheet, index + 1, grammar->once) ||
        (index > 0 && lists_at(sheet, index - 1, grammar->once) && !is_of_month(sheet, index + 1)))
        return false;
    return is_clearly_weekday(sheet, index);
}

/* Nothing stands between two lexemes that could name a day or a thing. */
static bool is_clear(const struct sheet *sheet, size_t from, size_t to)
{
    if (to - from > HABIT_REACH)
        return false;
    for (size_t i = from; i < to; i++)
        if (is_date(sheet, i) || !(sheet->covered[i] || sheet_is_glue(sheet, i) || lists_at(sheet, i, sheet->grammar->and) || is_weekday(sheet, i) ||
                                   lists_at(sheet, i, sheet->grammar->daily)))
            return false;
    return true;
}

/* Index of the first date that begins at or behind a lexeme. */
static size_t date_from(const struct sheet *sheet, size_t lexeme)
{
    size_t low = 0, high = sheet->date_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->dates[middle].first < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "chaque mardi du 3 au 31 mars, de 12h30 à 13h30": the stretch of days right behind a habit is its own, with its hours. Returns the
 * lexeme behind it, or that behind the habit. */
static size_t take_stretch(struct sheet *sheet, size_t habit)
{
    size_t low = date_from(sheet, habit + 1);
    const struct date_mention *date = low < sheet->date_count ? &sheet->dates[low] : NULL;
    if (!date || date->span_count != 1 || !date->spans[0].range || date->first - habit > HABIT_REACH || !is_clear(sheet, habit + 1, date->first))
        return habit + 1;
    bool daily = false; /* "tous les jours du 3 au 14 juin": it lasts all that time */
    for (size_t i = habit; i < date->first; i++)
        daily = daily || lists_at(sheet, i, sheet->grammar->daily);
    sheet->habitual[low] = !daily;
    return date->end;
}

/* "Les jeudis du jazz : concert à 21h les 20 février et 5 mars": the hour stands right before days that are told one by one. */
static bool is_of_days_behind(const struct sheet *sheet, const struct time_mention *mention)
{
    size_t at = date_from(sheet, mention->end_index);
    const struct date_mention *date = at < sheet->date_count ? &sheet->dates[at] : NULL;
    return date && date->span_count > 1 && !date->spans[0].range && !lexis_is_sign(&sheet->items[date->first - 1], '(') && sheet_is_glued(sheet, mention->end_index, date->first);
}

/* "rendez-vous tous les jeudis d'avril à 11h pour un webinaire : 8, 15 et 22 avril": the list of days behind the hour in its sentence, and a colon before it. */
static void note_listed(struct sheet *sheet, size_t time)
{
    const struct time_mention *mention = &sheet->times[time];
    size_t at = date_from(sheet, mention->end_index);
    const struct date_mention *date = at < sheet->date_count ? &sheet->dates[at] : NULL;
    bool listed = date && date->span_count > 1 && !date->spans[0].range && sheet->items[date->first].sentence == sheet->items[mention->first].sentence && lexis_is_sign(&sheet->items[date->first - 1], ':');
    if (listed && mention->start >= 0 && !passages_sentence_has(sheet->passage, sheet->items[mention->first].sentence, CUE_OPEN))
        sheet->listed[at] = time + 1;
}

/* The hours behind a habit, up to the next date of its sentence. */
static void take_behind(struct sheet *sheet, size_t habit, size_t time)
{
    size_t at = take_stretch(sheet, habit);
    while (time < sheet->time_count && sheet->times[time].first < at)
        sheet->used[time++] = true; /* between the habit and its stretch of days */
    for (; time < sheet->time_count; time++) {
        const struct time_mention *mention = &sheet->times[time];
        if (mention->first > at + HABIT_REACH || sheet->items[mention->first].sentence != sheet->items[habit].sentence || is_of_days_behind(sheet, mention))
            break;
        for (; at < mention->first; at++)
            if (is_date(sheet, at))
                return;
        sheet->used[time] = true;
        note_listed(sheet, time);
        at = mention->end_index;
    }
}

/* "de 14h à 16h chaque mardi": right before, unless it touches a single day before it. */
static void take_before(struct sheet *sheet, size_t habit, size_t time)
{
    if (time == 0)
        return;
    const struct time_mention *mention = &sheet->times[time - 1];
    size_t next = date_from(sheet, mention->first);
    const struct date_mention *date = next ? &sheet->dates[next - 1] : NULL;
    bool single = date && date->span_count == 1 && !date->spans[0].range && is_clear(sheet, date->end, mention->first);
    if (!single && mention->end_index <= habit && habit - mention->end_index < HABIT_REACH &&
        sheet->items[mention->first].sentence == sheet->items[habit].sentence && is_clear(sheet, mention->end_index, habit))
        sheet->used[time - 1] = true;
}

/* "du 11 au 13 avril", "11, 12 et 13 avril": days in a row. */
static bool is_stretch(const struct date_mention *date)
{
    bool row = date->span_count > 1;
    for (size_t i = 1; i < date->span_count; i++) {
        const struct date_day *day = &date->spans[i].first, *before = &date->spans[i - 1].first;
        row = row && !date->spans[i].range && (day->month == before->month || before->month == 0) && day->day == before->day + 1;
    }
    return row || (date->span_count == 1 && date->spans[0].range);
}

/* "9h – 17h30 chaque jour": nothing but hours and signs stand before the habit in its line. */
static bool follows_hours_of_line(const struct sheet *sheet, size_t habit)
{
    bool hours = false;
    size_t at = habit;
    for (; at > 0 && habit - at <= HABIT_REACH && !lexis_is_sign(&sheet->items[at - 1], LEXEME_LINE); at--) {
        bool sign = sheet->items[at - 1].kind == LEXEME_SIGN;
        if (sheet->covered[at - 1] != SHEET_TIME && !sign)
            return false;
        hours = hours || sheet->covered[at - 1] == SHEET_TIME;
    }
    return hours && at > 0 && habit - at <= HABIT_REACH;
}

/* "28-29 septembre" is the only day before "9h – 17h30 chaque jour" in a line of its own. */
static bool is_below_stretch(const struct sheet *sheet, size_t habit)
{
    return sheet->date_count == 1 && sheet->dates[0].end <= habit && is_stretch(&sheet->dates[0]) && follows_hours_of_line(sheet, habit);
}

/* A word for every day stands behind the habit. */
static bool is_daily(const struct sheet *sheet, size_t habit)
{
    bool daily = false;
    for (size_t i = habit; i < habit + DAILY_REACH; i++)
        daily = daily || lists_at(sheet, i, sheet->grammar->daily);
    return daily;
}

/* "tous les jours" beside a stretch of days in the same sentence. */
static bool lasts_daily(const struct sheet *sheet, size_t habit)
{
    if (!is_daily(sheet, habit))
        return false;
    if (is_below_stretch(sheet, habit))
        return true;
    size_t at = date_from(sheet, habit);
    for (size_t i = at > 0 ? at - 1 : at; i < at + 1 && i < sheet->date_count; i++) {
        const struct date_mention *date = &sheet->dates[i];
        bool above = i < at && habit > 0 && lexis_is_sign(&sheet->items[habit - 1], LEXEME_LINE) && date->end + 1 == habit; /* "Du 10 au 14 février" over "Tous les jours de 14h à 17h" */
        if ((is_stretch(date) || date->span_count > 1) && (above || sheet->items[date->first].sentence == sheet->items[habit].sentence))
            return true;
    }
    return false;
}

/* "Second tour des élections dimanche 28 juin, bureaux ouverts de 8h à 18h": where one votes is open on that day only. */
static bool is_of_ballot(const struct sheet *sheet, size_t index)
{
    enum { BALLOT_REACH = 60 };
    return ballots_polls(sheet, index, index + 1) && ballots_named(&sheet->passage->lexis, sheet->grammar, index > BALLOT_REACH ? index - BALLOT_REACH : 0, index);
}

void habits_take(struct sheet *sheet)
{
    size_t time = 0, cue = 0;
    const struct passage *passage = sheet->passage;
    for (size_t i = 0; i < sheet->count; i++) {
        while (time < sheet->time_count && sheet->times[time].first < i)
            time++;
        while (cue < passage->cue_count && passage->cues[cue].first < i)
            cue++;
        bool opening = cue < passage->cue_count && passage->cues[cue].first == i && passage->cues[cue].kind == CUE_HOURS;
        bool stretch = lasts_daily(sheet, i); /* "tous les jours du 3 au 14 juin de 13h à 20h": hours of the stretch */
        bool label = stretch || (i == 0 && passage->label[0] != '\0'); /* "Tous les jours : de 13h à 20h" names hours */
        if (label || !((opening && !is_of_ballot(sheet, i)) || is_habit(sheet, i)))
            continue;
        take_behind(sheet, i, time);
        take_before(sheet, i, time); /* "9h-20h du lundi au vendredi, 10h-18h le samedi" */
    }
}
