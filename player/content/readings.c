#include "content/readings.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/times.h"
#include "content/verdict.h"

#include <assert.h>
#include <string.h>

enum { COVER_TIME = 1, COVER_DATE = 2 };
enum { GLUE_REACH = 7, SENTENCE_REACH = 45, BLOCK_REACH = 90, SHORT_WORDS = 5 };

/* One passage while it is read. */
struct sheet {
    const struct passage *passage;
    const struct grammar *grammar;
    const struct lexeme *items;
    size_t count;
    struct date_mention *dates;
    size_t date_count;
    struct time_mention *times;
    size_t time_count;
    bool *used;             /* of times */
    unsigned char *covered; /* of lexemes */
    size_t *inner;          /* of dates: 1 + the hour of the first day within a range, 0: none */
};

/* The hour that belongs to a date. */
struct hour {
    bool found;
    bool glued; /* right behind or right before the date */
    int start;
    int end;
    bool both; /* `start` is of the first day, `end` of the last: "du 3 juin 18h au 5 juin 17h" */
    size_t first;
    size_t end_index;
};

static bool is_glue(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index];
    if (lexeme->kind == LEXEME_WORD)
        return grammar_lists(sheet->grammar->fillers, lexeme->word) || grammar_lists(sheet->grammar->articles, lexeme->word) ||
               grammar_lists(sheet->grammar->at, lexeme->word);
    return lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("(),-:T*\"[]oD|", lexeme->sign);
}

static bool is_glued(const struct sheet *sheet, size_t from, size_t to)
{
    if (to - from > GLUE_REACH)
        return false;
    for (size_t i = from; i < to; i++)
        if (!is_glue(sheet, i))
            return false;
    return true;
}

/* "[14h–14h30] Accueil", "9h30 : introduction": a slot of a programme, not the hour of the day. */
static bool is_slot(const struct sheet *sheet, const struct time_mention *time)
{
    assert(sheet->items); /* where a time was found there are lexemes */
    const struct lexeme *before = time->first ? &sheet->items[time->first - 1] : NULL;
    const struct lexeme *behind = &sheet->items[time->end_index];
    bool opens = !before || before->sign == LEXEME_LINE || before->sign == '[' || before->sign == '(' || before->sign == '*';
    if (before && before->sign == '[')
        return true;
    return opens && (lexis_is_sign(behind, ':') || (lexis_is_sign(behind, '-') && sheet->items[time->end_index + 1].kind == LEXEME_WORD) ||
                     lexis_is_sign(behind, '|'));
}

static void hour_take(struct sheet *sheet, struct hour *hour, size_t index, bool glued)
{
    const struct time_mention *time = &sheet->times[index];
    *hour = (struct hour){.found = true, .glued = glued, .start = time->start, .end = time->end, .first = time->first, .end_index = time->end_index};
    sheet->used[index] = true;
    /* "9h–12h et 14h–17h": the day goes on. */
    for (size_t i = index + 1; i < sheet->time_count; i++) {
        const struct time_mention *next = &sheet->times[i];
        if (next->start < 0 || next->end < 0 || hour->end < 0 || next->start < hour->end || !is_glued(sheet, hour->end_index, next->first))
            break;
        hour->end = next->end;
        hour->end_index = next->end_index;
        sheet->used[i] = true;
    }
}

