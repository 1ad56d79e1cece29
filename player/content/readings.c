#include "content/readings.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/ballots.h"
#include "content/grammar.h"
#include "content/likeness_hours.h"
#include "content/passages_spans.h"
#include "content/readings_alike.h"
#include "content/readings_close.h"
#include "content/readings_eve.h"
#include "content/readings_hours.h"
#include "content/readings_included.h"
#include "content/readings_lean.h"
#include "content/readings_lasting.h"
#include "content/readings_named.h"
#include "content/readings_next.h"
#include "content/readings_off.h"
#include "content/readings_share.h"
#include "content/readings_that_day.h"
#include "content/readings_tour.h"
#include "content/readings_weak.h"
#include "content/readings_weekdays.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/verdict.h"
#include "content/verdict_off.h"

#include <string.h>

/* The numbers look at so many dates of a page; those behind are left to the rules. */
enum { LOOKED_MOST = 256 };

enum { SPELL_DAYS = 9, LAST_MINUTES = 23 * 60 + 55, DAY_MINUTES = 24 * 60, NIGHT_MINUTES = 4 * 60, NOON_MINUTES = 12 * 60 };

static bool opens_segment(const struct sheet *sheet, size_t index)
{
    index = sentences_before_articles(sheet, index);
    if (index == 0)
        return true;
    const struct lexeme *before = &sheet->items[index - 1];
    const struct block *block = sheet->passage->block;
    if (passages_spans_name(sheet->passage, sheet->items[index].begin))
        return true;
    bool heading = block ? block->kind == BLOCK_HEADING : sheet->passage->role == PASSAGE_TITLE;
    if (lexis_is_sign(before, ',')) /* "La Nuit du code, du 9 au 10 juin" */
        return heading;
    return before->kind == LEXEME_SIGN && before->sign && strchr("\n-:([|\"*>DoTP?_", before->sign);
}

/* "- **Dole** : mardi 18 mars, Cité des métiers": a house in capitals behind the only day of its item. */
static bool is_house_of_line(const struct sheet *sheet, size_t index)
{
    const struct block *block = sheet->passage->block;
    bool listed = block && (block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW) && sheet->date_count == 1;
    unsigned char byte = (unsigned char)sheet->passage->text[sheet->items[index].begin];
    return listed && byte >= 'A' && byte <= 'Z' && venue_at(&sheet->passage->lexis, index).rank >= VENUE_ADDRESS;
}

static bool closes_segment(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index], *next = lexeme + 1;
    if (lexeme->kind == LEXEME_WORD) /* "14 mai matin" */
        return grammar_lists(sheet->grammar->day_parts, lexeme->word) &&
               (next->kind == LEXEME_SIGN || grammar_lists(sheet->grammar->day_parts, next->word));
    if (lexeme->kind != LEXEME_SIGN)
        return false;
    if (lexeme->sign == LEXEME_END || strchr("\n-:)]|!(\"*_;oP", lexeme->sign)) /* also an emoji: "24.05.22 8h45 📍 Ségur" */
        return true;
    if (lexeme->sign == '.')
        return next->spaced;
    return lexeme->sign == ',' && next->kind == LEXEME_WORD && (grammar_lists(sheet->grammar->place_words, next->word) || is_house_of_line(sheet, index + 1));
}

/* "Date :" stands before this lexeme. */
static bool follows_label(const struct sheet *sheet, size_t index)
{
    bool sign = index > 1 && (lexis_is_sign(&sheet->items[index - 1], ':') || lexis_is_sign(&sheet->items[index - 1], '?'));
    return sign && grammar_lists(sheet->grammar->labels, sheet->items[index - 2].word);
}

/* "Vide-grenier du village. Dimanche 16 mars 2025.": the end of a sentence stands right before this lexeme, and something that takes place was named
 * before it. */
static bool stands_behind_stop(const struct sheet *sheet, size_t index)
{
    const struct lexeme *before = index ? &sheet->items[index - 1] : NULL;
    bool stop = before && !opens_segment(sheet, index) && (lexis_is_sign(before, '.') || lexis_is_sign(before, '!'));
    return stop && (sheet->passage->meets || survey_names(sheet->passage, 0, index, CUE_EVENT) || survey_names(sheet->passage, 0, index, CUE_MEET));
}

