#include "content/readings_hours.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/readings.h"
#include "content/readings_every.h"
#include "content/readings_habits.h"
#include "content/readings_lengths.h"
#include "content/readings_parts.h"
#include "content/readings_programme.h"
#include "content/readings_told.h"
#include "content/readings_weekdays.h"
#include "content/sentences.h"
#include "content/sheet.h"
#include "content/sheet_ends.h"
#include "content/venue.h"

#include <string.h>

enum { SHORT_WORDS = 5 };

/* "jeu. 17h" is Thursday, "un jeu" is a game. */
static bool is_game(const struct sheet *sheet, size_t index)
{
    enum { SHORT_LETTERS = 3 };
    const struct lexeme *behind = &sheet->items[index + 1];
    return strlen(sheet->items[index].word) <= SHORT_LETTERS && !(index + 1 < sheet->count && (behind->kind == LEXEME_NUMBER || lexis_is_sign(behind, '.')));
}

/* The weekdays that a passage names: how many, and the last. */
static size_t find_weekday(const struct sheet *sheet, int *weekday)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        int value = sheet->items[i].kind == LEXEME_WORD && !is_game(sheet, i) ? grammar_value(sheet->grammar->weekdays, sheet->items[i].word) : -1;
        count += value >= 0 && (count == 0 || value != *weekday);
        *weekday = value >= 0 ? value : *weekday;
    }
    return count;
}

/* The noun of a label before the colon at `colon`: "Horaires :", "L'horaire aussi :", "Horaires indicatifs :"; false when none that names hours
 * stands there. */
static bool hour_label_before(const struct sheet *sheet, size_t colon, size_t *noun)
{
    bool described = colon > 1 && sheet->items[colon - 1].kind == LEXEME_WORD && sheet->items[colon - 2].kind == LEXEME_WORD &&
                     grammar_lists(sheet->grammar->hour_labels, sheet->items[colon - 2].word);
    size_t at = colon - (described || (colon > 1 && grammar_lists(sheet->grammar->again, sheet->items[colon - 1].word)));
    *noun = at ? at - 1 : 0;
    return at > 0 && lexis_is_sign(&sheet->items[colon], ':') && sheet->items[*noun].kind == LEXEME_WORD &&
           grammar_lists(sheet->grammar->hour_labels, sheet->items[*noun].word);
}

/* The only hour, or the only stretch, before all others: "9h30 – 12h30, se présenter à 9h". */
static bool is_only_stretch(const struct sheet *sheet)
{
    for (size_t i = 1; i < sheet->time_count; i++)
        if (sheet->times[0].end < 0 || sheet->times[i].end >= 0)
            return false;
    return sheet->time_count > 0;
}

/* "Effectif : 12. Horaires : de 9 h 30 à 17 h.", "Horaire : 20h30" */
static bool is_named_stretch(const struct sheet *sheet)
{
    const struct time_mention *time = &sheet->times[0];
    size_t opening = 0;
    bool whole = time->end_index >= sheet->count; /* "Horaire : 20h30" */
    bool single = sheet->passage->role == PASSAGE_BODY && !sheet->date_count && is_only_stretch(sheet) && time->start >= 0 && (time->end >= 0 || time->introduced || whole);
    bool heads = time->first == 1 && lexis_is_word_of(&sheet->items[0], sheet->grammar->hour_labels); /* "Horaires 16h30-19h30" */
    if (!single || time->first == 0 || !(heads || hour_label_before(sheet, time->first - 1, &opening)))
        return false;
    while (opening > 0 && sentences_is_article(sheet, opening - 1))
        opening--;
    return opening == 0 || sheet->items[opening - 1].sentence != sheet->items[time->first].sentence;
}

/* "Sauf mention contraire, elles ont lieu": the lexeme behind a short phrase with which a sentence opens, when a comma ends it and it names no
 * weekday; else the first of the sentence. */
static size_t behind_phrase(const struct sheet *sheet, size_t first)
{
    enum { PHRASE_MOST = 5 };
    for (size_t i = first; i < sheet->count && i <= first + PHRASE_MOST && sheet->items[i].sentence == sheet->items[first].sentence; i++) {
        if (lexis_is_sign(&sheet->items[i], ','))
            return i + 1;
        if (sheet->items[i].kind != LEXEME_WORD || sheet->covered[i] || grammar_value(sheet->grammar->weekdays, sheet->items[i].word) >= 0)
            break;
    }
    return first;
}

