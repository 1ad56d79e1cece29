#include "content/venue.h"

#include "content/grammar.h"
#include "content/venue_words.h"

#include <string.h>

enum { NAME_WORDS = 26, PLAIN_WORDS = 3, CLOSING_REACH = 16 };

bool venue_is_capital(const struct lexis *lexis, const struct lexeme *lexeme)
{
    const unsigned char *byte = (const unsigned char *)lexis->text + lexeme->begin;
    return lexeme->kind == LEXEME_WORD && ((*byte >= 'A' && *byte <= 'Z') || (byte[0] == 0xC3 && byte[1] >= 0x80 && byte[1] <= 0x9E));
}

bool venue_is_listed(const struct lexeme *lexeme, const char *const *list)
{
    return lexeme->kind == LEXEME_WORD && grammar_lists(list, lexeme->word);
}

/* How many lexemes spell the blank-separated words; 0 when others do. */
static size_t spelt_at(const struct lexis *lexis, size_t index, const char *words)
{
    size_t at = index;
    while (*words) {
        size_t length = strcspn(words, " ");
        const struct lexeme *lexeme = &lexis->items[at];
        if (lexeme->kind != LEXEME_WORD || strncmp(lexeme->word, words, length) != 0 || lexeme->word[length])
            return 0;
        at++;
        words += length + (words[length] == ' ');
    }
    return at - index;
}

size_t venue_spells(const struct lexis *lexis, size_t index, const char *const *list)
{
    size_t best = 0;
    for (; *list && lexis->items[index].kind == LEXEME_WORD; list++) {
        if (**list != lexis->items[index].word[0])
            continue;
        size_t count = spelt_at(lexis, index, *list);
        best = count > best ? count : best;
    }
    return best;
}

static size_t town_at(const struct lexis *lexis, size_t index)
{
    return venue_is_capital(lexis, &lexis->items[index]) ? venue_spells(lexis, index, venue_words_towns) : 0;
}

/* The sign that closes what the one at `index` opens, in the same line; 0: none near. */
static size_t closing(const struct lexis *lexis, size_t index, char sign)
{
    for (size_t i = index + 1; i < lexis->count && i <= index + CLOSING_REACH; i++) {
        if (lexis_is_sign(&lexis->items[i], LEXEME_LINE))
            return 0;
        if (lexis_is_sign(&lexis->items[i], sign))
            return i;
    }
    return 0;
}

/* "12", "12 bis,", "75015": a number of a street with its street, or of a post office. */
bool venue_is_address(const struct lexis *lexis, size_t index)
{
    const struct lexeme *next = &lexis->items[index];
    if (venue_is_listed(next, venue_words_streets))
        return next[1].kind == LEXEME_WORD && !grammar_lists(venue_words_stops, next[1].word);
    if (next->kind != LEXEME_NUMBER)
        return false;
    if (next->digits == 5)
        return true;
    next++;
    if (lexis_is_word(next, "bis") || lexis_is_word(next, "ter") || lexis_is_word(next, "b"))
        next++;
    if (lexis_is_sign(next, ','))
        next++;
    return venue_is_listed(next, venue_words_streets) || venue_is_listed(next, venue_words_ways);
}

/* "7e arrondissement", "2e étage": the number of lexemes, or 0. */
static size_t district_at(const struct lexis *lexis, size_t index)
{
    static const char *const ordinals[] = {"e", "eme", "er", "ieme", NULL};
    const struct lexeme *items = &lexis->items[index];
    bool number = items->kind == LEXEME_NUMBER && items->digits <= 2 && venue_is_listed(items + 1, ordinals);
    return number && (lexis_is_word(items + 2, "arrondissement") || lexis_is_word(items + 2, "etage")) ? 3 : 0;
}

/* "dans le hall" says too little, "dans le hall de la mairie" enough. */
static bool says_enough(const struct lexis *lexis, size_t index)
{
    const struct lexeme *noun = &lexis->items[index], *next = noun + 1;
    if (venue_is_listed(noun, venue_words_labels) && next->kind == LEXEME_SIGN && next->sign != '"')
        return false;
    if (venue_spells(lexis, index, venue_words_sole) || venue_is_capital(lexis, noun))
        return true;
    if (next->kind == LEXEME_SIGN)
        return lexis_is_sign(next, '"');
    return next->kind == LEXEME_NUMBER || venue_spells(lexis, index, venue_words_houses) > 1 || !grammar_lists(venue_words_stops, next->word) ||
           (lexis_is_word(next, "des") && next[1].kind == LEXEME_WORD);
}