/* How the date lies between the signs around it. */
static void find_frame(const struct sheet *sheet, const struct hour *hour, struct question *question)
{
    size_t begin = sentences_before_articles(sheet, hour->found && hour->first < question->first ? hour->first : question->first);
    size_t end = hour->glued && hour->end_index > question->end ? hour->end_index : question->end;
    const struct lexeme *before = begin ? &sheet->items[begin - 1] : NULL;
    question->follows_stop = stands_behind_stop(sheet, begin);
    question->alone = (question->follows_stop || opens_segment(sheet, begin)) && closes_segment(sheet, end);
    question->labelled = follows_label(sheet, begin);
    bool from_start = !before || lexis_is_sign(before, LEXEME_LINE) || lexis_is_sign(before, LEXEME_CALENDAR);
    end += lexis_is_sign(&sheet->items[end], '.') || lexis_is_sign(&sheet->items[end], '!');
    question->whole = question->alone && from_start && (end >= sheet->count || lexis_is_sign(&sheet->items[end], LEXEME_LINE));
}

/* No other date stands in another cell of the row. */
static bool is_lone_cell(const struct sheet *sheet, size_t index)
{
    const struct block *block = sheet->passage->block;
    bool lone = true;
    if (!block || block->kind != BLOCK_ROW)
        return true;
    if (index > 0)
        for (size_t i = sheet->dates[index - 1].end; i < sheet->dates[index].first && lone; i++)
            lone = !lexis_is_sign(&sheet->items[i], '|');
    if (index + 1 < sheet->date_count)
        for (size_t i = sheet->dates[index].end; i < sheet->dates[index + 1].first && lone; i++)
            lone = !lexis_is_sign(&sheet->items[i], '|');
    return lone;
}

/* One of these words stands within the days themselves. */
static bool joins_by(const struct sheet *sheet, const struct date_mention *date, const char *const *words)
{
    for (size_t i = date->first; i < date->end; i++)
        if (lexis_is_word_of(&sheet->items[i], words))
            return true;
    return false;
}

/* The date fills a pair of brackets behind a word. */
static bool is_enclosed(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = sentences_before_articles(sheet, date->first);
    return at > 1 && lexis_is_sign(&sheet->items[at - 1], '(') && sheet->items[at - 2].kind == LEXEME_WORD && lexis_is_sign(&sheet->items[date->end], ')');
}

/* One of several days is struck through: "~~12 mars~~, 9 avril". */
static bool is_span_struck(const struct sheet *sheet, const struct date_span *span)
{
    return span->end > 0 && passages_spans_are_struck(sheet->passage, sheet->items[span->end - 1].begin);
}

static bool are_all_struck(const struct sheet *sheet, const struct date_mention *date)
{
    for (size_t i = 0; date->span_count > 1 && i < date->span_count; i++)
        if (!is_span_struck(sheet, &date->spans[i]))
            return false;
    bool number = date->span_count == 1 && is_span_struck(sheet, &date->spans[0]); /* "vendredi ~~10~~ 17 février" */
    return number || passages_spans_are_struck(sheet->passage, sheet->items[date->first].begin);
}

/* About how many days a stretch lasts. */
static int days_of(const struct date_span *span)
{
    enum { MONTH_DAYS = 30, YEAR_MONTHS = 12 };
    int months = span->last.month - span->first.month;
    return (months < 0 ? months + YEAR_MONTHS : months) * MONTH_DAYS + span->last.day - span->first.day;
}

/* "le 17 juin avant 16h" */
static bool is_before_hour(const struct sheet *sheet, const struct hour *hour)
{
    size_t cue = survey_cue_from(sheet->passage, hour->first);
    bool ends = hour->found && hour->glued && hour->start < 0 && hour->end >= 0;
    return ends && cue < sheet->passage->cue_count && sheet->passage->cues[cue].first == hour->first && sheet->passage->cues[cue].kind == CUE_BEFORE;
}

/* What the hour of the date says. */
static void ask_hour(const struct sheet *sheet, const struct hour *hour, struct question *question)
{
    question->has_hour = hour->found;
    question->has_stretch = hour->found && hour->start >= 0 && hour->end >= 0;
    question->both = hour->found && hour->both;
    question->hour_glued = hour->glued;
    question->before_hour = !question->range && is_before_hour(sheet, hour);
}

