#include "content/passages_week.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/dates.h"
#include "content/grammar.h"
#include "content/times.h"

#include <string.h>

/* A week is told by its first and last day; GRACE_DAYS before the publication it may have begun. BACK_MOST passages at most lie between. */
enum { WEEK_DAYS = 7, GRACE_DAYS = 31, BACK_MOST = 24, WEEK_WORDS_MOST = 120, SHORT_WEEKDAY = 3, WORDS_LEAST = 2 };

/* The days of one week, since 1970; `year` 0: not written. */
struct week {
    int64_t first;
    int64_t last;
    int year;
};

/* How a passage opens: "Lundi : …", "Mardi — …", "Mercredi" alone, "Jeudi 5". */
struct opening {
    int weekday; /* -1: with no weekday */
    int day;     /* 0: without its number */
    size_t end;
};

static struct opening read_opening(const struct passage *passage, const struct grammar *grammar)
{
    enum { DAY_MOST = 31 };
    const struct lexeme *items = passage->lexis.items;
    bool word = passage->lexis.count > 0 && items[0].kind == LEXEME_WORD && strlen(items[0].word) > SHORT_WEEKDAY;
    struct opening opening = {.weekday = word ? grammar_value(grammar->weekdays, items[0].word) : -1, .end = 1};
    if (opening.weekday >= 0 && passage->lexis.count > 1 && items[1].kind == LEXEME_NUMBER && items[1].number <= DAY_MOST) {
        opening.day = items[1].number;
        opening.end = 2;
    }
    const struct lexeme *behind = &items[opening.end < passage->lexis.count ? opening.end : passage->lexis.count];
    bool parted = passage->lexis.count == opening.end || lexis_is_sign(behind, ':') || (lexis_is_sign(behind, '-') && behind->spaced) || lexis_is_sign(behind, ',') ||
                  lexis_is_sign(behind, LEXEME_LINE);
    opening.weekday = parted ? opening.weekday : -1;
    return opening;
}

/* It says what happens, and at what hour; or it is a heading. A line of hours alone is when a desk is open. */
static bool tells_something(struct arena *arena, const struct passage *passage, const struct opening *opening, const struct grammar *grammar)
{
    size_t times = 0, words = 0;
    if (passage->past || passages_has_cue(passage, CUE_HOURS) || passages_has_cue(passage->above, CUE_HOURS) || passages_has_cue(passage, CUE_OFF))
        return false;
    if (passage->lexis.count == opening->end)
        return passage->block->kind == BLOCK_HEADING || (opening->day && passage->block->kind == BLOCK_PARAGRAPH);
    const struct time_mention *found = times_find(arena, &passage->lexis, grammar, &times);
    for (size_t i = opening->end, time = 0; i < passage->lexis.count; i++) {
        time += time < times && i >= found[time].end_index;
        bool hour = time < times && i >= found[time].first;
        words += !hour && passage->lexis.items[i].kind == LEXEME_WORD && !grammar_lists(grammar->fillers, passage->lexis.items[i].word);
    }
    return times > 0 && words >= WORDS_LEAST;
}

/* The days of a stretch in the first year in which it is not long over; it must end on the weekdays that it names. */
static bool place_week(const struct date_span *span, int64_t published, struct week *week)
{
    int year = span->last.year ? span->last.year : civil_from_days(published).year;
    for (int next = year; next <= year + (span->last.year ? 0 : 1); next++) {
        int64_t last = civil_to_days(next, span->last.month, span->last.day), first = civil_to_days(next - (span->first.month > span->last.month), span->first.month, span->first.day);
        bool week_long = first < last && last - first < WEEK_DAYS;
        struct civil begins = civil_from_days(first), ends = civil_from_days(last);
        bool fits = (span->first.weekday < 0 || civil_weekday(begins.year, begins.month, begins.day) == span->first.weekday) &&
                    (span->last.weekday < 0 || civil_weekday(ends.year, ends.month, ends.day) == span->last.weekday);
        if (!week_long || !fits || (!span->last.year && last < published - GRACE_DAYS))
            continue;
        *week = (struct week){.first = first, .last = last, .year = span->last.year};
        return true;
    }
    return false;
}

