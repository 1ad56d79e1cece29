#include "content/readings_alike.h"

#include "content/grammar.h"
#include "content/likeness.h"
#include "content/likeness_order.h"
#include "content/readings_named.h"
#include "content/sheet.h"

/* In LIKENESS_ONE, measured on texts that the numbers had not been trained with. What speaks for a day must be at least so much, of a last day and of an event: where
 * the rules say the same, where they say nothing or know it to be nothing, where they say the other, for a last day that they take for somebody
 * else's, and for one that they take for a beginning. What is SURE_LEAST or CERTAIN_LEAST may stand where a look that is less sure may not:
 * verdict.h; OVER_LEAST where the sentence tells of what is over. */
enum { SAME_LEAST = -8, EVENT_SAME_LEAST = -16, OPEN_LEAST = 0, SILENT_LEAST = 12, EVENT_OPEN_LEAST = 8, EVENT_SILENT_LEAST = 12, OTHER_LEAST = 8 };
enum { FOREIGN_LEAST = 24, RECORD_LEAST = 24, SURE_LEAST = 12, OVER_LEAST = 40, CERTAIN_LEAST = 64, SOON_DAYS = 120 };

static int least(const struct verdict *verdict, enum reading_kind kind)
{
    if (verdict->kind == kind)
        return kind == READING_EVENT ? EVENT_SAME_LEAST : SAME_LEAST;
    if (verdict->kind != READING_NONE)
        return OTHER_LEAST;
    if (kind == READING_DEADLINE && (verdict->why == WHY_FOREIGN || verdict->why == WHY_RECORD))
        return verdict->why == WHY_FOREIGN ? FOREIGN_LEAST : RECORD_LEAST;
    if (kind == READING_EVENT)
        return verdict->silent ? EVENT_SILENT_LEAST : EVENT_OPEN_LEAST;
    return verdict->silent ? SILENT_LEAST : OPEN_LEAST;
}

/* What the numbers say. */
static enum reading_kind weigh(const struct verdict *verdict, const struct likeness *likeness)
{
    int deadline = likeness->deadline - least(verdict, READING_DEADLINE), event = likeness->event - least(verdict, READING_EVENT);
    if (deadline < 0 && event < 0)
        return READING_NONE;
    return deadline > event ? READING_DEADLINE : READING_EVENT;
}

/* Both looks together: single words and pairs, with what the rules say, and their order. */
static struct likeness look(const struct sheet *sheet, size_t index, int ruled)
{
    struct likeness words = likeness_of(sheet, index, ruled), order = likeness_order_of(sheet, index);
    return (struct likeness){.deadline = (words.deadline + order.deadline) / 2, .event = (words.event + order.event) / 2};
}

/* "## Semaine du 15 au 19 avril", whose days are told one by one below. */
static bool heads_a_week(const struct sheet *sheet, size_t index)
{
    const struct passage *next = sheet->passage->next;
    return sheet->dates[index].spans[0].range && next && next->day_told;
}

/* It is written with its year, or its weekday, or comes soon: not "la réunion du 14 mars", told in July. */
static bool is_known_ahead(const struct sheet *sheet, size_t index)
{
    const struct date_day *day = &sheet->dates[index].spans[0].first;
    int64_t ahead = 0;
    return likeness_slots_ahead(sheet, day, &ahead) && ahead >= 0 && (day->year > 0 || day->weekday >= 0 || ahead <= SOON_DAYS);
}

/* Only of a day that is known to be ahead may the numbers say so against a page that looks back. */
static enum assurance assurance_of(const struct sheet *sheet, size_t index, enum reading_kind kind, int likely)
{
    if (likely >= CERTAIN_LEAST && is_known_ahead(sheet, index))
        return ASSURANCE_CERTAIN;
    return kind == READING_EVENT || likely >= SURE_LEAST ? ASSURANCE_SURE : ASSURANCE_LIKELY;
}

/* The numbers are not asked: of a day in a name, one that may be none, a title or a field, what comes back, what is struck through or full, a week; of what is
 * over unless they are sure of it. */
static bool is_for_rules(const struct sheet *sheet, size_t index, const struct verdict *verdict, int likely)
{
    bool told = verdict->off || (verdict->over && (likely < OVER_LEAST || !is_known_ahead(sheet, index))) || verdict->why == WHY_HABIT;
    return told || readings_named_day(sheet, index) || sheet->dates[index].weak || sheet->passage->role != PASSAGE_BODY || sheet->habitual[index] || (verdict->kind == READING_NONE && heads_a_week(sheet, index));
}

/* A rule that hardly errs: "date limite : le 3 mai", a column that says what its days are, an event below "Quand et où ?". */
static bool is_certain(const struct question *question, const struct verdict *verdict)
{
    const struct passage *above = question->passage->above;
    bool answers = verdict->kind == READING_EVENT && above && above->lexis.count && lexis_is_word_of(&above->lexis.items[0], question->grammar->labels);
    return verdict->listed || question->column || answers;
}

/* The verdict of the numbers, or of the rules. */
static struct verdict decide(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *verdict, const struct likeness *likeness)
{
    enum reading_kind kind = weigh(verdict, likeness);
    int likely = kind == READING_DEADLINE ? likeness->deadline : likeness->event;
    if (kind == verdict->kind || is_for_rules(sheet, index, verdict, likely))
        return *verdict;
    if (kind == READING_NONE) {
        enum verdict_why why = verdict->kind == READING_EVENT ? WHY_UNLIKE_EVENT : WHY_UNLIKE;
        return is_certain(question, verdict) ? *verdict : (struct verdict){.kind = READING_NONE, .silent = true, .why = why, .quote = verdict->quote};
    }
    if (verdict->kind != READING_NONE && is_certain(question, verdict))
        return *verdict;
    struct verdict better = verdict_alike(question, kind, assurance_of(sheet, index, kind, likely));
    return better.kind == READING_NONE ? *verdict : better;
}

struct verdict readings_alike(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *verdict)
{
    if (!sheet->grammar->likeness->dates)
        return *verdict;
    int ruled = verdict->kind == READING_NONE ? RULED_NOTHING + (int)verdict->why : RULED_AS + (int)verdict->kind;
    struct likeness likeness = look(sheet, index, ruled);
    struct verdict decided = decide(sheet, index, question, verdict, &likeness);
    decided.ruled = ruled;
    decided.likely = decided.kind == READING_DEADLINE ? likeness.deadline : likeness.event;
    return decided;
}