/* "Ils", "elles": the sentence goes on with what was named before. */
static bool opens_with_pronoun(const struct sheet *sheet, int sentence)
{
    size_t at = 0;
    while (at < sheet->count && sheet->items[at].sentence != sentence)
        at++;
    bool later = at > 0 && at < sheet->count;
    at = later ? behind_phrase(sheet, at) : at;
    return later && at < sheet->count && lexis_is_word_of(&sheet->items[at], sheet->grammar->they);
}

/* "en fin de matinée (vers 11h30)". */
static bool is_vague(const struct sheet *sheet, bool announces)
{
    const struct time_mention *time = &sheet->times[0];
    return time->end < 0 && time->first > 0 && lexis_is_sign(&sheet->items[time->first - 1], '(') && !(announces && time->end_index + 2 == sheet->count); /* "(vers 22h) :" */
}

/* A sentence about an event that is held, or that goes on with one named before: "Ils durent une journée, de 9h30 à 17h". */
static bool tells_of_event(const struct sheet *sheet, int sentence, int weekday)
{
    bool held = sentences_have(sheet, sentence, CUE_HELD) || sentences_have(sheet, sentence, CUE_STEP) || sentences_have(sheet, sentence, CUE_MEET);
    bool lasts = sentences_list(sheet, sentence, sheet->grammar->lasts); /* "Les formations durent une journée, de 9h30 à 17h" */
    if ((sentences_have(sheet, sentence, CUE_EVENT) || sentences_have(sheet, sentence, CUE_MEET)) && (weekday >= 0 || held || lasts))
        return true;
    return opens_with_pronoun(sheet, sentence) && (sentences_have(sheet, sentence, CUE_HELD) || sentences_begin(sheet, sentence) || sentences_list(sheet, sentence, sheet->grammar->lasts));
}

/* "De 15h à 17h, au kiosque :" before a list, "Les stages se déroulent de 8h30 à 17h30 …", "Le séminaire a lieu le vendredi de 17h à
 * 19h": the hour, said once, of what the article is about. *weekday is -1 when none is named. */
static bool is_general(const struct sheet *sheet, int *weekday)
{
    *weekday = -1;
    if (sheet->passage->role != PASSAGE_BODY || sheet->date_count || sheet->time_count != 1 || sheet->times[0].start < 0 || find_weekday(sheet, weekday) > 1)
        return false;
    bool announces = sheet->count && lexis_is_sign(&sheet->items[sheet->count - 1], ':');
    if (is_vague(sheet, announces))
        return false;
    int own = sheet->items[sheet->times[0].first].sentence;
    return (announces || tells_of_event(sheet, own, *weekday)) && !readings_every_is_of_others(sheet, own);
}

static bool is_single_stretch(const struct sheet *sheet)
{
    return sheet->passage->role == PASSAGE_BODY && !sheet->passage->past && sheet->date_count == 0 && sheet->time_count == 1 && sheet->times[0].start >= 0 && sheet->times[0].end >= 0;
}

/* "Ouverture libre de la chapelle, de 14 h à 18 h." below a heading that is a day. */
static bool is_sole(const struct sheet *sheet)
{
    if (!is_single_stretch(sheet) || readings_every_is_of_others(sheet, sheet->items[sheet->times[0].first].sentence))
        return false;
    return !passages_sentence_tells_others(sheet->passage, sheet->items[sheet->times[0].first].sentence);
}

/* A passage that says hardly anything but hours. */
static bool is_bare(const struct sheet *sheet)
{
    size_t words = 0, noun = 0, first = sheet->times[0].first;
    for (size_t i = 0; i < sheet->count; i++)
        words += sheet->items[i].kind == LEXEME_WORD && !sheet->covered[i];
    bool heads = first == 1 && lexis_is_word_of(&sheet->items[0], sheet->grammar->hour_labels); /* "Horaires 16h30-19h30 - Médiathèque" */
    bool labelled = heads || sheet->passage->label[0] || (first > 0 && hour_label_before(sheet, first - 1, &noun)); /* "Horaire : 14h30 (durée : 3h)" */
    static const enum cue_kind others[] = {CUE_PRIVATE, CUE_TERM, CUE_HOURS, CUE_STEP, CUE_OPEN, CUE_PAST};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!labelled && passages_has_cue(sheet->passage, others[i]))
            return false; /* "Circulation interdite de 5h à 8h" */
    bool titled = sheet->passage->role == PASSAGE_TITLE && !sheet->passage->label[0];
    return words <= SHORT_WORDS && sheet->date_count == 0 && !sheet->used[0] && !titled;
}

