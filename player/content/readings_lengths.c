#include "content/readings_lengths.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/lengths.h"
#include "content/readings.h"
#include "content/readings_every.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>
#include <string.h>

enum { LENGTH_REACH = 10, LENGTH_LEAST = 30, LENGTH_MOST = 300 };

static void add(struct arena *arena, struct readings *readings, const struct sheet *sheet, struct hours hours)
{
    hours.passage = sheet->passage;
    hours.row = passages_line(sheet->passage, 0);
    hours.weekday = hours.former_minutes = hours.start_minutes = hours.end_minutes = -1;
    readings_add_hours(arena, readings, &hours);
}

/* "Chaque rencontre dure une heure et demie.", "Durée : 1h30" in a passage without a day: of the whole page. */
static bool add_general(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    int length = sheet->date_count ? -1 : lengths_find(&sheet->passage->lexis, sheet->grammar, 0, sheet->count);
    bool each = false, opens = false;
    for (size_t i = 0; length > 0 && i + 1 < sheet->count && !each; i++) {
        each = readings_every_means_all(sheet, i);
        opens = opens || (sentences_opens(sheet, i) && lexis_is_word_of(&sheet->items[i], sheet->grammar->length_heads));
    }
    if (each || opens)
        add(arena, readings, sheet, (struct hours){.length_minutes = length});
    return each || opens;
}

/* The sentence of a lexeme names no day, and does not look back. */
static bool is_free(const struct sheet *sheet, size_t index)
{
    int sentence = sheet->items[index].sentence;
    for (size_t i = 0; i < sheet->date_count; i++)
        if (sheet->items[sheet->dates[i].first].sentence == sentence)
            return false;
    return !sentences_have(sheet, sentence, CUE_PAST) && !sentences_have(sheet, sentence, CUE_PRIVATE);
}

/* Behind a length whose unit is `last` the sentence ends, or a sign parts what follows: "Comptez 1h30, goûter compris", "deux heures de marche." where the day stands beside it (`own`); not "vingt
 * minutes depuis la gare", "une heure pour rejoindre le site". */
static bool stands_alone(const struct sheet *sheet, size_t last, bool own)
{
    enum { BREAK_WORDS = 2 };
    size_t at = last + 1;
    while (at < sheet->count && (sheet->items[at].kind == LEXEME_NUMBER || lexis_is_word_of(&sheet->items[at], sheet->grammar->and) || (sheet->items[at].kind == LEXEME_WORD && grammar_value(sheet->grammar->halves, sheet->items[at].word) >= 0)))
        at++;
    if (own && at < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->noun_leads))
        at += 2 + lexis_is_sign(&sheet->items[at + 1], '\'');
    bool holds = at < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->holding);
    for (size_t i = at; holds && i + 1 < sheet->count && i <= at + BREAK_WORDS + 1; i++) /* "avec l'entracte"; not "pour le débat" */
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->breaks))
            return sheet->items[i + 1].kind == LEXEME_SIGN;
    return at >= sheet->count || sheet->items[at].kind == LEXEME_SIGN;
}

/* An hour, and not "2h15" of "comptez 2h15". */
static bool tells_hour(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->time_count; i++) {
        const struct lexeme *before = sheet->times[i].first > 0 ? &sheet->items[sheet->times[i].first - 1] : NULL;
        bool counted = before && before->kind == LEXEME_WORD && (grammar_begins(sheet->grammar->counting, before->word) || grammar_lists(sheet->grammar->lasts, before->word));
        if (!counted)
            return true;
    }
    return false;
}

/* "Comptez", "Il faut compter", "Chacune dure": the lexeme before a length that a sentence of its own tells; 0: none. */
static size_t behind_opening(const struct sheet *sheet, size_t index)
{
    const struct lexeme *items = sheet->items;
    bool counts = items[index].kind == LEXEME_WORD && grammar_begins(sheet->grammar->counting, items[index].word);
    bool each = lexis_is_word_of(&items[index], sheet->grammar->each) && lexis_is_word_of(&items[index + 1], sheet->grammar->length_heads);
    bool must = counts && index > 1 && sentences_opens(sheet, index - 2) && lexis_is_word_of(&items[index - 2], sheet->grammar->they);
    bool opens = must || sentences_opens(sheet, index) || lexis_is_sign(&items[index - 1], ',');
    return (counts || each) && opens ? index + 1 + each : 0;
}

/* "Comptez deux heures de marche.", "Chacune dure 45 minutes.": a sentence of its own tells how long the days of its passage last, or those of the page
 * when its passage names neither day nor hour. */
static void add_own(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    bool own = sheet->date_count || tells_hour(sheet);
    for (size_t i = 0; i + 1 < sheet->count; i++) {
        size_t last = 0, at = behind_opening(sheet, i);
        int length = at ? lengths_at(&sheet->passage->lexis, sheet->grammar, at, &last) : -1;
        bool fits = own || (length >= LENGTH_LEAST && length <= LENGTH_MOST);
        if (length > 0 && fits && stands_alone(sheet, last, own) && is_free(sheet, i))
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_own = own});
    }
}

/* "Deux ateliers d'une heure chacun": the last word for what takes place before a lexeme of its sentence; NULL: none. */
static const char *last_noun(const struct sheet *sheet, size_t index)
{
    size_t at = survey_cue_from(sheet->passage, index);
    while (at-- > 0 && sheet->items[sheet->passage->cues[at].first].sentence == sheet->items[index].sentence)
        if (sheet->passage->cues[at].kind == CUE_EVENT)
            return sheet->items[sheet->passage->cues[at].first].word;
    return NULL;
}