/* Index of the first hour that begins at or behind a lexeme. */
static size_t time_from(const struct sheet *sheet, size_t lexeme)
{
    size_t low = 0, high = sheet->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->times[middle].first < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "à 14h, le mardi 3 mai": right before. */
static bool hour_before(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour)
{
    size_t at = time_from(sheet, date->first);
    if (at == 0)
        return false;
    const struct time_mention *time = &sheet->times[at - 1];
    if (sheet->used[at - 1] || time->first < after || time->end_index > date->first || !is_glued(sheet, time->end_index, date->first))
        return false;
    hour_take(sheet, hour, at - 1, true);
    return true;
}

/* An hour that is not glued to the date but may still be its own: in the same sentence, or later where it cannot be a slot. */
static bool may_belong(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    if (sheet->items[time->first].sentence == sheet->items[date->first].sentence && time->first < date->end + SENTENCE_REACH)
        return true;
    return !is_slot(sheet, time) && time->first <= date->end + BLOCK_REACH && time->start >= 0 && (time->end >= 0 || time->introduced);
}

/* An hour behind the date, before the next date. */
static bool hour_behind(struct sheet *sheet, const struct date_mention *date, size_t before, bool only_glued, struct hour *hour)
{
    for (size_t i = time_from(sheet, date->end); i < sheet->time_count && sheet->times[i].first < before; i++) {
        const struct time_mention *time = &sheet->times[i];
        bool glued = is_glued(sheet, date->end, time->first);
        if (sheet->used[i] || (!glued && (only_glued || !may_belong(sheet, date, time))))
            return false;
        if (!glued && time->start < 0)
            continue;
        hour_take(sheet, hour, i, glued);
        return true;
    }
    return false;
}

/* A single hour of the same sentence, before the date but not beside it: "de 10h à 12h aura lieu l'atelier du 3 mai". */
static bool hour_earlier(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour)
{
    size_t at = time_from(sheet, date->first);
    if (at == 0)
        return false;
    const struct time_mention *time = &sheet->times[at - 1];
    if (sheet->used[at - 1] || time->first < after || time->end < 0 || time->start < 0 || time->first + SENTENCE_REACH < date->first ||
        sheet->items[time->first].sentence != sheet->items[date->first].sentence || is_slot(sheet, time))
        return false;
    hour_take(sheet, hour, at - 1, false);
    return true;
}

/* The lexeme before the date's own articles. */
static size_t before_articles(const struct sheet *sheet, size_t index)
{
    while (index > 0 && sheet->items[index - 1].kind == LEXEME_WORD && grammar_lists(sheet->grammar->articles, sheet->items[index - 1].word))
        index--;
    return index;
}

static bool opens_segment(const struct sheet *sheet, size_t index)
{
    index = before_articles(sheet, index);
    if (index == 0)
        return true;
    const struct lexeme *before = &sheet->items[index - 1];
    const struct block *block = sheet->passage->block;
    bool heading = block ? block->kind == BLOCK_HEADING : sheet->passage->role == PASSAGE_TITLE;
    if (lexis_is_sign(before, ',')) /* "La Nuit du code, du 9 au 10 juin" */
        return heading;
    return before->kind == LEXEME_SIGN && before->sign && strchr("\n-:([|\"*>DoT?_", before->sign);
}

static bool closes_segment(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index], *next = lexeme + 1;
    if (lexeme->kind == LEXEME_WORD) /* "14 mai matin" */
        return grammar_lists(sheet->grammar->day_parts, lexeme->word) &&
               (next->kind == LEXEME_SIGN || grammar_lists(sheet->grammar->day_parts, next->word));
    if (lexeme->kind != LEXEME_SIGN)
        return false;
    if (lexeme->sign == LEXEME_END || strchr("\n-:)]|!(\"*_;", lexeme->sign))
        return true;
    if (lexeme->sign == '.')
        return next->spaced;
    return lexeme->sign == ',' && next->kind == LEXEME_WORD && grammar_lists(sheet->grammar->place_words, next->word);
}

/* "4/12" is a day only where a day is expected. */
static bool weak_is_day(const struct sheet *sheet, const struct date_mention *date)
{
    if (!date->weak)
        return true;
    const struct lexeme *before = date->first ? &sheet->items[date->first - 1] : NULL;
    if (!before || before->sign == LEXEME_LINE)
        return true;
    return before->kind == LEXEME_WORD && grammar_lists(sheet->grammar->articles, before->word) && strcmp(before->word, "de") != 0 &&
           strcmp(before->word, "des") != 0 && strcmp(before->word, "les") != 0;
}

/* The lexemes of the sentence around a date, at most BLOCK_REACH on either side. */
static void find_sentence(const struct sheet *sheet, struct question *question)
{
    int sentence = sheet->items[question->first].sentence;
    question->begin = question->first;
    while (question->begin > 0 && sheet->items[question->begin - 1].sentence == sentence && question->first - question->begin < BLOCK_REACH)
        question->begin--;
    question->stop = question->end;
    while (question->stop < sheet->count && sheet->items[question->stop].sentence == sentence && question->stop - question->end < BLOCK_REACH)
        question->stop++;
}

