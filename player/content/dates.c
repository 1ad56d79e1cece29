#include "content/dates.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/date_parts.h"
#include "content/dates_near.h"
#include "content/grammar.h"

#include <string.h>

enum { PARTS_MOST = 2 * DATES_MOST_SPANS };

struct chain {
    struct date_part parts[PARTS_MOST];
    size_t count;
    size_t first;
    bool slashed; /* day and month joined by "/" without a year */
};

static enum date_join join_of_sign(const struct lexeme *lexeme)
{
    bool dots = lexeme->sign == '.' && lexeme->spaced && lexeme->end - lexeme->begin == strlen("…");
    if (lexeme->sign == ',' || lexeme->sign == '&' || lexeme->sign == '/')
        return DATE_JOIN_AND;
    return lexeme->sign == '-' || (lexeme->sign == '>' && lexeme->spaced) || dots ? DATE_JOIN_TO : DATE_JOIN_NONE;
}

/* What joins the part before `index` to one behind it; *index moves behind the joint. */
static enum date_join read_join(const struct date_reader *reader, size_t *index, bool between)
{
    const struct lexeme *lexeme = date_parts_at(reader, *index);
    size_t at = *index + 1;
    enum date_join join = DATE_JOIN_NONE;
    if (lexeme->kind == LEXEME_SIGN) {
        join = join_of_sign(lexeme);
        if (lexeme->sign == ',' && date_parts_lists(reader, at, reader->grammar->and))
            at++;
    } else if (grammar_lists(reader->grammar->to, lexeme->word)) {
        join = DATE_JOIN_TO;
    } else if (grammar_lists(reader->grammar->and, lexeme->word)) {
        join = between ? DATE_JOIN_TO : DATE_JOIN_AND;
    } else if (grammar_lists(reader->grammar->until, lexeme->word) && date_parts_lists(reader, at, reader->grammar->to)) {
        join = DATE_JOIN_TO;
        at++;
    }
    *index = at;
    return join;
}

/* "Rencontre 10 et 11 octobre", "Ateliers 5, 12 et 19 mai", "Exposition 5 au 31 mai": numbers that rise, the last joined by a word, and
 * a month; not "salle 3, 4 juin". */
static bool rises_to_month(const struct date_reader *reader, size_t index)
{
    bool joined = false;
    for (int i = 0; i < DATES_MOST_SPANS; i++) {
        const struct lexeme *number = date_parts_at(reader, index);
        index += date_parts_lists(reader, index + 1, reader->grammar->ordinals) && !date_parts_at(reader, index + 1)->spaced; /* "1er et 2 avril" */
        const struct lexeme *joint = date_parts_at(reader, index + 1), *next = date_parts_at(reader, index + 2);
        if (date_parts_month(reader, index + 1) > 0)
            return joined;
        if (joint->kind == LEXEME_NUMBER && joint->number == number->number + 1) {
            index++;
            continue;
        }
        joined = lexis_is_sign(joint, '&') || date_parts_lists(reader, index + 1, reader->grammar->and) || date_parts_lists(reader, index + 1, reader->grammar->to);
        if ((!joined && !lexis_is_sign(joint, ',')) || next->kind != LEXEME_NUMBER || next->digits > 2 || next->number <= number->number)
            return false;
        index += 2;
    }
    return false;
}

/* "webinaire n° 4 — jeudi 28/10" */
static bool is_numbered(const struct date_reader *reader, size_t index)
{
    return index > 1 && lexis_is_sign(date_parts_at(reader, index - 1), LEXEME_OTHER) && lexis_is_word(date_parts_at(reader, index - 2), "n");
}

/* "les", "entre", "dès", "lundi" */
static bool leads_to_day(const struct date_reader *reader, const char *word)
{
    const struct grammar *grammar = reader->grammar;
    return grammar_lists(grammar->articles, word) || grammar_lists(grammar->between, word) || grammar_lists(grammar->from, word) || grammar_lists(grammar->at, word) ||
           grammar_value(grammar->weekdays, word) >= 0;
}

/* A day without month may open a chain only where a day can be expected: "les 3, 4 et 5 juin", not "salle 3, 4 juin". */
static bool may_open(const struct date_reader *reader, size_t index)
{
    if (index == 0)
        return true;
    size_t behind = index + 1 + lexis_is_word(date_parts_at(reader, index + 1), "er"); /* "1er" */
    const struct lexeme *before = date_parts_at(reader, index - 1), *dash = date_parts_at(reader, behind);
    bool stretch = lexis_is_sign(dash, '-') && !dash->spaced && !date_parts_at(reader, behind + 1)->spaced; /* "Colloque 10-11 février" */
    bool arrow = lexis_is_sign(dash, '>') && date_parts_at(reader, behind + 1)->kind == LEXEME_NUMBER; /* "14 > 20 novembre" */
    if (stretch || arrow || rises_to_month(reader, index))
        return true;
    if (is_numbered(reader, index))
        return false;
    if (before->kind == LEXEME_WORD)
        return leads_to_day(reader, before->word);
    return before->kind == LEXEME_SIGN && before->sign && strchr("([:*-|\"\nDo>?!.", before->sign) != NULL;
}

