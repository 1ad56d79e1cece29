#include "content/times.h"

#include "base/arena.h"
#include "content/clocks.h"
#include "content/grammar.h"
#include "content/zone_names.h"

#include <string.h>

enum { NOON = 12 * 60, MIDNIGHT = 24 * 60 };

enum { ASIDE_REACH = 12 };

/* "de 9h30 (accueil dès 9h) à 17h": behind a bracket that stands between the ends, if it is short. */
static size_t behind_aside(const struct clock_reader *reader, size_t index)
{
    if (!lexis_is_sign(clocks_at(reader, index), '('))
        return index;
    for (size_t i = index + 1; i < index + ASIDE_REACH && i < reader->count; i++)
        if (lexis_is_sign(clocks_at(reader, i), ')'))
            return i + 1;
    return index;
}

/* "de 9h. à 12h.": the full stop is one of the abbreviation. */
static size_t behind_stop(const struct clock_reader *reader, size_t index)
{
    return lexis_is_sign(clocks_at(reader, index), '.') && clocks_list(reader, index + 1, reader->grammar->to) ? index + 1 : index;
}

/* "débutera à 9h30 et se terminera à 12h": behind the verb of the end. */
static size_t behind_verb(const struct clock_reader *reader, size_t index)
{
    size_t at = index + clocks_list(reader, index, reader->grammar->sharp); /* "à 9 heures précises et s'achève à …" */
    index = at;
    at += clocks_list(reader, at, reader->grammar->and) || lexis_is_sign(clocks_at(reader, at), ',');
    if (at == index)
        return index;
    at += lexis_is_word(clocks_at(reader, at), "se") || lexis_is_word(clocks_at(reader, at), "s");
    return grammar_begins(reader->grammar->ending, clocks_at(reader, at)->word) ? at + 1 : index;
}

/* Moves *index behind what joins two ends of a stretch of time. */
static bool read_to(const struct clock_reader *reader, size_t *index, bool between)
{
    size_t verb = behind_verb(reader, *index);
    verb += verb > *index && clocks_list(reader, verb, reader->grammar->until); /* "et durent jusqu'à 20 h" */
    verb += verb > *index && lexis_is_sign(clocks_at(reader, verb), '\'');
    if (verb > *index && (clocks_list(reader, verb, reader->grammar->to) || clocks_list(reader, verb, reader->grammar->at))) {
        *index = verb + 1;
        return true;
    }
    size_t at = *index + (clocks_list(reader, *index, reader->grammar->and) && clocks_list(reader, *index + 1, reader->grammar->until));
    const struct lexeme *lexeme = clocks_at(reader, at);
    if (lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("-/>", lexeme->sign))
        *index = at + 1;
    else if (lexeme->kind != LEXEME_WORD)
        return false;
    else if (grammar_lists(reader->grammar->to, lexeme->word) || (between && grammar_lists(reader->grammar->and, lexeme->word)))
        *index = at + 1;
    else if (grammar_lists(reader->grammar->until, lexeme->word))
        *index = at + 1 + clocks_list(reader, at + 1, reader->grammar->to);
    else
        return false;
    return true;
}

/* A bare number is an hour only when the other end explains it: "de 9 à 12 h", "2–5 pm". */
static bool stretch_is_clear(const struct clock *start, const struct clock *end)
{
    bool dotted = start->bare && !start->whole; /* "12.30–1.30 pm", and no price */
    return !end->bare && (!dotted || end->meridiem >= 0) && !(start->bare && end->minutes == 0);
}

static void stretch_meridiem(struct clock *start, struct clock *end)
{
    if (start->meridiem < 0 && end->meridiem >= 0 && start->minutes < 13 * 60) {
        start->meridiem = end->meridiem;
        if (start->minutes % NOON >= end->minutes % NOON && end->meridiem == NOON)
            start->meridiem = 0; /* 11–1 pm */
    }
    clocks_apply(start);
    clocks_apply(end);
}

/* "jusqu'à 17h", "avant 17h": only an end. */
static bool only_ends(const struct clock_reader *reader, size_t first)
{
    return clocks_list(reader, first, reader->grammar->until);
}

/* Where the words that lead to an hour begin: "à", "de", "à partir de", "jusqu'à". */
static size_t find_lead(const struct clock_reader *reader, size_t index)
{
    size_t first = index;
    for (int i = 0; i < 3 && first > 0; i++) {
        const struct lexeme *before = clocks_at(reader, first - 1);
        if (before->kind != LEXEME_WORD || !(grammar_lists(reader->grammar->at, before->word) ||
                                             grammar_lists(reader->grammar->from, before->word) ||
                                             grammar_lists(reader->grammar->until, before->word)))
            break;
        first--;
    }
    bool joins = first + 1 < index && clocks_list(reader, first, reader->grammar->and) && clocks_list(reader, first + 1, reader->grammar->until);
    return first + joins; /* "16h30 (portes) [et] jusqu'à 19h30" */
}

