#include "content/clocks.h"

#include "content/counts.h"
#include "content/grammar.h"

#include <string.h>

enum { NOON = 12 * 60, MIDNIGHT = 24 * 60 };

const struct lexeme *clocks_at(const struct clock_reader *reader, size_t index)
{
    return &reader->items[index < reader->count ? index : reader->count];
}

bool clocks_list(const struct clock_reader *reader, size_t index, const char *const *list)
{
    return lexis_is_word_of(clocks_at(reader, index), list);
}

/* Two digits of minutes, which are no day of a month ("9 h 10 mai"). */
static bool reader_minutes(const struct clock_reader *reader, size_t index, int *minutes)
{
    const struct lexeme *lexeme = clocks_at(reader, index), *next = clocks_at(reader, index + 1);
    if (lexeme->kind != LEXEME_NUMBER || lexeme->digits != 2 || lexeme->number > 59)
        return false;
    if (lexeme->spaced && next->kind == LEXEME_WORD && grammar_value(reader->grammar->months, next->word) > 0)
        return false;
    *minutes = lexeme->number;
    return true;
}

/* Behind the words of a phrase ("de l après midi") that begins at `index`, or `index`. */
static size_t behind_phrase(const struct clock_reader *reader, size_t index, const char *phrase)
{
    size_t at = index;
    while (*phrase) {
        size_t length = strcspn(phrase, " ");
        const struct lexeme *lexeme = clocks_at(reader, at++);
        if (lexeme->kind != LEXEME_WORD || strncmp(lexeme->word, phrase, length) != 0 || lexeme->word[length])
            return index;
        phrase += length + (phrase[length] == ' ');
    }
    return at;
}

/* "à 7 h du soir". */
static void clock_day_half(const struct clock_reader *reader, struct clock *clock)
{
    for (const struct grammar_word *half = reader->grammar->day_halves; half->word && !clock->bare; half++) {
        size_t end = behind_phrase(reader, clock->end, half->word);
        if (end == clock->end)
            continue;
        clock->meridiem = clock->minutes < 13 * 60 ? half->value : clock->meridiem;
        clock->end = end;
        return;
    }
}

static void clock_meridiem(const struct clock_reader *reader, struct clock *clock)
{
    const struct lexeme *mark = clocks_at(reader, clock->end);
    int value = -1;
    size_t end = clock->end;
    if (mark->kind == LEXEME_WORD) {
        value = grammar_value(reader->grammar->meridiem, mark->word);
        end++;
        const struct lexeme *stop = clocks_at(reader, end), *second = clocks_at(reader, end + 1);
        if (value < 0 && strlen(mark->word) == 1 && lexis_is_sign(stop, '.') && lexis_is_word(second, "m") && !second->spaced) {
            value = strcmp(mark->word, "p") == 0 ? NOON : strcmp(mark->word, "a") == 0 ? 0 : -1; /* "p.m." */
            end += lexis_is_sign(clocks_at(reader, end + 2), '.') ? 3 : 2;
        }
    }
    if (value < 0 || !reader->grammar->meridiem->word || clock->minutes >= 13 * 60)
        return;
    clock->meridiem = value;
    clock->end = end;
    clock->bare = false;
}

void clocks_apply(struct clock *clock)
{
    if (clock->meridiem >= 0)
        clock->minutes = clock->minutes % NOON + clock->meridiem;
}

/* "et demie", "et quart", "trente", "quarante-cinq" behind an hour: how many minutes, 0 for none; *end moves behind them. */
static int read_spelled(const struct clock_reader *reader, size_t *end)
{
    size_t at = *end + clocks_list(reader, *end, reader->grammar->and);
    const struct grammar_word *words = at > *end ? reader->grammar->halves : reader->grammar->minutes;
    int minutes = 0;
    for (; clocks_at(reader, at)->kind == LEXEME_WORD && grammar_value(words, clocks_at(reader, at)->word) > 0; at++)
        minutes += grammar_value(words, clocks_at(reader, at)->word);
    if (minutes <= 0 || minutes > 59)
        return 0;
    *end = at;
    return minutes;
}

