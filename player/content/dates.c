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

/* History is told with its years: "dans la nuit du 2 au 3 mai 1893" is no night to come. */
enum { FIRST_YEAR = 1000, LAST_YEAR = 2199 };

/* A year behind a date: four digits, or two behind an apostrophe. Moves *index behind it. */
static int read_year(const struct reader *reader, size_t *index)
{
    size_t at = *index;
    if (lexis_is_sign(reader_at(reader, at), ',') && reader->grammar->month_first)
        at++;
    const struct lexeme *lexeme = reader_at(reader, at);
    if (lexeme->kind != LEXEME_NUMBER || lexeme->digits != 4 || lexeme->number < FIRST_YEAR || lexeme->number > LAST_YEAR)
        return 0;
    const struct lexeme *next = reader_at(reader, at + 1);
    if (!next->spaced && (next->kind == LEXEME_WORD || lexis_is_sign(next, '%')))
        return 0;
    *index = at + 1;
    return lexeme->number;
}

/* Nothing is glued to the end of a date but the "T" of "2024-03-18T10:00" or a sign that ends it. */
static bool ends_number(const struct lexeme *behind)
{
    return behind->spaced || lexis_is_word(behind, "t") || (behind->kind == LEXEME_SIGN && behind->sign != '-' && behind->sign != '_');
}

/* "2024-03-18". */
static bool read_iso(const struct reader *reader, size_t index, struct part *part)
{
    const struct lexeme *year = reader_at(reader, index), *month = reader_at(reader, index + 2), *day = reader_at(reader, index + 4);
    const struct lexeme *behind = reader_at(reader, index + 5);
    for (size_t i = index + 1; i < index + 5; i++)
        if (reader_at(reader, i)->spaced)
            return false;
    bool signs = lexis_is_sign(reader_at(reader, index + 1), '-') && lexis_is_sign(reader_at(reader, index + 3), '-');
    if (!signs || month->digits != 2 || day->digits != 2 || month->number > 12 || month->number < 1 || day->number < 1 || day->number > 31)
        return false;
    if (!ends_number(behind))
        return false;
    part->day = (struct date_day){.year = year->number, .month = month->number, .day = day->number, .weekday = -1};
    part->end = index + 5;
    return true;
}

static int full_year(const struct lexeme *lexeme)
{
    if (lexeme->kind != LEXEME_NUMBER)
        return 0;
    if (lexeme->digits == 4)
        return lexeme->number >= FIRST_YEAR && lexeme->number <= LAST_YEAR ? lexeme->number : 0;
    return lexeme->digits == 2 ? 2000 + lexeme->number : 0;
}

/* Something is glued to the end of a numeric date that makes it a path, a reference, a version. */
static bool goes_on(const struct reader *reader, size_t index, char sign)
{
    const struct lexeme *behind = reader_at(reader, index);
    if (behind->spaced)
        return false;
    return behind->kind != LEXEME_SIGN || ((behind->sign == sign || behind->sign == '/') && !reader_at(reader, index + 1)->spaced);
}

/* "12/03/2021", "07.11.2025", "7-11-25": the year is there. Where months come first only what cannot be one is a day. */
static bool read_numbers_year(const struct reader *reader, size_t index, char sign, struct part *part)
{
    const struct date_day *day = &part->day;
    part->day.year = full_year(reader_at(reader, index + 4));
    part->end = index + 5;
    bool clear = reader->grammar->day_first_numbers || day->day > 12 || day->day == day->month;
    return clear && day->year != 0 && !goes_on(reader, part->end, sign) && reader_month(reader, part->end) <= 0; /* "10-11-12 juin" */
}

/* "4/12", "26.04.": two digits of a month, nothing of a fraction behind it. */
static bool read_fraction(const struct reader *reader, size_t index, char sign, struct part *part)
{
    const struct lexeme *behind = reader_at(reader, index + 3);
    part->end = index + 3;
    bool dotted = sign == '.' && reader_at(reader, index)->digits == 2; /* "26.04." */
    if ((sign != '/' && !dotted) || reader_at(reader, index + 2)->digits != 2 || !reader->grammar->day_first_numbers || reader_month(reader, part->end) > 0)
        return false;
    if (lexis_is_sign(behind, '.') && reader_at(reader, part->end + 1)->spaced)
        return true; /* the end of the sentence */
    return behind->spaced || behind->sign == LEXEME_END || (behind->kind == LEXEME_SIGN && !strchr("/%.", behind->sign));
}