/* "pendant 3h", "durée : 3h". */
static bool follows_lasting(const struct clock_reader *reader, size_t lead)
{
    if (lexis_is_word(clocks_at(reader, lead), "a"))
        return false; /* "elles débutent toutes à 18h30" */
    size_t before = lead - (lead > 0 && lexis_is_sign(clocks_at(reader, lead - 1), ':'));
    bool described = before > 1 && clocks_at(reader, before - 1)->kind == LEXEME_WORD && clocks_list(reader, before - 2, reader->grammar->length_heads); /* "durée totale 7h" */
    return described || (before > 0 && clocks_list(reader, before - 1, reader->grammar->lasting));
}

/* "au dimanche 28 octobre 6 h", "dimanche 28 octobre, 6 h": no length. */
static bool follows_month(const struct clock_reader *reader, size_t lead)
{
    size_t before = lead - (lead > 0 && lexis_is_sign(clocks_at(reader, lead - 1), ','));
    const struct lexeme *month = before > 1 ? clocks_at(reader, before - 1) : NULL;
    return month && month->kind == LEXEME_WORD && grammar_value(reader->grammar->months, month->word) > 0;
}

/* "6 h de marche", or the end of the text. */
static bool is_of_length(const struct lexeme *behind)
{
    return lexis_is_word(behind, "de") || lexis_is_word(behind, "d") || lexis_is_sign(behind, LEXEME_END);
}

/* "Initiation à l'apiculture (3h)" */
static bool is_in_brackets(const struct clock_reader *reader, size_t lead, const struct lexeme *behind)
{
    bool spelt = lexis_is_sign(behind, ',') && behind[-1].kind == LEXEME_WORD && strlen(behind[-1].word) > 1; /* "(1 heure, questions comprises)" */
    return lead > 1 && lexis_is_sign(clocks_at(reader, lead - 1), '(') && (spelt || lexis_is_sign(behind, ')')) && clocks_at(reader, lead - 2)->kind == LEXEME_WORD;
}

/* "midi-conférence": a name. */
static bool is_half_of_name(const struct clock_reader *reader, size_t end)
{
    const struct lexeme *word = clocks_at(reader, end);
    return word->kind == LEXEME_WORD && !word->spaced;
}

/* "une formation de 2 heures", "pendant 3h", "24h/24", "48h": lengths. */
static bool is_length(const struct clock_reader *reader, size_t index, size_t lead, const struct clock *clock)
{
    const struct lexeme *behind = clocks_at(reader, clock->end), *first = clocks_at(reader, lead);
    bool sole_of = lead + 1 == index && (lexis_is_word(first, "de") || lexis_is_word(first, "of"));
    if (clocks_at(reader, index)->kind != LEXEME_NUMBER && grammar_value(reader->grammar->instants, clocks_at(reader, index)->word) >= 0)
        return sole_of || is_half_of_name(reader, clock->end); /* "les visites de midi" */
    if (follows_lasting(reader, lead))
        return true;
    if (sole_of || (lexis_is_sign(behind, '/') && !behind->spaced))
        return true;
    bool small = clock->minutes < 7 * 60 && clock->meridiem < 0 && lead == index && !follows_month(reader, lead);
    return small && (is_in_brackets(reader, lead, behind) || is_of_length(behind));
}

/* "à 10h au lieu de 9h30": behind the hour that no longer holds; `index` when none is named. */
static size_t behind_former(const struct clock_reader *reader, size_t index, int *minutes)
{
    struct clock former;
    size_t at = index;
    for (const char *const *word = reader->grammar->instead; *word; word++, at++)
        if (!lexis_is_word(clocks_at(reader, at), *word))
            return index;
    if (at == index || !clocks_read(reader, at, &former) || former.bare)
        return index;
    *minutes = former.minutes;
    return former.end;
}

static bool clock_follows(const struct clock_reader *reader, size_t index)
{
    struct clock clock;
    return clocks_read(reader, index, &clock) && !clock.bare;
}

/* A weekday or an article stands before a number, and no "de". */
static bool follows_weekday(const struct clock_reader *reader, size_t index)
{
    const struct lexeme *before = index > 0 ? clocks_at(reader, index - 1) : NULL;
    if (!before || before->kind != LEXEME_WORD)
        return false;
    bool article = grammar_lists(reader->grammar->articles, before->word) && !grammar_lists(reader->grammar->of, before->word);
    return article || grammar_value(reader->grammar->weekdays, before->word) >= 0;
}

