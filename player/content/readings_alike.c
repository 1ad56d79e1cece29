#include "content/readings_alike.h"

#include "content/grammar.h"
#include "content/likeness.h"
#include "content/likeness_order.h"
#include "content/readings_named.h"
#include "content/sheet.h"

/* In LIKENESS_ONE, measured on texts that the numbers had not been trained with. What speaks for a day must be at least so much: where the rules say the same,
 * where they say nothing, where they know it to be nothing, where they say the other, for a last day that they take for somebody else's,
 * and for one that they take for a beginning. What is SURE_LEAST may stand where a look that is less sure may not: verdict.h. */
enum { SAME_LEAST = -4, OPEN_LEAST = 8, SILENT_LEAST = 12, OTHER_LEAST = 8, FOREIGN_LEAST = 24, RECORD_LEAST = 64, SURE_LEAST = 40 };

/* Single words and pairs, with what the rules say, weigh so much more than their order. */
enum { WORDS_SHARE = 2 };

static int least(const struct verdict *verdict, enum reading_kind kind)
{
    if (verdict->kind == kind)
        return SAME_LEAST;
    if (verdict->kind != READING_NONE)
        return OTHER_LEAST;
    if (kind == READING_DEADLINE && (verdict->why == WHY_FOREIGN || verdict->why == WHY_RECORD))
        return verdict->why == WHY_FOREIGN ? FOREIGN_LEAST : RECORD_LEAST;
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

/* Both looks together. */
static struct likeness look(const struct sheet *sheet, size_t index, int ruled)
{
    struct likeness words = likeness_of(sheet, index, ruled), order = likeness_order_of(sheet, index);
    return (struct likeness){.deadline = (WORDS_SHARE * words.deadline + order.deadline) / (WORDS_SHARE + 1), .event = (WORDS_SHARE * words.event + order.event) / (WORDS_SHARE + 1)};
}

/* "## Semaine du 15 au 19 avril", whose days are told one by one below. */
static bool heads_a_week(const struct sheet *sheet, size_t index)
{
    const struct passage *next = sheet->passage->next;
    return sheet->dates[index].spans[0].range && next && next->day_told;
}

/* The numbers are not asked: of a day in a name, one that may be none, a title or a field, what comes back, what is struck through or full, a week. */
static bool is_for_rules(const struct sheet *sheet, size_t index, const struct verdict *verdict)
{
    return readings_named_day(sheet, index) || sheet->dates[index].weak || sheet->passage->role != PASSAGE_BODY || sheet->habitual[index] || verdict->off || verdict->over || verdict->why == WHY_HABIT || (verdict->kind == READING_NONE && heads_a_week(sheet, index));
}

/* A rule that hardly errs: "date limite : le 3 mai", a column that says what its days are. */
static bool is_certain(const struct question *question, const struct verdict *verdict)
{
    return verdict->listed || question->column;
}

/* The verdict of the numbers, or of the rules. */
static struct verdict decide(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *verdict, const struct likeness *likeness)
{
    enum reading_kind kind = weigh(verdict, likeness);
    if (kind == verdict->kind || is_for_rules(sheet, index, verdict))
        return *verdict;
    if (kind == READING_NONE) {
        enum verdict_why why = verdict->kind == READING_EVENT ? WHY_UNLIKE_EVENT : WHY_UNLIKE;
        return is_certain(question, verdict) ? *verdict : (struct verdict){.kind = READING_NONE, .silent = true, .why = why, .quote = verdict->quote};
    }
    if (verdict->kind != READING_NONE && is_certain(question, verdict))
        return *verdict;
    struct verdict better = verdict_alike(question, kind, kind == READING_EVENT || likeness->deadline >= SURE_LEAST);
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
