#include "content/readings_next.h"

#include "content/grammar.h"
#include "content/readings_lean.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

enum { PARALLEL_REACH = 10 };

/* "Date limite : 30 septembre (dossiers papier) ou 3 octobre à 17h (dossiers en ligne)": a sign or "ou" right before the next day, and
 * no cue between the two. */
static bool is_next_limit(const struct sheet *sheet, size_t index, const struct question *question)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = sentences_before_articles(sheet, date->first);
    if (question->begin >= before->end || date->first - before->end > 10 || at == 0)
        return false;
    const struct lexeme *joint = &sheet->items[at - 1];
    bool listed = lexis_is_sign(joint, ',') || lexis_is_word_of(joint, sheet->grammar->and);
    for (size_t i = survey_cue_from(sheet->passage, before->end); i < sheet->passage->cue_count && sheet->passage->cues[i].first < question->stop; i++)
        if (sheet->passage->cues[i].kind != CUE_CALL)
            return false;
    return listed;
}

/* "Date limite le 15 août pour la première session, le 20 septembre pour la seconde": each day says right behind it what it is for. */
bool readings_next_is_parallel(const struct sheet *sheet, size_t index)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    const struct lexeme *items = sheet->items;
    size_t at = sentences_before_articles(sheet, date->first);
    bool near = items[before->first].sentence == items[date->first].sentence && date->first - before->end <= PARALLEL_REACH && at > before->end;
    if (!near || items[before->end].kind != LEXEME_WORD || items[date->end].kind != LEXEME_WORD)
        return false;
    bool joined = lexis_is_sign(&items[at - 1], ',') || lexis_is_word_of(&items[at - 1], sheet->grammar->and);
    return joined && grammar_lists(sheet->grammar->serving, items[before->end].word) && grammar_lists(sheet->grammar->serving, items[date->end].word);
}

/* "résumés avant le 15 mai, articles complets pour le 30 septembre": behind a comma what is handed in for the next day. */
static bool is_next_handing_in(const struct sheet *sheet, size_t index)
{
    enum { THING_WORDS = 4 };
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = survey_cue_from(sheet->passage, date->first);
    const struct cue *lead = at ? &sheet->passage->cues[at - 1] : NULL;
    bool led = lead && lead->kind == CUE_FOR && lead->end == date->first && sheet->items[before->first].sentence == sheet->items[date->first].sentence;
    size_t thing = led ? lead->first : 0;
    while (led && thing > before->end && lead->first - thing < THING_WORDS && sheet->items[thing - 1].kind == LEXEME_WORD)
        thing--;
    return led && thing < lead->first && thing > before->end && lexis_is_sign(&sheet->items[thing - 1], ',') && grammar_lists(sheet->grammar->answers, sheet->items[thing].word);
}

/* "les résumés sont attendus le 6 janvier au plus tard, les articles complets le 31 mars": behind a comma or "et" what is handed in, and its day. */
static bool is_next_thing(const struct sheet *sheet, size_t index)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t end = sentences_before_articles(sheet, date->first), at = survey_cue_from(sheet->passage, end);
    const struct cue *thing = at ? &sheet->passage->cues[at - 1] : NULL;
    if (!thing || thing->kind != CUE_CALL || thing->end != end || thing->first <= before->end || sheet->items[before->first].sentence != sheet->items[date->first].sentence)
        return false;
    const struct lexeme *joint = &sheet->items[sentences_before_articles(sheet, thing->first) - 1];
    return lexis_is_sign(joint, ',') || lexis_is_word_of(joint, sheet->grammar->and);
}

/* "Les dates limites :", "zone 1 : mardi 21 mai", "zone 2 : mardi 28 mai": the next line tells its own day in the same way. */
static bool is_next_line(const struct sheet *sheet, size_t index)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = sentences_before_articles(sheet, date->first), own = sentences_before_articles(sheet, before->first), cue = survey_cue_from(sheet->passage, before->end);
    bool colons = at > before->end && own > 0 && lexis_is_sign(&sheet->items[at - 1], ':') && lexis_is_sign(&sheet->items[own - 1], ':');
    bool line = lexis_is_sign(&sheet->items[before->end], LEXEME_LINE);
    return colons && line && (cue >= sheet->passage->cue_count || sheet->passage->cues[cue].first >= date->first);
}

/* "Dates limites : zone 1, 25 mai à 23h59 ; zone 2, 1er juin à 23h59": behind a semicolon the next part has its own day behind the same sign. */
static bool is_next_part(const struct sheet *sheet, size_t index)
{
    enum { PART_MOST = 16 };
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = sentences_before_articles(sheet, date->first), own = sentences_before_articles(sheet, before->first), end = before->end;
    while (end < date->first && sheet->covered[end])
        end++;
    bool parted = date->first - before->end <= PART_MOST && at > end + 1 && own > 0 && lexis_is_sign(&sheet->items[end], ';');
    size_t cue = survey_cue_from(sheet->passage, end);
    bool clear = cue >= sheet->passage->cue_count || sheet->passage->cues[cue].first >= date->first;
    const struct lexeme *joint = &sheet->items[parted ? at - 1 : 0];
    return parted && clear && (lexis_is_sign(joint, ',') || lexis_is_sign(joint, ':')) && lexis_is_sign(&sheet->items[own - 1], joint->sign);
}

bool readings_next_has_lead(const struct sheet *sheet, size_t index)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = survey_cue_from(sheet->passage, before->end), end = survey_cue_from(sheet->passage, date->first);
    return sheet->items[before->first].sentence == sheet->items[date->first].sentence && end == at + 1;
}

/* A day that leans on the last day before it; of kind READING_NONE when it does not. */
struct verdict readings_next_deadline(const struct sheet *sheet, size_t index, const struct question *question, const struct verdict *before)
{
    struct verdict next = {.kind = READING_DEADLINE, .strong = true, .listed = true, .quote = sheet->dates[index].first};
    bool same = (before->listed && is_next_line(sheet, index)) || (before->listed && (is_next_limit(sheet, index, question) || is_next_part(sheet, index))) || is_next_thing(sheet, index) || (!question->range && readings_lean_of_part(sheet, index));
    next.exclusive = same && before->exclusive;
    if (!same && (question->range || !is_next_handing_in(sheet, index)))
        next.kind = READING_NONE;
    return next;
}