/* "mercredi 16 à 20h30", "jusqu'au 17 à midi": the number behind a weekday or an article is a day; but "de 11 à 12h". */
static bool is_day(const struct clock_reader *reader, size_t index, const struct clock *clock)
{
    enum { EARLY_HOUR = 7 };
    if (!clock->bare || !follows_weekday(reader, index))
        return false;
    struct clock hour;
    const struct lexeme *dash = clocks_at(reader, clock->end);
    bool listed = lexis_is_sign(dash, '-') && dash->spaced && clocks_read(reader, clock->end + 1, &hour) && !hour.bare; /* "mercredi 6 - 18h30-20h30" */
    if (!listed)
        return clocks_list(reader, clock->end, reader->grammar->to);
    bool stretch = lexis_is_sign(clocks_at(reader, hour.end), '-') && clock_follows(reader, hour.end + 1);
    bool names = lexis_is_sign(clocks_at(reader, hour.end), ':') && (index < 2 || lexis_is_sign(clocks_at(reader, index - 2), LEXEME_LINE)); /* "Mercredi 9 – 16h : conte" opens its line */
    return stretch || names || hour.minutes <= clock->minutes || clock->minutes < EARLY_HOUR * 60;
}

/* "Départ des cycles 2 à 9h30": a small number behind a word is a name, not the hour at which a stretch begins. */
static bool is_name(const struct clock_reader *reader, size_t index, size_t lead, const struct clock *clock)
{
    enum { MORNING = 7 * 60 };
    const struct lexeme *before = index > 0 ? clocks_at(reader, index - 1) : NULL;
    bool word = before && lead == index && before->kind == LEXEME_WORD && grammar_value(reader->grammar->months, before->word) < 0;
    return word && clock->bare && clock->minutes < MORNING && clocks_list(reader, clock->end, reader->grammar->to);
}

/* Over midnight: an evening that ends at night. Anything else that ends before it begins is a slip of the pen. */
static void set_stretch(struct time_mention *mention, const struct clock *start, const struct clock *end)
{
    bool over = end->minutes <= start->minutes, night = (start->minutes >= 16 * 60 && end->minutes <= 9 * 60) || (start->minutes >= NOON && end->minutes <= 3 * 60); /* "de 14h à 1h du matin" */
    mention->start = over && !night ? -1 : start->minutes;
    mention->end = over && !night ? -1 : end->minutes + (over ? MIDNIGHT : 0);
    mention->end_index = end->end;
}

static bool read_time(const struct clock_reader *reader, size_t index, struct time_mention *mention)
{
    struct clock start, end;
    size_t lead = find_lead(reader, index);
    bool between = lead < index && clocks_list(reader, lead, reader->grammar->between);
    if (!clocks_read(reader, index, &start) || is_day(reader, index, &start) || is_name(reader, index, lead, &start))
        return false;
    bool leads = lead < index && !clocks_list(reader, lead, reader->grammar->until);
    size_t at = leads ? behind_aside(reader, behind_stop(reader, start.end)) : start.end;
    int former = -1;
    size_t behind = behind_former(reader, at, &former);
    *mention = (struct time_mention){.start = -1, .end = -1, .first = lead, .introduced = lead < index, .former = former};
    at = behind;
    if (read_to(reader, &at, between) && clocks_read(reader, at, &end) && stretch_is_clear(&start, &end)) {
        stretch_meridiem(&start, &end);
        set_stretch(mention, &start, &end);
        return true;
    }
    clocks_apply(&start);
    if (start.bare || is_length(reader, index, lead, &start))
        return false;
    mention->end_index = former >= 0 ? behind : start.end;
    if (only_ends(reader, lead))
        mention->end = start.minutes;
    else
        mention->start = start.minutes;
    return true;
}

/* An hour may begin at a number: nothing is glued to it but the "T" of a machine; it is not the end of a date. */
static bool may_begin(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (lexeme->spaced || index == 0)
        return true;
    const struct lexeme *before = lexeme - 1;
    if (before->kind == LEXEME_WORD)
        return index > 1 && !before->spaced && strcmp(before->word, "t") == 0 && before[-1].kind == LEXEME_NUMBER;
    bool dated = before->sign == '-' && index > 3 && !before->spaced && before[-1].kind == LEXEME_NUMBER && lexis_is_sign(&before[-2], '-');
    bool fraction = strchr("./,:", before->sign) && index > 1 && before[-1].kind == LEXEME_NUMBER; /* but "le 4 novembre,18h" */
    return before->kind == LEXEME_SIGN && !fraction && !dated;
}

struct time_mention *times_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count)
{
    struct clock_reader reader = {.items = lexis->items, .count = lexis->count, .grammar = grammar};
    struct time_mention *mentions = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < lexis->count; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool named = lexeme->kind == LEXEME_WORD && (grammar_value(grammar->instants, lexeme->word) >= 0 || grammar_value(grammar->counts, lexeme->word) >= 0);
        if (lexeme->kind != LEXEME_NUMBER && !named)
            continue;
        if (!named && !may_begin(lexis, i))
            continue;
        struct time_mention mention;
        if (!read_time(&reader, i, &mention))
            continue;
        mention.zone = zone_names_read(arena, lexis, mention.end_index, grammar, &mention.end_index);
        i = mention.end_index - 1;
        if (mention.start < 0 && mention.end < 0)
            continue;
        mentions = arena_grow(arena, mentions, *count, &capacity, sizeof *mentions);
        mentions[(*count)++] = mention;
    }
    return mentions;
}
