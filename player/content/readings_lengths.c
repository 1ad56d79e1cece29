#include "content/readings_lengths.h"

#include "base/arena.h"
#include "content/grammar.h"
#include "content/lengths.h"
#include "content/readings.h"
#include "content/readings_every.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { LENGTH_REACH = 10, SENTENCE_REACH = 80 };

static void add(struct arena *arena, struct readings *readings, const struct sheet *sheet, struct hours hours)
{
    hours.passage = sheet->passage;
    hours.row = passages_line(sheet->passage, 0);
    hours.weekday = hours.former_minutes = hours.start_minutes = hours.end_minutes = -1;
    readings_add_hours(arena, readings, &hours);
}

/* A sentence or a title in quotes begins with the lexeme. */
static bool opens_sentence(const struct sheet *sheet, size_t index)
{
    return index == 0 || sheet->items[index - 1].sentence != sheet->items[index].sentence || lexis_is_sign(&sheet->items[index - 1], '"');
}

/* "Chaque rencontre dure une heure et demie.", "Durée : 1h30" in a passage without a day: of the whole page. */
static bool add_general(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    int length = sheet->date_count ? -1 : lengths_find(&sheet->passage->lexis, sheet->grammar, 0, sheet->count);
    bool each = false, opens = false;
    for (size_t i = 0; length > 0 && i + 1 < sheet->count && !each; i++) {
        each = readings_every_means_all(sheet, i);
        opens = opens || (opens_sentence(sheet, i) && lexis_is_word_of(&sheet->items[i], sheet->grammar->length_heads));
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

/* The word for what takes place with which the sentence of a lexeme begins, before that: "L'atelier dure"; NULL: none. */
static const char *noun_before(const struct sheet *sheet, size_t index)
{
    size_t first = index;
    while (first > 0 && sheet->items[first - 1].sentence == sheet->items[index].sentence)
        first--;
    while (first < index && (sentences_is_article(sheet, first) || lexis_is_word_of(&sheet->items[first], sheet->grammar->each)))
        first++;
    size_t at = survey_cue_from(sheet->passage, first);
    const struct cue *cue = at < sheet->passage->cue_count ? &sheet->passage->cues[at] : NULL;
    return cue && cue->first == first && cue->first < index && cue->kind == CUE_EVENT ? sheet->items[first].word : NULL;
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
        const char *noun = length > 0 ? noun_before(sheet, i) : NULL;
        if (noun && is_free(sheet, i))
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_near = true, .length_of = noun});
        i += LENGTH_REACH;
    }
}

/* "Les midis sont des présentations d'une heure": how long all of a series last, behind their noun. */
static bool add_of_series(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        const char *noun = sheet->items[cue->first].word;
        bool many = cue->kind == CUE_EVENT && noun[0] && noun[strlen(noun) - 1] == 's' && lexis_is_word_of(&sheet->items[cue->end], sheet->grammar->of);
        size_t last = 0, at = cue->end + 1 + lexis_is_sign(&sheet->items[cue->end + many], '\'');
        int length = many && at < sheet->count ? lengths_at(&passage->lexis, sheet->grammar, at, &last) : -1;
        if (length > 0 && is_free(sheet, cue->first)) {
            add(arena, readings, sheet, (struct hours){.length_minutes = length, .length_near = true, .length_of = noun});
            return true;
        }
    }
    return false;
}

/* "Film : 52 minutes.": of what the label names; but "Durée prévue : deux heures". */
static bool is_of_label(const struct sheet *sheet, size_t first)
{
    enum { LABEL_REACH = 4 };
    if (first < 2 || !lexis_is_sign(&sheet->items[first - 1], ':') || sheet->items[first - 2].kind != LEXEME_WORD)
        return false;
    for (size_t i = first - 1; i-- > 0 && first - i <= LABEL_REACH;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->length_heads))
            return false;
    return true;
}

