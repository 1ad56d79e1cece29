#include "content/sheet.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/habits.h"
#include "content/sheet_again.h"
#include "content/sheet_box.h"
#include "content/sheet_days.h"
#include "content/sheet_ends.h"
#include "content/sheet_lines.h"
#include "content/sheet_others.h"
#include "content/sheet_ranges.h"
#include "content/sheet_replaced.h"
#include "content/sheet_setup.h"
#include "content/sheet_weekdays.h"
#include "content/survey.h"
#include "content/welcomes.h"

#include <assert.h>
#include <string.h>

enum { GLUE_REACH = 7, NOTE_REACH = 12, SENTENCE_REACH = 45, BLOCK_REACH = 90, APART_MINUTES = 4 * 60, CLOSING_REACH = 8 };

bool sheet_is_glue(const struct sheet *sheet, size_t index)
{
    const struct lexeme *lexeme = &sheet->items[index];
    if (lexeme->kind == LEXEME_WORD)
        return grammar_lists(sheet->grammar->fillers, lexeme->word) || grammar_lists(sheet->grammar->articles, lexeme->word) ||
               grammar_lists(sheet->grammar->at, lexeme->word) || grammar_lists(sheet->grammar->sharp, lexeme->word);
    return lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("(),-:T*\"[]oD|/", lexeme->sign);
}

bool sheet_is_glued(const struct sheet *sheet, size_t from, size_t to)
{
    if (to - from > GLUE_REACH)
        return false;
    for (size_t i = from; i < to; i++)
        if (!sheet_is_glue(sheet, i))
            return false;
    return true;
}

/* "[14h–14h30] Accueil", "9h30 : introduction": a slot of a programme, not the hour of the day. */
bool sheet_is_slot(const struct sheet *sheet, const struct time_mention *time)
{
    assert(sheet->items); /* where a time was found there are lexemes */
    const struct lexeme *before = time->first ? &sheet->items[time->first - 1] : NULL;
    const struct lexeme *behind = &sheet->items[time->end_index];
    bool opens = !before || before->sign == LEXEME_LINE || before->sign == '[' || before->sign == '(' || before->sign == '*';
    if (before && before->sign == '[')
        return true;
    bool announces = lexis_is_sign(behind, ':') && time->end_index + 1 >= sheet->count; /* "De 14h à 16h :" before a list */
    return opens && ((lexis_is_sign(behind, ':') && !announces) || (lexis_is_sign(behind, '-') && sheet->items[time->end_index + 1].kind == LEXEME_WORD) ||
                     lexis_is_sign(behind, '|'));
}

/* "9h–12h (ateliers) et 14h–17h": behind a note in brackets. */
size_t sheet_behind_note(const struct sheet *sheet, size_t index)
{
    if (!lexis_is_sign(&sheet->items[index], '('))
        return index;
    for (size_t i = index + 1; i < index + NOTE_REACH && i < sheet->count && !sheet->covered[i]; i++)
        if (lexis_is_sign(&sheet->items[i], ')'))
            return i + 1;
    return index;
}

/* "Inscriptions à 19h30, début du jeu à 20h15": a word for a beginning stands between the two. */
static bool tells_beginning(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sheet->items[i].kind == LEXEME_WORD && (sheet_begins(sheet, i) || lexis_is_word_of(&sheet->items[i], sheet->grammar->starters)))
            return true;
    return false;
}

bool sheet_closes_call(const struct sheet *sheet, const struct time_mention *time)
{
    const struct cue *cues = sheet->passage->cues;
    for (size_t i = survey_cue_from(sheet->passage, time->first); i-- > 0 && cues[i].first + CLOSING_REACH >= time->first;)
        if (cues[i].kind == CUE_CALL)
            return sheet->items[cues[i].first].sentence == sheet->items[time->first].sentence && !tells_beginning(sheet, cues[i].end, time->first);
    return false;
}

/* "de 10h à 11h30 ou de 14h à 15h30": one comes to either. */
static bool is_choice(const struct sheet *sheet, size_t index)
{
    return index < sheet->count && lexis_is_word_of(&sheet->items[index], sheet->grammar->either);
}