static bool is_house(const struct lexis *lexis, size_t index)
{
    return venue_spells(lexis, index, venue_words_houses) && says_enough(lexis, index);
}

/* "espace Jaurès", "campus de Paris": with a name in capitals near. */
static bool is_loose(const struct lexis *lexis, size_t index)
{
    if (!venue_is_listed(&lexis->items[index], venue_words_loose))
        return false;
    size_t at = index + 1;
    while (at <= index + 2 && venue_is_listed(&lexis->items[at], venue_words_links))
        at++;
    return venue_is_capital(lexis, &lexis->items[at]);
}

/* Behind the articles at `index`. */
static size_t skip_articles(const struct lexis *lexis, size_t index)
{
    while (venue_is_listed(&lexis->items[index], venue_words_articles) && !venue_is_capital(lexis, &lexis->items[index]))
        index++;
    return index;
}

/* Something that a place may go on with behind "à", "dans" or a comma: a town, a house, a room, an address. */
static bool is_further(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    return town_at(lexis, index) || is_house(lexis, index) || is_loose(lexis, index) || venue_is_listed(lexeme, venue_words_rooms) || venue_is_address(lexis, index) || district_at(lexis, index);
}

/* The same, with its preposition: ", à Lyon", ", salle 3", "et en ligne". */
static bool is_joined(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (lexis_is_word(lexeme, "et") && venue_spells(lexis, index + 1, venue_words_modes))
        return true;
    if (venue_is_listed(lexeme, venue_words_before) && !venue_is_capital(lexis, lexeme))
        index++;
    size_t behind = skip_articles(lexis, index);
    return is_further(lexis, behind);
}

/* What stands in the bracket belongs to the place: "(15e)", "(salle 3)", "(Métro Ségur)", "(3 rue …)". */
static bool is_own_bracket(const struct lexis *lexis, size_t first, size_t end)
{
    const struct lexeme *lexeme = &lexis->items[first];
    if (venue_is_listed(lexeme, venue_words_bracketed) || is_joined(lexis, first))
        return true;
    if (lexeme->kind == LEXEME_NUMBER)
        return lexeme->digits <= 5 && end - first <= 2 && !lexis_is_word(lexeme + 1, "h");
    return venue_is_capital(lexis, lexeme) && !grammar_lists(venue_words_noise, lexeme->word) && grammar_value(dates_fr.weekdays, lexeme->word) < 0;
}

/* ", au Droit Chemin", ", chez Mozilla" behind a town. */
static bool names_house(const struct lexis *lexis, size_t index)
{
    static const char *const into[] = {"au", "a", "chez", NULL};
    size_t at = skip_articles(lexis, index + 1);
    const struct lexeme *lexeme = &lexis->items[index];
    return venue_is_listed(lexeme, into) && (lexeme->word[1] || lexeme->grave) && venue_is_capital(lexis, &lexis->items[at]) &&
           !grammar_lists(venue_words_not_names, lexis->items[at].word);
}

/* Where the place goes on behind the sign at `index`; 0: it ends. */
static size_t pass_sign(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    size_t close = 0;
    switch (lexeme->sign) {
    case '"':
        close = closing(lexis, index, '"');
        return close ? close + 1 : 0;
    case '(':
        close = closing(lexis, index, ')');
        return close && is_own_bracket(lexis, index + 1, close) ? close + 1 : 0;
    case ',':
    case ':':
        return is_joined(lexis, index + 1) || (lexeme->sign == ',' && names_house(lexis, index + 1)) ? index + 1 : 0;
    case LEXEME_LINE:
        return venue_is_address(lexis, index + 1) ? index + 1 : 0;
    case '-':
        return !lexeme->spaced || is_joined(lexis, index + 1) ? index + 1 : 0;
    case '\'':
    case '.':
    case '/':
    case '&':
    case '+':
        return index + 1;
    default:
        return 0;
    }
}

bool venue_is_verb_to_come(const struct lexis *lexis, const struct lexeme *lexeme)
{
    size_t length = strlen(lexeme->word);
    if (venue_is_capital(lexis, lexeme) || grammar_lists(dates_fr.not_future, lexeme->word))
        return false;
    for (const char *const *ending = dates_fr.future_endings; *ending; ending++)
        if (length > strlen(*ending) + 1 && strcmp(lexeme->word + length - strlen(*ending), *ending) == 0)
            return true;
    return false;
}