/* Behind "30" of "1h30", "et demie" of "deux heures et demie". */
static size_t behind_rest(const struct sheet *sheet, size_t at)
{
    at += at < sheet->count && sheet->items[at].kind == LEXEME_NUMBER;
    bool half = at + 1 < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->and) && sheet->items[at + 1].kind == LEXEME_WORD && grammar_value(sheet->grammar->halves, sheet->items[at + 1].word) > 0;
    return at + (half ? 2 : 0);
}

/* "d'atelier", "de visite" */
static bool is_of_event(const struct sheet *sheet, size_t at)
{
    bool of = lexis_is_word_of(&sheet->items[at], sheet->grammar->noun_leads);
    at += of;
    at += of && at < sheet->count && lexis_is_sign(&sheet->items[at], '\'');
    return of && at < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->length_nouns);
}

/* What stands behind a length says that it is of all: nothing, "chaque fois", "pour découvrir", "avec la directrice", "d'atelier"; not "de trajet",
 * "avant le début", "offertes". */
static bool goes_for_all(const struct sheet *sheet, size_t first, size_t unit)
{
    size_t at = behind_rest(sheet, unit + 1);
    if (at >= sheet->count)
        return true;
    const struct lexeme *behind = &sheet->items[at];
    if (behind->kind == LEXEME_SIGN)
        return !is_of_label(sheet, first);
    if (first > 0 && lexis_is_word_of(behind, sheet->grammar->and) && lexis_is_word_of(&sheet->items[first - 1], sheet->grammar->length_leads))
        return true; /* "comptez deux heures et de bonnes chaussures" */
    if (lexis_is_word_of(behind, sheet->grammar->length_goals))
        return opens_sentence(sheet, first) || lexis_is_word_of(behind, sheet->grammar->each);
    return is_of_event(sheet, at);
}

/* ", deux heures.": behind a comma, and nothing else before the next sign. */
static bool is_between_commas(const struct sheet *sheet, size_t index)
{
    size_t unit = index;
    bool length = lexis_is_sign(&sheet->items[index - 1], ',') && lengths_at(&sheet->passage->lexis, sheet->grammar, index, &unit) > 0;
    return length && (unit + 1 >= sheet->count || sheet->items[unit + 1].kind == LEXEME_SIGN);
}

/* How many lengths the lexemes name. */
static size_t count_lengths(const struct sheet *sheet, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to && i < sheet->count; i++) {
        size_t unit = i;
        bool length = !sheet->covered[i] && lengths_at(&sheet->passage->lexis, sheet->grammar, i, &unit) > 0;
        count += length;
        i = length ? unit : i;
    }
    return count;
}

/* What stands before a length lets it stand by itself. */
static bool stands_free(const struct sheet *sheet, size_t index)
{
    const struct lexeme *before = index ? &sheet->items[index - 1] : NULL;
    if (sheet->covered[index])
        return false;
    if (!before || before->sentence != sheet->items[index].sentence || lexis_is_word_of(before, sheet->grammar->length_leads))
        return true;
    return (before->kind == LEXEME_SIGN && before->sign && strchr("(-:|\n\"", before->sign)) || is_between_commas(sheet, index);
}

/* How many hours begin in lexemes `from` to before `to`. */
static size_t count_hours(const struct sheet *sheet, size_t from, size_t to)
{
    size_t hours = 0;
    for (size_t i = sheet_time_from(sheet, from); i < sheet->time_count && sheet->times[i].first < to; i++)
        hours++;
    return hours;
}

/* Minutes of the first length before lexeme `to`, in the sentence of the date or, when it is the only one, in its passage, that stands by itself and is
 * of no part: "(comptez deux heures)". -1: none, or the day has several hours. */
