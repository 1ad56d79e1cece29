#include "content/dates_near.h"

#include "base/civil.h"
#include "content/date_parts.h"
#include "content/dates.h"
#include "content/grammar.h"

#include <string.h>

enum { SHORT_WEEKDAY = 3 };

/* A day that is written out begins at `index`, or behind a sign there: "ce vendredi, le 3 mai", "le lendemain, dimanche 5". */
static bool is_dated(const struct date_reader *reader, size_t index)
{
    struct date_part part;
    bool slashed = false;
    size_t at = index;
    while (at < index + 2 && (date_parts_lists(reader, at, reader->grammar->day_parts) || date_parts_lists(reader, at, reader->grammar->day_ends)))
        at++; /* "avant mercredi midi (12 mars)" */
    if (lexis_is_sign(date_parts_at(reader, at), ',') || lexis_is_sign(date_parts_at(reader, at), '('))
        at++;
    return date_parts_weekday(reader, at) >= 0 || date_parts_read(reader, at, &part, &slashed);
}

/* "avant vendredi midi", "jusqu'à vendredi soir", "d'ici vendredi"; not "chaque semaine avant vendredi", "avant le vendredi", which may come back. */
static bool follows_until(const struct date_reader *reader, size_t index)
{
    enum { SENTENCE_REACH = 40 };
    size_t at = index - 1;
    at -= at > 0 && date_parts_lists(reader, at, reader->grammar->to);
    at -= at > 0 && lexis_is_sign(date_parts_at(reader, at), '\'');
    size_t of = at - (at > 0) - (at > 1 && lexis_is_sign(date_parts_at(reader, at - 1), '\''));
    bool hence = at > 0 && date_parts_lists(reader, at, reader->grammar->hence) && date_parts_lists(reader, of, reader->grammar->noun_leads); /* "d'ici", not "venez ici" */
    bool until = hence || date_parts_lists(reader, at, reader->grammar->until);
    if (!until || date_parts_lists(reader, index + 1, reader->grammar->next)) /* "jusqu'à lundi prochain, 8 juillet" */
        return false;
    int sentence = date_parts_at(reader, index)->sentence;
    for (size_t i = index; i-- > 0 && index - i <= SENTENCE_REACH && date_parts_at(reader, i)->sentence == sentence;)
        if (date_parts_lists(reader, i, reader->grammar->habits))
            return false;
    return true;
}

/* "ce vendredi", "this Friday"; not "ce lundi de Pâques", "ce mardi-là". */
static bool is_this_weekday(const struct date_reader *reader, size_t index)
{
    const struct lexeme *lexeme = date_parts_at(reader, index), *behind = date_parts_at(reader, index + 1);
    bool named_day = index > 0 && lexeme->kind == LEXEME_WORD && date_parts_weekday(reader, index) >= 0;
    bool led = named_day && (date_parts_lists(reader, index - 1, reader->grammar->this_one) || follows_until(reader, index));
    bool name = date_parts_lists(reader, index + 1, reader->grammar->of) && date_parts_at(reader, index + 2)->kind != LEXEME_NUMBER;
    bool bound = name || (lexis_is_sign(behind, '-') && !behind->spaced);
    return led && !bound && strlen(lexeme->word) > SHORT_WEEKDAY;
}

/* "le lendemain"; not "du jour au lendemain", "le lendemain de". */
static bool is_next_day(const struct date_reader *reader, size_t index)
{
    bool led = index > 0 && date_parts_lists(reader, index - 1, reader->grammar->articles) && !date_parts_lists(reader, index - 1, reader->grammar->to);
    return led && date_parts_lists(reader, index, reader->grammar->next_day) && !date_parts_lists(reader, index + 1, reader->grammar->of);
}

bool dates_near_read(const struct date_reader *reader, size_t index, struct date_mention *mention)
{
    bool next = is_next_day(reader, index);
    if ((!next && !is_this_weekday(reader, index)) || is_dated(reader, index + 1))
        return false;
    struct date_day day = {.weekday = next ? -1 : date_parts_weekday(reader, index), .near = next ? DATE_NEAR_NEXT : DATE_NEAR_WEEKDAY};
    *mention = (struct date_mention){.first = index, .end = index + 1, .span_count = 1, .partial = true};
    mention->spans[0] = (struct date_span){.first = day, .last = day, .end = mention->end};
    return true;
}

bool dates_near_shift(const struct date_day *from, int by, struct date_day *day)
{
    enum { FEBRUARY = 2, MARCH = 3, LEAST_FEBRUARY = 28, ANY_YEAR = 2023 };
    bool leaps = (from->month == FEBRUARY && from->day >= LEAST_FEBRUARY && by > 0) || (from->month == MARCH && from->day == 1 && by < 0);
    if (from->month == 0 || (from->year == 0 && leaps))
        return false;
    struct civil civil = civil_from_days(civil_to_days(from->year ? from->year : ANY_YEAR, from->month, from->day) + by);
    *day = (struct date_day){.year = from->year ? civil.year : 0, .month = civil.month, .day = civil.day, .weekday = -1};
    return true;
}