/* "L'atelier dure deux heures. Prochaines dates : le 5 juin à 10h, le 12 juin à 14h." */
static void add_of_noun(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    for (size_t i = 1; i < sheet->count; i++) {
        if (sheet->items[i].kind != LEXEME_WORD || !grammar_lists(sheet->grammar->lasts, sheet->items[i].word))
            continue;
        int length = lengths_find(&sheet->passage->lexis, sheet->grammar, i, i + LENGTH_REACH);
        const char *noun = length > 0 ? sentences_event_before(sheet, i) : NULL;
        bool that = length > 0 && !noun && sentences_opens(sheet, i - 1) && (lexis_is_word_of(&sheet->items[i - 1], sheet->grammar->they) || lexis_is_word_of(&sheet->items[i - 1], sheet->grammar->that));
        if (that && tells_hour(sheet) && is_free(sheet, i)) /* "Connectez-vous à 12h30 ; cela durera une heure" */
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_own = true});
        else if (noun && is_free(sheet, i))
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_near = true, .length_of = noun});
        i += LENGTH_REACH;
    }
}

/* "des présentations", "une initiation", "ce rendez-vous": several, or one of a kind. */
static bool is_kind(const struct sheet *sheet, const struct cue *cue)
{
    const char *noun = sheet->items[cue->first].word;
    bool many = noun[0] && noun[strlen(noun) - 1] == 's';
    if (cue->first > 1 && lexis_is_word_of(&sheet->items[cue->first - 2], sheet->grammar->agents))
        return false; /* "commencent par une conférence d'une heure" */
    size_t at = cue->first;
    at -= at > 1 && !sheet->items[at].spaced && sheet->items[at - 1].kind == LEXEME_WORD; /* "une web-conférence" */
    return many || (at > 0 && (lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->one) || lexis_is_word_of(&sheet->items[at - 1], sheet->grammar->that)));
}

/* "… [à distance] d'une heure et demie": the length that a noun has, with two words between at most; -1: none. */
static int length_behind(const struct sheet *sheet, size_t index)
{
    enum { BETWEEN_MOST = 2 };
    for (size_t i = index; i < sheet->count && i <= index + BETWEEN_MOST && sheet->items[i].kind == LEXEME_WORD; i++) {
        size_t last = 0, at = i + 1 + lexis_is_sign(&sheet->items[i + 1], '\'');
        bool leads = lexis_is_word_of(&sheet->items[i], sheet->grammar->noun_leads) && at < sheet->count;
        int length = leads ? lengths_at(&sheet->passage->lexis, sheet->grammar, at, &last) : -1;
        if (length > 0)
            return length;
        i = leads ? at : i; /* "réunions d'information d'une heure" */
    }
    return -1;
}

/* "trois ateliers": so many of them, and nothing else is named before them in their sentence: "concert précédé de deux ateliers d'une heure". */
static bool counts_many(const struct sheet *sheet, const struct cue *cue)
{
    size_t first = cue->first;
    while (first > 0 && sheet->items[first - 1].sentence == sheet->items[cue->first].sentence)
        first--;
    if (survey_names(sheet->passage, first, cue->first, CUE_EVENT))
        return false;
    const struct lexeme *before = cue->first > 0 ? &sheet->items[cue->first - 1] : NULL;
    bool word = before && before->kind == LEXEME_WORD && grammar_value(sheet->grammar->counts, before->word) > 1;
    return before && (word || (before->kind == LEXEME_NUMBER && before->number > 1));
}

/* "Les midis sont des présentations d'une heure": how long all of a series last, behind their noun. */
static bool add_of_series(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        const char *noun = sheet->items[cue->first].word;
        int length = cue->kind == CUE_EVENT && is_kind(sheet, cue) ? length_behind(sheet, cue->end) : -1;
        bool free = length > 0 && is_free(sheet, cue->first);
        if (length > 0 && (free || counts_many(sheet, cue))) {
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_near = free, .length_own = !free, .length_of = noun});
            return true;
        }
    }
    return false;
}

/* "mardi 14 à 11h ou jeudi 16 à 15h (45 minutes chacun)": of the days before it in its sentence, and of nothing that is named behind them: "…, avec des
 * ateliers (30 minutes chacun)". */
static bool is_of_days(const struct sheet *sheet, size_t where)
{
    size_t last = 0;
    for (size_t i = 0; i < sheet->date_count && sheet->dates[i].end <= where; i++)
        if (sheet->items[sheet->dates[i].first].sentence == sheet->items[where].sentence)
            last = sheet->dates[i].end;
    return last > 0 && !survey_names(sheet->passage, last, where, CUE_EVENT) && !sentences_have(sheet, sheet->items[where].sentence, CUE_PAST);
}

void readings_lengths_add(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t where = 0;
    if (sheet->passage->role != PASSAGE_BODY || sheet->passage->past || add_general(arena, readings, sheet))
        return;
    add_own(arena, readings, sheet);
    int each = lengths_each(&sheet->passage->lexis, sheet->grammar, &where);
    bool announces = each > 0 && lexis_is_sign(&sheet->items[where + 1], ':'); /* "deux ateliers d'une heure chacun : le 5 juin à 10h et …" */
    if (each > 0 && !announces && is_of_days(sheet, where))
        add(arena, readings, sheet, (struct hours){.length_minutes = each, .length_own = true});
    else if (each > 0 && (announces || is_free(sheet, where)))
        add(arena, readings, sheet, (struct hours){.length_minutes = each, .length_near = true, .length_each = true, .length_of = last_noun(sheet, where)});
    else if (!add_of_series(arena, readings, sheet))
        add_of_noun(arena, readings, sheet);
}