/* "Date :" stands before this lexeme. */
static bool follows_label(const struct sheet *sheet, size_t index)
{
    return index > 1 && lexis_is_sign(&sheet->items[index - 1], ':') && grammar_lists(sheet->grammar->labels, sheet->items[index - 2].word);
}

/* How the date lies between the signs around it. */
static void find_frame(const struct sheet *sheet, const struct hour *hour, struct question *question)
{
    size_t begin = before_articles(sheet, hour->found && hour->first < question->first ? hour->first : question->first);
    size_t end = hour->glued && hour->end_index > question->end ? hour->end_index : question->end;
    const struct lexeme *before = begin ? &sheet->items[begin - 1] : NULL;
    question->alone = opens_segment(sheet, begin) && closes_segment(sheet, end);
    question->labelled = follows_label(sheet, begin);
    bool from_start = !before || lexis_is_sign(before, LEXEME_LINE) || lexis_is_sign(before, LEXEME_CALENDAR);
    end += lexis_is_sign(&sheet->items[end], '.') || lexis_is_sign(&sheet->items[end], '!');
    question->whole = question->alone && from_start && (end >= sheet->count || lexis_is_sign(&sheet->items[end], LEXEME_LINE));
}

static struct question ask(const struct sheet *sheet, size_t index, const struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    const struct date_span *span = &date->spans[0];
    struct question question = {.passage = sheet->passage, .grammar = sheet->grammar, .covered = sheet->covered, .first = date->first, .end = date->end};
    question.after = index ? sheet->dates[index - 1].end : 0;
    question.before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    find_sentence(sheet, &question);
    question.range = date->span_count == 1 && span->range;
    question.several = date->span_count > 1 || span->range;
    question.weekday = span->first.weekday >= 0;
    question.has_hour = hour->found;
    question.has_stretch = hour->found && hour->start >= 0 && hour->end >= 0;
    question.hour_glued = hour->glued;
    find_frame(sheet, hour, &question);
    return question;
}

/* Nothing stands between two dates of a sentence that could tell them apart: "le 3 juin à 14h et le 5 juin à 10h". */
static bool leans_on(const struct sheet *sheet, size_t index)
{
    if (index == 0)
        return false;
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    if (sheet->items[before->first].sentence != sheet->items[date->first].sentence || date->first - before->end > 12)
        return false;
    for (size_t i = before->end; i < date->first; i++)
        if (!sheet->covered[i] && !is_glue(sheet, i) && !(sheet->items[i].kind == LEXEME_WORD && grammar_lists(sheet->grammar->and, sheet->items[i].word)))
            return false;
    return true;
}

static void add_reading(struct arena *arena, struct readings *readings, const struct reading *reading)
{
    readings->items = arena_grow(arena, readings->items, readings->count, &readings->capacity, sizeof *readings->items);
    readings->items[readings->count++] = *reading;
}

/* The hour of a deadline must touch it; that of an event may stand further off. */
static struct hour find_hour(struct sheet *sheet, size_t index)
{
    struct hour hour = {.start = -1, .end = -1};
    const struct date_mention *date = &sheet->dates[index];
    size_t after = index ? sheet->dates[index - 1].end : 0;
    size_t before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    if (!hour_behind(sheet, date, before, true, &hour) && !sheet->inner[index])
        hour_before(sheet, date, after, &hour);
    if (sheet->inner[index]) {
        const struct time_mention *time = &sheet->times[sheet->inner[index] - 1];
        hour.end = hour.found && hour.end < 0 ? hour.start : -1;
        hour.end_index = hour.found ? hour.end_index : date->end;
        hour.start = time->start;
        hour.first = time->first;
        hour.found = hour.both = hour.glued = true;
    }
    return hour;
}

static void set_minutes(struct reading *reading, const struct hour *hour)
{
    reading->start_minutes = hour->start;
    reading->end_minutes = hour->end;
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
    size_t first = before_articles(sheet, date->first), end = date->end;
    if (verdict->quote < first)
        first = verdict->quote;
    if (hour->found && hour->first < first && hour->glued)
        first = hour->first;
    if (hour->found && hour->end_index > end && (hour->glued || hour->end_index < end + 12))
        end = hour->end_index;
    while (sheet->items[end].kind == LEXEME_WORD && grammar_lists(sheet->grammar->included, sheet->items[end].word))
        end++;
    reading->begin = sheet->items[first].begin;
    reading->end = sheet->items[end - 1].end;
    if (sheet->items[end].sign == ')' && memchr(sheet->passage->text + reading->begin, '(', reading->end - reading->begin))
        reading->end = sheet->items[end].end;
    reading->date_begin = sheet->items[date->first].begin;
    reading->line = passages_line(sheet->passage, reading->date_begin);
}