/* The same sign again, and a number behind it. */
static bool has_third(const struct reader *reader, size_t index, char sign)
{
    const struct lexeme *second = reader_at(reader, index), *year = reader_at(reader, index + 1);
    return lexis_is_sign(second, sign) && !second->spaced && year->kind == LEXEME_NUMBER && !year->spaced;
}

/* Two numbers joined by one of three signs, that can be a day and a month. */
static bool read_numbers(const struct reader *reader, size_t index, struct part *part, bool *slashed)
{
    const struct lexeme *day = reader_at(reader, index), *sign = day + 1, *month = reader_at(reader, index + 2);
    bool joined = (lexis_is_sign(sign, '/') || lexis_is_sign(sign, '.') || lexis_is_sign(sign, '-')) && !sign->spaced && !month->spaced;
    bool month_fits = month->kind == LEXEME_NUMBER && month->digits <= 2 && month->number >= 1 && month->number <= 12;
    if (!joined || !month_fits || day->number < 1 || day->number > 31)
        return false; /* a day is one of 31, whatever its month */
    bool three = has_third(reader, index + 3, sign->sign);
    part->day = (struct date_day){.month = month->number, .day = day->number, .weekday = -1};
    *slashed = !three;
    return three ? read_numbers_year(reader, index, sign->sign, part) : read_fraction(reader, index, sign->sign, part);
}

/* The number is no day when something that counts is glued to it or stands behind it. */
static bool number_counts(const struct reader *reader, size_t index)
{
    const struct lexeme *next = reader_at(reader, index), *after = reader_at(reader, index + 1);
    if (next->kind == LEXEME_WORD)
        return grammar_lists(reader->grammar->hours, next->word) && (!next->spaced || strlen(next->word) > 1 || after->kind == LEXEME_NUMBER);
    if (next->kind != LEXEME_SIGN || next->spaced)
        return false;
    if (!after->spaced && after->kind == LEXEME_NUMBER)
        return next->sign == ':' || next->sign == ',' || next->sign == '.';
    return next->sign == '%' || next->sign == LEXEME_OTHER;
}

/* "oct", of which the table also knows "octobre". */
static bool is_short_month(const struct reader *reader, const char *word)
{
    int value = grammar_value(reader->grammar->months, word);
    for (const struct grammar_word *month = reader->grammar->months; month->word; month++)
        if (month->value == value && strlen(month->word) > strlen(word))
            return true;
    return false;
}

/* The month at `index` and the year behind it. */
static bool read_month(const struct reader *reader, size_t index, struct part *part)
{
    int month = reader_month(reader, index);
    if (month < 0)
        return false;
    part->day.month = month;
    part->end = index + 1;
    const struct lexeme *stop = reader_at(reader, part->end), *behind = reader_at(reader, part->end + 1);
    bool goes = behind->kind == LEXEME_NUMBER || (is_short_month(reader, reader_at(reader, index)->word) &&
                                                  (lexis_is_sign(behind, '-') || reader_lists(reader, part->end + 1, reader->grammar->to) ||
                                                   reader_lists(reader, part->end + 1, reader->grammar->and)));
    if (lexis_is_sign(stop, '.') && !stop->spaced && goes)
        part->end++; /* "sept. 2023", "1er oct. au 18 oct." */
    part->day.year = read_year(reader, &part->end);
    return true;
}