/* "du 8 au 19 juillet", "du 8 au 19 juillet, puis du 22 août au 13 septembre". */
static bool are_ranges(const struct date_mention *date)
{
    bool ranges = true;
    for (size_t i = 0; i < date->span_count && ranges; i++)
        ranges = date->spans[i].range;
    return ranges;
}

static struct question ask(struct sheet *sheet, size_t index, const struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    const struct date_span *span = &date->spans[0];
    struct question question = {.passage = sheet->passage, .grammar = sheet->grammar, .covered = sheet->covered, .first = date->first, .end = date->end};
    question.after = sheet->standing;
    question.before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    sentences_set(sheet, &question, span->first.weekday >= 0 || hour->found);
    question.range = are_ranges(date);
    question.spell = question.range && days_of(span) > SPELL_DAYS;
    question.several = date->span_count > 1 || span->range;
    question.either = question.several && !span->range && joins_by(sheet, date, sheet->grammar->either); /* "19-20 février ou 18-19 mars" are sessions */
    question.struck = are_all_struck(sheet, date);
    question.enclosed = is_enclosed(sheet, date);
    question.column = sheet_column(sheet, date->first);
    question.quoted = sheet_is_quoted(sheet, date->first);
    question.lone_cell = is_lone_cell(sheet, index);
    question.weekday = span->first.weekday >= 0;
    ask_hour(sheet, hour, &question);
    find_frame(sheet, hour, &question);
    question.named = passages_spans_name(sheet->passage, sheet->items[date->first].begin);
    question.bounds = question.several && sheet->passage->meets && !sheet->passage->calls &&
                      (closes_segment(sheet, date->end) || sentences_before_articles(sheet, date->first) == question.begin);
    return question;
}

/* "Fermé les 24 et 31 décembre, ainsi que les 25 et 26": what no event is told of holds for the days that are added to it. */
static bool is_added_to_silence(const struct sheet *sheet, size_t index, const struct verdict *before)
{
    if (!before->silent || before->kind != READING_NONE || before->why != WHY_WORDS || !readings_lean(sheet, index))
        return false;
    size_t end = sheet->dates[index - 1].end;
    for (size_t cue = survey_cue_from(sheet->passage, end); cue < sheet->passage->cue_count && sheet->passage->cues[cue].first < sheet->dates[index].first; cue++)
        if (!sheet->covered[sheet->passage->cues[cue].first]) /* "à partir de 12 h" */
            return false;
    for (size_t i = end; i < sheet->dates[index].first; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->again))
            return true;
    return false;
}

void readings_append(struct arena *arena, struct readings *readings, const struct reading *reading)
{
    readings->items = arena_grow(arena, readings->items, readings->count, &readings->capacity, sizeof *readings->items);
    readings->items[readings->count++] = *reading;
}

static void set_minutes(struct reading *reading, const struct hour *hour)
{
    reading->start_minutes = hour->start;
    reading->end_minutes = hour->end;
    reading->zone = hour->zone;
    if (reading->kind == READING_DEADLINE) {
        /* One hour is when it ends; a stretch is when the desk is open. */
        reading->end_minutes = hour->both ? hour->end : hour->start >= 0 && hour->end >= 0 ? -1 : hour->start >= 0 ? hour->start : hour->end;
        reading->start_minutes = -1;
    } else if (hour->start < 0) {
        reading->end_minutes = -1;
    }
}

static void quote(const struct sheet *sheet, struct reading *reading, const struct date_mention *date, const struct verdict *verdict,
                  const struct hour *hour)
{
    size_t first = sentences_before_articles(sheet, date->first), end = date->end;
    if (verdict->quote < first)
        first = verdict->quote;
    if (hour->found && hour->first < first && hour->glued)
        first = hour->first;
    if (hour->found && hour->end_index > end && (hour->glued || hour->end_index < end + 12))
        end = hour->end_index;
    while (lexis_is_word_of(&sheet->items[end], sheet->grammar->included))
        end++;
    reading->begin = sheet->items[first].begin;
    reading->end = sheet->items[end - 1].end;
    if (sheet->items[end].sign == ')' && memchr(sheet->passage->text + reading->begin, '(', reading->end - reading->begin))
        reading->end = sheet->items[end].end;
    reading->date_begin = sheet->items[date->first].begin;
    reading->line = passages_line(sheet->passage, reading->date_begin);
}