/* "avant le 7 mai inclus" counts the day. */
static bool is_included(const struct sheet *sheet, size_t end)
{
    const struct lexeme *lexeme = &sheet->items[end];
    if (lexis_is_sign(lexeme, '(') || lexis_is_sign(lexeme, ','))
        lexeme++;
    return lexeme->kind == LEXEME_WORD && grammar_lists(sheet->grammar->included, lexeme->word);
}

/* Second looks at a date of which the first said nothing: it leans on the one before, or has an hour further on in its sentence. */
static struct verdict look_again(struct sheet *sheet, size_t index, struct question *question, const struct verdict *before, struct hour *hour)
{
    const struct date_mention *date = &sheet->dates[index];
    if (before->kind == READING_EVENT && leans_on(sheet, index))
        return (struct verdict){.kind = READING_EVENT, .strong = before->strong, .quote = date->first};
    struct verdict nothing = {.kind = READING_NONE, .quote = date->first};
    if (hour->found || !hour_behind(sheet, date, question->before, false, hour) ||
        sheet->items[hour->first].sentence != sheet->items[date->first].sentence)
        return nothing;
    question->has_hour = true;
    return verdict_of(question);
}

static void add_spans(struct arena *arena, struct readings *readings, const struct sheet *sheet, size_t index, const struct verdict *verdict,
                      const struct hour *hour, const struct question *question)
{
    const struct date_mention *date = &sheet->dates[index];
    for (size_t i = 0; i < date->span_count; i++) {
        struct reading reading = {.kind = verdict->kind, .span = date->spans[i], .passage = sheet->passage, .mention = date->first};
        reading.exclusive = verdict->exclusive && !is_included(sheet, date->end);
        reading.moved = verdict->moved;
        reading.off = verdict->off;
        reading.strong = verdict->strong || hour->found;
        reading.alone = question->alone;
        reading.bare = question->whole && !question->weekday && !hour->found;
        set_minutes(&reading, hour);
        quote(sheet, &reading, date, verdict, hour);
        reading.time_line = hour->found ? passages_line(sheet->passage, sheet->items[hour->first].begin) : 0;
        add_reading(arena, readings, &reading);
    }
}

static struct verdict read_date(struct arena *arena, struct readings *readings, struct sheet *sheet, size_t index, const struct verdict *before)
{
    const struct date_mention *date = &sheet->dates[index];
    if (!weak_is_day(sheet, date))
        return (struct verdict){.kind = READING_NONE, .quote = date->first};
    struct hour hour = find_hour(sheet, index);
    struct question question = ask(sheet, index, &hour);
    struct verdict verdict = verdict_of(&question);
    if (verdict.kind == READING_NONE && !verdict.silent)
        verdict = look_again(sheet, index, &question, before, &hour);
    if (verdict.kind == READING_NONE)
        return verdict;
    if (verdict.kind == READING_EVENT && !hour.found && !hour_behind(sheet, date, question.before, false, &hour))
        hour_earlier(sheet, date, question.after, &hour);
    add_spans(arena, readings, sheet, index, &verdict, &hour, &question);
    return verdict;
}

/* A passage that says hours and hardly anything else. */
static void read_hours(struct arena *arena, struct readings *readings, struct sheet *sheet)
{
    size_t words = 0;
    for (size_t i = 0; i < sheet->count; i++)
        words += sheet->items[i].kind == LEXEME_WORD && !sheet->covered[i];
    if (sheet->time_count == 0 || sheet->date_count > 0 || words > SHORT_WORDS || sheet->used[0])
        return;
    bool labelled = sheet->passage->label[0] != '\0';
    if (!labelled && (sheet->passage->role == PASSAGE_TITLE || is_slot(sheet, &sheet->times[0])))
        return;
    struct hour hour;
    hour_take(sheet, &hour, 0, false);
    if (hour.start < 0)
        return;
    readings->hours = arena_grow(arena, readings->hours, readings->hours_count, &readings->hours_capacity, sizeof *readings->hours);
    readings->hours[readings->hours_count++] = (struct hours){.passage = sheet->passage, .start_minutes = hour.start, .end_minutes = hour.end,
                                                              .line = passages_line(sheet->passage, sheet->items[hour.first].begin), .labelled = labelled};
}

