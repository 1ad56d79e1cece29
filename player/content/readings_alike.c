#include "content/readings_alike.h"

#include "content/grammar.h"
#include "content/judge_limit.h"
#include "content/likeness.h"
#include "content/readings_named.h"
#include "content/readings_told.h"
#include "content/sentences.h"
#include "content/sheet.h"

/* How sure the look must be, in LIKENESS_ONE: measured on texts that it had not been trained with. A last day of which nothing is asked may be one for its
 * look (DEADLINE_LEAST); what a rule takes for somebody else's must be surer, what those who write do themselves (OURS_LEAST) hardly ever is. A weekday
 * with its hour right beside it (APPOINTED_LEAST) need be less sure than a bare day. An event that a rule finds must not be as unlikely as UNLIKE_MOST. */
enum { DEADLINE_LEAST = 10, FOREIGN_LEAST = 32, OURS_LEAST = 112, OTHER_LEAST = 64, EVENT_LEAST = 40, UNCLEAR_LEAST = 32, UNLIKE_MOST = -40, APPOINTED_LEAST = 16, SURE_LEAST = 40, TURNED_LEAST = 40, TURNED_MOST = -32 };

/* A last day that a rule knows must not be unlikely; in a title, or as the end of a stretch, it must be more likely one than not. */
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

/* "nous vous confirmerons votre participation avant le 20 juin": those who write say in the sentence what they do themselves. */
static bool tells_of_us(const struct sheet *sheet, size_t index)
{
    const struct date_mention *date = &sheet->dates[index];
    for (size_t i = date->first; i-- > 0 && sheet->items[i].sentence == sheet->items[date->first].sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->we))
            return true;
    return false;
}

/* How likely a last day must be that a rule takes for something else. */
static int deadline_least(const struct sheet *sheet, size_t index, const struct verdict *verdict)
{
    if (verdict->why == WHY_FOREIGN)
        return tells_of_us(sheet, index) ? OURS_LEAST : FOREIGN_LEAST;
    return verdict->why == WHY_UNASKED ? DEADLINE_LEAST : OTHER_LEAST;
}

/* "## Semaine du 15 au 19 avril", whose days are told one by one below. */
static bool heads_a_week(const struct sheet *sheet, size_t index)
{
    const struct passage *next = sheet->passage->next;
    return sheet->dates[index].spans[0].range && next && next->day_told;
}

/* The same of an event: less where a weekday has its hour beside it, or where no word says anything else. */
static int event_least(const struct question *question, const struct verdict *verdict, const struct hour *hour)
{
    bool appointed = hour->glued && question->weekday;
    return appointed ? APPOINTED_LEAST : verdict->why == WHY_UNCLEAR ? UNCLEAR_LEAST : EVENT_LEAST;
}

/* What the look finds; nothing where a rule forbids it. */
static struct verdict look(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict, const struct likeness *likeness)
{
    static const struct verdict nothing = {.kind = READING_NONE};
    if (is_turned(question, verdict, likeness))
        return verdict_alike(question, READING_DEADLINE, true);
    if (verdict->kind != READING_NONE || verdict->why == WHY_HABIT || verdict->over || sheet->habitual[index])
        return nothing;
    if (likeness->event < 0 && likeness->deadline >= deadline_least(sheet, index, verdict))
        return verdict_alike(question, READING_DEADLINE, likeness->deadline >= SURE_LEAST);
    bool begins = verdict->why == WHY_UNCLEAR && begins_later(sheet, index, hour);
    bool alike = likeness->deadline < 0 && likeness->event >= event_least(question, verdict, hour) && !heads_a_week(sheet, index);
    return begins || alike ? verdict_alike(question, READING_EVENT, alike) : nothing;
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

/* A rule says that it is an event, and events hardly ever stand so: "le collectif se réunit le 8 septembre et répond à tout le monde". */
static bool is_unlike_events(const struct sheet *sheet, const struct question *question, const struct verdict *verdict, const struct hour *hour, const struct likeness *likeness)
{
    bool appointed = hour->glued && question->weekday;
    bool told = verdict->kind == READING_EVENT && !verdict->off && !verdict->moved && !verdict->alike && sheet->passage->role == PASSAGE_BODY;
    return told && !appointed && !question->column && likeness->event <= UNLIKE_MOST;
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
    if (better.kind == READING_NONE && is_unlike_events(sheet, question, verdict, hour, likeness))
        return (struct verdict){.kind = READING_NONE, .silent = true, .why = WHY_UNLIKE_EVENT, .quote = verdict->quote};
    return better.kind == READING_NONE ? *verdict : better;
}

struct verdict readings_alike(const struct sheet *sheet, size_t index, const struct question *question, const struct hour *hour, const struct verdict *verdict)
{
    if (!sheet->grammar->likeness->deadline)
        return *verdict;
    struct likeness likeness = likeness_of(sheet, index);
    struct verdict decided = decide(sheet, index, question, hour, verdict, &likeness);
    decided.likely = decided.kind == READING_DEADLINE ? likeness.deadline : likeness.event;
    return decided;
}