/* A name goes on behind "et": "de l'Air et de l'Espace", "et en ligne". */
static bool goes_on_behind_and(const struct lexis *lexis, size_t index)
{
    if (venue_spells(lexis, index, venue_words_modes) || is_joined(lexis, index))
        return true;
    static const char *const of[] = {"de", "du", "des", NULL};
    if (venue_is_listed(&lexis->items[index], of) && lexis->items[index + 1].kind == LEXEME_WORD) /* "et de l'industrie" */
        return true;
    while (venue_is_listed(&lexis->items[index], venue_words_links))
        index++;
    return venue_is_capital(lexis, &lexis->items[index]) && !grammar_lists(venue_words_not_names, lexis->items[index].word);
}

/* "de", "du": a name goes on, but not with an hour; "rue du 8 mai" with a number. */
static bool goes_on_behind_of(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index], *next = lexeme + 1;
    if (next->kind == LEXEME_SIGN)
        return lexis_is_sign(next, '"');
    if (next->kind == LEXEME_NUMBER)
        return venue_is_listed(lexeme - 1, venue_words_streets);
    return grammar_value(dates_fr.instants, next->word) < 0 && (!grammar_lists(venue_words_stops, next->word) || strcmp(next->word, "des") == 0);
}

/* "à Lyon", "au musée", "sur le campus", "en mezzanine" within a name; "Droit au fut". */
static bool goes_on_behind_in(const struct lexis *lexis, size_t index)
{
    static const char *const inside[] = {"en", "sur", "sous", "lez", NULL};
    const struct lexeme *lexeme = &lexis->items[index];
    size_t behind = skip_articles(lexis, index + 1);
    const struct lexeme *name = &lexis->items[behind];
    if (strcmp(lexeme->word, "a") == 0 && !lexeme->grave)
        return false;
    if (venue_spells(lexis, index, venue_words_modes))
        return venue_is_listed(lexeme - 1, venue_words_links);
    if (is_further(lexis, behind))
        return true;
    bool capital = venue_is_capital(lexis, name);
    if (grammar_lists(inside, lexeme->word))
        return capital && behind == index + 1;
    return (capital || (lexis_is_word(lexeme, "au") && name->kind == LEXEME_WORD && name[1].kind == LEXEME_SIGN)) && !venue_is_listed(name, venue_words_not_names);
}

/* A small word within a name: what stands behind it decides. */
static bool goes_on_at_link(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "des", "d", "of", NULL}, *const and[] = {"et", "and", NULL};
    const struct lexeme *lexeme = &lexis->items[index], *next = lexeme + 1;
    if (grammar_lists(of, lexeme->word))
        return goes_on_behind_of(lexis, index);
    if (next->kind == LEXEME_SIGN)
        return false;
    if (grammar_lists(and, lexeme->word))
        return goes_on_behind_and(lexis, index + 1);
    if (grammar_lists(venue_words_articles, lexeme->word))
        return lexeme[-1].kind == LEXEME_SIGN || venue_is_listed(lexeme - 1, venue_words_links) || venue_is_capital(lexis, next);
    return goes_on_behind_in(lexis, index);
}

/* A number within a name: "salle 252", not "14 h", "3 mai" or "20 euros". */
static bool goes_on_at_number(const struct lexis *lexis, size_t index)
{
    static const char *const counted[] = {"h", "heures", "heure", "euros", "personnes", "places", "minutes", "min", NULL};
    const struct lexeme *next = &lexis->items[index + 1];
    bool street = index > 1 && venue_is_listed(&lexis->items[index - 2], venue_words_streets);
    if (lexis_is_sign(next, ':') || venue_is_listed(next, counted))
        return false;
    return street || next->kind != LEXEME_WORD || grammar_value(dates_fr.months, next->word) < 0;
}

/* "salle A" */
static bool is_initial(const struct lexis *lexis, const struct lexeme *lexeme)
{
    return venue_is_capital(lexis, lexeme) && !lexeme->word[1];
}

/* A part of a word with hyphens: "Boulogne-sur-Mer". */
static bool is_joint(const struct lexis *lexis, size_t index)
{
    return index > 0 && lexis->items[index - 1].kind == LEXEME_WORD && !lexis->items[index].spaced;
}

static bool goes_on(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (lexeme->kind == LEXEME_NUMBER)
        return goes_on_at_number(lexis, index);
    if (is_joint(lexis, index) || is_initial(lexis, lexeme))
        return true;
    if (grammar_lists(venue_words_links, lexeme->word))
        return goes_on_at_link(lexis, index);
    return !grammar_lists(venue_words_stops, lexeme->word) && grammar_value(dates_fr.weekdays, lexeme->word) < 0 && !venue_is_verb_to_come(lexis, lexeme) &&
           !grammar_lists(dates_fr.habits, lexeme->word);
}

