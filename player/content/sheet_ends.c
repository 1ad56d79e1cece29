#include "content/sheet_ends.h"

#include "content/grammar.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>
#include <string.h>

enum { SENTENCE_REACH = 45, ANNEX_REACH = 7, ENDING_REACH = 3, EVENING_LEAST = 16 * 60, MORNING_MOST = 9 * 60, DAY_MINUTES = 24 * 60 };

static bool has_date_between(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sheet->covered[i] == SHEET_DATE)
            return true;
    return false;
}

/* "À partir de 14h30 : la conteuse sera là jusqu'à 16h": an hour that only ends, in the sentence of the first one. */
static bool ends_alone(const struct sheet *sheet, const struct hour *hour, const struct time_mention *next)
{
    bool near = next->first <= hour->end_index + 1 || survey_names(sheet->passage, hour->end_index, next->first, CUE_EVENT); /* "à partir de 19h30, jusqu'à 2h", "à 23h, suivi d'un bal jusqu'à 2h" */
    bool night = hour->start >= EVENING_LEAST && next->end <= MORNING_MOST && near;
    return next->start < 0 && (next->end > hour->start || night) && sheet->items[next->first].sentence == sheet->items[hour->first].sentence &&
           next->first - hour->end_index <= SENTENCE_REACH;
}

/* "à la bibliothèque", "au bar": where it takes place. */
static bool is_place(const struct sheet *sheet, size_t index)
{
    size_t at = index;
    while (at > 0 && (lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->determiners) || lexis_is_sign(&sheet->items[at - 1], '\'')))
        at--;
    return at > 0 && (lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->at) || lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->to) || lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->place_words));
}

/* A comma or a joint between two lexemes. */
static bool is_parted(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (lexis_is_sign(&sheet->items[i], ',') || lexis_is_word_of(&sheet->items[i], sheet->grammar->and))
            return true;
    return false;
}

/* "le parking ferme à 22h", "entrée gratuite avant 22h": the hour is of something beside the event. */
static bool names_annex(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = to > from + ANNEX_REACH ? to - ANNEX_REACH : from; i < to; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->annexes) && !is_place(sheet, i) && !is_parted(sheet, i, to))
            return true;
    return false;
}

/* "Fin", "elle", "la séance": the lexeme means the event that was told. */
static bool means_event(const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index];
    const struct grammar *grammar = sheet->grammar;
    return lexis_is_word_of(item, grammar->closings) || lexis_is_word_of(item, grammar->they) || lexis_is_word_of(item, grammar->we) || (item->kind == LEXEME_WORD && grammar_begins(grammar->each_of, item->word));
}

/* An event is named in lexemes `from` to before `to`, and no verb of a house that shuts: "Le marché ferme à 13h". */
static bool ends_named(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sheet->items[i].kind == LEXEME_WORD && grammar_begins(sheet->grammar->shutting, sheet->items[i].word))
            return false;
    return survey_names(sheet->passage, from, to, CUE_EVENT);
}

/* "Le tournoi se terminera vers 22h30.", "Elle finit à 19h", "Fin à 20h": a later sentence ends what takes place; "Le standard ferme à 16h30" ends
 * something else. */
static bool is_about_event(const struct sheet *sheet, const struct time_mention *next)
{
    size_t first = next->first;
    while (first > 0 && next->first - first < SENTENCE_REACH && sheet->items[first - 1].sentence == sheet->items[next->first].sentence)
        first--;
    while (first < next->first && sheet->items[first].kind == LEXEME_SIGN)
        first++;
    if (first < next->first && grammar_begins(sheet->grammar->ending, sheet->items[first].word))
        return true; /* "Clôture à 12h30 par la préfète" */
    for (size_t i = first; i < next->first; i++)
        if (means_event(sheet, i))
            return true;
    return ends_named(sheet, first, next->first);
}

/* "avant le 12 mars à 12h": the hour is that of a last day. */
static bool is_of_limit(const struct sheet *sheet, const struct hour *hour)
{
    enum { LIMIT_REACH = 8 };
    for (size_t i = survey_cue_from(sheet->passage, hour->first > LIMIT_REACH ? hour->first - LIMIT_REACH : 0); i < sheet->passage->cue_count && sheet->passage->cues[i].first < hour->first; i++) {
        enum cue_kind kind = sheet->passage->cues[i].kind;
        bool last = kind == CUE_UNTIL || kind == CUE_BEFORE || kind == CUE_DUE || kind == CUE_LIMIT;
        if (last && sheet->items[sheet->passage->cues[i].first].sentence == sheet->items[hour->first].sentence)
            return true;
    }
    return false;
}