/* "midi", "midi et demi", "minuit". */
static bool read_named(const struct clock_reader *reader, size_t index, struct clock *clock)
{
    const struct lexeme *lexeme = clocks_at(reader, index);
    int value = lexeme->kind == LEXEME_WORD ? grammar_value(reader->grammar->instants, lexeme->word) : -1;
    if (value < 0 || (index > 0 && clocks_list(reader, index - 1, reader->grammar->lasting))) /* "après-midi" */
        return false;
    *clock = (struct clock){.minutes = value, .meridiem = -1, .end = index + 1, .whole = true};
    clock->minutes += read_spelled(reader, &clock->end);
    return true;
}

/* A word that leads to an hour stands before the count: "à", "de", "entre", or "et" behind another hour in words. */
static bool is_led(const struct clock_reader *reader, size_t index)
{
    if (index == 0)
        return false;
    bool joint = clocks_list(reader, index - 1, reader->grammar->and);
    bool lead = clocks_list(reader, index - 1, reader->grammar->to) || clocks_list(reader, index - 1, reader->grammar->between) ||
                clocks_list(reader, index - 1, reader->grammar->from) || clocks_list(reader, index - 1, reader->grammar->count_leads);
    size_t year = index > 2 && clocks_at(reader, index - 2)->kind == LEXEME_NUMBER && clocks_at(reader, index - 2)->digits == 4;
    bool dated = lexis_is_sign(clocks_at(reader, index - 1), ',') && index > 1 + year && clocks_at(reader, index - 2 - year)->kind == LEXEME_WORD &&
                 grammar_value(reader->grammar->months, clocks_at(reader, index - 2 - year)->word) > 0; /* "le 5 mars 2023, douze heures" */
    if (!joint)
        return lead || dated;
    return index > 1 && (clocks_list(reader, index - 2, reader->grammar->hours) ||
                         (clocks_at(reader, index - 2)->kind == LEXEME_WORD && grammar_value(reader->grammar->counts, clocks_at(reader, index - 2)->word) >= 0));
}

/* "à quatorze heures", "de dix-sept heures trente", "de neuf à onze heures": only behind a word that leads to an hour, for "quatorze heures"
 * alone is a length, and so is "sept heures de route". */
static bool read_counted(const struct clock_reader *reader, size_t index, struct clock *clock)
{
    enum { EARLIEST = 7 };
    size_t at = index, next = 0;
    int hours = counts_read(reader->items, reader->count, reader->grammar, &at);
    if (!is_led(reader, index) || hours < EARLIEST)
        return false;
    *clock = (struct clock){.minutes = hours * 60, .meridiem = -1, .end = at, .whole = true};
    if (!clocks_list(reader, at, reader->grammar->hours)) {
        next = at + 1; /* the other end names the unit */
        bool joined = clocks_list(reader, at, reader->grammar->to) || clocks_list(reader, at, reader->grammar->and);
        clock->bare = joined && counts_read(reader->items, reader->count, reader->grammar, &next) > hours && clocks_list(reader, next, reader->grammar->hours);
        return clock->bare;
    }
    clock->end = at + 1;
    const struct lexeme *behind = clocks_at(reader, clock->end);
    if (lexis_is_word(behind, "de") || lexis_is_word(behind, "d") || clocks_list(reader, clock->end, reader->grammar->subtracts))
        return false;
    clock->minutes += read_spelled(reader, &clock->end);
    return true;
}

/* "18 h. 30": the full stop is one of the abbreviation, for no sentence begins with two digits that nothing follows. */
static bool read_abbreviated(const struct clock_reader *reader, size_t index, int *minutes)
{
    const struct lexeme *behind = clocks_at(reader, index + 2);
    bool ends = behind->kind == LEXEME_SIGN || clocks_list(reader, index + 2, reader->grammar->to) || clocks_list(reader, index + 2, reader->grammar->place_words);
    return lexis_is_sign(clocks_at(reader, index), '.') && ends && reader_minutes(reader, index + 1, minutes);
}

