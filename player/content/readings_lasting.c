#include "content/readings_lasting.h"

#include "content/grammar.h"
#include "content/lengths.h"
#include "content/readings.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { LENGTH_REACH = 10, SENTENCE_REACH = 80 };

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
        return sentences_opens(sheet, first) || lexis_is_word_of(behind, sheet->grammar->each);
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
    for (size_t i = from; i < to; i++)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->films))
            return true;
    return false;
}

/* "« Une heure, une œuvre »": a quotation is open there. */
static bool is_in_quotes(const struct sheet *sheet, size_t index)
{
    size_t signs = 0;
    for (size_t i = sentence_from(sheet, index); i < index; i++)
        signs += lexis_is_sign(&sheet->items[i], '"');
    return signs % 2 == 1;
}

/* "Le documentaire (52 min) sera suivi d'un échange", "Le documentaire (2016, 74 min)". */
static bool is_of_film_in_brackets(const struct sheet *sheet, size_t index)
{
    size_t at = index;
    while (at > 0 && (sheet->items[at - 1].kind == LEXEME_NUMBER || lexis_is_sign(&sheet->items[at - 1], ',')))
        at--;
    return at > 0 && lexis_is_sign(&sheet->items[at - 1], '(') && is_of_film(sheet, sentence_from(sheet, index), index);
}

/* What stands before a length lets it stand by itself. */
static bool stands_free(const struct sheet *sheet, size_t index)
{
    const struct lexeme *before = index ? &sheet->items[index - 1] : NULL;
    if (sheet->covered[index] || is_of_film_in_brackets(sheet, index))
        return false;
    if (!before || before->sentence != sheet->items[index].sentence || lexis_is_word_of(before, sheet->grammar->length_leads))
        return true;
    return !is_in_quotes(sheet, index) && ((before->kind == LEXEME_SIGN && before->sign && strchr("(-:|\n\"", before->sign)) || is_between_commas(sheet, index));
}

/* How many hours begin in lexemes `from` to before `to`. */
static size_t count_hours(const struct sheet *sheet, size_t from, size_t to)
{
    size_t hours = 0;
    for (size_t i = sheet_time_from(sheet, from); i < sheet->time_count && sheet->times[i].first < to; i++)
        hours++;
    return hours;
}

/* "projection de Bureaux (52 min), suivie d'un échange", "Le musée se visite en une heure." before the sentence of the day: before a day, the length of
 * something else. */
static bool is_of_other(const struct sheet *sheet, size_t index, size_t day)
{
    const struct lexeme *before = index ? &sheet->items[index - 1] : NULL;
    bool lead = before && lexis_is_word_of(before, sheet->grammar->length_leads) && sheet->items[index].sentence != sheet->items[day].sentence;
    return before && (lead || lexis_is_sign(before, '('));
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
        bool other = i < date->first && is_of_other(sheet, i, date->first);
        int minutes = !other && stands_free(sheet, i) ? lengths_at(&sheet->passage->lexis, sheet->grammar, i, &unit) : -1;
        if (minutes > 0 && unit + 1 <= to && goes_for_all(sheet, i, unit))
            return minutes;
    }
    return -1;
}

