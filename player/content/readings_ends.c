#include "content/readings_ends.h"

#include "content/grammar.h"
#include "content/readings.h"
#include "content/verdict.h"

#include <stdbool.h>

/* A word of the list, its colon and the articles of the day are all that stands right before it. */
static bool follows_label(const struct reading *reading, const struct grammar *grammar, const char *const *list)
{
    const struct lexeme *items = reading->passage->lexis.items;
    size_t at = lexis_back_over(items, 0, reading->mention, grammar->articles);
    return at > 1 && lexis_is_sign(&items[at - 1], ':') && lexis_is_word_of(&items[at - 2], list);
}

static bool is_single(const struct reading *reading)
{
    return !reading->span.range && reading->passage->role == PASSAGE_BODY && reading->kind != READING_DEADLINE;
}

/* In one passage, or one right behind the other in a section. */
static bool are_beside(const struct reading *one, const struct reading *other)
{
    size_t from = one->passage->index, to = other->passage->index;
    return one->passage->above == other->passage->above && (to == from || to == from + 1);
}

/* One asks for something between the two: "Ouverture de la vente des billets : …", "Fin : …". */
static bool are_of_call(const struct reading *begin, const struct reading *end)
{
    return !end->passage->meets && (end->passage->page_calls || begin->passage->calls || end->passage->calls);
}

/* The page says what it is that begins and ends, or hours and weekdays make an appointment of both. */
static bool are_told(const struct reading *begin, const struct reading *end)
{
    bool begins = begin->start_minutes >= 0 || begin->span.first.weekday >= 0, ends = end->start_minutes >= 0 || end->span.first.weekday >= 0;
    return begin->passage->meets || are_of_call(begin, end) || (begins && ends);
}

/* The end comes behind the beginning, in the same year or over its end. */
static bool are_in_order(const struct date_day *begin, const struct date_day *end)
{
    enum { LATE_MONTH = 10, EARLY_MONTH = 3 };
    if (begin->year != end->year)
        return begin->year < end->year || end->year == 0;
    bool later = end->month > begin->month || (end->month == begin->month && end->day >= begin->day);
    return later || (begin->year == 0 && begin->month >= LATE_MONTH && end->month <= EARLY_MONTH);
}

static void make_deadline(struct reading *end)
{
    end->kind = READING_DEADLINE;
    end->end_minutes = end->start_minutes;
    end->start_minutes = -1;
    end->strong = true;
}

static void make_event(struct reading *begin, const struct reading *end)
{
    begin->kind = READING_EVENT;
    begin->span.last = end->span.last;
    begin->span.range = true;
    begin->both = begin->start_minutes >= 0 && end->start_minutes >= 0;
    begin->end_minutes = begin->both ? end->start_minutes : -1;
    begin->start_minutes = begin->both ? begin->start_minutes : -1;
    begin->end = begin->passage == end->passage ? end->end : begin->end;
    begin->strong = begin->announced = true;
}

void readings_ends_join(struct readings *readings, const struct grammar *grammar)
{
    size_t kept = 0;
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *end = &readings->items[i], *begin = kept ? &readings->items[kept - 1] : NULL;
        bool closes = is_single(end) && follows_label(end, grammar, grammar->closings);
        bool pair = closes && begin && is_single(begin) && are_beside(begin, end) && follows_label(begin, grammar, grammar->column_begins) &&
                    are_in_order(&begin->span.first, &end->span.last) && are_told(begin, end);
        bool call = pair && are_of_call(begin, end);
        if (pair && !call) {
            make_event(begin, end);
            continue;
        }
        if (closes) {
            end->kind = READING_NONE;
            end->why = WHY_WORDS;
        }
        if (call)
            make_deadline(end);
        readings->items[kept++] = *end;
    }
    readings->count = kept;
}