/* "La médiathèque ferme du 25 au 29": what stands below are hours of other weeks. */
static bool is_shut(const struct passage *passage, const struct grammar *grammar)
{
    for (size_t i = 0; i < passage->lexis.count; i++)
        if (passage->lexis.items[i].kind == LEXEME_WORD && grammar_begins(grammar->shutting, passage->lexis.items[i].word))
            return true;
    return passages_has_cue(passage, CUE_OFF) || passages_has_cue(passage, CUE_HOURS);
}

/* "du 15 au 19 avril", "les 15 et 16 septembre". */
static bool is_stretch(const struct date_mention *date)
{
    for (size_t i = 1; i < date->span_count; i++)
        if (date->spans[i].range || date->spans[i].first.day != date->spans[i - 1].first.day + 1)
            return false;
    return date->span_count > 1 ? !date->spans[0].range : date->spans[0].range;
}

/* What a passage says of weeks: nothing, one, or something that hides those above it: two stretches, a longer one, when a house is shut, until when one enrols. */
enum said { SAID_NOTHING, SAID_WEEK, SAID_OTHER };

static enum said read_week(struct arena *arena, const struct passage *passage, const struct grammar *grammar, int64_t published, struct week *week)
{
    static const enum cue_kind asks[] = {CUE_CALL, CUE_LIMIT, CUE_ADDRESS};
    size_t count = 0, stretches = 0;
    if (passage->lexis.count > WEEK_WORDS_MOST)
        return SAID_NOTHING;
    const struct date_mention *dates = dates_find(arena, &passage->lexis, grammar, &count);
    struct date_span span = {.range = false};
    for (size_t i = 0; i < count; i++) {
        if (!is_stretch(&dates[i]))
            continue;
        span = (struct date_span){.first = dates[i].spans[0].first, .last = dates[i].spans[dates[i].span_count - 1].last, .range = true};
        stretches++;
    }
    bool other = stretches > 1 || is_shut(passage, grammar);
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++)
        other = other || passages_has_cue(passage, asks[i]);
    if (stretches == 0)
        return SAID_NOTHING;
    return !other && span.first.month > 0 && span.last.month > 0 && place_week(&span, published, week) ? SAID_WEEK : SAID_OTHER;
}

/* The week told last above passage `index`, or by the title. */
static bool find_week(struct arena *arena, const struct passage *items, size_t index, const struct grammar *grammar, int64_t published, struct week *week)
{
    for (size_t i = index; i-- > 0 && index - i <= BACK_MOST;) {
        enum said said = items[i].role == PASSAGE_BODY ? read_week(arena, &items[i], grammar, published, week) : SAID_NOTHING;
        if (said != SAID_NOTHING)
            return said == SAID_WEEK;
    }
    return read_week(arena, &items[0], grammar, published, week) == SAID_WEEK;
}

void passages_week_mark(struct arena *arena, struct passage *items, size_t count, const struct article *article, const struct grammar *grammar)
{
    struct week week = {.year = 0};
    size_t known = 0;
    bool found = false;
    for (size_t i = 1; i < count && article->has_published; i++) {
        struct opening opening = items[i].role == PASSAGE_BODY ? read_opening(&items[i], grammar) : (struct opening){.weekday = -1};
        if (opening.weekday < 0 || !tells_something(arena, &items[i], &opening, grammar))
            continue;
        if (known == 0 || i - known > 1) /* else that of the line right before */
            found = find_week(arena, items, i, grammar, article->published_day, &week);
        known = i;
        for (int64_t day = week.first; found && day <= week.last; day++) {
            struct civil civil = civil_from_days(day);
            if (civil_weekday(civil.year, civil.month, civil.day) != opening.weekday || (opening.day && opening.day != civil.day))
                continue;
            struct date_day *told = arena_alloc(arena, sizeof *told);
            *told = (struct date_day){.year = week.year ? civil.year : 0, .month = civil.month, .day = civil.day, .weekday = opening.weekday};
            items[i].day_told = told;
        }
    }
}