/* Second looks at a date of which the first said nothing: it leans on the one before, or has an hour further on in its sentence. */
static struct verdict look_again(struct sheet *sheet, size_t index, struct question *question, const struct verdict *before, struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    if (before->kind == READING_EVENT && !before->formerly && question->lone_cell && (readings_lean_of_event(sheet, index) || readings_lean_on_same(sheet, index)))
        return (struct verdict){.kind = READING_EVENT, .strong = before->strong, .off = verdict_off_behind(question), .quote = date->first};
    if (readings_tour_stops(sheet, index))
        return (struct verdict){.kind = READING_EVENT, .strong = true, .off = verdict_off_behind(question), .quote = date->first};
    struct verdict nothing = {.kind = READING_NONE, .why = WHY_UNCLEAR, .quote = date->first};
    struct verdict next = before->kind == READING_DEADLINE ? readings_next_deadline(sheet, index, question, before) : nothing;
    if (next.kind == READING_DEADLINE)
        return next;
    if (hour->found || !sheet_hour_behind(sheet, date, question->before, false, hour) ||
        sheet->items[hour->first].sentence != sheet->items[date->first].sentence)
        return nothing;
    question->has_hour = true;
    return verdict_of(question);
}

/* Two stretches of one day, hours apart: nobody stays for both. */
static void add_stretches(struct arena *arena, struct readings *readings, struct reading reading, const struct hour *hour, bool single)
{
    const struct returns *returns = &hour->returns;
    bool days = single || returns->pause < 0; /* two stretches of several days may be one of each */
    if (reading.kind == READING_EVENT && returns->told && days && !reading.span.range) {
        struct reading later = reading;
        int length = reading.lasting ? reading.end_minutes - reading.start_minutes : -1; /* of each */
        later.start_minutes = returns->start;
        later.end_minutes = length > 0 ? later.start_minutes + length : later.end_minutes;
        later.end = hour->again_end ? reading.passage->lexis.items[hour->again_end - 1].end : reading.end;
        reading.end_minutes = length > 0 ? reading.start_minutes + length : returns->pause;
        readings_append(arena, readings, &reading);
        for (size_t i = 0; i < returns->more_count; i++) {
            reading.start_minutes = returns->more[i];
            reading.end_minutes = length > 0 ? reading.start_minutes + length : reading.end_minutes;
            readings_append(arena, readings, &reading);
        }
        reading = later;
    }
    readings_append(arena, readings, &reading);
}

/* These words, one behind the other, begin at a lexeme. */
static bool has_words_at(const struct sheet *sheet, size_t at, const char *const *words)
{
    while (*words && at < sheet->count && lexis_is_word(&sheet->items[at], *words))
        words++, at++;
    return !*words;
}

/* "le 24 novembre, toute la journée", signs left out, or "toute la journée du 24 novembre". */
static bool takes_all_day(const struct sheet *sheet, const struct date_mention *date)
{
    size_t behind = date->end, before = sentences_before_articles(sheet, date->first), length = 0;
    while (behind < sheet->count && sheet->items[behind].kind == LEXEME_SIGN && sheet->items[behind].sentence == sheet->items[date->first].sentence)
        behind++;
    while (sheet->grammar->whole_day[length])
        length++;
    return has_words_at(sheet, behind, sheet->grammar->whole_day) || (before >= length && has_words_at(sheet, before - length, sheet->grammar->whole_day));
}

/* Nothing says that the day is not that of publication. */
static bool is_bare(const struct question *question, const struct hour *hour)
{
    return (question->whole || (question->alone && question->first == 0)) && !question->weekday && !hour->found;
}

