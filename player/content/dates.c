#include "content/dates.h"

#include "base/arena.h"
#include "content/grammar.h"

#include <string.h>

/* Days as they are read, before their months and years are shared out. */
enum { PARTS_MOST = 2 * DATES_MOST_SPANS };

enum join { JOIN_NONE, JOIN_AND, JOIN_TO };

struct part {
    struct date_day day;
    enum join join; /* to the part before */
    size_t end;     /* the lexeme behind it */
};

struct chain {
    struct part parts[PARTS_MOST];
    size_t count;
    size_t first;
    bool slashed; /* day and month joined by "/" without a year */
};

struct reader {
    const struct lexeme *items;
    size_t count;
    const struct grammar *grammar;
};

static const struct lexeme *reader_at(const struct reader *reader, size_t index)
{
    return &reader->items[index < reader->count ? index : reader->count];
}

static int reader_month(const struct reader *reader, size_t index)
{
    const struct lexeme *lexeme = reader_at(reader, index);
    return lexeme->kind == LEXEME_WORD ? grammar_value(reader->grammar->months, lexeme->word) : -1;
}

static bool reader_lists(const struct reader *reader, size_t index, const char *const *list)
{
    const struct lexeme *lexeme = reader_at(reader, index);
    return lexeme->kind == LEXEME_WORD && grammar_lists(list, lexeme->word);
}

/* A year behind a date: four digits, or two behind an apostrophe. Moves *index behind it. */
static int read_year(const struct reader *reader, size_t *index)
{
    size_t at = *index;
    if (lexis_is_sign(reader_at(reader, at), ',') && reader->grammar->month_first)
        at++;
    const struct lexeme *lexeme = reader_at(reader, at);
    if (lexeme->kind != LEXEME_NUMBER || lexeme->digits != 4 || lexeme->number < 1900 || lexeme->number > 2199)
        return 0;
    const struct lexeme *next = reader_at(reader, at + 1);
    if (!next->spaced && (next->kind == LEXEME_WORD || lexis_is_sign(next, '%')))
        return 0;
    *index = at + 1;
    return lexeme->number;
}

/* "2024-03-18". */
static bool read_iso(const struct reader *reader, size_t index, struct part *part)
{
    const struct lexeme *year = reader_at(reader, index), *month = reader_at(reader, index + 2), *day = reader_at(reader, index + 4);
    const struct lexeme *behind = reader_at(reader, index + 5);
    for (size_t i = index + 1; i < index + 5; i++)
        if (reader_at(reader, i)->spaced)
            return false;
    if (!lexis_is_sign(reader_at(reader, index + 1), '-') || !lexis_is_sign(reader_at(reader, index + 3), '-') || month->digits != 2 ||
        day->digits != 2 || month->number > 12 || month->number < 1)
        return false;
    if (!behind->spaced && (behind->kind != LEXEME_SIGN || behind->sign == '-' || behind->sign == '_'))
        return lexis_is_word(behind, "t"); /* 2024-03-18T10:00 is left to the fields */
    part->day = (struct date_day){.year = year->number, .month = month->number, .day = day->number, .weekday = -1};
    part->end = index + 5;
    return true;
}

static int full_year(const struct lexeme *lexeme)
{
    if (lexeme->kind != LEXEME_NUMBER)
        return 0;
    if (lexeme->digits == 4)
        return lexeme->number >= 1900 && lexeme->number < 2200 ? lexeme->number : 0;
    return lexeme->digits == 2 ? 2000 + lexeme->number : 0;
}