/* "Premier match à 20h30. Le tournoi se terminera vers 22h30.": an hour behind a verb that ends what the first one began. */
static bool ends_by_verb(const struct sheet *sheet, const struct hour *hour, const struct time_mention *next)
{
    if (next->end >= 0 || next->start <= hour->start)
        return false;
    if (sheet_closes_call(sheet, next) || names_annex(sheet, hour->end_index, next->first))
        return false;
    if (sheet->items[next->first].sentence != sheet->items[hour->first].sentence && (is_of_limit(sheet, hour) || !is_about_event(sheet, next)))
        return false;
    size_t from = next->first > ENDING_REACH && next->first - ENDING_REACH > hour->end_index ? next->first - ENDING_REACH : hour->end_index;
    for (size_t i = from; i < next->first; i++)
        if (sheet_closes(sheet, i))
            return true;
    return false;
}

bool sheet_ends_later(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index], *next = index + 1 < sheet->time_count ? time + 1 : NULL;
    struct hour hour = {.start = time->start, .end = time->end, .first = time->first, .end_index = time->end_index};
    bool open = next && hour.start >= 0 && hour.end < 0 && !next->zone && !has_date_between(sheet, hour.end_index, next->first);
    return open && sheet->items[time->first].sentence == sheet->items[next->first].sentence && ends_by_verb(sheet, &hour, next);
}

/* "commence à 14h le mardi 31 mai et se termine à 16h": behind the day that stands right behind its hour. */
static size_t behind_own_day(const struct sheet *sheet, size_t index)
{
    size_t at = index;
    while (at < sheet->count && at < index + 3 && (lexis_is_word_of(&sheet->items[at], sheet->grammar->articles) || lexis_is_word_of(&sheet->items[at], sheet->grammar->sharp)))
        at++; /* "à 9h précises le 25 avril" */
    while (at < sheet->count && sheet->covered[at] == SHEET_DATE)
        at++;
    return at > index && sheet->covered[at - 1] == SHEET_DATE ? at : index;
}

/* "à midi, réservations au 06 12 34 56 78 avant 20h": until when something is asked for. */
static bool is_of_request(const struct sheet *sheet, size_t from, size_t to)
{
    return survey_asks(sheet->passage, from, to) || names_annex(sheet, from, to);
}

/* "ateliers jusqu'à 12h30, puis restitution de 14h à 16h": behind the hour at `index` that ends, a stretch of the same sentence. */
static bool goes_on(const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index], *later = index + 1 < sheet->time_count && !sheet->used[index + 1] ? time + 1 : NULL;
    bool same = later && sheet->items[later->first].sentence == sheet->items[time->first].sentence && !has_date_between(sheet, time->end_index, later->first);
    return same && later->start >= time->end && later->end >= 0;
}

/* "Film à 18h, débat à 19h30, fin à 21h", "départ à 7h, retour vers 20h": of the next hours of the sentence the one right behind a word for the end; 0: none. */
static size_t told_end(const struct sheet *sheet, const struct hour *hour, size_t index)
{
    enum { HOURS_MOST = 3, WORD_REACH = 2 };
    for (size_t i = index + 1; i < sheet->time_count && i <= index + HOURS_MOST; i++) {
        const struct time_mention *time = &sheet->times[i];
        if (sheet->used[i] || time->zone || time->start <= hour->start || sheet->items[time->first].sentence != sheet->items[hour->first].sentence || has_date_between(sheet, hour->end_index, time->first))
            return 0;
        for (size_t at = time->first; time->end < 0 && at-- > hour->end_index && time->first - at <= WORD_REACH;)
            if (lexis_is_word_of(&sheet->items[at], sheet->grammar->closings))
                return i;
    }
    return 0;
}

void sheet_ends_take(struct sheet *sheet, struct hour *hour, size_t index)
{
    const struct time_mention *next = index + 1 < sheet->time_count ? &sheet->times[index + 1] : NULL;
    if (!next || sheet->used[index + 1] || next->zone || hour->start < 0 || hour->end >= 0 || has_date_between(sheet, behind_own_day(sheet, hour->end_index), next->first))
        return;
    bool alone = ends_alone(sheet, hour, next) && !is_of_request(sheet, hour->end_index, next->first);
    size_t last = 0;
    if (alone)
        last = index + 1 + goes_on(sheet, index + 1);
    else
        last = ends_by_verb(sheet, hour, next) ? index + 1 : told_end(sheet, hour, index);
    if (last == 0)
        return;
    hour->end = alone ? sheet->times[last].end : sheet->times[last].start;
    hour->end += hour->end <= hour->start ? DAY_MINUTES : 0;
    memset(sheet->used + index + 1, 1, (last - index) * sizeof *sheet->used);
}
