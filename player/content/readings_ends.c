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

/* "Fin le vendredi 14 mars à 17h.": the word opens the sentence, and only the articles of the day stand between. */
static bool opens_sentence(const struct reading *reading, const struct grammar *grammar)
{
    const struct lexeme *items = reading->passage->lexis.items;
    size_t at = lexis_back_over(items, 0, reading->mention, grammar->articles);
    while (at > 0 && items[at - 1].kind == LEXEME_WORD && grammar_value(grammar->weekdays, items[at - 1].word) >= 0)
        at = lexis_back_over(items, 0, at - 1, grammar->articles);
    return at > 1 && lexis_is_word_of(&items[at - 1], grammar->column_ends) && items[at - 2].sentence < items[at - 1].sentence;
}

/* "…, fin dimanche 25 mai à 17h", "… et finit le dimanche 30 octobre à 6h": a word of the end stands right before the day, in the sentence of the one
 * before. */
static bool closes_sentence(const struct reading *begin, const struct reading *end, const struct grammar *grammar)
{
    const struct lexeme *items = end->passage->lexis.items;
    size_t at = lexis_back_over(items, 0, end->mention, grammar->articles);
    while (at > 0 && items[at - 1].kind == LEXEME_WORD && grammar_value(grammar->weekdays, items[at - 1].word) >= 0)
        at = lexis_back_over(items, 0, at - 1, grammar->articles);
    bool same = at > 1 && begin->passage == end->passage && items[begin->mention].sentence == items[end->mention].sentence;
    bool closes = at > 0 && lexis_is_word_of(&items[at - 1], grammar->column_closes); /* "ouverture du guichet le 5 mars à 10h, clôture le 3 avril à 16h" */
    return same && !closes && (lexis_is_word_of(&items[at - 1], grammar->column_ends) || (items[at - 1].kind == LEXEME_WORD && grammar_begins(grammar->ending, items[at - 1].word)));
}

/* An event of one day that begins at an hour, and right behind it in its passage the day and the hour at which it ends. */
static bool are_ends(const struct reading *begin, const struct reading *end)
{
    bool opens = begin->kind == READING_EVENT && !begin->off && begin->start_minutes >= 0 && begin->end_minutes < 0;
    bool at_hour = end->kind == READING_DEADLINE ? end->end_minutes >= 0 : end->start_minutes >= 0 && end->end_minutes < 0; /* "Clôture le …" */
    return opens && begin->passage == end->passage && at_hour;
}

static bool is_single(const struct reading *reading)
{
    return !reading->span.range && reading->passage->role == PASSAGE_BODY;
}

/* "Ouverture des candidatures :", "Ouverture du guichet :": between the word of a beginning and the colon stands what is asked for. */
static bool follows_label_of_call(const struct reading *begin, const struct grammar *grammar)
{
    const struct lexeme *items = begin->passage->lexis.items;
    size_t at = lexis_back_over(items, 0, begin->mention, grammar->articles);
    bool named = at > 3 && lexis_is_sign(&items[at - 1], ':') && items[at - 2].kind == LEXEME_WORD && grammar_begins(grammar->forms, items[at - 2].word);
    return named && lexis_is_word_of(&items[at - 3], grammar->of) && lexis_is_word_of(&items[at - 4], grammar->column_begins);
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
    return begin->passage->meets || (begins && ends);
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
    int hour = end->kind == READING_DEADLINE ? end->end_minutes : end->start_minutes;
    begin->both = begin->start_minutes >= 0 && hour >= 0;
    begin->end_minutes = begin->both ? hour : -1;
    begin->start_minutes = begin->both ? begin->start_minutes : -1;
    begin->end = begin->passage == end->passage ? end->end : begin->end;
    begin->strong = begin->announced = true;
}

/* A word of the end says that the second ends the first. */
static bool is_told_end(const struct reading *begin, const struct reading *end, const struct grammar *grammar)
{
    return are_ends(begin, end) && (opens_sentence(end, grammar) || closes_sentence(begin, end, grammar));
}

/* What two readings in a row are together. */
enum pair { PAIR_NONE, PAIR_EVENT, PAIR_CALL };

static enum pair pair_of(const struct reading *begin, const struct reading *end, bool closes, const struct grammar *grammar)
{
    if (!begin || !is_single(begin) || begin->kind == READING_DEADLINE || !is_single(end) || !are_in_order(&begin->span.first, &end->span.last))
        return PAIR_NONE;
    if (!closes)
        return is_told_end(begin, end, grammar) ? PAIR_EVENT : PAIR_NONE;
    bool of_call = follows_label_of_call(begin, grammar);
    if (!are_beside(begin, end) || !(of_call || follows_label(begin, grammar, grammar->column_begins)))
        return PAIR_NONE;
    if (of_call || are_of_call(begin, end))
        return PAIR_CALL;
    return are_told(begin, end) ? PAIR_EVENT : PAIR_NONE;
}

void readings_ends_join(struct readings *readings, const struct grammar *grammar)
{
    size_t kept = 0;
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *end = &readings->items[i], *begin = kept ? &readings->items[kept - 1] : NULL;
        bool closes = is_single(end) && end->kind != READING_DEADLINE && follows_label(end, grammar, grammar->closings);
        enum pair pair = pair_of(begin, end, closes, grammar);
        if (pair == PAIR_EVENT) {
            make_event(begin, end);
            continue;
        }
        if (closes) {
            end->kind = READING_NONE;
            end->why = WHY_WORDS;
        }
        if (pair == PAIR_CALL)
            make_deadline(end);
        readings->items[kept++] = *end;
    }
    readings->count = kept;
}