/* "L'atelier dure deux heures et commence à 14h, le lundi 21", "L'atelier, d'une durée de 2h30, débutera à 13h30 le jeudi 3": the sentence begins with the event, how long it lasts and when it begins. */
static int length_of_subject(const struct sheet *sheet, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (!lexis_is_word_of(&sheet->items[i], sheet->grammar->length_heads))
            continue;
        bool own = lexis_is_word_of(&sheet->items[from], sheet->grammar->they) || sentences_event_before(sheet, i);
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

/* "La durée du webinaire est d'une heure. Il se tiendra le 27 mars à 11h.": the sentence before begins with the word for a length. */
static int length_of_before(const struct sheet *sheet, const struct date_mention *date)
{
    size_t from = sentence_from(sheet, date->first), first = from > 0 ? sentence_from(sheet, from - 1) : 0, opening = first;
    while (opening < from && (sentences_is_article(sheet, opening) || sheet->items[opening].kind == LEXEME_SIGN))
        opening++;
    if (sheet->date_count != 1 || from == 0 || !lexis_is_word_of(&sheet->items[opening], sheet->grammar->length_heads) || !survey_names(sheet->passage, opening, from, CUE_EVENT))
        return -1; /* "La durée de validité est de 2 h." */
    for (size_t i = opening; i < from; i++) {
        size_t unit = i;
        int length = lengths_at(&sheet->passage->lexis, sheet->grammar, i, &unit);
        if (length > 0)
            return length;
    }
    return -1;
}

/* The length behind the last word for what takes place in lexemes `from` to before `to`; -1: none. */
static int length_of_events(const struct sheet *sheet, size_t from, size_t to)
{
    int told = -1;
    for (size_t i = survey_cue_from(sheet->passage, from); told < 0 && i < sheet->passage->cue_count && sheet->passage->cues[i].first < to; i++) {
        const struct cue *cue = &sheet->passage->cues[i];
        bool slots = cue->first > from && lexis_is_word_of(&sheet->items[cue->first - 1], sheet->grammar->some); /* "Des ateliers de 20 minutes": each */
        size_t unit = 0, at = cue->kind == CUE_EVENT && !slots ? length_behind(sheet, cue->end, to) : to;
        if (at < to && !survey_names(sheet->passage, cue->end, to, CUE_EVENT)) /* not "Après un débat d'une heure, concert samedi 8 mars" */
            told = lengths_at(&sheet->passage->lexis, sheet->grammar, at, &unit);
    }
    return told;
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
    size_t next = sheet_time_from(sheet, date->end);
    bool open = next < sheet->time_count && sheet->times[next].first > 0 && lexis_is_word_of(&sheet->items[sheet->times[next].first - 1], sheet->grammar->from); /* "Visites de 30 minutes samedi à partir de 10h": each */
    return told < 0 && !open ? length_of_events(sheet, from, date->first) : told;
}

/* "à 15 h, pendant une heure et demie", "à 11h, pour 45 minutes d'échanges": right behind the hour, a length behind a word that leads to one. */
static int length_led_to(const struct sheet *sheet, const struct date_mention *date)
{
    enum { GLUE_REACH = 12 };
    size_t at = date->end, unit = 0;
    while (at < sheet->count && at < date->end + GLUE_REACH && sheet->items[at].sentence == sheet->items[date->first].sentence && (sheet->covered[at] || sheet_is_glue(sheet, at) || sheet->items[at].kind == LEXEME_SIGN) && !lexis_is_word_of(&sheet->items[at], sheet->grammar->serving))
        at++;
    bool leads = lexis_is_word_of(&sheet->items[at], sheet->grammar->serving) || lexis_is_word_of(&sheet->items[at], sheet->grammar->during);
    int length = leads ? lengths_at(&sheet->passage->lexis, sheet->grammar, at + 1, &unit) : -1;
    size_t behind = length > 0 ? behind_rest(sheet, unit + 1) : 0;
    bool closes = length > 0 && (behind >= sheet->count || sheet->items[behind].kind == LEXEME_SIGN || lexis_is_word_of(&sheet->items[behind], sheet->grammar->noun_leads));
    return closes ? length : -1; /* not "pendant une heure il sera possible" */
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
    length = length < 0 ? length_led_to(sheet, date) : length;
    length = length < 0 ? length_of_goal(sheet, date) : length;
    length = length < 0 ? length_of_before(sheet, date) : length;
    return length < 0 ? length_of_all(sheet) : length;
}

/* A length behind the day, in lexemes before `end`, that is not one of a film or of another event; `of_own`: the end of its sentence. -1: none. */
static int length_behind_day(const struct sheet *sheet, const struct date_mention *date, size_t of_own, size_t end)
{
    int length = lengths_find(&sheet->passage->lexis, sheet->grammar, date->end, end);
    bool other = length > 0 && (names_other(sheet, date, of_own) || is_of_film(sheet, date->end, end));
    return other ? -1 : length;
}

int readings_lasting_end(const struct sheet *sheet, const struct date_mention *date, const struct reading *reading)
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
    int length = length_behind_day(sheet, date, of_own, end);
    length = length < 0 ? length_beside(sheet, date, end) : length;
    return length > 0 && start + length <= DAY_MINUTES ? start + length : -1;
}
