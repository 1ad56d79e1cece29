#include "content/readings_lean.h"

#include "content/grammar.h"
#include "content/passages_spans.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

enum { NEXT_REACH = 14 };

/* A word with a capital. */
static bool is_name(const struct sheet *sheet, size_t index)
{
    unsigned char byte = (unsigned char)sheet->passage->text[sheet->items[index].begin];
    return sheet->items[index].kind == LEXEME_WORD && byte >= 'A' && byte <= 'Z';
}

/* "11 mars (bases), 18 mars (outils)": behind a note on a day that no cue stands in, unless it is a link: "2 avril ([réservation](…))". */
static size_t behind_own_note(const struct sheet *sheet, size_t index)
{
    size_t behind = sheet_behind_note(sheet, index), cue = survey_cue_from(sheet->passage, index);
    bool told = cue < sheet->passage->cue_count && sheet->passage->cues[cue].first < behind;
    if (told && sheet->passage->cues[cue].kind == CUE_CLOSED)
        return behind; /* "19 mars (complet) et 9 avril" */
    return told && !passages_spans_link(sheet->passage, sheet->items[sheet->passage->cues[cue].first].begin) ? index : behind;
}

/* Nothing stands between two dates of a sentence that could tell them apart: "le 3 juin à 14h et le 5 juin à 10h". */
bool readings_lean(const struct sheet *sheet, size_t index)
{
    if (index == 0)
        return false;
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    if (sheet->items[before->first].sentence != sheet->items[date->first].sentence || date->first - before->end > 12)
        return false;
    int names = 0; /* "Lille le 1er juin, Lyon le 8 juin" */
    for (size_t i = behind_own_note(sheet, before->end); i < date->first; i++)
        if (!sheet->covered[i] && !sheet_is_glue(sheet, i) && !(lexis_is_word_of(&sheet->items[i], sheet->grammar->and)) &&
            !(sheet->items[i].kind == LEXEME_WORD && (grammar_lists(sheet->grammar->again, sheet->items[i].word) || grammar_lists(sheet->grammar->parts, sheet->items[i].word))) &&
            !(is_name(sheet, i) && ++names <= 3))
            return false;
    return true;
}

static bool names_weekday(const struct date_mention *date)
{
    return date->span_count == 1 && !date->spans[0].range && date->spans[0].first.weekday >= 0;
}

/* "les webinaires du 17 mars sur le bois et du 24 mars sur le fer", "le lundi 17 mars à Dol (hôtel de ville), le jeudi 20 mars à Brest": "et"
 * right before the next day, or a comma when both name their weekday, and no cue between the two. */
static bool is_next_event(const struct sheet *sheet, size_t index)
{
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = sentences_before_articles(sheet, date->first), cue = survey_cue_from(sheet->passage, before->end);
    bool near = sheet->items[before->first].sentence == sheet->items[date->first].sentence && date->first - before->end <= NEXT_REACH && at > before->end;
    bool clear = cue >= sheet->passage->cue_count || sheet->passage->cues[cue].first >= date->first;
    bool joined = near && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->and);
    return near && clear && (joined || (lexis_is_sign(&sheet->items[at - 1], ',') && names_weekday(before) && names_weekday(date)));
}

/* "La première prendra fin le 14 janvier, la seconde le 14 octobre": one more of several is named right before the day. */
bool readings_lean_of_part(const struct sheet *sheet, size_t index)
{
    size_t at = sentences_before_articles(sheet, sheet->dates[index].first);
    return readings_lean(sheet, index) && at > 0 && lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->parts);
}

/* "La première réunion a lieu le 18 mars à 9h à la mairie, la seconde le 25 mars": one more is named right before the day, behind a sign. */
static bool is_other_event(const struct sheet *sheet, size_t index)
{
    enum { PART_REACH = 24 };
    const struct date_mention *before = &sheet->dates[index - 1], *date = &sheet->dates[index];
    size_t at = sentences_before_articles(sheet, date->first), cue = survey_cue_from(sheet->passage, before->end);
    bool named = at > before->end && sheet->items[before->first].sentence == sheet->items[date->first].sentence && date->first - before->end <= PART_REACH &&
                 lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->parts);
    size_t sign = named ? sentences_before_articles(sheet, at - 1) : 0;
    bool clear = cue >= sheet->passage->cue_count || sheet->passage->cues[cue].first >= date->first || sheet->covered[sheet->passage->cues[cue].first];
    return named && clear && (lexis_is_sign(&sheet->items[sign - 1], ',') || grammar_lists(sheet->grammar->and, sheet->items[sign - 1].word));
}

bool readings_lean_of_event(const struct sheet *sheet, size_t index)
{
    return index > 0 && (readings_lean(sheet, index) || is_next_event(sheet, index) || is_other_event(sheet, index));
}

bool readings_lean_on_same(const struct sheet *sheet, size_t index)
{
    enum { SAME_REACH = 16 };
    const struct date_mention *date = &sheet->dates[index];
    size_t before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    const struct lexeme *items = sheet->items;
    for (size_t i = date->end; date->span_count > 0 && i + 1 < before && i < date->end + SAME_REACH && items[i].sentence == items[date->first].sentence; i++)
        if (grammar_lists(sheet->grammar->same, items[i].word) &&
            (grammar_lists(sheet->grammar->hour_nouns, items[i + 1].word) || grammar_lists(sheet->grammar->place_nouns, items[i + 1].word)))
            return true;
    return false;
}
