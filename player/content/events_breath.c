#include "content/events_breath.h"

#include "content/events.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/passages_spans.h"
#include "content/readings.h"

static bool is_next_day(const struct reading *before, const struct reading *reading)
{
    bool events = before->kind == READING_EVENT && reading->kind == READING_EVENT && before->resolved && reading->resolved;
    bool single = !before->span.range && !reading->span.range;
    return events && single && !before->off && before->passage == reading->passage && reading->first_day == before->last_day + 1;
}

/* Nothing stands between the two but what joins them: "samedi 14 de 10h à 19h [et] dimanche 15 de 10h à 19h". */
static bool are_joined(const struct reading *before, const struct reading *reading, const struct grammar *grammar)
{
    const struct lexis *lexis = &before->passage->lexis;
    for (size_t i = lexis_at(lexis, before->end); i < lexis->count && lexis->items[i].begin < reading->begin; i++) {
        const struct lexeme *item = &lexis->items[i];
        bool sign = lexis_is_sign(item, ',') || lexis_is_sign(item, '/') || lexis_is_sign(item, ';') || lexis_is_sign(item, LEXEME_LINE) || lexis_is_sign(item, LEXEME_CALENDAR);
        bool word = lexis_is_word_of(item, grammar->and) || lexis_is_word_of(item, grammar->again) || lexis_is_word_of(item, grammar->articles);
        if (!sign && !word)
            return false;
    }
    return true;
}

/* "samedi 15 et dimanche 16 mars à partir de 14h": it goes on from then. */
static bool says_from(const struct reading *reading, const struct grammar *grammar)
{
    const struct lexis *lexis = &reading->passage->lexis;
    for (size_t i = lexis_at(lexis, reading->date_begin); i < lexis->count && lexis->items[i].begin < reading->end; i++)
        if (lexis_is_word_of(&lexis->items[i], grammar->from))
            return true;
    return false;
}

/* "ven. 15 et sam. 16 nov. à 20h30", "visite samedi 21 et dimanche 22 à 15h": who knows only the beginning of an afternoon or an evening goes to one of
 * them; what begins in the morning may go on. */
static bool is_performance(const struct reading *reading, const struct grammar *grammar)
{
    enum { AFTERNOON_MINUTES = 14 * 60 };
    int least = says_from(reading, grammar) ? EVENING_MINUTES : AFTERNOON_MINUTES;
    return reading->start_minutes >= least && (reading->end_minutes < 0 || reading->lasting);
}

/* "le 13 ou le 14": one comes to either. */
static bool is_choice(const struct reading *before, const struct reading *reading, const struct grammar *grammar)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t last = reading->span.end ? reading->span.end : reading->mention;
    for (size_t i = before->mention; i < last && i < lexis->count; i++)
        if (lexis_is_word_of(&lexis->items[i], grammar->either))
            return reading->start_minutes >= 0 && reading->end_minutes < 0;
    return false;
}

bool events_breath_goes_on(const struct reading *before, const struct reading *reading, const struct grammar *grammar)
{
    if (!is_next_day(before, reading) || is_performance(reading, grammar))
        return false;
    if (before->mention == reading->mention && is_choice(before, reading, grammar))
        return false;
    if (before->mention == reading->mention)
        return before->start_minutes == reading->start_minutes; /* "les 10 et 11, à 14h et 16h": of two beginnings each is told for itself */
    bool same_hours = reading->end_minutes >= 0 && before->start_minutes == reading->start_minutes && before->end_minutes == reading->end_minutes;
    return same_hours && are_joined(before, reading, grammar);
}

static bool is_whole_day(const struct occurrence *occurrence)
{
    return occurrence->reading && occurrence->start_minutes < 0 && occurrence->first_day == occurrence->last_day;
}

/* Behind the days the sentence names nothing more: not "le 26 avril, 3 mai récital de violon". */
static bool ends_behind(const struct reading *reading, const struct grammar *grammar)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t at = lexis_at(lexis, reading->end);
    while (at < lexis->count && lexis_is_word_of(&lexis->items[at], grammar->day_parts))
        at++;
    return at >= lexis->count || (lexis->items[at].kind == LEXEME_SIGN && !lexis_is_sign(&lexis->items[at], ':'));
}

/* "[18 avril](/1) et [16 mai](/2)": each day leads to a page of its own. */
static bool has_links(const struct reading *reading)
{
    for (size_t offset = reading->begin; offset < reading->end; offset++)
        if (passages_spans_link(reading->passage, offset))
            return true;
    return false;
}

/* "30 avril et 4 juin": told in one breath, and the reading that follows the first is that of the second. */
static bool gives_again(const struct occurrence *first, const struct occurrence *second, const struct grammar *grammar)
{
    if (!is_whole_day(first) || !is_whole_day(second) || second->reading != first->reading + 1 || first->reading->passage != second->reading->passage)
        return false;
    return first->reading->mention == second->reading->mention && ends_behind(second->reading, grammar) && !has_links(second->reading);
}

void events_breath_number_series(struct occurrences *occurrences)
{
    int number = 0;
    for (size_t i = 0; i < occurrences->count; i++)
        for (size_t k = i + 1; k < occurrences->count; k++) {
            struct occurrence *first = &occurrences->items[i], *second = &occurrences->items[k];
            if (!gives_again(first, second, occurrences->grammar))
                continue;
            if (!first->series)
                first->series = ++number;
            second->series = first->series;
        }
}