/* "12/03/2021", "07.11.2025", "7-11-25", "4/12". */
static bool read_numbers(const struct reader *reader, size_t index, struct part *part, bool *slashed)
{
    const struct lexeme *day = reader_at(reader, index), *sign = reader_at(reader, index + 1), *month = reader_at(reader, index + 2);
    if (sign->kind != LEXEME_SIGN || !strchr("/.-", sign->sign ? sign->sign : ' ') || sign->spaced || month->spaced ||
        month->kind != LEXEME_NUMBER || month->digits > 2 || month->number < 1 || month->number > 12 || day->number < 1)
        return false;
    const struct lexeme *second = reader_at(reader, index + 3), *year = reader_at(reader, index + 4);
    bool three = lexis_is_sign(second, sign->sign) && !second->spaced && year->kind == LEXEME_NUMBER && !year->spaced;
    part->day = (struct date_day){.month = month->number, .day = day->number, .weekday = -1};
    part->end = index + 3;
    if (three) {
        part->day.year = full_year(year);
        part->end = index + 5;
        const struct lexeme *behind = reader_at(reader, part->end);
        bool more = !behind->spaced && (behind->kind != LEXEME_SIGN || ((behind->sign == sign->sign || behind->sign == '/') &&
                                                                        !reader_at(reader, part->end + 1)->spaced));
        return part->day.year != 0 && !more && (reader->grammar->day_first_numbers || day->number > 12 || day->number == month->number);
    }
    *slashed = true;
    const struct lexeme *behind = reader_at(reader, part->end);
    return sign->sign == '/' && month->digits == 2 && reader->grammar->day_first_numbers && reader_month(reader, part->end) < 0 &&
           (behind->spaced || (behind->kind == LEXEME_SIGN && !strchr("/%.", behind->sign)) || behind->sign == LEXEME_END);
}

/* The number is no day when something that counts is glued to it or stands behind it. */
static bool number_counts(const struct reader *reader, size_t index)
{
    const struct lexeme *next = reader_at(reader, index);
    if (next->kind == LEXEME_WORD)
        return grammar_lists(reader->grammar->hours, next->word) && (!next->spaced || strlen(next->word) > 1 || reader_at(reader, index + 1)->kind == LEXEME_NUMBER);
    if (next->kind == LEXEME_SIGN && !next->spaced && !reader_at(reader, index + 1)->spaced && reader_at(reader, index + 1)->kind == LEXEME_NUMBER)
        return next->sign == ':' || next->sign == ',' || next->sign == '.';
    return next->kind == LEXEME_SIGN && (next->sign == '%' || next->sign == LEXEME_OTHER) && !next->spaced;
}

/* "10", "1er", "10 mai", "10 mai 2023", "10th of May": a day whose month may still come. */
static bool read_day(const struct reader *reader, size_t index, struct part *part)
{
    const struct lexeme *number = reader_at(reader, index);
    if (number->kind == LEXEME_WORD && grammar_value(reader->grammar->days, number->word) < 0)
        return false;
    int day = number->kind == LEXEME_WORD ? grammar_value(reader->grammar->days, number->word) : number->number;
    if (day < 1 || day > 31 || number->digits > 2)
        return false;
    size_t at = index + 1;
    if (!reader_at(reader, at)->spaced && reader_lists(reader, at, reader->grammar->ordinals))
        at++;
    else if (reader_lists(reader, at, reader->grammar->ordinals) && strlen(reader_at(reader, at)->word) > 1)
        at++; /* "1 er" */
    else if (number_counts(reader, at))
        return false;
    part->day = (struct date_day){.day = day, .weekday = -1};
    part->end = at;
    if (reader_lists(reader, at, reader->grammar->articles) && reader_month(reader, at + 1) > 0)
        at++;
    int month = reader_month(reader, at);
    if (month < 0)
        return number->kind == LEXEME_NUMBER;
    at++;
    const struct lexeme *stop = reader_at(reader, at);
    if (lexis_is_sign(stop, '.') && !stop->spaced && reader_at(reader, at + 1)->kind == LEXEME_NUMBER)
        at++;
    part->day.month = month;
    part->end = at;
    part->day.year = read_year(reader, &part->end);
    return true;
}

/* "May 10", "May 10th, 2023". */
static bool read_month_first(const struct reader *reader, size_t index, struct part *part)
{
    int month = reader->grammar->month_first ? reader_month(reader, index) : -1;
    const struct lexeme *number = reader_at(reader, index + 1);
    if (month < 0 || number->kind != LEXEME_NUMBER || number->digits > 2 || number->number < 1 || number->number > 31)
        return false;
    part->end = index + 2;
    if (!reader_at(reader, part->end)->spaced && reader_lists(reader, part->end, reader->grammar->ordinals))
        part->end++;
    part->day = (struct date_day){.month = month, .day = number->number, .weekday = -1};
    part->day.year = read_year(reader, &part->end);
    return true;
}