/* An hour, brackets and a word for "to" are all that stands between two days. Returns 1 + the index of the hour, or 0. */
static size_t hour_between(const struct sheet *sheet, const struct date_mention *one, const struct date_mention *other)
{
    size_t at = time_from(sheet, one->end);
    const struct lexeme *joint = &sheet->items[other->first - 1];
    bool opens = one->first > 0 && grammar_lists(sheet->grammar->articles, sheet->items[one->first - 1].word);
    if (!opens || at >= sheet->time_count || sheet->times[at].end_index >= other->first || sheet->times[at].start < 0 || sheet->times[at].end >= 0)
        return 0;
    if (joint->kind != LEXEME_WORD || !grammar_lists(sheet->grammar->to, joint->word))
        return 0;
    return is_glued(sheet, one->end, sheet->times[at].first) && is_glued(sheet, sheet->times[at].end_index, other->first - 1) ? at + 1 : 0;
}

/* "du 3 juin à 18h au 5 juin à 17h": one stretch of days, with the hour of each end. */
static void join_ranges(struct sheet *sheet)
{
    size_t kept = 0;
    for (size_t i = 0; i < sheet->date_count; i++, kept++) {
        struct date_mention *date = &sheet->dates[kept];
        *date = sheet->dates[i];
        const struct date_mention *next = i + 1 < sheet->date_count ? &sheet->dates[i + 1] : NULL;
        bool single = next && date->span_count == 1 && !date->spans[0].range && next->span_count == 1 && !next->spans[0].range;
        sheet->inner[kept] = single ? hour_between(sheet, date, next) : 0;
        if (!next || !sheet->inner[kept])
            continue;
        struct date_day *first = &date->spans[0].first;
        const struct date_day *last = &next->spans[0].first;
        if (first->year == 0 && last->year != 0)
            first->year = last->year - (first->month > last->month || (first->month == last->month && first->day > last->day));
        date->spans[0].last = *last;
        date->spans[0].range = true;
        date->end = next->end;
        sheet->used[sheet->inner[kept] - 1] = true;
        i++;
    }
    sheet->date_count = kept;
}

void readings_add(struct arena *arena, struct readings *readings, const struct passage *passage, const struct grammar *grammar)
{
    struct sheet sheet = {.passage = passage, .grammar = grammar, .items = passage->lexis.items, .count = passage->lexis.count};
    sheet.dates = dates_find(arena, &passage->lexis, grammar, &sheet.date_count);
    sheet.times = times_find(arena, &passage->lexis, grammar, &sheet.time_count);
    sheet.used = arena_alloc(arena, sheet.time_count + 1);
    sheet.covered = arena_alloc(arena, sheet.count + 1);
    for (size_t i = 0; i < sheet.time_count; i++)
        memset(sheet.covered + sheet.times[i].first, COVER_TIME, sheet.times[i].end_index - sheet.times[i].first);
    for (size_t i = 0; i < sheet.date_count; i++)
        memset(sheet.covered + sheet.dates[i].first, COVER_DATE, sheet.dates[i].end - sheet.dates[i].first);
    sheet.inner = arena_alloc(arena, (sheet.date_count + 1) * sizeof *sheet.inner);
    join_ranges(&sheet);
    struct verdict before = {.kind = READING_NONE};
    for (size_t i = 0; i < sheet.date_count; i++)
        before = read_date(arena, readings, &sheet, i, &before);
    read_hours(arena, readings, &sheet);
}

char *readings_text(struct arena *arena, const struct reading *reading)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    bool blank = false;
    for (size_t i = reading->begin; i < reading->end; i++) {
        char byte = reading->passage->text[i];
        if (byte == ' ' || byte == '\n' || byte == '\t') {
            blank = buffer.length > 0;
            continue;
        }
        if (blank)
            buffer_add_char(&buffer, ' ');
        blank = false;
        buffer_add_char(&buffer, byte);
    }
    return buffer.data;
}