/* "⏰ 9h00 → 17h00" is all of its line. */
static bool fills_line(const struct sheet *sheet)
{
    const struct time_mention *time = &sheet->times[0];
    size_t start = time->first;
    while (start > 0 && !lexis_is_sign(&sheet->items[start - 1], LEXEME_LINE) && !lexis_is_sign(&sheet->items[start - 1], LEXEME_CLOCK))
        start--;
    bool clock = start > 0 && lexis_is_sign(&sheet->items[start - 1], LEXEME_CLOCK);
    bool touches = start == time->first || (sheet->time_count == 1 && time->end >= 0); /* "⏰ Créneaux toutes les heures de 10h à 16h" */
    bool ends = time->end_index >= sheet->count || lexis_is_sign(&sheet->items[time->end_index], LEXEME_LINE);
    return clock && touches && ends && sheet->passage->role == PASSAGE_BODY && sheet->date_count == 0 && !sheet->used[0];
}

/* "Le lieu et les horaires, de 9h à 16h, restent inchangés": the sentence names hours before the stretch, and not those of somebody: "nos horaires". */
static bool names_hours(const struct sheet *sheet, const struct time_mention *time)
{
    enum { NAME_REACH = 8 };
    for (size_t i = time->first; i-- > 0 && time->first - i <= NAME_REACH && sheet->items[i].sentence == sheet->items[time->first].sentence;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->hour_labels))
            return !(grammar_lists(sheet->grammar->of, sheet->items[i + 1].word) && i + 1 < time->first) && /* "les horaires de bus" */
                   (i == 0 || sentences_is_article(sheet, i - 1) || grammar_lists(sheet->grammar->same, sheet->items[i - 1].word));
    return false;
}

/* "La journée commencera à 9h par un débat et s'achèvera à 17h": not of its first part. */
static bool is_told_to_end(const struct sheet *sheet)
{
    int own = sheet->items[sheet->times[0].first].sentence;
    return sheet->time_count == 2 && sheet_ends_later(sheet, 0) && sentences_begin(sheet, own) && !sentences_list(sheet, own, sheet->grammar->parts) &&
           !passages_sentence_tells_others(sheet->passage, own);
}

/* A stretch, or a beginning that is told to take place. */
static bool is_told_hour(const struct sheet *sheet, const struct time_mention *time)
{
    return time->end >= 0 || (time->introduced && (passages_has_cue(sheet->passage, CUE_HELD) || passages_has_cue(sheet->passage, CUE_MEET)));
}

/* The passage says that something takes place, or is to come. */
static bool tells_coming(const struct passage *passage)
{
    static const enum cue_kind coming[] = {CUE_EVENT, CUE_HELD, CUE_MEET, CUE_WILL};
    for (size_t i = 0; i < sizeof coming / sizeof *coming; i++)
        if (passages_has_cue(passage, coming[i]))
            return true;
    return false;
}

/* "Les stands seront installés de 9h à 12h.", "La séance aura lieu au local à partir de 12h30.": one stretch, or a beginning, in a passage
 * of its own or in another sentence than the only day. */
static bool is_loose(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    const struct time_mention *time = &sheet->times[0];
    bool prose = (passage->role == PASSAGE_BODY || passage->role == PASSAGE_FRONT) && !sheet_closes_call(sheet, time);
    if (!prose || passage->past || sheet->date_count > 1 || sheet->used[0] || time->start < 0 || (sheet->date_count && sheet_is_beside(sheet, time)))
        return false;
    if (sheet->time_count != 1 || !is_told_hour(sheet, time))
        return is_told_to_end(sheet);
    if (names_hours(sheet, time))
        return !passages_sentence_tells_others(sheet->passage, sheet->items[time->first].sentence);
    return (tells_coming(passage) || time->first <= 1) && !passages_tells_others(passage); /* "Entre 14h et minuit : concerts sur la place" */
}

/* An item or a heading that begins with its hour: a line of a programme. */
static bool is_step(const struct sheet *sheet)
{
    const struct block *block = sheet->passage->block;
    return block && block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_QUOTE && sheet->date_count == 0;
}

/* A passage of the body that begins with its hour is a line of a programme. */
static void describe_opening(const struct sheet *sheet, struct hours *hours, bool slot)
{
    bool opens = !hours->labelled && !sheet->used[0] && sheet->times[0].first == 0 && sheet->passage->role == PASSAGE_BODY;
    hours->slot = opens && slot;
    hours->step = opens && (slot || is_step(sheet));
}

