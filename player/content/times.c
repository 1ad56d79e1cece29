#include "content/times.h"

#include "base/arena.h"
#include "content/counts.h"
#include "content/grammar.h"
#include "content/zone_names.h"

#include <string.h>

enum { NOON = 12 * 60, MIDNIGHT = 24 * 60 };

/* One clock reading; `meridiem` -1: none was said; `bare`: only a number, which another hour must explain. */
struct clock {
    int minutes;
    int meridiem;
    bool bare;
    bool whole; /* no minutes were said */
    bool twelve; /* it may be before or after noon */
    size_t end;
};

struct reader {
    const struct lexeme *items;
    size_t count;
    const struct grammar *grammar;
};

static const struct lexeme *reader_at(const struct reader *reader, size_t index)
{
    return &reader->items[index < reader->count ? index : reader->count];
}

static bool reader_lists(const struct reader *reader, size_t index, const char *const *list)
{
    const struct lexeme *lexeme = reader_at(reader, index);
    return lexis_is_word_of(lexeme, list);
}

/* Two digits of minutes, which are no day of a month ("9 h 10 mai"). */
static bool reader_minutes(const struct reader *reader, size_t index, int *minutes)
{
    const struct lexeme *lexeme = reader_at(reader, index), *next = reader_at(reader, index + 1);
    if (lexeme->kind != LEXEME_NUMBER || lexeme->digits != 2 || lexeme->number > 59)
        return false;
    if (lexeme->spaced && next->kind == LEXEME_WORD && grammar_value(reader->grammar->months, next->word) > 0)
        return false;
    *minutes = lexeme->number;
    return true;
}

/* Behind the words of a phrase ("de l après midi") that begins at `index`, or `index`. */
static size_t behind_phrase(const struct reader *reader, size_t index, const char *phrase)
{
    size_t at = index;
    while (*phrase) {
        size_t length = strcspn(phrase, " ");
        const struct lexeme *lexeme = reader_at(reader, at++);
        if (lexeme->kind != LEXEME_WORD || strncmp(lexeme->word, phrase, length) != 0 || lexeme->word[length])
            return index;
        phrase += length + (phrase[length] == ' ');
    }
    return at;
}

/* "à 7 h du soir". */
static void clock_day_half(const struct reader *reader, struct clock *clock)
{
    for (const struct grammar_word *half = reader->grammar->day_halves; half->word && !clock->bare; half++) {
        size_t end = behind_phrase(reader, clock->end, half->word);
        if (end == clock->end)
            continue;
        clock->meridiem = clock->minutes < 13 * 60 ? half->value : clock->meridiem;
        clock->end = end;
        return;
    }
}

static void clock_meridiem(const struct reader *reader, struct clock *clock)
{
    const struct lexeme *mark = reader_at(reader, clock->end);
    int value = -1;
    size_t end = clock->end;
    if (mark->kind == LEXEME_WORD) {
        value = grammar_value(reader->grammar->meridiem, mark->word);
        end++;
        const struct lexeme *stop = reader_at(reader, end), *second = reader_at(reader, end + 1);
        if (value < 0 && strlen(mark->word) == 1 && lexis_is_sign(stop, '.') && lexis_is_word(second, "m") && !second->spaced) {
            value = strcmp(mark->word, "p") == 0 ? NOON : strcmp(mark->word, "a") == 0 ? 0 : -1; /* "p.m." */
            end += lexis_is_sign(reader_at(reader, end + 2), '.') ? 3 : 2;
        }
    }
    if (value < 0 || !reader->grammar->meridiem->word || clock->minutes >= 13 * 60)
        return;
    clock->meridiem = value;
    clock->end = end;
    clock->bare = false;
}

static void clock_apply(struct clock *clock)
{
    if (clock->meridiem >= 0)
        clock->minutes = clock->minutes % NOON + clock->meridiem;
}

/* "et demie", "et quart", "trente", "quarante-cinq" behind an hour: how many minutes, 0 for none; *end moves behind them. */
static int read_spelled(const struct reader *reader, size_t *end)
{
    size_t at = *end + reader_lists(reader, *end, reader->grammar->and);
    const struct grammar_word *words = at > *end ? reader->grammar->halves : reader->grammar->minutes;
    int minutes = 0;
    for (; reader_at(reader, at)->kind == LEXEME_WORD && grammar_value(words, reader_at(reader, at)->word) > 0; at++)
        minutes += grammar_value(words, reader_at(reader, at)->word);
    if (minutes <= 0 || minutes > 59)
        return 0;
    *end = at;
    return minutes;
}