/* A day with what stands before it: articles and a weekday. */
static bool read_part(const struct reader *reader, size_t index, struct part *part, bool *slashed)
{
    int weekday = -1;
    for (int i = 0; i < 4; i++) {
        const struct lexeme *lexeme = reader_at(reader, index);
        int value = lexeme->kind == LEXEME_WORD ? grammar_value(reader->grammar->weekdays, lexeme->word) : -1;
        if (value >= 0 && weekday < 0) {
            weekday = value;
            index++;
            const struct lexeme *stop = reader_at(reader, index);
            if ((lexis_is_sign(stop, '.') || lexis_is_sign(stop, ',')) && !stop->spaced)
                index++;
        } else if (reader_lists(reader, index, reader->grammar->articles)) {
            index++;
        } else {
            break;
        }
    }
    const struct lexeme *number = reader_at(reader, index);
    bool found = number->kind == LEXEME_NUMBER && number->digits == 4 ? read_iso(reader, index, part)
                 : number->kind == LEXEME_NUMBER && read_numbers(reader, index, part, slashed) ? true
                                                                                              : read_day(reader, index, part) || read_month_first(reader, index, part);
    if (found)
        part->day.weekday = weekday;
    return found;
}

/* What joins the part before `index` to one behind it; *index moves behind the joint. */
static enum join read_join(const struct reader *reader, size_t *index, bool between)
{
    const struct lexeme *lexeme = reader_at(reader, *index);
    size_t at = *index + 1;
    enum join join = JOIN_NONE;
    if (lexeme->kind == LEXEME_SIGN) {
        if (lexeme->sign == ',' || lexeme->sign == '&' || lexeme->sign == '/')
            join = JOIN_AND;
        else if (lexeme->sign == '-' || (lexeme->sign == '.' && lexeme->spaced && lexeme->end - lexeme->begin == strlen("…")))
            join = JOIN_TO;
        if (lexeme->sign == ',' && reader_lists(reader, at, reader->grammar->and))
            at++;
    } else if (grammar_lists(reader->grammar->to, lexeme->word)) {
        join = JOIN_TO;
    } else if (grammar_lists(reader->grammar->and, lexeme->word)) {
        join = between ? JOIN_TO : JOIN_AND;
    } else if (grammar_lists(reader->grammar->until, lexeme->word) && reader_lists(reader, at, reader->grammar->to)) {
        join = JOIN_TO;
        at++;
    }
    *index = at;
    return join;
}

/* A day without month may open a chain only where a day can be expected: "les 3, 4 et 5 juin", not "salle 3, 4 juin". */
static bool may_open(const struct reader *reader, size_t index)
{
    if (index == 0)
        return true;
    const struct lexeme *before = reader_at(reader, index - 1);
    if (before->kind == LEXEME_WORD)
        return grammar_lists(reader->grammar->articles, before->word) || grammar_lists(reader->grammar->between, before->word) ||
               grammar_lists(reader->grammar->from, before->word) || grammar_lists(reader->grammar->at, before->word) ||
               grammar_value(reader->grammar->weekdays, before->word) >= 0;
    return before->kind == LEXEME_SIGN && before->sign && strchr("([:*-|\"\nDo>?!.", before->sign) != NULL;
}

/* Months and years that are said once for several days. Returns how many parts have a month. */
static size_t share_out(struct chain *chain)
{
    size_t count = chain->count;
    while (count && chain->parts[count - 1].day.month == 0)
        count--;
    for (size_t i = count; i-- > 1;) {
        struct date_day *day = &chain->parts[i - 1].day;
        const struct date_day *next = &chain->parts[i].day;
        bool inherits = day->month == 0;
        if (inherits)
            day->month = next->month;
        if (day->year == 0 && next->year != 0)
            day->year = next->year - (day->month > next->month || (day->month == next->month && day->day > next->day));
    }
    for (size_t i = 1; i < count; i++) {
        struct date_day *day = &chain->parts[i].day;
        const struct date_day *before = &chain->parts[i - 1].day;
        if (day->year == 0 && before->year != 0)
            day->year = before->year + (day->month < before->month || (day->month == before->month && day->day < before->day));
    }
    return count;
}