void sheet_take(struct sheet *sheet, struct hour *hour, size_t index, bool glued)
{
    const struct time_mention *time = &sheet->times[index];
    *hour = (struct hour){.found = true, .glued = glued, .start = time->start, .end = time->end, .first = time->first, .end_index = time->end_index, .zone = time->zone};
    sheet->used[index] = true;
    sheet_ends_take(sheet, hour, index);
    int last = hour->end; /* of the stretch before */
    bool choice = false;
    /* "9h–12h et 14h–17h": the day goes on. */
    for (size_t i = index + 1; i < sheet->time_count; i++) {
        const struct time_mention *next = &sheet->times[i];
        if (next->zone || next->start < 0 || next->end < 0 || last < 0 || next->start < last || !sheet_is_glued(sheet, sheet_behind_note(sheet, hour->end_index), next->first))
            break;
        bool apart = next->start - last >= APART_MINUTES || is_choice(sheet, hour->end_index);
        bool third = i > index + 1;
        choice = choice || is_choice(sheet, hour->end_index);
        hour->returns = (struct returns){.told = !third && apart, .pause = hour->end, .start = next->start}; /* of three stretches none is told apart */
        hour->end = third && choice ? -1 : next->end; /* "9h-10h, 11h-12h ou 14h-15h": only the first beginning is sure */
        last = next->end;
        hour->end_index = next->end_index;
        sheet->used[i] = true;
    }
    sheet_again_take(sheet, hour, index + 1);
}