static bool is_later_in_year(const struct date_day *one, const struct date_day *other)
{
    return one->month > other->month || (one->month == other->month && one->day > other->day);
}

/* Months and years that are said once for several days: leftward first, then rightward. Returns how many parts have a month. */
static size_t share_out(struct chain *chain)
{
    size_t count = chain->count;
    while (count && chain->parts[count - 1].day.month == 0)
        count--;
    for (size_t i = count; i-- > 1;) {
        struct date_day *day = &chain->parts[i - 1].day;
        const struct date_day *next = &chain->parts[i].day;
        day->month = day->month ? day->month : next->month;
        if (day->year == 0 && next->year != 0)
            day->year = next->year - (chain->parts[i].join == DATE_JOIN_TO ? is_later_in_year(day, next) : day->month > next->month);
    }
    for (size_t i = 1; i < count; i++) {
        struct date_day *day = &chain->parts[i].day;
        const struct date_day *before = &chain->parts[i - 1].day;
        if (day->year == 0 && before->year != 0)
            day->year = before->year + (chain->parts[i].join == DATE_JOIN_TO ? is_later_in_year(before, day) : before->month > day->month);
    }
    return count;
}

static struct date_mention mention_of(struct chain *chain)
{
    struct date_mention mention = {.first = chain->first, .weak = chain->slashed};
    size_t count = share_out(chain);
    for (size_t i = 0; i < count && mention.span_count < DATES_MOST_SPANS; i++) {
        const struct date_part *part = &chain->parts[i];
        mention.end = part->end;
        if (part->join == DATE_JOIN_TO && mention.span_count && !mention.spans[mention.span_count - 1].range) {
            mention.spans[mention.span_count - 1].last = part->day;
            mention.spans[mention.span_count - 1].range = true;
        } else {
            mention.spans[mention.span_count++] = (struct date_span){.first = part->day, .last = part->day, .end = part->end};
        }
        if (part->day.year || part->day.weekday >= 0)
            mention.weak = false;
    }
    return mention;
}

/* "[7 mars] - [19 avril]": brackets may close one day and open the next. */
static size_t skip_brackets(const struct date_reader *reader, size_t index, char bracket)
{
    return lexis_is_sign(date_parts_at(reader, index), bracket) ? index + 1 : index;
}

/* "entre le 3 et le 7 mai": "et" joins two ends. */
static bool follows_between(const struct date_reader *reader, size_t index)
{
    while (index > 0 && date_parts_lists(reader, index - 1, reader->grammar->articles))
        index--;
    return index > 0 && date_parts_lists(reader, index - 1, reader->grammar->between);
}

/* "les 15 16 et 17 juin": the next day without a sign. */
static bool is_next_number(const struct date_reader *reader, size_t index, int day)
{
    const struct lexeme *number = date_parts_at(reader, index), *behind = date_parts_at(reader, index + 1);
    bool joined = behind->kind == LEXEME_NUMBER || date_parts_month(reader, index + 1) > 0 || date_parts_lists(reader, index + 1, reader->grammar->and);
    return number->kind == LEXEME_NUMBER && number->digits <= 2 && number->number == day + 1 && joined;
}

/* "3 juillet après-midi et 4 juillet matin", "2 mai après-midi au 4 mai", "14 mai matin, 13 juin matin": behind the part of the day, when another day is joined to it. */
static size_t behind_day_part(const struct date_reader *reader, size_t index)
{
    size_t at = index;
    while (at < index + 2 && date_parts_lists(reader, at, reader->grammar->day_parts))
        at++;
    bool day = date_parts_at(reader, at + 1)->kind == LEXEME_NUMBER ||
               (date_parts_at(reader, at + 1)->kind == LEXEME_WORD && grammar_value(reader->grammar->weekdays, date_parts_at(reader, at + 1)->word) >= 0);
    bool joined = date_parts_lists(reader, at, reader->grammar->and) || date_parts_lists(reader, at, reader->grammar->to) || lexis_is_sign(date_parts_at(reader, at), ',');
    return at > index && day && joined ? at : index;
}

/* "10-11-12 juin": a third number behind a dash makes a list of what looked like a stretch. */
static bool is_listed_by_dashes(const struct chain *chain, const struct date_part *part)
{
    const struct date_part *before = &chain->parts[chain->count - 1];
    return part->join == DATE_JOIN_TO && before->join == DATE_JOIN_TO && before->day.month == 0 && part->day.day == before->day.day + 1 &&
           before->day.day == chain->parts[chain->count - 2].day.day + 1;
}