/* "midi", "midi et demi", "minuit". */
static bool read_named(const struct reader *reader, size_t index, struct clock *clock)
{
    const struct lexeme *lexeme = reader_at(reader, index);
    int value = lexeme->kind == LEXEME_WORD ? grammar_value(reader->grammar->instants, lexeme->word) : -1;
    if (value < 0 || (index > 0 && reader_lists(reader, index - 1, reader->grammar->lasting))) /* "après-midi" */
        return false;
    *clock = (struct clock){.minutes = value, .meridiem = -1, .end = index + 1, .whole = true};
    clock->minutes += read_spelled(reader, &clock->end);
    return true;
}

/* A word that leads to an hour stands before the count: "à", "de", "entre", or "et" behind another hour in words. */
static bool is_led(const struct reader *reader, size_t index)
{
    if (index == 0)
        return false;
    bool joint = reader_lists(reader, index - 1, reader->grammar->and);
    bool lead = reader_lists(reader, index - 1, reader->grammar->to) || reader_lists(reader, index - 1, reader->grammar->between) ||
                reader_lists(reader, index - 1, reader->grammar->from) || reader_lists(reader, index - 1, reader->grammar->count_leads);
    bool dated = lexis_is_sign(reader_at(reader, index - 1), ',') && index > 1 && reader_at(reader, index - 2)->kind == LEXEME_WORD &&
                 grammar_value(reader->grammar->months, reader_at(reader, index - 2)->word) > 0; /* "le 5 mars, douze heures" */
    if (!joint)
        return lead || dated;
    return index > 1 && (reader_lists(reader, index - 2, reader->grammar->hours) ||
                         (reader_at(reader, index - 2)->kind == LEXEME_WORD && grammar_value(reader->grammar->counts, reader_at(reader, index - 2)->word) >= 0));
}

/* "à quatorze heures", "de dix-sept heures trente", "de neuf à onze heures": only behind a word that leads to an hour, for "quatorze heures"
 * alone is a length, and so is "sept heures de route". */
static bool read_counted(const struct reader *reader, size_t index, struct clock *clock)
{
    enum { EARLIEST = 7 };
    size_t at = index, next = 0;
    int hours = counts_read(reader->items, reader->count, reader->grammar, &at);
    if (!is_led(reader, index) || hours < EARLIEST)
        return false;
    *clock = (struct clock){.minutes = hours * 60, .meridiem = -1, .end = at, .whole = true};
    if (!reader_lists(reader, at, reader->grammar->hours)) {
        next = at + 1; /* the other end names the unit */
        bool joined = reader_lists(reader, at, reader->grammar->to) || reader_lists(reader, at, reader->grammar->and);
        clock->bare = joined && counts_read(reader->items, reader->count, reader->grammar, &next) > hours && reader_lists(reader, next, reader->grammar->hours);
        return clock->bare;
    }
    clock->end = at + 1;
    const struct lexeme *behind = reader_at(reader, clock->end);
    if (lexis_is_word(behind, "de") || lexis_is_word(behind, "d") || reader_lists(reader, clock->end, reader->grammar->subtracts))
        return false;
    clock->minutes += read_spelled(reader, &clock->end);
    return true;
}

/* "18 h. 30": the full stop is one of the abbreviation, for no sentence begins with two digits that nothing follows. */
static bool read_abbreviated(const struct reader *reader, size_t index, int *minutes)
{
    const struct lexeme *behind = reader_at(reader, index + 2);
    bool ends = behind->kind == LEXEME_SIGN || reader_lists(reader, index + 2, reader->grammar->to) || reader_lists(reader, index + 2, reader->grammar->place_words);
    return lexis_is_sign(reader_at(reader, index), '.') && ends && reader_minutes(reader, index + 1, minutes);
}