static void add_spans(struct arena *arena, struct readings *readings, const struct sheet *sheet, size_t index, const struct verdict *verdict,
                      const struct hour *hour, const struct question *question)
{
    const struct date_mention *date = &sheet->dates[index];
    for (size_t i = 0; i < date->span_count; i++) {
        struct reading reading = {.kind = verdict->kind, .span = date->spans[i], .passage = sheet->passage, .mention = date->first};
        if (verdict->kind == READING_EVENT)
            readings_weekdays_from_above(sheet, &reading.span);
        reading.exclusive = readings_included_excludes(sheet, date, verdict);
        reading.moved = verdict->moved;
        reading.off = verdict->off || (date->span_count > 1 && is_span_struck(sheet, &date->spans[i]));
        reading.announced = verdict->announced;
        reading.invited = verdict->invited;
        reading.of_link = question->enclosed && passages_spans_link_before(sheet->passage, sheet->items[sentences_before_articles(sheet, date->first)].begin);
        reading.over = verdict->over;
        reading.alike = verdict->alike;
        reading.likely = verdict->likely;
        reading.ruled = verdict->ruled;
        reading.why = (int)verdict->why;
        reading.strong = verdict->strong || hour->found;
        reading.labelled = question->labelled;
        reading.whole_day = takes_all_day(sheet, date);
        reading.both = hour->both;
        reading.alone = question->alone && !question->enclosed && !question->follows_stop;
        reading.bare = is_bare(question, hour);
        set_minutes(&reading, hour);
        quote(sheet, &reading, date, verdict, hour);
        if (reading.kind == READING_DEADLINE && reading.end_minutes < 0 && readings_included_till_noon(sheet, date->end))
            reading.end_minutes = NOON_MINUTES;
        bool open = reading.end_minutes < 0;
        reading.end_minutes = readings_lasting_end(sheet, date, &reading);
        reading.lasting = open && reading.end_minutes >= 0;
        reading.time_line = hour->found ? passages_line(sheet->passage, sheet->items[hour->first].begin) : 0;
        add_stretches(arena, readings, reading, hour, date->span_count == 1);
    }
}

/* An event puts off the days before it, takes the hour that stands further off, and does not begin at 23h59: something ends then. */
static void settle_event(struct readings *readings, struct sheet *sheet, size_t index, const struct question *question, struct verdict *verdict,
                         struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    if (verdict->moved)
        readings_off_earlier(readings, sheet, date);
    if (!hour->found && !sheet_hour_behind(sheet, date, question->before, false, hour))
        sheet_hour_earlier(sheet, date, question->after, hour);
    if ((hour->start >= DAY_MINUTES && sheet->items[hour->first].kind == LEXEME_NUMBER) || (!hour->glued && hour->start > 0 && hour->start < NIGHT_MINUTES && hour->end < 0))
        hour->start = -1; /* "24 heures pour coder", "de la tombée de la nuit à 1h" */
    if (hour->start >= LAST_MINUTES && hour->end < 0)
        verdict->kind = READING_DEADLINE;
    if (hour->found && !hour->glued && !ballots_allow(sheet, date->first, hour->first, hour->end_index))
        *hour = (struct hour){.start = -1, .end = -1};
}

/* "le lundi 26 mai à Stenay, place de la République, de 9h à 12h": a stretch further on in the sentence of a day with its weekday. */
static void take_stretch_of_day(struct sheet *sheet, size_t index, struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    size_t at = sheet_time_from(sheet, date->end), before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    const struct time_mention *time = at < sheet->time_count ? &sheet->times[at] : NULL;
    bool single = date->span_count == 1 && !date->spans[0].range && date->spans[0].first.weekday >= 0;
    bool opened = date->span_count == 1 && !date->spans[0].range && sentences_have(sheet, sheet->items[date->first].sentence, CUE_OPEN); /* "… seront ouverts de 10h à 18h" */
    if (!hour->found && (single || opened) && time && time->start >= 0 && time->end >= 0 && time->first < before && sheet->items[time->first].sentence == sheet->items[date->first].sentence)
        sheet_hour_behind(sheet, date, before, false, hour);
}

/* "Ouverture des portes jeudi 19 octobre à 8h30, clôture vendredi 20 octobre à 17h": what ends is what began before in the sentence. */
static bool closes_event_before(const struct sheet *sheet, size_t index, const struct verdict *before)
{
    const struct lexeme *items = sheet->items;
    bool same = index > 0 && before->kind == READING_EVENT && items[sheet->dates[index - 1].first].sentence == items[sheet->dates[index].first].sentence;
    return same && !passages_has_cue(sheet->passage, CUE_CALL) && !passages_has_cue(sheet->passage, CUE_ADDRESS);
}