/* The part behind the last one of the chain, which ends at `at`; it is read into its place and not yet counted. */
static bool read_next(const struct date_reader *reader, struct chain *chain, size_t at, bool between, bool *slashed)
{
    bool bracket = lexis_is_sign(date_parts_at(reader, at), ']');
    size_t behind = bracket ? at + 1 : behind_day_part(reader, at);
    struct date_part *part = &chain->parts[chain->count], *last = part - 1;
    bool listed = last->day.month == 0 && is_next_number(reader, at, last->day.day);
    *part = (struct date_part){.join = listed ? DATE_JOIN_AND : read_join(reader, &behind, between && chain->count == 1)};
    if (bracket)
        behind = skip_brackets(reader, behind, '[');
    return part->join != DATE_JOIN_NONE && date_parts_read(reader, behind, part, slashed);
}

static bool read_chain(const struct date_reader *reader, size_t index, struct chain *chain)
{
    bool slashed = false;
    bool between = follows_between(reader, index);
    struct date_part *first = &chain->parts[0];
    *first = (struct date_part){.join = DATE_JOIN_NONE};
    chain->count = 0;
    chain->first = index;
    if (!date_parts_read(reader, index, first, &slashed) || (first->day.month == 0 && first->day.weekday < 0 && !may_open(reader, index)))
        return false;
    chain->count = 1;
    chain->slashed = slashed;
    size_t at = first->end;
    while (chain->count < PARTS_MOST) {
        struct date_part *part = &chain->parts[chain->count];
        bool more_slashed = false;
        if (!read_next(reader, chain, at, between, &more_slashed))
            break;
        if (chain->count > 1 && is_listed_by_dashes(chain, part))
            part->join = chain->parts[chain->count - 1].join = DATE_JOIN_AND;
        if (part->join == DATE_JOIN_TO && chain->count > 1 && chain->parts[chain->count - 1].join == DATE_JOIN_TO)
            break;
        chain->slashed = chain->slashed && more_slashed;
        chain->count++;
        at = part->end;
    }
    return true;
}

/* A day may begin at this lexeme: a number that nothing is glued to, a weekday, a named day. */
static bool may_begin(const struct date_reader *reader, size_t index)
{
    const struct grammar *grammar = reader->grammar;
    const struct lexeme *lexeme = date_parts_at(reader, index), *before = index ? lexeme - 1 : NULL;
    if (lexeme->kind == LEXEME_WORD)
        return date_parts_weekday(reader, index) >= 0 || grammar_value(grammar->days, lexeme->word) >= 0 ||
               (grammar->month_first && grammar_value(grammar->months, lexeme->word) > 0);
    if (lexeme->kind != LEXEME_NUMBER)
        return false;
    if (lexeme->spaced || !before)
        return true;
    bool fraction = index > 1 && strchr(":./,-", before->sign) && before[-1].kind == LEXEME_NUMBER;
    return before->kind == LEXEME_SIGN && !fraction;
}

/* "place du 8 mai 1945". */
static bool names_street(const struct date_reader *reader, const struct chain *chain)
{
    return chain->first > 1 && date_parts_lists(reader, chain->first - 1, reader->grammar->articles) &&
           date_parts_lists(reader, chain->first - 2, reader->grammar->streets) && chain->parts[0].day.weekday < 0 && chain->count == 1;
}

/* "la semaine du 14 juin". */
static bool names_week(const struct date_reader *reader, const struct chain *chain)
{
    return chain->first > 1 && chain->count == 1 && date_parts_lists(reader, chain->first - 1, reader->grammar->articles) &&
           date_parts_lists(reader, chain->first - 2, reader->grammar->weeks);
}

/* An article before a number, as a day has it: "le 14", "jusqu'au 17"; but "au 20, avenue …", "de 11 à 12h". */
static bool follows_article(const struct date_reader *reader, size_t index)
{
    if (index == 0 || !date_parts_lists(reader, index - 1, reader->grammar->articles) || date_parts_lists(reader, index - 1, reader->grammar->of))
        return false;
    bool goal = date_parts_lists(reader, index - 1, reader->grammar->to);
    return !goal || (index > 1 && date_parts_lists(reader, index - 2, reader->grammar->until));
}

/* Nothing that goes on stands at a lexeme. */
static bool is_end(const struct date_reader *reader, size_t index)
{
    const struct lexeme *at = date_parts_at(reader, index);
    return index >= reader->count || (at->kind == LEXEME_SIGN && at->sign && strchr(",.;)!?\n", at->sign));
}