/* Index of the first hour that begins at or behind a lexeme. */
size_t sheet_time_from(const struct sheet *sheet, size_t lexeme)
{
    size_t low = 0, high = sheet->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->times[middle].first < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "à 14h, le mardi 3 mai", "Horaire : 14h Date : 3 mai": right before. */
static bool hour_before(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour)
{
    size_t at = sheet_time_from(sheet, date->first), first = date->first;
    if (at == 0)
        return false;
    const struct time_mention *time = &sheet->times[at - 1];
    if (first > 1 && lexis_is_sign(&sheet->items[first - 1], ':') && lexis_is_word_of(&sheet->items[first - 2], sheet->grammar->labels))
        first -= first > 2 && lexis_is_sign(&sheet->items[first - 3], LEXEME_LINE) ? 3 : 2;
    if (sheet->used[at - 1] || time->first < after || time->end_index > first || !sheet_is_glued(sheet, time->end_index, first))
        return false;
    size_t taken = sheet_again_first(sheet, at - 1, after), anew = taken == at - 1 ? sheet_replaced_by(sheet, taken, sheet->count) : taken;
    sheet_take(sheet, hour, anew, true);
    return true;
}

/* "le 3, le 10 et le 17 mars. Le premier commence à 14h": an hour of one of the days only, told in a sentence of its own. */
static bool is_of_one(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    size_t day = (size_t)(date - sheet->dates);
    int sentence = sheet->items[time->first].sentence;
    bool several = date->span_count > 1 || (day > 0 && sheet->items[date[-1].first].sentence == sheet->items[date->first].sentence);
    for (size_t i = time->first; several && i > date->end && sheet->items[i - 1].sentence == sentence; i--)
        if (lexis_is_word_of(&sheet->items[i - 1], sheet->grammar->parts))
            return true;
    return false;
}

/* "Heure : 18h30", "10h00": hardly anything else stands in its line. */
static bool fills_line(const struct sheet *sheet, const struct time_mention *time)
{
    size_t words = 0, first = time->first, end = time->end_index;
    while (first > 0 && !lexis_is_sign(&sheet->items[first - 1], LEXEME_LINE) && words < 2)
        words += sheet->items[--first].kind == LEXEME_WORD;
    while (end < sheet->count && !lexis_is_sign(&sheet->items[end], LEXEME_LINE) && words < 2)
        words += sheet->items[end++].kind == LEXEME_WORD;
    return words < 2 && first > 0;
}

/* "JEUDI 26 SEPTEMBRE", and in the line below "14H, PARVIS DE LA GARE": only signs part them, and no other line begins with an hour. */
static bool opens_next_line(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    for (size_t i = date->end; i < time->first; i++)
        if (sheet->items[i].kind != LEXEME_SIGN)
            return false;
    const struct time_mention *next = time + 1 < &sheet->times[sheet->time_count] ? time + 1 : NULL;
    return sheet->date_count == 1 && !(next && lexis_is_sign(&sheet->items[next->first - 1], LEXEME_LINE));
}

/* "Vendredi 7 décembre" opens the passage, which has one hour: that of the line right below, "Salle du Pressoir, 19h30". */
static bool is_of_line_below(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    enum { LINE_MOST = 24 };
    size_t lines = 0;
    bool alone = sheet->date_count == 1 || (date == sheet->dates && date[1].first > time->end_index);
    bool sole = alone && sheet->time_count == 1 && date->first == 0 && time->start >= 0 && time->first <= date->end + LINE_MOST;
    for (size_t i = date->end; sole && i < time->first; i++) {
        lines += lexis_is_sign(&sheet->items[i], LEXEME_LINE);
        sole = !(lines && lexis_is_sign(&sheet->items[i], '.'));
    }
    return sole && lines == 1;
}

/* A word of what else an hour is of, or NULL; `*parted` once a comma ends the clause of the hour. */
static const char *besides_at(const struct sheet *sheet, size_t index, bool *parted)
{
    *parted = *parted || lexis_is_sign(&sheet->items[index], ',');
    return !*parted && grammar_lists(sheet->grammar->besides, sheet->items[index].word) ? sheet->items[index].word : NULL;
}

/* The word for what else an hour is of that stands near it in its clause, or behind a comma when a single hour opens its sentence ("À 12h,
 * déjeuner"); NULL: none. */
static const char *word_beside(const struct sheet *sheet, const struct time_mention *time)
{
    enum { BEFORE_REACH = 6, BEHIND_REACH = 4 };
    int own = sheet->items[time->first].sentence;
    const char *found = NULL;
    bool parted = false;
    for (size_t i = time->first; i-- > 0 && time->first - i <= BEFORE_REACH && sheet->items[i].sentence == own && !found;)
        found = besides_at(sheet, i, &parted);
    bool opens = time->first == 0 || sheet->items[time->first - 1].sentence != own;
    size_t from = time->end_index + (opens && lexis_is_sign(&sheet->items[time->end_index], ','));
    parted = time->end >= 0;
    for (size_t i = from; i < sheet->count && i < from + BEHIND_REACH && sheet->items[i].sentence == own && !found; i++)
        found = besides_at(sheet, i, &parted);
    return found;
}

bool sheet_is_beside(const struct sheet *sheet, const struct time_mention *time)
{
    return word_beside(sheet, time) != NULL;
}

/* "Déjeuner à 12h.", "Départ du car à 8h": in a sentence of its own such an hour is not that of the beginning, unless the day is of just that:
 * "Samedi 8 mars, repas des anciens. Repas à 12h30." */
static bool is_of_besides(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    const char *word = word_beside(sheet, time);
    int sentence = sheet->items[date->first].sentence;
    bool named = false;
    for (size_t i = date->first; word && i-- > 0 && sheet->items[i].sentence == sentence && !named;)
        named = strcmp(sheet->items[i].word, word) == 0;
    for (size_t i = date->end; word && i < sheet->count && sheet->items[i].sentence == sentence && !named; i++)
        named = strcmp(sheet->items[i].word, word) == 0 && !(sheet->items[i].word == word && grammar_begins(sheet->grammar->shutting, word)); /* "…, fermeture à 20h" */
    return word && !named;
}

/* "⏰ 9 h 15", "Heure : 9 h 15." */
static bool is_announced(const struct sheet *sheet, const struct time_mention *time)
{
    const struct lexeme *before = time->first > 0 ? &sheet->items[time->first - 1] : NULL;
    bool sign = before && time->first > 1 && lexis_is_sign(before, ':') && before[-1].kind == LEXEME_WORD;
    bool label = sign && (grammar_lists(sheet->grammar->hour_labels, before[-1].word) || grammar_begins(sheet->grammar->each_of, before[-1].word)); /* "Deux représentations : 14h30 et 16h30." */
    bool asked = before && time->first > 1 && lexis_is_sign(before, '?') && lexis_is_word_of(before - 1, sheet->grammar->hour_nouns); /* "À quelle heure ? 18h30" */
    return label || asked || (before && lexis_is_sign(before, LEXEME_CLOCK));
}

/* "Début des parties 14h30", "Départ 13h45", "Accueil des équipes : 8h30" */
static bool is_told_to_begin(const struct sheet *sheet, const struct time_mention *time)
{
    enum { BEGINNING_REACH = 4 };
    size_t from = time->first - (time->first > 0 && lexis_is_sign(&sheet->items[time->first - 1], ':'));
    for (size_t i = from; i-- > 0 && from - i <= BEGINNING_REACH && sheet->items[i].kind == LEXEME_WORD;)
        if ((from == time->first && sheet_begins(sheet, i)) || lexis_is_word_of(&sheet->items[i], sheet->grammar->starters))
            return true;
    return false;
}

/* "la veille à midi", "le lendemain à 12h30"; but "mardi 24 décembre, la veille de Noël, à 18h30" */
static bool is_of_other_day(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    enum { OTHER_DAY_REACH = 3, NAME_REACH = 3 };
    for (size_t i = time->first; i-- > date->end + NAME_REACH && time->first - i <= OTHER_DAY_REACH && sheet->items[i].sentence == sheet->items[time->first].sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->eves) || lexis_is_word_of(&sheet->items[i], sheet->grammar->next_day))
            return true;
    return false;
}