/* "14h30", "14 h 30", "14h": *clock stands at the number. False when no such mark follows it. */
static bool read_marked(const struct reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = reader_at(reader, index + 1);
    if (mark->kind != LEXEME_WORD || !grammar_lists(reader->grammar->hours, mark->word))
        return false;
    clock->end = index + 2;
    if (reader_minutes(reader, index + 2, minutes)) {
        clock->end = index + 3;
        clock->whole = false;
        const struct lexeme *unit = reader_at(reader, index + 3);
        if (!unit->spaced && (lexis_is_word(unit, "min") || lexis_is_word(unit, "mn")))
            clock->end++;
    } else if (read_abbreviated(reader, index + 2, minutes)) {
        clock->end = index + 4;
        clock->whole = false;
    } else {
        *minutes = read_spelled(reader, &clock->end);
        clock->whole = *minutes == 0;
    }
    return true;
}

/* "Heure : 14.30 – 17.30": a label of hours stands before, with nothing but signs and numbers behind it. */
static bool is_named(const struct reader *reader, size_t index)
{
    enum { LABEL_REACH = 8 };
    for (size_t i = index; i > 0 && index - i < LABEL_REACH; i--) {
        const struct lexeme *lexeme = reader_at(reader, i - 1);
        if (lexeme->kind == LEXEME_WORD)
            return grammar_lists(reader->grammar->hours, lexeme->word) || grammar_lists(reader->grammar->hour_labels, lexeme->word);
    }
    return false;
}

/* "14:30"; "2.30 pm" where hours are told so, and then only with its mark. */
static bool read_pointed(const struct reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = reader_at(reader, index + 1);
    bool named = lexis_is_sign(mark, '.') && is_named(reader, index);
    bool dot = named || (lexis_is_sign(mark, '.') && reader->grammar->meridiem->word);
    if ((!lexis_is_sign(mark, ':') && !dot) || mark->spaced || reader_at(reader, index + 2)->spaced || !reader_minutes(reader, index + 2, minutes))
        return false;
    clock->end = index + 3;
    clock->whole = false;
    clock->bare = dot && !named;
    return true;
}

/* "19.30 h", as Belgians and Swiss write it. */
static bool read_dotted(const struct reader *reader, size_t index, struct clock *clock, int *minutes)
{
    const struct lexeme *mark = reader_at(reader, index + 1);
    if (!lexis_is_sign(mark, '.') || mark->spaced || reader_at(reader, index + 2)->spaced || !reader_lists(reader, index + 3, reader->grammar->hours) ||
        !reader_minutes(reader, index + 2, minutes))
        return false;
    clock->end = index + 4;
    clock->whole = false;
    return true;
}

static bool read_clock(const struct reader *reader, size_t index, struct clock *clock)
{
    const struct lexeme *number = reader_at(reader, index);
    int minutes = 0;
    if (number->kind != LEXEME_NUMBER)
        return read_named(reader, index, clock) || read_counted(reader, index, clock);
    if (number->digits > 2 || number->number > 24)
        return false;
    *clock = (struct clock){.minutes = number->number * 60, .meridiem = -1, .end = index + 1, .whole = true};
    const struct lexeme *named = reader_at(reader, index + 1);
    if (number->number == 12 && named->kind == LEXEME_WORD && reader->grammar->meridiem->word && grammar_value(reader->grammar->instants, named->word) >= 0) {
        clock->minutes = grammar_value(reader->grammar->instants, named->word); /* "12 noon" */
        clock->end = index + 2;
        return true;
    }
    if (!read_marked(reader, index, clock, &minutes) && !read_pointed(reader, index, clock, &minutes) && !read_dotted(reader, index, clock, &minutes))
        clock->bare = true;
    clock->minutes += minutes;
    if (clock->minutes > MIDNIGHT)
        return false;
    clock_meridiem(reader, clock);
    clock_day_half(reader, clock);
    return true;
}

enum { ASIDE_REACH = 12 };

/* "de 9h30 (accueil dès 9h) à 17h": behind a bracket that stands between the ends, if it is short. */
static size_t behind_aside(const struct reader *reader, size_t index)
{
    if (!lexis_is_sign(reader_at(reader, index), '('))
        return index;
    for (size_t i = index + 1; i < index + ASIDE_REACH && i < reader->count; i++)
        if (lexis_is_sign(reader_at(reader, i), ')'))
            return i + 1;
    return index;
}

/* "de 9h. à 12h.": the full stop is one of the abbreviation. */
static size_t behind_stop(const struct reader *reader, size_t index)
{
    return lexis_is_sign(reader_at(reader, index), '.') && reader_lists(reader, index + 1, reader->grammar->to) ? index + 1 : index;
}