static int free_length(const struct sheet *sheet, const struct date_mention *date, size_t to)
{
    size_t from = sheet->date_count == 1 ? 0 : date->first;
    while (from > 0 && sheet->items[from - 1].sentence == sheet->items[date->first].sentence)
        from--;
    if (count_hours(sheet, from, to) != 1 || count_lengths(sheet, from, to) != 1)
        return -1;
    for (size_t i = from; i < to && i < sheet->count; i++) {
        size_t unit = i;
        bool of_work = i > 0 && i < date->first && lexis_is_sign(&sheet->items[i - 1], '('); /* "projection de Bureaux (52 min), suivie d'un échange" */
        bool other = sheet->items[i].sentence != sheet->items[date->first].sentence && i > 0 && lexis_is_word_of(&sheet->items[i - 1], sheet->grammar->length_leads) && i < date->first; /* "Le musée se visite en une heure." */
        int minutes = !of_work && !other && stands_free(sheet, i) ? lengths_at(&sheet->passage->lexis, sheet->grammar, i, &unit) : -1;
        if (minutes > 0 && unit + 1 <= to && goes_for_all(sheet, i, unit))
            return minutes;
    }
    return -1;
}

/* Something that takes place is named in lexemes `from` to before `to`. */
static bool has_event(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = survey_cue_from(sheet->passage, from); i < sheet->passage->cue_count && sheet->passage->cues[i].first < to; i++)
        if (sheet->passage->cues[i].kind == CUE_EVENT)
            return true;
    return false;
}

/* The first lexeme of the sentence of another, or one not too far before it. */
static size_t sentence_from(const struct sheet *sheet, size_t index)
{
    size_t from = index;
    while (from > 0 && index - from < SENTENCE_REACH && sheet->items[from - 1].sentence == sheet->items[index].sentence)
        from--;
    return from;
}

/* "projection de Bureaux (52 min), suivie d'un échange": the length is that of a film. */
static bool is_of_film(const struct sheet *sheet, size_t from, size_t to)
{
    bool bracket = false, film = false;
    for (size_t i = from; i < to; i++) {
        bracket = bracket || lexis_is_sign(&sheet->items[i], '(');
        film = film || lexis_is_word_of(&sheet->items[i], sheet->grammar->films);
    }
    return bracket && film;
}

/* "L'atelier dure deux heures et commence à 14h, le lundi 21", "L'atelier, d'une durée de 2h30, débutera à 13h30 le jeudi 3": the sentence begins with the event, how long it lasts and when it begins. */
static int length_of_subject(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (!lexis_is_word_of(&sheet->items[i], sheet->grammar->length_heads))
            continue;
        bool own = lexis_is_word_of(&sheet->items[from], sheet->grammar->they) || noun_before(sheet, i);
        return own && sheet_time_from(sheet, i) == sheet_time_from(sheet, from) ? lengths_find(&sheet->passage->lexis, sheet->grammar, i, i + LENGTH_REACH) : -1;
    }
    return -1;
}

/* Where the length begins of what is named right before lexeme `from`: "webinaire d'une heure", "atelier de couture de deux heures"; `to` when there is none. */
static size_t length_behind(const struct sheet *sheet, size_t from, size_t to)
{
    enum { COMPLEMENT_REACH = 5 };
    for (size_t i = from; i < to && i < from + COMPLEMENT_REACH; i++) {
        size_t unit = 0, at = i + 1 + lexis_is_sign(&sheet->items[i + 1], '\'');
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->noun_leads) && at < to && lengths_at(&sheet->passage->lexis, sheet->grammar, at, &unit) > 0)
            return at;
        if (sheet->items[i].kind != LEXEME_WORD && !lexis_is_sign(&sheet->items[i], '\''))
            return to;
    }
    return to;
}

/* "Un webinaire d'une heure, jeudi 7 décembre à 13h", "d'une durée de 3 heures, débutera le jeudi 7": before the first day of its sentence, of the
 * event that is named right before it; "trois démonstrations de 30 minutes : le mardi 5 à 11h, le jeudi 7 à 14h". */