/* Small words, signs and blanks at the end of a name are none of it. */
size_t venue_trim_end(const struct lexis *lexis, size_t first, size_t end)
{
    while (end > first + 1) {
        const struct lexeme *last = &lexis->items[end - 1];
        bool sign = last->kind == LEXEME_SIGN && !strchr(")\"", last->sign);
        if (!sign && (!venue_is_listed(last, venue_words_links) || is_initial(lexis, last)))
            break;
        end--;
    }
    return end;
}

/* A name while it is followed: how many words it has, how many of them in a row without a capital. */
struct name {
    size_t words;
    size_t lower;
    bool plain; /* it may have words without capitals: "salle polyvalente" */
    int sentence;
};

/* A last word without a capital behind a small word: "Droit au fut". */
static bool closes_name(const struct lexis *lexis, size_t index)
{
    return venue_is_listed(&lexis->items[index - 1], venue_words_links) && lexis->items[index + 1].kind == LEXEME_SIGN;
}

/* Takes the word or number at `index` into the name; false: the name ends before it. */
static bool name_takes(struct name *name, const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    bool small = venue_is_listed(lexeme, venue_words_links);
    bool kind = venue_is_listed(lexeme, venue_words_streets) || venue_is_listed(lexeme, venue_words_rooms);
    name->plain = name->plain || kind || venue_is_listed(lexeme, venue_words_loose) || venue_spells(lexis, index, venue_words_houses);
    name->lower = small || kind || lexeme->kind == LEXEME_NUMBER || venue_is_capital(lexis, lexeme) ? 0 : name->lower + 1;
    size_t most = name->plain ? PLAIN_WORDS : name->words && closes_name(lexis, index) ? 1 : 0;
    if (lexeme->sentence != name->sentence || name->lower > most)
        return false;
    return name->words++ == 0 || goes_on(lexis, index);
}

/* Where the name ends that begins at `index`. */
static size_t name_end(const struct lexis *lexis, size_t index, bool plain)
{
    struct name name = {.plain = plain || venue_spells(lexis, index, venue_words_houses), .sentence = lexis->items[index].sentence};
    size_t first = index, house = venue_spells(lexis, index, venue_words_houses);
    if (house > 1) { /* "monument aux morts" */
        name.words = house;
        index += house;
    }
    while (index < lexis->count && name.words < NAME_WORDS) {
        const struct lexeme *lexeme = &lexis->items[index];
        bool line = lexis_is_sign(lexeme, LEXEME_LINE);
        if (lexeme->kind != LEXEME_SIGN) {
            if (!name_takes(&name, lexis, index))
                break;
            index++;
            continue;
        }
        size_t next = lexeme->sentence == name.sentence || line ? pass_sign(lexis, index) : 0;
        if (!next)
            break;
        name.sentence = line ? lexis->items[next].sentence : name.sentence;
        name.lower = 0;
        name.plain = name.plain || venue_is_address(lexis, next); /* "16 bis boulevard" */
        index = next;
    }
    return venue_trim_end(lexis, first, index);
}

static bool has_capital(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (venue_is_capital(lexis, &lexis->items[i]))
            return true;
    return false;
}

/* What kind of place begins at `index`. */
static enum venue_rank rank_at(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (is_house(lexis, index))
        return VENUE_HOUSE;
    if (lexeme->kind == LEXEME_NUMBER)
        return district_at(lexis, index) ? VENUE_TOWN : venue_is_address(lexis, index) && lexeme->digits != 5 ? VENUE_ADDRESS : VENUE_NONE;
    if (lexeme->kind != LEXEME_WORD)
        return VENUE_NONE;
    if (venue_is_listed(lexeme, venue_words_loose) && has_capital(lexis, index, name_end(lexis, index, true)))
        return VENUE_HOUSE;
    if (venue_is_listed(lexeme, venue_words_streets) && has_capital(lexis, index, name_end(lexis, index, true)))
        return VENUE_ADDRESS;
    return town_at(lexis, index) ? VENUE_TOWN : VENUE_NONE;
}

/* A place with a town and, further on, a house is as particular as the house. */
static enum venue_rank best_within(const struct lexis *lexis, const struct venue *venue)
{
    enum venue_rank best = venue->rank;
    for (size_t i = venue->first + 1; i < venue->end; i++) {
        enum venue_rank rank = lexis->items[i].kind == LEXEME_WORD || lexis->items[i].kind == LEXEME_NUMBER ? rank_at(lexis, i) : VENUE_NONE;
        best = rank > best ? rank : best;
    }
    return best;
}