/* "La bibliothèque fermera exceptionnellement à 16h.", "Circulation interdite de 8h à 20h.": a sentence of its own about something else. */
static bool is_of_others(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    int sentence = sheet->items[time->first].sentence;
    bool asked = sheet_closes_call(sheet, time) && !passages_sentence_has(sheet->passage, sentence, CUE_EVENT) && !passages_sentence_has(sheet->passage, sentence, CUE_MEET);
    return asked || is_of_other_day(sheet, date, time) || passages_sentence_has(sheet->passage, sentence, CUE_PRIVATE); /* "Inscriptions à l'accueil de 9h à 12h." */
}

/* "…, mais les exposants pourront partir dès 13h": behind a comma, a single hour of something else. */
static bool is_of_clause_besides(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    bool parted = false;
    for (size_t i = date->end; i < time->first && time->end < 0; i++)
        parted = parted || lexis_is_sign(&sheet->items[i], ',');
    return parted && is_of_besides(sheet, date, time);
}

/* A stretch, or an hour that words or its line tell as one. */
static bool is_told(const struct sheet *sheet, const struct time_mention *time)
{
    return time->end >= 0 || time->introduced || is_announced(sheet, time) || fills_line(sheet, time) || is_told_to_begin(sheet, time);
}

/* Its sentence gives the hour to something else than the day. */
static bool is_elsewhere(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time, bool below)
{
    bool event = below && passages_sentence_has(sheet->passage, sheet->items[time->first].sentence, CUE_EVENT); /* "soirée soupe, 19h30" */
    return is_of_one(sheet, date, time) || is_of_others(sheet, date, time) || (!event && is_of_besides(sheet, date, time)) || sheet_weekdays_have(sheet, time);
}

/* An hour that is not glued to the date but may still be its own: in the same sentence, or later where it cannot be a slot. */
static bool may_belong(const struct sheet *sheet, const struct date_mention *date, const struct time_mention *time)
{
    if (sheet->items[time->first].sentence == sheet->items[date->first].sentence && time->first < date->end + SENTENCE_REACH)
        return !is_of_clause_besides(sheet, date, time) && !sheet_others_has(sheet, date, time) && !is_of_other_day(sheet, date, time);
    bool below = is_of_line_below(sheet, date, time);
    if (is_elsewhere(sheet, date, time, below))
        return false;
    if (below || opens_next_line(sheet, date, time))
        return true;
    return !sheet_is_slot(sheet, time) && time->first <= date->end + BLOCK_REACH && time->start >= 0 && is_told(sheet, time);
}

/* "(l'accueil de la mairie fermera à 16h30)": a verb that ends stands right before a single hour. */
static bool is_of_closing(const struct sheet *sheet, const struct time_mention *time)
{
    return time->end < 0 && time->first > 0 && sheet->items[time->first - 1].kind == LEXEME_WORD && grammar_begins(sheet->grammar->ending, sheet->items[time->first - 1].word);
}