/* "10", "1er", "10 mai", "10 mai 2023", "10th of May": a day whose month may still come. */
static bool read_day(const struct reader *reader, size_t index, struct part *part)
{
    const struct lexeme *number = reader_at(reader, index);
    bool named = number->kind == LEXEME_WORD;
    int day = named ? grammar_value(reader->grammar->days, number->word) : number->number;
    if (day < 1 || day > 31 || number->digits > 2)
        return false;
    size_t at = index + 1;
    const struct lexeme *ordinal = reader_at(reader, at);
    if (reader_lists(reader, at, reader->grammar->ordinals) && (!ordinal->spaced || strlen(ordinal->word) > 1)) /* also "1 er" */
        at++;
    else if (number_counts(reader, at))
        return false;
    part->day = (struct date_day){.day = day, .weekday = -1};
    part->end = at;
    if (reader_lists(reader, at, reader->grammar->articles) && reader_month(reader, at + 1) > 0)
        at++;
    return read_month(reader, at, part) || !named;
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

/* A day in any of its spellings. */
static bool read_bare(const struct reader *reader, size_t index, struct part *part, bool *slashed)
{
    const struct lexeme *lexeme = reader_at(reader, index);
    if (lexeme->kind == LEXEME_NUMBER && lexeme->digits == 4)
        return read_iso(reader, index, part);
    if (lexeme->kind == LEXEME_NUMBER && read_numbers(reader, index, part, slashed))
        return true;
    *slashed = false;
    return read_day(reader, index, part) || read_month_first(reader, index, part);
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
            const struct lexeme *stop = reader_at(reader, ++index);
            if ((lexis_is_sign(stop, '.') || lexis_is_sign(stop, ',')) && !stop->spaced)
                index++;
        } else if (reader_lists(reader, index, reader->grammar->articles)) {
            index++;
        } else {
            break;
        }
    }
    if (!read_bare(reader, index, part, slashed))
        return false;
    part->day.weekday = weekday;
    return true;
}

static enum join join_of_sign(const struct lexeme *lexeme)
{
    bool dots = lexeme->sign == '.' && lexeme->spaced && lexeme->end - lexeme->begin == strlen("…");
    if (lexeme->sign == ',' || lexeme->sign == '&' || lexeme->sign == '/')
        return JOIN_AND;
    return lexeme->sign == '-' || dots ? JOIN_TO : JOIN_NONE;
}