/* "débutera à 9h30 et se terminera à 12h": behind the verb of the end. */
static size_t behind_verb(const struct reader *reader, size_t index)
{
    size_t at = index + reader_lists(reader, index, reader->grammar->sharp); /* "à 9 heures précises et s'achève à …" */
    index = at;
    at += reader_lists(reader, at, reader->grammar->and) || lexis_is_sign(reader_at(reader, at), ',');
    if (at == index)
        return index;
    at += lexis_is_word(reader_at(reader, at), "se") || lexis_is_word(reader_at(reader, at), "s");
    return grammar_begins(reader->grammar->ending, reader_at(reader, at)->word) ? at + 1 : index;
}

/* Moves *index behind what joins two ends of a stretch of time. */
static bool read_to(const struct reader *reader, size_t *index, bool between)
{
    size_t verb = behind_verb(reader, *index);
    verb += verb > *index && reader_lists(reader, verb, reader->grammar->until); /* "et durent jusqu'à 20 h" */
    verb += verb > *index && lexis_is_sign(reader_at(reader, verb), '\'');
    if (verb > *index && (reader_lists(reader, verb, reader->grammar->to) || reader_lists(reader, verb, reader->grammar->at))) {
        *index = verb + 1;
        return true;
    }
    size_t at = *index + (reader_lists(reader, *index, reader->grammar->and) && reader_lists(reader, *index + 1, reader->grammar->until));
    const struct lexeme *lexeme = reader_at(reader, at);
    if (lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("-/>", lexeme->sign))
        *index = at + 1;
    else if (lexeme->kind != LEXEME_WORD)
        return false;
    else if (grammar_lists(reader->grammar->to, lexeme->word) || (between && grammar_lists(reader->grammar->and, lexeme->word)))
        *index = at + 1;
    else if (grammar_lists(reader->grammar->until, lexeme->word))
        *index = at + 1 + reader_lists(reader, at + 1, reader->grammar->to);
    else
        return false;
    return true;
}

/* A bare number is an hour only when the other end explains it: "de 9 à 12 h", "2–5 pm". */
static bool stretch_is_clear(const struct clock *start, const struct clock *end)
{
    return !end->bare && (!start->bare || start->whole) && !(start->bare && end->minutes == 0);
}

static void stretch_meridiem(struct clock *start, struct clock *end)
{
    if (start->meridiem < 0 && end->meridiem >= 0 && start->minutes < 13 * 60) {
        start->meridiem = end->meridiem;
        if (start->minutes % NOON >= end->minutes % NOON && end->meridiem == NOON)
            start->meridiem = 0; /* 11–1 pm */
    }
    clock_apply(start);
    clock_apply(end);
}

/* "jusqu'à 17h", "avant 17h": only an end. */
static bool only_ends(const struct reader *reader, size_t first)
{
    return reader_lists(reader, first, reader->grammar->until);
}

/* Where the words that lead to an hour begin: "à", "de", "à partir de", "jusqu'à". */
static size_t find_lead(const struct reader *reader, size_t index)
{
    size_t first = index;
    for (int i = 0; i < 3 && first > 0; i++) {
        const struct lexeme *before = reader_at(reader, first - 1);
        if (before->kind != LEXEME_WORD || !(grammar_lists(reader->grammar->at, before->word) ||
                                             grammar_lists(reader->grammar->from, before->word) ||
                                             grammar_lists(reader->grammar->until, before->word)))
            break;
        first--;
    }
    return first;
}

/* "pendant 3h", "durée : 3h". */
static bool follows_lasting(const struct reader *reader, size_t lead)
{
    if (lexis_is_word(reader_at(reader, lead), "a"))
        return false; /* "elles débutent toutes à 18h30" */
    size_t before = lead - (lead > 0 && lexis_is_sign(reader_at(reader, lead - 1), ':'));
    return before > 0 && reader_lists(reader, before - 1, reader->grammar->lasting);
}