/* An hour behind the date, before the next date. */
bool sheet_hour_behind(struct sheet *sheet, const struct date_mention *date, size_t before, bool only_glued, struct hour *hour)
{
    for (size_t i = sheet_time_from(sheet, date->end); i < sheet->time_count && sheet->times[i].first < before; i++) {
        const struct time_mention *time = &sheet->times[i];
        bool glued = sheet_is_glued(sheet, date->end, time->first);
        if (sheet->used[i] || (!glued && (only_glued || !may_belong(sheet, date, time))))
            return false;
        if (!glued && (time->start < 0 || is_of_closing(sheet, time)))
            continue;
        sheet_take(sheet, hour, sheet_replaced_by(sheet, i, before), glued);
        return true;
    }
    return false;
}

/* Between brackets that hold little more than the hour. */
static bool is_in_note(const struct sheet *sheet, const struct time_mention *time)
{
    enum { NOTE_WORDS = 4 };
    for (size_t i = time->first; i-- > 0 && time->first - i <= NOTE_WORDS;)
        if (lexis_is_sign(&sheet->items[i], '('))
            return true;
    return false;
}

/* A verb that begins, or that leaves, stands right before the hour. */
static bool begins_near(const struct sheet *sheet, const struct time_mention *time)
{
    enum { VERB_REACH = 3 };
    for (size_t i = time->first; i-- > 0 && time->first - i <= VERB_REACH && sheet->items[i].kind == LEXEME_WORD;)
        if (sheet_begins(sheet, i) || grammar_begins(sheet->grammar->leaving, sheet->items[i].word))
            return true;
    return false;
}

/* A single hour of the same sentence, before the date but not beside it: "de 10h à 12h aura lieu l'atelier du 3 mai". */
bool sheet_hour_earlier(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour)
{
    size_t at = sheet_time_from(sheet, date->first);
    if (at == 0)
        return false;
    at -= at > 1 && is_in_note(sheet, &sheet->times[at - 1]); /* "à 17h30 (et pas 18h), vendredi 1er juillet" */
    const struct time_mention *time = &sheet->times[at - 1];
    bool single = time->end < 0 && !(begins_near(sheet, time) && time->introduced); /* "Le spectacle commencera à 17h30 au gymnase, vendredi 1er juillet" */
    if (sheet->used[at - 1] || time->first < after || single || time->start < 0 || time->first + SENTENCE_REACH < date->first ||
        sheet->items[time->first].sentence != sheet->items[date->first].sentence || sheet_is_slot(sheet, time))
        return false;
    sheet_take(sheet, hour, at - 1, false);
    return true;
}

/* "à partir de 16h30, le vendredi 26 juin, et jusqu'à 19h": the hour behind only ends what the one right before the day begins. */
static void join_before(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour)
{
    struct hour begin = {.start = -1, .end = -1};
    if (!hour->found || hour->start >= 0 || hour->end < 0 || !hour_before(sheet, date, after, &begin) || begin.start < 0 || begin.end >= 0)
        return;
    hour->start = begin.start;
    hour->first = begin.first;
}

/* The hour at which comes back what takes place on just these days. */
static void take_listed(struct sheet *sheet, size_t index, struct hour *hour)
{
    if (sheet->listed[index])
        sheet_take(sheet, hour, sheet->listed[index] - 1, false);
}

/* Hours of weekdays behind the day, or of lines below it. */
static bool take_below(struct sheet *sheet, const struct date_mention *date, struct hour *hour)
{
    return sheet_weekdays_take(sheet, date, hour) || sheet_lines_take(sheet, date, hour) || sheet_box_take(sheet, date, hour);
}

/* The hour of a deadline must touch it; that of an event may stand further off. */
struct hour sheet_find_hour(struct sheet *sheet, size_t index)
{
    struct hour hour = {.start = -1, .end = -1};
    const struct date_mention *date = &sheet->dates[index];
    size_t after = index ? sheet->dates[index - 1].end : 0;
    size_t before = index + 1 < sheet->date_count ? sheet->dates[index + 1].first : sheet->count;
    if (!sheet->inner[index] && take_below(sheet, date, &hour))
        return hour;
    if (!sheet_hour_behind(sheet, date, before, true, &hour) && !sheet->inner[index] && !hour_before(sheet, date, after, &hour))
        take_listed(sheet, index, &hour);
    join_before(sheet, date, after, &hour);
    if (sheet->inner[index]) {
        const struct time_mention *time = &sheet->times[sheet->inner[index] - 1];
        bool only_ends = hour.found && hour.start < 0; /* "dimanche 2 septembre (jusqu'à 19h)" */
        hour.end = only_ends ? hour.end : hour.found && hour.end < 0 ? hour.start : -1;
        hour.end_index = hour.found ? hour.end_index : date->end;
        hour.start = time->start;
        hour.first = time->first;
        hour.found = hour.both = hour.glued = true;
    }
    return hour;
}