/* What joins the part before `index` to one behind it; *index moves behind the joint. */
static enum join read_join(const struct reader *reader, size_t *index, bool between)
{
    const struct lexeme *lexeme = reader_at(reader, *index);
    size_t at = *index + 1;
    enum join join = JOIN_NONE;
    if (lexeme->kind == LEXEME_SIGN) {
        join = join_of_sign(lexeme);
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

/* "Rencontre 10 et 11 octobre", "Ateliers 5, 12 et 19 mai", "Exposition 5 au 31 mai": numbers that rise, the last joined by a word, and
 * a month; not "salle 3, 4 juin". */
static bool rises_to_month(const struct reader *reader, size_t index)
{
    bool joined = false;
    for (int i = 0; i < DATES_MOST_SPANS; i++) {
        const struct lexeme *number = reader_at(reader, index), *joint = reader_at(reader, index + 1), *next = reader_at(reader, index + 2);
        if (reader_month(reader, index + 1) > 0)
            return joined;
        if (joint->kind == LEXEME_NUMBER && joint->number == number->number + 1) {
            index++;
            continue;
        }
        joined = lexis_is_sign(joint, '&') || reader_lists(reader, index + 1, reader->grammar->and) || reader_lists(reader, index + 1, reader->grammar->to);
        if ((!joined && !lexis_is_sign(joint, ',')) || next->kind != LEXEME_NUMBER || next->digits > 2 || next->number <= number->number)
            return false;
        index += 2;
    }
    return false;
}

/* A day without month may open a chain only where a day can be expected: "les 3, 4 et 5 juin", not "salle 3, 4 juin". */
static bool may_open(const struct reader *reader, size_t index)
{
    if (index == 0)
        return true;
    const struct lexeme *before = reader_at(reader, index - 1), *dash = reader_at(reader, index + 1);
    bool stretch = lexis_is_sign(dash, '-') && !dash->spaced && !reader_at(reader, index + 2)->spaced; /* "Colloque 10-11 février" */
    if (stretch || rises_to_month(reader, index))
        return true;
    if (before->kind == LEXEME_WORD)
        return grammar_lists(reader->grammar->articles, before->word) || grammar_lists(reader->grammar->between, before->word) ||
               grammar_lists(reader->grammar->from, before->word) || grammar_lists(reader->grammar->at, before->word) ||
               grammar_value(reader->grammar->weekdays, before->word) >= 0;
    return before->kind == LEXEME_SIGN && before->sign && strchr("([:*-|\"\nDo>?!.", before->sign) != NULL;
}

static bool is_later_in_year(const struct date_day *one, const struct date_day *other)
{
    return one->month > other->month || (one->month == other->month && one->day > other->day);
}

/* Months and years that are said once for several days: leftward first, then rightward. Returns how many parts have a month. */
static size_t share_out(struct chain *chain)
{
    size_t count = chain->count;
    while (count && chain->parts[count - 1].day.month == 0)
        count--;
    for (size_t i = count; i-- > 1;) {
        struct date_day *day = &chain->parts[i - 1].day;
        const struct date_day *next = &chain->parts[i].day;
        day->month = day->month ? day->month : next->month;
        if (day->year == 0 && next->year != 0)
            day->year = next->year - (chain->parts[i].join == JOIN_TO ? is_later_in_year(day, next) : day->month > next->month);
    }
    for (size_t i = 1; i < count; i++) {
        struct date_day *day = &chain->parts[i].day;
        const struct date_day *before = &chain->parts[i - 1].day;
        if (day->year == 0 && before->year != 0)
            day->year = before->year + (chain->parts[i].join == JOIN_TO ? is_later_in_year(before, day) : before->month > day->month);
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
            mention.spans[mention.span_count++] = (struct date_span){.first = part->day, .last = part->day, .end = part->end};
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

/* "entre le 3 et le 7 mai": "et" joins two ends. */
static bool follows_between(const struct reader *reader, size_t index)
{
    while (index > 0 && reader_lists(reader, index - 1, reader->grammar->articles))
        index--;
    return index > 0 && reader_lists(reader, index - 1, reader->grammar->between);
}

/* "les 15 16 et 17 juin": the next day without a sign. */
static bool is_next_number(const struct reader *reader, size_t index, int day)
{
    const struct lexeme *number = reader_at(reader, index), *behind = reader_at(reader, index + 1);
    bool joined = behind->kind == LEXEME_NUMBER || reader_month(reader, index + 1) > 0 || reader_lists(reader, index + 1, reader->grammar->and);
    return number->kind == LEXEME_NUMBER && number->digits <= 2 && number->number == day + 1 && joined;
}

/* "3 juillet après-midi et 4 juillet matin": behind the part of the day, when another day is joined to it. */
static size_t behind_day_part(const struct reader *reader, size_t index)
{
    size_t at = index;
    while (at < index + 2 && reader_lists(reader, at, reader->grammar->day_parts))
        at++;
    bool day = reader_at(reader, at + 1)->kind == LEXEME_NUMBER ||
               (reader_at(reader, at + 1)->kind == LEXEME_WORD && grammar_value(reader->grammar->weekdays, reader_at(reader, at + 1)->word) >= 0);
    return at > index && day && reader_lists(reader, at, reader->grammar->and) ? at : index;
}

/* "10-11-12 juin": a third number behind a dash makes a list of what looked like a stretch. */
static bool is_listed_by_dashes(const struct chain *chain, const struct part *part)
{
    const struct part *before = &chain->parts[chain->count - 1];
    return part->join == JOIN_TO && before->join == JOIN_TO && before->day.month == 0 && part->day.day == before->day.day + 1 &&
           before->day.day == chain->parts[chain->count - 2].day.day + 1;
}

static bool read_chain(const struct reader *reader, size_t index, struct chain *chain)
{
    bool slashed = false;
    bool between = follows_between(reader, index);
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
        size_t behind = bracket ? at + 1 : behind_day_part(reader, at);
        struct part *part = &chain->parts[chain->count];
        bool listed = chain->parts[chain->count - 1].day.month == 0 && is_next_number(reader, at, chain->parts[chain->count - 1].day.day);
        *part = (struct part){.join = listed ? JOIN_AND : read_join(reader, &behind, between && chain->count == 1)};
        if (bracket)
            behind = skip_brackets(reader, behind, '[');
        bool more_slashed = false;
        if (part->join == JOIN_NONE || !read_part(reader, behind, part, &more_slashed))
            break;
        if (chain->count > 1 && is_listed_by_dashes(chain, part))
            part->join = chain->parts[chain->count - 1].join = JOIN_AND;
        if (part->join == JOIN_TO && chain->count > 1 && chain->parts[chain->count - 1].join == JOIN_TO)
            break;
        chain->slashed = chain->slashed && more_slashed;
        chain->count++;
        at = part->end;
    }
    return true;
}

/* A day may begin at this lexeme: a number that nothing is glued to, a weekday, a named day. */
static bool may_begin(const struct reader *reader, size_t index)
{
    const struct grammar *grammar = reader->grammar;
    const struct lexeme *lexeme = reader_at(reader, index), *before = index ? lexeme - 1 : NULL;
    if (lexeme->kind == LEXEME_WORD)
        return grammar_value(grammar->weekdays, lexeme->word) >= 0 || grammar_value(grammar->days, lexeme->word) >= 0 ||
               (grammar->month_first && grammar_value(grammar->months, lexeme->word) > 0);
    if (lexeme->kind != LEXEME_NUMBER)
        return false;
    if (lexeme->spaced || !before)
        return true;
    bool fraction = index > 1 && strchr(":./,-", before->sign) && before[-1].kind == LEXEME_NUMBER;
    return before->kind == LEXEME_SIGN && !fraction;
}

/* "place du 8 mai 1945". */
static bool names_street(const struct reader *reader, const struct chain *chain)
{
    return chain->first > 1 && reader_lists(reader, chain->first - 1, reader->grammar->articles) &&
           reader_lists(reader, chain->first - 2, reader->grammar->streets) && chain->parts[0].day.weekday < 0 && chain->count == 1;
}

/* "la semaine du 14 juin". */
static bool names_week(const struct reader *reader, const struct chain *chain)
{
    return chain->first > 1 && chain->count == 1 && reader_lists(reader, chain->first - 1, reader->grammar->articles) &&
           reader_lists(reader, chain->first - 2, reader->grammar->weeks);
}

/* "du vendredi 1er à 18h au dimanche 3 juillet à 17h", "samedi 14 de 10h à 18h et dimanche 15 mai": the month comes with the other day. */
static bool begins_stretch(const struct reader *reader, const struct chain *chain, struct date_mention *mention)
{
    const struct lexeme *before = chain->first ? reader_at(reader, chain->first - 1) : NULL;
    const struct date_day *day = &chain->parts[0].day;
    bool opens = !before || before->kind == LEXEME_SIGN || grammar_lists(reader->grammar->articles, before->word);
    if (chain->count != 1 || day->weekday < 0 || day->month || !opens)
        return false;
    *mention = (struct date_mention){.first = chain->first, .end = chain->parts[0].end, .span_count = 1, .partial = true};
    mention->spans[0] = (struct date_span){.first = *day, .last = *day};
    return true;
}

struct date_mention *dates_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count)
{
    struct reader reader = {.items = lexis->items, .count = lexis->count, .grammar = grammar};
    struct date_mention *mentions = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < lexis->count; i++) {
        struct chain chain;
        if (!may_begin(&reader, i) || !read_chain(&reader, i, &chain))
            continue;
        if (names_street(&reader, &chain) || names_week(&reader, &chain))
            continue;
        struct date_mention mention = mention_of(&chain);
        if (mention.span_count == 0 && !begins_stretch(&reader, &chain, &mention))
            continue;
        mentions = arena_grow(arena, mentions, *count, &capacity, sizeof *mentions);
        mentions[(*count)++] = mention;
        i = mention.end - 1;
    }
    return mentions;
}