/* "14h30", "14 h 30", "14h": *clock stands at the number. False when no such mark follows it. */
static bool read_marked(const struct clock_reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = clocks_at(reader, index + 1);
    if (mark->kind != LEXEME_WORD || !grammar_lists(reader->grammar->hours, mark->word))
        return false;
    clock->end = index + 2;
    if (reader_minutes(reader, index + 2, minutes)) {
        clock->end = index + 3;
        clock->whole = false;
        const struct lexeme *unit = clocks_at(reader, index + 3);
        if (!unit->spaced && (lexis_is_word(unit, "min") || lexis_is_word(unit, "mn")))
            clock->end++;
    } else if (read_abbreviated(reader, index + 2, minutes)) {
        clock->end = index + 4;
        clock->whole = false;
    } else {
        *minutes = read_spelled(reader, &clock->end);
        clock->whole = *minutes == 0;
    }
    return true;
}

/* "Heure : 14.30 – 17.30": a label of hours stands before, with nothing but signs and numbers behind it. */
static bool is_named(const struct clock_reader *reader, size_t index)
{
    enum { LABEL_REACH = 8 };
    for (size_t i = index; i > 0 && index - i < LABEL_REACH; i--) {
        const struct lexeme *lexeme = clocks_at(reader, i - 1);
        if (lexeme->kind == LEXEME_WORD)
            return grammar_lists(reader->grammar->hours, lexeme->word) || grammar_lists(reader->grammar->hour_labels, lexeme->word);
    }
    return false;
}

/* "14:30"; "2.30 pm" where hours are told so, and then only with its mark. */
static bool read_pointed(const struct clock_reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = clocks_at(reader, index + 1);
    bool named = lexis_is_sign(mark, '.') && is_named(reader, index);
    bool dot = named || (lexis_is_sign(mark, '.') && reader->grammar->meridiem->word);
    if ((!lexis_is_sign(mark, ':') && !dot) || mark->spaced || clocks_at(reader, index + 2)->spaced || !reader_minutes(reader, index + 2, minutes))
        return false;
    clock->end = index + 3;
    clock->whole = false;
    clock->bare = dot && !named;
    return true;
}

/* "19.30 h", as Belgians and Swiss write it. */
static bool read_dotted(const struct clock_reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = clocks_at(reader, index + 1);
    if (!lexis_is_sign(mark, '.') || mark->spaced || clocks_at(reader, index + 2)->spaced || !clocks_list(reader, index + 3, reader->grammar->hours) ||
        !reader_minutes(reader, index + 2, minutes))
        return false;
    clock->end = index + 4;
    clock->whole = false;
    return true;
}

bool clocks_read(const struct clock_reader *reader, size_t index, struct clock *clock)
{
    const struct lexeme *number = clocks_at(reader, index);
    int minutes = 0;
    if (number->kind != LEXEME_NUMBER)
        return read_named(reader, index, clock) || read_counted(reader, index, clock);
    if (number->digits > 2 || number->number > 24)
        return false;
    *clock = (struct clock){.minutes = number->number * 60, .meridiem = -1, .end = index + 1, .whole = true};
    const struct lexeme *named = clocks_at(reader, index + 1);
    if (number->number == 12 && named->kind == LEXEME_WORD && reader->grammar->meridiem->word && grammar_value(reader->grammar->instants, named->word) >= 0) {
        clock->minutes = grammar_value(reader->grammar->instants, named->word); /* "12 noon" */
        clock->end = index + 2;
        return true;
    }
    if (!read_marked(reader, index, clock, &minutes) && !read_pointed(reader, index, clock, &minutes) && !read_dotted(reader, index, clock, &minutes))
        clock->bare = true;
    clock->minutes += minutes;
    if (clock->minutes > MIDNIGHT)
        return false;
    clock_meridiem(reader, clock);
    clock_day_half(reader, clock);
    return true;
}