/* "Fin du tournoi à 20h00": the passage begins with a word of the end, and names one hour and no day. */
static bool is_closing(const struct sheet *sheet)
{
    enum { CLOSING_MOST = 14 };
    size_t at = 0;
    while (at < sheet->count && sheet->items[at].kind == LEXEME_SIGN)
        at++;
    bool ends = readings_programme_says_end(sheet, at) || (sheet->time_count == 1 && sheet->times[0].first <= at && readings_programme_says_end(sheet, sheet->times[0].end_index));
    return ends && sheet->passage->role == PASSAGE_BODY && sheet->date_count == 0 && sheet->time_count == 1 && sheet->times[0].end < 0 && sheet->count <= CLOSING_MOST;
}

/* "Début des cours : 14h", "Fin des cours : 16h30" in one passage: its second hour closes what its first begins. Index of that, 0: none. */
static size_t closing_hour(const struct sheet *sheet)
{
    enum { WORD_REACH = 6 };
    const struct time_mention *last = sheet->time_count == 2 ? &sheet->times[1] : NULL;
    if (!last || sheet->date_count || sheet->passage->role != PASSAGE_BODY || sheet->passage->past || last->end >= 0 || sheet->times[0].end >= 0 || last->start <= sheet->times[0].start)
        return 0;
    for (size_t i = last->first; i-- > sheet->times[0].end_index && last->first - i <= WORD_REACH;)
        if (lexis_is_word_of(&sheet->items[i], sheet->grammar->column_ends))
            return 1;
    return 0;
}

/* "Ils ont lieu le vendredi à 11h": the hour of a habit that is told to take place, and no end. */
static bool is_held_habit(const struct sheet *sheet)
{
    if (sheet->passage->role != PASSAGE_BODY || sheet->passage->past || sheet->date_count || sheet->time_count != 1 || sheet->times[0].end >= 0 || !sheet->used[0])
        return false;
    int own = sheet->items[sheet->times[0].first].sentence;
    return !passages_sentence_tells_others(sheet->passage, own) && sheet->times[0].start >= 0 && sentences_have(sheet, own, CUE_HELD);
}

/* The only stretch of a passage without a day; of a habit ("un jeudi par mois, de 13h à 14h") when it names one weekday at most. */
static void describe_sole(const struct sheet *sheet, struct hours *hours)
{
    hours->sole = !hours->step && is_sole(sheet);
    hours->habit = (hours->sole && sheet->used[0]) || is_held_habit(sheet);
    if (hours->habit && find_weekday(sheet, &hours->weekday) > 1)
        hours->sole = hours->habit = false;
    int weekday = hours->habit ? -1 : readings_habits_weekday(sheet);
    hours->habit = hours->habit || weekday >= 0;
    hours->weekday = weekday >= 0 ? weekday : hours->weekday;
}

/* What follows the hour is the end of its sentence or line, or a place or a few words behind a sign. */
static bool ends_or_places(const struct sheet *sheet, size_t index)
{
    enum { NOTE_MOST = 6 };
    const struct lexeme *behind = &sheet->items[index];
    if (behind->kind != LEXEME_SIGN || behind->sign == LEXEME_END || strchr(".\n", behind->sign))
        return behind->kind == LEXEME_SIGN;
    bool note = behind->sign == ',' && sheet->count - index <= NOTE_MOST; /* "De 9h à 16h30, sur inscription."; not ", le café est offert" */
    for (size_t i = index; note && i < sheet->count; i++)
        note = !lexis_is_word_of(&sheet->items[i], sheet->grammar->being);
    return note || (strchr(",-(", behind->sign) && index + 1 < sheet->count && venue_at(&sheet->passage->lexis, index + 1).rank >= VENUE_MODE);
}

/* "Tous de 9h à 12h", "À chaque fois de 9h à 12h": nothing but words that mean all days stand before the hour. */
static bool follows_all(const struct sheet *sheet, size_t index)
{
    enum { ALL_MOST = 4 };
    bool all = false;
    for (size_t i = 0; i < index && index <= ALL_MOST; i++) {
        const char *word = sheet->items[i].word;
        all = all || grammar_lists(sheet->grammar->all, word) || grammar_lists(sheet->grammar->always, word) || readings_every_means_all(sheet, i);
        if (!all && !sheet_is_glue(sheet, i))
            return false;
    }
    return all;
}