bool sheet_is_quoted(struct sheet *sheet, size_t index)
{
    for (; sheet->quote_seen < index; sheet->quote_seen++)
        sheet->quotes += lexis_is_sign(&sheet->items[sheet->quote_seen], '"');
    bool opens = sheet->count && lexis_is_sign(&sheet->items[0], '"');
    return sheet->quotes % 2 == 1 && !opens;
}

const struct column *sheet_column(struct sheet *sheet, size_t index)
{
    const struct columns *columns = sheet->passage->columns;
    if (!columns)
        return NULL;
    for (; sheet->cell_seen < index; sheet->cell_seen++)
        sheet->cell += lexis_is_sign(&sheet->items[sheet->cell_seen], '|');
    return sheet->cell < columns->count ? &columns->items[sheet->cell] : NULL;
}

static void cover_dates(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->date_count; i++)
        memset(sheet->covered + sheet->dates[i].first, SHEET_DATE, sheet->dates[i].end - sheet->dates[i].first);
}

struct sheet sheet_open(struct arena *arena, const struct passage *passage, const struct grammar *grammar)
{
    struct sheet sheet = {.arena = arena, .passage = passage, .grammar = grammar, .items = passage->lexis.items, .count = passage->lexis.count};
    sheet_days_find(&sheet);
    sheet.times = times_find(arena, &passage->lexis, grammar, &sheet.time_count);
    sheet.used = arena_alloc(arena, sheet.time_count + 1);
    sheet.covered = arena_alloc(arena, sheet.count + 1);
    cover_dates(&sheet);
    welcomes_take(&sheet);
    sheet_replaced_drop(&sheet);
    sheet_setup_drop(&sheet);
    for (size_t i = 0; i < sheet.time_count; i++)
        memset(sheet.covered + sheet.times[i].first, SHEET_TIME, sheet.times[i].end_index - sheet.times[i].first);
    sheet.habitual = arena_alloc(arena, sheet.date_count + 1);
    sheet.listed = arena_alloc(arena, (sheet.date_count + 1) * sizeof *sheet.listed);
    sheet.inner = arena_alloc(arena, (sheet.date_count + 1) * sizeof *sheet.inner);
    sheet_ranges_join(&sheet);
    sheet.cell_seen = sheet.cell = 0; /* it asked for columns */
    cover_dates(&sheet);
    habits_take(&sheet);
    return sheet;
}

bool sheet_begins(const struct sheet *sheet, size_t index)
{
    return grammar_begins(sheet->grammar->beginning, sheet->items[index].word);
}

/* "on s'arrête", "nous vous libérerons", "tout s'arrête"; not "le bus s'arrête". */
static bool stops(const struct sheet *sheet, size_t index)
{
    enum { STOPPER_REACH = 3 };
    const struct lexeme *item = &sheet->items[index];
    bool verb = lexis_is_word_of(item, sheet->grammar->stopping) || lexis_is_word_of(item, sheet->grammar->releasing);
    if (!verb || item->participle) /* not "nous avons arrêté le repas" */
        return false;
    for (size_t i = index; i-- > 0 && index - i <= STOPPER_REACH;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->stoppers))
            return true;
    return false;
}

bool sheet_closes(const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index];
    bool word = index < sheet->count && item->kind == LEXEME_WORD;
    return word && (grammar_lists(sheet->grammar->closings, item->word) || grammar_begins(sheet->grammar->ending, item->word) || stops(sheet, index));
}

bool sheet_is_annex(const struct sheet *sheet, const struct lexeme *item)
{
    const struct grammar *grammar = sheet->grammar;
    bool listed = lexis_is_word_of(item, grammar->welcomes) || lexis_is_word_of(item, grammar->doors) || lexis_is_word_of(item, grammar->annexes);
    return listed || (item->kind == LEXEME_WORD && (grammar_begins(grammar->preparing, item->word) || grammar_begins(grammar->setting_up, item->word)));
}
