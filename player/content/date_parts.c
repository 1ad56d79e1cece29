#include "content/date_parts.h"

#include "content/grammar.h"

#include <string.h>

const struct lexeme *date_parts_at(const struct date_reader *reader, size_t index)
{
    return &reader->items[index < reader->count ? index : reader->count];
}

int date_parts_month(const struct date_reader *reader, size_t index)
{
    const struct lexeme *lexeme = date_parts_at(reader, index);
    return lexeme->kind == LEXEME_WORD ? grammar_value(reader->grammar->months, lexeme->word) : -1;
}

bool date_parts_lists(const struct date_reader *reader, size_t index, const char *const *list)
{
    const struct lexeme *lexeme = date_parts_at(reader, index);
    return lexis_is_word_of(lexeme, list);
}

/* History is told with its years: "dans la nuit du 2 au 3 mai 1893" is no night to come. */
enum { FIRST_YEAR = 1000, LAST_YEAR = 2199, SHORT_WEEKDAY = 3 };

/* A year behind a date: four digits, or two behind an apostrophe. Moves *index behind it. */
static int read_year(const struct date_reader *reader, size_t *index)
{
    size_t at = *index;
    if (lexis_is_sign(date_parts_at(reader, at), ',') && reader->grammar->month_first)
        at++;
    const struct lexeme *lexeme = date_parts_at(reader, at);
    if (lexeme->kind != LEXEME_NUMBER || lexeme->digits != 4 || lexeme->number < FIRST_YEAR || lexeme->number > LAST_YEAR)
        return 0;
    const struct lexeme *next = date_parts_at(reader, at + 1);
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
static bool read_iso(const struct date_reader *reader, size_t index, struct date_part *part)
{
    const struct lexeme *year = date_parts_at(reader, index), *month = date_parts_at(reader, index + 2), *day = date_parts_at(reader, index + 4);
    const struct lexeme *behind = date_parts_at(reader, index + 5);
    for (size_t i = index + 1; i < index + 5; i++)
        if (date_parts_at(reader, i)->spaced)
            return false;
    bool signs = lexis_is_sign(date_parts_at(reader, index + 1), '-') && lexis_is_sign(date_parts_at(reader, index + 3), '-');
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
static bool goes_on(const struct date_reader *reader, size_t index, char sign)
{
    const struct lexeme *behind = date_parts_at(reader, index);
    if (behind->spaced)
        return false;
    return behind->kind != LEXEME_SIGN || ((behind->sign == sign || behind->sign == '/') && !date_parts_at(reader, index + 1)->spaced);
}

/* "12/03/2021", "07.11.2025", "7-11-25": the year is there. Where months come first only what cannot be one is a day. */
static bool read_numbers_year(const struct date_reader *reader, size_t index, char sign, struct date_part *part)
{
    const struct date_day *day = &part->day;
    part->day.year = full_year(date_parts_at(reader, index + 4));
    part->end = index + 5;
    bool clear = reader->grammar->day_first_numbers || day->day > 12 || day->day == day->month;
    return clear && day->year != 0 && !goes_on(reader, part->end, sign) && date_parts_month(reader, part->end) <= 0; /* "10-11-12 juin" */
}

static bool follows_weekday(const struct date_reader *reader, size_t index)
{
    size_t at = index > 1 && lexis_is_sign(date_parts_at(reader, index - 1), '.') ? index - 1 : index; /* "mar. 21/3" */
    return at > 0 && date_parts_weekday(reader, at - 1) >= 0;
}

/* "mardi 26.04", "le 26.04" */
static bool is_led(const struct date_reader *reader, size_t index)
{
    return follows_weekday(reader, index) || (index > 0 && date_parts_lists(reader, index - 1, reader->grammar->articles));
}

/* "samedi 1/4 de finale", "samedi 3/2 contre Lens", "samedi 6/4 6/2": a part, or a score. */
static bool is_part_or_score(const struct date_reader *reader, size_t behind)
{
    const struct lexeme *next = date_parts_at(reader, behind), *after = date_parts_at(reader, behind + 1);
    bool part = date_parts_lists(reader, behind, reader->grammar->of) || date_parts_lists(reader, behind, reader->grammar->scores);
    bool hour = after->kind == LEXEME_NUMBER || (after->kind == LEXEME_WORD && (grammar_value(reader->grammar->instants, after->word) >= 0 || grammar_value(reader->grammar->counts, after->word) >= 0));
    return (part && !hour) || (next->kind == LEXEME_NUMBER && after->sign == '/');
}

/* Two digits, or one behind a weekday: "mercredi 19/9". */
static bool is_month_of_day(const struct date_reader *reader, size_t index)
{
    return date_parts_at(reader, index + 2)->digits == 2 || (follows_weekday(reader, index) && !is_part_or_score(reader, index + 3));
}

/* "4/12", "26.04.", "mercredi 19/9": a month, and nothing of a fraction behind it. */
static bool read_fraction(const struct date_reader *reader, size_t index, char sign, struct date_part *part)
{
    const struct lexeme *behind = date_parts_at(reader, index + 3);
    part->end = index + 3;
    bool dotted = sign == '.' && date_parts_at(reader, index)->digits == 2 && (is_led(reader, index) || lexis_is_sign(behind, '.')); /* not "11.05 Pause" */
    if ((sign != '/' && !dotted) || !is_month_of_day(reader, index) || !reader->grammar->day_first_numbers || date_parts_month(reader, part->end) > 0)
        return false;
    if (lexis_is_sign(behind, '.') && date_parts_at(reader, part->end + 1)->spaced)
        return true; /* the end of the sentence */
    return behind->spaced || behind->sign == LEXEME_END || (behind->kind == LEXEME_SIGN && !strchr("/%.", behind->sign));
}

/* The same sign again, and a number behind it. */
static bool has_third(const struct date_reader *reader, size_t index, char sign)
{
    const struct lexeme *second = date_parts_at(reader, index), *year = date_parts_at(reader, index + 1);
    return lexis_is_sign(second, sign) && !second->spaced && year->kind == LEXEME_NUMBER && !year->spaced;
}

/* "04/20/2016", as machines write it: no other reading is possible. `sign` joins the first number to the second. */
static bool is_month_first(const struct date_reader *reader, size_t index, const struct lexeme *sign)
{
    const struct lexeme *month = date_parts_at(reader, index), *day = date_parts_at(reader, index + 2);
    bool three = lexis_is_sign(sign, '/') && has_third(reader, index + 3, '/') && date_parts_at(reader, index + 4)->digits == 4;
    return three && day->number > 12 && day->number <= 31 && month->number <= 12;
}

/* A number of one to two digits that may be a month. */
static bool is_month_number(const struct lexeme *number)
{
    return number->kind == LEXEME_NUMBER && number->digits <= 2 && number->number >= 1 && number->number <= 12;
}

/* "04 - 10 - 2024": two digits, two digits and four, with blanks around their signs. */
static bool read_loose_numbers(const struct date_reader *reader, size_t index, struct date_part *part)
{
    const struct lexeme *day = date_parts_at(reader, index), *sign = date_parts_at(reader, index + 1), *month = date_parts_at(reader, index + 2);
    const struct lexeme *second = date_parts_at(reader, index + 3), *year = date_parts_at(reader, index + 4);
    bool signs = sign->kind == LEXEME_SIGN && sign->sign && strchr("/-", sign->sign) && lexis_is_sign(second, sign->sign) && sign->spaced && second->spaced;
    if (!signs || day->digits != 2 || !is_month_number(month) || month->digits != 2 || year->kind != LEXEME_NUMBER || year->digits != 4 || day->number < 1 || day->number > 31)
        return false;
    part->day = (struct date_day){.year = year->number, .month = month->number, .day = day->number, .weekday = -1};
    part->end = index + 5;
    return true;
}

/* Two numbers joined by one of three signs, that can be a day and a month. */
static bool read_numbers(const struct date_reader *reader, size_t index, struct date_part *part, bool *slashed)
{
    const struct lexeme *day = date_parts_at(reader, index), *sign = day + 1, *month = date_parts_at(reader, index + 2);
    bool joined = sign->kind == LEXEME_SIGN && sign->sign && strchr("/.-", sign->sign) && !sign->spaced && !month->spaced;
    *slashed = false;
    if (read_loose_numbers(reader, index, part))
        return true;
    if (joined && is_month_first(reader, index, sign)) {
        const struct lexeme *first = day;
        day = month;
        month = first;
    }
    if (!joined || !is_month_number(month) || day->number < 1 || day->number > 31)
        return false; /* a day is one of 31, whatever its month */
    bool three = has_third(reader, index + 3, sign->sign);
    part->day = (struct date_day){.month = month->number, .day = day->number, .weekday = -1};
    *slashed = !three;
    return three ? read_numbers_year(reader, index, sign->sign, part) : read_fraction(reader, index, sign->sign, part);
}

/* The number is no day when something that counts is glued to it or stands behind it. */
static bool number_counts(const struct date_reader *reader, size_t index)
{
    const struct lexeme *next = date_parts_at(reader, index), *after = date_parts_at(reader, index + 1);
    if (next->kind == LEXEME_WORD)
        return grammar_lists(reader->grammar->hours, next->word);
    if (next->kind != LEXEME_SIGN || next->spaced)
        return false;
    if (!after->spaced && after->kind == LEXEME_NUMBER)
        return next->sign == ':' || next->sign == ',' || next->sign == '.';
    return next->sign == '%' || next->sign == LEXEME_OTHER;
}

/* "oct", of which the table also knows "octobre". */
static bool is_short_month(const struct date_reader *reader, const char *word)
{
    int value = grammar_value(reader->grammar->months, word);
    for (const struct grammar_word *month = reader->grammar->months; month->word; month++)
        if (month->value == value && strlen(month->word) > strlen(word))
            return true;
    return false;
}

/* The month at `index` and the year behind it. */
static bool read_month(const struct date_reader *reader, size_t index, struct date_part *part)
{
    int month = date_parts_month(reader, index);
    if (month < 0)
        return false;
    part->day.month = month;
    part->end = index + 1;
    const struct lexeme *stop = date_parts_at(reader, part->end), *behind = date_parts_at(reader, part->end + 1);
    bool goes = behind->kind == LEXEME_NUMBER || (is_short_month(reader, date_parts_at(reader, index)->word) &&
                                                  (lexis_is_sign(behind, '-') || lexis_is_sign(behind, ',') || date_parts_lists(reader, part->end + 1, reader->grammar->to) ||
                                                   date_parts_lists(reader, part->end + 1, reader->grammar->and)));
    if (lexis_is_sign(stop, '.') && !stop->spaced && goes)
        part->end++; /* "sept. 2023", "1er oct. au 18 oct." */
    part->day.year = read_year(reader, &part->end);
    return true;
}

/* "10", "1er", "10 mai", "10 mai 2023", "10th of May": a day whose month may still come. */
static bool read_day(const struct date_reader *reader, size_t index, struct date_part *part)
{
    const struct lexeme *number = date_parts_at(reader, index);
    bool named = number->kind == LEXEME_WORD;
    int day = named ? grammar_value(reader->grammar->days, number->word) : number->number;
    if (day < 1 || day > 31 || number->digits > 2)
        return false;
    size_t at = index + 1;
    const struct lexeme *ordinal = date_parts_at(reader, at);
    if (date_parts_lists(reader, at, reader->grammar->ordinals) && (!ordinal->spaced || strlen(ordinal->word) > 1)) /* also "1 er" */
        at++;
    else if (number_counts(reader, at) || (!ordinal->spaced && ordinal->kind == LEXEME_WORD && date_parts_month(reader, at) < 0))
        return false; /* "les 6e et les 5e" */
    part->day = (struct date_day){.day = day, .weekday = -1};
    part->end = at;
    if (date_parts_lists(reader, at, reader->grammar->articles) && date_parts_month(reader, at + 1) > 0)
        at++;
    return read_month(reader, at, part) || !named;
}

/* "May 10", "May 10th, 2023". */
static bool read_month_first(const struct date_reader *reader, size_t index, struct date_part *part)
{
    int month = reader->grammar->month_first ? date_parts_month(reader, index) : -1;
    const struct lexeme *number = date_parts_at(reader, index + 1);
    if (month < 0 || number->kind != LEXEME_NUMBER || number->digits > 2 || number->number < 1 || number->number > 31)
        return false;
    part->end = index + 2;
    if (!date_parts_at(reader, part->end)->spaced && date_parts_lists(reader, part->end, reader->grammar->ordinals))
        part->end++;
    part->day = (struct date_day){.month = month, .day = number->number, .weekday = -1};
    part->day.year = read_year(reader, &part->end);
    return true;
}

/* A day in any of its spellings. */
static bool read_bare(const struct date_reader *reader, size_t index, struct date_part *part, bool *slashed)
{
    const struct lexeme *lexeme = date_parts_at(reader, index);
    if (lexeme->kind == LEXEME_NUMBER && lexeme->digits == 4)
        return read_iso(reader, index, part);
    if (lexeme->kind == LEXEME_NUMBER && read_numbers(reader, index, part, slashed))
        return true;
    *slashed = false;
    return read_day(reader, index, part) || read_month_first(reader, index, part);
}

/* "à la Cité de la mer du 1er au 4 juillet", "Salon du jeu, du 5 au 7 mars", "Fête de la mer, 3 juin": a word that is as short as a weekday's. */
static bool is_noun(const struct date_reader *reader, size_t index)
{
    const struct lexeme *behind = date_parts_at(reader, index + 1);
    bool comma = lexis_is_sign(behind, ','), day = behind->kind == LEXEME_NUMBER || lexis_is_sign(behind, '.');
    bool named = !day && index > 0 && date_parts_lists(reader, index - 1, reader->grammar->articles); /* also "début du jeu à 20h" */
    return named || date_parts_lists(reader, index + 1 + comma, reader->grammar->articles);
}

int date_parts_weekday(const struct date_reader *reader, size_t index)
{
    const struct lexeme *lexeme = date_parts_at(reader, index), *stop = lexeme + 1;
    if (lexeme->kind != LEXEME_WORD)
        return -1;
    int value = grammar_value(reader->grammar->weekdays, lexeme->word);
    bool dotted = lexis_is_sign(stop, '.') && !stop->spaced && stop[1].kind == LEXEME_NUMBER;
    bool numbers = stop->kind == LEXEME_NUMBER && lexis_is_sign(stop + 1, '/') && stop[2].kind == LEXEME_NUMBER; /* "Di 07/04" */
    bool month = stop->kind == LEXEME_NUMBER && date_parts_month(reader, index + 2) > 0;                                         /* "ma 6 nov." */
    bool letters = value < 0 && (dotted || numbers || month);
    if (value >= 0 && strlen(lexeme->word) <= SHORT_WEEKDAY && is_noun(reader, index))
        return -1;
    return letters ? grammar_value(reader->grammar->weekday_letters, lexeme->word) : value;
}

/* A day with what stands before it: articles and a weekday. */
bool date_parts_read(const struct date_reader *reader, size_t index, struct date_part *part, bool *slashed)
{
    int weekday = -1;
    for (int i = 0; i < 4; i++) {
        int value = date_parts_weekday(reader, index);
        if (value >= 0 && weekday < 0) {
            weekday = value;
            const struct lexeme *stop = date_parts_at(reader, ++index);
            if ((lexis_is_sign(stop, '.') || lexis_is_sign(stop, ',')) && !stop->spaced)
                index++;
        } else if (date_parts_lists(reader, index, reader->grammar->articles)) {
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