/* "De 8h30 à 10h, salle Carnot.", "Horaires : 8h30-10h": the stretch opens its passage, or is named, and nothing but a place follows. */
static bool is_of_days_above(const struct sheet *sheet)
{
    const struct time_mention *time = &sheet->times[0];
    size_t noun = 0;
    bool opens = time->first == 0 || follows_all(sheet, time->first) || hour_label_before(sheet, time->first - 1, &noun) || (time->first == 1 && sheet->items[0].kind == LEXEME_SIGN);
    bool single = sheet->passage->role == PASSAGE_BODY && !sheet->passage->past && !sheet->date_count && sheet->time_count == 1;
    bool told = time->start >= 0 && (time->end >= 0 || time->introduced);
    return single && told && opens && !sheet_is_slot(sheet, time) && ends_or_places(sheet, time->end_index);
}

/* The only hour of a passage of the body that names no day opens a line of it, or stands behind "à partir de". */
static bool is_opening_line(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    if (passage->role != PASSAGE_BODY || passage->past || sheet->date_count || sheet->time_count != 1 || sheet->used[0] || passages_tells_others(passage))
        return false;
    return sheet->times[0].introduced || readings_programme_opens_line(sheet, 0);
}

/* "Soirée soupe et contes, 19h30, foyer rural": the only hour of a passage that names no day, and of what takes place rather than of others. */
static bool is_lone(const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    const struct time_mention *time = &sheet->times[0];
    if (passage->role != PASSAGE_BODY || passage->past || sheet->date_count || sheet->time_count != 1 || sheet->used[0] || time->start < 0)
        return false;
    bool beside = sheet_is_beside(sheet, time) && !passages_has_cue(passage, CUE_EVENT);
    return !beside && !passages_tells_others(passage) && !passages_has_cue(passage, CUE_CALL) && !passages_has_cue(passage, CUE_LIMIT);
}

/* It is heard at all. */
static bool tells(const struct hours *hours)
{
    return hours->opens || hours->of_above || hours->sole || hours->habit || hours->every || hours->closes || hours->step || hours->line || hours->general || hours->loose;
}

/* What the first hour of a passage is when it belongs to no date of it. */
static bool describe_hours(const struct sheet *sheet, struct hours *hours)
{
    bool slot = sheet_is_slot(sheet, &sheet->times[0]);
    *hours = (struct hours){.passage = sheet->passage, .labelled = sheet->passage->label[0] != '\0', .weekday = -1, .former_minutes = -1};
    describe_opening(sheet, hours, slot);
    hours->closes = is_closing(sheet);
    hours->named = is_named_stretch(sheet);
    hours->general = hours->named || (!hours->slot && is_general(sheet, &hours->weekday));
    hours->line = fills_line(sheet) || ((hours->labelled || !slot) && is_bare(sheet));
    hours->loose = (sheet->times[0].end >= 0 || !hours->step) && is_loose(sheet); /* "Entre 14h et minuit : concerts": the only line of its kind may say it all */
    hours->every = readings_every_hour(sheet) == &sheet->times[0] || closing_hour(sheet);
    hours->daily = hours->every && readings_every_is_daily(sheet, &sheet->times[0]);
    describe_sole(sheet, hours);
    hours->opens = is_opening_line(sheet);
    hours->of_above = is_of_days_above(sheet);
    hours->lone = !tells(hours) && is_lone(sheet);
    return hours->lone || tells(hours);
}

/* That hour, which ends the events that begin at an hour. */
static void add_closing(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t index = closing_hour(sheet);
    const struct time_mention *time = &sheet->times[index];
    struct hours hours = {.passage = sheet->passage, .closes = true, .weekday = -1, .former_minutes = -1, .start_minutes = index ? time->start : -1, .end_minutes = -1,
                          .row = index ? passages_line(sheet->passage, sheet->items[time->first].begin) : 0};
    if (index)
        readings_add_hours(arena, readings, &hours);
}

/* "Nous commencerons à 10h au lieu de 9h30 et terminerons à 15h30." */
static void add_correction(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->time_count && sheet->passage->role == PASSAGE_BODY; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct hours hours = {.passage = sheet->passage, .former_minutes = time->former, .weekday = -1, .start_minutes = time->start, .end_minutes = time->end,
                              .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        if (time->former >= 0 && time->start >= 0)
            readings_add_hours(arena, readings, &hours);
    }
}