/* "une formation de 2 heures", "pendant 3h", "24h/24", "48h": lengths. */
static bool is_length(const struct reader *reader, size_t index, size_t lead, const struct clock *clock)
{
    const struct lexeme *behind = reader_at(reader, clock->end), *first = reader_at(reader, lead);
    bool sole_of = lead + 1 == index && (lexis_is_word(first, "de") || lexis_is_word(first, "of"));
    if (reader_at(reader, index)->kind != LEXEME_NUMBER && grammar_value(reader->grammar->instants, reader_at(reader, index)->word) >= 0)
        return sole_of; /* "les visites de midi" */
    if (follows_lasting(reader, lead))
        return true;
    if (sole_of || (lexis_is_sign(behind, '/') && !behind->spaced))
        return true;
    bool small = clock->minutes < 7 * 60 && clock->meridiem < 0 && lead == index;
    return small && (lexis_is_word(behind, "de") || lexis_is_word(behind, "d") || lexis_is_sign(behind, LEXEME_END));
}

/* "à 10h au lieu de 9h30": behind the hour that no longer holds; `index` when none is named. */
static size_t behind_former(const struct reader *reader, size_t index, int *minutes)
{
    struct clock former;
    size_t at = index;
    for (const char *const *word = reader->grammar->instead; *word; word++, at++)
        if (!lexis_is_word(reader_at(reader, at), *word))
            return index;
    if (at == index || !read_clock(reader, at, &former) || former.bare)
        return index;
    *minutes = former.minutes;
    return former.end;
}

static bool clock_follows(const struct reader *reader, size_t index)
{
    struct clock clock;
    return read_clock(reader, index, &clock) && !clock.bare;
}

/* A weekday or an article stands before a number, and no "de". */
static bool follows_weekday(const struct reader *reader, size_t index)
{
    const struct lexeme *before = index > 0 ? reader_at(reader, index - 1) : NULL;
    if (!before || before->kind != LEXEME_WORD)
        return false;
    bool article = grammar_lists(reader->grammar->articles, before->word) && !grammar_lists(reader->grammar->of, before->word);
    return article || grammar_value(reader->grammar->weekdays, before->word) >= 0;
}

/* "mercredi 16 à 20h30", "jusqu'au 17 à midi": the number behind a weekday or an article is a day; but "de 11 à 12h". */
static bool is_day(const struct reader *reader, size_t index, const struct clock *clock)
{
    if (!clock->bare || !follows_weekday(reader, index))
        return false;
    struct clock hour;
    const struct lexeme *dash = reader_at(reader, clock->end);
    bool listed = lexis_is_sign(dash, '-') && dash->spaced && read_clock(reader, clock->end + 1, &hour) && !hour.bare; /* "mercredi 6 - 18h30-20h30" */
    return reader_lists(reader, clock->end, reader->grammar->to) || (listed && lexis_is_sign(reader_at(reader, hour.end), '-') && clock_follows(reader, hour.end + 1));
}

/* Over midnight: an evening that ends at night. Anything else that ends before it begins is a slip of the pen. */
static void set_stretch(struct time_mention *mention, const struct clock *start, const struct clock *end)
{
    bool over = end->minutes <= start->minutes, night = start->minutes >= 16 * 60 && end->minutes <= 9 * 60;
    mention->start = over && !night ? -1 : start->minutes;
    mention->end = over && !night ? -1 : end->minutes + (over ? MIDNIGHT : 0);
    mention->end_index = end->end;
}

static bool read_time(const struct reader *reader, size_t index, struct time_mention *mention)
{
    struct clock start, end;
    size_t lead = find_lead(reader, index);
    bool between = lead < index && reader_lists(reader, lead, reader->grammar->between);
    if (!read_clock(reader, index, &start) || is_day(reader, index, &start))
        return false;
    bool leads = lead < index && !reader_lists(reader, lead, reader->grammar->until);
    size_t at = leads ? behind_aside(reader, behind_stop(reader, start.end)) : start.end;
    int former = -1;
    size_t behind = behind_former(reader, at, &former);
    *mention = (struct time_mention){.start = -1, .end = -1, .first = lead, .introduced = lead < index, .former = former};
    at = behind;
    if (read_to(reader, &at, between) && read_clock(reader, at, &end) && stretch_is_clear(&start, &end)) {
        stretch_meridiem(&start, &end);
        set_stretch(mention, &start, &end);
        return true;
    }
    clock_apply(&start);
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
    struct reader reader = {.items = lexis->items, .count = lexis->count, .grammar = grammar};
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