static struct date_mention mention_of(struct chain *chain)
{
    struct date_mention mention = {.first = chain->first, .weak = chain->slashed};
    size_t count = share_out(chain);
    for (size_t i = 0; i < count && mention.span_count < DATES_MOST_SPANS; i++) {
        const struct part *part = &chain->parts[i];
        mention.end = part->end;
        if (part->join == JOIN_TO && mention.span_count && !mention.spans[mention.span_count - 1].range) {
            mention.spans[mention.span_count - 1].last = part->day;
            mention.spans[mention.span_count - 1].range = true;
        } else {
            mention.spans[mention.span_count++] = (struct date_span){.first = part->day, .last = part->day};
        }
        if (part->day.year || part->day.weekday >= 0)
            mention.weak = false;
    }
    return mention;
}

/* "[7 mars] - [19 avril]": brackets may close one day and open the next. */
static size_t skip_brackets(const struct reader *reader, size_t index, char bracket)
{
    return lexis_is_sign(reader_at(reader, index), bracket) ? index + 1 : index;
}

static bool read_chain(const struct reader *reader, size_t index, struct chain *chain)
{
    bool slashed = false;
    bool between = index > 0 && reader_lists(reader, index - 1, reader->grammar->between);
    struct part *first = &chain->parts[0];
    *first = (struct part){.join = JOIN_NONE};
    chain->count = 0;
    chain->first = index;
    if (!read_part(reader, index, first, &slashed) || (first->day.month == 0 && !may_open(reader, index)))
        return false;
    chain->count = 1;
    chain->slashed = slashed;
    size_t at = first->end;
    while (chain->count < PARTS_MOST) {
        bool bracket = lexis_is_sign(reader_at(reader, at), ']');
        size_t behind = bracket ? at + 1 : at;
        struct part *part = &chain->parts[chain->count];
        *part = (struct part){.join = read_join(reader, &behind, between && chain->count == 1)};
        if (bracket)
            behind = skip_brackets(reader, behind, '[');
        bool more_slashed = false;
        if (part->join == JOIN_NONE || !read_part(reader, behind, part, &more_slashed))
            break;
        if (part->join == JOIN_TO && chain->count > 1 && chain->parts[chain->count - 1].join == JOIN_TO)
            break;
        chain->slashed = chain->slashed && more_slashed;
        chain->count++;
        at = part->end;
    }
    return true;
}

struct date_mention *dates_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count)
{
    struct reader reader = {.items = lexis->items, .count = lexis->count, .grammar = grammar};
    struct date_mention *mentions = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < lexis->count; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool word = lexeme->kind == LEXEME_WORD;
        bool starts = lexeme->kind == LEXEME_NUMBER || (word && (grammar_value(grammar->weekdays, lexeme->word) >= 0 ||
                                                                 grammar_value(grammar->days, lexeme->word) >= 0 ||
                                                                 (grammar->month_first && grammar_value(grammar->months, lexeme->word) > 0)));
        struct chain chain;
        if (!starts || (!word && !lexeme->spaced && i > 0 && lexis->items[i - 1].kind != LEXEME_SIGN))
            continue;
        if (!word && !lexeme->spaced && i > 0 && strchr(":./,-", lexis->items[i - 1].sign) && i > 1 && lexis->items[i - 2].kind == LEXEME_NUMBER)
            continue;
        if (!read_chain(&reader, i, &chain))
            continue;
        struct date_mention mention = mention_of(&chain);
        if (mention.span_count == 0)
            continue;
        mentions = arena_grow(arena, mentions, *count, &capacity, sizeof *mentions);
        mentions[(*count)++] = mention;
        i = mention.end - 1;
    }
    return mentions;
}