/* "Après Tours le 24 mai, la caravane repart. À chaque étape, un atelier de 18h à 20h.": the hour of all days behind another one of its passage. */
static void add_every(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    const struct time_mention *time = readings_every_hour(sheet);
    if (!time || time == &sheet->times[0])
        return;
    struct hours hours = {.passage = sheet->passage, .every = true, .daily = readings_every_is_daily(sheet, time), .weekday = -1, .former_minutes = -1, .start_minutes = time->start, .end_minutes = time->end,
                          .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
    readings_add_hours(arena, readings, &hours);
}

/* "9h30 à 17h le premier jour, 9h à 12h30 le second", or "Jour 1 : 9h30-17h" alone in its line. */
static bool add_parts(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    size_t count = readings_parts_count(sheet);
    for (size_t i = 0; i < count; i++) {
        const struct time_mention *time = &sheet->times[i];
        struct hours hours = {.passage = sheet->passage, .part = (int)i + 1, .parts = (int)count, .weekday = -1, .former_minutes = -1, .start_minutes = time->start,
                              .end_minutes = time->end, .row = passages_line(sheet->passage, sheet->items[time->first].begin)};
        readings_add_hours(arena, readings, &hours);
    }
    int single = count ? 0 : readings_parts_single(sheet);
    struct hours hours = {.passage = sheet->passage, .part = single, .weekday = -1, .former_minutes = -1, .start_minutes = sheet->times[0].start,
                          .end_minutes = sheet->times[0].end, .row = passages_line(sheet->passage, sheet->items[sheet->times[0].first].begin)};
    if (single && sheet->time_count == 1 && hours.start_minutes >= 0)
        readings_add_hours(arena, readings, &hours);
    return count > 0 || single;
}

/* "Départ du parking à 13h30 le dimanche, 9h le jeudi.": hours of the days below, each behind it with its weekday. */
static bool add_weekly(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    size_t told = 0;
    for (int pass = 0; pass < 2 && passage->role == PASSAGE_BODY && !passage->past && !sheet->date_count && sheet->time_count > 1; pass++)
        for (size_t i = 0; i < sheet->time_count; i++) {
            const struct time_mention *time = &sheet->times[i];
            size_t at = time->end_index + (time->end_index < sheet->count && sentences_is_article(sheet, time->end_index));
            int weekday = at < sheet->count && sheet->items[at].kind == LEXEME_WORD ? grammar_value(sheet->grammar->weekdays, sheet->items[at].word) : -1;
            struct hours hours = {.passage = passage, .general = true, .weekday = weekday, .former_minutes = -1, .start_minutes = time->start, .end_minutes = time->end,
                                  .row = passages_line(passage, sheet->items[time->first].begin)};
            if (pass == 0)
                told += weekday >= 0 && time->start >= 0;
            else if (told == sheet->time_count)
                readings_add_hours(arena, readings, &hours);
        }
    return told == sheet->time_count && told > 1;
}

/* "Horaires : Vente 10h-12h30, Achat 13h30-16h": stretches that follow each other in a field are one day, from the first to the last. */
static void take_day(struct sheet *sheet, struct hour *hour)
{
    int last = hour->end;
    for (size_t i = 0; i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        if (sheet->used[i])
            continue;
        if (time->start < last || time->end < 0 || last < 0)
            return;
        last = time->end;
    }
    hour->end = last;
}

void readings_hours_add(struct arena *arena, struct readings *readings, struct sheet *sheet)
{
    struct hours hours;
    struct hour hour;
    add_correction(arena, readings, sheet);
    add_closing(arena, readings, sheet);
    readings_lengths_add(arena, readings, sheet);
    add_every(arena, readings, sheet);
    readings_told_add(arena, readings, sheet);
    readings_weekdays_add_hours(arena, readings, sheet);
    if (sheet->time_count == 0 || add_parts(arena, readings, sheet) || readings_programme_add(arena, readings, sheet) || add_weekly(arena, readings, sheet) || !describe_hours(sheet, &hours))
        return;
    sheet_take(sheet, &hour, 0, false);
    if (hour.start < 0)
        return;
    if (sheet->passage->role == PASSAGE_FIELD && !hour.returns.told)
        take_day(sheet, &hour);
    hours.start_minutes = hour.start;
    hours.end_minutes = hour.end;
    hours.returns = hour.returns;
    hours.of_days = hours.loose ? readings_parts_days_before(sheet, hour.first) : 0;
    hours.row = passages_line(sheet->passage, sheet->items[hour.first].begin);
    readings_add_hours(arena, readings, &hours);
}