static int length_of_noun(const struct sheet *sheet, const struct date_mention *date)
{
    size_t from = sentence_from(sheet, date->first);
    while (date > sheet->dates && date[-1].first >= from)
        date--;
    size_t hours = count_hours(sheet, from, date->first);
    if (hours > 1 || count_lengths(sheet, from, date->first) != 1 || is_of_film(sheet, from, date->first))
        return -1;
    if (hours == 1)
        return length_of_subject(sheet, from, date->first);
    int told = lengths_find(&sheet->passage->lexis, sheet->grammar, from, date->first);
    for (size_t i = survey_cue_from(sheet->passage, from); told < 0 && i < sheet->passage->cue_count && sheet->passage->cues[i].first < date->first; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        bool slots = cue->first > from && lexis_is_word_of(&sheet->items[cue->first - 1], sheet->grammar->some); /* "Des ateliers de 20 minutes": each */
        size_t unit = 0, at = cue->kind == CUE_EVENT && !slots ? length_behind(sheet, cue->end, date->first) : date->first;
        if (at < date->first && !has_event(sheet, cue->end, date->first)) /* not "Après un débat d'une heure, concert samedi 8 mars" */
            told = lengths_at(&sheet->passage->lexis, sheet->grammar, at, &unit);
    }
    return told;
}

/* "jeudi 8 avril à 14 h pour un échange d'une heure": right behind the day and its hour, what they are for. */
static int length_of_goal(const struct sheet *sheet, const struct date_mention *date)
{
    enum { GOAL_REACH = 12 };
    size_t at = date->end, unit = 0;
    while (at < sheet->count && at < date->end + GOAL_REACH && (sheet->covered[at] || sheet_is_glue(sheet, at)) && !lexis_is_word_of(&sheet->items[at], sheet->grammar->serving))
        at++;
    if (!lexis_is_word_of(&sheet->items[at], sheet->grammar->serving) || !lexis_is_word_of(&sheet->items[at + 1], sheet->grammar->determiners))
        return -1;
    size_t to = at + GOAL_REACH < sheet->count ? at + GOAL_REACH : sheet->count, where = length_behind(sheet, at + 3, to);
    return where < to ? lengths_at(&sheet->passage->lexis, sheet->grammar, where, &unit) : -1;
}

/* "… à 20h45 et le dimanche 10 à 15h30. Durée : 1h40.": the sentence behind all days of the passage begins with the word for a length. */
static int length_of_all(const struct sheet *sheet)
{
    const struct date_mention *last = &sheet->dates[sheet->date_count - 1];
    size_t at = last->end;
    while (at < sheet->count && at < last->end + SENTENCE_REACH && sheet->items[at].sentence == sheet->items[last->first].sentence)
        at++;
    bool told = at < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->length_heads) && count_lengths(sheet, at, at + SENTENCE_REACH) == 1;
    return told ? lengths_find(&sheet->passage->lexis, sheet->grammar, at, at + LENGTH_REACH) : -1;
}

/* The word with which a sentence begins, articles and "chaque" left out. */
static const struct lexeme *subject_from(const struct sheet *sheet, size_t *first)
{
    int sentence = *first < sheet->count ? sheet->items[*first].sentence : -1;
    for (; *first < sheet->count && sheet->items[*first].sentence == sentence; ++*first) {
        const struct lexeme *item = &sheet->items[*first];
        bool small = item->kind == LEXEME_SIGN || lexis_is_word_of(item, sheet->grammar->determiners) || lexis_is_word_of(item, sheet->grammar->each);
        if (!small)
            break;
    }
    return &sheet->items[*first < sheet->count ? *first : sheet->count];
}

/* A sentence before lexeme `first` names the same, or several of it. */
static bool is_named_before(const struct sheet *sheet, size_t first, const char *word)
{
    for (size_t i = first > SENTENCE_REACH ? first - SENTENCE_REACH : 0; i < first; i++)
        if (sheet->items[i].sentence != sheet->items[first].sentence && sheet->items[i].kind == LEXEME_WORD && strncmp(sheet->items[i].word, word, strlen(word)) == 0)
            return true;
    return false;
}

/* "Durée : 1h30", "Elle dure deux heures", "L'atelier dure deux heures" behind "Un atelier …": the sentence that begins at a lexeme tells how long the
 * event told before lasts; not "Le temps de parole dure 30 minutes", "Durée du baptême : 20 min". */