/* "Inscrivez-vous jusqu'au 17, à midi", "et ferment le 14.": an article before the number, and what may follow a day behind it. */
static bool is_number_of_day(const struct date_reader *reader, const struct chain *chain)
{
    size_t end = chain->parts[0].end;
    const struct lexeme *behind = date_parts_at(reader, end);
    bool hour = lexis_is_sign(behind, '(') && date_parts_at(reader, end + 1)->kind == LEXEME_NUMBER; /* and not "le 14 (arrêt Foch)" */
    bool ends = is_end(reader, end) || lexis_is_sign(behind, ':') || hour;
    bool goes_on = date_parts_lists(reader, end, reader->grammar->at) || date_parts_lists(reader, end, reader->grammar->included);
    bool last = chain->first > 1 && date_parts_lists(reader, chain->first - 2, reader->grammar->until); /* "au plus tard le 10 pour la liste" */
    bool led = date_parts_lists(reader, end, reader->grammar->to) && date_parts_lists(reader, end + 2, reader->grammar->until); /* "le 10 au plus tard" */
    goes_on = goes_on || led || (last && date_parts_lists(reader, end, reader->grammar->serving));
    return follows_article(reader, chain->first) && (ends || goes_on);
}

/* "lundi 2, lundi 9 et lundi 16": each with its weekday, and no month. */
static bool lists_weekdays(const struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->parts[i].day.month || chain->parts[i].day.weekday < 0 || chain->parts[i].join == DATE_JOIN_TO)
            return false;
    return chain->count > 1;
}

/* "journées les 6 et 7 février, sommet les 10 et 11.": numbers that rise behind "les", and no month; not "en bus : les 13, 14 et 15". */
static bool lists_numbers(const struct date_reader *reader, const struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++) {
        const struct date_part *part = &chain->parts[i];
        if (part->day.month || part->day.weekday >= 0 || part->join == DATE_JOIN_TO || (i > 0 && part->day.day <= chain->parts[i - 1].day.day))
            return false;
    }
    bool led = chain->first > 0 && lexis_is_word(date_parts_at(reader, chain->first - 1), "les") && !(chain->first > 1 && lexis_is_sign(date_parts_at(reader, chain->first - 2), ':'));
    return chain->count > 1 && led && is_end(reader, chain->parts[chain->count - 1].end);
}

static void set_weekdays(const struct chain *chain, struct date_mention *mention)
{
    *mention = (struct date_mention){.first = chain->first, .partial = true};
    for (size_t i = 0; i < chain->count && mention->span_count < DATES_MOST_SPANS; i++) {
        const struct date_part *part = &chain->parts[i];
        mention->spans[mention->span_count++] = (struct date_span){.first = part->day, .last = part->day, .end = part->end};
        mention->end = part->end;
    }
}

/* "du vendredi 1er à 18h au dimanche 3 juillet à 17h", "samedi 14 de 10h à 18h et dimanche 15 mai", "ouvrent le 10 mars et ferment le 14": the
 * month comes with another day. */
static bool begins_stretch(const struct date_reader *reader, const struct chain *chain, struct date_mention *mention)
{
    const struct date_day *day = &chain->parts[0].day;
    if (chain->count != 1 || day->month || (day->weekday < 0 && !is_number_of_day(reader, chain)))
        return false;
    *mention = (struct date_mention){.first = chain->first, .end = chain->parts[0].end, .span_count = 1, .partial = true};
    mention->spans[0] = (struct date_span){.first = *day, .last = *day, .end = mention->end};
    return true;
}

bool dates_exists(const struct date_day *day)
{
    enum { LEAP_YEAR = 2024 };
    return day->day <= civil_days_in_month(day->year ? day->year : LEAP_YEAR, day->month);
}

/* Days that begin at a lexeme and are written as numbers. */
static bool read_mention(const struct date_reader *reader, size_t index, struct date_mention *mention)
{
    struct chain chain;
    if (!may_begin(reader, index) || !read_chain(reader, index, &chain) || names_street(reader, &chain) || names_week(reader, &chain))
        return false;
    *mention = mention_of(&chain);
    if (mention->span_count == 0 && (lists_weekdays(&chain) || lists_numbers(reader, &chain)))
        set_weekdays(&chain, mention);
    return mention->span_count > 0 || begins_stretch(reader, &chain, mention);
}

struct date_mention *dates_find(struct arena *arena, const struct lexis *lexis, const struct grammar *grammar, size_t *count)
{
    struct date_reader reader = {.items = lexis->items, .count = lexis->count, .grammar = grammar};
    struct date_mention *mentions = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < lexis->count; i++) {
        struct date_mention mention;
        if (!dates_near_read(&reader, i, &mention) && !read_mention(&reader, i, &mention))
            continue;
        mentions = arena_grow(arena, mentions, *count, &capacity, sizeof *mentions);
        mentions[(*count)++] = mention;
        i = mention.end - 1;
    }
    return mentions;
}
