#include "content/readings_alike.h"

#include "content/grammar.h"
#include "content/judge_limit.h"
#include "content/likeness.h"
#include "content/readings_named.h"
#include "content/readings_told.h"
#include "content/sentences.h"
#include "content/sheet.h"

/* How sure the look must be, in LIKENESS_ONE: measured on texts that it had not been trained with. A last day that a rule takes for somebody else's must
 * be surer than one that no rule knows, and a weekday with its hour right beside it (APPOINTED_LEAST) less sure than a bare day. */
enum { DEADLINE_LEAST = 10, FOREIGN_LEAST = 32, EVENT_LEAST = 40, APPOINTED_LEAST = 16, SURE_LEAST = 40, TURNED_LEAST = 40, TURNED_MOST = -32 };

/* A last day that a rule knows must not be unlikely; in a title, or as the end of a stretch, it must be more likely one than not. Events need no such
 * consent: of those that it would take away most were right. */
enum { CONSENT_LEAST = -12, HINTED_LEAST = 0 };

/* A rule says that it is an event, and everything else that it is a last day: "le solde doit être réglé pour le 3 mai". */
static bool is_turned(const struct question *question, const struct verdict *verdict, const struct likeness *likeness)
{
    bool only = question->after <= question->begin && question->before >= question->stop;
    return only && verdict->kind == READING_EVENT && !verdict->off && likeness->deadline >= TURNED_LEAST && likeness->event <= TURNED_MOST;
}

/* "Elle sera à la bibliothèque le 24 novembre. La rencontre débute à 19h.": its hour is told in a sentence of its own. */
static bool begins_later(const struct sheet *sheet, size_t index, const struct hour *hour)
{
    int sentence = hour->found ? sheet->items[hour->first].sentence : -1;
    bool later = hour->found && !hour->glued && sentence > sheet->items[sheet->dates[index].first].sentence;
    return later && !sentences_list(sheet, sentence, sheet->grammar->weeks) && readings_told_begins(sheet, hour->first);
}

/* What the look finds; nothing where a rule forbids it. */
static struct verdict look(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict, const struct likeness *likeness)
{
    static const struct verdict nothing = {.kind = READING_NONE};
    if (is_turned(question, verdict, likeness))
        return verdict_alike(question, READING_DEADLINE, true);
    if (verdict->kind != READING_NONE || verdict->why == WHY_HABIT || sheet->habitual[index])
        return nothing;
    if (likeness->event < 0 && likeness->deadline >= (verdict->why == WHY_FOREIGN ? FOREIGN_LEAST : DEADLINE_LEAST))
        return verdict_alike(question, READING_DEADLINE, likeness->deadline >= SURE_LEAST);
    bool begins = verdict->why == WHY_UNCLEAR && begins_later(sheet, index, hour);
    bool appointed = hour->glued && question->weekday;
    bool alike = likeness->deadline < 0 && likeness->event >= (appointed ? APPOINTED_LEAST : EVENT_LEAST);
    return begins || alike ? verdict_alike(question, READING_EVENT, appointed && alike) : nothing;
}

/* A rule says that it is a last day, and it does not stand in its page as one: "tout ce qu'il faut savoir avant dimanche". */
static bool is_refused(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *verdict, const struct likeness *likeness)
{
    if (verdict->kind != READING_DEADLINE || verdict->listed || sheet->dates[index].weak || question->column)
        return false;
    if (likeness->deadline >= HINTED_LEAST || judge_limit_answers(question) || judge_limit_answers_when(question))
        return false;
    int sentence = sheet->items[sheet->dates[index].first].sentence;
    if (passages_sentence_has(sheet->passage, sentence, CUE_LIMIT) || passages_sentence_has(sheet->passage, sentence, CUE_ADDRESS))
        return false;
    bool hinted = sheet->passage->role == PASSAGE_TITLE || question->range; /* hardly a sentence, or as often the days of something */
    bool asked = sheet->passage->page_calls && !hinted;
    return !asked && likeness->deadline < (hinted && !sheet->passage->page_calls ? HINTED_LEAST : CONSENT_LEAST);
}

/* The verdict of the rules, or of the look. */
static struct verdict decide(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict, const struct likeness *likeness)
{
    if (is_refused(sheet, index, question, verdict, likeness))
        return (struct verdict){.kind = READING_NONE, .silent = true, .why = WHY_UNLIKE, .quote = verdict->quote};
    bool known = verdict->kind == READING_DEADLINE || readings_named_day(sheet, index) || sheet->dates[index].weak;
    if (known || sheet->passage->role != PASSAGE_BODY)
        return *verdict;
    struct verdict better = look(sheet, index, question, hour, verdict, likeness);
    return better.kind == READING_NONE ? *verdict : better;
}

struct verdict readings_alike(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict)
{
    if (!sheet->grammar->likeness->deadline)
        return *verdict;
    struct likeness likeness = likeness_of(sheet, index);
    struct verdict decided = decide(sheet, index, question, hour, verdict, &likeness);
    decided.likely = decided.kind == READING_DEADLINE ? likeness.deadline : decided.kind == READING_EVENT ? likeness.event : 0;
    return decided;
}