static struct venue venue_from(const struct lexis *lexis, size_t opens, size_t first, enum venue_rank rank)
{
    struct venue venue = {.rank = rank, .opens = opens, .first = first};
    venue.end = name_end(lexis, first, rank >= VENUE_ADDRESS || lexis->items[first].kind == LEXEME_NUMBER);
    if (rank == VENUE_TOWN || rank == VENUE_NAME)
        venue.rank = best_within(lexis, &venue);
    return venue;
}

/* The preposition at `index` may stand before a place. */
static bool opens_place(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (is_joint(lexis, index) || !venue_is_listed(lexeme, venue_words_before) || (index > 0 && venue_is_listed(lexeme - 1, venue_words_not_after)))
        return false;
    return strcmp(lexeme->word, "a") != 0 || lexeme->grave || (venue_is_capital(lexis, lexeme) && town_at(lexis, index + 1));
}

/* What the word at `index` is behind this preposition: "en" opens rooms only, "sur" what is known as a place. */
static enum venue_rank rank_behind(const struct lexis *lexis, const char *preposition, size_t index)
{
    static const char *const weak[] = {"aux", "dans", "in", "sur", "sous", "devant", NULL};
    const struct lexeme *word = &lexis->items[index];
    enum venue_rank rank = rank_at(lexis, index);
    if (strcmp(preposition, "en") == 0)
        return venue_is_listed(word, venue_words_rooms) || venue_is_listed(word, venue_words_sole) ? rank : VENUE_NONE;
    if (rank != VENUE_NONE || grammar_lists(weak, preposition))
        return rank;
    bool article = venue_is_listed(word, venue_words_articles); /* "à La Rochelle" */
    bool name = venue_is_capital(lexis, word) && word->word[1] && !grammar_lists(venue_words_not_names, word->word);
    return name && (!article || venue_is_capital(lexis, word + 1)) ? VENUE_NAME : VENUE_NONE;
}

struct venue venue_behind(const struct lexis *lexis, size_t index)
{
    struct venue none = {VENUE_NONE, index, index, index};
    if (!opens_place(lexis, index))
        return none;
    size_t at = skip_articles(lexis, index + 1);
    bool quoted = lexis_is_sign(&lexis->items[at], '"') && closing(lexis, at, '"');
    enum venue_rank rank = rank_behind(lexis, lexis->items[index].word, at + quoted);
    if (rank == VENUE_NONE)
        return none;
    struct venue venue = venue_from(lexis, index, at + quoted, rank);
    static const char *const telling[] = {"sous", "devant", "chez", NULL};
    if (venue_is_listed(&lexis->items[index], telling))
        venue.first = index;
    if (quoted) /* the name begins with its mark, so that its end is found behind the closing one */
        venue.end = name_end(lexis, at, true);
    return venue;
}

/* "Présentiel à Paris et en visio" from a way to take part on. */
static struct venue mode_at(const struct lexis *lexis, size_t index)
{
    struct venue venue = {VENUE_NONE, index, index, index};
    size_t at = index;
    while (at < lexis->count) {
        size_t mode = venue_spells(lexis, at, venue_words_modes);
        struct venue place = {VENUE_NONE, at, at, at};
        if (!mode && at != index)
            place = venue_at(lexis, at);
        if (!mode && !place.rank)
            break;
        venue.rank = place.rank > venue.rank ? place.rank : venue.rank ? venue.rank : VENUE_MODE;
        venue.end = at = mode ? at + mode : place.end;
        const struct lexeme *next = &lexis->items[at];
        bool sign = next->kind == LEXEME_SIGN && next->sign && strchr(",/+&-", next->sign);
        if (sign || lexis_is_word(next, "et") || lexis_is_word(next, "ou"))
            at++;
    }
    return venue;
}

struct venue venue_at(const struct lexis *lexis, size_t index)
{
    if (venue_spells(lexis, index, venue_words_modes))
        return mode_at(lexis, index);
    struct venue venue = venue_behind(lexis, index);
    enum venue_rank rank = venue.rank ? VENUE_NONE : rank_at(lexis, index);
    if (rank == VENUE_NONE)
        return venue;
    venue = venue_from(lexis, index, index, rank);
    size_t sign = index + 1;
    while (sign < venue.end && lexis->items[sign].kind != LEXEME_SIGN)
        sign++;
    bool played = venue_is_listed(&lexis->items[index], venue_words_played) && !has_capital(lexis, index + 1, sign); /* "Théâtre d'improvisation" */
    return played ? (struct venue){VENUE_NONE, index, index, index} : venue;
}