static bool is_about_same(const struct sheet *sheet, size_t first)
{
    const struct lexeme *subject = subject_from(sheet, &first);
    if (subject->kind != LEXEME_WORD)
        return true;
    if (lexis_is_word_of(subject, sheet->grammar->length_heads))
        return !lexis_is_word_of(subject + 1, sheet->grammar->of);
    if (lexis_is_word_of(subject, sheet->grammar->they) || is_named_before(sheet, first, subject->word))
        return true;
    return !sentences_list(sheet, subject->sentence, sheet->grammar->lasts) || grammar_begins(sheet->grammar->each_of, subject->word);
}

/* "sur le permis piéton, une formation d'une durée de 2 heures": another event is named between the hour and its length. */
static bool names_other(const struct sheet *sheet, const struct date_mention *date, size_t end)
{
    bool own = passages_sentence_has(sheet->passage, sheet->items[date->first].sentence, CUE_EVENT), before = false;
    for (size_t i = survey_cue_from(sheet->passage, date->first > SENTENCE_REACH ? date->first - SENTENCE_REACH : 0); own && i < sheet->passage->cue_count && sheet->passage->cues[i].first < end; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        if (cue->kind != CUE_EVENT || sheet->items[cue->first].sentence != sheet->items[date->first].sentence)
            continue;
        if (cue->first > date->end && before)
            return true;
        before = before || cue->first < date->first;
    }
    return false;
}

/* Behind the sentences from lexeme `from` on, up to number `last` and lexeme `most`, that are about the same event. */
static size_t end_of_same(const struct sheet *sheet, size_t from, size_t most, int last)
{
    size_t end = from;
    while (end < sheet->count && end < most && sheet->items[end].sentence <= last) {
        bool opens = end == from || sheet->items[end].sentence != sheet->items[end - 1].sentence;
        if (opens && !is_about_same(sheet, end))
            break;
        end++;
    }
    return end;
}

/* A length by other words than "durée": in brackets, of the noun, of all days of the passage; -1: none. */
static int length_beside(const struct sheet *sheet, const struct date_mention *date, size_t end)
{
    int length = free_length(sheet, date, end);
    length = length < 0 ? length_of_noun(sheet, date) : length;
    length = length < 0 ? length_of_goal(sheet, date) : length;
    return length < 0 ? length_of_all(sheet) : length;
}

int readings_lengths_end(const struct sheet *sheet, const struct date_mention *date, const struct reading *reading)
{
    enum { END_REACH = 40, DAY_MINUTES = 24 * 60 };
    int start = reading->kind == READING_EVENT && reading->end_minutes < 0 ? reading->start_minutes : -1;
    if (start < 0)
        return reading->end_minutes;
    const struct date_mention *next = date + 1;
    int others = next < sheet->dates + sheet->date_count ? sheet->items[next->first].sentence : -1, own = sheet->items[date->first].sentence;
    int last = others < 0 ? INT_MAX : others > own + 1 ? own + 1 : own; /* also in the next sentence, when that has no day of its own */
    size_t of_own = date->end, end;
    while (of_own < sheet->count && of_own < date->end + END_REACH && sheet->items[of_own].sentence == own)
        of_own++;
    end = end_of_same(sheet, of_own, date->end + END_REACH, last);
    int length = lengths_find(&sheet->passage->lexis, sheet->grammar, date->end, end);
    if (length > 0 && names_other(sheet, date, of_own))
        length = -1;
    if (length < 0)
        length = length_beside(sheet, date, end);
    return length > 0 && start + length <= DAY_MINUTES ? start + length : -1;
}

void readings_lengths_add(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t where = 0;
    if (sheet->passage->role != PASSAGE_BODY || sheet->passage->past || add_general(arena, readings, sheet))
        return;
    int each = lengths_each(&sheet->passage->lexis, sheet->grammar, &where);
    bool announces = each > 0 && lexis_is_sign(&sheet->items[where + 1], ':'); /* "deux ateliers d'une heure chacun : le 5 juin à 10h et …" */
    if (each > 0 && (announces || is_free(sheet, where)))
        add(arena, readings, sheet, (struct hours){.length_minutes = each, .length_near = true, .length_each = true, .length_of = last_noun(sheet, where)});
    else if (!add_of_series(arena, readings, sheet))
        add_of_noun(arena, readings, sheet);
}