/* What the day before it in the sentence says of it. */
static struct verdict beside_last(const struct sheet *sheet, size_t index, const struct verdict *before, const struct verdict *verdict)
{
    size_t first = sheet->dates[index].first;
    if (verdict->kind == READING_DEADLINE && verdict->listed && closes_event_before(sheet, index, before))
        return (struct verdict){.kind = READING_NONE, .silent = true, .why = WHY_WORDS, .quote = first};
    if (verdict->kind == READING_NONE && verdict->why == WHY_UNASKED && before->kind == READING_DEADLINE && readings_next_has_lead(sheet, index))
        return (struct verdict){.kind = READING_DEADLINE, .strong = true, .exclusive = before->exclusive, .quote = verdict->quote};
    return *verdict;
}

/* What the rules say of it. */
static struct verdict look(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *before)
{
    if (before->kind == READING_DEADLINE && readings_next_is_parallel(sheet, index))
        return (struct verdict){.kind = READING_DEADLINE, .strong = true, .listed = true, .exclusive = before->exclusive, .quote = sheet->dates[index].first};
    if (is_added_to_silence(sheet, index, before))
        return (struct verdict){.silent = true, .why = WHY_WORDS, .quote = sheet->dates[index].first};
    if (sheet->habitual[index])
        return (struct verdict){.silent = true, .why = WHY_HABIT, .quote = sheet->dates[index].first};
    return verdict_of(question);
}

static struct verdict read_date(struct arena *arena, struct readings *readings, struct sheet *sheet, size_t index, const struct verdict *before)
{
    const struct date_mention *date = &sheet->dates[index];
    if (!readings_weak_is_day(sheet, date))
        return (struct verdict){.kind = READING_NONE, .quote = date->first};
    struct hour hour = sheet_find_hour(sheet, index);
    take_stretch_of_day(sheet, index, &hour);
    struct question question = ask(sheet, index, &hour);
    struct verdict verdict = look(sheet, index, &question, before);
    verdict = beside_last(sheet, index, before, &verdict);
    if (verdict.kind == READING_DEADLINE && readings_named_day(sheet, index))
        verdict = (struct verdict){.kind = readings_named_event(sheet, index) ? READING_EVENT : READING_NONE, .silent = true, .why = WHY_WORDS, .quote = verdict.quote};
    if (verdict.kind == READING_NONE && !verdict.silent)
        verdict = look_again(sheet, index, &question, before, &hour);
    if (readings->count < LOOKED_MOST)
        verdict = readings_alike(sheet, index, &question, &verdict);
    if (verdict.kind == READING_NONE) {
        if (!date->weak)
            add_spans(arena, readings, sheet, index, &verdict, &hour, &question);
        return verdict;
    }
    if (verdict.kind == READING_EVENT)
        settle_event(readings, sheet, index, &question, &verdict, &hour);
    add_spans(arena, readings, sheet, index, &verdict, &hour, &question);
    return verdict;
}

void readings_add_hours(struct arena *arena, struct readings *readings, const struct hours *hours)
{
    if (hours->lone) {
        readings->lone = arena_grow(arena, readings->lone, readings->lone_count, &readings->lone_capacity, sizeof *readings->lone);
        readings->lone[readings->lone_count++] = *hours;
        return;
    }
    readings->hours = arena_grow(arena, readings->hours, readings->hours_count, &readings->hours_capacity, sizeof *readings->hours);
    readings->hours[readings->hours_count++] = *hours;
}

void readings_add(struct arena *arena, struct readings *readings, const struct passage *passage, const struct grammar *grammar)
{
    struct sheet sheet = sheet_open(arena, passage, grammar);
    struct verdict before = {.kind = READING_NONE};
    size_t from = readings->count;
    for (size_t i = 0; i < sheet.date_count; i++) {
        before = read_date(arena, readings, &sheet, i, &before);
        if (!are_all_struck(&sheet, &sheet.dates[i]) && !readings_named_day(&sheet, i))
            sheet.standing = sheet.dates[i].end; /* what is struck through is not there; a day in a name stands aside */
    }
    readings_eve_add(arena, readings, &sheet, from);
    readings_that_day(readings, &sheet, from);
    readings_off_opening(readings, &sheet, from);
    readings_off_by_badge(readings, &sheet, from);
    readings_off_together(readings, &sheet, from);
    readings_share_hours(readings, &sheet, from);
    readings_close(readings, &sheet, from);
    likeness_hours_add(arena, readings, &sheet); /* before hours are taken that no day took */
    readings_hours_add(arena, readings, &sheet);
}
